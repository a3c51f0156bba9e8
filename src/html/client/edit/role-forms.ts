import { NONE } from '../../page-data.js'
import { button, html } from '../element.js'
import { nameOf } from '../role-names.js'
import { type Editor, type FormName, optionText } from './editor.js'
import { assignmentsAt } from './page-edits.js'

const MOST_OPTIONS = 30

const LABELS: readonly (readonly [form: FormName, label: string])[] = [
  ['move', 'Move'],
  ['add', 'Add report'],
  ['rename', 'Rename'],
  ['assign', 'Assign'],
  ['remove', 'Remove'],
]

/** The part of the panel that edits a role. */
export function roleForms(editor: Editor, row: number): Node[] {
  const { chart, form } = editor
  if (chart.ghost[row] === 1) return []
  const hasHolders = chart.data.holders.length > 0 || chart.data.vacant.length > 0
  const forms = LABELS.filter(([name]) => name !== 'assign' || hasHolders || editor.session.hasPeople)
  return [
    html('h3', {}, 'Edit'),
    html(
      'div',
      { class: 'actions', role: 'group', 'aria-label': 'Edit' },
      ...forms.map(([name, label]) =>
        button(
          label,
          () => {
            editor.openForm(editor.form === name ? undefined : name)
          },
          { 'aria-expanded': String(form === name) },
        ),
      ),
    ),
    ...(form === undefined ? [] : [FORMS[form](editor, row)]),
  ]
}

type FormOf = (editor: Editor, row: number) => HTMLElement

const FORMS: Readonly<Record<FormName, FormOf>> = {
  move: (editor, row) => {
    const to = roleField(editor, 'New manager')
    const { chart } = editor
    return form(
      editor,
      'Move',
      () => {
        const manager = managerIn(editor, to.input)
        if (manager !== undefined) moveTo(editor, row, manager)
      },
      [
        to.element,
        hint('Leave it empty for the top. Or press Ctrl+X, go to the new manager and press Ctrl+V.'),
      ],
      `Move ${nameOf(chart, row)}`,
    )
  },
  add: (editor, row) => {
    const title = textField('Title')
    return form(
      editor,
      'Add',
      () => {
        const name = title.input.value.trim()
        if (name === '') editor.say('A role needs a title.', true)
        else editor.edit((session) => session.add(name, row), `Added ${name}.`)
      },
      [title.element],
      row === NONE ? 'Add a role at the top' : `Add a report of ${nameOf(editor.chart, row)}`,
    )
  },
  rename: (editor, row) => {
    const title = textField('Title', editor.chart.data.labels[row])
    return form(
      editor,
      'Rename',
      () => {
        const name = title.input.value.trim()
        if (name === '') editor.say('A role needs a title.', true)
        else editor.edit((session) => session.rename(row, name), `Renamed to ${name}.`)
      },
      [title.element],
      `Rename ${nameOf(editor.chart, row)}`,
    )
  },
  assign: assignForm,
  remove: removeForm,
}

/** Moves a role below another one, or to the top. */
export function moveTo(editor: Editor, row: number, manager: number): boolean {
  const { chart } = editor
  const to = manager === NONE ? 'the top' : nameOf(chart, manager)
  return editor.edit((session) => session.move(row, manager), `Moved ${nameOf(chart, row)} to ${to}.`)
}

function managerIn(editor: Editor, { value }: HTMLInputElement): number | undefined {
  if (value.trim() === '') return NONE
  const manager = editor.rowNamed(value)
  if (manager === undefined)
    editor.say(`No single role matches ${value.trim()}. Choose one from the list.`, true)
  return manager
}

function assignForm(editor: Editor, row: number): HTMLElement {
  const { data } = editor.chart
  const person = textField('Person')
  const names = html(
    'datalist',
    { id: 'edit-people' },
    ...data.people.slice(0, 1000).map(([, name]) => html('option', { value: name })),
  )
  person.input.setAttribute('list', 'edit-people')
  const kind = html(
    'select',
    { id: 'edit-kind' },
    ...['permanent', 'acting', 'interim'].map((each) => html('option', { value: each }, each)),
  )
  const share = textField('Share in %', '', 'number')
  for (const [name, value] of [
    ['min', '1'],
    ['max', '100'],
    ['step', 'any'],
  ])
    share.input.setAttribute(name, value)
  const held = assignmentsAt(data, row).map(([number, terms]) =>
    html(
      'li',
      {},
      html('span', { dir: 'auto' }, data.people[number][1], terms === '' ? '' : ` (${terms}) `),
      button(
        `Unassign ${data.people[number][1]}`,
        () => {
          editor.edit((session) => session.unassign(row, number), `Unassigned ${data.people[number][1]}.`)
        },
        {},
        'Unassign',
      ),
    ),
  )
  return form(
    editor,
    'Assign',
    () => {
      const name = person.input.value.trim()
      const percent = share.input.value === '' ? undefined : Number(share.input.value) / 100
      const terms = {
        ...(kind.value !== 'permanent' && {
          kind: kind.value === 'acting' ? ('acting' as const) : ('interim' as const),
        }),
        ...(percent !== undefined && { share: percent }),
      }
      if (name === '') editor.say('Name the person to assign.', true)
      else editor.edit((session) => session.assign(row, name, terms), `Assigned ${name}.`)
    },
    [
      ...(held.length === 0 ? [] : [html('ul', {}, ...held)]),
      person.element,
      names,
      html('label', { for: 'edit-kind' }, 'Kind'),
      kind,
      share.element,
    ],
    `Assign people to ${nameOf(editor.chart, row)}`,
  )
}

