# Export controls: whether a thing may leave a place for another.

# In force since April 2025 and never suspended; what was put off in November 2025 is the package of October.
$ impost licence "terbium oxide" --out-of CN --into US --on 2025-11-08

  LICENCE REQUIRED, judged case by case
  terbium oxide out of China, into the United States, on 8 November 2025

  Entries and controls

    cn.18.1C904.b           terbium oxide                         ● licence required
                            cn.18: cn.mofcom-gacc.2025-18, from 2025-04-04
    not these               rotors, stators, sensors and other finished assemblies; catalysts;
                            phosphors (cn.mofcom.2025-09-16)

  It is another if

    military-user or end-use is military
        ✕ prohibited   cn.mofcom.2024-46, 1
    party in @cn.control-list-2025-01
        ✕ prohibited   cn.mofcom.2025-01; 28 names, none encoded here
    party in @cn.control-list-2025-13
        ✕ prohibited   cn.mofcom.2025-13; 15 names, none encoded here
    party in @cn.control-list-2025-21
        ◐ prohibited, suspended through 2026-11-10   cn.mofcom.2025-21; 16 names, none encoded
          here; announced through 2027-01-10 if cn.longer-truce is published; not certain: the
          notice was not read
    party in @cn.control-list-2025-51
        ✕ prohibited   cn.mofcom.2025-51; 3 names, none encoded here

  How it is judged

    judged case by case  (cn.mofcom-gacc.2025-18)

  What must be done

    say in the declaration whether the goods are controlled  (cn.mofcom-gacc.2025-18)

  Tell me, and it becomes

    --fact military-user=yes                              PROHIBITED              cn.46.1
    --fact end-use=military                               PROHIBITED              cn.46.1
    --fact importer=@cn.control-list-2025-01              PROHIBITED              cn.listed.2025-01
    --fact importer=@cn.control-list-2025-13              PROHIBITED              cn.listed.2025-13

  Looked at 12 lists: 7 whole, 5 in part; 2 more known and not encoded.
  Being on none of them is no promise. What reaches anything: Anything at all, where the
  exporter knows or should know of a danger (cn.export-control-law, 12); Entities of the
  notices of 4 March 2025 (cn.unreliable.2025-03-04); Entities of the notice of 4 April 2025
  (cn.unreliable.2025-04-04); Entities of the notice of 25 September 2025
  (cn.unreliable.2025-09-25); Entities of the notice of 9 October 2025
  (cn.unreliable.2025-10-09); Entities of the notices of January and February 2025
  (cn.unreliable.2025-early).
  Assumed: it comes from China, the place it leaves
  Weakest source: report
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# A number leads to entries and settles nothing.
$ impost licence 8505.11 --out-of CN --into US --on 2026-01-15

  MAY NEED A LICENCE          8505.11 out of China, into the United States, on 15 January 2026

  The number leads to 3 entries. Their words decide, not the number.

    cn.18.1C902.a.4         samarium-cobalt magnets               ● licence required
                            cn.18: cn.mofcom-gacc.2025-18, from 2025-04-04
    cn.18.1C904.a.4         neodymium magnets with terbium        ● licence required
                            if contains-tb
                            cn.18: cn.mofcom-gacc.2025-18, from 2025-04-04
    cn.18.1C905.a.4         neodymium magnets with dysprosium     ● licence required
                            if contains-dy
                            cn.18: cn.mofcom-gacc.2025-18, from 2025-04-04
    not these               rotors, stators, sensors and other finished assemblies; catalysts;
                            phosphors (cn.mofcom.2025-09-16)

  If it is one of them

    claimed general-licence
        ● general licence   cn.general-licences.2025-12
    military-user or end-use is military
        ✕ prohibited   cn.mofcom.2024-46, 1
    party in @cn.control-list-2025-01
        ✕ prohibited   cn.mofcom.2025-01; 28 names, none encoded here
    party in @cn.control-list-2025-21
        ◐ prohibited, suspended through 2026-11-10   cn.mofcom.2025-21; 16 names, none encoded
          here; announced through 2027-01-10 if cn.longer-truce is published
    party in @cn.control-list-2025-51
        ✕ prohibited   cn.mofcom.2025-51; 3 names, none encoded here

  How it is judged

    judged case by case  (cn.mofcom-gacc.2025-18)

  What must be done

    say in the declaration whether the goods are controlled  (cn.mofcom-gacc.2025-18)

  Tell me, and it becomes

    --fact contains-tb=no                                 MAY NEED A LICENCE      2 of 3 entries left
    --fact contains-dy=no                                 MAY NEED A LICENCE      2 of 3 entries left
    --fact knows-of-danger=yes                            LICENCE REQUIRED        cn.catch-all
    --item cn.18.1C902.a.4                                LICENCE REQUIRED        cn.18.1C902.a.4
    --item cn.18.1C904.a.4                                LICENCE REQUIRED        cn.18.1C904.a.4
    --item cn.18.1C905.a.4                                LICENCE REQUIRED        cn.18.1C905.a.4
    --item none                                           NOT ON THE LISTS ENCODED HERE
    --item cn.18.1C902.a.4 --claim general-licence        GENERAL LICENCE         cn.18.1C902.a.4
    --item cn.18.1C902.a.4 --fact military-user=yes       PROHIBITED              cn.46.1
    --item cn.18.1C902.a.4 --fact end-use=military        PROHIBITED              cn.46.1

  Looked at 12 lists: 7 whole, 5 in part; 2 more known and not encoded.
  Being on none of them is no promise. What reaches anything: Anything at all, where the
  exporter knows or should know of a danger (cn.export-control-law, 12); Entities of the
  notice of 4 April 2025 (cn.unreliable.2025-04-04); Entities of the notice of 25 September
  2025 (cn.unreliable.2025-09-25); Entities of the notice of 9 October 2025
  (cn.unreliable.2025-10-09); Entities of the notices of January and February 2025
  (cn.unreliable.2025-early).
  Assumed: it comes from China, the place it leaves
  Weakest source: report
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected
? 3

# The rule abroad: above a thousandth of the value, from 1 December 2025, and suspended before it began.
$ impost licence 8505.11 --out-of JP --into KR --fact content=0.4% --on 2025-12-05 | head -n 12

  SUSPENDED (might ask: licence required) through 2026-11-10; announced through 2027-01-10
  8505.11 out of Japan, into South Korea, on 5 December 2025

  The number leads to 1 entry. Their words decide, not the number.

    cn.61.part-2.magnets    rare-earth permanent-magnet materials ◐ licence required
                            cn.oct25.61: cn.mofcom.2025-61, 1(1), from 2025-12-01; suspended
                            through 2026-11-10 by cn.mofcom-gacc.2025-70, announced through
                            2027-01-10 (if cn.longer-truce is published); in force 0 days
                            before

