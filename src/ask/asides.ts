import { phrasesIn } from './words.js'

/** A part of a text that has only such words asks nothing and limits nothing. */
export const IDLE: ReadonlySet<string> = new Set(
  (
    'a about again all am any anything favour favor fine great doing weekend hope hoping day week trust bothering helpful assistance advance urgent soon possible everything thanks-a-lot tia regards best kr br an and any anyone apologies argument ask asked asking afternoon basic bet bit bother bothering but can check checking cheers confirm confused correct curiosity curious dear do double-check dumb easy embarrassed er erm evening everyone excuse favorite favourite first folks for forget forgot from fun get getting go good got hello help hey hi hiya hm hmm honest hurry i if idea in interest is it just keep kind kindly know lazy let listen look looking lost maybe may me memory mind mix mixed mixing morning must my new nice now obvious of off oh ok okay on one out pardon please pls probably question questions quick quickie quickly random really record refresh remember remind right rush sake settle silly simple small so something sorry stupid sure ta team thank thanks that the then there these thing things think this thx tiny to today tell trivia trying um umm understand up us very want wanted well will wondering wonder wondered wrong yeah yep yes you your would could' +
    " i'd i'll i'm i've 'm 's 're can't"
  ).split(' '),
)

/** How a statement of the speaker begins that comes before or after a question. */
export const STATEMENTS: readonly (readonly string[])[] = phrasesIn(
  "i need to|i have to|i've got to|i've to|i want to|i'd like to|i must|i should|i'm trying to|i am trying to|i'm about to|i'm new|i am new|i just started|i just joined|i've just started|i've just joined|i started|i always|i keep|i forget|i forgot|i can never|i'm doing|i am doing|i'm preparing|i'm writing|i'm updating|i'm drafting|i'm making|i'm filling|i am filling|i'm putting|we need to|we have to|we're doing|we're preparing|we're updating|my boss|my manager|someone asked|somebody asked|it is for|it 's for|this is for|asking for|need to|trying to|so i can|so we can|so that i|so i know|so i",
)

/** When an answer would be needed: it makes no difference to the answer. */
export const OCCASIONS: readonly (readonly string[])[] = phrasesIn(
  ['something', 'anything', 'things', 'it']
    .flatMap((what) =>
      ['goes wrong', 'go wrong', 'comes up', 'breaks', 'happens'].map((verb) => `if ${what} ${verb}`),
    )
    .concat(
      ['a problem', 'an issue', 'a question', 'an emergency', 'questions', 'trouble'].flatMap((what) => [
        `if there 's ${what}`,
        `if there is ${what}`,
        `if i have ${what}`,
        `if we have ${what}`,
        `in case of ${what}`,
      ]),
    )
    .concat(
      'in an emergency',
      'if i get stuck',
      'if anyone asks',
      'if someone asks',
      'if somebody asks',
      'just in case',
    )
    .join('|'),
)

/** Words that may limit a question or ask another: a part with one of them is not left out. */
export const DOUBTFUL: ReadonlySet<string> = new Set(
  (
    'not never no none nobody nothing neither nor without except excluding only solely just-only unless if whether should would could might may will shall ' +
    'before after when until till since while during once ago last next previous former formerly past future then yesterday tomorrow soon later earlier ' +
    'was were had did used who whom whose what which how why where or versus but instead other others another else ' +
    'mean meaning meant interested talking speaking referring suppose supposing imagine assume assuming assumed pretend say hypothetically ideally theoretically ' +
    'in at within from under outside beyond between above below by with as among ' +
    'year years month months week weeks quarter temporary temporarily permanent contractors contractor interns part-time full-time merger reorg'
  ).split(' '),
)

/** What an answer may be for: "for the board pack". */
export const PURPOSES: ReadonlySet<string> = new Set(
  'review plan planning budget budgeting round forecast event party lunch dinner ceremony application questionnaire database system template proposal bid tender return filing checklist matrix exercise statistics stats pack committee case newcomers leaflet brochure programme schedule timesheet timesheets invoice expenses visit project-plan invite invites invitation invitations report slide slides deck presentation pack email e-mail mail meeting agenda minutes sign-off signoff approval audit form forms letter newsletter spreadsheet record records directory announcement list mailing memo interview interviews handover rota website intranet page diagram document paper wiki induction onboarding workshop offsite away-day survey contract file files calendar catch-up one-to-one call card badge poster'.split(
    ' ',
  ),
)

