import type { DraftState } from './draft-state.js'

const states = /* @__PURE__ */ new WeakMap<object, DraftState>()

/** The contents of a draft that `draftOf` made; `undefined` for anything else. */
export function stateOfDraft(draft: unknown): DraftState | undefined {
  return typeof draft === 'object' && draft !== null ? states.get(draft) : undefined
}

/** Lets {@link stateOfDraft} find the contents of a draft. */
export function keepStateOf(draft: object, state: DraftState): void {
  states.set(draft, state)
}
