"""What is read of a story is what is known of its language; the rest is refused and not read as if it were English."""

import pytest

from digest.link import link
from digest.link.figures import figures
from digest.link.reading import read
from digest.model import Story, Topic
from digest.relate import relate
from digest.relate.topics import topics

LONE = {
    "ru": ("Паром встал", "Паром между островами стоит до пятницы: у него сломался винт, сообщила городская верфь."),
    "ar": ("توقف العبارة", "أعلنت بلدية المرفأ أن العبارة بين الجزر ستتوقف حتى يوم الجمعة بسبب كسر في المروحة."),
    "he": ("המעבורת עצרה", "עיריית הנמל הודיעה כי המעבורת בין האיים תעמוד עד יום שישי בגלל תקלה במדחף."),
    "hi": ("नाव रुकी", "टापुओं के बीच चलने वाली नाव का पंखा टूट गया, इसलिए वह शुक्रवार तक नहीं चलेगी।"),
    "bn": ("ফেরি বন্ধ", "দ্বীপগুলির মধ্যে ফেরির পাখা ভেঙে যাওয়ায় শুক্রবার পর্যন্ত তা চলবে না বলে পুরসভা জানিয়েছে।"),
    "zh": ("渡轮停航", "市政府周三宣布，往返各岛的渡轮因螺旋桨断裂停航，预计周五恢复，乘客可改乘公交车。"),
    "ja": ("渡し船が運休", "島を結ぶ渡し船は、プロペラが折れたため金曜まで運休すると市の港湾課が発表した。"),
    "ko": ("나룻배 멈춰", "섬을 잇는 나룻배는 프로펠러가 부러져 금요일까지 다니지 않는다고 항만청이 밝혔다."),
    "th": ("เรือข้ามฟากหยุด", "เรือข้ามฟากระหว่างเกาะหยุดเดินจนถึงวันศุกร์เพราะใบพัดหัก สำนักงานท่าเรือแจ้งเมื่อวันพุธ"),
    "km": ("ទូកឈប់", "ទូករវាងកោះទាំងនេះឈប់ដំណើរការរហូតដល់ថ្ងៃសុក្រ ព្រោះស្លាបទូកបានបាក់។"),
    "el": (
        "Το πλοίο έμεινε",
        "Το πλοίο των νησιών μένει δεμένο ως την Παρασκευή, γιατί έσπασε η προπέλα, είπε το λιμεναρχείο.",
    ),
    "tr": ("Feribot durdu", "Adalar arasındaki feribot, pervanesi kırıldığı için cuma gününe kadar çalışmayacak."),
    "fa": ("کشتی ایستاد", "شهرداری بندر گفت که کشتی میان جزیره‌ها تا روز جمعه به دلیل شکستن پروانه حرکت نمی‌کند."),
}


@pytest.mark.parametrize("language", LONE)
def test_a_story_of_one_article_tells_what_it_opens_with(article, linked, language):
    """Whatever script it is in, and whether or not its sentences end with a mark."""
    title, text = LONE[language]
    points = linked(article("reuters", title, text, language=language, long=False)).points
    assert [point.text for point in points][:1] == [text]


SHARED = {
    "hi": "जांच में नाव के पंखे में दो बड़ी दरारें मिलीं और बंदरगाह ने उसे शुक्रवार तक रोक दिया।",
    "bn": "পরীক্ষায় ফেরির পাখায় দুটি বড় ফাটল পাওয়া গেছে এবং বন্দর তা শুক্রবার পর্যন্ত আটকে রেখেছে।",
    "ja": "検査で渡し船のプロペラに二つの大きなひびが見つかり、港湾課は金曜まで運航を止めた。",
    "th": "การตรวจพบรอยร้าวใหญ่สองแห่งที่ใบพัดเรือข้ามฟาก ท่าเรือจึงสั่งหยุดเดินเรือจนถึงวันศุกร์",
    "uk": "Огляд виявив дві великі тріщини у гвинті порома, і порт зупинив його до п'ятниці.",
    "tr": "Denetimde feribotun pervanesinde iki büyük çatlak bulundu ve liman onu cumaya kadar durdurdu.",
}


@pytest.mark.parametrize("language", SHARED)
def test_a_sentence_that_two_outlets_print_is_a_point_of_both(article, linked, language):
    """Word for word the same is the same, in a language of which nothing else is known."""
    told = linked(
        article("reuters", "1", SHARED[language], language=language),
        article("ap", "2", LONE.get(language, LONE["ru"])[1], SHARED[language], language=language),
    )
    assert max(len(point.citations) for point in told.points if point.text == SHARED[language]) == 2