# Exactly a thousandth is enough; less is not.
$ impost licence cn.61.part-2.magnets --out-of JP --into KR --fact content=0.1% --on 2025-12-05 | head -n 3

  SUSPENDED (would ask: licence required) through 2026-11-10; announced through 2027-01-10
  cn.61.part-2.magnets out of Japan, into South Korea, on 5 December 2025

$ impost licence cn.61.part-2.magnets --out-of JP --into KR --fact content=0.09% --fact made-with=no --on 2025-12-05 | head -n 3

  NO RULE IN FORCE
  cn.61.part-2.magnets out of Japan, into South Korea, on 5 December 2025

# A number alone is no yes of any kind: nothing asks for a licence while the rule is suspended, and it is not said that the
# goods are the entry. Below the threshold the technology they are made with is still open; from the day it lapses, they may need one.
$ for c in 0.05% 0.1% 0.4%; do for d in 2025-11-30 2025-12-05 2026-11-10 2027-01-11; do impost licence 8505.11 --out-of JP --into KR --fact content=$c --on $d > out; echo "$c $d: $? $(sed -n 's/   .*//; s/ through.*//; 2p' out)"; done; done
0.05% 2025-11-30: 3   NO RULE IN FORCE
0.05% 2025-12-05: 3   SUSPENDED (might ask, see below)
0.05% 2026-11-10: 3   SUSPENDED (might ask, see below)
0.05% 2027-01-11: 3   MAY NEED A LICENCE
0.1% 2025-11-30: 3   NO RULE IN FORCE
0.1% 2025-12-05: 3   SUSPENDED (might ask: licence required)
0.1% 2026-11-10: 3   SUSPENDED (might ask: licence required)
0.1% 2027-01-11: 3   MAY NEED A LICENCE
0.4% 2025-11-30: 3   NO RULE IN FORCE
0.4% 2025-12-05: 3   SUSPENDED (might ask: licence required)
0.4% 2026-11-10: 3   SUSPENDED (might ask: licence required)
0.4% 2027-01-11: 3   MAY NEED A LICENCE

$ for d in 2025-11-30 2025-12-05 2027-01-11; do impost licence 8505.11 --out-of JP --into KR --on $d > out; echo "$d: $? $(sed -n 's/   .*//; s/ through.*//; 2p' out)"; done
2025-11-30: 3   NO RULE IN FORCE
2025-12-05: 3   SUSPENDED (might ask, see below)
2027-01-11: 3   MAY NEED A LICENCE

$ for c in 0.09% 0.1% 0.4%; do for d in 2025-11-30 2025-12-05 2027-01-11; do impost licence cn.61.part-2.magnets --out-of JP --into KR --fact content=$c --fact made-with=no --on $d > out; echo "$c $d: $? $(sed -n 's/   .*//; s/ through.*//; 2p' out)"; done; done
0.09% 2025-11-30: 3   NO RULE IN FORCE
0.09% 2025-12-05: 3   NO RULE IN FORCE
0.09% 2027-01-11: 3   NO RULE IN FORCE
0.1% 2025-11-30: 3   NO RULE IN FORCE
0.1% 2025-12-05: 0   SUSPENDED (would ask: licence required)
0.1% 2027-01-11: 0   LICENCE REQUIRED
0.4% 2025-11-30: 3   NO RULE IN FORCE
0.4% 2025-12-05: 0   SUSPENDED (would ask: licence required)
0.4% 2027-01-11: 0   LICENCE REQUIRED

# What frees one entry frees nothing that may be another.
$ impost licence 8505.11 --out-of DE --into US --on 2025-10-20 --fact origin=CN --fact end-use=disaster-relief | head -n 2

  MAY NEED A LICENCE

$ impost licence cn.61.part-2.magnets --out-of DE --into US --on 2025-10-20 --fact origin=CN --fact end-use=disaster-relief > out; echo $?; sed -n 2p out
0
  NOT NEEDED

# A ban over dual-use items reaches what a later announcement lists, begins with it and is suspended with it.
$ for i in "terbium oxide" "holmium oxide"; do for m in yes no; do for d in 2025-11-07 2025-11-08 2026-11-10 2026-11-11; do impost licence "$i" --out-of CN --into US --on $d --if cn.longer-truce=lapsed --fact military-user=$m --fact end-use=civil > out; echo "$i, military $m, $d: $? $(sed -n 's/   .*//; s/ through.*//; 2p' out)"; done; done; done
terbium oxide, military yes, 2025-11-07: 4   PROHIBITED
terbium oxide, military yes, 2025-11-08: 4   PROHIBITED
terbium oxide, military yes, 2026-11-10: 4   PROHIBITED
terbium oxide, military yes, 2026-11-11: 4   PROHIBITED
terbium oxide, military no, 2025-11-07: 0   LICENCE REQUIRED, judged case by case
terbium oxide, military no, 2025-11-08: 0   LICENCE REQUIRED, judged case by case
terbium oxide, military no, 2026-11-10: 0   LICENCE REQUIRED, judged case by case
terbium oxide, military no, 2026-11-11: 0   LICENCE REQUIRED, judged case by case
holmium oxide, military yes, 2025-11-07: 3   NO RULE IN FORCE
holmium oxide, military yes, 2025-11-08: 0   SUSPENDED (would ask: prohibited)
holmium oxide, military yes, 2026-11-10: 0   SUSPENDED (would ask: prohibited)
holmium oxide, military yes, 2026-11-11: 4   PROHIBITED
holmium oxide, military no, 2025-11-07: 3   NO RULE IN FORCE
holmium oxide, military no, 2025-11-08: 0   SUSPENDED (would ask: licence required)
holmium oxide, military no, 2026-11-10: 0   SUSPENDED (would ask: licence required)
holmium oxide, military no, 2026-11-11: 0   LICENCE REQUIRED

