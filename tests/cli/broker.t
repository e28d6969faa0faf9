# What people type and what files of brokers hold: days in several forms, words of other forms, cells that say nothing.

$ impost duty 7318.15.20.61 DE 10000 --on 08/20/2025 --fact content.steel=60% -O csv | cut -d, -f1-8
code,from,on,value,status,reason,if,duty
7318.15.20.61,DE,2025-08-20,10000,ok,,,3600.00

$ impost duty 7318.15.20.61 DE 10000 --on 20250820 --fact content.steel=60% -O csv | cut -d, -f1-8
code,from,on,value,status,reason,if,duty
7318.15.20.61,DE,2025-08-20,10000,ok,,,3600.00

$ impost duty 7318.15.20.61 DE 10000 --on 2025/08/20 --fact content.steel=60% -O csv | cut -d, -f1-8
code,from,on,value,status,reason,if,duty
7318.15.20.61,DE,2025-08-20,10000,ok,,,3600.00

$ impost duty 7318.15.20.61 DE 10000 --on 8/9/25
impost: --on wants a day as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY, "8/9/25" is none
  next: impost help duty
? 2

$ impost timeline 7318.15.20.61 DE --from 20250801 --to 09/30/2025 --json | grep -E '"(from|until)"'
      "from": "2025-08-01",
      "until": "2025-10-01",

$ impost rate --on 11/12/2025 --code 42 | head -3

  AVERAGE STATUTORY RATE      weighted by the imports of 2024

$ cat > days.csv
< code,from,on,value,SPI,exported
< 7318.15.20.61,DE,20250820,10000,N/A,2025/08/01
< 7318.15.20.61,DE,2025/08/20,10000,none,20250801
< 7318.15.20.61,DE,08/20/2025,10000,-,08/01/2025
< 7318.15.20.61,DE,20/08/2025,10000,,

$ impost duty days.csv -O csv | cut -d, -f3-11
on,value,SPI,exported,status,reason,if,duty,low
20250820,10000,N/A,2025/08/01,ok,,,5000.00,5000.00
2025/08/20,10000,none,20250801,ok,,,5000.00,5000.00
08/20/2025,10000,-,08/01/2025,ok,,,5000.00,5000.00
20/08/2025,10000,,,refused,"""20/08/2025"" is no date of entry",,,

$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact mode=sea | head -6

  REFUSED                     7318.15.20.61 of Germany, entered 2025-08-20, value 10,000.00
                              USD

    "sea" is no value of the fact mode
    next: mode is ocean, air, truck, rail or post

$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact steel=60% | head -6

  REFUSED                     7318.15.20.61 of Germany, entered 2025-08-20, value 10,000.00
                              USD

    the law knows no fact named "steel"
    next: did you mean content.steel? `impost help facts` lists the facts the law asks for

$ impost duty 7318.15.20.61 DE 10000 --on 2025-08-20 --fact exported=soon | head -6

  REFUSED                     7318.15.20.61 of Germany, entered 2025-08-20, value 10,000.00
                              USD

    "soon" is no value of the fact exported
    next: write the day as YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY

$ impost duty 7318.15.20.61 DE 10000 --date 2025-08-20
impost: impost duty has no option --date; here it is --on
  next: impost help duty
? 2

$ impost duty 7318.15.20.61 DE 10000 --entry-date 2025-08-20
impost: impost duty has no option --entry-date; here it is --on
  next: impost help duty
? 2

$ impost timeline 7318.15.20.61 DE --on 2025-08-20
impost: impost timeline has no option --on; it goes through time: --from and --to
  next: impost help timeline
? 2

$ impost duty DE 7318.15.20.61
impost: the code stands before the country: impost duty 7318.15.20.61 DE
  next: impost help duty
? 2

$ impost say Germany 7318.15.20.61 10000
impost: the code stands before the country: impost say 7318.15.20.61 Germany 10000
  next: impost help say
? 2

$ impost measures DE 7318.15.20.61
impost: the code stands before the country: impost measures 7318.15.20.61 DE
  next: impost help measures
? 2
