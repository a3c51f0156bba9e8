import { nearestId } from '../kernel/nearest-id.js'

/** Other words for what a change does. To move a role is to set its manager. */
const OTHER_WORDS: readonly (readonly [words: RegExp, meant: string])[] = [
  [/^(?:move|move-role|reparent|change-manager)$/, 'set-manager'],
  [/^(?:create|insert)-/, 'add-'],
  [/^(?:delete|drop)-/, 'remove-'],
  [/^(?:change|edit|modify)-/, 'update-'],
]

/** Returns the kind of change that a wrong name means: by another word, or else by its letters. */
export function meantKind(name: string, kinds: readonly string[]): string | undefined {
  const meant = OTHER_WORDS.map(([words, word]) => name.replace(words, word))
  return kinds.find((kind) => meant.includes(kind)) ?? nearestId(name, kinds)
}
