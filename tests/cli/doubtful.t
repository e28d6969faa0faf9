# What is not sure enough to be law is not loaded; a bill it might reach names it, and its number is as before.
$ cp -r "$IMPOST_LAW" law-copy

$ mkdir -p law-copy/us/doubtful

$ cat > law-copy/us/doubtful/heard.law
< measure us.heard
<   title  A duty somebody heard of
<   into   US
<   of     CN
<   goods  9503, 8517
<   heading h1  goods 8517
<     rate  10%  from 2025-01-01  by us.nobody
<   heading h2  goods 9503  if loaded before 2025-03-01
<     rate  10%  from 2025-01-01 until 2025-10-01  by us.nobody

$ impost duty 8517.13.00.00 CN 10000 --on 2025-11-01 --law law-copy | grep -A2 -E "DUTY|doubtful"
  DUTY 2,000.00               8517.13.00.00 of China, entered 2025-11-01, value 10,000.00 USD
                              telephones, smartphones, network equipment

--
    A duty somebody heard of (us/doubtful/heard.law) is too doubtful to be loaded, and might
    reach this line

$ impost duty 8517.13.00.00 CN 10000 --on 2025-11-01 | grep DUTY
  DUTY 2,000.00               8517.13.00.00 of China, entered 2025-11-01, value 10,000.00 USD

$ impost duty 9503.00.00.73 CN 10000 --on 2025-09-01 --fact loaded=2025-02-20 --law law-copy | grep -c "doubtful"
1

# Another place, and a day on which it says nothing.
$ impost duty 8517.13.00.00 DE 10000 --on 2025-11-01 --law law-copy | grep -c "doubtful"
0
? 1

$ impost duty 9503.00.00.73 CN 10000 --on 2025-11-01 --fact loaded=2025-02-20 --law law-copy | grep -c "doubtful"
0
? 1

# It is no part of the law: the digest is the same, and no check looks at it.
$ impost version --law law-copy
impost 0.1.0
law DIGEST
known 2026-10-07
read through 2026-11-09

$ impost check names --law law-copy
nothing was found

# What is said to have been heard on a day is not known before it.
$ cat >> law-copy/us/doubtful/heard.law
< act us.nobody
<   title  Nobody
<   kind   report
<   known  2025-09-01

$ impost duty 8517.13.00.00 CN 10000 --on 2025-11-01 --known 2025-09-01 --law law-copy | grep -c "doubtful"
1

$ impost duty 8517.13.00.00 CN 10000 --on 2025-11-01 --known 2025-08-31 --law law-copy | grep -c "doubtful"
0
? 1
