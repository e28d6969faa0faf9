#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Adds up every test of a run and prints "N passed, N failed" as its last line.

    tests/count.py FOLDER      with ctest's *.xml and a file `steps` of "pass NAME" / "fail NAME"

A program of cmocka counts with each of its functions. A script counts with what the last line
"N passed, N failed" of its output says. What ends badly without saying which test failed counts as
one failure. Nothing run at all is a failure.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

SUM = re.compile(r"^(\d+) passed, (\d+) failed\s*$", re.M)
GOOD = re.compile(r"^\[ +OK \] ", re.M)
BAD = re.compile(r"^\[  (?:FAILED|ERROR)  +\] (?!---)(?!\d+ test)(\S+)", re.M)
SKIPPED = re.compile(r"^\[  SKIPPED \] (?!\d+ test)(\S+)", re.M)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def of_output(output, ended_well):
    """(passed, failed, skipped) of one program of ctest."""
    sums = SUM.findall(output)
    if sums:
        passed, failed = map(int, sums[-1])
        skipped = 0
    elif "[==========] Running" in output:
        passed, failed = len(GOOD.findall(output)), len(set(BAD.findall(output)))
        skipped = len(set(SKIPPED.findall(output)))
    else:
        passed, failed, skipped = int(ended_well), 0, 0
    if not ended_well and failed == 0:
        failed = 1
    return passed, failed, skipped


def of_suite(path):
    text = NOT_XML.sub("?", path.read_text(encoding="utf-8", errors="replace"))
    total = [0, 0, 0]
    for case in tree.fromstring(text).iter("testcase"):
        counts = of_output(case.findtext("system-out") or "", case.get("status") == "run")
        total = [a + b for a, b in zip(total, counts)]
        if counts[1]:
            print(f"failed in {path.stem}: {case.get('name')} ({counts[1]})")
    return total


def main():
    folder = pathlib.Path(sys.argv[1])
    passed = failed = skipped = 0
    steps = folder / "steps"
    for line in steps.read_text().splitlines() if steps.exists() else []:
        if line.startswith("pass build-"):
            continue  # a build that went well is no test; its tests are
        passed += line.startswith("pass ")
        failed += line.startswith("fail ")
    for path in sorted(folder.glob("*.xml")):
        counts = of_suite(path)
        passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
    if skipped:
        print(f"{skipped} skipped")
    if passed + failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
