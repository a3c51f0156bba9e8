import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { extractFences, type Fence } from '../support/doc-fences/extract-fences.js'
import { runFence } from '../support/doc-fences/run-fence.js'
import { typeCheckFences } from '../support/doc-fences/type-check-fences.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

const files = [
  'README.md',
  ...filesIn('docs', '.md').filter((file) => !file.startsWith('docs/adr/')),
  ...filesIn('src', '.ts'),
]

function filesIn(folder: string, extension: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort()
}

function fencesIn(file: string): Fence[] {
  return extractFences(file, readFileSync(join(root, file), 'utf8'))
}

describe('the code in the documentation', () => {
  const fences = files.flatMap(fencesIn)
  const typeProblems = typeCheckFences(fences)

  it('is in the README and in the doc comments', () => {
    expect(fences.some(({ file }) => file === 'README.md')).toBe(true)
    expect(fences.some(({ file }) => file.startsWith('src/'))).toBe(true)
  })

  it.each(fences.map((fence) => [`${fence.file}:${fence.line}`, fence] as const))(
    '%s',
    async (_place, fence) => {
      expect(typeProblems.get(fence)).toEqual([])
      expect(await runFence(fence)).toEqual([])
    },
  )
})
