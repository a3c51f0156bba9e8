/** The products whose tables can be written, and `rolegraph` for a table with everything that a table can hold. */
export type CsvProductName = 'rolegraph' | keyof typeof PRODUCT_SHAPES

/** What a column of a product has. */
export type ProductField =
  | 'id'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'title'
  | 'unit'
  | 'email'
  | 'manager'
  /** The name and the id: `Ann Roe (J05)`. */
  | 'managerLabel'
  | 'dotted'
  | 'active'

/** The table of a product. */
export interface ProductShape {
  readonly columns: readonly (readonly [header: string, field: ProductField])[]
  /** What stands for no manager. Default: a blank. */
  readonly top?: string
  /** What is between several dotted managers. */
  readonly separator?: string
  /** Whether a row of labels follows the header line. */
  readonly isLabelled?: boolean
  /** The columns by which the table is recognised, so that they are written even if they are blank. */
  readonly needs?: readonly ProductField[]
}

const FIRST_AND_LAST = [
  ['First Name', 'firstName'],
  ['Last Name', 'lastName'],
] as const

/** The tables of products, with the headers of their exports and import templates, each by its source in csv-products.ts. */
export const PRODUCT_SHAPES = Object.freeze({
  'active-directory': {
    columns: [
      ['DistinguishedName', 'id'],
      ['Name', 'name'],
      ['Title', 'title'],
      ['Department', 'unit'],
      ['EmailAddress', 'email'],
      ['Manager', 'manager'],
    ],
  },
  adp: {
    columns: [
      ['Associate ID', 'id'],
      ['Legal First Name', 'firstName'],
      ['Legal Last Name', 'lastName'],
      ['Job Title Description', 'title'],
      ['Home Department Description', 'unit'],
      ['Work Email', 'email'],
      ['Reports To Associate ID', 'manager'],
    ],
  },
  bamboohr: {
    columns: [
      ['Employee #', 'id'],
      ...FIRST_AND_LAST,
      ['Job Title', 'title'],
      ['Department', 'unit'],
      ['Work Email', 'email'],
      ['supervisorEId', 'manager'],
    ],
  },
  erpnext: {
    columns: [
      ['name', 'id'],
      ['employee_name', 'name'],
      ['designation', 'title'],
      ['department', 'unit'],
      ['company_email', 'email'],
      ['reports_to', 'manager'],
    ],
    needs: ['name'],
  },
  hibob: {
    columns: [
      ['work.employeeIdInCompany', 'id'],
      ['root.displayName', 'name'],
      ['root.email', 'email'],
      ['work.title', 'title'],
      ['work.department', 'unit'],
      ['work.reportsToIdInCompany', 'manager'],
    ],
  },
  horilla: {
    columns: [
      ['Badge id', 'id'],
      ...FIRST_AND_LAST,
      ['Email', 'email'],
      ['Department', 'unit'],
      ['Job Position', 'title'],
      ['Reporting Manager', 'managerLabel'],
    ],
  },
  keka: {
    columns: [
      ['Employee Number', 'id'],
      ['Display Name', 'name'],
      ['Job Title', 'title'],
      ['Department', 'unit'],
      ['Work Email', 'email'],
      ['Reporting Manager Employee Number', 'manager'],
    ],
  },
  odoo: {
    columns: [
      ['External ID', 'id'],
      ['Name', 'name'],
      ['Job Position', 'title'],
      ['Department/External ID', 'unit'],
      ['Work Email', 'email'],
      ['Manager/External ID', 'manager'],
    ],
  },
  'orgchart-now': {
    columns: [
      ['PersonID', 'id'],
      ['Name', 'name'],
      ['Title', 'title'],
      ['Department', 'unit'],
      ['Email', 'email'],
      ['SupervisorID', 'manager'],
      ['DottedID', 'dotted'],
    ],
    separator: ';',
  },
  organimi: {
    columns: [
      ['ID', 'id'],
      ...FIRST_AND_LAST,
      ['Role Title', 'title'],
      ['Department', 'unit'],
      ['Email', 'email'],
      ['Boss ID', 'manager'],
      ['Dottedids', 'dotted'],
    ],
    separator: ':',
  },
  pingboard: {
    columns: [
      ['Pingboard User ID', 'id'],
      ...FIRST_AND_LAST,
      ['Email', 'email'],
      ['Job Title', 'title'],
      ['Department', 'unit'],
      ['Reports To', 'manager'],
    ],
    needs: ['email'],
  },
  successfactors: {
    columns: [
      ['STATUS', 'active'],
      ['USERID', 'id'],
      ['FIRSTNAME', 'firstName'],
      ['LASTNAME', 'lastName'],
      ['EMAIL', 'email'],
      ['TITLE', 'title'],
      ['DEPARTMENT', 'unit'],
      ['MANAGER', 'manager'],
      ['MATRIX_MANAGER', 'dotted'],
    ],
    top: 'NO_MANAGER',
    separator: '|',
    isLabelled: true,
  },
  ukg: {
    columns: [
      ['Employee Number', 'id'],
      ...FIRST_AND_LAST,
      ['Job Title', 'title'],
      ['Department', 'unit'],
      ['Email Address', 'email'],
      ['Supervisor Employee Number', 'manager'],
    ],
  },
  visio: {
    columns: [
      ['Unique_ID', 'id'],
      ['Name', 'name'],
      ['Title', 'title'],
      ['Department', 'unit'],
      ['Email', 'email'],
      ['Reports_To', 'manager'],
    ],
    needs: ['name'],
  },
  workday: {
    columns: [
      ['Employee ID', 'id'],
      ['Legal Name - First Name', 'firstName'],
      ['Legal Name - Last Name', 'lastName'],
      ['Email - Primary Work', 'email'],
      ['Business Title', 'title'],
      ['Department', 'unit'],
      ['Manager Employee ID', 'manager'],
    ],
  },
} satisfies Record<string, ProductShape>)

/** The names of the tables, in order. */
export const CSV_PRODUCTS: readonly CsvProductName[] = Object.freeze([
  'rolegraph',
  ...(Object.keys(PRODUCT_SHAPES) as (keyof typeof PRODUCT_SHAPES)[]),
])
