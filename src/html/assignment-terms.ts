import type { AssignmentTerms, HolderSpec } from '../internal.js'

type GivenTerms = { readonly [Name in keyof AssignmentTerms]: AssignmentTerms[Name] | undefined }

/** The terms of an assignment in words: `acting, 60%, from 2026-01-01`. */
export function termsText({ kind = 'permanent', share, from, to }: GivenTerms): string {
  return [
    ...(kind === 'permanent' ? [] : [kind]),
    // Three digits at most: a third is 33.3%.
    ...(share === undefined || share === 1 ? [] : [`${String(Number((share * 100).toPrecision(3)))}%`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
  ].join(', ')
}

/** The holder of a role that these terms tell of: the kind and the dates, without the share. */
export function holderWithTerms(person: string, text: string): HolderSpec {
  if (text === '') return person
  const terms = text.split(', ')
  const kind = (['acting', 'interim'] as const).find((each) => terms.includes(each))
  const date = (name: string): string | undefined =>
    terms.find((term) => term.startsWith(`${name} `))?.slice(name.length + 1)
  const [from, to] = [date('from'), date('to')]
  return {
    person,
    ...(kind !== undefined && { kind }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}
