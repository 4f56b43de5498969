"""The one maker of Url: one address for one page, however it was shared, wrapped, tracked or made mobile."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit

from digest.common.hosts import is_public_suffix
from digest.common.references import article_id
from digest.model import Url

LONGEST_ADDRESS = 2_000
"""Characters of the longest address that is believed."""

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\Z")
_ARCHIVES = re.compile(
    r"(?:web\.archive\.org/(?:web|save)/(?:\d+(?:[a-z]{2}_)?|\*)/"
    r"|archive\.(?:is|ph|today|li|vn|md|fo)/(?:newest|oldest|\d[\d.-]{3,20}|o/\w+)/"
    r"|(?:12ft\.io|r\.jina\.ai|txtify\.it|outline\.com|removepaywalls\.com|href\.li|via\.hypothes\.is)/\??(?:proxy\?q=)?"
    r"|feeds\.feedblitz\.com/~/t/(?:[^/]+/)*~"
    r"|webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]+:)?)"
    r"(?P<to>.+)",
    re.IGNORECASE | re.DOTALL,
)
# The address that a mail protector wraps and that of a search; a pattern has no two groups of one name, so `to` and `at`.
_MARKED = re.compile(r"urldefense\.com/v3/__(?P<to>.+?)__;|r\.search\.yahoo\.com/.*?/RU=(?P<at>[^/]+)", re.DOTALL)
_ENCODED = re.compile(
    r"news\.google\.com/(?:rss/)?(?:articles|read)/(?P<to>CBM[\w-]+)|(?:www\.)?bing\.com/ck/a\?.*?&u=a1(?P<at>[\w-]+)"
)
"""Addresses in base64: of Google News until 2024, and of Bing."""
_AMP_CACHE = re.compile(r"(?:www\.)?google\.[a-z.]+/amp/(s/)?(?P<to>.+)|[^/]+\.cdn\.ampproject\.org/[cvi]/(s/)?(?P<at>.+)")
_REDIRECTS = frozenset(
    [
        "redirect",
        "redirector",
        "redir",
        "out",
        "outgoing",
        "exit",
        "click",
        "clicks",
        "away",
        "away.php",
        "link",
        "links",
        "go",
        "goto",
        "track",
        "tracking",
        "l",
        "l.php",
        "url",
        "r",
        "apiclick.aspx",
        "linkfilter",
        "ck",
        "deref",
        "jump",
        "leave",
        "external",
        "link2",
        "deeplink",
        "cread.php",
        "translate",
    ]
)
_TARGETS = (
    "url",
    "u",
    "q",
    "z",
    "murl",
    "ued",
    "to",
    "uddg",
    "dest",
    "destination",
    "target",
    "redirect",
    "redirect_url",
    "goto",
    "link",
)
_TRACKING = re.compile(
    r"(?:utm|at|ns|pk|piwik|mtm|matomo|hsa|oly|guce|soc|wt|trk|itm|aff|asc|stm|ssp|elq|vero|cm|ref|sara)_.*"
    r"|_(?:ga|gl|hsenc|hsmi|ke|openstat|branch_match_id)|__(?:twitter_impression|s|tn__|hstc|hssc|hsfp)"
    r"|(?:fb|g|dc|ms|y|tw|tt|igsh|z|ep|rdt_|sc|wic)cl(?:id|kid|ick_?id)|msclkid|igshid|igsh|[wg]braid|gad(?:_source|_campaignid)?"
    r"|li_fat_id|srsltid|s_kwcid|mc_[ce]id|mkt_tok|xtor|wtmc|spm|scm|ito|cmp|cmpid|cmpId|ncid|ocid|icid|intcid|ftag"
    r"|smid|smtyp|emc|partner|mod|sh|ref|referr?er|rss|from_rss|feed_?type|feed_?name|feed_id|guccounter|tsrc|taid"
    r"|share|shared|shareToken|sharing|share_source|sharetype|source_channel|traffic_source|reflink|dlbk|xid|nsukey"
    r"|trkCampaign|trk|ck_subscriber_id|sr_share|cvid|pcampaignid|mbid|esrc|leadSource|syndication|bt_ee|bt_ts|sref"
    r"|amp|outputType|amp_js_v|usqp|amp_gsa|isappinstalled|si|via|CMP|WT\.[a-z_]+|jsessionid|phpsessid|sessionid",
    re.IGNORECASE,
)
_AMP_PATH = re.compile(r"\A/amp(?=/.)|(?<=.)/amp/?\Z|(?<=.)\.amp(?=\.html?\Z|\Z)|(?<=-)amp(?=\.html?\Z)")
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_MOBILE = re.compile(r"\A(?:m|mobile|amp|touch|wap)\.(?=[^.]+\.)|(?<=\.)m\.(?=[^.]+\.[^.]+\Z)|(?<=\A)www-amp\.")
_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?@!$&+,;=%]")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})|%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@lru_cache(maxsize=4096)
def canonical(raw: str, base: str | None = None, identity: str | None = None) -> Url | None:
    """Return the canonical http(s) address that `raw` stands for, or None where it is none.

    `raw` may be relative to `base`. Out of web archives, AMP caches and redirect wrappers comes what they wrap; tracking
    parameters, AMP and mobile marks, credentials, default ports and the fragment go. A fragment stays only where
    `identity`, the entry's own guid, ends with it: then it is what tells the entries of one page apart.
    """
    parts = _split(raw, base)
    for _ in range(5):
        if parts is None or (inner := _unwrapped(parts)) is None:
            break
        parts = _split(inner, None) or None
    host = _host(parts) if parts else None
    if parts is None or host is None:
        return None
    port = "" if parts.port in {None, 80 if parts.scheme == "http" else 443} else f":{parts.port}"
    path = _AMP_PATH.sub("", _SESSION.sub("", _dotless(parts.path))) or "/"
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.fullmatch(pair.split("=")[0]))
    fragment = parts.fragment if parts.fragment and (identity or "").endswith("#" + parts.fragment) else ""
    url = f"{parts.scheme}://{host}{port}{_quoted(path)}"
    url += (f"?{_quoted(query)}" if query else "") + (f"#{_quoted(fragment)}" if fragment else "")
    return Url(url) if len(url) <= LONGEST_ADDRESS else None


def _split(raw: str, base: str | None) -> SplitResult | None:
    if len(raw) > 4 * LONGEST_ADDRESS:
        return None
    text = raw.strip() if raw.isprintable() else "".join(sign for sign in raw if sign.isprintable()).strip()
    try:
        joined = text if not base or text[:8].lower().startswith(("http://", "https://")) else urljoin(base, text)
        if joined.startswith("//"):
            joined = "https:" + joined
        parts = urlsplit(joined)
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and parts.hostname else None


def _unwrapped(parts: SplitResult) -> str | None:
    """The address that another wraps, raw; None where `parts` is no wrapper that is known, or what it wraps is no address.

    One layer: a web archive or proxy, an AMP cache, a mail protector, base64, or a redirect whose target is in the query,
    where the first of `_TARGETS` that is an address counts.
    """
    rest = parts.geturl().split("://", 1)[1]
    if (found := _ARCHIVES.match(rest)) and "." in found["to"]:
        inner = found["to"]
        if re.match(r"https?%3a", inner, re.IGNORECASE):
            inner = unquote(inner)
        hides_referrer = rest.startswith("href.li")  # behind it a page of its own may stand, which has no http(s)
        return _absolute(inner, plain_host=not hides_referrer)
    if (found := _AMP_CACHE.match(rest)) and (inner := found["to"] or found["at"]):
        return _absolute(inner, plain_host=True)
    if found := _MARKED.match(rest):
        return _absolute(found["to"] or unquote(found["at"]), plain_host=True)
    if (found := _ENCODED.match(rest)) and (inner := _in_base64(found["to"] or found["at"])):
        return inner
    step, labels = parts.path.rstrip("/").rpartition("/")[2].lower(), (parts.hostname or "").split(".")
    if step in _REDIRECTS or (len(labels) > 2 and labels[0] in _REDIRECTS) or "safelinks" in labels:
        given = dict(parse_qsl(parts.query, max_num_fields=50) if parts.query.count("&") < 50 else ())
        for name in _TARGETS:
            if given.get(name, "").lower().startswith(("http://", "https://")):
                return given[name]
    return None


def _in_base64(encoded: str) -> str | None:
    try:
        found = re.search(rb"https?://[!-~]+", urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except ValueError:
        return None
    return found.group().decode("ascii") if found else None


def _absolute(inner: str, *, plain_host: bool) -> str | None:
    # Proxies and some browsers fold the two slashes of the address they wrap into one.
    if found := re.match(r"(https?):/+(?=[^/])", inner, re.IGNORECASE):
        return f"{found[1].lower()}://{inner[found.end() :]}"
    return f"https://{inner}" if plain_host and re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?:]|\Z)", inner) else None


def _host(parts: SplitResult) -> str | None:
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if len(host) > 253 or not _HOST.match(host):
        return None
    shorter = _MOBILE.sub("", host)
    return host if is_public_suffix(shorter) else shorter


def _dotless(path: str) -> str:
    """Resolve `.` and `..` (RFC 3986, 5.2.4), however they are spelled."""
    if "." not in path and "%2" not in path:
        return path
    kept: list[str] = []
    steps = path.split("/")
    for step in steps:
        plain = step.lower().replace("%2e", ".")
        if plain == "..":
            del kept[max(1, len(kept) - 1) :]
        elif plain != ".":
            kept.append(step)
    if steps[-1].lower().replace("%2e", ".") in {".", ".."}:
        kept.append("")
    return "/".join(kept)


def _quoted(text: str) -> str:
    safe = _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign.group().encode("utf-8", "replace")), text)
    return _PERCENT.sub(_percent, safe)


def _percent(found: re.Match[str]) -> str:
    if len(found.group()) == 1:
        return "%25"
    sign = chr(int(found.group()[1:], 16))
    return sign if sign in _UNRESERVED else found.group().upper()


def id_of_address(url: str) -> str:
    """Return the id of the article at a canonical address."""
    return article_id(f"url:{url}")
