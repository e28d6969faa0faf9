# Fees on a call of a ship: which reach it, the sum, and what decides.

$ impost portfee US --fact built=CN --fact operator=SG --fact net-tons=40000 --fact containers=5000 --on 2025-10-20

  IT DEPENDS   one call in the United States, 2025-10-20

    ──────────────────────────────────────────────────────────────────────────────────────────
    Annex III: foreign-built vehicle carriers                       ? 1,840,000.00
    Annex I: Chinese owner or operator                              ? 2,000,000.00
    Annex II: Chinese-built                                         ? 720,000.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    owed, in USD                                                    0.00 to 2,000,000.00

  How

    Annex III: foreign-built vehicle carriers
      depends
      $46/net-ton: 46 x 40,000 net-ton = 1,840,000.00 (Section 301 action modified: vehicle
      carriers, cranes, chassis, 90 FR 48320)
      only if type is vehicle-carrier and built in all but US
      nothing if sealift
      only if from-abroad

    Annex I: Chinese owner or operator
      depends
      $50/net-ton: 50 x 40,000 net-ton = 2,000,000.00 (Section 301 action on China's shipping
      and shipbuilding, 90 FR 17114)
      only if owner of @us.china-for-ships or operator of @us.china-for-ships
      nothing if type is lng-carrier and spared-as-lng
      only if from-abroad
      nothing if another is owed in its place: Annex III: foreign-built vehicle carriers

    Annex II: Chinese-built
      depends
      the greater of $18/net-ton and $120/container: 18 x 40,000 net-ton = 720,000.00; 120 x
      5,000 container = 600,000.00 (Section 301 action on China's shipping and shipbuilding,
      90 FR 17114)
      nothing if type is lng-carrier and spared-as-lng
      nothing if distance less than 2000 nmi
      nothing if empty
      nothing if type is container and capacity at most 4000 TEU
      nothing if type is general and deadweight at most 55000 DWT
      nothing if type is tanker and deadweight at most 55000 DWT
      nothing if type is gas-carrier and deadweight at most 55000 DWT
      nothing if type is other and deadweight at most 55000 DWT
      nothing if type is bulk and deadweight at most 80000 DWT
      nothing if type is tanker and chemicals
      nothing if owner owned at least 75% by persons of US
      nothing if sealift
      only if from-abroad
      nothing if another is owed in its place: Annex III: foreign-built vehicle carriers
      nothing if another is owed in its place: Annex I: Chinese owner or operator

    once per voyage, at the first port; at most 5 charges a year for a ship; how many there
    were is not told (--fact charged-this-year=N)

  What would settle it, told with --fact NAME=VALUE

    type, spared-as-lng, distance, empty, capacity, deadweight, chemicals, owner.owned.US,
    sealift, from-abroad, owner

  The same call through the years, by the law as it stands

    2025-10-14    ████████████                        0.00 to 2,000,000.00
    2025-11-10    ◐ suspended                         0.00
    2026-11-10    ███████████████████                 0.00 to 3,200,000.00
    2027-04-17    ██████████████████████████          0.00 to 4,400,000.00
    2028-04-17    ██████████████████████████████████  0.00 to 5,600,000.00

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ cp $ROOT/examples/meridian.ship ship

