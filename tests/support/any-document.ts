import fc from 'fast-check'

/** Ids that have broken other programs, and ids that JavaScript moves to the front of an object. */
const ids = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toJSON',
    '',
    ' ',
    '007',
    'null',
    'true',
    '1:20',
    '<<',
    'Z\u00fcrich',
  ),
  fc.nat(120).map(String),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.nat(99).map((id) => `role-${id}`),
)

const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('', 'yes', '7', '# no', 'a: b', '2024-01-31', '\ud800'),
)
const texts = fc.array(text, { maxLength: 3 })
/** A number that JSON can represent: no negative zero. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const amount = fc.oneof(fc.nat(9), number.map(Math.abs))

const evidence = {
  sources: texts,
  hedge: fc.constantFrom('typically', 'may', 'sometimes', 'many'),
  note: text,
}

const lineFacts = { as: fc.constantFrom('project', 'assistant', ' x ', '__proto__') }

const aliases = fc
  .uniqueArray(fc.tuple(text, fc.option(text)), { maxLength: 3, selector: ([name]) => name })
  .map((list) => list.map(([name, warning]) => (warning === null ? name : { name, warning })))

const years = fc.oneof(
  amount.map((min) => [min]),
  fc.tuple(amount, amount).map((pair) => pair.sort((a, b) => a - b)),
)

/** A document as plain data, with its roles and units as lists, so that their order is part of it. */
export interface AnyDocument {
  readonly rolegraph: 1 | 2
  readonly roles: readonly { readonly id: string; readonly [field: string]: unknown }[]
  readonly units: readonly { readonly id: string; readonly [field: string]: unknown }[]
  readonly services: readonly { readonly from: string; readonly to: string; readonly name: string }[]
}

/** Sound documents with everything that a document can hold. */
export const anyDocument: fc.Arbitrary<AnyDocument> = fc
  .uniqueArray(ids, { minLength: 1, maxLength: 12 })
  .chain((all) => fc.tuple(fc.constant(all), fc.nat(Math.floor(all.length / 3))))
  .chain(([all, unitCount]) => documentOf(all.slice(unitCount), all.slice(0, unitCount)))

function documentOf(roleIds: readonly string[], unitIds: readonly string[]): fc.Arbitrary<AnyDocument> {
  const unitOrNone = unitIds.length === 0 ? {} : { unit: fc.constantFrom(...unitIds) }
  const roles = roleIds.map((id, index) => {
    const others = roleIds.filter((other) => other !== id)
    const above = roleIds.slice(0, index)
    return fc.record(
      {
        id: fc.constant(id),
        title: text,
        aliases,
        grade: number,
        family: text,
        ...unitOrNone,
        // A vacant role with a holder is a contradiction.
        filled: fc.constantFrom(
          {},
          { vacant: true },
          { holders: [] },
          { vacant: false, holders: ['Ada'] },
          { holders: ['', 'B'] },
        ),
        fte: amount,
        cost: amount,
        minYears: amount,
        certifications: texts,
        skills: texts,
        ...evidence,
        ...(above.length > 0 && { reportsTo: edge(fc.constantFrom(...above), lineFacts) }),
        ...(others.length > 0 && {
          dottedTo: edges(others, lineFacts),
          progressesTo: edges(others, {
            kind: fc.constantFrom('advancement', 'lateral', 'transition'),
            years,
            conditions: texts,
          }),
        }),
        // JSON writes a negative zero as zero.
        data: fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      },
      { requiredKeys: ['id'] },
    )
  })
  const units = unitIds.map((id, index) =>
    fc.record(
      {
        id: fc.constant(id),
        title: text,
        aliases,
        kind: text,
        head: fc.constantFrom(...roleIds),
        ...(index > 0 && { partOf: fc.constantFrom(...unitIds.slice(0, index)) }),
        ...evidence,
      },
      { requiredKeys: ['id'] },
    ),
  )
  const services = fc.array(
    fc.record(
      {
        from: fc.constantFrom(...roleIds, ...unitIds),
        to: fc.constantFrom(...roleIds),
        name: text,
        ...evidence,
      },
      { requiredKeys: ['from', 'to', 'name'] },
    ),
    { maxLength: 4 },
  )
  return fc.record({ roles: fc.tuple(...roles), units: fc.tuple(...units), services }).map((document) => ({
    // Version 1 has no names of lines.
    rolegraph: JSON.stringify(
      document.roles.map(({ reportsTo, dottedTo }) => [reportsTo, dottedTo]),
    ).includes('"as":')
      ? 2
      : 1,
    ...document,
    roles: document.roles.map(({ filled, ...role }) => ({ ...role, ...filled })),
  }))
}

/** One end of a line or a move: an id, or an object with more fields. */
function edge(to: fc.Arbitrary<string>, facts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  return fc.oneof(to, fc.record({ to, ...evidence, ...facts }, { requiredKeys: ['to'] }))
}

function edges(
  others: readonly string[],
  facts: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<unknown> {
  const many = fc
    .shuffledSubarray([...others], { maxLength: Math.min(3, others.length) })
    .chain((targets) => fc.tuple(...targets.map((to) => edge(fc.constant(to), facts))))
  return fc.oneof(edge(fc.constantFrom(...others), facts), many)
}
