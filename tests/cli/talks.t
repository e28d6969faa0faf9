# The talks as they stood on a day, and what came of each item.

$ impost talks --known 2025-10-26

  Trade talks between the United States and China
  as known on 2025-10-26; last met: Kuala Lumpur, 2025-10-25 to 2025-10-26

    item             United States       China               confirmed decides       due
    ──────────────────────────────────────────────────────────────────────────────────────────
    framework        ◔ expects approved  ◔ expects approved  hedged    both          2025-10-30
      Do the two presidents approve the framework of Kuala Lumpur?
    tariff-100       ● asserts dropped   · silent            no        United States 2025-11-01
      Is the 100% duty of 1 November dropped?
    rare-earth-delay ◔ expects put off   ○ raises            no        China         2025-11-08
      Does China put off the controls of 9 October?
    truce            ◔ expects extended  ◔ expects extended  hedged    both          2025-11-10
      Does the tariff truce outlast 10 November 2025?
    fentanyl         ○ raises            ◔ expects more      no        China
      Does China do more against fentanyl precursors?
    fentanyl-cause   ● asserts yes       ✕ denies yes        denied    nobody
      Does the fentanyl crisis come from China?
    ship-fees        · silent            ○ raises            –         both
      Are the ship fees lifted?
    tiktok-terms     ◑ both ways         · silent            no        nobody
      Are the terms for TikTok settled?
    soybeans         ○ raises            · silent            –         China
      Does China buy soybeans of the United States again?
    software         ● asserts imposed   · silent            no        United States 2025-11-01
      Does the United States control the export of all critical software from 1 November 2025?
    tiktok           ◔ expects passed    · silent            no        both          2026-01-23
      Does TikTok's business in the United States pass to a company led by Americans?
    taiwan           ○ raises            · silent            –         nobody
      Taiwan
    leaders-2025     ● asserts           · silent            no        both          2025-10-30
      The leaders in Korea
    beijing-2026     ◔ expects           · silent            no        both          2026-01-01
      The American President in Beijing
    washington-2026  ◔ expects           · silent            no        both          2026-01-01
      The Chinese President in Washington
    g20-2026         ◔ expects           · silent            no        both          2026-12-01
      G20

  Read with care

    rare-earth-delay    Said by United States alone; China decides, and has named the topic.
    fentanyl-cause      The two sides say opposite things.
    tiktok-terms        One speaker, two answers on one day: Scott Bessent denies "settled"
                        (NBC); Scott Bessent asserts "settled" (CBS).
    tiktok              Said by United States alone; both decide, China has not confirmed it.
                        The day it is due has moved 5 times since 2025-01-19.
    leaders-2025        Said by United States; silence of China is not denial.
    beijing-2026        Said by United States; silence of China is not denial.
    washington-2026     Said by United States; silence of China is not denial.
    g20-2026            Said by United States; silence of China is not denial.

    ● asserts   ✕ denies   ◑ says both   ◔ hedges   ○ raises the topic   · has said nothing
    confirmed: both assert it; hedged: the other side expects it; no: the other side has not
    said so; denied: they say opposite things

  10 voices, each counted once; an outlet never. One item: impost talks ITEM
  law DIGEST · known 2025-10-26 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost talks us-cn --known 2025-11-11

  Trade talks between the United States and China
  as known on 2025-11-11; last met: The leaders in Korea, Busan, 2025-10-30

    item             United States       China               confirmed decides       due
    ──────────────────────────────────────────────────────────────────────────────────────────
    general-licences ● asserts replace   · silent            no        China
      Do general licences replace the control of April 2025, or come on top of it?
    tariff-100       ● asserts dropped   · silent            no        United States 2025-11-01
      Is the 100% duty of 1 November dropped?
    fentanyl         ○ raises            ◔ expects more      no        China
      Does China do more against fentanyl precursors?
    fentanyl-cause   ● asserts yes       ✕ denies yes        denied    nobody
      Does the fentanyl crisis come from China?
    tiktok-terms     ◑ both ways         · silent            no        nobody
      Are the terms for TikTok settled?
    soybeans         ● asserts bought    · silent            no        China
      Does China buy soybeans of the United States again?
    software         ● asserts imposed   · silent            no        United States 2025-11-01
      Does the United States control the export of all critical software from 1 November 2025?
    tiktok           ◔ expects passed    · silent            no        both          2026-01-23
      Does TikTok's business in the United States pass to a company led by Americans?
    taiwan           ○ raises            · silent            –         nobody
      Taiwan
    beijing-2026     ◔ expects           · silent            no        both          2026-01-01
      The American President in Beijing
    washington-2026  ◔ expects           · silent            no        both          2026-01-01
      The Chinese President in Washington
    g20-2026         ◔ expects           · silent            no        both          2026-12-01
      G20

    answered         United States       China               what came of it
    ──────────────────────────────────────────────────────────────────────────────────────────
    framework        ◔ expects approved  ◔ expects approved  approved 2025-11-04
      Do the two presidents approve the framework of Kuala Lumpur?
    rare-earth-delay ◔ expects put off   ○ raises            put off 2025-11-07
      Does China put off the controls of 9 October?
    truce            ◔ expects extended  ◔ expects extended  extended 2025-11-05
      Does the tariff truce outlast 10 November 2025?
    ship-fees        · silent            ○ raises            both 2025-11-10
      Are the ship fees lifted?
    leaders-2025     ● asserts           · silent            held in Busan 2025-10-30
      The leaders in Korea

  Read with care

    general-licences    Said by United States alone; China decides.
    tariff-100          Said on 2025-10-30 to be dropped (The two presidents agree); no act
                        that binds is known.
    fentanyl            Said on 2025-10-30 to be more (The two presidents agree); no act that
                        binds is known.
    fentanyl-cause      The two sides say opposite things.
    tiktok-terms        One speaker, two answers on one day: Scott Bessent denies "settled"
                        (NBC); Scott Bessent asserts "settled" (CBS).
    soybeans            Said by United States alone; China decides.
    software            Due 2025-11-01, passed; no answer recorded; sources end 2026-11-09.
    tiktok              Said by United States alone; both decide, China has not confirmed it.
                        The day it is due has moved 5 times since 2025-01-19.
    beijing-2026        Said by United States; silence of China is not denial.
    washington-2026     Said by United States; silence of China is not denial.
    g20-2026            Said by United States; silence of China is not denial.

    ● asserts   ✕ denies   ◑ says both   ◔ hedges   ○ raises the topic   · has said nothing
    confirmed: both assert it; hedged: the other side expects it; no: the other side has not
    said so; denied: they say opposite things

  11 voices, each counted once; an outlet never. One item: impost talks ITEM
  law DIGEST · known 2025-11-11 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# Nobody has said for China what China has not said.
