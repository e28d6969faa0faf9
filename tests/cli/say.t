# One sentence for a reporter.

$ impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2026-10-01
Goods of tariff number 4202.92.31.31 (trunks, suitcases, handbags, cases) from China worth $10,000 that entered the United States on 12 November 2025 owed $6,260.00 in import duty (62.6% of their value), by the law as it could be known on 1 October 2026: $2,500.00 of Section 301 duty on China, list 3 (84 FR 20459), $1,000.00 of fentanyl duty on China and Hong Kong (Executive Order 14357; since held void), $1,000.00 of reciprocal duty (90 FR 15041; since held void) and $1,760.00 of ordinary customs duty (Harmonized Tariff Schedule of the United States); $2,000.00 of it rests on law since held void; fees and anti-dumping duty are not counted.

$ impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2026-10-01 --basis legal
Goods of tariff number 4202.92.31.31 (trunks, suitcases, handbags, cases) from China worth $10,000 that entered the United States on 12 November 2025 owed $4,260.00 in import duty (42.6% of their value), by the law as it could be known on 1 October 2026, leaving out duties held void: $2,500.00 of Section 301 duty on China, list 3 (84 FR 20459) and $1,760.00 of ordinary customs duty (Harmonized Tariff Schedule of the United States); fees and anti-dumping duty are not counted.

# Before it was settled: both outcomes, and what was only said is called that.
$ impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26
Goods of tariff number 4202.92.31.31 (trunks, suitcases, handbags, cases) from China worth $10,000 entering the United States on 12 November 2025, by the law as it could be known on 26 October 2025, would owe $7,260.00 in import duty (72.6% of their value) if the question "Do the two presidents approve the framework of Kuala Lumpur?" is answered "approved", as announced but not made law, or $19,660.00 (196.6%) if it is answered "rejected", as announced but not made law; which of them was not settled on that day; counted with it: us-cn.truce (extended if approved, lapsed if rejected); the law behind it: Section 301 duty on China, list 3 (84 FR 20459), fentanyl duty on China and Hong Kong (90 FR 11463), reciprocal duty (90 FR 15041), ordinary customs duty (Harmonized Tariff Schedule of the United States), reciprocal duty (Executive Order 14298), additional duty of 100% on all goods of China (The President writes: 100% on China from 1 November); fees and anti-dumping duty are not counted.

$ impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=rejected
Goods of tariff number 4202.92.31.31 (trunks, suitcases, handbags, cases) from China worth $10,000 entering the United States on 12 November 2025 would owe $19,660.00 in import duty (196.6% of their value), by the law as it could be known on 26 October 2025, assuming that the question "Do the two presidents approve the framework of Kuala Lumpur?" is answered "rejected" (and with it "Does the tariff truce outlast 10 November 2025?" "lapsed"), counting what was announced but not made law: $2,500.00 of Section 301 duty on China, list 3 (84 FR 20459), $2,000.00 of fentanyl duty on China and Hong Kong (90 FR 11463), $3,400.00 of reciprocal duty (Executive Order 14298), $10,000.00 of additional duty of 100% on all goods of China (The President writes: 100% on China from 1 November) and $1,760.00 of ordinary customs duty (Harmonized Tariff Schedule of the United States); fees and anti-dumping duty are not counted.

$ impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-31
Goods of tariff number 4202.92.31.31 (trunks, suitcases, handbags, cases) from China worth $10,000 entering the United States on 12 November 2025, by the law as it could be known on 31 October 2025, would owe $6,260.00 in import duty (62.6% of their value) if the question "Do the two presidents approve the framework of Kuala Lumpur?" is answered "approved", as announced but not made law, or $9,660.00 (96.6%) if it gets no answer in law; which of them was not settled on that day; counted with it: us-cn.truce (extended if approved, lapsed if the law stands); the law behind it: Section 301 duty on China, list 3 (84 FR 20459), fentanyl duty on China and Hong Kong (The two presidents agree), reciprocal duty (90 FR 15041), ordinary customs duty (Harmonized Tariff Schedule of the United States), fentanyl duty on China and Hong Kong (90 FR 11463), reciprocal duty (Executive Order 14298); fees and anti-dumping duty are not counted.

