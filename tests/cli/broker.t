# What people type and what files of brokers hold: days in several forms, words of other forms, cells that say nothing.

$ impost duty 7318.15.20.61 DE 10000 --on 08/20/2025 --fact content.steel=60% -O csv | cut -d, -f1-8
code,from,on,value,status,reason,if,duty
7318.15.20.61,DE,2025-08-20,10000,ok,,,3600.00

$ impost duty 7318.15.20.61 DE 10000 --on 20250820 --fact content.steel=60% -O csv | cut -d, -f1-8
code,from,on,value,status,reason,if,duty
7318.15.20.61,DE,2025-08-20,10000,ok,,,3600.00

$ impost duty 7318.15.20.61 DE 10000 --on 2025/08/20 --fact content.steel=60% -O csv | cut -d, -f1-8
code,from,on,value,status,reason,if,duty
7318.15.20.61,DE,2025-08-20,10000,ok,,,3600.00

$ impost duty 7318.15.20.61 DE 10000 --on 8/9/25
impost: --on wants a day as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY, "8/9/25" is none
  next: impost help duty
? 2

$ impost timeline 7318.15.20.61 DE --from 20250801 --to 09/30/2025 --json | grep -E '"(from|until)"'
      "from": "2025-08-01",
      "until": "2025-10-01",

$ impost rate --on 11/12/2025 --code 42 | head -3

  AVERAGE STATUTORY RATE      weighted by the imports of 2024

$ cat > days.csv
< code,from,on,value,SPI,exported
< 7318.15.20.61,DE,20250820,10000,N/A,2025/08/01
< 7318.15.20.61,DE,2025/08/20,10000,none,20250801
< 7318.15.20.61,DE,08/20/2025,10000,-,08/01/2025
< 7318.15.20.61,DE,20/08/2025,10000,,

