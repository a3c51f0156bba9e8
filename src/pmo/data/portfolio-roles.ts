import type { PortfolioFamilyId, RoleEntries } from './role-entry.js'

/** The roles of a portfolio. */
export const PORTFOLIO_ROLES: RoleEntries<PortfolioFamilyId> = {
  'portfolio-analyst': {
    title: 'Portfolio Analyst',
    family: 'portfolio',
    grade: 3,
    years: [2, 5],
    certifications: ['MoP', 'P3O'],
    responsibilities: ['tracking portfolio outcomes'],
    skills: 'RFG',
    sources: ['DD', 'P3R'],
  },
  'portfolio-program-manager': {
    title: 'Portfolio Program Manager',
    family: 'portfolio',
    grade: 6,
    years: [8],
    certifications: ['PgMP'],
    responsibilities: [{ text: 'programmes inside a portfolio', sources: ['general'] }],
    skills: 'FXL',
    sources: ['seed'],
    note: 'the source names the title only',
  },
  'portfolio-manager': {
    title: 'Portfolio Manager',
    family: 'portfolio',
    grade: 7,
    years: [10],
    certifications: ['PfMP', 'MoP'],
    responsibilities: ['return', 'alignment with strategy'],
    skills: 'XFG',
    sources: ['EP'],
  },
  'portfolio-director': {
    title: 'Portfolio Director',
    aliases: ['Head of Portfolio'],
    family: 'portfolio',
    grade: 8,
    years: [12],
    certifications: ['PfMP', 'MoP'],
    responsibilities: ['leading portfolio managers'],
    skills: 'XLG',
    sources: ['FE'],
  },
}
