# Promises to buy: what is due, what was counted, and what nobody has counted.

$ impost pledge soybeans --known 2026-10-09

  Soybeans from the United States

    promise     China buys from the United States, counted by contracts (1201)
    said        ● United States: asserts; · China: has said nothing of it

    at least      period                    due         state
    ──────────────────────────────────────────────────────────────────────────────────────────
    by White House, fact sheet
    12 Mt         2025-11-01 to 2025-12-31  2025-12-31  ✕ not met   at most 10 on 2026-01-06,
                                                                    70.8% to 83.3%
    by Scott Bessent, New York
    12 Mt         2025-11-01 to 2026-02-28  2026-02-28  ● met       12 on 2026-01-20, 100%, 39
                                                                    days early
    by White House, fact sheet
    25 Mt         2026-01-01 to 2026-12-31  2026-12-31  ? no count  an even pace asks for 19.3
    25 Mt         2027-01-01 to 2027-12-31  2027-12-31  ○ to come
    25 Mt         2028-01-01 to 2028-12-31  2028-12-31  ○ to come

  contracts since 2025-11-01, in Mt; the full bar is 12

    2025-11-18  0.332         █
    2025-12-04  2             ██████
    2026-01-06  8.5 to 10     █████████████████████████░░░░░
    2026-01-20  12            ████████████████████████████████████

  Another count, not this promise: arrivals by origin, in Mt

    2019-07-01 to 2019-07-31  Brazil 6.42, United States 0.912
    2019-08-01 to 2019-08-31  Argentina 0.655, Brazil 6.68, United States 1.68
    2019-09-01 to 2019-09-30  Brazil 4.79, United States 1.73
    2024-01-01 to 2024-12-31  United States 22.1 (21%), all 105
    2024-09-01 to 2024-09-30  United States 1.7
    2025-01-01 to 2025-09-30  Argentina 2.9, Brazil 63.7
    2025-01-01 to 2025-12-31  Argentina 7.89 (7.1%), Brazil 82.32 (73.6%), United States 16.82
                              (15%), all 111.83
    2025-07-01 to 2025-07-31  Brazil 10.39 (89%), United States 0.421 (3.6%), all 11.67
    2025-09-01 to 2025-09-30  Argentina 1.17 (9.1%), Brazil 10.96 (85.2%), United States 0
                              (0%), all 12.87
    2025-11-01 to 2025-11-30  Argentina 1.78 (22%), Brazil 5.85 (72.2%), United States 0 (0%),
                              all 8.1
    2025-12-01 to 2025-12-31  Argentina 1.65 (20.5%), Brazil 5.66 (70.4%), United States 0
                              (0%), all 8.04

  law DIGEST · known 2026-10-09 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# A period that is not over.
$ impost pledge us-cn.soybeans --known 2025-12-05

  Soybeans from the United States

    promise     China buys from the United States, counted by contracts (1201)
    said        ● United States: asserts; · China: has said nothing of it

    at least      period                    due         state
    ──────────────────────────────────────────────────────────────────────────────────────────
    by White House, fact sheet
    12 Mt         2025-11-01 to 2025-12-31  2025-12-31  ◔ running   2 on 2025-12-04, 16.7%; an
                                                                    even pace asks for 6.9;
                                                                    what is left asks for
                                                                    11.11 Mt in 30 days
    by Scott Bessent, New York
    12 Mt         2025-11-01 to 2026-02-28  2026-02-28  ◔ running   2 on 2025-12-04, 16.7%; an
                                                                    even pace asks for 3.5;
                                                                    what is left asks for 3.49
                                                                    Mt in 30 days
    by White House, fact sheet
    25 Mt         2026-01-01 to 2026-12-31  2026-12-31  ○ to come
    25 Mt         2027-01-01 to 2027-12-31  2027-12-31  ○ to come
    25 Mt         2028-01-01 to 2028-12-31  2028-12-31  ○ to come

  contracts since 2025-11-01, in Mt; the full bar is 12

    2025-11-18  0.332         █
    2025-12-04  2             ██████

  Another count, not this promise: arrivals by origin, in Mt

    2019-07-01 to 2019-07-31  Brazil 6.42, United States 0.912
    2019-08-01 to 2019-08-31  Argentina 0.655, Brazil 6.68, United States 1.68
    2019-09-01 to 2019-09-30  Brazil 4.79, United States 1.73
    2024-09-01 to 2024-09-30  United States 1.7
    2025-01-01 to 2025-09-30  Argentina 2.9, Brazil 63.7
    2025-07-01 to 2025-07-31  Brazil 10.39 (89%), United States 0.421 (3.6%), all 11.67
    2025-09-01 to 2025-09-30  Argentina 1.17 (9.1%), Brazil 10.96 (85.2%), United States 0
                              (0%), all 12.87

  law DIGEST · known 2025-12-05 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# A finished promise: 288.8 of 502.4.
