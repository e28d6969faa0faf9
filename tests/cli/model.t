# What outcomes do to economies, compared; refusals in words.

$ impost model --shock us.china-100 --draws 100 --no-structures

  MODEL   100% on goods of China from November 2025, or the truce of Kuala Lumpur

    base year 2022, 24 regions by 28 sectors · elasticities gyy · deficits fixed
    duty collected is given to the region's people

  Outcomes
    truce         The truce is agreed and the soybean pledge is kept; all others are compared
                  with it
                  tariff into USA from CHN on goods plus 20%
                  tariff into CHN from USA on goods plus 10%
                  floor into CHN from USA on SOY at 95%
    pledge-half   The truce is agreed, half of the pledge is kept
                  tariff into USA from CHN on goods plus 20%
                  tariff into CHN from USA on goods plus 10%
                  floor into CHN from USA on SOY at 95% kept 50% sd 20%
    pledge-none   The truce is agreed, China buys hardly a soybean
                  tariff into USA from CHN on goods plus 20%
                  tariff into CHN from USA on goods plus 10%
                  limit into CHN from USA on SOY at 5% rent importer
    us.china-100  The truce fails: 100% more, and China replies
                  tariff into USA from CHN on goods plus 154%
                  tariff into CHN from USA on goods plus 110%
                  short into USA from CHN on ORES at 10%

  Long run (years): real income against the first outcome, %, and 5…95% of draws
                                       pledge-half            pledge-none           us.china-100
    ────────────────────────────────────────────────────────────────────────────────────────────
    USA  United States         0.00      0.00…0.00   -0.01     -0.01…0.00   -0.47    -0.56…-0.32
    CHN  China                 0.00      0.00…0.00    0.00      0.00…0.00   -0.25    -0.32…-0.16
    AUS  Australia             0.00      0.00…0.00    0.00      0.00…0.00    0.00     -0.01…0.00
    RUS  Russia                0.00      0.00…0.00    0.00      0.00…0.00   +0.01    +0.01…+0.01
    GBR  United Kingdom        0.00      0.00…0.00    0.00      0.00…0.00   +0.01     0.00…+0.01
    ZAF  South Africa          0.00      0.00…0.00    0.00      0.00…0.00   +0.01     0.00…+0.01
    ROW  rest of the world     0.00      0.00…0.00    0.00      0.00…0.00   +0.01    +0.01…+0.02
    JPN  Japan                 0.00      0.00…0.00    0.00      0.00…0.00   +0.02    +0.01…+0.02
    EUR  rest of the Europe    0.00      0.00…0.00    0.00      0.00…0.00   +0.02    +0.01…+0.02
    GLF  Saudi Arabia and E    0.00      0.00…0.00    0.00      0.00…0.00   +0.02    +0.01…+0.02
    ARG  Argentina             0.00     0.00…+0.01   +0.01    +0.01…+0.01   +0.02    +0.01…+0.02
    DEU  Germany               0.00      0.00…0.00    0.00      0.00…0.00   +0.02    +0.01…+0.03
    TUR  Turkey                0.00      0.00…0.00    0.00      0.00…0.00   +0.02    +0.01…+0.03
    BRA  Brazil               +0.01    +0.01…+0.02   +0.03    +0.02…+0.03   +0.02    +0.02…+0.03
    CAN  Canada                0.00      0.00…0.00    0.00      0.00…0.00   +0.03    +0.01…+0.03
    IND  India                 0.00      0.00…0.00    0.00      0.00…0.00   +0.03    +0.01…+0.04
    IDN  Indonesia             0.00      0.00…0.00    0.00      0.00…0.00   +0.04    +0.02…+0.05
    KOR  Korea                 0.00      0.00…0.00    0.00      0.00…0.00   +0.04    +0.02…+0.05
    CHE  Switzerland           0.00      0.00…0.00    0.00      0.00…0.00   +0.04    +0.02…+0.06
    MYS  Malaysia              0.00      0.00…0.00    0.00      0.00…0.00   +0.04    +0.03…+0.06
    TWN  Taiwan                0.00      0.00…0.00    0.00      0.00…0.00   +0.05    +0.03…+0.06
    THA  Thailand              0.00      0.00…0.00    0.00      0.00…0.00   +0.10    +0.05…+0.13
    MEX  Mexico                0.00      0.00…0.00    0.00      0.00…0.00   +0.12    +0.06…+0.15
    VNM  Viet Nam              0.00      0.00…0.00    0.00      0.00…0.00   +0.27    +0.15…+0.36
    ────────────────────────────────────────────────────────────────────────────────────────────

  Long run: real income, us.china-100
    USA    -0.47  ████████████████████████████████████│
    CHN    -0.25                   ███████████████████│
    AUS     0.00                                      │
    RUS    +0.01                                      │█
    GBR    +0.01                                      │█
    ZAF    +0.01                                      │█
    ROW    +0.01                                      │█
    JPN    +0.02                                      │█
    EUR    +0.02                                      │█
    GLF    +0.02                                      │█
    ARG    +0.02                                      │█
    DEU    +0.02                                      │██
    TUR    +0.02                                      │██
    BRA    +0.02                                      │██
    CAN    +0.03                                      │██
    IND    +0.03                                      │██
    IDN    +0.04                                      │███
    KOR    +0.04                                      │███
    CHE    +0.04                                      │███
    MYS    +0.04                                      │███
    TWN    +0.05                                      │████
    THA    +0.10                                      │███████
    MEX    +0.12                                      │█████████
    VNM    +0.27                                      │█████████████████████

  At the border, against the base year: accounting (first day), partial equilibrium (sources
  switched, 6 to 18 months), long run (years)
                      average duty, %        more duty, billions others'  prices
                       first switched    first switched long run gain bn       %
    ────────────────────────────────────────────────────────────────────────────────────────────
    USA  truce           7.2      4.4    +90.7    +13.3    +17.8       -   +0.12
    USA  pledge-half     7.2      4.4    +90.7    +13.3    +17.6     0.0   +0.12
    USA  pledge-none     7.2      4.4    +90.7    +13.3    +17.5     0.0   +0.12
    USA  us.china-100   31.5      2.2   +698.2    -41.9    -39.2   +89.0   +0.25
    CHN  truce           0.6      0.3    +12.8     +7.0     +6.5       -   +0.01
    CHN  pledge-half     0.6      0.4    +12.8     +7.3     +6.9    +3.1   +0.01
    CHN  pledge-none     0.6      0.4    +12.8     +7.1     +6.7    +6.1   +0.01
    CHN  us.china-100    6.8      0.2   +140.6     +3.0     +2.7   +14.7   +0.02
    ────────────────────────────────────────────────────────────────────────────────────────────
    others' gain: imports of more, against truce, from sources whose own charge is the same in
    both, once switched; prices: of final spending, by what is imported; once switched, duty
    holds what a limit leaves the importer, less what a floor costs its budget; CHN: the data
    have no duties of the base year, these are what is added

  Price push (1 to 2 years): what consumers of United States pay, against the base year, %: on
  old sources, and once buyers switch
                                               truce   pledge-half   pledge-none  us.china-100
    ────────────────────────────────────────────────────────────────────────────────────────────
    Electric appliances for personal      +3.2  +2.5    +3.2  +2.5    +3.2  +2.5   +24.3  +7.1
    Small electric household applianc     +3.1  +2.5    +3.1  +2.5    +3.1  +2.5   +24.0  +7.0
    Standard clothing issued to milit     +3.8  +2.9    +3.8  +2.9    +3.8  +2.9   +29.3  +6.5
    Personal computers/tablets and pe     +3.8  +2.9    +3.8  +2.9    +3.8  +2.9   +29.6  +6.3
    Other video equipment                 +3.2  +2.3    +3.2  +2.3    +3.2  +2.3   +24.3  +5.2
    Televisions                           +3.1  +2.3    +3.1  +2.3    +3.1  +2.3   +23.6  +5.0
    Audio equipment                       +2.8  +2.1    +2.8  +2.1    +2.8  +2.1   +21.4  +4.6
    Luggage and similar personal item     +2.4  +1.8    +2.4  +1.8    +2.4  +1.8   +18.8  +4.2
    Telephone and related communicati     +2.3  +1.7    +2.3  +1.7    +2.3  +1.7   +18.0  +3.8
    Major household appliances            +1.7  +1.4    +1.7  +1.4    +1.7  +1.4   +13.3  +3.8
    all consumption                       +0.3  +0.2    +0.3  +0.2    +0.3  +0.2    +1.9  +0.4
    ────────────────────────────────────────────────────────────────────────────────────────────
    tables of 2017, wages held, sellers take none of it: if they take a fifth, each is a fifth
    less; the imported part of a commodity is the same in every category, domestic and foreign
    cars alike

  Long run (years), against the first outcome
                        real wage %  prices %  imports %  exports %    duty, bn
    ────────────────────────────────────────────────────────────────────────────────────────────
    USA  pledge-half           0.00     -0.02      -0.10      -0.14        -0.1
    USA  pledge-none          -0.01     -0.04      -0.19      -0.26        -0.2
    USA  us.china-100         -0.25     +0.38      -2.54      -3.50       -56.9
    CHN  pledge-half           0.00     +0.02      -0.07      -0.06        +0.4
    CHN  pledge-none           0.00     +0.04      -0.12      -0.10        +0.2
    CHN  us.china-100         -0.20     -0.50      -5.27      -4.36        -3.8
    ────────────────────────────────────────────────────────────────────────────────────────────

  Long run (years): quantities, against the first outcome, %
    SOY: made in BRA          +3.99    +1.55…+6.09   +7.81    +7.51…+8.08   +5.85    +4.96…+6.86
    SOY: BRA into CHN         +9.02   +3.43…+13.76  +17.67  +17.42…+17.90  +12.67  +10.63…+14.91
    SOY: made in USA         -11.46   -17.33…-4.43  -21.70  -21.74…-21.67  -23.65  -23.88…-23.40
    SOY: USA into CHN        -50.00  -75.67…-19.31  -94.74  -94.74…-94.74 -100.00 -100.00…-99.98
    SOY: made in ROW          +1.70    +0.66…+2.64   +3.36    +3.29…+3.43   +2.71    +2.51…+2.93
    SOY: ROW into CHN        +10.35   +4.01…+16.08  +20.49  +20.11…+20.90  +14.08  +11.98…+16.44
    SOY: made in ARG          +0.90    +0.34…+1.38   +1.78    +1.74…+1.81   +1.31    +1.12…+1.52
    SOY: ARG into CHN         +9.80   +3.78…+15.11  +19.33  +19.19…+19.46  +13.38  +11.27…+15.80

  Long run (years): Soybeans, Mt a year
                               base year         truce   pledge-half   pledge-none  us.china-100
    ────────────────────────────────────────────────────────────────────────────────────────────
    CHN buys of USA                 28.0          26.6          13.3           1.4           0.0
    CHN buys of others              69.9          66.2          72.3          78.2          74.7
    CHN buys of its own             60.8          65.3          71.8          78.3          83.1
    CHN buys in all                158.7         158.1         157.4         157.8         157.8
    USA sells to others abroad      21.8          20.8          21.0          21.1          20.6
    USA makes in all               117.9         115.2         102.0          90.2          87.9
    price paid in CHN, %             0.0          -0.3          +0.3          +0.9          +0.7
    price asked in USA, %            0.0          +0.5          +0.5          +0.4          +0.8
    ────────────────────────────────────────────────────────────────────────────────────────────
    flows of value over what one Mt of USA into CHN was worth, 456 million USD. Cost does not
    hang on how much is sold and no land is short: others buy no more because one buyer leaves,
    so that is not made; and what is bought of others or grown at home instead is made at the
    old cost

  Short run (weeks to months), against the base year, %
                                              output of users      real income    long run
                                               least     most    buyer   seller (misleads)
    ORES from CHN into USA at 10%           -0.00063 -0.16091 -0.00060 +0.00033   -0.00014
    shortages of one outcome are solved together; the input is the whole sector, and a critical
    material within it may matter far more than its share of cost

    source        duties of the United States on China beyond Section 301: in the truce
                  reciprocal 10% and fentanyl 10%; without it reciprocal 34%, fentanyl 20% and
                  the 100% of the post of 2025-10-10
    source        duty of China on the United States: 10% kept of April 2025; the reply to 100%
                  is assumed to be the same 100%
    source        soybeans: a pledge of 25 million tonnes a year beside some 26 to 30 in the
                  base year, taken as 95% of its quantity
    note          duties are added to those of the base year; those on other countries and of
                  Section 232 are the same in every outcome and left out
    note          exemptions (Annex II, exclusions) are left out: every sector of goods pays the
                  whole
    note          the data have no sector of rare earths or magnets, ORES is the nearest and
                  they are a small part of it; that they come at a tenth is an assumption
    duty          what rates charge on trade of the base year, all of it declared and paid; not
                  compared with what was collected, which is less
    not in it     policy on services, investment, migration and exchange rates
                  firms that come and go, sticky prices and wages, the cost of not knowing
                  quotas and rules below a sector: every sector is one good of each region
                  trade that is not there in the base year: a flow of zero stays zero
                  land and other limits to what can be made: sellers ask their cost, however
                  much is sold
    draws         100 solved, 0 not; error of a median at most 0.010 points of real income; what
                  stands beside a band is at the set's own elasticities, not the middle of the
                  draws, and may lie at an edge of it
    solved        equations hold to 6e-10; no number here is a forecast of the next quarter, nor
                  a bill

