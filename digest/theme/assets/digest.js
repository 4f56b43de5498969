// The buttons of the masthead, the words behind citations, links to lines, sharing, sorting, how long ago a story is.
// Without it all but these works. Search itself loads when it is opened.

import { languageOf, say } from "./words.js"

const searchButton = document.querySelector("[data-open-search]")
const paletteButton = document.querySelector("[data-palette]")

// On the page of results search stands on the page, everywhere else in a dialog that leads to it.
const results = document.querySelector("[data-results]")
let loading
async function search() {
  const { create } = await import(new URL(results ? "search-page.js" : "search-dialog.js", import.meta.url))
  const { bundle, page } = searchButton.dataset
  return create(new URL(bundle, location.href), results ?? new URL(page, location.href))
}
async function openSearch() {
  try {
    const { open } = await (loading ??= search())
    open()
  } catch {
    location.assign(searchButton.dataset.page) // its scripts did not come; the page says what there is instead
  }
}
if (results) {
  searchButton.removeAttribute("aria-haspopup")
  loading = search()
}

searchButton.hidden = false
searchButton.addEventListener("click", openSearch)
// Whoever points at search will use it: its index comes meanwhile.
searchButton.addEventListener("pointerenter", () => (loading ??= search()).catch(() => {}), { once: true })
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, dialog, [contenteditable]")
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    openSearch()
  }
})

// The words behind a citation: where nothing hovers the first tap shows them and the second follows the number; a tap outside
// and Escape put them away. Whoever follows a number comes back to it by the arrow of the row.
let shown, followed
function show(mark) {
  if (shown) delete shown.dataset.open
  shown = mark
  if (shown) shown.dataset.open = ""
}
document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("sup a")
  const back = event.target.closest?.(".back")
  if (mark?.querySelector(".tip") && mark !== shown && (event.pointerType === "touch" || matchMedia("(hover: none)").matches)) {
    event.preventDefault()
    return show(mark)
  }
  show(undefined)
  if (mark) followed = mark
  if (back && followed?.hash === `#${back.previousElementSibling?.id}`) {
    event.preventDefault()
    followed.closest("details")?.setAttribute("open", "")
    followed.scrollIntoView({ block: "center" })
    followed.focus({ preventScroll: true })
    show(followed)
  }
})
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  show(undefined)
  document.documentElement.dataset.tips = "off" // until the pointer or the focus moves on
})
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, () => delete document.documentElement.dataset.tips)
}

// An address of a line that is folded away unfolds it.
function unfold() {
  document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "")
}
addEventListener("hashchange", unfold)
unfold()

// A line's own link copies its address; the share button hands the page to the system, or copies its address.
const address = (hash = "") => (document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0]) + hash
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // no clipboard here: the link is followed, and stands in the address bar
  }
}
const said = Object.assign(document.createElement("p"), { className: "unseen", role: "status" })
document.querySelector(".colophon")?.append(said)
for (const way of document.querySelectorAll(".way")) {
  way.addEventListener("click", async () => {
    if (!(await copied(address(way.hash)))) return
    said.textContent = say("The address of this line is copied")
    way.dataset.copied = say("copied")
    way.classList.add("copied")
    setTimeout(() => {
      way.classList.remove("copied")
      said.textContent = "" // so that the same words are said again
    }, 2000)
  })
}
const shareButton = document.querySelector("[data-share]")
if (shareButton && (navigator.share || navigator.clipboard)) {
  shareButton.hidden = false
  shareButton.addEventListener("click", async () => {
    if (navigator.share) return navigator.share({ title: document.title, url: address() }).catch(() => {})
    if (!(await copied(address()))) return
    said.textContent = shareButton.textContent = say("Address copied")
  })
}

// The columns of a table of sources sort it.
const order = new Intl.Collator(document.documentElement.lang || "en", { numeric: true })
const sortable = (cell) => cell.querySelector("time")?.dateTime ?? cell.textContent.trim()
for (const table of document.querySelectorAll(".page--story .sources table")) {
  const heads = [...table.tHead.rows[0].cells]
  heads.forEach((head, column) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "sort" })
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener("click", () => {
      const up = head.ariaSort !== "ascending"
      for (const other of heads) other.removeAttribute("aria-sort")
      head.ariaSort = up ? "ascending" : "descending"
      const rows = [...table.tBodies[0].rows]
      rows.sort((one, two) => (up ? 1 : -1) * order.compare(sortable(one.cells[column]), sortable(two.cells[column])))
      table.tBodies[0].append(...rows)
    })
  })
}

const schemes = [...paletteButton.querySelectorAll("[data-scheme]")]
function showScheme() {
  const now = document.body.dataset.mdColorScheme
  for (const scheme of schemes) scheme.hidden = scheme.dataset.scheme !== now
  const shown = schemes.find((scheme) => !scheme.hidden) ?? schemes[0]
  shown.hidden = false
  paletteButton.setAttribute("aria-label", shown.dataset.name)
  paletteButton.title = shown.dataset.name
  return schemes.indexOf(shown)
}
paletteButton.hidden = false
paletteButton.addEventListener("click", () => {
  const index = (showScheme() + 1) % schemes.length
  const color = { scheme: schemes[index].dataset.scheme }
  document.body.dataset.mdColorScheme = color.scheme
  __md_set("__palette", { index, color })
  showScheme()
})
showScheme()

// What came out within two days says how long ago that was; without a script it says the hour or the day.
const ago = new Intl.RelativeTimeFormat(languageOf("en"), { numeric: "auto", style: "short" })
for (const time of document.querySelectorAll(".meta time[datetime*=T]")) {
  const minutes = Math.round((Date.parse(time.dateTime) - Date.now()) / 60000)
  if (minutes > 0 || minutes < -48 * 60) continue
  time.title = time.textContent
  time.textContent = minutes > -60 ? ago.format(minutes, "minute") : ago.format(Math.round(minutes / 60), "hour")
}

// The last edition is kept for reading offline, but where the reader saves data. The preview, known by its want of a policy,
// keeps nothing: another digest may come to its address.
const kept = navigator.serviceWorker && !navigator.connection?.saveData && document.querySelector("meta[http-equiv=Content-Security-Policy]")
if (kept) {
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("../sw.js", import.meta.url), { updateViaCache: "none" }).catch(() => {})
  })
}
