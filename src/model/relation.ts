/**
 * The meaning of an edge where reporting lines, career moves, units and services appear together: in a graph and on a
 * walk. Roles report and progress to roles; a role is a member or the head of a unit; a unit is part of a larger one; a
 * unit or a role supports a role.
 */
export type Relation =
  'reportsTo' | 'dottedTo' | 'progressesTo' | 'memberOf' | 'headOf' | 'partOf' | 'supports'

/** Every relation, in the order in which edges are listed. */
export const RELATIONS: readonly Relation[] = Object.freeze([
  'reportsTo',
  'dottedTo',
  'progressesTo',
  'memberOf',
  'headOf',
  'partOf',
  'supports',
])

/** The meaning of an edge of a graph with people: a {@link Relation}, or `holds`, from a person to a role. */
export type GraphRelation = Relation | 'holds'

/** Whether a value from outside is the name of a relation. */
export function isRelation(value: unknown): value is Relation {
  return RELATIONS.some((relation) => relation === value)
}
