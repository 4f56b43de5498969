// One search over Pagefind's index: the fields, how many stories there are, and the list of them. The dialog and the page of
// results are made of it.

import { ask as asking } from "./many.js"
import { joined, whole } from "./unspaced.js"
import { count, languageOf, say } from "./words.js"

const FILTERS = [
  ["topic", say("Topic")],
  ["source", say("Source")],
  ["language", say("Language")],
  ["month", say("Month")],
]
const ORDERS = [
  ["", say("Best match first")],
  ["date", say("Newest first")],
]
const BATCH = 10
const NONE = { total: 0, ready: [], next: async () => [] }
const SETTLE = 120 // milliseconds without a further letter before a search starts; what is pasted or chosen starts one at once

export const element = (tag, attributes = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), attributes)
  made.append(...children)
  return made
}
const option = (value, text) => element("option", { value, textContent: text })
const monthName = (month) =>
  new Intl.DateTimeFormat(languageOf("en-GB"), { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00Z`))
const dayName = (day) =>
  new Intl.DateTimeFormat(languageOf("en-GB"), { dateStyle: "long", timeZone: "UTC" }).format(new Date(day))

/** What a value of a filter is called; one that is no month or language is called what it is. */
function label(filter, value) {
  if (filter === "month" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return monthName(value)
  if (filter !== "language") return value
  try {
    return new Intl.DisplayNames(languageOf("en"), { type: "language" }).of(value)
  } catch {
    return value
  }
}

/** The words of an excerpt as text and marks; whatever else stands in it is shown as words. */
function* marked(excerpt) {
  const holder = element("template", { innerHTML: excerpt })
  for (const node of holder.content.childNodes) {
    yield node.nodeName === "MARK" ? element("mark", { textContent: node.textContent }) : node.textContent
  }
}

function resultItem({ url, excerpt, meta, filters }) {
  const [lang, other] = filters?.language ?? [] // of a story told in one language alone
  const facts = [meta.date && dayName(meta.date), meta.sources].filter(Boolean).join(" · ")
  return element(
    "li",
    { dir: "auto", lang: (!other && lang) || document.documentElement.lang },
    element("a", { href: url, textContent: whole(meta.title) }),
    element("p", { className: "search__facts", textContent: facts }),
    element("p", {}, ...marked(joined(excerpt))),
  )
}

function build(ordered) {
  const input = element("input", { type: "search", id: "search-words", name: "q", autocomplete: "off", spellcheck: false, enterKeyHint: "search" })
  const line = element("div", { className: "search__line" }, element("label", { htmlFor: input.id, textContent: say("Search the stories") }), input)
  const chosen = (name, text, ...options) => {
    const select = element("select", { name, id: `search-${name}` }, ...options)
    return element("div", {}, element("label", { htmlFor: select.id, textContent: text }), select)
  }
  const fields = FILTERS.map(([name, text]) => chosen(name, text, option("", say("All"))))
  if (ordered) fields.push(chosen("sort", say("Order"), ...ORDERS.map(([value, text]) => option(value, text))))
  const form = element(
    "form",
    { role: "search", className: "search__form" },
    line,
    element("div", { className: "search__filters" }, ...fields),
  )
  const selects = Object.fromEntries([...form.querySelectorAll("select")].map((select) => [select.name, select]))
  const status = element("p", { className: "search__status", role: "status" })
  const list = element("ol", { className: "search__results" })
  return { form, line, input, selects, status, list }
}

/**
 * Makes the fields, the count and the list, which the caller puts on the page, and begins to load the index that lies at `bundle`.
 * With `ordered` the order can be chosen. `told(total)` is called after each search, with null where nothing was asked for.
 */
export function create(bundle, { ordered = false, told = () => {} } = {}) {
  const ui = build(ordered)
  const loading = load(bundle, ui)
  let found = NONE
  let shown = 0
  let turn = 0
  let offered, searched

  /** Adds the next results to the list; returns the new items, none where a later search took this one's place. */
  async function more() {
    const mine = turn
    const from = found
    while (from.ready.length < BATCH) {
      const next = await from.next()
      if (mine !== turn) return []
      if (!next.length) break
      from.ready.push(...next)
    }
    const next = await Promise.all(from.ready.splice(0, BATCH).map((result) => result.data()))
    if (mine !== turn) return []
    const items = next.map(resultItem)
    ui.list.append(...items)
    shown += items.length
    return items
  }

  async function show(answer, words) {
    const mine = turn
    found = { ...answer, ready: [] }
    shown = 0
    ui.list.replaceChildren()
    await more()
    if (mine === turn) ui.status.textContent = words
  }

  /** What is asked for, as in the address of the page of results: words as `q`, each filter, `sort`; none that is empty. */
  function asked() {
    const values = [["q", ui.input.value.trim()], ...Object.values(ui.selects).map((select) => [select.name, select.value])]
    return new URLSearchParams(values.filter(([, value]) => value))
  }

  /** Fills the fields as `params` say, also with a value that the index may not have. */
  function ask(params) {
    ui.input.value = params.get("q") ?? ""
    for (const select of Object.values(ui.selects)) {
      const value = params.get(select.name) ?? ""
      const known = [...select.options].some((one) => one.value === value)
      if (!known && select.name !== "sort") select.append(option(value, label(select.name, value)))
      select.value = known || select.name !== "sort" ? value : ""
    }
  }

  /** What the filters offer. Pagefind would tell it too, but having loaded all of them it searches three times as long. */
  function offers() {
    offered ??= fetch(new URL("../search/filters.json", bundle), { cache: "no-cache" })
      .then((answer) => answer.json())
      .catch(() => null) // the words alone still find
    return offered
  }
  async function offer() {
    const known = await offers()
    if (known) fill(ui.selects, known)
  }

  async function run(settle = SETTLE) {
    const mine = ++turn
    const pagefind = await loading
    if (pagefind === null || mine !== turn) return
    const { q, sort, ...filters } = Object.fromEntries(asked())
    if (!q && !Object.keys(filters).length) {
      await show(NONE, say("Type a word, or choose a topic, a source or a month."))
      offer()
      return told(null)
    }
    try {
      const order = sort || !q ? { sort: { date: "desc" } } : {}
      const answer = await asking(pagefind, q || null, { filters, ...order }, settle, async () => (await offers())?.day ?? {})
      if (answer === null || mine !== turn) return // a later search has taken its place
      searched = asked().toString()
      const { total } = answer
      const counted = count(total, "{number} story", "{number} stories")
      const none = unreachable(say("No story has these words. Try fewer of them, or another filter.")) // Pagefind is silent on missing parts
      await show(answer, total ? counted : none)
      if (mine === turn) told(total)
      offer()
    } catch {
      if (mine === turn) ui.status.textContent = unreachable(say("The search index could not be read. Try once more."))
    }
  }

  let typed = 0
  ui.input.addEventListener("input", () => {
    const letters = ui.input.value.length
    run(Math.abs(letters - typed) > 1 ? 0 : SETTLE)
    typed = letters
  })
  for (const select of Object.values(ui.selects)) select.addEventListener("input", () => run(0))
  ui.form.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (searched !== asked().toString()) await run(0)
    ui.list.querySelector("a")?.focus()
  })
  return { ...ui, run, ask, asked, more, rest: () => found.total - shown }
}

const unreachable = (words) => (navigator.onLine ? words : say("You are offline, and search needs a connection."))

/** Loads Pagefind; null, and a word to the reader, where there is no index. */
async function load(bundle, ui) {
  let why = unreachable(say("Search needs a connection, and the index cannot be reached."))
  try {
    const entry = fetch(new URL("pagefind-entry.json", bundle), { cache: "no-cache" }) // Pagefind waits long for what does not come
    const [there, pagefind] = await Promise.all([entry, import(new URL("pagefind.js", bundle)).catch(() => null)])
    if (there.ok && pagefind) return pagefind
    why = say("The search index is not here; “digest build” makes it.")
  } catch {} // the words stand already
  ui.status.textContent = why
  for (const field of [ui.input, ...Object.values(ui.selects)]) field.disabled = true
  return null
}

/** Offers the values that the index has; a filter with nothing to choose is not shown. */
function fill(selects, known) {
  for (const [name] of FILTERS) {
    const select = selects[name]
    const there = new Set([...select.options].map((one) => one.value))
    const values = known[name] ?? []
    values.sort((a, b) => (name === "month" ? b.localeCompare(a) : label(name, a).localeCompare(label(name, b), languageOf("en"))))
    select.parentElement.hidden = values.length < (name === "language" ? 2 : 1) && !select.value
    const chosen = select.value
    for (const one of [...select.options]) if (values.includes(one.value)) one.remove()
    select.append(...values.map((value) => option(value, label(name, value))))
    select.value = chosen
  }
}
