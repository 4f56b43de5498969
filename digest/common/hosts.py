"""Whose address is it: the site that one publisher has to itself, also on hosts where many publish.

A site is told by its key: the registrable domain (https://publicsuffix.org), and on shared hosts the subdomain or the part
of the path that is one account's: `harbour.example`, `alice.substack.com`, `mastodon.example/@bob`, `github.com/carol`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from anyascii import anyascii
from publicsuffixlist import PublicSuffixList

from digest.common.titles import BARS

BY_SUBDOMAIN = {
    "blog and newsletter hosts: a subdomain is one author's": """
        bearblog.dev beehiiv.com blogs.com canalblog.com ck.page cocolog-nifty.com curated.co dreamwidth.org
        eklablog.com exblog.jp ghost.io hashnode.dev hateblo.jp home.blog jimdofree.com kinja.com livedoor.blog
        livejournal.com mataroa.blog medium.com micro.blog neocities.org over-blog.com postach.io posthaven.com
        seesaa.net skyrock.com squarespace.com substack.com svbtle.com tistory.com tumblr.com typepad.com weebly.com
        wixsite.com wordpress.com write.as xanga.com""",
    "podcast hosts: a subdomain is one show's or network's": """
        fireside.fm libsyn.com libsynpro.com pinecast.co podbean.com podigee.io podomatic.com simplecast.fm
        supportingcast.fm""",
    "stores: a subdomain is one seller's": """
        bandcamp.com bigcartel.com gumroad.com itch.io payhip.com sellfy.store storenvy.com""",
    "project hosts: a subdomain is one project's": "readthedocs.io readthedocs.org sourceforge.io",
    "a company whose subdomains are services and labs of their own": "google.com",
}
"""Hosts on which each subdomain is a publisher, which the private section of the public suffix list leaves out."""

BY_PATH = {
    "code forges": """
        bitbucket.org codeberg.org framagit.org gist.github.com gitee.com github.com gitlab.com gitlab.freedesktop.org
        gitlab.gnome.org huggingface.co notabug.org raw.githubusercontent.com salsa.debian.org sr.ht""",
    "registers of packages: a package is its makers'": """
        crates.io launchpad.net metacpan.org npmjs.com packagist.org pypi.org rubygems.org sourceforge.net""",
    "social networks: an account, a group or a board": """
        bsky.app facebook.com flickr.com groups.google.com groups.io instagram.com lemmy.ml lemmy.world linkedin.com
        nitter.net pinterest.com quora.com reddit.com t.me telegram.me threads.net tiktok.com twitter.com vk.com
        weibo.com x.com""",
    "video hosts: a channel": """
        bilibili.com dailymotion.com nicovideo.jp odysee.com rumble.com twitch.tv vimeo.com youtube.com""",
    "podcast and sound hosts: a show": """
        acast.com anchor.fm art19.com audioboom.com ausha.co blubrry.com buzzsprout.com captivate.fm castos.com
        fireside.fm ivoox.com libsyn.com megaphone.fm mixcloud.com omny.fm omnycontent.com open.spotify.com
        pinecast.com podbean.com podcasters.spotify.com podcasts.apple.com redcircle.com rss.com simplecast.com
        soundcloud.com spreaker.com transistor.fm zencastr.com""",
    "blog and newsletter hosts: an author": """
        ameblo.jp beehiiv.com blog.csdn.net blog.goo.ne.jp blog.naver.com blog.sina.com.cn buttondown.com
        buttondown.email cnblogs.com dev.to getrevue.co habr.com jianshu.com juejin.cn ko-fi.com mailchi.mp medium.com
        note.com patreon.com qiita.com sites.google.com steady.page steadyhq.com steemit.com substack.com telegra.ph
        tinyletter.com velog.io world.hey.com zenn.dev zhihu.com""",
    "stores: a product or a seller": """
        addons.mozilla.org apps.apple.com chromewebstore.google.com ebay.com etsy.com f-droid.org itunes.apple.com
        play.google.com redbubble.com society6.com steamcommunity.com store.steampowered.com teepublic.com""",
    "carriers of the feeds of others": "feedburner.com feedproxy.google.com",
    "paper servers: a subject": "arxiv.org biorxiv.org medrxiv.org",
}
"""Hosts on which the first parts of the path are a publisher, by what they are."""

BY_ADDRESS = {
    "mailings: the list stands in the query": "campaign-archive.com",
    "services that make a feed of any page": """
        feedx.net fetchrss.com kill-the-newsletter.com morss.it openrss.org politepol.com rss-bridge.org rss.app
        rsshub.app""",
}
"""Hosts on which every address is of another publisher."""

SELF_HOSTED = {
    "a code forge": r"gitlab|gitea|forgejo|gogs",
    "a front end or server of accounts and channels": r"nitter|lemmy|peertube|invidious",
    "a maker of feeds": r"rsshub|rss-?bridge|morss",
}
"""First labels of hosts that say which software for many people runs there."""

_KIND = re.compile(
    r"feeds?|rss|atom|xml|json|api|v\d|public|private|embed|videos?|news|list|user|users|u|r|c|g|m|p|s|d|a|channels?|company|shows?|"
    r"podcasts?|playlists?|profile|people|pages?|groups|projects?|packages?|crates|gems|dist|apps?|details|shop|store|id|addon|"
    r"games|series|album|artist|blogs?|author|organizations?|view|site|str|usr|newsletters?|customerreviews|\$|~r|[a-z]{2}(?:-[a-z]{2})?",
    re.IGNORECASE,
)
"""Parts of a path that say what kind of thing the next one is; two letters are a language or a country."""
_TELLING = frozenset({"r", "user", "u", "c", "channel", "g"})
"""Kinds that tell two accounts of one name apart: a board and a person."""
_NOBODY = re.compile(r"about|explore|hashtag|home|login|search|shorts|status|tags?|topics|trending|watch", re.IGNORECASE)
"""Parts of a path that are pages of the host itself."""
_QUERIED = {"channel_id": "channel", "playlist_id": "playlist", "user": "user", "id": "id", "account": "account"}
"""Parameters that name the account, and the kind that a path would say instead."""
_ACCOUNT = re.compile(r"/(?:feeds?/)?(?:(?P<home>~)|@|users/@?)(?P<name>[^/?#]+)")
"""A person's on any host: /@name (fediverse, Medium, video hosts), /users/name (ActivityPub), /~name (home directories)."""
_ENDING = re.compile(r"(?<=.)\.(?:rss|atom|xml|json|rdf|feed|git)\Z", re.IGNORECASE)

