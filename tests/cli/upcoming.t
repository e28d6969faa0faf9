# What changes within days to come: by text in force, or only under an answer that is announced or open.

$ impost upcoming --known 2025-10-26 --within 20d

  UPCOMING                    after 2025-10-26, to 2025-11-15
                              ● by text in force   ○ under that answer   ? a question   - planned

  2025-10-30  in 4 days
    US, CN  Do the two presidents approve the framework of Kuala Lumpur?
      ? us-cn.framework is due (open): approved or rejected
          United States expects approved (Scott Bessent, NBC, 2025-10-26); China expects
          approved (Li Chenggang, to reporters, 2025-10-26)
    The leaders in Korea
      - planned: Gyeongju
          Karoline Leavitt, post, 1 report; known 2025-10-26

  2025-11-01  in 6 days
    US  Section 232 duty on aluminum, to 5 April 2026
      ● yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks, heading 9903.94.07
      ● begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks, heading 9903.94.33
      ● begins: 10% less base
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks, heading 9903.94.44
      ● begins: free
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks, heading 9903.94.45
      ● begins: 15% less base
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks, heading 9903.94.54
      ● begins: free
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks, heading 9903.94.55
      ● begins: 15% less base
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on copper, to 5 April 2026
      ● yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on steel, to 5 April 2026
      ● yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of trucks and buses
      ● yields to us.232.autos, us.232.auto-parts, us.232.trucks.vehicles begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of trucks and buses, heading 9903.74.08
      ● begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of trucks and buses, heading 9903.74.09
      ● begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses
      ● yields to us.232.autos, us.232.auto-parts begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.01
      ● begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.02
      ● begins: 10%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.03
      ● begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.06
      ● begins: free
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on softwood, upholstered furniture, kitchen cabinets
      ● yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Additional duty of 100% on all goods of China
      ○ if us-cn.framework=rejected: begins: 100%
          The President writes: 100% on China from 1 November; known 2025-10-10
    US  Fentanyl duty on Canada, heading 9903.01.10
      ● yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Fentanyl duty on Mexico, heading 9903.01.01
      ● yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Does the United States control the export of all critical software from 1 November
    2025?
      ? us-cn.software is due (open): imposed or dropped
          United States asserts imposed (Donald Trump, post, 2025-10-10)
    US  Is the 100% duty of 1 November dropped?
      ? us-cn.tariff-100 is due (open): dropped or imposed
          United States asserts dropped (Scott Bessent, ABC, 2025-10-26)

  2025-11-08  in 13 days
    CN  China's export controls of 9 October 2025
      ● in force, 3 parts becomes in force, 7 parts, 4 for the first time
      ○ if us-cn.rare-earth-delay=put off: in force, 3 parts becomes suspended until
        2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Superhard materials
      ● begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its
        items
          Export control on superhard-material items; known 2025-10-09
      ○ if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Rare-earth equipment and materials
      ● begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its
        items
          Export control on rare-earth equipment and materials; known 2025-10-09
      ○ if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Five further rare earths
      ● begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its
        items
          Export control on five further rare earths; known 2025-10-09
      ○ if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Lithium batteries and graphite anodes
      ● begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4 more reach its
        items
      ● must "declare 'dual-use item' and the control code; near misses: 'not controlled',
        figures" begins
          Export control on lithium batteries and graphite anodes; known 2025-10-09
      ○ if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Does China put off the controls of 9 October?
      ? us-cn.rare-earth-delay is due (open): put off or kept
          United States expects put off (Scott Bessent, venue unsaid, 2025-10-26); if nobody
          acts: kept; if us-cn.framework is approved: put off

  2025-11-09  in 14 days
    US  Intermodal chassis of China, heading 9903.91.12
      ● begins: 100%
          Ship-to-shore cranes and intermodal chassis: 100%, 90 FR 48320; known 2025-10-16
    US  Ship-to-shore cranes of China, or with Chinese parts or owners, heading 9903.91.14
      ● begins: 100%
          Ship-to-shore cranes and intermodal chassis: 100%, 90 FR 48320; known 2025-10-16

  2025-11-10  in 15 days
    CN  Additional duty on all goods of the United States
      ● 34% less 24 points becomes 34%, at 13:01 Asia/Shanghai
          The suspension runs on for 90 days; known 2025-08-12
      ○ if us-cn.truce=extended: stays 34% less 24 points, at 13:01 Asia/Shanghai
          The two delegations report a consensus, the truce to be extended; known 2025-10-26
    US  Reciprocal duty, heading 9903.01.63
      ● suspended until 2025-11-10 becomes 34%
          China: 34%, of which 24 points held off for 90 days; known 2025-05-12
      ○ if us-cn.truce=extended: stays suspended until 2026-11-10
          The two delegations report a consensus, the truce to be extended; known 2025-10-26
    US, CN  Does the tariff truce outlast 10 November 2025?
      ? us-cn.truce is due (open): extended or lapsed
          United States expects extended (Scott Bessent, venue unsaid, 2025-10-26); China
          expects extended (Li Chenggang, to reporters, 2025-10-26); if nobody acts: lapsed;
          if us-cn.framework is approved: extended

  2025-11-11  in 16 days
    CN  The 16 of 4 April 2025
      ● suspended until 2025-11-11 becomes prohibited
          Listings of 9 April stopped, those of 4 April paused for 90 more days; known
          2025-08-12
    CN  Entities of the notice of 4 April 2025
      ● suspended until 2025-11-11 becomes not encoded "what this notice forbids"
          Listings of 9 April stopped, those of 4 April paused for 90 more days; known
          2025-08-12

  by law 32, only under an answer 8, lists 0, questions due 5, meetings 1, promises 0
  law DIGEST · known 2025-10-26 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost upcoming --known 2026-10-01

  UPCOMING                    after 2026-10-01, to 2027-01-29
                              ● by text in force   ○ under that answer   ? a question   - planned

  PAST DUE: no answer is recorded here

  2025-11-01  334 days ago
    US  Does the United States control the export of all critical software from 1 November
    2025?
      ? us-cn.software was due; no answer is recorded (open): imposed or dropped
          United States asserts imposed (Donald Trump, post, 2025-10-10); sources of United
          States end 2026-11-09

  TO COME

  2026-11-10  in 40 days
    US  Exclusions from the Section 301 duties on China, heading 9903.88.69
      ● exempts us.301.cn.list-1 ends
      ● exempts us.301.cn.list-2 ends
      ● exempts us.301.cn.list-3 ends
      ● exempts us.301.cn.list-4a ends
          Exclusions to 9 November 2026, 90 FR 55232; known 2025-12-01
      ○ if us.longer-truce=published: stays in force: exempts us.301.cn.list-1
      ○ if us.longer-truce=published: stays in force: exempts us.301.cn.list-2
      ○ if us.longer-truce=published: stays in force: exempts us.301.cn.list-3
      ○ if us.longer-truce=published: stays in force: exempts us.301.cn.list-4a
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Exclusions from the Section 301 duties on China, heading 9903.88.70
      ● exempts us.301.cn.list-2 ends
          Exclusions to 9 November 2026, 90 FR 55232; known 2025-12-01
      ○ if us.longer-truce=published: stays in force: exempts us.301.cn.list-2
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Section 301 duties, maritime sector
      ● suspended until 2026-11-10 becomes in force
          Maritime action suspended for a year, 90 FR 50947; known 2025-11-10
      ○ if us.longer-truce=published: stays suspended until 2027-01-10
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Entities owned at least 50% by listed parties are treated as listed
      ● suspended until 2026-11-10 becomes licence required; review "as for the listed owner;
        with several, the strictest"
          The affiliates rule suspended, and put back one year later, 90 FR No. 216; known
          2025-11-10
      ○ if us.longer-truce=published: stays suspended until 2027-01-10
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Service fees on ships, section 301
      ● suspended until 2026-11-10 becomes in force, 3 parts
          Section 301 action suspended for one year, 90 FR 50947; known 2025-11-09
      ○ if us.longer-truce=published: stays suspended until 2027-01-10
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    CN  Does China publish the extension to 10 January 2027?
      ? cn.longer-truce is due (open): published or lapsed
          China asserts published (Ministry of Commerce, answers to the press, 2026-09-28); if
          nobody acts: lapsed
    US  Does the United States publish the extension to 10 January 2027?
      ? us.longer-truce is due (open): published or lapsed
          United States asserts published (Scott Bessent, Fox, 2026-09-23); if nobody acts:
          lapsed

  2026-11-11  in 41 days
    CN  The 16 of 4 April 2025
      ● suspended until 2026-11-11 becomes prohibited
          Listing of 4 April paused for one more year, that of 4 March stopped; known
          2025-11-06
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  China's export controls of 9 October 2025
      ● suspended until 2026-11-11 becomes in force, 7 parts, 4 for the first time; with it
        cn.46.1, cn.jp and 12 more reach its items
          Announcements 55, 56, 57, 58, 61 and 62 suspended; known 2025-11-07
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Special port fee on ships of the United States
      ● suspended until 2026-11-11 becomes rate CNY 640/net-ton
          Special port fee suspended for one year; known 2025-11-10
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Entities of the notice of 4 April 2025
      ● suspended until 2026-11-11 becomes not encoded "what this notice forbids"
          Listing of 4 April paused for one more year, that of 4 March stopped; known
          2025-11-06
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Additional duty on all goods of the United States
      ● 34% less 24 points becomes 34%
          The suspension runs on for one year; known 2025-11-05
      ○ if cn.longer-truce=published: stays 34% less 24 points
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28

  2026-11-18  in 48 days
    APEC leaders
      - planned: Shenzhen, through 2026-11-19
          press, several, several; known 2026-09-25

  2026-11-28  in 58 days
    CN  Clause 2: gallium, germanium, antimony, superhard, graphite
      ● suspended until 2026-11-28 becomes review refused in principle; review stricter
          Clause 2 of announcement 46 of 2024 suspended; known 2025-11-09

  2026-12-01  in 61 days
    G20
      - planned: Miami, through 2026-12-31
          press, several, several; known 2026-09-25

  2026-12-04  in 64 days
    US  Section 232 duty on polysilicon and what is made of it
      ● begins: not encoded (headings, goods, rates and minimum prices)
          Polysilicon, from 4 December 2026; known 2026-10-01

  2026-12-31  in 91 days
    CN  Other farm goods from the United States, on top of soybeans
      - last day of at least 17 bn USD by value: no row counts in it
          White House, fact sheet; known 2026-05-18
    CN  Soybeans from the United States
      - last day of at least 25 Mt by contracts: no row counts in it
          White House, fact sheet; known 2025-11-01

  2027-01-01  in 92 days
    US  Section 232 duty on softwood, upholstered furniture, kitchen cabinets, heading
    9903.76.02
      ● 25% becomes 30%
          Wood; known 2025-09-29
    US  Section 232 duty on softwood, upholstered furniture, kitchen cabinets, heading
    9903.76.03
      ● 25% becomes 50%
          Wood; known 2025-09-29
    US  Section 301 duty on Nicaragua, heading 9903.89.01
      ● free becomes 10%
          Nicaragua: nothing in 2026, then 10% and 15%, 90 FR 57807; known 2025-12-12

  2027-01-10  in 101 days
    US  Exclusions from the Section 301 duties on China, heading 9903.88.69
      ○ if us.longer-truce=published: exempts us.301.cn.list-1 ends
      ○ if us.longer-truce=published: exempts us.301.cn.list-2 ends
      ○ if us.longer-truce=published: exempts us.301.cn.list-3 ends
      ○ if us.longer-truce=published: exempts us.301.cn.list-4a ends
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Exclusions from the Section 301 duties on China, heading 9903.88.70
      ○ if us.longer-truce=published: exempts us.301.cn.list-2 ends
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Section 301 duties, maritime sector
      ○ if us.longer-truce=published: suspended until 2027-01-10 becomes in force
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Entities owned at least 50% by listed parties are treated as listed
      ○ if us.longer-truce=published: suspended until 2027-01-10 becomes licence required;
        review "as for the listed owner; with several, the strictest"
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23
    US  Service fees on ships, section 301
      ○ if us.longer-truce=published: suspended until 2027-01-10 becomes in force, 3 parts
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23

  2027-01-11  in 102 days
    CN  The 16 of 4 April 2025
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes prohibited
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  China's export controls of 9 October 2025
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes in force, 7 parts, 4
        for the first time; with it cn.46.1, cn.jp and 12 more reach its items
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Special port fee on ships of the United States
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes rate CNY 640/net-ton
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Entities of the notice of 4 April 2025
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes not encoded "what
        this notice forbids"
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Additional duty on all goods of the United States
      ○ if cn.longer-truce=published: 34% less 24 points becomes 34%
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28

  by law 18, only under an answer 26, lists 0, questions due 2, meetings 2, promises 2; past
  due 1
  law DIGEST · known 2026-10-01 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost upcoming --known 2025-10-26 --within 20 --if us-cn.framework=rejected --ascii --width 80

  UPCOMING                    after 2025-10-26, to 2025-11-15
                              * by text in force   o under that answer   ? a question   - planned

  2025-10-30  in 4 days
    The leaders in Korea
      - planned: Gyeongju
          Karoline Leavitt, post, 1 report; known 2025-10-26

  2025-11-01  in 6 days
    US  Section 232 duty on aluminum, to 5 April 2026
      * yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks,
    heading 9903.94.07
      * begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks,
    heading 9903.94.33
      * begins: 10% less base
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks,
    heading 9903.94.44
      * begins: free
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks,
    heading 9903.94.45
      * begins: 15% less base
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks,
    heading 9903.94.54
      * begins: free
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of passenger vehicles and light trucks,
    heading 9903.94.55
      * begins: 15% less base
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on copper, to 5 April 2026
      * yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on steel, to 5 April 2026
      * yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of trucks and buses
      * yields to us.232.autos, us.232.auto-parts, us.232.trucks.vehicles
        begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of trucks and buses, heading 9903.74.08
      * begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on parts of trucks and buses, heading 9903.74.09
      * begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses
      * yields to us.232.autos, us.232.auto-parts begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.01
      * begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.02
      * begins: 10%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.03
      * begins: 25%
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on trucks and buses, heading 9903.74.06
      * begins: free
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Section 232 duty on softwood, upholstered furniture, kitchen cabinets
      * yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Additional duty of 100% on all goods of China
      o as picked: begins: 100%
          The President writes: 100% on China from 1 November; known
          2025-10-10
    US  Fentanyl duty on Canada, heading 9903.01.10
      * yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Fentanyl duty on Mexico, heading 9903.01.01
      * yields to us.232.trucks begins
          Trucks, buses and their parts, 90 FR 48451; known 2025-10-17
    US  Does the United States control the export of all critical software
    from 1 November 2025?
      ? us-cn.software is due (open): imposed or dropped
          United States asserts imposed (Donald Trump, post, 2025-10-10)
    US  Is the 100% duty of 1 November dropped?
      ? us-cn.tariff-100 is due (open): dropped or imposed
          United States asserts dropped (Scott Bessent, ABC, 2025-10-26)

  2025-11-08  in 13 days
    CN  China's export controls of 9 October 2025
      * in force, 3 parts becomes in force, 7 parts, 4 for the first time
      o if us-cn.rare-earth-delay=put off: in force, 3 parts becomes suspended
        until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Superhard materials
      * begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4
        more reach its items
          Export control on superhard-material items; known 2025-10-09
      o if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Rare-earth equipment and materials
      * begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4
        more reach its items
          Export control on rare-earth equipment and materials; known
          2025-10-09
      o if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Five further rare earths
      * begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4
        more reach its items
          Export control on five further rare earths; known 2025-10-09
      o if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Lithium batteries and graphite anodes
      * begins: licence required; with it cn.46.1, cn.listed.2025-01 and 4
        more reach its items
      * must "declare 'dual-use item' and the control code; near misses: 'not
        controlled', figures" begins
          Export control on lithium batteries and graphite anodes; known
          2025-10-09
      o if us-cn.rare-earth-delay=put off: begins: suspended until 2026-11-09
          Scott Bessent, venue unsaid, 2 reports; known 2025-10-26
    CN  Does China put off the controls of 9 October?
      ? us-cn.rare-earth-delay is due (open): put off or kept
          United States expects put off (Scott Bessent, venue unsaid,
          2025-10-26); if nobody acts: kept; if us-cn.framework is approved:
          put off

  2025-11-09  in 14 days
    US  Intermodal chassis of China, heading 9903.91.12
      * begins: 100%
          Ship-to-shore cranes and intermodal chassis: 100%, 90 FR 48320;
          known 2025-10-16
    US  Ship-to-shore cranes of China, or with Chinese parts or owners,
    heading 9903.91.14
      * begins: 100%
          Ship-to-shore cranes and intermodal chassis: 100%, 90 FR 48320;
          known 2025-10-16

  2025-11-10  in 15 days
    CN  Additional duty on all goods of the United States
      * 34% less 24 points becomes 34%, at 13:01 Asia/Shanghai
          The suspension runs on for 90 days; known 2025-08-12
      o if us-cn.truce=extended: stays 34% less 24 points, at 13:01
        Asia/Shanghai
          The two delegations report a consensus, the truce to be extended;
          known 2025-10-26
    US  Reciprocal duty, heading 9903.01.63
      * suspended until 2025-11-10 becomes 34%
          China: 34%, of which 24 points held off for 90 days; known
          2025-05-12
      o if us-cn.truce=extended: stays suspended until 2026-11-10
          The two delegations report a consensus, the truce to be extended;
          known 2025-10-26
    US, CN  Does the tariff truce outlast 10 November 2025?
      ? us-cn.truce is due (open): extended or lapsed
          United States expects extended (Scott Bessent, venue unsaid,
          2025-10-26); China expects extended (Li Chenggang, to reporters,
          2025-10-26); if nobody acts: lapsed; if us-cn.framework is approved:
          extended

  2025-11-11  in 16 days
    CN  The 16 of 4 April 2025
      * suspended until 2025-11-11 becomes prohibited
          Listings of 9 April stopped, those of 4 April paused for 90 more
          days; known 2025-08-12
    CN  Entities of the notice of 4 April 2025
      * suspended until 2025-11-11 becomes not encoded "what this notice
        forbids"
          Listings of 9 April stopped, those of 4 April paused for 90 more
          days; known 2025-08-12

  by law 32, as picked 1, only under an answer 7, lists 0, questions due 4,
  meetings 1, promises 0
  law DIGEST - known 2025-10-26 (sources read through 2026-10-09 (CN),
  2026-11-09 (US)) - basis collected - if us-cn.framework=rejected, and with
  it us-cn.rare-earth-delay=kept, us-cn.truce=lapsed