$ impost licence "holmium oxide" --out-of CN --into US --on 2026-11-21 --fact military-user=yes | head -n 24

  SUSPENDED (would ask: prohibited) through 2027-01-10
    if cn.longer-truce is published

  PROHIBITED
    if cn.longer-truce is lapsed (what the law does when nobody acts)
  holmium oxide out of China, into the United States, on 21 November 2026

    ──────────────────────────────────────────────────────────────────────────────────────────
  If cn.longer-truce is published

  Entries and controls

    cn.57.1C909.b           holmium oxide                         ◐ prohibited
                            cn.46.1: cn.mofcom.2024-46, 1, from 2024-12-03; suspended through
                            2027-01-10 by cn.mofcom.2026-09-28 with cn.oct25.57; in force 0
                            days before; not certain: the ministry named no announcement
                                                                  ◐ licence required
                            cn.oct25.57: cn.mofcom-gacc.2025-57, from 2025-11-08; suspended
                            through 2027-01-10 by cn.mofcom.2026-09-28; in force 0 days
                            before; not certain: the ministry named no announcement

  It is another if

$ impost licence "holmium oxide" --out-of CN --into JP --on 2026-11-21 --if cn.longer-truce=lapsed --fact raises-military-strength=yes | head -n 2

  PROHIBITED                  holmium oxide out of China, into Japan, on 21 November 2026

$ impost licence "holmium oxide" --out-of SG --into US --on 2026-11-21 --fact origin=CN --fact military-user=yes | head -n 7

  SUSPENDED (would ask: prohibited) through 2027-01-10
    if cn.longer-truce is published

  PROHIBITED
    if cn.longer-truce is lapsed (what the law does when nobody acts)
  holmium oxide out of Singapore, into the United States, on 21 November 2026

# Norway and Hong Kong are destinations like any other; into Hong Kong the announcement on the US does not reach.
$ impost licence "gallium metal" --out-of CN --into NO --on 2026-01-15 | head -n 2

  LICENCE REQUIRED            gallium metal out of China, into Norway, on 15 January 2026

$ impost licence "gallium metal" --out-of CN --into HK --on 2026-01-15 --fact military-user=yes | head -n 2

  LICENCE REQUIRED            gallium metal out of China, into Hong Kong, on 15 January 2026

$ impost licence "gallium metal" --out-of CN --into US --on 2026-01-15 --fact military-user=yes | head -n 2

  PROHIBITED

# One word away is offered, never taken.
$ impost licence "terbium oxyde" --out-of CN --into NO --on 2025-12-05

  NOT ON THE LISTS ENCODED HERE
  terbium oxyde out of China, into Norway, on 5 December 2025

  None of the entries encoded here fits what you told me.

  Near, and not taken: name one with --item

    cn.18.1C904.b           terbium oxide
    cn.18.1C904.a.1         terbium metal
    cn.18.1C904.a.2         terbium alloys
    cn.18.1C904.a.3         terbium targets
    cn.18.1C904.c           terbium compounds
    cn.18.1C904.a.4         neodymium magnets with terbium

  Scopes in words, never assumed: --fact CONTROL.items=yes says the item is one

    us.affiliates           items subject to the Export Administration Regulations
                                                                  ◔ may ask
                            us.affiliates: us.bis.2025-09-29, from 2025-09-29; suspended
                            through 2026-11-09 by us.bis.2025-11-12, announced through
                            2027-01-09 (if us.longer-truce is published); in force 42 days
                            before
    us.entity-list          items subject to the Export Administration Regulations
                                                                  ◔ may ask
                            us.entity-list, from 2018-01-01

  Tell me, and it becomes

    --item cn.18.1C904.b                                  LICENCE REQUIRED        cn.18.1C904.b
    --item cn.18.1C904.a.1                                LICENCE REQUIRED        cn.18.1C904.a.1
    --item cn.18.1C904.a.2                                LICENCE REQUIRED        cn.18.1C904.a.2
    --item cn.18.1C904.a.3                                LICENCE REQUIRED        cn.18.1C904.a.3
    --fact knows-of-danger=yes                            LICENCE REQUIRED        cn.catch-all
    --fact importer=@cn.unreliable-list-2025-04-04        SUSPENDED               cn.unreliable.2025-04-04
    --fact importer=@cn.unreliable-list-2025-09-25        NOT ENCODED             cn.unreliable.2025-09-25

  Looked at 12 lists: 7 whole, 5 in part; 2 more known and not encoded.
    cn.10                   Items of announcement 10 of 2025: last letters are ours where the
                            source gives none; technology not described
    cn.18                   Items of announcement 18 of 2025
    cn.21-2024              Aerospace structures, gas turbines, spacesuits: no entry is
                            encoded
    cn.23                   Gallium and germanium items
    cn.29-2026              Helium
    cn.33.antimony          Antimony items
    cn.33.superhard         Superhard materials: presses, reactors, windows, technology: 4 of
                            6 are encoded; two technologies are missing
    cn.39.graphite          Graphite
    cn.55                   Superhard materials
    cn.56                   Rare-earth equipment and materials: 12 of 29 are encoded
    cn.57                   Holmium, erbium, thulium, europium, ytterbium: what stands under a
                            (metal, alloys, targets, crystals, fibres, phosphors, magnets) is
                            one entry here
    cn.57-2023              Rare-earth technology of the catalogue of 2023: extraction,
                            separation, metals, magnets: no entry is encoded
    cn.58                   Lithium batteries and graphite anodes: control codes and the
                            machines are not encoded
    cn.62                   Rare-earth technology
  Being on none of them is no promise. What reaches anything: Anything at all, where the
  exporter knows or should know of a danger (cn.export-control-law, 12); Entities of the
  notice of 4 April 2025 (cn.unreliable.2025-04-04); Entities of the notice of 25 September
  2025 (cn.unreliable.2025-09-25); Entities of the notice of 9 October 2025
  (cn.unreliable.2025-10-09); Entities of the notices of January and February 2025
  (cn.unreliable.2025-early).
  Assumed: it comes from China, the place it leaves
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected
? 3

