// The service worker: every page comes from the network while there is one. Without it the last edition that was kept is shown,
// and says so with its day. sw.js has set `edition`; a new one is another worker, which deletes what the one before it kept.

const SCOPE = self.registration.scope
const OURS = `digest ${SCOPE} ` // another digest of the same host keeps its own
const KEPT = OURS + self.edition.version
const say = (message) => self.edition.words?.[message] ?? message
const at = (path) => new URL(path, SCOPE).href

addEventListener("install", (event) => {
  self.skipWaiting()
  event.waitUntil(keepEdition())
})

addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()))
})

addEventListener("fetch", (event) => {
  const { method, url, mode, destination } = event.request
  const shown = mode === "navigate" || ["style", "script", "image", "manifest"].includes(destination)
  if (method !== "GET" || !shown || !url.startsWith(SCOPE) || ["pagefind/", "docs/"].some((folder) => url.startsWith(at(folder)))) return
  event.respondWith(answer(event))
})

/** The front page and the one for pages that are not kept must come, or this worker is none; of the rest what comes. */
async function keepEdition() {
  const cache = await caches.open(KEPT)
  const [front, none, ...others] = [...self.edition.pages, ...self.edition.files].map(at)
  await Promise.all([front, none].map((url) => keep(cache, url)))
  await Promise.allSettled(others.map((url) => keep(cache, url)))
}

async function keep(cache, url) {
  const came = await fetch(url, { cache: "no-cache" })
  if (!came.ok) throw new TypeError(`${url}: ${came.status}`)
  await cache.put(url, came)
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== KEPT).map((name) => caches.delete(name)))
}

async function answer(event) {
  const { request } = event
  const page = request.mode === "navigate"
  const url = page ? request.url.split(/[?#]/)[0] : request.url
  try {
    // Not even a copy that the browser still holds for fresh stands for today's page.
    const came = await fetch(request, page ? { cache: "no-cache" } : {})
    if (came.ok && !came.redirected && came.type === "basic") {
      const copy = came.clone()
      event.waitUntil(caches.open(KEPT).then((cache) => cache.put(url, copy)))
    }
    return came
  } catch {
    const cache = await caches.open(KEPT)
    const held = await cache.match(url)
    if (!page) return held ?? Response.error()
    return held ? marked(await held.text()) : notKept(await cache.match(at("offline/")))
  }
}

/** The page for what is not kept, at another page's address: what it leads to is named from its own. */
async function notKept(held) {
  if (!held) return Response.error()
  const named = (whole, name, path) => `${name}="${new URL(path, at("offline/"))}"`
  return marked((await held.text()).replace(/\b(href|src|data-bundle|data-page)="(\.[^"]*)"/g, named), say("What is kept is {edition}, as it was when you last came; there may be a newer one."))
}

/** A kept page with the day of its edition above it: the page's own where it names one, else that of the worker. */
function marked(html, words = say("This is {edition}, as it was when you last came; there may be a newer one.")) {
  const own = /<meta name="edition" content="([^"<>]*)" data-day="([\d-]*)">/.exec(html)
  const [said, day] = own ? own.slice(1) : [self.edition.said, self.edition.day]
  const which = day ? say("the edition of {day}").replace("{day}", `<time datetime="${day}">${said}</time>`) : say("an edition")
  const notice = `<aside class="offline" aria-label="${say("Offline")}">${say("You are offline.")} ${words.replace("{edition}", which)} <a href="">${say("Try again")}</a></aside>`
  const above = html.includes("<header") ? /(?=<header)/ : /(?<=<body[^>]*>)/
  return new Response(html.replace(above, notice), { headers: { "Content-Type": "text/html; charset=utf-8" } })
}