$ impost upcoming --known 2025-10-26 --within 20d --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["schema"], d["after"], d["to"]); [print(c["day"], c["in_days"], c["kind"], c["outcome"], c["event"][0]["measure"]) for c in d["changes"] if c["kind"] != "law"]'
impost.upcoming/1 2025-10-26 2025-11-15
2025-10-30 4 question approved or rejected us-cn.framework
2025-10-30 4 meeting None us-cn.leaders-2025
2025-11-01 6 said us-cn.framework=rejected us.china-100
2025-11-01 6 question imposed or dropped us-cn.software
2025-11-01 6 question dropped or imposed us-cn.tariff-100
2025-11-08 13 said us-cn.rare-earth-delay=put off cn.oct25
2025-11-08 13 said us-cn.rare-earth-delay=put off cn.oct25.55
2025-11-08 13 said us-cn.rare-earth-delay=put off cn.oct25.56
2025-11-08 13 said us-cn.rare-earth-delay=put off cn.oct25.57
2025-11-08 13 said us-cn.rare-earth-delay=put off cn.oct25.58
2025-11-08 13 question put off or kept us-cn.rare-earth-delay
2025-11-10 15 said us-cn.truce=extended cn.us-goods
2025-11-10 15 said us-cn.truce=extended us.ieepa.reciprocal
2025-11-10 15 question extended or lapsed us-cn.truce

