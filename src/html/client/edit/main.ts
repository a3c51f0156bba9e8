import type { EditData } from '../../edit-options.js'
import { NONE } from '../../page-data.js'
import type { Explorer } from '../explorer.js'
import { Editor } from './editor.js'
import { changesView } from './changes-view.js'
import { listenToDrags } from './drag.js'
import { listenToEditKeys } from './edit-keys.js'
import { roleForms } from './role-forms.js'

/** Makes the page of an explorer editable. */
function startEditing(explorer: Explorer): void {
  const stage = document.querySelector<HTMLElement>('.stage')
  if (stage === null) return
  const data = JSON.parse(document.getElementById('edit')?.textContent ?? '') as EditData
  const editor = new Editor(explorer, data, stage)
  const summary = changesView(editor, data.origin)
  explorer.panelParts.push((row) => (row === NONE ? summary.parts() : roleForms(editor, row)))
  document.querySelector('.tools')?.append(summary.tools)
  stage.after(editor.message)
  listenToDrags(editor, stage)
  listenToEditKeys(editor, stage)
  window.addEventListener('beforeunload', (event) => {
    if (editor.isUnsaved) event.preventDefault()
  })
  explorer.edits++
  explorer.select(explorer.selected, 'none')
  // The page is painted before the org is made.
  setTimeout(() => {
    editor.check()
  })
}

document.addEventListener(
  'explorer',
  (event) => {
    if (event instanceof CustomEvent) startEditing(event.detail as Explorer)
  },
  { once: true },
)