# Nothing is due; nothing can be said.
$ impost say 9503.00.00.73 CN 10000 --on 2025-01-12 --known 2025-01-12
Goods of tariff number 9503.00.00.73 (toys, dolls, puzzles, scale models) from China worth $10,000 that entered the United States on 12 January 2025 owed nothing in import duty, by the law as it could be known on 12 January 2025; fees and anti-dumping duty are not counted.

$ impost say 8507.60.00.20 CN 1000 --on 2026-02-10 --known 2026-02-10
No duty can be given for goods of tariff number 8507.60.00.20 (rechargeable batteries) from China worth $1,000 entering the United States on 10 February 2026, by the law as it could be known on 10 February 2026: 8507.60.00.20 ended on 30 January 2026.
? 3

# After the day through which the sources were read.
$ impost say 9503.00.00.73 KR 10000 --on 2027-01-12 --known 2026-10-01
Goods of tariff number 9503.00.00.73 (toys, dolls, puzzles, scale models) from South Korea worth $10,000 entering the United States on 12 January 2027 would owe $1,250.00 in import duty (12.5% of their value), by the law as it could be known on 1 October 2026: Section 301 duty, forced labour (91 FR 47318); law made after 9 November 2026 has not been read; fees and anti-dumping duty are not counted.

# The same for a program; a width wraps.
$ impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2026-10-01 --json | grep -v '"law"'
{
  "schema": "impost.say/1",
  "horizon": "2026-11-09",
  "read_through": "2026-11-09",
  "known": "2026-10-01",
  "basis": "collected",
  "code": "4202.92.31.31",
  "description": "trunks, suitcases, handbags, cases",
  "from": "CN",
  "on": "2025-11-12",
  "value": "10000.00",
  "status": "ok",
  "reason": null,
  "additional": false,
  "sentence": "Goods of tariff number 4202.92.31.31 (trunks, suitcases, handbags, cases) from China worth $10,000 that entered the United States on 12 November 2025 owed $6,260.00 in import duty (62.6% of their value), by the law as it could be known on 1 October 2026: $2,500.00 of Section 301 duty on China, list 3 (84 FR 20459), $1,000.00 of fentanyl duty on China and Hong Kong (Executive Order 14357; since held void), $1,000.00 of reciprocal duty (90 FR 15041; since held void) and $1,760.00 of ordinary customs duty (Harmonized Tariff Schedule of the United States); $2,000.00 of it rests on law since held void; fees and anti-dumping duty are not counted.",
  "bills": [
    {
      "if": {},
      "prohibited": false,
      "low": "6260.00",
      "high": "6260.00",
      "void": "2000.00",
      "void_low": "2000.00",
      "void_high": "2000.00",
      "rows": [{"title": "Section 301 duty on China, list 3", "amount": "2500.00", "act": "us.fr.84-20459", "act_title": "List 3: 25%", "cite": "84 FR 20459", "mark": null, "void": false}, {"title": "Fentanyl duty on China and Hong Kong", "amount": "1000.00", "act": "us.eo.14357", "act_title": "China and Hong Kong: back to 10%", "cite": null, "mark": null, "void": true}, {"title": "Reciprocal duty", "amount": "1000.00", "act": "us.eo.14257", "act_title": "Reciprocal duty", "cite": "90 FR 15041", "mark": null, "void": true}, {"title": "Ordinary customs duty", "amount": "1760.00", "act": "us.htsus", "act_title": "Harmonized Tariff Schedule of the United States", "cite": null, "mark": null, "void": false}]
    }
  ]
}

$ impost say 9503.00.00.73 CN 10000 --on 2025-01-12 --known 2025-01-12 --width 60
Goods of tariff number 9503.00.00.73 (toys, dolls,
puzzles, scale models) from China worth $10,000 that
entered the United States on 12 January 2025 owed nothing
in import duty, by the law as it could be known on 12
January 2025; fees and anti-dumping duty are not counted.

$ impost say 4202.92.31.31 CN 10000 -O csv
impost: there is no form "csv"; there are text, json, jsonl
  next: impost help say
? 2

# It is of one line: no file is offered.
$ impost say
impost: say wants CODE FROM VALUE
  next: impost help say
? 2

$ impost say lines.csv
impost: say is of one line and wants CODE FROM VALUE, not "lines.csv" alone
  next: impost help say
? 2
