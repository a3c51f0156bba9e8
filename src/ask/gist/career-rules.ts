import { bag, type Gist, row, SPEAKER } from './rule.js'

/** What questions about what comes before or after one role ask. */
export const careerRules: readonly Gist[] = [
  row(
    '(?:towhom|wh|from|where)* from wh role? (?:do|people|ours|want|to)* (?:next|become|feeder|gotto|go) to? name',
    'which roles lead to $1',
  ),
  row(
    'where (?:do|people|ours|want)* (?:next|become|feeder|feedverb|gotto|go|hold) to? name from',
    'which roles lead to $1',
  ),
  row('from? (?:wh|where) role? (?:do|people|ours|want)* feedverb name from?', 'which roles lead to $1'),
  bag({
    need: 'feeder',
    names: 1,
    may: 'path people before become want someday from',
    say: 'which roles lead to $1',
  }),
  row(
    '(?:wh|role|is|do|people|hold|want|become|there)* before (?:people|there|want)* (?:become|iam)? name',
    'which roles lead to $1',
  ),
  row('(?:wh|where|role|do|is|people)* name comefrom', 'which roles lead to $1'),
  row('(?:wh|where|role|do|is|people)* comefrom to? become name', 'which roles lead to $1'),
  row('(?:wh|role|do|is|people)* nextto name from', 'which roles lead to $1'),
  row('(?:how|path) (?:do|me|people|want|to)* become name', 'which roles lead to $1'),
  bag({
    need: 'next',
    names: 1,
    may: `${SPEAKER} after become want nextword from people else go 's path where`,
    say: 'what comes after $1',
  }),
  row('(?:wh|role|where|do|people|want|ours|next)* name (?:want|people|next)* nextto', 'what comes after $1'),
  bag({
    need: 'after become|go|gotto|nextword',
    names: 1,
    may: `${SPEAKER} want people where else`,
    say: 'what comes after $1',
  }),
  bag({
    need: 'where go|gotto',
    names: 1,
    may: `${SPEAKER} want people nextword from`,
    say: 'what comes after $1',
  }),
  bag({
    need: 'nextword become|go|gotto',
    names: 1,
    may: `${SPEAKER} want people where`,
    say: 'what comes after $1',
  }),
  row('(?:wh|is|role)* after name', 'what comes after $1'),
  row('(?:wh|want|where|role)* name (?:do|go|become|want)* nextword', 'what comes after $1'),
]
