const NOT =
  "(without|avoiding|skipping|bypassing|leaving out|leave out|omitting|excluding|except|not|but not|but without|skip|avoid|omit|but avoid|but skip|(that|which) (avoids|skips|bypasses|omits|leaves out|does not|doesn't|does not include|doesn't include)|but i (do not|don't) want|without ever|other than|but (does not|doesn't|do not|don't) (want to|fancy|wish to|like)|but never|never)"
const PASSING =
  '[to be|to become|to go|to pass|go|pass|going|passing|being|becoming|having been|ever being|a spell as|time as|working as|having to be|having to become|spending time as|being a|use|using|include|including|touching|a stint as]'
const WITHOUT = `${NOT} ${PASSING} [through|via|by way of] {role3} [job|role|post|position] [or {role4}] [first|in between|along the way|on the way|at any point|in the middle|at all|on the way up|as a step]`
const VIA = '(via|through|by way of|passing through|going through|passing) {role5}'

/** Phrases that patterns share, in the notation of patterns: `:boss` stands for any of its alternatives. */
export const PHRASES: ReadonlyMap<string, string> = new Map([
  ['is', "(is|are|'s|'re)"],
  ['all', '[the|all|all the|all of the|every|each|all of]'],
  ['role', '(role|roles|position|positions|post|posts|job|jobs|box|boxes|place|places)'],
  [
    'people',
    '(people|persons|employees|staff|members of staff|folks|heads|workers|colleagues|staff members)',
  ],
  [
    'anyone',
    '(who|whom|who if anyone|who if anybody|which (:role|:people|person|one|ones)|what (:role|:people|person)|who all)',
  ],
  // Opens a question about something: "who is", "what are all the", or nothing.
  ['q', '[:anyone|what|which|whom|which one|whos] [:is] :all [:its] [:its]'],
  ['its', '(current|currently|our|actual|present|combined|overall)'],
  ['do', '(do|does)'],
  [
    'andwho',
    '[and|if so] (who|to whom|whom|who is it|who is that|who are they|who to|which :role|which|if so who|if so to whom|what :role)',
  ],
  ['direct', '[direct|immediate|line|solid|solid line|solid-line|own|reporting|current|actual]'],
  [
    'boss',
    '(boss|bosses|manager|managers|line boss|supervisor|supervisors|superior|superiors|line-manager|chief)',
  ],
  ['reports', '(reports|direct-reports|subordinates|underlings|reportees|directs)'],
  ['subordinates', '(subordinate|subordinates|underling|underlings)'],
  // What asks for one line and no more. A superior or a subordinate may be further away unless they are direct.
  ['directly', '(directly|immediately|straight|direct)'],
  ['close', '(directly|immediately|straight|right|just|next|one level|one layer|one step)'],
  [
    'linemanager',
    '(boss|bosses|manager|managers|line boss|supervisor|supervisors|line-manager|line-managers|chief|line supervisor)',
  ],
  ['directboss', '(:direct :linemanager|(direct|immediate) (superior|superiors))'],
  [
    'directreport',
    '([direct|immediate|own|line] (report|reports|reportee|reportees)|direct-report|direct-reports|directs|(direct|immediate) :subordinates)',
  ],
  ['linemanage', '(manage|supervise|oversee|lead|run|boss|head|line manage|line-manage)'],
  ['linemanages', '(manages|supervises|oversees|leads|runs|bosses|heads|line manages|line-manages)'],
  ['linemanaged', '(managed|supervised|overseen|led|run|headed|line managed|line-managed)'],
  [
    'peer',
    '(peer|peers|sibling|siblings|colleague|colleagues|teammate|teammates|team mates|team-mates|counterparts|co-workers|coworkers|workmates|fellow reports)',
  ],
  ['team', '(team|crew|squad|group)'],
  ['manage', '(manage|supervise|oversee|lead|run|boss|head|direct|head up)'],
  [
    'manages',
    '(manages|supervises|oversees|leads|runs|bosses|looks after|heads|heads up|directs|:is in charge of|:is responsible for|:is the boss of)',
  ],
  ['managed', '(managed|supervised|overseen|led|run|headed|directed)'],
  [
    'uptop',
    '(all the way|up|upwards|upward|to the top|up to the top|up to top|right up|all the way up|all the way to the top|to the very top|right up to the top)',
  ],
  ['above', '(above|over|higher up than|further up than|up the chain from)'],
  [
    'deep',
    '(directly or indirectly|directly and indirectly|indirectly or directly|direct or indirect|direct and indirect|indirect and direct|directly or not|directly or otherwise|at any level|at any depth|at all levels|on all levels|all levels|every level|in total|in all|altogether|all told|all in|all the way down|downwards|down|across all levels|across every level|on every level|at every level|including indirectly|including indirect ones|including indirect reports|indirect reports included|indirect ones included|indirect included|direct or not|right down to the bottom|all the way to the bottom|to the bottom|down to the bottom|recursively|and below|and so on down|in any way|ultimately|eventually|overall)',
  ],
  ['below', '(downstream of|down from|below|under|beneath|underneath|lower down than|further down than)'],
  ['higher', '(higher|more senior|senior|superior|more important|further up|more high|senior-most|upper)'],
  ['lower', '(lower|more junior|junior|less senior|inferior|subordinate)'],
  [
    'chart',
    '(chart|org chart|organization|organisation|org|company|hierarchy|structure|business|firm|office|place)',
  ],
  [
    'inchart',
    '[in|on|of|across|within|for|with] [the|this|our|whole|entire|the whole|the entire|this whole|this entire|our whole|our entire] :chart',
  ],
  [
    'howmany',
    '(how many|what number of|what is the number of|number of|the number of|count of|the count of|count)',
  ],
  [
    'path',
    '(path|route|way|career step|career steps|career route|career path|career route|progression|career progression|career|road|journey|ladder|career ladder|pathway|career pathway|steps)',
  ],
  [
    'get',
    '(get|go|move|progress|advance|rise|climb|grow|work up|work my way|work their way|develop|step up)',
  ],
  ['someone', '(i|you|one|we|somebody|someone|a person|people|they)'],
  [
    'nextstep',
    '(next step|next steps|next move|next moves|next role|next roles|next job|next jobs|next position|next positions|next promotion|next promotions|next career step|next career steps|next career move|next career moves|next logical step|next rung|next rungs|follow-on roles|following roles|career options|promotion|promotions|promotion options|career moves|career next move|career next step|next career options|options|development options|career steps|progression options|next career move|next possible step|next possible steps|possible next step|possible next steps|next stage|next grade up|step up|steps up|natural next step|next natural step|logical next step|likely next step|usual next step)',
  ],
  [
    'vacant',
    '(vacant|open|empty|unfilled|free|unoccupied|up for grabs|without an incumbent|without a holder|without anyone|without anybody|without a postholder|going begging|unstaffed|a vacancy|in need of filling|without anyone in it|without anyone in them)',
  ],
  [
    'vacancies',
    '(vacancies|vacancy|openings|open [:role]|vacant [:role]|gaps|available :role|empty [:role]|unfilled [:role]|:role (that|which) :is [currently|still] :vacant|:role [currently|still] (vacant|unfilled|unoccupied|up for grabs|without an incumbent|without a holder)|(seats|chairs|slots) (that|which) :is :vacant|(empty|vacant|open|unfilled|free) (seats|seat|chairs|slots|headcount))',
  ],
  ['held', '(held|filled|occupied|staffed)'],
  [
    'unit',
    '(unit|department|dept|dept.|team|division|group|office|part of the organization|part of the organisation|part of the company|org unit|business unit)',
  ],
  ['units', '(units|departments|teams|divisions|groups|offices|subunits|sub-units|subteams)'],
  ['span', '(span|span of control|spans|spans of control)'],
  ['both', '[both|both of]'],
  ['nextabove', '(next above|above|over|in charge of|responsible for|the boss of|senior to|superior to)'],
  [
    'including',
    '(including (himself|herself|itself|themselves|themself|him|her|it|them)|(him|her|it|them|himself|herself|itself) included|(himself|herself|itself|themselves) too|inclusive)',
  ],
  ['common', '(common|shared|joint|mutual)'],
  ['lowest', '[lowest|nearest|closest|first|next|nearest lowest]'],
  [
    'chain',
    '(chain|chain of command|management chain|reporting chain|command chain|reporting line|reporting lines|line of command|line of management|management line|hierarchy)',
  ],
  [
    'problems',
    '(problems|problem|issues|issue|errors|error|mistakes|faults|anything wrong|inconsistencies|defects|anomalies|oddities|data problems|structural problems|structural issues|quality problems|warnings|red flags|mess|flaws)',
  ],
  [
    'cycles',
    '(cycles|cycle|loops|loop|circular reporting|reporting cycles|reporting loops|circular lines|circular reporting lines)',
  ],
  ['limits', `[${VIA}] [${WITHOUT}]`],
  ['dotted', '(dotted|dotted-line|dotted line|matrix|functional|secondary)'],
])

