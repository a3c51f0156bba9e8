import { bag, type Gist, row, SPEAKER } from './rule.js'

/** What questions about units, and about who holds what, ask. */
export const placeRules: readonly Gist[] = [
  bag({ need: 'headof', names: 1, kinds: 'aUnit', may: 'people team there work boss', say: 'who heads $1' }),
  bag({ need: 'boss', names: 1, kinds: 'aUnit', may: 'people team there', not: 'in', say: 'who heads $1' }),
  bag({
    need: 'unit',
    names: 1,
    kinds: 'aRole aPerson aThing',
    may: `${SPEAKER} belong work team`,
    say: 'which unit is $1 in',
  }),
  row('wh (?:team|unit) (?:is|do)* name (?:belong|work)?', 'which unit is $1 in'),
  bag({
    need: 'many role',
    names: 1,
    kinds: 'aUnit',
    may: 'belong member work',
    say: 'how many roles are in $1',
  }),
  bag({
    need: 'member|belong|work|everyone|people|role',
    names: 1,
    kinds: 'aUnit',
    may: 'team deep',
    say: 'who is in $1',
  }),
  bag({ need: 'people|namesof share', names: 1, kinds: 'aRole', may: 'hold', say: 'who holds $1' }),
  row('(?:wh|people|is|namesof|and)* hold role? name role?', 'who holds $1'),
  row('wh is role? aRole filled', 'who holds $1'),
  row('(?:wh|is|role)* aRole hold', 'who holds $1'),
  row('(?:is|do)+ people hold? role? aRole role? whoit', 'who holds $1'),
  row('(?:wh|is|do)+ people aRole', 'who holds $1'),
  row('who (?:is|do)* (?:iam|role)* aRole', 'who is the $1'),
  bag({ need: 'namesof', names: 1, kinds: 'aRole', may: 'people hold whose', say: 'who holds $1' }),
  row('name (?:is|do)* hold (?:wh|people)*', 'who holds $1'),
  row('(?:what|is|do)* role (?:is|do)* hold? name (?:hold|work)?', 'what role does $1 hold'),
  row('what role name (?:is|hold|do)', 'what role does $1 hold'),
  row('what name (?:do|hold)', 'what role does $1 hold'),
  row("(?:what|is|do)* name 's? role", 'what role does $1 hold'),
]
