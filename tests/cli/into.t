# Goods of the United States entering China: the additional duties alone, and what is not in them.

$ impost duty 1201.90 US 10000 --into CN --on 2025-10-20

  DUTY 2,000.00               1201.90 of United States into China, entered 2025-10-20, value
                              10,000.00 in the money stated
                              soybeans

    ──────────────────────────────────────────────────────────────────────────────────────────
    annex-2      Additional duty on US sorghum, soybeans, meat,    10%              ● 1,000.00
                 fish, fruit, vegetables, dairy
    cn.us-goods  Additional duty on all goods of the United        34% less 24%     ● 1,000.00
                 States
    ──────────────────────────────────────────────────────────────────────────────────────────
    additional duty                                                                   2,000.00
    of the value                                                                           20%

  Held off
    cn.us-goods   24 points, by cn.ctc.2025-8 until 2025-11-10 13:01 [cn/duties.law:110]

  How firm
    annex-2       not certain: the list is held by six digits, as compiled from the
                  announcement: not all of a number need be on it

  Assumed, because nobody said
    owes-2018-lists: no

  Next change
    2025-11-10    the duty becomes 1,000.00 to 2,000.00

  Take note
    not in it: the ordinary duty of China, which is not encoded; only additional duties
    not in it: the lists of 2018 to 2020, whose lines are not encoded; from 2 March 2020 on it
    is presumed that the line owes none of them (--fact owes-2018-lists=yes)
    the value is taken in the money it is stated in (that of the place is CNY); nothing is
    converted

    ● law
    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected

# The hour of Beijing at which the farm duty ended and the suspension was renewed.
$ impost duty 1201.90 US 10000 --into CN --on "2025-11-10 13:00" | grep %
    annex-2      Additional duty on US sorghum, soybeans, meat,    10%              ● 1,000.00
    cn.us-goods  Additional duty on all goods of the United        34% less 24%     ● 1,000.00
    of the value                                                                           20%

$ impost duty 1201.90 US 10000 --into CN --on "2025-11-10 13:01" | grep %
    cn.us-goods  Additional duty on all goods of the United        34% less 24%     ● 1,000.00
    of the value                                                                           10%

# The steps of April and May 2025.
$ for d in 2025-04-09 2025-04-11 2025-04-12 2025-05-15; do impost duty 8507.60 US 10000 --into CN --on $d | grep "cn.us-goods\|not encoded$\|no additional"; done
    no additional duty of that country is encoded for goods of this origin on this day
    cn.us-goods  Additional duty on all goods of the United States          84%     ● 8,400.00
    cn.us-goods   not certain: the step and its day
    cn.us-goods  Additional duty on all goods of the United States         125%    ● 12,500.00
    cn.us-goods   not certain: the day
    cn.us-goods  Additional duty on all goods of the United        34% less 24%     ● 1,000.00
    cn.us-goods   24 points, by cn.ctc.2025-7 until 2025-08-12 12:01 [cn/duties.law:109]

# On the way before 10 March.
$ impost duty 1001.99 US 10000 --into CN --on 2025-04-01 --fact loaded=2025-03-09 | grep "DUTY\|REFUSED"
  DUTY 0.00                   1001.99 of United States into China, entered 2025-04-01, value

$ impost duty 1001.99 US 10000 --into CN --on 2025-04-01 --fact loaded=2025-03-10 | grep "DUTY\|REFUSED"
  DUTY 1,500.00               1001.99 of United States into China, entered 2025-04-01, value

# November 2026: suspended only if the extension is published.
$ impost duty 1201.90 US 10000 --into CN --on 2026-11-12 | grep "%\|longer"
    cn.longer-truce                                                   published         lapsed
    cn.us-goods  Additional duty on all goods of    34%                       –     ● 3,400.00
    cn.us-goods  Additional duty on all goods of    34% less 24%     ● 1,000.00              –
    of the value                                                            10%            34%
    cn.longer-truce  Does China publish the extension to 10 January 2027? Due 2026-11-10.
    to pick one      --if cn.longer-truce=lapsed

