# What was told, as it was read and what became of it: codes of transport, parts of the value, facts that change
# nothing, claims that only some goods can make; and what of a range rests on void law.

# Codes of customs forms for the mode of transport, on the command line and in a file.
$ impost duty 9503.00.00.73 DE 10000 --on 2026-05-20 --fact mode=10 | grep HMF
    HMF           12.50   0.125%, on 10,000.00

$ impost duty 9503.00.00.73 DE 10000 --on 2026-05-20 --fact mode=30 | grep -c HMF
0
? 1

$ printf 'code,from,on,value,mot\n9503000073,DE,2026-05-20,10000,11\n9503000073,DE,2026-05-20,10000,20\n9503000073,DE,2026-05-20,10000,21\n9503000073,DE,2026-05-20,10000,30\n9503000073,DE,2026-05-20,10000,40\n9503000073,DE,2026-05-20,10000,50\n9503000073,DE,2026-05-20,10000,70\n9503000073,DE,2026-05-20,10000,99\n' | impost duty - | sed -n '11,14p'
       8  9503.00.00.73 DE   2026-05-20        10,000.00         REFUSED
          "99" is no value of the fact mode
          next: mode is ocean, air, truck, rail, post or other
          fees: HMF 12.50, MPF 242.48; without 1 refused line

# 60 is sixty dollars; and a fact no law of the line asks for is not swallowed.
$ impost duty 8431.31.00.20 DE 10000 --on 2025-04-12 --fact content.steel=60 | grep told
    told content.steel: 60.00 of 10,000.00 (0.6%)

$ impost duty 9503.00.00.73 DE 10000 --on 2026-05-20 --fact content.steel=60% --fact mode=air | grep told
    told content.steel: 6,000.00 of 10,000.00 (60.0%)
    told content.steel: it changes nothing on this line

# A wire is no potash: nobody is told to claim that it is, and who claims it reads what it means.
$ impost duty 8544.42.90.90 MX 7000 --on 2025-10-15 | grep -A3 next:
    next: not encoded yet; if the goods fit it, take them out with --claim usmca (originating
          under the USMCA) or --claim 9903.01.02 (donations) or --claim 9903.01.03
          (informational materials)
          refuse.not-encoded

$ impost duty 8544.42.90.90 MX 7000 --on 2025-10-15 --claim 9903.01.05 | grep -A1 '^  Notes'
  Notes
    claimed 9903.01.05: true only of what the heading holds: potash

# Of a range the part on void law and the duty without it are ranges too.
$ impost duty 8507.60.00.20 CN 10000 --on 2025-12-15 | grep -E 'at least|at most|legal'
    duty, at least, USD                                                               3,090.00
    duty, at most: the rows above, USD                                                4,590.00
    on law since held void, at least                                                  1,000.00
    on law since held void, at most                                                   2,000.00
    duty with --basis legal, at least                                                 1,090.00
    duty with --basis legal, at most                                                  3,590.00
    MPF           34.64   0.3464% at least $33.58 at most $651.50, on 10,000.00; 90 FR 34665

$ impost say 8507.60.00.20 CN 10000 --on 2025-12-15 | grep -o 'between .1,000.* void;'
between $1,000.00 and $2,000.00 of it rests on law since held void;

$ impost duty 8507.60.00.20 CN 10000 --on 2025-12-15 --json | grep -E '"(void|legal)(_low|_high)?": ("|null)'
          "void": null,
          "legal": null,
          "void_low": "1000.00",
          "void_high": "2000.00",
          "legal_low": "1090.00",
          "legal_high": "3590.00",
      "void": null

# A sentence does not leave out what the bill says of the law it rests on.
$ impost say 9503.00.00.73 DE 10000 --on 2026-05-20 | grep -o '91 FR 9339.*open)'
91 FR 9339; held unlawful on 7 May 2026, stayed: the appeal is open)

# A fee that one line hides: the reason, and the sum of the others.
$ printf 'code,from,on,value,mode\n9503000073,VN,2025-05-20,10000,ocean\n9503000073,BD,2025-05-20,10000,ocean\n' | impost duty - | sed -n '6,11p'
          fees: HMF 25.00, MPF not computed (not encoded: whether the place is a
          least-developed beneficiary of general note 4(b)(i))

  Total of all lines
    USD           duty 2,000.00; fees 25.00 and 1 more not computed; of it on law since held
                  void 2,000.00

# A postal duty rests on the same orders as the duties held void, and falls with them.
$ impost duty 6109.10.00.12 CN 600 --on 2025-06-15 --claim post-ad-valorem --fact shipment-value=600 | grep -E 'post-ad-valorem +Duty|void|legal'
    post-ad-valorem  Duty on postal items, in the place of all others †   54%         ● 324.00
    of which on law since held void                                                     324.00
    duty with --basis legal                                                               0.00
                  not certain: not re-read; void by the reason of the ruling on the IEEPA,
    ● law   ◐ suspended   † law since held void   · nothing charged

$ impost diff 6109.10.00.12 CN 600 --on 2025-06-15 --claim post-ad-valorem --basis collected..legal | grep -A3 '^    due'
    due                                    324.00           144.00          -180.00
      the high ends; before 324.00, after 0.00 to 144.00; each side by what makes it dearest,
      so facts not told may differ between them
      of it on law held void: before 324.00, after 0.00

# Whether aluminum of Russia owes the surcharge beside its own duty is not settled, and the bill says so.
$ impost duty 7606.12.30.91 RU 10000 --on 2026-03-10 | grep -A4 'How firm'
  How firm
    9903.03.01    not certain: held unlawful on 2026-05-07, stayed: the appeal is open
    9903.85.67    not certain: whether the surcharge is due beside it: the text of 9903.03.06
                  on this heading was not seen

# A parcel told to come by post, and no rate of the post claimed: which there are that day; goods by sea are not told.
$ impost duty 6109.10.00.12 CN 600 --on 2025-06-15 --fact mode=post | grep -A4 'Take note'
  Take note
    told mode=post: it has rates of its own, by claim, and none is claimed: --claim
    post-ad-valorem (worth $800 or less, of CN and HK: a rate of its own), --claim
    post-specific (worth $800 or less: dollars for each item)

$ impost duty 6109.10.00.12 VN 600 --on 2025-09-15 --fact mode=post | grep -A4 'Take note'
  Take note
    told mode=post: it has rates of its own, by claim, and none is claimed: --claim
    post-specific (worth $800 or less: dollars for each item), --claim post-ad-valorem

  Fees of the entry

$ impost duty 6109.10.00.12 CN 600 --on 2025-06-15 --fact mode=post --claim post-specific --fact shipment-value=600 | grep -c 'rates of its own'
0
? 1

$ impost duty 6109.10.00.12 CN 600 --on 2025-06-15 --fact mode=ocean | grep -c 'rates of its own'
0
? 1

# Keys of JSON lines that are not read are told as columns are.
$ echo '{"code":"9503.00.0073","from":"CN","on":"2025-11-12","value":"1000","steel content":"5","memo":"x"}' > keys.jsonl

$ impost duty keys.jsonl -O csv > answer.csv
impost: keys.jsonl: columns not read: "steel content" (did you mean content.steel?)
  next: name a column as the fact it holds; `impost help facts` says how each is written

$ impost ask keys.jsonl > answer
impost: keys.jsonl: columns not read: "steel content" (did you mean content.steel?)
  next: name a column as the fact it holds; `impost help facts` says how each is written
