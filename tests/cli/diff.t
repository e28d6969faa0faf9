# Two ways of asking and what differs: in the law, on a line, on the lines of a file. Exit code 0 either way.

$ impost diff 9503.00.0073 CN 10000 --on 2025-11-09..2025-11-10

  DIFFERENCE                  before  on 2025-11-09
                              after   on 2025-11-10

    9503.00.00.73 from China, value 10,000.00

    row                                    before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.24                           2,000.00         1,000.00        -1,000.00
      Fentanyl duty on China and Hong Kong: 20% becomes 10%; China and Hong Kong: back to 10%,
      known 2025-11-04
    9903.01.25                           1,000.00         1,000.00             0.00
    general                                  0.00             0.00             0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    due                                  3,000.00         2,000.00        -1,000.00
      of it on law held void: before 3,000.00, after 2,000.00

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost diff 9503.00.0073 CN 10000 --on 2025-12-01 --known 2026-02-19..2026-02-21

  DIFFERENCE                  before  known 2026-02-19
                              after   known 2026-02-21

    9503.00.00.73 from China, value 10,000.00

    row                                    before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.24                           1,000.00         1,000.00             0.00
      Fentanyl duty on China and Hong Kong: 10%; China and Hong Kong: back to 10%, known
      2025-11-04; became void: 1,000.00
    9903.01.25                           1,000.00         1,000.00             0.00
      Reciprocal duty: 10%; Reciprocal duty, known 2025-04-02; became void: 1,000.00
    general                                  0.00             0.00             0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    due                                  2,000.00         2,000.00             0.00
      of it on law held void: before 0.00, after 2,000.00

  before  law DIGEST · known 2026-02-19 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-02-21 (sources read through 2026-11-09) · basis collected

$ impost diff 9503.00.0073 CN 10000 --on 2025-12-01 --basis collected..legal

  DIFFERENCE                  before  basis collected
                              after   basis legal

    9503.00.00.73 from China, value 10,000.00

    row                                    before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.24                           1,000.00                –        -1,000.00
      Fentanyl duty on China and Hong Kong: 10% becomes not charged; China and Hong Kong: back
      to 10%, known 2025-11-04
    9903.01.25                           1,000.00                –        -1,000.00
      Reciprocal duty: 10% becomes not charged; Reciprocal duty, known 2025-04-02
    general                                  0.00             0.00             0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    due                                  2,000.00             0.00        -2,000.00
      of it on law held void: before 2,000.00, after 0.00

  before  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis legal

$ impost diff 4202.92.31.31 CN 10000 --known 2025-10-26 --on 2025-11-02 --if us-cn.framework=approved --against us-cn.framework=rejected

  DIFFERENCE                  before  if us-cn.framework=approved
                              after   if us-cn.framework=rejected

    4202.92.31.31 from China, value 10,000.00

    row                                    before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.88.03                           2,500.00         2,500.00             0.00
    9903.01.24                           2,000.00         2,000.00             0.00
    9903.01.25                           1,000.00         1,000.00             0.00
    general                              1,760.00         1,760.00             0.00
    us.china-100                                –        10,000.00       +10,000.00
      Additional duty of 100% on all goods of China: not charged becomes 100%; The President
      writes: 100% on China from 1 November, known 2025-10-10
    ──────────────────────────────────────────────────────────────────────────────────────────
    due                                  7,260.00        17,260.00       +10,000.00

  before  law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected
          · if us-cn.framework=approved, and with it us-cn.rare-earth-delay=put off,
          us-cn.truce=extended
  after   law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected
          · if us-cn.framework=rejected, and with it us-cn.rare-earth-delay=kept,
          us-cn.truce=lapsed

