import { NONE } from '../chart.js'
import { nameOf } from '../role-names.js'
import type { Editor, FormName } from './editor.js'
import { moveTo } from './role-forms.js'

const FORM_KEYS: ReadonlyMap<string, FormName> = new Map([
  ['Insert', 'add'],
  ['F2', 'rename'],
  ['Delete', 'remove'],
])

/** The keys that edit: those of the chart while it has the focus, and those that undo anywhere but in a field. */
export function listenToEditKeys(editor: Editor, stage: HTMLElement): void {
  const { explorer } = editor

  stage.addEventListener('keydown', (event) => {
    const { selected, active } = explorer
    if (selected === NONE || selected !== active) return
    const form = event.ctrlKey || event.metaKey || event.altKey ? undefined : FORM_KEYS.get(event.key)
    if (form !== undefined) {
      event.preventDefault()
      editor.openForm(form)
    } else if (event.ctrlKey || event.metaKey) {
      if (event.key === 'x') cut(selected)
      else if (event.key === 'v') paste(selected)
      else return
      event.preventDefault()
    }
  })
  document.addEventListener('keydown', (event) => {
    const isField =
      event.target instanceof Element && event.target.closest('input, textarea, select') !== null
    if (isField || event.altKey || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key === 'y' || (key === 'z' && event.shiftKey)) editor.redo()
    else if (key === 'z') editor.undo()
    else return
    event.preventDefault()
  })

  function cut(row: number): void {
    editor.cut = editor.chart.data.ids[row]
    editor.say(`Cut ${nameOf(editor.chart, row)}. Go to its new manager and press Ctrl+V.`)
  }

  function paste(manager: number): void {
    const row = editor.cut === undefined ? undefined : editor.chart.rowOf.get(editor.cut)
    if (row === undefined) editor.say('Press Ctrl+X on the role to move first.', true)
    else if (row !== manager) moveTo(editor, row, manager)
  }
}
