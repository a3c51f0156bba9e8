import { amountIn } from '../../../kernel/amount-in.js'
import { quote } from '../../../kernel/quote.js'
import {
  type ApprovalRoute,
  type ApprovalStep,
  type Approver,
  missingText,
  type NoApproverBecause,
} from '../../../approval/route-answer.js'
import { addressOfRole } from '../address.js'
import { button, html } from '../element.js'
import type { Explorer } from '../explorer.js'
import { nameOf } from '../role-names.js'
import type { PageRequest, PageRoutes } from './page-routes.js'

const MOST_LISTED = 100

/** The part of the panel that asks for a request of the selected role and shows its route. It keeps what was entered from role to role. */
export class RoutePanel {
  readonly element = html('section', { class: 'approval', 'aria-label': 'Approval' })
  readonly #amount = html('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off' })
  readonly #kind: HTMLSelectElement
  readonly #date = html('input', { type: 'date' })
  readonly #problem = html('p', { id: 'approval-problem', class: 'problem', role: 'alert' })
  readonly #answer = html('div')
  readonly #clear: HTMLButtonElement

  /** `changed` is called with each request that is made, and with `undefined` when it is cleared. */
  constructor(
    readonly routes: PageRoutes,
    readonly changed: (request: PageRequest | undefined) => void,
  ) {
    const { kinds, plan } = routes
    this.#kind = html(
      'select',
      {},
      ...(plan.ruleOf(undefined) === undefined ? [] : [html('option', { value: '' }, 'Any other')]),
      // The value of an option is text of the policy, as its kinds are.
      ...kinds.map((kind) => html('option', { value: `=${kind}` }, kind)),
    )
    const { currency } = plan.policy
    this.#clear = button('Clear', () => {
      this.#amount.value = ''
      this.#say('')
      this.changed(undefined)
      this.#amount.focus()
    })
    const form = html(
      'form',
      { class: 'approval-form', novalidate: true },
      html('label', {}, currency === undefined ? 'Amount ' : `Amount in ${currency} `, this.#amount),
      ...(kinds.length === 0 ? [] : [html('label', {}, 'Kind ', this.#kind)]),
      ...(this.#hasDates ? [html('label', {}, 'Date ', this.#date)] : []),
      this.#problem,
      html(
        'div',
        { class: 'actions' },
        html('button', { type: 'submit', class: 'primary' }, 'Show the route'),
        this.#clear,
      ),
    )
    this.#amount.setAttribute('aria-describedby', 'approval-problem')
    this.#date.value = today()
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const request = this.#entered()
      if (request !== undefined) this.changed(request)
    })
    this.element.append(html('h3', {}, 'Approval'), form, this.#answer)
  }

  get #hasDates(): boolean {
    const { plan, explorer } = this.routes
    return (
      plan.isDated ||
      explorer.chart.data.assignments.some(([, all]) => all.some(([, terms]) => /\d{4}-\d\d/.test(terms)))
    )
  }

  /** Shows a request in the form, and its answer for the role of a row. Returns the answer in one sentence. */
  show(row: number): string {
    const { request } = this.routes
    this.#clear.hidden = request === undefined
    if (request !== undefined) {
      const { amount, kind, date } = request
      this.#amount.value = amount === undefined ? '' : String(amount)
      this.#kind.value = kind === undefined ? '' : `=${kind}`
      this.#date.value = date ?? ''
    }
    const answer = this.routes.answerFor(row)
    this.#say('')
    if (answer === undefined) this.#answer.replaceChildren()
    else if ('problem' in answer) {
      this.#answer.replaceChildren()
      this.#say(answer.problem)
    } else {
      this.#answer.replaceChildren(...routeParts(this.routes.explorer, answer.route))
      return outcome(this.routes.explorer, answer.route)
    }
    return ''
  }

  #say(problem: string): void {
    this.#problem.textContent = problem
    this.#amount.toggleAttribute('aria-invalid', false)
  }

  /** What is in the form; says what is wrong with it. */
  #entered(): PageRequest | undefined {
    const { plan, kinds } = this.routes
    const text = this.#amount.value.trim()
    const kind = kinds.length === 0 || this.#kind.value === '' ? undefined : this.#kind.value.slice(1)
    const amount = text === '' ? undefined : amountIn(text, plan.policy.currency)
    const date = this.#hasDates && this.#date.value !== '' ? this.#date.value : undefined
    const wrongAmount = text === '' ? this.routes.needsAmount(kind) : amount === undefined
    if (wrongAmount) {
      this.#say(text === '' ? 'Enter an amount.' : 'Enter an amount such as 5000 or 5,000.50.')
      this.#amount.setAttribute('aria-invalid', 'true')
      this.#amount.focus()
      return undefined
    }
    if (plan.isDated && date === undefined) {
      this.#say('Enter a date: people are away on some days.')
      this.#date.focus()
      return undefined
    }
    return { amount, kind, date }
  }
}

