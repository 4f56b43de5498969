"""What surrounds an article on a page and is no word of it: a line's reason to go.

Each rule must fit the whole line, so that a sentence which merely speaks of sharing, cookies or apps stays.
"""

from __future__ import annotations

import re

_SHARE = r"facebook|twitter|x|linkedin|whatsapp|e-?mail|reddit|telegram|pinterest|flipboard|bluesky|threads|messenger|sms|line|xing|copy link|link|print|pocket|instagram|tiktok|youtube|rss|mastodon|tumblr|google news|apple news|snapchat|pin|tweet|post|whats ?app"
_RULES: tuple[tuple[str, str], ...] = (
    ("loading line", r"(?:loading|please wait|wird geladen|chargement|cargando|caricamento)(?:\s+[\w\s]{1,40})?\s*(?:\.\.\.|…)|loading|please wait"),
    ("source count", r"\d+\s+(?:sources?|quellen|fuentes|fonti|min(?:ute)?s?[ -](?:read|listen|watch)|views?|likes?|shares?|comments?|replies|votes|reads|followers|kommentare|commentaires|comentarios|photos?|images?|videos?|retweets|reposts)(?:\s*[·|•-]\s*\d.*)?"),
    ("share bar", rf"(?:share|teilen|partager|compartir|compartilhar|condividi|delen|dela|del|jaa|udostępnij|paylaş|bagikan|シェア|分享)(?:\s+(?:this|on|via|by|to|with|auf|sur|per|en|the|article|story|post|page|now|full|your friends|diesen artikel|cet article))*(?:\s*(?:{_SHARE}))*\s*[:.!…]*(?:share)?"),
    ("share bar", rf"(?:(?:share|post|send|tweet|email|pin|save|follow|print|copy|open|click to share|opens in a new window)?[\s:,|/·•]*(?:on|via|by|in|us on|to)?\s*(?:{_SHARE})[\s,|/·•]*(?:\(opens in (?:a )?new (?:window|tab)\))?)+"),
    ("image credit", r"(?:source|photo|image|picture|credit|photo credit|image credit|image source|photograph|foto|bild|crédit|quelle|fuente|illustration|graphic|video|getty images|bildquelle|©)\s*(?:by|von|:|/|©)\s*\S.{0,80}(?<![.!?])"),
    ("image credit", r"(?:\S.{0,60}/)?\s*(?:getty images|afp|reuters|ap photo|shutterstock|istock|bloomberg via getty images|epa|alamy|dpa|unsplash)(?:\s*/\s*\S.{0,60})?(?<![.!?])"),
    ("code fence", r"`{3,}\w*|~{3,}\w*"),
    ("top stories", r"(?:today['’]?s |more |latest |our |read (?:the )?)?(?:top|latest|trending|related|popular|most[- ](?:read|popular|viewed|shared)|recommended|breaking|featured|more|other|recent|similar)\s+(?:stories|news|articles|posts|reads?|topics|content|links|coverage|headlines|videos|on this (?:story|topic)|for you|from .{2,40})(?:\s*[:>»])?"),
    ("top stories", r"(?:trending|related|more|most read|most popular|read (?:more|next|also)|also read|see also|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended(?: for you)?|don['’]t miss|what to read next|up next|keep reading|explore more|editor['’]?s['’]? picks?|in this article|in this story|topics|tags|categories|filed under|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|lea también|te puede interesar|leggi anche|lees ook|czytaj też|関連記事)\s*[:>»….]*"),
    ("copyright", r"(?:copyright\s*)?(?:©|\(c\)\s*(?=.{0,40}(?:19|20)\d\d)|&copy;).{1,200}|copyright\s*:?\s*(?:19|20)\d\d.{0,200}"),
    ("copyright", r".{0,120}\b(?:all rights (?:are )?reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone)\b.{0,80}"),
    ("advertisement", r"(?:advertisements?|advertising|ad|ads|sponsored(?: content| by .{2,40})?|promoted|anzeige|werbung|publicité|publicidad|pubblicità|annons|reklama|reklam|iklan|広告|story continues below(?: advertisement)?|article continues (?:below|after) (?:this )?(?:ad|advertisement)|continue reading below|skip (?:ad|advertisement)|close ad|paid (?:post|content)|scroll (?:down )?to continue(?: reading)?)\s*[:.…]*"),
    ("navigation", r"(?:skip to (?:main )?(?:content|navigation|article)|(?:main )?menu|home(?:page)?|search|close|open|back(?: to (?:top|home|homepage|the top))?|next|previous|prev|load more|show (?:more|less)|see (?:more|all)|view (?:all|more|comments)|read more|learn more|more|click here|toggle \w+|expand|collapse|sections?|navigation|contents?|table of contents|jump to .{2,40}|page \d+ of \d+|go to .{2,30}|listen(?: to (?:this )?(?:article|story))?(?:\s*\(?\d.*)?|play|pause|watch(?: now| live)?|live|video|photos?|gallery|print|save|bookmark|font size|text size|a[-+]|zur startseite|startseite|weiterlesen|lire la suite|leer más|translate|contact(?: us)?|about(?: us)?|help|settings|comments?|leave a (?:comment|reply)|post a comment|join the conversation|reply|report|like|dislike|edit|delete)\s*[:>»…↓↑→.]*"),
    ("account prompt", r"(?:log ?in|sign ?in|sign ?up|log ?out|register|subscribe|subscribe (?:now|today)|create (?:a )?(?:free )?account|my account|join(?: now| us)?|become a member|donate(?: now)?|support us|anmelden|abonnieren|registrieren|se connecter|s['’]abonner|suscríbete|iniciar sesión|accedi|abbonati)(?:\s+(?:to|for|or|here|with|in|up|now|today|log ?in|sign ?in|sign ?up|register|free|subscribe)\b.{0,60})?(?<![.!?])"),
    ("newsletter or app prompt", r"(?:please )?(?:subscribe|sign up|join|get|download|follow|register|receive|stay|never miss|don['’]t miss|check out|like|listen)\b(?=.{0,140}\b(?:our|your|us|free|here|today)\b).{0,120}\b(?:newsletters?|inbox|e-?mail|app\b|app store|google play|alerts?|notifications?|channel|facebook|twitter|instagram|linkedin|youtube|google news|telegram|podcast|up to date|free trial|digest|briefing|community).{0,120}"),
    ("newsletter or app prompt", r"(?:thank you|thanks) for (?:subscribing|signing up|reading|your (?:subscription|interest|support)).{0,100}"),
    ("newsletter or app prompt", r"(?:the post .{3,200} (?:appeared first|first appeared) on .{2,80}|this (?:article|story|post) (?:was )?(?:originally |first )(?:appeared|published) (?:on|in|at|by) .{2,120}|continue reading\b.{0,200}|read (?:the )?(?:full|whole|rest|original)\b.{0,120}|(?:click|tap) (?:here|below|to)\b.{0,120})"),
    ("cookie notice", r"(?:we (?:and our partners )?use cookies|this (?:site|website) uses|by (?:clicking|signing up|continuing|subscribing|submitting|using|entering|providing|creating|proceeding)\b.{0,160}\b(?:agree|consent|accept|acknowledge|terms)|you (?:can|may) (?:opt out|unsubscribe|withdraw|manage your)).{0,400}"),
    ("legal links", r"(?:(?:(?:our|your|the|and|&|read|view|see)\s+)*(?:privacy(?: (?:policy|notice|statement|settings|choices))?|terms(?: (?:of (?:use|service|sale)|(?:and|&) conditions))?|cookies?(?: (?:policy|settings|preferences|notice))?|manage (?:cookies|consent|preferences)|do not sell(?: or share)?(?: my (?:personal )?(?:data|info|information))?|accessibility(?: statement)?|imprint|impressum|datenschutz|mentions légales|aviso legal|advertise(?: with us)?|contact(?: us)?|about(?: us)?|help|careers|sitemap|corrections)[\s|,·•/]*)+"),
    ("newsletter or app prompt", r"(?:(?:follow|like|join|find|connect with) \S.{0,60} on (?:twitter|x|facebook|instagram|linkedin|youtube|whatsapp|telegram|google news|tiktok|threads|bluesky)\b.*|(?:for )?more (?:stories|news|articles) (?:like this|from)\b.*|our website is\b.*|got a (?:story|tip)\b.*|this is a (?:breaking|developing) (?:new|news)?\s?story.*|mehr (?:zum thema|dazu|lesen).{0,80}|to (?:read|see|view|watch)\b.{0,250}\b(?:click|tap|go|see) here\b.?|join thought-provoking conversations.*|follow (?:all )?our (?:latest )?.{0,80}|get the latest\b.{0,120})"),
    ("related link", r"(?:more|read(?: more| also| next)?|also read|see also|related|watch|listen|recommended|mehr|lesen sie auch|lire aussi|leggi anche|lea también|lees ook|czytaj (?:też|także|więcej)|läs (?:även|också|mer)|les også|læs også|baca juga)\s*[:|>»]+\s*\S.{0,200}"),
    ("credits", r"[—–-]?\s*(?:(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written|photography) (?:by|from)\b.{0,300}|.{0,160}\bcontributed (?:to|reporting(?: to)?)(?: this (?:report|story|article))?\.?|our standards:.{0,120}|with (?:files|additional reporting) from\b.{0,120}|\(?(?:with (?:inputs?|agency inputs?|files|reporting) from)\b.{0,100})"),
    ("cookie notice", r"this site is protected by recaptcha.{0,200}"),
    ("risk disclaimer", r"(?:risk (?:warning|disclosure|disclaimer)|disclaimer|legal notice)(?: (?:and|&) (?:risk (?:warning|disclosure)|disclaimer))?\s*(?:[:.–—-].*|(?-i:[A-Z]).*)?"),
    ("risk disclaimer", r"(?:this|the|any|all|our|nothing (?:in|on)|information)\b.{0,100}\b(?:articles?|content|information|materials?|site|website|report|analysis|post|page|opinions)\b.{0,300}\b(?:not constitute (?:\w+[ ,]+){0,6}(?:advice|recommendation|offer|solicitation)|not (?:intended (?:as|to be) )?(?:\w+[ ,]+){0,5}advice|informational purposes only|at your own risk)\b.{0,1500}"),
    ("correction or contact notice", r"(?:if there is any infringement|got a (?:tip|story)|have a (?:tip|story)|do you have a (?:story|tip)|send (?:us )?(?:your )?(?:tips|feedback)|contact (?:the (?:author|reporter|editor)|us)\b|report (?:a typo|an error|this)|e-?mail:?\s*\S+@\S+|spotted (?:an error|a typo)).{0,300}"),
    ("lone mark", r"[\W\d_]+"),
    ("time stamp", r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*\d{1,2}:\d{2}(?::\d{2})?)?"),
    ("time stamp", r"(?:about )?(?:an?|\d+|just)\s*(?:s|m|h|d|w|now|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\s*(?:ago)?"),
)  # fmt: skip
_COMPILED = tuple((reason, re.compile(rf"[\W_]*(?:{rule})[\s|•·»›>\-–—]*", re.IGNORECASE)) for reason, rule in _RULES)
_LONGEST = 3_500


def chrome(text: str) -> str | None:
    """Return why the line `text` as a whole is no part of an article, or None."""
    if len(text) > _LONGEST:
        return None
    return next((reason for reason, rule in _COMPILED if rule.fullmatch(text)), None)
