import { changeOrg, defineOrg, diffOrgs, marksOf, type Org, orgFromRecords } from 'rolegraph'
import type { PictureOptions } from 'rolegraph/render'
import { pmoOrg } from 'rolegraph/pmo'
import { hostileOrg } from '../query/hostile-org.js'
import { tangle } from '../support/office.js'

/** A firm with everything a picture can show: nested units, holders, vacancies, job shares, both kinds of line, moves. */
export const firm = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', grade: 10, holders: ['Ada Lovelace'] },
    cpo: {
      title: 'Chief Project Officer',
      reportsTo: 'ceo',
      grade: 9,
      holders: ['Grace Hopper'],
      unit: 'delivery',
    },
    cfo: { title: 'Chief Financial Officer', reportsTo: 'ceo', grade: 9, vacant: true },
    director: {
      title: 'PMO Director',
      reportsTo: 'cpo',
      dottedTo: 'cfo',
      grade: 7,
      holders: ['Katherine Johnson', 'Dorothy Vaughan'],
      unit: 'pmo',
      progressesTo: [{ to: 'cpo', kind: 'advancement', years: [5] }],
    },
    manager: {
      title: 'PMO Manager',
      reportsTo: 'director',
      grade: 6,
      unit: 'pmo',
      progressesTo: { to: 'director', years: [3, 5] },
    },
    analyst: {
      title: 'PMO Analyst',
      reportsTo: 'manager',
      grade: 3,
      vacant: true,
      unit: 'pmo',
      progressesTo: [
        { to: 'manager', years: [2, 2] },
        { to: 'controller', kind: 'lateral' },
      ],
    },
    coordinator: {
      title: 'PMO Coordinator',
      reportsTo: 'manager',
      grade: 2,
      unit: 'pmo',
      progressesTo: 'analyst',
    },
    controller: {
      title: 'Project Controller',
      reportsTo: 'cfo',
      dottedTo: ['manager', 'director'],
      grade: 3,
      progressesTo: { to: 'analyst', kind: 'lateral' },
    },
    auditor: { title: 'Auditor', dottedTo: 'ceo', grade: 4 },
    adviser: { title: 'Adviser' },
  },
  units: {
    delivery: { title: 'Delivery', head: 'cpo' },
    pmo: { title: 'Project Management Office', head: 'director', partOf: 'delivery' },
  },
})

/** Staff of three managers, one with a report of its own, one of a manager without other reports, and named lines. */
export const staffed = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['Ada Lovelace'] },
    cfo: { title: 'Chief Financial Officer', reportsTo: 'ceo' },
    coo: { title: 'Chief Operating Officer', reportsTo: 'ceo' },
    cto: { title: 'Chief Technology Officer', reportsTo: 'ceo' },
    assistant: { title: 'Executive Assistant', reportsTo: { to: 'ceo', as: 'assistant' } },
    counsel: { title: 'General Counsel', reportsTo: { to: 'ceo', as: 'adviser' } },
    chief: { title: 'Chief of Staff', reportsTo: { to: 'ceo', as: 'adviser' } },
    clerk: { title: 'Clerk', reportsTo: 'chief' },
    controller: { title: 'Controller', reportsTo: 'cfo' },
    secretary: { title: 'Secretary', reportsTo: { to: 'coo', as: 'assistant' }, vacant: true },
    plant: { title: 'Plant Manager', reportsTo: 'coo', dottedTo: { to: 'cto', as: 'functional' } },
    logistics: {
      title: 'Logistics Manager',
      reportsTo: 'coo',
      dottedTo: { to: 'cfo', as: 'a "|project|"\n]' },
    },
    planner: { title: 'Planner', reportsTo: { to: 'plant', as: 'assistant' } },
    architect: { title: 'Architect', reportsTo: { to: 'cto', as: 'lead' } },
  },
})

/** An office with people, shares, an acting director, staff and a planned role. */
export const peopled = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['ada'], aliases: ['Boss'] },
    assistant: {
      title: 'Executive Assistant',
      reportsTo: { to: 'ceo', as: 'assistant' },
      holders: [{ person: 'joe', kind: 'interim' }],
    },
    counsel: { title: 'Counsel', reportsTo: { to: 'ceo', as: 'adviser' }, vacant: true },
    director: {
      title: 'PMO Director',
      reportsTo: 'ceo',
      unit: 'pmo',
      holders: [
        { person: 'may', kind: 'acting', share: 0.6 },
        { person: 'sam', share: 1 / 3 },
      ],
    },
    manager: { title: 'PMO Manager', reportsTo: 'director', unit: 'pmo', grade: 6 },
    analyst: { title: 'PMO Analyst', reportsTo: 'manager', unit: 'pmo', grade: 3 },
    coordinator: { title: 'PMO Coordinator', reportsTo: 'manager', unit: 'pmo', grade: 2 },
    planner: { title: 'Planner', reportsTo: 'director', status: 'planned' },
    cfo: { title: 'Chief Financial Officer', reportsTo: 'ceo', unit: 'finance' },
    clerk: { title: 'Clerk', reportsTo: 'cfo', dottedTo: 'director', unit: 'finance' },
  },
  units: { pmo: { title: 'PMO' }, finance: { title: 'Finance' } },
  people: {
    ada: { name: 'Ada Lovelace' },
    joe: { name: 'Joe Bloggs', aliases: ['Joseph'] },
    may: { name: 'May Day' },
    sam: { name: 'Sam Sample' },
  },
})

