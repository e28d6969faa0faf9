#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What README.md shows is what the program says: its blocks that begin with "$ impost" run as transcripts."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^```\n(\$ impost .*?)\n```$", re.M | re.S)


def main():
    program = os.environ.get("IMPOST", str(ROOT / "impost"))
    if not os.path.exists(program):
        print("no program to ask; 0 passed, 0 failed")
        return 0
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [re.sub(r"\blaw [0-9a-f]{8}\b", "law DIGEST", block) for block in BLOCK.findall(text)]
    if not blocks:
        print("README.md: no block begins with $ impost\n0 passed, 1 failed")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        transcript = pathlib.Path(folder, "readme.t")
        transcript.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        return subprocess.call([sys.executable, str(ROOT / "tests" / "run-cli"), "--impost", program, str(transcript)])


if __name__ == "__main__":
    sys.exit(main())
