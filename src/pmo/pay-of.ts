import { frozen } from './data/frozen.js'
import { type PayFigure, type PaySurvey, paySurveys } from './data/pay.js'
import type { PmoRoleId } from './data/role-ids.js'

/** One figure for a role, with the survey that it stands in. */
export interface PayOfRole extends PayFigure {
  readonly survey: PaySurvey
}

/**
 * The pay figures of a role, each with its survey: place, date, sample and source.
 *
 * Pay is never used for rank. Figures of different surveys are not comparable, and the role of a figure is
 * matched by its name in the survey; what is said of "PMO" as such belongs to no role and is in
 * {@link paySurveys} only.
 *
 * Complexity: O(figures).
 *
 * @param role A role of the model.
 * @returns A fresh array of frozen figures; empty for a role of which no survey speaks.
 * @example
 * ```ts
 * import { payOf } from 'rolegraph/pmo'
 *
 * const figures = payOf('pmo-director')
 * console.log(figures.map((figure) => figure.amount)) // => [ 82500, 140000 ]
 * console.log(figures.map(({ survey }) => `${survey.place} ${survey.date}`)) // => [ 'UK 2021', 'US 2018' ]
 * ```
 * @see {@link paySurveys}.
 */
export function payOf(role: PmoRoleId): PayOfRole[] {
  return paySurveys.flatMap((survey) => {
    return survey.figures
      .filter((figure) => figure.role === role)
      .map((figure) => frozen({ ...figure, survey }))
  })
}
