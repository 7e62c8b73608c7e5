"""Lines that only say where the article comes from: ``Source: Northern Press``, or an agency's short name."""

from __future__ import annotations

import re

from ..dates import parse
from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place, columns
from .labels import alternatives, every, label_pattern, words
from .names import is_name
from .rule import Example, Rule, keep

_WORDS = words(
    """
    en: source, sources, news source, original source, via, source link
    vi: nguồn, nguồn tin, theo, nguồn bài viết
    fr: source, sources
    de: quelle, quellen
    es: fuente, fuentes
    pt: fonte, fontes
    ru: источник, источники, по материалам
    zh: 来源, 來源, 文章来源, 文章來源, 信息来源, 资料来源, 稿源, 新闻来源, 新聞來源, 消息来源
    ar: المصدر, مصدر, المصادر
    id: sumber
    tr: kaynak
    it: fonte, fonti
    ja: 出典, 情報元, 引用元, ソース, 出所
    ko: 출처, 자료출처
    hi: स्रोत, सोर्स
    pl: źródło
    uk: джерело
    nl: bron
    el: πηγή
    th: ที่มา
    fa: منبع
    sv: källa
    cs: zdroj
    ro: sursa, sursă
    en: original article, source of article, agency, agencies, news agency, wire service, sourced from, published by
    en: publisher, newspaper
    vi: theo nguồn, nguồn dẫn, nguồn tham khảo, nguồn bài
    fr: avec, agence, d'après, source agence, propos recueillis par l'agence
    de: agentur, mit material von, originalquelle, quellenangabe
    es: agencia, agencias, fuente de la noticia, con información de
    pt: agência, fonte original, via, com informações
    it: agenzia, fonte notizia, fonti di agenzia
    ru: источник информации, источник публикации, по информации, по сообщению, первоисточник, по данным
    uk: джерела, джерело інформації, за матеріалами, за інформацією, за даними, за повідомленням
    be: крыніца, крыніцы, паводле, па матэрыялах
    zh: 资料來源, 資料來源, 新聞來源, 摘自, 转自, 轉自, 转载自, 原载, 原載, 文章出处, 出处, 出處, 供稿, 责编来源
    zh: 來源媒體, 稿件来源, 作者来源, 内容来源, 綜合報導, 来源于, 來源於
    zh: 信源, 本文来源, 綜合外電, 消息來源
    ja: 提供元, 配信元, 情報源, 配信, 引用, 出典元, 参照元, 参考, 記事提供
    ko: 자료, 출처:, 원문, 기사출처, 뉴스출처, 기사 출처, 자료 출처, 정보출처
    ar: وكالة, وكالات, نقلا عن, نقلاً عن, المصدر الأصلي, عن, المصدر:, بحسب
    fa: منابع, خبرگزاری, به نقل از, منبع خبر, به گزارش
    he: מקור, מקורות, מקור הידיעה, באדיבות
    ur: ماخذ, بشکریہ, ذریعہ, ذرائع, خبر رساں ادارہ
    hi: साभार, एजेंसी, इनपुट, स्रोत:, समाचार एजेंसी, सौजन्य
    bn: সূত্র, উৎস, তথ্যসূত্র, সূত্রঃ, সৌজন্যে
    ta: ஆதாரம், மூலம், நன்றி
    te: మూలం, సోర్స్, సౌజన్యం
    mr: स्रोत, सौजन्य, साभार
    ne: स्रोत, साभार, स्रोतः, एजेन्सी
    si: මූලාශ්‍රය, මූලාශ්‍ර, උපුටා ගැනීම
    th: แหล่งที่มา, แหล่งข่าว, ที่มาข่าว, ข้อมูลจาก, อ้างอิง, ขอบคุณข้อมูลจาก, ขอบคุณที่มา, ที่มาจาก, ขอบคุณข้อมูล
    th: ข้อมูล
    lo: ທີ່ມາ, ແຫຼ່ງຂ່າວ, ແຫຼ່ງທີ່ມາ, ທີ່ມາຂ່າວ
    km: ប្រភព, ប្រភពព័ត៌មាន, ដកស្រង់ពី
    my: ရင်းမြစ်, မူရင်း, သတင်းအရင်းအမြစ်, သတင်းရင်းမြစ်, ကိုးကား
    id: sumber berita, dikutip dari, dilansir dari, sumber artikel, dilansir, sumber asli
    ms: sumber, sumber berita, dipetik dari, dipetik daripada
    tl: pinagmulan, mula sa, pinagkunan
    sw: chanzo, vyanzo, imetoka, chanzo cha habari
    am: ምንጭ, ምንጭ፡
    tr: haber kaynağı, kaynaklar, ajans, kaynak site, kaynakça, haber kaynak
    az: mənbə, mənbələr, istinad
    kk: дереккөз, дереккөзі, ақпарат көзі, сілтеме
    uz: manba, manbalar, манба, manbasi
    ka: წყარო, წყაროები
    hy: աղբյուր, աղբյուրը, աղբյուրներ
    pl: źródła, za, agencja, źródło informacji, opracowano na podstawie
    cs: zdroje, agentura, zdroj informací, s využitím
    sk: zdroj, zdroje, agentúra, zdroj informácií
    hu: forrás, források, hírforrás, hírügynökség
    ro: surse, sursa informației, sursa articolului, agenția
    bg: източник, източници, по материали на, по информация на
    el: πηγές, με πληροφορίες από, πηγη, με στοιχεία από
    sr: извор, извори, извор вести, izvor, izvori, агенција, agencija
    hr: izvor, izvori, agencija
    sl: vir, viri, po poročanju
    lt: šaltinis, šaltiniai, pagal, naujienų agentūra, informacijos šaltinis
    lv: avots, avoti, aģentūra, informācijas avots
    et: allikas, allikad, uudisteagentuur
    sv: källor, nyhetsbyrå, uppgiftslämnare
    da: kilde, kilder, nyhedsbureau
    no: kilde, kilder, nyhetsbyrå
    fi: lähde, lähteet, uutistoimisto
    is: heimild, heimildir
    nl: bronnen, persbureau, met dank aan
    ca: font, fonts, agència
    eu: iturria, iturriak
    gl: fonte, fontes, axencia
    sq: burimi, burim
    mk: извор
    """
)
_LABEL = label_pattern(_WORDS, r"\s*[:：=՝]\s*")
_ACCORDING_TO = re.compile(r"(?:Theo|THEO|Nguồn|По материалам)\s+(?P<value>\S.*)")

