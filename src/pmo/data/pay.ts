import { frozen } from '../../internal.js'
import type { PmoRoleId } from './role-entry.js'
import type { Stated } from './sources.js'

/** One figure of a survey. */
export interface PayFigure {
  /** The name in the survey. */
  readonly label: string
  /** The roles of the model with that name; empty if the label names no role of the model. */
  readonly roles: readonly PmoRoleId[]
  readonly what: 'pay' | 'additional cash'
  readonly measure: 'average' | 'median' | 'range'
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
  /** A year or a month, or `undated`. */
  readonly date: string
  /** When the answers were collected, if known. */
  readonly fielded?: string
  /** The number of answers in the survey, if known. */
  readonly sample?: number
  readonly figures: readonly PayFigure[]
}

const BY_LABEL = 'roles are matched to the labels of the survey by name'

type Label = readonly [label: string, role?: PmoRoleId | readonly PmoRoleId[]]

function figure(
  measure: 'average' | 'median',
  [label, role = []]: Label,
  amount: number,
  sample?: number,
): PayFigure {
  const roles = typeof role === 'string' ? [role] : role
  return { label, roles, what: 'pay', measure, amount, ...(sample !== undefined && { sample }) }
}

const average = (label: Label, amount: number, sample?: number): PayFigure =>
  figure('average', label, amount, sample)

const median = (label: Label, amount: number): PayFigure => figure('median', label, amount)

/** Annual pay by survey, each with its place, sample, date and source. The survey of the customer's document is first. */
export const paySurveys: readonly PaySurvey[] = frozen<PaySurvey[]>([
  {
    place: 'London',
    currency: 'GBP',
    survey: 'Glassdoor',
    date: 'undated',
    sample: 112,
    figures: [
      { label: 'PMO', roles: [], what: 'pay', measure: 'average', amount: 51_638 },
      { label: 'PMO', roles: [], what: 'additional cash', measure: 'average', amount: 3_485 },
      { label: 'PMO', roles: [], what: 'additional cash', measure: 'range', amount: [1_366, 8_893] },
    ],
    sources: ['seed'],
  },
  {
    place: 'UK',
    currency: 'GBP',
    survey: 'APM survey 2023',
    date: '2023',
    fielded: 'November–December 2022',
    sample: 2_806,
    figures: [average(['all respondents'], 47_500)],
    sources: ['pay-uk-2023'],
  },
  {
    place: 'UK',
    currency: 'GBP',
    survey: 'APM survey 2021',
    date: '2021',
    fielded: 'November 2020',
    sample: 2_626,
    figures: [
      average(['PMO Director', 'pmo-director'], 82_500),
      average(['PMO Manager', 'pmo-manager'], 55_000, 53),
      average(['PMO Officer', 'pmo-coordinator'], 32_500, 35),
      average(['PMO Administrator', 'pmo-administrator'], 30_000),
      average(['Project Coordinator', 'project-coordinator'], 27_500, 70),
    ],
    sources: ['pay-uk-2021'],
    note: `about 195 respondents worked in a PMO; ${BY_LABEL}`,
  },
  {
    place: 'UK',
    currency: 'GBP',
    survey: 'APM survey 2019',
    date: '2019',
    figures: [
      average(['Senior PM', 'senior-project-manager'], 57_000),
      average(['PM', 'project-manager'], 47_500),
      average(['Assistant PM / Coordinator', ['junior-project-manager', 'project-coordinator']], 32_500),
      average(['Programme', 'program-manager'], 62_000),
      average(['Portfolio', 'portfolio-manager'], 60_000),
      average(['Project Office Manager', 'pmo-manager'], 52_000),
      average(['Head of Projects'], 82_000),
      average(['Project Office Support', 'pmo-administrator'], 27_500),
      average(['Project Administrator', 'pmo-administrator'], 25_000),
    ],
    sources: ['pay-uk-2019'],
    note: BY_LABEL,
  },
  {
    place: 'US',
    currency: 'USD',
    survey: 'PMI salary survey, 14th edition',
    date: 'November 2025',
    figures: [median(['PMP holders'], 135_000), median(['others'], 109_157)],
    sources: ['pay-us-2025'],
  },
  {
    place: 'US and UK',
    currency: 'USD',
    survey: 'PMI salary survey 2020',
    date: '2020',
    sample: 32_000,
    figures: [median(['US'], 116_000), median(['UK'], 83_410)],
    sources: ['pay-2020'],
    note: 'over 32,000 respondents in 42 countries',
  },
  {
    place: 'US',
    currency: 'USD',
    survey: 'PMI salary survey, 10th edition',
    date: '2018',
    figures: [
      median(['PMO director', 'pmo-director'], 140_000),
      median(['portfolio', 'portfolio-manager'], 134_000),
      median(['program', 'program-manager'], 121_650),
      median(['PM I', 'junior-project-manager'], 87_472),
    ],
    sources: ['pay-us-2018-el', 'pay-us-2018-tr'],
    note: BY_LABEL,
  },
])
