import type { ApprovalPolicy, ApprovalPolicySpec } from '../approval/index.js'
import {
  givenOptions,
  invalidOption,
  isOrg,
  type Org,
  OrgError,
  type Person,
  textFunction,
  upperLimit,
} from '../internal.js'
import { PICTURE_OPTIONS, type PictureOptions } from '../render/index.js'
import { approvalOption, requireDataOfRoutes } from './approval-options.js'
import { type ColorField, colorField } from './color-field.js'
import { type EditOptions, editOptions } from './edit-options.js'
import { type HtmlField, PageFields } from './page-fields.js'
import { photoFunction } from './photo.js'

/**
 * What the explorer page holds, and what it shows when it opens.
 *
 * The options of every picture, which a page reads as follows. The page holds all roles at and below `root`. `depth` is
 * how many levels below the top are open at first; by default, as many as fit on a screen. The "+37 more" box of
 * `collapse` expands when it is chosen. `relations` is `'both'` by default, with one view of each; a page of
 * `'reporting'` or `'career'` holds that view only, and one of careers holds the roles within `depth` moves of the root.
 */
export interface HtmlOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
> extends PictureOptions<Id, Unit, Data> {
  /** The heading of the page. Default: `'Org chart'`. */
  readonly title?: string
  /** The text that the page shows for a source of a fact. Default: the source as it is in the data. */
  readonly describeSource?: (source: string) => string
  /**
   * What the page shows about roles and people. It does not contain anything else: a page is passed on. Titles, ids, lines, moves, vacancies and
   * planned roles are always there. Default: `['usual']`, all fields except `cost`, `email` and `data`; `['usual', 'cost']` adds one, and
   * `['grade']` leaves out all others.
   */
  readonly fields?: readonly HtmlField[]
  /**
   * The photo of a person who holds a role, as a `data:` URL of a PNG, JPEG, GIF, WebP or AVIF image, which becomes part of the page; `undefined` for a person
   * without one, who is shown by initials. With this option boxes show people too. Default: initials in the panel only.
   */
  readonly photo?: (person: Person) => string | undefined
  /**
   * Whether the page can edit the chart: roles are moved to another manager, added, removed, renamed and assigned, with undo and redo, and the result is a list
   * of changes for `changeOrg`, to copy, to save, or to send to the page that embeds this one. With an object, also the `policy` that is checked after each
   * edit, and the `origin` of the embedding page. Such a page has the whole chart, with solid or all lines. Default: `false`.
   */
  readonly edit?: boolean | EditOptions
  /**
   * The org after some changes. The page then shows that org, and compares it with the org given first: roles are marked as added, removed, moved or
   * changed, with their old places and an arrow from there; figures are listed before and after, and each change leads to its box. `root` and `highlight`
   * name roles of this org. Default: none.
   */
  readonly after?: Org
  /**
   * What the boxes are coloured by when the page opens; the reader can choose another. A field that not every page shows has to be one of `fields`. Default:
   * no colours but the stripes of units.
   */
  readonly colorBy?: ColorField
  /**
   * The policy by which the page shows who approves a request, made by `approvalPolicy` of `rolegraph/approval`: the panel of a role asks for the
   * amount, and shows the route step by step with the reason for each, who is not asked and why, and the route on the chart. The page then contains the
   * whole policy, with its limits, absences and delegations, and the whole chart with its holders. Default: none.
   */
  readonly approval?: ApprovalPolicy
}

/** The options that only a page has. The compiler reports a missing one. */
const OWN: { readonly [Option in Exclude<keyof HtmlOptions, keyof PictureOptions>]-?: true } = {
  title: true,
  describeSource: true,
  fields: true,
  photo: true,
  edit: true,
  after: true,
  colorBy: true,
  approval: true,
}

/** The options of a page: its own, and those of the picture with all of its roles. */
export interface PageOptions {
  readonly title: string
  readonly describeSource: (source: string) => string
  readonly fields: PageFields
  readonly photo: ((person: Person) => string | undefined) | undefined
  /** How many levels below the top are open at first; `undefined` lets the page decide. */
  readonly depth: number | undefined
  /** How many reports of one manager are shown at first. */
  readonly collapse: number
  readonly edit: Required<EditOptions> | undefined
  /** The org to compare with. */
  readonly after: Org | undefined
  /** What the boxes are coloured by at first; empty for nothing. */
  readonly colorBy: string
  readonly approval: ApprovalPolicySpec | undefined
  readonly picture: PictureOptions
}

/** Checks the options that the picture of the page does not get to see. Throws `INVALID_OPTION`. */
export function pageOptions(options: unknown): PageOptions {
  const given = givenOptions('toHtml', options, [...Object.keys(OWN), ...PICTURE_OPTIONS])
  const {
    title = 'Org chart',
    describeSource,
    fields,
    photo,
    edit: editing,
    after,
    colorBy,
    approval,
    depth,
    collapse,
    relations = 'both',
    ...others
  }: HtmlOptions = Object.fromEntries(given)
  if (typeof title !== 'string') throw invalidOption('title', title, 'a string')
  const levels = depth === undefined ? undefined : upperLimit('depth', depth, 0)
  const edit = editOptions(editing)
  if (edit !== undefined) requireWholeChart({ ...others, relations })
  if (after !== undefined) requireComparable(after, others.marks, edit && editing)
  const policy = approvalOption(approval)
  const pageFields = new PageFields(fields)
  if (policy !== undefined) requireDataOfRoutes(policy, { ...others, relations }, pageFields)
  const steps = relations === 'career' && levels !== undefined ? { depth: levels } : {}
  return {
    title,
    describeSource:
      describeSource === undefined ? (source) => source : textFunction('describeSource', describeSource),
    fields: pageFields,
    photo: photo === undefined ? undefined : photoFunction(photo),
    edit,
    after,
    colorBy: colorField(colorBy, pageFields),
    approval: policy,
    depth: levels,
    collapse: upperLimit('collapse', collapse, 1),
    picture: { ...others, relations, ...steps },
  }
}

/** Edits concern the whole chart and its solid lines. */
function requireWholeChart({ root, marks, relations, lines = 'all' }: PictureOptions): void {
  const whole = 'used only in pages that do not edit the chart'
  if (root !== undefined)
    throw invalidOption('root', root, `${whole}; to edit a part, pass subOrg(org, role)`)
  if (marks !== undefined) throw invalidOption('marks', marks, whole)
  if (relations === 'career')
    throw invalidOption('relations', relations, "'both' or 'reporting' in pages that edit the chart")
  if (lines !== 'all' && lines !== 'solid')
    throw invalidOption('lines', lines, "'all' or 'solid' in pages that edit the chart")
}

function requireComparable(after: unknown, marks: unknown, edit: unknown): void {
  if (!isOrg(after)) throw invalidOption('after', after, 'an org')
  if (marks !== undefined) throw invalidOption('marks', marks, 'used only without `after`')
  if (edit !== undefined) {
    throw new OrgError(
      'INVALID_OPTION',
      'toHtml takes edit or after, not both: a page that compares two orgs cannot edit.',
      {
        option: 'edit',
        received: edit,
        allowed: 'used only without `after`',
      },
    )
  }
}