$ impost diff 9503.00.0073 CN 10000 --on 2025-11-11..2025-11-12

  DIFFERENCE                  before  on 2025-11-11
                              after   on 2025-11-12

    9503.00.00.73 from China, value 10,000.00

    row                                    before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.24                           1,000.00         1,000.00             0.00
    9903.01.25                           1,000.00         1,000.00             0.00
    general                                  0.00             0.00             0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    due                                  2,000.00         2,000.00             0.00
      of it on law held void: before 2,000.00, after 2,000.00
      no difference

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost diff 2803.00.00.10 RU 10000 --on 2022-07-26..2022-07-27

  DIFFERENCE                  before  on 2022-07-26
                              after   on 2022-07-27

    2803.00.00.10 from Russia, value 10,000.00
      before: 2,000.00
      after: refused: us.base is not encoded: whether note 30 holds the line

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# The law itself.
$ impost diff --known 2025-11-03..2025-11-05

  DIFFERENCE                  before  known 2025-11-03
                              after   known 2025-11-05

    cn.us-farm-goods.1  Additional duty on US chicken, wheat, corn, cotton
      + ends 2025-11-10 13:01 by cn.ctc.2025-9
          The March duties on farm goods stop; known 2025-11-05; cn/duties.law:141
    cn.us-farm-goods.2  Additional duty on US sorghum, soybeans, meat, fish, fruit,
    vegetables, dairy
      + ends 2025-11-10 13:01 by cn.ctc.2025-9
          The March duties on farm goods stop; known 2025-11-05; cn/duties.law:153
    cn.us-goods  Additional duty on all goods of the United States
      + suspended 24% from 2025-11-10 13:01 through 2026-11-10 by cn.ctc.2025-10
          The suspension runs on for one year; known 2025-11-05; cn/duties.law:112
      - suspended 24% from 2025-11-10 13:01 until 2026-11-10 by us-cn.kuala-lumpur if
        us-cn.truce is extended unconfirmed "the length is what the reports expect"
          The two delegations report a consensus, the truce to be extended; known 2025-10-26;
          cn/duties.law:111
    question us-cn.framework  Do the two presidents approve the framework of Kuala Lumpur?
      + answered approved by us.eo.14358
          China: held off to 10 November 2026, 90 FR 50729; known 2025-11-04;
          us-cn/talks.law:50
    question us-cn.truce  Does the tariff truce outlast 10 November 2025?
      + answered extended on 2025-11-05 by cn.ctc.2025-10
          The suspension runs on for one year; known 2025-11-05; us-cn/talks.law:85
    us.301.cn.exclusions  Exclusions from the Section 301 duties on China
      - 9903.88.69  exempts us.301.cn.list-1 from 2025-11-30 until 2026-11-10 by
        us.fact-sheet.2025-11-01 if us-cn.framework is approved
          The White House tells what was agreed: exclusions for a year more; known 2025-11-01;
          us/301/exclusions.law:60
      - 9903.88.69  exempts us.301.cn.list-2 from 2025-11-30 until 2026-11-10 by
        us.fact-sheet.2025-11-01 if us-cn.framework is approved
          The White House tells what was agreed: exclusions for a year more; known 2025-11-01;
          us/301/exclusions.law:67
      - 9903.88.69  exempts us.301.cn.list-3 from 2025-11-30 until 2026-11-10 by
        us.fact-sheet.2025-11-01 if us-cn.framework is approved
          The White House tells what was agreed: exclusions for a year more; known 2025-11-01;
          us/301/exclusions.law:74
      - 9903.88.69  exempts us.301.cn.list-4a from 2025-11-30 until 2026-11-10 by
        us.fact-sheet.2025-11-01 if us-cn.framework is approved
          The White House tells what was agreed: exclusions for a year more; known 2025-11-01;
          us/301/exclusions.law:81
      - 9903.88.70  exempts us.301.cn.list-2 from 2025-11-30 until 2026-11-10 by
        us.fact-sheet.2025-11-01 if us-cn.framework is approved
          The White House tells what was agreed: exclusions for a year more; known 2025-11-01;
          us/301/exclusions.law:88
    us.301.maritime  Section 301 duties, maritime sector
      - suspended from 2025-11-10 until 2026-11-10 by us-cn.busan if us-cn.framework is
        approved
          The two presidents agree; known 2025-10-30; us/301/maritime.law:19
    us.ieepa.fentanyl-cn  Fentanyl duty on China and Hong Kong
      - 9903.01.24  rate 10% from 2025-11-10 by us-cn.busan if us-cn.framework is approved
          The two presidents agree; known 2025-10-30; us/ieepa/fentanyl-cn.law:48
      + 9903.01.24  rate 10% from 2025-11-10 by us.eo.14357
          China and Hong Kong: back to 10%; known 2025-11-04; us/ieepa/fentanyl-cn.law:49
    us.ieepa.reciprocal  Reciprocal duty
      - 9903.01.63  suspended from 2025-11-10 until 2026-11-10 by us-cn.busan if us-cn.truce
        is extended
          The two presidents agree; known 2025-10-30; us/ieepa/reciprocal.law:69
      - 9903.01.63  suspended from 2025-11-10 until 2026-11-10 by us-cn.kuala-lumpur if
        us-cn.truce is extended unconfirmed "the length is what the reports expect"
          The two delegations report a consensus, the truce to be extended; known 2025-10-26;
          us/ieepa/reciprocal.law:68
      + 9903.01.63  suspended from 2025-11-10 until 2026-11-10 by us.eo.14358
          China: held off to 10 November 2026, 90 FR 50729; known 2025-11-04;
          us/ieepa/reciprocal.law:70

  7 there only after (+), 10 there only before (-)

  before  law DIGEST · known 2025-11-03 (sources read through 2026-10-09 (CN), 2026-11-09
          (US)) · basis collected
  after   law DIGEST · known 2025-11-05 (sources read through 2026-10-09 (CN), 2026-11-09
          (US)) · basis collected