# With a file: the lines it touches, as if they entered on the day asked from, and the money.
# By hand, from 2025-11-01 if the framework is rejected: 10,000 of toys pay 30% and then 130%, 2,500 of bags
# 72.6% and then 172.6%: 3,000.00 + 1,815.00 = 4,815.00 becomes 13,000.00 + 4,315.00 = 17,315.00. From 2025-11-10
# the reciprocal 34% stands in place of 10%: 15,400.00 + 4,915.00 = 20,315.00; 4,000 of toys
# of Macau, which the reciprocal duty counts as China and the others do not, 400.00 and then 1,360.00.
$ cat > lines.csv
< entry,line,code,from,on,value
< A,1,9503.00.0073,CN,2025-05-20,10000
< A,2,4202.92.31.31,CN,2025-05-20,2500
< B,1,9503.00.0073,MO,2025-05-20,4000
< B,2,9503.00.0073,DE,2025-05-20,4000

$ impost upcoming lines.csv --known 2025-10-26 --within 20d

  UPCOMING                    after 2025-10-26, to 2025-11-15
                              ● by text in force   ○ under that answer   ? a question   - planned

  2025-11-01  in 6 days
    ○ us.china-100: if us-cn.framework=rejected: begins: 100%
    line                                      before             after        difference
    A/1  9503.00.00.73 CN                   3,000.00          3,000.00              0.00
        if us-cn.framework=approved
                                            3,000.00         13,000.00        +10,000.00
        if us-cn.framework=rejected
    A/2  4202.92.31.31 CN                   1,815.00          1,815.00              0.00
        if us-cn.framework=approved
                                            1,815.00          4,315.00         +2,500.00
        if us-cn.framework=rejected
    total of 2 lines                        4,815.00          4,815.00              0.00
        if us-cn.framework=approved
    total of 2 lines                        4,815.00         17,315.00        +12,500.00
        if us-cn.framework=rejected

  2025-11-10  in 15 days
    ● us.ieepa.reciprocal 9903.01.63: suspended until 2025-11-10 becomes 34%
    ○ us.ieepa.reciprocal 9903.01.63: if us-cn.truce=extended: stays suspended until
      2026-11-10
    line                                      before             after        difference
    A/1  9503.00.00.73 CN                   3,000.00          3,000.00              0.00
        if us-cn.framework=approved
                                           13,000.00         15,400.00         +2,400.00
        if us-cn.framework=rejected
    A/2  4202.92.31.31 CN                   1,815.00          1,815.00              0.00
        if us-cn.framework=approved
                                            4,315.00          4,915.00           +600.00
        if us-cn.framework=rejected
    B/1  9503.00.00.73 MO                     400.00            400.00              0.00
        if us-cn.framework=approved
                                              400.00          1,360.00           +960.00
        if us-cn.framework=rejected
    total of 3 lines                        5,215.00          5,215.00              0.00
        if us-cn.framework=approved
    total of 3 lines                       17,715.00         21,675.00         +3,960.00
        if us-cn.framework=rejected

  3 of 4 lines change, asked as if they entered on 2025-10-26
  law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected

