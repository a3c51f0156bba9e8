import type { PageData } from '../page-data.js'
import { html } from './element.js'

/** The initials of a name: those of its first and its last word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const letters = words.map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
  return (
    letters.length > 1 ? `${letters[0]}${letters[letters.length - 1]}` : (letters[0] ?? '')
  ).toUpperCase()
}

/** The photo of a person, if the page has one. */
function photoOf({ photos }: PageData, person: number): string | undefined {
  return photos?.find(([number]) => number === person)?.[1]
}

/** The people who hold a role, each with the terms of the assignment. */
export function holderItems(data: PageData, row: number): HTMLElement[] {
  const assigned = data.assignments.find(([each]) => each === row)?.[1]
  const [, shown, people] = data.holders.find(([each]) => each === row) ?? [row, [], []]
  if (assigned !== undefined) return assigned.map(([person, terms]) => personItem(data, person, terms))
  // A role that is no longer there has names only.
  if (people.length === 0) return shown.map((name) => html('li', { class: 'person', dir: 'auto' }, name))
  return people.map((person) => personItem(data, person, ''))
}

function personItem(data: PageData, person: number, terms: string): HTMLElement {
  const [, name, ...aliases] = data.people[person]
  const email = data.emails.find(([number]) => number === person)?.[1]
  const own = data.personData.find(([number]) => number === person)?.[1] ?? []
  const small = [
    ...(aliases.length === 0 ? [] : [`also ${aliases.join(', ')}`]),
    ...own.map(([key, value]) => `${key}: ${value}`),
  ]
  return html(
    'li',
    { class: 'person' },
    avatar(data, person),
    html(
      'div',
      {},
      html('span', { dir: 'auto' }, name),
      ...(terms === '' ? [] : [html('span', { class: 'extra' }, ` (${terms})`)]),
      ...small.map((text) => html('small', { dir: 'auto' }, text)),
      ...(email === undefined
        ? []
        : [html('small', {}, html('a', { href: `mailto:${encodeURIComponent(email)}` }, email))]),
    ),
  )
}

function avatar(data: PageData, person: number): HTMLElement {
  const photo = photoOf(data, person)
  return photo === undefined
    ? html('span', {
        class: 'avatar',
        'data-initials': initialsOf(data.people[person][1]),
        'aria-hidden': 'true',
      })
    : html('img', { class: 'avatar', src: photo, alt: '' })
}