AGGREGATORS = {
    "news.google.com": "Google News",
    "google.com/alerts": "Google Alerts",
    "google.com/url": "Google Alerts",
    "bing.com/news": "Bing News",
    "msn.com": "MSN",
    "news.ycombinator.com": "Hacker News",
    "hnrss.org": "Hacker News",
    "hnrss.github.io": "Hacker News",
    "lobste.rs": "Lobsters",
    "techmeme.com": "Techmeme",
    "memeorandum.com": "Memeorandum",
    "mediagazer.com": "Mediagazer",
    "drudgereport.com": "Drudge Report",
    "reddit.com": "",
    "digg.com": "Digg",
    "flipboard.com": "Flipboard",
    "fark.com": "Fark",
    "tildes.net": "Tildes",
    "newsnow.co.uk": "NewsNow",
    "newsblur.com": "",
    "inoreader.com": "",
    "feedly.com": "",
    "allsides.com": "AllSides",
    "ground.news": "Ground News",
    "smartnews.com": "SmartNews",
    "talkwalker.com": "Talkwalker Alerts",
    "rivva.de": "Rivva",
    "b.hatena.ne.jp": "Hatena Bookmark",
    "meneame.net": "Menéame",
    "wykop.pl": "Wykop",
}
"""Services that only point to what others publish, and their names; "" where each feed of one has a name of its own."""

_OPAQUE = re.compile(
    r"news\.google\.com/(?:rss/)?(?:articles|read|stories)/|(?:www\.)?feedproxy\.google\.com/~r/|feeds\d?\.feedburner\.com/~r/|"
    r"(?:t\.co|bit\.ly|ift\.tt|buff\.ly|dlvr\.it|ow\.ly|tinyurl\.com|trib\.al|lnkd\.in|goo\.gl|is\.gd|fb\.me|amzn\.to|cutt\.ly|"
    r"rebrand\.ly|shorturl\.at|tiny\.cc|t\.ly|rb\.gy|flip\.it|smarturl\.it|redd\.it|[iv]\.redd\.it|rss\.feedsportal\.com)/",
    re.IGNORECASE,
)
"""Addresses that lead elsewhere without saying where, so that their host tells no publisher."""

