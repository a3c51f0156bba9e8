import { path } from './path-rule.js'
import { bag, type Gist, NOTHING, row } from './rule.js'

/** What questions about two names or more ask. */
export const pairRules: readonly Gist[] = [
  // Who is below two, not above them.
  row('wh is? (?:reportto|under|fallunder)+ both? name and name both?', NOTHING),
  bag({
    need: 'both|share boss|above|sitabove|manage|headof|reportto',
    names: 2,
    may: 'and lowest between people everyone same boss uptop',
    say: 'who is the common boss of $1 and $2',
  }),
  bag({
    need: 'lowest boss|people|role above|sitabove|share',
    names: 2,
    may: 'and between both and same',
    say: 'who is the common boss of $1 and $2',
  }),
  bag({
    need: 'wh both|share|everyone boss|above|sitabove',
    names: 3,
    may: 'and lowest between people role same',
    say: 'common boss of $1 and $2 and $3',
  }),
  bag({
    need: 'both under|fallunder|reportto',
    names: 2,
    may: 'and lowest boss share people role same deep',
    say: 'who is the common boss of $1 and $2',
  }),
  bag({
    need: 'higher grade',
    names: 2,
    may: 'and or between people hold',
    say: 'who has the higher grade $1 or $2',
  }),
  bag({
    need: 'higher or|between|wh',
    names: 2,
    may: 'and people hold chain',
    say: 'which is higher $1 or $2',
  }),
  bag({
    need: 'lower or|between|wh',
    names: 2,
    may: 'and people hold chain',
    say: 'which is lower $1 or $2',
  }),
  row('(?:isit|is|do)+ name is? direct (?:above|sitabove) name', 'is $1 directly above $2'),
  row('(?:isit|is|do)+ name (?:is|there)* (?:above|sitabove|superior|headof) to? name', 'is $1 above $2'),
  row(
    '(?:isit|is|do)+ name (?:is|there)* direct? (?:manage|boss) to? name directly?',
    'is $1 the boss of $2',
  ),
  row('name (?:is|there)+ (?:above|sitabove|superior) name', 'is $1 above $2'),
  row('name (?:is|there)+ direct? (?:boss|manage) name', 'is $1 the boss of $2'),
  row('(?:isit|is|do)+ name is? higher to? name chain', 'is $1 above $2'),
  row('(?:isit|is|do)+ name is? lower to? name chain', 'is $2 above $1'),
  row('(?:isit|is|do)+ name is? higher to? name', 'is $1 higher than $2'),
  row('(?:isit|is|do)+ name is? lower to? name', 'is $1 lower than $2'),
  row('(?:isit|is|do)+ name (?:is|there)* straight name', 'does $1 report directly to $2'),
  row(
    '(?:isit|is|do)+ name (?:is|there)* direct (?:under|fallunder|reportto|managedby) name',
    'does $1 report directly to $2',
  ),
  row(
    '(?:isit|is|do)+ name (?:is|there)* (?:under|fallunder|reportto|managedby) name directly',
    'does $1 report directly to $2',
  ),
  row('(?:isit|is|do)+ name (?:is|there)* managedby name', 'does $1 report directly to $2'),
  row('(?:isit|is|do)+ name (?:is|there)* direct? directs to? name', 'does $1 report directly to $2'),
  row('(?:isit|is|do)+ name name (?:there|iam)* direct? directs', 'does $2 report directly to $1'),
  row("(?:isit|is|do)+ name name 's direct? directs", 'does $1 report directly to $2'),
  row('(?:isit|is|do)+ name and name (?:share|both)* same? boss', 'do $1 and $2 have the same manager'),
  row(
    '(?:isit|is|do)+ name and name both? (?:reportto|under|fallunder) same (?:boss|people|role)?',
    'do $1 and $2 have the same manager',
  ),
  row('(?:isit|is|do)+ name and name peer', 'are $1 and $2 peers'),
  row(
    '(?:isit|is|do)+ name (?:is|there)* (?:under|fallunder|reportto|rollup) name deep?',
    'does $1 report to $2',
  ),
  row("(?:isit|is|do)+ name name 's chain", 'is $1 above $2'),
  row('(?:isit|is|do)+ name name (?:there)? (?:under|reports|fallunder|chain)', 'is $1 above $2'),
  path,
]
