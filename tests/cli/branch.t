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
      ○ 2025-11-10  CN  measure cn.us-goods: suspended 24% from 2025-11-10 13:01 until
                    2026-11-10 by us-cn.kuala-lumpur if us-cn.truce is extended unconfirmed
                    "the length is what the reports expect"; goes with us-cn.truce=extended
      ○ 2025-11-10  US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended from
                    2025-11-10 until 2026-11-10 by us-cn.kuala-lumpur if us-cn.framework is
                    approved unconfirmed "the length is what the reports expect"

    rejected
      ○ 2025-11-01  US  measure us.china-100: rate 100% from 2025-11-01 by us.post.2025-10-10
                    if us-cn.framework is rejected

  us-cn.rare-earth-delay  Does China put off the controls of 9 October? (open, due 2025-11-08)

    put off
      ○ 2025-11-08  CN  control cn.oct25: suspended from 2025-11-08 for 1 year by
                    us.bessent.2025-10-26

    kept; comes by itself, if nobody acts
      moves nothing that is encoded

  us-cn.truce  Does the tariff truce outlast 10 November 2025? (open, due 2025-11-10)

    extended; comes if us-cn.framework is approved
      ○ 2025-11-10  CN  measure cn.us-goods: suspended 24% from 2025-11-10 13:01 until
                    2026-11-10 by us-cn.kuala-lumpur if us-cn.truce is extended unconfirmed
                    "the length is what the reports expect"

    lapsed; comes by itself, if nobody acts
      moves nothing that is encoded

  Go together, unless decided otherwise
      us-cn.truce is extended if us-cn.framework is approved

  Open, but moving nothing encoded:  us-cn.fentanyl, us-cn.fentanyl-cause, us-cn.ship-fees,
                                     us-cn.software, us-cn.soybeans, us-cn.tariff-100,
                                     us-cn.tiktok, us-cn.tiktok-terms

  ● an act that binds states it   ○ only threatened, agreed or announced
  law DIGEST, known 2025-10-27, sources read through 2026-10-09 (CN), 2026-11-09 (US), basis
  collected

$ impost branch us-cn.framework --known 2025-10-26

  OUTCOMES    1 open question, as known on 2025-10-26

  us-cn.framework  Do the two presidents approve the framework of Kuala Lumpur? (open, due
                   2025-10-30)

    approved
      ○ 2025-11-10  CN  measure cn.us-goods: suspended 24% from 2025-11-10 13:01 until
                    2026-11-10 by us-cn.kuala-lumpur if us-cn.truce is extended unconfirmed
                    "the length is what the reports expect"; goes with us-cn.truce=extended
      ○ 2025-11-10  US  measure us.ieepa.reciprocal, heading 9903.01.63: suspended from
                    2025-11-10 until 2026-11-10 by us-cn.kuala-lumpur if us-cn.framework is
                    approved unconfirmed "the length is what the reports expect"

    rejected
      ○ 2025-11-01  US  measure us.china-100: rate 100% from 2025-11-01 by us.post.2025-10-10
                    if us-cn.framework is rejected

  ● an act that binds states it   ○ only threatened, agreed or announced
  law DIGEST, known 2025-10-26, sources read through 2026-10-09 (CN), 2026-11-09 (US), basis
  collected

# November 2026: one announcement on each side, not published.
$ impost branch cn.longer-truce --known 2026-11-21

  OUTCOMES    1 open question, as known on 2026-11-21

  cn.longer-truce  Does China publish the extension to 10 January 2027? (open, due 2026-11-10)

    published
      ○ 2026-11-11  CN  control cn.listed.2025-21: suspended from 2026-11-11 through
                    2027-01-10 by cn.mofcom.2026-09-28
      ○ 2026-11-11  CN  control cn.oct25: suspended from 2026-11-11 through 2027-01-10 by
                    cn.mofcom.2026-09-28
      ○ 2026-11-11  CN  fee cn.ships: suspended from 2026-11-11 through 2027-01-10 by
                    cn.mofcom.2026-09-28
      ○ 2026-11-11  CN  control cn.unreliable.2025-04-04: suspended from 2026-11-11 through
                    2027-01-10 by cn.mofcom.2026-09-28
      ○ 2026-11-11  CN  measure cn.us-goods: suspended 24% from 2026-11-11 through 2027-01-10
                    by cn.mofcom.2026-09-28

    lapsed; comes by itself, if nobody acts
      moves nothing that is encoded

  ● an act that binds states it   ○ only threatened, agreed or announced
  law DIGEST, known 2026-11-21, sources read through 2026-10-09 (CN), 2026-11-09 (US), basis
  collected

$ impost branch us.longer-truce --known 2026-11-21 | grep "●\|○" | cut -c 1-60
      ○ 2026-11-10  US  measure us.301.cn.exclusions, head
      ○ 2026-11-10  US  measure us.301.cn.exclusions, head
      ○ 2026-11-10  US  measure us.301.cn.exclusions, head
      ○ 2026-11-10  US  measure us.301.cn.exclusions, head
      ○ 2026-11-10  US  measure us.301.cn.exclusions, head
      ○ 2026-11-10  US  measure us.301.maritime: suspended
      ○ 2026-11-10  US  control us.affiliates: suspended f
      ○ 2026-11-10  US  fee us.ships: suspended from 2026-
  ● an act that binds states it   ○ only threatened, agr

# The money on a file, and what is expected of it.
$ impost diff --known 2025-10-26 --if us-cn.framework=approved --against us-cn.framework=rejected $ROOT/examples/entries.csv --odds approved=70% | tail -n 3
      Section 232 duty on parts of passenger vehicles and light trucks; 1 line

    expected at approved=70%: 204,383.78; spread 143,873.78 to 345,573.78

$ impost diff --known 2025-10-26 --if us-cn.framework=approved --against us-cn.framework=rejected $ROOT/examples/entries.csv --odds rejected=30% | tail -n 1
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
      "answers": [
        {
          "answer": "put off",
          "said": false,
          "default": null,
          "moves": [
            {"kind": "control", "side": "CN", "name": "cn.oct25", "title": "China's export controls of 9 October 2025", "heading": null, "from": "2025-11-08", "until": "2026-11-09", "what": "suspended from 2025-11-08 for 1 year by us.bessent.2025-10-26", "act": "Scott Bessent, venue unsaid", "along": null, "binds": false, "file": "cn/controls/2025-61-62.law", "line": 56}
          ]
        },
        {
          "answer": "kept",
          "said": false,
          "default": "by itself",
          "moves": []
        }
      ]
    }
  ],
  "lines": []
}