_WITH = words(
    """
    en: with inputs from, with information from, with files from
    de: mit material von
    es: con información de
    pt: com informações de, com informações da, com informações do
    it: con informazioni di
    """
)
_WITH_LINE = re.compile(rf"(?:{alternatives(_WITH)})\s+(?P<value>\S.*)", re.IGNORECASE)
_WITH_AGENCIES = re.compile(
    r"(?:avec|mit|with)\s+(?P<value>(?:[A-Z]{2,5}|dpa|epd)(?:(?:, | et | und | and )(?:[A-Z]{2,5}|dpa|epd))*)"
)

_REPUBLISHED = words(
    """
    en: this article originally appeared, this article was originally published, this article first appeared
    en: this article was first published, this story originally appeared, this story was originally published
    en: this story first appeared, this story was first published, originally published, first published
    fr: cet article a été publié initialement, cet article est paru initialement, article publié initialement
    de: dieser artikel erschien zuerst, dieser beitrag erschien zuerst, zuerst erschienen
    es: este artículo se publicó originalmente, este artículo fue publicado originalmente
    es: publicado originalmente
    pt: este artigo foi publicado originalmente, publicado originalmente
    it: questo articolo è stato pubblicato originariamente, pubblicato originariamente
    """
)
_IN_WORDS = r"(?:in|on|by|at|with|dans|sur|par|auf|bei|en|por|em|no|na|su|da)"
_REPUBLISHED_LINE = re.compile(rf"(?:{alternatives(_REPUBLISHED)})\s+{_IN_WORDS}\s+(?P<value>\S.*?)\.?", re.IGNORECASE)