$ impost portfee US --ship ship --on 2025-10-20

  DUE   one call in the United States, 2025-10-20

    ──────────────────────────────────────────────────────────────────────────────────────────
    Annex III: foreign-built vehicle carriers                       – not owed
    Annex I: Chinese owner or operator                              – not owed
    Annex II: Chinese-built                                         ● 840,000.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    owed, in USD                                                    840,000.00

  How

    Annex III: foreign-built vehicle carriers
      not owed: not so: type is vehicle-carrier and built in all but US

    Annex I: Chinese owner or operator
      not owed: not so: owner of @us.china-for-ships or operator of @us.china-for-ships

    Annex II: Chinese-built
      due
      the greater of $18/net-ton and $120/container: 18 x 42,000 net-ton = 756,000.00; 120 x
      7,000 container = 840,000.00 (Section 301 action on China's shipping and shipbuilding,
      90 FR 17114)

    once per voyage, at the first port; at most 5 charges a year for a ship, 2 before this
    call

  The same call through the years, by the law as it stands

    2025-10-14    ████████████████                    840,000.00
    2025-11-10    ◐ suspended                         0.00
    2026-11-10    ████████████████████                1,071,000.00
    2027-04-17    ██████████████████████████          1,365,000.00
    2028-04-17    ██████████████████████████████████  1,750,000.00

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# Two answers: what is announced, and what happens if nobody publishes it.
$ impost portfee US --ship ship --on 2026-11-12

  2 ANSWERS   one call in the United States, 2026-11-12

                                                  us.longer-truce       us.longer-truce
                                                  published             lapsed
    ──────────────────────────────────────────────────────────────────────────────────────────
    Annex III: foreign-built vehicle carriers     – not owed            – not owed
    Annex I: Chinese owner or operator            – not owed            – not owed
    Annex II: Chinese-built                       ◐ suspended           ● 1,071,000.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    owed, in USD                                  0.00                  1,071,000.00

  How

    Annex III: foreign-built vehicle carriers
      not owed: not so: type is vehicle-carrier and built in all but US

    Annex I: Chinese owner or operator
      not owed: not so: owner of @us.china-for-ships or operator of @us.china-for-ships

    Annex II: Chinese-built
      due
      the greater of $23/net-ton and $153/container: 23 x 42,000 net-ton = 966,000.00; 153 x
      7,000 container = 1,071,000.00 (Section 301 action on China's shipping and shipbuilding,
      90 FR 17114)
      not certain: 153 or 154 dollars, by source

    once per voyage, at the first port; at most 5 charges a year for a ship, 2 before this
    call

  The same call through the years, by the law as it stands

    2025-10-14    ████████████████                    840,000.00
    2025-11-10    ◐ suspended                         0.00
    2026-11-10    ████████████████████                1,071,000.00
    2027-04-17    ██████████████████████████          1,365,000.00
    2028-04-17    ██████████████████████████████████  1,750,000.00

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# One fact decides: the threshold itself is not below it.
$ impost portfee US --ship ship --fact distance=1999.9 --on 2025-10-20 | grep "exempt\|owed"
    Annex III: foreign-built vehicle carriers                       – not owed
    Annex I: Chinese owner or operator                              – not owed
    Annex II: Chinese-built                                         – not owed
    owed, in USD                                                    0.00
      not owed: not so: type is vehicle-carrier and built in all but US
      not owed: not so: owner of @us.china-for-ships or operator of @us.china-for-ships
      not owed: exempt: distance less than 2000 nmi

$ impost portfee US --ship ship --fact distance=2000 --on 2025-10-20 | grep "exempt\|owed"
    Annex III: foreign-built vehicle carriers                       – not owed
    Annex I: Chinese owner or operator                              – not owed
    owed, in USD                                                    840,000.00
      not owed: not so: type is vehicle-carrier and built in all but US
      not owed: not so: owner of @us.china-for-ships or operator of @us.china-for-ships

$ impost portfee US --ship ship --fact capacity=4000 --on 2025-10-20 | grep "exempt\|owed"
    Annex III: foreign-built vehicle carriers                       – not owed
    Annex I: Chinese owner or operator                              – not owed
    Annex II: Chinese-built                                         – not owed
    owed, in USD                                                    0.00
      not owed: not so: type is vehicle-carrier and built in all but US
      not owed: not so: owner of @us.china-for-ships or operator of @us.china-for-ships
      not owed: exempt: type is container and capacity at most 4000 TEU

# The fifth charge of the year is owed, a sixth is not.
$ impost portfee US --ship ship --fact charged-this-year=4 --on 2025-10-20 | grep owed,
    owed, in USD                                                    840,000.00

