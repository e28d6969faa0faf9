# What an answer rests on that is not law: the answers picked, and those that go along because their questions follow.

# One line, of which a measure follows: the page names both, and so does the JSON.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=approved | tail -n 2
  law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected · if
  us-cn.framework=approved, and with it us-cn.rare-earth-delay=put off, us-cn.truce=extended

$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=rejected --json | sed -n '/"picked"/,/"lines"/p'
  "picked": {
    "us-cn.framework": "rejected"
  },
  "with_it": {
    "us-cn.rare-earth-delay": "kept",
    "us-cn.truce": "lapsed"
  },
  "lines": [

# Both picked: nothing comes along that was picked otherwise.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=approved --if us-cn.truce=lapsed | sed -n '2p;$p'
  DUTY 9,660.00               4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
  us-cn.framework=approved, us-cn.truce=lapsed, and with it us-cn.rare-earth-delay=put off

# The one that follows picked alone: it brings nothing, and the other stays open.
$ impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.truce=extended | sed -n '2p;$p'
  TWO ANSWERS                 4202.92.31.31 of China, entered 2025-11-12, value 10,000.00 USD
  us-cn.truce=extended

# A file, batch or plainly: its outcomes are named by the question that leads, and what goes with it stands below.
$ impost duty $ROOT/examples/entries.csv --known 2025-10-26 | grep "goes with it"
    goes with it              us-cn.truce (extended if approved, lapsed if rejected)

$ impost duty $ROOT/examples/entries.csv --known 2025-10-26 --plain --by month | grep "goes with it"
    goes with it              us-cn.truce (extended if approved, lapsed if rejected)

$ impost duty $ROOT/examples/entries.csv --known 2025-10-26 --if us-cn.truce=lapsed | grep -c "goes with it"
0
? 1

# Only said to be approved: without an answer in law the truce lapses.
$ impost duty $ROOT/examples/entries.csv --known 2025-10-31 | grep -A 1 "goes with it"
    goes with it              us-cn.truce (extended if approved, lapsed if the law stands)
    ranges        1 of 12 lines

# A licence, a timeline and what is to come.
$ impost licence "holmium oxide" --out-of CN --into US --on 2025-11-20 --known 2025-10-27 --if us-cn.framework=approved | tail -n 3
  law DIGEST · known 2025-10-27 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected · if us-cn.framework=approved, and with it us-cn.rare-earth-delay=put off,
  us-cn.truce=extended

$ impost licence "holmium oxide" --out-of CN --into US --on 2025-11-20 --known 2025-10-27 --if us-cn.framework=approved --json | grep -A 6 '"picked"'
  "picked": {
    "us-cn.framework": "approved"
  },
  "with_it": {
    "us-cn.rare-earth-delay": "put off",
    "us-cn.truce": "extended"
  },

$ impost ask 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=approved --json | grep -A 6 '"picked"'
  "picked": {
    "us-cn.framework": "approved"
  },
  "with_it": {
    "us-cn.rare-earth-delay": "put off",
    "us-cn.truce": "extended"
  },

$ impost timeline 4202.92.31.31 CN --known 2025-10-26 --from 2025-11-09 --to 2025-11-12 --if us-cn.framework=approved --json | grep -A 6 '"picked"'
  "picked": {
    "us-cn.framework": "approved"
  },
  "with_it": {
    "us-cn.rare-earth-delay": "put off",
    "us-cn.truce": "extended"
  },

# Text in force and what stands there because of a pick are not the same.
$ impost upcoming --known 2025-10-27 --within 15 --side US --kind measure --goods 9503.00.00.73 --if us-cn.framework=approved | grep -A 3 "heading 9903.01.63"
    US  Reciprocal duty, heading 9903.01.63
      ○ as picked: stays suspended until 2026-11-10
          The two delegations report a consensus, the truce to be extended; known 2025-10-26
      ○ if us-cn.truce=lapsed: suspended until 2025-11-10 becomes 34%

$ impost upcoming --known 2025-10-27 --within 15 --side US --kind measure --goods 9503.00.00.73 --if us-cn.framework=approved --json | grep -o '"as_picked": [a-z]*' | sort | uniq -c
     14 "as_picked": false
      1 "as_picked": true

$ impost upcoming --known 2025-10-27 --within 400 --json | grep -c '"as_picked": true'
0
? 1

# A sentence names every answer it rests on, also beside a question that is still open.
$ impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.truce=extended | grep -o "assuming.*, would owe .* in import duty"
assuming that the question "Does the tariff truce outlast 10 November 2025?" is answered "extended", would owe $7,260.00 in import duty

# The two sides of a difference.
$ impost diff 4202.92.31.31 CN 10000 --known 2025-10-26 --on 2025-11-02 --if us-cn.framework=approved --against us-cn.framework=rejected --json | grep -A 3 with_it
    "with_it": {
      "us-cn.rare-earth-delay": "put off",
      "us-cn.truce": "extended"
    }
--
    "with_it": {
      "us-cn.rare-earth-delay": "kept",
      "us-cn.truce": "lapsed"
    }

# An answer that cannot be picked on that day is refused before anything is written, by the batch as plainly.
$ impost duty $ROOT/examples/entries.csv --known 2025-11-11 --if us-cn.framework=rejected -O csv
impost: us-cn.framework cannot be rejected: it was closed as approved on the known day; its outcomes: approved
  next: pick one of its outcomes, or another --known
? 2

$ impost duty $ROOT/examples/entries.csv --known 2025-11-11 --if us-cn.framework=rejected -O csv --plain
impost: us-cn.framework cannot be rejected: it was closed as approved on the known day; its outcomes: approved
  next: pick one of its outcomes, or another --known
? 2

# Only said to be approved: the other answer is that none comes in law.
$ impost licence "holmium oxide" --out-of CN --into US --on 2025-11-20 --known 2025-10-31 | grep "  if us"
    if us-cn.framework is approved, and with it us-cn.rare-earth-delay is put off
    if us-cn.framework gets no answer in law, and with it us-cn.rare-earth-delay is kept
