import { defineOrg } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { axeViolations } from './axe.js'
import { box, explore } from './explore.js'

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

const office = defineOrg({
  roles: {
    lead: {
      title: 'Head of Delivery',
      aliases: ['Delivery Lead'],
      grade: 9,
      family: 'Delivery',
      unit: 'delivery',
      alsoIn: ['board', 'risk'],
      holders: [
        { person: 'ada', share: 0.6, kind: 'acting', from: '2026-01-02' },
        { person: 'bo', share: 0.4 },
      ],
      fte: 1,
      cost: 123_456,
      minYears: 8,
      certifications: ['PMP', 'PRINCE2'],
      skills: ['Planning'],
      data: { site: 'Leeds', 'open since': '2024' },
      sources: ['S1'],
    },
    analyst: { title: 'Analyst', reportsTo: 'lead', vacant: true },
    planner: { title: 'Planner', reportsTo: 'lead', status: 'planned' },
    clerk: { title: 'Clerk', reportsTo: 'analyst', holders: ['cy'] },
  },
  units: { delivery: { title: 'Delivery Unit' }, board: { title: 'Board' }, risk: { title: 'Risk' } },
  people: {
    ada: { name: 'Ada King Lovelace', aliases: ['Countess'], email: 'ada@example.com', data: { desk: 4 } },
    bo: { name: 'Bo' },
    cy: { name: 'cy young' },
  },
})

describe('the panel', () => {
  it('has every field of the role and its holders', async () => {
    await explore(
      office,
      async (page) => {
        await page.click(box('Head of Delivery'))
        const about = await page.innerText('aside')
        for (const fact of [
          'ID\nlead',
          'Also called\nDelivery Lead',
          'Unit\nDelivery Unit',
          'Also in\nBoard\nRisk',
          'Grade\n9',
          'Layer\n1',
          'Span of control\n1',
          'Organization size\n4',
          'Family\nDelivery',
          'FTE\n1',
          'Cost\n123,456',
          'Years required\n8',
          'Certifications\nPMP\nPRINCE2',
          'Skills\nPlanning',
          'site\nLeeds',
          'open since\n2024',
          'Holders\nAda King Lovelace (acting, 60%, from 2026-01-02)\nalso Countess\ndesk: 4\nada@example.com\nBo (40%)',
          'Sources\nThe first source',
        ])
          expect(about).toContain(fact)
        expect(await page.getAttribute('aside a[href^=mailto]', 'href')).toBe('mailto:ada%40example.com')
      },
      {
        fields: ['usual', 'cost', 'email', 'data'],
        describeSource: (source) => ({ S1: 'The first source' })[source] ?? source,
      },
    )
  })

  it('shows initials, or photos where there are some', async () => {
    await explore(office, async (page) => {
      await page.click(box('Head of Delivery'))
      const initials = await page.evaluate<string[]>(
        `[...document.querySelectorAll('aside .avatar')].map(({ dataset }) => dataset.initials)`,
      )
      expect(initials).toEqual(['AL', 'B'])
      expect(await page.locator('.box image, .box .initials').count()).toBe(0)
    })
    await explore(
      office,
      async (page) => {
        await page.click(box('Head of Delivery'))
        expect(await page.locator('aside img.avatar').getAttribute('src')).toBe(PIXEL)
        expect(await page.evaluate<number>(`document.querySelector('aside img').naturalWidth`)).toBe(1)
        expect(await page.locator(`${box('Head of Delivery')} image`).count()).toBe(1)
        expect(await page.locator(`${box('Clerk')} .initials`).textContent()).toBe('CY')
        expect(await page.locator(`${box('Analyst')} .initials, ${box('Analyst')} image`).count()).toBe(0)
      },
      { photo: ({ id }) => (id === 'ada' ? PIXEL : undefined), depth: 5 },
    )
  })
})

describe('a box', () => {
  it('has badges for its span and a vacancy', async () => {
    await explore(
      office,
      async (page) => {
        expect(await page.locator(`${box('Head of Delivery')} .badge.span`).textContent()).toBe('2 of 3')
        expect(await page.locator(`${box('Analyst')} .badge.span`).textContent()).toBe('1 direct')
        expect(await page.locator(`${box('Analyst')} .badge.staffing`).textContent()).toBe('Vacant')
        expect(await page.locator(`${box('Planner')} .badge.staffing`).textContent()).toBe('Planned')
        expect(await page.locator(`${box('Clerk')} .badge`).count()).toBe(0)
      },
      { depth: 5 },
    )
  })
})

describe.each(['light', 'dark'] as const)('axe-core finds nothing in the panel, in %s', (colorScheme) => {
  it.each([undefined, () => PIXEL])('with photos: %s', async (photo) => {
    await explore(
      office,
      async (page) => {
        await page.click(box('Head of Delivery'))
        expect(await axeViolations(page)).toEqual([])
        if (process.env['SHOTS'] !== undefined)
          await page.screenshot({
            path: `${process.env['SHOTS']}/panel-${colorScheme}-${String(photo !== undefined)}.png`,
          })
      },
      { depth: 5, fields: ['usual', 'cost', 'email', 'data'], ...(photo !== undefined && { photo }) },
      '',
      { colorScheme },
    )
  })
})
