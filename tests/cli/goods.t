# Finding numbers by word, and what is held of a number.
$ impost goods batteries --goods none --on 2026-06-30

  Headings
    8506            primary batteries
    8507            rechargeable batteries

  on 2026-06-30; labels of headings are words of this project

$ impost goods rechargeable battery --goods none --on 2026-06-30

  Headings
    8507            rechargeable batteries

  Lines of eight digits, and their general rate
    8507.10.00      3.5%
    8507.20.40      3.5%
    8507.20.80      3.5%
    8507.30.40      2.5%
    8507.30.80      2.5%
    8507.50.00      3.4%
    8507.60.00      3.4%
    8507.80.41      3.4%
    8507.80.82      3.4%
    8507.90.40      3.5%
    8507.90.80      3.4%

  on 2026-06-30; labels of headings are words of this project

# All words must fit; a beginning and a plural do.
$ impost goods "mens shirt knit" --goods none --on 2026-06-30 | head -n 4

  Headings
    6105            men's shirts, knit

# An everyday word for what the labels call otherwise.
$ impost goods phones --goods none --on 2026-06-30

  Headings
    8517            telephones, smartphones, network equipment

  Lines of eight digits, and their general rate
    8517.11.00      Free
    8517.13.00      Free
    8517.14.00      Free
    8517.18.00      Free
    8517.61.00      Free
    8517.62.00      Free
    8517.69.00      Free
    8517.71.00      Free
    8517.79.00      Free

  on 2026-06-30; labels of headings are words of this project

$ impost goods gewgaws --goods none --on 2026-06-30

  nothing is held for "gewgaws"; search another word for the goods, or a number of 2 to 10
  digits

  on 2026-06-30; labels of headings are words of this project

$ impost goods 4202.92 --goods none --on 2025-11-12

  4202.92  trunks, suitcases, handbags, cases

  Lines of eight digits, and their general rate
    4202.92.04      7%
    4202.92.08      7%
    4202.92.10      3.4%
    4202.92.15      6.3%
    4202.92.20      5.7%
    4202.92.31      17.6%
    4202.92.33      17.6%
    4202.92.39      17.6%
    4202.92.45      20%
    4202.92.50      4.2%
    4202.92.60      6.3%
    4202.92.91      17.6%
    4202.92.93      17.6%
    4202.92.94      17.6%
    4202.92.97      17.6%

  on 2025-11-12; labels of headings are words of this project

$ impost goods 8507.60.00 --goods none --on 2025-11-12 | head -n 14

  8507.60.00  rechargeable batteries
    general     3.4%
    special     Free A,AU,B,BH,C,CL,CO,D,E,IL,JO,KR,MA,OM,P,PA,PE,S,SG
    column 2    40%
    units       No,kg

  Ten-digit numbers
    8507.60.00.10   valid in every edition held
    8507.60.00.20   until 2026-01-30, its goods went to 8507.60.00.30, 8507.60.00.90
    8507.60.00.30   from 2026-01-30, not valid on the day, holds goods of 8507.60.00.20
    8507.60.00.90   from 2026-01-30, not valid on the day, holds goods of 8507.60.00.20

  Lists of law that name it

$ impost goods 8507600020 --goods none --on 2026-03-01 | grep -A3 "Ten-digit"
  Ten-digit numbers
    8507.60.00.20   until 2026-01-30, not valid on the day, its goods went to 8507.60.00.30,
                    8507.60.00.90

$ impost goods 4202.92.31 --goods none --on 2025-11-12 | grep us.301
    us.301.cn.list-3             on it  (us/lists/us-301-cn-3.list:355)
    us.301.cn.vvv.iii            on it, but only 20, in part: note 20(vvv)(iii)(29)
                                 (us/lists/us-301-cn-exclusions.list:99)

$ impost goods 95 --goods none --on 2026-06-30

  Headings
    9503            toys, dolls, puzzles, scale models
    9504            video games, casino and table games
    9505            festive and carnival articles
    9506            sports and exercise equipment
    9507            fishing rods and tackle
    9508            carnival rides, circus equipment

  on 2026-06-30; labels of headings are words of this project

$ impost goods zebra --goods none --on 2026-06-30

  nothing is held for "zebra"; search another word for the goods, or a number of 2 to 10
  digits

  on 2026-06-30; labels of headings are words of this project

$ impost goods 8507.60.00.21 --goods none --on 2026-06-30

  8507.60.00  rechargeable batteries
    general     3.4%
    special     Free A,AU,B,BH,C,CL,CO,D,E,IL,JO,KR,MA,OM,P,PA,PE,S,SG
    column 2    40%
    units       No,kg

  no edition held has 8507.60.00.21; did you mean 8507.60.00.30, 8507.60.00.10, 8507.60.00.90, 8507.60.00, 8507.60.00.20?

  on 2026-06-30; labels of headings are words of this project

$ impost goods 9503 --goods none --on 2025-11-12 --json
{
  "schema": "impost.goods/1",
  "law": "DIGEST",
  "on": "2025-11-12",
  "asked": "9503",
  "code": "9503",
  "heading": "toys, dolls, puzzles, scale models",
  "edition": null,
  "headings": [],
  "headings_found": 0,
  "lines": [
    {"code": "9503.00.00", "from": null, "until": null, "in_force": true, "units": "No", "general": "Free", "special": null, "column2": "70%", "description": null}
  ],
  "numbers": [],
  "lists": [],
  "descriptions": [],
  "suggestion": null
}

# A file of descriptions that is not there.
$ impost goods toys --goods missing.tsv
impost: There are no descriptions on this machine (missing.tsv).
  next: Import an edition: impost import hts FILE.
? 5

$ impost goods
impost: goods wants words, or a number of 2 to 10 digits
  next: impost help goods
? 2

$ impost goods toys --goods none -O csv --on 2026-06-30
impost: there is no form "csv"; there are text, json, jsonl
  next: impost help goods
? 2

# Descriptions of an imported edition stand beside the numbers, and are searched.
$ impost goods wugs --goods $ROOT/tests/source/goods.tsv --on 2026-06-30

  Descriptions of the edition 2030 revision 3
    0101.30.00.00   Spotted wugs
    0101            Wugs, tame or wild:
    0101.21.00      Of the hills

  on 2026-06-30; labels of headings are words of this project

$ impost goods 0101 --goods $ROOT/tests/source/goods.tsv --on 2026-06-30 | head -n 6

  0101  horses, asses, mules, live

  Lines of eight digits, and their general rate
    0101.21.00      Free            Of the hills
    0101.29.00      Free

# The forms of an ending are those that are made here.
$ impost goods toys -o toys.pdf --on 2026-06-30
impost: -o toys.pdf: no such form is made here; there are text|json|jsonl
  next: impost help goods
? 2
