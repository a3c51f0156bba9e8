import type { Severity } from '../../internal.js'

/** What each rule demands, for reports that list rules: one sentence for each code. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  // The structure of a chart
  ['DUPLICATE_ID', 'Each role and unit has a unique id'],
  ['UNKNOWN_MANAGER', 'Each manager is a role of the chart'],
  ['SEVERAL_MANAGERS', 'Each role has at most one solid manager'],
  ['SELF_REPORT', 'No role reports to itself'],
  ['REPORTING_CYCLE', 'No roles report to each other in a cycle'],
  ['NO_ROLES', 'The chart has roles'],
  ['NO_TOP', 'The chart has a top: a role without a manager'],
  ['CUT_OFF', 'Each role is below a top'],
  ['UNIT_CYCLE', 'No units are part of each other in a cycle'],
  ['HEAD_OUTSIDE_UNIT', 'The head of a unit is a member of it'],
  ['ISOLATED_ROLE', 'Each role has a manager or reports'],
  ['DOUBLED_LINE', 'No dotted line duplicates a solid one'],
  ['DOTTED_CYCLE', 'Dotted lines do not form a cycle'],
  ['LOOK_ALIKE_IDS', 'No two ids look alike'],
  ['REPEATED_HOLDER', 'A role lists each holder once'],
  ['OVER_FULL_TIME', 'The shares of a person add up to at most full time'],
  // Policies
  ['SPAN_OVER_MAX', 'No manager has too many direct reports'],
  ['SPAN_UNDER_MIN', 'No manager has too few direct reports'],
  ['LAYERS_OVER_MAX', 'The chart does not have too many layers'],
  ['GRADE_NOT_ABOVE_REPORT', 'Each manager has a higher grade than the direct reports'],
  ['SINGLE_REPORT', 'No manager has a single direct report'],
  ['VACANT_MANAGER', 'No manager is vacant'],
  ['REPORTS_TO_ONESELF', 'No person is in their own management chain'],
  ['ROLE_WITHOUT_UNIT', 'Each role has a unit'],
  ['UNIT_WITHOUT_HEAD', 'Each unit has a head'],
  ['SEVERAL_TOPS', 'The chart has one top'],
  ['FORMER_POST_WITH_MANAGER', 'No former post has a manager'],
  ['FORMER_POST_WITH_REPORTS', 'No former post has reports'],
  // Approval policies
  ['UNKNOWN_ROLE', 'Each role of the approval policy is on the chart'],
  ['UNKNOWN_UNIT', 'Each unit of the approval policy is on the chart'],
  ['UNKNOWN_PERSON', 'Each person of the approval policy is on the chart'],
  ['NOBODY_CAN_APPROVE', 'Somebody can approve the requests of each role'],
  ['LIMIT_FALLS', 'No manager has a lower limit than a direct report'],
  ['ABOVE_ONESELF', 'No person holds a role above another of their roles'],
  ['DELEGATE_BELOW', 'No delegate is below the person for whom they act'],
  ['DELEGATES_BACK', 'No two people are delegates of each other'],
  // What is read
  ['UNKNOWN_ROLE', 'Each role that is named exists'],
  ['UNKNOWN_UNIT', 'Each unit that is named exists'],
  ['UNKNOWN_PERSON', 'Each holder is one of the people of the chart'],
  ['CONFLICTING_PERSON', 'A person has one name and one e-mail address'],
  ['DUPLICATE_LINE', 'No dotted line is given twice'],
  ['DUPLICATE_MOVE', 'No career move is given twice'],
  ['SELF_MOVE', 'No career move leads from a role to itself'],
  ['INVALID_FIELD', 'Each value is of the right type'],
  ['UNKNOWN_FIELD', 'Each field is known'],
  ['MISSING_ID', 'Each row has an id'],
  ['INVALID_ENCODING', 'The text is valid in its encoding'],
  ['LIMIT_EXCEEDED', 'The file is within the limits'],
  ['OPTION_APPLIED', 'No option had to change what the file says'],
  ['OPTION_REFUSED', 'The options fit the file'],
  ['UNCLOSED_QUOTE', 'Each quote is closed'],
  ['STRAY_TEXT', 'Nothing follows a closing quote'],
  ['RAGGED_ROW', 'Each row has as many cells as the header line'],
  ['MISSING_COLUMN', 'Each part of a role has a column'],
  ['DUPLICATE_COLUMN', 'Each column has a unique header'],
  ['CONFLICTING_MANAGERS', 'The columns of the manager agree'],
  ['LINES_ABOVE_HEADER', 'The header line is the first line'],
  ['ID_ONLY_ROW', 'No row has only an id'],
  ['ROUNDED_ID', 'No id was rounded by a program'],
  ['DECIMAL_ID', 'No id is a number with a decimal'],
  ['UNIT_SPELLINGS', 'Each unit is spelled in only one way'],
  ['AMBIGUOUS_MANAGER', 'Each reference to a manager matches only one role'],
  ['JOB_SHARE', 'Rows of one post are read as a job share'],
  ['FORMER_POST', 'No post is eliminated'],
  ['TRIMMED_TEXT', 'No text has spaces around it'],
  ['NOT_IN_POST', 'Everyone who is paid is in post'],
  ['INVALID_DOCUMENT', 'The file is a valid document'],
  ['UNSUPPORTED_VERSION', 'The version of the document is supported'],
  ['DUPLICATE_KEY', 'No object has a key twice'],
  ['NO_MANAGERS', 'The managers were requested from the directory'],
  ['INCOMPLETE_PAGE', 'All pages of the directory are present'],
  // Histories
  ['OVERLAP', 'A role has one record for each day'],
  ['GAP', 'A role has no days without a record'],
  ['MANAGER_STARTS_LATER', 'Each manager starts no later than the reports'],
  ['MANAGER_ENDED', 'Each manager exists as long as the reports do'],
  ['ENDS_MISREAD', 'The end dates of records are read as the source system means them'],
])

/** The rules of the structure whose problems are not errors. */
const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['HEAD_OUTSIDE_UNIT', 'warning'],
  ['ISOLATED_ROLE', 'warning'],
  ['LOOK_ALIKE_IDS', 'warning'],
  ['REPEATED_HOLDER', 'warning'],
  ['OVER_FULL_TIME', 'warning'],
  ['DOUBLED_LINE', 'info'],
  ['DOTTED_CYCLE', 'info'],
])

/** The severity of a rule that holds, for reports that list rules with one. */
export function usualSeverity(code: string): Severity {
  return SEVERITIES.get(code) ?? 'error'
}

/** What a rule demands; for a code of your own, its words. */
export function ruleText(code: string): string {
  return TEXTS.get(code) ?? code.toLowerCase().replaceAll('_', ' ')
}