/** Asks what happens to the reports, and to everything else that refers to the role. */
function removeForm(editor: Editor, row: number): HTMLElement {
  const { chart, session } = editor
  const id = chart.data.ids[row]
  const direct = session.draft.directReportsOf(id).length
  const all = session.draft.organizationSizeOf(id) - 1
  const above = session.draft.managerOf(id)
  const aboveRow = above === undefined ? undefined : chart.rowOf.get(above)
  const to = roleField(editor, 'The other role')
  const choice = (value: string, label: string, isFirst = false): HTMLElement =>
    html(
      'label',
      { class: 'choice' },
      html('input', { type: 'radio', name: 'reports', value, checked: isFirst }),
      label,
    )
  const lifted =
    aboveRow === undefined ? 'put them at the top' : `let them report to ${nameOf(chart, aboveRow)}`
  const question =
    direct === 0
      ? []
      : [
          html(
            'fieldset',
            {},
            html('legend', {}, `What happens to its ${direct === 1 ? 'report' : `${direct} reports`}?`),
            choice('lift', lifted, true),
            choice('to', 'let them report to another role'),
            to.element,
            choice('remove', `remove them too${all > direct ? `, with all ${all} roles below` : ''}`),
          ),
        ]
  const also = html('input', { type: 'checkbox', id: 'edit-references' })
  const references = html('label', { class: 'choice', hidden: true }, also, 'Also remove references to it')
  return form(
    editor,
    'Remove',
    (element) => {
      const chosen = element.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? 'refuse'
      const heir = chosen === 'to' ? managerIn(editor, to.input) : NONE
      if (heir === undefined) return
      if (chosen === 'to' && heir === NONE) {
        editor.say('Name the new manager of the reports.', true)
        return
      }
      const rule = chosen === 'to' ? { to: chart.data.ids[heir] } : (chosen as 'lift' | 'remove' | 'refuse')
      const name = nameOf(chart, row)
      const isMade = editor.edit(
        (edits) => edits.remove(row, rule, also.checked ? 'remove' : 'refuse'),
        `Removed ${name}.`,
      )
      if (!isMade) references.hidden = false
    },
    [...question, references],
    `Remove ${nameOf(chart, row)}`,
  )
}

function form(
  editor: Editor,
  submit: string,
  run: (form: HTMLFormElement) => void,
  fields: readonly Node[],
  label: string,
): HTMLElement {
  const made = html(
    'form',
    { class: 'edit-form', 'aria-label': label },
    ...fields,
    html(
      'div',
      { class: 'actions' },
      html('button', { type: 'submit', class: 'primary' }, submit),
      button('Cancel', () => {
        editor.openForm(undefined)
      }),
    ),
  )
  made.addEventListener('submit', (event) => {
    event.preventDefault()
    run(made)
  })
  made.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') editor.openForm(undefined)
  })
  return made
}

interface Field {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
}

function textField(label: string, value = '', type = 'text'): Field {
  const id = `edit-${label.toLowerCase().replace(/\W+/g, '-')}`
  const input = html('input', { id, type, autocomplete: 'off' })
  input.value = value
  return { input, element: html('div', { class: 'field' }, html('label', { for: id }, label), input) }
}

/** A field for a role, with suggestions while its name is typed. */
function roleField(editor: Editor, label: string): Field {
  const field = textField(label)
  const list = html('datalist', { id: 'edit-roles' })
  field.input.setAttribute('list', 'edit-roles')
  field.input.addEventListener('input', () => {
    const found = editor.rowsWith(field.input.value, MOST_OPTIONS)
    list.replaceChildren(...found.map((row) => html('option', { value: optionText(editor.chart, row) })))
  })
  field.element.append(list)
  return field
}

function hint(text: string): HTMLElement {
  return html('p', { class: 'hint' }, text)
}
