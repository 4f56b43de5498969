// What the scripts say, in the language of the page: in the words that the page brings for them, else in English.

const held = document.querySelector("script[data-words]")
const words = held ? JSON.parse(held.textContent) : {}
const own = held && document.documentElement.lang

/** The language of dates, numbers and names beside these words; `english` where they are English. */
export const languageOf = (english) => own || english

const filled = (message, values) => message.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)

/** A message, with the values in the places that it has for them. */
export const say = (message, values = {}) => filled(words[message] ?? message, values)

/** A message that counts, in the plural that a number asks for. */
export function count(number, one, several, values = {}) {
  const forms = words[one]
  const plural = new Intl.PluralRules(languageOf("en")).select(number)
  const message = forms ? (forms[plural] ?? forms.other) : number === 1 ? one : several
  return filled(message, { number: forms ? number.toLocaleString(own) : number, ...values })
}