$ impost diff --on 2025-03-03..2025-03-04

  DIFFERENCE                  before  on 2025-03-03
                              after   on 2025-03-04

    us.ieepa.fentanyl-ca  Fentanyl duty on Canada
      - suspended from 2025-02-04 until 2025-03-04 by us.eo.14197
          Canada put off to 4 March; known 2025-02-03; us/ieepa/fentanyl-ca-mx.law:77
      + 9903.01.10  rate 25% from 2025-02-04 by us.eo.14193
          Canada: 25%, 90 FR 9113; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:52
      + 9903.01.10  yields to us.232.autos, us.232.auto-parts from 2025-03-04 by us.eo.14289
          Which of two duties is charged, 90 FR 18907; known 2025-04-29;
          us/ieepa/fentanyl-ca-mx.law:54
      + 9903.01.11  rate none from 2025-02-04 by us.eo.14193
          Canada: 25%, 90 FR 9113; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:73
      + 9903.01.12  rate none from 2025-02-04 by us.eo.14193
          Canada: 25%, 90 FR 9113; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:75
      + 9903.01.13  rate 10% from 2025-02-04 by us.eo.14193
          Canada: 25%, 90 FR 9113; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:63
      + 9903.01.13  rate 10% from 2025-02-04 by us.eo.14193 unconfirmed "the heading describes
        the goods: the numbers are a public reading"
          Canada: 25%, 90 FR 9113; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:61
    us.ieepa.fentanyl-cn  Fentanyl duty on China and Hong Kong
      + 9903.01.24  rate 20% from 2025-03-04 by us.eo.14228
          China and Hong Kong: 20%, 90 FR 11463; known 2025-03-03; us/ieepa/fentanyl-cn.law:47
    us.ieepa.fentanyl-mx  Fentanyl duty on Mexico
      - suspended from 2025-02-04 until 2025-03-04 by us.eo.14198
          Mexico put off to 4 March; known 2025-02-03; us/ieepa/fentanyl-ca-mx.law:137
      + 9903.01.01  rate 25% from 2025-02-04 by us.eo.14194
          Mexico: 25%, 90 FR 9117; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:119
      + 9903.01.01  yields to us.232.autos, us.232.auto-parts from 2025-03-04 by us.eo.14289
          Which of two duties is charged, 90 FR 18907; known 2025-04-29;
          us/ieepa/fentanyl-ca-mx.law:120
      + 9903.01.02  rate none from 2025-02-04 by us.eo.14194
          Mexico: 25%, 90 FR 9117; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:133
      + 9903.01.03  rate none from 2025-02-04 by us.eo.14194
          Mexico: 25%, 90 FR 9117; known 2025-02-01; us/ieepa/fentanyl-ca-mx.law:135

  11 there only after (+), 2 there only before (-)

  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost diff --known 2025-11-03..2025-11-05 --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["schema"], d["before"], d["after"]); [print(s["change"], s["measure"], s["heading"], s["statement"]) for s in d["statements"] if s["measure"].startswith("us.ieepa")]'