$ impost talks leaders-2025 --known 2025-10-27

  leaders-2025  The leaders in Korea

    state       planned
    decides     both
    day         2025-10-30
    where       Gyeongju
    confirmed   United States
    silent      · China has said nothing of it

    2025-10-26  ● United States asserts; Karoline Leavitt, post (report: 1 report)
    care        Said by United States; silence of China is not denial.

  law DIGEST · known 2025-10-27 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost talks us-cn.rare-earth-delay --known 2025-11-08

  rare-earth-delay  Does China put off the controls of 9 October?

    state       closed: put off or kept
    decides     China
    due         2025-11-08
    if nobody   kept; put off if us-cn.framework is approved

    2025-10-26  ◔ United States expects put off; Scott Bessent, NBC (report: 4 reports)
    2025-10-26  ◔ United States expects put off, "by a year"; Scott Bessent, venue unsaid
                (report: 2 reports)
    2025-10-26  ○ China raises; Li Chenggang, to reporters (report: 5 reports)
    2025-11-07  = put off: Announcements 55, 56, 57, 58, 61 and 62 suspended

  law DIGEST · known 2025-11-08 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost talks tiktok-terms --known 2025-10-26

  tiktok-terms  Are the terms for TikTok settled?

    state       open: settled or open
    decides     nobody
    silent      · China has said nothing of it

    2025-10-26  ✕ United States denies settled; Scott Bessent, NBC (report: 4 reports)
    2025-10-26  ● United States asserts settled; Scott Bessent, CBS (report: 1 report)
    care        One speaker, two answers on one day: Scott Bessent denies "settled" (NBC);
                Scott Bessent asserts "settled" (CBS).

  law DIGEST · known 2025-10-26 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# A visit put off and held later.
