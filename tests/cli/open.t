# What is not decided, point by point as docs/open-points.md numbers them: an outcome, a refusal or a mark, never a number that nobody said.

# 1. Exclusions past 9 November 2026.
$ impost duty 5603.93.00.90 CN 10000 --on 2026-11-10 | sed -n '2,13p'
  TWO ANSWERS                 5603.93.00.90 of China, entered 2026-11-10, value 10,000.00 USD
                              nonwovens

    us.longer-truce                                                   published         lapsed
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.88.03  Section 301 duty on China, list 3          25%                –     ● 2,500.00
    9903.88.69  Exclusions from the Section 301 duties on  free          ◔ 0.00              –
                China
    9903.05.31  Section 301 duty, forced labour            12.5%     ● 1,250.00     ● 1,250.00
    general     Ordinary customs duty                      Free          · 0.00         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                          1,250.00       3,750.00

# 2. Cranes past 9 November 2026.
$ impost duty 8426.19.00.00 CN 10000 --on 2026-11-10 --claim 9903.92.10 --claim 9903.91.14 | sed -n '2,15p'
  TWO ANSWERS                 8426.19.00.00 of China, entered 2026-11-10, value 10,000.00 USD
                              cranes, straddle carriers

    us.longer-truce                                                   published         lapsed
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.92.10  Section 301 duty on China, four-year       25%       ● 2,500.00     ● 2,500.00
                review
    9903.05.31  Section 301 duty, forced labour            12.5%     ● 1,250.00     ● 1,250.00
    9903.91.14  Ship-to-shore cranes of China, or with     100%     ◐ suspended    ● 10,000.00
                Chinese parts or owners
    general     Ordinary customs duty                      Free          · 0.00         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                          3,750.00      13,750.00
    of the value                                                          37.5%         137.5%

# 3 and 4. The cuts the boards talk about, and a duty on excess capacity: named, not computed.
$ impost duty 9503.00.00.73 CN 10000 --on 2026-11-12 | grep -E -A6 "DUTY|Take note"
  DUTY 1,250.00               9503.00.00.73 of China, entered 2026-11-12, value 10,000.00 USD
                              toys, dolls, puzzles, scale models

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.88.16  Section 301 duty on China, list 4B                        15%      ◐ suspended
    9903.05.31  Section 301 duty, forced labour                           12.5%     ● 1,250.00
    general     Ordinary customs duty                                     Free          · 0.00
--
  Take note
    A duty on excess capacity, of which 7.5% on China was reported (2026-08-24)
    (us/doubtful/talk.law) is too doubtful to be loaded, and might reach this line
    A cut for 77 groups of Chinese goods, whose rate and day nobody said (2026-09-28)
    (us/doubtful/talk.law) is too doubtful to be loaded, and might reach this line
    numbers are those of the schedule of 2026-06-08, the last one held
    sources were read through 2026-11-09; the date of entry is later

$ impost duty 9503.00.00.73 CN 10000 --on 2026-11-09 | grep -c doubtful
0
? 1

# 5. Polysilicon.
$ impost duty 2804.61.00.00 DE 10000 --on 2026-12-04 | sed -n '2,8p'
  REFUSED                     2804.61.00.00 of Germany, entered 2026-12-04, value 10,000.00
                              USD
                              hydrogen, noble gases, silicon, other nonmetals

    us.232.polysilicon is not encoded: headings, goods, rates and minimum prices
    next: this part of the law is not encoded yet; law/README.md lists what is not
          refuse.not-encoded

# 6. The surcharge of 2026: as known between ruling and stay, and since.
$ impost duty 9503.00.00.73 DE 10000 --on 2026-03-10 --known 2026-05-08 | grep -E "law since held void|basis legal"
    of which on law since held void                                                   1,000.00
    duty with --basis legal                                                               0.00
    ● law   † law since held void   · nothing charged

$ impost duty 9503.00.00.73 DE 10000 --on 2026-03-10 | grep -A1 "How firm"
  How firm
    9903.03.01    not certain: held unlawful on 2026-05-07, stayed: the appeal is open

# 7. Forced labour beside unmanned aircraft, and beside aluminum of Russia.
$ impost duty 8806.21.00.00 CN 10000 --on 2026-10-01 --claim 9903.08.20 | sed -n '2,17p'
  DUTY 3,750.00               8806.21.00.00 of China, entered 2026-10-01, value 10,000.00 USD
                              drones

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.88.01  Section 301 duty on China, list 1                         25%       ● 2,500.00
    9903.05.31  Section 301 duty, forced labour                           12.5%     ● 1,250.00
    9903.08.20  Section 232 duty on unmanned aircraft and their parts     none          · 0.00
    general     Ordinary customs duty                                     Free          · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         3,750.00
    of the value                                                                         37.5%

  Not claimed, and what --claim NUMBER would save
    9903.05.88  civil aircraft                                            none        1,250.00
    9903.05.91  donations                                                 none        1,250.00
    9903.05.92  informational materials                                   none        1,250.00

