import type { RoleEntries, SurroundingId } from './role-entry.js'

/** The roles around an office: executives, the sponsor of a project, the line manager. */
export const SURROUNDING_ROLES: RoleEntries<SurroundingId> = {
  'chief-project-officer': {
    title: 'Chief Project Officer',
    aliases: [
      {
        name: 'CPO',
        warning:
          'CPO is Chief Project Officer here; elsewhere it is also Chief Product, People, Procurement or Privacy Officer.',
      },
      'Chief Project Management Officer',
      'CPMO',
      'Chief Project Delivery Officer',
      'CPDO',
    ],
    family: 'executive',
    grade: 9,
    years: [15],
    certifications: ['PfMP'],
    responsibilities: [],
    seedResponsibilities: ['the highest position in a PMO'],
    skills: 'XLG',
    sources: ['seed', 'IC', 'AC', 'BH', 'GD'],
    note: 'GD: Chief Project Delivery Officer',
  },
  'chief-transformation-officer': {
    title: 'Chief Transformation Officer',
    aliases: ['CTrO'],
    family: 'executive',
    grade: 9,
    responsibilities: ['transformation'],
    sources: ['CT'],
  },
  'functional-executive': {
    title: 'Functional Executive',
    // The last four are names that sources give to the manager of an office.
    aliases: [
      'COO',
      'CIO',
      'CFO',
      'Strategy Director',
      'Division Director',
      'Division Head',
      'Divisional Director',
      'Board Director',
      'Corporate Services Director',
    ],
    family: 'executive',
    grade: 9,
    responsibilities: ['executive ownership'],
    skills: 'XL',
    sources: ['P3L'],
  },
  'chief-executive-officer': {
    title: 'Chief Executive Officer',
    aliases: ['CEO'],
    family: 'executive',
    grade: 10,
    responsibilities: [{ text: 'leading the organisation', sources: ['general'] }],
    skills: 'XL',
    sources: ['seed'],
  },
  sponsor: {
    title: 'Sponsor',
    aliases: ['SRO', 'Senior Responsible Owner', 'PRINCE2 Executive'],
    family: 'governance',
    responsibilities: ['accountable ownership of a project'],
    skills: 'XS',
    sources: ['PR', 'BU'],
    note: 'a governance role, so it has no grade',
  },
  'functional-manager': {
    title: 'Functional Manager',
    aliases: ['Line Manager'],
    family: 'line',
    grade: 6,
    responsibilities: ['owning resources'],
    skills: 'L',
    sources: ['T2'],
  },
}
