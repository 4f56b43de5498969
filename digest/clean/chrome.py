"""What surrounds an article on a page and is no word of it: a line's reason to go.

Each rule must fit the whole line, so that a sentence which merely speaks of sharing, cookies or apps stays. The rules
speak the languages of most pages; where a page is a stranger's, `core` tells its chrome by shape.
"""

from __future__ import annotations

import re

# One alternative a line; the words in capitals stand for what `_WORDS` says.
_ALWAYS = {
    "loading line": r"""
    (?:loading|please wait|wird geladen|chargement|cargando|caricamento)(?: [\w ]{1,40})? ?(?:\.\.\.|…)
    (?:loading|please wait|wird geladen)
    """,
    "source count": r"""
    \d+ (?:sources?|quellen|fuentes|fonti|views?|likes?|shares?|comments?|replies|votes|followers|photos?|videos?)
    \d+ (?:kommentare|commentaires|comentarios|reads|min(?:ute)?s?[ -](?:read|listen|watch))(?: ?[·|•-] ?\d.*)?
    """,
    "code fence": r"""
    `{3,}\w*
    ~{3,}\w*
    """,
    "copyright": r"""
    .{0,40}© ?(?:19|20)\d\d.{0,120}
    (?:copyright )?(?:©|\(c\)(?=.{0,40}(?:19|20)\d\d)).{1,200}
    copyright:? ?(?:19|20)\d\d.{0,200}
    .{0,120}\ball rights (?:are )?reserved\b.{0,80}
    .{0,120}\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\b.{0,80}
    """,
    "image credit": r"""
    NO_SENTENCE(?:source|photo|image|picture|photograph|credit|foto|bild|crédit) ?[::/] ?\S.{0,80}
    NO_SENTENCE(?:photo credit|image credit|image source|graphic source) ?[::/] ?\S.{0,80}
    NO_SENTENCE(?:quelle|bildquelle|fuente|illustration|graphic|video) ?[::/] ?\S.{0,80}
    NO_SENTENCE(?:photo|image|picture|photograph|foto|illustration|graphic) (?:by|von|par|de) \S.{0,80}
    (?:\S.{0,60}/ ?)?(?:getty images|afp|reuters|ap photo|shutterstock|istock|epa|alamy|dpa)(?: ?/ ?\S.{0,60})?
    """,
    "risk disclaimer": r"""
    (?:risk (?:warning|disclosure|disclaimer)|disclaimer|legal notice) (?:and|&) disclaimer ?(?:[:.–—-].*|(?-i:[A-Z]).*)?
    (?:risk (?:warning|disclosure|disclaimer)|disclaimer|legal notice) ?(?:[:.–—-].*|(?-i:[A-Z]).*)?
    """,
    "time stamp": r"""
    \d{1,2}:\d{2}(?::\d{2})?(?: ?/ ?\d{1,2}:\d{2}(?::\d{2})?)?
    (?:about )?(?:an?|\d+) ?(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago
    \d+ ?(?:s|m|h|d|w|mins?|hrs?)
    """,
    "lone mark": r"""
    [\W\d_]+
    """,
}
_UNLESS_SAID = {
    "share bar": r"""
    (?:share|teilen|partager|compartir|compartilhar|condividi|delen|del|jaa|udostępnij|paylaş|bagikan|シェア|分享|공유)(?:share)?
    share (?:this|on|via|by|to|with|the|article|story|post|page|now|NETWORK|[ ,:!])*
    share this (?:story|article|post|page)\b.{0,300}
    (?:(?:share|post|send|tweet|save|follow|copy|click to share)?[ :,|/·•]*(?:on|via|by|in|us on|to)?[ ,]*NETWORK[ ,|/·•]*)+
    """,
    "top stories": r"""
    (?:today['’]?s |more |latest |our )?(?:top|latest|trending|related|popular|recommended|featured|recent) (?:stories|news)
    (?:more|other|similar|latest|related|trending|recommended|popular) (?:articles|posts|reads?|links|headlines)
    (?:more(?: from .{2,40})?|most[- ](?:read|popular|viewed|shared)(?: (?:stories|articles|in .{2,20}))?)
    (?:trending|related|read (?:more|next|also)|also read|see also|recommended(?: for you)?|up next|explore more)
    (?:you (?:may|might) (?:also )?(?:like|enjoy)|don['’]t miss|what to read next|editor['’]?s['’]? picks?)
    in this (?:article|story)
    (?:topics|tags|categories|filed under|mehr zum thema|lesen sie auch|(?:à )?lire aussi|lea también|te puede interesar)
    (?:leggi anche|lees ook|czytaj też|関連記事|相关阅读)
    """,
    "related link": r"""
    NO_SENTENCE(?:more|read(?: more| also| next)?|also read|see also|related|recommended) ?[:|>»]+ ?\S.{0,200}
    NO_SENTENCE(?:mehr|lesen sie auch|lire aussi) ?[:|>»]+ ?\S.{0,200}
    NO_SENTENCE(?:leggi anche|lea también|lees ook|czytaj (?:też|także)|läs (?:även|också)|les også) ?[:|>»]+ ?\S.{0,200}
    NO_SENTENCE(?:watch|listen) ?[:|>»]+ ?\S.{0,200}
    (?:for )?more (?:stories|news|articles) (?:like this|from)\b.{0,120}
    """,
    "advertisement": r"""
    (?:advertisements?|advertising|ad|ads|sponsored|promoted|anzeige|werbung|publicité|publicidad|pubblicità)(?: \d)?
    (?:annons|reklama?|iklan|広告|skip ad(?:vertisement)?|close ad|paid (?:post|content)|sponsored content)
    sponsored by .{2,40}
    (?:story|article) continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?
    (?:continue reading below|scroll (?:down )?to continue(?: reading)?)
    this (?:advertisement|video|content|ad) (?:has not loaded|is not available|isn['’]t available)\b.{0,100}
    """,
    "navigation": r"""
    (?:skip to (?:main )?(?:content|navigation|article)|(?:main )?menu|home(?:page)?|search|close|next|previous)
    (?:back(?: to (?:top|home|homepage|the top))?|load more|show (?:more|less)|see (?:more|all)|view (?:all|more|comments))
    (?:learn more|click here|toggle \w+|expand|collapse|sections?|navigation|contents?|table of contents|jump to .{2,40})
    (?:page \d+ of \d+|go to .{2,30}|listen(?: to this (?:article|story))?(?: \(?\d.*)?|play|pause|watch(?: now)?)
    (?:live|video|photos?|gallery|print|save|bookmark|(?:font|text) size|a[-+]|startseite|zur startseite|weiterlesen)
    (?:lire la suite|leer más|translate|settings|comments?|leave a (?:comment|reply)|post a comment|reply|report|like|edit)
    """,
    "account prompt": r"""
    (?:log|sign) ?(?:in|up|out)(?: (?:to|for|or|here|with)\b.{0,60})?
    (?:my account|join(?: now| us)?|become a member|donate(?: now)?|support us|register(?: (?:now|here|for free))?)
    (?:subscribe(?: (?:now|today|here|for|to)\b.{0,100})?|create (?:a )?(?:free )?account|create an account\b.{0,200})
    (?:anmelden|abonnieren|registrieren|se connecter|s['’]abonner|suscríbete|iniciar sesión|accedi|abbonati)
    you (?:must|need to|have to) be (?:logged|signed) in\b.{0,200}
    (?:you can save this article|you['’]ve reached|we invite you to become|subscribers? only)\b.{0,300}
    (?:already (?:a |an )?(?:subscriber|member|registered)|if you are a \w+ (?:\w+ ){0,3}subscriber)\b.{0,300}
    (?:unlimited|full|instant) (?:(?:online|digital) )?access\b.{0,120}
    (?:get )?exclusive articles\b.{0,200}
    (?:enjoy|access|read) (?:\w+ ){0,3}articles (?:per month|from (?:across|anywhere)).{0,80}
    support (?:local|independent|our|quality) journalism\b.{0,120}
    this (?:article|content|story) is (?:free to read|reserved for|for subscribers|exclusive to)\b.{0,120}
    """,
    "form message": r"""
    (?:there was an error|a welcome e-?mail|an error (?:has )?occurred|we encountered an (?:issue|error))\b.{0,400}
    (?:please (?:try again|enter (?:a|your)|check your)|(?:please )?enable javascript|your browser does not)\b.{0,300}
    (?:to view this video|(?:try )?refreshing your browser|ad ?block(?:er)? users|interested in more newsletters)\b.{0,400}
    (?:thank you|thanks) for (?:subscribing|signing up|reading|sharing|registering|your (?:subscription|support)).{0,100}
    the next issue of\b.{0,60}\binbox\b.{0,40}
    """,
    "comment rules": r"""
    .{0,120}\b(?:lively|civil) (?:but \w+ )?(?:forum|discussion)\b.{0,600}
    (?:please keep comments|comments (?:may take|are (?:closed|moderated|subject)))\b.{0,400}
    (?:would you like to comment|please read our comment policy|join thought-provoking conversations)\b.{0,300}
    (?:share|leave|join|add) (?:your|the|a) (?:thoughts|comments?|conversation|discussion|opinion)\b.{0,120}
    """,
    "newsletter or app prompt": r"""
    (?:please )?(?:subscribe|sign up|join|get|download|follow us|receive|check out)(?= .*\b(?:our|your|free)\b) …LETTERS…
    (?:like us|stay (?:up to date|informed|connected)) …LETTERS…
    (?:never miss|don['’]t miss) …LETTERS…
    (?:follow|like|join|find|connect with) \S.{0,60} on (?:twitter|x|facebook|instagram|linkedin|youtube|whatsapp)\b.{0,200}
    (?:follow|join|find) \S.{0,60} on (?:telegram|google news|tiktok|threads|bluesky)\b.{0,200}
    sign up (?:now|here|today|\(it)\b.{0,160}
    (?:privacy notice:|our website is the place\b).{0,600}
    visit \S+\.(?:com|org|net|co\.uk|ca|io)\b to\b.{0,200}
    get the latest\b.{0,60}\b(?:in|from)\b.{0,60}
    (?:please )?(?:consider )?(?:donat|support)(?:e|ing) .{0,40}\b(?:here|today|our work|our journalism)\b.{0,300}
    the post .{3,200} (?:appeared first|first appeared) on .{2,80}
    this (?:article|story|post) (?:was )?(?:originally |first )(?:appeared|published) (?:on|in|at|by) .{2,120}
    continue reading\b.{0,200}
    read (?:the )?(?:full|whole|rest|original) (?:article|story|post|text|entry)\b.{0,120}
    (?:click|tap) (?:here|below)\b.{0,120}
    to (?:read|see|view|watch|submit|comment)\b.{0,250}\b(?:click|tap) here\b.?
    you can e-?mail \S.{0,60}\bhere\b.{0,120}
    for .{2,60}, click here\.?
    """,
    "cookie notice": r"""
    (?:we (?:and our partners )?use cookies|this (?:site|website) uses cookies|this site is protected by recaptcha)\b.{0,400}
    by (?:clicking|signing up|continuing|subscribing|submitting|using)\b.{0,160}\b(?:agree|consent|terms)\b.{0,300}
    you (?:can|may) (?:opt out|unsubscribe|withdraw your consent)\b.{0,200}
    """,
    "legal links": r"""
    (?:(?:(?:our|your|the|and|&|read|view|see) )*(?:LEGAL)[ |,·•/]*)+
    """,
    "credits": r"""
    [—–-]? ?(?:additional |with )?(?:reporting|writing|editing|edited|photography) by (?-i:[A-Z]\w+ [A-Z]).{0,300}
    with (?:files|additional reporting|inputs?|agency inputs?) from\b.{0,120}
    our standards:.{0,120}
    [—–-]? ?(?:[A-Z].{0,160} )?contributed (?:to|reporting(?: to)?) this (?:report|story|article)\.?
    """,
    "risk disclaimer": r"""
    (?:this|the|any|all|our|nothing (?:in|on)|information)\b.{0,100}\b(?:articles?|content|information)\b …ADVICE…
    (?:this|the|all|our|nothing (?:in|on))\b.{0,60}\b(?:materials?|site|website)\b …ADVICE…
    (?:this|the|our|nothing (?:in|on))\b.{0,60}\b(?:report|analysis|post|page|opinions)\b …ADVICE…
    """,
    "contact notice": r"""
    (?:if there is any infringement|(?:got|have) a (?:tip|story)|do you have a (?:story|tip)|contact us)\b.{0,300}
    (?:spotted an? (?:error|typo)|send us your (?:tips|feedback|stories)|get in touch with our)\b.{0,300}
    (?:report (?:a typo|an error)|submit a correction|opinions expressed (?:are|in this|here))\b.{0,400}
    e-?mail:? ?\S+@\S+
    """,
}  # fmt: skip
_WORDS = {
    "NO_SENTENCE": r"(?!.*\w{3}[.!?]\Z)",
    "…LETTERS…": r".{0,120}\b(?:newsletters?|inbox|e-?mail|app\b|app store|google play|alerts?|notifications?|channel|"
    r"facebook|twitter|instagram|linkedin|youtube|google news|telegram|podcast|free trial|digest|briefing).{0,120}",
    "…ADVICE…": r".{0,300}\b(?:not constitute (?:\w+[ ,]+){0,6}(?:advice|recommendation|offer|solicitation)|informational "
    r"purposes only|not (?:intended (?:as|to be) )?(?:\w+[ ,]+){0,5}advice|at your own risk)\b.{0,1500}",
    "NETWORK": r"(?:facebook|twitter|x|linkedin|whats ?app|e-?mail|reddit|telegram|pinterest|flipboard|bluesky|threads|"
    r"messenger|sms|line|xing|vk|link|print|pocket|instagram|tiktok|youtube|rss|mastodon|tumblr|(?:google|apple) news)",
    "LEGAL": r"privacy(?: (?:policy|notice|statement|settings|choices|cent(?:er|re)))?|terms(?: (?:of (?:use|service|sale)|"
    r"(?:and|&) conditions))?|cookies?(?: (?:policy|settings|preferences|notice))?|manage (?:cookies|consent|preferences)|"
    r"do not sell(?: or share)?(?: my (?:personal )?(?:data|info|information))?|accessibility(?: statement)?|imprint|"
    r"impressum|datenschutz|mentions légales|aviso legal|advertise(?: with us)?|contact(?: us)?|about(?: us)?|help|careers",
}
_SAID = re.compile(
    r"[,”\"’] (?:he|she|they|it|who|[A-Z]\w+) (?:said|says|told|wrote|added|adds)\b|\b(?:said|told|asked|finds?|found|"
    r"showed|shows|according to|announced|ruled|reported|argued)\b"
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
    pattern = rf"[^\w\"“‘'(©]*(?:{'|'.join(groups)})[\s:.!>»›|•·…↓↑→–—-]*"
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
