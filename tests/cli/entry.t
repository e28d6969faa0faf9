# The entry summary: headings in the order of the law, the number of the goods with the value last, fees shared out.

$ printf 'entry,line,code,from,on,value,facts\nA1,1,7318.15.20,CN,2026-09-16,14172,mode=ocean\nA1,2,4202.92.31.31,CN,2026-09-16,2500,mode=ocean\nA1,3,9503.00.0073,CN,2026-09-16,999,mode=ocean\n' | impost duty - -O 7501

  ENTRY SUMMARY A1                                                                  page 1
  date of entry 2026-09-16, money in USD

      line, number               entered value  rate                           duty and fees
    ──────────────────────────────────────────────────────────────────────────────────────────
  001  CN  China
      9903.88.03                                25%                                 3,543.00
      9903.05.90                                free                                    0.00
      9903.82.02                                50%                                 7,086.00
      7318.15.20                        14,172  Free                                    0.00
      HMF                                       part of the entry's                    17.72
      MPF                                       part of the entry's                    49.09

  002  CN  China
      9903.88.03                                25%                                   625.00
      9903.05.31                                12.5%                                 312.50
      4202.92.31.31                      2,500  17.6%                                 440.00
      HMF                                       part of the entry's                     3.12
      MPF                                       part of the entry's                     8.66

  003  CN  China
      9903.05.31                                12.5%                                 124.88
      9503.00.00.73                        999  Free                                    0.00
      HMF                                       part of the entry's                     1.25
      MPF                                       part of the entry's                     3.46

    ──────────────────────────────────────────────────────────────────────────────────────────
      total entered value               17,671  duty                               12,131.38
      HMF                                                                              22.09
      MPF                                                                              61.21
      total                                                                        12,214.68
      not in it: anti-dumping and countervailing duty, excise tax, fees of other agencies

$ impost duty 4901.91.00 RU 1000 --on 2026-05-04 --fact mode=air --fact entry-type=formal -O 7501

  ENTRY SUMMARY                                                                     page 1
  date of entry 2026-05-04, money in USD

      line, number               entered value  rate                           duty and fees
    ──────────────────────────────────────────────────────────────────────────────────────────
  001  RU  Russia
      9903.03.01                                10%                                   100.00
      9903.90.08                                35%                                   350.00
      4901.91.00                         1,000                                          0.00
      MPF                                       part of the entry's                    33.58

    ──────────────────────────────────────────────────────────────────────────────────────────
      total entered value                1,000  duty                                  450.00
      MPF                                                                              33.58
      total                                                                           483.58
      not in it: anti-dumping and countervailing duty, excise tax, fees of other agencies

$ impost duty 8471.30.0100 CN 1000 --on 2026-05-04 -O 7501 --proof
impost: -O 7501 is of duty, in text or with --json
  next: impost help duty
? 2