impost.diff-law/1 known 2025-11-03 known 2025-11-05
removed us.ieepa.fentanyl-cn 9903.01.24 rate 10% from 2025-11-10 by us-cn.busan if us-cn.framework is approved
added us.ieepa.fentanyl-cn 9903.01.24 rate 10% from 2025-11-10 by us.eo.14357
removed us.ieepa.reciprocal 9903.01.63 suspended from 2025-11-10 until 2026-11-10 by us-cn.busan if us-cn.truce is extended
removed us.ieepa.reciprocal 9903.01.63 suspended from 2025-11-10 until 2026-11-10 by us-cn.kuala-lumpur if us-cn.truce is extended unconfirmed "the length is what the reports expect"
added us.ieepa.reciprocal 9903.01.63 suspended from 2025-11-10 until 2026-11-10 by us.eo.14358

# Two folders of law.
$ cp -r "$IMPOST_LAW" other && sed -i 's/rate   20%   from 2025-03-04/rate   25%   from 2025-03-04/' other/us/ieepa/fentanyl-cn.law && impost diff --against-law other | grep -v '^ *law '

  DIFFERENCE                  before  law ROOT/law
                              after   law other

    us.ieepa.fentanyl-cn  Fentanyl duty on China and Hong Kong
      - 9903.01.24  rate 20% from 2025-03-04 by us.eo.14228
          China and Hong Kong: 20%, 90 FR 11463; known 2025-03-03; us/ieepa/fentanyl-cn.law:47
      + 9903.01.24  rate 25% from 2025-03-04 by us.eo.14228
          China and Hong Kong: 20%, 90 FR 11463; known 2025-03-03; us/ieepa/fentanyl-cn.law:47

  1 there only after (+), 1 there only before (-)

  before  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09
          (US)) · basis collected
  after   law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09
          (US)) · basis collected

$ impost diff 9503.00.0073 CN 10000 --on 2025-03-10 --against-law other | tail -n 11
    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.24                           2,000.00         2,500.00          +500.00
      Fentanyl duty on China and Hong Kong: 20% becomes 25%; China and Hong Kong: 20%, known
      2025-03-03
    general                                  0.00             0.00             0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    due                                  2,000.00         2,500.00          +500.00
      of it on law held void: before 2,000.00, after 2,500.00

  before  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# Folders whose statements are the same and whose tables are not.
$ cp -r "$IMPOST_LAW" rates && sed -i 's/^\(4202\.92\.31\t.*\)17\.6%/\17.6%/' rates/us/schedule.tsv && impost diff --against-law rates

  DIFFERENCE                  before  law ROOT/law
                              after   law rates


  no statement differs
  us/schedule.tsv differs: name a code or a file to see what it moves

  before  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09
          (US)) · basis collected
  after   law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09
          (US)) · basis collected

$ impost diff --against-law rates --json | tail -n 4
  "tables": [
    "us/schedule.tsv"
  ]
}

$ impost diff 4202.92.31.31 CN 10000 --on 2026-10-01 --against-law rates | tail -n 5
    ──────────────────────────────────────────────────────────────────────────────────────────
    due                                  5,510.00         4,510.00        -1,000.00

  before  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# A file. By hand, around the ruling of 2026-02-20:
#   A/1  10,000 of toys on 2025-12-01: fentanyl 10% 1,000.00 and reciprocal 10% 1,000.00 become void
#   A/2   2,500 of bags on 2025-04-20: fentanyl 20% 500.00 and reciprocal 125% 3,125.00 become void, list 3
#         (625.00) and the ordinary duty (440.00) do not
#   A/3   5,000 of toys on 2025-01-15: nothing is charged
#   B/1   1,000 of bags on 2026-03-01: before, IEEPA 10% and 10% 200.00 go on; after, they have ended on 2026-02-24
#         and the surcharge of 10% 100.00 has begun: 626.00 becomes 526.00
#   together void: 5,625.00
$ cat > lines.csv
< entry,line,code,from,on,value
< A,1,9503.00.0073,CN,2025-12-01,10000
< A,2,4202.92.31.31,CN,2025-04-20,2500
< A,3,9503.00.0073,CN,2025-01-15,5000
< B,1,4202.92.31.31,CN,2026-03-01,1000
< B,2,2803.00.00.10,RU,2025-09-01,8000

