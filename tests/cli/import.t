# A further edition of the schedule: docs/import.md. The editions are of goods that are nowhere.
$ cp -r "$IMPOST_LAW"/../tests/source/editions "$IMPOST_LAW"/../tests/source/faults . && mkdir law

$ impost import hts editions/basic.json --date 2030-01-01 --name "2030 basic" --law law --goods goods.tsv
2030 basic, from 2030-01-01
  7 lines, 10 numbers
  lines born 7, numbers born 10

written: law/us/schedule.tsv
         law/us/renumbered.tsv
         goods.tsv

$ impost import hts editions/revision_1.json --date 2030-03-01 --name "2030 revision 1" --law law --goods goods.tsv --dry-run
2030 revision 1, from 2030-03-01, against 2030 basic of 2030-01-01
  8 lines, 11 numbers
  lines born 1, numbers born 5, numbers ended 4, general rates 1, special columns 2, units 1

lines born
  2804.69.00  Free

numbers born
  0806.10.20.15  m3,kg
  6203.22.10.00  doz,kg
  8507.60.00.12  No,kg
  8507.60.00.14  No,kg

numbers ended
  0806.10.20.90  m3,kg
  6203.22.10.10  doz,kg
  6203.22.10.50  doz,kg
  8507.60.00.10  No,kg

general rates
  2804.61.00  1.9c/kg + 2% -> 2c/kg + 2%

special columns
  0806.10.20  Free A,AU -> Free A,AU;0.5% KR
  8507.60.00  Free A,AU,B,KR -> Free A,AU,B

units
  8507.60.00.20  No,kg -> No

special programmes, lines
  KR   gained 1, lost 1, rate changed 0

renumbered
  0806.10.20.90 -> 0806.10.20.15
  6203.22.10.10 -> 6203.22.10.00  partial
  6203.22.10.50 -> 6203.22.10.00  partial
  8507.60.00.10 -> 8507.60.00.12
  8507.60.00.10 -> 8507.60.00.14

nothing written

$ impost import hts editions/revision_1.csv --date 2030-03-01 --name "2030 revision 1" --law law --goods goods.tsv -o next --json | head -4
{"edition":{"name":"2030 revision 1","from":"2030-03-01","lines":8,"numbers":11},
"held":{"name":"2030 basic","from":"2030-01-01"},
"written":["next/us/schedule.tsv","next/us/renumbered.tsv","goods.tsv"],
"texts_before":"goods.tsv",

$ impost import hts editions/revision_1.json --date 2030-03-01 --name "2030 revision 1" --law law --goods goods.tsv | tail -4

written: law/us/schedule.tsv
         law/us/renumbered.tsv
         goods.tsv

$ diff -r law next

$ impost import hts editions/revision_1.csv --date 2030-03-01 --name "2030 revision 1" --law law --goods goods.tsv
2030 revision 1, from 2030-03-01, against 2030 revision 1 of 2030-03-01
  8 lines, 11 numbers
  no change in chapters 1 to 97

note: the tables hold this edition already.

written: goods.tsv

$ head -6 goods.tsv
\# Descriptions of the tariff schedule, for this machine; written by impost import hts.
\# edition	2030-03-01	2030 revision 1
\# code	depth	description
0101	0	Wugs, tame or wild:
0101.10	1	Wugs of no kind
	1	Striped wugs:

$ impost import hts --replay editions/editions.list --law editions
2030 basic         2030-01-01  lines 7, born 7, ended 0; numbers 10, born 10, ended 0, pairs 0; general 0, special 0, column 2 0, units 0
2030 revision 1    2030-03-01  lines 8, born 1, ended 0; numbers 11, born 5, ended 4, pairs 5; general 1, special 2, column 2 0, units 1
2030 revision 2    -           lines 8, born 0, ended 0; numbers 11, born 0, ended 0, pairs 0; general 0, special 0, column 2 0, units 0
2030 revision 3    2030-07-01  lines 7, born 0, ended 1; numbers 10, born 1, ended 2, pairs 1; general 1, special 1, column 2 0, units 1
schedule.tsv: the same, 1174 bytes
renumbered.tsv: the same, 564 bytes

$ impost import hts --replay editions/editions.list --law law 2>&1 | tail -4
schedule.tsv: differs from line 3 on
renumbered.tsv: differs from line 6 on
impost: The tables of the list are not those of law.
  next: Find out which of the two is wrong.

$ impost import hts faults/rate.json --date 2030-07-01 --name "2030 revision 3" --law law --goods goods.tsv
impost: error: rate.json:2:1: 0101.21.00: the general rate "a handful of pebbles" is not understood [import.rate]
  next: Write a correction: rate "TEXT" reads ?reason.

impost: error: rate.json: chapter 8 has no line [import.chapter]
  next: Export the whole schedule, chapters 1 to 99.

impost: error: rate.json: chapter 28 has no line [import.chapter]
  next: Export the whole schedule, chapters 1 to 99.

impost: error: rate.json: chapter 62 has no line [import.chapter]
  next: Export the whole schedule, chapters 1 to 99.

impost: error: rate.json: chapter 85 has no line [import.chapter]
  next: Export the whole schedule, chapters 1 to 99.

impost: error: rate.json: chapter 91 has no line [import.chapter]
  next: Export the whole schedule, chapters 1 to 99.
impost: faults/rate.json: 6 findings.
  next: Nothing was written. Correct the export, or write a corrections file.
? 1

$ impost import hts faults/type-page.json --date 2030-07-01 --name "2030 revision 3" --law law --goods goods.tsv --json
{"findings":1,"shown":[
  {"id":"import.type","file":"type-page.json","line":0,"message":"the file is a web page or XML","next":"Export the whole schedule as JSON or CSV."}]}
impost: faults/type-page.json: 1 finding.
  next: Nothing was written. Correct the export, or write a corrections file.
? 1

$ touch law/places.tsv && IMPOST_LAW=$PWD/law impost import hts editions/revision_3.json --date 2030-07-01 --name "2030 revision 3" --goods none 2>&1 | tail -4

nothing written
impost: no table was written
  next: name the folder to write to: --law FOLDER or -o FOLDER

$ impost import hts editions/basic.json --date 2029-01-01 --name "2029" --law law
impost: The tables hold the edition of 2030-03-01 (2030 revision 1) already; this one is of 2029-01-01.
  next: Editions are imported in order, each once.
? 2

$ impost import hts editions/basic.json
impost: import hts wants --date, the edition's first day, and --name
  next: impost help import
? 2

$ impost import hts nowhere.json --date 2030-07-01 --name "2030 revision 3" --law law
impost: cannot read nowhere.json: No such file or directory
  next: see that it is there and may be read
? 5

$ impost import taric file.xml
impost: import wants to know what: impost import hts FILE
  next: impost help import
? 2