$ impost upcoming lines.csv --known 2025-10-26 --within 20d --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["schema"], d["lines"], d["touched"]); [print(x["day"], t) for x in d["days"] for t in x["totals"]]'
impost.upcoming-lines/1 4 3
2025-11-01 {'outcome': 'us-cn.framework=approved', 'lines': 2, 'refused': 0, 'before': '4815.00', 'after': '4815.00'}
2025-11-01 {'outcome': 'us-cn.framework=rejected', 'lines': 2, 'refused': 0, 'before': '4815.00', 'after': '17315.00'}
2025-11-10 {'outcome': 'us-cn.framework=approved', 'lines': 3, 'refused': 0, 'before': '5215.00', 'after': '5215.00'}
2025-11-10 {'outcome': 'us-cn.framework=rejected', 'lines': 3, 'refused': 0, 'before': '17715.00', 'after': '21675.00'}

# Wrong words.
$ impost upcoming --within soon
impost: --within wants days from 1 to 3660 as in 120d, "soon" is not that
  next: impost help upcoming
? 2

$ impost upcoming nothing.csv
impost: cannot read nothing.csv: No such file or directory
  next: see that the file is there and may be read
? 5

$ impost upcoming lines.csv more
impost: "more" is one word too many
  next: impost help upcoming