$ impost pledge phase-one --known 2026-10-09

  Phase one: goods and services from the United States

    promise     China buys from the United States, counted by value (the goods and services
                the agreement covers)
    finished    2022-01-01

    at least      period                    due         state
    ──────────────────────────────────────────────────────────────────────────────────────────
    by Economic and trade agreement, phase one
    227.9 bn USD  2020-01-01 to 2020-12-31  2020-12-31  ? open      288.8 on 2021-12-31, later
                                                                    than due; what of it came
                                                                    in time nobody counted
    274.5 bn USD  2021-01-01 to 2021-12-31  2021-12-31  ? no count
    502.4 in all  2020-01-01 to 2021-12-31  2021-12-31  ✕ not met   288.8 on 2021-12-31, 57.5%

  value since 2020-01-01, in bn USD; the full bar is 502.4

    2021-12-31  288.8         █████████████████████

  Another count, not this promise: soybean-exports by origin, in bn USD

    2013-01-01 to 2013-12-31  United States 13.3
    2014-01-01 to 2014-12-31  United States 14.477
    2015-01-01 to 2015-12-31  United States 10.489
    2016-01-01 to 2016-12-31  United States 14.203
    2017-01-01 to 2017-12-31  United States 12.225
    2018-01-01 to 2018-12-31  United States 3.119
    2019-01-01 to 2019-12-31  United States 8.005
    2020-01-01 to 2020-11-30  United States 11.139

  law DIGEST · known 2026-10-09 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost pledge --all --known 2026-10-09 | grep -A 2 "Coal\|Other farm"
  Coal from the United States

    promise     China buys from the United States, counted by shipments (2701)
--
  Other farm goods from the United States, on top of soybeans

    promise     China buys from the United States, counted by value (farm goods other than

$ impost pledge coal --known 2026-10-09 --json
{
  "schema": "impost.pledges/1",
  "law": "DIGEST",
  "known": "2026-10-09",
  "read_through": "2026-11-09",
  "read_through_of": {
    "CN": "2026-10-09",
    "US": "2026-11-09"
  },
  "basis": "collected",
  "pledges": [
    {
      "name": "us-cn.coal",
      "title": "Coal from the United States",
      "buyer": "China",
      "seller": "United States",
      "goods": "2701",
      "counted_by": "shipments",
      "unit": "Mt",
      "seller_says": "silent",
      "buyer_says": "asserts",
      "ends": null,
      "promises": [
        {"compare": "at least", "amount": "10", "from": "2027-01-01", "due": "2027-12-31", "together": false, "state": "to come", "reading": null, "low": null, "high": null, "share": null, "even_pace": null, "needed_in_30_days": null, "by": "cn.mofcom.2026-09-28", "unconfirmed": null},
        {"compare": "at least", "amount": "10", "from": "2028-01-01", "due": "2028-12-31", "together": false, "state": "to come", "reading": null, "low": null, "high": null, "share": null, "even_pace": null, "needed_in_30_days": null, "by": "cn.mofcom.2026-09-28", "unconfirmed": null}
      ],
      "counts": [],
      "notes": [],
      "file": "us-cn/purchases.law",
      "line": 57
    }
  ]
}

# Not made yet, and none at all.
$ impost pledge soybeans --known 2025-10-26
impost: "soybeans" had not been made by then; the promises: us-cn.phase-one
  next: impost pledge --all, or another --known
? 2

$ impost pledge tulips --known 2025-12-05
impost: "tulips" is no promise of the law; the promises: us-cn.phase-one, us-cn.soybeans
  next: impost pledge --all, or another --known
? 2