$ impost diff lines.csv --known 2026-02-19..2026-02-21

  DIFFERENCE                  before  known 2026-02-19
                              after   known 2026-02-21

    line                                   before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    A/1  9503.00.00.73 CN                2,000.00         2,000.00             0.00
      on law held void: before 0.00, after 2,000.00
    A/2  4202.92.31.31 CN                4,690.00         4,690.00             0.00
      on law held void: before 0.00, after 3,625.00
    B/1  4202.92.31.31 CN                  626.00           526.00          -100.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    all lines                            7,316.00         7,216.00          -100.00
    of it on law held void                   0.00         5,625.00        +5,625.00
      3 of 5 lines differ; refused before 1, after 1, left out of the money; 1 with open
      outcomes, counted under the first; --if picks

    measure                                before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    us.ieepa.reciprocal                  4,225.00         4,125.00          -100.00
      Reciprocal duty; 3 lines; became void: 4,125.00
    us.ieepa.fentanyl-cn                 1,600.00         1,500.00          -100.00
      Fentanyl duty on China and Hong Kong; 3 lines; became void: 1,500.00
    us.122                                   0.00           100.00          +100.00
      Section 122 surcharge; 1 line

  before  law DIGEST · known 2026-02-19 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-02-21 (sources read through 2026-11-09) · basis collected

$ impost diff lines.csv --known 2026-02-19..2026-02-21 -o void.json && python3 -c 'import json; d=json.load(open("void.json")); print(d["schema"], d["line_count"], d["differing"], d["duty_before"], d["duty_after"], d["void_before"], d["void_after"]); [print(m["measure"], m["became_void"], m["lines"]) for m in d["measures"]]; print([l["line"] for l in d["lines"]])'
impost: written to void.json
impost.diff-lines/1 5 3 7316.00 7216.00 0.00 5625.00
us.ieepa.reciprocal 4125.00 3
us.ieepa.fentanyl-cn 1500.00 3
us.122 0.00 1
us.301.cn.list-3 0.00 0
us.base 0.00 0
[1, 2, 1]

# Wrong words.
$ impost diff
impost: say between what: --on A..B, --known A..B, --basis collected..legal, --if Q=A --against Q=B or --against-law FOLDER
  next: impost help diff
? 2

$ impost diff 9503.00.0073 CN --known 2026-02-19..2026-02-21
impost: the value is missing: impost diff 9503.00.0073 CN VALUE
  next: impost help diff
? 2

$ impost diff lines.csv --known 2026-02-19..soon
impost: --known wants a day as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY, "soon" is none
  next: impost help diff
? 2

$ impost diff lines.csv --basis collected..lawful
impost: --basis is collected..legal or legal..collected, not "collected..lawful"
  next: impost help diff
? 2

$ impost diff no.csv --on 2025-01-01..2025-02-01
impost: cannot read no.csv: No such file or directory
  next: see that the file is there and may be read
? 5

# A long file: the first lines are shown, the others are added up by the batch, to the same cent as one by one.
$ (echo code,from,on,value; for i in $(seq 1 300); do echo "9503.00.0073,CN,2025-$((i % 9 + 4 > 12 ? 12 : i % 9 + 4 < 10 ? 10 : i % 9 + 4))-01,$((i * 37))"; echo "4202.92.31.31,HK,2025-06-0$((i % 9 + 1)),$((i * 101))"; echo "2803.00.00.10,RU,2025-09-01,$i"; done) > long.csv

$ impost diff long.csv --known 2026-02-19..2026-02-21 | tail -n 17
    59  4202.92.31.31 HK                   961.52           961.52             0.00
      on law held void: before 0.00, after 606.00
      and 560 more lines whose money differs; --json has them all
    ──────────────────────────────────────────────────────────────────────────────────────────
    all lines                        2,653,237.20     2,653,237.20             0.00
    of it on law held void                   0.00     1,850,650.80    +1,850,650.80
      600 of 900 lines differ; refused before 300, after 300, left out of the money

    measure                                before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    us.ieepa.fentanyl-cn             1,227,580.80     1,227,580.80             0.00
      Fentanyl duty on China and Hong Kong; 600 lines; became void: 1,227,580.80
    us.ieepa.reciprocal                623,070.00       623,070.00             0.00
      Reciprocal duty; 600 lines; became void: 623,070.00

  before  law DIGEST · known 2026-02-19 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-02-21 (sources read through 2026-11-09) · basis collected

$ impost diff long.csv --known 2026-02-19..2026-02-21 --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(len(d["lines"]), d["line_count"], d["differing"], d["refused_before"], d["duty_before"], d["duty_after"], d["void_after"]); [print(m["measure"], m["became_void"], m["lines"]) for m in d["measures"]]'
600 900 600 300 2653237.20 2653237.20 1850650.80
us.ieepa.fentanyl-cn 1227580.80 600
us.ieepa.reciprocal 623070.00 600
us.base 0.00 0

