# What the law asks: its facts, and its questions as they stood on a day.

$ impost help facts | grep -A3 "^  loaded,"
  loaded, day
      asks        laden on the vessel, or in transit on the last mode before entry
      presumed    not on the way
      written     --fact loaded=2025-04-04

$ impost help facts | grep -A1 "^  mode,"
  mode, one word: ocean, air, truck, rail, post, other
      written     --fact mode=ocean

$ impost help outcomes --known 2025-10-26
Questions of the law, as they stood on 2025-10-26. --if QUESTION=ANSWER picks.

  cn.longer-truce, not raised
      asks        Does China publish the extension to 10 January 2027?
      answers     published, lapsed
      due         2026-11-10

  us-cn.fentanyl, open
      asks        Does China do more against fentanyl precursors?
      answers     more, no more

  us-cn.fentanyl-cause, open
      asks        Does the fentanyl crisis come from China?
      answers     yes, no

  us-cn.framework, open
      asks        Do the two presidents approve the framework of Kuala Lumpur?
      answers     approved, rejected
      due         2025-10-30

  us-cn.general-licences, not raised
      asks        Do general licences replace the control of April 2025, or come on top of it?
      answers     replace, on top

  us-cn.rare-earth-delay, open
      asks        Does China put off the controls of 9 October?
      answers     put off, kept
      due         2025-11-08

  us-cn.ship-fees, open
      asks        Are the ship fees lifted?
      answers     both, one, neither

  us-cn.software, open
      asks        Does the United States control the export of all critical software from 1 November 2025?
      answers     imposed, dropped
      due         2025-11-01

  us-cn.soybeans, open
      asks        Does China buy soybeans of the United States again?
      answers     bought, not bought

  us-cn.taiwan, open
      asks        Taiwan

  us-cn.tariff-100, open
      asks        Is the 100% duty of 1 November dropped?
      answers     dropped, imposed
      due         2025-11-01

  us-cn.tiktok, open
      asks        Does TikTok's business in the United States pass to a company led by Americans?
      answers     passed, banned
      due         2026-01-23

  us-cn.tiktok-terms, open
      asks        Are the terms for TikTok settled?
      answers     settled, open

  us-cn.truce, open
      asks        Does the tariff truce outlast 10 November 2025?
      answers     extended, lapsed
      due         2025-11-10

  us.122-at-15, not raised
      asks        Is the surcharge raised to 15%?
      answers     stays, raised

  us.301-drones, not raised
      asks        Does a drone that pays Section 232 also pay the Section 301 duties on forced labour and on Brazil?
      answers     spared, due

  us.longer-truce, not raised
      asks        Does the United States publish the extension to 10 January 2027?
      answers     published, lapsed
      due         2026-11-10

$ impost help questions --known 2025-11-12 | grep "^  us-cn.framework"
  us-cn.framework, closed as approved by us.eo.14358

# Every verb stands in one column.
$ impost help | grep -A1 "impost import"
  impost import hts FILE | hts --replay LIST
                                            a further official edition of the schedule into the tables

# An answer that goes to a file leaves one line about it.
$ cat > two.csv
< code,from,value,on
< 9503.00.0073,CN,100,2025-11-12
< 9503.00.007,CN,100,2025-11-12

$ impost duty two.csv -o two-answers.csv
impost: 2 lines, 1 refused, written to two-answers.csv

  Total of all lines
    USD           duty 20.00; fees 0.00 to 0.13 and 1 more not computed; of it on law since
                  held void 20.00
    left out      1 refused of 2 lines: not in these totals
    refused       1 refuse.code

    lines         2, 1 refused

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3

# The next step has one spelling everywhere.
$ cp -r "$IMPOST_LAW" law-copy

$ echo nonsense >> law-copy/us/us.law

$ impost check parse --law law-copy | grep next
  next: Known: jurisdiction act list question measure control fee pledge table facts voices talks meeting items parties places goods.
