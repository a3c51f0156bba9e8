import { readFileSync } from 'node:fs'
import { pmoRoles, questions, sources } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'
import { pmoModelPage } from '../../scripts/pmo-model-page.js'

const written = readFileSync(new URL('../../docs/pmo-model.md', import.meta.url), 'utf8')

describe('docs/pmo-model.md', () => {
  it('is what npm run write:docs makes of the data', async () => {
    expect(await pmoModelPage()).toBe(written)
  })

  it('has every role, question and source', () => {
    for (const { title } of Object.values(pmoRoles)) expect(written).toContain(`| ${title} `)
    for (const { asked } of Object.values(questions)) expect(written).toContain(asked)
    for (const { where } of Object.values(sources)) expect(written).toContain(where)
  })
})
