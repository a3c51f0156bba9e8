import type { Stated } from './stated.js'

/** Something that the seed document states in words, as the parts of an answer. */
export interface Statement extends Stated {
  readonly parts: readonly string[]
}

const seed = (parts: readonly string[], rest?: Omit<Stated, 'sources'>): Statement => {
  return { parts, sources: ['seed'], ...rest }
}

/** What makes an office higher than a project manager. */
export const WHY_HIGHER = seed(
  ['broader responsibilities', 'governance of the enterprise', 'the portfolio', 'frameworks'],
  { hedge: 'typically' },
)

/** What an office is, beside a project manager who has one project. */
export const TEAM_LEVEL = seed(['a team that works for the organisation as a whole'])

/** What a program manager staffs an office of a programme for. */
export const PROGRAMME_OFFICE_WORK = seed(['scope', 'costs', 'timeline'])

/** What the level of an enterprise office means. */
export const ENTERPRISE_LEVEL = seed([
  'ties project management to strategy',
  'watches over every program and project',
])

/** What work in an office gives to a future project manager. */
export const BREADTH = seed(['a broad view of how programs and projects are run'])

/** To whom offices report, and who heads them. */
export const REPORTS_TO_THE_TOP = seed(['the chief executive', 'headed by a director'], {
  hedge: 'many',
  note: 'above all an enterprise office',
})

/** What may come with time. */
export const LATER = seed(['line management of project managers'], { note: 'in time' })

/** An opinion on the career, and the reasons that go with it. */
export const LUCRATIVE = seed([
  'financially rewarding',
  'skilled people are hired, since organisations see what the work is worth',
])

/** What somebody who leads an office should know. */
export const LEADER_KNOWS = seed([
  'the organisation',
  'its leaders',
  'its people',
  'its needs',
  'its kinds of projects',
  'its technology',
])
