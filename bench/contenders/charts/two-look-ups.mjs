/**
 * The least that an answer by ids can cost with a Map: two look-ups, and a comparison of the results. It answers
 * another question, so its checksum is not compared.
 */
export const twoLookUps = {
  name: 'only two look-ups in a Map',
  answersNothing: true,
  build: (records) => new Map(records.map(({ id }, index) => [id, index])),
  isAbove: (places, upper, lower) => places.get(upper) < places.get(lower),
}
