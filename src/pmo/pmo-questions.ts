import { ask, type AskQuestion, type Because, type Reply } from '../ask/index.js'
import { answerById, type AnswerOptions } from './answer-by-id.js'
import { QUESTION_IDS, type QuestionId, questions } from './data/questions.js'
import { optionsOfChart, pmoOrg } from './pmo-org.js'

const PMO = '[a|an|the] (pmo|pmos|project management office|project management offices|pm office)'
const PM = '[a|an|the] (pm|pms|project manager|project managers)'
const IS = "(is|are|'s|'re)"
const WORK = '[work|jobs|job|role|roles|position|career|people|professional|professionals]'
const HIGHER =
  '(higher|more senior|senior|superior|above|on top|bigger|higher up|more important|higher ranked)'

/** How each of the sixteen questions is asked, in the notation of `rolegraph/ask`. */
const ASKED: { readonly [Q in QuestionId]: readonly string[] } = {
  'which-is-higher-pmo-or-pm': [
    `(which|who|what) [one|of the two] [${IS}|ranks] [the] ${HIGHER} [in rank|in the hierarchy|position|role] [between|of] (${PMO} (or|and|vs|versus) ${PM}|${PM} (or|and|vs|versus) ${PMO})`,
    `${IS} (${PMO} ${HIGHER} [than|to] ${PM}|${PM} ${HIGHER} [than|to] ${PMO})`,
    `${PMO} (or|vs|versus) ${PM} (which|who) [one] ${IS} ${HIGHER}`,
    `${PM} (or|vs|versus) ${PMO} (which|who) [one] ${IS} ${HIGHER}`,
  ],
  'is-the-pmo-below-the-project-manager': [
    `${IS} ${PMO} (below|under|beneath|lower than|subordinate to|junior to|inferior to|ranked below) ${PM}`,
    `(does|do) ${PMO} (report to|rank below|sit below|work under|work for) ${PM}`,
  ],
  'what-is-a-pmo': [
    `(what|what exactly) ${IS} ${PMO} [exactly]`,
    `what (does|do) ${PMO} (mean|stand for)`,
    `(define|explain|describe) ${PMO}`,
    `[what ${IS}] [the] (definition|meaning) of ${PMO}`,
    `${PMO} (definition|meaning)`,
  ],
  'how-do-a-program-manager-and-a-pmo-relate': [
    `how (do|does|${IS}) [a|an|the] (program manager|programme manager|program managers|programme managers|pgm) and ${PMO} (relate|related|connected|connect|work together|fit together) [to each other]`,
    `how (do|does|${IS}) ${PMO} and [a|an|the] (program manager|programme manager|program managers|programme managers|pgm) (relate|related|connected|connect|work together|fit together) [to each other]`,
    `how (do|does|${IS}) [a|an|the] (program manager|programme manager|program managers|pgm) (relate|related|connected) to ${PMO}`,
    `[what ${IS}] [the] (relationship|relation|connection) between [a|an|the] (program manager|programme manager|program managers|pgm) and ${PMO}`,
    `[what ${IS}] [the] (relationship|relation|connection) between ${PMO} and [a|an|the] (program manager|programme manager|program managers|pgm)`,
  ],
  'what-is-pmo-level': [
    `(what|which) ${IS} [the] pmo level`,
    `(what|which) level ${IS} ${PMO} [at|on]`,
    `(at|on) (what|which) level ${IS} ${PMO}`,
    `[what ${IS}] [the] level of ${PMO}`,
    `what (does|do) pmo level mean`,
  ],
  'can-a-pmo-become-a-project-manager': [
    `can ${PMO} ${WORK} (become|be|turn into|move to|move into|lead to|go on to be|get to be|progress to) ${PM}`,
    `can (i|you|someone|somebody|people|one) (become|be) ${PM} (from|after working in|after|through|coming from|out of) ${PMO} ${WORK}`,
    `can (i|you|someone|somebody|people|one) (move|go|progress|switch) from ${PMO} ${WORK} to ${PM}`,
  ],
  'is-pmo-a-senior-position': [
    `${IS} ${PMO} ${WORK} [considered] [a] senior [position|role|job|level|post]`,
    `how senior ${IS} ${PMO} ${WORK}`,
  ],
  'who-does-a-pmo-report-to': [
    `(who|whom|to whom) (does|do) ${PMO} [usually|typically|normally] (report|answer) [to]`,
    `(who|whom) ${IS} ${PMO} (reporting to|accountable to|answerable to)`,
    `(who|whom) ${PMO} (reports|report) to`,
    `${PMO} (reports|report) to (who|whom)`,
    `where (does|do) ${PMO} report`,
  ],
  'what-does-pmo-work-pay': [
    `(what|how much) (does|do|can) ${PMO} ${WORK} (pay|earn|make) [a year|per year|annually|in london]`,
    `[what ${IS}] [the] [average|typical] (salary|pay|salaries|wage|wages) (of|for|in) ${PMO} ${WORK}`,
    `[what ${IS}] ${PMO} ${WORK} (salary|pay|salaries|wages)`,
    `how (well|much) (does|do) ${PMO} ${WORK} pay`,
  ],
  'what-comes-after-coordinator': [
    `(what|which role|which position) (comes|come|is) [next] after [a|the] [pmo|being a] coordinator [in a pmo|in the pmo|position|role]`,
    `what ${IS} [the] next [step|role|position|move|job] (after|for|from|above) [a|the|being a] [pmo] coordinator [in a pmo|in the pmo|position|role]`,
    `what (can|does|may) [a|the] [pmo] coordinator (become|become next|move on to|progress to)`,
  ],
  'what-is-the-highest-position-in-a-pmo': [
    `(what|which|who) ${IS} [the] (highest|top|most senior) [position|role|job|post|title] (in|of|within|at) ${PMO}`,
    `[the] (highest|top|most senior) (position|role|job|post|title) (in|of|within|at) ${PMO}`,
    `who ${IS} at the top of ${PMO}`,
  ],
  'how-does-a-pmo-support-a-pm': [
    `(how|in what way|in which way) (does|do|can|could) ${PMO} (support|help|assist|serve) ${PM}`,
    `what (support|help|services|assistance) (does|do) ${PMO} (give|provide|offer) [to] ${PM}`,
    `what (does|do|can) ${PMO} (do|provide|offer) (for|to) ${PM}`,
    `what (support|help|services) (does|do) ${PM} (get|receive) from ${PMO}`,
  ],
  'does-a-project-manager-report-to-the-pmo': [
    `(does|do) ${PM} [usually|typically|normally] report [directly] [in] to ${PMO}`,
    `${IS} ${PM} (reporting to|under|below|managed by) ${PMO}`,
    `${PM} report to ${PMO}`,
  ],
  'is-pmo-a-good-career-option': [
    `${IS} ${PMO} ${WORK} [a] (good|great|lucrative|worthwhile|sensible) [career] (option|choice|path|career|job|move)`,
    `${IS} [working in] ${PMO} ${WORK} [a] (good|great|lucrative|worthwhile) [career|idea]`,
    `${IS} it (good|worthwhile|worth it) to work in ${PMO}`,
  ],
  'who-should-lead-a-pmo': [
    `(who|which person|what kind of person|what sort of person) (should|ought to|must|can|could) (lead|head|run|manage|be in charge of) ${PMO}`,
    `(who|what kind of person) ${IS} (best|right|suited|the right person) to (lead|run|head|manage) ${PMO}`,
    `what should (the head|the leader|the person who leads|someone who leads) [of] ${PMO} know`,
  ],
  'which-kinds-of-pmo-are-there': [
    `(which|what) (kinds|types|sorts|kind|type|forms) of ${PMO} ${IS} [there]`,
    `(which|what) ${IS} [the] [different|three|main] (kinds|types|sorts|forms) of ${PMO}`,
    `(what|which) ${PMO} (types|kinds) ${IS} there`,
    `[what ${IS}] [the] [different|main] (kinds|types|sorts) of ${PMO}`,
    `how many (kinds|types|sorts) of ${PMO} ${IS} there`,
  ],
}