# The lists of 2018 to 2020 are refused, each step by its name, with what is told of its rates.
$ for d in 2018-04-02 2018-07-06 2018-08-23 2019-06-01 2019-09-01 2019-12-15; do impost why 8507.60 US 10000 --into CN --on $d --json | python3 -c 'import json,sys; a=json.load(sys.stdin)["lines"][0]; print(a["on"], " ".join(v["measure"].split(".")[-1] for v in a["verdicts"] if v["verdict"] == "refused"))'; done
2018-04-02 first
2018-07-06 first list-1
2018-08-23 first list-1 list-2
2019-06-01 first list-1 list-2 list-3
2019-09-01 first list-1 list-2 list-3 list-4a
2019-12-15 first list-1 list-2 list-3 list-4a list-4b

# Soybeans alone are known: on list 1, until list 4A.
$ for d in 2018-05-01 2018-07-06 2019-08-31 2019-09-01; do impost duty 1201.90 US 10000 --into CN --on $d | grep "DUTY\|no additional\|list-4a is"; done
    no additional duty of that country is encoded for goods of this origin on this day
  DUTY 2,500.00               1201.90 of United States into China, entered 2018-07-06, value
    2019-09-01    no answer from then on: cn.us-2018.list-4a is not encoded: the 1,717 lines
  DUTY 2,500.00               1201.90 of United States into China, entered 2019-08-31, value
    2019-09-01    no answer from then on: cn.us-2018.list-4a is not encoded: the 1,717 lines
    cn.us-2018.list-4a is not encoded: the 1,717 lines of list 4A, which pay 10% (916) or 5%

# Goods no measure speaks of owe no made-up zero.
$ impost duty 8703.24 US 10000 --into CN --on 2025-12-01 | grep "REFUSED\|not encoded:"
  REFUSED                     8703.24 of United States into China, entered 2025-12-01, value
    cn.us-machines is not encoded: which numbers of farm machinery, cars and trucks the

$ impost duty 1201.90 BR 10000 --into CN --on 2025-12-01 | grep "REFUSED\|no additional"
  REFUSED                     1201.90 of Brazil into China, entered 2025-12-01, value
    no additional duty of that country is encoded for goods of this origin on this day

$ impost duty 1201.90 US 10000 --into DE --on 2025-12-01 | grep "REFUSED\|no law"
  REFUSED                     1201.90 of United States, entered 2025-12-01, value 10,000.00
    no law is encoded for goods entering this country

$ impost duty 1201.90 US 10000.50 --into CN --on 2025-12-01 | grep "REFUSED\|rounds"
  REFUSED                     1201.90 of United States into China, entered 2025-12-01, value
    how that country rounds a customs value is not encoded

$ impost duty 1201 US 10000 --into CN --on 2025-12-01 | grep "REFUSED\|short"
  REFUSED                     1201 of United States into China, entered 2025-12-01, value
    a commodity code of 4 digits is too short to assess

# Nothing is added up with entries into the United States.
$ printf 'code,from,into,on,value\n1201.90.00,US,CN,2025-11-12,10000\n' > lines.csv

$ impost duty lines.csv | grep "REFUSED\|ordinary"
       1  1201.90.00    US   2025-11-12        10,000.00         REFUSED
          the ordinary duty of this country of entry is not encoded: nothing to add up
    not in it: the ordinary duty of China, which is not encoded; only additional duties

$ impost duty lines.csv --into CN
impost: --into CN is of one line, as text, JSON or a proof: the ordinary duty there is not encoded, and nothing is added up
  next: impost help duty
? 2

# A proof is of the additional duties alone: which law was asked stands in it.
$ impost duty 1201.90 US 10000 --into CN --on 2025-12-01 --proof | python3 -c 'import json,sys; a=json.load(sys.stdin)["lines"][0]; print(a["given"]["into"], [[r["rate"], r["numerator"], r["amount"]] for b in a["bills"] for r in b["rows"]])'
CN [['34% less 24%', '1000', '1000.00']]

