import { type Certification, certifications } from './data/certifications.js'
import { textArgument } from './text-argument.js'

/**
 * A certificate by its id, its title or another of its names, an old name too. Case does not count.
 *
 * Complexity: O(certificates).
 *
 * @param name `'P3O'`, `'msp'`, `'Project Management Professional'`.
 * @returns The frozen certificate, or `undefined` when the model has none of that name.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { findCertification } from 'rolegraph/pmo'
 *
 * console.log(findCertification('msp')?.title) // => PRINCE2 (formerly MSP)
 * console.log(findCertification('CAPM')?.entry) // => [ { education: 'secondary degree', trainingHours: 23 } ]
 * ```
 */
export function findCertification(name: string): Certification | undefined {
  const wanted = textArgument('name', name).trim().toLowerCase()
  return Object.values(certifications).find(({ title, aliases }) => {
    return [title, ...aliases].some((known) => known.toLowerCase() === wanted)
  })
}
