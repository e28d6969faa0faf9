# Lines of many origins and programmes, each with its rows, what is not charged and why, and the acts behind it. The arithmetic
# stands in law/us/cases; a steel article and a machine with steel in each era are in metals.t.

# A Japanese car and a part of one, at a total of 15%.
$ impost duty 8703.23.01.90 JP 10000 --on 2025-10-01 | sed -n '/of the value/q; 2,$p'
  DUTY 1,500.00               8703.23.01.90 of Japan, entered 2025-10-01, value 10,000.00 USD
                              passenger cars

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.33  Reciprocal duty †                                 free                  · 0.00
    9903.94.41  Section 232 duty on passenger vehicles and light  15% less base     ● 1,250.00
                trucks
    general     Ordinary customs duty                             2.5%                ● 250.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         1,500.00

$ impost duty 8703.23.01.90 JP 10000 --on 2025-10-01 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.25 suppressed by: us.232.autos  by us.eo.14257 
9903.01.33 applied   by us.eo.14257 
9903.02.73 suppressed by: us.232.autos  by us.fr.90-44638 
9903.94.41 applied   by us.fr.90-44638 
general applied   by us.htsus  by us.26-usc-4461  by us.fr.mpf-2026

$ impost duty 8708.30.50.90 JP 10000 --on 2025-10-01 | sed -n '/of the value/q; 2,$p'
  DUTY 1,500.00               8708.30.50.90 of Japan, entered 2025-10-01, value 10,000.00 USD
                              motor vehicle parts

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.33  Reciprocal duty †                                 free                  · 0.00
    9903.94.43  Section 232 duty on parts of passenger vehicles   15% less base     ● 1,250.00
                and light trucks
    general     Ordinary customs duty                             2.5%                ● 250.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         1,500.00

$ impost duty 8708.30.50.90 JP 10000 --on 2025-10-01 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.25 suppressed by: us.232.auto-parts  by us.eo.14257 
9903.01.33 applied   by us.eo.14257 
9903.02.73 suppressed by: us.232.auto-parts  by us.fr.90-44638 
9903.94.43 applied   by us.fr.90-44638 
general applied   by us.htsus  by us.26-usc-4461  by us.fr.mpf-2026

# A shirt of Mexico with and without the USMCA on six dates.
$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-03 | sed -n '/of the value/q; 2,$p'
  DUTY 1,970.00               6105.10.00.10 of Mexico, entered 2025-03-03, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.01  Fentanyl duty on Mexico                                 25%        ◐ suspended
    general     Ordinary customs duty                                   19.7%       ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         1,970.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-03 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 suspended by: us.eo.14198  by us.eo.14194 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-03 --claim usmca | sed -n '/of the value/q; 2,$p'
  DUTY 0.00                   6105.10.00.10 of Mexico, entered 2025-03-03, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.01  Fentanyl duty on Mexico                                    25%     ◐ suspended
    special     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-03 --claim usmca --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 suspended by: us.eo.14198  by us.eo.14194 
special applied   by us.htsus  by us.26-usc-4461

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-06 | sed -n '/of the value/q; 2,$p'
  DUTY 4,470.00               6105.10.00.10 of Mexico, entered 2025-03-06, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.01  Fentanyl duty on Mexico †                               25%         ● 2,500.00
    general     Ordinary customs duty                                   19.7%       ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         4,470.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-06 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 applied   by us.eo.14194 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-06 --claim usmca | sed -n '/of the value/q; 2,$p'
  DUTY 2,500.00               6105.10.00.10 of Mexico, entered 2025-03-06, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.01  Fentanyl duty on Mexico †                                  25%      ● 2,500.00
    special     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,500.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-06 --claim usmca --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 applied   by us.eo.14194 
special applied   by us.htsus 

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-07 | sed -n '/of the value/q; 2,$p'
  DUTY 4,470.00               6105.10.00.10 of Mexico, entered 2025-03-07, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.01  Fentanyl duty on Mexico †                               25%         ● 2,500.00
    general     Ordinary customs duty                                   19.7%       ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         4,470.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-07 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 applied   by us.eo.14194 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-07 --claim usmca | sed -n '/of the value/q; 2,$p'
  DUTY 0.00                   6105.10.00.10 of Mexico, entered 2025-03-07, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.04  Fentanyl duty on Mexico †                                  none         · 0.00
    special     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-03-07 --claim usmca --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 suppressed by: 9903.01.04  by us.eo.14194 
