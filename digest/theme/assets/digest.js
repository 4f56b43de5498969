// The two buttons of the masthead, how long ago a story is, and Escape for the words behind a citation. Search loads when opened.

const searchButton = document.querySelector("[data-open-search]")
const paletteButton = document.querySelector("[data-palette]")

let search
async function openSearch() {
  const { create } = await import(new URL("search.js", import.meta.url))
  search ??= create(new URL(searchButton.dataset.bundle, location.href))
  search.open()
}

searchButton.hidden = false
searchButton.addEventListener("click", openSearch)
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, dialog, [contenteditable]")
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    openSearch()
  }
})

// A tip that is in the way goes with Escape and returns when the pointer or the focus moves on.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.documentElement.dataset.tips = "off"
})
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, () => delete document.documentElement.dataset.tips)
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
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" })
for (const time of document.querySelectorAll(".meta time[datetime*=T]")) {
  const minutes = Math.round((Date.parse(time.dateTime) - Date.now()) / 60000)
  if (minutes > 0 || minutes < -48 * 60) continue
  time.title = time.textContent
  time.textContent = minutes > -60 ? ago.format(minutes, "minute") : ago.format(Math.round(minutes / 60), "hour")
}
