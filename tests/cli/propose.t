# What reports propose, and what a person makes of it. Law is written into a copy.
$ cp -r "$IMPOST_LAW" law; cat > two.txt
< Trump has threatened a 100% tariff on Chinese goods from Dec. 5 if the talks fail.
< Greer said the two sides agreed on a plan that includes a deferral of the new rare earth permits.

$ impost desk add --published 2025-10-27 two.txt
impost.desk: 1 new article; 2 statements; 2 new proposals

$ impost propose list
     1  amend         open      us-tariff-100-cn, threatened, 100%, 2025-12-05 on: Donald Trump (US)
        fe1ac4c60ecd; measure us.china-100, if us-cn.framework is rejected; wants a citation; 1 report from 2025-10-27
        ! the law has: rate 100% from 2025-11-01 by us.post.2025-10-10 if us-cn.framework is rejected
     2  watch         open      cn-ree-licensing, agreed in framework: Jamieson Greer (US)
        84be0e613e21; question us-cn.rare-earth-delay, put off; a word only, no citation; 1 report from 2025-10-27

$ impost propose show 1
1  amend, open  (fe1ac4c60ecd)

  Duty of United States, on China
  measure     us-tariff-100-cn, threatened, 100%, 2025-12-05 on: Donald Trump (US)
  place       measure us.china-100, if us-cn.framework is rejected
  accepting   wants --cite, an official citation, and a second person; writes a voice and: rate 100% from 2025-12-05
  care        the law has: rate 100% from 2025-11-01 by us.post.2025-10-10 if us-cn.framework is rejected
  first day   39 days behind the newest report of the desk, 2025-10-27

  evidence
    [1] two.txt, 2025-10-27, bytes 0..82
        Donald Trump: Trump has threatened a 100% tariff on Chinese goods from Dec. 5 if the talks fail.

  said of it, on this desk
    US      threatened, 100%, 2025-12-05 on: Donald Trump; 1 report

$ impost propose show 2
2  watch, open  (84be0e613e21)

  China's announced licensing of rare earths
  measure     cn-ree-licensing, agreed in framework: Jamieson Greer (US)
  place       question us-cn.rare-earth-delay, put off
  accepting   writes a voice where the law has none yet, and: said US expects put off

  evidence
    [1] two.txt, 2025-10-27, bytes 83..180
        Jamieson Greer: Greer said the two sides agreed on a plan that includes a deferral of the new rare earth permits.

  said of it, on this desk
    US      agreed in framework: Jamieson Greer; 1 report
    CN      nothing, and it decides

# A rate and a day come into law by an official citation alone.
$ impost propose accept 1 --by "A. Jones" --law law
impost: a rate, a day or a scope comes into law by an official citation alone
  next: --cite "90 FR 50947", typed from the official text
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite "Reuters, 26 October"
impost: "Reuters, 26 October" is no citation of an official text
  next: 90 FR 50947, Executive Order 14358, MOFCOM Announcement 70 of 2025, or the name of an act of the law that binds
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite us.post.2025-10-10
impost: us.post.2025-10-10 is a post: it speaks and does not bind
  next: cite an act that binds
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite us.nothing
impost: "us.nothing" is no citation of an official text
  next: 90 FR 50947, Executive Order 14358, MOFCOM Announcement 70 of 2025, or the name of an act of the law that binds
? 2

$ impost propose accept 2 --by "A. Jones" --law law --cite "90 FR 50947"
impost: a word of a side rests on its voice alone and carries no citation
  next: leave --cite out
? 2

$ impost propose accept 2 --by "A. Jones" --law law --line "rate 100% from 2025-12-05"
impost: to accept cn-ree-licensing there is missing: an official citation, the outcome it counts in
  next: --cite "90 FR 50947" --if QUESTION=ANSWER
? 2

