// Scripts that part no words: their pages are indexed letter by letter (digest/write/unspaced.py), a word is a phrase of letters.

const LETTERS = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1780-\u17d3\u1000-\u103f\u1050-\u109f\uaa60-\uaa7f"
const BETWEEN = new RegExp(`(?<=[${LETTERS}])(?=\\S)|(?<=\\S)(?=[${LETTERS}])`, "gu")
const APART = new RegExp(`(?<=[${LETTERS}\\u3000-\\u303f\\uff00-\\uff65])((?:</?mark>)*) ((?:</?mark>)*)(?=[${LETTERS}\\u3000-\\u303f\\uff00-\\uff65])`, "gu")
const UNSPACED = new RegExp(`[${LETTERS}]`, "u")

// Letters that may carry marks are written in the index as Chinese characters that no news prints: from which code point on.
const MARKED = new RegExp("[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1780-\u17d3\u1000-\u103f\u1050-\u109f\uaa60-\uaa7f]", "gu")
const WRITTEN = [[0xff00, 0x29c00], [0xaa60, 0x29b00], [0x3000, 0x29a00], [0x0e00, 0x29000]]
const written = (words) => words.replace(MARKED, (letter) => {
  const code = letter.codePointAt(0)
  const [begins, becomes] = WRITTEN.find(([first]) => first <= code)
  return String.fromCodePoint(becomes + code - begins)
})
const read = (words) => words.replace(/[\u{29000}-\u{29cff}]/gu, (letter) => {
  const code = letter.codePointAt(0)
  const [begins, becomes] = WRITTEN.find(([, first]) => first <= code)
  return String.fromCodePoint(begins + code - becomes)
})

/** Tells whether words are asked for as phrases, in order. */
export const isPhrase = (words) => words.includes('"') || UNSPACED.test(words)

/** What Pagefind is asked for: words that are spaced together, and each other word as a phrase. */
function asked(words) {
  const all = words.split(/\s+/)
  const phrases = all.filter((word) => UNSPACED.test(word)).map((word) => `"${written(word.replaceAll('"', "").replace(BETWEEN, " "))}"`)
  const spaced = all.filter((word) => !UNSPACED.test(word)).join(" ")
  return spaced ? [spaced, ...phrases] : phrases
}

/** What has all the words, as `pagefind.debouncedSearch` answers; null where a later search has taken its place. */
export async function find(pagefind, words, options, settle) {
  const [first, ...others] = words && UNSPACED.test(words) ? asked(words) : [words]
  const answer = await pagefind.debouncedSearch(first, options, settle)
  if (answer === null || !others.length) return answer
  const found = await Promise.all(others.map((each) => pagefind.search(each, options)))
  const ids = found.map(({ results }) => new Set(results.map(({ id }) => id)))
  return { ...answer, results: answer.results.filter(({ id }) => ids.every((one) => one.has(id))) }
}

/** A title of the index as it stands on its page. */
export const whole = (title) => read(title.replaceAll("\u200b ", ""))

/** An excerpt, in which the index has lost which spaces were the text's: none is left between letters that need none. */
export const joined = (excerpt) => read(excerpt.replaceAll("\u200b", "").replace(APART, "$1$2"))
