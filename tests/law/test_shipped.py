#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The shipped law passes every named check. Each assert and each case counts as a test of its own, each
other check as one; a finding names its place. Where schedule and law start on different days the check
`printed` reports it and the law is right: that report is no failure."""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LAW = ROOT / "law"
CHECKS = """parse names dates cited speaks circle dead narrowed lists parts questions asserts cases format
printed""".split()
FINDING = re.compile(r"^impost: (error|warning): ([^:\s]+):(\d+):", re.M)
COUNTED = {"asserts": ("*.law", re.compile(r"^ +assert ", re.M)), "cases": ("*.case", re.compile(r"^case ", re.M))}


def stated(check):
    """How many tests the law itself states for this check."""
    if check not in COUNTED:
        return 1
    files, line = COUNTED[check]
    return sum(len(line.findall(path.read_text(encoding="utf-8")))
               for path in LAW.rglob(files) if "doubtful" not in path.parts)


def main():
    program = os.environ.get("IMPOST", str(ROOT / "impost"))
    passed = failed = 0
    for check in CHECKS:
        run = subprocess.run([program, "check", "--law", str(LAW), check], capture_output=True, text=True)
        places = {(m[2], m[3]) for m in FINDING.finditer(run.stdout + run.stderr) if m[1] == "error"}
        total = stated(check)
        reported = check == "printed" and run.returncode == 1 and places
        bad = 0 if run.returncode == 0 or reported else min(max(len(places), 1), total)
        if bad:
            print(f"impost check {check}: exit code {run.returncode}\n{run.stdout}{run.stderr}")
        print(f"{check}: {total - bad} of {total}")
        passed, failed = passed + total - bad, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
