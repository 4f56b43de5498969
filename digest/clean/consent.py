"""Notices that ask a reader to consent to cookies and the like, told by what they say, in the languages of most pages.

Such a notice speaks of cookies or personal data, of consent or of what they are used for, and it speaks as "we" to "you".
An article about cookies speaks of the same things, but seldom so: a run of such lines counts only where one of them does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language.marks import MARKS

# Beginnings of words, `_` for a space.
_COOKIES = """cookie kakor evästei informasjonskaps çerez ciasteczk sütik slapuk kolačić piškotk куки бисквитк الكوكيز
    ملفات_تعريف_الارتباط עוגיות कुकी कुकि"""
_DATA = """personal_data personal_information privacy personenbezogen datenschutz données_personnel
    données_à_caractère_personnel confidentialité vie_privée datos_personal datos_de_carácter privacidad dados_pessoais
    dati_personali persoonsgegevens personuppgifter personoplysninger personopplysninger henkilötie danych_osobowych
    dane_osobowe osobní_údaj osobních_údaj kişisel_veri gizlilik персональн конфиденциальн البيانات_الشخصية بياناتك
    الخصوصية פרטיות व्यक्तिगत_डेटा व्यक्तिगत_जानकारी गोपनीयता prywatnoś soukromí súkromi privatnost privatliv personvern
    tietosuoj adatvédel confidențial προσωπικ_δεδομέν προσωπικών_δεδομένων απορρήτου персональних конфіденційн privasi
    quyền_riêng_tư"""
_CONSENT = """consent opt_out opt_in agree einwillig zustimm widerr akzeptier consenti consens acepta aceita accett accepte
    toestemming samtyck samtykke suostumu zgod souhlas súhlas privol
    beleegyez consimț συγκατάθεσ згод hozzájárul onay kabul rıza соглас موافق הסכמ सहमति स्वीकार setuju
    đồng_ý"""
_PURPOSES = """partner partenaires socios parceiros vendor third_part drittanbieter anbieter tiers terceiros terceros terzi
    derden advertis werb publicit pubblicit personali personnalis tracking analytic traffic legitimate_interest
    berechtigte verarbeit traitement tratamiento trattamento партн реклам الشركاء شركاؤنا الإعلانات भागीदार विज्ञापन"""
_DENSE = {
    "cookies": "クッキー 쿠키 คุกกี้ 曲奇 Cookie",
    "data": "個人情報 個人データ プライバシー 个人信息 个人数据 隐私 個人資料 隱私 개인정보",
    "consent": "同意 承諾 동의 ยินยอม",
    "purposes": "パートナー 広告 合作伙伴 广告 廣告 파트너 광고 โฆษณา",
}
# Whole words, a language or a family of them a line.
_FIRST = """
    we our us this_site this_website
    wir unser unsere unserer unseren uns diese_seite diese_website
    nous nos notre ce_site
    nosotros nuestro nuestros nuestra nuestras utilizamos usamos este_sitio
    nós nosso nossos nossa nossas este_site
    noi nostro nostri nostre utilizziamo usiamo questo_sito
    wij onze deze_site deze_website
    vi vår våra våre vores meidän käytämme
    nasi naszych nasze używamy naše našimi používáme
    мы наши нашими используем
    biz bizim kullanıyoruz kullanmaktayız
    نحن نستخدم شركاؤنا وشركاؤنا لدينا אנו אנחנו
    हम हमारे हमारी
"""
_SECOND = """
    you your
    ihre ihrer ihren sie ihnen dein deine deiner du
    vous votre vos
    usted su sus tu tus você seu seus sua suas tuo tuoi tue
    u uw je jouw dig din dina dine sinun twoje państwa
    вы ваш ваши ваше вашего вас sizin
    أنت بياناتك
    आप आपके आपकी अपनी
"""
_DENSE_FIRST = "当社 弊社 私たち 本サイト 当サイト 我们 我們 本网站 本網站 저희 당사 เรา"
_DENSE_SECOND = "お客様 あなた ご利用 您 귀하 여러분 คุณ"


def _listed(words: str) -> str:
    return "|".join(re.escape(word).replace("_", r"\s") for word in words.split())


_MATTERS = {
    name: re.compile(rf"(?<!\w)(?:{_listed(stems)})|{_listed(_DENSE[name])}", re.IGNORECASE)
    for name, stems in (("cookies", _COOKIES), ("data", _DATA), ("consent", _CONSENT), ("purposes", _PURPOSES))
}
_KEYS = tuple(word.replace("_", " ").lower() for word in f"{_COOKIES} {_DATA} {_DENSE['cookies']} {_DENSE['data']}".split())
_WE = re.compile(rf"\b(?:{_listed(_FIRST)})\b|{_listed(_DENSE_FIRST)}", re.IGNORECASE)
_YOU = re.compile(rf"\b(?:{_listed(_SECOND)})\b|{_listed(_DENSE_SECOND)}", re.IGNORECASE)
_QUOTED = re.compile(rf"[{MARKS}][^{MARKS}]*[{MARKS}]")
_APART = 4  # how far two lines of one notice are apart: buttons and the names of purposes stand between them
_LONGEST = 4_000


def notices(lines: Sequence[str]) -> frozenset[int]:
    """Return which of the lines are of a notice that asks for consent; what is quoted counts for nothing."""
    whole = "\n".join(lines).lower()
    if not any(key in whole for key in _KEYS):
        return frozenset()
    about = {number: _matters(text) for number, text in enumerate(lines) if _may_be(text)}
    found: set[int] = set()
    for run in _runs(sorted(about)):
        if any(_asks(lines[number], about[number]) for number in run):
            found |= {number for number in run if _is_said_to_reader(lines[number], about[number])}
    return frozenset(found)


def is_notice(text: str) -> bool:
    """Whether a text as a whole asks its reader for consent."""
    return _asks(text, _matters(text))


def _may_be(text: str) -> bool:
    return any(_MATTERS[name].search(text, 0, _LONGEST) for name in ("cookies", "data", "consent"))


def _matters(text: str) -> frozenset[str]:
    said = _QUOTED.sub(" ", text[:_LONGEST])
    return frozenset(name for name, pattern in _MATTERS.items() if pattern.search(said))


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number - runs[-1][-1] <= _APART:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _asks(text: str, matters: frozenset[str]) -> bool:
    """Whether a line speaks for the page itself of cookies or data, and of consent or what they are used for."""
    said = _QUOTED.sub(" ", text[:_LONGEST])
    return bool(matters & {"cookies", "data"}) and len(matters) >= 2 and _WE.search(said) is not None


def _is_said_to_reader(text: str, matters: frozenset[str]) -> bool:
    said = _QUOTED.sub(" ", text[:_LONGEST])
    return bool(matters) and (len(matters) >= 2 or _WE.search(said) is not None or _YOU.search(said) is not None)