# One statement, of a measure that is there, that the checks of the law let pass.
$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --line "rate 100% by us.eo.14257"
impost: "rate 100% by us.eo.14257" is no statement of a measure as it is wanted here
  next: --line "rate 100% from 2025-11-01"; by, if and cite are added
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --line "rate 100%  # and more"
impost: "rate 100%  # and more" cannot stand in a line of law
  next: one line, without " and #
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --line "assert 4202.92 of CN on 2025-11-12 pays 1%"
impost: "assert 4202.92 of CN on 2025-11-12 pays 1%" is no statement of a measure as it is wanted here
  next: --line "rate 100% from 2025-11-01"; by, if and cite are added
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --at "measure us.china-101" --if us-cn.framework=rejected
impost: the law in law has no measure us.china-101
  next: name another place with --at
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --at "measure cn.us-goods" --if us-cn.framework=rejected
impost: measure cn.us-goods is not of US, who decides us-tariff-100-cn
  next: name a measure of that side, or write it by hand
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --line "rate 100% from yesterday" 2>&1 | sed "s/law:[0-9:]*/law:/"
impost: the law would not pass its checks: error: us/truce.law: a day must stand here, not "yesterday" [parse.date]
  next: type the statement otherwise (--line, --at, --if), or mend the law first

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --if us-cn.framework=perhaps 2>&1 | sed "s/law:[0-9:]*/law:/"
impost: the law would not pass its checks: error: us/truce.law: us-cn.framework does not have the answer perhaps [questions.answer]
  next: type the statement otherwise (--line, --at, --if), or mend the law first

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --said-on soon
impost: "soon" is no day
  next: --said-on YYYY-MM-DD
? 2

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --dry-run
would sign proposal 1 (fe1ac4c60ecd): us-tariff-100-cn, threatened: Donald Trump
  us/truce.law
  + us.trump.2025-10-27 US 2025-10-27 "Donald Trump" "venue unsaid" official "90 FR 50947"
  + rate 100% from 2025-12-05 by us.trump.2025-10-27 cite "90 FR 50947; proposal fe1ac4c60ecd" if us-cn.framework is rejected
  read of us-tariff-100-cn; the place is us.china-100: Additional duty of 100% on all goods of China, into US, of CN, goods all
  care: by the law the answer of us-cn.framework is approved: this counts for what was known before

$ diff -r law "$IMPOST_LAW"

# A rate wants two people: the first one's acceptance is a signature, of these lines and no others.
$ impost propose accept 1 --by "B. Smith" --law law --cite "90 FR 50947" --line "rate 90% from 2025-12-05"
signed, not yet accepted: proposal 1 (fe1ac4c60ecd): us-tariff-100-cn, threatened: Donald Trump
  us/truce.law
  + us.trump.2025-10-27 US 2025-10-27 "Donald Trump" "venue unsaid" official "90 FR 50947"
  + rate 90% from 2025-12-05 by us.trump.2025-10-27 cite "90 FR 50947; proposal fe1ac4c60ecd" if us-cn.framework is rejected
  read of us-tariff-100-cn; the place is us.china-100: Additional duty of 100% on all goods of China, into US, of CN, goods all
  signed by B. Smith; it is written when another person accepts the same
  care: by the law the answer of us-cn.framework is approved: this counts for what was known before

$ impost propose accept 1 --by "A. Jones" --law law --cite "90 FR 50947" --reason "read in the Register"
signed, not yet accepted: proposal 1 (fe1ac4c60ecd): us-tariff-100-cn, threatened: Donald Trump
  us/truce.law
  + us.trump.2025-10-27 US 2025-10-27 "Donald Trump" "venue unsaid" official "90 FR 50947"
  + rate 100% from 2025-12-05 by us.trump.2025-10-27 cite "90 FR 50947; proposal fe1ac4c60ecd" if us-cn.framework is rejected
  read of us-tariff-100-cn; the place is us.china-100: Additional duty of 100% on all goods of China, into US, of CN, goods all
  signed by A. Jones; it is written when another person accepts the same
  B. Smith signed other lines: that signature is void
  care: by the law the answer of us-cn.framework is approved: this counts for what was known before

