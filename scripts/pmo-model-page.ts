/** docs/pmo-model.md as text, made from the data of rolegraph/pmo. */
import { format, resolveConfig } from 'prettier'
import { defineOrg, type Line, linesOf, nextStepsOf, roleOf, rolesOf } from 'rolegraph'
import {
  answer,
  type Authority,
  certifications,
  eligibilityFor,
  findPmoKinds,
  managerChoicesOf,
  paySurveys,
  type PmoOrg,
  pmoOrg,
  type PmoRoleId,
  pmoRoles,
  type PmoScope,
  pmoVariants,
  questions,
  sfiaLevels,
  type Source,
  type SourceCode,
  sources,
  specialistFacets,
  type StatedLine,
} from 'rolegraph/pmo'
import { toMermaid } from 'rolegraph/render'

const VARIANTS = pmoVariants()
const AUTHORITIES: readonly Authority[] = [...new Set(VARIANTS.map(({ authority }) => authority))]
const SCOPES: readonly PmoScope[] = [...new Set(VARIANTS.flatMap(({ scope }) => scope ?? []))]
const SCHEMES = ['PMI Pulse', 'PMI practice guide', 'Gartner', 'Casey–Peck', 'Lean-Agile']
const BY_CODE: ReadonlyMap<string, Source> = new Map(Object.entries(sources))

/** The page, formatted as `npm run format` expects it. */
export async function pmoModelPage(): Promise<string> {
  const parts = [
    ...introduction(),
    ...kindsOfOffice(),
    ...reportingLines(),
    ...roles(),
    ...careers(),
    ...requirements(),
    ...pay(),
    ...answers(),
    ...standing(),
    ...unknown(),
  ]
  const file = 'docs/pmo-model.md'
  return format(`${parts.join('\n\n')}\n`, { ...(await resolveConfig(file)), filepath: file })
}

function introduction(): string[] {
  return [
    '<!-- Written by `npm run write:docs` from the data of rolegraph/pmo. Do not edit it. -->',
    '# The PMO reference model',
    `\`rolegraph/pmo\` models ${String(Object.keys(pmoRoles).length)} PMO and project-management roles under each kind of ` +
      'project management office (PMO), their careers, and answers to sixteen common questions. This page shows all of it. ' +
      'Every fact names its sources, and keeps the hedge of the source: "typically" is not turned into a rule.',
    'Codes of sources are listed [below](#sources). A code with \\* is a weak source, one with † was not found again in the ' +
      'last check, and `general` is general knowledge without a source. `seed` is the document of the customer for whom the ' +
      'model was first made.',
    'Two axes are kept apart: the **authority** of an office (how much control it has over projects) and its **scope** (how ' +
      'wide it reaches, or in which form). Grades are proposals of this model, not measured ranks, and no pay figure went ' +
      'into them.',
  ]
}

function kindsOfOffice(): string[] {
  const meaning = (name: string): { readonly note: string; readonly sources: readonly SourceCode[] } => {
    const [kind] = findPmoKinds(name)
    return kind
  }
  return [
    '## Kinds of office',
    table(
      ['authority', 'meaning', 'sources'],
      AUTHORITIES.map((authority) => {
        const { note, sources: codes } = meaning(authority)
        return [authority, note, cited(codes)]
      }),
    ),
    table(
      ['scope', 'meaning', 'office', 'head', 'sources'],
      SCOPES.map((scope) => {
        const { head, office } = VARIANTS.find((variant) => variant.scope === scope) ?? VARIANTS[0]
        const { note, sources: codes } = meaning(scope)
        return [scope, note, office, pmoRoles[head].title, cited(codes)]
      }),
    ),
    'Published schemes divide the field differently:',
    table(
      ['scheme', 'kind', 'in this model', 'sources'],
      // The name of Gartner stands for both of its schemes.
      SCHEMES.flatMap((scheme) => findPmoKinds(scheme)).map(
        ({ scheme, name, match, variants, sources: codes }) => [
          scheme,
          name,
          match === 'about' ? `about the same as ${variants[0].authority}` : '–',
          cited(codes),
        ],
      ),
    ),
  ]
}

/** The lines that a chart has and another has not. */
function linesBeyond(org: PmoOrg, other: ReadonlySet<string>): Line<PmoRoleId>[] {
  return allLines(org).filter((line) => !other.has(keyOf(line)))
}

