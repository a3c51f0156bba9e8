import type { Line } from './line.js'

/** One fact that an answer is based on: a reporting line, a grade in the data, or a layer of the chart. */
export type Reason<Id extends string = string> =
  | { readonly kind: 'line'; readonly line: Line<Id> }
  | { readonly kind: 'grade'; readonly role: Id; readonly grade: number }
  | {
      readonly kind: 'layer'
      readonly role: Id
      readonly layer: number
      /** The top from which the layer is counted. */
      readonly top: Id
    }