# Ordinary words: entries that have all of them are offered; else those one word away and those that share the rarest word.
$ for i in "NdFeB magnets" "neodymium magnet" "rare earth magnets" "holmium metal" "tungsten carbide" "lithium battery" "graphite anode" "germanium wafers" "antimony ingot" "holmum oxide" magnets "wooden toys" "cotton shirts of sort 3"; do impost licence "$i" --out-of CN --into NO --on 2025-11-20 --json | python3 -c 'import json,sys; r=json.load(sys.stdin); print((r["item"]+": "+r["readings"][0]["answer"]+" | near: "+", ".join(n["words"] for n in r["near"][:4])).rstrip())'; done
NdFeB magnets: NOT ON THE LISTS ENCODED HERE | near: neodymium magnets with terbium, neodymium magnets with dysprosium
neodymium magnet: NOT ON THE LISTS ENCODED HERE | near: neodymium magnets with terbium, neodymium magnets with dysprosium
rare earth magnets: NOT ON THE LISTS ENCODED HERE | near: samarium-cobalt magnets, neodymium magnets with terbium, neodymium magnets with dysprosium
holmium metal: NOT ON THE LISTS ENCODED HERE | near: holmium metal, alloys and products
tungsten carbide: NOT ON THE LISTS ENCODED HERE | near: tungsten carbide outside 1C226
lithium battery: NOT ON THE LISTS ENCODED HERE | near: rechargeable lithium-ion cells and packs
graphite anode: NOT ON THE LISTS ENCODED HERE | near: artificial graphite anode material, also blended with natural graphite
germanium wafers: NOT ON THE LISTS ENCODED HERE | near: germanium metal, germanium dioxide, germanium tetrachloride, zone-refined germanium ingot
antimony ingot: NOT ON THE LISTS ENCODED HERE | near: antimony ore, antimony metal, antimony oxide, antimony hydride
holmum oxide: NOT ON THE LISTS ENCODED HERE | near: holmium oxide, gallium oxide, antimony oxide, tungsten oxide
magnets: NOT ON THE LISTS ENCODED HERE | near: samarium-cobalt magnets, neodymium magnets with terbium, neodymium magnets with dysprosium, magnet press
wooden toys: NOT ON THE LISTS ENCODED HERE | near:
cotton shirts of sort 3: NOT ON THE LISTS ENCODED HERE | near:

# Words that are those of an entry are the entry, whatever number stands beside them; other words leave the number to lead.
$ for i in "gallium nitride" "terbium oxide 2846.90" "2846.90.4000 terbium oxide" "magnetic things 8505.11"; do impost licence $i --out-of CN --into NO --on 2025-11-20 --json | python3 -c 'import json,sys; r=json.load(sys.stdin); print(r["item"]+":", r["readings"][0]["answer"], sorted({c["entry"] for c in r["readings"][0]["controls"] if c["entry"]}))'; done
gallium nitride: LICENCE REQUIRED ['cn.23.ga.2']
terbium oxide 2846.90: LICENCE REQUIRED ['cn.18.1C904.b']
2846.90.4000 terbium oxide: LICENCE REQUIRED ['cn.18.1C904.b']
magnetic things 8505.11: MAY NEED A LICENCE ['cn.18.1C902.a.4', 'cn.18.1C904.a.4', 'cn.18.1C905.a.4']

# A name is a name in capitals and in small letters.
$ for i in 1c904.b CN.18.1C904.B 1c904; do impost licence $i --out-of CN --into NO --on 2025-11-20 | sed -n 2p; done
  LICENCE REQUIRED, judged case by case
  LICENCE REQUIRED, judged case by case
  MAY NEED A LICENCE          1c904 out of China, into Norway, on 20 November 2025

# An ordinary word is no entry, though an entry is called by it; said with --item it is, as are an entry's words.
$ for i in magnets "rare-earth permanent-magnet materials" cn.61.part-2.magnets; do impost licence magnets --item "$i" --out-of DE --into US --on 2025-10-20 --fact origin=CN | sed -n 2p; done
  LICENCE REQUIRED
  LICENCE REQUIRED
  LICENCE REQUIRED

$ impost licence magnets --out-of DE --into US --on 2025-10-20 --fact origin=CN | sed -n '2,/Tell/p' | head -n 24
  NOT ON THE LISTS ENCODED HERE
  magnets out of Germany, into the United States, on 20 October 2025

  None of the entries encoded here fits what you told me.

  Near, and not taken: name one with --item

    cn.18.1C902.a.4         samarium-cobalt magnets
    cn.18.1C904.a.4         neodymium magnets with terbium
    cn.18.1C905.a.4         neodymium magnets with dysprosium
    cn.56.2B902.t           magnet press
    cn.61.part-2.magnets    rare-earth permanent-magnet materials
    cn.62.1E902.a           mining, separating, smelting, magnet making, recycling; with its
                            carriers

  Tell me, and it becomes

# A fact that is nearly one.
$ impost licence 8505.11 --out-of CN --on 2026-01-15 --fact contains_tb=yes
impost: no fact of a case is called "contains_tb"
  next: Did you mean contains-tb? docs/licence.md lists the facts of a case
? 2

$ impost licence 8505.11 --out-of CN --on 2026-01-15 --fact content=0.4
impost: "0.4" is no value of the fact content
  next: a share has its sign: content=0.4%
? 2

$ impost licence 8505.11 --out-of CN --on 2026-01-15 --fact contains-tb=perhaps
impost: "perhaps" is no value of the fact contains-tb
  next: contains-tb=yes or contains-tb=no
? 2

# A catalogue counts the lines that are near an entry.
$ printf 'item\nterbium oxide\nNdFeB magnets\nterbium oxyde\npaint\n' > near.csv; impost licence near.csv --out-of CN --into NO --on 2025-11-20
near.csv: 4 lines
           1  LICENCE REQUIRED
           3  NOT ON THE LISTS ENCODED HERE
           2  of them near an entry, which is offered and not taken
? 3

# On the control list, but on which notice? They stand and fall apart.
$ impost licence "dysprosium oxide" --out-of CN --into US --on 2026-08-01 --fact importer=@cn.control-list
impost: "@cn.control-list" is no value of the fact importer
  next: name the notice it stands on: @cn.control-list-2025-01
? 2

# Nothing leaves.
$ impost licence "dysprosium oxide" --out-of CN --into CN --on 2026-08-01
impost: it does not leave: the place it goes to is the place it comes from
  next: a place of its own, or --deed transfer
? 2

# Hong Kong is China to the American rules on chips, and a place of its own to China's.
$ for p in CN HK MO TW; do impost licence "H200" --out-of US --into $p --on 2026-02-01 --fact us.chips.items=yes > out; echo "$p: $? $(sed -n 's/   .*//; 2p' out)"; done
CN: 0   LICENCE REQUIRED, judged case by case
HK: 0   LICENCE REQUIRED, judged case by case
MO: 0   LICENCE REQUIRED, judged case by case
TW: 3   NOT ON THE LISTS ENCODED HERE

