// SPDX-License-Identifier: Apache-2.0
// DuckDB on one thread: the rate of each line as of its day of entry, joined from intervals, times the value.
//   node join.mjs RATES.csv LINES.csv LONG.csv MORE FOLDER
// LONG.csv is LINES.csv many times over, MORE lines longer; run by bench/run-file.
import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

const [rates, lines, long, more, folder] = process.argv.slice(2);
const RUNS = 5;
const db = await DuckDBInstance.create(':memory:', { threads: '1' });
const c = await db.connect();
await c.run('set asof_loop_join_threshold = 0'); // a sorted join whatever the size of the file is taken for

const seconds = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6; };
const text = (s) => `'${s.replaceAll("'", "''")}'`;

async function median(sql) {
  const took = [];
  for (let i = 0; i < RUNS; i++) {
    const start = seconds();
    await c.run(sql);
    took.push(seconds() - start);
  }
  return took.sort((a, b) => a - b)[RUNS >> 1];
}

function row(name, took, n) {
  console.log(`${name.padEnd(44)} ${took.toFixed(2).padStart(8)} ${''.padStart(16)} `
    + `${(took / n * 1e9).toFixed(0).padStart(10)} ${(n / took / 1e6).toFixed(2).padStart(10)}`);
}

const one = async (sql) => (await c.runAndReadAll(sql)).getRows()[0];

const cells = (file) => `(select entry, line, "code", "from", "on", "value",
    try_cast(replace("code", '.', '') as bigint) as number, try_cast("on" as date) as day,
    try_cast("value" as bigint) as dollars
  from read_csv(${text(file)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"',
                auto_detect = false, columns = {entry: 'varchar', line: 'varchar', "code": 'varchar',
                "from": 'varchar', "on": 'varchar', "value": 'varchar', quantity: 'varchar', unit: 'varchar',
                quantity2: 'varchar', unit2: 'varchar', claims: 'varchar', facts: 'varchar'}))`;
const rows = (file) => `with lines as materialized ${cells(file)}
  select l.entry, l.line, l."code", l."from", l."on", l."value",
    if(r.low is null, 'refused', 'ok') as status, round(l.dollars * r.low / 100, 2) as duty
  from lines l asof left join rates r
    on l.number = r."code" and l."from" = r.place and l.day >= r."from"`;

await c.run(`create table rates as
  select cast("code" as bigint) as "code", place, cast("from" as date) as "from",
    if(status = 'ok', cast(low as double), null) as low
  from read_csv(${text(rates)}, all_varchar = true, header = true)
  where cast("code" as bigint) in (select distinct number from ${cells(lines)})`);
const [intervals] = await one('select count(*) from rates');

// In memory: numbers and days as numbers, places as an enumeration, the table of lines made before the clock.
await c.run('create type land as enum (select distinct place from rates)');
await c.run('create table coded as select "code", cast(place as land) as place, "from", low from rates');
await c.run(`create table entries as select number, try_cast("from" as land) as place, day, dollars
  from ${cells(long)}`);
const [count] = await one('select count(*) from entries');
const inMemory = await median(`create or replace table answers as
  select if(r.low is null, 1, 0)::utinyint as status, cast(round(l.dollars * r.low) as bigint) as cents
  from entries l asof left join coded r on l.number = r."code" and l.place = r.place and l.day >= r."from"`);
console.log(`DuckDB ${(await one('select version()'))[0]}, one thread, ${intervals} intervals of rates`);
row('  in memory, a join as of the day', inMemory, Number(count));

const out = text(join(folder, 'joined.csv'));
const small = await median(`copy (${rows(lines)}) to ${out} (format csv, header)`);
const large = await median(`copy (${rows(long)}) to ${out} (format csv, header)`);
console.log(`  CSV to CSV, the file alone, with the sorting of the rates: ${small.toFixed(2)} s`);
row(`  CSV to CSV, each of ${Number(more).toLocaleString('en')} more`, large - small, Number(more));

// How often the join says what the program says: its answers of the short file are beside it.
const ours = text(join(folder, 'short.csv'));
const [same, answered, all] = await one(`select
    count(*) filter (where a.status = 'ok' and abs(cast(a.duty as double) - j.duty) < 0.005),
    count(*) filter (where a.status = 'ok'), count(*)
  from read_csv(${ours}, all_varchar = true, header = true) a
  join (${rows(lines)}) j on a.entry = j.entry and a.line = j.line`);
console.log(`  the same cents on ${same} of ${answered} answered lines (${all} in the file)`);
