# The duty of a code and place through time: the steps of the record, what made them, as text, JSON and picture.

$ impost timeline 9503.00.0073 CN

  TIMELINE                    9503.00.00.73 from China, duty in percent of a value of
                              10,000.00
                              toys, dolls, puzzles, scale models

    from              rate  0                                                           145%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2025-01-01          0%
    2025-02-04         10%  ████
                9903.01.20 10% begins: China and Hong Kong: 10%, 90 FR 9121; known 2025-02-01
    2025-03-04         20%  █████████
                9903.01.24 20% begins: China and Hong Kong: 20%, 90 FR 11463; known 2025-03-03
    2025-04-05         30%  █████████▓▓▓▓
                9903.01.25 10% begins: Reciprocal duty, 90 FR 15041; known 2025-04-02
    2025-04-09        104%  █████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                9903.01.63 84% begins: China: 84%; known 2025-04-08
    2025-04-10        145%  █████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                9903.01.63 125% begins: China: 125%; the other country rates held off; known
                2025-04-09
    2025-05-14         30%  █████████▓▓▓▓
                9903.01.63 suspended until 2025-08-12: China: 34%, of which 24 points held off
                for 90 days; known 2025-05-12
    2025-11-10         20%  ████▓▓▓▓▓
                9903.01.24 10% begins: China and Hong Kong: back to 10%; known 2025-11-04
    2026-02-24         10%  ▒▒▒▒
                9903.03.01 10% begins: Section 122 surcharge, 91 FR 9339; known 2026-02-20
                us.ieepa ends: IEEPA duties no longer collected, 91 FR 9437; known 2026-02-20
    2026-07-24       12.5%  ░░░░░░
                9903.03.01 10% ends: Section 122 surcharge, 91 FR 9339; known 2026-02-20
                9903.05.31 12.5% begins: Forced labour: 10% or 12.5% on 60 economies, 91 FR
                47318; known 2026-07-20
    ──────────────────────────────────────────────────────────────────────────────────────────
    ██  us.ieepa.fentanyl-cn           Fentanyl duty on China and Hong Kong
    ▓▓  us.ieepa.reciprocal            Reciprocal duty
    ▒▒  us.122                         Section 122 surcharge
    ░░  us.301.fl                      Section 301 duty, forced labour

    note      numbers are those of the schedule of 2026-06-08, the last one held
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# Five products. Whatever is not encoded is a refused stretch with its reason, never a zero.
$ impost timeline 4202.92.31.31 CN --from 2018-01-01 --to 2025-03-31

  TIMELINE                    4202.92.31.31 from China, duty in percent of a value of
                              10,000.00
                              trunks, suitcases, handbags, cases

    from              rate  0                                                          62.6%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2018-01-01       17.6%  ██████████████████
    2018-09-24       27.6%  ██████████████████▓▓▓▓▓▓▓▓▓▓
                us.301.cn.list-3 10% begins: List 3: 10% now, 25% from 1 January 2019, 83 FR
                47974; known 2018-09-21
    2019-05-10       42.6%  ██████████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                us.301.cn.list-3 25% begins: List 3: 25%, 84 FR 20459; known 2019-05-09
    2025-02-04       52.6%  ██████████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒
                9903.01.20 10% begins: China and Hong Kong: 10%, 90 FR 9121; known 2025-02-01
    2025-03-04       62.6%  ██████████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                9903.01.24 20% begins: China and Hong Kong: 20%, 90 FR 11463; known 2025-03-03
    ──────────────────────────────────────────────────────────────────────────────────────────
    ██  us.base                        Ordinary customs duty
    ▓▓  us.301.cn.list-3               Section 301 duty on China, list 3
    ▒▒  us.ieepa.fentanyl-cn           Fentanyl duty on China and Hong Kong

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost timeline 8507.60.0020 CN --from 2025-01-01

  TIMELINE                    8507.60.00.20 from China, duty in percent of a value of
                              10,000.00
                              rechargeable batteries

    from                  rate  0                                                     155.9%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2025-01-01           10.9%  █▓▓▓
    2025-02-04           20.9%  █▓▓▓▒▒▒▒
                9903.01.20 10% begins: China and Hong Kong: 10%, 90 FR 9121; known 2025-02-01
    2025-03-04           30.9%  █▓▓▓▒▒▒▒▒▒▒▒
                9903.01.24 20% begins: China and Hong Kong: 20%, 90 FR 11463; known 2025-03-03
    2025-04-05           40.9%  █▓▓▓▒▒▒▒▒▒▒▒░░░░
                9903.01.25 10% begins: Reciprocal duty, 90 FR 15041; known 2025-04-02
    2025-04-09          114.9%  █▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                9903.01.63 84% begins: China: 84%; known 2025-04-08
    2025-04-10          155.9%  █▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                9903.01.63 125% begins: China: 125%; the other country rates held off; known
                2025-04-09
    2025-05-03  55.9 to 155.9%  █▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                9903.94.06 none begins: Automobiles and their parts, 90 FR 14705; known
                2025-03-26
    2025-05-14   40.9 to 55.9%  █▓▓▓▒▒▒▒▒▒▒▒▞▞▞▞▞▞▞▞▞▞
                9903.01.63 suspended until 2025-08-12: China: 34%, of which 24 points held off
                for 90 days; known 2025-05-12
    2025-11-10   30.9 to 45.9%  █▓▓▓▒▒▒▒▞▞▞▞▞▞▞▞▞▞
                9903.01.24 10% begins: China and Hong Kong: back to 10%; known 2025-11-04
    2026-01-01   48.4 to 63.4%  █▒▒▒▒▞▞▞▞▞▞▞▞▞▞▚▚▚▚▚▚▚▚▚
                9903.91.06 25% begins: Four-year review, 89 FR 76581; known 2024-09-18
    2026-01-30  refused: 8507.60.00.20 ended on 2026-01-30
    ──────────────────────────────────────────────────────────────────────────────────────────
    ██  us.base                        Ordinary customs duty
    ▓▓  us.301.cn.list-4a              Section 301 duty on China, list 4A
    ▒▒  us.ieepa.fentanyl-cn           Fentanyl duty on China and Hong Kong
    ░░  us.ieepa.reciprocal            Reciprocal duty
    ▞▞  us.232.auto-parts              Section 232 duty on parts of passenger vehicles and
                                       light trucks
    ▚▚  us.301.cn.review               Section 301 duty on China, four-year review

    note      where a fact is missing there is a range; its bar is the high end
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost timeline 2204.21.50.40 FR --quantity "1000 liters"

  TIMELINE                    2204.21.50.40 from France, duty in percent of a value of
                              10,000.00
                              wine

    from              rate  0                                                         20.63%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2025-01-01       0.63%  ██
    2025-04-05      10.63%  ██▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                9903.01.25 10% begins: Reciprocal duty, 90 FR 15041; known 2025-04-02
    2025-04-09      20.63%  ██▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                9903.01.50 20% begins: Reciprocal duty, 90 FR 15041; known 2025-04-02
    2025-04-10      10.63%  ██▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                us.ieepa.reciprocal.first suspended until 2025-07-09: China: 125%; the other
                country rates held off; known 2025-04-09
    2025-08-07         15%  ██░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                9903.02.20 15% less base begins: Second country rates, 90 FR 37963; known
                2025-07-31
    2026-02-24      10.63%  ██▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞
                9903.03.01 10% begins: Section 122 surcharge, 91 FR 9339; known 2026-02-20
                us.ieepa ends: IEEPA duties no longer collected, 91 FR 9437; known 2026-02-20
    2026-07-24  refused: us.301.fl is not encoded: note 52(j): which goods of this partner are
                spared 9903.05.39
    ──────────────────────────────────────────────────────────────────────────────────────────
    ██  us.base                        Ordinary customs duty
    ▓▓  us.ieepa.reciprocal            Reciprocal duty
    ▒▒  us.ieepa.reciprocal.first      Reciprocal duty, first country rates (in force for one
                                       day)
    ░░  us.ieepa.reciprocal.countries  Reciprocal duty, country rates from 7 August 2025
    ▞▞  us.122                         Section 122 surcharge

    note      numbers are those of the schedule of 2026-06-08, the last one held
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost timeline 0901.11.00.25 BR

  TIMELINE                    0901.11.00.25 from Brazil, duty in percent of a value of
                              10,000.00
                              coffee

    from              rate  0                                                            50%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2025-01-01          0%
    2025-04-05         10%  █████████████
                9903.01.25 10% begins: Reciprocal duty, 90 FR 15041; known 2025-04-02
    2025-08-06         50%  █████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
                9903.01.77 40% begins: Brazil: 40%, 90 FR 37739; known 2025-07-30
    2025-08-07         50%  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒
                9903.02.09 10% begins: Second country rates, 90 FR 37963; known 2025-07-31
    2025-11-13          0%
                @us.ieepa.annex-2 goods join the list: Farm goods out of the reciprocal duty;
                known 2025-11-14
                @us.ieepa.brazil.list goods join the list: Brazil: farm goods out; known
                2025-11-20
    2026-02-24          0%
                9903.03.03 none begins: Section 122 surcharge, 91 FR 9339; known 2026-02-20
                us.ieepa ends: IEEPA duties no longer collected, 91 FR 9437; known 2026-02-20
    2026-07-22          0%
                9903.05.03 none begins: Brazil: 25%, 91 FR 45516; known 2026-07-15
    2026-07-24          0%
                9903.03.03 none ends: Section 122 surcharge, 91 FR 9339; known 2026-02-20
                9903.05.86 none begins: Forced labour: 10% or 12.5% on 60 economies, 91 FR
                47318; known 2026-07-20
    2026-08-22          0%
    ──────────────────────────────────────────────────────────────────────────────────────────
    ██  us.ieepa.reciprocal            Reciprocal duty
    ▓▓  us.ieepa.brazil                IEEPA duty on Brazil
    ▒▒  us.ieepa.reciprocal.countries  Reciprocal duty, country rates from 7 August 2025

    note      numbers are those of the schedule of 2026-06-08, the last one held
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost timeline 4901.91.00.20 RU --from 2022-01-01 --to 2025-02-01

  TIMELINE                    4901.91.00.20 from Russia, duty in percent of a value of
                              10,000.00
                              books and brochures

    from              rate  0                                                            35%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2022-01-01          0%
    2022-04-09          0%
                column-2 the schedule's rate becomes Free
    2022-07-27  refused: us.base is not encoded: which goods of Russia paid 35% before April
                2023
    2023-04-01         35%  ████████████████████████████████████████████████████████████████
                9903.90.08 the schedule's rate becomes 35%
                9903.90.08 35% begins: Metals of Russia at 70%, more goods at 35%; known
                2023-02-24
    ──────────────────────────────────────────────────────────────────────────────────────────
    ██  us.base                        Ordinary customs duty

    note      answered in the numbers and ordinary rates of the schedule of 2025-01-01, the
              first one held
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# Open outcomes stand below each other.
$ impost timeline 4202.92.31.31 CN --known 2025-10-26 --from 2025-09-01 --width 110

  TIMELINE                    4202.92.31.31 from China, duty in percent of a value of 10,000.00
                              trunks, suitcases, handbags, cases

    from              rate  0                                                                       196.6%
    ────────────────────────────────────────────────────────────────────────────────────────────────────────
    2025-09-01       72.6%  ███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░
    2025-11-01       72.6%  ███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░
                            if us-cn.framework=approved
                    172.6%  ███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞
                            if us-cn.framework=rejected (moved by what was said, not law: us.post.2025-10-10
                            (post, 2025-10-10))
                us.china-100 100% begins: The President writes: 100% on China from 1 November; known
                2025-10-10
    2025-11-10       72.6%  ███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░
                            if us-cn.framework=approved (moved by what was said, not law: us-cn.kuala-lumpur
                            (statement, 2025-10-26))
                    196.6%  ███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░░░░░░▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞
                            if us-cn.framework=rejected (moved by what was said, not law: us.post.2025-10-10
                            (post, 2025-10-10))
                9903.01.63 returns: the suspension ends: China: held off to 10 November 2025; known
                2025-08-11
                9903.01.63 suspended until 2026-11-10: The two delegations report a consensus, the truce to
                be extended; known 2025-10-26
    2026-11-10       96.6%  ███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░░░░░░
                            if us-cn.framework=approved
                    196.6%  ███████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒░░░░░░░░░░░░░▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞▞
                            if us-cn.framework=rejected (moved by what was said, not law: us.post.2025-10-10
                            (post, 2025-10-10))
                9903.01.63 returns: the suspension ends: The two delegations report a consensus, the truce
                to be extended; known 2025-10-26
    ────────────────────────────────────────────────────────────────────────────────────────────────────────
    ██  us.base                        Ordinary customs duty
    ▓▓  us.301.cn.list-3               Section 301 duty on China, list 3
    ▒▒  us.ieepa.fentanyl-cn           Fentanyl duty on China and Hong Kong
    ░░  us.ieepa.reciprocal            Reciprocal duty
    ▞▞  us.china-100                   Additional duty of 100% on all goods of China

    note      numbers are those of the schedule of 2026-06-08, the last one held
    note      sources were read through 2026-11-09; the date of entry is later
  law DIGEST · known 2025-10-26 (sources read through 2026-11-09) · basis collected