# Half is half: 50% counts, less does not; what several listed owners hold is added.
$ for s in 49.99% 50%; do impost licence laser --out-of US --into CN --on 2025-10-20 --fact us.affiliates.items=yes --fact us.entity-list.items=no --fact importer.owned=$s --fact end-user.owned=0% > out; echo "$s: $? $(sed -n 's/   .*//; 2p' out)"; done
49.99%: 3   NOT ON THE LISTS ENCODED HERE
50%: 0   LICENCE REQUIRED

$ impost licence laser --out-of US --into CN --on 2025-10-20 --fact us.affiliates.items=yes --fact importer.owned=30% --fact importer.owned=20% > out; echo "$? $(sed -n 's/   .*//; 2p' out)"
0   LICENCE REQUIRED

# The day changes of both sides, from the eve of the package to the ends of its stays.
$ python3 -c 'import datetime as d; days=[d.date(2025,10,8)+d.timedelta(n) for n in range(57)]+[d.date(2026,11,8)+d.timedelta(n) for n in range(22)]+[d.date(2027,1,8)+d.timedelta(n) for n in range(5)]; items=[("terbium oxide","CN","US","military-user=no; end-use=civil; importer.listed=no; end-user.listed=no"),("holmium oxide","CN","US",""),("holmium oxide","CN","US","military-user=yes"),("gallium metal","CN","US",""),("cn.62.1E902.a","CN","US",""),("cn.62.1E902.a","CN","US","military-user=yes"),("cn.61.part-2.magnets","DE","US","origin=CN"),("cn.61.part-2.magnets","JP","KR","content=0.1%"),("1C905.b","CN","US","importer=@cn.control-list-2025-13"),("1C905.b","CN","US","importer=@cn.control-list-2025-21"),("laser","US","CN","us.affiliates.items=yes; importer.owned=50%")]; print("item,out-of,into,facts,on"); [print(*i,day,sep=",") for i in items for day in days]' > days.csv

$ impost licence days.csv -O csv | python3 -c 'import csv,sys,itertools as t; rows=[((r["item"],r["into"],r["facts"]), (r["outcomes"] or r["answer"])+(", "+r["review"])*bool(r["review"]), r["on"]) for r in csv.DictReader(sys.stdin)]; [print(("%s into %s %s" % k).rstrip(), *["  "+next(g)[2]+" "+a for a,g in t.groupby(v, key=lambda x:x[1])], sep="\n") for k,v in t.groupby(rows, key=lambda x:x[0])]'
terbium oxide into US military-user=no; end-use=civil; importer.listed=no; end-user.listed=no
  2025-10-08 LICENCE REQUIRED, judged case by case
holmium oxide into US
  2025-10-08 NO RULE IN FORCE
  2025-11-08 SUSPENDED
  2026-11-11 SUSPENDED if cn.longer-truce is published; LICENCE REQUIRED if cn.longer-truce is lapsed
  2027-01-11 LICENCE REQUIRED
holmium oxide into US military-user=yes
  2025-10-08 NO RULE IN FORCE
  2025-11-08 SUSPENDED
  2026-11-11 SUSPENDED if cn.longer-truce is published; PROHIBITED if cn.longer-truce is lapsed
  2027-01-11 PROHIBITED
gallium metal into US
  2025-10-08 LICENCE REQUIRED, refused in principle
  2025-11-09 LICENCE REQUIRED
  2026-11-28 LICENCE REQUIRED, refused in principle
cn.62.1E902.a into US
  2025-10-08 NO RULE IN FORCE
  2025-10-09 LICENCE REQUIRED
  2025-11-07 SUSPENDED
  2026-11-11 SUSPENDED if cn.longer-truce is published; LICENCE REQUIRED if cn.longer-truce is lapsed
  2027-01-11 LICENCE REQUIRED
cn.62.1E902.a into US military-user=yes
  2025-10-08 NO RULE IN FORCE
  2025-10-09 PROHIBITED
  2025-11-07 SUSPENDED
  2026-11-11 SUSPENDED if cn.longer-truce is published; PROHIBITED if cn.longer-truce is lapsed
  2027-01-11 PROHIBITED
cn.61.part-2.magnets into US origin=CN
  2025-10-08 NO RULE IN FORCE
  2025-10-09 LICENCE REQUIRED
  2025-11-07 SUSPENDED
  2026-11-11 SUSPENDED if cn.longer-truce is published; LICENCE REQUIRED if cn.longer-truce is lapsed
  2027-01-11 LICENCE REQUIRED
cn.61.part-2.magnets into KR content=0.1%
  2025-10-08 NO RULE IN FORCE
  2025-12-01 SUSPENDED
  2026-11-11 SUSPENDED if cn.longer-truce is published; LICENCE REQUIRED if cn.longer-truce is lapsed
  2027-01-11 LICENCE REQUIRED
1C905.b into US importer=@cn.control-list-2025-13
  2025-10-08 PROHIBITED
  2025-11-10 LICENCE REQUIRED, judged case by case
1C905.b into US importer=@cn.control-list-2025-21
  2025-10-08 LICENCE REQUIRED, judged case by case
  2026-11-11 LICENCE REQUIRED if cn.longer-truce is published; PROHIBITED if cn.longer-truce is lapsed
  2027-01-11 PROHIBITED
laser into CN us.affiliates.items=yes; importer.owned=50%
  2025-10-08 LICENCE REQUIRED
  2025-11-10 SUSPENDED
  2026-11-10 SUSPENDED if us.longer-truce is published; LICENCE REQUIRED if us.longer-truce is lapsed
  2027-01-10 LICENCE REQUIRED

# Suspended one day before it began: on the eve there is no rule, on the day it is suspended.
$ impost licence cn.57.1C909.b --out-of CN --into US --on 2025-11-07 | head -n 6

  NO RULE IN FORCE
  cn.57.1C909.b out of China, into the United States, on 7 November 2025

  Entries and controls

$ impost licence cn.57.1C909.b --out-of CN --into US --on 2025-11-08 | head -n 10

  SUSPENDED (would ask: licence required) through 2026-11-10; announced through 2027-01-10
  cn.57.1C909.b out of China, into the United States, on 8 November 2025

  Entries and controls

    cn.57.1C909.b           holmium oxide                         ◐ licence required
                            cn.oct25.57: cn.mofcom-gacc.2025-57, from 2025-11-08; suspended
                            through 2026-11-10 by cn.mofcom-gacc.2025-70, announced through
                            2027-01-10 (if cn.longer-truce is published); in force 0 days

