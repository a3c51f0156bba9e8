/**
 * The least that an answer by ids can cost beside a Map: its two look-ups, and a comparison of what they give. It answers
 * another question, so that its sum is not compared.
 */
export const twoLookUps = {
  name: 'two look-ups in a Map, no more',
  answersNothing: true,
  build: (records) => new Map(records.map(({ id }, index) => [id, index])),
  isAbove: (places, upper, lower) => places.get(upper) < places.get(lower),
}
