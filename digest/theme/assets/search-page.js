// The page of results: its address says what is asked for, so that it can be kept, sent and gone back to.

import { create as createSearch, element } from "./search.js"
import { say } from "./words.js"

/** Puts search into `place`, asks for what the page's address says, and keeps the address as the fields are. */
export function create(bundle, place) {
  const more = element("button", { type: "button", className: "search__more", textContent: say("More results"), hidden: true })
  const search = createSearch(bundle, {
    ordered: true,
    told() {
      const asked = search.asked().toString()
      history.replaceState(history.state, "", asked ? `?${asked}` : location.pathname)
      more.hidden = !search.rest()
    },
  })
  more.addEventListener("click", async () => {
    const [first] = await search.more()
    more.hidden = !search.rest()
    first?.querySelector("a").focus()
  })
  document.querySelector(".scriptless")?.remove() // which a browser that knows no `scripting` of media shows
  place.append(search.form, search.status, search.list, more)
  search.ask(new URLSearchParams(location.search))
  search.run(0)
  return { open: () => (search.input.focus(), search.input.select()) }
}
