import { type OrgState, quote, titleOf } from '../internal.js'

/** The names of people, roles and units in the sentences of a route. The fields of the route have their ids. */
export class RouteNames {
  constructor(readonly state: OrgState) {}

  person(id: string): string {
    return quote(this.state.people?.get(id)?.name ?? id)
  }

  role(id: string): string {
    const handle = this.state.columns.handles.get(id)
    return quote(handle === undefined ? id : titleOf(this.state, handle))
  }

  unit(id: string): string {
    return quote(this.state.units.get(id)?.title ?? id)
  }

  /** A person in a role, or the role alone if its holder is not known. */
  inRole(person: string | undefined, role: string | undefined): string {
    if (person === undefined) return role === undefined ? 'nobody' : this.role(role)
    return role === undefined ? this.person(person) : `${this.person(person)} as ${this.role(role)}`
  }
}
