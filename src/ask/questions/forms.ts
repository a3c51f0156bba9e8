/**
 * The forms in which something of a role, unit or person is asked for: "what is the grade of X", "X's grade", "X: which grade?",
 * "in which grade is X".
 */
export function formsOf(noun: string, slot = 'who'): string[] {
  return [
    `:q ${noun} (of|for|from|in|on|at) {${slot}} [:is|:role|job|on|at|in]`,
    `:q ${noun} {${slot}!}`,
    `:q {${slot}} 's ${noun} [:is]`,
    `:q {${slot}} [:role] ${noun} [:is]`,
    `{${slot}} (:is|has|have) [in|on|at|under] (what|which|who) ${noun}`,
    `{${slot}} [is|has] [in|on|at] (what|which) ${noun}`,
    `(in|on|at|to) (which|what) ${noun} (:is|:do) {${slot}} [in|on|at|placed|sit|belong|fall|rank]`,
    `(which|what) ${noun} (:is|:do) {${slot}} [in|on|at|placed in|placed at|placed on|sit in|sit on|sit at|occupy|rank at|fall in|fall into|fall under|carry|come with|come in at|attract]`,
    `(in|on|at) (which|what) ${noun} :is placed {${slot}}`,
    `(what|which) ${noun} :do {${slot}} (have|has|hold)`,
    `(what|which) ${noun} (has|have) {${slot}} [got]`,
  ]
}

/** The forms of a statement as a question: "is X above Y", "is it true that X is above Y". */
export function isForms(first: string, rest: string): string[] {
  return [`:is ${first} ${rest}`, `is it (true|right|correct|so) that ${first} :is ${rest}`]
}

/** The same with a verb: "does X report to Y", "is it true that X reports to Y". */
export function doesForms(first: string, verb: string, verbs: string, rest: string): string[] {
  return [`:do ${first} ${verb} ${rest}`, `is it (true|right|correct|so) that ${first} ${verbs} ${rest}`]
}
