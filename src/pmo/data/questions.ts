import { frozen } from '../../internal.js'
import { mapped } from './table.js'

const ASKED = {
  'which-is-higher-pmo-or-pm': 'Which is higher, PMO or PM?',
  'is-the-pmo-below-the-project-manager': 'Is the PMO below the project manager?',
  'what-is-a-pmo': 'What is a PMO?',
  'how-do-a-program-manager-and-a-pmo-relate': 'How do a program manager and a PMO relate?',
  'what-is-pmo-level': 'What is PMO level?',
  'can-a-pmo-become-a-project-manager': 'Can a PMO become a project manager?',
  'is-pmo-a-senior-position': 'Is PMO a senior position?',
  'who-does-a-pmo-report-to': 'Who does a PMO report to?',
  'what-does-pmo-work-pay': 'What does PMO work pay?',
  'what-comes-after-coordinator': 'What comes after coordinator?',
  'what-is-the-highest-position-in-a-pmo': 'What is the highest position in a PMO?',
  'how-does-a-pmo-support-a-pm': 'How does a PMO support a PM?',
  'does-a-project-manager-report-to-the-pmo': 'Does a project manager report to the PMO?',
  'is-pmo-a-good-career-option': 'Is PMO a good career option?',
  'who-should-lead-a-pmo': 'Who should lead a PMO?',
  'which-kinds-of-pmo-are-there': 'Which kinds of PMO are there?',
}

/** The id of a question that {@link answer} knows. */
export type QuestionId = keyof typeof ASKED

/** One of the sixteen questions. */
export interface Question {
  readonly id: QuestionId
  /** From 1 to 16. */
  readonly number: number
  /** The question in English. */
  readonly asked: string
}

/** The ids of the sixteen questions, in their order. */
export const QUESTION_IDS = Object.keys(ASKED) as readonly QuestionId[]

/** The sixteen questions, by id, in their order. */
export const questions: { readonly [Q in QuestionId]: Question } = frozen(
  mapped(ASKED, (asked, id): Question => ({ id, number: QUESTION_IDS.indexOf(id) + 1, asked })),
)