9903.01.04 applied   by us.eo.14232 
special applied   by us.htsus  by us.26-usc-4461

$ impost duty 6105.10.00.10 MX 10000 --on 2025-09-01 | sed -n '/of the value/q; 2,$p'
  DUTY 4,470.00               6105.10.00.10 of Mexico, entered 2025-09-01, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.01  Fentanyl duty on Mexico †                               25%         ● 2,500.00
    9903.01.27  Reciprocal duty †                                       none            · 0.00
    general     Ordinary customs duty                                   19.7%       ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         4,470.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-09-01 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 applied   by us.eo.14194 
9903.01.25 suppressed by: 9903.01.27  by us.eo.14257 
9903.01.27 applied   by us.eo.14257 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 MX 10000 --on 2025-09-01 --claim usmca | sed -n '/of the value/q; 2,$p'
  DUTY 0.00                   6105.10.00.10 of Mexico, entered 2025-09-01, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.04  Fentanyl duty on Mexico †                                  none         · 0.00
    9903.01.27  Reciprocal duty †                                          none         · 0.00
    special     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00

$ impost duty 6105.10.00.10 MX 10000 --on 2025-09-01 --claim usmca --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.01 suppressed by: 9903.01.04  by us.eo.14194 
9903.01.04 applied   by us.eo.14232 
9903.01.25 suppressed by: 9903.01.27  by us.eo.14257 
9903.01.27 applied   by us.eo.14257 
special applied   by us.htsus  by us.26-usc-4461

$ impost duty 6105.10.00.10 MX 10000 --on 2026-03-01 | sed -n '/of the value/q; 2,$p'
  DUTY 2,970.00               6105.10.00.10 of Mexico, entered 2026-03-01, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                   10%         ● 1,000.00
    general     Ordinary customs duty                                   19.7%       ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,970.00

$ impost duty 6105.10.00.10 MX 10000 --on 2026-03-01 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 applied   by us.pp.11012 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 MX 10000 --on 2026-03-01 --claim usmca | sed -n '/of the value/q; 2,$p'
  DUTY 0.00                   6105.10.00.10 of Mexico, entered 2026-03-01, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.08  Section 122 surcharge                                      none         · 0.00
    special     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00

$ impost duty 6105.10.00.10 MX 10000 --on 2026-03-01 --claim usmca --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 suppressed by: 9903.03.08  by us.pp.11012 
9903.03.08 applied   by us.pp.11012 
special applied   by us.htsus  by us.26-usc-4461

$ impost duty 6105.10.00.10 MX 10000 --on 2026-08-01 | sed -n '/of the value/q; 2,$p'
  DUTY 2,970.00               6105.10.00.10 of Mexico, entered 2026-08-01, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.55  Section 301 duty, forced labour                         10%         ● 1,000.00
    general     Ordinary customs duty                                   19.7%       ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,970.00

$ impost duty 6105.10.00.10 MX 10000 --on 2026-08-01 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.55 applied   by us.fr.91-47318 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 MX 10000 --on 2026-08-01 --claim usmca | sed -n '/of the value/q; 2,$p'
  DUTY 0.00                   6105.10.00.10 of Mexico, entered 2026-08-01, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.94  Section 301 duty, forced labour                            none         · 0.00
    special     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00

$ impost duty 6105.10.00.10 MX 10000 --on 2026-08-01 --claim usmca --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.55 suppressed by: 9903.05.94  by us.fr.91-47318 
9903.05.94 applied   by us.fr.91-47318 
special applied   by us.htsus  by us.26-usc-4461

# Wine of Canada in July, August and October 2026.
$ impost duty 2204.21.50.40 CA 10000 --on 2026-07-10 --quantity "1000 liters" | sed -n '/of the value/q; 2,$p'
  DUTY 1,063.00               2204.21.50.40 of Canada, entered 2026-07-10, value 10,000.00 USD
                              wine

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                               10%             ● 1,000.00
    general     Ordinary customs duty                               6.3c/liters        ● 63.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         1,063.00

$ impost duty 2204.21.50.40 CA 10000 --on 2026-07-10 --quantity "1000 liters" --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 applied   by us.pp.11012 
general applied   by us.htsus 