# What to find out first, and a sentence: what is left out stands in both.
$ impost ask 1201.90 US 10000 --into CN --on 2025-04-05

  1201.90 of United States into China, entered 2025-04-05, value 10,000.00 in the money
  stated: additional duty 1,000.00
  soybeans

  What to find out first: money it moves, and what each answer gives
      1,000.00    loaded: laden on the vessel, or in transit on the last mode before entry
                  (presumed: not on the way)
                    --fact loaded=2025-03-09  duty 0.00
                  owes-2018-lists: does a duty of the lists of 2018 to 2020 fall on the line,
                  without an exclusion of its importer? (presumed: no)
                    --fact owes-2018-lists=yes  no answer: cn.us-2018.list-4a is not encoded: the 1,717 lines of list 4A, 10% or 5%, halved since 14 February 2020 by what is told; cn.us-2018.list-4b is not encoded: the 3,361 lines of list 4B, 10% (912) or 5% (2,449) from 15 December 2019, called off by what is told

  Take note
    not in it: the ordinary duty of China, which is not encoded; only additional duties
    not in it: the lists of 2018 to 2020, whose lines are not encoded; from 2 March 2020 on it
    is presumed that the line owes none of them (--fact owes-2018-lists=yes)
    the value is taken in the money it is stated in (that of the place is CNY); nothing is
    converted

  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected

$ impost ask 1201.90 US 10000 --into CN --on 2025-11-10 | grep fact
                    --fact hour=00:00  duty 2,000.00
                    --fact hour=13:01  duty 1,000.00
                    --fact owes-2018-lists=yes  no answer: cn.us-2018.list-4a is not encoded: the 1,717 lines of list 4A, 10% or 5%, halved since 14 February 2020 by what is told; cn.us-2018.list-4b is not encoded: the 3,361 lines of list 4B, 10% (912) or 5% (2,449) from 15 December 2019, called off by what is told
    is presumed that the line owes none of them (--fact owes-2018-lists=yes)

