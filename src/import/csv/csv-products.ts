import type { CsvMatch, CsvPart } from './csv-options.js'

/** The exports of a product. Headers are compared by their letters and digits only. */
export interface CsvProduct {
  readonly name: string
  /** A file is from the product if it has all headers of one of these lists. */
  readonly signs: readonly (readonly string[])[]
  /** Columns that belong together: the manager column has values of the id column. */
  readonly pairs?: readonly { readonly id: string; readonly manager: string; readonly match?: CsvMatch }[]
  /** Headers of each part of a role, the best first; those of {@link PLAIN} come after them. */
  readonly columns?: { readonly [Part in CsvPart]?: readonly string[] }
  /** The column that identifies roles if no column has ids. */
  readonly idOtherwise?: string
  /** Manager cells that mean "no manager". */
  readonly tops?: readonly string[]
  /** The characters between several dotted managers. */
  readonly separators?: string
  /** Whether only the headers of the product are read, and none of {@link PLAIN}. */
  readonly isWhole?: boolean
  /** How the headers of dotted columns with named lines begin; the name follows in brackets. */
  readonly namedDotted?: string
  /** Whether rows that repeat an id are further holders, unless the caller says otherwise. */
  readonly repeatedIds?: 'job-share'
  /** If the second row repeats these headers, it is a row of labels. */
  readonly labelled?: readonly string[]
}

/** The headers that are known in every file, and the only known ones if the product of a file is not known. */
export const PLAIN = Object.freeze<CsvProduct>({
  name: 'plain',
  signs: [],
  pairs: [
    { id: 'Position ID', manager: 'Reports to Position ID', match: 'id' },
    { id: 'Position ID', manager: 'Manager Position ID', match: 'id' },
    { id: 'Position ID', manager: 'Parent Position ID', match: 'id' },
  ],
  columns: {
    id: [
      ...['ID', 'Employee ID', 'Person ID', 'User ID', 'Unique ID', 'Worker ID', 'Staff ID', 'Associate ID'],
      ...['Employee Number', 'Employee No', 'Emp ID', 'Emp No', 'Personnel Number', 'Staff Number'],
      ...['Position ID', 'Post ID', 'Role ID', 'External ID', 'Badge ID', 'Person Number'],
      ...['DistinguishedName', 'DN'],
    ],
    manager: [
      ...['Manager ID', 'Manager Employee ID', 'Line Manager ID', 'Supervisor ID', 'Supervisor Employee ID'],
      ...['Reports to ID', 'Reports to Employee ID', 'Boss ID', 'Parent ID', 'Manager User ID'],
      ...['Manager Number', 'Manager Employee Number', 'Reports To Associate ID'],
      ...['Reporting Manager Employee Number', 'Supervisor Employee Number', 'Supervisor Number'],
      ...['Manager Email', 'Manager Email Address', 'Manager Work Email', 'Managers Email'],
      ...['Line Manager Email', 'Supervisor Email', 'Reports to Email'],
      ...['Manager', 'Line Manager', 'Reports to', 'Reporting to', 'Supervisor', 'Boss'],
      ...['Reporting Manager', 'Direct Manager', "Worker's Manager", 'Vorgesetzter'],
      ...['Manager Name', 'Line Manager Name', 'Supervisor Name', 'Reports to Name'],
    ],
    managerFirstName: ['Manager First Name', 'Line Manager First Name', 'Supervisor First Name'],
    managerLastName: ['Manager Last Name', 'Line Manager Last Name', 'Supervisor Last Name'],
    dotted: [
      ...[
        'Dotted ID',
        'Dotted IDs',
        'Dotted Line Manager ID',
        'Dotted Line Manager IDs',
        'Matrix Manager ID',
      ],
      ...['Dotted Line Manager Email', 'Dotted Line Manager', 'Dotted Line Managers', 'Dotted Line'],
      ...['Dotted Line Relationship', 'Dotted', 'Matrix Manager', 'Matrix Managers'],
    ],
    title: [
      'Job Title',
      'Title',
      'Position Title',
      'Role Title',
      'Business Title',
      'Position',
      'Role',
      'Job Position',
      'Job Title Description',
      'Designation',
    ],
    holder: ['Holder', 'Holders', 'Incumbent', 'Post Holder', 'Filled by'],
    name: ['Name', 'Full Name', 'Employee Name', 'Display Name', 'Person Name', 'Payroll Name'],
    firstName: ['First Name', 'Given Name', 'Forename', 'Legal First Name', 'Legal Name - First Name'],
    lastName: ['Last Name', 'Surname', 'Family Name', 'Legal Last Name', 'Legal Name - Last Name'],
    email: [
      'Email',
      'Email Address',
      'Work Email',
      'Work Email Address',
      'Business Email',
      'Email - Primary Work',
      'Company Email',
    ],
    unit: [
      'Department',
      'Unit',
      'Org Unit',
      'Organisational Unit',
      'Organizational Unit',
      'Department Name',
      'Home Department Description',
    ],
    family: ['Job Family'],
    fte: ['FTE', 'Full Time Equivalent'],
  },
})

