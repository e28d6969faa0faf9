#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reports written for the tests, read: against their facts, and changed in ways whose effect is known.

With IMPOST_REPORTS naming a folder with the five reports that tests/news/five-reports.tsv is about, those too.
"""
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
IMPOST = os.environ.get("IMPOST", "impost")
sys.dont_write_bytecode = True


def load_score():
    loader = importlib.machinery.SourceFileLoader("score", str(HERE / "score"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("score", loader))
    loader.exec_module(module)
    return module


score = load_score()
TIN, ZINC, LEAD = ((HERE / "articles" / name).read_text(encoding="utf-8") for name in ("tin.txt", "zinc.txt", "lead.txt"))
DAY = "2025-11-18"


def run(*texts, published=DAY, options=(), ending=".txt"):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for n, text in enumerate(texts):
            names.append(str(pathlib.Path(folder, f"{n}{ending}")))
            pathlib.Path(names[-1]).write_bytes(text if isinstance(text, bytes) else text.encode())
        command = [IMPOST, "read", "--law", str(ROOT / "law"), *(["--published", published] if published else []), *options, *names]
        return subprocess.run(command, capture_output=True, text=True)


def story(*texts, **more):
    out = run(*texts, options=("--json",), **more)
    assert out.returncode == 0, out.stderr
    return json.loads(out.stdout)


def facts(read, without=()):
    keys = [k for k in ("speaker", "measure", "status", "number", "from", "to") if k not in without]
    return sorted(str(tuple(s[k] for k in keys) + (bool(s["condition"]),)) for s in read["statements"])


def cells(read):
    return {p["measure"]: (p["US"], p["CN"], p["unconfirmed_by_CN"]) for p in read["propositions"]}


class Facts(unittest.TestCase):
    def test_lisbon(self):
        truth = score.rows_of(HERE / "articles" / "lisbon-reports.tsv")
        read = story(TIN, ZINC, LEAD)
        precision, recall, missing, extra = score.score(truth, score.statements(read), score.STRICT)
        self.assertEqual((missing, extra), ([], []))
        self.assertEqual((precision, recall), (1, 1))
        cell_count, wrong, more = score.grid(score.rows_of(HERE / "articles" / "lisbon-grid.tsv"), read)
        self.assertEqual((cell_count, wrong, more), (18, [], []))
        said, missing, wrong = score.conflicts(score.rows_of(HERE / "articles" / "lisbon-conflicts.tsv"), read)
        self.assertEqual((said, missing, wrong), (7, [], []))

    def test_one_row_a_measure(self):
        """What a key does not name makes no second measure of it."""
        read = story('Bessent said China had agreed to buy American soybeans. "China will buy 12 million tons of soybeans," he said.\n',
                     "China's commerce ministry said China will buy soybeans from American farmers. China is to buy soybeans, it said.\n")
        self.assertEqual([(p["measure"], p["US"], p["CN"]) for p in read["propositions"]], [("cn-soy-purchases", "hedged", "hedged")])

    def test_one_asserts_and_the_other_denies(self):
        for order in (1, -1):
            texts = ("The White House confirmed the trade deal with China.\n", "China denied that there was a trade deal with the United States.\n")
            (p,) = story(*texts[::order])["propositions"]
            self.assertEqual((p["US"], p["CN"], p["level"]), ("asserted", "denied", 3))

    def test_what_a_side_lifted_is_asserted(self):
        (p,) = story("Carney said Canada had lifted its 25% tariff on American wheat.\n")["propositions"]
        self.assertEqual((p["CA"], p["level"]), ("asserted", 3))

    def test_score_reads_folders_and_tells_what_is_not_there(self):
        def scored(*names):
            return subprocess.run([sys.executable, HERE / "score", "--impost", IMPOST, "--published", DAY, *names], capture_output=True, text=True)
        with tempfile.TemporaryDirectory() as folder:
            for n, text in enumerate((TIN, ZINC, LEAD)):
                pathlib.Path(folder, f"{n}.txt").write_text(text, encoding="utf-8")
            out = scored(HERE / "articles" / "lisbon-reports.tsv", folder)
        for line in ("strict  reader precision 1.000 recall 1.000", "21 of 21 have the right speaker", "7 of 7 with a day", "loose   naive ",
                     "18 of 18 cells right", "conflicts      precision 1.000 recall 1.000"):
            self.assertIn(line, out.stdout, out.stderr)
        for names in ((HERE / "articles" / "lisbon-reports.tsv", "no/such.txt"), ("no/such.tsv", HERE / "articles" / "tin.txt")):
            out = scored(*names)
            self.assertEqual((out.returncode, out.stdout), (1, ""))
            self.assertRegex(out.stderr, r"^score: no/such.*there is no such file\n$")

    def test_the_other_side_confirms_nothing_by_being_spoken_of(self):
        read = story(TIN, ZINC)
        for s in read["statements"]:
            if s["side"] == "CN":
                self.assertIn(s["measure"], ("us-cn-deal", "us-cn-truce", "meet-trump-xi-korea"), s)
        self.assertEqual(cells(read)["cn-ree-licensing"][1], "silent")
        self.assertEqual(cells(read)["us-tariff-35-cn"][1], "silent")
        self.assertEqual(cells(read)["meet-trump-xi-korea"][1:], ("silent", True))

    def test_the_title_of_a_show_is_no_saying(self):
        read = story('Bessent told NBC\'s "Meet the Press" on Sunday that China would delay its rare earth permits. "We are close," he said.\n')
        forms = [f["said"]["text"] for u in read["utterances"] for f in u["forms"]]
        self.assertTrue(any("We are close" in f for f in forms), forms)
        self.assertFalse(any(f.startswith("Meet the Press") and len(f) < 20 for f in forms), forms)

    def test_an_answer_without_a_day_is_a_threat(self):
        read = story("The EU put duties on Chinese steel. China's commerce ministry said it would respond with the necessary measures.\n")
        self.assertIn(("cn-countermeasures-eu", "threatened"), [(s["measure"], s["status"]) for s in read["statements"]])

    def test_hearsay(self):
        read = story("Bessent said China has confirmed the meeting.\n")
        self.assertEqual([s["speaker"] for s in read["statements"]], ["Scott Bessent"])
        self.assertEqual(cells(read)["meet-trump-xi-korea"][1], "silent")
        self.assertNotIn("confirmed by one side", [s["status"] for s in read["statements"]])

    def test_utterance_in_two_wordings(self):
        groups = [u for u in story(TIN, ZINC)["utterances"] if any("Iowa" in f["said"]["text"] for f in u["forms"])]
        self.assertEqual(len(groups), 1)
        self.assertEqual(sorted(f["article"] for f in groups[0]["forms"]), [1, 2])
        self.assertEqual(groups[0]["speaker"], "Scott Bessent")

    def test_bytes_are_the_article_s(self):
        curly = TIN.replace('"We', "\u201cWe").replace('Friday,"', "Friday,\u201d").encode()
        for s in story(curly)["statements"]:
            for key in ("evidence", "sentence", "date_text", "condition"):
                if s[key]:
                    first, behind = s[key]["bytes"]
                    self.assertEqual(curly[first:behind].decode(), s[key]["text"])

    def test_five_reports(self):
        folder = os.environ.get("IMPOST_REPORTS")
        if not folder:
            self.skipTest("IMPOST_REPORTS names no folder")
        names = sorted(str(p) for p in pathlib.Path(folder).glob("*.txt"))
        read = score.read(IMPOST, names, "2025-10-26")
        precision, recall, missing, extra = score.score(
            score.rows_of(HERE / "five-reports.tsv"), score.statements(read), score.STRICT)
        print(f"five reports, strict: precision {precision:.3f}, recall {recall:.3f}")
        self.assertGreaterEqual(precision, 0.95, extra)
        self.assertGreaterEqual(recall, 0.90, missing)
        lost, torn, wrong = score.quotations(HERE / "five-quotations.tsv", read, names)
        self.assertEqual((lost, torn, wrong), ([], {}, set()))
        self.assertEqual(score.grid(score.rows_of(HERE / "five-grid.tsv"), read)[1], [])
        self.assertEqual(score.conflicts(score.rows_of(HERE / "five-conflicts.tsv"), read)[1:], ([], []))


class Changed(unittest.TestCase):
    """A change of the text, and what it must do to the reading."""

    def test_later_publication_moves_relative_days_alone(self):
        text = "Trump will meet Xi in Busan on Friday.\nTrump may travel to Beijing on March 3, 2026.\n"
        days = [{s["measure"]: s["from"] for s in story(text, published=day)["statements"]} for day in ("2025-11-04", "2025-11-18")]
        self.assertEqual([d["meet-trump-xi-korea"] for d in days], ["2025-11-07", "2025-11-21"])
        self.assertEqual([d["meet-trump-beijing"] for d in days], ["2026-03-03"] * 2)

    def test_number(self):
        read = facts(story(TIN.replace("35%", "60%"), ZINC.replace("35%", "60%").replace("thirty-five", "sixty")))
        self.assertEqual(read, sorted(f.replace("35", "60") for f in facts(story(TIN, ZINC))))

    def test_numerals_and_words_marks_and_spelling(self):
        plain = facts(story(ZINC))
        for a, b in (("35%", "thirty-five per cent"), ("35%", "35 percent"), ("1 December", "Dec. 1"), ("said", "announced"),
                     ('"', "\u201d"), ("Washington and", "The United States and"), ("autumn", "fall")):
            self.assertEqual(facts(story(ZINC.replace(a, b))), plain, (a, b))

    def test_furniture(self):
        lines = TIN.splitlines()
        for extra in ("Read more: the week in trade", "Image: a harbour", "Sign up for our letter.", "xkqzwvbnmqrtplkj", "End of Article"):
            for at in range(0, len(lines), 3):
                self.assertEqual(facts(story("\n".join(lines[:at] + [extra] + lines[at:]))), facts(story(TIN)), (extra, at))

    def test_the_same_article_twice(self):
        self.assertEqual(story(TIN, TIN)["statements"], story(TIN)["statements"])

    def test_without_not(self):
        before = cells(story("The White House confirmed the meeting.\nOf the meeting, China has not confirmed the meeting.\n"))
        after = cells(story("The White House confirmed the meeting.\nOf the meeting, China has confirmed the meeting.\n"))
        self.assertEqual(before["meet-trump-xi-korea"], ("asserted", "silent", True))
        self.assertEqual(after["meet-trump-xi-korea"], ("asserted", "asserted", False))

    def test_without_if(self):
        cut = ZINC.replace(" if Beijing goes ahead with its permits for rare earths", "")
        self.assertEqual([f.replace("True", "False") for f in facts(story(ZINC))], facts(story(cut)))

    def test_negation(self):
        self.assertEqual(facts(story("Bessent said China will not resume purchases of American soybeans.\n")), [])
        self.assertEqual(len(facts(story("Bessent said China will resume purchases of American soybeans.\n"))), 1)

    def test_page(self):
        page = "<html><head><meta property='article:published_time' content='2025-11-18T08:00'><script>var x = 1 < 2;</script></head><body>"
        page += "".join(f"<p>{line.replace(chr(34), '&quot;')}</p>" for line in TIN.splitlines()) + "<footer>Trump will meet Xi in Busan on Monday.</footer></body></html>"
        read = story(page, published=None, ending=".html")
        self.assertEqual(facts(read), facts(story(TIN)))
        self.assertEqual(read["articles"][0]["published_how"], "printed")

    def test_another_rate_in_another_report(self):
        """The same word with another rate is a difference, of three each with the next; rates told by one report, by two speakers or of two weeks are none."""
        line = "The United States will impose a {}% tariff on Chinese drones from December 1, {} said.\n"

        def differences(*texts, **more):
            return [(c["slot"], c["kind"], c["says"]["text"], c["other_says"]["text"]) for p in story(*texts, **more)["propositions"] for c in p["conflicts"]]
        greer = [line.format(rate, "Jamieson Greer") for rate in (20, 25, 30)]
        self.assertEqual(differences(*greer[:2]), [("number", "differs", "20%", "25%")])
        self.assertEqual(differences(greer[0] + greer[1], greer[1]), [])
        self.assertEqual(differences(*greer), [("number", "differs", "20%", "25%"), ("number", "differs", "25%", "30%")])
        self.assertEqual(differences(greer[0] + greer[1], greer[1], greer[2]), [])
        self.assertEqual(differences(greer[0], line.format(25, "Howard Lutnick")), [])
        self.assertEqual(differences(greer[0], greer[1].replace("drones", "cranes")), [])
        self.assertEqual(differences("October 1, 2025\n" + greer[0], "November 18, 2025\n" + greer[1], published=None), [])

    def test_characters_of_a_page(self):
        """Names and numbers of characters are read as the characters, and what is shown of a page are its words."""
        plain = "Trade commissioner Maroš Šefčovič said the EU will impose a 30% tariff on U.S. cars & trucks — “firmly”, for €8 billion."
        named = ("<p>Trade commissioner <b>Maro&scaron;</b> &Scaron;ef&#269;ovi&#x10D; said the EU will impose a <a href='x'>30% tariff</a> on U.S. cars "
                 "&amp; trucks &mdash; &#147;firmly&rdquo;, for &euro;8 billion.</p>")
        read = story(named, ending=".html")
        self.assertEqual(facts(read), facts(story(plain + "\n")))
        found = read["statements"][0]
        self.assertEqual((found["speaker"], found["sentence"]["text"]), ("Maros Sefcovic", plain.replace("“", '"').replace("”", '"')))
        self.assertEqual(named[found["sentence"]["bytes"][0]:][:18], "Trade commissioner")

    def test_broken_lines(self):
        words, lines = (" ".join(TIN.splitlines()[1:4])).split(), [""]
        for word in words:
            if len(lines[-1]) + len(word) > 70:
                lines.append("")
            lines[-1] += (" " if lines[-1] else "") + word
        whole = story(" ".join(words) + "\n")
        self.assertEqual(facts(story("\n".join(lines) + "\n")), facts(whole))


class Sentences(unittest.TestCase):
    def test_each_alone(self):
        lines = [x for x in (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines() if x and x[0] != "#"]
        self.assertGreaterEqual(len(lines), 150)
        wanted = [set() if right == "-" else set(right.split("; ")) for right in (x.split(" => ")[1] for x in lines)]
        found = [set() for _ in lines]
        for s in story(*(x.split(" => ")[0] + "\n" for x in lines))["statements"]:
            found[s["article"] - 1].add("|".join((s["measure"], s["status"], s["number"] or "-", s["from"] or "-", s["to"] or "-",
                                                  "if" if s["condition"] else "-")))
        self.assertEqual([x for x, w, f in zip(lines, wanted, found) if w != f], [])


class Unread(unittest.TestCase):
    def test_a_sentence_is_read_or_told_to_be_unread(self):
        """Whatever names a measure gives a statement or stands among what was not read; both, where a rate of it was lost."""
        for text in (TIN, ZINC):
            read = story(text)
            spoken = {tuple(s["sentence"]["bytes"]) for s in read["statements"]}
            unread = [tuple(u["sentence"]["bytes"]) for u in read["unread"]]
            whole = {tuple(u["sentence"]["bytes"]) for u in read["unread"] if not u["part"]}
            self.assertEqual(spoken & whole, set())
            self.assertLessEqual(set(unread) - whole, spoken)
            self.assertEqual(unread, sorted(set(unread)))
            for u in read["unread"]:
                (first, behind), (low, high) = u["sentence"]["bytes"], u["words"]["bytes"]
                self.assertEqual(text.encode()[first:behind].decode(), u["sentence"]["text"])
                self.assertTrue(first <= low < high <= behind)

    def test_what_is_unread(self):
        read = story("Dealers grumbled about the 10% tariff on Korean tyres. Canada's 25% tariff on American cars remains in force.\n\n"
                     "The central bank left its rate at 4%. Analysts spoke of the club's talks with a striker.\n")
        self.assertEqual([u["words"]["text"] for u in read["unread"]], ["the 10% tariff on Korean tyres"])
        self.assertEqual([s["measure"] for s in read["statements"]], ["ca-tariff-25-cars-us"])


class Long(unittest.TestCase):
    def test_a_long_text_is_read_in_parts(self):
        """Two megabytes and a half: each statement is found, and its bytes are those of the file."""
        one = ("The United States will raise its tariff on Canadian steel to 50% from December 1, Trump said.\n\n"
               "\u201cNobody\u201d in the caf\u00e9 spoke of it \u2014 not even the baker, who sells bread for 2\u20ac a loaf.\n\n")
        text = one * 14000
        raw = text.encode()
        self.assertGreater(len(raw), 2_500_000)
        read = story(text, published="2025-11-18")["statements"]
        self.assertEqual(len(read), 14000)
        self.assertEqual({(s["measure"], s["status"], s["from"], s["speaker"]) for s in read},
                         {("us-tariff-50-steel-ca", "announced", "2025-12-01", "Donald Trump")})
        for s in read[::97] + read[-1:]:
            first, behind = s["evidence"]["bytes"]
            self.assertEqual(raw[first:behind].decode(), s["evidence"]["text"])
        self.assertEqual(len({s["evidence"]["bytes"][0] for s in read}), 14000)


class WrongSenses(unittest.TestCase):
    def test_of_none_anything_is_read(self):
        lines = [x for x in (HERE / "wrong-senses.txt").read_text(encoding="utf-8").splitlines() if x and x[0] != "#"]
        self.assertGreaterEqual(len(lines), 60)
        read = story(*(f"{x}\n" for x in lines))
        self.assertEqual([(s["measure"], s["status"], lines[s["article"] - 1]) for s in read["statements"]], [])

    def test_beside_the_right_sense(self):
        read = story("India raised its tariff on American apples to 30%.\nThe power tariff in Delhi will rise to 12% in January.\n")
        self.assertEqual([s["measure"] for s in read["statements"]], ["in-tariff-30-fruit-us"])


class Refused(unittest.TestCase):
    def test_each_by_name_and_the_others_are_read(self):
        german = "Die Gespräche zwischen den Vereinigten Staaten und China wurden am Sonntag in Lissabon beendet, und beide Seiten " * 3
        for bad, words in ((b"\x7fELF\0\0\1", "no text"), (b"caf\xe9 said the minister", "not UTF-8"), (german, "English"), ("", "nothing")):
            out = run(bad, TIN)
            self.assertEqual(out.returncode, 3, out)
            self.assertIn(words, out.stderr)
            self.assertIn("us-tariff-35-cn", out.stdout)

    def test_no_day(self):
        out = run("Trump will meet Xi in Busan on Friday.\n", published=None)
        self.assertIn("1 date could not be settled", out.stdout)
        self.assertIn('"Friday"', out.stdout)
        self.assertNotIn("2025", out.stdout)

    def test_a_wrong_rule_file_names_its_line(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "news").mkdir()
            pathlib.Path(folder, "us").mkdir()
            (pathlib.Path(folder) / "places.tsv").write_bytes((ROOT / "law/places.tsv").read_bytes())
            pathlib.Path(folder, "news/x.rules").write_text("# text\nrule a\n  match @nobody\n", encoding="utf-8")
            out = subprocess.run([IMPOST, "read", "--law", folder, "--check-rules"], capture_output=True, text=True)
            self.assertEqual(out.returncode, 1, out)
            self.assertIn("x.rules, line 3: there is no class", out.stderr)


class Rules(unittest.TestCase):
    def test_examples(self):
        out = subprocess.run([IMPOST, "read", "--law", str(ROOT / "law"), "--check-rules"], capture_output=True, text=True)
        self.assertEqual(out.returncode, 0, out.stdout)
        self.assertIn(" 0 wrong", out.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=1)