$ impost talks beijing-2026 --known 2025-10-26

  beijing-2026  The American President in Beijing

    state       planned
    decides     both
    day         2026-01-01 to 2026-02-16
    where       Beijing, before 17 February
    confirmed   by neither side that decides
    silent      · China has said nothing of it

    2025-10-26  ◔ United States expects; Donald Trump, to reporters (report: 5 reports)
    care        Said by United States; silence of China is not denial.

  law DIGEST · known 2025-10-26 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost talks beijing-2026 --known 2026-03-20

  beijing-2026  The American President in Beijing

    state       called off
    decides     both
    confirmed   by neither side that decides
    silent      · China has said nothing of it

    2025-10-26  ◔ United States expects; Donald Trump, to reporters (report: 5 reports)
    care        Said by United States; silence of China is not denial.
                The day has moved once since 2026-01-01.

  law DIGEST · known 2026-03-20 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost talks beijing-2026 --known 2026-05-20

  beijing-2026  The American President in Beijing

    state       held
    decides     both
    day         2026-05-13 to 2026-05-15, moved once
    where       Beijing
    silent      · China has said nothing of it

    2025-10-26  ◔ United States expects; Donald Trump, to reporters (report: 5 reports)
    2026-05-13  = held in Beijing

  law DIGEST · known 2026-05-20 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# The two answers of November 2026: what is announced and what nobody has published.
$ impost talks us.longer-truce --known 2026-11-21

  us.longer-truce  Does the United States publish the extension to 10 January 2027?

    state       open: published or lapsed
    decides     United States
    due         2026-11-10
    if nobody   lapsed
    confirmed   United States
    silent      · China has said nothing of it

    2026-09-23  ● United States asserts published; Scott Bessent, Fox (report: CNBC
                2026-09-24)
    care        Due 2026-11-10, passed; no answer recorded; sources end 2026-11-09.

  law DIGEST · known 2026-11-21 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost talks cn.longer-truce --known 2026-11-21

  cn.longer-truce  Does China publish the extension to 10 January 2027?

    state       open: published or lapsed
    decides     China
    due         2026-11-10
    if nobody   lapsed
    confirmed   China
    silent      · United States has said nothing of it

    2026-09-28  ● China asserts published; Ministry of Commerce, answers to the press (report:
                several; the page not seen)
    care        Due 2026-11-10, passed; no answer recorded; sources end 2026-10-09.

  law DIGEST · known 2026-11-21 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# Not raised yet, and no item at all.
$ impost talks truce --known 2025-10-01
impost: "truce" had not been raised by then; the items: us-cn.tiktok
  next: impost talks, or another --known
? 2

$ impost talks weather --known 2025-10-26
impost: "weather" is no item of the talks; the items: us-cn.framework, us-cn.tariff-100, us-cn.rare-earth-delay, us-cn.truce, us-cn.fentanyl, us-cn.fentanyl-cause, us-cn.ship-fees, us-cn.tiktok-terms, us-cn.soybeans, us-cn.software, us-cn.tiktok, us-cn.taiwan, us-cn.leaders-2025, us-cn.beijing-2026, us-cn.washington-2026
  next: impost talks, or another --known
? 2

