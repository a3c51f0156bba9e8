import type { PictureOptions } from '../render/index.js'

/**
 * What the explorer page holds, and what it shows at first.
 *
 * The options of every picture, which a page reads so: all roles at and below `root` are on it; `depth` is how many
 * levels below the top are open at first, as many as fit a screen where it is left out; the box "+37 more" that
 * `collapse` makes opens when it is chosen; and `relations` is `'both'` by default, with a view of each. A page of
 * `'reporting'` or `'career'` holds that alone, and of careers as many steps from the root as `depth` says.
 */
export interface HtmlOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
> extends PictureOptions<Id, Unit, Data> {
  /** The heading of the page. Default: `'Org chart'`. */
  readonly title?: string
}
