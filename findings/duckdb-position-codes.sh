#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): position codes become dates, and one new row breaks all reporting lines.
#
# Position codes such as division-department-seat, 01-02-03, or outline numbers, 1.10, are common keys in HR tables.
# DuckDB guesses a type for each column of a CSV file.
#
# Expected: text, as codes such as 007 are; or at least one type for the key and for the column that refers to it.
# Seen: 01-02-03 is read as the date 2001-02-03 in both columns. With one more position whose code is not a date,
#   14-40-01, the key column is text again, the manager column is still dates, and the join that finds managers fails.
#   1.10 is read as the number 1.1, so the tenth position is the first and reports to itself. That types are guessed is
#   documented; that a key and its reference are guessed apart follows from it.
#
# For rolegraph: docs that prepare a CSV file with such a tool need "all_varchar = true". When most managers are unknown
#   and the ids of one column look like dates, the issue can hint that a tool has changed them.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @duckdb/node-api@1.5.6-r.1 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
const { writeFileSync } = require('node:fs')
const { DuckDBInstance } = require('@duckdb/node-api')

const charts = {
  'codes that could be dates': ['01-01-01,', '01-02-03,01-01-01', '01-02-04,01-02-03'],
  'one that could not': ['01-01-01,', '01-02-03,01-01-01', '14-40-01,01-02-03'],
  'numbers of an outline': ['1.1,', '1.9,1.1', '1.10,1.1'],
  'leading zeros': ['007,', '008,007'],
}
async function main() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson()
  for (const [name, lines] of Object.entries(charts)) {
    const file = `${__dirname}/chart.csv`
    writeFileSync(file, ['position,manager', ...lines, ''].join('\n'))
    const types = await rows(`select column_name, column_type from (describe select * from '${file}')`)
    console.log(`${name}: ${types.map((type) => type.join(' ')).join(', ')}`)
    const join = `select a.position, b.position from '${file}' a left join '${file}' b on b.position = a.manager order by all`
    const found = await rows(join).catch((error) => [[error.message.split(':')[0]]])
    for (const [position, manager] of found) console.log(`  ${position}${manager ? ` reports to ${manager}` : ''}`)
  }
}
main()
JS

diff - <(node "$tmp/seen.cjs") <<'TEXT'
codes that could be dates: position DATE, manager DATE
  2001-01-01
  2001-02-03 reports to 2001-01-01
  2001-02-04 reports to 2001-02-03
one that could not: position VARCHAR, manager DATE
  Conversion Error
numbers of an outline: position DOUBLE, manager DOUBLE
  1.1 reports to 1.1
  1.1 reports to 1.1
  1.1
  1.9 reports to 1.1
  1.9 reports to 1.1
leading zeros: position VARCHAR, manager VARCHAR
  007
  008 reports to 007
TEXT
echo 'as recorded'