/** The day of the reader. */
function today(): string {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function outcome(explorer: Explorer, route: ApprovalRoute): string {
  if (route.outcome === 'NO_APPROVER') return reasonText(explorer, route.because)
  const count = route.steps.length
  return `The route has ${count} ${count === 1 ? 'step' : 'steps'}.`
}

/** Why nobody can approve, with the names of roles as they are on the page. */
function reasonText({ chart }: Explorer, because: NoApproverBecause): string {
  return missingText(because, {
    role: (id) => {
      const row = chart.rowOf.get(id)
      return quote(row === undefined ? id : nameOf(chart, row))
    },
  })
}

function routeParts(explorer: Explorer, route: ApprovalRoute): Node[] {
  const { steps, passedOver } = route
  const more = passedOver.length - MOST_LISTED
  return [
    ...(route.outcome === 'ROUTE'
      ? []
      : [html('p', { class: 'no-route', dir: 'auto' }, reasonText(explorer, route.because))]),
    ...(steps.length === 0
      ? []
      : [
          html('h4', {}, route.outcome === 'ROUTE' ? 'Who approves' : 'Could be asked, but not enough'),
          html(
            'ol',
            { class: 'route' },
            ...steps.slice(0, MOST_LISTED).map((step) => stepItem(explorer, step)),
            ...(steps.length > MOST_LISTED
              ? [html('li', { class: 'hint' }, `and ${steps.length - MOST_LISTED} more`)]
              : []),
          ),
        ]),
    ...(passedOver.length === 0
      ? []
      : [
          html('h4', {}, `Not asked (${passedOver.length})`),
          html(
            'ul',
            {},
            ...passedOver.slice(0, MOST_LISTED).map((one) => html('li', {}, ...personParts(explorer, one))),
          ),
          ...(more > 0 ? [html('p', { class: 'hint' }, `and ${more} more`)] : []),
        ]),
  ]
}

function stepItem(explorer: Explorer, { approvers, needed }: ApprovalStep): HTMLElement {
  if (approvers.length === 1) return html('li', {}, ...personParts(explorer, approvers[0]))
  const count = needed === approvers.length ? `All ${needed}` : `${needed} of ${approvers.length}`
  return html(
    'li',
    {},
    html('span', {}, `${count} must approve:`),
    html('ul', {}, ...approvers.map((one) => html('li', {}, ...personParts(explorer, one)))),
  )
}

/** A role and a person with the sentence of the library about them. */
function personParts(
  explorer: Explorer,
  { role, person, standsInFor, text }: Pick<Approver, 'role' | 'person' | 'standsInFor' | 'text'>,
): Node[] {
  const { chart } = explorer
  const row = role === undefined ? undefined : chart.rowOf.get(role)
  const who = person === undefined ? '' : personName(explorer, person)
  const forWhom = standsInFor === undefined ? '' : ` for ${personName(explorer, standsInFor)}`
  return [
    ...(row === undefined
      ? []
      : [
          html(
            'a',
            { href: addressOfRole(explorer, row), 'data-role': row, dir: 'auto' },
            nameOf(chart, row),
          ),
        ]),
    ...(who === ''
      ? []
      : [html('span', { class: 'extra', dir: 'auto' }, `${row === undefined ? '' : ' '}${who}${forWhom}`)]),
    html('small', { dir: 'auto' }, text),
  ]
}

function personName({ chart }: Explorer, id: string): string {
  return chart.data.people.find(([each]) => each === id)?.[1] ?? id
}
