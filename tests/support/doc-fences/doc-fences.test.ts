import { describe, expect, it } from 'vitest'
import { extractFences, type Fence } from './extract-fences.js'
import { runFence } from './run-fence.js'
import { typeCheckFences } from './type-check-fences.js'

const fence = (code: string): Fence => ({ file: 'x.md', line: 10, code })

describe('extractFences', () => {
  it('finds the ts fences of Markdown, also indented and next to others', () => {
    const text =
      'a\n```ts\nconst a = 1\n```\n~~~md\n```ts\nno\n```\n~~~\n- b\n\n  ```ts\n  if (b) {\n    c()\n  }\n  ```\n'
    expect(extractFences('x.md', text)).toEqual([
      { file: 'x.md', line: 2, code: 'const a = 1\n' },
      { file: 'x.md', line: 12, code: 'if (b) {\n  c()\n}\n' },
    ])
  })

  it('finds the ts fences of doc comments', () => {
    const text = '/**\n * Text.\n *\n * ```ts\n * a()\n *\n *   b()\n * ```\n */\nexport function a() {}\n'
    expect(extractFences('x.ts', text)).toEqual([{ file: 'x.ts', line: 4, code: 'a()\n\n  b()\n' }])
  })

  it('leaves a file of several to the test of its page', () => {
    expect(extractFences('x.md', '```js file=main.js\na()\n```\n')).toEqual([])
  })

  it.each([
    ['x.md', '```ts\na()\n', 'x.md:1: the fence has no end'],
    ['x.ts', '/**\n * ```ts\n * a()\n */\n', 'x.ts:2: the fence has no end'],
    ['x.md', '```js file=\na()\n```\n', 'x.md:1: write ts instead of js, so that the fence is tested'],
    ['x.md', '\n```js\na()\n```\n', 'x.md:2: write ts instead of js, so that the fence is tested'],
    [
      'x.md',
      '```typescript\na()\n```\n',
      'x.md:1: write ts instead of typescript, so that the fence is tested',
    ],
  ])('refuses a fence that would not be tested (%s %j)', (file, text, message) => {
    expect(() => extractFences(file, text)).toThrow(message)
  })
})

describe('runFence', () => {
  it.each([
    ['a printed string', "console.log('a b') // => a b"],
    ['several values', "console.log('a', 1, ['b']) // => a 1 [ 'b' ]"],
    ['text below', "console.log('a\\n  b')\n// => a\n//      b"],
    ['text on the line and below', "console.log('a\\nb') // => a\n// => b"],
    ['a loop', 'for (const n of [1, 2]) console.log(n)\n// => 1\n// => 2'],
    ['a block', 'if (Math.PI > 3) {\n  console.log(1) // => 1\n}'],
    ['a call on several lines', 'console.log(\n  1 + 1,\n) // => 2'],
    ['an expression', "'a'.toUpperCase() // => 'A'"],
    ['an awaited expression', "await Promise.resolve('a') // => 'a'"],
    ['a constant', 'const list = [1, 2].map((n) => n * 2) // => [ 2, 4 ]'],
    ['types', "const id: string = 'a' as const\nid satisfies string // => 'a'"],
    [
      'a long array on one line',
      'Array.from({ length: 9 }, (_, n) => n) // => [ 0, 1, 2, 3, 4, 5, 6, 7, 8 ]',
    ],
    [
      'a long array as a terminal shows it',
      'console.log(Array.from({ length: 9 }, (_, n) => n))\n// => [\n//      0, 1, 2, 3, 4,\n//      5, 6, 7, 8\n//    ]',
    ],
    ['an import', "import { inspect } from 'node:util'\ninspect('a') // => \"'a'\""],
    ['what must not compile is not run', "Math.max('a') // does not compile\n1 + 1 // => 2"],
    ['no arrow', "console.log('not stated')"],
    ['an arrow in a string', "'// => a'.length // => 7"],
  ])('finds nothing wrong with %s', async (_name, code) => {
    expect(await runFence(fence(code))).toEqual([])
  })

  it.each([
    ["console.log('a') // => b", ['x.md:11 expected b, found a']],
    ["1 + 1\n'a' // => a", ["x.md:12 expected a, found 'a'"]],
    ["console.log('a')\n// => a\n// => b", ['x.md:12 expected a\nb, found a']],
    ["console.log('a\\nb') // => a", ['x.md:11 expected a, found a\nb']],
    ['if (Math.PI > 4) console.log(1) // => 1', ['x.md:11 expected 1, found nothing (it was not reached)']],
    ['for (const n of [1, 2]) console.log(n) // => 1', ['x.md:11 expected 1, found 1\n2']],
    ['const a = 1 // => 2\na // => 1', ['x.md:11 expected 2, found 1']],
  ])('reports that the comment of %j is wrong', async (code, problems) => {
    expect(await runFence(fence(code))).toEqual(problems)
  })

  it('refuses an arrow that belongs to no statement', async () => {
    await expect(runFence(fence('const a = [\n  1, // => 1\n]'))).rejects.toThrow('belongs to no statement')
    await expect(runFence(fence('// => 1\n'))).rejects.toThrow('belongs to no statement')
  })

  it('rethrows what a fence throws', async () => {
    await expect(runFence(fence("throw new Error('broken')"))).rejects.toThrow('broken')
  })

  it.each(["import { expect, test } from 'vitest'", "import { expect, test } from '@jest/globals'"])(
    'runs the tests that a fence defines: %s',
    async (line) => {
      const failing = `${line}\ntest('later', async () => {\n  expect(await Promise.resolve(1)).toBe(2)\n})`
      await expect(runFence(fence(failing))).rejects.toThrow('expected 1 to be 2')
      expect(await runFence(fence(failing.replace('toBe(2)', 'toBe(1)')))).toEqual([])
    },
  )
})

describe('typeCheckFences', () => {
  const cases: readonly [code: string, problems: readonly string[]][] = [
    ["const a: number = 'a'", ["x.md:11 Type 'string' is not assignable to type 'number'."]],
    ['const a = 1', []],
    ["import { managerOf } from 'rolegraph'\nmanagerOf({}, 'a') // does not compile", []],
    ['Math.max(1) // does not compile', ['x.md:11 compiles, and says that it does not']],
    [
      "import { nothing } from 'rolegraph'",
      [`x.md:11 Module '"rolegraph"' has no exported member 'nothing'.`],
    ],
    ['const a = {', ["x.md:11 '}' expected."]],
  ]
  const fences = cases.map(([code]) => fence(code))
  const checked = typeCheckFences(fences)

  it.each(cases.map(([code, problems], index) => [code, problems, fences[index]] as const))(
    'of %j finds %j',
    (_code, problems, one) => {
      expect(checked.get(one)).toEqual(problems)
    },
  )
})
