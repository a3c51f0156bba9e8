import { button, html } from './element.js'

/** A message above the chart that the reader can close. */
export interface Notice {
  readonly element: HTMLElement
  /** Shows a message; an empty one hides it. */
  readonly say: (message: string) => void
}

export function notice(): Notice {
  const text = html('p', { role: 'status', dir: 'auto' })
  const close = button(
    'Close message',
    () => {
      say('')
    },
    { class: 'close' },
    '×',
  )
  const element = html('div', { class: 'notice' }, text, close)
  const say = (message: string): void => {
    text.textContent = message
    element.classList.toggle('empty', message === '')
    close.hidden = message === ''
  }
  say('')
  return { element, say }
}
