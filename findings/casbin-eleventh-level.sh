#!/usr/bin/env bash
# casbin 5.51.1 (node-casbin): a permission is inherited over ten levels of a chain of roles, and no further.
#
# A management chain is often modelled as roles that inherit: `g, layer1, layer2` says that layer 1 has what layer 2 has. The
# chain: 14 layers, the last of which may read the budget.
#
# Expected: every layer may read the budget; or, if there is a limit, the functions that list what is inherited have it too.
# Seen: enforce allows the ten layers next to the last one and denies it to the others, without an error or a warning, though
#   getImplicitRolesForUser lists all 13 roles above the first layer and getImplicitPermissionsForUser the permission itself.
#   A role manager that is given a greater depth allows it.
#
# For rolegraph: its chains have no limit. Docs on approvals can say that a chart with more than eleven layers needs
#   a role manager of its own there.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" casbin@5.51.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { DefaultRoleManager, newEnforcer, newModelFromString, StringAdapter } from 'casbin'

const LAYERS = 14
const model = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act
`
const layers = Array.from({ length: LAYERS }, (_, at) => `layer${at + 1}`)
const lines = layers.slice(1).map((above, at) => `g, ${layers[at]}, ${above}`)
const policy = [`p, layer${LAYERS}, budget, read`, ...lines].join('\n')

async function seen(name, depth) {
  const enforcer = await newEnforcer(newModelFromString(model), new StringAdapter(policy))
  if (depth !== undefined) {
    enforcer.setRoleManager(new DefaultRoleManager(depth))
    await enforcer.buildRoleLinks()
  }
  const allowed = []
  for (const layer of layers) if (await enforcer.enforce(layer, 'budget', 'read')) allowed.push(layer)
  const roles = await enforcer.getImplicitRolesForUser('layer1')
  const permissions = await enforcer.getImplicitPermissionsForUser('layer1')
  console.log(`${name}: allowed from ${allowed[0]} on`)
  console.log(`  layer1: ${roles.length} roles, permissions ${JSON.stringify(permissions)}`)
}
await seen('as it is')
await seen('depth 20', 20)
JS

cat > "$tmp/expected" <<'TEXT'
as it is: allowed from layer4 on
  layer1: 13 roles, permissions [["layer14","budget","read"]]
depth 20: allowed from layer1 on
  layer1: 13 roles, permissions [["layer14","budget","read"]]
TEXT

(cd "$tmp" && timeout 60 node seen.mjs) | tee "$tmp/seen"
diff "$tmp/expected" "$tmp/seen"
echo 'as recorded'
