import { phrasesIn } from './words.js'

/** A part of a text that has only such words asks nothing and limits nothing. */
export const IDLE: ReadonlySet<string> = new Set(
  (
    'a about again all am an and any anyone apologies argument ask asked asking afternoon basic bet bit bother bothering but can check checking cheers confirm confused correct curiosity curious dear do double-check dumb easy embarrassed er erm evening everyone excuse favorite favourite first folks for forget forgot from fun get getting go good got hello help hey hi hiya hm hmm honest hurry i if idea in interest is it just keep kind kindly know lazy let listen look looking lost maybe may me memory mind mix mixed mixing morning must my new nice now obvious of off oh ok okay on one out pardon please pls probably question questions quick quickie quickly random really record refresh remember remind right rush sake settle silly simple small so something sorry stupid sure ta team thank thanks that the then there these thing things think this thx tiny to today tell trivia trying um umm understand up us very want wanted well will wondering wonder wondered wrong yeah yep yes you your would could' +
    " i'd i'll i'm i've 'm 's can't"
  ).split(' '),
)

/** How a statement of the speaker begins that comes before or after a question. */
export const STATEMENTS: readonly (readonly string[])[] = phrasesIn(
  "i need to|i have to|i've got to|i've to|i want to|i'd like to|i must|i should|i'm trying to|i am trying to|i'm about to|i'm new|i am new|i just started|i just joined|i've just started|i've just joined|i started|i always|i keep|i forget|i forgot|i can never|i'm doing|i am doing|i'm preparing|i'm writing|i'm updating|i'm drafting|i'm making|i'm filling|i am filling|i'm putting|we need to|we have to|we're doing|we're preparing|we're updating|my boss|my manager|someone asked|somebody asked|it is for|it 's for|this is for|asking for|need to|trying to|so i can|so we can|so that i|so i know|so i",
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
  'invite invites invitation invitations report slide slides deck presentation pack email e-mail mail meeting agenda minutes sign-off signoff approval audit form forms letter newsletter spreadsheet record records directory announcement list mailing memo interview interviews handover rota website intranet page diagram document paper wiki induction onboarding workshop offsite away-day survey contract file files calendar catch-up one-to-one call card badge poster'.split(
    ' ',
  ),
)

/** What comes before a topic: "about the planner: who is above them". */
export const TOPICS: readonly (readonly string[])[] = phrasesIn(
  "about|regarding|re|concerning|as for|as regards|for|on|take|looking at|thinking of|thinking about|topic|role|person|i'm|i am|i'm the|i am the|i'm a|i am a|i work as|i work as the|i just joined as|i've just joined as|i have just joined as|i joined as|i just started as|i've just started as|as",
)
