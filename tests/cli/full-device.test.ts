import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledCommand } from './bundled-command.js'
import { folderWith } from './run-command.js'

const main = bundledCommand()
const folder = folderWith({ 'org.yaml': 'rolegraph: 1\nroles: { a: {}, b: { reportsTo: a } }\n' })

describe.skipIf(!existsSync('/dev/full'))('a device without space', () => {
  it('ends the command with a line and a code of its own', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [main, 'show', 'org.yaml'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^rolegraph: cannot write to the standard output: [^\n]+\n$/),
    ])
  })
})
