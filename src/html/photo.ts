import { invalidOption, type Person } from '../internal.js'

/** An image that a page can embed. SVG is not among them: it is a program as much as a picture. */
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+=*$/

/** The option `photo`, checked at each call. Throws `INVALID_OPTION`. */
export function photoFunction(received: unknown): (person: Person) => string | undefined {
  if (typeof received !== 'function') throw invalidOption('photo', received, 'a function')
  return (person) => {
    const photo: unknown = Reflect.apply(received, undefined, [person])
    if (photo === undefined || photo === null) return undefined
    if (typeof photo === 'string' && IMAGE.test(photo)) return photo
    throw invalidOption(
      'photo',
      typeof photo === 'string' ? photo.slice(0, 60) : photo,
      'a function that returns a data: URL of an image in base64 (PNG, JPEG, GIF, WebP or AVIF), or undefined',
    )
  }
}
