#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each header compiles alone: public ones as C17 and as C++, those of the rooms as C17."""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]


def compiles(compiler, standard, language, header, folders):
    command = [compiler, standard, *STRICT, "-D_XOPEN_SOURCE=700", "-x", language, "-"]
    command += [f"-I{ROOT / folder}" for folder in folders]
    text = f'#include "{header}"\n#include "{header}"\nint main(void);\nint main() {{ return 0; }}\n'
    if language == "c++":
        text = text.replace("int main(void);\n", "")
    else:
        text = text.replace("main() {", "main(void) {")
    run = subprocess.run(command, input=text, text=True, capture_output=True)
    if run.returncode != 0:
        print(f"{header} alone as {language}:\n{run.stderr}")
    return run.returncode == 0


def main():
    cc = os.environ.get("IMPOST_CC") or "cc"
    cxx = next((c for c in ("c++", "g++", "clang++") if shutil.which(c)), None)
    results = []
    for path in sorted((ROOT / "include").rglob("*.h")):
        header = path.relative_to(ROOT / "include").as_posix()
        results.append(compiles(cc, "-std=c17", "c", header, ["include"]))
        if cxx:
            results.append(compiles(cxx, "-std=c++17", "c++", header, ["include"]))
    for path in sorted((ROOT / "src").rglob("*.h")):
        header = path.relative_to(ROOT / "src").as_posix()
        results.append(compiles(cc, "-std=c17", "c", header, ["src", "include"]))
    if not cxx:
        print("no C++ compiler: public headers were compiled as C alone")
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
