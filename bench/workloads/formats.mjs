import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { managerOf, orgFromRecords, roleOf, rolesOf } from 'rolegraph'
import { toGraphml, toLdif, toOrgDocument } from 'rolegraph/export'
import { seeded } from './seeded.mjs'

const FOLDER = fileURLToPath(new URL('../../.cache/bench/', import.meta.url))
const BASE = 'ou=People,dc=example,dc=org'
const TITLES = ['Director', 'Project Manager', 'Team "Lead"', 'Analyst & Planner', 'Größe', '计划']

/** Writes one chart to files in each format, once, and returns their paths. */
export function formatFiles(roles) {
  mkdirSync(FOLDER, { recursive: true })
  const kinds = { document: 'json', ldif: 'ldif', ldifJson: 'ldif.json', graphml: 'graphml' }
  const files = Object.fromEntries(
    Object.entries(kinds).map(([kind, ending]) => [kind, `${FOLDER}formats-${roles}.${ending}`]),
  )
  if (Object.values(files).every((file) => existsSync(file))) return files
  const org = chart(roles)
  writeFileSync(files.document, JSON.stringify(toOrgDocument(org)))
  writeFileSync(files.ldif, toLdif(org, { base: BASE }).text)
  writeFileSync(files.ldifJson, JSON.stringify(rolesOf(org).map((id) => entryOf(org, id))))
  writeFileSync(files.graphml, toGraphml(org).text)
  return files
}

/** A tree with spans around 7, with what an export of people has. */
function chart(roles) {
  const random = seeded(22)
  const rows = Array.from({ length: roles }, (_, index) => ({
    id: `p${index}`,
    manager: index === 0 ? undefined : `p${Math.floor((index - 1) / 7)}`,
    title: TITLES[Math.floor(random() * TITLES.length)],
    holders: [`Person ${index}`],
    grade: 1 + Math.floor(random() * 9),
    cost: 30_000 + Math.floor(random() * 90_000),
  }))
  return orgFromRecords(rows, {
    id: 'id',
    manager: 'manager',
    title: 'title',
    holders: 'holders',
    grade: 'grade',
    cost: 'cost',
  })
}

/** The entry of a role as an object, with the values that its LDIF has. */
function entryOf(org, id) {
  const { title, holders } = roleOf(org, id)
  const manager = managerOf(org, id)
  return {
    dn: `uid=${id},${BASE}`,
    objectClass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson'],
    uid: id,
    cn: holders[0],
    sn: holders[0],
    displayName: holders[0],
    title,
    ...(manager !== undefined && { manager: `uid=${manager},${BASE}` }),
  }
}
