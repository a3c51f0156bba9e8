import { headOf, managerOf, membersOf, type Org, roleOf } from 'rolegraph'
import {
  answer,
  type Answer,
  type Authority,
  type PaySurvey,
  payOf,
  type PmoOrg,
  pmoOrg,
  type PmoRoleFacts,
  type PmoRoleId,
  pmoRoles,
  pmoRolesBy,
  type PmoUnitId,
  pmoVariants,
  type QuestionId,
  type questions,
  type SourceCode,
  type sources,
} from 'rolegraph/pmo'
import { assertType, describe, expectTypeOf, test } from 'vitest'

const enterprise = pmoOrg({ authority: 'controlling', scope: 'enterprise' })
const plain = pmoOrg({ authority: 'directive' })

describe('pmoOrg', () => {
  test('has typed roles and the units of its scope', () => {
    expectTypeOf(enterprise).toEqualTypeOf<Org<PmoRoleId, 'pmo' | 'enterprise-pmo', PmoRoleFacts>>()
    expectTypeOf(plain).toEqualTypeOf<Org<PmoRoleId, 'pmo', PmoRoleFacts>>()
    expectTypeOf(pmoOrg({ authority: 'directive', scope: 'divisional' })).toEqualTypeOf(plain)
    expectTypeOf(pmoOrg({ authority: 'directive', scope: 'program' })).toEqualTypeOf(
      pmoOrg({ authority: 'directive', scope: 'programme' }),
    )
    expectTypeOf(pmoOrg(pmoVariants()[0])).toExtend<Org<PmoRoleId, PmoUnitId, PmoRoleFacts>>()
    expectTypeOf<PmoOrg<'enterprise'>>().toEqualTypeOf(enterprise)
  })

  test('rejects unknown ids', () => {
    expectTypeOf(managerOf(plain, 'pmo')).toEqualTypeOf<PmoRoleId | undefined>()
    // @ts-expect-error a role of another model
    managerOf(plain, 'scrum-master')
    // @ts-expect-error a typo in a role
    managerOf(plain, 'pmo-managr')
    // @ts-expect-error a unit of another scope
    headOf(plain, 'enterprise-pmo')
    // @ts-expect-error a unit of another scope
    membersOf(enterprise, 'portfolio-office')
    headOf(enterprise, 'enterprise-pmo')
  })

  test('rejects unknown options', () => {
    // @ts-expect-error no such authority
    pmoOrg({ authority: 'lenient' })
    // @ts-expect-error no such scope
    pmoOrg({ authority: 'directive', scope: 'department' })
    // @ts-expect-error an authority is needed
    pmoOrg({ scope: 'enterprise' })
    // @ts-expect-error no source has that line
    pmoOrg({ authority: 'directive', managers: { 'pmo-director': 'sponsor' } })
    // @ts-expect-error nothing to choose
    pmoOrg({ authority: 'directive', managers: { sponsor: 'pmo-director' } })
    pmoOrg({ authority: 'directive', managers: { 'pmo-director': 'functional-executive' } })
  })

  test('types the facts of a role', () => {
    expectTypeOf(roleOf(plain, 'planner').data).toEqualTypeOf<PmoRoleFacts | undefined>()
    expectTypeOf(roleOf(plain, 'planner').unit).toEqualTypeOf<'pmo' | undefined>()
  })
})

describe('the catalogue', () => {
  test('has literal ids', () => {
    expectTypeOf<keyof typeof pmoRoles>().toEqualTypeOf<PmoRoleId>()
    expectTypeOf<keyof typeof sources>().toEqualTypeOf<SourceCode>()
    expectTypeOf<keyof typeof questions>().toEqualTypeOf<QuestionId>()
    // @ts-expect-error no such skill
    pmoRolesBy({ skill: 'juggling' })
    // @ts-expect-error no such role
    payOf('pmo')
    // @ts-expect-error the tables are read-only
    pmoRoles.planner.grade = 10
  })
})

describe('answer', () => {
  test('has the verdict of its question', () => {
    expectTypeOf(answer('does-a-project-manager-report-to-the-pmo').verdict).toEqualTypeOf<
      'yes' | 'dotted at most' | 'no' | 'depends'
    >()
    expectTypeOf(answer('which-is-higher-pmo-or-pm').verdict).toEqualTypeOf<'pmo' | 'pm' | 'neither'>()
    expectTypeOf(answer('what-does-pmo-work-pay').verdict).toEqualTypeOf<PaySurvey>()
    expectTypeOf(answer('what-is-the-highest-position-in-a-pmo').verdict).toEqualTypeOf<PmoRoleId>()
    expectTypeOf(answer('which-kinds-of-pmo-are-there').verdict.byAuthority).toEqualTypeOf<
      readonly Authority[]
    >()
    assertType<Answer<'what-is-a-pmo'>>(answer('what-is-a-pmo', { scope: 'enterprise' }))
  })

  test('rejects unknown questions and options', () => {
    // @ts-expect-error no such question
    answer('what-is-love')
    // @ts-expect-error no such authority
    answer('what-is-a-pmo', { authority: 'lenient' })
  })
})
