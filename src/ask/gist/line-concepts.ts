/** What words about who is above, below and beside stand for. */
export const lineConcepts: readonly (readonly [concept: string, phrases: string])[] = [
  [
    'boss',
    'boss|bosses|manager|managers|supervisor|supervisors|superior|superiors|line manager|line managers|line-manager|line boss|chief|hiring manager|reporting manager|direct manager|direct boss|direct superior|direct supervisor|immediate manager|immediate boss|immediate superior|immediate supervisor|team leader|team lead|overseer|people manager|higher-up|higher up',
  ],
  [
    'headof',
    'head|heads|leader|lead|responsible|person responsible|responsible person|person in charge|one in charge|in charge|chief|director|headed by|led by|run by|responsible for|in charge of|accountable for|heading|heading up|leading|running|runs|leads|heads up|at the helm|at the helm of|at the head of',
  ],
  [
    'reportto',
    'report to|reports to|reporting to|be reporting to|report into|reports into|reporting into|report directly to|reports directly to|reporting directly to|reporting straight to|directly report to|directly reports to|directly reporting to|report straight to|reports straight to|report straight into|reports straight into|report directly into|answer to|answers to|answering to|answer directly to|answers directly to|answerable to|accountable to|subordinate to|subordinated to|work for|works for|working for|work directly for|works directly for|working directly for|report in to|reports in to|must report to|has to report to|have to report to|report back to|reports back to|take orders from|takes orders from|take instructions from|takes instructions from',
  ],
  // What is a direct relation, and what is one at any depth: to ask for the one is not to ask for the other.
  [
    'straight',
    'report directly to|reports directly to|reporting directly to|reporting straight to|directly report to|directly reports to|directly reporting to|report straight to|reports straight to|report straight into|reports straight into|report directly into|answer directly to|answers directly to|work directly for|works directly for|working directly for',
  ],
  ['superior', 'superior|superiors'],
  // At the end, "right" asks for a confirmation.
  ['directly', 'directly|immediately'],
  [
    'rollup',
    'ultimately report up to|ultimately reports up to|report up to|reports up to|reporting up to|roll up to|rolls up to|rolling up to|roll up into|rolls up into|ultimately report to|ultimately reports to|ultimately answer to|feed up to|report directly or indirectly to|reports directly or indirectly to|reporting directly or indirectly to|directly or indirectly report to|directly or indirectly reports to',
  ],
  ['report', 'report|reports|reporting|answer|answers'],
  [
    'reports',
    'direct report|direct reports|subordinates|subordinate|underlings|reportees|directs|direct-reports|directly reporting roles',
  ],
  ['directs', 'direct report|direct reports|directs|direct-reports|directly reporting roles'],
  [
    'manage',
    'manage|manages|managing|supervise|supervises|supervising|oversee|oversees|overseeing|look after|looks after|looking after|boss around|commands|command|commanding|responsible directly for|has under|have under|line manage|line manages|line-manages|line-manage',
  ],
  [
    'managedby',
    'managed by|supervised by|overseen by|commanded by|line managed by|looked after by|line-managed by|bossed by',
  ],
  [
    'under',
    'under|below|beneath|underneath|subordinate of|subordinates of|down from|downstream of|underlings of|lower than|beneath of|under the',
  ],
  [
    'fallunder',
    'fall under|falls under|come under|comes under|sit under|sits under|is under|placed under|sit below|sits below|sit beneath|sits beneath|fall below|falls below|belong under|belongs under|hang under|hangs under|live under|lives under|work under|works under|rank below|ranks below|sitting under|sitting below|working under|coming under|falling under',
  ],
  [
    'above',
    'above|over|up the line from|up the chain from|on top of|ahead of|higher up from|upwards from|up from',
  ],
  [
    'sitabove',
    'sit above|sits above|stand above|stands above|come above|comes above|rank above|ranks above|sit over|sits over|placed above|is above|are above|rank over|ranks over|preside over|presides over|have authority over|has authority over|with authority over|authority over|having authority over',
  ],
  [
    'higher',
    'higher|more senior|senior to|superior to|higher than|more senior than|outrank|outranks|rank higher|ranks higher|rank higher than|ranks higher than|more important|more important than|more power|has more power|have more power|more powerful|more powerful than|higher rank|the higher rank|higher position|higher ranking|higher-ranking|higher ranked|more authority|more seniority|further up|further up than|higher up|higher up than|senior of|more high|more high than|highest of the two|more superior|more senior role|more senior one|the senior|ranked higher|ranked above|pulls rank|seniority|seniormost|most senior of',
  ],
  [
    'lower',
    'lower|more junior|junior to|lower than|more junior than|less senior|less senior than|lower rank|lower ranked|lower ranking|lower-ranking',
  ],
  ['or', 'or|vs|versus|vs.|compared to|compared with|against'],
  ['between', 'between|among|out of|of the two|of these two|from the two|of these|of them'],
  [
    'peer',
    'peer|peers|siblings|sibling|teammates|team mates|team-mates|counterparts|counterpart|equals|fellow reports|colleagues|colleague|peer group|peer roles|same-level colleagues|workmates|co-workers|coworkers|next to each other',
  ],
  ['same', 'same|the same|the very same|the same direct|identical'],
  [
    'share',
    'share|shares|sharing|have in common|has in common|in common|common|shared|joint|mutual|shared by|common to',
  ],
  ['both', 'both|both of|the both of|the two of|the two|each of'],
  [
    'lowest',
    'lowest|nearest|closest|first|lowest-ranking|lowest ranking|lowest ranked|lowest-level|lowest level|most junior|next',
  ],
  [
    'chain',
    'chain of command|chain|management chain|reporting chain|reporting line|reporting lines|line of command|line of authority|line of management|line of managers|line of bosses|line of reporting|hierarchy above|command chain|line management chain|chain of managers|chain of authority|chain of bosses|escalation path|escalation route|escalation chain|management line|reporting hierarchy|chain of reporting|upward chain|chain upwards|reporting structure above|ladder of managers',
  ],
  [
    'uptop',
    'all the way up|to the top|to top|up to the top|right to the top|right up to the top|all the way to the top|all the way up to the top|up to top|to the very top|right up to the very top|right up|upwards|up the line|up the chain|as far as the top|until the top|up the tree|up to the very top',
  ],
  [
    'deep',
    'counting every level|counting all levels|at all levels|at any level|at every level|on all levels|on every level|at any depth|at all depths|in total|altogether|all together|all told|all in all|in all|directly or indirectly|directly and indirectly|direct and indirect|direct or indirect|indirectly|all levels down|anywhere|somewhere|whole|full|entire|complete|tree|subtree|organization|organisation|org|whole org|whole organisation|whole organization|entire org|branch|reporting tree|at whatever level|at whichever level|ultimately|anywhere in|somewhere in|all levels|area|whole team|entire team|team below|down the line|somewhere down the line|anywhere down the line|further down|further down the line|from top to bottom|top to bottom',
  ],
  [
    'down',
    'downwards|downward|all the way down|to the bottom|down to the bottom|right down to the bottom|below them',
  ],
  [
    'direct',
    'if you only count direct reports|counting only direct reports|counting direct reports only|directly|immediately|immediate|direct|straight|one level|one step|one layer|first-line|right',
  ],
  ['team', 'team|crew|squad'],
  [
    'dotted',
    'dotted line|dotted lines|dotted-line|dotted|matrix|dotted reporting line|dotted reporting lines|secondary line',
  ],
  [
    'top',
    'at the top|at the very top|right at the top|right at the very top|top of the tree|top role|top person|top boss|big boss|the big boss|top dog|head honcho|highest|most high|top of the chart|top of the org chart|top of the company|at the top of the chart|highest-ranking|highest ranking|highest role|highest position|most senior|most powerful|number one|boss of bosses|overall boss|ultimate boss|top manager|supreme boss|over everyone|everyone ends up reporting to|that everyone reports to|everyone reports to|everyone ultimately reports to|above everyone|above everybody|over everybody|top of the pile|boss of everyone|boss of everybody|boss of us all|boss of all|with no boss|without a boss|with no manager|without a manager|has no boss|has no manager|have no manager|have no boss|reports to nobody|reports to no one|report to nobody|report to no one|reports to no-one|answers to nobody|answers to no one|answer to nobody|has nobody above it|has no one above it|has nobody above them|has no one above them|have nobody above them|have no one above them|has nobody above|has no one above|nobody above|no one above|with nobody above it|with nobody above them|with no one above it|with no one above them|at the apex|apex|at the summit',
  ],
  ['line', 'line|lines|form|forms|make up|structure'],
]