$ impost timeline 4202.92.31.31 CN --known 2025-10-26 --from 2025-10-30 --to 2025-11-12 --if us-cn.framework=rejected --ascii

  TIMELINE                    4202.92.31.31 from China, duty in percent of a value of
                              10,000.00
                              trunks, suitcases, handbags, cases

    from              rate  0                                                         196.6%
    ------------------------------------------------------------------------------------------
    2025-10-30       72.6%  ######========++++++::::
    2025-11-01      172.6%  ######========++++++::::oooooooooooooooooooooooooooooooo
                us.china-100 100% begins: The President writes: 100% on China from 1 November;
                known 2025-10-10
    2025-11-10      196.6%  ######========++++++:::::::::::ooooooooooooooooooooooooooooooooo
                9903.01.63 returns: the suspension ends: China: held off to 10 November 2025;
                known 2025-08-11
                9903.01.63 suspended until 2026-11-10: The two delegations report a consensus,
                the truce to be extended; known 2025-10-26
    ------------------------------------------------------------------------------------------
    ##  us.base                        Ordinary customs duty
    ==  us.301.cn.list-3               Section 301 duty on China, list 3
    ++  us.ieepa.fentanyl-cn           Fentanyl duty on China and Hong Kong
    ::  us.ieepa.reciprocal            Reciprocal duty
    oo  us.china-100                   Additional duty of 100% on all goods of China

  law DIGEST - known 2025-10-26 (sources read through 2026-11-09) - basis collected - if
  us-cn.framework=rejected, and with it us-cn.rare-earth-delay=kept, us-cn.truce=lapsed

