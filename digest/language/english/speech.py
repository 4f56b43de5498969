"""How English prints what people said: verbs, titles of persons, quotation marks."""

from __future__ import annotations

from digest.language.calendar import MONTHS, WEEKDAYS, weekday_words
from digest.language.marks import PAIRS
from digest.language.speech import Rule, Rules, Speech

SAID = "said|says"
"""The plain verb; reports of any kind use it, so that nothing but the saying follows from it."""
SAYING = (
    f"{SAID}|wrote|writes|tweeted|posted|added|adds|argued|argues|continued|replied|explained|noted|declared|insisted|"
    "warned|acknowledged|emphasized|emphasised|stated|announced|joked|recalled|responded|testified"
)
"""Verbs that stand before their speaker too: "said Ida Brown"."""
TOLD = "told|tells"
TELLING = f"{TOLD}|asked"
"""Verbs that need a listener: behind "told" a name is who was spoken to."""
SPOKEN = f"{SAYING}|{TELLING}"
"""All verbs by which somebody is said to speak, in the tenses of reports."""
REPORTING = f"{SAID}|told|asked|argued|ruled|announced|according to"
"""By these a line reports somebody's words and states nothing in the publisher's own name."""

SHORT_TITLES = "Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Rev|Lt|Sgt|Capt|Col|Prof"
OFFICES = "Senator|Representative|President|Governor|Justice|Judge|Secretary"
RANKS = (
    "Congressman|Congresswoman|Vice|Chief|Chairman|Chairwoman|Spokesman|Spokeswoman|Spokesperson|Sheriff|Mayor|Minister|Prime|"
    "Attorney|General|Director|Editor-in-Chief|State|Foreign|Finance|Interior|Defen[cs]e|Pro|Tem|Officer|Executive|CEO|"
    "Commissioner|Deputy|Assistant|Professor|Pope|Coach|Conservative|Labour|Republican|Democratic|Democrat|Senate|House|"
    "Majority|Minority|Leader|Whip|Speaker|Treasury|MP|Team|Police"
)


_NOBODY = (
    "he she the this that it they we you there but and in on at as if so officials critics sources people senior former top"
)

SPEECH = Speech(
    marks=PAIRS[:2],
    quoted=Rules(
        Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
        Rule("typewriter's marks", r"``.*?(?:''|\Z)"),
    ),
    saying=SAYING,
    telling=TELLING,
    same_speaker="added|adds|continued|went on",
    pronouns="he|she",
    adverbs="has|had|later|also|then",
    settings=r"in|on|at|to|of|that|during|late|the|a|an|\w+day",
    after_verb="in|on|at|to|during|after|as|with",
    contrasts="but|however",
    definite="the",
    determiners="the|an?|one|some|his|her|its|their|another",
    link_words=(
        "in|on|at|of|to|during|after|before|when|while|as|who|whom|that|last|this|through|via|from|with|without|and|or|but|late|"
        "early|earlier|about|by|if|for|because|since|until|outside|inside|near|into|over|under|against|among|is|was|has|had|"
        "today|yesterday|tonight|twice|once|here|there|again|just|amid|upon"
    ),
    may_follow=r"\w+(?:ing|ly|day)",
    short_titles=SHORT_TITLES,
    offices=OFFICES,
    ranks=RANKS,
    openers=f"What|The|In|On|At|But|And|After|When|As|While|{'|'.join((*WEEKDAYS, *MONTHS))}",
    particles=r"de|du|van|von|der|bin|al|Jr\.",
    of="of",
    couple="and",
    bodies=(
        "Agency|Committee|House|Department|Ministry|Group|Party|Association|Institute|University|Company|Corp|Inc|Council|"
        "Court|Office|Bureau|Union|Commission|Foundation|Organization|Campaign|Coalition|Alliance"
    ),
    nobody=frozenset(_NOBODY.split()) | weekday_words("en"),
)
