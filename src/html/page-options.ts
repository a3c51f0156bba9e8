import { defineOrg, OrgError } from '../internal.js'
import { pictureOf, type PictureOptions } from '../render/index.js'
import type { HtmlOptions } from './html-options.js'

/** In a shape in which the compiler sees that none is missing. */
const KNOWN: { readonly [Option in keyof HtmlOptions]-?: true } = {
  title: true,
  root: true,
  depth: true,
  lines: true,
  relations: true,
  label: true,
  highlight: true,
  groupBy: true,
  collapse: true,
  order: true,
  marks: true,
}
const KNOWN_NAMES = Object.keys(KNOWN).join(', ')

/** The options of a page: its own, and those of the picture that has all of its roles. */
export interface PageOptions {
  readonly title: string
  /** How many levels below the top are open at first; `undefined` leaves it to the page. */
  readonly depth: number | undefined
  /** How many reports of one manager are shown at first. */
  readonly collapse: number | undefined
  readonly picture: PictureOptions
}

/** Throws `INVALID_OPTION` for what the picture of the whole page does not see. */
export function pageOptions(options: unknown = {}): PageOptions {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalidOption('options', options, 'an object')
  }
  for (const [option, received] of Object.entries(options)) {
    // A misspelt option would be a setting without effect.
    if (!Object.hasOwn(KNOWN, option)) throw invalidOption(option, received, `one of ${KNOWN_NAMES}`)
  }
  const { title = 'Org chart', depth, collapse, relations = 'both', ...others }: HtmlOptions = options
  if (typeof title !== 'string') throw invalidOption('title', title, 'a string')
  // Refused as in every picture, though that of a page has all roles; whose roles it is asked of does not matter.
  const shownAtFirst = { ...(depth !== undefined && { depth }), ...(collapse !== undefined && { collapse }) }
  pictureOf(defineOrg({ roles: {} }), shownAtFirst)
  const steps = relations === 'career' && depth !== undefined ? { depth } : {}
  return { title, depth, collapse, picture: { ...others, relations, ...steps } }
}

function invalidOption(option: string, received: unknown, allowed: string): OrgError<'INVALID_OPTION'> {
  return new OrgError('INVALID_OPTION', `The option ${option} can be ${allowed}.`, {
    option,
    received,
    allowed,
  })
}