/** The known products. If a file has the signs of several, the first is taken. */
export const PRODUCTS = Object.freeze<readonly CsvProduct[]>([
  {
    // Written by toCsv: every part that a table can hold.
    name: 'rolegraph',
    signs: [['Role ID', 'Reports To Role ID']],
    pairs: [{ id: 'Role ID', manager: 'Reports To Role ID', match: 'id' }],
    columns: {
      managerAs: ['Solid Line Name'],
      dotted: ['Dotted Line Role IDs'],
      title: ['Role Title'],
      holder: ['Role Holder'],
      person: ['Person ID'],
      share: ['Assignment Share'],
      kind: ['Assignment Kind'],
      from: ['Assigned From'],
      to: ['Assigned Until'],
      name: ['Person Name'],
      email: ['Person Email'],
      unit: ['Unit ID'],
      alsoIn: ['Further Unit IDs'],
      status: ['Role Status'],
      family: ['Role Family'],
      grade: ['Role Grade'],
      fte: ['Role FTE'],
      cost: ['Role Cost'],
      minYears: ['Required Years'],
    },
    separators: '\n',
    isWhole: true,
    namedDotted: 'Dotted Line Role IDs',
    repeatedIds: 'job-share',
  },
  {
    // The user data file. SAP notes 2087504 (a row of system keys, then a row of labels that has STATUS and USERID
    // as they are), 2236371 (NO_MANAGER; older templates write NO_MGR) and 2087496 (matrix managers: USERIDs
    // with a bar between them).
    name: 'SuccessFactors',
    signs: [['STATUS', 'USERID', 'MANAGER']],
    pairs: [{ id: 'USERID', manager: 'MANAGER', match: 'id' }],
    columns: { dotted: ['MATRIX_MANAGER'] },
    tops: ['NO_MANAGER', 'NO_MGR'],
    separators: '|',
    labelled: ['STATUS', 'USERID'],
  },
  {
    // frappe/erpnext, erpnext/setup/doctype/employee/employee.json: name is the id of the record, employee_name the person,
    // reports_to the name of another record; user_id is a login.
    name: 'ERPNext',
    signs: [['name', 'employee_name', 'reports_to']],
    pairs: [{ id: 'name', manager: 'reports_to', match: 'id' }],
    columns: { name: ['employee_name'] },
  },
  {
    // odoo/odoo, addons/web/controllers/export.py: by label (External ID, Manager/External ID) or by field (id,
    // parent_id/id); .id and parent_id/.id, the ids of the database, have the same letters.
    name: 'Odoo',
    signs: [['External ID', 'Manager/External ID'], ['parent_id/id']],
    pairs: [
      { id: 'External ID', manager: 'Manager/External ID', match: 'id' },
      { id: 'id', manager: 'parent_id/id', match: 'id' },
    ],
    columns: { unit: ['Department/External ID', 'department_id/id'] },
  },
  {
    // horilla-opensource/horilla, employee/methods/methods.py: managers are "Ann Roe (J0005)", the name and the badge id.
    name: 'Horilla',
    signs: [['Badge id', 'Reporting Manager']],
    pairs: [{ id: 'Badge id', manager: 'Reporting Manager', match: 'nameWithId' }],
    columns: { title: ['Job Position'] },
  },
  {
    // Seen in public code: Reporting Manager Employee Number has ids, Reporting To names.
    name: 'Keka',
    signs: [['Employee Number', 'Reporting Manager Employee Number']],
    pairs: [{ id: 'Employee Number', manager: 'Reporting Manager Employee Number', match: 'id' }],
    columns: { manager: ['Reporting To'] },
  },
  {
    // Exports of Get-ADUser: managers are distinguished names.
    name: 'Active Directory',
    signs: [['DistinguishedName', 'Manager']],
    pairs: [{ id: 'DistinguishedName', manager: 'Manager', match: 'id' }],
  },
  {
    // guide.orgchartnow.com/importexcelw and help.orgchartnow.com: PersonID, SupervisorID, Name, Title, Department,
    // DottedID. AltReportsTo with semicolons is its sibling's, OrgPlus (orgplus.com, RealTime Express).
    name: 'OrgChart Now',
    signs: [['PersonID', 'SupervisorID']],
    pairs: [{ id: 'PersonID', manager: 'SupervisorID', match: 'id' }],
    columns: { dotted: ['DottedID', 'AltReportsTo'] },
  },
  {
    // organimi.zendesk.com, "Creating an Excel / CSV file for import" (ID, First Name, Last Name, Boss ID, Dottedids
    // with colons between them) and "Data Import" (Unique ID, Manager ID, Firstname, Role Title).
    name: 'Organimi',
    signs: [['ID', 'Boss ID'], ['Unique ID', 'Manager ID', 'Role Title'], ['Dottedids']],
    pairs: [
      { id: 'ID', manager: 'Boss ID', match: 'id' },
      { id: 'Unique ID', manager: 'Manager ID', match: 'id' },
    ],
    columns: { dotted: ['Dottedids'], title: ['Role Title'] },
    separators: ':',
  },
  {
    // documentation.bamboohr.com, "Field names" (employeeNumber, supervisorEId, supervisorId, supervisorEmail, displayName,
    // jobTitle, workEmail); supervisorEId is the supervisor's employeeNumber, supervisorId the supervisor's id. On the
    // screens and in reports the fields are called Employee # and Reporting to.
    name: 'BambooHR',
    signs: [
      ['Employee #', 'Reporting to'],
      ['Employee #', 'Supervisor'],
      ['supervisorEId'],
      ['supervisorId', 'Employee #'],
    ],
    pairs: [
      { id: 'Employee #', manager: 'supervisorEId', match: 'id' },
      { id: 'ID', manager: 'supervisorId', match: 'id' },
      { id: 'Employee ID', manager: 'supervisorId', match: 'id' },
      { id: 'Employee #', manager: 'supervisorEmail', match: 'email' },
    ],
  },
  {
    // help.hibob.com, "Importing employee data" (people are matched by their e-mail; Reports to) and the public API, whose
    // fields the reports have (Employee ID in company, Reports to ID in company, Display name).
    name: 'HiBob',
    signs: [['Display name', 'Reports to'], ['work.reportsToIdInCompany']],
    pairs: [
      { id: 'Employee ID in company', manager: 'Reports to ID in company', match: 'id' },
      { id: 'work.employeeIdInCompany', manager: 'work.reportsToIdInCompany', match: 'id' },
    ],
    columns: {
      id: ['Employee ID', 'Employee ID in company', 'work.employeeIdInCompany'],
      manager: ['Reports to email', 'Reports to'],
      email: ['Email', 'root.email'],
      name: ['Display name', 'root.displayName'],
      title: ['Job title', 'work.title'],
      unit: ['Department', 'work.department'],
    },
    idOtherwise: 'Email',
  },
  {
    // The import template: Email, Name, Title and Manager Email; the address identifies a person.
    name: 'Lattice',
    signs: [['Email', 'Name', 'Manager Email']],
    idOtherwise: 'Email',
  },
  {
    // support.pingboard.com, "Setting up and mapping your CSV import": Reports To has the managers' e-mail addresses
    // (ideal), full names as "first last", or Pingboard user ids; the e-mail is the usual identifier.
    name: 'Pingboard',
    signs: [['Email', 'Reports To']],
    columns: { id: ['Pingboard User ID'], manager: ['Reports To'] },
    idOtherwise: 'Email',
  },
  {
    // support.microsoft.com, "About Organization Chart Wizard data": a name that may be the identifier, else an
    // identifier, and who one reports to, blank at the top. The wizard's own headers are Name, Reports_To, Title, Department.
    name: 'Visio',
    signs: [['Name', 'Reports_To']],
    columns: { id: ['Unique_ID', 'Employee_ID'], manager: ['Reports_To'] },
    idOtherwise: 'Name',
  },
])
