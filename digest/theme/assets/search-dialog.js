// Search in a dialog over any page: the first results, and the way to the page that has all of them.

import { create as createSearch, element } from "./search.js"
import { count, say } from "./words.js"

/** Puts the dialog on the page, and begins to load the index that lies at `bundle`; all results stand at the address `page`. */
export function create(bundle, page) {
  const all = element("a", { className: "search__all", hidden: true })
  const search = createSearch(bundle, {
    told(total) {
      all.hidden = !total
      all.href = `${page}?${search.asked()}`
      all.textContent = count(total, "This result on a page of its own", "All {number} results on a page of their own")
    },
  })
  const close = element("button", { type: "button", className: "search__close", textContent: say("Close") })
  search.line.append(close)
  const dialog = element("dialog", { className: "search", ariaLabel: say("Search") }, search.form, search.status, search.list, all)
  document.body.append(dialog)
  close.addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  search.run()

  return {
    open() {
      if (dialog.open) return
      const before = document.activeElement
      const back = before && before !== document.body ? before : document.querySelector("[data-open-search]")
      dialog.addEventListener("close", () => back.focus(), { once: true })
      dialog.showModal()
      search.input.focus()
      search.input.select()
    },
  }
}
