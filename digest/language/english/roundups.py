"""How English titles read of what reports no event of its own, or one day of it: round-ups, opinions, a day's trading."""

from __future__ import annotations

from digest.language.calendar import MONTH
from digest.language.speech import Rule, Rules

_YEAR = r"(?:20\d\d|the (?:year|decade|month|week))"
_TRADING = r"""
    ^(?:(?:u\.?s\.?|u\.?k\.?|asian|european|wall\ street|global|world|emerging|most|tech|bank)\ )*
    (?:stocks?|shares|equities|futures|treasur(?:y|ies)(?:\ yields)?|bonds?|gilts|dollar|euro|yen|sterling|pound|rupee|yuan
      |gold|silver|copper|oil(?:\ prices?)?|crude(?:\ oil)?|natural\ gas|wheat|corn|bitcoin|crypto
      |dow(?:\ jones)?|s&p\ 500|nasdaq|ftse(?:\ 100)?|dax|nikkei|hang\ seng|sensex|nifty)\ (?:futures\ |prices?\ |index\ )?
    (?:rises?|falls?|gains?|slips?|edges?|jumps?|slides?|rall(?:y|ies)|climbs?|drops?|tumbles?|surges?|settles?|ends?|closes?
      |opens?|picks?\ up|retreats?|hits?|steady|steadies|weakens?|strengthens?|lower|higher|mixed|flat
      |decline[sd]?|advances?)\b
"""

OPINIONS = "opinions?|editorials?|letters?|commentary|comment|op-ed|column|perspective|view"
ROUNDUPS = Rules(
    Rule(
        "round-up",
        r"\bround-?ups?\b|\bmarket (?:talk|wrap)\b|\b(?:morning|evening|daily|weekly) (?:brief(?:ing)?|digest)\b"
        r"|\b(?:in|from) today[’']s newsletter\b|\bwhat (?:we learned|you missed)\b",
    ),
    Rule(
        "outlook",
        rf"\bpredict(?:ions?|ing)\b.*\b{_YEAR}|\b{_YEAR}\b.*\bpredictions?\b|\b(?:week|month|year) ahead\b"
        rf"|^(?:the )?outlook for\b.*\b{_YEAR}|\btrends (?:for|in|of) {_YEAR}"
        rf"|\bwhat (?:to expect|to watch|will shape)\b.*{_YEAR}",
    ),
    Rule(
        "review",
        rf"\b{_YEAR} in (?:review|charts|pictures|photos|numbers)\b|\byear in a word\b|\bcharts of {_YEAR}"
        r"|\ba look back\b|\bthe year that was\b",
    ),
    Rule(
        "list",
        rf"\b(?:best|worst|top|biggest|most)\b[^.:]*\b(?:of|in|for) {_YEAR}(?:\W|$)|^the (?:\d+ )?best \w+"
        r"|^best [\w ,]+s (?:of|for|to|under|according)\b"
        r"|\b(?:gift|buying|buyer[’']s) guide\b|^how to (?:buy|choose) ",
    ),
    Rule(
        "questions",
        r"\bQ&A\b|\bask (?:us|me|an expert)\b|\byour questions\b|\bquiz\b|\bcrossword\b|\breader callout\b"
        r"|\blive chat\b",
    ),
    Rule(
        "monthly",
        rf"(?:^(?:{MONTH})|\b(?:{MONTH}) 20\d\d)(?: \w+){{0,2}}"
        r" (?:updates?|newsletter|recap|highlights|changelog|release notes)$"
        rf"|^(?:change ?(?:list|log)|newsletter|release notes|recap|(?:product )?updates?)\b.*\b(?:{MONTH})(?: 20\d\d)?$",
    ),
    Rule("notice", r"\bis hiring\b|^wanted: |\bsubscribe (?:to|now)\b"),
    before="(?i:",
)
PROMISES = Rules(
    Rule("to the reader", r"\byou(?:['’](?:ll|re)| need| won| should| never| can)\b|\bwhat (?:we|to) know\b"),
    Rule("a list", r"^\d+ (?:things|ways|reasons)\b"),
    Rule("an answer", r"\bhere(?:['’]s| is| are) (?:why|what|how)\b|^(?:why|how|what)\b"),
    Rule("its kind", r"^(?:watch|live|opinion|analysis|video|photos|breaking|exclusive|update)\b"),
    before="(?i:",
)
TRADING = Rules(Rule("trading", _TRADING), before="(?ix:")
