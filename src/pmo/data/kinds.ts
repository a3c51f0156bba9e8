/** How much control an office has over projects: the first axis. */
export type Authority = 'supportive' | 'controlling' | 'directive'

/** How wide an office reaches, or in which form: the second axis. */
export type PmoScope =
  | 'project'
  | 'programme'
  | 'portfolio'
  | 'centre-of-excellence'
  | 'divisional'
  | 'enterprise'
  | 'hub-and-spoke'
  | 'value-management'

/** The other spellings of a scope. Programme and program are one word here. */
export type ScopeSpelling = PmoScope | 'program' | 'center-of-excellence'

export const AUTHORITIES: readonly Authority[] = ['supportive', 'controlling', 'directive']

export const SCOPES: readonly PmoScope[] = [
  'project',
  'programme',
  'portfolio',
  'centre-of-excellence',
  'divisional',
  'enterprise',
  'hub-and-spoke',
  'value-management',
]

/** In what a project manager's project stands. */
export type Within = 'programme' | 'portfolio' | 'none'
