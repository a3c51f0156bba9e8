import { invalidArgument, isPlainObject, quote } from '../internal.js'

/** What a value that is lost belongs to, and how it is named: by its id, or by its two ends. */
export interface LossSubjects {
  readonly org: readonly []
  readonly role: readonly [role: string]
  readonly unit: readonly [unit: string]
  readonly person: readonly [person: string]
  readonly 'solid-line': readonly [report: string, manager: string]
  readonly 'dotted-line': readonly [report: string, manager: string]
  readonly move: readonly [from: string, to: string]
  readonly service: readonly [from: string, to: string]
  readonly assignment: readonly [role: string, person: string]
}

/** The kinds of things that can lose something. */
export type LossKind = keyof LossSubjects

/** Why a format cannot carry a value. */
export type LossReason = keyof typeof REASONS

/**
 * One value of an org that an exported text does not carry as it is. The types of the losses of an exporter say what its format
 * can lose: `Loss<'move', 'conditions', 'no-place'>`.
 */
export type Loss<
  Kind extends LossKind = LossKind,
  Field extends string | undefined = string | undefined,
  Why extends LossReason = LossReason,
> = Kind extends LossKind
  ? {
      readonly kind: Kind
      /** The id of a role, unit or person, or the two ends of the rest; empty for the org itself. */
      readonly of: LossSubjects[Kind]
      /** The field of the spec of the thing; `undefined` where the whole thing is left out. */
      readonly field: Field
      readonly why: Why
    }
  : never

const REASONS = Object.freeze({
  /** There is nothing in the format in which to write it. */
  'no-place': 'the format has no place for it',
  /** A text has a character that no text of the format can have. U+FFFD is written instead. */
  'no-such-character': 'it contains a character that the format cannot hold, written as U+FFFD',
  /** A value in `data` is not JSON: `NaN`, `Infinity`, a bigint, a list with holes. */
  'not-json': 'JSON would change it',
  /** The format has less room than the value needs: a range is written as one number, a list as its first item. */
  shortened: 'only a part of it is written',
  /** It names a role, a unit or a person that the text does not have. */
  'no-such-end': 'it refers to something that is not written',
  /** It is not a text, and the format has texts only: a reader finds a text. */
  'as-text': 'it is read back as text',
  /** It has a character that separates the items of a list, and is read back as several. */
  separator: 'it contains a character that separates items',
  /** It is blank, an empty text or only blanks, which readers of the format take for none. */
  blank: 'it is blank, and the format cannot tell blank from missing',
  /** The format compares names without case or blanks, and has another one already. */
  'same-name': 'the format treats it as another one',
  /** The format keeps the items and not their order. */
  'no-order': 'the format does not keep the order',
})

const NOUNS: { readonly [Kind in LossKind]: string } = {
  org: 'the org',
  role: 'the role',
  unit: 'the unit',
  person: 'the person',
  'solid-line': 'the solid line',
  'dotted-line': 'the dotted line',
  move: 'the move',
  service: 'the service',
  assignment: 'the assignment',
}

/**
 * Describes a loss in one line, for a log or a message to the user of a tool: `note of the role 'analyst': the format has no
 * place for it`.
 *
 * Complexity: O(1).
 *
 * @param loss One of the losses that an exporter returns.
 * @returns One line of English, without a full stop. Ids are quoted; a long one is cut.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a loss.
 * @example
 * ```ts
 * import { describeLoss } from 'rolegraph/export'
 *
 * console.log(describeLoss({ kind: 'role', of: ['analyst'], field: 'note', why: 'no-place' }))
 * // => note of the role 'analyst': the format has no place for it
 * ```
 */
export function describeLoss(loss: Loss): string {
  const received: unknown = loss
  if (!isPlainObject(received) || !isLoss(loss)) {
    throw invalidArgument('describeLoss', 'loss', received, 'a loss, as exporters return it')
  }
  const ends = loss.of.map(quote).join(loss.kind === 'assignment' ? ' to ' : ' → ')
  const whole = `${NOUNS[loss.kind]}${ends === '' ? '' : ` ${ends}`}`
  return `${loss.field === undefined ? whole : `${loss.field} of ${whole}`}: ${REASONS[loss.why]}`
}

function isLoss({ kind, of, field, why }: Loss): boolean {
  const texts: unknown = of
  return (
    Object.hasOwn(NOUNS, kind) &&
    Object.hasOwn(REASONS, why) &&
    Array.isArray(texts) &&
    texts.every((text) => typeof text === 'string') &&
    (field === undefined || typeof field === 'string')
  )
}
