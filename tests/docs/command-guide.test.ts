import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/command-table.js'
import { command, folderWith } from '../cli/run-command.js'

const guide = readFileSync(new URL('../../docs/command.md', import.meta.url), 'utf8')
const [, chart] = /```yaml\n([^]*?)```/.exec(guide) ?? []
const [, session] = /```console\n([^]*?)```/.exec(guide) ?? []
const [, policy] = /```json\n([^]*?)```/.exec(guide) ?? []
const folder = folderWith({ 'org.yaml': chart })

it.each(session.split(/^\$ rolegraph /m).slice(1))(
  'the guide shows what the command prints: %s',
  async (text) => {
    const [line, ...output] = text.split('\n')
    expect((await command(folder, line.split(' '))).out).toBe(output.join('\n'))
  },
)

it('has a policy that can be read', async () => {
  const own = folderWith({ 'org.yaml': chart, 'rolegraph.policy.json': policy })
  expect((await command(own, ['check', 'org.yaml'])).err).toBe('')
})

it('lists every subcommand', () => {
  const listed = Array.from(guide.matchAll(/^\| `(\w+)`/gm), ([, name]) => name)
  expect(listed).toEqual(COMMANDS.map(({ name }) => name))
})
