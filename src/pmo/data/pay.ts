import type { PmoRoleId } from './role-entry.js'
import type { Stated } from './sources.js'
import { frozen } from './table.js'

/** One figure of a survey. */
export interface PayFigure {
  /** The name in the survey. */
  readonly label: string
  /** The role of the model with that name; absent if the label names no single role. */
  readonly role?: PmoRoleId
  readonly what: 'pay' | 'additional cash'
  /** `unstated` if the cited page does not say what kind of figure it is. */
  readonly measure: 'average' | 'median' | 'unstated' | 'range'
  /** One amount, or both ends of a range; annual, in the currency of the survey. */
  readonly amount: number | readonly [min: number, max: number]
  /** The number of answers behind this figure, if known. */
  readonly sample?: number
}

/** The pay figures of one survey. They are never used to derive rank. */
export interface PaySurvey extends Stated {
  readonly place: string
  readonly currency: 'GBP' | 'USD'
  readonly survey: string
  /** A year, or `undated`. */
  readonly date: string
  /** The number of answers in the survey, if known. */
  readonly sample?: number
  readonly figures: readonly PayFigure[]
}

const BY_LABEL = 'roles are matched to the labels of the survey by name'

const pay = (
  label: string,
  role: PmoRoleId,
  amount: number,
  sample?: number,
  measure: PayFigure['measure'] = 'unstated',
): PayFigure => ({ label, role, what: 'pay', measure, amount, ...(sample !== undefined && { sample }) })

const median = (label: string, role: PmoRoleId, amount: number): PayFigure =>
  pay(label, role, amount, undefined, 'median')

/** Annual pay by survey, each with its place, sample, date and source. */
export const paySurveys: readonly PaySurvey[] = frozen<PaySurvey[]>([
  {
    place: 'London',
    currency: 'GBP',
    survey: 'Glassdoor',
    date: 'undated',
    sample: 112,
    figures: [
      { label: 'PMO', what: 'pay', measure: 'average', amount: 51_638 },
      { label: 'PMO', what: 'additional cash', measure: 'average', amount: 3_485 },
      { label: 'PMO', what: 'additional cash', measure: 'range', amount: [1_366, 8_893] },
    ],
    sources: ['seed'],
  },
  {
    place: 'UK',
    currency: 'GBP',
    survey: 'APM survey 2021',
    date: '2021',
    sample: 2_626,
    figures: [
      pay('PMO Director', 'pmo-director', 82_500),
      pay('PMO Manager', 'pmo-manager', 55_000, 53),
      pay('PMO Officer', 'pmo-coordinator', 32_500, 35),
      pay('PMO Administrator', 'pmo-administrator', 30_000),
      pay('PMO Coordinator', 'pmo-coordinator', 27_500, 70),
    ],
    sources: ['pay-uk-2021'],
    note: BY_LABEL,
  },
  {
    place: 'UK',
    currency: 'GBP',
    survey: 'APM survey 2019',
    date: '2019',
    figures: [
      pay('Senior PM', 'senior-project-manager', 57_000),
      pay('PM', 'project-manager', 47_500),
      pay('Coordinator', 'project-coordinator', 32_500),
      pay('Programme', 'program-manager', 62_000),
      pay('Portfolio', 'portfolio-manager', 60_000),
    ],
    sources: ['pay-uk-2019'],
    note: BY_LABEL,
  },
  {
    place: 'US',
    currency: 'USD',
    survey: 'PMI salary survey, 10th edition',
    date: '2018',
    figures: [
      median('PMO director', 'pmo-director', 140_000),
      median('portfolio', 'portfolio-manager', 134_000),
      median('program', 'program-manager', 121_650),
      median('PM I', 'junior-project-manager', 87_472),
    ],
    sources: ['pay-us-2018-el', 'pay-us-2018-tr'],
    note: BY_LABEL,
  },
])