? 2

# The other half: one side, one sort, one number.
$ impost upcoming --known 2026-10-09 --side CN --kind control

  UPCOMING                    after 2026-10-09, to 2027-02-06
                              ● by text in force   ○ under that answer   ? a question   - planned

  2026-11-11  in 33 days
    CN  The 16 of 4 April 2025
      ● suspended until 2026-11-11 becomes prohibited
          Listing of 4 April paused for one more year, that of 4 March stopped; known
          2025-11-06
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  China's export controls of 9 October 2025
      ● suspended until 2026-11-11 becomes in force, 7 parts, 4 for the first time; with it
        cn.46.1, cn.jp and 12 more reach its items
          Announcements 55, 56, 57, 58, 61 and 62 suspended; known 2025-11-07
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Entities of the notice of 4 April 2025
      ● suspended until 2026-11-11 becomes not encoded "what this notice forbids"
          Listing of 4 April paused for one more year, that of 4 March stopped; known
          2025-11-06
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28

  2026-11-28  in 50 days
    CN  Clause 2: gallium, germanium, antimony, superhard, graphite
      ● suspended until 2026-11-28 becomes review refused in principle; review stricter
          Clause 2 of announcement 46 of 2024 suspended; known 2025-11-09

  2027-01-11  in 94 days
    CN  The 16 of 4 April 2025
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes prohibited
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  China's export controls of 9 October 2025
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes in force, 7 parts, 4
        for the first time; with it cn.46.1, cn.jp and 12 more reach its items
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Entities of the notice of 4 April 2025
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes not encoded "what
        this notice forbids"
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28

  by law 4, only under an answer 6, lists 0, questions due 0, meetings 0, promises 0
  law DIGEST · known 2026-10-09 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost upcoming --known 2026-10-09 --kind fee

  UPCOMING                    after 2026-10-09, to 2027-02-06
                              ● by text in force   ○ under that answer   ? a question   - planned

  2026-11-10  in 32 days
    US  Service fees on ships, section 301
      ● suspended until 2026-11-10 becomes in force, 3 parts
          Section 301 action suspended for one year, 90 FR 50947; known 2025-11-09
      ○ if us.longer-truce=published: stays suspended until 2027-01-10
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23

  2026-11-11  in 33 days
    CN  Special port fee on ships of the United States
      ● suspended until 2026-11-11 becomes rate CNY 640/net-ton
          Special port fee suspended for one year; known 2025-11-10
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28

  2027-01-10  in 93 days
    US  Service fees on ships, section 301
      ○ if us.longer-truce=published: suspended until 2027-01-10 becomes in force, 3 parts
          Scott Bessent, Fox, CNBC 2026-09-24; known 2026-09-23

  2027-01-11  in 94 days
    CN  Special port fee on ships of the United States
      ○ if cn.longer-truce=published: suspended until 2027-01-11 becomes rate CNY 640/net-ton
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28

  by law 2, only under an answer 4, lists 0, questions due 0, meetings 0, promises 0
  law DIGEST · known 2026-10-09 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost upcoming --known 2026-10-09 --kind meeting | grep planned
                              ● by text in force   ○ under that answer   ? a question   - planned
      - planned: Shenzhen, through 2026-11-19
      - planned: Miami, through 2026-12-31

