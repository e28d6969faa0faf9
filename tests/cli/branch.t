# What each answer of the open questions moves, on both sides, and when.

$ impost branch --known 2025-10-27 --line "8507.60.0020 from CN on 2025-11-15 value 10000" --line "4202.92.3131 from CN on 2025-11-15 value 10000" --odds approved=70%

  OUTCOMES    11 open questions, as known on 2025-10-27

    8507.60.0020 from CN on 2025-11-15 value 10000
      us-cn.framework=approved                          4,090.00 to 5,590.00
      us-cn.framework=rejected                        15,590.00 to 16,490.00
      expected at approved=70%: 8,860.00; spread 5,590.00 to 16,490.00, of the high ends

    4202.92.3131 from CN on 2025-11-15 value 10000
      us-cn.framework=approved                                      7,260.00     72.6%
      us-cn.framework=rejected                                     19,660.00    196.6%
      expected at approved=70%: 10,980.00; spread 7,260.00 to 19,660.00

  us-cn.framework  Do the two presidents approve the framework of Kuala Lumpur? (open, due
                   2025-10-30)

    approved
      ○ 2025-11-08  CN  control cn.oct25: suspended for 1 year by us.bessent.2025-10-26; goes
                    with us-cn.rare-earth-delay=put off
      ○ 2025-11-10  CN  measure cn.us-goods: suspended 24% from 2025-11-10 13:01 until
                    2026-11-10 by us-cn.kuala-lumpur unconfirmed "the length is what the
                    reports expect"; goes with us-cn.truce=extended
      ○             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2026-11-10 by us-cn.kuala-lumpur unconfirmed "the length is what the
                    reports expect"; goes with us-cn.truce=extended
      and then, by itself
      ○ 2025-11-08  CN  controls cn.oct25.55, cn.oct25.56, cn.oct25.57 and cn.oct25.58:
                    begins: suspended until 2026-11-09
      ○ 2026-11-09  CN  control cn.oct25: suspended until 2026-11-09 becomes in force, 7
                    parts, 4 for the first time; with it cn.46.1, cn.listed.2025-01 and 4 more
                    reach its items
      ○ 2026-11-10  CN  measure cn.us-goods: 34% less 24 points becomes 34%
      ○             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2026-11-10 becomes 34%

    rejected
      ○ 2025-11-01  US  measure us.china-100: rate 100% by us.post.2025-10-10
      and then, by itself
      ● 2025-11-08  CN  control cn.oct25: in force, 3 parts becomes in force, 7 parts, 4 for
                    the first time
      ●             CN  controls cn.oct25.55, cn.oct25.56, cn.oct25.57 and cn.oct25.58:
                    begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more
                    reach its items
      ● 2025-11-10  CN  measure cn.us-goods: 34% less 24 points becomes 34%, at 13:01
                    Asia/Shanghai
      ●             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2025-11-10 becomes 34%
      ● 2025-12-01  CN  control cn.oct25.61: besides begins: licence required under 1(1);
                    licence required under 1(2)

  us-cn.rare-earth-delay  Does China put off the controls of 9 October? (open, due 2025-11-08)

    put off; comes if us-cn.framework is approved
      ○ 2025-11-08  CN  control cn.oct25: suspended for 1 year by us.bessent.2025-10-26
      and then, by itself
      ○ 2025-11-08  CN  controls cn.oct25.55, cn.oct25.56, cn.oct25.57 and cn.oct25.58:
                    begins: suspended until 2026-11-09
      ○ 2026-11-09  CN  control cn.oct25: suspended until 2026-11-09 becomes in force, 7
                    parts, 4 for the first time; with it cn.46.1, cn.listed.2025-01 and 4 more
                    reach its items

    kept; comes by itself, if nobody acts
      by itself
      ● 2025-11-08  CN  control cn.oct25: in force, 3 parts becomes in force, 7 parts, 4 for
                    the first time
      ●             CN  controls cn.oct25.55, cn.oct25.56, cn.oct25.57 and cn.oct25.58:
                    begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more
                    reach its items
      ● 2025-12-01  CN  control cn.oct25.61: besides begins: licence required under 1(1);
                    licence required under 1(2)

  us-cn.truce  Does the tariff truce outlast 10 November 2025? (open, due 2025-11-10)

    extended; comes if us-cn.framework is approved
      ○ 2025-11-10  CN  measure cn.us-goods: suspended 24% from 2025-11-10 13:01 until
                    2026-11-10 by us-cn.kuala-lumpur unconfirmed "the length is what the
                    reports expect"
      ○             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2026-11-10 by us-cn.kuala-lumpur unconfirmed "the length is what the
                    reports expect"
      and then, by itself
      ○ 2026-11-10  CN  measure cn.us-goods: 34% less 24 points becomes 34%
      ○             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2026-11-10 becomes 34%

    lapsed; comes by itself, if nobody acts
      by itself
      ● 2025-11-10  CN  measure cn.us-goods: 34% less 24 points becomes 34%, at 13:01
                    Asia/Shanghai
      ●             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2025-11-10 becomes 34%

  Go together, unless decided otherwise
      us-cn.rare-earth-delay is put off if us-cn.framework is approved
      us-cn.truce is extended if us-cn.framework is approved

  Open, but moving nothing encoded:  us-cn.fentanyl, us-cn.fentanyl-cause, us-cn.ship-fees,
                                     us-cn.software, us-cn.soybeans, us-cn.tariff-100,
                                     us-cn.tiktok, us-cn.tiktok-terms

  ● an act that binds states it   ○ only threatened, agreed or announced
  law DIGEST · known 2025-10-27 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# Every measure of both sides that an answer changes, also what comes by itself when nothing puts it off: without the
