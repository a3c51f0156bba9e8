import { defineOrg, isOrgError } from 'rolegraph'
import { type HtmlField, toHtml } from 'rolegraph/html'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

/** Every value that a page may hold has a text of its own, so that a search of the file finds it. */
const secrets = defineOrg({
  roles: {
    lead: {
      title: 'Lead',
      aliases: ['ALIAS'],
      grade: 7001,
      family: 'FAMILY',
      unit: 'lab',
      alsoIn: 'club',
      holders: [{ person: 'ada', share: 0.5, kind: 'acting', from: '2026-01-02' }],
      fte: 0.7002,
      cost: 7003,
      minYears: 7004,
      certifications: ['CERTIFICATE'],
      skills: ['SKILL'],
      sources: ['SOURCE'],
      data: { site: 'SITE', salary: 7005, tags: ['TAG', 'TOO'], nested: { deep: 'DEEP' } },
    },
    analyst: {
      reportsTo: { to: 'lead', note: 'NOTE' },
      vacant: true,
      progressesTo: { to: 'lead', hedge: 'may' },
    },
  },
  units: { lab: { title: 'LAB' }, club: { title: 'CLUB' } },
  services: [
    { from: 'lead', to: 'analyst', name: 'SERVICE' },
    { from: 'lab', to: 'analyst', name: 'OF_A_UNIT', sources: ['EVIDENCE'] },
  ],
  people: {
    ada: { name: 'ADA LOVE', aliases: ['COUNTESS'], email: 'EMAIL@example.com', data: { desk: 'DESK' } },
  },
})

const TEXTS: readonly (readonly [field: HtmlField, texts: readonly string[]])[] = [
  ['holders', ['ADA LOVE', 'acting', '2026-01-02']],
  ['unit', ['LAB', 'CLUB']],
  ['grade', ['7001']],
  ['family', ['FAMILY']],
  ['fte', ['0.7002']],
  ['minYears', ['7004']],
  ['certifications', ['CERTIFICATE']],
  ['skills', ['SKILL']],
  ['aliases', ['ALIAS']],
  ['services', ['SERVICE']],
  ['sources', ['SOURCE', 'NOTE', 'may']],
  ['cost', ['7003']],
  ['data', ['SITE', '7005', 'TAG', 'DEEP']],
]

/** The data of the page: the part of the file that an org changes. */
function dataIn(page: string): string {
  const start = page.indexOf('<script type="application/json"')
  return page.slice(start, page.indexOf('</script>', start))
}

const HIDDEN = ['7003', 'EMAIL', 'SITE', '7005', 'TAG', 'DEEP', 'DESK']

describe('the file of a page', () => {
  it('has everything except cost, e-mail and data unless they are named', () => {
    const page = toHtml(secrets)
    for (const [, texts] of TEXTS.slice(0, -2)) for (const text of texts) expect(dataIn(page)).toContain(text)
    for (const text of HIDDEN) expect(page).not.toContain(text)
  })

  it.each(TEXTS)('has of all fields only %s where it is the only one named', (field, texts) => {
    const data = dataIn(toHtml(secrets, { fields: [field] }))
    for (const text of texts) expect(data).toContain(text)
    for (const [other, hidden] of TEXTS) {
      if (other !== field) for (const text of hidden) expect(data).not.toContain(JSON.stringify(text))
    }
  })

  it('has no field with an empty list, and the shape', () => {
    const data = dataIn(toHtml(secrets, { fields: [] }))
    for (const [, texts] of TEXTS) for (const text of texts) expect(data).not.toContain(text)
    expect(data).toContain('"ids":["lead","analyst"]')
    expect(data).toContain('"vacant":[1]')
  })

  it('has one part of the data where it is named', () => {
    const data = dataIn(toHtml(secrets, { fields: ['usual', 'data.site'] }))
    expect(data).toContain('SITE')
    for (const text of ['7005', 'TAG', 'DEEP', 'DESK']) expect(data).not.toContain(text)
  })

  it('has addresses and the data of people where they are named', () => {
    const data = dataIn(toHtml(secrets, { fields: ['usual', 'email', 'data'] }))
    for (const text of ['EMAIL@example.com', 'DESK', 'COUNTESS', '{\\"deep\\":\\"DEEP\\"}'])
      expect(data).toContain(text)
    // Those of people whom the page does not show are left out too.
    expect(dataIn(toHtml(secrets, { fields: ['email'] }))).not.toContain('EMAIL')
  })

  it('has services between roles and from units that it shows, with their evidence', () => {
    expect(dataIn(toHtml(secrets, { fields: ['services', 'unit', 'sources'] }))).toContain(
      '"services":[[0,1,"SERVICE",""],[-1,1,"OF_A_UNIT","LAB",[["EVIDENCE"],"",""]]]',
    )
    expect(dataIn(toHtml(secrets, { fields: ['services'] }))).toContain('"services":[[0,1,"SERVICE",""]]')
    expect(dataIn(toHtml(secrets, { fields: ['services'], root: 'analyst' }))).toContain('"services":[]')
  })

  it('says on which layer the root of a part is', () => {
    expect(dataIn(toHtml(secrets, { root: 'analyst' }))).toContain('"layersAbove":1')
  })
})

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

describe('photos', () => {
  it('are data: URLs of images', () => {
    const page = toHtml(secrets, { photo: ({ id }) => (id === 'ada' ? PIXEL : undefined) })
    expect(dataIn(page)).toContain(`"photos":[[0,"${PIXEL}"]]`)
    expect(dataIn(toHtml(secrets))).toContain('"photos":null')
  })

  it.each([
    'https://example.com/a.png',
    'data:text/html;base64,PGI+',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'javascript:0',
    7,
  ])('are refused as %s', (photo) => {
    const error = thrownBy(() => toHtml(secrets, { photo: () => photo as string }))
    expect(isOrgError(error, 'INVALID_OPTION') && error.details.option).toBe('photo')
  })
})