$ impost upcoming --known 2026-10-09 --kind pledge --goods 1201.90

  UPCOMING                    after 2026-10-09, to 2027-02-06
                              ● by text in force   ○ under that answer   ? a question   - planned

  2026-12-31  in 83 days
    CN  Soybeans from the United States
      - last day of at least 25 Mt by contracts: no row counts in it
          White House, fact sheet; known 2025-11-01

  by law 0, only under an answer 0, lists 0, questions due 0, meetings 0, promises 1
  law DIGEST · known 2026-10-09 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost upcoming --known 2025-10-26 --within 20d --goods 2805.30 --side CN | grep "CN\|becomes\|at 13:01"
    CN  China's export controls of 9 October 2025
      ● in force, 3 parts becomes in force, 7 parts, 4 for the first time
      ○ if us-cn.rare-earth-delay=put off: in force, 3 parts becomes suspended until
    CN  Five further rare earths
    CN  Additional duty on all goods of the United States
      ● 34% less 24 points becomes 34%, at 13:01 Asia/Shanghai
      ○ if us-cn.truce=extended: stays 34% less 24 points, at 13:01 Asia/Shanghai
    CN  The 16 of 4 April 2025
      ● suspended until 2025-11-11 becomes prohibited
    CN  Entities of the notice of 4 April 2025
      ● suspended until 2025-11-11 becomes not encoded "what this notice forbids"
  law DIGEST · known 2025-10-26 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·