# framework the truce of 10 November runs out on both sides and the controls of October begin.
$ impost branch us-cn.framework --known 2025-10-26

  OUTCOMES    1 open question, as known on 2025-10-26

  us-cn.framework  Do the two presidents approve the framework of Kuala Lumpur? (open, due
                   2025-10-30)

    approved
      ○ 2025-11-08  CN  control cn.oct25: suspended for 1 year by us.bessent.2025-10-26; goes
                    with us-cn.rare-earth-delay=put off
      ○ 2025-11-10  CN  measure cn.us-goods: suspended 24% from 2025-11-10 13:01 until
                    2026-11-10 by us-cn.kuala-lumpur unconfirmed "the length is what the
                    reports expect"; goes with us-cn.truce=extended
      ○             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2026-11-10 by us-cn.kuala-lumpur unconfirmed "the length is what the
                    reports expect"; goes with us-cn.truce=extended
      and then, by itself
      ○ 2025-11-08  CN  controls cn.oct25.55, cn.oct25.56, cn.oct25.57 and cn.oct25.58:
                    begins: suspended until 2026-11-09
      ○ 2026-11-09  CN  control cn.oct25: suspended until 2026-11-09 becomes in force, 7
                    parts, 4 for the first time; with it cn.46.1, cn.listed.2025-01 and 4 more
                    reach its items
      ○ 2026-11-10  CN  measure cn.us-goods: 34% less 24 points becomes 34%
      ○             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2026-11-10 becomes 34%

    rejected
      ○ 2025-11-01  US  measure us.china-100: rate 100% by us.post.2025-10-10
      and then, by itself
      ● 2025-11-08  CN  control cn.oct25: in force, 3 parts becomes in force, 7 parts, 4 for
                    the first time
      ●             CN  controls cn.oct25.55, cn.oct25.56, cn.oct25.57 and cn.oct25.58:
                    begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more
                    reach its items
      ● 2025-11-10  CN  measure cn.us-goods: 34% less 24 points becomes 34%, at 13:01
                    Asia/Shanghai
      ●             US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended until
                    2025-11-10 becomes 34%
      ● 2025-12-01  CN  control cn.oct25.61: besides begins: licence required under 1(1);
                    licence required under 1(2)

  ● an act that binds states it   ○ only threatened, agreed or announced
  law DIGEST · known 2025-10-26 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# November 2026: one announcement on each side, not published.
