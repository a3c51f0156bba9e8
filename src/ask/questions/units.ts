import {
  allUnits,
  countMembers,
  given,
  head,
  headcount,
  members,
  parts,
  received,
  unitCount,
  unitOfPlace,
  whole,
} from '../answers/units.js'
import type { AskQuestion } from '../asked.js'
import { formsOf } from './forms.js'

const SUB =
  '(sub-units|subunits|sub units|sub-teams|subteams|sub teams|parts|sub-departments|sub-parts|child units|units below)'
const NESTED = `(including|with|and|plus|incl|incl.|counting) [all|all of] [its|the|their] ${SUB}`
const ITSELF = `([itself|directly] (not in|without|excluding|not counting|but not in|leaving out) [its|the|any|their] ${SUB}|itself|proper|only itself)`

/** Questions about units and their services. */
export const unitQuestions: readonly AskQuestion[] = [
  {
    query: 'headOf',
    example: 'Who heads the {PMO}?',
    patterns: [
      '(who|which :role|which person|what :role) [:is] [actually] :manages {unit}',
      ":q {unit} 's (head|heads|lead|leader|leaders|manager|boss|director|chief) [:is]",
      ...formsOf('(head|heads|lead|leader|boss|chief)', 'unit'),
      '{unit} :is (led|headed|run|managed) by (who|whom|which :role)',
      '{unit} (who|which :role) (leads|heads|runs|manages) it',
      ':q (head|heads|lead|leads|leader|leaders|chief|boss|manager|director|co-heads|person in charge) (of|for) {unit} [:is]',
      '(who|by whom) :is {unit} (led|headed|run|managed|directed|overseen) by',
      'who (is|are) (at the head|the head|in charge|at the top|on top) of {unit}',
      'who :do {unit} have (as|for) [a|its|the] (head|boss|lead|leader)',
    ],
    answer: head,
  },
  {
    query: 'membersOf',
    example: 'Who is in the {PMO}?',
    patterns: [
      '(who|who all|which :role|what :role|which :people|what) [:is|:is there|works|work|sits|sit|belongs|belong|does] (in|inside|within|at|on|for|to|part of|under the unit) {unit}',
      ':q (members|member|:people|:role|staff) (of|in|within|inside|at) {unit}',
      ":q {unit} 's (members|:people|staff|:role|team members|team)",
      ':q {unit} (members|team|staff|people|roles)',
      '(who|which :role) (is|are) [a] (member|members|part) of {unit}',
      '(who|which :role|which :people) (makes|make) up {unit}',
      '(which|what) :role (belong|belongs) to {unit}',
      '(which|what|who) :role :do {unit} (have|include|contain|consist of)',
      ':anyone (belongs|belong) to {unit}',
    ],
    answer: (asked) => members(asked),
  },
  {
    query: 'membersOf',
    example: 'Who is in the {PMO} and its sub-units?',
    patterns: [
      `(who|who all|which :role|what :role|which :people|what) [:is|works|work|sits|sit|belongs|belong] (in|inside|within|at|to) {unit} ${NESTED}`,
      `:q (members|:people|:role|staff) (of|in|within) {unit} ${NESTED}`,
      `:q {unit} 's (members|:people|staff|:role) ${NESTED}`,
      `:q all (members|:people|:role) (of|in|within) {unit} ${NESTED}`,
    ],
    answer: (asked) => members(asked, true),
  },
  {
    query: 'membersOf',
    example: 'Who is in the {PMO} itself?',
    patterns: [
      `(who|who all|which :role|what :role|which :people) [:is|works|work|sits|sit|belongs|belong] [directly] (in|inside|within|at|to) {unit} ${ITSELF}`,
      `:q (members|:people|:role|staff) (of|in|within) {unit} ${ITSELF}`,
      '(who|which :role|which :people) (is|are|sits|sit) directly in {unit}',
    ],
    answer: (asked) => members(asked),
  },
  {
    query: 'membersOf',
    example: 'How many roles are in the {PMO}?',
    patterns: [
      ':howmany (:role|members) [:is|:is there] (in|of|within|inside) {unit}',
      ':howmany (:role|members) :do {unit} have',
      ':howmany (:role|members) (belong|belongs) to {unit}',
    ],
    answer: countMembers,
  },
  {
    query: 'headcountOf',
    example: 'How many people are in the {PMO}?',
    patterns: [
      ':howmany :people [:is|:is there|work|works|:is working] (in|within|inside|at|for) {unit}',
      ':howmany :people :do {unit} (have|employ)',
      ':q [total] (headcount|head count) (of|in|for|at) {unit}',
      ":q {unit} 's [total] (headcount|head count)",
      ...formsOf('(headcount|head count|people count|staff count|number of people)', 'unit'),
      '(people|staff|head) count (in|of|for|at) {unit}',
      '(people|staff) count {unit}',
      ':howmany :people (hold|have) [a] :role (in|at) {unit}',
      'how (big|large) :is {unit}',
    ],
    answer: headcount,
  },
  {
    query: 'unitOf',
    example: 'Which unit is the {PMO Analyst} in?',
    patterns: [
      '(which|what) :unit :is {who} [in|a part of|part of|a member of|on|under]',
      '(in|to|at|on) (which|what) :unit (:is|:do) {who} [in|belong|work|sit]',
      '(which|what) :unit :do {who} (belong to|belongs to|work in|sit in|work for|belong in|fall under|fit into|work at)',
      ...formsOf(':unit'),
      '(which|what) :unit {who} (belongs to|is in|works in|sits in)',
      'where [in the :chart] :do {who} (work|sit|belong|fit in|fit)',
    ],
    answer: unitOfPlace,
  },
  {
    query: 'unitOf',
    example: 'Which unit is the {PMO} part of?',
    patterns: [
      '(what|which :unit|which|what :unit) :is {unit} [a] part of',
      '(what|which :unit|what :unit) :do {unit} belong to',
      ':q (parent|parent unit|parent :unit) of {unit}',
      ":q {unit} 's parent [:unit]",
      ':is {unit} part of (anything|something|a larger unit|a larger :unit|another unit|another :unit)',
    ],
    answer: whole,
  },
  {
    query: 'unitsOf',
    example: 'What are the parts of the {PMO}?',
    patterns: [
      ':q (parts|part|:units|subdivisions|sub-divisions|components) (of|in|within|inside) {unit}',
      '(which|what) (:units|parts) (is|are|belong|does) [part|a part|in|to|there] (of|in|to|within) {unit}',
      '(which|what) (:units|parts) :do {unit} (have|contain|include|consist of)',
      'what :do {unit} consist of',
      ":q {unit} 's (parts|:units)",
      'what (is|are) in {unit}',
    ],
    answer: parts,
  },
  {
    query: 'unitsOf',
    example: 'Which units are there?',
    patterns: [
      '(which|what) (:units|:unit) (is|are) [there] [:inchart]',
      '(which|what) (:units|:unit) do we have [:inchart]',
      ':q :units [:inchart]',
    ],
    answer: allUnits,
  },
  {
    query: 'unitsOf',
    example: 'How many units are there?',
    patterns: [':howmany :units [:is|:is there|do we have] [:inchart]'],
    answer: unitCount,
  },
  {
    query: 'servicesFrom',
    example: 'Which services does the {PMO} give?',
    patterns: [
      '(which|what) (services|service|support|help) :do {who} (give|provide|offer|deliver|supply|render)',
      ':q (services|service|support) (of|from|by|given by|provided by|offered by|that) {who} [gives|provides|offers]',
      ":q {who} 's services",
      'what :do {who} (provide|offer|give|support|deliver)',
      '(who|which :role|whom) :do {who} (support|serve|help)',
    ],
    answer: given,
  },
  {
    query: 'servicesFrom',
    example: 'Which services does the {PMO} give to the {Project Manager}?',
    patterns: [
      '(which|what) (services|service|support|help) :do {who} (give|provide|offer|deliver) [to|for] {post}',
      '(what|how) :do {who} (give|provide|offer|support|help|serve) [to|for] {post} [with]',
      ':q services (of|from) {who} (to|for) {post}',
    ],
    answer: given,
  },
  {
    query: 'servicesTo',
    example: 'Which services does the {Project Manager} receive?',
    patterns: [
      '(which|what) (services|service|support|help) :do {post} (get|receive|have)',
      ':q (services|service|support) (to|for|given to|provided to|offered to) {post}',
      '(who|which :unit|what) (supports|helps|serves) {post}',
      '(who|which :unit) (gives|provides) (services|support|help) to {post}',
    ],
    answer: received,
  },
]
