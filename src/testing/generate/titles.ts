const FIELDS = [
  'Delivery',
  'Finance',
  'People',
  'Technology',
  'Sales',
  'Product',
  'Operations',
  'Marketing',
  'Legal',
  'Data',
  'Security',
  'Procurement',
]
const STAFF = ['Analyst', 'Specialist', 'Coordinator', 'Planner', 'Consultant', 'Assistant']

/** The fields of work by which the roles below the top are named, in the order in which they are used. */
export function fieldOf(index: number): string {
  return FIELDS[index % FIELDS.length]
}

/** A title as real charts have it: by the layer of the role, and by whether anyone reports to it. */
export function titleOf(field: string, layer: number, manages: boolean, pick: number): string {
  if (layer === 1) return 'Chief Executive Officer'
  if (!manages) return `${field} ${STAFF[pick % STAFF.length]}`
  if (layer === 2) return `${field} Director`
  if (layer === 3) return `Head of ${field}`
  return layer === 4 ? `${field} Manager` : `${field} Team Lead`
}