_SUFFIXES = PublicSuffixList()
_SUBDOMAINS = frozenset(host for hosts in BY_SUBDOMAIN.values() for host in hosts.split())
_PATHS = frozenset(host for hosts in BY_PATH.values() for host in hosts.split())
_FORGES = frozenset(BY_PATH["code forges"].split())  # the account always stands first there
_SOFTWARE = {kind: re.compile(rf"(?:{labels})\.") for kind, labels in SELF_HOSTED.items()}
_ADDRESSES = frozenset(host for hosts in BY_ADDRESS.values() for host in hosts.split())
_SERVED = re.compile(
    r"(?:www\d?|m|mobile|feeds?\d?|rss\d?|rssfeeds?|newsfeeds?|xml|syndication|cdn|api|data|static|media|assets|amp|old|new|en|web|"
    r"play|shows|open|embed|export|git)\Z"
)
"""Subdomains that say how something is served, not who publishes it."""
_NUMBER = re.compile(r"[\d.]+\Z|.*:")
_LED = re.compile(r"(?:utm|mtm|pk)_.*|(?:fb|g|ms)clid|mc_[ce]id", re.IGNORECASE)
"""Names in an address's query that say who led there, and nothing else: by `?ref=` a site may name one of its feeds."""
_WORD = re.compile(rf"[^\s:–—{BARS}]+")


def host_of(address: str | None) -> str:
    """Return an address's host in lower case and ASCII without `www.`, "" where it has none."""
    parts = parts_of(address)
    host = (parts.hostname or "").removeprefix("www.").rstrip(".") if parts else ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """Return the registrable part of a host: news.example.co.uk is example.co.uk, alice.github.io is itself."""
    return host if _NUMBER.match(host) else str(_SUFFIXES.privatesuffix(host) or host)


@lru_cache(maxsize=4096)
def is_public_suffix(host: str) -> bool:
    """Tell whether names are registered below a host by anybody: co.uk, github.io."""
    return _SUFFIXES.privatesuffix(host) is None


@lru_cache(maxsize=8192)
def site_of(address: str | None) -> str:
    """Return the key of the site that an address lies on, "" where it is none.

    Two addresses of one key are of one publisher as far as addresses tell. A shared host's own pages have its name as key.
    """
    parts, host = parts_of(address), host_of(address)
    if parts is None or not host:
        return ""
    domain = registrable(host)
    if _is_a_maker(host):
        return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")
    label = host[: -len(domain) - 1].rpartition(".")[2]
    if domain in _SUBDOMAINS and host not in _PATHS and label and not _SERVED.match(label):
        return f"{label}.{domain}"
    owner = _owner(host)
    account = _account(parts, owner)
    return f"{owner or host}/{account.lower()}" if account else domain


def same_site(one: str | None, other: str | None) -> bool:
    """Tell whether two addresses may be one publisher's: of one site, or one of them is the shared host's own."""
    first, second = site_of(one), site_of(other)
    if first == second:
        return bool(first)
    own = not (is_shared(first) and is_shared(second))
    return own and bool(first) and registrable(host_of(one)) == registrable(host_of(other))


def front_page(address: str) -> str:
    """Return the front page of the site that an address lies on, as far as the address tells it."""
    site, host, parts = site_of(address), host_of(address), parts_of(address)
    if parts is None or not host:
        return address
    if _is_a_maker(host):
        return address
    if "/" in site:
        account = _account(parts, _owner(host))
        before, found, _ = parts.path.partition(f"/{account.rpartition('/')[2]}")
        path = f"{before}{found}" if found and account[0] not in "@~" else f"/{account}"
        return f"{parts.scheme}://{parts.netloc}{path}"
    served = host != site and _SERVED.match(host[: -len(site) - 1])
    return f"{parts.scheme}://{site if served else parts.netloc.rpartition('@')[2]}/"


def is_shared(site: str) -> bool:
    """Tell whether a site, by its key, is one account's on a host where many publish."""
    domain = registrable(site.partition("/")[0])
    return "/" in site or (domain in _SUBDOMAINS and site != domain)


def leads_anywhere(address: str) -> bool:
    """Tell whether an address is a shortener's or a news service's own, which leads elsewhere without saying where."""
    return bool(_OPAQUE.match(address.split("://", 1)[-1].removeprefix("www.")))


def aggregator_at(address: str | None) -> str | None:
    """Return the name of the aggregator whose page or feed an address is, "" where it has many, None where it is none's."""
    parts = parts_of(address)
    if parts is None:
        return None
    host, first = host_of(address), parts.path.strip("/").partition("/")[0].lower()
    site = registrable(host)
    known = (f"{host}/{first}", host, site if site in _PATHS or _SERVED.match(host[: -len(site) - 1]) else "")
    return next((AGGREGATORS[key] for key in known if key in AGGREGATORS), None)


