#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The tests' own tools: sums, transcripts and layers see what they are there to see."""
import contextlib
import importlib.machinery
import importlib.util
import io
import pathlib
import sys
import tempfile
import unittest

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True


def load(name):
    loader = importlib.machinery.SourceFileLoader(name.replace("-", "_").removesuffix(".py"), str(TESTS / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


count, layers, run_cli = load("count.py"), load("layers.py"), load("run-cli")


class Sums(unittest.TestCase):
    RUNNING = "[==========] Running 3 test(s).\n[ RUN      ] a\n[       OK ] a\n[ RUN      ] b\n"
    FAILED = "[  ERROR   ] --- 1 != 2\n[  FAILED  ] b\n"
    END = "[==========] 3 test(s) run.\n[  PASSED  ] 2 test(s).\n[  FAILED  ] 1 test(s), listed below:\n[  FAILED  ] b\n"

    def test_each_function_counts(self):
        output = self.RUNNING + self.FAILED + "[ RUN      ] c\n[       OK ] c\n" + self.END
        self.assertEqual(count.of_output(output, False), (2, 1, 0))

    def test_a_crash_in_the_middle_is_a_failure(self):
        self.assertEqual(count.of_output(self.RUNNING, False), (1, 1, 0))

    def test_a_leak_after_good_tests_is_a_failure(self):
        self.assertEqual(count.of_output("[==========] Running 1 test(s).\n[       OK ] a\n", False), (1, 1, 0))

    def test_the_last_sum_of_a_script_counts(self):
        self.assertEqual(count.of_output("1 passed, 9 failed\nx\n12 passed, 0 failed\n", True), (12, 0, 0))
        self.assertEqual(count.of_output("12 passed, 0 failed\n", False), (12, 1, 0))

    def test_a_program_without_a_sum_is_one_test(self):
        self.assertEqual(count.of_output("", True), (1, 0, 0))
        self.assertEqual(count.of_output("", False), (0, 1, 0))

    def test_nothing_run_is_a_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            out = io.StringIO()
            sys.argv = ["count.py", folder]
            with contextlib.redirect_stdout(out):
                self.assertEqual(count.main(), 1)
            self.assertEqual(out.getvalue(), "0 passed, 1 failed\n")


class Transcripts(unittest.TestCase):
    def test_any_lines(self):
        for pattern, good in ((["a", "...", "c"], True), (["...", "c"], True), (["a", "b", "c", "..."], True),
                              (["..."], True), (["a", "...", "b"], False), (["a", "c"], False), ([], False)):
            self.assertEqual(run_cli.matches(pattern, ["a", "b", "c"]), good, pattern)

    def test_what_is_escaped_reads_back(self):
        for line in ("$ x", "? 3", "< y", "# z", "\\n", "...", "plain"):
            self.assertEqual(run_cli.unescape(run_cli.escape(line)), line)
            self.assertTrue(run_cli.matches([run_cli.escape(line)], [line]))

    def test_writing_what_was_read_changes_nothing(self):
        for path in sorted((TESTS / "cli").glob("*.t")):
            text = path.read_text(encoding="utf-8")
            before, steps = run_cli.parse(text, path.name)
            again = run_cli.parse(run_cli.written(before, steps), path.name)[1]
            self.assertEqual([(s.command, s.stdin, s.expected, s.code) for s in steps],
                             [(s.command, s.stdin, s.expected, s.code) for s in again], path.name)

    def test_a_wrong_answer_fails_and_accept_writes_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "x.t")
            path.write_text("# why\n$ echo one; exit 4\ntwo\n")
            with contextlib.redirect_stdout(io.StringIO()):
                self.assertEqual(run_cli.run_file(path, pathlib.Path("/bin/true"), False), (0, 1))
                run_cli.run_file(path, pathlib.Path("/bin/true"), True)
                self.assertEqual(run_cli.run_file(path, pathlib.Path("/bin/true"), False), (1, 0))
            self.assertEqual(path.read_text(), "# why\n$ echo one; exit 4\none\n? 4\n")


class Layers(unittest.TestCase):
    def why_not(self, path, kind, header):
        return layers.why_not(pathlib.PurePosixPath(path), kind, header, *layers.rules())

    def test_arrows_that_are_there(self):
        for path, kind, header in (("src/book/x.c", '"', "law/law.h"), ("src/cli/x.c", '"', "impost/duty.h"),
                                   ("src/cli/x.c", '"', "base/str.h"), ("src/base/x.c", '"', "impost/error.h"),
                                   ("src/law/load.c", "<", "sha256.h"), ("src/law/x.c", "<", "string.h"),
                                   ("include/impost/x.h", '"', "impost/error.h")):
            self.assertIsNone(self.why_not(path, kind, header), (path, header))

    def test_arrows_that_are_not(self):
        for path, kind, header in (("src/law/x.c", '"', "book/eval.h"), ("src/cli/x.c", '"', "law/law.h"),
                                   ("src/base/x.c", '"', "impost/duty.h"), ("src/base/x.c", '"', "names/names.h"),
                                   ("src/law/x.c", '"', "parse.h"), ("src/law/x.c", '"', "../base/str.h"),
                                   ("src/book/x.c", "<", "sha256.h"), ("src/book/x.c", "<", "sqlite3.h"),
                                   ("include/impost/x.h", '"', "base/str.h"), ("src/nowhere/x.c", '"', "base/str.h")):
            self.assertIsNotNone(self.why_not(path, kind, header), (path, header))


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