$ impost ask 1201.90 US 10000 --into CN --on 2025-04-05 --json | grep -A1 "additional\"\|caveats"
  "additional": true,
  "caveats": [
    "not in it: the ordinary duty of China, which is not encoded; only additional duties",

$ impost say 1201.90 US 10000 --into CN --on 2025-11-12 --known 2025-11-20
Goods of tariff number 1201.90 (soybeans) from United States worth 10,000 that entered China on 12 November 2025 owed 1,000.00 in additional duty (10% of their value), by the law as it could be known on 20 November 2025: additional duty on all goods of the United States (Geneva: 91 points ended, 24 suspended, 10 kept); not in it: the ordinary duty of China, which is not encoded; only additional duties; fees and anti-dumping duty are not counted.

# China's suspension hangs on the truce alone, the truce on the framework: that is what is open. Decided apart, nothing is.
$ impost duty 1201.90 US 10000 --into CN --on 2025-11-12 --known 2025-10-26 | sed -n "/The open question/,/to pick one/p"
  The open question
    us-cn.framework  Do the two presidents approve the framework of Kuala Lumpur? Due
                     2025-10-30.
    goes with it     us-cn.truce (extended if approved, lapsed if rejected)
    to pick one      --if us-cn.framework=rejected

$ impost duty 1201.90 US 10000 --into CN --on 2025-11-12 --known 2025-10-26 --if us-cn.truce=lapsed | head -2 | tail -1
  DUTY 4,400.00               1201.90 of United States into China, entered 2025-11-12, value

$ impost say 1201.90 US 10000 --into CN --on 2025-11-12 --known 2025-10-26 | grep -o "would owe.*settled"
would owe 2,000.00 in additional duty (20% of their value) if the question "Do the two presidents approve the framework of Kuala Lumpur?" is answered "approved", or 4,400.00 (44%) if it is answered "rejected"; which of them was not settled

$ impost say 8703.23 US 10000 --into CN --on 2025-11-12 --known 2025-11-20
No duty can be given for goods of tariff number 8703.23 (passenger cars) from United States worth 10,000 entering China on 12 November 2025, by the law as it could be known on 20 November 2025: cn.us-machines is not encoded: which numbers of farm machinery, cars and trucks the announcement lists.
? 3

# A file is of entries into one place.
$ impost ask lines.csv --into CN
impost: --into CN is of one line: the ordinary duty there is not encoded, and nothing is added up
  next: impost help ask
? 2

$ impost duty lines.csv --into "United States" | grep -c REFUSED
1

# A refusal names every list that may reach the line.
$ impost duty 8507.60 US 10000 --into CN --on 2019-06-01 --json | grep -o "cn.us-2018[a-z0-9.-]* is not encoded"
cn.us-2018.first is not encoded
cn.us-2018.list-1 is not encoded
cn.us-2018.list-2 is not encoded
cn.us-2018.list-3 is not encoded

# China's sources end before those of the rest of the law: a later entry is told China's own day.
$ for d in 2026-10-09 2026-10-10; do echo $d; impost duty 1201.90 US 10000 --into CN --on $d | grep "were read"; done
2026-10-09
2026-10-10
    sources of China were read through 2026-10-09; the date of entry is later

# Coal, gas and crude oil: nothing that ends the duty of February 2025 was found, and the answer says how firm that is.
$ impost duty 2701.12 US 10000 --into CN --on 2026-08-01 | grep -A 2 "How firm"
  How firm
    cn.us-energy.1
                  not certain: that it runs on: no text that ends it was found

# No text ends the lists of 2018 to 2020. From 2 March 2020 on an answer presumes that the line owes none of them, and says
# so; told otherwise it is refused by their names, not answered without them.
$ impost duty 1001.99 US 10000 --into CN --on 2026-01-15 | grep -A 1 "DUTY\|Assumed"
  DUTY 1,000.00               1001.99 of United States into China, entered 2026-01-15, value
                              10,000.00 in the money stated
--
  Assumed, because nobody said
    owes-2018-lists: no

$ impost duty 1001.99 US 10000 --into CN --on 2026-01-15 --fact owes-2018-lists=yes | grep "REFUSED\|list-2\|list-3"
  REFUSED                     1001.99 of United States into China, entered 2026-01-15, value
    6 July 2018; cn.us-2018.list-2 is not encoded: the 333 lines of list 2, which pay 25%
    since 23 August 2018; cn.us-2018.list-3 is not encoded: the 5,207 lines of list 3, which

$ impost duty 1001.99 US 10000 --into CN --on 2020-03-01 | grep -o "REFUSED\|cn.us-2018.list-[14]a* is"
REFUSED
cn.us-2018.list-1 is
cn.us-2018.list-4a is

# A list held by six digits is no whole list: the bill says how firm it stands.
$ impost duty 1001.99 US 10000 --into CN --on 2025-04-20 | grep -A 2 "How firm"
  How firm
    annex-1       not certain: the list is held by six digits, as compiled from the
                  announcement: not all of a number need be on it

# Through time: the additional duties of China on soybeans, from the lists of 2025 to the announced extension.
$ impost timeline 1201.90 US --into CN --from 2025-03-01 --to 2026-12-31

  TIMELINE                    1201.90 from United States into China, additional duty in
                              percent of a value of 10,000.00
                              soybeans

    from              rate  0                                                           135%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2025-03-01  refused: no additional duty of that country is encoded for goods of this
                origin on this day
    2025-03-10         10%  █████
    2025-04-10   10 to 94%  █████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                cn.us-goods 84% begins: The duty raised to 84%; known 2025-04-09
    2025-04-11         94%  █████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
    2025-04-12        135%  █████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                cn.us-goods 125% begins: The duty raised to 125%; known 2025-04-11
    2025-05-14  20 to 135%  █████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
    2025-05-15         20%  █████▓▓▓▓
                cn.us-goods 125% to 34% less 24%
    2025-11-10   10 to 20%  █████▓▓▓▓
    2025-11-11         10%  ▓▓▓▓▓
                annex-2 10% to no
    2026-11-11         10%  ▓▓▓▓▓
                            if cn.longer-truce=published
                       34%  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                            if cn.longer-truce=lapsed
                cn.us-goods returns: the suspension ends: The suspension runs on for one year;
                known 2025-11-05
                cn.us-goods suspended until 2027-01-11: Ministry of Commerce, answers to the
                press, several; the page not seen; known 2026-09-28
    ──────────────────────────────────────────────────────────────────────────────────────────
    ██  cn.us-farm-goods.2             Additional duty on US sorghum, soybeans, meat, fish,
                                       fruit, vegetables, dairy
    ▓▓  cn.us-goods                    Additional duty on all goods of the United States

    note      where a fact is missing there is a range; its bar is the high end
    note      not in it: the ordinary duty of China, which is not encoded; only additional
              duties
    note      not in it: the lists of 2018 to 2020, whose lines are not encoded; from 2 March
              2020 on it is presumed that the line owes none of them (--fact
              owes-2018-lists=yes)
    note      sources of China were read through 2026-10-09; the date of entry is later
    note      the value is taken in the money it is stated in (that of the place is CNY);
              nothing is converted
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected

$ impost timeline 1201.90 US --into CN --from 2025-05-20 --to 2025-06-01 --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["into"], d["read_through"], len(d["steps"]))'
CN 2026-10-09 1

