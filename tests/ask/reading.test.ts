import fc from 'fast-check'
import { defineOrg, historyOf } from 'rolegraph'
import { ask, askQuestions, type AskResult } from 'rolegraph/ask'
import { describe, expect, it } from 'vitest'
import { outside } from './outside.js'
import { planningOffice } from './planning-office.js'

const examples = askQuestions.map(({ example }) => example.replace(/[{}]/g, ''))

/** What a result says apart from how names were found. */
function said(result: AskResult): unknown {
  if (!result.ok) return result
  const { names: _names, ...rest } = result
  return rest
}

describe('what makes no difference', () => {
  const anyExample = fc.constantFrom(...examples)

  it('is case', () => {
    fc.assert(
      fc.property(anyExample, fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (example, upper) => {
        const written = Array.from(example, (letter, at) => {
          return upper[at % upper.length] ? letter.toUpperCase() : letter.toLowerCase()
        }).join('')
        expect(said(ask(planningOffice, written))).toEqual(said(ask(planningOffice, example)))
      }),
      { numRuns: 150 },
    )
  })

  it('is punctuation at the end, blanks and typographic apostrophes', () => {
    const end = fc.constantFrom('', '?', '??', '!', '.', ' ?', '…', '?!', '."')
    const blank = fc.constantFrom(' ', '  ', '\t', '\n', '\u00a0')
    fc.assert(
      fc.property(anyExample, end, blank, (example, ending, space) => {
        const written = example.replace(/[?.]$/, ending).replaceAll(' ', space).replaceAll("'", '’')
        expect(said(ask(planningOffice, written))).toEqual(said(ask(planningOffice, example)))
      }),
      { numRuns: 150 },
    )
  })

  it('is politeness', () => {
    const before = fc.constantFrom(
      'please ',
      'Hi, ',
      'tell me ',
      'Can you tell me ',
      'I would like to know ',
      'Hello! ',
    )
    const after = fc.constantFrom(' please', ', thanks', ' in our org chart', ' right now', ' at the moment')
    fc.assert(
      fc.property(anyExample, before, after, (example, opening, ending) => {
        const written = `${opening}${example.replace(/\?$/, '')}${ending}?`
        expect(said(ask(planningOffice, written))).toEqual(said(ask(planningOffice, example)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a misspelt word', () => {
  it.each([
    ["who's the pmo manger", 'holdersOf', ['manager']],
    ['who does the pmo manger report to', 'managerOf', ['manager']],
    ['who is the manger of the analyst', 'managerOf', ['analyst']],
    ['who mannages the analyst', 'managerOf', ['analyst']],
  ])('is one of the name where that makes the longer name: %s', (question, query, given) => {
    expect(ask(planningOffice, question)).toMatchObject({ ok: true, query, arguments: given })
  })
})

describe('what is refused', () => {
  it.each([
    'Who does the analyst not report to?',
    "Who doesn't the analyst report to?",
    'Who reported to the manager last year?',
    'Who managed the analyst?',
    'Should the analyst report to the director?',
    'Who should the analyst report to?',
    'Would the analyst report to the director?',
    'How much does the analyst earn?',
    "What is the analyst's salary?",
    'Who does the analyst report to and who holds it?',
    'Who does the analyst report to? Who holds the analyst?',
    'Why does the analyst report to the manager?',
    'Make the analyst report to the director',
    'Fire the analyst',
    'Who does the analyst like?',
    'If the manager leaves, who does the analyst report to?',
    'Who reports only to the manager?',
    'Who almost reports to the manager?',
    'Which roles are not vacant?',
    'Who is above nobody?',
    'Who does he report to?',
    'Who does my boss report to?',
    'Who does the office report to?',
    'Who does the project report to?',
    'Who is new?',
    'who',
    'who is',
    'report to',
    'the',
    '?',
    '…',
    'to to to',
    'Wer ist der Chef von Ada?',
  ])('%s', (question) => {
    expect(ask(planningOffice, question)).toMatchObject({ ok: false })
  })

  it.each(outside)('%s', (question) => {
    expect(ask(planningOffice, question)).toMatchObject({ ok: false })
  })

  it('says which words are left over, and suggests questions that have an answer', () => {
    const result = ask(planningOffice, 'Who did the analyst report to last year?')
    expect(ask(planningOffice, 'Who does the analyst report to last year?')).toMatchObject({
      reason: 'left-over',
      understood: { query: 'managerOf', open: 'last year' },
    })
    expect(result.ok).toBe(false)
    if (!result.ok)
      for (const question of result.suggestions) expect(ask(planningOffice, question).ok).toBe(true)
  })

  it('names what it does not know', () => {
    expect(ask(planningOffice, 'Who does the astronaut report to?')).toMatchObject({
      reason: 'unknown-name',
      understood: { open: 'the astronaut' },
      text: 'The chart has nothing called “the astronaut” that fits the question.',
    })
  })

  it.each([
    ['Who does Ada Lovelaise report to?', 'Who does Ada Lovelace report to?'],
    ['Who does the Plamnor report to?', 'Who does Planner report to?'],
  ])('suggests the name that is nearest: %s', (question, suggestion) => {
    const result = ask(planningOffice, question)
    expect(!result.ok && result.suggestions[0]).toBe(suggestion)
  })

  it.each([
    ['Who does not report to Ada?', 'not', 'Who reports to Ada?'],
    ["Who doesn't report to Ada?", "doesn't", 'Who reports to Ada?'],
    ['Who is never above Cat Hale?', 'never', 'Who is above Cat Hale?'],
    ['Which roles are not vacant?', 'not', 'Which roles are vacant?'],
  ])('asks to leave out what denies: %s', (question, denial, suggestion) => {
    expect(ask(planningOffice, question)).toMatchObject({
      ok: false,
      text: `“${denial}” is not understood here: ask without it, and see what the answer leaves out.`,
      suggestions: [suggestion],
    })
    expect(ask(planningOffice, suggestion).ok).toBe(true)
  })

  it.each([
    ['Who reports to Ada and Cat Hale?', ['Who reports to Ada?', 'Who reports to Cat Hale?']],
    ['Who reports to both Ada and Cat Hale?', ['Who reports to Ada?', 'Who reports to Cat Hale?']],
    ['Who is below neither Ada nor Cat Hale?', ['Who is below Ada?', 'Who is below Cat Hale?']],
    ['What do Ada and Cat Hale hold?', ['What does Ada hold?', 'What does Cat Hale hold?']],
    [
      'Who manages Ada, Cat Hale or Dan Hale?',
      ['Who manages Ada?', 'Who manages Cat Hale?', 'Who manages Dan Hale?'],
    ],
  ])('asks for one subject at a time: %s', (question, suggestions) => {
    expect(ask(planningOffice, question)).toMatchObject({ ok: false, suggestions })
    for (const suggestion of suggestions) expect(ask(planningOffice, suggestion).ok).toBe(true)
  })

  it('names all that an ambiguous name may mean', () => {
    expect(ask(planningOffice, 'Who does Hale report to?')).toMatchObject({
      reason: 'ambiguous',
      candidates: [
        { kind: 'person', id: 'cat' },
        { kind: 'person', id: 'dan' },
      ],
      suggestions: ['Who does Cat Hale report to?', 'Who does Dan Hale report to?'],
    })
  })

  it('suggests ids where titles are the same', () => {
    const twins = defineOrg({
      roles: { top: {}, a: { title: 'Clerk', reportsTo: 'top' }, b: { title: 'Clerk', reportsTo: 'a' } },
    })
    const result = ask(twins, 'Who does the clerk report to?')
    expect(result).toMatchObject({ suggestions: ['Who does "a" report to?', 'Who does "b" report to?'] })
    expect(ask(twins, 'Who does "b" report to?')).toMatchObject({ answer: 'a' })
  })

  it('does not choose between two ways to divide the words', () => {
    const org = defineOrg({
      roles: {
        a: { title: 'A', progressesTo: ['b to c', 'c'] },
        'a to b': { title: 'A to B', progressesTo: 'c' },
        'b to c': { title: 'B to C' },
        c: { title: 'C' },
      },
    })
    expect(ask(org, 'path from A to B to C')).toMatchObject({ ok: false, reason: 'ambiguous' })
  })
})

describe('hostile questions', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('about %s', (name) => {
    const org = defineOrg({ roles: { top: {}, [name]: { reportsTo: 'top' } } })
    expect(ask(org, `Who does ${name} report to?`)).toMatchObject({
      ok: true,
      arguments: [name],
      answer: 'top',
    })
    expect(ask(planningOffice, `Who does ${name} report to?`).ok).toBe(false)
    expect(ask(planningOffice, name).ok).toBe(false)
  })

  it.each(['to', 'reports', 'who', 'path', 'report to', "who's the boss"])(
    'about a role with the title %s',
    (title) => {
      const org = defineOrg({ roles: { top: { title: 'Top' }, x: { title, reportsTo: 'top' } } })
      expect(ask(org, `Who does "${title}" report to?`)).toMatchObject({
        ok: true,
        arguments: ['x'],
        answer: 'top',
      })
      expect(ask(org, `Who does ${title} report to?`)).toMatchObject({ ok: true, answer: 'top' })
    },
  )

  it('of a million characters, of many words, of control characters', () => {
    expect(ask(planningOffice, 'who '.repeat(250_000))).toMatchObject({ ok: false, reason: 'too-long' })
    expect(ask(planningOffice, 'a '.repeat(60))).toMatchObject({ ok: false, reason: 'too-long' })
    expect(ask(planningOffice, '\u0000\u0007\u202e').ok).toBe(false)
    expect(ask(planningOffice, '')).toMatchObject({ ok: false, reason: 'empty' })
    const hidden = defineOrg({ roles: { top: {}, x: { title: 'A\u202eB', reportsTo: 'top' } } })
    expect(ask(hidden, 'Who reports to top?').text).toBe('A\\u{202e}B reports to top.')
  })

  it('of words at random never throw, and what is answered names a function', () => {
    const words = [...new Set(askQuestions.flatMap(({ patterns }) => patterns.join(' ').split(/[^a-z']+/)))]
    const names = ['Ada', 'Analyst', 'PMO', 'Director', 'Hale', '"analyst"', '2026-01-01']
    const word = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...names), fc.string({ maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (parts) => {
        const result = ask(planningOffice, parts.join(' '))
        expect(JSON.parse(JSON.stringify(result)) as unknown).toEqual(result)
        expect(Object.isFrozen(result)).toBe(true)
        if (result.ok) expect(result.query).toMatch(/^[a-z]+[A-Za-z]*$/)
        else expect(result.text).not.toBe('')
      }),
      { numRuns: 400 },
    )
  })
})

describe('a question with a date', () => {
  const start = defineOrg({
    roles: {
      head: { title: 'Head' },
      lead: {
        title: 'Lead',
        reportsTo: 'head',
        holders: [
          { person: 'Ada', to: '2026-04-01' },
          { person: 'Ben', from: '2026-04-01' },
        ],
      },
      clerk: { title: 'Clerk', reportsTo: 'lead' },
    },
  })
  const history = historyOf(start, [
    { on: '2026-06-01', changes: [{ do: 'set-manager', role: 'clerk', manager: 'head' }] },
  ])

  it.each([
    ['Who does the clerk report to on 2026-05-31?', 'lead'],
    ['Who did the clerk report to on 2026-05-31?', 'lead'],
    ['On 2026-06-01, who does the clerk report to?', 'head'],
    ['As of 2026-06-01 who was the boss of the clerk?', 'head'],
  ])('is asked of the chart of that day: %s', (question, answer) => {
    expect(ask(history, question)).toMatchObject({
      ok: true,
      query: 'managerOf',
      answer,
      date: expect.any(String) as string,
    })
  })

  it('is answered for people where assignments have dates', () => {
    expect(ask(start, 'Who held lead on 2026-03-31?').ok).toBe(false)
    expect(ask(start, 'Who was the lead on 2026-03-31?')).toMatchObject({
      query: 'holdersOf',
      answer: ['Ada'],
    })
    expect(ask(start, 'Who was the lead on 2026-04-01?')).toMatchObject({
      query: 'holdersOf',
      answer: ['Ben'],
    })
  })

  it.each([
    ['a history without a date', history, 'Who does the clerk report to?'],
    ['two dates', history, 'Who did the clerk report to on 2026-05-31 and on 2026-06-01?'],
    ['no date of the calendar', history, 'Who did the clerk report to on 2026-02-30?'],
    ['lines of an org without a history', start, 'Who did the clerk report to on 2026-05-31?'],
    ['an org without dates', planningOffice, 'Who held PMO Analyst on 2026-05-31?'],
    ['an org without dates, in the present', planningOffice, 'Who holds PMO Analyst on 2026-05-31?'],
  ])('is refused: %s', (_name, chart, question) => {
    expect(ask(chart, question)).toMatchObject({ ok: false })
  })

  it('is refused about the past without a date', () => {
    expect(ask(planningOffice, 'Who did the analyst report to?').ok).toBe(false)
    expect(ask(planningOffice, 'Who was the analyst?').ok).toBe(false)
  })
})

describe('what is asked by the way', () => {
  const office = defineOrg({
    roles: {
      cfo: { title: 'CFO' },
      controller: { title: 'Controller', reportsTo: 'cfo' },
      clerk: { title: 'Clerk', reportsTo: 'controller', dottedTo: { to: 'cfo', as: 'Audit' } },
      auditor: { title: 'Auditor', reportsTo: 'controller' },
    },
  })
  const answerTo = (words: string): unknown => {
    const result = ask(office, words)
    return result.ok ? [result.query, result.answer] : result.reason
  }

  it.each([
    'Who is under the CFO? I need direct reports',
    'Who is below the CFO? Just the direct reports please',
    'I need direct reports. Who is under the CFO?',
    'who are the direct reports under the CFO',
  ])('limits an answer to direct reports: %s', (words) => {
    expect(answerTo(words)).toEqual(['directReportsOf', ['controller']])
  })

  it('limits a number to direct reports', () => {
    expect(answerTo('How many people are under the CFO? I need direct reports')).toEqual([
      'spanOfControlOf',
      1,
    ])
    expect(answerTo('How many people are under the CFO?')).toEqual(['transitiveReportsOf', 3])
    expect(answerTo('Who is under the CFO?')).toEqual([
      'transitiveReportsOf',
      ['controller', 'clerk', 'auditor'],
    ])
  })

  it('is the name of a line, though it is a purpose elsewhere', () => {
    expect(answerTo('Who does the clerk report to for the audit?')).toEqual(['managersOf', ['cfo']])
    expect(answerTo('Who reports to the CFO for the audit?')).toEqual(['directReportsOf', ['clerk']])
    // Neither the solid manager nor nobody is what the speaker asks for.
    expect(answerTo('Who does the auditor report to for the audit?')).toBe('left-over')
    expect(answerTo('For the audit: who does the clerk report to?')).toBe('left-over')
    expect(answerTo('Who does the clerk report to for the budget?')).toEqual(['managerOf', 'controller'])
    expect(ask(planningOffice, 'Who does the analyst report to for the audit?').ok).toBe(true)
  })
})

describe('wrong arguments', () => {
  it.each([
    [[undefined, 'who'], 'NOT_A_HISTORY'],
    [[{}, 'who'], 'NOT_A_HISTORY'],
    [[planningOffice, undefined], 'INVALID_ARGUMENT'],
    [[planningOffice, 7], 'INVALID_ARGUMENT'],
    [[planningOffice, 'who', 'now'], 'INVALID_OPTION'],
    [[planningOffice, 'who', { language: 'de' }], 'INVALID_OPTION'],
    [[planningOffice, 'who', { questions: 'all' }], 'INVALID_OPTION'],
    [[planningOffice, 'who', { questions: [{}] }], 'INVALID_OPTION'],
    [[planningOffice, 'who', { questions: [null] }], 'INVALID_OPTION'],
  ])('%#', (args, code) => {
    const call = (): unknown => Reflect.apply(ask, undefined, args)
    expect(call).toThrow(expect.objectContaining({ code }) as Error)
  })
})