$ impost branch cn.longer-truce --known 2026-11-21

  OUTCOMES    1 open question, as known on 2026-11-21

  cn.longer-truce  Does China publish the extension to 10 January 2027? (open, due 2026-11-10)

    published
      ○ 2026-11-11  CN  controls cn.listed.2025-21 and cn.oct25: suspended through 2027-01-10
                    by cn.mofcom.2026-09-28
      ○             CN  fee cn.ships: suspended through 2027-01-10 by cn.mofcom.2026-09-28
      ○             CN  control cn.unreliable.2025-04-04: suspended through 2027-01-10 by
                    cn.mofcom.2026-09-28
      ○             CN  measure cn.us-goods: suspended 24% through 2027-01-10 by
                    cn.mofcom.2026-09-28
      and then, by itself
      ○ 2027-01-11  CN  control cn.listed.2025-21: suspended until 2027-01-11 becomes
                    prohibited
      ○             CN  control cn.oct25: suspended until 2027-01-11 becomes in force, 7
                    parts, 4 for the first time; with it cn.46.1, cn.jp and 12 more reach its
                    items
      ○             CN  fee cn.ships: suspended until 2027-01-11 becomes rate CNY 640/net-ton
      ○             CN  control cn.unreliable.2025-04-04: suspended until 2027-01-11 becomes
                    not encoded "what this notice forbids"
      ○             CN  measure cn.us-goods: 34% less 24 points becomes 34%

    lapsed; comes by itself, if nobody acts
      by itself
      ● 2026-11-11  CN  control cn.listed.2025-21: suspended until 2026-11-11 becomes
                    prohibited
      ●             CN  control cn.oct25: suspended until 2026-11-11 becomes in force, 7
                    parts, 4 for the first time; with it cn.46.1, cn.jp and 12 more reach its
                    items
      ●             CN  fee cn.ships: suspended until 2026-11-11 becomes rate CNY 640/net-ton
      ●             CN  control cn.unreliable.2025-04-04: suspended until 2026-11-11 becomes
                    not encoded "what this notice forbids"
      ●             CN  measure cn.us-goods: 34% less 24 points becomes 34%

  ● an act that binds states it   ○ only threatened, agreed or announced
  law DIGEST · known 2026-11-21 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost branch us.longer-truce --known 2026-11-21 | grep "●\|○" | cut -c 1-60
      ○ 2026-11-10  US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.maritime: suspended
      ○             US  control us.affiliates: suspended u
      ○             US  fee us.ships: suspended until 2027
      ○ 2027-01-10  US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.cn.exclusions, head
      ○             US  measure us.301.maritime: suspended
      ○             US  control us.affiliates: suspended u
      ○             US  fee us.ships: suspended until 2027
      ● 2026-11-10  US  measure us.301.cn.exclusions, head
      ●             US  measure us.301.cn.exclusions, head
      ●             US  measure us.301.cn.exclusions, head
      ●             US  measure us.301.cn.exclusions, head
      ●             US  measure us.301.cn.exclusions, head
      ●             US  measure us.301.maritime: suspended
      ●             US  control us.affiliates: suspended u
      ●             US  fee us.ships: suspended until 2026
  ● an act that binds states it   ○ only threatened, agr

# One of two that go together is picked: the mark says which answer of the other goes with it.
$ impost branch --known 2025-10-27 --if us-cn.framework=approved --line "8507.60.0020 from CN on 2025-11-15 value 10000 fact vehicle-part=no" | sed -n '/vehicle-part/,/picked/p'
    8507.60.0020 from CN on 2025-11-15 value 10000 fact vehicle-part=no
      us-cn.truce=extended                                          4,090.00     40.9% ◂ goes together
      us-cn.truce=lapsed                                            6,490.00     64.9%

  us-cn.framework  Do the two presidents approve the framework of Kuala Lumpur? (open, due
                   2025-10-30, picked approved)

