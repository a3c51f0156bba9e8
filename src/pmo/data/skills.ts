/** The skills of the model, by the letter under which the role tables write them. */
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

/** `'ARP'` in words; the tables are written by hand, and a letter that is no skill is a mistake in them. */
export function skillsOf(letters: string): readonly PmoSkill[] {
  const known: ReadonlyMap<string, PmoSkill> = new Map(Object.entries(SKILLS))
  return Array.from(letters, (letter) => {
    const skill = known.get(letter)
    if (skill === undefined) throw new RangeError(`No skill has the letter ${letter}`)
    return skill
  })
}