def spells(words: str, label: str) -> str | None:
    """Return the shortest run of up to five words that spells `label` once squeezed together, None where none does."""
    found = [(word.start(), word.end()) for word in _WORD.finditer(words)]
    for length in range(1, 6):
        for first in range(len(found) - length + 1):
            run = words[found[first][0] : found[first + length - 1][1]].strip(" -,.")
            if label and squeezed(run) == label:
                return run
    return None


def bare_address(address: str) -> str:
    """Return what spellings of one page's address share.

    That is all but scheme, `www.`, case of the host, final slash, and what says who led there (`?utm_source=…`).
    """
    at, _, query = address.split("://", 1)[-1].rstrip("/").partition("?")
    host, slash, path = at.rstrip("/").partition("/")
    told = "&".join(pair for pair in query.split("&") if pair and not _LED.fullmatch(pair.partition("=")[0]))
    host = host.casefold().removeprefix("www.").removesuffix(":443").removesuffix(":80")
    return host + slash + path + (f"?{told}" if told else "")


def name_key(name: str) -> str:
    """Return a publisher's name as it is compared: letters and digits only, without case, without a leading `the`."""
    return re.sub(r"[\W_]+|\Athe\s+", "", name.casefold())


def squeezed(words: str) -> str:
    """Return the letters and digits of the words in ASCII and lower case, as they stand in a host's name."""
    return re.sub(r"[^a-z0-9]", "", anyascii(words).lower())


def home_site(name: str, home: str | None) -> str:
    """Return the key of the site that a publisher of this name has by its home.

    That is one host where the name spells its subdomain and not its domain: two papers of one owner, each on a subdomain,
    are two. Else it is `site_of(home)`, so that the sections of one paper are one.
    """
    site, host = site_of(home), host_of(home)
    if is_shared(site) or not host or host == site:
        return site
    label = host[: -len(site) - 1]
    apart = not _SERVED.match(label) and not spells(name, squeezed(site.partition(".")[0])) and spells(name, squeezed(label))
    return host if apart else site


def _owner(host: str) -> str:
    """The name under which a host has accounts in its paths, "" where it has none: rss.host.example is host.example."""
    domain = registrable(host)
    below = host[: -len(domain) - 1]
    if host in _PATHS or _software(host):
        return host
    return domain if domain in _PATHS and _SERVED.match(below) else ""


def _software(host: str) -> str:
    return next((kind for kind, labels in _SOFTWARE.items() if labels.match(host)), "")


def _is_a_maker(host: str) -> bool:
    return registrable(host) in _ADDRESSES or _software(host) == "a maker of feeds"


def nearest_home(homes: Sequence[str], address: str) -> str | None:
    """Return of homes on one host the longest that an address lies below; the only one in any case, None where none fits."""
    if len(homes) == 1:
        return homes[0]
    path = _steps(address)
    return max((home for home in homes if path.startswith(_steps(home))), key=lambda home: len(_steps(home)), default=None)


def _steps(address: str) -> str:
    parts = parts_of(address)
    return parts.path.rstrip("/") + "/" if parts else "/"


def _account(parts: SplitResult, owner: str) -> str:
    """Return the path of the account that an address on a shared host belongs to, in one form; "" where it is nobody's."""
    path = unquote(parts.path)
    if named := _ACCOUNT.match(path):
        return (named["home"] or "@") + _ENDING.sub("", named["name"])
    steps = [step for step in path.split("/") if step] if owner else []
    for at, step in enumerate(steps):
        bare = _ENDING.sub("", step)
        if bare.startswith(".") or _NOBODY.fullmatch(bare):
            return ""
        leads = at + 1 < len(steps) or parts.query or bare != step
        if owner in _FORGES or _software(owner) == "a code forge" or not (leads and _KIND.fullmatch(bare)):
            kinds = [it for it in steps[:at] if it in _TELLING]
            return "/".join((*kinds[-1:], bare))
    given = parse_qs(parts.query, max_num_fields=50) if owner and parts.query.count("&") < 50 else {}
    return next((f"{kind}/{given[name][0]}" for name, kind in _QUERIED.items() if name in given), "")


def path_of(address: str | None) -> str:
    """Return the path of an address without slashes around it, "" where it has none or is malformed."""
    parts = parts_of(address)
    return parts.path.strip("/") if parts else ""


def parts_of(address: str | None) -> SplitResult | None:
    """Return the parts of an address, empty ones where there is none; None where it is malformed, as `http://[` is.

    Of what is returned `hostname` and `port` can be asked.
    """
    try:
        parts = urlsplit((address or "").strip())
        _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts
