import { type HolderSpec, holderSpecsOf, type OrgState, personRecord } from '../../internal.js'

/** The holders of a role by their names, with the terms of the assignment: `Ada Lovelace (acting, 60%)`. */
export function holderTexts(state: OrgState, handle: number): readonly string[] {
  const texts = holderSpecsOf(state, handle).map((holder) => holderText(state, holder))
  // One person may have several assignments to one role, one after the other.
  return [...new Set(texts)]
}

function holderText(state: OrgState, holder: HolderSpec): string {
  if (typeof holder === 'string') return personRecord(state, holder).name
  const { person, kind = 'permanent', share } = holder
  const terms = [
    ...(kind === 'permanent' ? [] : [kind]),
    ...(share === undefined || share === 1 ? [] : [percent(share)]),
  ]
  const { name } = personRecord(state, person)
  return terms.length === 0 ? name : `${name} (${terms.join(', ')})`
}

/** A share in per cent with three digits at most: a third is 33.3%. */
function percent(share: number): string {
  return `${String(Number((share * 100).toPrecision(3)))}%`
}
