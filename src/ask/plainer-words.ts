import { addToList } from '../internal.js'
import { phrasesIn } from './words.js'

/** Words that mean the same as others, which patterns have. */
export interface Plainer {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

const UNDER = 'under|below|beneath|underneath'.split('|')

/** Words of patterns, with others that mean the same. */
const SYNONYMS: readonly (readonly [plain: string, others: string])[] = [
  ['directly', 'straight|immediately|right away'],
  ['report to', 'answer up to|are accountable to|are answerable to|are reporting to|be reporting to'],
  ['reports to', 'is accountable to|is answerable to|is reporting to'],
  ['report directly to', 'come directly under'],
  ['reports directly to', 'comes directly under|works directly for|works directly under'],
  ['reporting to', 'accountable to|answerable to|answering to'],
  [
    'manages',
    'line manages|line-manages|is line managing|is commanding|commands|is managing|is running|is leading|is heading|is heading up|is supervising|is in command of|has charge of|takes charge of|is the line manager of|is the line manager for|is boss of|is manager of|rules over',
  ],
  ['manage', 'line manage|line-manage|have charge of|be in charge of|be managing|have under'],
  ['managed by', 'line managed by|line-managed by|reporting into'],
  [
    'do we have',
    'have we got|have you got|do you have|do i have|do they have here|have we|we have got|we got',
  ],
  ['there are', "there're"],
  [
    'role',
    'kinds of jobs|kinds of job|kinds of role|kinds of roles|types of job|types of jobs|types of role|types of roles|sorts of jobs|sorts of roles|job titles|opening',
  ],
  [
    'vacant',
    'currently without an incumbent|not filled|not taken|not occupied|not staffed|yet to be filled|still to be filled|waiting to be filled|to be filled|to fill',
  ],
  [
    'vacant roles',
    'jobs going|roles going|posts going|positions going|jobs available|roles available|positions available|jobs up for grabs|gaps',
  ],
  [
    'holds',
    'is occupying|is filling|is holding|is covering|is performing|is doing|is making|currently has|is employed as|is down as|is down for',
  ],
  ['people', 'bodies|members of staff|persons|workers|team members'],
  ['all', 'all of the|all our|the complete set of'],
  [
    'above',
    'up the line from|up the chain from|further up than|higher up than|further up the tree than|higher in the chart than|higher in the hierarchy than',
  ],
  ['how many people', 'how much people|how many persons|how much persons'],
  ['how many', 'what is the number of|what number of|how large a number of'],
  ['', 'actually|in your view|if i may ask|if you know|as it stands|as things stand|roughly'],
]

/** By their first word, the longest first. */
export const PLAINER: ReadonlyMap<string, readonly Plainer[]> = byFirstWord([
  ...SYNONYMS.flatMap(([plain, others]) =>
    phrasesIn(others).map((from) => ({ from, to: plain === '' ? [] : plain.split(' ') })),
  ),
  ...[
    'come',
    'comes',
    'coming',
    'fall',
    'falls',
    'falling',
    'hang',
    'hangs',
    'hanging',
    'live',
    'lives',
    'rank',
    'ranks',
    'sitting',
    'working',
    'is working',
    'are working',
    'is sitting',
    'are sitting',
    'are placed',
    'is placed',
    'nested',
  ].flatMap((verb) =>
    ['', ' anywhere', ' somewhere'].flatMap((where) =>
      UNDER.map((under) => ({ from: `${verb}${where} ${under}`.split(' '), to: ['are', 'below'] })),
    ),
  ),
])

function byFirstWord(all: readonly Plainer[]): Map<string, Plainer[]> {
  const found = new Map<string, Plainer[]>()
  for (const one of [...all].sort((a, b) => b.from.length - a.from.length)) addToList(found, one.from[0], one)
  return found
}
