#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Natural passages of one to three sentences, each an article of its own published on 2025-11-18, and how much of what they state is read.

    tests/news/passages.py [--impost PROGRAM] [--failures] [FILE...]

A line of a file of tests/news/passages is `TEXT => ROW; ROW ...`, a row `measure|status|number|from|to|if|speaker`. Slots at the end may be
left off, `-` is an empty one (as a speaker: the outlet), `a/b` either; `?` before a row: right when it is read and not missed when it is not.
`=> -` states nothing. ` | ` in a text parts paragraphs. A comment "# batch ..." begins a batch, which is counted for itself; "# published DAY"
gives what stands behind it another day.
"""
import argparse
import os
import pathlib
import sys

sys.dont_write_bytecode = True
import ways  # noqa: E402

FOLDER = ways.HERE / "passages"
SLOTS = ways.FIELDS + ("speaker",)


def row(text):
    fields = text.strip().lstrip("?").split("|")
    fields += ["-"] * (len(SLOTS) - len(fields))
    wish = {name: field.split("/") for name, field in zip(SLOTS, fields)}
    wish["speaker"] = ["outlet" if x == "-" else x for x in wish["speaker"]]
    return wish | {"may": text.strip()[0] == "?"}


def passages(path):
    """Batch, line, text and rows of each passage of a file, and its day."""
    batch, day, found = "batch 1", ways.DAY, []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# batch"):
            batch = line[2:].split(",")[0]
        elif line.startswith("# published"):
            day = line.split()[2]
        elif line and line[0] != "#":
            text, _, gives = line.rpartition(" => ")
            if not text:
                sys.exit(f"{path.name}:{n}: no ' => '")
            found.append((batch, n, text, [] if gives.strip() == "-" else [row(x) for x in gives.split(";")], day))
    return found


def fits(wish, s):
    has = {**s, "if": "if" if s["condition"] else "-"}
    return all((has[name] or "-") in wish[name] for name in SLOTS)


def judge(wanted, found):
    """The rows that are missing, and the statements that are wrong."""
    missing = [w for w in wanted if not w["may"] and not any(fits(w, s) for s in found)]
    return missing, [s for s in found if not any(fits(w, s) for w in wanted)]


def run(program, path):
    """Batch, line, text, rows, missing and wrong of each passage."""
    some, cells = passages(path), []
    for day in dict.fromkeys(p[4] for p in some):
        those = [p[:4] for p in some if p[4] == day]
        read = ways.read(program, [p[2].replace(" | ", "\n\n") + "\n" for p in those], day)
        cells += [(*p, *judge(p[3], found)) for p, found in zip(those, read)]
    return sorted(cells, key=lambda c: c[1])


def counts(cells):
    """How many rows must be read, are read, are read wrongly; how many passages are whole."""
    must = sum(not w["may"] for c in cells for w in c[3])
    missing, wrong = (sum(len(c[k]) for c in cells) for k in (4, 5))
    return must, must - missing, wrong, sum(not c[4] and not c[5] for c in cells)


def tell(name, cells):
    must, right, wrong, whole = counts(cells)
    print(f"{name:34} {len(cells):4} passages, {whole:4} whole; {must:4} rows, {right:4} right ({right / max(1, must):.3f}), {wrong:3} wrong")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    built = ways.HERE.parent.parent / "build/release/impost"
    parser.add_argument("--impost", default=os.environ.get("IMPOST") or (built if built.exists() else "impost"))
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    a = parser.parse_args()
    for path in a.files or sorted(FOLDER.glob("*.txt")):
        cells = run(a.impost, path)
        for _, n, text, _, missing, wrong in cells if a.failures else ():
            if missing or wrong:
                print(f"\n{path.name}:{n}: {text}")
                for w in missing:
                    print("    missing " + "|".join("/".join(w[s]) for s in SLOTS))
                for s in wrong:
                    print("    wrong   " + ways.shown(s))
        for batch in dict.fromkeys(c[0] for c in cells):
            tell(f"{path.stem}, {batch}", [c for c in cells if c[0] == batch])
        tell(path.stem, cells)


if __name__ == "__main__":
    main()
