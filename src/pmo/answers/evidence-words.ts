import { type Hedge, listed } from '../../internal.js'
import { type Cited, type Source, sources } from '../data/sources.js'

const BY_CODE: ReadonlyMap<string, Source> = new Map(Object.entries(sources))

/**
 * Words on the worth of a fact: that only weak sources state it, or that it is general knowledge; empty if it has a
 * better source.
 */
export function worthOf({ sources: codes = [] }: Cited): string {
  const cited = codes.flatMap((code) => BY_CODE.get(code) ?? [])
  if (cited.every(({ quality }) => quality === 'general')) return ' (general knowledge)'
  const named = cited.filter(({ quality }) => quality !== 'general')
  if (named.some(({ quality }) => quality !== 'weak')) return ''
  const sites = named.map(({ where }) => where.split(/[/,]/)[0])
  return sites.length === 1
    ? `, according to one weak source (${sites[0]})`
    : `, according to weak sources alone (${listed(sites)})`
}

/** `who reports to the …`, with the hedge of the line. */
export function reportsTo(manager: string, hedge: Hedge | undefined): string {
  if (hedge === 'many') return `who reports to the ${manager} in many organisations`
  if (hedge === 'may') return `who may report to the ${manager}`
  return `who ${hedge === undefined ? '' : `${hedge} `}reports to the ${manager}`
}
