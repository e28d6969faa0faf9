# What a suitcase of China owed: each date, each known date, both bases (issue: what a user sees).
# By hand, of 10,000.00: base 17.6% 1,760; list 3 25% 2,500; fentanyl 10, 20, 10; reciprocal 125, 10.

# 1,760 + 2,500 + 2,000 + 12,500
$ impost duty 4202.92.31.31 CN 10000 --on 2025-04-12 -O csv
code,from,on,value,status,reason,if,duty,low,high,void,rate,headings,amounts,assumed,needs,law,legal,id,next,notes
4202.92.31.31,CN,2025-04-12,10000,ok,,,18760.00,18760.00,18760.00,14500.00,187.6%,9903.88.03; 9903.01.24; 9903.01.63; general,2500.00; 2000.00; 12500.00; 1760.00,loaded: not on the way,,DIGEST,4260.00,,,

# 1,760 + 2,500 + 2,000 + 1,000
$ impost duty 4202.92.31.31 CN 10000 --on 2025-10-20 -O csv | cut -d, -f4-12
value,status,reason,if,duty,low,high,void,rate
10000,ok,,,7260.00,7260.00,7260.00,3000.00,72.6%

# 1,760 + 2,500 + 1,000 + 1,000
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 -O csv | cut -d, -f4-12
value,status,reason,if,duty,low,high,void,rate
10000,ok,,,6260.00,6260.00,6260.00,2000.00,62.6%

# Collected until 2026-02-24 on law since held void.
$ impost duty 4202.92.31.31 CN 10000 --on 2026-02-21
...
  DUTY 6,260.00               4202.92.31.31 of China, entered 2026-02-21, value 10,000.00 USD
...
    of which on law since held void                                                   2,000.00
    duty with --basis legal                                                           4,260.00
...

$ impost duty 4202.92.31.31 CN 10000 --on 2026-02-21 --basis legal
...
  DUTY 4,260.00               4202.92.31.31 of China, entered 2026-02-21, value 10,000.00 USD
...
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis legal

# 1,760 + 2,500 + 1,000 under Section 122
$ impost duty 4202.92.31.31 CN 10000 --on 2026-03-01 -O csv | cut -d, -f4-12
value,status,reason,if,duty,low,high,void,rate
10000,ok,,,5260.00,5260.00,5260.00,0.00,52.6%

# 1,760 + 2,500 + 1,250 under Section 301, forced labour
$ impost duty 4202.92.31.31 CN 10000 --on 2026-08-01 -O csv | cut -d, -f4-12
value,status,reason,if,duty,low,high,void,rate
10000,ok,,,5510.00,5510.00,5510.00,0.00,55.1%

# As known before the truce of 2025-11-10 was spoken of: the duty returns to 34%.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-09
...
  DUTY 9,660.00               4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
...
  law DIGEST · known 2025-10-09 (sources read through 2026-11-09) · basis collected

# Between the delegations' report and the presidents' answer: two answers.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26
...
  TWO ANSWERS                 4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
...
    us-cn.framework                                                    approved       rejected
...
    duty, USD                                                          7,260.00      19,660.00
...
  How firm
    approved      moved by what was said, not law: us-cn.kuala-lumpur (statement, 2025-10-26)
...

# Said by the leaders, no order yet.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-31
...
    us-cn.framework                                                    approved         stands
...
    duty, USD                                                          6,260.00       9,660.00
...
    ● law   ◔ said, not law   ◐ suspended
...

# Law.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-11-12
...
  DUTY 6,260.00               4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
...

# One of them picked.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=rejected
...
  DUTY 19,660.00              4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
...

# What could be claimed: a programme that spares an additional duty alone is offered too; what the entry denies is not.
$ impost duty 9503.00.00.73 CA 10000 --on 2025-06-05
...
  Not claimed, and what --claim NUMBER would save
...
    9903.01.14  originating under the USMCA                                none       2,500.00
                --claim usmca
...
    9903.01.12  informational materials                                    none       2,500.00
...

$ impost duty 9503.00.00.73 CA 10000 --on 2025-06-05 --fact usmca=no --fact 9903.01.12=no | sed -n '/Not claimed/,/^$/p'
  Not claimed, and what --claim NUMBER would save
    9903.01.13  energy and critical minerals                               10%        1,500.00
    9903.01.15  potash                                                     10%        1,500.00
    9903.01.11  donations                                                  none       2,500.00

# A heading is not offered where another speaks for the line that claims it: generic goods come before an agreement on prices, and whether
# these are generic is asked first. Of patented goods it is offered.
$ impost duty 3004.90.9201 IN 10000 --on 2026-09-29 | grep -cE "Not claimed|9903.04.6[4-9]"
0
? 1

$ impost duty 3004.90.9201 IN 10000 --on 2026-09-29 --fact patented=yes | sed -n '/Not claimed/,/^$/p'
  Not claimed, and what --claim NUMBER would save
    9903.04.64  plan to make it in the United States             20%                  8,000.00
    9903.04.65  such a plan and an agreement on prices           free                10,000.00
    9903.04.66  specific uses                                    free                10,000.00
    9903.04.68  dosage form with an American active ingredient   none                10,000.00
    9903.04.69  articles of note 40(i)                           none                10,000.00
    9903.04.70  clinical trials, research, not for trade         none                10,000.00

$ impost duty 3004.90.9201 IN 10000 --on 2026-09-29 --fact patented=yes --claim 9903.04.67 | sed -n '/Not claimed/,/^$/p'

# A range says which of its ends the rows are; what lies in two parts is a fact that decides.
$ impost duty 7318.15.20 DE 60000 --on 2025-08-20 --claim 9802.00.40 --fact processing=1000 --fact content.steel=22000
...
    9903.81.90  Section 232 duty on steel, to 5 April 2026        50%                 ● 500.00
...
    duty, at least, USD                                                                 150.00
    duty, at most: the rows above, USD                                                  500.00
...
  What would decide
    processing.steel (steel in what was done abroad): 0 gives 150.00; 1000 gives 500.00
...

# A claim that stands in the place of a fact is not offered to who states the fact otherwise.
$ impost duty 8431.31.00.20 DE 10000 --on 2026-05-20 --fact weight.metal=60% | sed -n '/Not claimed/,/^$/p'
  Not claimed, and what --claim NUMBER would save
    9903.82.06  American metal                                             10%        1,500.00
    9903.82.13  parts for motorcycles made here                            free       2,500.00
    9903.82.01  no aluminum, steel or copper                               none       1,500.00
