import { invalidArgument } from '../internal.js'
import { type Certification, certifications } from './data/certifications.js'

/**
 * Finds a certification by its id, its title or another name, including a former one. Case is ignored.
 *
 * Complexity: O(certifications).
 *
 * @param name `'P3O'`, `'msp'`, `'Project Management Professional'`.
 * @returns The frozen certification, or `undefined` if the model has none of that name.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { findCertification } from 'rolegraph/pmo'
 *
 * console.log(findCertification('msp')?.title) // => PRINCE2 Programme Management
 * console.log(findCertification('CAPM')?.entry) // => [ { education: 'secondary degree', trainingHours: 23 } ]
 * ```
 */
export function findCertification(name: string): Certification | undefined {
  const received: unknown = name
  if (typeof received !== 'string') throw invalidArgument('findCertification', 'name', received, 'text')
  const wanted = received.trim().toLowerCase()
  return Object.values(certifications).find(({ title, aliases }) => {
    return [title, ...aliases].some((known) => known.toLowerCase() === wanted)
  })
}
