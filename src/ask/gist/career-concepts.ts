/** What words about careers stand for. */
export const careerConcepts: readonly (readonly [concept: string, phrases: string])[] = [
  [
    'kin',
    'nephew|niece|friend|son|daughter|cousin|brother|sister|wife|husband|mentee|trainee|student|intern|apprentice|mate|neighbour|neighbor',
  ],
  ['feedverb', 'promote|recruit|draw|take|get|find|source|hire'],
  [
    'start',
    'start in|begin in|start with|begin with|start your career|start a career|start your career in|start a career in|start out|start out in|begin your career|begin a career',
  ],
  [
    'someday',
    'someday|some day|one day|eventually|in the end|at some point|sometime|in the long run|in future|in the future|later|later on|ever|ultimately',
  ],
  [
    'go',
    'go|move|head|progress|advance|develop|rise|climb|grow|turn|take|takes|taking|follow|go through|pass through',
  ],
  [
    'next',
    'next step|next steps|next move|next moves|next role|next roles|next job|next jobs|next position|next positions|next promotion|onward move|onward moves|onward roles|onward steps|possible moves|career moves|promotion prospects|promotion|promotions|promotion options|progression options|progression|career options|career prospects|prospects|career steps|follow-on roles|next career step|next career steps|next career move|next career moves|next rung|next stage|follow-up roles|development options|comes next|come next|whats next|next up|up next|move on to|moves on to|progress to|progresses to|progress into|move up to|go on to|go on to be|go on to become|advance to|step up to|develop into|grow into|move into|following roles|successor role|successor roles|following step|following steps|further steps|next logical step|possibilities|opportunities|career opportunities|ahead',
  ],
  ['nextto', 'promoted to|be promoted to|get promoted to|promoted into|be promoted into'],
  [
    'after',
    'after|following|follows|follow|coming after|comes after|come after|once you have been|after being|beyond',
  ],
  ['nextword', 'next|afterwards|after that|from here|from there|onwards|onward|then next'],
  [
    'feeder',
    'feeder|feeders|feeder role|feeder roles|stepping stone|stepping stones|lead to|leads to|lead into|leads into|lead up to|leads up to|leading to|leading into|feed into|feeds into|feed|previous role|previous roles|preceding role|preceding roles|prior role|prior roles|earlier roles|stepping stones to|way into|ways into|route into|routes into|entry route|entry routes|progress into from|promote to|promoted into|take you to|take me to|takes you to|get you to|get me to|gets you to|get you there|get me there|qualify you for|prepare you for|prepare for|backgrounds|background',
  ],
  [
    'comefrom',
    'move from|come from|comes from|tend to come from|usually come from|promoted from|recruited from|drawn from|hired from|picked from',
  ],
  ['before', 'before|prior to|ahead of becoming|preceding'],
  [
    'from',
    'from|if i start as|if i begin as|if i start out as|if you start as|starting as|starting from|starting out as|coming from|start as|start from|start out as|beginning as|beginning from|starting at',
  ],
  ['to', 'to|until|till|up to|towards|into'],
  ['via', 'via|by way of'],
  [
    'path',
    'path|route|way|paths|routes|career path|career route|career paths|career routes|pathway|career pathway|road|journey|career journey|steps|moves|career ladder path|progression path|progression route|promotion path|promotion route|way up|course|career progression|career step by step|career track|trajectory|career trajectory|role by role|step by step|ways|itinerary|stages|stops|stations',
  ],
  [
    'gotto',
    'gets me to|get me to|takes me to|take me to|brings me to|gets you to|takes you to|leads me to|get to|gets to|go to|goes to|move to|moves to|progress to|come to|arrive at|getting to|get from|go from|move from|progress from|climb to|rise to|work up to|work my way up to|work their way up to|advance from',
  ],
  [
    'getthere',
    'get there|gets there|getting there|do i get there|i get there|get her there|get him there|get them there|gets him there|gets her there|gets them there|gets me there|takes me there|take me there|takes him there|takes her there|take her there|take him there|lead there|leads there|bring me there|manage that|manage it|achieve that|achieve this|achieve it|do that|do it|do this|go about it|go about that|make it|make that happen|reach it|reach that|reach this goal|reach that goal|that goal|this goal|there',
  ],
  [
    'fast',
    'fastest|quickest|soonest|fast|quick|quickly|most quickly|most fast|most quick|speediest|as fast as possible|as quickly as possible|as soon as possible|shortest time|least time|shortest in time|shortest in years|fewest years|least years|least number of years|smallest number of years|minimum number of years|minimum years|lowest number of years|in years|by years|time-wise|in time|in terms of time|in terms of years|takes the least time|take the least time|takes the fewest years|in the shortest time|in the least time|in the fewest years|least amount of time|counted in years|counting years|measured in years|minimum time|minimum of years|sooner|rapid|rapidly|most rapid|most rapidly|number of years|without wasting time|in a hurry',
  ],
  [
    'short',
    'shortest|fewest steps|fewest moves|least steps|least moves|most direct|simplest|easiest|best|fewest|fewest jobs|fewest promotions|smallest number of steps|smallest number of moves|least number of steps|minimum number of steps|minimum number of moves|fewest possible steps|as few steps as possible|as few moves as possible|direct',
  ],
  [
    'avoid',
    "without|w/o|avoiding|avoids|avoid|skipping|skips|skip|bypassing|bypasses|bypass|while bypassing|while avoiding|while skipping|leaving out|leaves out|omitting|omits|excluding|not via|not through|not by|but not by|but not via|but not through|but not|but without|but never|other than via|other than through|without going through|without passing through|without being|without becoming|without having been|without ever being|without having to be|without ever becoming|without working as|without first being|without first becoming|without doing|without having to become|without a spell as|without going via|not being|never being|not becoming|never becoming|do not want to be|don't want to be|doesn't want to be|does not want to be|don't want to become|doesn't want to become|do not want to become|would rather not be|would not like to be|would hate to be|can't stand being|can't stand the thought of being|can't stand the idea of being|don't fancy being|doesn't fancy being|not keen on being|not keen to be|refuses to be|refuse to be|never wants to be|never want to be|that skips|that avoids|that bypasses|that leaves out|which skips|which avoids|which bypasses|that does not go through|that doesn't go through|that does not include|that doesn't include|not involving|that does not involve|that doesn't involve|not including|not passing through|not going through|around|without the|sidestepping|circumventing|dodging|without touching|without stopping at|w/o being|without going by|without passing by",
  ],
  [
    'want',
    "want to|wants to|would like to|would love to|would rather like to|rather like to|who'd rather like to|'d like to|i'd like to|he'd like to|she'd like to|they'd like to|we'd like to|who'd like to|i'd love to|she'd love to|he'd love to|they'd love to|who'd love to|hope to|hopes to|hoping to|am hoping to|is hoping to|dream of|dreams of|dreaming of|is dreaming of|aim to|aims to|aiming to|is aiming to|am aiming to|wish to|wishes to|plan to|plans to|planning to|keen to|is keen to|am keen to|eager to|is eager to|am eager to|want|wants|wanting to|intend to|intends to|intending to|aspire to|aspires to|aspiring to|looking to|is looking to|am looking to|could|can|would|might|may|fancy|fancies|set on|is set on|am set on|ambition is to|my ambition is to|my goal is to|my dream is to|my aim is to|goal is to|dream is to|aim is to|trying to|is trying to|am trying to|long to|longs to|in a hurry to|is in a hurry to|am in a hurry to|have to|has to|need to|needs to|must|should|shall",
  ],
  [
    'become',
    'become|becomes|becoming|be|being|end up as|end up|make|make it to|get to be|get to become|reach|reaching|turn into|rise to|climb to|be promoted to|get promoted to|progress to|advance to|move up to|one day be|one day become|eventually be|eventually become|someday be|someday become|go up to|move to|land the job of|work up to|work my way up to|work their way up to|end as|make it as|step up to|grow into|arrive at|become the|develop into|obtain|attain',
  ],
  [
    'iam',
    "i'm|i am|we're|as|being|currently working as|i work as|i am working as|i'm working as|working as|i have been|i've been|i was hired as|i started as|i joined as|i've joined as|i have joined as|i've started as|i have started as|given that i'm|given that i am|since i'm|since i am|that i'm|that i am|because i am|because i'm|he's|she's|they're|he is|she is|they are|starting as|as our",
  ],
  ['years', 'years|year|many years|time|long'],
  [
    'entry',
    'entry role|entry roles|entry-level role|entry-level roles|entry level roles|entry level jobs|entry-level jobs|entry point|entry points|starting role|starting roles|starting point|starting points|starter jobs|starting jobs|entry jobs|entry positions|entry-level positions|starting positions',
  ],
  [
    'deadend',
    'dead end|dead ends|dead-end|dead-end role|dead-end roles|dead-end jobs|dead end jobs|dead end roles|no further progression|no next step|no next steps|no onward move|no onward moves|no further step|no further steps|no promotion|no way up|no way on|no career path|no further move|no further moves|no further promotion|nowhere to go|lead nowhere|leads nowhere|lead to nothing|leads to nothing',
  ],
]
