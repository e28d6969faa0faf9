# An archive of reports. Reading alone keeps nothing, and nothing here changes law.
$ cat > one.txt
< Bessent said China is expected to put off its rare earth permits by a year.
< "We have a solid framework for the leaders to look at on Thursday," Bessent told reporters.
< Officials of both delegations left the hotel in the afternoon without taking questions from the press.
< Beijing has not confirmed the deal.

$ cat > again.txt
< UPDATED: talks end in the capital
< Bessent said China is expected to put off its rare earth permits by a year.
< "We have a solid framework for the leaders to look at on Thursday," Bessent told reporters.
< Officials of both delegations left the hotel in the late afternoon without taking questions from the press.
< Beijing has not confirmed the deal.

$ cat > two.txt
< Trump has threatened a 100% tariff on Chinese goods from Dec. 5 if the talks fail.
< Greer said the two sides agreed on a plan that includes a deferral of the new rare earth permits.

$ impost read --published 2025-10-26 one.txt > story.txt; ls *.desk
ls: cannot access '*.desk': No such file or directory
? 2

$ impost desk add --published 2025-10-26 one.txt
impost.desk: 1 new article; 3 statements; 0 new proposals, 2 in the law already, 1 of no side

# The same again adds nothing, a re-issue is seen as one.
$ impost desk add --published 2025-10-26 one.txt
impost.desk: 0 new articles, 1 known already; 0 statements; 0 new proposals

$ impost read --desk impost.desk --published 2025-10-27 again.txt two.txt > story.txt
impost.desk: 2 new articles (1 another issue of one: desk show tells what changed); 5 statements; 2 new proposals, 2 in the law already, 1 of no side

$ impost desk list
     1  2025-10-26  one.txt, 3 statements
     2  2025-10-27  again.txt, 3 statements, another issue of 1
     3  2025-10-27  two.txt, 2 statements

$ impost desk search deferral permits
     3  2025-10-27  two.txt
        ...Greer said the two sides agreed on a plan that includes a [deferral] of the new rare earth [permits]. 

$ impost desk search "rare earth" | head -3
     3  2025-10-27  two.txt
        ...Greer said the two sides agreed on a plan that includes a deferral of the new [rare earth] permits. 
     1  2025-10-26  one.txt

$ impost desk search rare weather
No article has these words.

# What is typed is looked for, and never read as a command of the search.
$ impost desk search 'AND" OR NEAR('; impost desk search ''
No article has these words.
No article has these words.

$ impost desk show 1 --ascii
1  one.txt, published 2025-10-26 (given)
sha256 DIGEST

  Bessent said China is expected to put off its rare earth permits by a year.
  "We have a solid framework for the leaders to look at on Thursday," Bessent told reporters.
  Officials of both delegations left the hotel in the afternoon without taking questions from the press.
  Beijing has not confirmed the deal.

  cn-ree-licensing  expected, 1 year: Scott Bessent
      bytes 0..75: Bessent said China is expected to put off its rare earth permits by a year.
  framework-kl  agreed in framework, 2025-10-30: Scott Bessent
      bytes 76..167: "We have a solid framework for the leaders to look at on Thursday," Bessent told reporters.
  framework-kl  unconfirmed: China
      bytes 271..306: Beijing has not confirmed the deal.