$ impost duty 2204.21.50.40 CA 10000 --on 2026-08-25 --quantity "1000 liters" | sed -n '/of the value/q; 2,$p'
  DUTY 6,063.00               2204.21.50.40 of Canada, entered 2026-08-25, value 10,000.00 USD
                              wine

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.29  Section 301 duty, forced labour                     10%             ● 1,000.00
    9903.03.12  Section 338 duties and bans on goods of Canada      50%             ● 5,000.00
    general     Ordinary customs duty                               6.3c/liters        ● 63.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         6,063.00

$ impost duty 2204.21.50.40 CA 10000 --on 2026-08-25 --quantity "1000 liters" --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.29 applied   by us.fr.91-47318 
9903.03.12 applied   by us.pp.11046 
general applied   by us.htsus 

$ impost duty 2204.21.50.40 CA 10000 --on 2026-10-05 --quantity "1000 liters" | sed -n '/of the value/q; 2,$p'
  PROHIBITED                  2204.21.50.40 of Canada, entered 2026-10-05, value 10,000.00 USD
                              wine

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.29  Section 301 duty, forced labour                     10%             ● 1,000.00
    9903.03.12  Section 338 duties and bans on goods of Canada      prohibited          · 0.00
    general     Ordinary customs duty                               6.3c/liters        ● 63.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                       prohibited

  Take note
    numbers are those of the schedule of 2026-06-08, the last one held

  Fees of the entry
    HMF           0.00 to 12.50   0.125%, on 10,000.00; depends on mode
    MPF           34.64   0.3464% at least $34.58 at most $670.86, on 10,000.00

    ● law   · nothing charged
    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost duty 2204.21.50.40 CA 10000 --on 2026-10-05 --quantity "1000 liters" --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.29 applied   by us.fr.91-47318 
9903.03.12 applied   by us.pp.11061 
general applied   by us.htsus  by us.26-usc-4461  by us.fr.mpf-2027

# An aluminum sheet of Russia.
$ impost duty 7606.12.30.91 RU 10000 --on 2026-05-01 | sed -n '/of the value/q; 2,$p'
  DUTY 28,000.00              7606.12.30.91 of Russia, entered 2026-05-01, value 10,000.00 USD
                              aluminum plate, sheet

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                      10%      ● 1,000.00
    9903.85.67  Section 232 duty on aluminum of Russia, or smelted or      200%    ● 20,000.00
                cast there
    9903.90.09  Ordinary customs duty                                      70%      ● 7,000.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                        28,000.00

$ impost duty 7606.12.30.91 RU 10000 --on 2026-05-01 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 applied   by us.pp.11012 
9903.85.67 applied   by us.pp.10522 
9903.82.02 suppressed by: us.232.aluminum-russia  by us.pp.11021 
9903.90.09 applied   by us.pp.10523 

# A Brazilian shirt on the days around 22 and 24 July 2026.
$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-21 | sed -n '/of the value/q; 2,$p'
  DUTY 2,970.00               6105.10.00.10 of Brazil, entered 2026-07-21, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                     10%       ● 1,000.00
    general     Ordinary customs duty                                     19.7%     ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,970.00

$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-21 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 applied   by us.pp.11012 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-22 | sed -n '/of the value/q; 2,$p'
  DUTY 5,470.00               6105.10.00.10 of Brazil, entered 2026-07-22, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                     10%       ● 1,000.00
    9903.05.01  Section 301 duty on Brazil                                25%       ● 2,500.00
    general     Ordinary customs duty                                     19.7%     ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         5,470.00

$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-22 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 applied   by us.pp.11012 
9903.05.01 applied   by us.fr.91-45516 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-23 | sed -n '/of the value/q; 2,$p'
  DUTY 5,470.00               6105.10.00.10 of Brazil, entered 2026-07-23, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                     10%       ● 1,000.00
    9903.05.01  Section 301 duty on Brazil                                25%       ● 2,500.00
    general     Ordinary customs duty                                     19.7%     ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         5,470.00

$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-23 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 applied   by us.pp.11012 
9903.05.01 applied   by us.fr.91-45516 
general applied   by us.htsus 

$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-24 | sed -n '/of the value/q; 2,$p'
  DUTY 5,720.00               6105.10.00.10 of Brazil, entered 2026-07-24, value 10,000.00 USD
                              men's shirts, knit

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.01  Section 301 duty on Brazil                                25%       ● 2,500.00
    9903.05.27  Section 301 duty, forced labour                           12.5%     ● 1,250.00
    general     Ordinary customs duty                                     19.7%     ● 1,970.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         5,720.00

