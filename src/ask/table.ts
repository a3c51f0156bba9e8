import type { AskQuestion } from './asked.js'
import { type Automaton, compiled } from './automaton.js'
import { dividedPattern } from './pattern-text.js'
import { careerQuestions } from './questions/careers.js'
import { directQuestions } from './questions/direct-relations.js'
import { figureQuestions } from './questions/figures.js'
import { managerQuestions } from './questions/managers.js'
import { peopleQuestions } from './questions/people.js'
import { relationQuestions } from './questions/relations.js'
import { reportQuestions } from './questions/reports.js'
import { spanQuestions } from './questions/spans.js'
import { unitQuestions } from './questions/units.js'

/**
 * The questions that `ask` answers, as a table: how each is asked, which function answers it, and an example.
 *
 * A row that comes earlier wins where two fit the same words equally well.
 */
export const askQuestions: readonly AskQuestion[] = Object.freeze(
  [
    managerQuestions,
    directQuestions,
    relationQuestions,
    reportQuestions,
    spanQuestions,
    peopleQuestions,
    unitQuestions,
    careerQuestions,
    figureQuestions,
  ].flat(),
)

/** A table and its patterns, compiled. */
export interface Grammar {
  readonly rows: readonly AskQuestion[]
  /** The rows that a caller added. They come first wherever they have an answer. */
  readonly further: ReadonlySet<AskQuestion>
  /** The row of each pattern. */
  readonly rowOf: readonly AskQuestion[]
  readonly automaton: Automaton
}

const grammars = new WeakMap<readonly AskQuestion[], Grammar>()
let standard: Grammar | undefined

/** The grammar of the table, with further rows before it. Each is compiled once. */
export function grammarOf(further: readonly AskQuestion[] | undefined): Grammar {
  if (further === undefined || further.length === 0) return (standard ??= grammarFrom([]))
  const known = grammars.get(further) ?? grammarFrom(further)
  grammars.set(further, known)
  return known
}

/** With the other ways to say what patterns have: "has X got" for "does X have". */
function otherForms(pattern: string): string {
  // Few have it, and to look for it as text takes less time.
  if (!pattern.includes(' have')) return pattern
  return pattern.replace(/:do (\{\w+!?\}) have\b/g, '(:do $1 have|(has|have) $1 [got])')
}

function grammarFrom(further: readonly AskQuestion[]): Grammar {
  const patterns: string[] = []
  const rowOf: AskQuestion[] = []
  const add = (row: AskQuestion, pattern: string): void => {
    patterns.push(otherForms(pattern))
    rowOf.push(row)
  }
  // Those of the table have no alternatives outside of brackets. To look for some would take a part of the first answer.
  for (const row of further)
    for (const text of row.patterns) for (const one of dividedPattern(text)) add(row, one)
  for (const row of askQuestions) for (const text of row.patterns) add(row, text)
  return {
    rows: [...further, ...askQuestions],
    further: new Set(further),
    rowOf,
    automaton: compiled(patterns),
  }
}
