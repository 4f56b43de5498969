// The search dialog over Pagefind's index. Nothing of it is loaded before search is first opened.

const FILTERS = [
  ["topic", "Topic"],
  ["source", "Source"],
  ["month", "Month"],
]
const BATCH = 10

const element = (tag, attributes = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), attributes)
  made.append(...children)
  return made
}
const option = (value, text) => element("option", { value, textContent: text })
const monthName = (month) =>
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00Z`))
const dayName = (day) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day))
const label = (filter, value) => (filter === "month" && /^\d{4}-\d\d$/.test(value) ? monthName(value) : value)

/** The words of an excerpt as text and marks; whatever else stands in it is shown as words. */
function* marked(excerpt) {
  const holder = element("template", { innerHTML: excerpt })
  for (const node of holder.content.childNodes) {
    yield node.nodeName === "MARK" ? element("mark", { textContent: node.textContent }) : node.textContent
  }
}

function resultItem({ url, excerpt, meta }) {
  const facts = [meta.date && dayName(meta.date), meta.sources].filter(Boolean).join(" · ")
  return element(
    "li",
    {},
    element("a", { href: url, textContent: meta.title }),
    element("p", { className: "search__facts", textContent: facts }),
    element("p", {}, ...marked(excerpt)),
  )
}

function build() {
  const input = element("input", { type: "search", id: "search-words", autocomplete: "off", spellcheck: false, enterKeyHint: "search" })
  const selects = FILTERS.map(([name]) => element("select", { name, id: `search-${name}` }, option("", "All")))
  const fields = FILTERS.map(([name, text], at) =>
    element("div", {}, element("label", { htmlFor: `search-${name}`, textContent: text }), selects[at]),
  )
  const close = element("button", { type: "button", className: "search__close", textContent: "Close" })
  const status = element("p", { className: "search__status", role: "status" })
  const list = element("ol", { className: "search__results" })
  const more = element("button", { type: "button", className: "search__more", textContent: "More results", hidden: true })
  const words = element("label", { htmlFor: "search-words", textContent: "Search the stories" })
  const form = element(
    "form",
    { role: "search", className: "search__form" },
    element("div", { className: "search__line" }, words, input, close),
    element("div", { className: "search__filters" }, ...fields),
  )
  const dialog = element("dialog", { className: "search", ariaLabel: "Search" }, form, status, list, more)
  document.body.append(dialog)
  return { dialog, form, input, selects, close, status, list, more }
}

/** Puts the dialog on the page, and begins to load the index that lies at `bundle`. */
export function create(bundle) {
  const ui = build()
  const loading = load(bundle, ui)
  let found = []
  let shown = 0
  let turn = 0

  async function showMore() {
    const mine = turn
    const next = await Promise.all(found.slice(shown, shown + BATCH).map((result) => result.data()))
    if (mine !== turn) return []
    const items = next.map(resultItem)
    ui.list.append(...items)
    shown += items.length
    ui.more.hidden = shown >= found.length
    return items
  }

  async function show(results, words) {
    const mine = turn
    found = results
    shown = 0
    ui.list.replaceChildren()
    ui.more.hidden = true
    await showMore()
    if (mine === turn) ui.status.textContent = words
  }

  async function run() {
    const mine = ++turn
    const pagefind = await loading
    if (pagefind === null) return
    const words = ui.input.value.trim()
    const chosen = ui.selects.filter((select) => select.value).map((select) => [select.name, select.value])
    if (!words && !chosen.length) return show([], "Type a word, or choose a topic, a source or a month.")
    const answer = await pagefind.debouncedSearch(words || null, { filters: Object.fromEntries(chosen) }, 150)
    if (answer === null || mine !== turn) return // a later search has taken its place
    const { length } = answer.results
    const count = length === 1 ? "1 story" : `${length} stories`
    await show(answer.results, length ? count : "No story has these words. Try fewer of them, or another filter.")
  }

  for (const field of [ui.input, ...ui.selects]) field.addEventListener("input", run)
  ui.more.addEventListener("click", async () => (await showMore())[0]?.querySelector("a").focus())
  ui.form.addEventListener("submit", (event) => {
    event.preventDefault()
    ui.list.querySelector("a")?.focus()
  })
  ui.close.addEventListener("click", () => ui.dialog.close())
  ui.dialog.addEventListener("click", (event) => event.target === ui.dialog && ui.dialog.close())
  run()

  return {
    open() {
      if (ui.dialog.open) return
      const before = document.activeElement
      const back = before && before !== document.body ? before : document.querySelector("[data-open-search]")
      ui.dialog.addEventListener("close", () => back.focus(), { once: true })
      ui.dialog.showModal()
      ui.input.focus()
      ui.input.select()
    },
  }
}

/** Loads Pagefind and fills the filters; null, and a word to the reader, where there is no index. */
async function load(bundle, ui) {
  try {
    const pagefind = await import(new URL("pagefind.js", bundle))
    const known = await pagefind.filters()
    for (const select of ui.selects) {
      const values = Object.keys(known[select.name] ?? {})
      values.sort((a, b) => (select.name === "month" ? b.localeCompare(a) : a.localeCompare(b, "en")))
      select.parentElement.hidden = !values.length
      select.append(...values.map((value) => option(value, label(select.name, value))))
    }
    return pagefind
  } catch {
    ui.status.textContent = "The search index cannot be loaded here; “digest build” makes it."
    for (const field of [ui.input, ...ui.selects]) field.disabled = true
    return null
  }
}
