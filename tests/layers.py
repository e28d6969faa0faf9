#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every #include of src/ and include/ is one that layers.txt allows. Counts each file as a test."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
C_AND_POSIX = set("""assert ctype dirent errno fcntl float inttypes limits locale math signal stdalign
langinfo poll sched stdarg stdatomic stdbool stddef stdint stdio stdlib string strings time unistd pthread
sys/mman sys/resource sys/stat sys/types sys/wait sys/time sys/ioctl""".split())


def rules():
    rooms, only = {}, {}
    for number, line in enumerate((ROOT / "layers.txt").read_text().splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line.startswith("only "):
            _, header, path = line.split()
            only[header.strip("<>")] = path
        elif ":" in line:
            room, allowed = line.split(":", 1)
            rooms[room.strip()] = allowed.split()
        else:
            sys.exit(f"layers.txt:{number}: not a rule: {line}")
    return rooms, only


def why_not(path, kind, header, rooms, only):
    """None when the include is allowed, else the reason in words."""
    inside = path.parts[0] == "src"
    room = path.parts[1] if inside else "impost"
    if kind == "<":
        if only.get(header) == path.as_posix() or header.removesuffix(".h") in C_AND_POSIX:
            return None
        if header in only:
            return f"{header} is included in {only[header]} alone"
        return f"{header} is a library no rule of layers.txt names"
    if "/" not in header or header.startswith("."):
        return f"write the room too: \"{room}/{header}\""
    other = header.split("/")[0]
    if not inside:
        return None if other == "impost" else "a public header includes public headers alone"
    if room not in rooms:
        return f"layers.txt has no room {room}"
    if other == room or other in rooms[room] or header in rooms[room]:
        return None
    return f"{room} may not include {other}"


def main():
    rooms, only = rules()
    passed = failed = 0
    files = sorted(p for top in ("src", "include") for p in (ROOT / top).rglob("*.[ch]"))
    for full in files:
        path = full.relative_to(ROOT)
        text = full.read_text(encoding="utf-8")
        bad = 0
        for match in INCLUDE.finditer(text):
            reason = why_not(path, match[1], match[2], rooms, only)
            if reason:
                line = text.count("\n", 0, match.start(1)) + 1
                print(f"{path}:{line}: {reason}")
                bad = 1
        passed, failed = passed + 1 - bad, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
