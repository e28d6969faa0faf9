# Files of lines: a bad line among good ones, encodings, empty files, other separators, JSON lines.

$ cat > five.csv
< code,from,on,value,memo
< 4202.92.31.31,CN,2025-11-12,10000,"bags, red"
< 9503.00.0073,CN,11/12/2025,"$1,000.00",MM/DD/YYYY
< 4202.92.3x.31,CN,2025-11-12,10000,bad
< 4202923131,HK,2025-11-12,10000,
< 4202.92.31.31,5700,2025-11-12,10000,Census number

# The third is refused by number, the others are answered.
$ impost duty five.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  4202.92.31.31 CN   2025-11-12        10,000.00        6,260.00     62.6%
       2  9503.00.00.73 CN   2025-11-12         1,000.00          200.00       20%
       3  4202.92.3x.31 CN   2025-11-12        10,000.00         REFUSED
          "4202.92.3x.31" is no commodity code
          next: did you mean 4202.92.31.31, 4202.92.33.10, 4202.92.33.16, 4202.92.31,
                4202.92.33?
       4  4202.92.31.31 HK   2025-11-12        10,000.00        3,760.00     37.6%
       5  4202.92.31.31 CN   2025-11-12        10,000.00        6,260.00     62.6%
          fees: HMF 0.00 to 38.75 (depends on mode), MPF 107.38; without 1 refused line

  Total of all lines
    USD           duty 16,480.00 + fees 107.38 to 146.13 = 16,587.38 to 16,626.13; of it on
                  law since held void 6,200.00
    left out      1 refused of 5 lines: not in these totals
    refused       1 refuse.code

    lines         5, 1 refused

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# The input columns stand untouched.
$ impost duty five.csv -O csv
code,from,on,value,memo,status,reason,if,duty,low,high,void,rate,headings,amounts,assumed,needs,law,legal,id,next,notes
4202.92.31.31,CN,2025-11-12,10000,"bags, red",ok,,,6260.00,6260.00,6260.00,2000.00,62.6%,9903.88.03; 9903.01.24; 9903.01.25; general,2500.00; 1000.00; 1000.00; 1760.00,,,DIGEST,4260.00,,,
9503.00.0073,CN,11/12/2025,"$1,000.00",MM/DD/YYYY,ok,,,200.00,200.00,200.00,200.00,20%,9903.01.24; 9903.01.25; general,100.00; 100.00; 0.00,,,DIGEST,0.00,,,
4202.92.3x.31,CN,2025-11-12,10000,bad,refused,"""4202.92.3x.31"" is no commodity code",,,,,,,,,,,DIGEST,,refuse.code,"did you mean 4202.92.31.31, 4202.92.33.10, 4202.92.33.16, 4202.92.31, 4202.92.33?",
4202923131,HK,2025-11-12,10000,,ok,,,3760.00,3760.00,3760.00,2000.00,37.6%,9903.01.24; 9903.01.25; general,1000.00; 1000.00; 1760.00,,,DIGEST,1760.00,,,
4202.92.31.31,5700,2025-11-12,10000,Census number,ok,,,6260.00,6260.00,6260.00,2000.00,62.6%,9903.88.03; 9903.01.24; 9903.01.25; general,2500.00; 1000.00; 1000.00; 1760.00,,,DIGEST,4260.00,,,
? 3

# The same file from standard input, as tab-separated values.
$ tr , '\t' | impost duty - -O tsv
< code,from,on,value
< 4202.92.31.31,CN,2025-11-12,10000
code	from	on	value	status	reason	if	duty	low	high	void	rate	headings	amounts	assumed	needs	law	legal	id	next	notes
4202.92.31.31	CN	2025-11-12	10000	ok			6260.00	6260.00	6260.00	2000.00	62.6%	9903.88.03; 9903.01.24; 9903.01.25; general	2500.00; 1000.00; 1000.00; 1760.00			DIGEST	4260.00			

$ printf 'code,from,on,value,memo\r\n9503.00.0073,CN,2025-11-12,1000,ok\r\n9503.00.0073,CN,2025-11-12,1000,\377\r\n' > latin.csv

$ impost duty latin.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  9503.00.00.73 CN   2025-11-12         1,000.00          200.00       20%
       2  9503.00.0073                                           REFUSED
          latin.csv:3: byte 33 of the line is not UTF-8
          next: mend this line of the file; the others are answered
          fees: HMF 0.00 to 1.25 (depends on mode), MPF not computed (depends on entry-type,
          and for one of its answers the fee is not encoded); without 1 refused line

  Total of all lines
    USD           duty 200.00; fees 0.00 to 1.25 and 1 more not computed; of it on law since
                  held void 200.00
    left out      1 refused of 2 lines: not in these totals
    refused       1 input.line

    lines         2, 1 refused

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ : > empty.csv

$ impost duty empty.csv
impost: empty.csv is empty
  next: the first line names the columns: code, from, on, value, ...
? 5

$ impost duty nothere.csv
impost: cannot read nothere.csv: No such file or directory
  next: see that the file is there and may be read
? 5

$ printf 'hts,memo\n1,2\n' > columns.csv

$ impost duty columns.csv
impost: columns.csv: no column for from, value; the first line names: hts, memo
  next: name the columns in the first line: entry, line, code, from, on, value, ... (docs/cli.md)
? 5

$ cat > quotes.csv
< code,from,on,value,memo
< 9503.00.0073,CN,2025-11-12,1000,"never closed
< 9503.00.0073,CN,2025-11-12,1000,fine
< 9503.00.0073,CN,2025-11-12,1000,one,too many

$ impost duty quotes.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  9503.00.0073                                           REFUSED
          quotes.csv:2: a quote is opened and not closed
          next: mend this line of the file; the others are answered
       2  9503.00.00.73 CN   2025-11-12         1,000.00          200.00       20%
       3  9503.00.0073                                           REFUSED
          quotes.csv:4: the line has 6 cells, the first line names 5
          next: see whether a comma or quote is missing or too many
          fees: HMF 0.00 to 1.25 (depends on mode), MPF not computed (depends on entry-type,
          and for one of its answers the fee is not encoded); without 2 refused lines

  Total of all lines
    USD           duty 200.00; fees 0.00 to 1.25 and 1 more not computed; of it on law since
                  held void 200.00
    left out      2 refused of 3 lines: not in these totals
    refused       1 input.cells, 1 input.line

    lines         3, 2 refused

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# Leading zeros that a spreadsheet dropped are told, never put back.
$ cat > zeros.csv
< HTS Number - Full,Country of Origin Code,Entry Date,Line Tariff Goods Value Amount
< 302110090,CN,11/12/2025,1000
< 4.20292E+09,CN,11/12/2025,1000

$ impost duty zeros.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  302110090     CN   2025-11-12                          REFUSED
          zeros.csv:2: the code 302110090 has 9 digits; its leading zero seems to be lost, the
          likely code is 0302.11.00.90
          next: if 0302.11.00.90 is meant, write it with its zero (as text)
       2  4.20292E+09   CN   2025-11-12                          REFUSED
          zeros.csv:3: the code 4.20292E+09 was turned into a number by a spreadsheet; its
          digits are lost
          next: format the column as text and enter the code again

  Total of all lines
    left out      2 refused of 2 lines: not in these totals
    refused       1 input.code-number, 1 input.zero-lost

    lines         2, 2 refused

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# Names of the customs report ES-003; rows of one line belong together.
$ cat > es003.csv
< Entry Summary Number,Entry Summary Line Number,Tariff Ordinal Number,HTS Number - Full,Country of Origin Code,Entry Date,Line Tariff Goods Value Amount
< 12345678901,001,1,9903.88.03,CN,11/12/2025,0
< 12345678901,001,2,4202923131,CN,11/12/2025,10000
< 12345678901,002,1,9503000073,CN,11/12/2025,1000

$ impost duty es003.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  4202.92.31.31 CN   2025-11-12        10,000.00        6,260.00     62.6%
          claimed 9903.88.03: it changes nothing on this line
       2  9503.00.00.73 CN   2025-11-12         1,000.00          200.00       20%
          fees of 12345678901: HMF 0.00 to 13.75 (depends on mode), MPF 38.10

  Total of all lines
    USD           duty 6,460.00 + fees 38.10 to 51.85 = 6,498.10 to 6,511.85; of it on law
                  since held void 2,200.00

    lines         2

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ cat > lines.jsonl
< {"code": "4202.92.31.31", "from": "CN", "on": "2025-11-12", "value": 10000, "facts": {"mode": "ocean"}}
< {"code": "9503.00.0073", "from": "CN", "on": "2025-11-12", "value": "1000.50"}
< {"code": "9503.00.0073", "from": "CN"

$ impost duty lines.jsonl -O csv
entry,code,from,on,value,facts,status,reason,if,duty,low,high,void,rate,headings,amounts,assumed,needs,law,legal,id,next,notes
,4202.92.31.31,CN,2025-11-12,10000,mode=ocean,ok,,,6260.00,6260.00,6260.00,2000.00,62.6%,9903.88.03; 9903.01.24; 9903.01.25; general,2500.00; 1000.00; 1000.00; 1760.00,,,DIGEST,4260.00,,,
,9503.00.0073,CN,2025-11-12,1000.50,,ok,,,200.20,200.20,200.20,200.20,20%,9903.01.24; 9903.01.25; general,100.10; 100.10; 0.00,,,DIGEST,0.00,,,value 1000.50 taken as 1001 whole dollars (19 CFR 159.3(a))
,9503.00.0073,CN,,,,refused,lines.jsonl:3: character 38 of the line is not JSON as it is read here,,,,,,,,,,,DIGEST,,input.json,"each line is one object: {""code"": ""4202.92.31.31"", ""from"": ...}",
? 3

$ impost duty lines.jsonl --line 2 -O csv
entry,code,from,on,value,facts,status,reason,if,duty,low,high,void,rate,headings,amounts,assumed,needs,law,legal,id,next,notes
,9503.00.0073,CN,2025-11-12,1000.50,,ok,,,200.20,200.20,200.20,200.20,20%,9903.01.24; 9903.01.25; general,100.10; 100.10; 0.00,,,DIGEST,0.00,,,value 1000.50 taken as 1001 whole dollars (19 CFR 159.3(a))

# A fact that a line states twice, and differently; what is stated for the whole file gives way to the line.
$ cat > facts.csv
< code,from,value,on,mode,mot,facts
< 8708.99.81.80,CN,1000,2025-11-12,,,content.steel=10%;content.steel=90%
< 8708.99.81.80,CN,1000,2025-11-12,ocean,40,
< 8708.99.81.80,CN,1000,2025-11-12,ocean,11,content.steel=10%; mode=ocean
< 8708.99.81.80,CN,1000,2025-11-12,,,content.steel=90%

$ impost duty facts.csv --fact content.steel=50% -O csv | cut -d, -f1,5-9,11
code,mode,mot,facts,status,reason,duty
8708.99.81.80,,,content.steel=10%;content.steel=90%,refused,"facts.csv:2: the line states content.steel twice,
8708.99.81.80,ocean,40,,refused,"facts.csv:3: the line states mode twice,
8708.99.81.80,ocean,11,content.steel=10%; mode=ocean,ok,,515.00
8708.99.81.80,,,content.steel=90%,ok,,835.00

$ impost duty facts.csv --fact content.steel=50% -O csv --plain | cut -d, -f1,5-9,11
code,mode,mot,facts,status,reason,duty
8708.99.81.80,,,content.steel=10%;content.steel=90%,refused,"facts.csv:2: the line states content.steel twice,
8708.99.81.80,ocean,40,,refused,"facts.csv:3: the line states mode twice,
8708.99.81.80,ocean,11,content.steel=10%; mode=ocean,ok,,515.00
8708.99.81.80,,,content.steel=90%,ok,,835.00

# Keys that mean the same are one too many; of several days the most telling counts, wherever it stands.
$ cat > keys.jsonl
< {"code": "4202.92.31.31", "from": "CN", "value": 1000, "entered value": 10, "on": "2025-11-12"}
< {"code": "4202.92.31.31", "code": "9503.00.0073", "from": "CN", "value": 1000, "on": "2025-11-12"}
< {"code": "4202.92.31.31", "from": "CN", "value": 1000, "claims": [], "spi": ["S"], "on": "2025-11-12"}
< {"code": "4202.92.31.31", "from": "CN", "value": 1000, "Entry Date": "2025-11-12", "Import Date": "2025-01-05"}
< {"code": "4202.92.31.31", "from": "CN", "value": 1000, "Import Date": "2025-01-05", "Entry Date": "2025-11-12"}
< {"code": "4202.92.31.31", "from": "CN", "value": 1000, "Import Date": "2025-01-05", "Entry Date": null}

$ impost duty keys.jsonl -O csv | cut -d, -f2-6,7,9
code,from,on,value,status,reason,duty
4202.92.31.31,CN,,1000,refused,"keys.jsonl:1: the keys ""value"" and ""entered value"" mean the same",
4202.92.31.31,,,,refused,"keys.jsonl:2: the keys ""code"" and ""code"" mean the same",
4202.92.31.31,CN,,1000,refused,"keys.jsonl:3: the keys ""claims"" and ""spi"" mean the same",
4202.92.31.31,CN,2025-11-12,1000,ok,,626.00
4202.92.31.31,CN,2025-11-12,1000,ok,,626.00
4202.92.31.31,CN,2025-01-05,1000,ok,,426.00

$ impost duty keys.jsonl -O csv --plain | cut -d, -f2-6,7,9
code,from,on,value,status,reason,duty
4202.92.31.31,CN,,1000,refused,"keys.jsonl:1: the keys ""value"" and ""entered value"" mean the same",
4202.92.31.31,,,,refused,"keys.jsonl:2: the keys ""code"" and ""code"" mean the same",
4202.92.31.31,CN,,1000,refused,"keys.jsonl:3: the keys ""claims"" and ""spi"" mean the same",
4202.92.31.31,CN,2025-11-12,1000,ok,,626.00
4202.92.31.31,CN,2025-11-12,1000,ok,,626.00
4202.92.31.31,CN,2025-01-05,1000,ok,,426.00

$ impost duty lines.jsonl --line 7
impost: lines.jsonl has no line 7
  next: impost help duty
? 2

# Sums instead of lines, and what was filed beside what is computed.
$ cat > filed.csv
< entry,code,from,on,value,duty paid,mode
< A-1,4202.92.31.31,CN,2025-11-12,10000,6260,ocean
< A-1,9503.00.0073,CN,2025-11-12,1000,0,ocean
< A-2,9503.00.0073,CN,2025-12-01,1000,250.00,air
< A-2,9503.00.0073,,2025-12-01,1000,,air

$ impost duty filed.csv --by month --by programme

  By programme
                          lines  refused      value      duty  of it void          fees
    (refused)                 1        1
    us.301.cn                 1           10,000.00  2,500.00
    us.base                   3           12,000.00  1,760.00
    us.fees.hmf                                                                   13.75
    us.fees.mpf                                                            not computed
    us.ieepa.fentanyl-cn      3           12,000.00  1,200.00    1,200.00
    us.ieepa.reciprocal       3           12,000.00  1,200.00    1,200.00

  By month
             lines  refused      value      duty  of it void          fees
    2025-11      2           11,000.00  6,460.00    2,200.00         51.85
    2025-12      2        1   1,000.00    200.00      200.00  not computed

  Total of all lines
    USD           duty 6,660.00; fees 51.85 and 1 more not computed; of it on law since held
                  void 2,400.00
    left out      1 refused of 4 lines: not in these totals
    refused       1 refuse.origin

    lines         4, 1 refused

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost duty filed.csv --by origin -O csv
by,key,lines,refused,prohibited,ranges,value,duty,low,high,void_low,void_high,fees_low,fees_high
origin,(none),1,1,0,0,0.00,0.00,0.00,0.00,0.00,0.00,,
origin,CN,3,0,0,0,12000.00,6660.00,6660.00,6660.00,2400.00,2400.00,,
? 3

$ impost duty filed.csv --by week
impost: --by is programme, month, origin, chapter, entry or status, not "week"
  next: impost help duty
? 2

$ impost duty filed.csv --expect "duty paid"

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  4202.92.31.31 CN   2025-11-12        10,000.00        6,260.00     62.6%
       2  9503.00.00.73 CN   2025-11-12         1,000.00          200.00       20%
          filed 0.00, underpaid by 200.00
          fees of A-1: HMF 13.75, MPF 38.10
       3  9503.00.00.73 CN   2025-12-01         1,000.00          200.00       20%
          filed 250.00, overpaid by 50.00
       4  9503.00.00.73      2025-12-01         1,000.00         REFUSED
          there is no country of origin
          next: give the country of origin, for example CN
          fees of A-2: MPF not computed (depends on entry-type, and for one of its answers the
          fee is not encoded); without 1 refused line

  Total of all lines
    USD           duty 6,660.00; fees 51.85 and 1 more not computed; of it on law since held
                  void 2,400.00
    left out      1 refused of 4 lines: not in these totals
    refused       1 refuse.origin

    lines         4, 1 refused

  Filed against computed
    equal         1 line
    underpaid     1 line by 200.00
    overpaid      1 line by 50.00
    not compared  1 line

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 1

$ impost duty filed.csv --expect "duty paid" -O csv
entry,code,from,on,value,duty paid,mode,status,reason,if,duty,low,high,void,rate,headings,amounts,assumed,needs,law,legal,id,next,notes,filed,difference,verdict
A-1,4202.92.31.31,CN,2025-11-12,10000,6260,ocean,ok,,,6260.00,6260.00,6260.00,2000.00,62.6%,9903.88.03; 9903.01.24; 9903.01.25; general,2500.00; 1000.00; 1000.00; 1760.00,,,DIGEST,4260.00,,,,6260.00,0.00,equal
A-1,9503.00.0073,CN,2025-11-12,1000,0,ocean,ok,,,200.00,200.00,200.00,200.00,20%,9903.01.24; 9903.01.25; general,100.00; 100.00; 0.00,,,DIGEST,0.00,,,,0.00,-200.00,underpaid
A-2,9503.00.0073,CN,2025-12-01,1000,250.00,air,ok,,,200.00,200.00,200.00,200.00,20%,9903.01.24; 9903.01.25; general,100.00; 100.00; 0.00,,,DIGEST,0.00,,,,250.00,50.00,overpaid
A-2,9503.00.0073,,2025-12-01,1000,,air,refused,there is no country of origin,,,,,,,,,,,DIGEST,,refuse.origin,"give the country of origin, for example CN",,,,not compared
? 1

$ impost duty filed.csv --expect memo
impost: filed.csv has no column "memo"
  next: name a column of the file that holds duty
? 2

$ impost duty filed.csv -O xlsx
impost: a workbook wants a name: -o NAME.xlsx
  next: impost help duty
? 2

# Hours behind a day as files have them, and what would be lost: a time zone, a byte that is zero.
$ printf 'code,from,on,value,exported,memo\n9503.00.0073,CN,2025-11-12T00:01:30,1000,2025-11-01 07:30,a\n9503.00.0073,CN,11/12/2025 2:00 PM,1000,,b\n9503.00.0073,CN,2025-11-12T23:30:00Z,1000,,c\n9503.00.0073,CN,2025-11-12,1000,,d\0e\n' > hours.csv

$ impost duty hours.csv -O csv | cut -d, -f3,6-9
on,memo,status,reason,if
2025-11-12T00:01:30,a,ok,,
11/12/2025 2:00 PM,b,ok,,
2025-11-12T23:30:00Z,c,refused,"""2025-11-12T23:30:00Z"" states a time zone, and hours of entry have none"
2025-11-12,d�e,refused,hours.csv:5: byte 35 of the line is zero (NUL),
