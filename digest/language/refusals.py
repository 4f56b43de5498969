"""Why words cannot stand alone as a statement: the rules, each with what it says of the words it refuses."""

from __future__ import annotations

from enum import Enum


class Refusal(Enum):
    """A rule that keeps words from standing alone."""

    SHORT = "too few words"
    LONG = "longer than an extract may be"
    OPEN = "a quotation or bracket is left open"
    ASKS = "a question"
    NO_SENTENCE = "a heading, a headline, or without the mark that ends a sentence"
    PAIR = "two sentences"
    PART = "part of a sentence in a language whose clauses are not known"
    DANGLING = "begins with a word that means something said before"
    FIRST_PERSON = "in somebody's first person"
    SPOKEN_BY_PRONOUN = "a speaker who is only he, she or they"
    QUOTED = "more than half a quotation"
    NO_VERB = "no finite verb"
    NO_VERB_OF_ITS_OWN = "no finite verb but in an aside or a relative clause"
    OPEN_COMPLEMENT = "what follows that, which or who has no verb"
    LEANS = "several signs that something before it is missing"
    LATE_QUOTE = "begins within a quotation that ends in it"
    PRONOUN = "a pronoun before any name"
    BEGINS_QUOTED = "begins with a quotation or bracket"
    MIDWAY = "begins midway in a clause"
    ENDS_MIDWAY = "ends midway in a clause"
    SAID_WHAT = "ends before what was said"
    CLUTTER = "an address, a reference or a label"
    LATE_SUBJECT = "a long opening before a pronoun"
    TORN = "ends with a word that asks for more"
    TURNS = "its sentence turns or goes on behind it"
    NO_MAIN_CLAUSE = "an opening phrase without a main clause"
