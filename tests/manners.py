#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""House rules a machine can see: licence lines, no unfinished marks, no floats outside the model room,
files of a size to be read, exits left to the program."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPDX = "SPDX-License-Identifier: Apache-2.0"
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
FLOAT = re.compile(r"\b(float|double)\b(?![^\n]*\*/)")
EXIT = re.compile(r"\b(exit|abort|longjmp|setjmp)\s*\(")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"", re.S)
LINES_MOST = 800


def complaints(path, text):
    code = COMMENT.sub(" ", text)
    if SPDX not in text.split("\n", 1)[0]:
        yield "first line: " + SPDX
    if UNFINISHED.search(text):
        yield "an unfinished mark"
    if text.count("\n") > LINES_MOST:
        yield f"more than {LINES_MOST} lines"
    if path.parts[0] == "src":
        room = path.parts[1]
        if room != "model" and FLOAT.search(code):
            yield "a floating-point type outside the model room"
        if room != "cli" and EXIT.search(code):
            yield "a library does not end the process"


def main():
    passed = failed = 0
    for top in ("src", "include", "tests", "fuzz"):
        for full in sorted((ROOT / top).rglob("*.[ch]")):
            path = full.relative_to(ROOT)
            found = list(complaints(path, full.read_text(encoding="utf-8")))
            for complaint in found:
                print(f"{path}: {complaint}")
            passed, failed = passed + (not found), failed + bool(found)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