$ impost talks tiktok --known 2025-10-26 --json
{
  "schema": "impost.talks/1",
  "law": "DIGEST",
  "known": "2025-10-26",
  "read_through": "2026-11-09",
  "read_through_of": {
    "CN": "2026-10-09",
    "US": "2026-11-09"
  },
  "basis": "collected",
  "name": "us-cn",
  "title": "Trade talks between the United States and China",
  "sides": [
    "United States",
    "China"
  ],
  "voices": 1,
  "items": [
    {
      "name": "us-cn.tiktok",
      "title": "Does TikTok's business in the United States pass to a company led by Americans?",
      "kind": "question",
      "state": "open",
      "answers": "passed or banned",
      "default": "banned",
      "raised": "2024-04-24",
      "due": "2026-01-23",
      "moved": 5,
      "decides": "both",
      "confirmed": "no",
      "where": null,
      "positions": [{"side": "United States", "position": "expects", "answer": "passed", "detail": null, "since": "2025-10-26", "decides": true, "confirms": false}, {"side": "China", "position": "silent", "answer": null, "detail": null, "since": null, "decides": true, "confirms": false}],
      "said": [{"side": "United States", "how": "expects", "answer": "passed", "detail": null, "day": "2025-10-26", "voice": "us.bessent.2025-10-26-nbc", "who": "Scott Bessent", "where": "NBC", "source": "4 reports", "grade": "report", "counts": true}],
      "answered": [],
      "care": ["Said by United States alone; both decide, China has not confirmed it.", "The day it is due has moved 5 times since 2025-01-19."],
      "file": "us-cn/talks.law",
      "line": 134
    }
  ],
  "rounds": [
    {
      "name": "us-cn.round-1",
      "title": "Geneva",
      "from": "2025-05-10",
      "through": "2025-05-11",
      "where": null,
      "unconfirmed": null
    },
    {
      "name": "us-cn.round-2",
      "title": "London",
      "from": "2025-06-09",
      "through": "2025-06-10",
      "where": null,
      "unconfirmed": null
    },
    {
      "name": "us-cn.round-3",
      "title": "Stockholm",
      "from": "2025-07-28",
      "through": "2025-07-29",
      "where": null,
      "unconfirmed": "the days; the month is confirmed"
    },
    {
      "name": "us-cn.round-4",
      "title": "Madrid",
      "from": "2025-09-14",
      "through": "2025-09-15",
      "where": null,
      "unconfirmed": null
    },
    {
      "name": "us-cn.round-5",
      "title": "Kuala Lumpur",
      "from": "2025-10-25",
      "through": "2025-10-26",
      "where": null,
      "unconfirmed": null
    }
  ]
}

$ impost talks --known 2025-10-26 -v --ascii | tail -n 30
    care        Said by United States; silence of China is not denial.

  g20-2026  G20

    state       planned
    decides     both
    day         2026-12-01 to 2026-12-31
    where       United States
    confirmed   by neither side that decides
    silent      - China has said nothing of it

    2025-10-26  ? United States expects; Donald Trump, to reporters (report: 5 reports)
    care        Said by United States; silence of China is not denial.

  Rounds and meetings held

    2025-05-10  Geneva
    2025-06-09  London
    2025-07-28  Stockholm (not certain: the days; the month is confirmed)
    2025-09-14  Madrid
    2025-10-25  Kuala Lumpur; United States: Scott Bessent, Jamieson Greer; China: He Lifeng,
                Li Chenggang

    * asserts   x denies   % says both   ? hedges   o raises the topic   - has said nothing
    confirmed: both assert it; hedged: the other side expects it; no: the other side has not
    said so; denied: they say opposite things

  10 voices, each counted once; an outlet never. One item: impost talks ITEM
  law DIGEST - known 2025-10-26 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) -
  basis collected

# A plan that names another place for the same days is not moved.
$ impost talks g20-2026 --known 2026-10-09 | grep "day\|where"
    day         2026-12-01 to 2026-12-31
    where       Miami

# A day before any of it: said so, not an empty table.
$ impost talks --known 2020-01-01 | sed -n 2,7p
  Trade talks between the United States and China
  as known on 2020-01-01

    Nothing of these talks had been raised by then.

    ● asserts   ✕ denies   ◑ says both   ◔ hedges   ○ raises the topic   · has said nothing
