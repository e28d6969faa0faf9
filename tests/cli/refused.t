# What cannot be answered is refused by name, with what to do next, never with a plausible number.

# Section 232 on polysilicon is not encoded: from 2026-12-04 it may reach this number.
$ impost duty 2804.61.00 CN 10000 --on 2026-12-04

  REFUSED                     2804.61.00 of China, entered 2026-12-04, value 10,000.00 USD
                              hydrogen, noble gases, silicon, other nonmetals

    us.232.polysilicon is not encoded: headings, goods, rates and minimum prices
    next: this part of the law is not encoded yet; law/README.md lists what is not
          refuse.not-encoded

  Take note
    A duty on excess capacity, of which 7.5% on China was reported (2026-08-24)
    (us/doubtful/talk.law) is too doubtful to be loaded, and might reach this line
    numbers are those of the schedule of 2026-06-08, the last one held
    sources were read through 2026-11-09; the date of entry is later

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost duty 2804.61.00 CN 10000 --on 2026-12-03 -O csv | tail -n 1 | cut -d, -f5
ok

# From 2026-01-30 the number itself has ended.
$ impost duty 8507.60.0020 CN 10000 --on 2026-01-30

  REFUSED                     8507.60.00.20 of China, entered 2026-01-30, value 10,000.00 USD
                              rechargeable batteries

    8507.60.00.20 ended on 2026-01-30
    next: use one of its successors: 8507.60.00.30, 8507.60.00.90
          refuse.retired-code

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# A code that is none: the nearest are offered.
$ impost duty 4202.92.31.13 CN 10000 --on 2025-11-12

  REFUSED                     4202.92.31.13 of China, entered 2025-11-12, value 10,000.00 USD
                              trunks, suitcases, handbags, cases

    4202.92.31.13 is no number of the schedule
    next: did you mean 4202.92.31.31, 4202.92.31.20, 4202.92.31, 4202.92.33, 4202.92.39?
          refuse.unknown-code

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost duty 12 CN 10000 --on 2025-11-12

  REFUSED                     12 of China, entered 2025-11-12, value 10,000.00 USD

    a commodity code of 2 digits is too short to assess
    next: give 8 or 10 digits; the rate line has 8
          refuse.code

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# Only ten digits decide.
$ impost duty 8483.50.90 CN 10000 --on 2025-07-01

  REFUSED                     8483.50.90 of China, entered 2025-07-01, value 10,000.00 USD
                              shafts, gears, clutches

    8483.50.90 needs ten digits on this day, the suffix decides: .40: 3280.00; .80: 5780.00
    next: give the ten-digit number
          refuse.ten-digits

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# An origin that is no country.
$ impost duty 4202.92.31.31 Atlantis 10000 --on 2025-11-12

  REFUSED                     4202.92.31.31, entered 2025-11-12, value 10,000.00 USD
                              trunks, suitcases, handbags, cases

    "Atlantis" is no country of origin
    next: give a country by ISO code, Census number or name; a group such as EU is no country
          refuse.origin

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# A rate per kilogram wants kilograms.
$ impost duty 0403.20.50.00 CN 10000 --on 2025-11-12

  REFUSED                     0403.20.50.00 of China, entered 2025-11-12, value 10,000.00 USD
                              yogurt, buttermilk, sour milk

    the rate is per kg and no quantity in kg is given
    next: add the quantity: --quantity "100 kg"
          refuse.quantity

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost duty 4202.92.31.31 CN ten --on 2025-11-12

  REFUSED                     4202.92.31.31 of China, entered 2025-11-12
                              trunks, suitcases, handbags, cases

    "ten" is no customs value
    next: give the customs value as a number, for example 10000 or 10,000.00
          refuse.value

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --claim nonsense

  REFUSED                     4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
                              trunks, suitcases, handbags, cases

    "nonsense" is no programme and no heading of the law encoded here
    next: programmes are claimed by symbol or name (KR, usmca), exemptions by heading
          refuse.claim

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# The refusal is data, too.
$ impost duty 2804.61.00 CN 10000 --on 2026-12-04 --json | grep -E '"(status|id)"'
      "status": "refused",
      "id": "refuse.not-encoded",

# A list of a partner that is not held: who says which of the two it is, is answered.
$ impost duty 9503.00.00.73 DE 10000 --on 2026-08-10
...
    us.301.fl is not encoded: note 52(j): which goods of this partner are spared 9903.05.39
    next: not encoded yet; if the goods fit it, take them out with --claim 9903.05.97 (on the
          list of the partner) or --claim 9903.05.91 (donations) or --claim 9903.05.92
          (informational materials); if they do not fit it, claim what charges them: --claim
          9903.05.39
...
? 3

$ impost duty 9503.00.00.73 DE 10000 --on 2026-08-10 --claim 9903.05.39 | grep DUTY
  DUTY 1,000.00               9503.00.00.73 of Germany, entered 2026-08-10, value 10,000.00

$ impost ask 9503.00.00.73 DE 10000 --on 2026-08-10 | grep -A1 9903.05.39:
? 1

$ impost duty 8806.21.00.00 CN 10000 --on 2026-10-01
...
          Security or War) or --claim 9903.08.26 (plan approved by Commerce); if they do not
          fit it, claim what charges them: --claim 9903.08.21 (unmanned aircraft and parts,
          note 43(c)(1) to (3)) or --claim 9903.08.22 (unmanned aircraft, note 43(c)(4))
...
? 3
