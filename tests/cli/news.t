# Articles into statements.
$ cat > a.txt
< Bessent said China is expected to put off its rare earth permits by a year.
< "We have a solid framework for the leaders to look at on Thursday," Bessent told reporters.
< Beijing has not confirmed the deal.

$ impost read --published 2025-10-26 a.txt --ascii
1 article
  [1] a.txt, published 2025-10-26 (given)

Said by one side, not confirmed by the other

  United States
    cn-ree-licensing  China's announced licensing of rare earths: expected 1 year. China, which decides, says nothing
    framework-kl  The framework of Kuala Lumpur: agreed in framework. China has not confirmed

What is said of measures
  (hedged: told as likely, planned, discussed or agreed in outline, not as done; silent: nothing said of its own)

  cn-ree-licensing  China's announced licensing of rare earths
    United States: hedged; China: silent; the other side alone
    expected, 1 year: Scott Bessent [1]

  framework-kl  The framework of Kuala Lumpur
    United States: hedged; China: silent, has not confirmed; asserted by nobody
    agreed in framework, 2025-10-30: Scott Bessent [1]
    unconfirmed: China [1]

Confirmed by nobody who decides

  cn-ree-licensing: the other side alone
  framework-kl: asserted by nobody

Quotations

  Scott Bessent
    [1] We have a solid framework for the leaders to look at on Thursday, (reporters)

Reports, not law: no duty follows from any of this.

$ impost read --explain a.txt --ascii
1 article
  [1] a.txt, published unknown
      1 date could not be settled: say when it appeared, --published DATE
        "Thursday"

Said by one side, not confirmed by the other

  United States
    cn-ree-licensing  China's announced licensing of rare earths: expected 1 year. China, which decides, says nothing
    framework-kl  The framework of Kuala Lumpur: agreed in framework. China has not confirmed

What is said of measures
  (hedged: told as likely, planned, discussed or agreed in outline, not as done; silent: nothing said of its own)

  cn-ree-licensing  China's announced licensing of rare earths
    United States: hedged; China: silent; the other side alone
    expected, 1 year: Scott Bessent [1]
        [1] rule rare-earth.deferral, bytes 22..56: expected to put off its rare earth
            confidence 0.84: somebody named says it (+0.42), told as likely or possible (-0.26), a measure with a name of its own (+0.23)

  framework-kl  The framework of Kuala Lumpur
    United States: hedged; China: silent, has not confirmed; asserted by nobody
    agreed in framework, a day that cannot be settled: Scott Bessent [1]
        [1] rule framework.reached, bytes 80..102: have a solid framework
            confidence 0.83: it has no number (-0.48), somebody named says it (+0.42), in quotation marks (-0.37), a day is named, and it has none (-0.23)
    unconfirmed: China [1]
        [1] rule framework.unconfirmed, bytes 168..202: Beijing has not confirmed the deal
            confidence 0.87: it has no number (-0.48), somebody named says it (+0.42), a measure with a name of its own (+0.23), a short sentence (+0.22)

Confirmed by nobody who decides

  cn-ree-licensing: the other side alone
  framework-kl: asserted by nobody

Quotations

  Scott Bessent
    [1] We have a solid framework for the leaders to look at on Thursday, (reporters)

Reports, not law: no duty follows from any of this.

# How sure a reading is: what is hard to read is marked, told why, and can be left out.
$ cat > dense.txt
< Brazil sells coffee to the world. Washington imposed a 50% tariff on its goods in August; growers, shippers and roasters have asked for relief since.
< 
< The White House said on Monday that it will impose a 25% tariff on copper from Chile on December 1.

