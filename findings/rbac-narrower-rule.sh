#!/usr/bin/env bash
# easy-rbac 4.0.0, @rbac/rbac 1.1.0: a head who gets a rule of their own loses the wider one that they inherit.
#
# Each role inherits from those below it, so that managers may do what their teams may. A rule can have a condition (`when`). Clerks
# may approve anything; heads inherit that, and get a rule of their own for amounts below 10.
#
# Expected: rules only allow, so one that allows is enough, whether own or inherited: heads may still approve 50. Both packages work
#   that way for two roles that one role inherits from.
# Seen: an own rule hides the inherited one. Heads may not approve 50, nor may the chief above them. Likewise the last of two
#   rules with the same name within one role decides. The READMEs do not say so.
#
# For rolegraph: a rule that is added to a manager there can take rights away. Where authority grows along the chain, ask the chart:
#   `isAbove`, or a route of `rolegraph/approval`.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" easy-rbac@4.0.0 @rbac/rbac@1.1.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import plainRbac from '@rbac/rbac'
import easyRbac from 'easy-rbac'

const below10 = { name: 'approve', when: async ({ amount }) => amount < 10 }
const clerk = { can: ['approve'] }
const charts = {
  'heads without a rule': { clerk, head: { can: [], inherits: ['clerk'] }, chief: { can: [], inherits: ['head'] } },
  'heads with a rule': { clerk, head: { can: [below10], inherits: ['clerk'] }, chief: { can: [], inherits: ['head'] } },
  'heads with two rules': { head: { can: ['approve', below10] }, chief: { can: [], inherits: ['head'] } },
  'chief over heads and clerks': { clerk, head: { can: [below10] }, chief: { can: [], inherits: ['head', 'clerk'] } },
}
for (const [name, roles] of Object.entries(charts)) {
  console.log(name)
  const packages = { 'easy-rbac': easyRbac.create(roles), '@rbac/rbac': plainRbac({ enableLogger: false })(roles) }
  for (const [tool, rbac] of Object.entries(packages)) {
    const answers = []
    for (const role of ['head', 'chief']) {
      answers.push(`${role} ${(await rbac.can(role, 'approve', { amount: 50 })) ? 'may' : 'may not'}`)
    }
    console.log(`  ${tool}: ${answers.join(', ')}`)
  }
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
heads without a rule
  easy-rbac: head may, chief may
  @rbac/rbac: head may, chief may
heads with a rule
  easy-rbac: head may not, chief may not
  @rbac/rbac: head may not, chief may not
heads with two rules
  easy-rbac: head may not, chief may not
  @rbac/rbac: head may not, chief may not
chief over heads and clerks
  easy-rbac: head may not, chief may
  @rbac/rbac: head may not, chief may
TEXT
echo 'as recorded'
