#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files of lines, drawn like the imports of 2024: every line answered, sums that add up, one answer in every format
and for any number of threads, workbooks in and out, nothing left behind when stopped, memory that does not grow."""
import collections
import csv
import decimal
import io
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.append("/usr/lib/python3/dist-packages")  # Debian: python3-openpyxl, for any Python 3
try:
    import openpyxl
    import openpyxl.utils.datetime
except ImportError:
    openpyxl = None

ROOT = pathlib.Path(os.environ.get("IMPOST_ROOT", pathlib.Path(__file__).resolve().parents[2]))
IMPOST = os.environ.get("IMPOST", str(ROOT / "impost"))
LINES = 2000
Money = decimal.Decimal


def run(*words, code=None, **more):
    env = dict(os.environ, IMPOST_LAW=str(ROOT / "law"), LC_ALL="C.UTF-8", IMPOST_TODAY="2026-10-01")
    done = subprocess.run([IMPOST, *map(str, words)], env=env, capture_output=True, text=True, timeout=300, **more)
    if code is not None and done.returncode != code:
        raise AssertionError(f"{words}: exit code {done.returncode}, not {code}: {done.stderr}")
    return done.stdout


def make(folder, name, lines=LINES, *more):
    path = folder / name
    subprocess.run([sys.executable, str(ROOT / "bench" / "make-entries.py"), str(lines), "--filed", "--seed", "7",
                    "-o", str(path), *more], check=True)
    return path


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


OURS = ["status", "reason", "if", "duty", "low", "high", "void", "rate", "headings", "amounts"]


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.held.name)
        cls.csv = make(cls.folder, "lines.csv")
        cls.answers = table(run("duty", cls.csv, "-O", "csv", code=3))

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    def ours(self, rows):
        """Our columns, with the place in the file taken out of the reasons."""
        return [tuple(re.sub(r"^.*lines\.[a-z]+:[0-9]+: ", "", r[c]) for c in OURS) for r in rows]


class Answers(Folder):
    def test_every_line_is_answered_in_order(self):
        given = table(self.csv.read_text())
        self.assertEqual(len(given), LINES)
        seen = [key for i, key in enumerate((r["entry"], r["line"]) for r in self.answers)
                if i == 0 or key != (self.answers[i - 1]["entry"], self.answers[i - 1]["line"])]
        self.assertEqual(seen, [(r["entry"], r["line"]) for r in given])
        for r in self.answers:
            self.assertIn(r["status"], ("ok", "range", "refused", "prohibited"))
            self.assertEqual(r["status"] == "refused", r["reason"] != "", r)

    def test_bad_lines_are_the_part_that_was_drawn(self):
        bad = [r for r in self.answers if "encoded" not in r["reason"] and r["status"] == "refused"]
        self.assertTrue(LINES * 0.03 < len(bad) < LINES * 0.08, len(bad))

    def test_amounts_of_a_line_add_up(self):
        for r in self.answers:
            if r["status"] == "ok":
                self.assertEqual(sum(map(Money, r["amounts"].split("; "))), Money(r["duty"]), r)

    def test_any_number_of_threads_gives_the_same_bytes(self):
        one = run("duty", self.csv, "-O", "jsonl", "--jobs", 1)
        self.assertEqual(one, run("duty", self.csv, "-O", "jsonl", "--jobs", 3))

    def test_lines_in_any_order_give_the_same_answers(self):
        """An answer is of its line alone: shuffled, each is as before; so is the sum of the file."""
        head, *rows = csv.reader(io.StringIO(self.csv.read_text()))
        random.Random(11).shuffle(rows)
        shuffled = self.folder / "shuffled.csv"
        with shuffled.open("w", newline="") as f:
            csv.writer(f).writerows([head, *rows])
        answers = table(run("duty", shuffled, "-O", "csv", code=3))
        place = {(r["entry"], r["line"]): i for i, r in enumerate(table(self.csv.read_text()))}
        answers.sort(key=lambda r: place[r["entry"], r["line"]])
        words = lambda rows: [tuple(re.sub(r"^.*\.csv:[0-9]+: ", "", r[c]) for c in OURS) for r in rows]  # noqa: E731
        self.assertEqual(words(answers), words(self.answers))
        total = lambda path: json.loads(run("duty", path, "--json", code=3))["totals"][0]  # noqa: E731
        for key in ("low", "high", "void"):
            self.assertEqual(total(shuffled)[key], total(self.csv)[key])

    def test_three_formats_give_the_same_answers(self):
        for name in ["lines.tsv", "lines.jsonl"] + (["lines.xlsx"] if openpyxl else []):
            rows = table(run("duty", make(self.folder, name), "-O", "csv", code=3))
            self.assertEqual(self.ours(rows), self.ours(self.answers), name)


PLACES = ["CN", "MX", "CA", "DE", "KR", "BY", "US", "Narnia", "", " CN", "China", "5700"]
ODD = {
    "entry": ["", "E-1", "E-1", "e-1", "ABC-0000003-3"],
    "code": ["0000.00.00.00", "420292", "9903.88.03", "4.2E+09", "40400000", "", "84713001", "8507.60.0020"],
    "on": ["", "04/20/2025", "soon", "2025-02-29", "2017-01-01", "2030-01-01", "2026-10-01"],
    "value": ["", "0", "1", "7", "$1,234.50", "99.50", "12.49", "n/a", "-5", "1e5", ".5", " 77", "10000000000001"],
    "quantity": ["", "12.3456", "1,000", "x", "100 kg"], "unit": ["", "foo", "doz", "t"],
    "claims": ["usmca", "S", "KR", "usmca; KR", "9903.01.21", "bogus"],
    "facts": ["mode=ocean; loaded=2025-04-04", "content.steel=60%", "9903.01.21=yes", "usmca=yes", "zzz=1", "nonsense",
              "loaded=2030-01-01", "us-content=30%", "patented=yes",
              "content.steel=60%; processing=50%", "content.steel=9; us-content=40%; us-content.steel=3", "processing.steel=1"],
    "memo": ["with, comma", 'q"uote', "two\nlines", "é", " lead", "trail ", "\t", "\r"],
}
BROKEN = [lambda t: t + ",more", lambda t: t[:len(t) // 2], lambda t: '"' + t, lambda t: t.replace("C", "\0", 1),
          lambda t: t[:5] + '"x' + t[5:], lambda t: "", lambda t: t + ",,", lambda t: t + "\r"]


# numbers on which facts that nobody states decide
OPEN = ("8501.71.00.00", "8501.80.10.00", "8541.43.00.10", "3307.90.00.00", "8443.16.00.00", "8504.33.00.20",
        "8433.20.00.20", "8412.90.90.70", "8471.60.10.50", "7411.21.50.00", "3004.20.00.83", "8471.60.10", "3307.90.00")


def quoted(cell, sep):
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in '"\n\r' + sep) else cell


class Plain(Folder):
    """The fast way and --plain, on lines that go wrong in every way at once."""

    def write(self, seed, sep, end):
        rng, columns = random.Random(seed), list(table(self.csv.read_text())[0]) + ["memo"]
        columns.remove("on" if seed == 2 else "duty_filed")
        text = [sep.join(columns)]
        for row in table(self.csv.read_text())[:700]:
            row["memo"] = ""
            if rng.random() < 0.2:
                row["from"] = rng.choice(PLACES)
            for name in rng.sample(sorted(ODD), 2):
                if rng.random() < 0.3:
                    row[name] = rng.choice(ODD[name])
            line = sep.join(quoted(row[c], sep) for c in columns)
            text.append(rng.choice(BROKEN)(line) if rng.random() < 0.03 else line)
        path = self.folder / ("odd.tsv" if sep == "\t" else "odd.csv")
        path.write_bytes((("\ufeff" if seed == 3 else "") + end.join(text)).encode().replace(b"E-0000009", b"E\xff"))
        return path

    def test_the_same_bytes_as_the_plain_way(self):
        for seed, (sep, end, *more) in enumerate([
                (",", "\n"), (",", "\r\n", "--known", "2025-10-26"), ("\t", "\n", "--on", "2025-11-12"),
                (",", "\n", "--basis", "legal", "--known", "2026-03-01"), (",", "\n", "--known", "2026-02-19")]):
            path = self.write(seed, sep, end)
            form = "tsv" if sep == "\t" else "csv"
            plain = run("duty", path, "-O", form, "--plain", *more, code=3)
            self.assertEqual(plain.split("\n"), run("duty", path, "-O", form, "--jobs", 1, *more).split("\n"), seed)
            self.assertEqual(plain, run("duty", path, "-O", form, "--jobs", 3, *more), seed)

    def test_ranges_say_what_their_own_line_says(self):
        """Parts of the value nobody stated, words of a list item, renumbered numbers, claims, a few dollars."""
        rng, lines = random.Random(11), ["code,from,on,value,claims,facts"]
        for _ in range(1500):
            lines.append(",".join([rng.choice(OPEN), rng.choice(["CN", "CA", "MX", "NL", "JP", "RU"]),
                                   f"202{rng.choice('56')}-0{rng.randrange(1, 10)}-{rng.randrange(10, 29)}",
                                   str(rng.choice([0, 1, 2, 7, 8, 9, 801]) if rng.random() < 0.2 else
                                       rng.randrange(10, 90000)),
                                   rng.choice(["", "", "usmca", "9903.01.30", "S+"]),
                                   rng.choice(["", "", "content.steel=7", "content.aluminum=60%", "weight.metal=10%"])]))
        path = self.folder / "ranges.csv"
        path.write_text("\n".join(lines) + "\n")
        plain = run("duty", path, "-O", "csv", "--plain")
        self.assertEqual(plain.split("\n"), run("duty", path, "-O", "csv").split("\n"))
        said = table(plain)
        self.assertGreater(sum(r["status"] == "range" for r in said), 200)
        for words in ("(crystalline silicon cells)", "(cells on an inverter)", "content.aluminum: 0 gives"):
            self.assertTrue([r for r in said if words in r["needs"]], words)

    def with_heard(self, name, measures):
        law = self.folder / name
        shutil.copytree(ROOT / "law", law)
        (law / "us" / "doubtful" / "heard.law").write_text("\n\n".join(measures) + "\n")
        return law

    def test_files_that_might_reach_a_line_are_named_on_it(self):
        """The shipped ones; more than are kept apart; and some that ask for a fact, a list and part of a number's goods."""
        heard = "measure us.heard.{}\n  title  Heard of {}\n  into   US\n  of     CN, @eu, CA, MX\n  goods  {}\n  rate   5%  from {}  by us.nobody"
        many = [heard.format(i, i, goods, f"2025-{1 + i % 9:02}-15 until 2026-{1 + i % 11:02}-01")
                for i, goods in enumerate(("all", "84, 85", "39", "8471, 8517", "87 but 8708", "61, 62", "72 - 76", "8471.30.01.00"))]
        asks = ["measure us.asks\n  title  Asks for a fact\n  into   US\n  of     CN\n  goods  all\n"
                "  heading h1  goods 84 - 87 ex \"parts\"\n    rate  10%  from 2025-01-01  by us.nobody\n"
                "  heading h2  if loaded before 2025-06-01\n    rate  10%  from 2025-01-01  by us.nobody"]
        rng, given = random.Random(12), table(self.csv.read_text())[:600]
        late = [dict(r, on=r["on"] and f"202{rng.choice('667')}-{rng.choice((11, 12))}-{rng.randrange(1, 29):02}") for r in given]
        for law, rows in ((ROOT / "law", late), (self.with_heard("many", many), given), (self.with_heard("asks", asks), late)):
            path = self.folder / f"{law.name}.csv"
            with path.open("w", newline="") as f:
                out = csv.DictWriter(f, list(rows[0]))
                out.writeheader()
                out.writerows(rows)
            for form, least in (("csv", 50), ("text", 1)):
                words = ("duty", path, "-O", form, "--law", law)
                plain = self.said(*words, "--plain")
                self.assertEqual(plain, self.said(*words, "--jobs", 1), words)
                self.assertGreaterEqual(sum("too doubtful" in line for line in plain[2]), least, words)

    def test_words_of_a_day_with_an_hour_are_not_those_of_no_day(self):
        path = self.folder / "hours.csv"
        for days in (["2025-11-10 14:00", "2025-13-01"], ["2025-13-01", "2025-11-10 14:00", "2026-11-01 09:00"]):
            path.write_text("code,from,value,on\n" + "".join(f"4202.92.31.31,XX,100,{day}\n" for day in days))
            plain = run("duty", path, "-O", "csv", "--plain", code=3)
            self.assertEqual(plain, run("duty", path, "-O", "csv", code=3))
            notes = {r["on"]: r["notes"] for r in table(plain)}
            self.assertNotEqual(notes["2025-11-10 14:00"], notes["2025-13-01"])

    def test_rates_per_two_units(self):
        """Each of them stated or not, named or bare, in other units of the same kind, claimed and not claimed."""
        codes = ("2204.30.00.00", "2206.00.30.00", "6505.00.08.00", "9107.00.80.00", "2206.00.30")
        quantities = ("", "100", "100 liters", "0.25 kl", "12.5 pf.liters", "3 kg", "4000 g", "7 no", "2 doz", "5 jewel")
        rows = ["code,from,on,value,quantity,unit,quantity2,unit2,claims"]
        for code in codes:
            for first in quantities:
                for second in quantities:
                    cells = [",".join((q.split(" ") + ["", ""])[:2]) for q in (first, second)]
                    rows += [f"{code},{place},2025-07-01,5000,{','.join(cells)},{claim}"
                             for place, claim in (("JO", ""), ("JO", "jordan"), ("CU", ""), ("KR", "korus"))]
        path = self.folder / "units.csv"
        path.write_text("\n".join(rows) + "\n")
        plain = run("duty", path, "-O", "csv", "--plain", code=3)
        self.assertEqual(plain.split("\n"), run("duty", path, "-O", "csv", "--jobs", 1, code=3).split("\n"))
        said = table(plain)
        self.assertGreater(sum(r["status"] == "ok" for r in said), 100)
        self.assertGreater(sum(r["id"] == "refuse.quantity" for r in said), 100)
        self.assertGreater(sum(r["id"] == "refuse.unit" for r in said), 100)

    def test_more_words_than_are_kept(self):
        """Each wrong code has words of its own; pieces of rows are forgotten and made again, counts of bad lines are not."""
        rows = ["code,from,on,value"]
        for i in list(range(1200)) * 2:
            rows += [f"{4202 + i // 100}.92.{i % 100:02d}.77,CN,2025-11-12,{i + 1}"] + ["310100000,CN,2025-11-12,5"] * (i % 10 == 0)
        path = self.folder / "words.csv"
        path.write_text("\n".join(rows) + "\n")
        plain = run("duty", path, "-O", "csv", "--plain", code=3)
        for jobs in 1, 2:
            self.assertEqual(plain.split("\n"), run("duty", path, "-O", "csv", "--jobs", jobs, code=3).split("\n"))
        self.assertEqual(240, sum(r["id"] == "input.zero-lost" for r in table(plain)))
        self.assertEqual(240 + 2400, sum(r["status"] == "refused" for r in table(plain)))

    def test_more_wrong_codes_than_are_kept(self):
        """Texts that are no codes have no end: the first few are kept, the others are answered all the same, good ones between."""
        spellings = ("{:010d}", "{:08d}", "9{:03d}.00.00.00", "x{}", "{0:04d}.{0:02d}.00", "é{}", "{}" * 20)
        wrong = [spellings[i % len(spellings)].format(*[i] * 20) for i in range(3500)]
        good = ["4202.92.31.31", "4202923131", "8507.60.00.90", "0409.00.00.10", "42029231", "4202.92", ""]
        rows = ["code,from,on,value,into,facts,claims"]
        for i, code in enumerate(wrong + wrong[::7] + wrong[::-3]):
            tail = ("", "PR", "")[i % 3] + "," + ("loaded=2025-04-04", "", "bogus=1")[i % 3]
            rows += [f"{code},CN,2025-11-12,{i},{tail},", f"{good[i % len(good)]},{code[:2]},2025-11-12,{i + 1},,,usmca"]
        path = self.folder / "wrong.csv"
        path.write_text("\n".join(rows) + "\n")
        plain = run("duty", path, "-O", "csv", "--plain", code=3)
        for jobs in 1, 2:
            self.assertEqual(plain.split("\n"), run("duty", path, "-O", "csv", "--jobs", jobs, code=3).split("\n"))
        self.assertGreater(sum(r["id"] == "refuse.code" for r in table(plain)), 1000)
        self.assertGreater(sum(r["id"] == "refuse.unknown-code" for r in table(plain)), 500)

    def test_sums_and_fees_are_those_of_the_plain_way(self):
        for seed, (sep, end, *more) in enumerate([(",", "\n"), (",", "\r\n", "--known", "2025-10-26"),
                                                  ("\t", "\n", "--on", "2025-11-12")]):
            path = self.write(seed, sep, end)
            self.same_sums(path, *more)
        lines = self.csv.read_text().splitlines()
        path = self.folder / "no-entries.csv"
        path.write_text("\n".join(line.split(",", 1)[1] for line in lines) + "\n")
        self.same_sums(path)

    def same_sums(self, path, *more):
        out = self.folder / ("out" + path.suffix)
        want = run("duty", path, "-o", out, "--plain", *more, code=3), out.read_bytes()
        for jobs in (1, 3):
            self.assertEqual(want, (run("duty", path, "-o", out, "--jobs", jobs, *more, code=3), out.read_bytes()))
        self.assertIn("fees", want[0])

    def test_every_form_is_that_of_the_plain_way(self):
        """Text, tables of sums, what was filed, another separator: with open questions, ranges and without a day."""
        whole = ("--by", "month", "--by", "programme", "--by", "origin", "--by", "chapter", "--by", "entry", "--by", "status")
        for seed, forms, *more in [
                (5, [("-O", "text"), ("-O", "tsv"), (*whole, "-O", "csv")]),
                (6, [("-O", "text"), (*whole,), (*whole, "--json")], "--known", "2025-10-26"),
                (2, [("-O", "text"), (*whole, "-O", "jsonl")], "--on", "2025-11-12"),
                (7, [("-O", "tsv"), ("-O", "text", "--ascii")], "--basis", "legal", "--known", "2026-02-19")]:
            path = self.write(seed, ",", "\n")
            for form in forms:
                want = self.said("duty", path, *form, "--plain", *more)
                self.assertEqual(want, self.said("duty", path, *form, "--jobs", 1 + seed % 3, *more), (seed, form))

    def said(self, *words):
        env = dict(os.environ, IMPOST_LAW=str(ROOT / "law"), LC_ALL="C.UTF-8", IMPOST_TODAY="2026-10-01")
        done = subprocess.run([IMPOST, *map(str, words)], env=env, capture_output=True, text=True, timeout=300)
        return done.returncode, done.stderr, done.stdout.split("\n")

    def test_what_was_filed_beside_the_plain_way(self):
        for more in ((), ("--known", "2025-10-26")):
            for form in ("csv", "text", "tsv"):
                words = ("duty", self.csv, "--expect", "duty_filed", "-O", form, *more)
                self.assertEqual(self.said(*words, "--plain"), self.said(*words, "--jobs", 2), words)

    def test_other_files_beside_the_plain_way(self):
        files = [make(self.folder, n) for n in ["lines.tsv", "lines.jsonl"] + (["lines.xlsx"] if openpyxl else [])]
        es003 = self.folder / "es003.csv"
        rng, rows = random.Random(8), ["Entry Summary Number,Entry Summary Line Number,Tariff Ordinal Number,"
                                       "HTS Number - Full,Country of Origin Code,Entry Date,"
                                       "Line Tariff Goods Value Amount,Line Tariff Duty Amount"]
        for n, r in enumerate(table(self.csv.read_text())[:600]):
            head = f"E{n // 4},{n % 4 + 1}"
            for k, claim in enumerate(rng.sample(["9903.88.03", "9903.01.21", "9903.01.24", "9802.00.80"], rng.randrange(3))):
                rows.append(f"{head},{k + 1},{claim},{r['from']},{r['on']},0,{rng.randrange(900)}")
            rows.append(f"{head},5,{r['code']},{r['from']},{r['on']},{r['value']},{rng.randrange(900)}")
        es003.write_text("\n".join(rows) + "\n")
        for path in files + [es003]:
            for more in ((), ("--known", "2025-10-26", "--on", "2025-11-12")):
                words = ("duty", path, "-O", "csv", *more)
                self.assertEqual(self.said(*words, "--plain"), self.said(*words, "--jobs", 2), words)

    def test_differences_are_those_of_the_plain_way(self):
        jsonl = make(self.folder, "lines.jsonl")
        for seed, more in enumerate([
                ("--known", "2026-02-19..2026-02-21"), ("--known", "2026-02-19..2026-02-21", "--json"),
                ("--on", "2025-11-09..2025-11-10"), ("--basis", "collected..legal", "--json"),
                ("--known", "2025-10-26..2025-11-05", "--json"), ("--known", "2025-10-26..2025-11-05", "--on", "2025-11-12"),
                ("--known", "2025-10-26", "--on", "2025-11-12", "--if", "us-cn.framework=approved", "--against",
                 "us-cn.framework=rejected", "--json")]):
            path = jsonl if seed == 4 else self.write(seed, ",", "\n")
            self.assertEqual(self.said("diff", path, *more, "--plain"), self.said("diff", path, *more), (seed, path))

    def test_what_is_coming_is_that_of_the_plain_way(self):
        for seed, more in enumerate([
                ("--within", "200d"), ("--within", "200d", "--json"), ("--known", "2025-10-26", "--json"),
                ("--known", "2025-02-01", "--within", "90d", "--basis", "legal", "--json"),
                ("--known", "2025-10-26", "--on", "2025-11-05", "--if", "us-cn.framework=approved")]):
            path = self.folder / "few.csv"
            path.write_bytes(b"\n".join(self.write(seed, ",", "\n").read_bytes().split(b"\n")[:300]))
            self.assertEqual(self.said("upcoming", path, *more, "--plain"), self.said("upcoming", path, *more), seed)

    def test_an_entry_of_any_length_has_fees(self):
        """Alike lines add up, whatever lies between them; ways, threads and order of lines make no difference."""
        head, kinds = "entry,code,from,on,value,claims\n", [
            ("8409.91.99.90", "DE", ""), ("8410.90.00.00", "CA", "usmca"), ("9503.00.00.73", "CN", ""), ("9503.00.00.73", "CN", "9802.00.80")]
        fees = lambda path, *more: {c: v for r in table(run("duty", path, "--by", "entry", "-O", "csv", *more))  # noqa: E731
                                    for c, v in r.items() if "fee" in c or c == "value"}
        few, many = self.folder / "sums.csv", self.folder / "very-long.csv"
        each = {kind: 26000 + 7 * i for i, kind in enumerate(kinds)}
        few.write_text(head + "".join(f"E,{c},{p},2025-11-12,{11 * n},{k}\n" for (c, p, k), n in each.items()))
        lines = [f"E,{c},{p},2025-11-12,11,{k}\n" for (c, p, k), n in each.items() for _ in range(n)]
        random.Random(3).shuffle(lines)
        many.write_text(head + "".join(lines))
        self.assertGreater(len(lines), 100000)
        want = fees(few)
        self.assertTrue(want["fees_low"] and want["fees_high"], want)
        for jobs in (1, 3):
            self.assertEqual(want, fees(many, "--jobs", jobs))
        short = self.folder / "short.csv"
        short.write_text(head + "".join(lines[:900]))
        self.assertEqual(fees(short, "--plain"), fees(short))

    def test_a_terminal_is_told_how_far_a_file_is(self):
        lines = self.csv.read_text().splitlines(keepends=True)
        path = self.folder / "long.csv"
        path.write_text(lines[0] + "".join(line for line in lines[1:] if ",20" in line) * 3)
        env = dict(os.environ, IMPOST_LAW=str(ROOT / "law"), IMPOST_TODAY="2026-10-01")
        for words in (["diff", path, "--known", "2026-02-19..2026-02-21"], ["upcoming", path, "--known", "2025-10-26"]):
            quiet = subprocess.run([IMPOST, *map(str, words)], env=env, capture_output=True, timeout=300)
            ours, theirs = os.openpty()
            done = subprocess.run([IMPOST, *map(str, words)], env=env, stdout=subprocess.PIPE, stderr=theirs, timeout=300)
            os.close(theirs)
            told = os.read(ours, 65536).decode()
            os.close(ours)
            self.assertEqual((quiet.stdout, quiet.returncode), (done.stdout, done.returncode), words)
            self.assertIn("\r  2000 lines", told)
            self.assertNotIn(b" lines\r", quiet.stderr)
            self.assertRegex(told, r"\r +\r")

    @unittest.skipUnless(openpyxl, "python3-openpyxl is missing")
    def test_a_workbook_out_is_that_of_the_plain_way(self):
        seen = []
        for more in (("--plain",), ("--jobs", 1), ("--jobs", 3)):
            out = self.folder / "out.xlsx"
            run("duty", self.csv, "-o", out, "--known", "2025-10-26", *more, code=3)
            book = openpyxl.load_workbook(out)
            seen.append([[[c.value for c in row] for row in sheet.iter_rows()] for sheet in book])
        self.assertEqual(seen[0], seen[1])
        self.assertEqual(seen[0], seen[2])

    def test_records_across_blocks(self):
        """Longer than what is read at once, with a quoted line end now and then."""
        path = self.folder / "long.csv"
        lines = self.csv.read_text().splitlines()
        rows = [f'{t},"a\nb"' if i % 97 == 0 else f"{t},{'x' * (i % 500)}" for i, t in enumerate(lines[1:])]
        path.write_text("\n".join([lines[0] + ",memo"] + rows * 2) + "\n")
        plain = run("duty", path, "-O", "csv", "--plain")
        self.assertEqual(plain, run("duty", path, "-O", "csv", "--jobs", 2))
        self.assertEqual(len(table(plain)), 2 * LINES)

    def test_a_record_without_end(self):
        path = self.folder / "endless.csv"
        head = ["code,from,on,value", "4202.92.31.31,CN,2025-05-05,100"]
        for middle in ["x" * 3000000, '"' + "y," * 20000, '"' + "z\n" * 2000,
                       '"' + "4202.92.31.31,CN,2025-05-05,100\n" * 5000 + '"']:
            path.write_text("\n".join(head + [middle] + head[1:]) + "\n")
            self.assertEqual(run("duty", path, "-O", "csv", "--plain"), run("duty", path, "-O", "csv"))