it.each([[{}], ['cost'], [['costs']], [[1]], [['data.']], [null], [[null]]])(
  '%j is refused as fields',
  (fields) => {
    const error = thrownBy(() => toHtml(secrets, { fields: fields as never }))
    expect(isOrgError(error, 'INVALID_OPTION') && error.details.option).toBe('fields')
  },
)

it('an unknown field in a list is named with the nearest, and two options that exclude each other too', () => {
  expect(thrownBy(() => toHtml(secrets, { fields: ['grades'] as never }))).toMatchObject({
    message: expect.stringMatching(
      /^The option fields contains 'grades'; it can be a list of 'holders', .*; did you mean 'grade'\?$/,
    ) as unknown,
  })
  expect(thrownBy(() => toHtml(secrets, { fields: 'grade' as never }))).toMatchObject({
    message: expect.stringMatching(
      /^The option fields is 'grade'; it can be a list of 'holders', .*\.$/,
    ) as unknown,
  })
  expect(thrownBy(() => toHtml(secrets, { edit: true, after: secrets }))).toMatchObject({
    message: 'toHtml takes edit or after, not both: a page that compares two orgs cannot edit.',
  })
})

describe('colours', () => {
  it('are none by a name in the data that no role has', () => {
    expect(dataIn(toHtml(secrets, { fields: ['data'], colorBy: 'data.nope' }))).toContain(
      '"colorBy":"data.nope"',
    )
  })

  it('are by what the page shows', () => {
    expect(dataIn(toHtml(secrets))).toContain('"colorBy":""')
    expect(dataIn(toHtml(secrets, { colorBy: 'grade' }))).toContain('"colorBy":"grade"')
    expect(dataIn(toHtml(secrets, { fields: [], colorBy: 'layer' }))).toContain('"colorBy":"layer"')
    expect(dataIn(toHtml(secrets, { fields: ['data.site'], colorBy: 'data.site' }))).toContain(
      '"colorBy":"data.site"',
    )
  })

  it.each([
    ['cost', {}],
    ['grade', { fields: ['fte'] }],
    ['data.salary', { fields: ['data.site'] }],
    ['data.', { fields: ['data'] }],
    ['grades', {}],
    ['', {}],
    [7, {}],
    [null, {}],
  ])('are refused by %j with %j', (colorBy, options) => {
    const error = thrownBy(() => toHtml(secrets, { ...options, colorBy } as never))
    expect(isOrgError(error, 'INVALID_OPTION') && error.details.option).toBe('colorBy')
  })
})

describe('a page that edits', () => {
  it('has no field in its document either that is not named', () => {
    const page = toHtml(secrets, { edit: true })
    for (const text of HIDDEN) expect(page).not.toContain(text)
    const bare = toHtml(secrets, { edit: true, fields: [] })
    const documents = bare.slice(bare.indexOf('<script type="application/json"'))
    for (const [, texts] of TEXTS)
      for (const text of texts)
        expect(documents.replace(/<script>.*?<\/script>/gs, '')).not.toContain(JSON.stringify(text))
  })

  it('says what is wrong with a policy in whole sentences', () => {
    const rules = { span: { rule: 'maxSpan', max: 12 } }
    const error = thrownBy(() => toHtml(secrets, { edit: { policy: { rules } } } as never))
    expect(error).toHaveProperty(
      'message',
      "The option edit is an object; it can be a policy as plain data; this one is wrong: The rule 'span' of a policy has no reason; say in `because`, in a sentence, why it exists.",
    )
  })

  it.each([
    ['edit', { edit: 1 }],
    ['orgin', { edit: { orgin: 'https://example.com' } }],
    ['origin', { edit: { origin: 'https://example.com/path' } }],
    ['origin', { edit: { origin: '*' } }],
    ['edit', { edit: { policy: [] } }],
    ['edit', { edit: { policy: { rules: { span: { rule: 'maxSpam', because: 'x' } } } } }],
    ['edit', { edit: { policy: { rules: { span: { rule: 'maxSpan', max: -1, because: 'x' } } } } }],
    ['root', { edit: true, root: 'lead' }],
    ['marks', { edit: true, marks: {} }],
    ['lines', { edit: true, lines: 'dotted' }],
    ['relations', { edit: true, relations: 'career' }],
  ])('is refused with the wrong %s: %j', (option, options) => {
    const error = thrownBy(() => toHtml(secrets, options as never))
    if (!isOrgError(error, 'INVALID_OPTION')) throw error
    expect([option, 'options']).toContain(error.details.option)
  })

  it('shows data that JSON cannot hold: a bigint as its digits, what is nested too deeply as …', () => {
    let deep: unknown = 1
    for (let level = 0; level < 20_000; level++) deep = [deep]
    const org = defineOrg({
      roles: { a: { holders: ['ada'], data: { big: 10n, list: [7n, 'x'], within: { x: 8n }, deep } } },
      people: { ada: { data: { big: 11n, deep } } },
    })
    const page = dataIn(toHtml(org, { fields: ['usual', 'data'] }))
    const nested = `${'['.repeat(100)}…${']'.repeat(100)}`
    expect(page).toContain('"values":["10"]')
    expect(page).toContain('"values":[["7","x"]]')
    expect(page).toContain('"values":["{\\"x\\":8}"]')
    expect(page).toContain(`"values":["${nested}"]`)
    expect(page).toContain(`[["big","11"],["deep","${nested}"]]`)
  })
})
