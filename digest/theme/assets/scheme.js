// The colours that a reader chose, set before the page is painted. What is kept goes under the site's own path, by
// functions with the names of Material's.

window.__md_scope = new URL("..", document.currentScript.src)
window.__md_get = (key) => {
  try {
    return JSON.parse(localStorage.getItem(`${__md_scope.pathname}.${key}`))
  } catch {
    return null
  }
}
window.__md_set = (key, value) => {
  try {
    localStorage.setItem(`${__md_scope.pathname}.${key}`, JSON.stringify(value))
  } catch {
    // Nothing is kept where the browser allows no storage.
  }
}

const chosen = __md_get("__palette")?.color?.scheme
if (chosen) document.body.dataset.mdColorScheme = chosen
