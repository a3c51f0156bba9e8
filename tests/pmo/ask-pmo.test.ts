import { defineOrg } from 'rolegraph'
import { ask } from 'rolegraph/ask'
import { answer, askPmo, pmoOrg, pmoQuestions, questions } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

/** The sixteen questions in other words. */
const phrasings: readonly (readonly [words: string, id: keyof typeof questions])[] = [
  ['which is higher, pm or pmo', 'which-is-higher-pmo-or-pm'],
  ['Is a PMO higher than a project manager?', 'which-is-higher-pmo-or-pm'],
  ['is PMO below PM?', 'is-the-pmo-below-the-project-manager'],
  ['What’s a project management office?', 'what-is-a-pmo'],
  ['what does PMO stand for', 'what-is-a-pmo'],
  ['How are a PMO and a programme manager related?', 'how-do-a-program-manager-and-a-pmo-relate'],
  ['At what level is a PMO?', 'what-is-pmo-level'],
  ['Can someone move from PMO work to project manager?', 'can-a-pmo-become-a-project-manager'],
  ['Is PMO senior?', 'is-pmo-a-senior-position'],
  ['Tell me who the PMO reports to, please.', 'who-does-a-pmo-report-to'],
  ['PMO salary?', 'what-does-pmo-work-pay'],
  ['How much does a PMO earn?', 'what-does-pmo-work-pay'],
  ['what is the next step after coordinator', 'what-comes-after-coordinator'],
  ['Highest position in the PMO?', 'what-is-the-highest-position-in-a-pmo'],
  ['What does a PMO do for a project manager?', 'how-does-a-pmo-support-a-pm'],
  ['do PMs report to the PMO', 'does-a-project-manager-report-to-the-pmo'],
  ['Is a PMO a good career?', 'is-pmo-a-good-career-option'],
  ['What kind of person should run a PMO?', 'who-should-lead-a-pmo'],
  ['What types of PMO are there?', 'which-kinds-of-pmo-are-there'],
]

describe('the sixteen questions in words', () => {
  const asked = [
    ...Object.values(questions).map(({ asked: words, id }) => [words, id] as const),
    ...phrasings,
  ]

  it.each(asked)('%s', (words, id) => {
    const directive = { authority: 'directive' } as const
    expect(askPmo(words)).toMatchObject({
      ok: true,
      query: 'answer',
      arguments: [id, {}],
      text: answer(id).text,
    })
    expect(askPmo(words, directive)).toMatchObject({
      arguments: [id, directive],
      text: answer(id, directive).text,
    })
    expect(ask(pmoOrg(directive), words, { questions: pmoQuestions })).toEqual(askPmo(words, directive))
    expect(answer(`please, ${words}`)).toEqual(answer(id))
  })

  it('are about the reference model only', () => {
    const office = defineOrg({
      roles: { boss: { title: 'Boss' }, head: { title: 'Head', reportsTo: 'boss' } },
      units: { pmo: { title: 'PMO', head: 'head' } },
    })
    const further = { questions: pmoQuestions }
    expect(ask(office, 'Who does the PMO report to?', further)).toMatchObject({
      query: 'managerOf',
      answer: 'boss',
    })
    expect(ask(office, 'What is a PMO?', further).ok).toBe(false)
  })

  it('are not answered where nothing of the kind is asked', () => {
    expect(() => answer('Should the PMO report to the CEO?')).toThrow(
      "The option question is 'Should the PMO report to the CEO?'; it can be the text of one of the sixteen questions, or its id. The nearest is “Does a project manager report to the PMO?”",
    )
  })
})

describe('askPmo', () => {
  it('answers what is the same under every kind of office', () => {
    expect(askPmo('Path from PMO Coordinator to CPO')).toMatchObject({
      answer: { roles: ['pmo-coordinator', 'pmo-manager', 'pmo-director', 'chief-project-officer'] },
    })
  })

  it('says that an answer depends on the kind of office, and how', () => {
    expect(askPmo('Who does a PM report to?')).toMatchObject({
      ok: false,
      reason: 'depends',
      text:
        'It depends on the kind of office. Under one that is supportive: Project Manager reports to Functional Manager. ' +
        'Under one that is controlling: Project Manager reports to Functional Manager. ' +
        'Under one that is directive: Project Manager reports to PMO Director.',
    })
    expect(askPmo('Who does a PM report to?', { authority: 'directive' })).toMatchObject({
      answer: 'pmo-director',
    })
  })

  it('reads the acronyms of the model', () => {
    const higher = askPmo('is the PMO above a PM', { authority: 'directive' })
    expect(higher).toMatchObject({ ok: true })
    expect(askPmo('what comes after CPO')).toMatchObject({
      query: 'nextStepsOf',
      arguments: ['chief-project-officer'],
    })
  })

  it('does not guess between the coordinators', () => {
    expect(askPmo('path from Coordinator to CPO')).toMatchObject({
      reason: 'ambiguous',
      candidates: [{ id: 'pmo-coordinator' }, { id: 'project-coordinator' }],
      suggestions: ['path from PMO Coordinator to CPO', 'path from Project Coordinator to CPO'],
    })
  })

  it.each([{ authority: 'lenient' }, { spelling: 'british' }, 7, null])(
    'refuses the options %j',
    (options) => {
      expect(() => askPmo('What is a PMO?', options as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION' }) as Error,
      )
    },
  )

  it('refuses other words than text', () => {
    expect(() => askPmo(7 as never)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }) as Error)
  })
})