# Known before the suspension, it was to begin.
$ impost licence cn.57.1C909.b --out-of CN --into US --on 2025-11-08 --known 2025-10-20 | head -n 2

  LICENCE REQUIRED

# Two suspensions with different ends: the refusal in principle of gallium is put off to 27 November 2026, the package of
# October to 10 November by text.
$ impost licence "gallium metal" --out-of CN --into US --on 2026-11-27 | grep -A 3 'judged'
  How it is judged

    refused in principle  (cn.mofcom.2024-46, 2; suspended)

$ impost licence "gallium metal" --out-of CN --into US --on 2026-11-28 | head -n 2

  LICENCE REQUIRED, refused in principle

# Past the end by text: what is law if nobody acts, and what was announced, side by side.
$ impost licence cn.57.1C909.b --out-of CN --into HK --on 2026-11-21 | head -n 8

  SUSPENDED (would ask: licence required) through 2027-01-10
    if cn.longer-truce is published

  LICENCE REQUIRED
    if cn.longer-truce is lapsed (what the law does when nobody acts)
  cn.57.1C909.b out of China, into Hong Kong, on 21 November 2026

$ impost licence cn.57.1C909.b --out-of CN --into HK --on 2026-11-21 --if cn.longer-truce=lapsed | head -n 2

  LICENCE REQUIRED            cn.57.1C909.b out of China, into Hong Kong, on 21 November 2026

# What an open question does to a ban nobody said to be met makes no second answer: the line says until when.
$ impost licence "terbium oxide" --out-of CN --into US --on 2026-11-21 | grep -B 1 -A 3 "LICENCE REQUIRED, \|control-list-2025-21$"

  LICENCE REQUIRED, judged case by case
  terbium oxide out of China, into the United States, on 21 November 2026

  Entries and controls
--
        ✕ prohibited   cn.mofcom.2025-01; 28 names, none encoded here
    party in @cn.control-list-2025-21
        ✕ prohibited   cn.mofcom.2025-21; 16 names, none encoded here; suspended through
          2027-01-10 if cn.longer-truce is published; not certain: by implication alone: the
          ministry named no listing

# Limits are exact: the unit may be another of its kind.
$ impost licence "synthetic diamond powder" --out-of CN --into US --on 2026-01-15 --fact "grain=0.05 mm" | head -n 2

  SUSPENDED (would ask: licence required) through 2026-11-10; announced through 2027-01-10

$ impost licence "synthetic diamond powder" --out-of CN --into US --on 2026-01-15 --fact "grain=51 um" | head -n 2

  NOT ON THE LISTS ENCODED HERE

# A general licence is claimed, and a ban beats it.
$ impost licence 1C905.a.4 --out-of CN --into US --on 2026-01-15 --claim general-licence | head -n 2

  GENERAL LICENCE

$ impost licence 1C905.a.4 --out-of CN --into US --on 2026-01-15 --claim general-licence --fact end-use=military

  PROHIBITED
  1C905.a.4 out of China, into the United States, on 15 January 2026

  Entries and controls

    cn.18.1C905.a.4         neodymium magnets with dysprosium     ● general licence
                            if contains-dy
                            cn.18: cn.general-licences.2025-12, from 2025-12-02
                                                                  ✕ prohibited
                            cn.46.1: cn.mofcom.2024-46, 1, from 2024-12-03
    not these               rotors, stators, sensors and other finished assemblies; catalysts;
                            phosphors (cn.mofcom.2025-09-16)

  It is another if

    party in @cn.control-list-2025-01
        ✕ prohibited   cn.mofcom.2025-01; 28 names, none encoded here
    party in @cn.control-list-2025-21
        ◐ prohibited, suspended through 2026-11-10   cn.mofcom.2025-21; 16 names, none encoded
          here; announced through 2027-01-10 if cn.longer-truce is published
    party in @cn.control-list-2025-51
        ✕ prohibited   cn.mofcom.2025-51; 3 names, none encoded here

  How it is judged

    judged case by case  (cn.mofcom-gacc.2025-18)

  What must be done

    say in the declaration whether the goods are controlled  (cn.mofcom-gacc.2025-18)

  Looked at 12 lists: 7 whole, 5 in part; 2 more known and not encoded.
  Being on none of them is no promise. What reaches anything: Anything at all, where the
  exporter knows or should know of a danger (cn.export-control-law, 12); Entities of the
  notice of 4 April 2025 (cn.unreliable.2025-04-04); Entities of the notice of 25 September
  2025 (cn.unreliable.2025-09-25); Entities of the notice of 9 October 2025
  (cn.unreliable.2025-10-09); Entities of the notices of January and February 2025
  (cn.unreliable.2025-early).
  Assumed: it comes from China, the place it leaves
  Weakest source: report
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected
? 4

# The affiliates rule of the US reaches what it names in words, said to be one.
$ impost licence lasers --out-of US --into CN --on 2025-10-20 --fact us.affiliates.items=yes --fact importer.owned=50% | head -n 4

  LICENCE REQUIRED            lasers out of the United States, into China, on 20 October 2025

  Entries and controls

$ impost licence lasers --out-of US --into CN --on 2025-10-20 --fact us.affiliates.items=yes --fact importer.owned=49.9% | head -n 4

  MAY NEED A LICENCE          lasers out of the United States, into China, on 20 October 2025

  Scopes in words, never assumed: --fact CONTROL.items=yes says the item is one

# As JSON.
$ impost licence 2805301910 --out-of CN --into US --on 2025-06-01 --json | python3 -c 'import json,sys; a=json.load(sys.stdin); print(a["schema"], a["by_number"], a["readings"][0]["answer"], sorted({c["entry"] for c in a["readings"][0]["controls"] if c["entry"]}))'
impost.licence/1 True MAY NEED A LICENCE ['cn.18.1C902.a.1', 'cn.18.1C903.a.1', 'cn.18.1C906.a.1', 'cn.57.1C909.a', 'cn.57.1C910.a', 'cn.57.1C911.a', 'cn.57.1C912.a', 'cn.57.1C913.a']

# Wrong words.
$ impost licence "terbium oxide" --into US
impost: the place it leaves is not stated
  next: --out-of CN
? 2

$ impost licence "terbium oxide" --out-of Atlantis
impost: the place it leaves, "Atlantis" is no place
  next: an ISO code or a name: `impost places` lists them
? 2

$ impost licence "terbium oxide" --out-of CN --fact grain=big
impost: "big" is no value of the fact grain
  next: docs/licence.md says how each fact of a case is written
? 2

