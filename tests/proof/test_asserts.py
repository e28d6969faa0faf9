#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The checker agrees with the program on the questions the shipped law asks itself: every tenth assert, and all of entries
into another place; --all: every one.

Each proof that holds counts as a test."""
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import check_proof  # noqa: E402

ASSERT = re.compile(r" +assert (\S+) of (\S+) on (\S+)(.*?) (?:pays|refused|prohibited)\b")


ELSEWHERE = {"law/cn": ["--into", "CN"]}  # asserts of entries into another place than the one whose tables are held


def question(line, into):
    """The words of `impost duty` for an assert, None for another line."""
    m = ASSERT.match(line)
    if not m:
        return None
    words, value = ["--on", m[3]], "10000"
    for option, pattern in (("--known", r"known (\S+)"), ("--basis", r"basis (\S+)")):
        words += [x for found in re.findall(pattern, m[4]) for x in (option, found)]
    for name, answer in re.findall(r"if (\S+) is (\S+)", m[4]):
        words += ["--if", f"{name}={answer}"]
    for name, said in re.findall(r"([a-z0-9.-]+)=(\S+)", m[4]):
        if name == "claims":
            words += [x for claim in said.split(",") for x in ("--claim", claim)]
        elif name == "value":
            value = said
        elif name == "quantity":
            words += ["--quantity", said + (" liters" if m[1].startswith("2204") else " kg")]
        else:
            words += ["--fact", f"{name}={said}"]
    return [m[1], m[2], value] + words + into


def main():
    program = os.environ.get("IMPOST", str(ROOT / "impost"))
    questions = [(f"{path.relative_to(ROOT)}:{number}", words) for path in sorted((ROOT / "law").rglob("*.law"))
                 for into in [ELSEWHERE.get("/".join(path.relative_to(ROOT).parts[:2]), [])]
                 for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
                 for words in [question(line, into)] if words]
    step = 1 if "--all" in sys.argv[1:] else 10
    law = check_proof.Law(ROOT / "law")
    check_proof.Law = lambda folder: law  # read once
    passed = failed = 0
    elsewhere = [q for i, q in enumerate(questions) if "--into" in q[1] and i % step]  # few: always
    for place, words in questions[::step] + elsewhere:
        run = subprocess.run([program, "duty", *words, "--law", str(ROOT / "law"), "--proof"], capture_output=True, text=True)
        try:
            check_proof.check(json.loads(run.stdout), ROOT / "law")
            passed += 1
        except Exception as wrong:  # whatever the checker stumbles over
            failed += 1
            print(f"FAILED {place}: impost duty {' '.join(words)}\n  {type(wrong).__name__}: {wrong}"[:1500], run.stderr)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
