#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The library as a stranger meets it: installed into a folder of its own, found by pkg-config, its names
compared with the list, the example built against the shared and the static library and run."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = pathlib.Path(os.environ["IMPOST"]).parent
EXAMPLE = ROOT / "examples" / "library" / "assess.c"
CALL = re.compile(r"\b(imp_[a-z0-9_]+)\s*\((?!\*)")  # not what a pointer to a function gives back
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
failures, passed = [], 0


def check(good, what):
    global passed
    if good:
        passed += 1
    else:
        failures.append(what)
        print(what)


def run(*command, **more):
    done = subprocess.run([str(c) for c in command], text=True, capture_output=True, **more)
    if done.returncode != 0:
        print(" ".join(map(str, command)), done.stdout, done.stderr, sep="\n")
    return done


def exported(library):
    """Names a shared library defines, without those the linker and the sanitizers add."""
    lines = run("nm", "-D", "--defined-only", library).stdout.splitlines()
    names = {line.split()[-1].split("@")[0] for line in lines if " A " not in line}
    return {n for n in names if not n.startswith(("__asan", "__ubsan", "__odr_asan"))}


def declared(folder):
    names = set()
    for header in sorted(folder.glob("impost/*.h")):
        names |= set(CALL.findall(COMMENT.sub(" ", header.read_text(encoding="utf-8"))))
    return names


def compare_names(library, include):
    listed = set((HERE / "exports.txt").read_text().split())
    found = exported(library)
    check(found, "the shared library exports nothing")
    for name in sorted(found - listed):
        check(False, f"{name} is exported and not in tests/library/exports.txt")
    for name in sorted(listed - found):
        check(False, f"{name} is in tests/library/exports.txt and not exported")
    for name in sorted(declared(include) - found):
        check(False, f"{name} is declared in a public header and not exported: does the header push "
                     "its visibility?")
    for name in sorted(found - declared(include)):
        check(False, f"{name} is exported and no public header declares it")
    check(all(n.startswith("imp_") for n in found), "a name that does not begin with imp_ is exported")


def look_for_starving(include):
    """Each call that can fail stands in a test whose memory runs out."""
    tests = [p.read_text(encoding="utf-8") for p in HERE.parent.glob("*/*.[ch]")]
    starving = set(re.findall(r"\bimp_[a-z0-9_]+", "".join(t for t in tests if re.search("scarce|starve", t))))
    failing = set()
    for header in sorted(include.glob("impost/*.h")):
        text = COMMENT.sub(" ", header.read_text(encoding="utf-8"))
        failing |= set(re.findall(r"\benum\s+imp_status\s+(imp_[a-z0-9_]+)\s*\(", text))
    check(len(failing) > 80, "few calls can fail")
    for name in sorted(failing - starving):
        check(False, f"no test lets memory run out inside {name}")


def compile_example(prefix, out, flags, extra):
    libraries = run("pkg-config", *flags, "impost", env=environment(prefix)).stdout.split()
    done = run(os.environ.get("IMPOST_CC") or "cc", "-std=c17", "-Wall", "-Wextra", "-Wpedantic",
               "-Werror", *extra, EXAMPLE, *libraries, "-o", out)
    check(done.returncode == 0, f"{EXAMPLE.name} does not build with {' '.join(flags)}")
    return done.returncode == 0


def environment(prefix):
    return dict(os.environ, PKG_CONFIG_PATH=str(prefix / "lib" / "pkgconfig"),
                LD_LIBRARY_PATH=str(prefix / "lib"))


def run_example(prefix, program, expected):
    law = run("pkg-config", "--variable=law", "impost", env=environment(prefix)).stdout.strip()
    done = run(program, law, env=environment(prefix))
    said = re.sub(r"^law [0-9a-f]{12}", "law DIGEST", done.stdout, flags=re.M)
    check(done.returncode == 0 and said == expected, f"{program.name} says\n{said}")


def look_at_pages(prefix):
    """The manual has a page for the program and each verb it names, and each shell has its completion."""
    program = prefix / "bin" / "impost"
    if not program.exists():
        return
    verbs = re.findall(r"^  impost ([a-z]+)", run(program, "help").stdout, flags=re.M)
    check(len(verbs) > 15, "the program names few verbs")
    for name in ["impost", *(f"impost-{verb}" for verb in verbs)]:
        page = prefix / "share" / "man" / "man1" / f"{name}.1"
        check(page.exists() and page.read_text().startswith(f".TH {name.upper()} 1"), f"there is no page {name}(1)")
    for file in ("bash-completion/completions/impost", "zsh/site-functions/_impost", "fish/vendor_completions.d/impost.fish"):
        path = prefix / "share" / file
        check(path.exists() and "timeline" in path.read_text(), f"there is no {file}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder) / "installed"
        done = run("cmake", "--install", BUILD, "--prefix", prefix)
        check(done.returncode == 0, "the library does not install")
        look_at_pages(prefix)
        look_for_starving(prefix / "include")
        shared = prefix / "lib" / "libimpost.so"
        if not shared.exists():
            print("no shared library in this build: only the static one is looked at")
        sanitized = b"__asan_init" in (prefix / "lib" / "libimpost.a").read_bytes()
        extra = ["-fsanitize=address,undefined"] if sanitized else []
        compiler = run(os.environ.get("IMPOST_CC") or "cc", "--version").stdout
        if sanitized and "clang" in compiler:
            extra += ["-rtlib=compiler-rt", "-unwindlib=libgcc"]
        expected = (HERE / "assess.out").read_text()
        if shared.exists():
            compare_names(shared, prefix / "include")
            program = pathlib.Path(folder) / "with-shared"
            if compile_example(prefix, program, ["--cflags", "--libs"], extra):
                run_example(prefix, program, expected)
            shared.unlink()  # the linker then takes the archive
        program = pathlib.Path(folder) / "with-static"
        if compile_example(prefix, program, ["--cflags", "--libs", "--static"], extra):
            run_example(prefix, program, expected)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
