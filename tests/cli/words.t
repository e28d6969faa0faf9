# Wrong words: one clear line, the nearest known one, what to do next; exit code 2.

$ impost dutty 4202.92.31.31 CN 10000
impost: "dutty" is no verb; the nearest is duty
  next: impost help
? 2

$ impost 4202.92.31.31 CN 10000
impost: "4202.92.31.31" is no verb; a code stands after the verb duty
  next: impost duty CODE FROM VALUE
? 2

$ impost duty 4202.92.31.31 CN 10000 --knwon 2025-10-26
impost: impost duty has no option --knwon; the nearest is --known
  next: impost help duty
? 2

$ impost duty
impost: duty wants CODE FROM VALUE, or a FILE
  next: impost help duty
? 2

$ impost duty nowhere
impost: "nowhere" is no file that is there; for one line duty wants CODE FROM VALUE
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN
impost: the value is missing: impost duty 4202.92.31.31 CN VALUE
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 South Korea 10000
impost: "10000" is one word too many; quote words with spaces
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --on 2025-13-01
impost: --on wants a day as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY, "2025-13-01" is none
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --on
impost: --on wants DATE
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --on 2025-11-13
impost: --on stands more than once
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --basis lawful
impost: --basis is collected or legal, not "lawful"
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 -O jason
impost: there is no form "jason", the nearest is json; there are text, json, jsonl, csv, tsv, xlsx, proof, 7501
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 -O csv --json
impost: -O csv and --json ask for two forms
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --fact mode
impost: --fact wants NAME=VALUE, "mode" is not that
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --quantity 100
impost: --quantity wants a number and a unit as in "100 kg", "100" is not that
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --into CN

  REFUSED                     4202.92.31.31 of China into China, entered 2026-10-07 (no --on),
                              value 10,000.00 in the money stated
                              trunks, suitcases, handbags, cases

    the origin is the country of entry
    next: ask with the country the goods are of
          refuse.own-goods

  Take note
    no --on: entered on the newest known day of the law
    not in it: the ordinary duty of China, which is not encoded; only additional duties
    not in it: the lists of 2018 to 2020, whose lines are not encoded; from 2 March 2020 on it
    is presumed that the line owes none of them (--fact owes-2018-lists=yes)
    the value is taken in the money it is stated in (that of the place is CNY); nothing is
    converted

  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected
? 3

$ impost duty 4202.92.31.31 CN 10000 --width 12
impost: --width is a number from 40 to 400, not "12"
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --line 3
impost: --line picks a line of a file
  next: impost help duty
? 2

$ impost measures 4202.92.31.31
impost: measures of a code want the country too: impost measures 4202.92.31.31 FROM
  next: impost help measures
? 2

$ impost check asert
impost: "asert" is no check and no folder that is there; the nearest check is asserts
  next: impost help check
? 2

$ impost help dooty
impost: there is no verb "dooty"; the nearest is duty
  next: impost help
? 2

$ impost fmt
impost: fmt wants files, or - for standard input
  next: impost help fmt
? 2

$ impost duty 4202.92.31.31 CN 10000 --law nowhere
impost: there is no law in "nowhere"
  next: name the folder that holds places.tsv and us/
? 5

# A fact has one value.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --fact mode=air --fact mode=ocean
impost: --fact mode is given twice, as "air" and as "ocean"
  next: impost help duty
? 2

$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --fact mode=air --fact mode=air | head -n 2

  DUTY 6,260.00               4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
