import { frozen } from '../internal.js'
import { type PayFigure, type PaySurvey, paySurveys } from './data/pay.js'
import type { PmoRoleId } from './data/role-entry.js'
import { requirePmoRole } from './pmo-roles.js'

/** One figure for a role, with its survey. */
export interface PayOfRole extends PayFigure {
  readonly survey: PaySurvey
}

/**
 * The pay figures of a role, each with its survey: place, date, sample and source.
 *
 * Pay is never used to derive rank. Figures of different surveys are not comparable, and the role of a figure is matched
 * by its name in the survey; figures for "PMO" as such belong to no role and are only in {@link paySurveys}.
 *
 * Complexity: O(figures).
 *
 * @param role A role of the model.
 * @returns A fresh array of frozen figures; empty for a role without figures.
 * @throws {@link OrgError} `UNKNOWN_ROLE`.
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
  requirePmoRole(role)
  return paySurveys.flatMap((survey) => {
    return survey.figures
      .filter((figure) => figure.roles.includes(role))
      .map((figure) => frozen({ ...figure, survey }))
  })
}
