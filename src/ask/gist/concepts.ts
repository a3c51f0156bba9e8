import { Late } from '../../internal.js'
import { careerConcepts } from './career-concepts.js'
import { IDLE_PHRASES } from './idle-phrases.js'
import { ENDINGS, OPENINGS } from '../vocabulary.js'
import { lineConcepts } from './line-concepts.js'

/** What the other words of questions stand for. */
const CONCEPTS: readonly (readonly [concept: string, phrases: string])[] = [
  [
    'towhom',
    'to whom|to who|to which role|to which person|to which position|to which manager|under whom|under who|under which manager|under which role|under which boss|for whom|for who|into whom|into which role',
  ],
  ['whose', 'whose'],
  ['wh', 'whoever|who|whom|which|what|whose names|whose name|what all|who all|which one of|which of'],
  ['who', 'who|whom'],
  ['what', 'which|what'],
  ['is', "is|are|'s is|'re|was it that"],
  ['do', 'do|does'],
  [
    'isit',
    'whether|check if|see if|tell me if|know if|is it true that|is it right that|is it correct that|is it the case that|am i right that|can it be said that|could it be said that|is it fair to say that|would it be right to say that|would it be fair to say that|is it true|am i right in thinking that|am i right to think that|do i understand correctly that',
  ],
  [
    'list',
    'list|list of|a list of|full list of|complete list of|complete list|full list|overview|overview of',
  ],
  ['hiring', 'hiring|recruiting'],
  ['whoit', 'and if so who|if so who|and who|and who is it|and who is that|and who are they'],
  ['else', 'else|other|others|another'],
  ['how', 'how'],
  ['where', 'where'],
  [
    'many',
    'how many|what number of|the number of|number of|a count of|the count of|count of|count|what is the number of|how large a number of|total number of|the total number of|# of|#|no. of|quantity of|how many of',
  ],
  ['howmuch', 'how much|how expensive|how costly'],
  ['howbig', 'how big|how large|how wide|how broad|size of|the size of|size'],
  ['howhigh', 'how high|how far up|how senior'],
  [
    'howdeep',
    'how many levels down from the top|how many layers down from the top|how far down|how deep|how low|how far from the top|how many levels down|how many layers down|how many levels below the top',
  ],
  [
    'role',
    'role|roles|position|positions|post|posts|job|jobs|function|functions|box|boxes|job title|job titles|title|titles|place of work|places of work|kind of job|kinds of job|kinds of jobs|types of job|seat on the chart|occupation|capacity',
  ],
  [
    'people',
    'people|person|persons|two people|three people|which people|employees|employee|staff|staff members|members of staff|heads|workers|folks|individual|individuals|candidate|applicant|somebody|someone|anybody|anyone|human beings|humans|human|man|woman|colleague of ours',
  ],
  [
    'everyone',
    'anything|something|everyone|everybody|all people|all persons|all staff|all employees|all the people|all roles|all the roles|all of the roles|all jobs|all positions|all posts|each role|every role|everything|all',
  ],
  [
    'namesof',
    'name|names|name of|names of|name of the person|names of the people|name of the person who|the name of the person|the names of the people|names of the persons|called',
  ],
  ['span', 'span of control|span|spans of control|spans|management span'],
  [
    'most',
    'most|the most|largest|biggest|widest|broadest|greatest|largest number of|highest number of|greatest number of|biggest number of|maximum|heaviest|busiest|top number of|largest of',
  ],
  ['average', 'average|mean|on average'],
  [
    'grade',
    'grade|grades|band|pay band|job grade|pay grade|salary grade level|grade level|seniority grade|grading|graded|level of seniority|seniority level|grade number',
  ],
  [
    'layer',
    'layer|layers|tier|tiers|hierarchy level|hierarchical level|org level|organisational level|organizational level|reporting level|layer number|level of the hierarchy|level in the hierarchy|level of hierarchy|level of the chart|level of the org chart|level on the chart|level on the org chart|level in the chart|level in the org chart|management layers|management layer|management levels|management level|layers of management|levels of management|hierarchy levels|levels of hierarchy|reporting layers|reporting levels|levels in the hierarchy|levels of the hierarchy|hierarchical levels|level from the top|levels from the top',
  ],
  ['level', 'level|levels'],
  [
    'cost',
    'cost|costs|costing|cost of|spend|spending|spend on|spend for|pay for|paying for|wage bill|payroll cost|payroll costs|staff cost|staff costs|staffing cost|staffing costs|people cost|people costs|personnel cost|personnel costs|cost base|pay bill|total cost|total costs|overall cost|overall costs|combined cost|combined costs|annual cost|annual costs|salary bill|wages bill|salary cost|salary costs|total payroll cost|expenditure|expenditure on|expenditure for',
  ],
  [
    'fte',
    'fte|ftes|full-time equivalent|full-time equivalents|full time equivalent|full time equivalents|full-time-equivalents|fte count|fte total|fte number|fte figure',
  ],
  [
    'headcount',
    'headcount|head count|head-count|people count|staff count|staffing|staff numbers|staffing level|staffing levels|workforce size|workforce|manpower|number of people|number of staff|number of employees|number of heads|count of people|count of employees|people on the payroll|heads',
  ],
  [
    'seat',
    'seat|seats|chairs|filled seats|occupied seats|seats filled|seats occupied|seats taken|taken seats|seat count|filled seat count',
  ],
  ['filled', 'filled|occupied|taken|staffed|held|manned'],
  [
    'vacant',
    "vacant|open|empty|unfilled|free|unoccupied|available|up for grabs|without a holder|without holders|without an incumbent|without a postholder|without anyone|without anybody|without anyone in it|without anyone in them|don't have anyone|don't have anybody|do not have anyone|doesn't have anyone|doesn't have anybody|don't have anyone in them|don't have anybody in them|doesn't have anyone in it|have no one in them|have nobody in them|has nobody in it|has no one in it|with nobody|with no one|with nobody in it|with nobody in them|with no holder|with no holders|with no one in it|with no one in them|that have no holder|that have nobody|that has nobody|that nobody holds|nobody holds|no one holds|nobody in it|nobody in them|has nobody|have nobody|has no one|have no one|has no holder|have no holder|missing a holder|lack a holder|lacking a holder|lacks a holder|need filling|needs filling|need to be filled|needs to be filled|need to fill|needing to be filled|in need of filling|to be filled|to fill|still to fill|waiting to be filled|waiting for someone|waiting for somebody|looking for someone|looking for somebody|hiring for|recruiting for|hire for|recruit for|we are hiring|we are recruiting|trying to fill|unstaffed|unmanned|going|going begging|not filled|not taken|not occupied|not held by anyone|yet to be filled|nobody is doing|nobody does|no one does|advertised|lying vacant|standing empty|sitting empty|not yet filled|still not filled|unassigned|not assigned|not assigned to anyone|on offer",
  ],
  [
    'vacancy',
    'vacancy|vacancies|opening|openings|gap|gaps|open reqs|open req|open requisitions|reqs|requisitions|open headcount|vacancy list|list of vacancies|job openings|job vacancies|unfilled posts|free places|hole|holes|jobs going',
  ],
  [
    'hold',
    'hold|holds|holding|occupy|occupies|occupying|fill|fills|filling|hold down|do the job of|does the job of|doing the job of|in post as|assigned to|been assigned to|sitting in|sits in|perform|performs|performing|serve as|serves as|serving as|working as|works as|work as|work like|works like|working like|employed as|acting as|acts as|act as|staffs|hold the post of|holds the post of|holds the role of|hold the role of|holds the position of|hold the position of|doing the work of|does the work of|the holder of|holder of|holders of|incumbent of|incumbents of|occupant of|incumbent|incumbents|holder|holders|post holder|postholder|job holder|jobholder|occupant|who is it that|held by|filled by|occupied by|called|belong to|belongs to|is in post|in post|have in the|in the seat of|assigned|entrusted with|appointed as|appointed to|wear|wears',
  ],
  [
    'unit',
    'unit|department|dept|division|group|org unit|business unit|part of the company|part of the organisation|part of the organization|which team|what team',
  ],
  ['units', 'units|departments|divisions|teams|groups'],
  ['belong', 'belong to|belongs to|belong|belongs|part of|a part of|member of|a member of'],
  [
    'member',
    'member|members|membership|team members|line-up|lineup|roster|composition|make-up|makeup|staffed with|made up of|consist of|consists of|include|includes|contain|contains|comprise|comprises|belonging to|exist|exists',
  ],
  [
    'in',
    'in|inside|within|inside of|at|on|part of the|across|throughout|sitting in|working in|based in|employed in|that sit in|that work in',
  ],
  ['work', 'work|works|working|sit|sits|sitting|employed|based'],
  [
    'problem',
    'does it have any issues|does it have any problems|does it have any mistakes|does it have any errors|issues in it|problems in it|mistakes in it|errors in it|faults in it|issues with it|problems with it|problem|problems|issue|issues|error|errors|mistake|mistakes|fault|faults|anything wrong|something wrong|whats wrong|what is wrong|inconsistency|inconsistencies|defect|defects|anomaly|anomalies|irregularity|irregularities|data quality problems|flaw|flaws|warning|warnings|findings|data errors|data issues|data problems|rule violations|violations|structural problems|structural issues|structural errors|red flags',
  ],
  ['amiss', 'wrong|broken|incorrect|inconsistent|amiss|odd|off|not right|not in order'],
  [
    'detect',
    'detect|detected|find|found|spot|see|contain|contains|show|shows|have|has|flag|flagged|suffer from|suffers from|any|know of',
  ],
  [
    'cycle',
    'cycle|cycles|loop|loops|circular|circular reporting|circular reporting lines|circular lines|circularity|circularities|circular reference|circular references|reporting cycle|reporting cycles|reporting loop|reporting loops|go round in circles|goes round in circles|going round in circles|in a circle|in circles',
  ],
  [
    'acting',
    'acting|interim|acting role|acting roles|acting capacity|interim role|in an acting capacity|acting up|on an acting basis|standing in|acting basis|stand-in|stand-ins|acting holder|acting holders|temporarily acting',
  ],
  [
    'chart',
    'org chart|chart|organisation chart|organization chart|company|whole company|entire company|company-wide|companywide|business|firm|whole organisation chart|organogram|org data|data|organisational structure|organizational structure|structure|hierarchy|reporting structure|set-up|setup|whole chart|whole business|whole firm|outfit|org model|model|enterprise|group-wide|organisation as a whole|organization as a whole|organisation-wide|organization-wide|whole place|whole company together',
  ],
  ['ours', 'us|we|our'],
  [
    'total',
    'total|overall|combined|sum of|the sum of|in sum|together|in aggregate|all in|all up|summed up|grand total',
  ],
  ['me', 'i|me|myself|my|mine'],
  ["'s", "'s"],
  ['and', 'and|but|as well as|plus|and then|and also|&'],
  [
    'there',
    'that team|that department|that unit|that office|that group|that role|that job|that post|that position|this team|this role|this job|this post|this position|this department|the role|he|she|it|him|them|they|her|his|their|its',
  ],
]

const IDLE = 'idle'

/** The concepts of each phrase: several where it depends on the question which one is meant. They are made when a question needs them. */
export const CONCEPTS_OF = new Late<ReadonlyMap<string, ReadonlySet<string>>>(conceptsOf)

/** The most words of a phrase. */
export const LONGEST_PHRASE = 9

/** How questions begin and end, but for single words, which may mean something elsewhere: "the top of the list". */
function edgePhrases(): string {
  return [...OPENINGS, ...ENDINGS]
    .filter(({ length }) => length > 1)
    .map((phrase) => phrase.join(' '))
    .join('|')
}

function conceptsOf(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [concept, list] of [
    ...CONCEPTS,
    ...lineConcepts,
    ...careerConcepts,
    [IDLE, IDLE_PHRASES] as const,
    [IDLE, edgePhrases()] as const,
  ]) {
    for (const phrase of list.split('|')) {
      const words = phrase.replace(/(?<=\w)'s\b/g, " 's").replace(/^the (?=.)/, '')
      const known = found.get(words)
      if (known === undefined) found.set(words, new Set([concept]))
      else known.add(concept)
    }
  }
  return found
}
