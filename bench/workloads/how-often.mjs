/** A work that counts how often a yes-or-no question about two roles is answered yes. */
export function howOften(key, name, question, pairs) {
  return {
    key,
    name,
    asks: [question],
    operations: pairs.length,
    run: (contender, model) => {
      const ask = contender[question]
      let yes = 0
      for (const [a, b] of pairs) if (ask(model, a, b)) yes++
      return yes
    },
  }
}