$ impost branch --known 2025-10-27 --if us-cn.truce=lapsed --line "8507.60.0020 from CN on 2025-11-15 value 10000 fact vehicle-part=no" | sed -n '/vehicle-part/,/rejected/p'
    8507.60.0020 from CN on 2025-11-15 value 10000 fact vehicle-part=no
      us-cn.framework=approved                                      6,490.00     64.9%
      us-cn.framework=rejected                                     16,490.00    164.9% ◂ goes together

$ impost branch --known 2025-10-27 --if us-cn.framework=rejected --line "8507.60.0020 from CN on 2025-11-15 value 10000 fact vehicle-part=no" --json | grep -E '"together"|"picked": "'
      "picked": "rejected",
          "together": false
          "together": true

# The money on a file, and what is expected of it.
$ impost diff --known 2025-10-26 --if us-cn.framework=approved --against us-cn.framework=rejected $ROOT/examples/entries.csv --odds approved=70% | tail -n 10
      Section 232 duty on parts of passenger vehicles and light trucks; 1 line

    expected at approved=70%: 204,383.78; spread 143,873.78 to 345,573.78

  before  law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected
          · if us-cn.framework=approved, and with it us-cn.rare-earth-delay=put off,
          us-cn.truce=extended
  after   law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected
          · if us-cn.framework=rejected, and with it us-cn.rare-earth-delay=kept,
          us-cn.truce=lapsed

$ impost diff --known 2025-10-26 --if us-cn.framework=approved --against us-cn.framework=rejected $ROOT/examples/entries.csv --odds rejected=30% | grep expected
    expected at rejected=30%: 204,383.78; spread 143,873.78 to 345,573.78

$ impost diff --known 2025-10-26 --if us-cn.framework=approved --against us-cn.framework=rejected $ROOT/examples/entries.csv --odds maybe=30% | tail -n 1
impost: --odds wants an answer of --if or of --against, and the report as text
  next: impost help diff
    E-5/2  8486.10.00.00 CN             56,250.00       181,250.00      +125,000.00

# Odds that are none; a question that was not open; no question.
$ impost branch --known 2025-10-26 --odds approved=170%
impost: "approved=170%" is no answer with its odds
  next: write --odds approved=70%
? 2

$ impost branch us-cn.framework --known 2025-10-01
impost: "us-cn.framework" was not open on the known day; open then: us-cn.tiktok
  next: impost branch, or another --known
? 2

$ impost branch weather --known 2025-10-26
impost: "weather" is no question of the law; open then: us-cn.fentanyl, us-cn.fentanyl-cause, us-cn.framework, us-cn.rare-earth-delay, us-cn.ship-fees, us-cn.software, us-cn.soybeans, us-cn.tariff-100, us-cn.tiktok, us-cn.tiktok-terms, us-cn.truce
  next: impost branch, or another --known
? 2