$ impost licence "terbium oxide" --out-of CN --fact colour=red
impost: no fact of a case is called "colour"
  next: docs/licence.md lists the facts of a case
? 2

$ impost licence "terbium oxide" --out-of CN --item 9Z999
impost: no entry is called "9Z999"
  next: the answer without --item prints the names
? 2

# How much is encoded.
$ impost coverage CN

  Lists of items, whole

    cn.18                           38 of 38    Items of announcement 18 of 2025
    cn.23                           14 of 14    Gallium and germanium items
    cn.29-2026                      1 of 1      Helium
    cn.33.antimony                  6 of 6      Antimony items
    cn.39.graphite                  2 of 2      Graphite
    cn.55                           6 of 6      Superhard materials
    cn.61.part-1                    13 of 13    Annex 1, part 1: inputs
    cn.62                           2 of 2      Rare-earth technology

  Lists of items, in part

    cn.10                           22          Items of announcement 10 of 2025: last letters
                                                are ours where the source gives none;
                                                technology not described
    cn.33.superhard                 4 of 6      Superhard materials: presses, reactors,
                                                windows, technology: 4 of 6 are encoded; two
                                                technologies are missing
    cn.56                           12 of 29    Rare-earth equipment and materials: 12 of 29
                                                are encoded
    cn.57                           15          Holmium, erbium, thulium, europium, ytterbium:
                                                what stands under a (metal, alloys, targets,
                                                crystals, fibres, phosphors, magnets) is one
                                                entry here
    cn.58                           3           Lithium batteries and graphite anodes: control
                                                codes and the machines are not encoded
    cn.61.part-2                    2           Annex 1, part 2: products: the annex was not
                                                seen whole

  Lists of items, known and not encoded

    cn.21-2024                      0           Aerospace structures, gas turbines,
                                                spacesuits: no entry is encoded
    cn.57-2023                      0           Rare-earth technology of the catalogue of
                                                2023: extraction, separation, metals, magnets:
                                                no entry is encoded

  Lists of persons, counted without names

    cn.control-list-2025-01         0 of 28     Notice of 2 January 2025: 0 of 28 names
    cn.control-list-2025-13         0 of 15     Notice of 4 March 2025: 0 of 15 names
    cn.control-list-2025-21         0 of 16     Notice of 4 April 2025: 0 of 16 names
    cn.control-list-2025-22         0 of 12     Notice of 9 April 2025: 0 of 12 names
    cn.control-list-2025-51         0 of 3      Notice of 25 September 2025: 0 of 3 names
    cn.control-list-2026-11         0 of 20     Notice of 24 February 2026: 0 of 20 names
    cn.control-list-2026-20         0 of 7      Notice of 24 April 2026: 0 of 7 names
    cn.control-list-2026-23         0 of 10     Notice of 22 June 2026: 0 of 10 names
    cn.control-list-2026-27         0 of 20     Notice of 29 June 2026: 0 of 20 names
    cn.control-list-2026-30         0 of 14     Notice of 24 July 2026: 0 of 14 names
    cn.unreliable-list-2025-03-04   0           Notices of 4 March 2025: neither names nor
                                                their number
    cn.unreliable-list-2025-04-04   0 of 11     Notice of 4 April 2025: 0 of 11 names
    cn.unreliable-list-2025-04-09   0           Notice of 9 April 2025: neither names nor
                                                their number
    cn.unreliable-list-2025-09-25   0           Notice of 25 September 2025: neither names nor
                                                their number
    cn.unreliable-list-2025-10-09   0           Notice of 9 October 2025: neither names nor
                                                their number
    cn.unreliable-list-2025-early   0 of 23     Four notices of January and February 2025: 0
                                                of 23 names
    cn.watch-list-2026-12           0 of 20     Notice of 24 February 2026: 0 of 20 names
    cn.watch-list-2026-28           0 of 20     Notice of 29 June 2026: 0 of 20 names

  What stands on none of them is not thereby allowed: there are lists nobody encoded here, and
  rules that reach anything.
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected

$ impost coverage NO

  No list of this place is encoded.
  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

$ impost coverage
impost: coverage wants one place: impost coverage CN
  next: impost help coverage
? 2

$ impost coverage Atlantis
impost: "Atlantis" is no place
  next: an ISO code or a name: `impost places` lists them
? 2

# Which lines of a file rest on controlled items, or on one origin.
$ printf 'code,from,on,value\n8505.11.00.30,CN,2026-01-15,5000\n2846.90.80.90,MY,2026-01-15,700.50\n9503.00.00.73,CN,2026-01-15,900\n2805.30.00.50,CN,2026-01-15,12000\n' > exposed.csv

$ impost exposure exposed.csv

  EXPOSURE                    ● its number leads to a control   ◐ half or more comes from its
                              own origin   · a smaller share, or another's

    1         8505.11.00.30   CN             5000
        ● MAY NEED A LICENCE   cn.18.1C902.a.4 samarium-cobalt magnets, cn.mofcom-gacc.2025-18
        ◐ permanent magnets, making (world), 2024: 94% from CN (iea.2025-10)
        ◐ permanent magnets of metal, imports by value (US), 2024: 75.9% from CN
        (us.census.2024)
    2         2846.90.80.90   MY           700.50
        · rare-earth compounds and metals, imports (US), 2024: 80% from all (usgs.2025)
        · rare-earth compounds and metals, imports (US), 2020-2023: 13% from MY (usgs.2025)
        · yttrium, imports (US), 2024: 100% from all (usgs.2025)
    3         9503.00.00.73   CN              900
        ◐ toys, imports by value (US), 2024: 76.3% from CN (us.census.2024)
    4         2805.30.00.50   CN            12000
        ● MAY NEED A LICENCE   cn.18.1C905.a.1 dysprosium metal, cn.mofcom-gacc.2025-18
        ◐ rare earths, refining (world), 2024: 91% from CN (iea.2025-10)
        · rare-earth compounds and metals, imports (US), 2024: 80% from all (usgs.2025)
        ◐ rare-earth compounds and metals, imports (US), 2020-2023: 70% from CN (usgs.2025)
        · yttrium, imports (US), 2024: 100% from all (usgs.2025)
        ◐ yttrium, imports (US), 2020-2023: 93% from CN (usgs.2025)
        ◐ rare-earth metals, scandium and yttrium, imports by value (US), 2024: 78.5% from CN
        (us.census.2024)

  Lines, value

         4  18,600.50  in the file
         2  17,000.00  may be entries of export controls
         3  17,900.00  of goods of which half or more comes from that one place

  Numbers lead to entries and rows and settle nothing; what no row speaks of is not thereby safe.
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

