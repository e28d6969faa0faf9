# Articles into statements.
$ cat > a.txt
< Bessent said China is expected to put off its rare earth permits by a year.
< "We have a solid framework for the leaders to look at on Thursday," Bessent told reporters.
< Beijing has not confirmed the deal.

$ impost read --published 2025-10-26 a.txt --ascii
1 article
  [1] a.txt, published 2025-10-26 (given)

What is said of measures

  cn-ree-licensing  China's announced licensing of rare earths
    United States: hedged; China: silent; the other side alone
    expected, P1Y: Scott Bessent [1]

  framework-kl  The framework of Kuala Lumpur
    United States: hedged; China: silent, has not confirmed; hedged
    agreed in framework, 2025-10-30: Scott Bessent [1]
    unconfirmed: China [1]

Quotations

  Scott Bessent
    [1] We have a solid framework for the leaders to look at on Thursday, (reporters)

Reports, not law: no duty follows from any of this.

$ impost read --explain a.txt --ascii
1 article
  [1] a.txt, published unknown
      1 date could not be settled: say when it appeared, --published DATE
        "Thursday"

What is said of measures

  cn-ree-licensing  China's announced licensing of rare earths
    United States: hedged; China: silent; the other side alone
    expected, P1Y: Scott Bessent [1]
        [1] rule rare-earth.deferral, bytes 22..56: expected to put off its rare earth

  framework-kl  The framework of Kuala Lumpur
    United States: hedged; China: silent, has not confirmed; hedged
    agreed in framework, a day that cannot be settled: Scott Bessent [1]
        [1] rule framework.reached, bytes 80..102: have a solid framework
    unconfirmed: China [1]
        [1] rule framework.unconfirmed, bytes 168..202: Beijing has not confirmed the deal

Quotations

  Scott Bessent
    [1] We have a solid framework for the leaders to look at on Thursday, (reporters)

Reports, not law: no duty follows from any of this.

$ impost read
impost: say which articles to read: impost read FILE ...
  next: impost help read
? 2

$ impost read nothing.txt
impost: Cannot open nothing.txt: No such file or directory.
  next: Check the name and that it may be read.
? 5

$ impost read --published tomorrow a.txt
impost: "tomorrow" is no date
  next: write it as 2025-10-26
? 2

$ impost read --check-rules
65 rules, 178 examples, 0 wrong