$ impost branch us-cn.rare-earth-delay --known 2025-10-26 --json
{
  "schema": "impost.branch/1",
  "law": "DIGEST",
  "known": "2025-10-26",
  "read_through": "2026-11-09",
  "read_through_of": {
    "CN": "2026-10-09",
    "US": "2026-11-09"
  },
  "basis": "collected",
  "questions": [
    {
      "name": "us-cn.rare-earth-delay",
      "title": "Does China put off the controls of 9 October?",
      "state": "open",
      "due": "2025-11-08",
      "follows": true,
      "picked": null,
      "answers": [
        {
          "answer": "put off",
          "said": false,
          "default": "if us-cn.framework is approved",
          "moves": [
            {"kind": "control", "side": "CN", "name": "cn.oct25", "title": "China's export controls of 9 October 2025", "heading": null, "from": "2025-11-08", "until": "2026-11-09", "what": "suspended from 2025-11-08 for 1 year by us.bessent.2025-10-26", "act": "Scott Bessent, venue unsaid", "along": null, "binds": false, "by_itself": false, "file": "cn/controls/2025-61-62.law", "line": 56},
            {"kind": "control", "side": "CN", "name": "cn.oct25.55", "title": "Superhard materials", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: suspended until 2026-11-09", "act": "Scott Bessent, venue unsaid", "along": null, "binds": false, "by_itself": true, "file": "cn/controls/2025-61-62.law", "line": 56},
            {"kind": "control", "side": "CN", "name": "cn.oct25.56", "title": "Rare-earth equipment and materials", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: suspended until 2026-11-09", "act": "Scott Bessent, venue unsaid", "along": null, "binds": false, "by_itself": true, "file": "cn/controls/2025-61-62.law", "line": 56},
            {"kind": "control", "side": "CN", "name": "cn.oct25.57", "title": "Five further rare earths", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: suspended until 2026-11-09", "act": "Scott Bessent, venue unsaid", "along": null, "binds": false, "by_itself": true, "file": "cn/controls/2025-61-62.law", "line": 56},
            {"kind": "control", "side": "CN", "name": "cn.oct25.58", "title": "Lithium batteries and graphite anodes", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: suspended until 2026-11-09", "act": "Scott Bessent, venue unsaid", "along": null, "binds": false, "by_itself": true, "file": "cn/controls/2025-61-62.law", "line": 56},
            {"kind": "control", "side": "CN", "name": "cn.oct25", "title": "China's export controls of 9 October 2025", "heading": null, "from": "2026-11-09", "until": null, "what": "suspended until 2026-11-09 becomes in force, 7 parts, 4 for the first time; with it cn.46.1, cn.listed.2025-01 and 4 more reach its items", "act": "Scott Bessent, venue unsaid", "along": null, "binds": false, "by_itself": true, "file": "cn/controls/2025-61-62.law", "line": 56}
          ]
        },
        {
          "answer": "kept",
          "said": false,
          "default": "by itself",
          "moves": [
            {"kind": "control", "side": "CN", "name": "cn.oct25", "title": "China's export controls of 9 October 2025", "heading": null, "from": "2025-11-08", "until": null, "what": "in force, 3 parts becomes in force, 7 parts, 4 for the first time", "act": null, "along": null, "binds": true, "by_itself": true, "file": "cn/controls/2025-61-62.law", "line": 54},
            {"kind": "control", "side": "CN", "name": "cn.oct25.55", "title": "Superhard materials", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its items", "act": "Export control on superhard-material items", "along": null, "binds": true, "by_itself": true, "file": "cn/controls/2025-55-58.law", "line": 95},
            {"kind": "control", "side": "CN", "name": "cn.oct25.56", "title": "Rare-earth equipment and materials", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its items", "act": "Export control on rare-earth equipment and materials", "along": null, "binds": true, "by_itself": true, "file": "cn/controls/2025-55-58.law", "line": 101},
            {"kind": "control", "side": "CN", "name": "cn.oct25.57", "title": "Five further rare earths", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its items", "act": "Export control on five further rare earths", "along": null, "binds": true, "by_itself": true, "file": "cn/controls/2025-55-58.law", "line": 107},
            {"kind": "control", "side": "CN", "name": "cn.oct25.58", "title": "Lithium batteries and graphite anodes", "heading": null, "from": "2025-11-08", "until": null, "what": "begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its items", "act": "Export control on lithium batteries and graphite anodes", "along": null, "binds": true, "by_itself": true, "file": "cn/controls/2025-55-58.law", "line": 121},
            {"kind": "control", "side": "CN", "name": "cn.oct25.61", "title": "Rare earths abroad: a Chinese licence for exports between other countries", "heading": null, "from": "2025-12-01", "until": null, "what": "besides begins: licence required under 1(1); licence required under 1(2)", "act": "Export control on certain rare-earth items abroad", "along": null, "binds": true, "by_itself": true, "file": "cn/controls/2025-61-62.law", "line": 72}
          ]
        }
      ]
    }
  ],
  "lines": []
}

# An answer that leaves the law alone moves what the law then does.
$ impost branch cn.longer-truce --known 2026-10-09

  OUTCOMES    1 open question, as known on 2026-10-09

  cn.longer-truce  Does China publish the extension to 10 January 2027? (open, due 2026-11-10)

    published
      ○ 2026-11-11  CN  controls cn.listed.2025-21 and cn.oct25: suspended through 2027-01-10
                    by cn.mofcom.2026-09-28
      ○             CN  fee cn.ships: suspended through 2027-01-10 by cn.mofcom.2026-09-28
      ○             CN  control cn.unreliable.2025-04-04: suspended through 2027-01-10 by
                    cn.mofcom.2026-09-28
      ○             CN  measure cn.us-goods: suspended 24% through 2027-01-10 by
                    cn.mofcom.2026-09-28
      and then, by itself
      ○ 2027-01-11  CN  control cn.listed.2025-21: suspended until 2027-01-11 becomes
                    prohibited
      ○             CN  control cn.oct25: suspended until 2027-01-11 becomes in force, 7
                    parts, 4 for the first time; with it cn.46.1, cn.jp and 12 more reach its
                    items
      ○             CN  fee cn.ships: suspended until 2027-01-11 becomes rate CNY 640/net-ton
      ○             CN  control cn.unreliable.2025-04-04: suspended until 2027-01-11 becomes
                    not encoded "what this notice forbids"
      ○             CN  measure cn.us-goods: 34% less 24 points becomes 34%

    lapsed; comes by itself, if nobody acts
      by itself
      ● 2026-11-11  CN  control cn.listed.2025-21: suspended until 2026-11-11 becomes
                    prohibited
      ●             CN  control cn.oct25: suspended until 2026-11-11 becomes in force, 7
                    parts, 4 for the first time; with it cn.46.1, cn.jp and 12 more reach its
                    items
      ●             CN  fee cn.ships: suspended until 2026-11-11 becomes rate CNY 640/net-ton
      ●             CN  control cn.unreliable.2025-04-04: suspended until 2026-11-11 becomes
                    not encoded "what this notice forbids"
      ●             CN  measure cn.us-goods: 34% less 24 points becomes 34%

  ● an act that binds states it   ○ only threatened, agreed or announced
  law DIGEST · known 2026-10-09 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost branch us-cn.framework --known 2025-10-26 --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(*[(a["answer"], m["side"], m["from"], m["name"], m["by_itself"], m["binds"]) for a in d["questions"][0]["answers"] for m in a["moves"] if m["kind"] == "measure"], sep="\n")'
('approved', 'CN', '2025-11-10', 'cn.us-goods', False, False)
('approved', 'US', '2025-11-10', 'us.ieepa.reciprocal', False, False)
('approved', 'CN', '2026-11-10', 'cn.us-goods', True, False)
('approved', 'US', '2026-11-10', 'us.ieepa.reciprocal', True, False)
('rejected', 'US', '2025-11-01', 'us.china-100', False, False)
('rejected', 'CN', '2025-11-10', 'cn.us-goods', True, True)
('rejected', 'US', '2025-11-10', 'us.ieepa.reciprocal', True, True)

# Asked after the day it was due, the law that took effect since then counts.
$ impost branch cn.longer-truce --known 2026-11-21 | sed -n '/lapsed/,/●.*binds/p' | grep "●"
      ● 2026-11-11  CN  control cn.listed.2025-21: suspended until 2026-11-11 becomes
      ●             CN  control cn.oct25: suspended until 2026-11-11 becomes in force, 7
      ●             CN  fee cn.ships: suspended until 2026-11-11 becomes rate CNY 640/net-ton
      ●             CN  control cn.unreliable.2025-04-04: suspended until 2026-11-11 becomes
      ●             CN  measure cn.us-goods: 34% less 24 points becomes 34%
  ● an act that binds states it   ○ only threatened, agreed or announced

# Two questions that touch two lines: one table both ways, and which answers go together. The framework brings the truce with
# it; without it the truce lapses by itself. Taken apart, each answer pays its own: batteries that are no part of a vehicle by hand
# 3.4% + 7.5% + 20% + 10% = 40.9% while the truce holds, with 34% for the 10% of the reciprocal duty 64.9% when it lapses, and 100%
# more without the framework.
$ impost branch --known 2025-10-27 --line "8507.60.0020 from CN on 2025-11-15 value 10000 fact vehicle-part=no" --line "1201.90 from US into CN on 2025-11-15 value 10000" | sed -n "4,13p"
    us-cn.truce                                       extended                          lapsed
    ──────────────────────────────────────────────────────────────────────────────────────────
    8507.60.0020 from CN on 2025-11-15 value 10000 fact vehicle-part=no
      us-cn.framework=approved                4,090.00   40.9% ◂              6,490.00   64.9%
      us-cn.framework=rejected               14,090.00  140.9%               16,490.00  164.9% ◂
    1201.90 from US into CN on 2025-11-15 value 10000
      us-cn.framework=approved                2,000.00     20% ◂              4,400.00     44%
      us-cn.framework=rejected                2,000.00     20%                4,400.00     44% ◂
    ──────────────────────────────────────────────────────────────────────────────────────────
    ◂ goes together, unless decided otherwise

$ impost branch --known 2025-10-27 --line "8507.60.0020 from CN fact vehicle-part"
impost: fact wants NAME=VALUE, "vehicle-part" is not that
  next: impost help branch
? 2

# Odds of an answer that others follow are of what goes together; odds of one that follows are of it alone.
$ impost branch us-cn.framework --known 2025-10-27 --line "8507.60.0020 from CN on 2025-11-15 fact vehicle-part=no" --odds approved=50% | sed -n "4,8p"
    8507.60.0020 from CN on 2025-11-15 fact vehicle-part=no
      us-cn.framework=approved                                      4,090.00     40.9%
      us-cn.framework=rejected                                     16,490.00    164.9%
      expected at approved=50%: 10,290.00; spread 4,090.00 to 16,490.00

$ impost branch --known 2025-10-27 --line "9503.00.0073 from HK on 2025-11-15" --odds extended=60% | sed -n "4,8p"
    9503.00.0073 from HK on 2025-11-15
      us-cn.truce=extended                                          3,000.00       30%
      us-cn.truce=lapsed                                            5,400.00       54%
      expected at extended=60%: 3,960.00; spread 3,000.00 to 5,400.00

# The duty says the same of each cell. What follows needs no word; picked apart it is fixed, and the other is open still.
$ impost duty 8507.60.0020 CN 10000 --fact vehicle-part=no --on 2025-11-15 --known 2025-10-27 -O csv | cut -d, -f 1,3,7,8
code,on,if,duty
8507.60.0020,2025-11-15,us-cn.framework=approved,4090.00
8507.60.0020,2025-11-15,us-cn.framework=rejected,16490.00

$ impost duty 8507.60.0020 CN 10000 --fact vehicle-part=no --on 2025-11-15 --known 2025-10-27 --if us-cn.truce=lapsed -O csv | cut -d, -f 1,3,7,8
code,on,if,duty
8507.60.0020,2025-11-15,us-cn.framework=approved,6490.00
8507.60.0020,2025-11-15,us-cn.framework=rejected,16490.00

$ impost duty 8507.60.0020 CN 10000 --fact vehicle-part=no --on 2025-11-15 --known 2025-10-27 --if us-cn.framework=rejected --if us-cn.truce=extended -O csv | cut -d, -f 1,3,7,8
code,on,if,duty
8507.60.0020,2025-11-15,,14090.00

$ impost duty 8507.60.0020 CN 10000 --fact vehicle-part=no --on 2025-11-15 --known 2025-10-27 --if us-cn.framework=approved -O csv | cut -d, -f 1,3,7,8
code,on,if,duty
8507.60.0020,2025-11-15,,4090.00

# The same table where a fact decides too.
$ impost branch --known 2025-10-27 --line "8507.60.0020 from CN on 2025-11-15 value 10000" --line "1201.90 from US into CN on 2025-11-15 value 10000" | sed -n "4,13p"
    us-cn.truce                                       extended                          lapsed
    ──────────────────────────────────────────────────────────────────────────────────────────
    8507.60.0020 from CN on 2025-11-15 value 10000
      us-cn.framework=approved    4,090.00 to 5,590.00         ◂  5,590.00 to 6,490.00
      us-cn.framework=rejected  14,090.00 to 15,590.00          15,590.00 to 16,490.00         ◂
    1201.90 from US into CN on 2025-11-15 value 10000
      us-cn.framework=approved                2,000.00     20% ◂              4,400.00     44%
      us-cn.framework=rejected                2,000.00     20%                4,400.00     44% ◂
    ──────────────────────────────────────────────────────────────────────────────────────────
    ◂ goes together, unless decided otherwise

$ impost branch --known 2025-10-27 --ascii --line "8507.60.0020 from CN on 2025-11-15 value 10000" --line "1201.90 from US into CN on 2025-11-15 value 10000" | grep "<"
      us-cn.framework=approved    4,090.00 to 5,590.00         <  5,590.00 to 6,490.00
      us-cn.framework=rejected  14,090.00 to 15,590.00          15,590.00 to 16,490.00         <
      us-cn.framework=approved                2,000.00     20% <              4,400.00     44%
      us-cn.framework=rejected                2,000.00     20%                4,400.00     44% <
    < goes together, unless decided otherwise

# One of the questions decided: one is left, and each line has its list. By itself the truce would come along.
$ impost branch --known 2025-10-27 --if us-cn.framework=approved --line "8507.60.0020 from CN on 2025-11-15 value 10000" --line "1201.90 from US into CN on 2025-11-15 value 10000" | sed -n "4,10p"
    8507.60.0020 from CN on 2025-11-15 value 10000
      us-cn.truce=extended                              4,090.00 to 5,590.00           ◂ goes together
      us-cn.truce=lapsed                                5,590.00 to 6,490.00

    1201.90 from US into CN on 2025-11-15 value 10000
      us-cn.truce=extended                                          2,000.00       20% ◂ goes together
      us-cn.truce=lapsed                                            4,400.00       44%

# A line that is refused stands in the table with its reason.
$ impost branch --known 2025-10-27 --line "8507.60.0020 from CN on 2025-11-15 value 10000" --line "1201.90 from US into CN on 2025-11-15 value 10000" --line "1201.90 from BR into CN on 2025-11-15 value 10000" | sed -n "12,18p"
    1201.90 from BR into CN on 2025-11-15 value 10000
      refused: no additional duty of that country is encoded for goods of this origin on this
      day
    ──────────────────────────────────────────────────────────────────────────────────────────
    ◂ goes together, unless decided otherwise

  us-cn.framework  Do the two presidents approve the framework of Kuala Lumpur? (open, due

# The same in JSON.
$ impost branch --known 2025-10-27 --line "8507.60.0020 from CN on 2025-11-15 value 10000" --json | grep together
          "together": true
          "together": false
          "together": false
          "together": true

# Odds that would be passed over are refused: of no answer, of no line, below nothing.
$ impost branch us-cn.framework --known 2025-10-26 --odds maybe=10% --line "8507.60.0020 from CN on 2025-11-15 value 10000"
impost: "maybe" answers none of the questions
  next: one of the answers that are listed without it
? 2

$ impost branch us-cn.framework --known 2025-10-26 --odds approved=70%
impost: odds are of what lines owe, and no line is given
  next: add --line, or ask impost diff of a file
? 2

$ impost branch us-cn.framework --known 2025-10-26 --odds approved=-5% --line "8507.60.0020 from CN on 2025-11-15 value 10000"
impost: "approved=-5%" is no answer with its odds
  next: write --odds approved=70%
? 2
