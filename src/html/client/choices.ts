import { colourChoices } from './colouring.js'
import { html } from './element.js'
import type { Explorer } from './explorer.js'
import type { DottedLines } from './highlights.js'

/** The choices of what the boxes are coloured by, and which dotted lines are drawn. */
export function choices(explorer: Explorer): HTMLElement {
  const colours = choice(
    'Colours',
    [['', 'Units only'], ...colourChoices(explorer.chart).map(({ name, label }) => [name, label] as const)],
    explorer,
    () => explorer.chart.colouring.name,
    (name) => {
      explorer.colourBy(name)
    },
  )
  const dotted = choice<DottedLines>(
    'Dotted lines',
    [
      ['all', 'All'],
      ['chosen', 'Of the chosen role'],
      ['none', 'None'],
    ],
    explorer,
    () => explorer.dotted,
    (which) => {
      explorer.showDotted(which)
    },
  )
  const hasDotted = explorer.chart.data.lines.some(([, , kind]) => kind === 1)
  return html('div', { class: 'choices' }, colours, ...(hasDotted ? [dotted] : []))
}

/** A choice of one of some values, which shows the one that holds. */
function choice<Value extends string>(
  label: string,
  values: readonly (readonly [value: Value, text: string])[],
  explorer: Explorer,
  now: () => Value,
  choose: (value: Value) => void,
): HTMLElement {
  const select = html('select', {}, ...values.map(([value, text]) => html('option', { value }, text)))
  const show = (): void => {
    select.value = now()
  }
  select.addEventListener('change', () => {
    const chosen = values.find(([value]) => value === select.value)
    if (chosen !== undefined) choose(chosen[0])
  })
  explorer.listen(show)
  show()
  return html('label', { class: 'choice' }, `${label} `, select)
}
