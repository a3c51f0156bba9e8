import type { Explorer } from './explorer.js'
import { button, html } from './element.js'
import { sheetElements } from './sheet-element.js'
import { type Division, type Paper, PAPERS, type Sheet, sheetsOf } from './sheets.js'

/** More sheets are not printed. */
const MOST_SHEETS = 300

/** Printing, by the dialog of the page or by the browser: everything that is open, on as many sheets as it needs. */
export class Printing {
  #paper: Paper = PAPERS[0]
  #division: Division = 'subtrees'
  #element: HTMLElement | undefined
  readonly #dialog: HTMLDialogElement
  readonly #count = html('p', { role: 'status' })
  readonly #print: HTMLButtonElement

  constructor(private readonly explorer: Explorer) {
    const choice = <Value>(
      legend: string,
      name: string,
      values: readonly (readonly [value: Value, label: string])[],
      choose: (value: Value) => void,
    ): HTMLElement =>
      html(
        'fieldset',
        {},
        html('legend', {}, legend),
        ...values.map(([value, label], place) => {
          const input = html('input', { type: 'radio', name, checked: place === 0 })
          input.addEventListener('change', () => {
            choose(value)
            this.#showCount()
          })
          return html('label', {}, input, ` ${label}`)
        }),
      )
    this.#print = button('Print', () => {
      this.#dialog.close()
      window.print()
    })
    this.#dialog = html(
      'dialog',
      { 'aria-label': 'Print' },
      html('h2', {}, 'Print'),
      choice(
        'Paper, landscape',
        'paper',
        [[PAPERS[0], 'A4'] as const, [PAPERS[1], 'A3'] as const],
        (paper) => {
          this.#paper = paper
        },
      ),
      choice<Division>(
        'If it is larger than one sheet',
        'division',
        [
          ['subtrees', 'One sheet per part of the chart'],
          ['tiles', 'Overlapping sheets, to join'],
        ],
        (division) => {
          this.#division = division
        },
      ),
      this.#count,
      html(
        'div',
        { class: 'actions' },
        this.#print,
        button('Cancel', () => {
          this.#dialog.close()
        }),
      ),
    )
    document.body.append(this.#dialog)
    window.addEventListener('beforeprint', () => {
      this.#prepare()
    })
    window.addEventListener('afterprint', () => {
      this.#element?.remove()
      this.#element = undefined
    })
  }

  /** Asks how to print. */
  ask(): void {
    this.#showCount()
    this.#dialog.showModal()
  }

  #showCount(): void {
    const count = this.#sheets().length
    this.#count.textContent =
      count > MOST_SHEETS
        ? `${count} sheets are too many. Collapse some boxes first.`
        : `${count} ${count === 1 ? 'sheet' : 'sheets'}`
    this.#print.disabled = count > MOST_SHEETS
  }

  #sheets(): Sheet[] {
    return sheetsOf(this.explorer, this.#paper, this.#division)
  }

  #prepare(): void {
    const sheets = this.#sheets().slice(0, MOST_SHEETS)
    this.#element?.remove()
    this.#element = sheetElements(this.explorer, sheets, this.#paper)
    document.body.append(this.#element)
  }
}
