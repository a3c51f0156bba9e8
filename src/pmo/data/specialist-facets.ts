import { frozen } from './frozen.js'
import type { Stated } from './stated.js'

/** The functions of an office in which a specialist may specialise. */
export const specialistFacets: Stated & { readonly names: readonly string[] } = frozen<
  Stated & { readonly names: readonly string[] }
>({
  names: [
    'benefits',
    'commercial',
    'communications',
    'information',
    'consultancy and performance',
    'finance',
    'issue',
    'change control',
    'planning',
    'quality',
    'resource',
    'risk',
    'reporting',
    'secretariat',
    'tools',
  ],
  sources: ['P3R'],
})
