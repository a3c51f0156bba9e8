import { AUTHORITY_NAMES, PUBLISHED_SCHEMES } from '../data/kind-names.js'
import { pmoVariants } from '../pmo-variants.js'
import type { AnswerParts } from './answer-parts.js'
import { listed } from './in-words.js'

/** The kinds that the model builds, along both axes. */
export function whichKinds(): AnswerParts<'which-kinds-of-pmo-are-there'> {
  const variants = pmoVariants()
  const byAuthority = [...new Set(variants.map(({ authority }) => authority))]
  const byScope = [...new Set(variants.flatMap(({ scope }) => scope ?? []))]
  const control = byAuthority.map(
    (authority) => `${authority} (${AUTHORITY_NAMES[authority].control} control)`,
  )
  return {
    verdict: { byAuthority, byScope },
    evidence: [...variants, ...PUBLISHED_SCHEMES],
    text:
      `By how much control they have: ${listed(control)}. By how wide they reach, or in which form: ` +
      `${listed(byScope)}. ${listed(PUBLISHED_SCHEMES.map(({ scheme }) => scheme))} divide them otherwise.`,
  }
}
