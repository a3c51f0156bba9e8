import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { find, orgFromRecords } from 'rolegraph'

/** Settings as in their documentation for a search while typing; a stricter or looser one finds less of what is meant. */
const TYPED = { prefix: true, fuzzy: 0.3, combineWith: 'AND' }
const MOST = 10

/**
 * `prepare` makes what the user has anyway. `index` is what the first search waits for. `search` returns ids, best first.
 */
export const finders = [
  {
    name: 'rolegraph',
    prepare: (records) => orgFromRecords(records, { id: 'id', manager: 'manager', title: 'title' }),
    // The index is part of the first search.
    index: (org) => {
      find(org, 'nobody')
      return org
    },
    search: (org, text) => find(org, text, { limit: MOST }).map(({ id }) => id),
  },
  {
    name: 'MiniSearch',
    prepare: (records) => records,
    index: (records) => {
      const search = new MiniSearch({ fields: ['id', 'title'], searchOptions: TYPED })
      search.addAll(records)
      return search
    },
    search: (search, text) => {
      return search
        .search(text)
        .slice(0, MOST)
        .map(({ id }) => id)
    },
  },
  {
    name: 'Fuse.js',
    prepare: (records) => records,
    index: (records) => new Fuse(records, { keys: ['id', 'title'], useTokenSearch: true }),
    search: (fuse, text) => fuse.search(text, { limit: MOST }).map(({ item }) => item.id),
  },
]
