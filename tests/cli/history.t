# The history of 9503.00.00 of China since 2025, in percent of the value, on the first day of each step and the
# day before it: 0, 10, 20, 30, 104, 145, 30, 20, 10, 12.5.

$ impost duty 9503.00.0073 CN 10000 --on 2025-01-01 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-01-01,0.00,0%

$ impost duty 9503.00.0073 CN 10000 --on 2025-02-03 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-02-03,0.00,0%

$ impost duty 9503.00.0073 CN 10000 --on 2025-02-04 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-02-04,1000.00,10%

$ impost duty 9503.00.0073 CN 10000 --on 2025-03-03 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-03-03,1000.00,10%

$ impost duty 9503.00.0073 CN 10000 --on 2025-03-04 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-03-04,2000.00,20%

$ impost duty 9503.00.0073 CN 10000 --on 2025-04-04 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-04-04,2000.00,20%

$ impost duty 9503.00.0073 CN 10000 --on 2025-04-05 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-04-05,3000.00,30%

$ impost duty 9503.00.0073 CN 10000 --on 2025-04-08 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-04-08,3000.00,30%

$ impost duty 9503.00.0073 CN 10000 --on 2025-04-09 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-04-09,10400.00,104%

$ impost duty 9503.00.0073 CN 10000 --on 2025-04-10 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-04-10,14500.00,145%

$ impost duty 9503.00.0073 CN 10000 --on 2025-05-13 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-05-13,14500.00,145%

$ impost duty 9503.00.0073 CN 10000 --on 2025-05-14 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-05-14,3000.00,30%

$ impost duty 9503.00.0073 CN 10000 --on 2025-11-09 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-11-09,3000.00,30%

$ impost duty 9503.00.0073 CN 10000 --on 2025-11-10 -O csv | tail -n 1 | cut -d, -f3,8,12
2025-11-10,2000.00,20%

$ impost duty 9503.00.0073 CN 10000 --on 2026-02-23 -O csv | tail -n 1 | cut -d, -f3,8,12
2026-02-23,2000.00,20%

$ impost duty 9503.00.0073 CN 10000 --on 2026-02-24 -O csv | tail -n 1 | cut -d, -f3,8,12
2026-02-24,1000.00,10%

$ impost duty 9503.00.0073 CN 10000 --on 2026-07-23 -O csv | tail -n 1 | cut -d, -f3,8,12
2026-07-23,1000.00,10%

$ impost duty 9503.00.0073 CN 10000 --on 2026-07-24 -O csv | tail -n 1 | cut -d, -f3,8,12
2026-07-24,1250.00,12.5%
