import { averageSpan, managerCount, widest, withoutReports } from '../answers/reports.js'
import type { AskQuestion } from '../asked.js'

/** Leaves out the reports on staff lines. */
export const STAFF =
  '(without|excluding|not counting|ignoring|leaving out|minus|apart from|other than|except|if you leave out|if you exclude|if you ignore|not including|discounting|net of) [the|any|their|his|her|its] (assistant|staff assistants|staff roles|assistant roles|assistant posts|assistant positions|assistants|staff|staff lines|assistant lines|assistants and advisers|advisers|adviser)'

/** Questions about the spans of all managers. */
export const spanQuestions: readonly AskQuestion[] = [
  {
    query: 'spansAndLayers',
    example: 'Who has the widest span of control?',
    patterns: [
      ':q [the] (widest|largest|biggest|broadest|greatest|highest) :span [:inchart]',
      '(who|which :role|which manager|which managers|what :role|which boss) (has|have|with) [the] (widest|largest|biggest|broadest|most|greatest) (:span|[direct] :reports|team|teams) [:inchart]',
      '(who|which :role|which manager|which managers) (manages|supervises|leads) [the] (most :people|most :role|most [direct] :reports|largest team|biggest team) [directly] [:inchart]',
      ':q (manager|managers|:role|boss) with [the] (most [direct] :reports|widest :span|largest :span|biggest team|largest team|biggest :span) [:inchart]',
      ':q [the] (biggest|largest) team [:inchart]',
      'how (wide|big|large) :is the (widest|largest|biggest) :span',
      '(to whom|to which :role|who) do [the] most (:people|:role) report [to]',
      '(who|which :role|which :boss) (has|have|gets|get|with|manages|manage|leads|runs|directly manages) [the] (most|largest number of|highest number of|greatest number of|biggest number of) ([direct] :reports|:people [directly]|:people reporting to them) [reporting] [directly] [to] [him|her|them|it|under them|under him] [of all] [:inchart]',
      ':q [the] (busiest|most stretched|most loaded) (:boss|span) [by span] [by number of reports]',
      '(who|which :boss|which :role) (has|have) the (biggest|largest|widest|broadest) (direct team|number of reports|set of reports) [:inchart]',
      ':q [the] (most direct reports|most reports|most :reports) [:inchart]',
      '(who|which :role|which :boss) :do [the] most :people [directly] report to [:inchart]',
      ':q (widest|largest|biggest|broadest) (spans|span) [of control] [:inchart]',
      'where :is [the] (widest|largest|biggest|broadest) :span [:inchart]',
      'whose (:span|team) [of control] :is [the] (widest|largest|biggest|broadest) [:inchart]',
      '(who|which :role|which :boss) :manages [directly] [the] most (:people|:role) [directly]',
    ],
    answer: (asked) => widest(asked),
  },
  {
    query: 'spansAndLayers',
    example: 'Who has the widest span of control, not counting assistants?',
    patterns: [
      `:q [the] (widest|largest|biggest|broadest) :span [:inchart] ${STAFF}`,
      `(who|which :role|which manager) (has|have) [the] (widest|largest|biggest|most) (:span|[direct] :reports) [:inchart] ${STAFF}`,
    ],
    answer: (asked) => widest(asked, { staff: 'exclude' }),
  },
  {
    query: 'spansAndLayers',
    example: 'What is the average span of control?',
    patterns: [
      ':q [the] (average|mean) :span [:inchart]',
      'how (wide|big|large) :is the (average|mean) :span [:inchart]',
      ':howmany [direct] :reports :do (the average|an average|a typical) manager have',
      ':q [the] average number of [direct] (reports|:people) [per :boss|a :boss has|each :boss has|under each :boss|for each :boss]',
      '(on average|on the average) :howmany [direct] (:reports|:people) :do (each|a|every|one|the typical|any) :boss (have|manage|supervise|look after)',
      ':howmany [direct] (:reports|:people) :do (each|a|every|one|the) :boss (have|manage|supervise|look after) (on average|on the average)',
      ':q (average|mean|typical) [direct] (reports|report count|team size) [per :boss] [:inchart]',
      ':q [the] (average|mean) :span (for|of|per|across) [a|all|our|the|all our|all the] :boss',
    ],
    answer: averageSpan,
  },
  {
    query: 'spansAndLayers',
    example: 'How many managers are there?',
    patterns: [
      ':howmany (managers|bosses|supervisors) [:is|:is there|do we have|:do (the|our|this) :chart have] [there] [:inchart]',
      ':q [total] number of (managers|bosses|supervisors) [:inchart]',
    ],
    answer: managerCount,
  },
  {
    query: 'rolesOf',
    example: 'Which roles have no direct reports?',
    patterns: [
      '(who|:q :role|which :people) (has|have|with) (no|zero) [direct] (:reports|report) [:inchart]',
      '(who|:q :role|which :people) (without|without any|with no) [direct] :reports [:inchart]',
      "(who|which :role|which :people) (does not|do not|doesn't|don't) have [any] [direct] :reports [:inchart]",
      '(who|:q :role|which :people) (has|have|with) (nobody|no one|no-one) (:below|reporting to) (it|them|him|her) [:inchart]',
      '(who|which :role|which :people) (manages|supervises|leads|manage|supervise|lead) (nobody|no one|no-one) [:inchart]',
      '(to whom|to which :role) (does|do) (nobody|no one|no-one) report [:inchart]',
      ':q individual contributors [:inchart]',
      '(who|which :role|which :people) (is|are) [an] individual (contributor|contributors) [:inchart]',
    ],
    answer: withoutReports,
  },
]