$ impost duty days.csv -O csv | cut -d, -f3-11
on,value,SPI,exported,status,reason,if,duty,low
20250820,10000,N/A,2025/08/01,ok,,,5000.00,5000.00
2025/08/20,10000,none,20250801,ok,,,5000.00,5000.00
08/20/2025,10000,-,08/01/2025,ok,,,5000.00,5000.00
20/08/2025,10000,,,refused,"""20/08/2025"" is no date of entry",,,

$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact mode=sea | head -7

  REFUSED                     7318.15.20.61 of Germany, entered 2025-08-20, value 10,000.00
                              USD
                              screws, bolts, nuts, washers

    "sea" is no value of the fact mode
    next: mode is ocean, air, truck, rail, post or other

$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact steel=60% | head -7

  REFUSED                     7318.15.20.61 of Germany, entered 2025-08-20, value 10,000.00
                              USD
                              screws, bolts, nuts, washers

    the law knows no fact named "steel"
    next: did you mean content.steel? `impost help facts` lists the facts the law asks for

$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact exported=soon | head -7

  REFUSED                     7318.15.20.61 of Germany, entered 2025-08-20, value 10,000.00
                              USD
                              screws, bolts, nuts, washers

    "soon" is no value of the fact exported
    next: write the day as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY

$ impost duty 7318.15.20.61 DE 10000 --date 2025-08-20
impost: impost duty has no option --date; here it is --on
  next: impost help duty
? 2

$ impost duty 7318.15.20.61 DE 10000 --entry-date 2025-08-20
impost: impost duty has no option --entry-date; here it is --on
  next: impost help duty
? 2

$ impost timeline 7318.15.20.61 DE --on 2025-08-20
impost: impost timeline has no option --on; it goes through time: --from and --to
  next: impost help timeline
? 2

$ impost duty DE 7318.15.20.61
impost: the code stands before the country: impost duty 7318.15.20.61 DE
  next: impost help duty
? 2

$ impost say Germany 7318.15.20.61 10000
impost: the code stands before the country: impost say 7318.15.20.61 Germany 10000
  next: impost help say
? 2

$ impost measures DE 7318.15.20.61
impost: the code stands before the country: impost measures 7318.15.20.61 DE
  next: impost help measures
? 2

# Every line is counted, also one that cannot be read; a line is named with its entry; claims stand behind what is to be found out.
$ cat > entry.csv
< entry,line,code,from,on,value
< E8,1,7318.15.20.61,DE,2025-08-20,10000
< E8,2,420292313,CN,2025-08-20,5000
< ,1,8431.31.00.20,DE,2025-08-20,5000

$ impost ask entry.csv

  3 lines, 1 of them refused and not asked about

  What to find out first: US dollars it moves, and where most
      5,250.00    content.aluminum (presumed), on 2 lines
                    --fact content.aluminum=10000  line E8/1: 3,500.00
      5,250.00    content.copper (presumed), on 2 lines
                    --fact content.copper=10000  line E8/1: 3,500.00
      5,250.00    content.steel (presumed), on 2 lines
                    --fact content.steel=0  line E8/1: 3,500.00
         18.75    mode (not known), on 2 lines
                    --fact mode=air  line E8/1: 12.50

  What could be claimed, where its words are true of the goods
      7,500.00    9903.81.92: melted and poured in the United States (not claimed), on 2 lines
                    --claim 9903.81.92  line E8/1: 5,000.00

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
impost: 1 line could not be read and was not asked about
  next: impost duty entry.csv
? 3

# Lines whose duty stays the same are counted and not listed.
$ impost diff entry.csv --basis collected..legal --known 2025-09-01..2026-03-01
impost: entry.csv:3: left out: the code 420292313 has 9 digits; its leading zero seems to be lost, the likely code is 0420.29.23.13

  DIFFERENCE                  before  known 2025-09-01, basis collected
                              after   known 2026-03-01, basis legal

    line                                   before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    ──────────────────────────────────────────────────────────────────────────────────────────
    all lines                            7,500.00         7,500.00             0.00
    of it on law held void                   0.00             0.00             0.00
      0 of 2 lines differ in money; 2 more in their headings alone, at the same duty, not
      listed

    measure                                before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    us.ieepa.reciprocal                      0.00             0.00             0.00
      Reciprocal duty; 2 lines

  before  law DIGEST · known 2025-09-01 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-03-01 (sources read through 2026-11-09) · basis legal

$ cat > moved.csv
< code,from,on,value
< 8471.30.01.00,CN,2025-08-20,5000
< 7318.15.20.61,DE,2025-08-20,10000

$ impost diff moved.csv --basis collected..legal

  DIFFERENCE                  before  basis collected
                              after   basis legal

    line                                   before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    1  8471.30.01.00 CN                  2,250.00         1,250.00        -1,000.00
      on law held void: before 1,000.00, after 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    all lines                            7,250.00         6,250.00        -1,000.00
    of it on law held void               1,000.00             0.00        -1,000.00
      1 of 2 lines differ in money; 1 more in their headings alone, at the same duty, not
      listed; 1 range, counted at the high end

    measure                                before            after       difference
    ──────────────────────────────────────────────────────────────────────────────────────────
    us.ieepa.fentanyl-cn                 1,000.00             0.00        -1,000.00
      Fentanyl duty on China and Hong Kong; 1 line
    us.ieepa.reciprocal                      0.00             0.00             0.00
      Reciprocal duty; 1 line
    us.ieepa.reciprocal.relief               0.00             0.00             0.00
      Goods outside the reciprocal duty; 1 line

  before  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
  after   law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis legal

$ impost diff moved.csv --basis collected..legal --json | grep -E '"(differing|moving)"'
  "differing": 2,
  "moving": 1,

# A column that is nearly a fact is carried and told of; one that is missing may have another name.
$ cat > near.csv
< code,Country of Origin,on,value,steel content,Steel Value,memo,Duty Rate,Vehicle,Gross Weight
< 7318.15.20.61,DE,2025-08-20,10000,60%,6000,a,b,c,12

$ impost duty near.csv -O csv | cut -d, -f1-12
impost: near.csv: columns not read: "steel content" (did you mean content.steel?), "Steel Value" (did you mean content.steel?), "Vehicle" (did you mean vehicle-part?)
  next: name a column as the fact it holds; `impost help facts` says how each is written
code,Country of Origin,on,value,steel content,Steel Value,memo,Duty Rate,Vehicle,Gross Weight,status,reason
7318.15.20.61,DE,2025-08-20,10000,60%,6000,a,b,c,12,ok,

$ impost ask near.csv | head -3
impost: near.csv: columns not read: "steel content" (did you mean content.steel?), "Steel Value" (did you mean content.steel?), "Vehicle" (did you mean vehicle-part?)
  next: name a column as the fact it holds; `impost help facts` says how each is written

  1 line

$ cat > missing.csv
< HTS Num,Country,Invoice Amount,on
< 7318.15.20.61,DE,10000,2025-08-20

$ impost duty missing.csv
impost: missing.csv: no column for code, from, value; the first line names: HTS Num, Country, Invoice Amount, on; is "HTS Num" the column code?; is "Country" the column from?; is "Invoice Amount" the column value?
  next: name the columns in the first line: entry, line, code, from, on, value, ... (docs/cli.md)
? 5

# Words that no label has together are looked for one by one.
$ impost goods "lithium battery" --goods none

  Headings
    8506            primary batteries
    8507            rechargeable batteries
    2825            hydrazine, lithium oxide, metal oxides

  no label has all the words; these have one of them

  on 2026-10-07; labels of headings are words of this project

$ impost goods "zzzz qqqq" --goods none

  nothing is held for "zzzz qqqq"; search another word for the goods, or a number of 2 to 10
  digits

  on 2026-10-07; labels of headings are words of this project

# Of a code the headings that hold it, each once.
$ impost measures 4202.92.31.31 CN -O csv | cut -d, -f1,4- | grep -E '(232|301)' | cut -c1-90
"us.232.aluminum-russia","in force","9903.85.68","us.pp.10522","us/232/aluminum.law:170"
"us.232.auto-parts","9903.94.07","us.pp.11002","us/232/autos.law:96"
"us.232.drones", in part not encoded","9903.08.21, 9903.08.22, 9903.08.20, 9903.08.25, 990
"us.232.metals", from 6 April 2026","in force, in part not encoded","9903.82.01","us.pp.11
"us.232.trucks.parts","9903.74.09","us.pp.10984","us/232/trucks.law:48"
"us.301.cn.list-3","in force","9903.88.03, 9903.88.09","us.fr.83-47974","us/301/list-3.law
"us.301.fl","in force, in part not encoded","9903.05.31, 9903.05.85, 9903.05.91, 9903.05.9

# Headings that bear on a part of the value say which part.
$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact content.steel=60% -O 7501 | sed -n 5,13p
      line, number               entered value  rate                           duty and fees
    ──────────────────────────────────────────────────────────────────────────────────────────
  001  DE  Germany
      9903.01.33                      on 6,000  free                                    0.00
      9903.02.20                      on 4,000  15% less base                         600.00
      9903.81.90                      on 6,000  50%                                 3,000.00
      7318.15.20.61                     10,000  Free                                    0.00
      HMF                                       part of the entry's            0.00 to 12.50
      MPF                                       part of the entry's                    34.64

$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact content.steel=60% -O 7501 --json | grep -oE '"(number|base)": "[0-9.]+"' | head -8
"number": "9903.01.33"
"base": "6000.00"
"number": "9903.02.20"
"base": "4000.00"
"number": "9903.81.90"
"base": "6000.00"
"number": "7318.15.20.61"
"base": "10000.00"

# JSON lines have columns too: the other keys of the first line are carried.
$ cat > carried.jsonl
< {"po": "A-1", "code": "8471.30.01.00", "from": "DE", "on": "2025-08-20", "value": 5000, "note": "say \"hello\", twice"}
< {"code": "8471.30.01.00", "from": "DE", "on": "2025-08-20", "value": 5000, "po": "A-2", "late": "x"}
< {"code": "8471.30.01.00", "from": "DE", "on": "2025-08-20"

$ impost duty carried.jsonl -O csv | cut -d, -f1-9
entry,code,from,on,value,po,note,status,reason
,8471.30.01.00,DE,2025-08-20,5000,A-1,"say ""hello"", twice",range
,8471.30.01.00,DE,2025-08-20,5000,A-2,,range,
,8471.30.01.00,DE,2025-08-20,,,,refused,carried.jsonl:3: character 59 of the line is not JSON as it is read here

$ impost duty carried.jsonl -O jsonl --line 2 | grep -c '"id"'
1