class Sums(Folder):
    def json(self, *more):
        return json.loads(run("duty", self.csv, "--json", *more))

    def test_the_summary_is_the_sum_of_the_lines(self):
        whole = self.json("--by", "status")
        single = [r for r in self.answers if not r["if"]]
        self.assertEqual(len(single), len(self.answers), "the sample has no open question")
        self.assertEqual(len(whole["totals"]), 1)
        self.assertEqual(Money(whole["totals"][0]["low"]), sum(Money(r["low"]) for r in single if r["low"]))
        self.assertEqual(Money(whole["totals"][0]["high"]), sum(Money(r["high"]) for r in single if r["high"]))
        self.assertEqual(whole["counts"]["lines"], LINES)
        refused = sum(r["status"] == "refused" for r in self.answers)
        self.assertEqual(whole["counts"]["refused"], refused)
        self.assertEqual(sum(whole["refusals"].values()), refused)
        self.assertEqual(whole["lines"], [])

    def test_every_table_adds_up_to_the_total(self):
        keys = ["programme", "month", "origin", "chapter", "entry", "status"]
        whole = self.json(*[w for k in keys for w in ("--by", k)])
        total = whole["totals"][0]
        self.assertEqual([t["by"] for t in whole["by"]], keys)
        for t in whole["by"]:
            self.assertEqual(sum(Money(g["high"]) for g in t["groups"]), Money(total["high"]), t["by"])
            self.assertEqual([g["key"] for g in t["groups"]], sorted(g["key"] for g in t["groups"]))
            if t["by"] != "programme":
                self.assertEqual(sum(g["lines"] for g in t["groups"]), LINES, t["by"])
                self.assertEqual(sum(Money(g["low"]) for g in t["groups"]), Money(total["low"]), t["by"])

    def test_fees_stand_under_their_months_and_entries(self):
        for key in ("month", "entry", "programme"):
            groups = self.json("--by", key)["by"][0]["groups"]
            known = [g for g in groups if g["fees_low"] is not None]
            self.assertTrue(known, key)
            for g in known:
                self.assertLessEqual(Money(g["fees_low"]), Money(g["fees_high"]))

    def test_months_are_those_of_the_lines(self):
        want = collections.Counter()
        for r in self.answers:
            if r["status"] == "ok":
                want[r["on"][:7]] += Money(r["duty"])
        got = {r["key"]: r for r in table(run("duty", self.csv, "-O", "csv", "--by", "month"))}
        for month, duty in want.items():
            self.assertGreaterEqual(Money(got[month]["high"]), duty)
        self.assertEqual(set(want) - set(got), set())

    def test_a_table_with_a_name_leaves_the_summary_to_the_terminal(self):
        out = self.folder / "answers.csv"
        said = run("duty", self.csv, "-o", out, code=3)
        self.assertIn("refuse.not-encoded", said)
        self.assertEqual(table(out.read_text()), self.answers)