# A control of China never names crude oil, and no fee or meeting does.
$ impost upcoming --known 2026-10-09 --goods 2709.00 --kind control | grep "CN  "
    CN  China's export controls of 9 October 2025
    CN  Entities of the notice of 4 April 2025
    CN  China's export controls of 9 October 2025
    CN  Entities of the notice of 4 April 2025

$ impost upcoming --known 2026-10-09 --kind promise
impost: "promise" is no sort of change
  next: measure, control, fee, list, question, meeting or pledge
? 2

$ impost upcoming --known 2026-10-09 --goods soybeans
impost: "soybeans" is no commodity code
  next: give 2 to 10 digits
? 2

$ impost upcoming --known 2026-10-09 --side CN --kind fee --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print([(c["day"], c["kind"], c["of"], c["side"], c["after"]) for c in d["changes"]])'
[('2026-11-11', 'law', 'fee', 'CN', 'rate CNY 640/net-ton'), ('2026-11-11', 'said', 'fee', 'CN', 'suspended until 2027-01-11'), ('2027-01-11', 'said', 'fee', 'CN', 'rate CNY 640/net-ton')]

# Past due and unanswered stands first: what was said, what comes if nobody acts, where the sources end, and what hangs
# on it since. On 21 November 2026 nobody here knows whether the two extensions were published.
$ impost upcoming --known 2026-11-21 --side CN --within 30d

  UPCOMING                    after 2026-11-21, to 2026-12-21
                              ● by text in force   ○ under that answer   ? a question   - planned

  PAST DUE: no answer is recorded here

  2026-11-10  11 days ago
    CN  Does China publish the extension to 10 January 2027?
      ? cn.longer-truce was due; no answer is recorded (open): published or lapsed
          China asserts published (Ministry of Commerce, answers to the press, 2026-09-28); if
          nobody acts: lapsed; sources of China end 2026-10-09

  WHAT HANGS ON IT: the law if none was given, and under an answer

  2026-11-11  10 days ago
    CN  The 16 of 4 April 2025
      ● suspended until 2026-11-11 becomes prohibited
          Listing of 4 April paused for one more year, that of 4 March stopped; known
          2025-11-06
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  China's export controls of 9 October 2025
      ● suspended until 2026-11-11 becomes in force, 7 parts, 4 for the first time; with it
        cn.46.1, cn.jp and 12 more reach its items
          Announcements 55, 56, 57, 58, 61 and 62 suspended; known 2025-11-07
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Special port fee on ships of the United States
      ● suspended until 2026-11-11 becomes rate CNY 640/net-ton
          Special port fee suspended for one year; known 2025-11-10
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Entities of the notice of 4 April 2025
      ● suspended until 2026-11-11 becomes not encoded "what this notice forbids"
          Listing of 4 April paused for one more year, that of 4 March stopped; known
          2025-11-06
      ○ if cn.longer-truce=published: stays suspended until 2027-01-11
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28
    CN  Additional duty on all goods of the United States
      ● 34% less 24 points becomes 34%
          The suspension runs on for one year; known 2025-11-05
      ○ if cn.longer-truce=published: stays 34% less 24 points
          Ministry of Commerce, answers to the press, several; the page not seen; known
          2026-09-28

  TO COME

  2026-11-28  in 7 days
    CN  Clause 2: gallium, germanium, antimony, superhard, graphite
      ● suspended until 2026-11-28 becomes review refused in principle; review stricter
          Clause 2 of announcement 46 of 2024 suspended; known 2025-11-09

  by law 1, only under an answer 0, lists 0, questions due 0, meetings 0, promises 0; past due
  1
  law DIGEST · known 2026-11-21 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# The side may be named; a place whose law is not here is refused, so is what is no place.
