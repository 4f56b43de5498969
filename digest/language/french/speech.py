"""How French prints what people said: verbs, titles of persons, quotation marks."""

from __future__ import annotations

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.speech import Rule, Rules, Speech

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "[a-zß-öø-ÿœ]"
PAST = (
    "déclaré|dit|affirmé|indiqué|expliqué|ajouté|précisé|confié|estimé|assuré|souligné|raconté|lancé|écrit|annoncé|répondu|rappelé|"
    "insisté|regretté|promis|prévenu|averti|reconnu|admis|martelé|réagi|commenté|conclu|soufflé|lâché|dénoncé|salué|répété|soutenu|"
    "jugé|poursuivi|noté|observé|plaidé|témoigné|confirmé|accusé|déploré|glissé|résumé|argué|prétendu"
)
_PRESENT = (
    "déclare|dit|affirme|indique|explique|ajoute|précise|confie|estime|assure|souligne|raconte|lance|écrit|annonce|répond|rappelle|"
    "insiste|regrette|promet|prévient|avertit|reconnaît|admet|martèle|commente|conclut|dénonce|salue|répète|soutient|juge|poursuit|"
    "note|observe|plaide|témoigne|confirme|déplore|résume|analyse|conseille|rassure|détaille|relève|constate|considère|argumente|"
    "s[’']exclame|s[’']enthousiasme|s[’']inquiète|s[’']indigne|se félicite|se réjouit|s[’']interroge|s[’']agace"
)
_TO = r"(?:(?:nous|lui|leur) )?"
SAYING = (
    rf"{_TO}(?:a|avait) (?:(?:aussi|ensuite|encore|également|ainsi|toutefois) )?(?:{PAST})|"
    rf"s[’'](?:est|était) (?:félicité|réjoui|exclamé|indigné|inquiété|agacé|justifié|interrogé)e?|{_TO}(?:{_PRESENT})"
)
"""Verbs that stand before their speaker, as in all clauses behind the quoted words, or behind."""
_WEEKDAYS = PRINTED_WEEKDAYS["fr"]
# What may stand before a name and is no preposition or article: "la ministre française Odette Carsin".
_ROLE = rf"(?:(?!(?:de|du|des|d|le|la|les|et|à|au|aux|en|pour|par|sur|avec)\b){_SMALL}[\w’'-]* )"
_ARTICLE = r"(?:(?:[Ll]e|[Ll]a|[Ss]on|[Ss]a|[Ll]eur|[Uu]ne?) |[Ll][’'])"
_LISTENER = (
    rf"(?:(?:à|au|aux) (?:l[’']|la |le )?(?:agence |quotidien |journal )?{CAPITAL}[\w.’-]*(?: {CAPITAL}[\w.’-]*){{0,3}} )?"
)

_NOBODY = """
il elle ils elles on nous je vous le la les un une des ce cette ces cela mais et selon pour dans en à au après avant
avec police gouvernement ministère mairie préfecture parquet tribunal justice opposition
"""

SPEECH = Speech(
    marks=(("«", "»"), ("“", "”"), ('"', '"'), ("„", "“")),
    quoted=Rules(
        Rule("angled marks", r"«[^»]*(?:»|\Z)"),
        Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
    ),
    saying=SAYING,
    telling="nous a dit",
    same_speaker="a ajouté|ajoute|a poursuivi|poursuit",
    pronouns="il|elle",
    adverbs="a|avait|aussi|ensuite|également|lui-même|elle-même",
    settings=(
        "à|au|aux|dans|en|sur|lors|devant|après|avant|pendant|que|le|la|les|de|du|d’un|d’une|hier|aujourd’hui|ce|cette|avec|pour|"
        rf"par|vers|également|aussi|ensuite|{_WEEKDAYS}"
    ),
    after_verb="à|au|aux|dans|en|sur|lors|devant|après|avant|pendant|avec|pour|et",
    contrasts="mais|toutefois|cependant|pourtant",
    definite="le|la|les",
    determiners="un|une|son|sa|ses|leur|ce|cette",
    link_words=(
        "et|ou|de|du|des|d|à|au|aux|en|dans|sur|sous|avec|sans|pour|par|chez|après|avant|pendant|depuis|lors|contre|entre|vers|que|"
        "qui|dont|où|comme|mais|car|selon|le|la|les|l"
    ),
    may_follow=r"\w+",
    short_titles="M|MM|Mme|Mmes|Mlle|Dr|Me|Mgr|Pr",
    offices="Monsieur|Madame|Maître",
    ranks="Président|Présidente|Ministre|Docteur|Professeur|Général",
    openers="Le|La|Les|À|Au|En|Dans|Mais|Et|Selon|Après|Pour|Son|Sa",
    particles="de|du|des|d’|la|van|von|ben|el",
    of="de",
    couple="et",
    bodies="Parti|Association|Fédération|Ligue|Conseil|Ministère|Banque|Groupe|Institut|Université|Syndicat|Cour",
    nobody=frozenset((*_NOBODY.split(), *_WEEKDAYS.split("|"))),
    according="selon|Selon|d[’']après|D[’']après|pour|Pour",
    # "la biologiste Viviane André"; "la maire de Vieuxport, Ida Brun,"; "à l’AFP le directeur René Stahl".
    called=(
        rf"{_LISTENER}{_ARTICLE}{_ROLE}(?:(?:(?:de|du|des|de la) |d[’']|de l[’'])?{_ROLE}){{0,3}}|"
        rf"{_LISTENER}{_ARTICLE}[^,.;:«»“”\"]{{3,70}}, (?={CAPITAL}[\w’-]+(?: (?:de |"
        rf"du )?{CAPITAL}[\w’-]+){{0,3}}(?:[,.]| a\b))"
    ),
    unnamed=(
        rf"(?:a|avait)-t-(?:il|elle) (?:\w+ )?(?:{PAST})\b|(?:{_PRESENT})(?:-t)?-(?:il|elle)\b|"
        r"s[’']est-(?:il|elle) \w+é\w*"
    ),
    no_name="|".join((_WEEKDAYS, "[LJSCNM][’']", *(name.title() for name in _WEEKDAYS.split("|")))),
)