$ impost read --published 2025-11-18 --explain dense.txt --ascii | sed -n '/^What/,/^Confirmed/p'
What is said of measures
  (hedged: told as likely, planned, discussed or agreed in outline, not as done; silent: nothing said of its own)
  (uncertain: hard to read, look at the sentence; --explain says why, --sure leaves such readings out)

  us-tariff-50-br  Duty of United States, on Brazil
    United States: silent; Brazil: silent; outlets alone
    in force, 50%, 2025-08-01 on: outlet [1], uncertain
        [1] rule charge.in-force, bytes 45..78: imposed a 50% tariff on its goods
            confidence 0.59: a dash or a semicolon (-0.58), whom it hits is named in the sentence before (-0.53), it has its day (+0.25)

  us-tariff-25-copper-cl  Duty of United States, on Chile, copper
    United States: hedged; Chile: silent; who decides hedges
    announced, 25%, 2025-12-01 on: White House [1]
        [1] rule charge.announced, bytes 190..235: will impose a 25% tariff on copper from Chile
            confidence 0.80: two days or more (-0.45), somebody named says it (+0.42), it has its day (+0.25)

Confirmed by nobody who decides

$ impost read --published 2025-11-18 --sure dense.txt --ascii | sed -n '/^What/,/^Confirmed/p'
What is said of measures
  (hedged: told as likely, planned, discussed or agreed in outline, not as done; silent: nothing said of its own)
  (1 uncertain reading left out)

  us-tariff-25-copper-cl  Duty of United States, on Chile, copper
    United States: hedged; Chile: silent; who decides hedges
    announced, 25%, 2025-12-01 on: White House [1]

Confirmed by nobody who decides

# A side whose word is hard to read has not been silent.
$ cat > denial.txt
< China will suspend its port fees on U.S. ships for a year, Scott Bessent said on Monday.
< 
< China's commerce ministry denied on Tuesday that it had suspended its port fees on U.S. ships; it gave no date.

$ impost read --published 2025-11-18 --sure denial.txt --ascii | sed -n '/^Said/,/^What/p;/^    United/p'
Said by one side, not confirmed by the other

  United States
    cn-port-fees  Port fees of China, on United States, ships: expected 1 year. China, which decides, says what is uncertain to read

What is said of measures
    United States: hedged; China: uncertain; the other side alone

$ impost read
impost: say which articles to read: impost read FILE ...
  next: impost help read
? 2

# One saying in three printings: what stands in the place of other words is told, and none is preferred. Numbers in words, dots and
# points are no other wording.
$ cat > nbc.txt
< "The president gave me a great deal of leverage with the threat of the 100% tariffs, and we will discuss many other things with the Chinese," Bessent told NBC News.

$ cat > wire.txt
< "The president gave me tremendous leverage with the threat of the one hundred per cent tariffs, and we will discuss many other matters with the Chinese," Bessent told NBC News.

$ cat > short.txt
< Bessent said the president gave him the upper hand. "The president gave me... leverage with the threat of the 100 percent tariffs, and we will discuss many other things with the Chinese," Bessent told NBC News.

$ impost read --published 2025-10-26 nbc.txt wire.txt short.txt --ascii | sed -n '/^Quotations/,$p'
Quotations

  Scott Bessent
    [1] The president gave me a great deal of leverage with the threat of the 100% tariffs, and we will discuss many other things with the Chinese, (NBC Meet the Press)
    [2] The president gave me tremendous leverage with the threat of the one hundred per cent tariffs, and we will discuss many other matters with the Chinese, (NBC Meet the Press)
    [3] The president gave me... leverage with the threat of the 100 percent tariffs, and we will discuss many other things with the Chinese, (NBC Meet the Press)
    ! wording differs: [1] a great deal of / [2] tremendous
    ! wording differs: [1] things / [2] matters

3 sentences name a measure and gave nothing: --unread shows them.

Reports, not law: no duty follows from any of this.

