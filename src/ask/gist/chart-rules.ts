import { bag, type Gist, row } from './rule.js'

/** What questions that name nothing ask. */
export const chartRules: readonly Gist[] = [
  bag({ need: 'many vacant|vacancy', may: 'role people seat deep', say: 'how many roles are vacant' }),
  bag({
    need: 'vacancy',
    may: 'vacant work everyone people deep where seat else',
    say: 'which roles are vacant',
  }),
  bag({
    need: 'vacant role|everyone|seat',
    may: 'work people deep where else',
    say: 'which roles are vacant',
  }),
  bag({ need: 'hiring ours', may: 'people everyone', say: 'which roles are vacant' }),
  bag({
    need: 'cycle wh|is|do|line|chain|detect|reportto|report|reports',
    may: 'line chain detect report reportto role reports everyone',
    say: 'are there any cycles',
  }),
  bag({ need: 'amiss chart|everyone', may: 'detect line deep', say: 'are there any problems' }),
  bag({ need: 'problem', may: 'detect line chain deep', say: 'are there any problems' }),
  bag({ need: 'acting', may: 'hold people role everyone', say: 'who is acting' }),
  bag({ need: 'average span', may: 'boss', say: 'what is the average span of control' }),
  bag({
    need: 'average many reports|report',
    may: 'boss people direct detect',
    say: 'what is the average span of control',
  }),
  bag({
    need: 'most span|reports|reportto',
    may: 'boss people everyone role direct detect team there',
    say: 'who has the widest span of control',
  }),
  bag({
    need: 'most team direct',
    may: 'boss people everyone whose reports',
    say: 'who has the widest span of control',
  }),
  bag({
    need: 'most manage people|role|reports',
    may: 'boss direct',
    say: 'who has the widest span of control',
  }),
  bag({ need: 'many layer|level', may: 'deep boss uptop', say: 'how many layers are there' }),
  bag({ need: 'many boss', may: 'deep people detect', say: 'how many managers are there' }),
  bag({ need: 'headcount', may: 'deep people many work', say: 'how many people are there' }),
  bag({ need: 'many people', may: 'deep work detect', say: 'how many people are there' }),
  bag({ need: 'howbig headcount', may: 'deep people', say: 'how many people are there' }),
  bag({ need: 'seat filled', may: 'deep many people everyone', say: 'how many seats are filled' }),
  bag({ need: 'fte', may: 'deep many everyone work people', say: 'how many fte are there' }),
  bag({
    need: 'cost total|deep|everyone',
    may: 'howmuch everyone people role deep',
    say: 'what is the total cost',
  }),
  bag({ need: 'cost chart', may: 'howmuch everyone people role deep', say: 'what is the total cost' }),
  bag({ need: 'entry', may: 'path', say: 'what are the entry roles' }),
  row('(?:wh|from) role? (?:do|want|people|me)* start from?', 'what are the entry roles'),
  row('where (?:do|want|people|me)* start', 'what are the entry roles'),
  bag({ need: 'deadend', may: 'path role', say: 'which roles are dead ends' }),
  bag({ need: 'top', may: 'boss people above deep', not: 'list', say: 'who is at the top' }),
]
