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
} from '../answers/careers.js'
import type { AskQuestion } from '../asked.js'

const WITHOUT =
  '(without|avoiding|skipping|bypassing|but not|not|that avoids|which avoids|excluding|except|other than through) [going|passing|being|becoming|having been|ever being|going through|passing through|through|via|ever becoming|using|touching|a stint as] {role3} [or {role4}]'
const VIA = '(via|through|by way of|passing through|going through|over|passing) {role5}'
const LIMITS = `[${WITHOUT}|${VIA}|${VIA} ${WITHOUT}|${WITHOUT} ${VIA}]`
const BY_STEPS = '[by|in|with] [the] (fewest|least|minimum|fewest possible) (steps|moves|promotions|jobs)'
const BY_YEARS =
  '([by|in|with] [the] (fewest|least|minimum|fewest possible) years|by years|in the (least|shortest) time|by time|as (fast|quickly|quick) as possible|as soon as possible|by duration|in years)'

function pathPatterns(kind: string, by: string): string[] {
  const before = kind === '' ? '' : `(${kind})`
  return [
    `:q ${before} :path [to get|to go|to move|to take|to climb|to progress|leading|that leads] from {role1} [up|all the way|up the ladder] to [become|being|get to] {role2} ${by} ${LIMITS}`,
    `:q ${before} :path from {role1} to [become] {role2} ${LIMITS} ${by}`,
    `:q ${before} :path [to become|to] {role2} from {role1} ${by} ${LIMITS}`,
    `(how|what is the ${before} way) (do|does|can|could|would|to) [:someone] :get from {role1} to {role2} ${by} ${LIMITS}`,
  ]
}

/** Questions about careers. */
export const careerQuestions: readonly AskQuestion[] = [
  {
    query: 'careerPath',
    example: 'What is the path from {PMO Coordinator} to {Chief Project Officer}?',
    patterns: [
      ...pathPatterns(
        '[shortest|best|direct|simplest|shortest possible|easiest|most direct]',
        `[${BY_STEPS}|by steps]`,
      ),
      `from {role1} [up|all the way] to {role2} ${LIMITS}`,
      `:path {role1} to {role2} ${LIMITS}`,
      `{role1} to {role2} [:path] [${BY_STEPS}|by steps] ${LIMITS}`,
      `(how|how would|how might) (do|does|can|could|would|will) [a|an|the] {role1} (become|move up to|get to|get to be|progress to|reach|rise to|advance to|end up as|move to|turn into|work up to|be promoted to|make it to) {role2} ${LIMITS}`,
      `(can|could|may) [a|an|the] {role1} [ever|eventually|one day] (become|move up to|get to|get to be|progress to|reach|rise to|advance to|end up as|move to|turn into|be promoted to|make it to|go on to be) {role2} ${LIMITS}`,
      `:is there (a|any) [career] :path from {role1} to {role2} ${LIMITS}`,
      `(can|could) [:someone] :get from {role1} to {role2} ${LIMITS}`,
      `how (do|does|can|could|would) [:someone] (become|get to be|make) {role2} (from|starting as|starting from|starting at|if i am|coming from|as) {role1} ${LIMITS}`,
      `how to :get from {role1} to {role2} ${LIMITS}`,
      `how to become {role2} (from|starting as|starting from|as) {role1} ${LIMITS}`,
    ],
    answer: (asked) => path(asked, 'steps'),
  },
  {
    query: 'careerPath',
    example:
      'What is the fastest path from {PMO Coordinator} to {Chief Project Officer} without {PMO Analyst}?',
    patterns: [
      ...pathPatterns(
        'fastest|quickest|speediest|fastest possible|quickest possible|shortest in years|shortest in time',
        `[${BY_YEARS}]`,
      ),
      ...pathPatterns('[shortest|best]', BY_YEARS),
      `(how|what) [:is] [the] (fastest|quickest|fast|quickly|soonest) [:path|can|could|do|does] [:someone] [:get] from {role1} to {role2} ${LIMITS}`,
      `(fastest|quickest) from {role1} to {role2} ${LIMITS}`,
      `how (do|does|can|could|would) [a|an|the] {role1} become {role2} (fastest|quickest|most quickly|${BY_YEARS}) ${LIMITS}`,
    ],
    answer: (asked) => path(asked, 'years'),
  },
  {
    query: 'careerPath',
    example: 'How long does it take from {PMO Coordinator} to {PMO Director}?',
    patterns: [
      'how (long|many years) (does it take|would it take|will it take|do you need|does one need|is it|it takes|should it take|is the path|at least) [to get|to go|to move|to progress|to advance|to rise|to climb] [at least] from {role1} to {role2} [at least|at the fastest]',
      'how (long|many years) from {role1} to {role2}',
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
      ':q {role} :nextstep',
      "what 's next (for|after) {role}",
      'what :is next (for|after) {role}',
      '(what|which) :role (can|may|could|might) (follow|come after|come next after) {role}',
      '(what|which :role|what :role|which) (can|could|may|might|does|do|would) [a|an|the] {role} (become|become next|move to|move into|move on to|progress to|advance to|progress into|go on to be|be promoted to|lead to|go to) [next|from there|directly|in one step|in one move]',
      'where (can|could|may|might|does|do|would) [a|an|the] {role} (go|move|progress|advance|lead|go on|head) [to] [next|from there|in one step]',
      'where :do {role} lead [to]',
      '(what|which) :role (is|are) (open to|next for|one step up from|one step from|one move from|one move away from) {role}',
      'where (can|could|do|does) :someone (go|move) [next] (from|after) [being] {role}',
      'what (can|could|do|does) :someone (do|become|be) (after|next after) [being] {role}',
      'what (would|could|might) be [the] [a] :nextstep (for|after|from) {role}',
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
      'from (where|which :role|what :role) (do|does|can) [:someone|:people] (become|get to be|move to|come to be) {role}',
      'where :do :people come from to become {role}',
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
    query: 'reachableFrom',
    example: 'Which roles can a {PMO Coordinator} reach?',
    patterns: [
      '(what|which :role|what :role|which) (can|could|may|might) [a|an|the] {role} (reach|eventually become|ever become|ever reach|eventually reach|ultimately become|one day become|become one day|become in the long run|become eventually|become in the end|become over time|get to in the long run|end up as|become ever|ever be) [one day|eventually|ever|in the long run|in the end|over time|in a whole career]',
      'where (can|could|may|might) [a|an|the] {role} (end up|get to eventually|get to in the long run|go in the long run|go eventually|eventually go|ultimately go|end up eventually)',
      '(which|what) :role (is|are|can be) (reachable|reached) from {role}',
      ':q reachable [:role] from {role}',
      'how far can [a|an|the] {role} (go|get|rise|climb|advance)',
      ':q everything reachable from {role}',
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
    ],
    answer: deadEnds,
  },
]
