#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentences that are read as they should be, each put behind words that call it false, doubt it or only ask it: nothing of it may be read as so.

    tests/news/cited.py [--impost PROGRAM] [--only NAME] [--failures N] [FILE...]

A sentence counts that is read as its list has it and has no saying of its own. Behind "It is not true that ..., the ministry said" it may
be read as denied or not at all, behind "It is too early to say that ..." not at all; a reading that it is, was or will be so is wrong.
--failures prints the first N of them.
"""
import argparse
import collections
import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import distract  # noqa: E402
import passages  # noqa: E402
import ways  # noqa: E402

FRAMES = [line.split(" | ") for line in """
claim false | The claim that {c} is false, Boris Pistorius said.
reports untrue | Reports that {c} are untrue, Boris Pistorius said on Monday.
not true | It is not true that {c}, Boris Pistorius said.
not the case | It is not the case that {c}, Boris Pistorius told reporters.
no truth | There is no truth to reports that {c}, Boris Pistorius said.
dismissed | Boris Pistorius dismissed reports that {c}.
rejected as | Boris Pistorius rejected as baseless a report that {c}.
called fake | Boris Pistorius called a report that {c} "fake news".
denied that | Boris Pistorius denied that {c}.
denied, no that | Boris Pistorius denied {c}.
untrue, no that | Reports {c} are untrue, Boris Pistorius said on Monday.
denied report | Boris Pistorius denied a report that {c}.
were false | Boris Pistorius said reports that {c} were false.
not accurate | Asked about reports that {c}, Boris Pistorius said they were not accurate.
contrary | Contrary to reports that {c}, nothing has changed, Boris Pistorius said.
rumours | Rumours that {c} are unfounded, Boris Pistorius told reporters.
idea | The idea that {c} is nonsense, Boris Pistorius said.
not aware | Boris Pistorius said he was not aware that {c}.
too early | It is too early to say that {c}, Boris Pistorius said.
wrong to say | It would be wrong to say that {c}, Boris Pistorius said.
unclear | It remains unclear whether {c}, Boris Pistorius said.
asked | Boris Pistorius asked whether {c}.
never said | Boris Pistorius never said that {c}.
nobody said | Nobody has said that {c}, Boris Pistorius noted.
doubted | Boris Pistorius doubted that {c}.
falsely | Boris Pistorius falsely claimed that {c}.
fabricated | A fabricated story said that {c}.
if true | If it were true that {c}, prices would fall, Boris Pistorius said.
risk | There is a risk that {c}, Boris Pistorius said.
dreams | Boris Pistorius dreams that {c}.
assume | Assume that {c}, Boris Pistorius said.
imagine | Imagine that {c}, Boris Pistorius said.
not believe | Boris Pistorius said he did not believe that {c}.
not think | Boris Pistorius does not think that {c}.
not mean | That does not mean that {c}, Boris Pistorius said.
not anticipate | Boris Pistorius said he did not anticipate that {c}.
no intention | There are no plans to announce that {c}, Boris Pistorius said.
hard to see | It is hard to believe that {c}, Boris Pistorius said.
far from certain | It is far from certain that {c}, Boris Pistorius said.
unlikely | It is unlikely that {c}, Boris Pistorius said.
no guarantee | There is no guarantee that {c}, Boris Pistorius said.
refused to say | Boris Pistorius refused to say that {c}.
stopped short | Boris Pistorius stopped short of saying that {c}.
""".strip().split("\n")]
SAYS = re.compile(r"\b(said|says|say|told|announced|announces|according|wrote|warned|confirm\w*|den(y|ied|ies)|claim\w*|added|report\w*|"
                  r"threat\w*|vow\w*|pledg\w*|expect\w*|call\w*|agree\w*|accord\w*)\b|[\"“;:]|, (which|who|whose|where|after|but|and|while|with)\b")
FIRM = {"in force", "suspended", "ended", "averted", "announced", "confirmed by one side", "agreed in framework", "expected", "threatened"}


GOVERNMENT = re.compile(r"(China|Beijing|Washington|the United States|Canada|Ottawa|Mexico|India|New Delhi|Brazil|Japan|Tokyo|Brussels|the EU|Britain|London|Trump) "
                        r"(has|had|will|would|is|was|imposed|lifted|suspended|cut|raised|lowered|put|dropped|scrapped)\b")  # behind them no "that" is missed


def clause(text):
    """The sentence as it stands behind "that"."""
    if SAYS.search(text) or not re.fullmatch(r"[^.?!]*(\.\d[^.?!]*)*\.", text.replace("U.S.", "US").replace("Nov.", "Nov")):
        return None
    first = re.match(r"[A-Za-z]+", text)
    if not first:
        return None
    lower = first[0].lower() in distract.SMALL and first[0] != "US"
    return (text[0].lower() + text[1:] if lower else text)[:-1]


def kept(program, files):
    """Place, clause and day of each sentence that can stand behind "that"."""
    whole = distract.whole(program, files)
    return [(at, c, day) for at, text, day, _ in whole if (c := clause(text))]


def cited(program, some, name, frame):
    """Of the sentences that take the frame: place, text, what is read as so, whether anything is read as denied."""
    cells = []
    some = [k for k in some if "no that" not in name or GOVERNMENT.match(k[1])]
    for day in dict.fromkeys(k[2] for k in some):
        those = [(at, frame.format(c=c)) for at, c, d in some if d == day]
        for (at, text), found in zip(those, ways.read(program, [text + "\n" for _, text in those], day)):
            firm = [s for s in found if s["status"] in FIRM]
            cells.append((at, text, firm, any(s["status"] == "denied" for s in found)))
    return cells


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    built = ways.HERE.parent.parent / "build/release/impost"
    parser.add_argument("--impost", default=os.environ.get("IMPOST") or (built if built.exists() else "impost"))
    parser.add_argument("--only")
    parser.add_argument("--failures", type=int, default=0)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    a = parser.parse_args()
    some = kept(a.impost, a.files or sorted(passages.FOLDER.glob("*.txt")))
    total = collections.Counter()
    for name, frame in FRAMES:
        if a.only and a.only != name:
            continue
        cells = cited(a.impost, some, name, frame)
        wrong = [c for c in cells if c[2]]
        total.update(asked=len(cells), wrong=len(wrong), denied=sum(c[3] for c in cells))
        print(f"{name:18} {len(cells):5} sentences, {len(wrong):4} read as so")
        for at, text, firm, _ in wrong[:a.failures]:
            print(f"\n  {at}: {text}")
            for s in firm:
                print(f"    {s['speaker']} | {s['measure']} | {s['status']} | {s['number'] or '-'} | {s.get('rule')}")
    print(f"{'all':18} {total['asked']:5} sentences, {total['wrong']:4} read as so, {total['denied']} as denied")


if __name__ == "__main__":
    main()
