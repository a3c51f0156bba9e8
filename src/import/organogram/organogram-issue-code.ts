/** What only the reader of organograms finds. */
export type OrganogramIssueCode = 'JOB_SHARE' | 'FORMER_POST' | 'NOT_IN_POST'
