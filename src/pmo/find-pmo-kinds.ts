import { frozen, invalidArgument } from '../internal.js'
import {
  AUTHORITIES,
  AUTHORITY_NAMES,
  type KindScheme,
  PUBLISHED_SCHEMES,
  type PublishedScheme,
  SCOPE_NAMES,
  SCOPES,
} from './data/kinds.js'
import { AUTHORITY_ROWS } from './data/reporting-rows.js'
import type { SourceCode } from './data/sources.js'
import { type PmoVariant, scopeFacts, variantsWith } from './pmo-variants.js'

/** One meaning of the name of a kind of office. */
export interface PmoKind {
  readonly name: string
  readonly scheme: KindScheme
  /** `same`: a kind of this model; `about`: close to one; `none`: no counterpart in this model. */
  readonly match: 'same' | 'about' | 'none'
  /** The kinds of this model that it covers; empty if `match` is `none`. */
  readonly variants: readonly PmoVariant[]
  /** What the name means here, or why it has no counterpart. */
  readonly note: string
  readonly sources: readonly SourceCode[]
}

/**
 * Finds every meaning of the name of a kind of office, in this model and in published schemes. The name of a scheme
 * gives all of its kinds.
 *
 * The schemes divide the field differently. Only the resource pool of Casey–Peck corresponds, roughly, to a kind of
 * this model (a directive office); for any other published kind `match` is `'none'`, even if it has the same name.
 *
 * Complexity: O(kinds).
 *
 * @param name `'directive'`, `'control tower'`, `'Gartner'`. Case, hyphens and extra white space are ignored.
 * @returns A fresh array of frozen kinds, those of this model first; empty for an unknown name.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { findPmoKinds } from 'rolegraph/pmo'
 *
 * const [pool] = findPmoKinds('resource pool')
 * console.log(pool?.match, pool?.variants[0]) // => about { authority: 'directive' }
 * console.log(findPmoKinds('control tower').map((kind) => kind.match)) // => [ 'none' ]
 * console.log(findPmoKinds('enterprise').map((kind) => kind.scheme)) // => [ 'scope', 'PMI Pulse' ]
 * ```
 * @see {@link pmoVariants}.
 */
export function findPmoKinds(name: string): PmoKind[] {
  const received: unknown = name
  if (typeof received !== 'string') throw invalidArgument('findPmoKinds', 'name', received, 'text')
  const wanted = folded(received)
  const matches = (names: readonly string[]): boolean => names.some((known) => folded(known) === wanted)
  return [
    ...AUTHORITIES.filter((id) => matches([id, `${AUTHORITY_NAMES[id].control} control`])).map(
      (id): PmoKind => ({
        name: id,
        scheme: 'authority',
        match: 'same',
        variants: variantsWith(id, undefined),
        note: AUTHORITY_NAMES[id].means,
        sources: codesOf([AUTHORITY_NAMES[id], ...AUTHORITY_ROWS[id]]),
      }),
    ),
    ...SCOPES.filter((id) => matches([id, ...SCOPE_NAMES[id].aliases])).map((id): PmoKind => ({
      name: id,
      scheme: 'scope',
      match: 'same',
      variants: variantsWith(undefined, id),
      note: SCOPE_NAMES[id].means,
      sources: codesOf(scopeFacts(id)),
    })),
    ...PUBLISHED_SCHEMES.flatMap((scheme) => {
      const all = matches([scheme.scheme, ...scheme.aliases])
      return scheme.kinds
        .filter((kind) => all || matches([kind.name, ...(kind.aliases ?? [])]))
        .map((kind) => publishedKind(scheme, kind))
    }),
  ].map(frozen)
}

function publishedKind(scheme: PublishedScheme, kind: PublishedScheme['kinds'][number]): PmoKind {
  const { name, about } = kind
  if (about === undefined) {
    const note = 'the kinds of this scheme do not map one to one to the kinds of this model'
    return { name, scheme: scheme.scheme, match: 'none', variants: [], note, sources: scheme.sources }
  }
  return {
    name,
    scheme: scheme.scheme,
    match: 'about',
    variants: variantsWith(about.authority, undefined),
    note: `about the same as ${about.authority}`,
    sources: [...scheme.sources, ...about.sources],
  }
}

function codesOf(rows: readonly { readonly sources: readonly SourceCode[] }[]): readonly SourceCode[] {
  return [...new Set(rows.flatMap((row) => row.sources))]
}

function folded(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s\-‐–]+/g, ' ')
}