class Filed(Folder):
    def test_differences_are_those_of_the_columns(self):
        rows = table(run("duty", self.csv, "-O", "csv", "--expect", "duty_filed", code=1))
        sums = collections.Counter()
        for r in rows:
            if r["status"] == "ok" and r["duty_filed"]:
                self.assertEqual(Money(r["difference"]), Money(r["duty_filed"]) - Money(r["duty"]))
                verdict = (Money(r["difference"]) > 0) - (Money(r["difference"]) < 0)
                self.assertEqual(r["verdict"], {-1: "underpaid", 0: "equal", 1: "overpaid"}[verdict])
                sums[r["verdict"]] += abs(Money(r["difference"]))
            elif r["status"] == "refused" or not r["duty_filed"]:
                self.assertEqual(r["verdict"], "not compared")
        whole = json.loads(run("duty", self.csv, "--json", "--expect", "duty filed", code=1))["filed"]
        self.assertGreaterEqual(Money(whole["underpaid_by"]), sums["underpaid"])
        self.assertEqual(whole["underpaid"] + whole["overpaid"] + whole["equal"] + whole["within"]
                         + whole["not_compared"], LINES)

    def test_nothing_differs(self):
        same = self.folder / "same.csv"
        same.write_text("code,from,on,value,paid\n4202.92.31.31,CN,2025-11-12,10000,\"$6,260.00\"\n")
        run("duty", same, "--expect", "paid", code=0)

    def test_rows_of_chapter_99_count_for_their_goods(self):
        es003 = self.folder / "es003.csv"
        es003.write_text(
            "Entry Summary Number,Entry Summary Line Number,Tariff Ordinal Number,HTS Number - Full,Country of Origin "
            "Code,Entry Date,Line Tariff Goods Value Amount,Line Tariff Duty Amount\n"
            "12345678901,001,1,9903.88.03,CN,11/12/2025,0,\"2,500.00\"\n"
            "12345678901,001,2,9903.01.24,CN,11/12/2025,0,1000\n"
            "12345678901,001,3,9903.01.25,CN,11/12/2025,0,$1000.00\n"
            "12345678901,001,4,4202923131,CN,11/12/2025,10000,1760\n")
        rows = table(run("duty", es003, "-O", "csv", "--expect", "Line Tariff Duty Amount", code=0))
        self.assertEqual([(r["filed"], r["difference"], r["verdict"]) for r in rows], [("6260.00", "0.00", "equal")])

    def test_a_column_that_is_not_there(self):
        run("duty", self.csv, "--expect", "nothing", code=2)


