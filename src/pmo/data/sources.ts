import { frozen } from '../../internal.js'
import type { Evidence, Hedge } from '../../internal.js'
import { mapped } from './table.js'

/**
 * The kind of a source: `seed`, the customer's document on which the model is based; `found`, published by others;
 * `general`, general knowledge without a source.
 */
export type SourceKind = 'seed' | 'found' | 'general'

/**
 * What a source is worth: `customer`, the customer's document; `standard`, a standard or an official framework;
 * `published`, a book, a survey or an edited page; `weak`, a site that states without evidence; `general`, no source.
 */
export type SourceQuality = 'customer' | 'standard' | 'published' | 'weak' | 'general'

/** One source of the model. */
export interface Source {
  readonly code: SourceCode
  /** A work, a page or an address. */
  readonly where: string
  readonly kind: SourceKind
  readonly quality: SourceQuality
  /** The result of the last check of the source; absent for general knowledge, which cannot be checked. */
  readonly checked?: 'seen' | 'not-found'
  /** The month of that check: `'2026-11'`. */
  readonly checkedOn?: string
  /** The source that this one repeats: the two are not independent. */
  readonly repeats?: SourceCode
  /** Sources to prefer over this one. */
  readonly better?: readonly SourceCode[]
}

const LAST_CHECK = '2026-11'

const STANDARDS = {
  B5: 'PMBOK Guide, 5th edition, on project management offices',
  B6: 'PMBOK Guide, 6th edition, on project management offices',
  B7: 'PMBOK Guide, 7th edition, on project management offices',
  P3L: 'P3O §3.2.1',
  PR: 'PRINCE2 7, project management team structure',
  IP: 'IPMA certification levels A–C',
  SF: 'SFIA 9: PROF, PGMG, POMG, PRMG, BENM, DEMG',
  ES: 'ESCO 3343.1.6',
  DD: 'ddat-capability-framework.service.gov.uk/role/digital-portfolio-manager',
  DM: 'UK Government digital and data framework, delivery manager, 28 February 2025',
  VR: 'PMI, practice guide on project management offices, February 2025',
}

const PUBLISHED = {
  T3: 'pmearth.com, A Directive Project Office, 2007',
  PF: 'pmi.org, Pulse, PMO frameworks',
  GA: 'pmojournal.com/2017/06/14/4-types-pmos-deliver-value',
  GB: 'Gartner, 2024',
  CA: 'pmthink.com/2007/05/pmo-setups-which-is-right-one-pmo.htm',
  CB: 'itmplatform.com',
  P3R: 'hennyportman.wordpress.com/2014/05/17/p3o-roles-qrc',
  P3T: 'tayllorcox.com, P3O foundation',
  NI: 'finance-ni.gov.uk/articles/role-portfolio-programme-and-project-office-p3o',
  EP: 'PMI, Earning Power salary survey',
  AG: 'APMG International, job role PMO manager',
  PT: 'pmtoday.co.uk/where-does-my-project-management-go',
  BU: 'Buttrick, The Programme Workout, ch. 22',
  BH: 'Bolles and Hubbard, The Power of Enterprise-Wide Project Management, 7.1',
  PS: 'pmsolutions.com, October 2016',
  IC: 'ipma.world, Chief Project Officer',
  IM: 'IPMA, 2017, on the Chief Project Officer',
  AC: 'APM, 13 December 2023, on the Chief Project Officer as a board role',
  PC: 'prosperity247.com, the development of the Chief Project Officer',
  GD: 'gov.uk, project delivery function',
  PV: 'provek.co.uk, role definition',
  PL: 'pmolearning.co.uk, types of PMO jobs',
  PN: 'pmolearning.co.uk, how to land a PMO manager role',
  FE: 'fedip.org, head of portfolio',
  HC: 'pmi.org/learning/library/career-hard-choices-2330',
  PJ: 'project-skills.com, how to break into a project management career if you are in PMO',
  PB: 'pmi.org/blog/from-project-manager-to-pmo-leader',
  PX: 'pmi.org, the PMO as a next step',
  AB: 'apm.org.uk/blog/how-do-you-get-to-work-in-a-pmo',
  PM: 'project-management.com, October 2023',
  MJ: 'pmmajik.com',
  AX: 'axelos.com, 5 June 2018',
  HP: 'houseofpmo.com',
  SA: 'salary.com, project management director',
  CT: 'pmi.org, Chief Transformation Officer, 20 October 2022',
  PE: 'processexcellencenetwork.com, transformation office',
  PI: 'pmi.org, certifications',
  TY: 'pmtycoon',
  EI: 'eimt.edu.eu',
  TK: 'tecknologia',
  'pay-uk-2023': 'finanznachrichten.de, 17 May 2023',
  'pay-uk-2021': 'pmolearning.co.uk, salary and market trends for PMO',
  'pay-uk-2019': 'wellingtone.co.uk, what are you worth 2019',
  'pay-us-2025': 'news.pm-global.co.uk',
  'pay-2020': 'sixsigmadaily.com',
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
  WH: 'wanhow.com, project manager salary United States (quotes PMI)',
  BZ: 'bizfluent.com/info-7760477-coordinator-vs-project-manager.html',
  QZ: 'quartzenterprises.com/?p=1652',
  AV: 'rishikumarexec.com, lean portfolio management operations',
  KY: 'kyloot.com, 4 career paths for PMO professionals',
  SG: 'pmstudyguide.com/?p=114',
  ED: 'edworking.com, career paths',
  MO: 'mondo.com/hire-pmo-directors',
  TO: 'torchora.com',
  ST: 'study.com, coordinator vs manager',
}

