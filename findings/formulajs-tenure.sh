#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1: a year in a post is complete a day early, if the post began on the first or the last of a month.
#
# The package has the functions of spreadsheets. Tenure in whole years is `DATEDIF(start, day, "Y")`.
#
# Expected: from 1 January to 31 December of the same year no year is complete, and a day later one is. So says Microsoft of DATEDIF, the
#   number of complete years in the period; hyperformula 3.5.0 agrees.
# Seen: one year for both days, since years of twelve months of thirty days are rounded down. It is so for those who began on the first
#   of January, February, April, June, August, September and November, and on the 31st of any month that has one, over any number of
#   years. Other days are right, and so are months ("M").
#   The days since the last anniversary ("YD") are a whole year on the anniversary, and may be -1 on the day before.
#
# For rolegraph: `tenureOf(history, { role }, date)` gives the first day and the whole years by the calendar. In this package take `"M"`,
#   divide by twelve and round down.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @formulajs/formulajs@4.6.1 hyperformula@3.5.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { DATEDIF } from '@formulajs/formulajs'
import { HyperFormula } from 'hyperformula'

const sheet = HyperFormula.buildFromArray([[]], { licenseKey: 'gpl-v3' })
const dayOf = (date) => `DATE(${date.getFullYear()},${date.getMonth() + 1},${date.getDate()})`
const other = (from, to, unit) => sheet.calculateFormula(`=DATEDIF(${dayOf(from)},${dayOf(to)},"${unit}")`, 0)
const textOf = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-')

function show(start, days) {
  const from = new Date(...start)
  for (const day of days) {
    const to = new Date(...day)
    const both = ['Y', 'M', 'YD'].map((unit) => `${unit} ${DATEDIF(from, to, unit)} and ${other(from, to, unit)}`)
    console.log(`${textOf(from)} to ${textOf(to)}: ${both.join(', ')}`)
  }
}
// Months count from 0.
show([2020, 0, 1], [[2020, 11, 30], [2020, 11, 31], [2021, 0, 1]])
show([2016, 7, 1], [[2026, 6, 31], [2026, 7, 1]])
show([2016, 4, 31], [[2026, 4, 30], [2026, 4, 31]])
show([2021, 7, 15], [[2026, 7, 14], [2026, 7, 15]])

let early = 0
const starts = new Set()
for (let day = 0; day < 1461; day += 1) {
  const from = new Date(2017, 0, 1 + day)
  const eve = new Date(from.getFullYear() + 3, from.getMonth(), from.getDate() - 1)
  if (DATEDIF(from, eve, 'Y') === other(from, eve, 'Y')) continue
  early += 1
  starts.add(`${from.getDate()}.${from.getMonth() + 1}.`)
}
console.log(`on the day before the third anniversary, of 1461 first days: ${early} differ, ${[...starts].join(' ')}`)
JS

diff - <(cd "$tmp" && TZ=UTC timeout 60 node seen.mjs) <<'TEXT'
2020-1-1 to 2020-12-30: Y 0 and 0, M 11 and 11, YD 364 and 364
2020-1-1 to 2020-12-31: Y 1 and 0, M 11 and 11, YD 365 and 365
2020-1-1 to 2021-1-1: Y 1 and 1, M 12 and 12, YD 366 and 0
2016-8-1 to 2026-7-31: Y 10 and 9, M 119 and 119, YD 364 and 364
2016-8-1 to 2026-8-1: Y 10 and 10, M 120 and 120, YD 365 and 0
2016-5-31 to 2026-5-30: Y 10 and 9, M 119 and 119, YD -1 and 364
2016-5-31 to 2026-5-31: Y 10 and 10, M 120 and 120, YD 365 and 0
2021-8-15 to 2026-8-14: Y 4 and 4, M 59 and 59, YD -1 and 364
2021-8-15 to 2026-8-15: Y 5 and 5, M 60 and 60, YD 365 and 0
on the day before the third anniversary, of 1461 first days: 56 differ, 1.1. 31.1. 1.2. 31.3. 1.4. 31.5. 1.6. 31.7. 1.8. 31.8. 1.9. 31.10. 1.11. 31.12.
TEXT
echo 'as recorded'
