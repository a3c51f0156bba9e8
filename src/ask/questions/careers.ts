import {
  deadEnds,
  entries,
  feeders,
  gap,
  ladder,
  next,
  path,
  pathLength,
  reachable,
  requirements,
} from '../answers/careers.js'
import type { AskQuestion } from '../asked.js'
import { formsOf } from './forms.js'

/** What the path avoids, and over what it goes. */
const LIMITS = ':limits'
const UP = '[up|upwards|all the way|all the way up|on|onwards|up the ladder]'
const ONE = '[a|an|the|:someone]'
const FROM_TO = `from {role1} ${UP} to [become|becoming|being|get to] {role2}`
const TO_FROM =
  '[to|to become|to get to|to reach|to being] {role2} (from|starting as|starting from|coming from|for|starting out as|starting at|(if|when|where) (you|i|we|someone|somebody|one) (start|starts|begin|am|are|is) [out] [as|at|from]|if i am currently|as) [a|an|the] {role1}'
const BECOME =
  '(become|move up to|get to|get to be|progress to|reach|rise to|advance to|end up as|move to|turn into|work up to|be promoted to|make it to|go on to be|work (their|her|his|your|my) way [up] to|make (their|her|his) way [up] to|climb [up] to|one day become|eventually become|go up to|get up to|get promoted to|step up to|grow into|get all the way to|make it [up|all the way] to|be)'

/** Words for the best path by a criterion: before "path", after it, and instead of it. */
interface Best {
  readonly adjective: string
  readonly adverb: string
  readonly noun: string
}

const LEAST = '(fewest|least|minimum|minimal|smallest number of|lowest number of|shortest)'
const FEWEST_STEPS: Best = {
  adjective: '(shortest|best|direct|simplest|easiest|most direct|shortest possible)',
  adverb: `(by steps|[by|in|with|of|taking|using|takes|that takes|which takes] [the] ${LEAST} [number of] (steps|moves|promotions|jobs)|[with|in] as few (steps|moves) as possible)`,
  noun: `${LEAST} [number of] (steps|moves|promotions|jumps)`,
}
const FEWEST_YEARS: Best = {
  adjective: `(fastest|quickest|speediest|fastest possible|quickest possible|shortest in years|shortest in time|quickest in years|fastest in years|${LEAST} (time|years))`,
  adverb: `(by years|by time|by duration|in years|[by|in|with|of|taking|takes|that takes|which takes] [the] ${LEAST} [number of] (years|time)|[with|in] as few years as possible|as (fast|quickly|quick|soon) as possible|counting years [rather than steps|not steps|instead of steps]|measured in years|fastest|quickest|most quickly)`,
  noun: `(fastest|quickest|fastest in years|quickest in years|${LEAST} [number of] (years|time))`,
}