$ impost portfee US --ship ship --fact charged-this-year=5 --on 2025-10-20 | grep "owed,\|often"
    Annex II: Chinese-built                                         – charged as often as it may be
    owed, in USD                                                    0.00
      charged as often as it may be

# An owner of Hong Kong is one of China there; only one fee is owed.
$ impost portfee US --ship ship --fact owner=HK --on 2025-10-20 | head -n 10

  DUE   one call in the United States, 2025-10-20

    ──────────────────────────────────────────────────────────────────────────────────────────
    Annex III: foreign-built vehicle carriers                       – not owed
    Annex I: Chinese owner or operator                              ● 2,100,000.00
    Annex II: Chinese-built                                         – yields
    ──────────────────────────────────────────────────────────────────────────────────────────
    owed, in USD                                                    2,100,000.00

# The day before, the first day, the last day before the suspension.
$ for d in 2025-10-13 2025-10-14 2025-11-09 2025-11-10; do impost portfee US --ship ship --on $d | grep owed,; done
    owed, in USD                                                    0.00
    owed, in USD                                                    840,000.00
    owed, in USD                                                    840,000.00
    owed, in USD                                                    0.00

# China's fee, in yuan, by its own conditions.
$ impost portfee CN --ship ship --fact flag=US --fact built=KR --fact net-tons=41999.2 --on 2025-10-20

  DUE   one call in China, 2025-10-20

    ──────────────────────────────────────────────────────────────────────────────────────────
    Special port fee on ships of the United States                  ● 16,800,000.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    owed, in CNY                                                    16,800,000.00

  How

    Special port fee on ships of the United States
      due
      CNY 400/net-ton: 400 x 42,000 net-ton = 16,800,000.00 (Special port fee on ships of the
      United States)

    once per voyage, at the first port; at most 5 charges a year for a ship, 2 before this
    call

  The same call through the years, by the law as it stands

    2025-10-14    ████████████                        16,800,000.00
    2025-11-11    ◐ suspended                         0.00
    2026-11-11    ███████████████████                 26,880,000.00
    2027-04-17    ██████████████████████████          36,960,000.00
    2028-04-17    ██████████████████████████████████  47,040,000.00

  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected

$ impost portfee CN --ship ship --fact flag=US --on 2025-10-20 | grep "exempt\|owed"
    Special port fee on ships of the United States                  – not owed
    owed, in CNY                                                    0.00
      not owed: exempt: built in CN

