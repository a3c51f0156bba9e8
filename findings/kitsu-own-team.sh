#!/usr/bin/env bash
# kitsu-core 11.1.0, json-api-serializer 2.7.0, jsonapi-parse 2.0.1: a manager who is fetched alone is nameless to their team.
#
# A JSON:API document of one person: the head as primary data, with the manager and the reports, and those four others in `included`,
# with the same relationships.
#
# Expected: by JSON:API 1.1 a document has at most one resource object of each type and id, so a reference to the head leads to the
#   primary data. jsona 1.14.0 and yayson 4.3.0 resolve it: the manager of the analyst is HEAD, and the chief leads HEAD and DEPUTY.
# Seen: the head has a name; as the manager of the analyst and as a report of the chief the head has an id and no name. In a document of
#   all six people kitsu-core resolves all references.
#
# For rolegraph: `orgFromRecords` takes managers by id, so give it `person.relationships.manager.data?.id` from the document as it came.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  kitsu-core@11.1.0 json-api-serializer@2.7.0 jsonapi-parse@2.0.1 jsona@1.14.0 yayson@4.3.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { Jsona } from 'jsona'
import Serializer from 'json-api-serializer'
import jsonapiParse from 'jsonapi-parse'
import { deserialise } from 'kitsu-core'
import yayson from 'yayson'

const managers = { chief: null, head: 'chief', deputy: 'chief', analyst: 'head', clerk: 'head', planner: 'deputy' }
const ids = Object.keys(managers)
const reference = (id) => ({ type: 'people', id })
const person = (id) => ({
  ...reference(id),
  attributes: { name: id.toUpperCase() },
  relationships: {
    manager: { data: managers[id] === null ? null : reference(managers[id]) },
    reports: { data: ids.filter((report) => managers[report] === id).map(reference) },
  },
})
const oneDocument = () => ({ data: person('head'), included: ids.filter((id) => id !== 'head').map(person) })
const allDocument = () => ({ data: ids.map(person) })

const serializer = new Serializer()
serializer.register('people', { relationships: { manager: { type: 'people' }, reports: { type: 'people' } } })
const { Store } = yayson()
const readers = {
  jsona: (document) => new Jsona().deserialize(document),
  yayson: (document) => new Store().sync(document),
  'kitsu-core': async (document) => (await deserialise(document)).data,
  'json-api-serializer': (document) => serializer.deserialize('people', document),
  'jsonapi-parse': (document) => jsonapiParse.parse(document).data,
}
// kitsu-core keeps relationships in `data`.
const follow = (relationship) => relationship?.data ?? relationship
const nameOf = (someone) => someone?.name ?? `no name (${someone?.id ?? someone})`

function show(name, head) {
  const chief = follow(head.manager)
  const [analyst] = follow(head.reports)
  const team = follow(chief.reports)?.map(nameOf).join(' and ')
  console.log(`${name}: ${nameOf(head)} under ${nameOf(chief)}; ${nameOf(analyst)} under ${nameOf(follow(analyst.manager))}; ${nameOf(chief)} leads ${team}`)
}
for (const [name, read] of Object.entries(readers)) show(`one person, ${name}`, await read(oneDocument()))
for (const name of ['jsona', 'yayson', 'kitsu-core']) {
  const people = await readers[name](allDocument())
  show(`all people, ${name}`, people.find(({ id }) => id === 'head'))
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
one person, jsona: HEAD under CHIEF; ANALYST under HEAD; CHIEF leads HEAD and DEPUTY
one person, yayson: HEAD under CHIEF; ANALYST under HEAD; CHIEF leads HEAD and DEPUTY
one person, kitsu-core: HEAD under CHIEF; ANALYST under no name (head); CHIEF leads no name (head) and DEPUTY
one person, json-api-serializer: HEAD under CHIEF; ANALYST under no name (head); CHIEF leads no name (head) and DEPUTY
one person, jsonapi-parse: HEAD under CHIEF; ANALYST under no name (head); CHIEF leads no name (head) and DEPUTY
all people, jsona: HEAD under CHIEF; ANALYST under HEAD; CHIEF leads HEAD and DEPUTY
all people, yayson: HEAD under CHIEF; ANALYST under HEAD; CHIEF leads HEAD and DEPUTY
all people, kitsu-core: HEAD under CHIEF; ANALYST under HEAD; CHIEF leads HEAD and DEPUTY
TEXT
echo 'as recorded'
