# Steel, aluminum and copper: a steel article; machine parts of Germany in each era of the base; what is asked, presumed, refused.

$ impost duty 7326.90.86.88 CN 14172 --on 2026-09-16 | head -n 14

  DUTY 11,039.99              7326.90.86.88 of China, entered 2026-09-16, value 14,172.00 USD
                              other articles of steel

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.88.03  Section 301 duty on China, list 3                         25%       ● 3,543.00
    9903.05.90  Section 301 duty, forced labour                           free          · 0.00
    9903.82.02  Section 232 duty on aluminum, steel and copper, from 6    50%       ● 7,086.00
                April 2026
    general     Ordinary customs duty                                     2.9%        ● 410.99
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                        11,039.99
    of the value                                                                         77.9%

$ impost duty 8431.31.00.20 DE 10000 --on 2025-03-11 --fact content.steel=60% --fact weight.metal=60% | sed -n '2,12p'
  DUTY 0.00                   8431.31.00.20 of Germany, entered 2025-03-11, value 10,000.00
                              USD
                              parts of lifting, excavating machinery

    ──────────────────────────────────────────────────────────────────────────────────────────
    general  Ordinary customs duty                                         Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00
    of the value                                                                            0%

  Next change

$ impost duty 8431.31.00.20 DE 10000 --on 2025-03-12 --fact content.steel=60% --fact weight.metal=60% | sed -n '2,12p'
  DUTY 1,500.00               8431.31.00.20 of Germany, entered 2025-03-12, value 10,000.00
                              USD
                              parts of lifting, excavating machinery

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.81.91  Section 232 duty on steel, to 5 April 2026                 25%      ● 1,500.00
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         1,500.00
    of the value                                                                           15%

$ impost duty 8431.31.00.20 DE 10000 --on 2025-04-12 --fact content.steel=60% --fact weight.metal=60% | sed -n '2,12p'
  DUTY 1,900.00               8431.31.00.20 of Germany, entered 2025-04-12, value 10,000.00
                              USD
                              parts of lifting, excavating machinery

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.25  Reciprocal duty †                                          10%        ● 400.00
    9903.01.33  Reciprocal duty †                                          free         · 0.00
    9903.01.50  Reciprocal duty, first country rates (in force for one     20%     ◐ suspended
                day)
    9903.81.91  Section 232 duty on steel, to 5 April 2026                 25%      ● 1,500.00
    general     Ordinary customs duty                                      Free         · 0.00

$ impost duty 8431.31.00.20 DE 10000 --on 2025-06-04 --fact content.steel=60% --fact weight.metal=60% | sed -n '2,12p'
  DUTY 3,400.00               8431.31.00.20 of Germany, entered 2025-06-04, value 10,000.00
                              USD
                              parts of lifting, excavating machinery

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.25  Reciprocal duty †                                          10%        ● 400.00
    9903.01.33  Reciprocal duty †                                          free         · 0.00
    9903.01.50  Reciprocal duty, first country rates (in force for one     20%     ◐ suspended
                day)
    9903.81.91  Section 232 duty on steel, to 5 April 2026                 50%      ● 3,000.00
    general     Ordinary customs duty                                      Free         · 0.00

$ impost duty 8431.31.00.20 DE 10000 --on 2026-03-10 --fact content.steel=60% --fact weight.metal=60% | sed -n '2,12p'
  DUTY 3,400.00               8431.31.00.20 of Germany, entered 2026-03-10, value 10,000.00
                              USD
                              parts of lifting, excavating machinery

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                      10%        ● 400.00
    9903.03.06  Section 122 surcharge                                      free         · 0.00
    9903.81.91  Section 232 duty on steel, to 5 April 2026                 50%      ● 3,000.00
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         3,400.00

$ impost duty 8431.31.00.20 DE 10000 --on 2026-04-06 --fact content.steel=60% --fact weight.metal=60% | sed -n '2,12p'
  DUTY 2,500.00               8431.31.00.20 of Germany, entered 2026-04-06, value 10,000.00
                              USD
                              parts of lifting, excavating machinery

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.06  Section 122 surcharge                                      free         · 0.00
    9903.82.09  Section 232 duty on aluminum, steel and copper, from 6     25%      ● 2,500.00
                April 2026
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,500.00

$ impost duty 7606.12.30.96 RU 10000 --on 2026-05-01 | sed -n '2,12p'
  DUTY 28,000.00              7606.12.30.96 of Russia, entered 2026-05-01, value 10,000.00 USD
                              aluminum plate, sheet

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                      10%      ● 1,000.00
    9903.85.67  Section 232 duty on aluminum of Russia, or smelted or      200%    ● 20,000.00
                cast there
    9903.90.09  Ordinary customs duty                                      70%      ● 7,000.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                        28,000.00
    of the value                                                                          280%

$ impost duty 8302.10.60.30 AU 10000 --on 2025-08-18 | grep -A 2 'What would decide'
  What would decide
    content.aluminum: 0 gives 1350.00 to 5350.00; 10000 gives 5350.00
    content.steel: 0 gives 1350.00 to 5350.00; 10000 gives 5350.00

$ impost duty 7318.15.20.10 AU 10000 --on 2025-08-18 | grep -A 1 'Assumed'
  Assumed, because nobody said
    content.steel: not stated, so the full value

$ impost duty 8429.51.10.15 MX 10000 --on 2026-07-01 --fact weight.metal=80% --claim usmca --claim 9903.82.20

  REFUSED                     8429.51.10.15 of Mexico, entered 2026-07-01, value 10,000.00 USD
                              bulldozers, excavators, loaders

    us.232.metals is not encoded: which goods and how large an American share note 16(j)
    allows
    next: not encoded yet; if the goods fit it, take them out with --claim 9903.82.03 (metal
          below 15% of the weight) or --claim 9903.82.01 (no aluminum, steel or copper)
          refuse.not-encoded

  Take note
    numbers are those of the schedule of 2026-06-08, the last one held

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3
