import type { EditData } from '../../edit-options.js'
import { NONE } from '../../page-data.js'
import type { Chart } from '../chart.js'
import { html } from '../element.js'
import type { Explorer } from '../explorer.js'
import { fold, nameOf } from '../role-names.js'
import { EditSession, type Refusal } from './edit-session.js'
import { type BrokenRule, LiveRules } from './live-rules.js'

/** The forms of the panel. */
export type FormName = 'move' | 'add' | 'rename' | 'assign' | 'remove'

/** How long a chart is left alone before its rules are checked again. */
const PAUSE = 60

/** What the parts of an editable page share: the session, the message about the last edit, and the broken rules. */
export class Editor {
  /** Says why an edit was refused, or what was done. */
  readonly message = html('div', { class: 'edit-message', role: 'status' })
  broken: readonly BrokenRule[] = []
  /** The form that is open in the panel. */
  form: FormName | undefined
  /** The role that was cut, to be pasted below another one. */
  cut: string | undefined
  #session: EditSession | undefined
  #rules: LiveRules | undefined
  #timer = 0
  #isUnsaved = false
  #refused: readonly string[] = []
  readonly #listeners: (() => void)[] = []

  constructor(
    readonly explorer: Explorer,
    readonly data: EditData,
    readonly stage: HTMLElement,
  ) {}

  get chart(): Chart {
    return this.explorer.chart
  }

  /** The session; the org is made when it is first needed. */
  get session(): EditSession {
    return (this.#session ??= new EditSession(this.chart.data, this.data, (data, focus) => {
      const anchor = this.explorer.selected === NONE ? this.explorer.active : this.explorer.selected
      const rows = focus === undefined ? -1 : data.ids.lastIndexOf(focus)
      this.explorer.edited(data, rows, anchor)
      this.#isUnsaved = true
      this.#told()
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => {
        this.check()
      }, PAUSE)
    }))
  }

  get isUnsaved(): boolean {
    return this.#isUnsaved && this.session.canUndo
  }

  /** Adds a listener for edits and for checked rules. */
  listen(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Makes an edit, and says why where it is refused. Returns whether it was made. */
  edit(make: (session: EditSession) => Refusal | undefined, done = ''): boolean {
    this.#refused = []
    const refusal = make(this.session)
    this.say(refusal?.message ?? done, refusal !== undefined)
    if (refusal === undefined) {
      this.form = undefined
      this.cut = undefined
      this.stage.focus()
      return true
    }
    this.#refused = refusal.roles
    this.#markCulprits()
    return false
  }

  undo(): void {
    this.form = undefined
    this.session.undo()
    this.say('Undone.')
  }

  redo(): void {
    this.form = undefined
    this.session.redo()
    this.say('Redone.')
  }

  say(text: string, isError = false): void {
    this.message.textContent = text
    this.message.classList.toggle('refused', isError)
  }

  saved(): void {
    this.#isUnsaved = false
  }

  /** Opens a form for the selected role, or closes it. */
  openForm(form: FormName | undefined): void {
    this.form = form
    // What was said about another form or edit.
    this.say('')
    this.explorer.edits++
    this.explorer.select(this.explorer.selected, 'none')
    if (form === undefined) this.stage.focus()
    else document.querySelector<HTMLElement>('.edit-form input, .edit-form button')?.focus()
  }

  /** Checks the rules, and marks the roles that break one. */
  check(): void {
    const org = this.session.draft.toOrg()
    this.#rules ??= new LiveRules(org, this.data)
    this.broken = this.#rules.check(org)
    this.#markCulprits()
    this.#told()
  }

  #markCulprits(): void {
    const culprits = new Map<number, string>()
    const add = (id: string, text: string): void => {
      const row = this.chart.rowOf.get(id)
      if (row !== undefined && !culprits.has(row)) culprits.set(row, text)
    }
    for (const id of this.#refused) add(id, 'part of the refused edit')
    for (const { roles, name } of this.broken) for (const id of roles) add(id, `breaks the rule ${name}`)
    Object.assign(this.chart, { culprits })
    this.explorer.painter.redraw()
  }

  #told(): void {
    for (const listener of this.#listeners) listener()
  }

  /** The row that a text names: an id, or a role as an option of a form writes it; else the only one of the name, or with the text in it. */
  rowNamed(text: string): number | undefined {
    const { chart } = this
    const wanted = text.trim()
    const byOption = chart.data.ids.findIndex((id, row) => [id, optionText(chart, row)].includes(wanted))
    if (byOption !== NONE) return byOption
    const rows = this.rowsWith(wanted)
    const named = rows.filter((row) => fold(nameOf(chart, row)) === fold(wanted))
    const meant = named.length === 0 ? rows : named
    return meant.length === 1 ? meant[0] : undefined
  }

  /** The first rows with a text in their name or id. */
  rowsWith(text: string, most = Infinity): number[] {
    const { ids, labels } = this.chart.data
    const sought = fold(text)
    const found: number[] = []
    if (sought === '') return found
    for (let row = 0; row < ids.length && found.length < most; row++)
      if (fold(labels[row]).includes(sought) || fold(ids[row]).includes(sought)) found.push(row)
    return found
  }
}

/** A role as an option of a form. */
export function optionText(chart: Chart, row: number): string {
  const name = nameOf(chart, row)
  return name === chart.data.ids[row] ? name : `${name} (${chart.data.ids[row]})`
}
