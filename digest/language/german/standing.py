"""How German sentences begin that lean on the one before."""

from __future__ import annotations

from digest.language.speech import Rule, Rules

_ARTICLE = r"(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]ieser|[Dd]iese|[Dd]ieses)"
_VERB = (
    r"(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|hatten|soll|sollen|sollte|sollten|kann|konnte|"
    r"muss|musste|"
    r"will|wollte|[a-zäöüß]+ten?|[a-zäöüß]+t)"
)

LEANING = Rules(
    Rule(
        "turns",
        r"(?:Aber|Doch|Allerdings|Jedoch|Dennoch|Trotzdem|Dagegen|Hingegen|Stattdessen)\b|[^.,]{0,40}\b(?:allerdings|jedoch|"
        r"dagegen|hingegen|dennoch)\b",
        "turns",
    ),
    Rule("pronoun", r"(?:Er|Sie|Ihm|Ihn|Ihnen|Ihr|Ihre|Ihren|Ihrem|Sein|Seine|Seinen|Seinem|Deren|Dessen)\b"),
    # "Es gibt" and "Es regnet" point at nothing; what somebody is told of as "es" does.
    Rule("it", r"Es (?:sei|habe|soll|wurde|war|wird)\b(?! (?:nicht )?(?:klar|unklar|offen|möglich|erwartet|bekannt))"),
    Rule("this", rf"(?:Das|Dies|Dieser|Diese|Dieses|Diesem|Diesen) {_VERB}\b"),
    Rule("this thing", r"(?:Dieser|Diese|Dieses|Diesem|Diesen)\b"),
    Rule(
        "there",
        r"(?:Dabei|Damit|Dadurch|Dazu|Dafür|Davon|Daran|Darauf|Darüber|Daraufhin|Darum|Danach|Dort|Da|Deshalb|"
        r"Deswegen|Daher|"
        r"Dann|Später|Zuvor|Vorher|Anschließend|Außerdem|Zudem|Auch|Ferner|Ebenso|Zugleich|Gleichzeitig|Inzwischen|So|"
        r"Somit|Also|"
        r"Und|Oder|Denn|Wiederum|Weiter|Letztere[rs]?|Erstere[rs]?|Beide|Andere|Einige|Sonst|Jener|Jene)\b",
    ),
    Rule("an adjective alone", rf"{_ARTICLE} (?:alte|neue|andere|erste|zweite|letzte)[nrs]? {_VERB}\b"),
    Rule("first person", r"(?:Ich|Wir|Mein|Meine|Unser|Unsere|Uns|Mir|Mich)\b"),
    Rule("said by a pronoun", r"[^.]*, (?:sagte|sagt|so|erklärte|betonte|meinte) (?:er|sie)\b"),
)