$ impost desk show 2 --json
{
  "schema": "impost.desk/1",
  "article": 2,
  "name": "again.txt",
  "published": "2025-10-27",
  "published_how": "given",
  "issue_of": 1,
  "sha256": "DIGEST",
  "text": "UPDATED: talks end in the capital\u000aBessent said China is expected to put off its rare earth permits by a year.\u000a\"We have a solid framework for the leaders to look at on Thursday,\" Bessent told reporters.\u000aOfficials of both delegations left the hotel in the late afternoon without taking questions from the press.\u000aBeijing has not confirmed the deal.\u000a",
  "statements": [
    {"measure": "cn-ree-licensing", "status": "expected", "number": "P1Y", "from": null, "to": null, "speaker": "Scott Bessent", "side": "US", "venue": null, "rule": "rare-earth.deferral", "quoted": false, "confidence": 0.84, "uncertain": false, "evidence": {"bytes": [56, 90], "text": "expected to put off its rare earth"}, "sentence": {"bytes": [34, 109], "text": "Bessent said China is expected to put off its rare earth permits by a year."}},
    {"measure": "framework-kl", "status": "agreed in framework", "number": null, "from": "2025-10-30", "to": "2025-10-30", "speaker": "Scott Bessent", "side": "US", "venue": "reporters", "rule": "framework.reached", "quoted": true, "confidence": 0.89, "uncertain": false, "evidence": {"bytes": [114, 136], "text": "have a solid framework"}, "sentence": {"bytes": [110, 201], "text": "\"We have a solid framework for the leaders to look at on Thursday,\" Bessent told reporters."}},
    {"measure": "framework-kl", "status": "unconfirmed", "number": null, "from": null, "to": null, "speaker": "China", "side": "CN", "venue": null, "rule": "framework.unconfirmed", "quoted": false, "confidence": 0.87, "uncertain": false, "evidence": {"bytes": [310, 344], "text": "Beijing has not confirmed the deal"}, "sentence": {"bytes": [310, 345], "text": "Beijing has not confirmed the deal."}}
  ],
  "changes": {
    "against": 1,
    "gone": [],
    "new": []
  }
}

# Taken out: the re-issue is the first from now on.
$ impost desk forget 1; impost desk list --json
impost.desk: article 1 is taken out
{
  "schema": "impost.desk/1",
  "articles": [
    {"article": 2, "name": "again.txt", "published": "2025-10-27", "published_how": "given", "issue_of": 2, "sha256": "DIGEST", "bytes": 346, "statements": 3},
    {"article": 3, "name": "two.txt", "published": "2025-10-27", "published_how": "given", "issue_of": 3, "sha256": "DIGEST", "bytes": 181, "statements": 2}
  ]
}

$ impost desk forget 9; impost desk forget 2x; impost desk show x
impost: there is no article 9
  next: impost desk list
impost: there is no article 2x
  next: impost desk list
impost: there is no article x
  next: impost desk list
? 2

# What is no desk, and what is none any more.
$ echo text > other.desk; impost desk list --desk other.desk
impost: other.desk is no desk
  next: name another file with --desk; impost desk add makes one
? 5

$ impost desk list --desk none.desk
impost: there is no desk none.desk
  next: impost desk add FILE ... makes it
? 5

$ IMPOST_DESK=. impost desk list
impost: . is no desk
  next: name another file with --desk; impost desk add makes one
? 5

$ head -c 9000 impost.desk > cut.desk; impost desk list --desk cut.desk
impost: cut.desk is damaged: its pages do not fit together
  next: restore it from a copy, or make a new one
? 5

$ : > empty.desk; impost desk list --desk empty.desk; impost desk add --desk empty.desk --published 2025-10-26 one.txt
impost: empty.desk is no desk
  next: name another file with --desk; impost desk add makes one
empty.desk: 1 new article; 3 statements; 0 new proposals, 2 in the law already, 1 of no side

$ impost desk list -o impost.desk
impost: -o impost.desk names the desk; it would be lost
  next: impost help desk
? 2

$ printf 'a\0b' > binary.txt; impost desk add binary.txt two.txt --desk third.desk; impost desk list --desk third.desk
impost: binary.txt is not read: this is no text: it holds bytes of a program's own format
  next: save the article as text or as a page and give that
third.desk: 1 new article; 2 statements; 2 new proposals
     1  no day      two.txt, 2 statements

$ impost desk; impost desk burn; impost desk add; impost desk show; impost desk show 1 2; impost desk list --published 2025-10-26
impost: say what to do: add, list, show, search, reread or forget
  next: impost help desk
impost: "burn" is nothing a desk does; it does add, list, show, search, reread and forget
  next: impost help desk
impost: say what to add
  next: impost help desk
impost: say which article to show: a number of impost desk list
  next: impost help desk
impost: "2" is one word too many
  next: impost help desk
impost: --published and --html belong to add
  next: impost help desk
? 2