/** The code of a source, as facts carry it in `sources`. */
export type SourceCode =
  'seed' | 'general' | keyof typeof STANDARDS | keyof typeof PUBLISHED | keyof typeof WEAK

const NOT_FOUND: readonly SourceCode[] = ['PC', 'RC', 'QZ', 'TO', 'ED', 'ST', 'PV', 'ES', 'P3R']

const REPEATS: { readonly [C in SourceCode]?: SourceCode } = { KY: 'seed', FE: 'DD' }

const BETTER: { readonly [C in SourceCode]?: readonly SourceCode[] } = {
  KI: ['BH'],
  RC: ['BH'],
  T1: ['T3'],
  T4: ['P3L', 'PT', 'PS'],
  FS: ['P3L', 'PT', 'PS'],
  SG: ['PM'],
  ED: ['PM'],
  ST: ['PM'],
  KY: ['MJ', 'AX', 'PX'],
  TO: ['MJ', 'AX', 'PX'],
  PC: ['IM', 'AC'],
  AV: ['HP'],
}

function checkedSource(code: SourceCode, where: string, kind: SourceKind, quality: SourceQuality): Source {
  const repeats = REPEATS[code]
  const better = BETTER[code]
  return {
    code,
    where,
    kind,
    quality,
    checked: NOT_FOUND.includes(code) ? 'not-found' : 'seen',
    checkedOn: LAST_CHECK,
    ...(repeats !== undefined && { repeats }),
    ...(better !== undefined && { better }),
  }
}

/** Every source of the model, by its code. Every code of a fact of the model is one of these. */
export const sources: { readonly [Code in SourceCode]: Source } = frozen({
  seed: checkedSource('seed', "the customer's document of questions and answers, 2026", 'seed', 'customer'),
  ...mapped(STANDARDS, (where, code) => checkedSource(code, where, 'found', 'standard')),
  ...mapped(PUBLISHED, (where, code) => checkedSource(code, where, 'found', 'published')),
  ...mapped(WEAK, (where, code) => checkedSource(code, where, 'found', 'weak')),
  general: {
    code: 'general',
    where: 'general knowledge, without a source',
    kind: 'general',
    quality: 'general',
  },
})

/** The evidence that every fact of the model carries: at least one source, and the hedge of the source if it has one. */
export interface Stated {
  readonly sources: readonly [SourceCode, ...SourceCode[]]
  readonly hedge?: Hedge
  readonly note?: string
}

/** The hedge of a statement in words, which may be one that the facts of a chart do not have. */
export type StatementHedge = Hedge | 'primarily' | 'best' | 'can' | 'in time'

/** The same evidence for a statement in words. */
export interface StatedInWords extends Omit<Stated, 'hedge'> {
  readonly hedge?: StatementHedge
}

/** Anything that cites sources. */
export type Cited = Pick<Evidence, 'sources'>

/** The evidence of a fact without a citation. */
export const GENERAL: Stated = Object.freeze({ sources: Object.freeze(['general'] as const) })

/** The note of a fact that its source implies rather than states. */
export const INFERRED = 'inferred'
