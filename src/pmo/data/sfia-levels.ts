import { frozen } from './frozen.js'
import type { Stated } from './stated.js'

/** The levels at which SFIA describes a professional skill. */
export interface SfiaLevels extends Stated {
  readonly code: 'PROF' | 'PGMG'
  readonly skill: string
  readonly levels: readonly [lowest: number, highest: number]
}

/** The SFIA skills of an office and of a programme. */
export const sfiaLevels: readonly SfiaLevels[] = frozen<SfiaLevels[]>([
  { code: 'PROF', skill: 'PMO support', levels: [2, 6], sources: ['SF'] },
  { code: 'PGMG', skill: 'programme management', levels: [6, 7], sources: ['SF'] },
])
