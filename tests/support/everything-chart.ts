import { defineOrg, type Org, type OrgSpec } from 'rolegraph'

/** Texts that have broken readers of some format. */
const HOSTILE_TEXTS = [
  '007',
  ' both ends ',
  'a\nb\r\nc\td\re',
  'quotes " and \' and `',
  '<b>&amp; & &lt;!--',
  ']]>',
  '{ } [ ] | \\ \\n \\',
  'comma, semicolon; colon: # hash',
  '=1+1',
  'u2028 \u2028 u2029 \u2029 nel \u0085 nbsp \u00a0',
  'accents é e\u0301, emoji 👩🏽‍💻, עברית',
  '\u0007 bell',
  'half \ud800',
  'nul \0',
  'not a character \uffff',
  'true',
  'null',
  '1e3',
  '',
] as const

/** Ids that have broken readers of some format. */
const IDS = [
  '',
  ' ',
  '007',
  '7',
  '__proto__',
  'constructor',
  '~',
  '~x',
  'a/b?c#d%20',
  'Zürich\u2028',
  'x\u0001',
] as const

const DATA = {
  '': '',
  'a b': [1, null, true, { deep: ['007', '\u2028', '\uffff', '\ud800'] }],
  ...(JSON.parse('{"__proto__": { "x": 1 }}') as object),
  number: 0.1,
  large: 1e300,
}

const spec: OrgSpec = {
  roles: {
    top: {
      title: 'Chief "Everything" Officer',
      aliases: ['CEO', '', { name: 'Boss', warning: 'also used for the dog' }],
      grade: 9.5,
      family: 'executive',
      holders: [
        { person: 'ada', share: 0.6 },
        { person: 'bob', share: 0.4, kind: 'acting', from: '2026-01-01', to: '2026-07-01' },
      ],
      fte: 1,
      cost: 250_000.25,
      minYears: 10,
      certifications: ['PMP', 'P, Q'],
      skills: ['say "no"'],
      sources: ['handbook §1', ''],
      hedge: 'typically',
      note: 'first\nsecond',
      data: DATA,
    },
    deputy: {
      title: 'Deputy',
      reportsTo: { to: 'top', as: 'assistant', sources: ['chart'], hedge: 'may', note: 'since May' },
      dottedTo: [
        { to: 'planned', as: 'project' },
        { to: 'top', as: 'functional "x"', note: 'matrix' },
      ],
      progressesTo: [
        {
          to: 'top',
          kind: 'advancement',
          years: [3, 5],
          conditions: ['an opening', ''],
          sources: ['s'],
          note: 'n',
        },
        { to: 'vacant', kind: 'lateral', years: [4] },
        { to: 'planned', kind: 'transition', years: [0.5, 0.5] },
      ],
      unit: 'office',
      alsoIn: ['part', 'unit-only'],
      holders: ['ada'],
      grade: -1e-7,
    },
    vacant: { reportsTo: 'deputy', unit: 'part', vacant: true, progressesTo: 'deputy', data: null },
    planned: { reportsTo: 'deputy', status: 'planned', fte: 0.5, unit: 'part', holders: ['same name'] },
    // A person has this id too.
    ada: { reportsTo: 'planned', grade: 0, cost: 0, data: '' },
    ...Object.fromEntries(
      IDS.map((id, index) => [
        id,
        { reportsTo: index % 2 === 0 ? 'top' : 'deputy', progressesTo: ['deputy'], unit: 'part' },
      ]),
    ),
    ...Object.fromEntries(
      HOSTILE_TEXTS.map((text, index) => [
        `text-${String(index)}`,
        {
          title: text,
          note: text,
          family: text,
          skills: [text, text],
          reportsTo: { to: 'top', note: text, ...(text.trim() !== '' && { as: text }) },
        },
      ]),
    ),
  },
  units: {
    office: {
      title: 'The Office',
      kind: 'pmo',
      head: ['top', 'deputy'],
      aliases: ['HQ'],
      sources: ['o'],
      hedge: 'many',
      note: 'o',
    },
    part: { head: 'deputy', partOf: 'office' },
    'unit-only': { title: '', partOf: 'part' },
    'units/7': { kind: '' },
  },
  people: {
    ada: { name: 'Ada "The" Lovelace', email: 'ada@example.org', aliases: ['A.'], data: { badge: '007' } },
    bob: {},
    'same name': { name: '', email: '' },
    '__proto__ ': { name: 'unassigned' },
  },
  services: [
    { from: 'office', to: 'vacant', name: 'templates', sources: ['s'], hedge: 'often', note: 'n' },
    { from: 'deputy', to: 'top', name: '' },
    { from: 'office', to: 'vacant', name: 'templates' },
  ],
}

/** A chart with everything that an org can hold, and with what has broken readers of some format. */
export const everythingChart: Org = defineOrg(spec)

/** The same without a table of people: holders are names. */
export const namesChart: Org = defineOrg({
  roles: {
    top: { title: 'Top', holders: ['Ada', 'Bob, Jr.', ''] },
    a: { reportsTo: 'top', holders: [{ person: 'Ada', share: 0.5, from: '2026-01-01' }], alsoIn: 'u' },
    b: { reportsTo: 'a', holders: [], dottedTo: 'top' },
  },
  units: { u: { head: ['a', 'b'] } },
})