$ impost exposure exposed.csv --json | python3 -c 'import json,sys; print([(a["line"], a["controlled"], a["one_origin"], len(a["supply"])) for a in map(json.loads, sys.stdin)])'
[(1, True, True, 2), (2, False, False, 3), (3, False, True, 1), (4, True, True, 6)]

$ sed 's/,on,/,day,/; s/,2[0-9-]*,/,,/' exposed.csv | head -2 > undated.csv; impost exposure undated.csv --on 2026-01-15 | grep -c "in the file"
1

$ impost exposure
impost: exposure wants one file of lines
  next: impost help exposure
? 2

# A formula or a trade name stands for the words of an entry, wherever those words stand; one letter off it is offered as little as any word.
$ for i in "terbium oxide" Tb4O7 tb4o7 terbia terbias GaAs "SmCo magnets"; do echo "$i: $(impost licence "$i" --out-of CN --into NO --on 2026-01-15 --json | python3 -c 'import json,sys; r=json.load(sys.stdin)["readings"][0]; print(r["answer"], sorted({c["entry"] for c in r["controls"] if c["entry"]}))')"; done
terbium oxide: LICENCE REQUIRED ['cn.18.1C904.b']
Tb4O7: LICENCE REQUIRED ['cn.18.1C904.b']
tb4o7: LICENCE REQUIRED ['cn.18.1C904.b']
terbia: LICENCE REQUIRED ['cn.18.1C904.b']
terbias: NOT ON THE LISTS ENCODED HERE []
GaAs: LICENCE REQUIRED ['cn.23.ga.5']
SmCo magnets: LICENCE REQUIRED ['cn.18.1C902.a.4']

# Who names the element means the metal: a name of ours for the entry's words, whichever list has it.
$ for e in terbium gallium antimony tellurium; do impost licence $e --out-of CN --into NO --on 2025-11-20 | grep "LICENCE\|metal "; done
  LICENCE REQUIRED, judged case by case
    cn.18.1C904.a.1         terbium metal                         ● licence required
  LICENCE REQUIRED            gallium out of China, into Norway, on 20 November 2025
    cn.23.ga.1              gallium metal                         ● licence required
  LICENCE REQUIRED            antimony out of China, into Norway, on 20 November 2025
    cn.33.antimony.sb.2     antimony metal                        ● licence required
  LICENCE REQUIRED            tellurium out of China, into Norway, on 20 November 2025
    cn.10.6C002.a           tellurium metal                       ● licence required

# How old the law of a place is: its own day, not that of another.
$ impost coverage CN | tail -n 1
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09) · basis collected

$ impost coverage CN --json | grep '"place"\|"read_through":'
  "read_through": "2026-10-09",
  "place": "CN",

$ impost licence "terbium oxide" --out-of CN --into NO --on 2025-11-08 | tail -n 2
  law DIGEST · known 2026-10-07 (sources read through 2026-10-09 (CN), 2026-11-09 (US)) ·
  basis collected

# An entry of announcement 61 asks nothing of what leaves China: its words are answered so, and the entries of announcement
# 18 under the same number are offered beside.
$ impost licence "rare-earth permanent-magnet materials" --out-of CN --into NO --on 2025-10-20 | head -n 13

  NO RULE IN FORCE
  rare-earth permanent-magnet materials out of China, into Norway, on 20 October 2025

  What asks for the entry of these words does not look this way.

  Near, and not taken: name one with --item

    cn.18.1C902.a.4         samarium-cobalt magnets
    cn.18.1C904.a.4         neodymium magnets with terbium
    cn.18.1C905.a.4         neodymium magnets with dysprosium

  Scopes in words, never assumed: --fact CONTROL.items=yes says the item is one

$ impost licence "rare-earth permanent-magnet materials" --out-of CN --into NO --on 2025-10-20 | grep -e --item
  Near, and not taken: name one with --item
    --item cn.18.1C902.a.4                                LICENCE REQUIRED        cn.18.1C902.a.4
    --item cn.18.1C904.a.4                                LICENCE REQUIRED        cn.18.1C904.a.4
    --item cn.18.1C905.a.4                                LICENCE REQUIRED        cn.18.1C905.a.4

$ impost licence 8505.11 --out-of NO --into KR --on 2025-10-20 --fact origin=CN | grep "leads to\|^    cn"
  The number leads to 1 entry. Their words decide, not the number.
    cn.61.part-2.magnets    rare-earth permanent-magnet materials ● licence required

# The words of an entry say the yes or no it asks for; told otherwise they are not its.
$ impost licence "neodymium magnets with terbium" --out-of CN --into US --on 2025-06-01 | head -n 8

  LICENCE REQUIRED, judged case by case
  neodymium magnets with terbium out of China, into the United States, on 1 June 2025

  Entries and controls

    cn.18.1C904.a.4         neodymium magnets with terbium        ● licence required
                            cn.18: cn.mofcom-gacc.2025-18, from 2025-04-04

$ impost licence "neodymium magnets with terbium" --out-of CN --into US --on 2025-06-01 --fact contains-tb=no | head -n 4

  NOT ON THE LISTS ENCODED HERE
  neodymium magnets with terbium out of China, into the United States, on 1 June 2025

$ impost licence "artificial graphite of high purity, strength and density" --out-of CN --into US --on 2025-06-01 | head -n 4

  MAY NEED A LICENCE
  artificial graphite of high purity, strength and density out of China, into the United
  States, on 1 June 2025

$ impost licence "natural flake graphite" --out-of CN --into US --on 2024-12-04 | head -n 4

  LICENCE REQUIRED, stricter review
  natural flake graphite out of China, into the United States, on 4 December 2024

# Relief and a military end use at once: the exemption of announcement 61 does not free it.
$ for use in disaster-relief disaster-relief,military; do impost licence cn.61.part-2.magnets --out-of NO --into KR --fact origin=CN --fact end-use=$use --on 2025-10-20 | sed -n 2p; done
  NOT NEEDED
  LICENCE REQUIRED, refused in principle

# How many entries the item may be, in the list for programs.
$ for i in 8505.11 "terbium oxide" "cotton shirts"; do impost licence "$i" --out-of CN --into US --on 2026-01-15 --json | grep '^  "entries"'; done
  "entries": 3,
  "entries": 1,
  "entries": 0,
