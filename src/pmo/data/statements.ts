import type { Stated } from './sources.js'

/** A statement of the customer's document, as the parts of an answer. */
export interface Statement extends Stated {
  readonly parts: readonly string[]
}

const seed = (parts: readonly string[], rest?: Omit<Stated, 'sources'>): Statement => {
  return { parts, sources: ['seed'], ...rest }
}

/** Why an office ranks above a project manager. */
export const WHY_HIGHER = seed(
  ['broader responsibilities', 'governance of the enterprise', 'the portfolio', 'frameworks'],
  { hedge: 'typically' },
)

/** What an office is, in contrast to a project manager with one project. */
export const TEAM_LEVEL = seed(['a team that works for the organisation as a whole'])

/** What a program manager staffs the office of a programme for. */
export const PROGRAMME_OFFICE_WORK = seed(['scope', 'costs', 'timeline'])

/** What "PMO level" means. */
export const ENTERPRISE_LEVEL = seed([
  'aligns project management with strategy',
  'oversees every program and project',
])

/** What working in an office gives a future project manager. */
export const BREADTH = seed(['a broad view of how programs and projects are run'])

/** Who offices report to, and who heads them. */
export const REPORTS_TO_THE_TOP = seed(['the chief executive', 'headed by a director'], {
  hedge: 'many',
  note: 'especially an enterprise office',
})

/** What may come in time. */
export const LATER = seed(['line management of project managers'], { note: 'in time' })

/** An opinion on the career, and its reasons. */
export const LUCRATIVE = seed([
  'financially rewarding',
  'organisations hire skilled people, since they see the value of the work',
])

/** What someone who leads an office should know. */
export const LEADER_KNOWS = seed([
  'the organisation',
  'its leaders',
  'its people',
  'its needs',
  'its kinds of projects',
  'its technology',
])
