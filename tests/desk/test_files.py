#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The desk as a file beside others: locked, read-only, newer, killed at any moment; and law that cannot be written. Whatever
is read and not accepted, every answer stays the same, byte for byte."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(os.environ.get("IMPOST_ROOT") or pathlib.Path(__file__).resolve().parents[2])
IMPOST = os.environ["IMPOST"]
NOBODY = 65534
ARTICLE = """Bessent said China is expected to put off its rare earth permits by a year.
Trump has threatened a 100% tariff on Chinese goods from Dec. 5 if the talks fail.
Greer said the two sides agreed on a plan that includes a deferral of the new rare earth permits.
"""


def digest(folder):
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="impost-files-"))
        self.folder.chmod(0o777)
        self.law = self.folder / "law"
        shutil.copytree(ROOT / "law", self.law)
        (self.folder / "a.txt").write_text(ARTICLE)
        self.add("a.txt")

    def tearDown(self):
        for path in self.folder.rglob("*"):
            if path.is_dir():
                path.chmod(0o777)
        shutil.rmtree(self.folder)

    def run_in(self, *words, user=None):
        env = dict(os.environ, IMPOST_LAW=str(self.law), TMPDIR=str(self.folder / "tmp"))
        (self.folder / "tmp").mkdir(exist_ok=True, mode=0o777)
        (self.folder / "tmp").chmod(0o777)
        drop = (lambda: os.setuid(user)) if user is not None and os.geteuid() == 0 else None
        return subprocess.run([IMPOST, *words], cwd=self.folder, env=env, capture_output=True, text=True,
                              preexec_fn=drop, timeout=120)

    def add(self, name):
        run = self.run_in("desk", "add", "--published", "2025-10-27", name)
        self.assertEqual(run.returncode, 0, run.stderr)

    def refused(self, run, words, code=5):
        self.assertEqual(run.returncode, code, run.stdout + run.stderr)
        self.assertIn(words, run.stderr)
        self.assertIn("next: ", run.stderr)

    def test_a_desk_that_is_being_written(self):
        other = sqlite3.connect(self.folder / "impost.desk", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        (self.folder / "b.txt").write_text(ARTICLE.replace("year", "month"))
        self.refused(self.run_in("desk", "add", "--published", "2025-10-27", "b.txt"), "being written by another program")
        other.execute("ROLLBACK")
        other.close()
        self.add("b.txt")

    def test_many_make_one_desk_at_once(self):
        """Whoever comes first makes it; nobody's reports are lost, and nothing is there twice."""
        (self.folder / "impost.desk").unlink()
        names = [f"n{i}.txt" for i in range(8)]
        for i, name in enumerate(names):
            (self.folder / name).write_text(ARTICLE.replace("100%", f"{20 + i}%"))
        env = dict(os.environ, IMPOST_LAW=str(self.law))
        runs = [subprocess.Popen([IMPOST, "desk", "add", "--published", "2025-10-27", name], cwd=self.folder, env=env,
                                 stderr=subprocess.PIPE, text=True) for name in names]
        for run in runs:
            message = run.communicate(timeout=120)[1]
            self.assertEqual(run.returncode, 0, message)
        listed = self.run_in("desk", "list").stdout
        self.assertEqual(sorted(line.split()[2].rstrip(",") for line in listed.splitlines()), names)

    def test_a_desk_that_may_not_be_written(self):
        desk = self.folder / "impost.desk"
        desk.chmod(0o444)
        self.assertEqual(self.run_in("desk", "list", user=NOBODY).returncode, 0)
        self.refused(self.run_in("propose", "reject", "1", "--by", "a", user=NOBODY), "cannot be written")

    def test_a_run_that_was_cut_off_is_taken_back(self):
        before = self.run_in("desk", "list").stdout
        other = sqlite3.connect(self.folder / "impost.desk", isolation_level=None)
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN")
        other.execute("UPDATE article SET name = 'x' || hex(randomblob(20000)), body = hex(randomblob(90000))")
        for end in ("", "-journal"):
            shutil.copy(self.folder / ("impost.desk" + end), self.folder / ("cut.desk" + end))
        other.execute("ROLLBACK")
        other.close()
        self.assertNotEqual((self.folder / "cut.desk").read_bytes(), (self.folder / "impost.desk").read_bytes())
        self.assertEqual(self.run_in("desk", "list", "--desk", "cut.desk").stdout, before)

    def test_a_desk_of_the_form_before(self):
        desk = self.folder / "impost.desk"
        before = self.run_in("propose", "list").stdout
        with sqlite3.connect(desk) as other:
            for column in ("uncertain", "sure"):
                other.execute("ALTER TABLE statement DROP COLUMN " + column)
            other.execute("PRAGMA user_version = 1")
        other.close()
        desk.chmod(0o444)
        self.refused(self.run_in("propose", "list", user=NOBODY), "an older program")
        desk.chmod(0o666)
        self.assertEqual(self.run_in("propose", "list").stdout, before)
        with sqlite3.connect(desk) as other:
            self.assertEqual(other.execute("PRAGMA user_version").fetchone(), (2,))
        other.close()
        shown = json.loads(self.run_in("desk", "show", "1", "--json").stdout)
        self.assertTrue(shown["statements"])
        self.assertEqual({s["confidence"] for s in shown["statements"]}, {None})
        self.assertEqual(self.run_in("desk", "reread").returncode, 0)
        shown = json.loads(self.run_in("desk", "show", "1", "--json").stdout)
        self.assertTrue(all(0 < s["confidence"] < 1 for s in shown["statements"]))

    def test_forms_of_other_programs(self):
        desk = self.folder / "impost.desk"
        with sqlite3.connect(desk) as other:
            other.execute("PRAGMA user_version = 7")
        other.close()
        self.refused(self.run_in("desk", "list"), "newer program")
        with sqlite3.connect(desk) as other:
            other.execute("PRAGMA user_version = 2")
            other.execute("CREATE TRIGGER words_x AFTER INSERT ON decision BEGIN DELETE FROM article; END")
        other.close()
        self.refused(self.run_in("propose", "list"), "its tables are not those of a desk")
        plain = self.folder / "plain.desk"
        with sqlite3.connect(plain) as other:
            other.execute("CREATE TABLE notes(text)")
        other.close()
        before = plain.read_bytes()
        self.refused(self.run_in("desk", "add", "--desk", "plain.desk", "--published", "2025-10-27", "a.txt"), "is no desk")
        self.assertEqual(plain.read_bytes(), before)

    def test_law_that_may_not_be_written(self):
        before = digest(self.law)
        (self.folder / "impost.desk").chmod(0o666)
        (self.law / "us-cn").chmod(0o555)
        run = self.run_in("propose", "accept", "2", "--by", "a", user=NOBODY)
        self.refused(run, "us-cn/talks.law cannot be written")
        self.assertEqual(digest(self.law), before)
        self.assertIn("  open ", self.run_in("propose", "list").stdout)

    def test_nothing_is_left_in_the_temporary_folder(self):
        for words in (["2"], ["1", "--cite", "90 FR 50947", "--line", "rate 1% from never"]):
            self.run_in("propose", "accept", *words, "--by", "a")
            self.assertEqual(list((self.folder / "tmp").iterdir()), [])

    def test_law_that_was_wrong_before_is_not_made_worse(self):
        with open(self.law / "us" / "truce.law", "a") as out:
            out.write("\nmeasure us.wrong\n  rate 1%\n")
        before = digest(self.law)
        self.refused(self.run_in("propose", "accept", "2", "--by", "a"), "the law would not pass its checks", 1)
        self.assertEqual(digest(self.law), before)

    def test_killed_while_accepting(self):
        """Law and desk are each whole; accepting again ends with the line there once."""
        env = dict(os.environ, IMPOST_LAW=str(self.law), TMPDIR=str(self.folder))
        for wait in (0, 0.02, 0.08, 0.15, 0.25, 0.4):
            run = subprocess.Popen([IMPOST, "propose", "accept", "2", "--by", "a"], cwd=self.folder, env=env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(wait)
            run.send_signal(signal.SIGKILL)
            run.wait()
            self.assertEqual(self.run_in("check").returncode, 0)
            self.assertEqual(self.run_in("propose", "list").returncode, 0)
        self.run_in("propose", "accept", "2", "--by", "a")
        self.assertIn("accepted", self.run_in("propose", "list", "--state", "accepted").stdout)
        text = (self.law / "us-cn" / "talks.law").read_text()
        self.assertEqual(text.count("proposal "), 1)
        self.assertEqual(text.count("  us.greer.2025-10-27  US "), 1)

    def test_the_law_has_it_and_the_desk_does_not(self):
        """The machine stopped between the two: accepting again notes the decision and writes nothing."""
        desk = self.folder / "impost.desk"
        old = desk.read_bytes()
        self.run_in("propose", "accept", "2", "--by", "a")
        after = digest(self.law)
        desk.write_bytes(old)
        run = self.run_in("propose", "accept", "2", "--by", "a")
        self.assertEqual((run.returncode, run.stdout.count("has it already")), (0, 1), run.stderr)
        self.assertEqual(digest(self.law), after)

    def test_answers_stay_the_same(self):
        ask = ["duty", str(ROOT / "examples" / "entries.csv"), "--json"]
        before, law = self.run_in(*ask).stdout, digest(self.law)
        for day in ("2025-10-12", "2025-11-20", "2026-10-02"):
            for i, text in enumerate((ARTICLE, ARTICLE.replace("100%", "45%"), ARTICLE.replace("Dec. 5", "Jan. 9"))):
                (self.folder / "x.txt").write_text(text + f"Number {i} of {day}.\n")
                self.assertEqual(self.run_in("desk", "add", "--published", day, "x.txt").returncode, 0)
        self.run_in("propose", "reject", "1", "--by", "a")
        self.run_in("propose", "defer", "2", "--by", "a")
        self.assertEqual(self.run_in(*ask).stdout, before)
        self.assertEqual(digest(self.law), law)

    def decide(self, *words):
        run = self.run_in("propose", *words)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    def log(self):
        """All decisions of the desk in their order, as the commands that take them."""
        log = []
        for state in ("open", "deferred", "accepted", "rejected"):
            for listed in json.loads(self.decide("list", "--state", state, "--json"))["proposals"]:
                one = json.loads(self.decide("show", listed["name"], "--json"))
                for d in one["decisions"]:
                    words = {"signed": "accept", "accepted": "accept", "rejected": "reject", "deferred": "defer"}.get(d["what"])
                    if words is None:
                        continue
                    words = [words, one["name"], "--by", d["by"]]
                    if d["wrote"]:
                        line = d["wrote"].splitlines()[-1]
                        words += ["--at", " ".join([one["place"], one["at"]] + (["heading", one["heading"]] if one["heading"] else []))]
                        words += ["--said-on", re.search(r" by \S*?(\d{4}-\d\d-\d\d)", line)[1]]
                        if d["cite"]:
                            words += ["--cite", d["cite"], "--line", line.split(" by ")[0], "--if", f"{one['question']}={one['outcome']}"]
                        elif one["answer"]:
                            words += ["--answer", one["answer"]]
                    log.append((d["number"], words))
        return [words for _, words in sorted(log)]

    def test_the_log_leads_to_the_same_law(self):
        """What was decided, decided once more on another desk of the same reports, writes the same law byte for byte."""
        (self.folder / "b.txt").write_text("China confirmed that it will buy soybeans. Bessent said he expects the truce to be "
                                           "extended.\nGreer said the port fees were discussed.\n")
        self.add("b.txt")
        rate = ["--cite", "90 FR 50947", "--line", "rate 55% from 2025-12-09", "--said-on", "2025-10-24"]
        self.decide("accept", "1", "--by", "A", *rate)
        self.decide("accept", "2", "--by", "A")
        self.decide("accept", "3", "--by", "B", "--at", "question us-cn.soybeans", "--answer", "bought")
        self.decide("accept", "1", "--by", "B", *rate)
        self.decide("reject", "4", "--by", "B")
        log, law = self.log(), digest(self.law)
        self.assertEqual([words[0] for words in log], ["accept", "accept", "accept", "accept", "reject"])
        self.assertNotEqual(law, digest(ROOT / "law"))
        shutil.rmtree(self.law)
        shutil.copytree(ROOT / "law", self.law)
        (self.folder / "impost.desk").unlink()
        self.add("a.txt")
        self.add("b.txt")
        for words in log:
            self.decide(*words)
        self.assertEqual(digest(self.law), law)
        self.assertEqual(self.log(), log)

    def test_an_accepted_fact_that_is_denied_later(self):
        """It raises a contradiction, which names what the law has, and changes nothing."""
        (self.folder / "b.txt").write_text("China confirmed that it will buy soybeans.\n")
        self.add("b.txt")
        self.assertIn("said CN asserts bought", self.decide("accept", "3", "--by", "A"))
        law, ask = digest(self.law), ["duty", str(ROOT / "examples" / "entries.csv"), "--json"]
        before = self.run_in(*ask).stdout
        (self.folder / "c.txt").write_text("China denied the purchases of soybeans.\n")
        run = self.run_in("desk", "add", "--published", "2025-11-05", "c.txt")
        self.assertEqual(run.returncode, 0, run.stderr)
        listed = self.decide("list")
        self.assertIn("contradiction open      cn-soy-purchases, denied: China (CN)", listed)
        self.assertIn("! by the law China asserts bought since 2025-10-27", listed)
        self.assertEqual(digest(self.law), law)
        self.assertEqual(self.run_in(*ask).stdout, before)
        self.assertIn("said CN denies bought", self.decide("accept", "4", "--by", "A"))
        talks = self.run_in("talks", "soybeans", "--known", "2025-11-05").stdout
        self.assertIn("asserts bought", talks)
        self.assertIn("denies bought", talks)

    def test_a_speaker_nobody_knows(self):
        """Whose word it is was read from the text alone: the person who decides is told."""
        (self.folder / "b.txt").write_text("China is expected to put off its rare earth permits, U.S. Treasury Secretary Mary "
                                           "Quill said on Sunday.\nLutnick said China is expected to put off its rare earth "
                                           "permits.\n")
        self.add("b.txt")
        notes = {p["speaker"]: p["note"] for p in json.loads(self.decide("list", "--json"))["proposals"]}
        self.assertEqual(notes["Mary Quill"], "no actor file has Mary Quill: the side is what the text says")
        self.assertIsNone(notes["Howard Lutnick"])

    def test_only_days_that_lay_ahead_are_asked_for(self):
        """The day of a deal is past when it is told; that of a duty that was threatened is not."""
        (self.folder / "b.txt").write_text("On Sunday Greer said the two sides agreed on a framework for the presidents.\n"
                                           "Trump has threatened a 45% tariff on Chinese goods from Oct. 28 if the talks fail.\n")
        self.add("b.txt")
        (self.folder / "c.txt").write_text("Bessent said on Tuesday that port fees were discussed.\n")
        run = self.run_in("desk", "add", "--published", "2025-10-29", "c.txt")
        self.assertEqual(run.returncode, 0, run.stderr)
        asked = [p["to"] for p in json.loads(self.decide("list", "--json"))["proposals"] if p["kind"] == "expire-check"]
        self.assertEqual(asked, ["2025-10-28"])

    def test_words_that_are_accepted_move_no_duty(self):
        """Every word of every side taken down: the bills stay what they were."""
        ask = ["duty", str(ROOT / "examples" / "entries.csv"), "--json"]
        before = re.sub(r'"law": "[0-9a-f]*"', "", self.run_in(*ask).stdout)
        (self.folder / "b.txt").write_text("China confirmed that it will buy soybeans.\nLi Chenggang said there was a preliminary "
                                           "consensus on extending the truce.\nThe 100% tariff on Chinese goods has been averted, "
                                           "Bessent said.\n")
        self.add("b.txt")
        words = [p["name"] for p in json.loads(self.decide("list", "--json"))["proposals"] if not p["wants_citation"]]
        self.assertGreaterEqual(len(words), 2)
        for name in words:
            self.assertIn("  + said ", self.decide("accept", name, "--by", "A"))
        after = re.sub(r'"law": "[0-9a-f]*"', "", self.run_in(*ask).stdout)
        self.assertEqual(after, before)

    def test_read_again_with_other_rules(self):
        """The same rules change nothing; without a rule what it read is gone, open proposals too, and what was accepted
        is open again. Law stays as it was written."""
        self.assertEqual(self.run_in("propose", "accept", "2", "--by", "a").returncode, 0)
        law = digest(self.law)
        before = [self.run_in(*words, "--json").stdout for words in
                  (("propose", "list"), ("propose", "show", "2"), ("desk", "show", "1"))]
        for _ in range(2):
            self.assertEqual(self.run_in("desk", "reread").returncode, 0)
        after = [self.run_in(*words, "--json").stdout for words in
                 (("propose", "list"), ("propose", "show", "2"), ("desk", "show", "1"))]
        self.assertEqual(before, after)
        self.assertEqual(digest(self.law), law)
        for path in (self.law / "news").glob("*.rules"):
            rules = path.read_text().split("\nrule ")[1:]
            path.write_text("".join("rule " + rule + "\n" for rule in rules if rule.startswith("soybeans")))
        run = self.run_in("desk", "reread")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertNotIn("us-tariff-100-cn", self.run_in("propose", "list").stdout)
        self.assertIn("its evidence was taken out", self.run_in("propose", "show", "2").stdout)
        self.assertIn(", 0 statements", self.run_in("desk", "list").stdout)

    def test_reading_again_goes_past_what_is_refused(self):
        """An article that is refused now keeps its place and loses its statements; the others are read."""
        (self.folder / "b.txt").write_text(ARTICLE.replace("Dec. 5", "Dec. 9"))
        self.add("b.txt")
        with sqlite3.connect(self.folder / "impost.desk") as other:
            other.execute("UPDATE article SET bytes = ? WHERE id = 1", ("Der Minister und die Presse: " * 20,))
        other.close()
        run = self.run_in("desk", "reread")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("2 articles read again, 1 is refused now; 3 statements", run.stderr)
        self.assertIn("a.txt, 0 statements", self.run_in("desk", "list").stdout)

    def test_a_repeated_word_is_one_proposal_for_a_week(self):
        others = ("Ports were quiet, and the price of copper fell for a third day in a row at the close of trading.",
                  "Officials of the ministry would not say when the text is to be published or who had seen it so far.",
                  "The weather in the south was dry, and growers there expect a harvest that is smaller than last year's.")
        for other, day in zip(others, ("2025-10-29", "2025-11-02", "2025-12-30")):
            (self.folder / "x.txt").write_text(f"{other} Greer said the two sides agreed on a plan that includes a deferral "
                                               "of the new rare earth permits.\n")
            self.assertEqual(self.run_in("desk", "add", "--published", day, "x.txt").returncode, 0)
        listed = self.run_in("propose", "list").stdout
        self.assertEqual(listed.count("Jamieson Greer"), 2, listed)
        self.assertIn("3 reports from 2025-10-27", listed)
        self.assertIn("1 report from 2025-12-30", listed)


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