$ impost duty 7606.12.30.91 RU 10000 --on 2026-08-01 | sed -n '2,10p'
  DUTY 28,250.00              7606.12.30.91 of Russia, entered 2026-08-01, value 10,000.00 USD
                              aluminum plate, sheet

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.66  Section 301 duty, forced labour                           12.5%     ● 1,250.00
    9903.85.67  Section 232 duty on aluminum of Russia, or smelted or     200%     ● 20,000.00
                cast there
    9903.90.09  Ordinary customs duty                                     70%       ● 7,000.00
    ──────────────────────────────────────────────────────────────────────────────────────────

$ impost duty 7606.12.30.91 RU 10000 --on 2026-08-01 | grep -A2 "How firm"
  How firm
    9903.85.67    not certain: whether the duty on forced labour is due beside it: 9903.05.90
                  does not name this heading

# Nothing is open beside it before the duty on forced labour begins.
$ impost duty 7606.12.30.91 RU 10000 --on 2026-07-23 | grep -c "duty on forced labour"
0
? 1

# 8. American share of note 16(j).
$ impost duty 8431.49.90.10 MX 10000 --on 2026-07-01 --claim 9903.82.20 | sed -n '2,9p'
  REFUSED                     8431.49.90.10 of Mexico, entered 2026-07-01, value 10,000.00 USD
                              parts of lifting, excavating machinery

    us.232.metals is not encoded: which goods and how large an American share note 16(j)
    allows
    next: not encoded yet; if the goods fit it, take them out with --claim 9903.82.03 (metal
          below 15% of the weight) or --claim 9903.82.01 (no aluminum, steel or copper)
          refuse.not-encoded

# 9. Countries out of Section 232 before March 2025, exclusions of 2018 to 2020.
$ impost duty 7208.10.15.00 KR 10000 --on 2024-01-10 | sed -n '2,9p'
  REFUSED                     7208.10.15.00 of South Korea, entered 2024-01-10, value
                              10,000.00 USD
                              hot-rolled sheet, wide

    us.232.steel is not encoded: since when, until when and how much of this country was
    spared
    next: this part of the law is not encoded yet; law/README.md lists what is not
          refuse.not-encoded

$ impost duty 8483.50.90.40 CN 10000 --on 2019-06-10 --claim 9903.88.05

  REFUSED                     8483.50.90.40 of China, entered 2019-06-10, value 10,000.00 USD
                              shafts, gears, clutches

    heading 9903.88.05 is not encoded here, so a claim of it cannot be judged
    next: `impost measures` lists the headings that can be claimed
          refuse.claim

  Take note
    answered in the numbers and ordinary rates of the schedule of 2025-01-01, the first one
    held

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# 10. Canada from 2027.
$ impost duty 8703.23.01.90 CA 10000 --on 2027-01-10 | sed -n '2,15p'
  REFUSED                     8703.23.01.90 of Canada, entered 2027-01-10, value 10,000.00 USD
                              passenger cars

    us.338.canada is not encoded: which vehicles are on the list, and since 29 September
    banned
    next: this part of the law is not encoded yet; law/README.md lists what is not
          refuse.not-encoded

  Take note
    The threat of 50% on cars, parts and steel of Canada from 2027-01-01
    (us/doubtful/talk.law) is too doubtful to be loaded, and might reach this line
    numbers are those of the schedule of 2026-06-08, the last one held
    sources were read through 2026-11-09; the date of entry is later

# 11. Chips from 23 June 2027.
$ impost duty 8542.31.00.15 CN 10000 --on 2027-06-23 | sed -n '2,8p'
  REFUSED                     8542.31.00.15 of China, entered 2027-06-23, value 10,000.00 USD
                              integrated circuits, chips

    us.301.cn.review lays a duty here whose rate is not known
    next: the act has not said the rate; a day before this step can be answered
          refuse.unknown-rate

# 12. Past the newest schedule held, and past the horizon.
$ impost duty 4202.92.31.31 DE 10000 --on 2026-11-12 | grep -A3 "Take note"
  Take note
    numbers are those of the schedule of 2026-06-08, the last one held
    sources were read through 2026-11-09; the date of entry is later

$ impost duty 4202.92.31.31 DE 10000 --on 2029-01-01 | sed -n '2,7p'
  REFUSED                     4202.92.31.31 of Germany, entered 2029-01-01, value 10,000.00
                              USD
                              trunks, suitcases, handbags, cases

    answers reach to the day before 2029-01-01; the date of entry is 2029-01-01
    next: ask an earlier date of entry

# 13. Limits of the fee in fiscal 2019, 2020 and 2022.
$ impost duty 9503.00.00.73 DE 10000 --on 2019-01-10 | grep MPF
    MPF           not computed: not encoded: limits of fiscal 2019 and 2020

$ impost duty 9503.00.00.73 DE 10000 --on 2021-12-10 | grep MPF
    MPF           not computed: not encoded: limits of fiscal 2022
