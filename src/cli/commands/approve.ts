import type { ApprovalRequest } from '../../approval/index.js'
import { isUnit, personOf, quote } from '../../internal.js'
import type { Call, Command } from '../call.js'
import { choice } from '../choice.js'
import { CommandError, EXIT } from '../exit-code.js'
import { approvalPolicyFrom } from '../reading/approval-file.js'
import { namedRole } from '../reading/named-role.js'
import { type SoundChart, soundChart } from '../reading/sound-chart.js'
import { jsonText, safeLines } from '../terminal-text.js'

/** Says who approves a request by a policy. Without an approver it returns 1: nothing is approved by default. */
export const approve: Command = async (call) => {
  const { words, options, world } = call
  const format = choice(call, 'format', ['text', 'json', 'mermaid', 'svg'], 'text')
  const chart = await soundChart(words[0], call)
  const { org } = chart
  const policy = await approvalPolicyFrom(words[1], world)
  const amount = amountOf(call)
  const currency = options.text('currency') ?? (amount === undefined ? undefined : policy.currency)
  const kind = options.text('kind')
  const request: ApprovalRequest = {
    requester: requesterOf(chart, call),
    date: options.text('date') ?? world.today(),
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
    ...(kind !== undefined && { kind }),
  }
  const { approvalRoute, routeToMermaid, routeToSvg } = await import('../../approval/index.js')
  const route = approvalRoute(org, policy, request)
  const written = {
    text: () => safeLines(route.text),
    json: () => jsonText({ ...route, text: route.text }),
    mermaid: () => routeToMermaid(org, route, { request }),
    svg: () => routeToSvg(org, route, { request }),
  }[format]()
  world.output.write(`${written}\n`)
  return route.outcome === 'ROUTE' ? EXIT.sound : EXIT.findings
}

function requesterOf({ org }: SoundChart, { options }: Call): ApprovalRequest['requester'] {
  const [words, person] = [options.text('requester'), options.text('person')]
  if (words === undefined && person === undefined) {
    throw new CommandError(
      'approve needs to know who makes the request',
      'Add --requester ROLE or --person ID.',
    )
  }
  const by = person === undefined ? undefined : personOf(org, person).id
  if (words === undefined) return { person: by ?? '' }
  const role = namedRole(org, words)
  if (isUnit(org, role))
    throw new CommandError(`${quote(words)} is a unit`, 'A role or a person makes a request.')
  return by === undefined ? { role } : { role, person: by }
}

function amountOf({ options }: Call): number | undefined {
  const text = options.text('amount')
  if (text === undefined) return undefined
  if (/^\d{1,15}(\.\d+)?$/.test(text)) return Number(text)
  throw new CommandError(`--amount is ${quote(text)}; it can be a number, such as 5000 or 99.50`)
}