# A day that was not known when it was kept: given with the same file it is read again.
$ printf 'Trump said the United States would impose a 100%% tariff on Chinese goods next week.\n' > undated.txt; impost desk add --desk days.desk undated.txt; impost desk add --desk days.desk --published 2025-10-24 undated.txt; impost desk add --desk days.desk --published 2025-10-24 undated.txt; impost desk list --desk days.desk; impost propose list --desk days.desk
days.desk: 1 new article; 1 statement; 1 new proposal
days.desk: 0 new articles, 1 known already (1 with its day now); 1 statement; 1 new proposal
days.desk: 0 new articles, 1 known already; 0 statements; 0 new proposals
     1  2025-10-24  undated.txt, 1 statement
     2  amend         open      us-tariff-100-cn, announced, 100%, 2025-10-27 on: Donald Trump (US)
        fe84cba0820d; measure us.china-100, if us-cn.framework is rejected; wants a citation; 1 report from 2025-10-24
        ! the law has: rate 100% from 2025-11-01 by us.post.2025-10-10 if us-cn.framework is rejected

# One that cannot be read does not stop the others.
$ impost desk add --desk days.desk two.txt nothing.txt --published 2025-10-27; impost desk list --desk days.desk
impost: nothing.txt is not read: cannot read nothing.txt: No such file or directory
  next: see that it is there and may be read
days.desk: 1 new article; 2 statements; 2 new proposals
     1  2025-10-24  undated.txt, 1 statement
     2  2025-10-27  two.txt, 2 statements

