# What a code is called: the words of an imported edition, else the label of its heading. docs/import.md. The edition is of
# goods that are nowhere.
$ cp "$IMPOST_LAW"/../tests/source/editions/basic.json . && mkdir empty mine && impost import hts basic.json --date 2030-01-01 --name "2030 basic" --law empty --goods mine/goods.tsv >made.txt

$ impost duty 8507600010 CN 10000 --on 2025-11-12 --goods mine/goods.tsv | head -n 5

  A RANGE                     8507.60.00.10 of China, entered 2025-11-12, value 10,000.00 USD
                              … for lightning > Of blue glass > Of a kind used in carriages

    ──────────────────────────────────────────────────────────────────────────────────────────

$ impost why 8507600010 CN 10000 --on 2025-11-12 --goods mine/goods.tsv | head -n 5

  A RANGE                     8507.60.00.10 of China, entered 2025-11-12, value 10,000.00 USD
                              … for lightning > Of blue glass > Of a kind used in carriages

    9903.91.01  Section 301 duty on China, four-year review  2,500.00

$ impost ask 8507.60.00.10 CN 10000 --on 2025-11-12 --goods mine/goods.tsv | head -n 4

  8507.60.00.10 of China, entered 2025-11-12, value 10,000.00 USD: duty 4,840.00 to 6,340.00
  Storage jars for lightning > Of blue glass > Of a kind used in carriages

$ impost timeline 8507.60.00 CN --from 2025-01-01 --to 2025-02-01 --goods mine/goods.tsv | head -n 4

  TIMELINE                    8507.60.00 from China, duty in percent of a value of 10,000.00
                              Storage jars for lightning > Of blue glass

$ impost measures 8507.60.00 CN --on 2025-11-12 --goods mine/goods.tsv | head -n 5

  Storage jars for lightning > Of blue glass

  us.122
    Section 122 surcharge

# A sentence has the label and the number's own words; "Other" says nothing by itself.
$ impost say 8507.60.00.10 CN 10000 --on 2025-11-12 --goods mine/goods.tsv | cut -c1-80
Goods of tariff number 8507.60.00.10 (rechargeable batteries: Of a kind used in 

$ impost say 8507.60.00.20 CN 10000 --on 2025-11-12 --goods mine/goods.tsv | cut -c1-80
Goods of tariff number 8507.60.00.20 (rechargeable batteries) from China worth $

# The file of the data folder needs no option; without any the labels serve.
$ mkdir impost && cp mine/goods.tsv impost && XDG_DATA_HOME=$PWD impost duty 8507600010 CN 10000 --on 2025-11-12 | head -n 4

  A RANGE                     8507.60.00.10 of China, entered 2025-11-12, value 10,000.00 USD
                              … for lightning > Of blue glass > Of a kind used in carriages

$ XDG_DATA_HOME=$PWD impost duty 8507600010 CN 10000 --on 2025-11-12 --goods none | head -n 4

  A RANGE                     8507.60.00.10 of China, entered 2025-11-12, value 10,000.00 USD
                              rechargeable batteries

$ impost duty 8507600010 CN 10000 --on 2025-11-12 | head -n 4

  A RANGE                     8507.60.00.10 of China, entered 2025-11-12, value 10,000.00 USD
                              rechargeable batteries

# A file that is named must be there.
$ impost duty 8507600010 CN 10000 --on 2025-11-12 --goods nowhere.tsv
impost: There are no descriptions on this machine (nowhere.tsv).
  next: Import an edition: impost import hts FILE.
? 5

# A number the edition does not hold is called as its line is; a line it does not hold by the label.
$ impost measures 8507.60.00.90 CN --on 2026-06-01 --goods mine/goods.tsv | head -n 2

  Storage jars for lightning > Of blue glass

$ impost measures 4202.92.31 CN --on 2026-06-01 --goods mine/goods.tsv | head -n 2

  trunks, suitcases, handbags, cases

# Another place's schedule is not that of the edition.
$ impost duty 8507600010 US 10000 --on 2025-11-12 --into CN --goods mine/goods.tsv | head -n 4

  DUTY 1,000.00               8507.60.00.10 of United States into China, entered 2025-11-12,
                              value 10,000.00 in the money stated
                              rechargeable batteries

# One line, of which the end is kept.
$ impost ask 8507600010 CN 10000 --on 2025-11-12 --goods mine/goods.tsv --width 50 --ascii | sed -n '2,5p'
  8507.60.00.10 of China, entered 2025-11-12,
  value 10,000.00 USD: duty 4,840.00 to 6,340.00
  ... blue glass > Of a kind used in carriages

# For programs, whole; the lines of a file are not described.
$ for v in duty why ask say; do impost $v 8507600010 CN 10000 --on 2025-11-12 --goods mine/goods.tsv --json | grep description; done
      "description": "Storage jars for lightning > Of blue glass > Of a kind used in carriages",
      "description": "Storage jars for lightning > Of blue glass > Of a kind used in carriages",
  "description": "Storage jars for lightning > Of blue glass > Of a kind used in carriages",
  "description": "Storage jars for lightning > Of blue glass > Of a kind used in carriages",

$ for v in timeline measures; do impost $v 8507600010 CN --goods mine/goods.tsv --json | grep '"description"'; done
  "description": "Storage jars for lightning > Of blue glass > Of a kind used in carriages",
  "description": "Storage jars for lightning > Of blue glass > Of a kind used in carriages",

$ printf 'code,from,value,on\n8507600010,CN,10000,2025-11-12\n' > one.csv && impost duty one.csv --goods mine/goods.tsv --json | grep description
      "description": null,

$ impost why one.csv --line 1 --goods mine/goods.tsv | head -n 3

  A RANGE                     8507.60.00.10 of China, entered 2025-11-12, value 10,000.00 USD
                              … for lightning > Of blue glass > Of a kind used in carriages

# One line of a file says what its code is called, as one that was typed does.
$ printf 'code,from,on,value\n4202.92.31.31,CN,2025-11-12,10000\n9503.00.0073,CN,2025-11-12,1000\n' > two.csv

$ for verb in duty why; do impost $verb two.csv --line 2 | sed -n 2,3p; done
  DUTY 200.00                 9503.00.00.73 of China, entered 2025-11-12, value 1,000.00 USD
                              toys, dolls, puzzles, scale models
  DUTY 200.00                 9503.00.00.73 of China, entered 2025-11-12, value 1,000.00 USD
                              toys, dolls, puzzles, scale models