DENIED = {
    "de": ("Der Hafen von Oldenhafen sperrt die alte Fähre.", "Der Hafen von Oldenhafen sperrt die alte Fähre nicht."),
    "ru": ("Порт Ольховка закрывает старый паром.", "Порт Ольховка не закрывает старый паром."),
    "hi": ("रामघाट बंदरगाह पुरानी नाव बंद करेगा।", "रामघाट बंदरगाह पुरानी नाव बंद नहीं करेगा।"),
    "zh": ("河湾港务局宣布关闭老渡轮。", "河湾港务局未宣布关闭老渡轮。"),
    "tr": ("Liman eski feribotu kapatacak, dedi belediye.", "Liman eski feribotu kapatmayacak, dedi belediye."),
}


@pytest.mark.parametrize("language", DENIED)
def test_who_denies_a_deed_does_not_support_it(article, linked, language):
    """Where a word denies it is known, and where an ending does nothing but the very words support each other."""
    one, other = DENIED[language]
    told = linked(article("reuters", "1", one, language=language), article("ap", "2", other, language=language))
    assert all(len(point.citations) == 1 for point in told.points)


FIGURES = {
    "de": ("Der Sturm riss 2.350 Ziegel vom Dach der Werft in Oldenhafen.", 2350),
    "fr": ("La tempête a arraché 2 350 tuiles du toit du chantier naval de Vieuxport.", 2350),
    "es": ("La tormenta arrancó 2.350 tejas del techo del astillero de Puertoviejo.", 2350),
}


@pytest.mark.parametrize("language", FIGURES)
def test_a_figure_is_read_by_the_marks_of_its_language(article, language):
    """Two thousand three hundred and fifty tiles are neither 2.35 nor 350."""
    text, value = FIGURES[language]
    both = [article(source, source, text, language=language) for source in ("reuters", "ap")]
    assert [one.value for figure in figures(read(both)) for one in figure.values] == [value]


@pytest.mark.parametrize("language", ["pl", "ru", "it", "hi"])
def test_a_language_whose_numbers_are_not_known_shows_no_figure(article, linked, language):
    """The same number, in the same words, from two sources."""
    text = "Burza / बारिश / буря 2.350 Oldenhafen 12% 4.000.000 euro."
    told = linked(article("reuters", "1", text, language=language), article("ap", "2", text, language=language))
    assert told.figures == ()


def test_words_of_english_mean_nothing_elsewhere(article, linked):
    """German "Not" denies nothing, and no speaker is found where saying verbs are not known."""
    text = (
        "Die Not im Hafen von Oldenhafen ist nach dem Sturm groß, sagte Hanna Brook, „wir brauchen jetzt sofort neue Boote“."
    )
    told = linked(article("reuters", "1", text, language="de"), article("ap", "2", text, language="de"))
    assert max(len(point.citations) for point in told.points) == 2
    assert told.quotes == told.only_in == told.origins == ()


def stories(article, language, *texts):
    """A story of one article for each (title, text)."""
    for number, (title, text) in enumerate(texts):
        one = article("reuters", title, text, language=language, day=number + 1)
        yield Story(id=f"{number:016x}", path=f"stories/2026/05/{number}", headline=one.title, articles=(one,))


UNRELATED = {
    "de": (
        ("Fähre fährt nach Panne wieder", "Weil ein Seil riss, wird die Fähre erst am Freitag wieder für alle fahren."),
        ("Museum öffnet nach Umbau wieder", "Weil ein Dach leckte, wird das Museum erst am Freitag wieder für alle öffnen."),
    ),
    "ru": (
        ("Паром снова ходит после ремонта", "Так как трос порвался, паром будет снова ходить только с пятницы."),
        ("Музей снова открыт после перестройки", "Так как крыша протекла, музей будет снова открыт только с субботы."),
    ),
}


@pytest.mark.parametrize("language", UNRELATED)
def test_stories_that_share_only_common_words_are_not_related(article, config, language):
    """How common a word is goes by the language that it is in."""
    told = link(tuple(stories(article, language, *UNRELATED[language])), config.sources, config.digest.limits)
    assert all(story.related == () for story in relate(told, (), ()))


@pytest.mark.parametrize(
    ("alias", "headline", "named"),
    [
        ("渡轮", "往返各岛的渡轮周五恢复", True),
        ("渡し船", "島を結ぶ渡し船が運休", True),
        ("เรือข้ามฟาก", "หยุดเดินเรือข้ามฟากสามวัน", True),
        ("나룻배", "나룻배가 멈췄다", True),
        ("배", "나룻배가 멈췄다", False),
        ("नाव", "पुरानी नाव बंद", True),
        ("नाव", "चुनाव की तारीख", False),
        ("पुल", "पुलिस ने रोका", False),
        ("паром", "Старый паром стоит", True),
        ("пар", "Старый паром стоит", False),
        ("Ada", "Adalar feribotu durdu", False),
    ],
)
def test_an_alias_is_a_whole_word_where_words_are_parted(article, alias, headline, named):
    """Inside a headline without spaces it is found wherever it stands; marks are parts of the words they stand in."""
    (one,) = stories(article, None, (headline, ""))
    assert bool(topics(one, (Topic(id="boat", name="Ferry", aliases=(alias,)),))) == named
