import { find, orgFromRecords } from 'rolegraph'

const fields = { id: 'id', manager: 'manager', title: 'title' }

/** Everything with a name, whatever its case, accents and white space. */
export const namesRolegraph = {
  name: 'rolegraph',
  build: (records) => orgFromRecords(records, fields),
  countOfName: (org, name) => find(org, name).filter(({ fit }) => fit === 'exact').length,
}

/** By hand: a Map from each folded name to the ids, made at the first question. */
export const namesMap = {
  name: 'Map by id',
  build(records) {
    const nodes = new Map()
    for (const { id, manager, title } of records) nodes.set(id, { id, title, manager })
    for (const { manager } of nodes.values()) {
      if (manager !== null && !nodes.has(manager)) throw new Error(`There is no role ${manager}`)
    }
    return { nodes, named: undefined }
  },
  countOfName(model, name) {
    model.named ??= namedIn(model.nodes)
    return model.named.get(folded(name))?.size ?? 0
  },
}

function namedIn(nodes) {
  const named = new Map()
  for (const { id, title } of nodes.values()) {
    for (const name of [folded(id), folded(title)]) {
      const ids = named.get(name)
      if (ids === undefined) named.set(name, new Set([id]))
      else ids.add(id)
    }
  }
  return named
}

function folded(name) {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '')
  return bare.toUpperCase().replace(/\s+/g, ' ').trim()
}
