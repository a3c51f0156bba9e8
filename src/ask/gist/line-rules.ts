import { bag, type Gist, NOTHING, row, SPEAKER } from './rule.js'

/** What questions about who is above, below or beside one name ask. */
export const lineRules: readonly Gist[] = [
  bag({
    need: 'peer',
    names: 1,
    may: `${SPEAKER} people level else work team everyone direct from`,
    say: 'who are the peers of $1',
  }),
  bag({
    need: 'peer same|share boss',
    names: 1,
    may: `${SPEAKER} people under share level else work team everyone direct 's from with`,
    say: 'who are the peers of $1',
  }),
  bag({
    need: 'share|same boss',
    names: 1,
    may: `${SPEAKER} people else under reportto level everyone layer team direct from 's work`,
    say: 'who are the peers of $1',
  }),
  bag({
    need: 'same level boss',
    names: 1,
    may: `${SPEAKER} people else under everyone share`,
    say: 'who are the peers of $1',
  }),

  row("(?:wh|is)* boss? name 's boss 's boss", "who is $1 's manager 's manager"),
  row("(?:wh|is)* boss name 's boss", "who is $1 's manager 's manager"),
  bag({ need: 'chain down', names: 1, may: `deep everyone people reports`, say: 'who is below $1' }),
  bag({
    need: 'chain',
    names: 1,
    may: `${SPEAKER} above uptop deep boss everyone people 's`,
    say: 'what is the chain of command above $1',
  }),
  bag({
    need: 'uptop above|boss|sitabove',
    names: 1,
    may: `${SPEAKER} everyone deep people and 's`,
    say: 'what is the chain of command above $1',
  }),
  row(
    '(?:wh|is|people|role)* (?:everyone|boss|role) above name uptop?',
    'what is the chain of command above $1',
  ),

  row('(?:wh|towhom|is|do)* role? name (?:reportto|report|fallunder)', 'who does $1 report to'),
  row('(?:wh|boss)* role? name fallunder', 'who does $1 report to'),
  row('name (?:reportto|report) (?:wh|towhom)', 'who does $1 report to'),
  row('(?:whose|wh) reports (?:is|do)* name', 'who does $1 report to'),
  row(
    '(?:towhom|whose) (?:is|do)* role? name (?:reportto|report|fallunder|work|reports)?',
    'who does $1 report to',
  ),
  // Whether Ada is the boss, of whom it does not say: not who her boss is.
  row('(?:isit|is|do)+ name (?:direct|there)* boss', NOTHING),
  bag({
    need: 'boss',
    names: 1,
    may: `${SPEAKER} direct from people`,
    not: 'in',
    say: 'who is the boss of $1',
  }),
  row('wh? role? manage name', 'who manages $1'),

  bag({
    need: 'reports|report|reportto deep|down',
    names: 1,
    may: "people everyone under rollup direct 's",
    say: 'who is below $1',
  }),
  // "Who is under the CFO? I need direct reports."
  bag({
    need: 'directs under|fallunder',
    names: 1,
    may: 'people everyone work there',
    say: 'who reports to $1',
  }),
  bag({
    need: 'under|fallunder|rollup',
    names: 1,
    may: "people everyone deep down work there 's reports report",
    say: 'who is below $1',
  }),
  bag({ need: 'rollup', names: 1, may: 'people everyone deep', say: 'who is below $1' }),
  bag({
    need: 'direct under|fallunder',
    names: 1,
    may: 'people everyone work namesof',
    say: 'who reports to $1',
  }),
  bag({ need: 'reports', names: 1, may: "people everyone direct 's", say: 'who reports to $1' }),
  row(
    '(?:wh|role|people|everyone|is)* (?:reportto|managedby) (?:direct|to)* (?:me|iam)* name direct?',
    'who reports to $1',
  ),
  row('name (?:is|do)* (?:wh|role|people)+ reportto there', 'who reports to $1'),
  row('(?:wh|is|do)* people? name manage direct?', 'who does $1 manage'),
]
