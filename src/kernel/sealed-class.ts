/**
 * Seals a class whose objects callers hold: their prototype is reachable, and must neither be changed nor lead to the
 * class.
 */
export function sealedClass<Sealed extends { readonly prototype: object }>(sealed: Sealed): Sealed {
  Reflect.deleteProperty(sealed.prototype, 'constructor')
  Object.freeze(sealed.prototype)
  return sealed
}