$ impost model --shock us.china-145 --draws 0 --no-structures --deficits removed --elasticities cp --width 80

  MODEL   The rates of April 2025: 145% of the United States, 125% of China,
          against none of 2025

    base year 2022, 24 regions by 28 sectors · elasticities cp · deficits
    removed
    duty collected is given to the region's people

  Outcomes
    before        Rates of the base year; all others are compared with it
    april         145% and 125%
                  tariff into USA from CHN on goods plus 145%
                  tariff into CHN from USA on goods plus 125%

  Long run (years): real income against the first outcome, %
                                    april
    ────────────────────────────────────────────────────────────────────────────
    USA  United States              -0.45
    CHN  China                      -0.24
    CAN  Canada                     -0.01
    AUS  Australia                  -0.01
    ZAF  South Africa                0.00
    RUS  Russia                      0.00
    GBR  United Kingdom              0.00
    GLF  Saudi Arabia and E         +0.01
    TWN  Taiwan                     +0.01
    EUR  rest of the Europe         +0.01
    DEU  Germany                    +0.01
    ROW  rest of the world          +0.01
    JPN  Japan                      +0.01
    ARG  Argentina                  +0.01
    CHE  Switzerland                +0.02
    KOR  Korea                      +0.02
    MYS  Malaysia                   +0.02
    TUR  Turkey                     +0.02
    BRA  Brazil                     +0.02
    IDN  Indonesia                  +0.02
    IND  India                      +0.02
    THA  Thailand                   +0.08
    MEX  Mexico                     +0.09
    VNM  Viet Nam                   +0.20
    ────────────────────────────────────────────────────────────────────────────

  Long run: real income, april
    USA    -0.45  ████████████████████████████│
    CHN    -0.24               ███████████████│
    CAN    -0.01                             █│
    AUS    -0.01                             █│
    ZAF     0.00                              │
    RUS     0.00                              │
    GBR     0.00                              │
    GLF    +0.01                              │
    TWN    +0.01                              │
    EUR    +0.01                              │█
    DEU    +0.01                              │█
    ROW    +0.01                              │█
    JPN    +0.01                              │█
    ARG    +0.01                              │█
    CHE    +0.02                              │█
    KOR    +0.02                              │█
    MYS    +0.02                              │█
    TUR    +0.02                              │█
    BRA    +0.02                              │█
    IDN    +0.02                              │█
    IND    +0.02                              │██
    THA    +0.08                              │█████
    MEX    +0.09                              │█████
    VNM    +0.20                              │████████████

  At the border, against the base year: accounting (first day), partial
  equilibrium (sources switched, 6 to 18 months), long run (years)
                      average duty, %        more duty, billions others'  prices
                       first switched    first switched long run gain bn       %
    ────────────────────────────────────────────────────────────────────────────
    USA  before          3.6      3.6      0.0      0.0    -12.1       -    0.00
    USA  april          29.9      2.7   +657.4    -29.8    -34.4  +160.8   +0.21
    CHN  before          0.0      0.0      0.0      0.0      0.0       -    0.00
    CHN  april           7.7      0.3   +159.8     +6.1     +6.4   +19.3   +0.03
    ────────────────────────────────────────────────────────────────────────────
    others' gain: imports of more, against before, from sources whose own charge
    is the same in both, once switched; prices: of final spending, by what is
    imported; CHN: the data have no duties of the base year, these are what is
    added

  Price push (1 to 2 years): what consumers of United States pay, against the
  base year, %: on old sources, and once buyers switch
                                              before         april
    ────────────────────────────────────────────────────────────────────────────
    Standard clothing issued to milit      0.0   0.0   +27.6  +3.6
    Dishes and flatware                    0.0   0.0    +9.3  +3.5
    Tires                                  0.0   0.0    +8.4  +3.2
    Personal computers/tablets and pe      0.0   0.0   +27.9  +3.0
    Nonelectric cookware and tablewar      0.0   0.0    +8.5  +2.5
    Calculators, typewriters, and oth      0.0   0.0    +7.2  +2.4
    Other video equipment                  0.0   0.0   +22.8  +2.4
    Televisions                            0.0   0.0   +22.2  +2.4
    Luggage and similar personal item      0.0   0.0   +17.7  +2.3
    Photographic equipment                 0.0   0.0   +16.2  +2.3
    all consumption                        0.0   0.0    +1.8  +0.3
    ────────────────────────────────────────────────────────────────────────────
    tables of 2017, wages held, sellers take none of it: if they take a fifth,
    each is a fifth less; the imported part of a commodity is the same in every
    category, domestic and foreign cars alike

  Long run (years), against the first outcome
                        real wage %  prices %  imports %  exports %    duty, bn
    ────────────────────────────────────────────────────────────────────────────
    USA  april                -0.36     +0.40      -6.98      -6.98       -22.3
    CHN  april                -0.28     -0.34      -9.21      -9.21        +6.4
    ────────────────────────────────────────────────────────────────────────────

  Long run (years): quantities, against the first outcome, %
    SOY: made in BRA               +12.76
    SOY: BRA into CHN              +25.94
    SOY: made in USA               -31.09
    SOY: USA into CHN             -100.00
    SOY: made in ROW                +5.67
    SOY: ROW into CHN              +28.09
    SOY: made in ARG                +2.75
    SOY: ARG into CHN              +27.10

  Long run (years): Soybeans, Mt a year
                               base year        before         april
    ────────────────────────────────────────────────────────────────────────────
    CHN buys of USA                 28.0          41.4           0.0
    CHN buys of others              69.9          72.4          91.4
    CHN buys of its own             60.8          49.7          70.2
    CHN buys in all                158.7         163.5         161.6
    USA sells to others abroad      21.8          26.4          26.2
    USA makes in all               117.9         135.8          93.6
    price paid in CHN, %             0.0          +0.4          +2.2
    price asked in USA, %            0.0          -1.9          -1.6
    ────────────────────────────────────────────────────────────────────────────
    flows of value over what one Mt of USA into CHN was worth, 456 million USD.
    Cost does not hang on how much is sold and no land is short: others buy no
    more because one buyer leaves, so that is not made; and what is bought of
    others or grown at home instead is made at the old cost

    source        rates of April and May 2025: reciprocal 125% and fentanyl 20%;
                  China 125%
    note          rates are added to those of the base year, Section 301 among
                  them
    note          exemptions (Annex II) are left out: every sector of goods pays
                  the whole
    duty          what rates charge on trade of the base year, all of it
                  declared and paid; not compared with what was collected, which
                  is less
    not in it     policy on services, investment, migration and exchange rates
                  firms that come and go, sticky prices and wages, the cost of
                  not knowing
                  quotas and rules below a sector: every sector is one good of
                  each region
                  trade that is not there in the base year: a flow of zero stays
                  zero
                  land and other limits to what can be made: sellers ask their
                  cost, however much is sold
    solved        equations hold to 4e-10; no number here is a forecast of the
                  next quarter, nor a bill