/** Words that mean nothing within a question. */
export const FILLERS: ReadonlySet<string> = new Set(
  'please pls exactly actually currently presently now then just really again ok okay kindly usually generally normally typically formally officially internally'.split(
    ' ',
  ),
)

const CHARTS =
  'chart|org chart|organization|organisation|org|company|hierarchy|business|office|structure|place|firm|model|reference model|tree|career ladder|outfit|organogram|organisation chart|organization chart|whole company|whole organization|whole organisation|whole chart'

/** "in our company", "on the org chart": where a question is asked. */
const PLACES = ['in', 'on', 'at', 'within'].flatMap((word) =>
  ['the', 'this', 'our'].flatMap((article) =>
    CHARTS.split('|').map((chart) => `${word} ${article} ${chart}`),
  ),
)

/** Phrases that may open a question, each in words. */
export const OPENINGS: readonly (readonly string[])[] = phrases(
  'somebody told me|someone told me|i heard|i was told|i hear|please|pls|hi|hiya|morning|afternoon|evening|hi|hello|hey|sorry|sorry to bother you|sorry to bother you but|excuse me|quick one|quick one:|but|hi there|hello there|good morning|ok|okay|so|well|and|now|just|;|quick question|question|a question|um|oh',
  PLACES.join('|'),
  'tell me|can you tell me|could you tell me|could you please tell me|can you please tell me|would you tell me|will you tell me',
  "can you|could you|would you|i want to know|i would like to know|i'd like to know|i need to know|i wanted to know|i wonder|i was wondering",
  'do you know|do we know|let me know|remind me|show me|show|show us|list|list me|give me|get me|get|find|find me|find out|name|trace|list out|look up|tell us',
  'i need|i want|i want to see|i would like to see|let me see|say|explain|any idea|any idea of|what about|how about|anyone know|does anyone know|remind me again|please confirm|confirm|please confirm that|can you confirm|could you confirm|could you list|can you list|please list|please show|pull up|identify|establish|determine|can anyone tell me|can someone tell me',
  'can i see|can i have|could i see|could i have|may i see|may i know|may i ask|i am looking for|looking for|work out|figure out|check|according to the chart|in the chart|on the chart|as of now',
  'the question is|my question is|i am trying to find out|trying to find out|help me find|help me find out|a list of|the list of|list of|full list of|a full list of|the full list of|complete list of|any|the names of|the name of',
)

/** Phrases that may end a question. */
export const ENDINGS: readonly (readonly string[])[] = phrases(
  PLACES.join('|'),
  'please|pls|thanks|thank you|thx|cheers|ta|;|right now|now|currently|at the moment|at present|presently|today|here|around here|as of now|these days|then|exactly|again|for me|btw|by the way',
  'us|round here|around here|all in|all told|would you|could you|can you|will you|if you would|if you can|if you could|if you know|who is that|who is it|what is it|which is it|which one is it|do we know|any idea|any ideas|as it stands|as things stand|internally|in general|would it be|roughly|again please|i wonder|i forget|in the company please|anywhere|in this outfit|in any capacity|for us|for me please|in my company|now please|in our place',
  'from top to bottom|top to bottom|on the payroll|on our payroll|in total|in all|altogether|all in all|overall|anyway|do you know|if you please|many thanks|thanks a lot|thank you very much|according to the chart',
)

function phrases(...lists: readonly string[]): readonly (readonly string[])[] {
  return lists.flatMap((list) => list.split('|').map((phrase) => phrase.split(' ')))
}
