# Countries by code, number and name, and the dated lists they are on.

$ impost places china --on 2025-11-12 | grep -v lists

  China
    ISO           CN, CHN
    Census        5700
    also          PRC, P.R. China, People's Republic of China, Mainland China, China, People's
                  Republic of
    duty column   column 1

  1 place, on 2025-11-12

$ impost places 5700 --on 2025-11-12 | head -n 3

  China
    ISO           CN, CHN

# Norway's code is NO.
$ impost places NO --on 2025-11-12 | head -n 4

  Norway
    ISO           NO, NOR
    Census        4039

$ impost places eu --on 2020-01-31 | grep GB
    GB  GBR  4120  United Kingdom

$ impost places eu --on 2020-02-01 | grep GB
    GB  GBR  4120  United Kingdom                       not that day

$ impost places us.column-2 --on 2022-04-09

    BY  BLR  4622  Belarus                              column 2
    CU  CUB  2390  Cuba                                 column 2
    KP  PRK  5790  North Korea                          column 2
    RU  RUS  4621  Russia                               column 2

  4 places named by the list us.column-2, on 2022-04-09

$ impost places RU --on 2022-04-08 | grep column
    duty column   column 1
    other days    us.column-2

$ impost places guinea | grep Census
    Census        7460

$ impost places Koria --on 2025-11-12

  no place has that code or name; did you mean KR (South Korea), SY (Syria)?

  0 places, on 2025-11-12

$ impost places | tail -n 1 | cut -c1-12
  239 places

$ impost places KR --on 2025-11-12 --json | grep -o '"iso2".*"column2": false'
"iso2": "KR", "iso3": "KOR", "census": "5800", "name": "South Korea", "others": "Korea;Republic of Korea;ROK;Korea, South;Korea, Republic of;S. Korea", "column2": false

$ impost places KR -O tsv
impost: there is no form "tsv"; there are text, json, jsonl
  next: impost help places
? 2
