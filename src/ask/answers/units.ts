import {
  headcountOf,
  headsOf,
  holdersOf,
  membersOf,
  type Service,
  servicesFrom,
  servicesTo,
  unitOf,
  unitsOf,
} from '../../internal.js'
import { type Asked, type Because, list, type Reply } from '../asked.js'

const servicesAsReasons = (services: readonly Service[]): Because[] =>
  services.map((service) => ({ kind: 'service', service }))

export function head(asked: Asked): Reply | undefined {
  const { org } = asked
  const unit = asked.id('unit')
  const heads = headsOf(org, unit)
  const isOne = heads.length < 2
  const names = list(
    heads,
    (role) => {
      const holders = holdersOf(org, role)
      return holders.length === 0 ? asked.title(role) : `${asked.title(role)} (${asked.people(holders)})`
    },
    'nobody',
  )
  return {
    query: isOne ? 'headOf' : 'headsOf',
    arguments: [unit],
    answer: isOne ? heads[0] : heads,
    text: `${asked.titleOf('unit')} is headed by ${names}.`,
  }
}

/** The members of a unit, and of its parts if they are asked for. */
export function members(asked: Asked, nested = false): Reply {
  const unit = asked.id('unit')
  const options = nested ? { nested } : undefined
  const answer = membersOf(asked.org, unit, options)
  return {
    query: 'membersOf',
    arguments: options === undefined ? [unit] : [unit, options],
    answer,
    text: `The members of ${asked.titleOf('unit')}${nested ? ' and its parts' : ''}: ${asked.titles(answer, 'no role')}.`,
  }
}

export function countMembers(asked: Asked): Reply {
  const unit = asked.id('unit')
  const answer = membersOf(asked.org, unit).length
  return {
    query: 'membersOf',
    arguments: [unit],
    part: ['length'],
    answer,
    text: `${asked.titleOf('unit')} has ${String(answer)} ${answer === 1 ? 'member' : 'members'}.`,
  }
}

export function headcount(asked: Asked): Reply {
  const unit = asked.id('unit')
  const answer = headcountOf(asked.org, unit)
  return {
    query: 'headcountOf',
    arguments: [unit],
    answer,
    text: `${String(answer)} ${answer === 1 ? 'person is' : 'people are'} in ${asked.titleOf('unit')} and its parts.`,
  }
}

export function unitOfPlace(asked: Asked): Reply | undefined {
  const place = asked.named('who')?.kind === 'unit' ? undefined : asked.place('who')
  if (place === undefined) return undefined
  const answer = unitOf(asked.org, place)
  return {
    query: 'unitOf',
    arguments: [place],
    part: ['id'],
    answer: answer?.id,
    text: `${asked.titleOf('who')} is in ${answer === undefined ? 'no unit' : asked.unit(answer.id)}.`,
  }
}

export function whole(asked: Asked): Reply {
  const unit = asked.id('unit')
  const answer = unitOf(asked.org, unit)?.partOf
  return {
    query: 'unitOf',
    arguments: [unit],
    part: ['partOf'],
    answer,
    text: `${asked.titleOf('unit')} is part of ${answer === undefined ? 'no other unit' : asked.unit(answer)}.`,
  }
}

export function parts(asked: Asked): Reply {
  const unit = asked.id('unit')
  const answer = unitsOf(asked.org).filter((one) => unitOf(asked.org, one)?.partOf === unit)
  return {
    query: 'unitsOf',
    arguments: [],
    part: ['partOf', unit],
    answer,
    text: `Parts of ${asked.titleOf('unit')}: ${asked.units(answer)}.`,
  }
}

export function given(asked: Asked): Reply | undefined {
  const from = asked.named('who')
  if (from === undefined || from.kind === 'person') return undefined
  const all = servicesFrom(asked.org, from.id)
  const to = asked.named('post')?.id
  const answer = to === undefined ? all : all.filter((service) => service.to === to)
  return {
    query: 'servicesFrom',
    arguments: [from.id],
    ...(to !== undefined && { part: ['to', to] }),
    answer,
    because: servicesAsReasons(answer),
    text: `${asked.titleOf('who')} gives ${list(answer, (one) => `${one.name} (to ${asked.title(one.to)}${one.hedge === undefined ? '' : `, ${one.hedge}`})`, 'no services')}.`,
  }
}

export function received(asked: Asked): Reply {
  const role = asked.id('post')
  const answer = servicesTo(asked.org, role)
  const from = ({ from: id }: Service): string => (asked.isUnit(id) ? asked.unit(id) : asked.title(id))
  return {
    query: 'servicesTo',
    arguments: [role],
    answer,
    because: servicesAsReasons(answer),
    text: `${asked.titleOf('post')} receives ${list(answer, (one) => `${one.name} (from ${from(one)})`, 'no services')}.`,
  }
}

export function unitCount(asked: Asked): Reply {
  const answer = unitsOf(asked.org).length
  return {
    query: 'unitsOf',
    arguments: [],
    part: ['length'],
    answer,
    text: `The chart has ${String(answer)} ${answer === 1 ? 'unit' : 'units'}.`,
  }
}

export function allUnits(asked: Asked): Reply {
  const answer = unitsOf(asked.org)
  return {
    query: 'unitsOf',
    arguments: [],
    answer,
    text: `Units: ${asked.units(answer)}.`,
  }
}