# What is no type of ship, no fact, and no place with a fee.
$ impost portfee US --ship ship --fact type=submarine --on 2025-10-20

  REFUSED   "submarine" is no value of the fact type; it is one of container, bulk, tanker,
            gas-carrier, lng-carrier, vehicle-carrier, general, other (refuse.fact)
    next    docs/licence.md says how each fact of a case is written

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost portfee US --fact colour=red

  REFUSED   no fact of a case is called "colour" (refuse.fact)
    next    docs/licence.md lists the facts of a case

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost portfee DE --ship ship

  REFUSED   no fee on calls at ports of this place is encoded (refuse.no-fee)
    next    impost help portfee

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost portfee US --ship ship --on 2025-10-20 --json
{
  "schema": "impost.portfee/1",
  "law": "DIGEST",
  "known": "2026-10-07",
  "read_through": "2026-11-09",
  "read_through_of": {
    "CN": "2026-10-09",
    "US": "2026-11-09"
  },
  "basis": "collected",
  "into": "US",
  "on": "2025-10-20",
  "id": null,
  "reason": null,
  "outcomes": [
    {
      "if": {},
      "status": "due",
      "low": "840000.00",
      "high": "840000.00",
      "wants": null,
      "tell": null,
      "currency": "USD",
      "fees": [
        {"fee": "us.ships.carriers", "title": "Annex III: foreign-built vehicle carriers", "status": "not owed", "amount": null, "currency": "USD", "rate": "$46/net-ton", "how": "46 x 42,000 net-ton = 1,932,000.00", "why": "not so: type is vehicle-carrier and built in all but US", "until": null, "decides": [], "most_a_year": 5, "charged": "once per voyage, at the first port", "charged_before": "2", "unconfirmed": null, "act": "Section 301 action modified: vehicle carriers, cranes, chassis", "cite": "90 FR 48320", "file": "us-cn/ships.law", "line": 66},
        {"fee": "us.ships.owned", "title": "Annex I: Chinese owner or operator", "status": "not owed", "amount": null, "currency": "USD", "rate": "$50/net-ton", "how": "50 x 42,000 net-ton = 2,100,000.00", "why": "not so: owner of @us.china-for-ships or operator of @us.china-for-ships", "until": null, "decides": [], "most_a_year": 5, "charged": "once per voyage, at the first port", "charged_before": "2", "unconfirmed": null, "act": "Section 301 action on China's shipping and shipbuilding", "cite": "90 FR 17114", "file": "us-cn/ships.law", "line": 74},
        {"fee": "us.ships.built", "title": "Annex II: Chinese-built", "status": "due", "amount": "840000.00", "currency": "USD", "rate": "the greater of $18/net-ton and $120/container", "how": "18 x 42,000 net-ton = 756,000.00; 120 x 7,000 container = 840,000.00", "why": null, "until": null, "decides": [], "most_a_year": 5, "charged": "once per voyage, at the first port", "charged_before": "2", "unconfirmed": null, "act": "Section 301 action on China's shipping and shipbuilding", "cite": "90 FR 17114", "file": "us-cn/ships.law", "line": 96}
      ]
    }
  ],
  "steps": [
    {
      "day": "2025-10-14",
      "status": "due",
      "low": "840000.00",
      "high": "840000.00",
      "wants": null
    },
    {
      "day": "2025-11-10",
      "status": "suspended",
      "low": "0.00",
      "high": "0.00",
      "wants": null
    },
    {
      "day": "2026-11-10",
      "status": "due",
      "low": "1071000.00",
      "high": "1071000.00",
      "wants": null
    },
    {
      "day": "2027-04-17",
      "status": "due",
      "low": "1365000.00",
      "high": "1365000.00",
      "wants": null
    },
    {
      "day": "2028-04-17",
      "status": "due",
      "low": "1750000.00",
      "high": "1750000.00",
      "wants": null
    }
  ]
}

# China held its fee off at 13:01 on 10 November 2025: without an hour the answer hangs on it.
$ for on in 2025-11-10 "2025-11-10 13:00" "2025-11-10 13:01"; do impost portfee CN --fact flag=US --fact net-tons=30000 --fact built=US --fact empty=no --on "$on" | grep "one call\|owed, in\|hour"; done
  IT DEPENDS   one call in China, 2025-11-10
    owed, in CNY                                                    0.00 to 12,000,000.00
      the hour of the call is not stated: due, from 13:01 suspended
  DUE   one call in China, 2025-11-10
    owed, in CNY                                                    12,000,000.00
  SUSPENDED   one call in China, 2025-11-10
    owed, in CNY                                                    0.00

# A ship by its tons, one by its containers, and exempt ones: $18 a net ton or $120 a container, whichever is more.
$ for more in "type=tanker --fact deadweight=60000 --fact containers=0" "type=tanker --fact deadweight=55000 --fact containers=0" "type=container --fact capacity=4001 --fact containers=3001" "type=container --fact capacity=4000 --fact containers=3001"; do impost portfee US --fact built=CN --fact owner=SG --fact operator=SG --fact owner.owned.US=0% --fact distance=2000 --fact empty=no --fact sealift=no --fact chemicals=no --fact from-abroad=yes --fact net-tons=20000 --fact $more --on 2025-10-20 | grep "owed, in"; done
    owed, in USD                                                    360,000.00
    owed, in USD                                                    0.00
    owed, in USD                                                    360,120.00
    owed, in USD                                                    0.00

