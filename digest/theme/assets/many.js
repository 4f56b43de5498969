// Words that very many stories have. What Pagefind does for them grows with the square of their number, so that they are asked
// for in parts of the stories, the newest days first, and of a part only once it is to be shown.

import { find, isPhrase } from "./unspaced.js"

const MANY = 1500 // stories found, above which they are asked for in parts
const PART = 600 // of all stories, about as many as a part has
const NOTHING = { nothing: "is so" } // a filter that no page has: stories are counted, and none is listed

/** The days in groups of about PART stories, the newest first; `sizes` says how many stories each day has. */
function groups(sizes) {
  const found = []
  let room = 0
  for (const day of Object.keys(sizes).sort().reverse()) {
    if (room <= 0) found.push([]), (room = PART)
    found.at(-1).push(day)
    room -= sizes[day]
  }
  return found
}

/**
 * What has all the words and the filters: how many stories, and `next`, which returns some more of the results, best or
 * newest first, and none at the end. `days` gives, where it is asked for, how many stories each day has. Null where a later
 * search has taken this one's place.
 */
export async function ask(pagefind, words, { filters, ...order }, settle, days) {
  if (words && !isPhrase(words) && !Object.keys(filters).length) {
    const counted = await pagefind.debouncedSearch(words, { filters: NOTHING }, settle)
    if (counted === null) return null
    settle = 0
    const total = counted.unfilteredResultCount
    const left = total > MANY ? groups(await days()) : []
    if (left.length > 1) {
      const next = async () => {
        while (left.length) {
          const { results } = await pagefind.search(words, { filters: { day: { any: left.shift() } }, ...order })
          if (results.length) return results
        }
        return []
      }
      return { total, next }
    }
  }
  const answer = await find(pagefind, words, { filters, ...order }, settle)
  if (answer === null) return null
  const whole = [answer.results]
  return { total: answer.results.length, next: async () => whole.pop() ?? [] }
}
