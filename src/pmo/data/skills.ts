import { frozen } from '../../internal.js'
import type { Stated } from './sources.js'

/** The skills of the model, by their letter in the role tables. */
const SKILLS = Object.freeze({
  A: 'administration',
  P: 'planning',
  R: 'reporting',
  K: 'risk',
  F: 'finance and benefits',
  S: 'stakeholders',
  L: 'leadership',
  G: 'governance',
  T: 'methods and tools',
  X: 'strategy',
  C: 'coaching',
} as const)

/** A skill of the model, in words. */
export type PmoSkill = (typeof SKILLS)[keyof typeof SKILLS]

export const PMO_SKILLS: readonly PmoSkill[] = Object.values(SKILLS)

/** `'ARP'` in words. An unknown letter is a mistake in our tables. */
export function skillsOf(letters: string): readonly PmoSkill[] {
  const known: ReadonlyMap<string, PmoSkill> = new Map(Object.entries(SKILLS))
  return Array.from(letters, (letter) => {
    const skill = known.get(letter)
    if (skill === undefined) throw new RangeError(`No skill has the letter ${letter}`)
    return skill
  })
}

/** The functions of an office in which a specialist may specialise. */
export const specialistFacets: Stated & { readonly names: readonly string[] } = frozen<
  Stated & { readonly names: readonly string[] }
>({
  names: [
    'benefits',
    'commercial',
    'communications',
    'information',
    'consultancy and performance',
    'finance',
    'issue',
    'change control',
    'planning',
    'quality',
    'resource',
    'risk',
    'reporting',
    'secretariat',
    'tools',
    'data analytics',
  ],
  sources: ['P3R', 'general'],
  note: 'data analytics is general knowledge',
})

/** The levels at which SFIA describes a professional skill. */
export interface SfiaLevels extends Stated {
  readonly code: 'PROF' | 'PGMG' | 'POMG' | 'PRMG' | 'BENM' | 'DEMG'
  readonly skill: string
  readonly levels: readonly [lowest: number, highest: number]
}

/** The levels of the SFIA skills. */
export const sfiaLevels: readonly SfiaLevels[] = frozen<SfiaLevels[]>([
  { code: 'PROF', skill: 'PMO support', levels: [2, 6], sources: ['SF'] },
  { code: 'PGMG', skill: 'programme management', levels: [6, 7], sources: ['SF'] },
  { code: 'POMG', skill: 'portfolio management', levels: [5, 7], sources: ['SF'] },
  { code: 'PRMG', skill: 'project management', levels: [4, 7], sources: ['SF'] },
  { code: 'BENM', skill: 'benefits management', levels: [3, 6], sources: ['SF'] },
  { code: 'DEMG', skill: 'delivery management', levels: [3, 6], sources: ['SF'] },
])