# On basis legal the duties since held void are not there.
$ impost timeline 9503.00.0073 CN --basis legal --ascii --width 80

  TIMELINE                    9503.00.00.73 from China, duty in percent of a
                              value of 10,000.00
                              toys, dolls, puzzles, scale models

    from              rate  0                                          12.5%
    --------------------------------------------------------------------------
    2026-01-01          0%
    2026-02-24         10%  ######################################
                us.122 void from here on: Section 122 surcharge held unlawful;
                known 2026-05-07
                us.122 resumes: The ruling on Section 122 stayed; known
                2026-05-12
                9903.03.01 10% begins: Section 122 surcharge, 91 FR 9339;
                known 2026-02-20
    2026-07-24       12.5%  ================================================
                9903.03.01 10% ends: Section 122 surcharge, 91 FR 9339; known
                2026-02-20
                9903.05.31 12.5% begins: Forced labour: 10% or 12.5% on 60
                economies, 91 FR 47318; known 2026-07-20
    --------------------------------------------------------------------------
    ##  us.122                         Section 122 surcharge
    ==  us.301.fl                      Section 301 duty, forced labour

    note      numbers are those of the schedule of 2026-06-08, the last one
              held
  law DIGEST - known 2026-10-07 (sources read through 2026-11-09) - basis
  legal