$ impost read --published 2025-10-26 nbc.txt wire.txt short.txt --json | grep -o '"wording.*'
"wording": [{"article": 1, "says": {"bytes": [23, 38], "text": "a great deal of"}, "other_article": 2, "other_says": {"bytes": [23, 33], "text": "tremendous"}}, {"article": 1, "says": {"bytes": [116, 122], "text": "things"}, "other_article": 2, "other_says": {"bytes": [127, 134], "text": "matters"}}]}, 
"wording": []}], "unread": [

# However much is said between, the same is told once, with all who tell it.
$ mkdir wide; seq 1 4500 | sed "s/.*/Trump has threatened a &% tariff on Chinese goods./" > wide/1.txt; echo "Nobody knows more." | cat wide/1.txt - > wide/2.txt

$ impost read --published 2025-10-26 wide --ascii > wide.out; grep "threatened, 7%: " wide.out; grep -c "us-tariff-7-cn  " wide.out
    threatened, 7%: Donald Trump [1, 2]
1

# A message that a program broke at a column is read whole, with an empty line behind it or without; a list of sentences too.
$ cat > mail.txt
< Trump has threatened a 7% tariff on Chinese goods. The market fell by the end of the day,
< and nobody had a word to say of it. Trump has threatened an 8% tariff on Canadian goods, a
< step that the market had expected for some days. Trump has threatened a 9% tariff on goods
< of Mexico. The ministers went home, and nobody had anything to say to the press; the talks
< go on. Trump has threatened a 10% tariff on Japanese goods. The ministers met once more.

$ (cat mail.txt; echo) > behind.txt; seq 1 9 | sed 's/.*/Trump has threatened a &% tariff on the goods of Brazil, and the market fell./' > list.txt; for f in mail behind list; do impost read $f.txt | grep -c "^    threatened"; done
4
4
9

# Whose a person is whom no file knows says what stands at his name, not of whom he speaks.
$ cat > unknown.txt
< The port fees were discussed as well, U.S. Treasury Secretary Mary Quill said on Sunday. "The 100% tariff on Chinese goods has been averted, and we will discuss many other things with the Chinese," Quill said.
< After a second round with Chinese officials, Quill said the port fees were discussed.

$ impost read --published 2025-10-26 unknown.txt --json | grep -o '"speaker": "Mary Quill", "side": "[A-Z]*"' | sort -u
"speaker": "Mary Quill", "side": "US"

# The first day of a threat lies ahead, that of a deed behind.
$ for day in "Dec. 20" "Dec. 27" "Jan. 20"; do echo "Trump has threatened a 7% tariff on Chinese goods from $day if the talks fail. The ministers met on $day in Oslo." > day.txt; impost read --published 2025-10-26 day.txt | grep threatened; done
    threatened, 7%, 2025-12-20 on, "if the talks fail": Donald Trump [1]
    threatened, 7%, 2025-12-27 on, "if the talks fail": Donald Trump [1]
    threatened, 7%, 2026-01-20 on, "if the talks fail": Donald Trump [1]

# A folder is its reports; a page is one whatever its name; what is no English or holds no word is refused by name.
$ mkdir -p reports/later; cp a.txt reports/; echo "# no report" > reports/notes.md; cat > reports/later/page.txt
< <!DOCTYPE html>
< <html><head><meta property="article:published_time" content="2025-10-27T14:03:00Z"></head>
< <body><p>Bessent said China is <b>expected</b> to put off its rare&nbsp;earth permits by a year.</p></body></html>

$ impost read reports --ascii | head -8
2 articles
  [1] reports/a.txt, published 2025-10-27 (from the other articles)
  [2] reports/later/page.txt, published 2025-10-27 (printed)

Said by one side, not confirmed by the other

  United States
    cn-ree-licensing  China's announced licensing of rare earths: expected 1 year. China, which decides, says nothing

$ impost read reports -o reports/a.txt; mkdir bare; impost read bare
impost: -o reports/a.txt names the file that is read; it would be lost
  next: give -o another name
impost: bare is a folder without a report
  next: give reports: .txt, .html
? 5

$ printf ' \n\n' > blank.txt; echo '<html><body><p> </p></body></html>' > blank.html; cat > german.txt
< Trump droht mit einem Zoll von 100 Prozent auf die Waren von China ab dem 5. Dezember, sagte der Minister in Berlin.

$ impost read blank.txt blank.html german.txt
impost: blank.txt is not read: there is nothing in it
  next: give a file with text
impost: blank.html is not read: there is nothing in it
  next: give a file with text
impost: german.txt is not read: this does not read as English, and only English is read
  next: give reports in English
? 3

$ impost read nothing.txt
impost: cannot read nothing.txt: No such file or directory
  next: see that it is there and may be read
? 5

$ impost read --published tomorrow a.txt
impost: "tomorrow" is no date
  next: write it as 2025-10-26
? 2

$ impost read --check-rules | sed 's/^[0-9]* rules, [0-9]* examples/N rules, M examples/; s/:[0-9]*: rule/: rule/'
N rules, M examples, 0 wrong

$ cat > passed.txt
< Canada's 25% tariff on American cars remains in force.
< Dealers in Windsor grumbled about the 10% tariff on Korean tyres all week.

$ impost read --published 2025-11-18 passed.txt --ascii | tail -n 4

1 sentence names a measure and gave nothing: --unread shows it.

Reports, not law: no duty follows from any of this.

$ impost read --published 2025-11-18 passed.txt --ascii --unread | sed -n '/^Named/,$p'
Named, and nothing read of it

  [1] bytes 55..129: Dealers in Windsor grumbled about the 10% tariff on Korean tyres all week.

Reports, not law: no duty follows from any of this.

# Of a sentence that was read a rate that was not is told.
$ printf 'WASHINGTON, Nov. 18, 2025 - The United States has a 25%% tariff on steel from Mexico and the mills were told to be ready for a duty of 70%%.\n' > lost.txt; impost read lost.txt | tail -n 3; impost read --unread lost.txt | sed -n '/^Read/,$p'
A rate or goods of 1 sentence were not read: --unread shows it.

Reports, not law: no duty follows from any of this.
Read, but for a rate or goods in it

  [1] bytes 28..138: The United States has a 25% tariff on steel from Mexico and the mills were told to be ready for a duty of 70%.

Reports, not law: no duty follows from any of this.

# What one side alone says comes first, of each side: the other is silent, has not confirmed, denies, or only hedges. A side's own duty needs nobody's word.
$ cat > claims.txt
< Greer said India has agreed to buy $5 billion of American energy. India's trade ministry denied that it had agreed to buy American energy.
< Canada confirmed that it will hold trade talks with Japan on Friday. The Japanese trade ministry said talks with Canada are likely.
< Carney said Canada will lift its 25% tariff on American steel. Trump has threatened a 35% tariff on Canadian steel.

$ impost read --published 2025-11-18 claims.txt --ascii | sed -n '/^Said/,/^What/p;/^Confirmed/,$p'
Said by one side, not confirmed by the other

  United States
    in-energy-purchases  Purchases of India, on United States, energy: agreed in framework $5 billion. India, which decides, denies

  Canada
    ca-jp-talks  Talks: Canada and Japan: confirmed by one side. Japan says nothing

What is said of measures
Confirmed by nobody who decides

  ca-tariff-25-steel-us: who decides hedges
  in-energy-purchases: who decides denies

1 sentence names a measure and gave nothing: --unread shows it.

Reports, not law: no duty follows from any of this.

# Of a sum for several goods the first has it: that the others were passed over is told.
$ printf 'WASHINGTON, Nov. 18, 2025 - India has agreed to buy $500 billion of American energy and aircraft, Trump said. China will buy 12 million tons of soybeans and 200 aircraft, Bessent said.\n' > two-goods.txt; impost read --ascii --unread two-goods.txt | sed -n '/^Read/,/^$/p;/bytes/p'
Read, but for a rate or goods in it

  [1] bytes 28..109: India has agreed to buy $500 billion of American energy and aircraft, Trump said.