$ impost timeline 1201.90 US --into Narnia --from 2025-05-20 --to 2025-06-01 | grep refused
    2025-05-20  refused: "Narnia" is no country of entry

# A number that no schedule can have is refused, not given the duty on all goods: of chapters 0, 77, 98 and 99 on any day,
# of six digits that the harmonized system does not know from the first edition held on.
$ for c in 9999.99 9903.01.24 7701.10 0000.00 1209.95 0303.21; do impost duty $c US 10000 --into CN --on 2025-06-01 | grep -i "begins with\|DUTY [0-9]"; done
    9999.99 begins with no number of the harmonized system
    9903.01.24 begins with no number of the harmonized system
    7701.10 begins with no number of the harmonized system
    0000.00 begins with no number of the harmonized system
    1209.95 begins with no number of the harmonized system
    0303.21 begins with no number of the harmonized system

$ impost duty 9999.99 US 10000 --into CN --on 2018-08-01 | grep -i "begins with\|DUTY [0-9]"
    9999.99 begins with no number of the harmonized system

# The measures of another place of entry: those that may reach a number, and all that bear on entries there.
$ impost measures 2711.11 US --into CN --on 2025-02-20 | grep "^  [a-z].*us-\|state"
  cn.us-2018.first
    state     not encoded
  cn.us-2018.list-1
    state     in force, in part not encoded
  cn.us-2018.list-2
    state     not encoded
  cn.us-2018.list-3
    state     not encoded
  cn.us-2018.list-4a
    state     not encoded
  cn.us-2018.list-4b
    state     not encoded
  cn.us-energy.1
    state     in force
  cn.us-goods
    state     to come 2025-04-10
  cn.us-on-the-way
    state     to come 2025-04-10

$ impost measures 2711.11.00 US --into China --on 2025-02-20 | tail -n 3
  9 measures

  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected

$ impost measures --into CN | grep -c "^  us\."
0
? 1

$ impost measures 2711.11 US --into Atlantis
impost: "Atlantis" is no place
  next: an ISO code or a name: `impost places` lists them
? 2

# The same words in the list for programs: where it entered, and that the ordinary duty is not in it.
$ impost duty 2711.11 US 10000 --into CN --on 2025-02-20 --json | grep '"additional"\|"into"'
      "additional": true,
      "into": "China",

$ impost duty 4202.92.31.31 CN 10000 --on 2025-02-20 --json | grep '"additional"\|"into"'
      "additional": false,
      "into": null,

# Goods on the way before the duty of April 2025 began: the clause on them was not read, and no number stands for it.
$ impost duty 1201.90 US 10000 --into CN --on 2025-04-20 --fact loaded=2025-04-09 | sed -n '2p; 6,7p'
  REFUSED                     1201.90 of United States into China, entered 2025-04-20, value
    cn.us-on-the-way is not encoded: what goods owe that were on the way before 10 April 2025:
    the clause on them was not read

# A picture says where the goods enter, and that the ordinary duty is not in it.
$ impost timeline 1201.90 US --into CN --from 2025-05-20 --to 2025-06-01 -O svg | grep -o "<title>.*</title>"
<title>1201.90 from United States into China: additional duty through time</title>

$ impost timeline 4202.92.31.31 CN --from 2025-05-20 --to 2025-06-01 -O svg | grep -o "<title>.*</title>"
<title>4202.92.31.31 from China: duty through time</title>