$ impost propose accept 1 --by "a. jones" --law law --cite "90 FR 50947"; diff -r law "$IMPOST_LAW"; impost propose list | head -2
impost: A. Jones has signed it: a rate, a day or a scope wants a second person
  next: --by ANOTHER, who has read the official text
     1  amend         open      us-tariff-100-cn, threatened, 100%, 2025-12-05 on: Donald Trump (US)
        fe1ac4c60ecd; measure us.china-100, if us-cn.framework is rejected; wants a citation; 1 report from 2025-10-27; signed by A. Jones

# Accepted: two lines, each, and nothing else.
$ impost propose accept 1 --by "B. Smith" --law law --cite "90 FR 50947"
accepted proposal 1 (fe1ac4c60ecd): us-tariff-100-cn, threatened: Donald Trump
  us/truce.law
  + us.trump.2025-10-27 US 2025-10-27 "Donald Trump" "venue unsaid" official "90 FR 50947"
  + rate 100% from 2025-12-05 by us.trump.2025-10-27 cite "90 FR 50947; proposal fe1ac4c60ecd" if us-cn.framework is rejected
  read of us-tariff-100-cn; the place is us.china-100: Additional duty of 100% on all goods of China, into US, of CN, goods all
  care: by the law the answer of us-cn.framework is approved: this counts for what was known before

$ impost propose accept 84be0e613e21 --by "A. Jones" --law law
accepted proposal 2 (84be0e613e21): cn-ree-licensing, agreed in framework: Jamieson Greer
  us-cn/talks.law
  + us.greer.2025-10-27 US 2025-10-27 "Jamieson Greer" "venue unsaid" report "1 report: two.txt"
  + said US expects put off by us.greer.2025-10-27 cite "proposal 84be0e613e21"
  to be looked at again on 2026-01-25

$ diff -r "$IMPOST_LAW" law | grep "^[<>]"
>   rate     100%  from 2025-12-05  by us.trump.2025-10-27  cite "90 FR 50947; proposal fe1ac4c60ecd"  if us-cn.framework is rejected
> 
> voices accepted.truce
>   title      Accepted from reports
>   us.trump.2025-10-27  US 2025-10-27 "Donald Trump"  "venue unsaid"  official "90 FR 50947"
\<   said     CN raises  by cn.li.2025-10-26
>   said     CN raises           by cn.li.2025-10-26
>   said     US expects put off  by us.greer.2025-10-27  cite "proposal 84be0e613e21"
> 
> voices accepted.talks
>   title      Accepted from reports
>   us.greer.2025-10-27  US 2025-10-27 "Jamieson Greer"  "venue unsaid"  report "1 report: two.txt"

$ impost check --law law | sed 's/[0-9][0-9]*/N/g'; impost fmt --check law/us/truce.law law/us-cn/talks.law
N asserts and N cases hold; nothing else was found

