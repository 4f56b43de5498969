// The density that was chosen last, set before the stories are drawn.

{
  const choices = [...document.getElementsByName("density")]
  const KEY = "digest-density"
  try {
    for (const choice of choices) if (choice.value === localStorage.getItem(KEY)) choice.checked = true
  } catch {} // a browser that stores nothing
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      try {
        localStorage.setItem(KEY, choice.value)
      } catch {}
    })
  }
}