class Names(unittest.TestCase):
    """Columns as brokers and the customs report ES-003 name them."""
    WANT = ["4202.92.31.31", "CN", "2025-11-12", "10000"]

    def ask(self, header, row):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "lines.csv"
            path.write_text(header + "\n" + row + "\n")
            return json.loads(run("duty", path, "--json", code=0))

    def test_es003(self):
        header = ("Entry Summary Number,Entry Summary Line Number,Entry Type Code,Importer Number,Port of Entry Code,"
                  "Entry Date,Entry Summary Date,Country of Origin Code,Country of Export Code,Line SPI Code,"
                  "Tariff Ordinal Number,HTS Number - Full,Line Tariff Quantity (1),Line Tariff UOM (1) Code,"
                  "Line Tariff Quantity (2),Line Tariff UOM (2) Code,Line Tariff Goods Value Amount,"
                  "Line Tariff Duty Amount")
        row = ("ABC-1234567-8,001,01,12-3456789,2704,11/12/2025,11/20/2025,CN,CN,,1,4202923131,100,NO,50,KG,"
               "\"$10,000.00\",6260.00")
        whole = self.ask(header, row)
        line, fees = whole["lines"][0], {f["name"]: f for f in whole["entries"][0]["fees"]}
        self.assertEqual([line[k] for k in ("code", "from", "on", "value")], self.WANT)
        self.assertEqual((line["entry"], line["line"], line["bills"][0]["duty"]), ("ABC-1234567-8", 1, "6260.00"))
        self.assertEqual(fees["MPF"]["amount"], "34.64")

    def test_brokers(self):
        for names in ("hts,origin,entry_date,entered_value", "HTS Code,COO,Date,Customs Value",
                      "hts10,country_of_origin,date,value", "primary_hts,Country of Origin Code,Entry Date,Value"):
            line = self.ask(names + ",qty1,uom1,spi,fact:mode", "4202923131,CN,2025-11-12,10000,1,No,,air")["lines"][0]
            self.assertEqual([line[k] for k in ("code", "from", "on", "value")], self.WANT, names)

    def test_facts_that_the_law_declares(self):
        """Whatever fact the law asks for is a column; what is told there is what --fact tells."""
        told = ["vehicle-part=no", "exported=2025-11-01", "returned=no", "shipment-value=1000"]
        row = "8471.30.01.00,DE,2026-04-17,1000,no,11/01/2025,no,1000"
        line = self.ask("code,from,on,value,Vehicle Part,exported,RETURNED,shipment_value", row)["lines"][0]
        alone = json.loads(run("duty", "8471.30.01.00", "DE", 1000, "--on", "2026-04-17", "--json",
                               *[w for t in told for w in ("--fact", t)], code=0))["lines"][0]
        self.assertEqual(line["bills"], alone["bills"])
        self.assertEqual(line["status"], "ok")

    def test_types_of_entry(self):
        for code, amount in (("01", "33.58"), ("11", None), ("06", None), ("formal", "33.58")):
            fees = self.ask("code,from,on,value,entry type,mode", f"9503000073,CN,2026-01-12,1000,{code},40")
            mpf = next(f for f in fees["entries"][0]["fees"] if f["name"] == "MPF")
            self.assertEqual(mpf["amount"], amount, code)


