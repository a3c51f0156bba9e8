const WATCHED: readonly (readonly [name: string, prototype: object])[] = [
  ['Object.prototype', Object.prototype],
  ['Array.prototype', Array.prototype],
  ['Map.prototype', Map.prototype],
  ['Set.prototype', Set.prototype],
  ['String.prototype', String.prototype],
  ['Function.prototype', Function.prototype],
  ['Object', Object],
]

interface Kept {
  readonly name: string
  readonly prototype: object
  readonly keys: readonly PropertyKey[]
  readonly descriptors: readonly (PropertyDescriptor | undefined)[]
}

const kept: readonly Kept[] = WATCHED.map(([name, prototype]) => {
  const keys = Reflect.ownKeys(prototype)
  const descriptors = keys.map((key) => Reflect.getOwnPropertyDescriptor(prototype, key))
  return { name, prototype, keys, descriptors }
})

/**
 * What was added to a prototype since the start or, with `closely`, changed there. Additions are removed again.
 */
export function pollution(closely: boolean): string | undefined {
  for (const { name, prototype, keys, descriptors } of kept) {
    const now = Reflect.ownKeys(prototype)
    if (now.length !== keys.length) {
      const added = now.filter((key) => !keys.includes(key))
      for (const key of added) Reflect.deleteProperty(prototype, key)
      return `${name} was written to: ${added.map(String).join(', ')}`
    }
    if (!closely) continue
    for (const [index, key] of keys.entries()) {
      const [before, after] = [descriptors[index], Reflect.getOwnPropertyDescriptor(prototype, key)]
      if (before?.value !== after?.value || before?.get !== after?.get)
        return `${name}.${String(key)} was changed`
    }
  }
  return undefined
}
