# What to find out first about a line, and about a file.

$ impost ask 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-11-12

  4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD: duty 6,260.00
  trunks, suitcases, handbags, cases

  What to find out first: US dollars it moves, and what each answer gives
         12.50    mode (not known)
                    --fact mode=ocean  duty 6,260.00, fees 47.14
                    --fact mode=air    duty 6,260.00, fees 34.64; the same with truck, rail, post, other

  What could be claimed, where its words are true of the goods
      1,000.00    9903.01.21: donations (not claimed)
                    --claim 9903.01.21  duty 5,260.00
      1,000.00    9903.01.22: informational materials (not claimed)
                    --claim 9903.01.22  duty 5,260.00
      1,000.00    9903.01.30: donations (not claimed)
                    --claim 9903.01.30  duty 5,260.00
      1,000.00    9903.01.31: informational materials (not claimed)
                    --claim 9903.01.31  duty 5,260.00

  law DIGEST · known 2025-11-12 (sources read through 2026-11-09) · basis collected

$ impost ask 9503.00.00.73 CN 10000 --on 2025-04-12 --known 2025-04-20

  9503.00.00.73 of China, entered 2025-04-12, value 10,000.00 USD: duty 14,500.00
  toys, dolls, puzzles, scale models

  What to find out first: US dollars it moves, and what each answer gives
     12,500.00    loaded: laden on the vessel, or in transit on the last mode before entry
                  (presumed: not on the way)
                    --fact loaded=2025-04-04  duty 2,000.00
                    --fact loaded=2025-04-09  duty 3,000.00
         12.50    mode (not known)
                    --fact mode=ocean  duty 14,500.00, fees 47.14
                    --fact mode=air    duty 14,500.00, fees 34.64; the same with truck, rail, post, other

  What could be claimed, where its words are true of the goods
     12,500.00    9903.01.30: donations (not claimed)
                    --claim 9903.01.30  duty 2,000.00
     12,500.00    9903.01.31: informational materials (not claimed)
                    --claim 9903.01.31  duty 2,000.00
      2,000.00    9903.01.21: donations (not claimed)
                    --claim 9903.01.21  duty 12,500.00
      2,000.00    9903.01.22: informational materials (not claimed)
                    --claim 9903.01.22  duty 12,500.00

  law DIGEST · known 2025-04-20 (sources read through 2026-11-09) · basis collected

# The number beside an option is what duty gives with the option typed.
$ impost duty 9503.00.00.73 CN 10000 --on 2025-04-12 --known 2025-04-20 --fact loaded=2025-04-04 -O csv | tail -n 1 | cut -d, -f5,8
ok,2000.00

# A benefit of a programme.
$ impost ask 4202.92.31.31 MX 10000 --on 2025-02-20 --known 2025-02-20

  4202.92.31.31 of Mexico, entered 2025-02-20, value 10,000.00 USD: duty 1,760.00
  trunks, suitcases, handbags, cases

  What to find out first: US dollars it moves, and what each answer gives
         12.50    mode (not known)
                    --fact mode=ocean  duty 1,760.00, fees 47.14
                    --fact mode=air    duty 1,760.00, fees 34.64; the same with truck, rail, post, other

  What could be claimed, where its words are true of the goods
      1,794.64    usmca: Ordinary customs duty (not claimed)
                    --claim usmca  duty 0.00

  law DIGEST · known 2025-02-20 (sources read through 2026-11-09) · basis collected

$ impost ask 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-11-12 --json | head -n 14
{
  "schema": "impost.ask/1",
  "law": "DIGEST",
  "horizon": "2026-11-09",
  "read_through": "2026-11-09",
  "known": "2025-11-12",
  "basis": "collected",
  "code": "4202.92.31.31",
  "description": "trunks, suitcases, handbags, cases",
  "from": "CN",
  "on": "2025-11-12",
  "value": "10000.00",
  "status": "ok",
  "reason": null,

# All lines of a file together; one of them is refused.
$ cat > lines.csv
< code,from,on,value
< 9503.00.00.73,CN,2025-04-12,10000
< 9503.00.00.73,CN,2025-04-12,5000
< 8507.60.00.20,CN,2026-02-10,1000
< 6109.10.00.12,VN,2025-03-14,2000

$ impost ask lines.csv --known 2025-04-20 --width 90

  4 lines, 1 of them refused and not asked about

  What to find out first: US dollars it moves, and where most
     18,750.00    loaded: laden on the vessel, or in transit on the last mode before
                  entry (presumed), on 2 lines
                    --fact loaded=2025-04-04  line 1: 12,500.00
         32.71    entry-type: formal above $2,500 (not known), on 1 line
                    --fact entry-type=informal  line 4: 32.71
         21.25    mode (not known), on 3 lines
                    --fact mode=air  line 1: 12.50

  What could be claimed, where its words are true of the goods
     18,750.00    9903.01.30: donations (not claimed), on 2 lines
                    --claim 9903.01.30  line 1: 12,500.00
     18,750.00    9903.01.31: informational materials (not claimed), on 2 lines
                    --claim 9903.01.31  line 1: 12,500.00
      3,000.00    9903.01.21: donations (not claimed), on 2 lines
                    --claim 9903.01.21  line 1: 2,000.00
      3,000.00    9903.01.22: informational materials (not claimed), on 2 lines
                    --claim 9903.01.22  line 1: 2,000.00

  law DIGEST · known 2025-04-20 (sources read through 2026-11-09) · basis collected
? 3

$ impost ask lines.csv --known 2025-04-20 --json | grep -c '"kind"'
7

$ impost ask 8507.60.00.20 CN 1000 --on 2026-02-10

  REFUSED  8507.60.00.20 ended on 2026-01-30
    next   use one of its successors: 8507.60.00.30, 8507.60.00.90
? 3

$ impost ask 4202.92.31.31 CN
impost: the value is missing: impost ask 4202.92.31.31 CN VALUE
  next: impost help ask
? 2

$ impost ask 4202.92.31.31 CN 10000 --on 2025-11-12 -O csv
impost: there is no form "csv"; there are text, json, jsonl
  next: impost help ask
? 2

# A file is asked about by several threads; the answer is the same for any number.
$ (echo entry,code,from,on,value; for n in 1 2 3 4 5 6 7; do echo "E$n,8708.29.51.60,MX,2025-11-1$n,1${n}000"; echo "E$n,4202.92.31.31,CN,2025-11-1$n,1${n}00"; done) > many.csv; for n in 1 3 64; do impost ask many.csv --jobs $n > by$n; done; cmp by1 by3 && cmp by1 by64 && grep -c "" by1 | sed 's/[0-9]*/some/'
some

# Each line by itself, by the plain evaluator: the same, byte for byte.
$ impost ask many.csv --plain > plain; cmp by1 plain; impost ask many.csv --json > a.json; impost ask many.csv --json --plain > b.json; cmp a.json b.json && grep -c kind a.json | sed 's/[0-9]*/some/'
some

$ impost ask 4202.92.31.31 CN 1000 --plain
impost: --plain is of a file of lines
  next: impost help ask
? 2

$ impost ask many.csv --jobs 0
impost: --jobs is a number from 1 to 64, not "0"
  next: impost help ask
? 2

$ impost ask 4202.92.31.31 CN 1000 --jobs 2
impost: --jobs is of a file of lines
  next: impost help ask
? 2

# A file that no line of can be read says why.
$ printf '\377\376c\000o\000d\000e\000' > wide.csv; impost ask wide.csv
impost: wide.csv:1: byte 1 of the line is not UTF-8
  next: save the file as CSV in UTF-8
? 5