@unittest.skipUnless(openpyxl, "python3-openpyxl is missing")
class Workbooks(Folder):
    def test_out(self):
        out = self.folder / "answers.xlsx"
        run("duty", self.csv, "-o", out, code=3)
        book = openpyxl.load_workbook(out)
        self.assertEqual(book.sheetnames, ["Lines", "Assumptions", "Sources"])
        rows = list(book["Lines"].iter_rows())
        names = [c.value for c in rows[0]]
        self.assertEqual(book["Lines"].freeze_panes, "A2")
        self.assertEqual(len(rows) - 1, len(self.answers))
        for cells, want in zip(rows[1:], self.answers):
            got = dict(zip(names, cells))
            self.assertEqual(got["code"].value, want["code"])
            self.assertIsInstance(got["code"].value, str)
            if want["duty"]:
                self.assertEqual(round(Money(got["duty"].value), 2), Money(want["duty"]))
                self.assertEqual(got["duty"].number_format, "#,##0.00")
        measures = {r[0].value for r in book["Sources"].iter_rows(min_row=2)}
        self.assertIn("us.301.cn.list-3", measures)
        says = {(r[0].value, r[1].value) for r in book["Assumptions"].iter_rows(min_row=2)}
        self.assertIn(("basis", "collected"), says)

    def test_what_a_spreadsheet_makes_of_codes_and_dates(self):
        import datetime
        book = openpyxl.Workbook()
        book.active.append(["a", "cover", "sheet"])
        sheet = book.create_sheet("Main Report")
        sheet.append(["HTS Number - Full", "Country of Origin Code", "Entry Date", "Line Tariff Goods Value Amount", "x"])
        sheet.append(["4202923131", "CN", datetime.date(2025, 11, 12), 10000])
        sheet.append([4202923131, "CN", datetime.datetime(2025, 11, 12, 9, 30), 10000.004])
        sheet.append([302110090, "CN", "11/12/2025", 10000])
        sheet.append([])
        sheet.append(["4202.92.31.31", 5700, "2025-11-12", "$10,000.00"])
        path = self.folder / "report.xlsx"
        book.save(path)
        rows = table(run("duty", path, "-O", "csv", code=3))
        self.assertEqual([r["status"] for r in rows], ["ok", "ok", "refused", "ok"])
        self.assertEqual({r["duty"] for r in rows if r["duty"]}, {"6260.00"})
        self.assertEqual([r["Entry Date"] for r in rows], ["2025-11-12", "2025-11-12 09:30", "11/12/2025", "2025-11-12"])
        self.assertIn("0302.11.00.90", rows[2]["reason"])

    def test_days_that_lost_their_format(self):
        """45973 is 2025-11-12 in a workbook that counts from 1900, 44511 in one that counts from 1904."""
        for epoch, days in ((openpyxl.utils.datetime.CALENDAR_WINDOWS_1900, (45973, 45973.4, "45973")),
                            (openpyxl.utils.datetime.CALENDAR_MAC_1904, (44511, 44511.75))):
            book = openpyxl.Workbook()
            book.epoch = epoch
            book.active.append(["code", "from", "on", "value", "exported"])
            for day in days:
                book.active.append(["4202.92.31.31", "CN", day, 10000, day])
            for no_day in (2025, 20251312, 1.5):
                book.active.append(["4202.92.31.31", "CN", no_day, 10000, None])
            path = self.folder / "numbers.xlsx"
            book.save(path)
            lines = json.loads(run("duty", path, "--json", code=3))["lines"]
            self.assertEqual({x["on"][:10] for x in lines[:len(days)]}, {"2025-11-12"})
            self.assertEqual({x["bills"][0]["duty"] for x in lines[:len(days)]}, {"6260.00"})
            self.assertEqual([x["status"] for x in lines[len(days):]], ["refused"] * 3)
        text = self.folder / "numbers.csv"
        text.write_text("code,from,on,value\n4202.92.31.31,CN,45973,10000\n")
        self.assertEqual(table(run("duty", text, "-O", "csv", code=3))[0]["status"], "refused")

    def test_formulas_without_their_results(self):
        """A program that writes a formula does not work it out: refused where it is read, carried where it is not."""
        book = openpyxl.Workbook()
        book.active.append(["code", "from", "on", "value", "remark"])
        for value, remark in ((10000, "=A1&B1"), ("=5000*2", "plain"), ("=" + "+".join(["1000"] * 30), None)):
            book.active.append(["4202.92.31.31", "CN", "2025-11-12", value, remark])
        book.active.append([None, " ", None, "", None])
        path = self.folder / "formulas.xlsx"
        book.save(path)
        rows = table(run("duty", path, "-O", "csv", code=3))
        self.assertEqual([(r["status"], r["duty"], r["id"]) for r in rows],
                         [("ok", "6260.00", ""), ("refused", "", "input.formula"), ("refused", "", "input.formula")])
        self.assertIn("the formula =5000*2 is a cell without its result", rows[1]["reason"])
        self.assertLess(len(rows[2]["reason"]), 160)
        self.assertIn("save it", rows[1]["next"])
        self.assertEqual([r["remark"] for r in rows], ["=A1&B1", "plain", ""])

    def test_hours_of_a_day_that_the_law_splits(self):
        """A date with a time of day is the same moment in a workbook, with a format or without, and in text."""
        import datetime
        law = self.folder / "split"
        shutil.copytree(ROOT / "law", law)
        (law / "us" / "split.law").write_text("measure us.split\n  title  Of the afternoon\n  into   US\n  of     CN\n"
                                              "  goods  9503.00.00\n  rate   50%  from 2025-11-20 13:01  by us.fr.83-47974\n")
        at = datetime.datetime
        book = openpyxl.Workbook()
        book.active.append(["code", "from", "on", "value", "exported"])
        days = [at(2025, 11, 20, 13, 0, 59), at(2025, 11, 20, 13, 1), at(2025, 11, 20), at(2025, 11, 20, 23, 59, 59), 45981.5,
                45981.55, "2025-11-20T13:00:59", "2025-11-20 13:01:00.000", "11/20/2025 1:01 PM", "11/20/2025 12:59 AM"]
        for day in days:
            book.active.append(["9503.00.0073", "CN", day, 1000, at(2025, 11, 1, 7, 30)])
        path = self.folder / "hours.xlsx"
        book.save(path)
        rows = table(run("duty", path, "-O", "csv", "--law", law))
        early, late = rows[0]["duty"], rows[1]["duty"]
        self.assertEqual(decimal.Decimal(late) - decimal.Decimal(early), 500)
        self.assertEqual([r["duty"] for r in rows[:2] + rows[3:]], [early, late, late, early, late, early, late, late, early])
        self.assertEqual((rows[2]["low"], rows[2]["high"], rows[2]["status"]), (early, late, "range"))
        self.assertEqual([r["on"] for r in rows[:4]], ["2025-11-20 13:00", "2025-11-20 13:01", "2025-11-20", "2025-11-20 23:59"])
        text = self.folder / "hours.csv"
        text.write_text(run("duty", path, "-O", "csv", "--law", law))
        again = [r for r in table(run("duty", text, "-O", "csv", "--law", law, code=3)) if r["status"] != "refused"]
        self.assertEqual([(r["on"], r["duty"], r["low"], r["high"]) for r in again],
                         [(r["on"], r["duty"], r["low"], r["high"]) for r in rows if not r["on"].startswith("45")])

    def test_broken_ones_are_told(self):
        bad = self.folder / "bad.xlsx"
        bad.write_bytes(b"PK\x03\x04 and nothing that follows")
        run("duty", bad, code=5)
        whole = make(self.folder, "whole.xlsx", 50).read_bytes()
        for n in range(40, len(whole), max(1, len(whole) // 23)):
            bad.write_bytes(whole[:n])
            run("duty", bad, code=5)

    def test_not_through_a_pipe_and_not_for_one_line(self):
        run("duty", "4202.92.31.31", "CN", "10000", "--on", "2025-11-12", "-o", self.folder / "one.xlsx", code=2)
        run("duty", self.csv, "-O", "xlsx", code=2)


class Stopping(Folder):
    def is_writing(self, process, folder):
        """A file without a name is seen among those the process holds open."""
        held = pathlib.Path(f"/proc/{process.pid}/fd")
        try:
            return any(os.readlink(p).startswith(str(folder)) for p in held.iterdir())
        except OSError:
            return False

    def start_and(self, what, out):
        env = dict(os.environ, IMPOST_LAW=str(ROOT / "law"))
        process = subprocess.Popen([IMPOST, "duty", "-", "-o", str(out)], env=env, stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.stdin.write((self.csv.read_bytes() * 4)[:150_000])  # more than is read at once, and no end
        process.stdin.flush()
        for _ in range(500):
            if self.is_writing(process, out.parent):
                break
            time.sleep(0.01)
        process.send_signal(what)
        process.wait(60)
        try:
            process.stdin.close()
        except BrokenPipeError:
            pass
        return [p.name for p in out.parent.iterdir()]

    def test_a_stop_leaves_nothing(self):
        for what in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            for name in ("out.csv", "out.xlsx"):
                with tempfile.TemporaryDirectory() as folder:
                    self.assertEqual(self.start_and(what, pathlib.Path(folder) / name), [])

    def test_a_kill_leaves_nothing_where_files_may_be_without_a_name(self):
        for name in ("out.csv", "out.xlsx"):
            with tempfile.TemporaryDirectory() as folder:
                try:
                    os.close(os.open(folder, os.O_TMPFILE | os.O_WRONLY))
                    whole = True
                except (AttributeError, OSError):
                    whole = False
                left = self.start_and(signal.SIGKILL, pathlib.Path(folder) / name)
                if whole:
                    self.assertEqual(left, [])
                else:
                    self.assertRegex(" ".join(left), r"^out\.(csv|xlsx)\.[0-9]+-[0-9]+\.part$")

    def test_an_old_file_stays_until_the_new_one_is_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "out.csv"
            out.write_text("of yesterday")
            self.assertEqual(self.start_and(signal.SIGKILL, out)[:1], ["out.csv"])
            self.assertEqual(out.read_text(), "of yesterday")
            run("duty", make(self.folder, "ten.csv", 10), "-o", out)
            self.assertIn("code", out.read_text())
            self.assertEqual([p.name for p in out.parent.iterdir() if not p.name.endswith(".part")], ["out.csv"])


class Memory(Folder):
    def peak(self, path):
        process = subprocess.Popen([IMPOST, "duty", str(path), "-O", "csv", "--jobs", "1"], stdout=subprocess.DEVNULL,
                                   env=dict(os.environ, IMPOST_LAW=str(ROOT / "law")))
        return os.wait4(process.pid, 0)[2].ru_maxrss

    @unittest.skipIf(b"__asan_init" in pathlib.Path(IMPOST).read_bytes(), "the sanitizer keeps memory")
    def test_it_does_not_grow_with_the_file(self):
        small, large = self.peak(make(self.folder, "small.csv", 1000)), self.peak(make(self.folder, "large.csv", 8000))
        self.assertLess(large, small * 1.1)


if __name__ == "__main__":
    result = unittest.main(exit=False, argv=sys.argv[:1]).result
    wrong = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - wrong - len(result.skipped)} passed, {wrong} failed")
    sys.exit(wrong > 0)
