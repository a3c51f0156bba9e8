import { changeOrg, defineOrg, diffOrgs, marksOf } from 'rolegraph'
import { pmoOrg } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'
import { firm, hostileLabels, peopled, reorganisation, reorganised } from '../render/charts.js'
import { axeViolations } from './axe.js'
import { box, explore } from './explore.js'

const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })
const long = defineOrg({
  roles: {
    head: {
      title: 'Head of the Department of Programmes, Portfolios and Major Projects in the North and the West',
      holders: ['Anna-Katharina Featherstonehaugh-Cholmondeley', 'Maximilian von und zu Altengottern'],
      grade: 9,
    },
    captain: {
      title: 'Donaudampfschifffahrtsgesellschaftskapitänsstellvertreter',
      reportsTo: 'head',
      grade: 2,
    },
    mate: {
      title: `Mate ${'of the mate '.repeat(60)}`,
      reportsTo: 'head',
      vacant: true,
      progressesTo: 'captain',
    },
    boy: { title: 'Boy', reportsTo: 'mate' },
  },
})

// A vacant role and one with a holder, each with the old place next to the new one.
const moved = changeOrg(firm, [
  { do: 'set-manager', role: 'analyst', manager: 'cfo' },
  { do: 'set-manager', role: 'director', manager: 'cfo' },
]).org

describe('axe-core finds nothing after "Expand all"', () => {
  it.each([
    ['the model of a PMO', office, {}],
    ['roles that have moved', moved, { marks: marksOf(diffOrgs(firm, moved)) }],
    ['a reorganisation', reorganised, { marks: marksOf(reorganisation) }],
    ['shares and planned roles', peopled, {}],
    ['texts that are cut', long, { marks: { mate: 'moved' } }],
  ] as const)('%s, from the least to the greatest size', async (_name, org, options) => {
    await explore(
      org,
      async (page) => {
        await page.click('text=Expand all')
        for (const button of [
          'Fit',
          ...Array<string>(7).fill('Zoom in'),
          ...Array<string>(14).fill('Zoom out'),
        ]) {
          await page.getByRole('button', { name: button, exact: true }).click()
          expect(await axeViolations(page)).toEqual([])
        }
      },
      options,
    )
  })
})

describe.each(['light', 'dark'] as const)('axe-core finds nothing, in %s', (colorScheme) => {
  it.each([
    ['the model of a PMO', office, {}, '#role=pmo-manager'],
    ['a firm with marks', firm, { marks: { analyst: 'added', auditor: 'removed' }, highlight: ['cpo'] }, ''],
    ['texts that are cut', long, { marks: { mate: 'moved' } }, '#role=mate'],
    ['counts instead of reports', firm, { collapse: 1 }, '#role=ceo'],
    ['hostile labels', hostileLabels, { depth: 5 }, ''],
  ] as const)('%s', async (_name, org, options, hash) => {
    await explore(
      org,
      async (page) => {
        expect(await axeViolations(page)).toEqual([])
        await page.fill('[role=combobox]', 'm')
        expect(await axeViolations(page)).toEqual([])
        await page.getByRole('button', { name: 'Career', exact: true }).click()
        if (hash !== '') await page.getByRole('button', { name: 'Path from here' }).click()
        expect(await axeViolations(page)).toEqual([])
      },
      options,
      hash,
      { colorScheme },
    )
  })
})

describe('a title', () => {
  const titles = defineOrg({
    roles: {
      a: { title: 'مدير PMO (1)' },
      b: { title: '信息技术与数字化转型部副总经理兼项目管理办公室主任', reportsTo: 'a' },
      c: { title: 'Vice-President/Engineering/Platform', reportsTo: 'a' },
      d: { title: 'Donaudampfschifffahrtsgesellschaftskapitän', reportsTo: 'a' },
    },
  })

  it('is written from right to left if its first letter is, on the box and everywhere else', async () => {
    await explore(titles, async (page) => {
      const [first, latin] = await page.evaluate<number[]>(`(() => {
        const text = document.querySelector('.box .name')
        return ['م', 'P'].map((letter) => text.getStartPositionOfChar(text.textContent.indexOf(letter)).x)
      })()`)
      expect(first).toBeGreaterThan(latin)
      await page.click(box('مدير'))
      expect(
        await page.evaluate<string>(`getComputedStyle(document.querySelector('aside h2')).direction`),
      ).toBe('rtl')
    })
  })

  it('without spaces is broken into lines, and nothing of it is cut', async () => {
    await explore(titles, async (page) => {
      const lines = await page.evaluate<string[][]>(
        `[...document.querySelectorAll('.box')].slice(1).map((box) => [...box.querySelectorAll('.name')].map((line) => line.textContent))`,
      )
      expect(lines.map((each) => each.join(''))).toEqual([
        '信息技术与数字化转型部副总经理兼项目管理办公室主任',
        'Vice-President/Engineering/Platform',
        'Donaudampfschifffahrtsgesellschaftskapitän',
      ])
      expect(lines[1][0]).toMatch(/^Vice-President\/(Engineering\/)?$/)
      for (const each of lines) expect(each.length).toBeGreaterThan(1)
      expect(await page.locator('.cut-off').count()).toBe(0)
    })
  })
})

describe('a text that is cut', () => {
  it('ends with an ellipsis inside its box, and is complete in the name, the tooltip and the page', async () => {
    await explore(
      long,
      async (page) => {
        for (const title of ['Head of the Department', 'Donau', 'Mate of']) {
          const name = JSON.stringify(box(title))
          const [frame, ...lines] = await page.evaluate<{ right: number; bottom: number; text: string }[]>(
            `[...document.querySelector(${name}).querySelectorAll('.frame, text.name, text.small')].map((part) => {
              const { right, bottom } = part.getBoundingClientRect()
              return { right, bottom, text: part.textContent }
            })`,
          )
          expect(lines.length).toBeGreaterThan(0)
          expect(lines.some(({ text }) => text.endsWith('…'))).toBe(true)
          for (const { right, bottom } of lines) {
            expect(right).toBeLessThan(frame.right)
            expect(bottom).toBeLessThan(frame.bottom)
          }
          const whole = (await page.locator(`${box(title)} > title`).textContent()) ?? ''
          expect(await page.getAttribute(box(title), 'aria-label')).toContain(whole)
        }
        // Where a line breaks depends on the fonts of the machine.
        const texts = await page.locator(`${box('Head')} > text`).allTextContents()
        expect(texts.join(' ')).toBe(
          'Head of the Department of Programmes, Portfolios and Major Projects in the North and the West… Anna-Katharina Featherstonehaugh-Cholmondeley, Maximilian von und zu Altengottern · Grade 9…',
        )
      },
      { depth: 5 },
    )
  })
})