$ impost timeline 9503.00.0073 CN --json | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["schema"]); [print(s["from"], s["until"], s["bills"][0]["low_rate"], s["events"][0]["known"] if s["events"] else "") for s in d["steps"]]'
impost.timeline/1
2025-01-01 2025-02-04 0% 
2025-02-04 2025-03-04 10% 2025-02-01
2025-03-04 2025-04-05 20% 2025-03-03
2025-04-05 2025-04-09 30% 2025-04-02
2025-04-09 2025-04-10 104% 2025-04-08
2025-04-10 2025-05-14 145% 2025-04-09
2025-05-14 2025-11-10 30% 2025-05-12
2025-11-10 2026-02-24 20% 2025-11-04
2026-02-24 2026-07-24 10% 2026-02-20
2026-07-24 None 12.5% 2026-02-20

$ impost timeline 9503.00.0073 CN -o toys.svg && head -c 37 toys.svg && grep -c '<rect' toys.svg && grep -o '>145%<' toys.svg && python3 -c 'import xml.dom.minidom as m; m.parse("toys.svg"); print("well formed")'
impost: written to toys.svg
<svg xmlns="http://www.w3.org/2000/sv20
>145%<
>145%<
well formed

$ impost timeline 4901.91.00.20 RU --from 2022-01-01 --to 2025-02-01 -O svg | grep -c 'url(#refused)'
1

$ grep -c -i -E 'http|@import|url\(' toys.svg; grep -c 'http://www.w3.org/2000/svg' toys.svg
1
1

# Wrong words.
$ impost timeline
impost: timeline wants CODE FROM
  next: impost help timeline
? 2

$ impost timeline 9503.00.0073
impost: the country is missing: impost timeline 9503.00.0073 FROM
  next: impost help timeline
? 2

$ impost timeline 9503.00.0073 CN --from soon
impost: --from wants a day as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY, "soon" is none
  next: impost help timeline
? 2

$ impost timeline 9503.00.0073 CN --from 2025-02-01 --to 2025-01-01
impost: the last day, 2025-01-01, is before the first, 2025-02-01
  next: put the earlier day first
? 2

$ impost timeline 9503.00.0073 CN -O csv
impost: there is no form "csv" here; there are text|json|svg
  next: impost help timeline
? 2

$ impost timeline 9503.00.0073 Chna --to 2025-12-31

  TIMELINE                    9503.00.00.73 from Chna, duty in percent of a value of 10,000.00
                              toys, dolls, puzzles, scale models

    from              rate  0                                                             1%
    ──────────────────────────────────────────────────────────────────────────────────────────
    2025-01-01  refused: "Chna" is no country of origin
    ──────────────────────────────────────────────────────────────────────────────────────────

    note      answered in the numbers and ordinary rates of the schedule of 2025-01-01, the
              first one held
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected
? 3
