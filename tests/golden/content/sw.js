self.edition = {
 "version": "ea59950c1de0bad9",
 "day": "2026-06-05",
 "said": "5 June 2026",
 "pages": [
  "./",
  "./offline/",
  "./stories/2026/06/old-bridge-closes-to-lorries-on-monday/",
  "./stories/2026/05/council-surveys-the-old-bridge/",
  "./stories/undated/gulls-return-to-the-pier/"
 ],
 "files": [
  "assets/digest.css",
  "assets/digest.js",
  "assets/density.js",
  "assets/scheme.js",
  "assets/search.js",
  "assets/search-dialog.js",
  "assets/search-page.js",
  "assets/unspaced.js",
  "assets/words.js",
  "assets/favicon.svg",
  "days.svg",
  "stories/2026/06/old-bridge-closes-to-lorries-on-monday.coverage.svg",
  "stories/2026/06/old-bridge-closes-to-lorries-on-monday.differ-1.svg"
 ]
}
importScripts("assets/offline.js")
