#!/usr/bin/env bash
# cel-js 0.8.2: a rule for those without a manager or with a senior one is an error for the chief.
#
# Rules in CEL, the Common Expression Language, are text that several systems share. The rule: a role may act if it has no manager, or
# if the manager has grade 5 or more, `!has(r.manager) || r.manager.grade >= 5`. The chief has no such field.
#
# Expected: true for the chief, since in CEL `true || error` is true, on either side. The package lists `||`, `has` and `exists` as
#   supported. @bufbuild/cel 0.6.1 and @marcbachmann/cel-js 8.0.0 give true, also when the sides are exchanged.
# Seen: an error about `manager`: the right side of `||` is evaluated although the left one is true. The right side of `&&` after a
#   false is not, so the rule turned into `&&` or into a condition is right. Also `exists` raises an error, if a role without a manager
#   comes before the one that is sought; in CEL it is true if it is true of any.
#
# For rolegraph: `managerOf` returns undefined for a top role. Write such a rule as `has(r.manager) ? … : true`, or give each role
#   fields that are always there.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  cel-js@0.8.2 @marcbachmann/cel-js@8.0.0 @bufbuild/cel@0.6.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { celEnv, isCelError, parse, plan } from '@bufbuild/cel'
import { evaluate as evaluateByMarc } from '@marcbachmann/cel-js'
import { evaluate } from 'cel-js'

const chief = { id: 'chief', grade: 9 }
const head = { id: 'head', grade: 5, manager: { id: 'chief', grade: 9 } }
const analyst = { id: 'analyst', grade: 2, manager: { id: 'head', grade: 5 } }
const names = { r: chief, roles: [chief, head, analyst] }

function answerOf(evaluateRule) {
  try {
    const answer = evaluateRule()
    return isCelError(answer) ? 'error' : answer
  } catch {
    return 'error'
  }
}
const rules = [
  '!has(r.manager) || r.manager.grade >= 5',
  'r.manager.grade >= 5 || !has(r.manager)',
  '!(has(r.manager) && r.manager.grade < 5)',
  'has(r.manager) ? r.manager.grade >= 5 : true',
  'roles.all(q, !has(q.manager) || q.manager.grade >= 5)',
  "roles.exists(q, q.manager.id == 'head')",
  "roles.exists(q, has(q.manager) && q.manager.id == 'head')",
]
for (const rule of rules) {
  const answers = {
    '@bufbuild/cel': answerOf(() => plan(celEnv(), parse(rule))(names)),
    '@marcbachmann/cel-js': answerOf(() => evaluateByMarc(rule, names)),
    'cel-js': answerOf(() => evaluate(rule, names)),
  }
  console.log(`${rule}: ${Object.entries(answers).map(([name, answer]) => `${name} ${answer}`).join(', ')}`)
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
!has(r.manager) || r.manager.grade >= 5: @bufbuild/cel true, @marcbachmann/cel-js true, cel-js error
r.manager.grade >= 5 || !has(r.manager): @bufbuild/cel true, @marcbachmann/cel-js true, cel-js error
!(has(r.manager) && r.manager.grade < 5): @bufbuild/cel true, @marcbachmann/cel-js true, cel-js true
has(r.manager) ? r.manager.grade >= 5 : true: @bufbuild/cel true, @marcbachmann/cel-js true, cel-js true
roles.all(q, !has(q.manager) || q.manager.grade >= 5): @bufbuild/cel true, @marcbachmann/cel-js true, cel-js error
roles.exists(q, q.manager.id == 'head'): @bufbuild/cel true, @marcbachmann/cel-js true, cel-js error
roles.exists(q, has(q.manager) && q.manager.id == 'head'): @bufbuild/cel true, @marcbachmann/cel-js true, cel-js true
TEXT
echo 'as recorded'