/** A path with the words of a criterion; for the usual one they may be left out. */
function pathPatterns({ adjective, adverb, noun }: Best, isUsual: boolean): string[] {
  const paths = (before: string, after: string): string[] => [
    `:q ${before} :path [up] [to get|to go|to move|to take|to climb|to progress|leading|that leads|there is] ${FROM_TO} ${after} ${LIMITS}`,
    `:q ${before} :path ${after} ${FROM_TO} ${LIMITS}`,
    `:q ${before} :path ${TO_FROM} ${after} ${LIMITS}`,
    `:q ${before} :path {role1} ${UP} to {role2} ${after} ${LIMITS}`,
    `:q ${before} :path for ${ONE} {role1} [to get|to go|to move|to climb|to progress|to rise] ${UP} to [${BECOME}|be] {role2} ${after} ${LIMITS}`,
  ]
  const all = (after: string): string[] => [
    `(how|by which :path|which way|what way|how to) [do|does|can|could|would|should|to|might] ${ONE} [best] :get ${FROM_TO} ${after} ${LIMITS}`,
    `(how|by which :path|how would|how might) (do|does|can|could|would|will) ${ONE} {role1} ${BECOME} {role2} ${after} ${LIMITS}`,
    `(how|by which :path) [do|does|can|could|would|to] ${ONE} (become|get to be|make|be) {role2} (from|starting as|starting from|starting at|if i am|coming from|as) {role1} ${after} ${LIMITS}`,
    `{role1} ${UP} to {role2} [:path] ${after} ${LIMITS}`,
    `:q [career] :path between {role1} and {role2} ${after} ${LIMITS}`,
    `[if|say|suppose|imagine] {role1} (wants to|wanted to|would like to|hopes to|wishes to|dreams of|aims to|is aiming to) [one day|eventually] ${BECOME} {role2} [one day|eventually|some day] ${after} ${LIMITS} (how [do|does|can|could|would|should] (they|he|she|one) (get there|do it|do that|go about it|manage it|make it)|(which|what) (steps|moves|:path|jobs) [would|will|can|could|should|do] (they|he|she|one) (take|follow|need)|what would (that|the) :path (look like|be)|what is the :path|what does (that|the) :path look like)`,
    `how [do|does|can|could|would] {role1} get ${UP} to [be|being|become] {role2} ${after} ${LIMITS}`,
    `:q (route|way|steps|path|moves) {role1} ${UP} to {role2} ${after} ${LIMITS}`,
    `(what|which) (moves|steps|jobs|:role|:path) (does|would|should|must|can|could) ${ONE} {role1} (take|make|need|go through|follow|have to take|need to take) to ${BECOME} {role2} ${after} ${LIMITS}`,
    `how (does|would|can|could) (one|someone|somebody|you) (go|get|move|progress|rise) from {role1} ${UP} to {role2} ${after} ${LIMITS}`,
    `from {role1} ${UP} to {role2} ${after} ${LIMITS}`,
    `i want to :get from {role1} ${UP} to {role2} ${after} ${LIMITS} [which :path|how|what is the :path|which :path should i take|which :path is best]`,
    `(i'm|i am|as) {role1} [and] [i] (want to|would like to|hope to|wish to) ${BECOME} {role2} ${after} ${LIMITS} [how|(which|what) (steps|moves|:path|jobs) [would|will|can|could|should|do] [take me there|i take|get me there|lead there|leads there]]`,
  ]
  const after = isUsual ? `[${adverb}]` : adverb
  return [
    ...paths(isUsual ? `[${adjective}]` : adjective, `[${adverb}]`),
    ...(isUsual
      ? []
      : [
          ...paths(`[${FEWEST_STEPS.adjective}]`, adverb),
          `${adverb} (how|which way) [do|does|can|could|would] ${ONE} :get ${FROM_TO} ${LIMITS}`,
        ]),
    ...all(after),
    `:q ${noun} [:path] ${FROM_TO} ${LIMITS}`,
    `:q ${noun} {role1} ${UP} to {role2} ${LIMITS}`,
    `:q ${isUsual ? `[${adjective}]` : adjective} :path [to get] between {role1} and {role2} ${LIMITS}`,
    `:q ${isUsual ? `(${FEWEST_STEPS.adjective})` : adjective} {role1} ${UP} to {role2} ${LIMITS}`,
  ]
}

/** Questions about what a role requires: of a person, no chart says it. */
function required(noun: string): string[] {
  return [
    `(which|what) (${noun}) :do [a|an|the] {post} (need|require|have to have|call for|need to have|have)`,
    `(which|what) (${noun}) (:is|are) (needed|required|necessary|wanted) (for|of|from|in|by) [being] [a|an|the] {post}`,
    `:q [required|necessary|needed] (${noun}) [required|necessary|needed] (of|for) [a|an|the] {post}`,
    `:q {post} 's [required] (${noun})`,
    `:q {post!} (${noun})`,
  ]
}

