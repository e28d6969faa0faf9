# The other verbs that read a file do not guess the day of a line either.

$ cat > days.csv
< code,from,value,on
< 9503.00.0073,CN,100,2025-11-12
< 9503.00.0073,CN,100,

$ impost ask days.csv 2>&1 >answer.txt
impost: 1 line could not be read and was not asked about
  next: impost duty days.csv
? 3

$ impost diff days.csv --known 2026-02-19..2026-02-21 --json | grep -c '"line"'
impost: days.csv:3: left out: there is no day of entry: add a column for it, or --on DATE
1

# When every line is refused there is no sum.
$ printf 'code,from,value,on\n1,CN,100,2025-11-12\n2,CN,100,2025-11-12\n' > none.csv

$ impost duty none.csv

    line  code          from entered               value       duty, USD
    ──────────────────────────────────────────────────────────────────────────────────────────
       1  1             CN   2025-11-12           100.00         REFUSED
          "1" is no commodity code
          next: a commodity code has 8 or 10 digits, with or without dots
       2  2             CN   2025-11-12           100.00         REFUSED
          "2" is no commodity code
          next: a commodity code has 8 or 10 digits, with or without dots

  Total of all lines
    left out      2 refused of 2 lines: not in these totals
    refused       2 refuse.code

    lines         2, 2 refused

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3
