#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1: reports whose manager is written in other letters are not counted, but their manager is found.
#
# The package has the functions of spreadsheets. A list of roles names the manager of each, once as `Head` and twice as `head`. The span
# of control is `COUNTIF(managers, "head")`, and the manager's grade is found by `MATCH` or `VLOOKUP`.
#
# Expected: a span of 3, since by the documentation of Excel criteria are not case-sensitive and may have wildcards; the package says it
#   implements the functions of Excel. hyperformula 3.5.0 counts 3, and 4 for `*head*` with the report of the deputy head.
# Seen: 2, and 0 for `*head*`. So it is in `COUNTIFS`, `SUMIF`, `SUMIFS`, `AVERAGEIF` and `MAXIFS`, and there is no error. `MATCH`
#   and `VLOOKUP` take `Head` for `head`, so a lookup of every manager shows no gap.
#
# For rolegraph: ids are compared as they are, so `orgFromRecords` reports `Head` as an unknown manager and suggests `head`. To count with
#   this package, write the names in one way first, and compare parts of names yourself.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @formulajs/formulajs@4.6.1 hyperformula@3.5.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import * as formulas from '@formulajs/formulajs'
import { HyperFormula } from 'hyperformula'

const rows = [
  ['chief', '', 9],
  ['head', 'chief', 5],
  ['deputy head', 'chief', 4],
  ['analyst', 'head', 2],
  ['clerk', 'Head', 1],
  ['auditor', 'head', 4],
  ['planner', 'deputy head', 3],
]
const [ids, managers, grades] = [0, 1, 2].map((column) => rows.map((row) => row[column]))
const sheet = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' })
const both = (name, own, text) => console.log(`${name}: ${own} and ${sheet.calculateFormula(`=${text}`, 0)}`)

for (const name of ['head', '*head*', 'h*']) {
  both(`COUNTIF ${name}`, formulas.COUNTIF(managers, name), `COUNTIF(B1:B7,"${name}")`)
  both(`COUNTIFS ${name}`, formulas.COUNTIFS(managers, name, grades, '<4'), `COUNTIFS(B1:B7,"${name}",C1:C7,"<4")`)
  both(`SUMIF ${name}`, formulas.SUMIF(managers, name, grades), `SUMIF(B1:B7,"${name}",C1:C7)`)
  both(`SUMIFS ${name}`, formulas.SUMIFS(grades, managers, name), `SUMIFS(C1:C7,B1:B7,"${name}")`)
  both(`MAXIFS ${name}`, formulas.MAXIFS(grades, managers, name), `MAXIFS(C1:C7,B1:B7,"${name}")`)
}
both('AVERAGEIF head', formulas.AVERAGEIF(managers, 'head', grades), 'AVERAGEIF(B1:B7,"head",C1:C7)')
both('MATCH Head', formulas.MATCH('Head', ids, 0), 'MATCH("Head",A1:A7,0)')
both('VLOOKUP Head', formulas.VLOOKUP('Head', rows, 3, false), 'VLOOKUP("Head",A1:C7,3,FALSE())')
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
COUNTIF head: 2 and 3
COUNTIFS head: 1 and 2
SUMIF head: 6 and 7
SUMIFS head: 6 and 7
MAXIFS head: 4 and 4
COUNTIF *head*: 0 and 4
COUNTIFS *head*: 0 and 3
SUMIF *head*: 0 and 10
SUMIFS *head*: 0 and 10
MAXIFS *head*: 0 and 4
COUNTIF h*: 0 and 3
COUNTIFS h*: 0 and 2
SUMIF h*: 0 and 7
SUMIFS h*: 0 and 7
MAXIFS h*: 0 and 4
AVERAGEIF head: 3 and 2.3333333333
MATCH Head: 2 and 2
VLOOKUP Head: 5 and 5
TEXT
echo 'as recorded'
