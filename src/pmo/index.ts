// The questions
export { answer, type QuestionInWords } from './answer.js'
export type { Answer, AnswerOptions, VariantAnswer } from './answer-by-id.js'
export { askPmo } from './ask-pmo.js'
export { pmoQuestions } from './pmo-questions.js'
export type { Grounds, Verdicts } from './answers/answer-parts.js'
export { type Question, type QuestionId, questions } from './data/questions.js'

// Charts and kinds of office
export { findPmoKinds, type PmoKind } from './find-pmo-kinds.js'
export { managerChoicesOf } from './manager-choices-of.js'
export type { Authority, KindScheme, PmoScope, ScopeSpelling, Within } from './data/kinds.js'
export type { PmoUnitId } from './data/offices.js'
export type { HeadChoices, ManagerChoices, PmoOptions } from './pmo-options.js'
export { pmoOrg, type PmoOrg, type PmoRoleFacts, type UnitsOf } from './pmo-org.js'
export { type DescribedVariant, type PmoVariant, pmoVariants } from './pmo-variants.js'
export type { StatedLine } from './reporting-lines.js'

// The catalogue
export { type Certification, type CertificationId, certifications } from './data/certifications.js'
export type { CertificationChange, EntryRoute, RequiredExperience } from './data/certifications.js'
export { type PayFigure, type PaySurvey, paySurveys } from './data/pay.js'
export type { LevelsFact, PmoFamily, PmoRoleId, ResponsibilityFact, YearsFact } from './data/role-entry.js'
export type { Provision } from './data/services.js'
export { type PmoSkill, type SfiaLevels, sfiaLevels, specialistFacets } from './data/skills.js'
export { eligibilityFor, type Eligibility } from './eligibility-for.js'
export { findCertification } from './find-certification.js'
export { payOf, type PayOfRole } from './pay-of.js'
export { type PmoRole, pmoRoles, type RoleEvidence } from './pmo-roles.js'
export { type PmoRoleFilter, pmoRolesBy } from './pmo-roles-by.js'
export { type PmoService, pmoServices } from './pmo-services.js'

// Sources
export type {
  Cited,
  SourceKind,
  SourceQuality,
  Stated,
  StatedInWords,
  StatementHedge,
} from './data/sources.js'
export { type Source, type SourceCode, sources } from './data/sources.js'
export { type Statement, type StatementId, statements } from './data/statements.js'
export { sourcesOf } from './sources-of.js'