/** Questions about careers. */
export const careerQuestions: readonly AskQuestion[] = [
  {
    query: 'careerPath',
    example: 'What is the path from {PMO Coordinator} to {Chief Project Officer}?',
    patterns: [
      ...pathPatterns(FEWEST_STEPS, true),
      `(can|could|may) ${ONE} {role1} [ever|eventually|one day] ${BECOME} {role2} ${LIMITS}`,
      `:is there (a|any) [career] :path ${FROM_TO} ${LIMITS}`,
      `(can|could) ${ONE} :get ${FROM_TO} ${LIMITS}`,
      `(which|what) (steps|moves|jobs|:role) (lead|leads|take you|takes you|bring you|get you) ${FROM_TO} ${LIMITS}`,
    ],
    answer: (asked) => path(asked, 'steps'),
  },
  {
    query: 'careerPath',
    example:
      'What is the fastest path from {PMO Coordinator} to {Chief Project Officer} without {PMO Analyst}?',
    patterns: [
      ...pathPatterns(FEWEST_YEARS, false),
      `(how|what) [:is] [the] (fastest|quickest|fast|quickly|soonest) (can|could|do|does) ${ONE} :get ${FROM_TO} ${LIMITS}`,
    ],
    answer: (asked) => path(asked, 'years'),
  },
  {
    query: 'careerPath',
    example: 'How long does it take from {PMO Coordinator} to {PMO Director}?',
    patterns: [
      'how (long|many years) (does it take|would it take|will it take|do you need|does one need|is it|it takes|should it take|is the path|at least) [to get|to go|to move|to progress|to advance|to rise|to climb] [at least] from {role1} to {role2} [at least|at the fastest]',
      'how (long|many years) from {role1} to {role2}',
      `how (long|many years) [:is it|(does|would|will|might|could) it take] [for] [:someone] ${TO_FROM}`,
      'how (long|many years) (does it take|would it take|will it take) [for] [a|an|the] {role1} to (become|be|get to|reach|make|turn into|get to be|rise to) {role2}',
      'how (long|many years|soon|fast|quickly) (until|before|till|can|could|does) [a|an|the] {role1} [can|could] (become|becomes|be|get to|reach|make|reaches|get to be) {role2}',
      ':q [the] [least|fewest|minimum|minimal|shortest] [number of] (years|time) [it takes|needed|required] [to get] (from|between) {role1} (to|and) {role2}',
    ],
    answer: (asked) => pathLength(asked, 'years'),
  },
  {
    query: 'careerPath',
    example: 'How many steps are there from {PMO Coordinator} to {PMO Director}?',
    patterns: [
      ':howmany (steps|moves|promotions|career steps|career moves|jumps|hops|rungs) [:is it|:is there|does it take|do you need|it takes|:is|away] [to get] (from|between) {role1} (to|and) {role2}',
      `:howmany (steps|moves|promotions|career moves|jumps) [:is it|(does|would|will|might|could) it take] [for] [:someone] ${TO_FROM}`,
      ':howmany (steps|moves|promotions|career moves|jumps) [away] :is {role1} (from|away from) {role2}',
      ':howmany (steps|moves|promotions|career moves) (does it take|would it take|:do) [for] [a|an|the] {role1} (to|need to) (become|reach|get to|be) {role2}',
    ],
    answer: (asked) => pathLength(asked, 'steps'),
  },
  {
    query: 'nextStepsOf',
    example: 'What comes after {PMO Coordinator}?',
    patterns: [
      '(what|which :role|which|who) [:role] (comes|come|follows|follow|goes|is) [next] after {role}',
      '(what|which :role|which) (follows|follow|comes next for|is next for|is next after|comes next after) {role}',
      '(what|what :is|which :is|:q) [the] [possible|usual|typical|likely|available] [career] :nextstep (for|after|from|of|up from|out of|open to) {role}',
      ":q {role} 's [possible|usual|typical|likely|available] [career] :nextstep",
      ...formsOf('[possible|usual|typical|likely|career] :nextstep', 'role'),
      'after [being|becoming|working as] {role} (which|what) [:role|jobs] (come|comes|follow|follows|is) [next]',
      '(what|which) [:role] next after {role}',
      "what 's next (for|after) {role}",
      'what :is next (for|after) {role}',
      '(what|which) :role (can|may|could|might) (follow|come after|come next after) {role}',
      '(what|which :role|what :role|which) (can|could|may|might|does|do|would) [a|an|the] {role} (become|become next|move to|move into|move on to|progress to|advance to|progress into|go on to be|be promoted to|lead to|go to) [next|from there|directly|in one step|in one move]',
      'where (can|could|may|might|does|do|would) [a|an|the] {role} (go|move|progress|advance|lead|go on|head) [to] [next|from there|in one step]',
      'where :do {role} lead [to]',
      '(what|which) :role (is|are) (open to|next for|one step up from|one step from|one move from|one move away from) {role}',
      'where (can|could|do|does) :someone (go|move) [next] (from|after) [being] {role}',
      'what (can|could|do|does) :someone (do|become|be) (after|next after) [being] {role}',
      'what (would|could|might|can) be [the] [a] :nextstep (for|after|from) {role}',
      'after [being|a] {role} (which|what|where) [:role|one] [:is|can be|could be|would be|comes] [the] [possible] [:nextstep|next] [step|role|job]',
      '(which|what) (:nextstep|:role) (follow|follows|follow on|follows on|come|comes|lead on|leads on|open up|open) [on] [next] (from|after) {role}',
      '(which|what) :nextstep (is|are) [there|open|available|possible] (for|after|from|to|out of) {role}',
      '(which|what) :nextstep :do {role} have [open|available]',
      'where (can|could|may|might|do|does|would) [a|an|the] {role} [:someone] (go|move|progress|step) [to] [next|from here|from there]',
      'where (can|could|do|does|would|might) (you|i|we|one|someone|people) (go|move|progress|move on to|head) [to] [next] (from|after|as|after being|if i am|if you are) [a|an|the] {role} [next]',
      '(what|which) :is next (for|after|up from|on from) [a|an|the] {role}',
      ':q {role} :nextstep',
      ':q :nextstep {role}',
      'what (could|can|might|may|would) [a|an|the] {role} (do|become|be|move on to) (next|afterwards|after that)',
      'what :do [a|an|the] {role} (become|progress to|go on to|move on to|do|go on to be) next',
      '(what|which) [:role] can [a|an|the] {role} be promoted (to|into) [next]',
      '(what|which) (:role|jobs) can [:someone|people] (move|go|progress|step) (to|into|on to) [next] (from|after) [a|an|the] {role} [next]',
      '(what|which) (:role|jobs) do [:someone|people] (move|go|progress|step) (to|into|on to) [next] (from|after) [a|an|the] {role} [next]',
    ],
    answer: next,
  },
  {
    query: 'feedersOf',
    example: 'Which roles lead to {PMO Director}?',
    patterns: [
      '(what|which :role|what :role|which|who) (comes|come|is|goes) before {role}',
      '(what|which :role|what :role|which|which jobs|who) (leads|lead|feeds|feed|progresses|progress|flow|flows|advances|advance|moves|move|promotes|promote) [directly] [up] (to|into) [being|becoming] {role}',
      ':q feeders (of|for|into|to) {role}',
      ":q {role} 's (feeders|feeder roles)",
      ':q (feeder :role|feeding :role|stepping stones|stepping stone|previous :role|preceding :role|prior :role|starting points|entry points) (of|for|into|to|towards|before) {role}',
      '(who|which :role|what :role|which|which :people|from which :role) (can|could|may|might) [:someone] [directly] (become|be promoted to|move to|move into|move up to|progress to|advance to|go into|turn into|step up to) {role} [in one (step|move)|next|from]',
      'where :do {role} come from',
      '(how|what do you do|what :role should you have) (do|does|can|could|to) [:someone] (become|get to be|be) {role}',
      'how to (become|get to be) {role}',
      'where (do|does|can|could|would) [the] (candidates|people|applicants|successors|we recruit|new holders) [for|who become|of] {role} come from',
      '(from|out of) (where|which :role|what :role) (do|does|can|could) [:someone|:people|we|you|staff] (become|promote to|move [up] to|move [up] into|step [up] into|get into|go into|get to|come into|progress [in] to|progress into|be promoted to|enter|reach|advance to|promoted to|get promoted to|get promoted into|recruit [for]|fill) {role} [from]',
      '(which|what|who) [:role] (lead|leads|leading|feed|feeds|feeding|flow|flows|progress|progresses|progressing|go|goes|step|steps|promote) [up|directly] (to|into|in to) [being|becoming] [a|an|the] {role}',
      '(which|what) :role (is|are) [the|a] (feeder|feeders|stepping stone|stepping stones|route|routes|step|steps|way in|ways in|pathway|pathways|entry point|entry points) (to|into|for|towards|before) [becoming|being] [a|an|the] {role}',
      ':q (feeders|feeder :role|feeder) {role}',
      ':q {role} (feeders|feeder roles|feeder)',
      ':q (routes|ways|paths|route|way) (in|in to|into) [becoming|being] [a|an|the] {role}',
      '(what|which) :role (can|could) [be] [promoted] [:someone] (become|move into|move to|progress to|step into|lead to|lead into|turn into) [a|an|the] {role}',
      '(what|which) jobs (lead|leads|feed|move) (to|into|on to) {role}',
      'how (do|does|can) [:someone|people] (get to be|become|get into) [a|an|the] {role}',
      '(what|which) (:role|jobs) (come|comes|is|are) [directly|just|right] before {role} [in a career|career-wise|on the career path|on the ladder]',
      '(who|which :role) (can|could) be promoted (to|into) {role}',
      '(what|which) (:role|jobs) (do|does|would) (people|you|someone|one) (usually|normally|have|hold|do|need) [before|first] (before|to be|prior to) [becoming|becoming a] {role}',
      'from (where|which :role|what :role) (do|does|can) [:someone|:people] (move up to|move to|move into|rise to|progress to|get promoted to|come to|go to|become|get to be|move to|come to be) {role}',
      'where :do :people come from to become {role}',
      '(which|what) :role (do|does|should|must) [:someone] (need|have to have|hold|have) [first|before|beforehand] [to become|to be|to get to|before becoming|before] {role}',
    ],
    answer: feeders,
  },
  {
    query: 'careerGap',
    example: 'What does a {PMO Coordinator} need to become {PMO Manager}?',
    patterns: [
      '(what|which) [skills|certifications|experience|else|qualifications|skills and certifications] :do [a|an|the] {role1} (need|lack|miss|require|have to learn|have to have|still need|need to have|need to learn|need to do) (to become|for|to be|to get to|to reach|to move to|to move up to|to progress to|to be promoted to|to advance to) {role2}',
      "(what 's|what :is|which skills :is|which certifications :is|which :is) (missing|lacking|needed|required|necessary) (from|for|between|to get from|to go from|to move from) {role1} (to become|to|and|to be|to reach) {role2}",
      ':q [the] [career|skills|skill] gap (between|from) {role1} (and|to) {role2}',
      ':q [the] requirements (for|of|between|from) [a move from|moving from|going from|getting from] {role1} to {role2}',
      'what (separates|stands between) {role1} (from|and) {role2}',
    ],
    answer: gap,
  },
  {
    query: 'roleOf',
    example: 'Which skills does a {PMO Analyst} need?',
    patterns: required('skills|skill'),
    answer: (asked) => requirements(asked, 'skills'),
  },
  {
    query: 'roleOf',
    example: 'Which certifications does a {PMO Analyst} need?',
    patterns: required('certifications|certification|certificates|certificate|certs'),
    answer: (asked) => requirements(asked, 'certifications'),
  },
  {
    query: 'reachableFrom',
    example: 'Which roles can a {PMO Coordinator} reach?',
    patterns: [
      '(what|which :role|what :role|which) (can|could|may|might) [a|an|the] {role} (reach|eventually become|ever become|ever reach|eventually reach|ultimately become|one day become|become one day|become in the long run|become eventually|become in the end|become over time|get to in the long run|end up as|become ever|ever be) [one day|eventually|ever|in the long run|in the end|over time|in a whole career]',
      'where (can|could|may|might) [a|an|the] {role} (end up|get to eventually|get to in the long run|go in the long run|go eventually|eventually go|ultimately go|end up eventually)',
      '(which|what) :role (is|are|can be) (reachable|reached) from {role}',
      ':q reachable [:role] from {role}',
      'how far can [a|an|the] {role} (go|get|rise|climb|advance) [up|in the end|eventually]',
      ':q everything reachable from {role}',
      '(what|which) :role (can|could|may|might) :someone [eventually|ultimately|ever|one day] (end up in|end up as|reach|get to|become|arrive at|end up) [eventually|ultimately|one day|in the end] (starting|starting out|starting from|from|starting as|if i start|if you start|beginning) [in|from|as|at|out as|in from] [being] {role}',
      '(what|which) :role (can|could) {role} (end up in|end up as|eventually reach|get to) [eventually|one day]',
      ':q (everything|anything|every :role|all :role|:role) [that] {role} (can|could|may|might) [ever|eventually|one day] (become|reach|get to|be|turn into) [in time|eventually|one day]',
    ],
    answer: reachable,
  },
  {
    query: 'ladderOf',
    example: 'What is the career ladder of the {pmo} family?',
    patterns: [
      ':q [career|job] ladder (of|for|in) {family}',
      ":q {family} 's [career|job] ladder",
      ':q {family} [career|job] ladder',
      ':q rungs of {family} [ladder]',
    ],
    answer: ladder,
  },
  {
    query: 'entryRolesOf',
    example: 'What are the entry roles?',
    patterns: [
      ':q (entry|entry-level|entry level|starting|starter) :role [:inchart]',
      ':q (entry points|entry point|starting points|starting point) [for|of|to|into] [a|any|the|our] [career|careers|career path|career paths|career ladder|career ladders] [here|:inchart]',
      '(which|what) :role (is|are) [the|an|our] (entry points|entry point|starting points|starting point|entry level|entry-level) [for|of|to|into] [a|any|the|our] [career|careers|career path|career paths|career ladder|people joining] [here|:inchart]',
      '(at|in|from) (which|what) :role (do|does|can) (careers|a career|:someone|:people) (start|begin)',
      'where (do|does|can) (careers|a career|:someone) (start|begin|enter) [:inchart]',
      '(which|what) :role (do|does|have) (no feeders|no moves into them|nothing lead to them|nobody move into)',
    ],
    answer: entries,
  },
  {
    query: 'deadEndsOf',
    example: 'Which roles are dead ends?',
    patterns: [
      ':q (dead ends|dead end|dead-end|career dead ends|dead-end :role|dead end :role) [:inchart]',
      '(which|what) :role (is|are) [a] [career] (dead ends|dead end|dead-ends|dead-end) [:inchart]',
      '(which|what) :role (have|has|lead) (no next step|no next steps|nowhere|no career moves|no way up|no moves out)',
      ':is there [any] [career] (dead ends|dead end|dead-ends)',
      '(which|what|:q) :role (have|has|with|offer|offers) (no|no further|nowhere) (onward|further|next|forward|career) [career] (:path|step|steps|move|moves|promotion|promotions|progression|options|prospects) [:inchart]',
      '(which|what|:q) :role (go|goes|lead|leads) (nowhere|no further|nowhere else|to nothing) [career-wise|in career terms] [next] [:inchart]',
      '(which|what) :role :is there (no|no further) (next step|progression|promotion|career move|way up|career path) (from|after|out of)',
    ],
    answer: deadEnds,
  },
]
