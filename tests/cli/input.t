# What a file must say, and what is never guessed: the day of entry, the columns, the name of the output.

$ cat > noday.csv
< hts,origin,value,memo
< 9503.00.0073,CN,100,a

$ impost duty noday.csv
impost: noday.csv: no column for the day of entry; the first line names: hts, origin, value, memo
  next: add --on DATE, or a column for it: on, date, Entry Date, Import Date, Arrival Date
? 2

# With --on the lines take that day and say so.
$ impost duty noday.csv --on 2025-11-12 --json | grep -A1 '"assumed"'
          "assumed": [
            "day of entry: --on"

$ cat > import.csv
< hts,origin,value,Import Date,Entry Dt
< 9503.00.0073,CN,100,2025-01-01,2025-11-12
< 9503.00.0073,CN,100,2025-01-01,

# The date of entry goes before that of import; a line without one is refused.
$ impost duty import.csv -O csv | cut -d, -f4-7
Import Date,Entry Dt,status,reason
2025-01-01,2025-11-12,ok,
2025-01-01,,refused,import.csv:3: there is no day of entry

$ cat > importation.csv
< hts,origin,value,Importation Date
< 9503.00.0073,CN,100,2025-11-12
< 9503.00.0073,CN,100,13/45/2025

$ impost duty importation.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  9503.00.00.73 CN   2025-11-12           100.00           20.00       20%
       2  9503.00.00.73 CN   13/45/2025           100.00         REFUSED
          "13/45/2025" is no date of entry
          next: write the date of entry as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY,
                with an hour as "2025-11-12 14:00"
          fees: HMF 0.00 to 0.13 (depends on mode), MPF not computed (depends on entry-type,
          and for one of its answers the fee is not encoded); without 1 refused line

  Total of all lines
    USD           duty 20.00; fees 0.00 to 0.13 and 1 more not computed; of it on law since
                  held void 20.00
    left out      1 refused of 2 lines: not in these totals
    refused       1 refuse.date

  Take note
    numbers are those of the schedule of 2026-06-08, the last one held

    lines         2, 1 refused

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost duty importation.csv -o importation.csv
impost: -o importation.csv names the file that is read; it would be lost
  next: give -o another name
? 2

$ impost duty - -o importation.csv < importation.csv
impost: -o importation.csv names the file that is read; it would be lost
  next: give -o another name
? 2

$ head -1 importation.csv
hts,origin,value,Importation Date

$ impost duty importation.csv -o nowhere/duties.csv
impost: cannot write nowhere/duties.csv: there is no folder nowhere
  next: make the folder, or name one that is there
? 5

$ mkdir folder

$ impost duty folder
impost: folder is a folder
  next: give a file of lines: .csv, .tsv, .jsonl
? 5

$ printf 'hts;from;value\n' > parts.csv

$ impost duty parts.csv
impost: parts.csv: no column for code, from, value; the first line names: hts;from;value; the columns seem to be parted by a semicolon
  next: save the file with commas or tabs between the columns (.csv, .tsv)
? 5

$ impost duty 9503.00.0073 CN -5 --on 2025-11-12

  REFUSED                     9503.00.00.73 of China, entered 2025-11-12
                              toys, dolls, puzzles, scale models

    a customs value cannot be below zero: -5
    next: give the customs value as a number, for example 10000 or 10,000.00
          refuse.value

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

$ impost duty 9503.00.0073 CN 100 --on 2025-11-12 --if foo=bar
impost: the law asks no question named "foo"; its questions: cn.longer-truce, us-cn.fentanyl, us-cn.fentanyl-cause, us-cn.framework, us-cn.general-licences, us-cn.rare-earth-delay, us-cn.ship-fees, us-cn.software, us-cn.soybeans, us-cn.taiwan, us-cn.tariff-100, us-cn.tiktok, us-cn.tiktok-terms, us-cn.truce, us.122-
  next: `impost help outcomes` says what each asks and how it stands
? 2

$ cp -r "$IMPOST_LAW" broken

$ echo nonsense >> broken/us/us.law

$ impost duty 9503.00.0073 CN 100 --on 2025-11-12 --law broken
impost: broken/us/us.law:178:1: "nonsense" begins no block
  next: impost check --law broken
? 1

# A folder that is called like a page, a question or a thing is no file of lines.
$ mkdir model walnuts

$ impost man model | head -1 | cut -c1-19
.TH IMPOST-MODEL 1

$ impost goods walnuts | grep -c walnut
1

# Lines that end in CR alone would all be the heading: no file of no lines is made of them.
$ printf 'code,from,on,value,memo\r9503.00.0073,CN,2025-11-12,1000,a\r' > cr.csv; impost duty cr.csv
impost: cr.csv: the first line holds a CR without LF: its lines seem to end in CR alone
  next: save the file with lines that end in LF or CRLF (Unix or Windows)
? 5

$ printf 'code,from,on,value,"me\r\nmo"\r\n9503.00.0073,CN,2025-11-12,1000,a\r\n' > crlf.csv; impost duty crlf.csv -O csv | grep -c "1000,a,ok"
1

# Rows that were cleared in a spreadsheet are left as separators: they are passed over like empty lines, by the stream and by the plain way.
$ printf ',,,\ncode,from,on,value\n9503.00.0073,CN,2025-11-12,10000\n,,,\n , ,\t,\n"","","",""\n,\n9503.00.0073,CN,2025-11-12,20000\n,,,,,\n' > cleared.csv; impost duty cleared.csv -O csv | cut -d, -f1-8; impost duty cleared.csv -O csv > stream; impost duty cleared.csv -O csv --plain | cmp stream -
code,from,on,value,status,reason,if,duty
9503.00.0073,CN,2025-11-12,10000,ok,,,2000.00
9503.00.0073,CN,2025-11-12,20000,ok,,,4000.00

# One that says anything is a line.
$ printf 'code,from,on,value\n,,,0\n,\n' | impost duty - -O csv | cut -d, -f5-6
status,reason
refused,standard input:2: there is no day of entry
