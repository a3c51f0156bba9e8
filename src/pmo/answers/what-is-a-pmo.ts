import { unitOf } from '../../internal.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'

/** The definition that the unit carries. */
export function whatIsAPmo(options: AnswerOptions): AnswerParts<'what-is-a-pmo'> {
  const office = unitOf(anyChartOf(options).org, 'pmo')
  const definition = office.note ?? ''
  return {
    verdict: definition,
    units: ['pmo'],
    evidence: [office],
    text: `A PMO (${office.title}) is ${definition}. Loosely the word is also said of a person who works in one.`,
  }
}
