import { defineOrg, isOrgError, managementChainOf, managerOf, OrgError } from 'rolegraph'
import { handleOf, isAbove } from 'rolegraph/handles'
import { pmoOrg } from 'rolegraph/pmo'
import { toText } from 'rolegraph/render'
import { makeOrg, toHaveSingleTop } from 'rolegraph/testing'

export const org = defineOrg({
  roles: { cpo: {}, director: { reportsTo: 'cpo' }, analyst: { reportsTo: 'director' } },
})

// @ts-expect-error there is no role analist
export const ask = (): unknown => managerOf(org, 'analist')

export const answers = [managerOf(org, 'analyst'), managementChainOf(org, 'analyst').join()].join(' ')
if (answers !== 'director director,cpo') throw new Error(`wrong answers: ${answers}`)

try {
  ask()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (!(error instanceof OrgError) || !isOrgError(error, 'UNKNOWN_ROLE')) throw error
}

if (managerOf(pmoOrg({ authority: 'supportive' }), 'project-manager') !== 'functional-manager') {
  throw new Error('wrong answer for the office')
}

if (toText(org) !== 'cpo\n└─ director\n   └─ analyst') throw new Error('wrong picture')

if (!toHaveSingleTop(makeOrg({ roles: 30 })).pass) throw new Error('a generated org has more than one top')

if (!isAbove(org, handleOf(org, 'cpo'), handleOf(org, 'analyst'))) throw new Error('wrong answer by handle')