$ impost model --about-data

  BASE YEAR 2022                The world of 2022: 24 regions, 28 sectors
    24 regions, 28 sectors, million USD

    source  flows: OECD inter-country input-output tables, edition with 2022, 81 economies by 28
            sectors as collected in github.com/ahmadlp/tariffwar
    licence flows: OECD, CC BY 4.0 (terms of use of 2024-07-01; the clause for this table was
            not read)
    source  inputs: World Input-Output Database, release 2013, year 2011, 41 economies by 35
            sectors
    licence inputs: CC BY 4.0 (read for the release of 2016; the page of this release was not)
    source  elasticities: published sets as collected in github.com/ahmadlp/tariffwar (gyy Giri,
            Yi and Yilmazkuday 2021; cp Caliendo and Parro 2015; fgo Fontagné, Guimbard and
            Orefice 2022; is; bsy; ll; shap; u4 is 4 everywhere)
    source  duties of the United States: law/us/schedule.tsv and the lists of Section 301,
            weighted with imports of 2024 (U.S. Census Bureau, public domain)
    note    inputs of 2011 were fitted to flows of 2022 by row and column: on average 11.2% of
            input values moved, most in GLF (38.4%)
    note    coefficients of VNM, THA, MYS, ARG, ZAF, GLF and ROW are those of the rest of the
            world, of CHE those of Austria
    note    services are one sector in the flows and were cut in four by the pattern of 2011
    note    soybeans are cut out of crops by shares rounded from memory of published totals of
            2022, not re-read; their elasticity is set to 15, a near-homogeneous good
    note    soybeans of the United States into China, 28 Mt, are the middle of 26 to 30 from
            memory of published totals of 2022, not re-read
    note    duties of the base year are those of the United States alone, ordinary rates of
            value and Section 301 of 2022; rates per quantity and special rates but those of
            free trade with CAN, MEX, KOR and AUS are left out (10.1% of imports); all other
            duties of the base year are taken as 0
    note    Hong Kong and Macau are in ROW

  Prices consumers pay: 398 commodities and 210 categories of United States, 2017
    source  input-output tables and bridge to personal consumption, 402 commodities, benchmark
            of 2017: Bureau of Economic Analysis
    licence public domain (United States government)
    note    inputs below 0.08% of a maker's output are left out: 5.3% of domestic and 15.3% of
            imported inputs; inputs of S00102, S00201 cost more than what is made and were
            scaled to it

  Regions
    USA         United States
    CHN         China
    CAN         Canada
    MEX         Mexico
    JPN         Japan
    KOR         Korea
    TWN         Taiwan
    IND         India
    VNM         Viet Nam
    THA         Thailand
    MYS         Malaysia
    IDN         Indonesia
    BRA         Brazil
    ARG         Argentina
    GBR         United Kingdom
    CHE         Switzerland
    AUS         Australia
    TUR         Turkey
    ZAF         South Africa
    RUS         Russia
    DEU         Germany
    EUR         rest of the European Union
    GLF         Saudi Arabia and Emirates
    ROW         rest of the world

  Sectors, and elasticities of trade by set
                                                    gyy     cp    fgo     is    bsy     ll   shap     u4
    SOY         Soybeans                          15.00  15.00  15.00  15.00  15.00  15.00  15.00  15.00
    CROPS       Other crops and animals            4.00   9.11   2.91   7.62   6.13   6.23   3.34   4.00
    FOREST      Forestry and fishing               4.00   9.11   2.91   7.62   6.13   6.23   3.34   4.00
    ENERGY      Coal, oil and gas                  4.00  13.53   3.41   7.62   4.28   6.23   3.45   4.00
    ORES        Ores, minerals and services to m   4.00  13.53   3.41   7.62   4.28   6.23   3.45   4.00
    FOOD        Food, drink and tobacco            3.57   2.62   4.17   1.29   5.58   2.30   5.26   4.00
    TEXTILES    Textiles, clothing and leather     4.43   8.10   4.71   3.22   4.76   3.36  14.26   4.00
    WOOD        Wood                               3.57  14.01   8.51   5.86   5.75   3.27   5.83   4.00
    PAPER       Paper and printing                 3.57  14.01   8.51   5.86   5.75   3.27   5.83   4.00
    FUELS       Refined petroleum                  4.00  64.85   3.67   6.40   5.63   0.64   8.95   4.00
    CHEMICALS   Chemicals                          3.75   3.13  10.56   7.76   4.02   3.97   1.55   4.00
    PHARMA      Medicines                          3.75   3.13  10.56   7.76   4.02   3.97   1.55   4.00
    PLASTICS    Rubber and plastics                4.73   2.04   5.77   3.08   4.17   5.22   5.25   4.00
    MINERALS    Glass, cement, ceramics            4.73   2.04   5.77   3.08   4.17   5.22   5.25   4.00
    STEEL       Iron and steel                     8.94   3.28   7.39   1.61   5.51   3.00  12.94   4.00
    METALS      Other basic metals                 8.94   3.28   7.39   1.61   5.51   3.00  12.94   4.00
    METALWARE   Metal products                     5.07   6.99   4.22   1.61   9.56   3.00  12.94   4.00
    ELECTRONICS Computers and electronics          4.00   8.54   5.14   4.00   4.74   1.24  10.84   4.00
    ELECTRICAL  Electrical equipment               3.27  12.91   4.11   4.00   6.90   1.24  10.84   4.00
    MACHINES    Machinery                          4.00   1.45   5.01   4.00   4.45   7.75  10.84   4.00
    VEHICLES    Motor vehicles                     4.47   1.11   8.96   4.00   6.62   2.81   6.87   4.00
    SHIPS       Ships and boats                    4.47   1.11   8.96   4.00   6.62   2.81   6.87   4.00
    TRANSPORT   Aircraft, trains and others        4.47   1.11   8.96   4.00   6.62   2.81   6.87   4.00
    OTHER       Furniture and other goods          4.47   6.34   4.06   4.00   4.88   6.17  12.76   4.00
    UTILITIES   Utilities and construction         4.00   4.00   8.35   4.00   4.00   4.00   4.00   4.00
    TRADE       Trade, transport, hotels, teleco   4.00   4.00   8.35   4.00   4.00   4.00   4.00   4.00
    BUSINESS    Finance, property, business serv   4.00   4.00   8.35   4.00   4.00   4.00   4.00   4.00
    PUBLIC      Government, health, education, o   4.00   4.00   8.35   4.00   4.00   4.00   4.00   4.00