# With an open question on one side, the first outcomes that agree count, in both ways of adding up.
$ impost diff long.csv --known 2025-10-26..2025-11-12 --on 2025-11-15 | tail -n 14
      and 26 more lines whose money differs; --json has them all
    ──────────────────────────────────────────────────────────────────────────────────────────
    all lines                        2,671,796.40     2,653,237.20       -18,559.20
    of it on law held void                   0.00             0.00             0.00
      66 of 900 lines differ; refused before 300, after 300, left out of the money; 66 with
      open outcomes, counted under the first; --if picks

    measure                                before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    us.ieepa.fentanyl-cn             1,246,140.00     1,227,580.80       -18,559.20
      Fentanyl duty on China and Hong Kong; 33 lines

  before  law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2025-11-12 (sources read through 2026-11-09) · basis collected

$ impost diff long.csv --known 2025-10-26..2025-11-12 --on 2025-11-15 --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["line_count"], d["differing"], d["open"], d["duty_before"], d["duty_after"]); [print(m["measure"], m["before"], m["after"], m["lines"]) for m in d["measures"] if m["lines"]]'
900 66 66 2671796.40 2653237.20
us.ieepa.fentanyl-cn 1246140.00 1227580.80 33

# A law with an error is not evaluated: the same words and exit code wherever it is named.
$ cp -r "$IMPOST_LAW" broken && echo "measure x y z" >> broken/us/122.law; for ask in "diff --against-law broken" "duty 9503.00.0073 CN 1000 --law broken"; do impost $ask 2>&1 | sed 's/:[0-9]*:/:N:/'; impost $ask 2> said; echo "exit $?"; done
impost: broken/us/122.law:N:11: "y" has no meaning here
  next: impost check --law broken
exit 1
impost: broken/us/122.law:N:11: "y" has no meaning here
  next: impost check --law broken
exit 1

# Into China: the additional duty alone, and what is not in it. By hand 10% of the farm goods and 34% less 24 points, or 34%.
$ impost diff 1201.90 US 10000 --into CN --on 2025-11-15 --known 2025-10-27 --if us-cn.framework=approved --against us-cn.framework=rejected

  DIFFERENCE                  before  if us-cn.framework=approved
                              after   if us-cn.framework=rejected

    1201.90 from United States into China, value 10,000.00 in the money stated

    row                                    before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    annex-2                              1,000.00         1,000.00             0.00
    cn.us-goods                          1,000.00         3,400.00        +2,400.00
      Additional duty on all goods of the United States: 34% less 24% becomes 34%; Geneva: 91
      points ended, 24 suspended, 10 kept, known 2025-05-13
    ──────────────────────────────────────────────────────────────────────────────────────────
    additional duty                      2,000.00         4,400.00        +2,400.00

    not in it: the ordinary duty of China, which is not encoded; only additional duties
    not in it: the lists of 2018 to 2020, whose lines are not encoded; from 2 March 2020 on it
    is presumed that the line owes none of them (--fact owes-2018-lists=yes)
    the value is taken in the money it is stated in (that of the place is CNY); nothing is
    converted

  before  law DIGEST · known 2025-10-27 (sources read through 2026-10-09) · basis collected
          · if us-cn.framework=approved, and with it us-cn.rare-earth-delay=put off,
          us-cn.truce=extended
  after   law DIGEST · known 2025-10-27 (sources read through 2026-10-09) · basis collected
          · if us-cn.framework=rejected, and with it us-cn.rare-earth-delay=kept,
          us-cn.truce=lapsed

$ impost diff 1201.90 US 10000 --into CN --on 2025-11-15 --known 2025-10-27 --if us-cn.framework=approved --against us-cn.truce=lapsed --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["into"], d["additional"], len(d["caveats"]) > 0, [(c["before"]["high"], c["after"]["high"]) for c in d["changes"]], d["side_before"]["read_through"])'
China True True [('2000.00', '4400.00')] 2026-10-09

$ impost diff --into CN --known 2025-10-27..2025-11-05
impost: --into CN is of one line: the ordinary duty there is not encoded, and nothing is added up
  next: impost help diff
? 2