$ impost duty 6105.10.00.10 BR 10000 --on 2026-07-24 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.01 applied   by us.fr.91-45516 
9903.05.27 applied   by us.fr.91-47318 
general applied   by us.htsus 

# Milk powder by the kilogram from three origins.
$ impost duty 0402.10.50.00 CA 10000 --on 2026-09-01 --quantity "2000 kg" | sed -n '/of the value/q; 2,$p'
  DUTY 7,730.00               0402.10.50.00 of Canada, entered 2026-09-01, value 10,000.00 USD
                              milk powder, condensed milk

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.29  Section 301 duty, forced labour                        10%          ● 1,000.00
    9903.03.13  Section 338 duties and bans on goods of Canada         50%          ● 5,000.00
    general     Ordinary customs duty                                  86.5c/kg     ● 1,730.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         7,730.00

$ impost duty 0402.10.50.00 CA 10000 --on 2026-09-01 --quantity "2000 kg" --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.29 applied   by us.fr.91-47318 
9903.03.13 applied   by us.pp.11047 
general applied   by us.htsus 

$ impost duty 0402.10.50.00 NZ 10000 --on 2026-09-01 --quantity "2000 kg" | sed -n '/of the value/q; 2,$p'
  DUTY 2,980.00               0402.10.50.00 of New Zealand, entered 2026-09-01, value
                              10,000.00 USD
                              milk powder, condensed milk

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.57  Section 301 duty, forced labour                        12.5%        ● 1,250.00
    general     Ordinary customs duty                                  86.5c/kg     ● 1,730.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,980.00

$ impost duty 0402.10.50.00 NZ 10000 --on 2026-09-01 --quantity "2000 kg" --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.57 applied   by us.fr.91-47318 
general applied   by us.htsus 

$ impost duty 0402.10.50.00 CL 10000 --on 2026-09-01 --quantity "2000 kg" | sed -n '/of the value/q; 2,$p'
  DUTY 2,980.00               0402.10.50.00 of Chile, entered 2026-09-01, value 10,000.00 USD
                              milk powder, condensed milk

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.30  Section 301 duty, forced labour                        12.5%        ● 1,250.00
    general     Ordinary customs duty                                  86.5c/kg     ● 1,730.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,980.00

$ impost duty 0402.10.50.00 CL 10000 --on 2026-09-01 --quantity "2000 kg" --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.30 applied   by us.fr.91-47318 
general applied   by us.htsus 

# A car of the United Kingdom within and above the quota.
$ impost duty 8703.23.01.90 GB 10000 --on 2026-01-10 --fact quota=in | sed -n '/of the value/q; 2,$p'
  DUTY 1,000.00               8703.23.01.90 of United Kingdom, entered 2026-01-10, value
                              10,000.00 USD
                              passenger cars

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.33  Reciprocal duty †                                          free         · 0.00
    9903.94.31  Section 232 duty on passenger vehicles and light trucks    7.5%       ● 750.00
    general     Ordinary customs duty                                      2.5%       ● 250.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         1,000.00

$ impost duty 8703.23.01.90 GB 10000 --on 2026-01-10 --fact quota=in --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.25 suppressed by: us.232.autos  by us.eo.14257 
9903.01.33 applied   by us.eo.14257 
9903.02.66 suppressed by: us.232.autos  by us.eo.14326 
9903.94.31 applied   by us.fr.90-27851 
general applied   by us.htsus  by us.26-usc-4461  by us.fr.mpf-2026

$ impost duty 8703.23.01.90 GB 10000 --on 2026-01-10 --fact quota=over | sed -n '/of the value/q; 2,$p'
  DUTY 2,750.00               8703.23.01.90 of United Kingdom, entered 2026-01-10, value
                              10,000.00 USD
                              passenger cars

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.01.33  Reciprocal duty †                                          free         · 0.00
    9903.94.01  Section 232 duty on passenger vehicles and light trucks    25%      ● 2,500.00
    general     Ordinary customs duty                                      2.5%       ● 250.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,750.00

$ impost duty 8703.23.01.90 GB 10000 --on 2026-01-10 --fact quota=over --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.25 suppressed by: us.232.autos  by us.eo.14257 
9903.01.33 applied   by us.eo.14257 
9903.02.66 suppressed by: us.232.autos  by us.eo.14326 
9903.94.01 applied   by us.pp.10908 
general applied   by us.htsus 

