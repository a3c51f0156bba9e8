import { frozen } from '../../internal.js'
import type { QuestionId } from './questions.js'
import { INFERRED, type StatedInWords } from './sources.js'
import { mapped } from './table.js'

/** A statement in words, as the parts of an answer. */
export interface Statement extends StatedInWords {
  readonly question: QuestionId
  readonly parts: readonly string[]
}

const seed = (
  question: QuestionId,
  parts: readonly string[],
  rest?: Omit<StatedInWords, 'sources'>,
): Statement => ({ question, parts, sources: ['seed'], ...rest })

const STATEMENTS = {
  /** Why an office ranks above a project manager. */
  'why-higher': seed(
    'which-is-higher-pmo-or-pm',
    ['broader responsibilities', 'governance of the enterprise', 'the portfolio', 'frameworks'],
    { hedge: 'typically' },
  ),
  /** What an office is, in contrast to a project manager with one project. */
  'team-level': seed('is-the-pmo-below-the-project-manager', [
    'a team that works for the organisation as a whole',
  ]),
  'found-in': seed('what-is-a-pmo', ['a business', 'a government agency', 'an enterprise']),
  /** What people who work in an office do. */
  'what-professionals-do': seed('what-is-a-pmo', [
    'oversee projects',
    'manage resources',
    'optimise processes',
  ]),
  'programme-office-work': seed('how-do-a-program-manager-and-a-pmo-relate', ['scope', 'costs', 'timeline']),
  /** What program managers do who are part of the office. */
  'program-managers-inside': seed('how-do-a-program-manager-and-a-pmo-relate', [
    'provide oversight of related projects',
  ]),
  'enterprise-level': seed('what-is-pmo-level', [
    'aligns project management with strategy',
    'oversees every program and project',
  ]),
  'stepping-stone': seed('can-a-pmo-become-a-project-manager', ['an essential stepping stone'], {
    hedge: 'can',
  }),
  /** What working in an office gives a future project manager. */
  breadth: seed('can-a-pmo-become-a-project-manager', ['a broad view of how programs and projects are run']),
  'coordinator-not-senior': seed(
    'is-pmo-a-senior-position',
    ['a PMO coordinator is not in a senior position'],
    {
      note: INFERRED,
    },
  ),
  'reports-to-the-top': seed('who-does-a-pmo-report-to', ['the chief executive'], {
    hedge: 'many',
    note: 'especially an enterprise office',
  }),
  /** Why offices report to the chief executive. */
  'why-the-top': seed('who-does-a-pmo-report-to', [
    'broad scope',
    'varied responsibilities',
    'the strategic weight of project portfolio management',
  ]),
  'headed-by': seed('who-does-a-pmo-report-to', ['headed by a director'], { hedge: 'often' }),
  'c-level-share': {
    question: 'who-does-a-pmo-report-to',
    parts: ['nearly half of the offices report to the C-level'],
    sources: ['PS'],
    note: '2016, n = 226',
  },
  'coordinator-next': seed('what-comes-after-coordinator', ['analyst', 'a managerial position'], {
    hedge: 'may',
  }),
  /** The outlook of a coordinator. */
  'coordinator-later': seed(
    'what-comes-after-coordinator',
    ['line management of project managers', 'PMO director'],
    {
      hedge: 'in time',
    },
  ),
  'highest-names': seed('what-is-the-highest-position-in-a-pmo', ['CPO', 'CPMO'], { hedge: 'typically' }),
  /** An opinion on the career. */
  lucrative: seed('is-pmo-a-good-career-option', ['financially rewarding'], { hedge: 'can' }),
  'why-lucrative': seed('is-pmo-a-good-career-option', [
    'see the value of the work',
    'hire skilled people',
    'invest in strong PMOs',
  ]),
  /** What someone who leads an office knows. */
  'leader-knows': seed('who-should-lead-a-pmo', [
    'the organisation',
    'its leaders',
    'its people',
    'its needs',
  ]),
  'leader-knows-something': seed('who-should-lead-a-pmo', ['its kinds of projects', 'its technology'], {
    note: 'something about these',
  }),
} satisfies Record<string, Statement>

/** The id of a statement. */
export type StatementId = keyof typeof STATEMENTS

/** What the customer's document and others state in words, by id; the answers are built from these. */
export const statements: { readonly [Id in StatementId]: Statement } = frozen(
  mapped(STATEMENTS, (statement): Statement => statement),
)
