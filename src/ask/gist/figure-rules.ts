import { bag, type Gist, row, SPEAKER } from './rule.js'

/** What questions about the dotted lines, vacancies and figures of one name ask. */
export const figureRules: readonly Gist[] = [
  row('wh? role? dotted to wh? name', 'who reports to $1 by a dotted line'),
  bag({
    need: 'dotted boss',
    names: 1,
    may: `iam me people reportto line else detect`,
    say: 'who are the dotted-line managers of $1',
  }),
  bag({
    need: 'dotted reports',
    names: 1,
    may: 'role people direct',
    say: 'who reports to $1 by a dotted line',
  }),
  row('(?:wh|role|people|everyone)* reportto name dotted', 'who reports to $1 by a dotted line'),
  row(
    '(?:wh|towhom|do|is)* name dotted (?:to|wh|and|towhom|reportto|people)*',
    'who are the dotted-line managers of $1',
  ),
  row(
    '(?:wh|towhom|do|is)* name (?:reportto|report) dotted (?:to|wh)*',
    'who are the dotted-line managers of $1',
  ),

  bag({
    need: 'many vacant|vacancy',
    names: 1,
    may: 'under fallunder deep reports team belong',
    say: 'how many roles below $1 are vacant',
  }),
  row('(?:is|do) role? name role? vacant', 'is $1 vacant'),
  row('(?:is|do) role? name role? filled', 'is $1 filled'),
  bag({
    need: 'vacant|vacancy',
    names: 1,
    kinds: 'aUnit',
    may: 'people team belong deep under member there work everyone',
    say: 'which roles in $1 are vacant',
  }),
  bag({
    need: 'vacant|vacancy under|fallunder|deep|team|reports|in',
    names: 1,
    may: 'people belong me there everyone direct reportto',
    say: 'which roles below $1 are vacant',
  }),
  row('(?:wh|role)* vacant name', 'vacancies below $1'),

  bag({ need: 'grade', names: 1, may: `${SPEAKER} howhigh level detect hold`, say: 'what grade is $1' }),
  bag({
    need: 'layer',
    names: 1,
    may: `${SPEAKER} detect above work howdeep go belong`,
    say: 'which layer is $1 in',
  }),
  bag({ need: 'howdeep', names: 1, may: `${SPEAKER} under`, say: 'which layer is $1 in' }),
  bag({ need: 'level chart', names: 1, may: `${SPEAKER} work`, say: 'which layer is $1 in' }),
  bag({
    need: 'fte',
    names: 1,
    may: 'many deep people work everyone team detect',
    say: 'how many fte are in $1',
  }),
  bag({ need: 'seat filled', names: 1, may: 'many deep people', say: 'how many seats does $1 have' }),
  bag({ need: 'many seat', names: 1, may: 'deep people filled', say: 'how many seats does $1 have' }),
  bag({
    need: 'cost under|everyone|deep|team',
    names: 1,
    may: "howmuch people there fallunder 's together",
    say: 'what does $1 and everyone below cost',
  }),
  bag({ need: 'cost', names: 1, may: 'howmuch people everyone', say: 'what is the total cost of $1' }),
  bag({ need: 'span', names: 1, may: `${SPEAKER} howbig 's`, say: 'what is the span of $1' }),
  bag({
    need: 'many directs under|fallunder',
    names: 1,
    may: 'people work there everyone',
    say: 'how many direct reports does $1 have',
  }),
  bag({
    need: 'many under|fallunder|rollup',
    names: 1,
    may: 'people deep down work everyone reports direct',
    say: 'how many roles are below $1',
  }),
  bag({
    need: 'many direct reportto|manage|reports|under|fallunder',
    names: 1,
    may: 'people work there',
    say: 'how many direct reports does $1 have',
  }),
  bag({ need: 'many reports', names: 1, may: 'people', say: 'how many direct reports does $1 have' }),
  bag({
    need: 'many people',
    names: 1,
    kinds: 'aUnit',
    may: 'work belong deep team detect headcount',
    say: 'how many people are in $1',
  }),
  bag({ need: 'headcount', names: 1, may: 'people work many deep team howbig', say: 'headcount of $1' }),
  bag({ need: 'howbig', names: 1, kinds: 'aUnit', may: 'team people', say: 'how big is $1' }),
]
