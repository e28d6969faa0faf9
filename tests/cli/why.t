# The arithmetic of rates per unit names the quantity; what nothing is charged on reads free.

$ impost why 0402.99.90.00 NZ 3333 --on 2025-03-01 --quantity "1001 kg" | grep -A1 arithmetic
        arithmetic  46.3c/kg × 1,001 kg + 14.9% × 3,333.00 = 960.08 exactly (row-cent has
                    nothing to round)

$ impost duty 0402.99.90.00 NZ 3333 --on 2025-03-01 --quantity "1001 kg" --json | grep '"quantity"'
            {"heading": "general", "measure": "us.base", "title": "Ordinary customs duty", "rate": "46.3c/kg + 14.9%", "base": "3333", "quantity": "1001 kg", "amount": "960.08", "status": "applied", "why": null, "by": null, "until": null, "void": false, "pending": false, "act": "us.htsus", "act_title": "Harmonized Tariff Schedule of the United States", "cite": null, "source": "official", "known": "1988-08-23", "where": {"file": "us/us.law", "line": 142}, "mark": null, "rounding": "row-cent", "exact": "960.08", "held_off": null}

$ impost why 9503.00.0073 CN 1000 --on 2025-01-02 | grep arithmetic
        arithmetic  free

# Where nobody said the day, the answer says which one it took.
$ impost duty 9503.00.0073 CN 1000 | grep -e entered -e newest
  DUTY 125.00                 9503.00.00.73 of China, entered 2026-10-07 (no --on), value
    no --on: entered on the newest known day of the law

$ impost duty 9503.00.0073 CN 1000 --known 2025-01-02 | grep -e entered -e "no --on"
  DUTY 0.00                   9503.00.00.73 of China, entered 2025-01-02 (no --on), value
    no --on: entered on the day of --known

# A row at nothing has a mark of its own; every mark that is used is explained.
$ impost duty 9503.00.0073 CN 1000 --on 2025-01-02

  DUTY 0.00                   9503.00.00.73 of China, entered 2025-01-02, value 1,000.00 USD
                              toys, dolls, puzzles, scale models

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.88.16  Section 301 duty on China, list 4B                         15%     ◐ suspended
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00
    of the value                                                                            0%

  Suspended
    9903.88.16    15%, suspended without end by us.fr.84-69447

  Next change
    2025-02-04    the duty becomes 100.00

  Fees of the entry
    HMF           0.00 to 1.25   0.125%, on 1,000.00; depends on mode
    MPF           not computed: depends on entry-type, and for one of its answers the fee is
                  not encoded

  Duty and fees
    USD           duty 0.00; fees 0.00 to 1.25 and 1 more not computed

    ◐ suspended   · nothing charged
    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# An outcome that was picked is named.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=rejected | grep -A1 "How firm"
  How firm
    rejected      moved by what was said, not law: us.post.2025-10-10 (post, 2025-10-10)

# The next change of an answer with two outcomes has a figure for each.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 | grep -A1 "Next change"
  Next change
    2026-11-10    the duty becomes 9,660.00 or 19,660.00 by outcome

$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --json | grep -A2 '"next_change"'
      "next_change": {
        "on": "2026-11-10",
        "why": "the law known asks another duty from that day on",

$ cat > lines.csv
< hts,origin,value,on
< 9503.00.0073,CN,100.40,2025-11-12
< 4202.92.31.31,CN,100,2026-11-11

# Rows keep the width asked for; what concerns many lines is said once, and the count stands last.
$ impost duty lines.csv --known 2025-10-26 --width 60

    line  code          from entered
            value       duty, USD
    ──────────────────────────────────────────────────────
       1  9503.00.00.73 CN   2025-11-12
           100.00           30.00       30%
          if approved
                           154.00      154%
          if rejected
       2  4202.92.31.31 CN   2026-11-11
           100.00           96.60     96.6%
          if approved
                           196.60    196.6%
          if rejected
          fees: HMF 0.00 to 0.25 (depends on mode), MPF
          not computed (lines of several days are several
          entries)

  Total of all lines
    us-cn.framework=approved  duty 126.60; fees 0.00 to
                              0.25 and 1 more not computed
    us-cn.framework=rejected  duty 350.60; fees 0.00 to
                              0.25 and 1 more not computed
    goes with it              us-cn.truce (extended if
                              approved, lapsed if
                              rejected)

  Take note
    1 line: the value taken as whole dollars (19 CFR
    159.3(a))
    numbers are those of the schedule of 2026-06-08, the
    last one held
    sources were read through 2026-11-09; the date of
    entry is later

    lines         2

    not in it     anti-dumping and countervailing duty,
                  excise tax, fees of other agencies

  law DIGEST · known 2025-10-26 (sources read through
  2026-11-09) · basis collected

# In ASCII the mark of a row at nothing is not the dash of an amount that is not there.
$ impost duty 9503.00.0073 CN 1000 --on 2025-01-02 --ascii | grep -e "general " -e "nothing charged"
    general     Ordinary customs duty                                      Free         o 0.00
    / suspended   o nothing charged
