# What was found on this machine, and whether it is in order.

$ IMPOST_TODAY=2026-11-19 XDG_DATA_HOME=$PWD impost doctor
...
  law          ROOT/law (named by IMPOST_LAW)
...
  goods        no edition imported: labels of headings stand in for descriptions
...
  all is in order

$ IMPOST_TODAY=2026-11-19 impost doctor | grep -c "known .*sources read through .*ago\|known .*not before today"
1

# The stamp of a bill is of everything it rests on: one rate of a table that changes changes it, and doctor tells which.
$ cp -r "$IMPOST_LAW" rates && sed -i 's/^\(4202\.92\.31\t.*\)17\.6%/\17.5%/' rates/us/schedule.tsv

$ for law in "$IMPOST_LAW" rates; do impost version --law $law | grep law; impost doctor --law $law | grep -o "[a-z]*.tsv [0-9a-f]*"; done | sort | uniq -c | sort | sed "s/ [0-9a-f]\{8,\}$//"
      1 law
      1 law
      1 schedule.tsv
      1 schedule.tsv
      2 places.tsv
      2 renumbered.tsv

$ impost doctor --law nowhere

  impost 0.1.0

...
  law          NOT IN ORDER: there is no law in "nowhere"
               next: name the folder that holds places.tsv and us/
  goods        no edition imported: labels of headings stand in for descriptions
...

  not all is in order
? 1

$ impost doctor now
impost: doctor takes no words
  next: impost help doctor
? 2

$ cp -r "$IMPOST_LAW" wrong && echo "measure x y z" >> wrong/us/122.law; impost doctor --law wrong | grep -A1 "NOT IN" | sed 's/law:[0-9]*:/law:N:/'
  law          NOT IN ORDER: wrong/us/122.law:N:11: "y" has no meaning here
               next: impost check --law wrong
  checks       NOT IN ORDER: 1 findings, 1 of them errors
               next: impost check --law wrong