$ impost model
impost: say what is compared: --shock us.china-100, --shock FILE, or --branch QUESTION
  next: impost help model
? 2

$ impost model --shock us.mars
impost: there is no shock named "us.mars"; there are us.china-100, us.china-145, us-cn.framework
  next: give one of them, or a file of a shock
? 2

$ impost model --shock us.china-100 --elasticities gtap
impost: there is no set of elasticities "gtap"; there are gyy, cp, fgo, is, bsy, ll, shap, u4
  next: give one of them
? 2

$ impost model --shock us.china-100 --deficits forgotten
impost: --deficits is fixed, removed or share, not "forgotten"
  next: impost help model
? 2

$ impost model --shock us.china-100 --draws 1000000
impost: --draws wants a number from 0 to 100000, "1000000" is not that
  next: impost help model
? 2

$ impost model --shock us.china-100 -O xlsx
impost: there is no form "xlsx" here; there are text|json|csv|tsv|svg
  next: impost help model
? 2

$ impost model --shock examples/nothing.shock
impost: cannot read examples/nothing.shock: No such file or directory
  next: see that it is there and may be read
? 5

$ impost model --branch us-cn.frame --known 2025-10-26
impost: the law has no question "us-cn.frame", the nearest is us-cn.framework; impost help outcomes lists them
  next: impost help model
? 2

$ impost model --branch us-cn.framework --known 2025-01-26
impost: us-cn.framework was not raised yet on that day
  next: impost help model
? 2

$ impost model --branch us-cn.framework --known 2025-10-26 --if us-cn.framework=approved
impost: --if us-cn.framework leaves nothing to compare
  next: impost help model
? 2

$ impost model --branch us-cn.framework --known 2025-10-26 --on 2025-11-12 --place MC --shock us.china-145
impost: "The rates of April 2025: 145% of the United States, 125% of China, against none of 2025" has an outcome before, which is none of "Do the two presidents approve the framework of Kuala Lumpur? (us-cn.framework, known 2025-10-26, entered 2025-11-12)"
  next: name its outcomes as the answers are named
? 2

$ impost model --shock us.china-100 extra
impost: "extra" is one word too many
  next: impost help model
? 2