$ impost talks rare-earth-delay --known 2025-10-27 --law law | grep Greer
    2025-10-27  ◔ United States expects put off; Jamieson Greer, venue unsaid (report: 1

$ impost why 4202.92.31.31 CN 10000 --on 2025-12-12 --known 2025-10-27 --if us-cn.framework=rejected --law law | grep -A 8 "us.china-100  Add" | grep -v "law text\|general"
    us.china-100  Additional duty of 100% on all goods of China  10,000.00
        arithmetic  100% × 10,000.00 = 10,000.00 exactly (row-cent has nothing to round)
        act         us.trump.2025-10-27, Donald Trump, venue unsaid; 90 FR 50947; proposal
                    fe1ac4c60ecd; known 2025-10-27; source: official
        measure     us.china-100
        standing    said, not law: it counts only in this outcome
        mark        said, not law: statement of 2025-10-27

$ impost propose accept 2 --by "B. Smith" --law law; impost propose reject 1 --by "B. Smith"
impost: proposal 84be0e613e21 is accepted already
  next: impost propose show tells by whom; propose reopen opens it again
impost: proposal fe1ac4c60ecd is accepted already
  next: impost propose show tells by whom; propose reopen opens it again
? 2

$ impost propose show 1 --json
{
  "schema": "impost.proposals/1",
  "proposal": 1,
  "name": "fe1ac4c60ecd",
  "kind": "amend",
  "state": "accepted",
  "measure": "us-tariff-100-cn",
  "title": "Duty of United States, on China",
  "decides": "US",
  "speaker": "Donald Trump",
  "actor": "trump",
  "side": "US",
  "verb": "raises",
  "status": "threatened",
  "number": "100%",
  "from": "2025-12-05",
  "to": null,
  "place": "measure",
  "at": "us.china-100",
  "answer": null,
  "heading": null,
  "question": "us-cn.framework",
  "outcome": "rejected",
  "wants_citation": true,
  "citation": "wanted",
  "signed_by": null,
  "said_on": "2025-10-27",
  "reports": 1,
  "confidence": 0.83,
  "uncertain": false,
  "note": "the law has: rate 100% from 2025-11-01 by us.post.2025-10-10 if us-cn.framework is rejected",
  "evidence": [
    {"article": 1, "name": "two.txt", "published": "2025-10-27", "issue_of": 1, "sha256": "DIGEST", "speaker": "Donald Trump", "venue": null, "quoted": false, "confidence": 0.83, "uncertain": false, "bytes": [0, 82], "text": "Trump has threatened a 100% tariff on Chinese goods from Dec. 5 if the talks fail."}
  ],
  "said": [
    {"side": "US", "status": "threatened", "number": "100%", "from": "2025-12-05", "to": null, "speaker": "Donald Trump", "reports": 1}
  ],
  "decisions": [
    {"number": 1, "what": "signed", "by": "B. Smith", "reason": null, "cite": "90 FR 50947", "file": "us/truce.law", "wrote": "us.trump.2025-10-27 US 2025-10-27 \"Donald Trump\" \"venue unsaid\" official \"90 FR 50947\"\u000arate 90% from 2025-12-05 by us.trump.2025-10-27 cite \"90 FR 50947; proposal fe1ac4c60ecd\" if us-cn.framework is rejected"},
    {"number": 2, "what": "signed", "by": "A. Jones", "reason": "read in the Register", "cite": "90 FR 50947", "file": "us/truce.law", "wrote": "us.trump.2025-10-27 US 2025-10-27 \"Donald Trump\" \"venue unsaid\" official \"90 FR 50947\"\u000arate 100% from 2025-12-05 by us.trump.2025-10-27 cite \"90 FR 50947; proposal fe1ac4c60ecd\" if us-cn.framework is rejected"},
    {"number": 3, "what": "accepted", "by": "B. Smith", "reason": null, "cite": "90 FR 50947", "file": "us/truce.law", "wrote": "us.trump.2025-10-27 US 2025-10-27 \"Donald Trump\" \"venue unsaid\" official \"90 FR 50947\"\u000arate 100% from 2025-12-05 by us.trump.2025-10-27 cite \"90 FR 50947; proposal fe1ac4c60ecd\" if us-cn.framework is rejected"}
  ]
}

# A day passes without an answer: a question. The answer is that of an official text.
$ echo 'target us-tariff-30-cn measure us.china-100 if us.longer-truce is lapsed' > law/news/a.targets; cat > three.txt
< The carriers said on Monday that the port fees were discussed in the talks, and that nothing had been settled.
< Trump has threatened a 30% tariff on Chinese goods from Nov. 5 if the talks fail.

$ impost desk add --law law --published 2026-10-02 three.txt
impost.desk: 1 new article; 2 statements; 1 new proposal, 1 of no side

$ cat > four.txt
< Bessent said on the flight home that port fees were discussed and that the work would go on in the coming weeks.

$ impost desk add --law law --published 2026-11-20 four.txt
impost.desk: 1 new article; 1 statement; 2 new proposals

$ impost propose list
     3  amend         open      us-tariff-30-cn, threatened, 30%, 2026-11-05 on: Donald Trump (US)
        67d433379e44; measure us.china-100, if us.longer-truce is lapsed; wants a citation; 1 report from 2026-10-02
        ! the law has: rate 100% from 2025-12-05 by us.trump.2025-10-27 cite "90 FR 50947; proposal fe1ac4c60ecd" if us-cn.framework is rejected
     4  watch         open      us-port-fees, discussed: Scott Bessent (US)
        3396c7f90a48; no place in the law is named for it: --at says one; a word only, no citation; 1 report from 2026-11-20
     5  expire-check  open      us-tariff-30-cn, threatened, to 2026-11-05
        0cb54324ad19; question us.longer-truce; can take a citation; 1 report from 2026-10-02
        ! 2026-11-05 has passed: the newest report is of 2026-11-20, and the law has no answer

$ impost propose accept 5 --by "A. Jones" --law law --answer published
impost: to accept us-tariff-30-cn there is missing: an official citation, its day
  next: --cite "90 FR 50947" --said-on YYYY-MM-DD
? 2

$ impost propose accept 5 --by "A. Jones" --law law --answer published --cite "91 FR 71234"
impost: no report says on which day it was
  next: --said-on, the day of the official text
? 2

$ impost propose accept 5 --by "A. Jones" --law law --answer perhaps --cite "91 FR 71234" --said-on 2026-11-09 2>&1 | sed "s/law:[0-9:]*/law:/"
impost: us.longer-truce does not have the answer "perhaps"
  next: --answer published | lapsed

# Asserts of the law say that this question is open: the law is changed first, by hand.
$ impost propose accept 5 --by "A. Jones" --law law --answer published --cite "91 FR 71234" --said-on 2026-11-09 2>&1 | sed "s/law:[0-9:]*/law:/"
impost: the law would not pass its checks: error: us/301/exclusions.law: the assert cannot be evaluated: lapsed is no outcome on the known day [asserts.broken]
  next: type the statement otherwise (--line, --at, --if), or mend the law first

$ impost propose accept 5 --by "A. Jones" --law law --at "question us-cn.tiktok-terms" --answer settled --cite "91 FR 71234" --said-on 2026-11-09 > signed.txt; impost propose accept 5 --by "B. Smith" --law law --at "question us-cn.tiktok-terms" --answer settled --cite "91 FR 71234" --said-on 2026-11-09
accepted proposal 5 (0cb54324ad19): us-tariff-30-cn, threatened
  us-cn/talks.law
  + us.official.2026-11-09-0cb5 US 2026-11-09 "United States" "official text" official "91 FR 71234"
  + answered settled by us.official.2026-11-09-0cb5 cite "91 FR 71234; proposal 0cb54324ad19"

$ impost talks tiktok-terms --known 2026-11-21 --law law | grep -v "law \|due\|^$"; impost check --law law | sed 's/[0-9][0-9]*/N/g'; impost fmt --check law/us-cn/talks.law
  tiktok-terms  Are the terms for TikTok settled?
    state       said: settled or open
    decides     nobody
    silent      · China has said nothing of it
    2025-10-26  ✕ United States denies settled; Scott Bessent, NBC (report: 4 reports)
    2025-10-26  ● United States asserts settled; Scott Bessent, CBS (report: 1 report)
    2026-11-09  ~ settled: United States, official text (said; binds nobody)
    care        One speaker, two answers on one day: Scott Bessent denies "settled" (NBC);
                Scott Bessent asserts "settled" (CBS).
                Said on 2026-11-09 to be settled (United States, official text); no act that
                binds is known.
  basis collected
N asserts and N cases hold; nothing else was found

# Otherwise than the law has it: told, and what was said can still be noted.
$ echo 'target us-tariff-100-cn question us-cn.tariff-100 imposed when averted' >> law/news/a.targets; cat > five.txt
< "The threat of the 100% tariffs on Chinese goods has been averted," Greer told reporters on the lawn of the house.

$ impost desk add --law law --published 2025-11-05 five.txt
impost.desk: 1 new article; 1 statement; 1 new proposal

$ impost propose show 6
6  contradiction, open  (02ca138e9510)

  Duty of United States, on China
  measure     us-tariff-100-cn, averted: Jamieson Greer (US)
  place       question us-cn.tariff-100, imposed
  accepting   writes a voice where the law has none yet, and: said US asserts imposed
  care        by the law the answer is dropped since 2025-10-30 (us-cn.busan)

  evidence
    [4] five.txt, 2025-11-05, bytes 0..114
        Jamieson Greer (reporters), quoted: "The threat of the 100% tariffs on Chinese goods has been averted," Greer told reporters on the lawn of the house.

  said of it, on this desk
    US      threatened, 100%, 2025-12-05 on: Donald Trump; 1 report
            averted, 100%: Jamieson Greer; 1 report

$ impost propose accept 6 --by "A. Jones" --law law; impost check --law law | sed 's/[0-9][0-9]*/N/g'; impost fmt --check law/us-cn/talks.law
accepted proposal 6 (02ca138e9510): us-tariff-100-cn, averted: Jamieson Greer
  us-cn/talks.law
  + us.greer.2025-11-05-reporters US 2025-11-05 "Jamieson Greer" "reporters" report "1 report: five.txt"
  + said US asserts imposed by us.greer.2025-11-05-reporters cite "proposal 02ca138e9510"
  to be looked at again on 2026-02-03
N asserts and N cases hold; nothing else was found

# Where no file says a place, the person does.
$ cat > six.txt
< Greer said on the lawn of the house that port fees were discussed, and that somebody would be glad to hear of it soon.

$ impost desk add --law law --published 2026-11-21 six.txt; impost propose list | tail -2
impost.desk: 1 new article; 1 statement; 1 new proposal
     7  watch         open      us-port-fees, discussed: Jamieson Greer (US)
        ad2481250f34; no place in the law is named for it: --at says one; a word only, no citation; 1 report from 2026-11-21

$ impost propose accept 7 --by "A. Jones" --law law
impost: nothing says where us-port-fees stands in the law
  next: --at "question NAME" --answer WORD
? 2

$ impost propose accept 7 --by "A. Jones" --law law --at "question us-cn.taiwan"
accepted proposal 7 (ad2481250f34): us-port-fees, discussed: Jamieson Greer
  us-cn/talks.law
  + us.greer.2026-11-21 US 2026-11-21 "Jamieson Greer" "venue unsaid" report "1 report: six.txt"
  + said US raises by us.greer.2026-11-21 cite "proposal ad2481250f34"
  to be looked at again on 2027-02-19

$ impost propose reject 4 --by "B. Smith" --reason "no word of his own"; impost propose defer 3 --by "B. Smith"
rejected proposal 4: us-port-fees, discussed: Scott Bessent (US)
deferred proposal 3: us-tariff-30-cn, threatened, 30%, 2026-11-05 on: Donald Trump (US)

$ impost propose list; impost propose list --state rejected
     3  amend         deferred  us-tariff-30-cn, threatened, 30%, 2026-11-05 on: Donald Trump (US)
        67d433379e44; measure us.china-100, if us.longer-truce is lapsed; wants a citation; 1 report from 2026-10-02
        ! the law has: rate 100% from 2025-12-05 by us.trump.2025-10-27 cite "90 FR 50947; proposal fe1ac4c60ecd" if us-cn.framework is rejected
     4  watch         rejected  us-port-fees, discussed: Scott Bessent (US)
        3396c7f90a48; no place in the law is named for it: --at says one; a word only, no citation; 1 report from 2026-11-20

# Decided wrongly: opened again, and all of it is kept. What stands in the law stays there.
$ impost propose reopen 4 --by "A. Jones" --reason "he did say it"; impost propose reopen 4 --by "A. Jones"; impost propose show 4 | sed -n '/decisions/,$p'
reopened proposal 4: us-port-fees, discussed: Scott Bessent (US)
impost: proposal 3396c7f90a48 is open
  next: impost propose list
  decisions
    rejected by B. Smith: no word of his own
    reopened by A. Jones: he did say it

$ impost propose reopen 7 --by "A. Jones"; impost propose accept 7 --by "A. Jones" --law law --review-by 2026-11-30; impost propose show 7 | sed -n '/place/p;/decisions/,$p'
reopened proposal 7: us-port-fees, discussed: Jamieson Greer (US)
  care: what accepting it wrote stays in us-cn/talks.law; propose show tells the lines, to be taken out by hand
accepted proposal 7 (ad2481250f34): us-port-fees, discussed: Jamieson Greer
  the law has it already
  place       question us-cn.taiwan
  decisions
    accepted by A. Jones
      us-cn/talks.law
      + us.greer.2026-11-21 US 2026-11-21 "Jamieson Greer" "venue unsaid" report "1 report: six.txt"
      + said US raises by us.greer.2026-11-21 cite "proposal ad2481250f34"
    review by A. Jones: 2027-02-19
    reopened by A. Jones
    accepted by A. Jones
    review by A. Jones: 2026-11-30

$ impost propose accept 4 --by "A. Jones" --law law --at "question us-cn.taiwan" --review-by 2026-11-01; impost propose accept 3 --by "A. Jones" --law law --cite "91 FR 1" --review-by 2026-12-01; impost propose accept 4 --by "A. Jones" --law law --at "question us-cn.taiwan" --review-by 2026-11-25
impost: "2026-11-01" is no day to look at it again
  next: --review-by YYYY-MM-DD, behind the word
impost: a statement with a citation is not looked at again
  next: --review-by YYYY-MM-DD, behind the word
accepted proposal 4 (3396c7f90a48): us-port-fees, discussed: Scott Bessent
  us-cn/talks.law
  + us.bessent.2026-11-20 US 2026-11-20 "Scott Bessent" "venue unsaid" report "1 report: four.txt"
  + said US raises by us.bessent.2026-11-20 cite "proposal 3396c7f90a48"
  to be looked at again on 2026-11-25

# Silence makes nothing firmer: once a report is younger than the day, somebody is asked.
$ cat > seven.txt
< Lutnick said on Tuesday that port fees were discussed, and that the talks about them will be held again in the spring of next year.

$ impost desk add --law law --published 2026-12-01 seven.txt; impost propose list | sed -n '/expire/,$p'
impost.desk: 1 new article; 1 statement; 2 new proposals
     9  expire-check  open      us-port-fees, discussed
        3259f26fb7c9; question us-cn.taiwan; can take a citation; 1 report from 2026-11-20
        ! what was accepted was to be looked at again on 2026-11-25: the newest report is of 2026-12-01, and the law has no answer

$ impost propose; impost propose accept 1; impost propose defer 3 --by ""; impost propose list --cite x; impost propose list --by "A. Jones"; impost propose defer 3 --by "A. Jones" --json; impost propose list --state new; impost propose show 99
impost: say what to do: list, show, accept, reject, defer or reopen
  next: impost help propose
impost: say who decides: --by WHO
  next: impost help propose
impost: --by wants WHO, nothing was given
  next: impost help propose
impost: --cite belongs to accept
  next: impost help propose
impost: --by and --reason belong to what decides, not to list
  next: impost help propose
impost: what is decided is told as text: --json belongs to list and show
  next: impost help propose
impost: no proposal is "new"; they are open|deferred|accepted|rejected
  next: impost help propose
impost: there is no proposal 99
  next: impost propose list
? 2

$ echo 'target us-tariff-30-cn somewhere' > law/news/a.targets; impost desk add --law law --published 2025-10-26 six.txt
impost: a.targets:1: this names no place in the law
  next: target KEY question NAME [ANSWER] [when STATUS] [of SIDE] [since DAY] [until DAY] [as VERB], meeting NAME, or measure NAME [heading LABEL] if QUESTION is ANSWER
? 1

# A duty read of one land is not written into a measure of goods of another.
$ cat > brazil.txt
< President Donald Trump signed an order on Sunday imposing a 50% tariff on goods from Brazil from November 6.

$ impost desk add --published 2025-10-26 --desk brazil.desk brazil.txt; impost propose accept 1 --desk brazil.desk --law law --by Ann --at "measure us.china-100" --if us-cn.framework=rejected --cite "90 FR 50947" --said-on 2025-11-01 --line "rate 50% from 2025-11-06"
brazil.desk: 1 new article; 1 statement; 1 new proposal
impost: measure us.china-100 is of CN, and us-tariff-50-br hits BR
  next: name a measure of goods of that land, or write it by hand
? 2
