// What importers have in common
export type { Correction } from './input/corrections.js'
export type { Encoding } from './input/decode.js'
export type { ImportIssueCode } from './input/import-issue-code.js'
export type { ImportResult } from './input/importer.js'
export type { Limits } from './input/limits.js'
export type { ImportOptions } from './input/import-options.js'
export type { ImportProgress, Source, StreamSource, WebStream } from './input/source.js'
export type { Signal } from '../internal.js'

// Tables
export type { CsvData, CsvMatch, CsvOptions, CsvPart, NamedColumn } from './csv/csv-options.js'
export { parseCsv, safeParseCsv } from './csv/parse-csv.js'

// Records in JSON
export { parseRecords, safeParseRecords } from './records/parse-records.js'
export type { RecordData } from './records/records-org.js'
export type { NamedField, RecordPart, RecordsOptions } from './records/records-options.js'

// Job architectures
export { type MoveFields, movesFromRows } from './jobs/moves-from-rows.js'

// Organograms of UK government bodies
export type {
  JuniorPosts,
  OrganogramData,
  OrganogramOptions,
  PostStatus,
} from './organogram/organogram-options.js'
export { parseOrganogram, safeParseOrganogram } from './organogram/parse-organogram.js'

// Org documents
export {
  type OrgDocumentOptions,
  parseOrgDocument,
  safeParseOrgDocument,
} from './document/parse-org-document.js'
export type { YamlModule } from './document/yaml/yaml-module.js'

// Documents of histories
export {
  type HistoryDocumentOptions,
  type HistoryImportIssue,
  type HistoryImportResult,
  parseHistoryDocument,
  safeParseHistoryDocument,
} from './history/parse-history-document.js'

// Directories
export type { DirectoryOptions } from './directory/directory-pages.js'
export type { DirectoryData } from './directory/directory-org.js'
export {
  parseMicrosoftGraph,
  safeParseMicrosoftGraph,
} from './directory/microsoft-graph/parse-microsoft-graph.js'
export { parseScim, safeParseScim } from './directory/scim/parse-scim.js'
export { parseGoogleDirectory, safeParseGoogleDirectory } from './directory/google/parse-google-directory.js'

// Groups
export type { GroupOptions } from './groups/group-org.js'
export { type BackstageEntities, parseBackstage, safeParseBackstage } from './groups/parse-backstage.js'
export { parseGithubTeams, safeParseGithubTeams } from './groups/parse-github-teams.js'
export { parseScimGroups, safeParseScimGroups } from './groups/parse-scim-groups.js'

// LDAP
export type { LdapOptions, LdapPart } from './ldif/ldap-options.js'
export type { LdapData, LdapValue } from './ldif/ldap-input.js'
export {
  type LdapEntries,
  type LdapEntriesOptions,
  parseLdapEntries,
  safeParseLdapEntries,
} from './ldif/parse-ldap-entries.js'
export { parseLdif, safeParseLdif } from './ldif/parse-ldif.js'

// Nested rows
export { type NestedData, type NestedOptions, parseNested, safeParseNested } from './nested/parse-nested.js'
// Graphs
export type { GraphFileOptions } from './graph/graph-options.js'
export { type GexfOptions, parseGexf, safeParseGexf } from './gexf/parse-gexf.js'
export { type GraphmlOptions, parseGraphml, safeParseGraphml } from './graphml/parse-graphml.js'

// RDF
export { parseJsonLd, safeParseJsonLd } from './rdf/parse-json-ld.js'
export { parseTurtle, safeParseTurtle } from './rdf/parse-turtle.js'
