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