# The day that is given counts; that the page prints another is said.
$ printf 'WASHINGTON, Oct. 26, 2025 - Trump has threatened a 100%% tariff on Chinese goods.\n' > printed.txt; impost read --published 2025-11-02 printed.txt | sed -n 1,2p; impost read --published 2025-11-02 printed.txt --json | grep '"printed"'
1 article
  [1] printed.txt, published 2025-11-02 (given; it prints 2025-10-26)
    {"article": 1, "name": "printed.txt", "published": "2025-11-02", "published_how": "given", "printed": "2025-10-26", "unresolved_dates": 0, "unresolved": []}], "propositions": [

# Amounts and lengths are told as people write them, and stand as exact numbers in JSON.
$ cat > sums.txt
< Trump said India has agreed to buy $500 billion of American energy. Bessent said China will buy 12 million tons of soybeans by the end of this year.

$ impost read --published 2025-10-30 sums.txt --ascii | grep -E "billion|million"; impost read --published 2025-10-30 sums.txt --json | grep -oE '"number": "[0-9]+"|"unit": "[^"]+"'
    in-energy-purchases  Purchases of India, on United States, energy: agreed in framework $500 billion. India, which decides, says nothing
    cn-soy-purchases  Purchases of China, soy: expected 12 million tons. China, which decides, says nothing
    agreed in framework, $500 billion: Donald Trump [1]
    expected, 12 million tons, to 2025-12-31: Scott Bessent [1]
"number": "500000000000"
"unit": "$"
"number": "12000000"
"unit": "tons"

$ impost desk add --desk sums.desk --published 2025-10-30 sums.txt; impost propose show 1 --desk sums.desk | grep billion; impost propose show 1 --desk sums.desk --json | grep '"number"'; impost desk show 1 --desk sums.desk | grep million
sums.desk: 1 new article; 2 statements; 2 new proposals
        Donald Trump: Trump said India has agreed to buy $500 billion of American energy.
    US      agreed in framework, $500 billion: Donald Trump; 1 report
  "number": "500000000000",
    {"side": "US", "status": "agreed in framework", "number": "500000000000", "from": null, "to": null, "speaker": "Donald Trump", "reports": 1}
  Trump said India has agreed to buy $500 billion of American energy. Bessent said China will buy 12 million tons of soybeans by the end of this year.
  cn-soy-purchases  expected, 12 million tons, to 2025-12-31: Scott Bessent
      bytes 68..148: Bessent said China will buy 12 million tons of soybeans by the end of this year.

# What is hard to read is marked on the desk too, and in what is proposed of it.
$ cat > hard.txt
< Brazil sells coffee to the world. Trump said on Monday that he will impose a tariff of 60% on its goods from December 1; growers, shippers and roasters have asked for relief since.

$ impost desk add --desk hard.desk --published 2025-11-18 hard.txt; impost propose list --desk hard.desk; impost propose show 1 --desk hard.desk | sed -n '/evidence/,$p'; impost desk show 1 --desk hard.desk | tail -2
hard.desk: 1 new article; 1 statement; 1 new proposal
     1  amend         open      us-tariff-60-br, announced, 60%, 2025-12-01 on: Donald Trump (US)
        b99befa06f9f; no place in the law is named for it: --at says one; wants a citation; 1 report from 2025-11-18; read uncertainly
  evidence
    [1] hard.txt, 2025-11-18, bytes 34..180
        Donald Trump, read uncertainly: Trump said on Monday that he will impose a tariff of 60% on its goods from December 1; growers, shippers and roasters have asked for relief since.

  said of it, on this desk
    US      announced, 60%, 2025-12-01 on: Donald Trump; 1 report
  us-tariff-60-br  announced, 60%, 2025-12-01 on: Donald Trump, uncertain
      bytes 34..180: Trump said on Monday that he will impose a tariff of 60% on its goods from December 1; growers, shippers and roasters have asked for relief since.

# Another issue of a report: what it says otherwise than the issue before it.
$ cat > salmon.txt
< GENEVA, Nov. 17, 2025 (Newswire) - The United States will impose a 10% tariff on Norwegian salmon from December 1, the White House said on Monday.
< China has lifted its ban on Japanese seafood, the commerce ministry in Beijing said.

$ sed 's/10%/12%/' salmon.txt > salmon2.txt; sed 's/Newswire/Wire/' salmon2.txt > salmon3.txt; for f in salmon.txt salmon2.txt salmon3.txt; do impost desk add --desk again.desk $f; done; impost desk show 2 --desk again.desk | sed -n '/^Beside/,$p'; impost desk show 3 --desk again.desk | sed -n '/^Beside/,$p'; impost desk show 1 --desk again.desk | grep -c Beside; impost desk show 2 --desk again.desk --json | sed -n '/"changes"/,$p'
again.desk: 1 new article; 2 statements; 2 new proposals
again.desk: 1 new article (1 another issue of one: desk show tells what changed); 2 statements; 1 new proposal
again.desk: 1 new article (1 another issue of one: desk show tells what changed); 2 statements; 0 new proposals
Beside 1, the issue before
  - us-tariff-10-seafood-no  announced, 10%, 2025-12-01 on: White House
  + us-tariff-12-seafood-no  announced, 12%, 2025-12-01 on: White House
Beside 2, the issue before
  says the same of every measure
0
  "changes": {
    "against": 1,
    "gone": [{"measure": "us-tariff-10-seafood-no", "status": "announced", "number": "10%", "from": "2025-12-01", "to": null, "speaker": "White House"}],
    "new": [{"measure": "us-tariff-12-seafood-no", "status": "announced", "number": "12%", "from": "2025-12-01", "to": null, "speaker": "White House"}]
  }
}

# Three reports, three rates by one speaker: each differs from the next, and where one report has two of them none does.
$ sed 's/10%/15%/; s/has lifted its ban on Japanese seafood/will meet no one/' salmon.txt > salmon4.txt; impost read salmon.txt salmon2.txt salmon4.txt | grep differs
    ! number differs: [1] 10% / [2] 12%
    ! number differs: [2] 12% / [3] 15%

$ cat salmon.txt salmon2.txt > both.txt; impost read both.txt salmon2.txt salmon4.txt | grep -c differs
0
? 1

# Of a page the words are shown, without its tags and entities.
$ cat > page.html
< <html><head><meta property="article:published_time" content="2025-10-26"></head><body>
< <p>Scott Bessent said China would make &ldquo;substantial&rdquo; purchases of <b>American</b>&nbsp;soybeans.</p></body></html>

$ impost desk add --desk page.desk page.html; impost desk show 1 --desk page.desk | tail -1; impost propose show 1 --desk page.desk | grep -A1 "page.html"
page.desk: 1 new article; 1 statement; 1 new proposal
      bytes 90..195: Scott Bessent said China would make "substantial" purchases of American soybeans.
    [1] page.html, 2025-10-26, bytes 90..195
        Scott Bessent: Scott Bessent said China would make "substantial" purchases of American soybeans.