# An exemption that rests on notes alone says so: nothing is owed, as far as they are right.
$ impost portfee US --fact built=CN --fact operator=SG --fact owner=SG --fact type=container --fact capacity=3900 --fact net-tons=40000 --fact containers=900 --fact from-abroad=yes --fact distance=6000 --fact empty=no --fact sealift=no --on 2025-10-20 | grep -A 1 "exempt"
      not owed: exempt: type is container and capacity at most 4000 TEU
      not certain: read in club notes

# An exemption that no source names is asked, not given.
$ for told in type=lng-carrier "type=lng-carrier --fact spared-as-lng=yes" "type=lng-carrier --fact spared-as-lng=no"; do impost portfee US --fact built=KR --fact operator=CN --fact owner=CN --fact $told --fact net-tons=40000 --fact from-abroad=yes --on 2025-10-20 | grep "owed,\|not certain"; done
    owed, in USD                                                    0.00 to 2,000,000.00
    owed, in USD                                                    0.00
      not certain: no source read names this exemption
    owed, in USD                                                    2,000,000.00

# What is known of one part of the fee stands beside a part of which no amount is known.
$ impost portfee US --fact built=CN --fact operator=CN --fact net-tons=40000 --on 2025-10-20 | grep "owed,"
    owed, in USD                                                    0.00 to 2,000,000.00 or more: containers?

# What the notice itself exempts has no such mark.
$ impost portfee US --fact built=CN --fact operator=SG --fact owner=SG --fact type=container --fact capacity=8000 --fact net-tons=40000 --fact containers=900 --fact from-abroad=yes --fact distance=6000 --fact empty=yes --fact sealift=no --on 2025-10-20 | grep -A 1 "exempt"
      not owed: exempt: empty

# Without the tons there is no amount: neither nothing nor a round guess, and the missing fact is named.
$ impost portfee CN --fact owner=US --fact built=KR --fact empty=no --on 2025-10-20

  IT DEPENDS   one call in China, 2025-10-20

    ──────────────────────────────────────────────────────────────────────────────────────────
    Special port fee on ships of the United States                  ? depends
    ──────────────────────────────────────────────────────────────────────────────────────────
    owed, in CNY                                                    not known: net-tons?

  How

    Special port fee on ships of the United States
      depends
      CNY 400/net-ton (Special port fee on ships of the United States)
      net-tons is not stated

    once per voyage, at the first port; at most 5 charges a year for a ship; how many there
    were is not told (--fact charged-this-year=N)

  What would settle it, told with --fact NAME=VALUE

    net-tons

  The same call through the years, by the law as it stands

    2025-10-14    ? depends                           not known: net-tons?
    2025-11-11    ◐ suspended                         0.00
    2026-11-11    ? depends                           not known: net-tons?
    2027-04-17    ? depends                           not known: net-tons?
    2028-04-17    ? depends                           not known: net-tons?

  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected
? 3

$ impost portfee US --fact type=container --fact built=CN --fact operator=SG --fact from-abroad=yes --on 2025-10-20 | grep "owed, in\|2025-10-14"
    owed, in USD                                                    nothing, or not known: net-tons, containers?
    2025-10-14    ? depends                           nothing, or not known: net-tons, containers?

$ impost portfee CN --fact owner=US --fact built=KR --fact empty=no --on 2025-10-20 --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["read_through"], *[(o["low"], o["high"], o["wants"]) for o in d["outcomes"] + d["steps"]])'
2026-10-09 (None, None, 'net-tons') (None, None, 'net-tons') ('0.00', '0.00', None) (None, None, 'net-tons') (None, None, 'net-tons') (None, None, 'net-tons')

# How often a ship may be charged counts over the parts of the fee, and what was told of it is said.
$ impost portfee US --ship ship --on 2025-10-20 | grep "a year"
    once per voyage, at the first port; at most 5 charges a year for a ship, 2 before this

$ impost portfee CN --fact owner=US --fact built=CN --on 2025-10-20 | grep "owed\|a year"
    Special port fee on ships of the United States                  – not owed
    owed, in CNY                                                    0.00
      not owed: exempt: built in CN