_AGENCY_ENDINGS = tuple(
    sorted(
        every(
            words(
                """
                zh: 通讯社, 通訊社, 新华社, 中新社, 日报, 日報, 晚报, 晚報, 时报, 時報, 新闻网, 新聞網
                ja: 新聞社, 通信社
                ko: 통신, 일보, 신문
                """
            )
        )
    )
)
_AGENCY_WORDS = re.compile(
    r"(?:news|press) agency|newspaper|nachrichtenagentur|agence de presse|agencia de noticias|agência de notícias"
    r"|информагентство|thông tấn xã|kantor berita|haber ajansı|وكالة",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:Bộ|Sở|Cục|Tổng cục|UBND|Báo|Đài)|(?:The )?(?:Ministry|Department|Embassy) of)(?: [^\W\d_]+(?:,)?){1,6}"
)
"""An office or newspaper by its first word; in Vietnamese the words behind it are small."""
_AGENCIES_ALONE = re.compile(
    r"[-–—(（\[【]\s?(?:AP|AFP|UPI|Reuters|Associated Press|The Associated Press|Agencies|Xinhua|Bernama|ANI|PTI"
    r"|IANS|TASS|Interfax|ANSA|EFE"
    r"|Europa Press|Lusa|dpa|APA|SDA|ATS|Belga|ANP|TT|NTB|Ritzau|STT|PAP|ČTK|TASR|SITA|MTI|Agerpres|Mediafax"
    r"|Antara|VNA|TTXVN|AA|DHA|İHA|WAM|SPA|QNA|MENA"
    r"|ТАСС|РИА Новости|Интерфакс|БТА|Танјуг|БелТА|Укрінформ|УНІАН|新华社|新華社|中新社|中央社|共同|時事|ロイター"
    r"|연합뉴스|뉴시스|رويترز|أ ف ب|وكالات|د ب أ|واس|وام|بترا"
    r"|एजेंसी|भाषा|वार्ता|বাসস|ইউএনবি|ایسنا|ایرنا|مهر|agencies|agencias|agências|agenzie|agences)\s?[-–—)）\]】]?",
)
"""Agencies as they close a text, behind a dash or in brackets."""
_INPUTS = re.compile(
    r"\(?(?:with (?:inputs?|files|reports?|information|additional reporting) (?:from|by) (?:news )?(?:agencies"
    r"|wires?|wire services|agency reports|news reports|staff reports|the agencies)"
    r"|(?:compiled )?from (?:staff and )?wire (?:services|reports)|(?:staff|agency|wire) (?:reports?|and agencies)"
    r"|avec (?:les )?agences|mit (?:agentur)?material der agenturen|mit agenturen"
    r"|con (?:información de )?agencias|con agencias|com agências|con agenzie"
    r"|met (?:bijdragen van )?agentschappen)\)?\.?",
    re.IGNORECASE,
)
_SMALL_AGENCIES = every(words("*: afp, ansa, ap, apa, dpa, efe, epd, kna, lusa, sda, sid, tass, ots"))
_SHORT_NAME = re.compile(r"[^\W\d_]{3,5}")
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,10}(?:/\S*)?", re.IGNORECASE)
_DATED = re.compile(r"(?P<name>\D{2,60}?)[\s,|(–—-]+(?P<date>\d[^)]*)\)?")
_BARE_WORDS = 4
_BARE_COLUMNS = 30
_HEADING_WORDS = every(
    words(
        """
        *: faq, rss, ps, video, videos, audio, tags, blog, vip
        en: about, all, by, comments, copyright, end, ends, follow, for, from, get, home, image, join, login, menu
        en: more, new, next, on, our, photo, photos, powered, print, read, related, search, see, share, sign
        en: subscribe, the, to, top, up, via, visit, watch, what, why, with, your
        de: ende, mehr
        fr: fin, plus
        vi: hết, kết
        ru: конец
        uk: кінець
        pl: koniec, reklama
        id: tamat
        tr: son
        """
    )
)
_HEADING_STARTS = tuple(sorted(every(words("zh: 更多, 相关, 相關, 最新, 热门, 熱門, 最多, 今日, 推荐, 推薦"))))
"""What stands below texts, often in capitals, and names nobody."""


