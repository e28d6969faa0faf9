#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proofs on days that the law splits by an hour hold, and another hour in them does not.

Each proof accepted and each mutation rejected counts as a test."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import check_proof  # noqa: E402

LAW = """\
act us.eo.99001
  title    An order with hours
  kind     executive order
  signed   2025-11-01

act us.eo.99002
  title    An order of the afternoon
  kind     executive order
  signed   2025-11-05 15:30

measure us.hours
  title    Hours
  into     US
  of       CN
  goods    4202.92.31
  rate     10%   from 2025-11-08 13:01 until 2025-11-12 8:30  by us.eo.99001
  rate     12%   from 2025-11-20  by us.eo.99002
"""
ASKED = {
    "no hour, a range": ["--on", "2025-11-08"],
    "in the afternoon": ["--on", "2025-11-08 14:00"],
    "in the morning": ["--on", "2025-11-08 13:00"],
    "a day that is whole": ["--on", "2025-11-09"],
    "an hour on a day that is whole": ["--on", "2025-11-09 14:00"],
    "the hour as a fact": ["--on", "2025-11-12", "--fact", "hour=9:15"],
    "known before the order": ["--on", "2025-11-21", "--known", "2025-11-05 15:29"],
    "known with the order": ["--on", "2025-11-21", "--known", "2025-11-05"],
}


def verdict(proof, folder):
    try:
        check_proof.check(proof, folder)
        return None
    except Exception as wrong:  # whatever the checker stumbles over
        return wrong


def moved(proof):
    """Copies of the proof with another hour where it has one. One on the same side of 13:01 changes nothing."""
    line = proof["lines"][0]
    if line["on"].startswith("2025-11-08 "):
        for hour in ("00:00", "13:00", "13:01", "14:61", "8:30"):
            other = json.loads(json.dumps(proof))
            other["lines"][0]["on"] = line["on"][:11] + hour
            yield f"{hour} on {line['on']}", other, (line["on"][11:] < "13:01") == (hour < "13:01") and len(hour) == 5 and hour < "14"
    for side in ("settled", "settled_low"):
        hour = line["bills"][0][side].get("hour")
        if hour:
            other = json.loads(json.dumps(proof))
            other["lines"][0]["bills"][0][side]["hour"] = "00:00" if hour != "00:00" else "23:59"
            yield f"{side} at another hour", other, False


def main():
    program, passed, failed = os.environ.get("IMPOST", str(ROOT / "impost")), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        law = pathlib.Path(folder) / "law"
        shutil.copytree(ROOT / "law", law)
        (law / "us" / "hours.law").write_text(LAW, encoding="utf-8")
        for name, words in ASKED.items():
            run = subprocess.run([program, "duty", "4202.92.31.31", "CN", "10000", *words, "--law", str(law), "--proof"],
                                 capture_output=True, text=True)
            proof = json.loads(run.stdout)
            for what, other, holds in [("itself", proof, True), *moved(proof)]:
                wrong = verdict(other, law)
                if (wrong is None) == holds:
                    passed += 1
                else:
                    failed += 1
                    print(f"FAILED {name}, {what}: {wrong or 'not rejected'}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