# A generic and a patented medicine.
$ impost duty 3004.90.92.73 IN 10000 --on 2026-10-05 --fact patented=no | sed -n '/of the value/q; 2,$p'
  DUTY 0.00                   3004.90.92.73 of India, entered 2026-10-05, value 10,000.00 USD
                              medicines in doses

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.86  Section 301 duty, forced labour                            none         · 0.00
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                             0.00

$ impost duty 3004.90.92.73 IN 10000 --on 2026-10-05 --fact patented=no --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.44 suppressed by: 9903.05.86  by us.fr.91-47318 
9903.05.86 applied   by us.fr.91-47318 
general applied   by us.htsus  by us.26-usc-4461  by us.fr.mpf-2027

$ impost duty 3004.90.92.73 IN 10000 --on 2026-10-05 --fact patented=yes | sed -n '/of the value/q; 2,$p'
  DUTY 10,000.00              3004.90.92.73 of India, entered 2026-10-05, value 10,000.00 USD
                              medicines in doses

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.05.86  Section 301 duty, forced labour                  none                   · 0.00
    9903.04.60  Section 232 duty on patented pharmaceuticals     100% less base    ● 10,000.00
    general     Ordinary customs duty                            Free                   · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                        10,000.00

$ impost duty 3004.90.92.73 IN 10000 --on 2026-10-05 --fact patented=yes --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.05.44 suppressed by: 9903.05.86  by us.fr.91-47318 
9903.05.86 applied   by us.fr.91-47318 
9903.04.60 applied   by us.pp.11020 
general applied   by us.htsus 

# Solar cells of Vietnam in February 2026.
$ impost duty 8541.42.00.10 VN 10000 --on 2026-02-06 --fact quota=over | sed -n '/of the value/q; 2,$p'
  DUTY 3,400.00               8541.42.00.10 of Vietnam, entered 2026-02-06, value 10,000.00
                              USD
                              diodes, transistors, solar cells

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.02.69  Reciprocal duty, country rates from 7 August 2025 †        20%      ● 2,000.00
    9903.45.22  Safeguard duty on solar cells and modules                  14%      ● 1,400.00
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         3,400.00

$ impost duty 8541.42.00.10 VN 10000 --on 2026-02-06 --fact quota=over --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.25 suppressed by: us.ieepa.reciprocal.countries  by us.eo.14257 
9903.02.69 applied   by us.eo.14326 
9903.45.22 applied   by us.pp.10339 
general applied   by us.htsus 

$ impost duty 8541.42.00.10 VN 10000 --on 2026-02-07 | sed -n '/of the value/q; 2,$p'
  DUTY 2,000.00               8541.42.00.10 of Vietnam, entered 2026-02-07, value 10,000.00
                              USD
                              diodes, transistors, solar cells

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.02.69  Reciprocal duty, country rates from 7 August 2025 †        20%      ● 2,000.00
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         2,000.00

$ impost duty 8541.42.00.10 VN 10000 --on 2026-02-07 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.01.25 suppressed by: us.ieepa.reciprocal.countries  by us.eo.14257 
9903.02.69 applied   by us.eo.14326 
general applied   by us.htsus 

$ impost duty 8541.42.00.10 VN 10000 --on 2026-02-24 | sed -n '/of the value/q; 2,$p'
  DUTY 1,000.00               8541.42.00.10 of Vietnam, entered 2026-02-24, value 10,000.00
                              USD
                              diodes, transistors, solar cells

    ──────────────────────────────────────────────────────────────────────────────────────────
    9903.03.01  Section 122 surcharge                                      10%      ● 1,000.00
    general     Ordinary customs duty                                      Free         · 0.00
    ──────────────────────────────────────────────────────────────────────────────────────────
    duty, USD                                                                         1,000.00

$ impost duty 8541.42.00.10 VN 10000 --on 2026-02-24 --json | grep -oE '"(heading|status|by|act)": ("[^"]*"|null)' | paste -sd ' ' | sed 's/"heading": /\n/g; s/"status": //g; s/"by": null//g; s/"act": / by /g; s/"//g' | tail -n +2 | grep -vE ' unclaimed '
9903.03.01 applied   by us.pp.11012 
general applied   by us.htsus 
