import {
  arePeers,
  areShared,
  haveSameManager,
  isDirectReport,
  isDottedReport,
  isIndirectReport,
  isOnTeam,
  isSkipLevel,
} from '../answers/direct-relations.js'
import { directPeople } from '../answers/reports.js'
import type { AskQuestion } from '../asked.js'
import { doesForms, isForms } from './forms.js'

const TAG =
  "(right|correct|yes|no|is that right|is that correct|am i right|true|isn't it|isn't he|isn't she|aren't they|doesn't it|doesn't he|doesn't she|don't they)"
const TO = '[in|up|back] (to|into)'

/** A statement with "is" as a question: also "isn't X ..." and "X is ..., right?". */
function is(first: string, rest: string): string[] {
  return [...isForms(first, rest), `(isn't|aren't) ${first} ${rest}`, `[so] ${first} :is ${rest} ${TAG}`]
}

/** The same with a verb. */
function does(first: string, verb: string, verbs: string, rest: string): string[] {
  return [
    ...doesForms(first, verb, verbs, rest),
    `(doesn't|don't) ${first} ${verb} ${rest}`,
    `[so] ${first} ${verbs} ${rest} ${TAG}`,
  ]
}

/** Questions whether one is the direct manager, report or peer of another: what is true at any depth is no answer to them. */
export const directQuestions: readonly AskQuestion[] = [
  {
    query: 'directReportsOf',
    example: 'Does the {PMO Analyst} report directly to the {PMO Manager}?',
    patterns: [
      ...does('{who1}', '(report|answer)', '(reports|answers)', `(:directly|right) ${TO} {who2}`),
      ...does('{who1}', '(report|answer)', '(reports|answers)', `${TO} {who2} :directly`),
      ...does('{who1}', ':directly (report|answer)', ':directly (reports|answers)', `${TO} {who2}`),
      ...does('{who1}', 'work', 'works', ':directly (for|under) {who2}'),
      ...does('{who1}', 'work', 'works', '(for|under) {who2} :directly'),
      ...does('{who1}', ':directly work', ':directly works', '(for|under) {who2}'),
      ...does(
        '{who1}',
        '(sit|stand|come|fall|hang|rank)',
        '(sits|stands|comes|falls|hangs|ranks)',
        '(:close :below {who2}|:below {who2} :directly)',
      ),
      ...does('{who1}', 'have', 'has', '{who2} as [a|the|their|his|her|its] :directboss'),
      ...is('{who1}', ':close :below {who2}'),
      ...is('{who1}', ':below {who2} :directly'),
      ...is('{who1}', '[:directly] :linemanaged [:directly] by {who2} [:directly]'),
      ...is('{who1}', "[a|an|one of|among] {who2} 's :directreport"),
      ...is('{who1}', '[a|an|the|one of the|among the] :directreport (of|to|for) {who2}'),
      ...is('{who1}', ':directly (reporting|answerable|accountable|subordinate) to {who2}'),
      ...is(
        '{who1}',
        '(reporting|answerable|accountable|subordinate) (:directly to {who2}|to {who2} :directly)',
      ),
    ],
    answer: (asked) => isDirectReport(asked, 'who1', 'who2'),
  },
  {
    query: 'directReportsOf',
    example: "Is the {PMO Manager} the {PMO Analyst}'s manager?",
    patterns: [
      ...is('{who1}', "[a|the|one of] {who2} 's :directboss"),
      ...is('{who1}', '[a|the|one of the] :directboss (of|to|for) {who2}'),
      "[so] {who2} 's :directboss :is {who1} " + TAG,
      ":is {who2} 's :directboss {who1}",
      ...is('{who1}', ':close :above {who2} [in the (chart|chain|hierarchy)]'),
      ...is('{who1}', ':above {who2} :directly'),
      ...is(
        '{who1}',
        '[the] (who|person|one|:role) [who|that|whom|to whom] {who2} [:directly] (reports to|answers to|works for|reports|answers) [:directly]',
      ),
      ...does('{who1}', '(sit|stand|come|rank)', '(sits|stands|comes|ranks)', ':close :above {who2}'),
      ...does('{who1}', '[:directly] :linemanage', '[:directly] :linemanages', '{who2} [:directly]'),
      ...does(
        '{who1}',
        '(have|count|list)',
        '(has|counts|lists)',
        '{who2} (as|among|amongst) [a|one of] [their|his|her|its|the] :directreport',
      ),
    ],
    answer: (asked) => isDirectReport(asked, 'who2', 'who1', 'head'),
  },
  {
    query: 'transitiveReportsOf',
    example: 'Does the {PMO Analyst} report indirectly to the {PMO Director}?',
    patterns: [
      ...does(
        '{who1}',
        '(report|answer|work)',
        '(reports|answers|works)',
        '[only] indirectly (to|for|under) {who2}',
      ),
      ...does(
        '{who1}',
        '(report|answer|work)',
        '(reports|answers|works)',
        '(to|for|under) {who2} [only] indirectly',
      ),
      ...does(
        '{who1}',
        '[only] indirectly (report|answer|work)',
        '[only] indirectly (reports|answers|works)',
        '(to|for|under) {who2}',
      ),
      ...is('{who1}', '[an] indirect (report|:reports) (of|to) {who2}'),
      ...is('{who1}', "[an|one of] {who2} 's indirect (report|:reports)"),
    ],
    answer: (asked) => isIndirectReport(asked, 'who1', 'who2'),
  },
  {
    query: 'skipLevelManagerOf',
    example: "Is the {PMO Director} the {PMO Analyst}'s manager's manager?",
    patterns: [
      ...is('{who1}', "{who2} 's :direct :boss 's :direct :boss"),
      ...is('{who1}', "the :direct :boss of {who2} 's :direct :boss"),
      ...is(
        '{who1}',
        '(the|a) (grandboss|skip level|skip-level|skip level manager|skip-level manager|second-level manager|skip-level boss|skip level boss) (of|for) {who2}',
      ),
      ...is(
        '{who1}',
        "{who2} 's (grandboss|skip level|skip-level|skip level manager|skip-level manager|second-level manager|skip-level boss|skip level boss)",
      ),
      ...is('{who1}', 'two (levels|layers|steps) above {who2}'),
    ],
    answer: isSkipLevel,
  },
  {
    query: 'directReportsOf',
    example: "Is the {PMO Analyst} on the {PMO Manager}'s team?",
    patterns: [
      ...is('{who1}', "(in|on|part of|a member of|inside|within) {who2} 's [direct|own|immediate] :team"),
      ...is('{who1}', "[a|one of] {who2} 's (team member|team members|people)"),
    ],
    answer: isOnTeam,
  },
  {
    query: 'directReportsOf',
    example: 'Does the {PMO Analyst} report to the {Sponsor} by a dotted line?',
    patterns: [
      ...does(
        '{who1}',
        '(report|answer)',
        '(reports|answers)',
        'to {who2} (by|through|via|on|along|over|with|in) [a|the] (dotted|dotted-line|matrix|secondary|functional) [reporting] [line|lines]',
      ),
      ...does(
        '{who1}',
        '[also] (dotted-line|functionally) (report|answer)',
        '[also] (dotted-line|functionally) (reports|answers)',
        'to {who2}',
      ),
      ...does('{who1}', 'report', 'reports', '(functionally to {who2}|to {who2} functionally)'),
      ...does(
        '{who1}',
        'have',
        'has',
        '[a|any] (dotted|dotted-line) [reporting] [line|lines] (to|into) {who2}',
      ),
      ':is there [a|any] (dotted|dotted-line) [reporting] (line|lines) from {who1} (to|into) {who2}',
      ...is('{who1}', '(dotted|dotted-line) [lined] (to|into) {who2}'),
      ...is('{who1}', "[a|one of] {who2} 's :dotted [line] [direct] (report|:reports)"),
      ...is('{who1}', '[a] :dotted [line] [direct] (report|:reports) (of|to) {who2}'),
    ],
    answer: (asked) => isDottedReport(asked, 'who1', 'who2'),
  },
  {
    query: 'directReportsOf',
    example: "Is the {Sponsor} the {PMO Analyst}'s dotted-line manager?",
    patterns: [
      ...is('{who1}', "[a|the|one of] {who2} 's :dotted [line|reporting] :boss"),
      ...is('{who1}', '[a|the] :dotted [line|reporting] :boss (of|for|to) {who2}'),
    ],
    answer: (asked) => isDottedReport(asked, 'who2', 'who1'),
  },
  {
    query: 'peersOf',
    example: 'Are the {PMO Analyst} and the {PMO Coordinator} peers?',
    patterns: [
      ...is('{who1}', 'and {who2} [direct|fellow] :peer [of (each other|one another)]'),
      ...is('{who1}', "[a|one of] {who2} 's [direct] :peer"),
      ...is('{who1}', '[a|one of the] :peer (of|to|with) {who2}'),
      ':is {who1} on the same level as {who2} (with|under) the same :directboss',
    ],
    answer: arePeers,
  },
  {
    query: 'peersOf',
    example: 'Do the {PMO Analyst} and the {PMO Coordinator} have the same manager?',
    patterns: [
      ...does('{who1}', '(have|share)', '(has|shares)', '(a|the) [same|common] :directboss (as|with) {who2}'),
      ...does(
        '{who1}',
        'and {who2} [both] (have|share)',
        'and {who2} [both] (have|share)',
        '(a|the|one) [same] :directboss',
      ),
      ...does(
        '{who1}',
        'and {who2} [both] [:directly] (report|answer|work)',
        'and {who2} [both] [:directly] (report|answer|work)',
        '[:directly] (to|for|under) the same (person|:role|:directboss)',
      ),
      ...does(
        '{who1}',
        '[:directly] (report|answer|work)',
        '[:directly] (reports|answers|works)',
        '[:directly] (to|for|under) the same (person|:role|:directboss) as {who2} [does|do]',
      ),
    ],
    answer: haveSameManager,
  },
  {
    query: 'holdersOf',
    example: 'Do {Cat Hale} and {Dan Hale} share a role?',
    patterns: [
      ...does(
        '{person1}',
        'and {person2} [both] (share|hold|have)',
        'and {person2} [both] (share|hold|have)',
        '(a|the|one|their) [same] (:role|jobs)',
      ),
      ...does(
        '{person1}',
        '(share|have)',
        '(shares|has)',
        '(a|the|his|her|their|one) [same] (:role|jobs) (with|as) {person2}',
      ),
      ...is(
        '{person1}',
        'and {person2} (job sharers|job-sharers|a job share|job share partners|sharing a :role)',
      ),
    ],
    answer: (asked) => areShared(asked, 'person1', 'person2'),
  },
  {
    query: 'reportsOfPerson',
    example: 'Which people report to the {PMO Director}?',
    patterns: [
      '(which|what) :people [:is] [:directly] (report|reports|answer|answers|reporting|answering) [directly|in|back|up|straight|right] (to|into) {who} [:directly]',
      ':q :people (that|who|which) [:directly] (report|reports|answer|answers) [directly|in|back|up|straight] (to|into) {who} [:directly]',
      ':q :people [:directly] reporting [directly|in|up|straight] (to|into) {who} [:directly]',
      '(which|what) :people [:is] [:directly] (work|works|working) [:directly] for {who} [:directly]',
      '(which|what) :people :do {who} [:directly] :linemanage [:directly]',
      '(which|what) :people [:is] [:directly] :linemanaged [:directly] by {who} [:directly]',
      '(which|what) :people (has|have) {who} as [a|the|their] :directboss',
      "(which|what) :people [:is] {who} 's :directreport",
      "(which|what) :people [:is] (in|on|part of) {who} 's [direct|own|immediate] team",
    ],
    answer: directPeople,
  },
]