def _is_heading(parts: list[str], text: str) -> bool:
    return text.startswith(_HEADING_STARTS) or any(part.lower() in _HEADING_WORDS for part in parts)


def _labelled(line: Line, document: Document) -> Metadata | None:
    match = _LABEL.fullmatch(line.inner)
    return _publisher(match["value"], document) if match else None


def _according_to(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    if _INPUTS.fullmatch(line.text):
        return Metadata()
    match = _ACCORDING_TO.fullmatch(text) or _WITH_LINE.fullmatch(text) or _WITH_AGENCIES.fullmatch(text)
    return _publisher(match["value"], document) if match else None


def _dated(line: Line, document: Document) -> Metadata | None:
    parts = [part for part in re.split(r"\s+[|–—-]\s+", line.inner, maxsplit=1) if part]
    if len(parts) != 2:
        return None
    for name, when in (parts, parts[::-1]):
        found = parse(when, document.language) if _ADDRESS.fullmatch(name) else None
        if found and found.has_day:
            return Metadata(published=found.iso, published_text=found.text, publisher=name)
    return None


def _republished(line: Line, document: Document) -> Metadata | None:
    match = _REPUBLISHED_LINE.fullmatch(line.inner)
    return _publisher(match["value"], document) if match else None


def _bare(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    above = document.above(line)
    if above is None or not above.is_paragraph or above.text.isupper() or any(map(str.isdigit, text)):
        return None
    agency = _AGENCIES_ALONE.fullmatch(line.text)
    if agency:
        return Metadata(publisher=line.text.strip("-–—()（）[]【】 "))
    if _OFFICE.fullmatch(text) or (text != line.text and text in _SMALL_AGENCIES):
        return Metadata(publisher=text)
    parts = [part.strip("()[].,:+") for part in re.split(r"[\s/]+", text)]
    if len(parts) > _BARE_WORDS or columns(text) > _BARE_COLUMNS or _is_heading(parts, text) or not is_name(text):
        return None
    is_agency = text.endswith(_AGENCY_ENDINGS) or bool(_AGENCY_WORDS.search(text))
    return Metadata(publisher=text) if is_agency or _has_short_name(parts, "/" in text) else None


def _has_short_name(parts: list[str], has_slash: bool) -> bool:
    """Whether one word is an abbreviation; a heading in capitals has several, without a slash."""
    capitals = [part for part in parts if part.isupper() and len(part) > 1]
    return bool(capitals) and (len(capitals) == 1 or has_slash) and all(map(_SHORT_NAME.fullmatch, capitals))


def _publisher(value: str, document: Document) -> Metadata | None:
    """The name, and the date where one follows it."""
    name = value.strip().rstrip(".")
    if is_name(name) or _ADDRESS.fullmatch(name):
        dated = _DATED.fullmatch(name)
        found = parse(dated["date"], document.language) if dated else None
        if dated and found:
            return Metadata(published=found.iso, published_text=found.text, publisher=dated["name"])
        return Metadata(publisher=name)
    return None


def _example(line: str, language: str, publisher: str) -> Example:
    return Example(line, language, Metadata(publisher=publisher))


RULES: tuple[Rule, ...] = (
    Rule(
        id="source.label",
        version=1,
        languages=tuple(_WORDS),
        description="Who the article comes from, with a label.",
        matcher=_labelled,
        cues=cues(every(_WORDS)),
        examples=(
            _example("Source: Northern Press", "en", "Northern Press"),
            _example("(Source: The Harbour Gazette)", "en", "The Harbour Gazette"),
            _example("Nguồn: Báo Hải Cảng", "vi", "Báo Hải Cảng"),
            _example("Source : La Gazette du Port", "fr", "La Gazette du Port"),
            _example("Quelle: Hafenblatt", "de", "Hafenblatt"),
            _example("Fuente: Diario del Puerto", "es", "Diario del Puerto"),
            _example("Fonte: Jornal do Porto", "pt", "Jornal do Porto"),
            _example("Источник: Портовый вестник", "ru", "Портовый вестник"),
            _example("来源：港口日报", "zh", "港口日报"),
            _example("المصدر: صحيفة الميناء", "ar", "صحيفة الميناء"),
            _example("Sumber: Kabar Pelabuhan", "id", "Kabar Pelabuhan"),
            _example("Source: www.harbour.example", "en", "www.harbour.example"),
            Example(
                "Quelle: Hafenblatt, 03.06.2019", "de", Metadata("2019-06-03", "03.06.2019", publisher="Hafenblatt")
            ),
        ),
        counterexamples=keep(
            "Source: the spring above the mill",
            "Sources close to the harbour office",
            "Source: So the villagers call the spring.",
        ),
        overrides=("announced",),
    ),
    Rule(
        id="source.according-to",
        version=1,
        languages=("vi", "ru", *_WITH, "fr"),
        description="Whose reports the article uses: “according to”, “with information from”, above or below the text.",
        matcher=_according_to,
        examples=(
            _example("Theo Báo Hải Cảng", "vi", "Báo Hải Cảng"),
            _example("(Theo TTHC)", "vi", "TTHC"),
            _example("(Con información de NPA)", "es", "NPA"),
            _example("(avec NPA)", "fr", "NPA"),
        ),
        counterexamples=(
            *keep("Theo Báo Hải Cảng, tàu sẽ chạy lại", "Theo người dân địa phương", language="vi"),
            Example("Avec le temps", "fr"),
            Example("Con información de los vecinos", "es"),
        ),
        places=(Place.HEAD, Place.TAIL),
    ),
    Rule(
        id="source.dated",
        version=1,
        languages=("*",),
        description="A site's address and a date in one line above the text.",
        matcher=_dated,
        cues=cues(digit=True),
        examples=(
            Example(
                "Harbour.example - 03/06/2019, 07:12 WIB",
                "id",
                Metadata("2019-06-03T07:12", "03/06/2019, 07:12 WIB", publisher="Harbour.example"),
            ),
        ),
        counterexamples=keep("Harbour.example - a new site", "Harbour - 3 June 2019"),
        places=(Place.HEAD,),
    ),
    Rule(
        id="source.republished",
        version=1,
        languages=tuple(_REPUBLISHED),
        description="A sentence that names where the article was first published.",
        matcher=_republished,
        cues=cues(every(_REPUBLISHED)),
        examples=(
            _example("This article originally appeared in The Harbour Gazette.", "en", "The Harbour Gazette"),
            _example("Originally published by Northern Press", "en", "Northern Press"),
            _example("Dieser Artikel erschien zuerst bei Hafenblatt.", "de", "Hafenblatt"),
            _example("Este artículo se publicó originalmente en Diario del Puerto.", "es", "Diario del Puerto"),
        ),
        counterexamples=keep(
            "The poem was first published in 1904.", "This article originally appeared in a much longer form."
        ),
        overrides=("announced", "sentence"),
    ),
    Rule(
        id="source.bare",
        version=1,
        languages=("*",),
        description="An agency, office or newspaper alone right below the text, known by its capitals or its kind.",
        matcher=_bare,
        examples=(
            _example("Bộ GTVT", "vi", "Bộ GTVT"),
            _example("Bộ Giao thông vận tải", "vi", "Bộ Giao thông vận tải"),
            _example("Ministry of Harbours", "en", "Ministry of Harbours"),
            _example("(dpa)", "de", "dpa"),
            _example("NPA/TTHC", "en", "NPA/TTHC"),
            _example("(TTHC)", "vi", "TTHC"),
            _example("Northern News Agency", "en", "Northern News Agency"),
            _example("港口日报", "zh", "港口日报"),
        ),
        counterexamples=keep(
            "THE END", "FAQ", "UP NEXT", "VIDEO", "More on NTV", "The harbour", "What comes next", "Anna Berg", "PORT 3"
        ),
        places=(Place.TAIL,),
    ),
)