/** What may come before a topic: "about the planner", "I just joined as". A part that begins with "I" tells what the speaker is. */
export const LEADS: ReadonlySet<string> = new Set(
  (
    "and about regarding re concerning as for regards on take looking at thinking of topic role person i i'm i've i'll we we're am are is be been 'll will have has now just recently newly freshly " +
    'new started starting start joined joining join work working works employed hired appointed assigned currently presently here with you us because since given that so the a an our my your ' +
    'if someone somebody one you took take takes takes on gets get got becomes become became placed place put candidate hire person colleague friend ' +
    "there 's monday tuesday wednesday thursday friday today tomorrow week month this last next soon about to in on two three few years year days ago say suppose being position job post role of"
  )
    .split(' ')
    .filter((word) => !['last', 'ago', 'became', 'suppose'].includes(word)),
)

/** What may come after a topic that the speaker is: "for a while now". */
export const TRAILS: ReadonlySet<string> = new Set(
  'couple of for a an while now some time years year months weeks two three four five six several few many at with here us you on my our list this since today next monday tuesday wednesday thursday friday week month soon myself team the company firm heart already and so too but job role position post record'.split(
    ' ',
  ),
)

/** What says that somebody asks: the question follows. */
export const ASKING: readonly (readonly string[])[] = phrasesIn(
  "settle an argument for us|settle an argument|settle a bet|asks|asked|asking|is asking|has asked|have asked|asks me|asked me|asks for|asked for|asks about|wants to know|want to know|like to know|needs to know|need to know|wonders|wondering|wonder|ask|ask you|tell me|tell us|let me know|let us know|find out|remember|remind me|show me|send me|give me|list|do you know|know|i've no idea|i have no idea|no idea|you say|i'd need the|i would need the|i need the|i'd like the|i'd need a|i need a list of|i'd like a list of|i'd need a list of|me with|to check|curious|figure out|work out|look up",
)

/** How a sentence begins in which the speaker tells of themselves, or of somebody who is not named. */
export const SUBJECTS_OF_STATEMENTS: readonly (readonly string[])[] = phrasesIn(
  "i|i'm|i've|i'd|i'll|we|we're|we've|we'd|we'll|my|our|someone|somebody|a friend|a colleague|a client|a customer|a supplier|a candidate|a visitor|one of my|one of our|everyone|people|they|it|it 's|this|that 's|there|there 's|hope|hoping|trusting|given that i|given that i'm|since i|since i'm|because i|as i|as we|so i|so we|and i|and we|but i|but we|just|sorry|apologies|thanks|thank you|the other|some of us|some people|half of",
)

/** Words with which a story limits what is asked, or says that the chart is not what it is. */
export const LIMITS: ReadonlySet<string> = new Set(
  (
    'only solely just-only except excluding mean meaning meant interested referring refer care cares concerned talking speaking suppose supposing imagine assume assuming pretend say hypothetically ideally theoretically ' +
    'unless whether if without within outside between among last previous former formerly past yesterday why how where whom whose ' +
    'contractors contractor interns part-time full-time permanent temporary specifically instead rather alone else other others another not-yet exclude ignore ignoring include tomorrow'
  ).split(' '),
)

/** Words of charts that limit or change a question which does not have them. */
export const OF_CHARTS: ReadonlySet<string> = new Set(
  (
    'dotted solid matrix functional vacant vacancy vacancies unfilled filled direct directly indirect indirectly level levels layer layers deep fte headcount count counts counting counted twice skip skipping omit omitting excepted ' +
    "isn't aren't wasn't weren't january february march april june july august september october november december"
  ).split(' '),
)

/** Words that change who is where: what comes after them is asked of another chart. */
export const CHANGES: ReadonlySet<string> = new Set(
  'departed departing departs notice longer switch switches switched switching reassigned reassign pull pulling pulled trade traded trading swapping splitting merging doubled doubling halved dissolved dissolve outsourced outsourcing hired recruited absorbed left leave leaves leaving quit quits resign resigns resigned resigning retire retires retired retiring fired sacked dismissed promoted promotes demoted moved moves moving swap swaps swapped merge merges merged merger replaced replaces replace dies died joins transferred transfers gone abolished abolish scrapped scrap closed close split splits reorganised reorganized reorg restructure restructured takeover'.split(
    ' ',
  ),
)

/** The words of a question that only points at what was named: "who would that be", "do you have the figure". */
export const TAGS: ReadonlySet<string> = new Set(
  "who whom what which that it this they those these is are would be could can will do does you we i please let me us know tell say have the a figure figures number numbers answer answers name names ones one and so exactly if 's 're may ask idea any again then check to remind confirm i'd need like should invite include cc copy put down list in role person job position post".split(
    ' ',
  ),
)
