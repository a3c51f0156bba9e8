import type { Hedge } from '../../internal.js'
import { frozen, mapped } from './table.js'

/**
 * The kind of a source: `seed`, the customer's document on which the model is based; `found`, published by others;
 * `general`, general knowledge without a source.
 */
export type SourceKind = 'seed' | 'found' | 'general'

/** One source of the model. */
export interface Source {
  readonly code: SourceCode
  /** A work, a page or an address. */
  readonly where: string
  readonly kind: SourceKind
  /** Present for a weak source: a site that states without evidence. */
  readonly weak?: true
}

const FOUND = {
  B5: 'PMBOK Guide, 5th edition, on project management offices',
  B6: 'PMBOK Guide, 6th edition, on project management offices',
  B7: 'PMBOK Guide, 7th edition, on project management offices',
  T3: 'pmearth.com, A Directive Project Office, 2007',
  PF: 'pmi.org, Pulse, PMO frameworks',
  GA: 'pmojournal.com/2017/06/14/4-types-pmos-deliver-value',
  CA: 'pmthink.com/2007/05/pmo-setups-which-is-right-one-pmo.htm',
  P3L: 'P3O §3.2.1',
  P3R: 'hennyportman.wordpress.com/2014/05/17/p3o-roles-qrc',
  P3T: 'tayllorcox.com, P3O foundation',
  NI: 'finance-ni.gov.uk/articles/role-portfolio-programme-and-project-office-p3o',
  EP: 'PMI, Earning Power salary survey',
  WH: 'wanhow.com, project manager salary United States (quotes PMI)',
  AG: 'APMG International, job role PMO manager',
  PT: 'pmtoday.co.uk/where-does-my-project-management-go',
  BZ: 'bizfluent.com/info-7760477-coordinator-vs-project-manager.html',
  BU: 'Buttrick, The Programme Workout, ch. 22',
  PR: 'PRINCE2 7, project management team structure',
  IC: 'ipma.world, Chief Project Officer',
  PC: 'prosperity247.com, the development of the Chief Project Officer',
  PV: 'provek.co.uk, role definition',
  PL: 'pmolearning.co.uk, types of PMO jobs',
  PN: 'pmolearning.co.uk, how to land a PMO manager role',
  ES: 'ESCO 3343.1.6',
  DD: 'ddat-capability-framework.service.gov.uk/role/digital-portfolio-manager',
  FE: 'fedip.org, head of portfolio',
  IP: 'IPMA certification levels A–C',
  SF: 'SFIA: PROF, PGMG',
  QZ: 'quartzenterprises.com/?p=1652',
  AV: 'rishikumarexec.com, lean portfolio management operations',
  KY: 'kyloot.com, 4 career paths for PMO professionals',
  HC: 'pmi.org/learning/library/career-hard-choices-2330',
  PJ: 'project-skills.com, how to break into a project management career if you are in PMO',
  PB: 'pmi.org/blog/from-project-manager-to-pmo-leader',
  AB: 'apm.org.uk/blog/how-do-you-get-to-work-in-a-pmo',
  SG: 'pmstudyguide.com/?p=114',
  ED: 'edworking.com, career paths',
  SA: 'salary.com, project management director',
  MO: 'mondo.com/hire-pmo-directors',
  TO: 'torchora.com',
  ST: 'study.com, coordinator vs manager',
  'pay-uk-2021': 'pmolearning.co.uk, salary and market trends for PMO',
  'pay-uk-2019': 'wellingtone.co.uk, what are you worth 2019',
  'pay-us-2018-el': 'efficientlearning.com',
  'pay-us-2018-tr': 'techrepublic.com',
}

const WEAK = {
  T1: 'ganttgrind.com/topics/pmo-types',
  T2: 'jectmanager.com/resources/pmo-types',
  T4: 'blog.masterofproject.com/project-management-officer',
  RC: 'rimucoaching.com',
  TC: 'titaniumcobra.com/enterprise-pmo',
  FS: 'finanssenteret.as/en/who-should-pmo-report-to-a-comprehensive-guide',
  KI: 'killerinsideme.com',
}

/** The code of a source, as facts carry it in `sources`. */
export type SourceCode = 'seed' | 'general' | keyof typeof FOUND | keyof typeof WEAK

/** Every source of the model, by its code. Every code of a fact of the model is one of these. */
export const sources: { readonly [Code in SourceCode]: Source } = frozen({
  seed: {
    code: 'seed',
    where: "the customer's document of questions and answers, 2026",
    kind: 'seed',
  },
  ...mapped(FOUND, (where, code): Source => ({ code, where, kind: 'found' })),
  ...mapped(WEAK, (where, code): Source => ({ code, where, kind: 'found', weak: true })),
  general: { code: 'general', where: 'general knowledge, without a source', kind: 'general' },
})

/** The evidence that every fact of the model carries: at least one source, and the hedge of the source if it has one. */
export interface Stated {
  readonly sources: readonly [SourceCode, ...SourceCode[]]
  readonly hedge?: Hedge
  readonly note?: string
}

/** The evidence of a fact without a citation. */
export const GENERAL: Stated = Object.freeze({ sources: Object.freeze(['general'] as const) })

/** The note of a fact that its source implies rather than states. */
export const INFERRED = 'inferred'