$ impost upcoming --known 2026-11-21 --side China --kind question

  UPCOMING                    after 2026-11-21, to 2027-03-21
                              ● by text in force   ○ under that answer   ? a question   - planned

  PAST DUE: no answer is recorded here

  2026-11-10  11 days ago
    CN  Does China publish the extension to 10 January 2027?
      ? cn.longer-truce was due; no answer is recorded (open): published or lapsed
          China asserts published (Ministry of Commerce, answers to the press, 2026-09-28); if
          nobody acts: lapsed; sources of China end 2026-10-09

  by law 0, only under an answer 0, lists 0, questions due 0, meetings 0, promises 0; past due
  1
  law DIGEST · known 2026-11-21 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost upcoming --known 2026-10-09 --side "United States" --kind fee | grep "US  "
    US  Service fees on ships, section 301
    US  Service fees on ships, section 301

$ impost upcoming --known 2026-10-09 --side Narnia
impost: the side "Narnia" is no place
  next: an ISO code or a name: `impost places` lists them
? 2

$ impost upcoming --known 2026-10-09 --side France
impost: no law of France is encoded; of these it is: CN, US
  next: leave --side out, or name a side whose law is
? 2

# An answer that was given is not past due, nor one the user picks.
$ impost upcoming --known 2025-11-15 --kind question --within 5d | grep "PAST\|was due"
  PAST DUE: no answer is recorded here
      ? us-cn.software was due; no answer is recorded (open): imposed or dropped

$ impost upcoming --known 2026-11-22 --kind question --within 5d --if us.longer-truce=lapsed | grep "was due"
      ? us-cn.software was due; no answer is recorded (open): imposed or dropped
      ? cn.longer-truce was due; no answer is recorded (open): published or lapsed

$ impost upcoming --known 2026-11-22 --within 1d --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(*[(c["in_days"], c["event"][0]["measure"], c["after"], c["standing"]) for c in d["changes"] if "past" in c["after"]], sep="\n")'
(-386, 'us-cn.software', 'past due', 'United States asserts imposed (Donald Trump, post, 2025-10-10); sources of United States end 2026-11-09')
(-12, 'cn.longer-truce', 'past due', 'China asserts published (Ministry of Commerce, answers to the press, 2026-09-28); if nobody acts: lapsed; sources of China end 2026-10-09')
(-12, 'us.longer-truce', 'past due', 'United States asserts published (Scott Bessent, Fox, 2026-09-23); if nobody acts: lapsed; sources of United States end 2026-11-09')
(-4, 'us-cn.apec-2026', 'past due', None)
