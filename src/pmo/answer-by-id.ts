import { frozen, oneOf } from '../internal.js'
import type { AnswerParts, Grounds, VariantParts, Verdicts } from './answers/answer-parts.js'
import {
  canAPmoBecomeAPm,
  isItAGoodCareer,
  whatComesAfterCoordinator,
  whatDoesItPay,
} from './answers/career.js'
import { type ChartOptions, checkChartOptions } from './answers/charts-of.js'
import { pmoLevel, programManagerAndPmo, whatIsAPmo, whichKinds, whoShouldLead } from './answers/office.js'
import { highestPosition, isBelow, isPmoSenior, whichIsHigher } from './answers/rank.js'
import { doesAPmReportToIt, whoDoesAPmoReportTo } from './answers/reporting.js'
import { howDoesItSupport } from './answers/support.js'
import type { PaySurvey } from './data/pay.js'
import { type Question, QUESTION_IDS, type QuestionId, questions } from './data/questions.js'
import type { Cited, Source, StatementHedge } from './data/sources.js'
import { optionsOf, type PmoOptions } from './pmo-options.js'
import type { PmoVariant } from './pmo-variants.js'
import { sourcesOfCodes } from './sources-of.js'

/** A kind of office, whole or in part, to ask a question about, and the spelling of the answer. */
export interface AnswerOptions extends Partial<PmoOptions> {
  /** The spelling of `text`. Default: `'british'`. */
  readonly spelling?: 'british' | 'american'
}

/** An answer for one kind of office. */
export interface VariantAnswer<Q extends QuestionId = QuestionId> extends Grounds {
  readonly variant: PmoVariant
  readonly verdict: Verdicts[Q]
  readonly hedge?: StatementHedge
  readonly sources: readonly Source[]
  /** The answer for this kind, in a sentence or two. */
  readonly text: string
}

/** The answer to one of the sixteen questions. */
export interface Answer<Q extends QuestionId = QuestionId> extends Grounds {
  readonly question: Question
  readonly verdict: Verdicts[Q]
  /** The hedge of the source, if it has one. */
  readonly hedge?: StatementHedge
  /** The verdict is an opinion of its source. */
  readonly opinion?: true
  /** The pay data of the answer. */
  readonly pay?: readonly PaySurvey[]
  /** The answers kind by kind, if they can differ. */
  readonly byVariant?: readonly VariantAnswer<Q>[]
  /** The sources of the answer, each once. */
  readonly sources: readonly Source[]
  /** The answer in one paragraph. */
  readonly text: string
}

const ANSWERS: { readonly [Q in QuestionId]: (options: ChartOptions) => AnswerParts<Q> } = {
  'which-is-higher-pmo-or-pm': whichIsHigher,
  'is-the-pmo-below-the-project-manager': isBelow,
  'what-is-a-pmo': whatIsAPmo,
  'how-do-a-program-manager-and-a-pmo-relate': programManagerAndPmo,
  'what-is-pmo-level': pmoLevel,
  'can-a-pmo-become-a-project-manager': canAPmoBecomeAPm,
  'is-pmo-a-senior-position': isPmoSenior,
  'who-does-a-pmo-report-to': whoDoesAPmoReportTo,
  'what-does-pmo-work-pay': whatDoesItPay,
  'what-comes-after-coordinator': whatComesAfterCoordinator,
  'what-is-the-highest-position-in-a-pmo': highestPosition,
  'how-does-a-pmo-support-a-pm': howDoesItSupport,
  'does-a-project-manager-report-to-the-pmo': doesAPmReportToIt,
  'is-pmo-a-good-career-option': isItAGoodCareer,
  'who-should-lead-a-pmo': whoShouldLead,
  'which-kinds-of-pmo-are-there': whichKinds,
}

/** The answer to a question by its id. Throws `INVALID_OPTION`. */
export function answerById<Q extends QuestionId>(question: Q, options?: AnswerOptions): Answer<Q> {
  oneOf('question', question, QUESTION_IDS)
  const { spelling = 'british', ...chart } = Object.fromEntries(
    optionsOf('answer', options, ['spelling']),
  ) as AnswerOptions
  const spelt = oneOf('spelling', spelling, ['british', 'american']) === 'american' ? american : british
  checkChartOptions(chart)
  const parts = ANSWERS[question](chart)
  const { verdict, hedge, opinion, pay, byVariant, text } = parts
  const variants = byVariant?.map((part) => variantAnswer(part, spelt))
  const surveys = pay ?? []
  return frozen<Answer<Q>>({
    question: questions[question],
    verdict,
    ...(hedge !== undefined && { hedge }),
    ...(opinion !== undefined && { opinion }),
    ...groundsOf(parts),
    ...(pay !== undefined && { pay }),
    ...(variants !== undefined && { byVariant: variants }),
    sources: sourcesOfCodes([
      ...codesOf(parts),
      ...surveys.flatMap((survey) => survey.sources),
      ...(byVariant ?? []).flatMap(codesOf),
    ]),
    text: spelt(text),
  })
}

const british = (text: string): string => text

const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/(o)rganisation/gi, '$1rganization'],
  [/(p)rogramme/gi, '$1rogram'],
  [/(c)entre/gi, '$1enter'],
  [/(o)ptimise/gi, '$1ptimize'],
]

function american(text: string): string {
  return AMERICAN.reduce((spelt, [word, other]) => spelt.replace(word, other), text)
}

function variantAnswer<Q extends QuestionId>(
  parts: VariantParts<Q>,
  spelt: (text: string) => string,
): VariantAnswer<Q> {
  const { variant, verdict, hedge, text } = parts
  return {
    variant,
    verdict,
    ...(hedge !== undefined && { hedge }),
    ...groundsOf(parts),
    sources: sourcesOfCodes(codesOf(parts)),
    text: spelt(text),
  }
}

function groundsOf({
  roles = [],
  units = [],
  lines = [],
  moves = [],
  services = [],
}: Partial<Grounds>): Grounds {
  return { roles, units, lines, moves, services }
}

interface Supported extends Partial<Grounds> {
  readonly evidence?: readonly Cited[]
}

function codesOf({ evidence = [], lines = [], moves = [], services = [] }: Supported): readonly string[] {
  return [...lines, ...moves, ...services, ...evidence].flatMap((fact) => fact.sources ?? [])
}
