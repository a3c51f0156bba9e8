import { defineOrg } from 'rolegraph'
import { ask } from 'rolegraph/ask'
import { describe, expect, it } from 'vitest'

/**
 *     ceo (Ada) ─┬─ cfo (vacant) ── lead (Ben) ─┬─ analyst (Zoë, Joe)
 *                │                              └─ coordinator (vacant)
 *                └─ trainer, whose holder has no name
 */
const org = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['ada'] },
    cfo: { title: 'Finance Director', reportsTo: 'ceo', vacant: true, cost: 20 },
    lead: {
      title: 'PMO Manager',
      reportsTo: 'cfo',
      holders: ['ben'],
      cost: 90,
      certifications: ['PMP', 'P3O'],
      progressesTo: [{ to: 'cfo', years: [3, 5] }],
    },
    analyst: {
      title: 'PMO Analyst',
      reportsTo: 'lead',
      holders: ['zoe', 'joe'],
      unit: 'office',
      cost: 50,
      skills: ['risk', 'planning'],
      progressesTo: [{ to: 'lead', years: [2, 4] }],
    },
    coordinator: {
      title: 'PMO Coordinator',
      reportsTo: 'lead',
      vacant: true,
      unit: 'office',
      progressesTo: [
        { to: 'analyst', years: [1, 2] },
        { to: 'lead', years: [5, 5] },
      ],
    },
    scheduler: { title: 'Scheduler', reportsTo: 'lead', status: 'planned', unit: 'office' },
    trainer: { title: 'Trainer', reportsTo: 'ceo' },
  },
  units: { office: { title: 'Project Office', head: 'lead' } },
  people: {
    ada: { name: 'Ada Lovelace' },
    ben: { name: 'Ben King' },
    zoe: { name: 'Zoë Müller' },
    joe: { name: 'Joe Bloggs' },
  },
})

describe('questions in the words that come first', () => {
  it.each([
    ['by whom is the analyst managed?', 'PMO Analyst reports to PMO Manager (Ben King).'],
    ['By which manager is Zoë directly managed', 'Zoë Müller reports to Ben King.'],
    ['by whom is the project office led', 'Project Office is headed by PMO Manager (Ben King).'],
    ['Whose boss is Ben?', 'Zoë Müller and Joe Bloggs report to Ben King.'],
    ["is the finance director's post open?", 'Yes: Finance Director is vacant.'],
    ["is the PMO manager's job vacant", 'No: PMO Manager is held by Ben King.'],
    ...[
      'how long does it take to become finance director from coordinator',
      'how long would it take to get to finance director if I start as coordinator',
      'how many years to become finance director from coordinator',
      'how long does it take to reach Finance Director starting as a coordinator',
    ].map((question) => [
      question,
      'PMO Coordinator → PMO Analyst → PMO Manager → Finance Director (3 moves, 6 to 11 years).',
    ]),
    [
      'how many moves does it take to become PMO manager from coordinator',
      'PMO Coordinator → PMO Manager (1 move, 5 years).',
    ],
    ['who has no reports?', 'Without direct reports: PMO Analyst, PMO Coordinator, Scheduler and Trainer.'],
    [
      'which roles have nobody below them',
      'Without direct reports: PMO Analyst, PMO Coordinator, Scheduler and Trainer.',
    ],
    [
      'who are the individual contributors',
      'Without direct reports: PMO Analyst, PMO Coordinator, Scheduler and Trainer.',
    ],
    ['is anyone reporting to a vacant role?', 'PMO Manager reports to Finance Director, which is vacant.'],
    ['which roles have a vacant manager', 'PMO Manager reports to Finance Director, which is vacant.'],
    ['who reports to a vacant position', 'PMO Manager reports to Finance Director, which is vacant.'],
    ['what skills does the analyst need?', 'The skills of PMO Analyst: risk and planning.'],
    ['skills required for a PMO analyst', 'The skills of PMO Analyst: risk and planning.'],
    ['certifications of the PMO manager', 'The certifications of PMO Manager: PMP and P3O.'],
    ['which certificates does a trainer need', 'The chart names no certifications for Trainer.'],
  ])('%s', (question, text) => {
    expect(ask(org, question)).toMatchObject({ ok: true, text })
  })
})

describe('questions next to these', () => {
  it.each([
    'by whom was the analyst managed',
    'by whom should the analyst be managed',
    'by whom is the analyst not managed',
    'whose boss was Ben',
    'whose boss is not Ben',
    'how long does it take to become finance director',
    'how long did it take to become finance director from coordinator',
    'how long does it take to become finance director and PMO manager from coordinator',
    'who has no dotted reports',
    'who has no reports who are vacant',
    'which managers have no reports',
    'who reported to a vacant role',
    'who does not report to a vacant role',
    'what skills does Joe have',
    'what skills does the analyst lack',
    "what are Zoë's skills",
    "was the finance director's post open",
    "is the finance director's post safe",
  ])('are refused: %s', (question) => {
    expect(ask(org, question)).toMatchObject({ ok: false })
  })
})

describe('what the chart does not say', () => {
  it('is counted where the sum is made, and planned roles have no figure to lack', () => {
    expect(ask(org, 'What does the project office cost?').text).toBe(
      'The cost of Project Office and its parts adds up to 50. 1 role is without a figure.',
    )
    expect(ask(org, 'What do the finance director and everyone below cost?').text).toBe(
      'The cost of Finance Director and everyone below adds up to 160. 1 role is without a figure.',
    )
    // The chief executive, the coordinator and the trainer.
    expect(ask(org, 'What is the total cost?').text).toBe(
      'The cost of the whole chart adds up to 160. 3 roles are without a figure.',
    )
  })

  it('is told of people who are counted and not named', () => {
    expect(ask(org, 'How many people are there?')).toMatchObject({
      answer: 5,
      text: '5 people hold roles on the chart; 1 of them is not named.',
    })
    const named = defineOrg({
      roles: { head: { holders: ['Ada'] }, clerk: { reportsTo: 'head', vacant: true } },
    })
    expect(ask(named, 'How many people are there?').text).toBe('1 person holds roles on the chart.')
  })

  it('is nothing where nobody reports to a vacant role', () => {
    const sound = defineOrg({ roles: { head: {}, clerk: { reportsTo: 'head', vacant: true } } })
    expect(ask(sound, 'Who reports to a vacant role?')).toMatchObject({
      answer: [],
      text: 'Nobody reports to a vacant role.',
    })
  })
})
