import type { Line, Move, Service } from '../../internal.js'
import type { Authority, PmoScope } from '../data/kinds.js'
import type { PmoUnitId } from '../data/offices.js'
import type { PaySurvey } from '../data/pay.js'
import type { QuestionId } from '../data/questions.js'
import type { PmoRoleId } from '../data/role-entry.js'
import type { Cited, StatementHedge } from '../data/sources.js'
import type { PmoVariant } from '../pmo-variants.js'

/** The verdict of each question. */
export interface Verdicts {
  readonly 'which-is-higher-pmo-or-pm': 'pmo' | 'pm' | 'neither'
  readonly 'is-the-pmo-below-the-project-manager': 'yes' | 'no'
  /** The definition. */
  readonly 'what-is-a-pmo': string
  readonly 'how-do-a-program-manager-and-a-pmo-relate': 'the program manager staffs it'
  readonly 'what-is-pmo-level': 'enterprise'
  readonly 'can-a-pmo-become-a-project-manager': 'yes' | 'no'
  readonly 'is-pmo-a-senior-position': {
    readonly senior: readonly PmoRoleId[]
    readonly notSenior: readonly PmoRoleId[]
  }
  /** The role that the head of the office reports to, or `depends` if the kinds differ. */
  readonly 'who-does-a-pmo-report-to': PmoRoleId | 'depends'
  /** The survey that the customer's document quotes; `pay` of the answer has the others too. */
  readonly 'what-does-pmo-work-pay': PaySurvey
  readonly 'what-comes-after-coordinator': {
    readonly next: readonly PmoRoleId[]
    readonly inTime: readonly PmoRoleId[]
    /** Further steps. */
    readonly also: readonly PmoRoleId[]
  }
  readonly 'what-is-the-highest-position-in-a-pmo': PmoRoleId
  /** The services of every kind in question, by name; services that one of them hedges are separate. */
  readonly 'how-does-a-pmo-support-a-pm': {
    readonly gives: readonly string[]
    readonly inSomeCases: readonly string[]
  }
  readonly 'does-a-project-manager-report-to-the-pmo': 'yes' | 'dotted at most' | 'no' | 'depends'
  readonly 'is-pmo-a-good-career-option': 'lucrative'
  /** What that person should know. */
  readonly 'who-should-lead-a-pmo': readonly string[]
  readonly 'which-kinds-of-pmo-are-there': {
    readonly byAuthority: readonly Authority[]
    readonly byScope: readonly PmoScope[]
  }
}

/** What a verdict is based on. */
export interface Grounds {
  readonly roles: readonly PmoRoleId[]
  readonly units: readonly PmoUnitId[]
  readonly lines: readonly Line<PmoRoleId>[]
  readonly moves: readonly Move<PmoRoleId>[]
  readonly services: readonly Service<PmoRoleId, PmoUnitId>[]
}

/** An answer before its sources are looked up; what is left out is empty. */
export interface AnswerParts<Q extends QuestionId> extends Partial<Grounds> {
  readonly verdict: Verdicts[Q]
  readonly hedge?: StatementHedge | undefined
  /** The verdict is an opinion of the source. */
  readonly opinion?: true
  readonly pay?: readonly PaySurvey[]
  readonly byVariant?: readonly VariantParts<Q>[]
  /** The facts that it is based on, apart from its lines, moves, services and pay. */
  readonly evidence?: readonly Cited[]
  readonly text: string
}

/** The part of an answer for one kind of office. */
export interface VariantParts<Q extends QuestionId> extends Partial<Grounds> {
  readonly variant: PmoVariant
  readonly verdict: Verdicts[Q]
  readonly hedge?: StatementHedge | undefined
  readonly evidence?: readonly Cited[]
  readonly text: string
}