/** The same office after a reorganisation: a manager, an adviser and a unit are gone, and three roles have moved. */
export const reorganised = changeOrg(peopled, [
  { do: 'add-role', role: 'lead', spec: { title: 'Delivery Lead', reportsTo: 'director' } },
  { do: 'remove-role', role: 'manager', reports: { to: 'lead' } },
  { do: 'remove-role', role: 'counsel' },
  { do: 'set-manager', role: 'clerk', manager: 'director' },
  { do: 'update-role', role: 'clerk', set: { unit: null } },
  { do: 'update-role', role: 'cfo', set: { title: 'Finance Director', unit: null } },
  { do: 'remove-unit', unit: 'finance' },
]).org

export const reorganisation = diffOrgs(peopled, reorganised)

/** Labels that would break out of a careless output, each in a different way. */
export const HOSTILE_LABELS = [
  `"double" 'single' \`tick\``,
  'back\\slash \\n \\"quoted\\" \\',
  '[square] (round) {curly} <angle> |pipe|',
  'two\nlines',
  '<script>globalThis.ran = true</script>',
  '<img src=x onerror="globalThis.ran = true">',
  '%%{init: {"securityLevel": "loose"}}%%',
  '%% comment',
  'click 0 call alert()',
  'javascript:globalThis.ran=true',
  '\u202eright to left\u202c',
  '__proto__',
  '&lt;b&gt; &amp; &quot; &#65; #35; #quot;',
  '1. a list',
  '- a list too',
  '# a heading',
  '**bold** _slanted_ ~~struck~~',
  'end',
  'graph TD; a --> b',
  ']]> --> */ <!--',
  '$$x^2$$',
  'https://example.com/?a=b&c=d',
  'www.example.com and someone@example.com',
  '日本語 ñandú 👩‍💻 e\u0301',
  ' spaces  within and around ',
  'Head fa:fa-bell of X',
  'fas:fa-x',
  'tab\there',
]

/** A manager with one report per hostile label; the ids are hostile too. */
export const hostileLabels: Org = orgFromRecords(
  [
    { id: 'graph', boss: null, title: 'end' },
    ...HOSTILE_LABELS.map((title, place) => ({ id: `${title} ${String(place)}`, boss: 'graph', title })),
  ],
  {
    id: 'id',
    manager: 'boss',
    title: 'title',
    holders: 'title',
    unit: 'title',
  },
)

const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })

/** The pictures of the golden files, by name. */
export const GOLDEN_PICTURES: readonly (readonly [name: string, org: Org, options: PictureOptions])[] = [
  ['firm', firm, {}],
  ['firm-solid-by-title', firm, { lines: 'solid', order: 'title' }],
  ['firm-dotted', firm, { lines: 'dotted' }],
  ['firm-units', firm, { root: 'delivery', groupBy: 'unit' }],
  ['firm-depth', firm, { depth: 1 }],
  ['firm-collapse', firm, { collapse: 1 }],
  ['firm-careers', firm, { relations: 'career' }],
  ['firm-both', firm, { relations: 'both' }],
  [
    'firm-marks',
    firm,
    {
      highlight: ['analyst', 'manager', 'director', 'cpo', 'ceo'],
      marks: { analyst: 'added', auditor: 'removed', controller: 'moved' },
    },
  ],
  ['staff', staffed, {}],
  ['people', peopled, {}],
  ['changes', reorganised, { marks: marksOf(reorganisation) }],
  ['changes-by-unit', reorganised, { marks: marksOf(reorganisation), groupBy: 'unit', collapse: 1 }],
  ['changes-before', peopled, { marks: marksOf(reorganisation, { in: 'before' }) }],
  ['staff-collapse', staffed, { lines: 'solid', collapse: 2 }],
  ['staff-lines', staffed, { lines: { as: ['assistant', 'functional', 'adviser'] } }],
  ['office', office, { root: 'chief-executive-officer', groupBy: 'unit' }],
  ['office-careers', office, { relations: 'career' }],
  ['broken', tangle, {}],
  ['hostile-ids', hostileOrg, {}],
  ['hostile-labels', hostileLabels, { groupBy: 'unit' }],
]
