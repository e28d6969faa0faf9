# Where answers go: whole or not at all, and quiet when nobody reads on.

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -o out.csv
impost: written to out.csv

$ cut -d, -f1-8 out.csv
code,from,on,value,status,reason,if,duty
9503.00.0073,CN,2025-11-12,1000,ok,,,200.00

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -O csv > /dev/full
impost: cannot write standard output: No space left on device
  next: see that there is room and the right to write there
? 5

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -o /dev/full
impost: cannot write /dev/full: No space left on device
  next: see that there is room and the right to write there
? 5

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -o nowhere/out.csv
impost: cannot write nowhere/out.csv: there is no folder nowhere
  next: make the folder, or name one that is there
? 5

# A file that cannot be finished leaves the old one as it was, and nothing beside it.
$ mkdir kept && echo old > kept/out.csv

$ (echo code,from,on,value,memo; seq 1 400 | sed 's/.*/9503.00.0073,CN,2025-11-12,1000,&/') > many.csv

$ (ulimit -f 1; impost duty many.csv -o kept/out.csv)
impost: cannot write kept/out.csv: File too large
  next: see that there is room and the right to write there
? 5

$ ls kept; cat kept/out.csv
out.csv
old

# Capitals at the end of a name say the same form, of what is read and of what is written.
$ cp out.csv LINES.CSV; impost duty LINES.CSV -o KEPT.CSV > summary.out; cut -d, -f1-4 KEPT.CSV
impost: 1 line, written to KEPT.CSV
code,from,on,value
9503.00.0073,CN,2025-11-12,1000

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -o one.JSON; head -c 26 one.JSON
impost: written to one.JSON
{
  "schema": "impost.duty

$ impost timeline 9503.00.0073 CN -o T.SVG; head -c 4 T.SVG
impost: written to T.SVG
<svg

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -O json -o one.CSV
impost: -O json and -o one.CSV ask for two forms
  next: impost help duty
? 2

$ impost duty NONE.CSV
impost: cannot read NONE.CSV: No such file or directory
  next: see that the file is there and may be read
? 5

# A link stays a link, and the way to standard output stays what it is.
$ ln -s kept/out.csv link.csv; impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -o link.csv; readlink link.csv; cut -d, -f1-4 kept/out.csv
impost: written to link.csv
kept/out.csv
code,from,on,value
9503.00.0073,CN,2025-11-12,1000

$ (echo before; impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -O csv -o /dev/stdout) > piped; readlink /dev/stdout; cut -d, -f1-4 piped
impost: written to /dev/stdout
/proc/self/fd/1
before
code,from,on,value
9503.00.0073,CN,2025-11-12,1000

# A closed pipe is quiet.
$ (sleep 0.3; impost duty 9503.00.0073 CN 1000 --on 2025-11-12; echo "exit $?" >&2) | true
exit 5

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 --ascii | LC_ALL=C grep -c '[^ -~]'
0
? 1

$ LC_ALL=C impost duty 9503.00.0073 CN 1000 --on 2025-11-12 | LC_ALL=C grep -c '[^ -~]'
0
? 1

# The law is older than today: told once, where a person reads, and only there.
$ IMPOST_TODAY=2026-11-21 impost duty 9503.00.0073 CN 1000 --on 2025-11-12 2>&1 >/dev/null
impost: this law was read through 2026-11-09, 12 days ago; what came later is not in it
  next: ask with --known and --on for a day up to then, or bring the law up to date

$ IMPOST_TODAY=2026-11-21 impost duty 9503.00.0073 CN 1000 --on 2025-11-12 --json 2>&1 >/dev/null

$ IMPOST_TODAY=2026-10-01 impost duty 9503.00.0073 CN 1000 --on 2025-11-12 2>&1 >/dev/null

# A name that says another form than is written would be a file that lies.
$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -o out.png
impost: -o out.png: no such form is made here; there are text|json|jsonl|csv|tsv|xlsx|proof|7501
  next: impost help duty
? 2

$ impost rate --known 2025-10-26 -o out.pdf
impost: -o out.pdf: no such form is made here; there are text|json|csv|svg
  next: impost help rate
? 2

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -O csv -o out.json
impost: -O csv and -o out.json ask for two forms
  next: impost help duty
? 2
