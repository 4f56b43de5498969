// The density that was chosen last, set before the stories are drawn; assets/scheme.js says where it is kept.

for (const choice of document.getElementsByName("density")) {
  if (choice.value === __md_get("__density")) choice.checked = true
  choice.addEventListener("change", () => __md_set("__density", choice.value))
}
