# The verbs beside duty: help from one table, why, measures, check, fmt, proof.

$ impost
impost: trade law as plain text, computed: what a line owes, why, and what is not settled

  impost duty CODE FROM VALUE | FILE        what a line owes, or every line of a file
  impost why CODE FROM VALUE | FILE --line N
                                            the same clause by clause: statement, act, arithmetic, rounding
  impost ask CODE FROM VALUE | FILE         the facts and claims whose answer moves most money, most first
  impost say CODE FROM VALUE                one sentence for a reporter: the number, the two days, the acts
  impost measures [CODE FROM]               the measures of the law, or those that reach a code of a country
  impost timeline CODE FROM [VALUE]         the stacked duty of a code and place through time, and what moved it
  impost upcoming [FILE]                    what changes within days to come, and on which lines of a file
  impost diff [CODE FROM VALUE | FILE]      what differs between two days, known days, bases, outcomes or laws
  impost talks [TALKS | ITEM]               the talks as they stood: what each side said, who decides, what came of it
  impost pledge [NAME]                      promises to buy: what is due, what was counted, what nobody has counted
  impost portfee PLACE                      fees on a call of a ship at a port of PLACE, and what decides them
  impost branch [QUESTION]                  what each answer of the open questions moves, on both sides, and when
  impost panel [-o FILE]                    the rate of every number, place and day: class-coded, or as CSV of intervals
  impost rate [--by WHAT]                   average statutory rates weighted by the imports of 2024
  impost licence ITEM | FILE                whether a thing may leave a place for another, by the export controls
  impost coverage PLACE                     how much of a place's export controls is encoded, list by list
  impost exposure FILE                      which lines of a file rest on controlled items, or on one origin
  impost model                              what outcomes do to trade, prices, revenue and economies, compared
  impost read FILE ... | --check-rules [FILE ...]
                                            reports of trade: who says what of which measure, and who has not confirmed it
  impost desk add FILE ... | list | show N | search WORDS ... | reread | forget N
                                            an archive of reports and what was read in them, with full-text search
  impost propose list | show N | accept N | reject N | defer N | reopen N
                                            what reports propose for the law, and what a person decides of it
  impost goods WORDS ... | CODE             numbers of goods by words; of a number its rates, windows and lists
  impost places [WORDS | LIST]              countries: codes, names, and the dated lists of law they are on
  impost check [CHECK | FOLDER] ...         check law text: all checks, or the named ones
  impost fmt FILE ...                       one spelling of law, list and case files
  impost import hts FILE | hts --replay LIST
                                            a further official edition of the schedule into the tables
  impost doctor                             what was found on this machine, and whether it is in order
  impost help [VERB | facts | outcomes]     this help, that of a verb, or what the law asks
  impost version                            version of the program and stamp of the law
  impost completion bash|zsh|fish           completion for a shell, from the same table
  impost man [VERB]                         the manual page, or that of a verb, as troff

Try
  impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26
  impost help duty

$ impost help duty
impost duty CODE FROM VALUE | FILE

  what a line owes, or every line of a file

  CODE has 8 or 10 digits, FROM is a country (CN, CHN, 5700, China), VALUE is in dollars;
  with --into CN and the like 6, 8 or 10 digits, and the money it is stated in.
  FILE is .csv, .tsv or .jsonl, or - for standard input. Its columns: code, from, value; on or --on;
  entry, line, quantity, unit, claims, facts; and the names brokers use (docs/cli.md).
  Open questions that touch a line give one bill each; --if picks.

Options
  --on DATE                           day of entry, of leaving or of the call; in a file, of
                                      lines without one. Without it one line enters on the day
                                      of --known, a file needs a column for it
  --known DATE                        the law as it could be known on that day. Without it: as
                                      best known
  --basis collected|legal             what the authority charges (the default), or the law with
                                      void parts never in it
  --if QUESTION=ANSWER                assume an answer to an open question; the answer stands is
                                      the law with nothing pending
  --claim NAME                        claim a programme or a heading: usmca, S, 9903.88.69; of
                                      licence general-licence
  --fact NAME=VALUE                   tell a fact: loaded=2025-04-04, content.steel=6000,
                                      mode=ocean; of licence and portfee military-user=yes,
                                      built=CN
  --quantity "N UNIT"                 a quantity with its unit, twice where the schedule counts
                                      in two units
  --into PLACE                        country of entry, without it the one whose ordinary rates
                                      the law holds; another for one line and its additional
                                      duties alone. Of measures only those on entries there. Of
                                      rate another whose imports are held. Of licence the place
                                      it goes to
  --plain                             of a file: each line by itself, the slow way; the answer
                                      is the same
  --line N                            only the Nth line of the file
  --by programme|month|origin|chapter|entry|status
                                      of a file: sums by that instead of the lines; repeat for
                                      more tables
  --expect COLUMN                     of a file: compare with the duty filed in that column;
                                      exit code 1 when a line differs
  --jobs N                            threads; as many as cores without it
  --proof                             JSON with all a checker needs to redo every cent
                                      (docs/json.md)
  --strict                            a range counts as refused: exit code 3
  --json                              JSON, for programs
  -O, --format text|json|jsonl|csv|tsv|xlsx|proof|7501
                                      form of the answer; with -o NAME.csv and the like the
                                      ending tells
  -o, --output FILE                   write there: the file appears whole or not at all
  --law FOLDER                        the law to ask. Without it: IMPOST_LAW, then law beside
                                      the program, then the installed one
  --ascii                             no letter or mark outside ASCII
  --no-color                          no colour on a terminal
  --width COLUMNS                     width of text, 40 to 400; 96 without it
  --goods FILE                        where descriptions are kept on this machine, none for
                                      nowhere. Without it: the user's data folder
  -h, --help                          help of the verb

