# What ./demo shows.

$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26
...
    us-cn.framework                                                    approved       rejected
...
    duty, USD                                                          7,260.00      19,660.00
...

$ impost why 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26
...
    sum             2,500.00 + 2,000.00 + 1,000.00 + 1,760.00 = 7,260.00
...
    sum             2,500.00 + 2,000.00 + 3,400.00 + 10,000.00 + 1,760.00 = 19,660.00
...

# One line is refused by name; the others are assessed.
$ impost duty $ROOT/examples/entries.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  4202.92.31.31 CN   2025-04-12        10,000.00       18,760.00    187.6%
       2  9503.00.00.73 CN   2025-04-12         4,820.00          964.00       20%
       3  6911.10.10.00 HK   2025-04-12         2,655.00        4,513.50      170%
          fees of A-1: HMF 21.84, MPF 60.53
       4  4202.92.31.31 CN   2025-10-20        10,000.00        7,260.00     72.6%
       5  8517.13.00.00 CN   2025-10-20        31,999.00        6,399.80       20%
       6  6404.11.90.20 CN   2025-10-20         7,333.00        4,216.48     57.5%
          fees of B-2: HMF 12.50, MPF 170.89
       7  4202.92.31.31 CN   2025-11-12        10,000.00        6,260.00     62.6%
       8  8507.60.00.20 CN   2025-11-12        10,000.00  3,090.00 to 4,590.00
          fees of C-3: HMF 25.00, MPF 69.28
       9  4202.92.31.31 CN   2026-02-21        10,000.00        6,260.00     62.6%
          fees of D-4: HMF 12.50, MPF 34.64
      10  8541.43.00.10 CN   2026-03-01        25,000.00       15,000.00       60%
          fees of D-5: HMF 31.25, MPF 86.60
      11  9503.00.00.73 CN   2026-11-12        10,000.00        1,250.00     12.5%
      12  8486.10.00.00 CN   2026-11-12       125,000.00            0.00        0%
          if published
                                                               31,250.00       25%  if lapsed
          fees of E-5: HMF 168.75, MPF 467.64

  Total of all lines
    us.longer-truce=published  duty   73,973.78 to 75,473.78 + fees 1,161.42 =   75,135.20 to
                               76,635.20; of it on law since held void 35,913.45 to 36,913.45
    us.longer-truce=lapsed     duty 105,223.78 to 106,723.78 + fees 1,161.42 = 106,385.20 to
                               107,885.20; of it on law since held void 35,913.45 to 36,913.45
    ranges        1 of 12 lines

  Take note
    A duty on excess capacity, of which 7.5% on China was reported (2026-08-24)
    (us/doubtful/talk.law) is too doubtful to be loaded, and might reach this line
    A cut for 77 groups of Chinese goods, whose rate and day nobody said (2026-09-28)
    (us/doubtful/talk.law) is too doubtful to be loaded, and might reach this line
    numbers are those of the schedule of 2026-06-08, the last one held
    sources were read through 2026-11-09; the date of entry is later

    lines         12, 1 a range

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
