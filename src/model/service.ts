import type { Evidence } from './evidence.js'

/** A support edge in a spec: a unit or a role supports a role with something. */
export interface ServiceSpec<Id extends string = string, Unit extends string = string> extends Evidence {
  /** Who gives the support: a unit or a role. */
  readonly from: Id | Unit
  /** The role that gets it. */
  readonly to: Id
  /** What is given: `'templates'`, `'training'`. */
  readonly name: string
}

/** A support edge returned by a query. It is not a reporting line: support never implies a manager. */
export type Service<Id extends string = string, Unit extends string = string> = ServiceSpec<Id, Unit>