/**
 * The sixteen questions of {@link questions} as rows for `ask`: `ask(pmoOrg(…), words, { questions: pmoQuestions })`.
 *
 * They are answered only for charts made by {@link pmoOrg}, under the kind of office of the chart. For any other org, the
 * words mean what they mean without these rows, since the reference model says nothing about that org.
 */
export const pmoQuestions: readonly AskQuestion[] = Object.freeze(
  QUESTION_IDS.map((id): AskQuestion => ({
    query: 'answer',
    patterns: ASKED[id],
    example: questions[id].asked,
    answer: ({ org }) => {
      const options = optionsOfChart(org)
      return options === undefined ? undefined : replyTo(id, options)
    },
  })),
)

function replyTo(id: QuestionId, options: AnswerOptions): Reply {
  const { verdict, lines, moves, services, text } = answerById(id, options)
  const because: Because[] = [
    ...lines.map((line) => ({ kind: 'line', line }) as const),
    ...moves.map((move) => ({ kind: 'move', move }) as const),
    ...services.map((service) => ({ kind: 'service', service }) as const),
  ]
  return { query: 'answer', arguments: [id, options], answer: verdict, because, text }
}

/** The question that words ask, if they are one of the sixteen. */
export function questionInWords(words: string): QuestionId | undefined {
  const result = ask(pmoOrg({ authority: 'controlling' }), words, { questions: pmoQuestions })
  if (!result.ok || result.query !== 'answer') return undefined
  return QUESTION_IDS.find((id) => id === result.arguments[0])
}

/** The question that shares the most words with a text. */
export function nearestQuestion(words: string): string {
  const told = new Set(lettersOf(words))
  const shared = (id: QuestionId): number =>
    lettersOf(questions[id].asked).filter((word) => told.has(word)).length
  const [best] = QUESTION_IDS.toSorted((a, b) => shared(b) - shared(a))
  return questions[best].asked
}

function lettersOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}