function allLines(org: PmoOrg): Line<PmoRoleId>[] {
  return rolesOf(org).flatMap((role) => linesOf(org, role, { lines: 'all' }))
}

const keyOf = ({ from, to, kind }: Line): string => `${from} ${kind} ${to}`

function reportingLines(): string[] {
  const orgs = VARIANTS.map(({ authority, scope }) => pmoOrg({ authority, ...(scope && { scope }) }))
  const counts = new Map<string, number>()
  for (const line of orgs.flatMap(allLines)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  const everywhere = new Set([...counts].filter(([, count]) => count === orgs.length).map(([key]) => key))
  return [
    '## Reporting lines',
    'The manager is above its reports. A solid edge is a solid line, a dashed edge is a dotted line. A role has at most one ' +
      'solid line on a chart. If the sources give a role several possible managers, the pictures show the usual one, and ' +
      'the others are listed [below](#alternatives).',
    '### Under every kind of office',
    lineTable(allLines(orgs[0]).filter((line) => everywhere.has(keyOf(line)))),
    ...AUTHORITIES.flatMap((authority) => {
      const org = pmoOrg({ authority })
      const lines = linesBeyond(org, everywhere)
      return [`### A ${authority} office`, picture(org, lines), lineTable(lines)]
    }),
    ...SCOPES.flatMap((scope) => {
      const authority = VARIANTS.some((kind) => kind.scope === scope && kind.authority === 'controlling')
        ? 'controlling'
        : 'supportive'
      const org = pmoOrg({ authority, scope })
      const without = new Set([...everywhere, ...allLines(pmoOrg({ authority })).map(keyOf)])
      const lines = linesBeyond(org, without)
      const { office } =
        VARIANTS.find((kind) => kind.scope === scope && kind.authority === authority) ?? VARIANTS[0]
      // The office itself belongs into its picture, also where its line is a common one.
      const own = allLines(org).filter(({ from }) => roleOf(org, from).unit === office)
      const added = new Set(lines.map(keyOf))
      const drawn = [...lines, ...own.filter((line) => !added.has(keyOf(line)))]
      return [
        `### Scope: ${scope}`,
        `Drawn for a ${authority} office; the table has what the scope adds to it.`,
        picture(org, drawn),
        lines.length === 0 ? 'The scope adds no line.' : lineTable(lines),
      ]
    }),
    ...alternatives(),
  ]
}

/** The managers that a chart has if `managers` or `heads` asks for them. */
function alternatives(): string[] {
  const rows = new Map<
    string,
    { readonly choice: StatedLine; readonly from: PmoRoleId; readonly kinds: string[] }
  >()
  for (const { authority, scope } of VARIANTS) {
    const kind = { authority, ...(scope && { scope }) }
    for (const from of Object.values(pmoRoles).map(({ id }) => id)) {
      for (const choice of managerChoicesOf(from, kind).slice(1)) {
        const key = `${from} ${choice.to} ${choice.sources.join(' ')}`
        const row = rows.get(key) ?? { choice, from, kinds: [] }
        row.kinds.push(scope === undefined ? authority : `${authority} ${scope}`)
        rows.set(key, row)
      }
    }
  }
  return [
    '### Alternatives',
    'A chart has one of these managers instead of the usual one if the option `managers` of `pmoOrg` asks for it.',
    table(
      ['from', 'to', 'kinds of office', 'hedge', 'sources', 'note'],
      [...rows.values()].map(({ choice: { to, hedge = '', sources: codes, note = '' }, from, kinds }) => [
        pmoRoles[from].title,
        pmoRoles[to].title,
        kinds.length === VARIANTS.length ? 'all' : kinds.join(', '),
        hedge,
        cited(codes),
        note,
      ]),
    ),
    `One book (${cited(['BH'])}) titles the manager of an enterprise PMO CPMO: with ` +
      "`heads: { 'enterprise-pmo': 'chief-project-officer' }` the Chief Project Officer heads it.",
  ]
}

/** The roles of some lines as a picture. */
function picture(org: PmoOrg, lines: readonly Line<PmoRoleId>[]): string {
  const drawn = rolesOf(org).filter((role) => lines.some(({ from, to }) => from === role || to === role))
  const specs = drawn.map((role) => {
    const solid = lines.find(({ from, kind }) => from === role && kind === 'solid')
    const dotted = lines.filter(({ from, kind }) => from === role && kind === 'dotted')
    const { title } = roleOf(org, role)
    return [
      role,
      { title, ...(solid && { reportsTo: solid.to }), dottedTo: dotted.map(({ to }) => to) },
    ] as const
  })
  const part = defineOrg<string>({ roles: Object.fromEntries(specs) })
  return mermaid(toMermaid(part))
}

function lineTable(lines: readonly Line<PmoRoleId>[]): string {
  return table(
    ['from', 'to', 'line', 'hedge', 'sources', 'note'],
    lines.map(({ from, to, kind, hedge = '', sources: codes = [], note = '' }) => [
      pmoRoles[from].title,
      pmoRoles[to].title,
      kind,
      hedge,
      cited(codes),
      note,
    ]),
  )
}

function roles(): string[] {
  const years = (id: PmoRoleId): string =>
    pmoRoles[id].years
      .map(({ min, max, of = '', hedge = '', sources: codes }) => {
        return `${max === undefined ? `${String(min)}+` : `${String(min)}–${String(max)}`} ${of} ${hedge} (${cited(codes)})`
      })
      .join('; ')
      .replaceAll(/ +/g, ' ')
  const alias = (name: string | { readonly name: string }): string =>
    typeof name === 'string' ? name : name.name
  return [
    '## Roles',
    table(
      ['role', 'also called', 'family', 'grade', 'years', 'certifications', 'sources'],
      Object.values(pmoRoles).map(
        ({ id, title, aliases, family, grade, certifications: ids, sources: codes }) => [
          title,
          aliases.map(alias).join(', '),
          family,
          grade === undefined ? '–' : String(grade),
          years(id),
          ids.join(', '),
          cited(codes),
        ],
      ),
    ),
    'What they are responsible for:',
    table(
      ['role', 'responsible for'],
      Object.values(pmoRoles).map(({ title, responsibilities }) => [
        title,
        responsibilities
          .map(
            ({ text, hedge, sources: codes }) =>
              `${hedge === undefined ? '' : `${hedge} `}${text} (${cited(codes)})`,
          )
          .join('; '),
      ]),
    ),
    `A specialist may specialise in ${specialistFacets.names.join(', ')} (${cited(specialistFacets.sources)}).`,
    `SFIA 9 has ${sfiaLevels.map(({ code, skill, levels }) => `${skill} (${code}) at levels ${levels.join('–')}`).join(', ')}.`,
  ]
}

function careers(): string[] {
  const org = pmoOrg({ authority: 'directive' })
  const moves = rolesOf(org).flatMap((role) => nextStepsOf(org, role))
  return [
    '## Careers',
    'The years between roles are general knowledge in every row, since no authority gives them.',
    mermaid(toMermaid(org, { relations: 'career' })),
    table(
      ['from', 'to', 'years', 'hedge', 'conditions', 'sources', 'note'],
      moves.map(
        ({
          from,
          to,
          years: [min, max] = [0, Infinity],
          hedge = '',
          conditions,
          sources: codes = [],
          note,
        }) => [
          pmoRoles[from].title,
          pmoRoles[to].title,
          max === Infinity ? `${String(min)}+` : `${String(min)}–${String(max)}`,
          hedge,
          conditions.join('; '),
          cited(codes),
          (note ?? '').replace(/;? ?years: general$/, ''),
        ],
      ),
    ),
  ]
}

function requirements(): string[] {
  return [
    '## Certifications',
    table(
      ['certification', 'title', 'former names', 'since', 'entry', 'sources'],
      Object.values(certifications).map(
        ({ id, title, formerNames, since = '', entry, sources: codes, note }) => [
          id,
          `${title}${note === undefined ? '' : ` (${note})`}`,
          formerNames.join(', '),
          since,
          entry.length === 0 ? '–' : (eligibilityFor(id)?.text.replace(/^.*? requires, /, '') ?? ''),
          cited(codes),
        ],
      ),
    ),
  ]
}

function pay(): string[] {
  return [
    '## Pay',
    'Annual figures, never used to derive rank. Figures of different surveys are not comparable.',
    table(
      ['survey', 'place', 'date', 'n', 'figures', 'sources', 'note'],
      paySurveys.map(
        ({ survey, place, date, fielded, sample, currency, figures, sources: codes, note = '' }) => [
          survey,
          place,
          fielded === undefined ? date : `${date} (fielded ${fielded})`,
          sample === undefined ? '–' : String(sample),
          figures
            .map(({ label, what, measure, amount, sample: n }) => {
              const money = typeof amount === 'number' ? [amount] : amount
              const cash = what === 'pay' ? '' : ` ${what}`
              const count = n === undefined ? '' : `, n = ${String(n)}`
              return `${label}${cash}: ${currency} ${money.map((value) => value.toLocaleString('en-GB')).join('–')} (${measure}${count})`
            })
            .join('; '),
          cited(codes),
          note,
        ],
      ),
    ),
  ]
}

function answers(): string[] {
  return [
    '## Questions and answers',
    ...Object.values(questions).flatMap(({ id, number, asked }) => {
      const { text, hedge, sources: cites } = answer(id)
      const codes = cited(cites.map(({ code }) => code))
      return [
        `**${String(number)}. ${asked}** ${text}`,
        `Sources: ${codes}${hedge === undefined ? '.' : `. Hedge: ${hedge}.`}`,
      ]
    }),
  ]
}

function standing(): string[] {
  return [
    '## Sources',
    table(
      ['code', 'where', 'quality', 'checked', 'remarks'],
      Object.values(sources).map(({ code, where, quality, checked, checkedOn, repeats, better = [] }) => [
        code,
        where,
        quality,
        checked === undefined ? '–' : `${checked === 'seen' ? 'seen' : 'not found'}, ${checkedOn ?? ''}`,
        [
          ...(repeats === undefined ? [] : [`repeats ${repeats}`]),
          ...(better.length === 0 ? [] : [`better: ${better.join(', ')}`]),
        ].join('; '),
      ]),
    ),
  ]
}

function unknown(): string[] {
  const lines = new Map<string, Line<PmoRoleId>>()
  for (const { authority, scope } of VARIANTS) {
    for (const line of allLines(pmoOrg({ authority, ...(scope && { scope }) }))) lines.set(keyOf(line), line)
  }
  const arrow = ({ from, to }: { readonly from: PmoRoleId; readonly to: PmoRoleId }): string =>
    `${pmoRoles[from].title} → ${pmoRoles[to].title}`
  const org = pmoOrg({ authority: 'directive' })
  const moves = rolesOf(org).flatMap((role) => nextStepsOf(org, role))
  const restOn = (
    quality: Source['quality'],
    { sources: codes = [] }: { readonly sources?: readonly string[] },
  ): boolean => codes.every((code) => BY_CODE.get(code)?.quality === quality)
  const withoutYears = Object.values(pmoRoles).filter(({ years }) => {
    return years.every(({ sources: codes }) => codes.join() === 'general')
  })
  const item = (what: string, facts: readonly string[]): string => `- ${what}: ${facts.join('; ')}.`
  return [
    '## What is not known',
    [
      '- No source gives the grades, the skills, or the years between two roles.',
      item(
        'No source gives years of experience for',
        withoutYears.map(({ title }) => title),
      ),
      item(
        'Reporting lines by general knowledge only',
        [...lines.values()].filter((line) => restOn('general', line)).map(arrow),
      ),
      item(
        'Reporting lines that weak sources alone give',
        [...lines.values()].filter((line) => restOn('weak', line)).map(arrow),
      ),
      item(
        'Reporting lines that are inferred',
        [...lines.values()].filter(({ note }) => note?.startsWith('inferred') === true).map(arrow),
      ),
      item('Moves by general knowledge only', moves.filter((move) => restOn('general', move)).map(arrow)),
      item('Moves that weak sources alone give', moves.filter((move) => restOn('weak', move)).map(arrow)),
      item(
        'Sources that were not found again',
        Object.values(sources)
          .filter(({ checked }) => checked === 'not-found')
          .map(({ code }) => code),
      ),
      ...Object.values(certifications).flatMap(({ id, changes = [] }) => {
        return changes.map(({ from, what, disputed = '' }) => `- ${id}, ${what} from ${from}: ${disputed}.`)
      }),
    ].join('\n'),
  ]
}

/** Codes with their marks: `T2*`, `PC†`. */
function cited(codes: readonly string[]): string {
  return codes
    .map((code) => {
      const source = BY_CODE.get(code)
      return `${code}${source?.quality === 'weak' ? '\\*' : ''}${source?.checked === 'not-found' ? '†' : ''}`
    })
    .join(' ')
}

function mermaid(text: string): string {
  return `\`\`\`mermaid\n${text.trimEnd()}\n\`\`\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [row(head), row(head.map(() => '-')), ...rows.map(row)].join('\n')
}
