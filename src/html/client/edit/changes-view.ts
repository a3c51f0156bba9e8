import { describeChange } from '../../../change/describe-change.js'
import { namedChange, roleNames } from '../../../change/named-change.js'
import { NONE, type PageData } from '../../page-data.js'
import { button, html } from '../element.js'
import { nameOf } from '../role-names.js'
import type { Editor } from './editor.js'
import { roleForms } from './role-forms.js'

const MOST_LISTED = 100

/** The buttons above the chart, and the part of the overview with the changes and the broken rules. */
export function changesView(
  editor: Editor,
  origin: string | null,
): { readonly tools: HTMLElement; readonly parts: () => Node[] } {
  const { explorer } = editor
  const undo = button('Undo', () => {
    editor.undo()
  })
  const redo = button('Redo', () => {
    editor.redo()
  })
  const open = button('Changes', () => {
    explorer.showOverview()
    changes.scrollIntoView()
  })
  const rules = html('section', { 'aria-label': 'Rules' })
  const changes = html('section', { 'aria-label': 'Changes' })

  const show = (): void => {
    const list = editor.session.changes
    undo.disabled = !editor.session.canUndo
    redo.disabled = !editor.session.canRedo
    open.textContent = `Changes (${list.length})`
    showRules(editor, rules)
    const { base, data } = editor.session
    const names = roleNames(list.length === 0 ? [] : [...titlesIn(base), ...titlesIn(data)])
    const json = html('textarea', { readonly: true, rows: 6, 'aria-label': 'Changes as JSON' })
    json.value = JSON.stringify(list, null, 2)
    changes.replaceChildren(
      html('h3', {}, `Changes (${list.length})`),
      ...(list.length === 0
        ? [
            html(
              'p',
              { class: 'hint' },
              'Drag a box to its new manager, or select one and use the buttons of the panel. Keys: Insert adds a report, F2 renames, Delete removes, Ctrl+X and Ctrl+V move, Ctrl+Z undoes, Ctrl+Y redoes.',
            ),
          ]
        : [
            html(
              'ol',
              {},
              ...list
                .slice(0, MOST_LISTED)
                .map((change) => html('li', { dir: 'auto' }, describeChange(namedChange(change, names)))),
            ),
            ...(list.length > MOST_LISTED
              ? [html('p', { class: 'hint' }, `and ${list.length - MOST_LISTED} more`)]
              : []),
            html(
              'div',
              { class: 'actions' },
              button('Copy', () => {
                void copy(editor, json)
                editor.saved()
              }),
              button('Save', () => {
                save(json.value)
                editor.saved()
              }),
              ...(origin === null
                ? []
                : [
                    button('Send', () => {
                      // Only a page of this origin receives it.
                      window.parent.postMessage({ type: 'rolegraph-changes', changes: list }, origin)
                      editor.saved()
                      editor.say('Sent the changes.')
                    }),
                  ]),
            ),
            html('details', {}, html('summary', {}, 'As JSON'), json),
          ]),
    )
  }
  editor.listen(show)

  return {
    tools: html('div', { class: 'group', role: 'group', 'aria-label': 'Edit' }, undo, redo, open),
    parts: () => {
      show()
      const add = editor.form === 'add' ? roleForms(editor, NONE).slice(2) : []
      const addTop = button('Add a role at the top', () => {
        editor.openForm(editor.form === 'add' ? undefined : 'add')
      })
      return [changes, rules, html('div', { class: 'actions' }, addTop), ...add]
    },
  }
}

function titlesIn({ ids, labels }: PageData): (readonly [id: string, title: string])[] {
  return ids.map((id, row) => [id, labels[row]] as const)
}

function showRules({ broken, chart, explorer, data }: Editor, section: HTMLElement): void {
  const hasPolicy = Object.keys(data.policy).length > 0
  if (!hasPolicy && broken.length === 0) {
    section.replaceChildren()
    return
  }
  section.replaceChildren(
    html('h3', {}, `Broken rules (${broken.length})`),
    ...(broken.length === 0 ? [html('p', { class: 'hint' }, 'No rules are broken.')] : []),
    html(
      'ul',
      {},
      ...broken.slice(0, MOST_LISTED).map(({ name, message, because, roles, isNew }) => {
        const row = chart.rowOf.get(roles[0] ?? '')
        const at = row === undefined ? '' : `: ${nameOf(chart, row)}`
        const text = `${isNew ? 'New: ' : ''}${name}${at}`
        return html(
          'li',
          { class: isNew ? 'new-issue' : undefined },
          row === undefined
            ? html('span', {}, text)
            : button(
                text,
                () => {
                  explorer.select(row)
                },
                { class: 'link' },
              ),
          html('small', { dir: 'auto' }, [message, because].filter(Boolean).join('. ')),
        )
      }),
    ),
  )
}

/** Copies the changes; where the browser refuses, shows them selected, to be copied by hand. */
async function copy(editor: Editor, field: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(field.value)
    editor.say('Copied the changes.')
  } catch {
    const details = field.closest('details')
    if (details !== null) details.open = true
    field.select()
    editor.say('Press Ctrl+C to copy the changes.')
  }
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }))
  const link = html('a', { href: url, download: 'changes.json' })
  link.click()
  // The browser reads the file after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
