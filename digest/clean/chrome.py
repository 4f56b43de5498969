"""What surrounds an article on a page and is no word of it: a line's reason to go.

Each rule must fit the whole line, so that a sentence which merely speaks of sharing, cookies or apps stays. These are the
few that hold everywhere, those of all languages at once: what surrounds an article is often in another one than it. `core`
tells the rest of a page by its shape, `consent` and `ending` by what it says to whom.
`python tests/quality/clean_scores.py --ablate` shows what each group is worth.
"""

from __future__ import annotations

import re

from digest.common.titles import ARROWS, BARS
from digest.language.marks import CLOSING, OPENING
from digest.language.mixed import REPORTING, SPOKEN

# One alternative a line; the words in capitals stand for what `_WORDS` says.
_ALWAYS = {
    "loading line": r"""
    (?:loading|please wait|wird geladen|chargement|cargando|caricamento)(?: [\w ]{1,40})? ?(?:\.\.\.|…)
    """,
    "source count": r"""
    \d+ (?:sources?|quellen|fuentes|fonti|views?|likes?|shares?|(?:kom|com)m?ent\w+|replies|votes|followers)
    \d+ (?:photos?|videos?)
    """,
    "code fence": r"""
    `{3,}\w*
    """,
    "copyright": r"""
    .{0,40}© ?(?:19|20)\d\d.{0,120}
    (?:copyright )?(?:©|\(c\)(?=.{0,40}(?:19|20)\d\d)).{1,200}
    .{0,120}\b(?:all rights (?:are )?reserved|alle rechte vorbehalten|tous droits réservés)\b.{0,80}
    .{0,120}\b(?:todos los derechos reservados|tutti i diritti riservati)\b.{0,80}
    """,
    "image credit": r"""
    NO_SENTENCE(?:IMAGE|source|credit|crédit|quelle|fuente|fonte)(?: credit| source)? ?[:：/] ?\S.{0,80}
    NO_SENTENCE(?:IMAGE) (?:by|von|par|de) \S.{0,80}
    """,
    "risk disclaimer": r"""
    (?:risk (?:warning|disclosure)|disclaimer|legal notice)(?: (?:and|&) disclaimer)? ?(?:[:.–—-].*|(?-i:[A-Z]).*)?
    """,
    "time stamp": r"""
    (?:about )?(?:an?|\d+) ?(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)(?: ago)?
    """,
    "lone mark": r"""
    [\W\d_]++
    """,
}
_UNLESS_SAID = {
    "share bar": r"""
    (?:share|teilen|partager|compartir|compartilhar|condividi|delen|del|udostępnij|paylaş|bagikan|シェア|分享|공유)(?:share)?
    (?:(?:share|post|send|tweet|save|follow)?[ :,|/·•]*+(?:this (?:article|story) |us )?(?:on |via |by )?NETWORK[ ,|/·•]*)+
    """,
    "related link": r"""
    NO_SENTENCE(?:RELATED)(?: ?PARTING+ ?\S.{0,200})?
    (?:for )?more (?:stories|news|articles) (?:like this|from)\b.{0,120}
    """,
    "advertisement": r"""
    (?:advertisements?|advertising|ads?|sponsored|promoted|anzeige|werbung|publicité|publicidad|pubblicità)(?: \d)?
    (?:annons|reklama?|広告|广告|إعلان|विज्ञापन)
    this (?:advertisement|video|content|ad) (?:has not loaded|is not available|isn['’]t available)\b.{0,100}
    (?:story|article) continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?
    """,
    "navigation": r"""
    (?:skip to (?:main )?(?:content|navigation|article)|(?:main )?menu|home(?:page)?|search|close|next|previous)
    (?:back to top|load more|show (?:more|less)|see all|view (?:all|comments)|click here|table of contents|print|save)
    (?:settings|comments?|reply|translate)
    """,
    "control": r"""
    (?:share|listen|bookmark|follow|copy (?:the )?link|gift(?: this)? article|print this page|save for later|read aloud)
    (?:(?:text|font) size|(?:larger|smaller|increase|decrease) (?:text|font)(?: size)?|dark mode)
    (?:teilen|drucken|merken|anhören|vorlesen|link kopieren|schriftgröße|partager|imprimer|enregistrer|écouter)
    (?:copier le lien|compartir|imprimir|guardar|escuchar|copiar enlace|compartilhar|salvar|ouvir)
    (?:condividi|stampa|salva|ascolta|delen|printen|luisteren)
    """,
    "prompt": r"""
    (?:ASKS)\b.{0,300}\b(?:SERVICE)\b.{0,300}
    (?:subscribe|log in|sign (?:in|up)|register|donate|join us)(?: (?:now|today|here|us|to|for|with)\b.{0,100})?
    """,
    "trailer": r"""
    the post .{3,200} (?:appeared first|first appeared) on .{2,80}
    """,
    "legal links": r"""
    (?:(?:(?:our|your|the|and|&|read|view|see) )*(?:LEGAL)[ |,·•/]*)+
    """,
    "credits": r"""
    [—–-]? ?(?:additional |with )?(?:reporting|writing|editing|edited|photography) by (?-i:[A-Z]\w+ [A-Z]).{0,300}
    [—–-]? ?(?:[A-Z].{0,160} )?contributed (?:to|reporting(?: to)?) this (?:report|story|article)\.?
    contributing(?: (?:writers?|reporters?|authors?))? ?[:：] (?-i:[A-Z]).{1,200}
    this (?:article|story|post|piece|column|essay|report) (?:(?:was|is|has been) )?(?:FIRST)\b.{1,250}
    (?:FIRST) (?:by|in|on|at|with|from) (?-i:[A-Z]|OPENER)[^,.!?;:]{1,80}(?:, [\w ]{3,20}\d{4})?\.?
    dieser (?:artikel|beitrag|text) (?:ist|erschien|wurde) (?:zuerst|zunächst|ursprünglich|erstmals)\b.{1,250}
    cet article (?:a été|est) (?:initialement |d['’]abord |à l['’]origine )?(?:re)?(?:publié|paru)\b.{1,250}
    este (?:artículo|texto|reportaje|artigo) (?:fue|foi|se|ha sido)\b.{0,20} (?:re)?public.{1,250}
    questo articolo è (?:stato )?(?:originariamente )?(?:pubblicato|apparso|uscito)\b.{1,250}
    dit artikel (?:verscheen|is) (?:eerder|oorspronkelijk|eerst)\b.{1,250}
    """,
    "contact notice": r"""
    (?:(?:do you have|got|have) a (?:tip|story)|get in touch with our|send us your (?:tips|feedback|stories))\b.{0,300}
    e-?mail:? ?\S+@\S+
    """,
}  # fmt: skip
_OPENING = "".join(mark for mark in OPENING if mark not in ARROWS)
_WORDS = {
    "OPENER": f"[{_OPENING}‘']",
    "PARTING": f"[:{BARS}]",
    "FIRST": r"(?:first|originally|previously|initially|jointly) (?:published|posted|produced|appeared|printed)|"
    r"(?:re-?|co-?)(?:published|posted|produced|printed)|syndicated",
    "NO_SENTENCE": r"(?!.*\w{3}[.!?]\Z)",
    "IMAGE": r"photo|image|picture|photograph|foto|bild|illustration|graphic|video",
    "RELATED": r"(?:today['’]?s |more |latest |our |other |most )?"
    r"(?:top|latest|trending|related|popular|recommended|read|viewed|similar) "
    r"(?:stories|news|articles|posts|links|videos|more|next|also)|also read|see also|related|recommended|trending|"
    r"(?:most )?popular|most read|read(?: also)?|more(?: from .{2,40})?|watch|listen|mehr(?: zum thema)?|lesen sie auch|"
    r"(?:[àa] )?lire aussi|leggi anche|(?:lea|leia) (?:también|também)|lees ook|czytaj (?:też|także)|läs (?:även|också)|"
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|in other news|editors?['’]? picks?|further reading|"
    r"up next|das könnte (?:sie|dich) auch interessieren|auch interessant|weitere (?:artikel|themen|nachrichten)|"
    r"sur le même sujet|à lire également|te puede interesar|más noticias|lo más (?:leído|visto)|potrebbe interessarti|"
    r"関連記事|相关阅读|اقرأ أيضا|यह भी पढ़ें",
    "ASKS": r"please|subscribe|sign (?:up|in)|log in|register|create an?|join (?:us|the|our|now)|unlimited|"
    r"get (?:the|our|your|all|free|daily|e-?mail)|download (?:our|the|now)|follow (?:us|our)|"
    r"privacy notice|click (?:here|below)|support (?:us|our|local|independent|quality)|"
    r"share your|thanks|thank you|by (?:clicking|signing|continuing|subscribing|submitting|using|providing)|never miss|"
    r"don['’]t miss|enjoy|exclusive (?:articles|content|access)|access (?:articles|all|our)|already (?:an?|have|registered)|"
    r"interested in|receive|stay (?:up to date|informed|connected|ahead)|try|there was an error|a welcome e-?mail|the next|"
    r"to comment|we (?:apologi[sz]e|invite you)|you (?:must|need|have to|can)|if you (?:are|have|don['’]t)|"
    r"this (?:article|content|story) is",
    "SERVICE": r"newsletters?|inbox|subscri(?:be|bing|bers?|ption)|sign(?:ing|ed)?[ -](?:up|in)|logged in|registering|"
    r"an account|one account|articles per month|e-?mail address|app store|google play|the (?:conversation|discussion)|"
    r"in the comments|comment policy|comments relevant|refreshing|javascript|terms (?:of (?:use|service)|and conditions)|"
    r"privacy policy|notifications|has failed to load|(?:digital|online) access|journalism|updates",
    "NETWORK": r"(?:facebook|twitter|x|linkedin|whats ?app|e-?mail|reddit|telegram|pinterest|flipboard|bluesky|threads|"
    r"messenger|link|print|pocket|instagram|tiktok|youtube|rss|mastodon|tumblr|(?:google|apple) news)",
    "LEGAL": r"privacy(?: (?:policy|notice|statement|settings))?|"
    r"terms(?: (?:of (?:use|service|sale)|(?:and|&) conditions))?|cookies?(?: (?:policy|settings|notice))?|"
    r"accessibility(?: statement)?|"
    r"imprint|impressum|datenschutz|mentions légales|"
    r"aviso legal|advertise(?: with us)?|contact(?: us)?|about(?: us)?|help|careers",
}
_SAID = re.compile(
    rf"[,{CLOSING}’] (?:he|she|they|it|who|[A-Z]\w+) (?:{SPOKEN})\b|\b(?:{REPORTING}|finds?|found|showed|shows|reported)\b"
)
_LONGEST = 3_500


def _compiled(rules: dict[str, str]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """One pattern for all rules, with a group a reason."""
    groups = []
    for block in rules.values():
        alternatives = "|".join(line.strip() for line in block.strip().splitlines())
        for name, meaning in _WORDS.items():
            alternatives = alternatives.replace(f" {name}", meaning).replace(name, meaning)
        groups.append(f"({alternatives})")
    pattern = rf"[^\w{_OPENING}‘'(©]*(?:{'|'.join(groups)})[\s:.!…↓↑→{BARS}–—-]*"
    return tuple(rules), re.compile(pattern, re.IGNORECASE)


_RULES = (_compiled(_ALWAYS), _compiled(_UNLESS_SAID))


def chrome(text: str) -> str | None:
    """Return why the line `text` as a whole is no part of an article, or None; what reports somebody's words is."""
    if len(text) > _LONGEST:
        return None
    for (reasons, pattern), spoken in zip(_RULES, (False, True), strict=True):
        if spoken and _SAID.search(text):
            return None
        if found := pattern.fullmatch(text):
            return reasons[(found.lastindex or 1) - 1]
    return None