Examples
  impost duty 4202.92.31.31 CN 10000 --on 2025-11-12
  impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26
  impost duty 4202.92.31.31 CN 10000 --on 2025-11-02 --known 2025-10-26 --if us-cn.framework=rejected
  impost duty lines.csv -O csv -o duties.csv

Exit codes
  0 every line answered   1 findings of a check   2 wrong words
  3 a line refused (with --strict also a range)   4 a line may not enter
  5 cannot read or write

$ impost duty --help | head -n 1
impost duty CODE FROM VALUE | FILE

$ impost version
impost 0.1.0
law DIGEST
...

$ impost completion bash | bash -n

$ impost completion bash | grep -c -e --known
21

$ impost man | head -n 3
.TH IMPOST 1
.SH NAME
impost \- trade law as plain text, computed

# From the cent to the clause.
$ impost why 4202.92.31.31 CN 10001 --on 2026-02-21

  DUTY 6,260.63               4202.92.31.31 of China, entered 2026-02-21, value 10,001.00 USD
                              trunks, suitcases, handbags, cases

    9903.88.03  Section 301 duty on China, list 3  2,500.25
        arithmetic  25% × 10,001.00 = 2,500.25 exactly (row-cent has nothing to round)
        law text    us/301/list-3.law:46
        act         us.fr.84-20459, List 3: 25%; 84 FR 20459; known 2019-05-09; source:
                    official
        measure     us.301.cn.list-3
    9903.01.24  Fentanyl duty on China and Hong Kong  1,000.10
        arithmetic  10% × 10,001.00 = 1,000.10 exactly (row-cent has nothing to round)
        law text    us/ieepa/fentanyl-cn.law:49
        act         us.eo.14357, China and Hong Kong: back to 10%; known 2025-11-04; source:
                    official
        measure     us.ieepa.fentanyl-cn
        standing    since held void; collected on entries of that day all the same
    9903.01.25  Reciprocal duty  1,000.10
        arithmetic  10% × 10,001.00 = 1,000.10 exactly (row-cent has nothing to round)
        law text    us/ieepa/reciprocal.law:60
        act         us.eo.14257, Reciprocal duty; 90 FR 15041; known 2025-04-02; source:
                    official
        measure     us.ieepa.reciprocal
        standing    since held void; collected on entries of that day all the same
    general  Ordinary customs duty  1,760.18
        arithmetic  17.6% × 10,001.00 = 1760.176, to the cent 1,760.18 (row-cent: half a cent
                    and more goes up)
        law text    us/us.law:142
        act         us.htsus, Harmonized Tariff Schedule of the United States; known
                    1988-08-23; source: official
        measure     us.base
    sum             2,500.25 + 1,000.10 + 1,000.10 + 1,760.18 = 6,260.63

  Every measure whose scope holds this line
    applies     us.301.cn.list-3 9903.88.03: the heading fits, no relief and no yield takes it
                out [us/301/list-3.law:46, on the list at us/lists/us-301-cn-3.list:355]
    applies     us.base general: the heading fits, no relief and no yield takes it out
                [us/us.law:142]
    applies     us.fees.mpf formal: the heading fits, no relief and no yield takes it out
                [us/fees.law:81]
    applies     us.ieepa.fentanyl-cn 9903.01.24: the heading fits, no relief and no yield
                takes it out [us/ieepa/fentanyl-cn.law:49]
    applies     us.ieepa.reciprocal 9903.01.25: the heading fits, no relief and no yield takes
                it out [us/ieepa/reciprocal.law:60]
    ended       out of force on this day: us.201.washers [us/201.law:194]
    silent      no heading of it fits this line on this day: us.122, us.232.aluminum,
                us.232.aluminum-russia, us.232.auto-parts, us.232.copper, us.232.drones,
                us.232.metals, us.232.steel, us.232.trucks.parts, us.301.cn.before-review,
                us.301.cn.exclusions, us.301.cn.review, us.301.fl, us.98, us.ad, us.china-100,
                us.cvd, us.excise, us.fees.hmf, us.ieepa.reciprocal.relief,
                us.ieepa.reciprocal.transhipped, us.post, us.post-relief

  Suspended
    9903.01.63    34%, suspended until 2026-11-10 by us.eo.14358

    not in it     anti-dumping and countervailing duty, excise tax, fees of other agencies

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# Half a cent goes up: 7.5% of 13 is 0.975.
$ impost why 8517.62.00.90 CN 13 --on 2024-10-01 | grep arithmetic
        arithmetic  7.5% × 13.00 = 0.975, to the cent 0.98 (row-cent: half a cent and more
        arithmetic  free

$ impost measures 4202.92.31.31 CN --on 2025-11-12 -O csv | head -n 3
name,title,state,headings,act,written
"us.122","Section 122 surcharge","to come 2026-02-24","9903.03.01, 9903.03.02, 9903.03.10, 9903.03.11","us.pp.11012","us/122.law:33"
"us.232.aluminum-russia","Section 232 duty on aluminum of Russia, or smelted or cast there","in force","9903.85.68","us.pp.10522","us/232/aluminum.law:170"

$ impost measures | tail -n 3
  68 measures

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# Law text that is wrong is told with its place.
$ mkdir -p wrong/us && cat > wrong/us/x.law
< measure us.x
<   title  Nothing
<   into   US
<   rate   10%   from 2025-13-01

$ impost check wrong
impost: error: us/x.law:4:21: a day must stand here, not "2025-13-01" [parse.date]
...
  next: Write a day of the calendar as YYYY-MM-DD.
...
? 1

# What is in no edition is reached by no measure, however wide.
$ impost measures 99999999 CN
impost: 99999999 is no number of the schedule
  next: impost goods WORDS finds numbers
? 2

$ impost measures 4202.92.31.99 CN
impost: 4202.92.31.99 is no number of the schedule
  next: impost goods WORDS finds numbers
? 2

$ impost measures 77 CN
impost: 77 is no number of the schedule
  next: impost goods WORDS finds numbers
? 2

$ impost measures 4202 CN | tail -n 3
  21 measures

  law DIGEST · known 2026-10-07 (sources read through 2026-11-09) · basis collected

# A file of law means nothing without those beside it.
$ impost check wrong/us/x.law
impost: wrong/us/x.law is one file; check takes the folder of the whole law
  next: impost help check
? 2

$ impost check parse --law $ROOT/law
nothing was found

$ impost fmt --check $ROOT/law/us/301/list-3.law

$ impost fmt wrong/us/x.law
measure us.x
  title    Nothing
  into     US
  rate     10%  from 2025-13-01

$ printf 'measure us.x\n title Nothing\n into US\n rate 10%% from 2025-01-01\n' | impost fmt -
measure us.x
  title    Nothing
  into     US
  rate     10%  from 2025-01-01

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 --proof | head -n 12
{
  "schema": "impost.proof/1",
  "law": "DIGEST",
  "known": "2026-10-07",
  "basis": "collected",
...

$ impost duty 9503.00.0073 CN 1000 --on 2025-11-12 -O proof | python3 -c 'import json, sys; print(*json.load(sys.stdin)["lines"][0])'
entry line code from on value status id given bills verdicts settled

# Completion for the other shells, and the page of a verb.
$ impost completion zsh | grep "^    say)"
    say)

$ impost completion zsh | grep -e "'--basis" | head -n 1
        '--basis[what the authority charges (the default), or the law with void parts never in it]:collected|legal:(collected legal)' \

$ impost completion fish | grep -o -e "-l basis -x -a.*"
-l basis -x -a 'collected legal' -d 'what the authority charges (the default), or the law with void parts never in it'

$ impost completion csh
impost: completion is made for bash, zsh and fish
  next: impost help completion
? 2

$ if command -v zsh >/dev/null; then impost completion zsh | zsh -n; fi

$ if command -v fish >/dev/null; then impost completion fish | fish -n; fi

$ impost man say | head -n 8
.TH IMPOST-SAY 1
.SH NAME
impost\-say \- one sentence for a reporter: the number, the two days, the acts
.SH SYNOPSIS
.B impost say
CODE FROM VALUE
.SH DESCRIPTION
Says also what is not settled, what has been held void, and why there is no number.

$ impost man sya
impost: there is no verb "sya"; the nearest is say
  next: impost help
? 2
