"""Headings and lines that lead to other articles: ``Related News``, ``Read also: …``."""

from __future__ import annotations

import re

from ..documents import Metadata
from .document import Document, Line, Place, ends_sentence
from .labels import alternatives, every, words
from .rule import Example, Rule, keep

_HEADINGS = words(
    """
    en: related, related news, related articles, related article, related stories, related story, related posts
    en: related content, related links, related topics, related coverage, related reading, read also, also read
    en: read more, read next, see also, more on this, more on this story, more news, more stories
    en: more from this section, you may also like, you might also like, recommended for you, latest news
    en: most read, most popular, trending now, other news, don't miss, further reading, recommended
    en: recommended stories, top stories, what to read next, more like this, related items
    vi: tin liên quan, tin bài liên quan, bài liên quan, bài viết liên quan, tin cùng chuyên mục, tin khác
    vi: các tin khác, xem thêm, đọc thêm, tin mới nhất, tin mới, tin nổi bật, có thể bạn quan tâm
    vi: đọc nhiều nhất, tin tức liên quan, các bài viết khác, bài viết khác, cùng chuyên mục, tin cùng loại
    vi: tin đã đưa
    fr: à lire aussi, lire aussi, à lire également, articles liés, articles similaires, sur le même sujet
    fr: sur le même thème, voir aussi, les plus lus, dans la même rubrique, à voir aussi, pour aller plus loin
    de: mehr zum thema, lesen sie auch, auch interessant, das könnte sie auch interessieren, weitere artikel
    de: verwandte artikel, ähnliche artikel, weiterlesen, meistgelesen, siehe auch, lesen sie mehr zum thema
    de: weitere nachrichten, zum thema, passend dazu, weitere meldungen, mehr dazu
    es: noticias relacionadas, artículos relacionados, lea también, lee también, te puede interesar
    es: le puede interesar, más noticias, ver también, más leídas, lo más leído, contenido relacionado
    es: más información, también te puede interesar, más sobre este tema, relacionadas
    pt: notícias relacionadas, leia também, leia mais, veja também, artigos relacionados, mais lidas
    pt: matérias relacionadas, conteúdo relacionado, saiba mais, veja mais, mais notícias, posts relacionados
    ru: читайте также, читать также, по теме, похожие новости, новости по теме, материалы по теме
    ru: смотрите также, другие новости, самое читаемое, ещё по теме, еще по теме, похожие материалы
    zh: 相关新闻, 相关阅读, 相關新聞, 相关报道, 相關報導, 延伸阅读, 延伸閱讀, 相关文章, 相關文章
    zh: 推荐阅读, 更多新闻, 更多新聞, 热门新闻, 猜你喜欢, 相关链接, 相关推荐, 推薦閱讀, 热点新闻, 最新新闻, 看更多
    ar: اقرأ أيضا, اقرأ أيضاً, اقرأ أيضًا, أخبار ذات صلة, مواضيع ذات صلة, ذات صلة, الأكثر قراءة, شاهد أيضا
    ar: مقالات ذات صلة, قد يهمك أيضا, شاهد أيضاً, موضوعات متعلقة, أخبار متعلقة, إقرأ أيضا
    id: baca juga, berita terkait, artikel terkait, lihat juga, berita lainnya, terpopuler, baca selengkapnya
    id: simak juga, artikel lainnya, rekomendasi untuk anda, berita terbaru
    ms: berita berkaitan, artikel berkaitan
    tr: ilgili haberler, benzer haberler, ayrıca okuyun, bunları da okuyun, diğer haberler, ilgili haber
    tr: son haberler, çok okunanlar, önerilen haberler
    it: leggi anche, articoli correlati, notizie correlate, potrebbe interessarti, ti potrebbe interessare
    it: vedi anche, i più letti, potrebbe interessarti anche, altre notizie, correlati
    ja: 関連記事, 関連ニュース, あわせて読みたい, 合わせて読みたい, おすすめ記事, 人気記事, 関連リンク, こちらもおすすめ
    ko: 관련기사, 관련 기사, 관련뉴스, 관련 뉴스, 많이 본 뉴스, 추천기사, 함께 보면 좋은 기사, 인기기사
    hi: संबंधित खबरें, यह भी पढ़ें, ये भी पढ़ें, संबंधित समाचार, और पढ़ें
    pl: czytaj także, czytaj też, zobacz także, zobacz też, powiązane artykuły, przeczytaj także, polecane
    pl: polecamy, najczęściej czytane, czytaj więcej, podobne artykuły
    uk: читайте також, новини за темою, схожі новини, за темою, матеріали за темою, дивіться також
    nl: lees ook, lees meer, gerelateerde artikelen, meer nieuws, meer over dit onderwerp, bekijk ook
    el: διαβάστε επίσης, σχετικά άρθρα, δείτε επίσης, διαβάστε ακόμα, δείτε ακόμα, σχετικές ειδήσεις
    th: ข่าวที่เกี่ยวข้อง, อ่านเพิ่มเติม, บทความที่เกี่ยวข้อง, ข่าวอื่นๆ
    fa: اخبار مرتبط, مطالب مرتبط, بیشتر بخوانید
    sv: läs också, läs även, relaterade artiklar, läs mer
    cs: čtěte také, související články, přečtěte si také
    ro: citește și, articole similare, citeşte şi, vezi și
    """
)
_LONGEST_HEADING = max(map(len, every(_HEADINGS))) + 4
"""The longest of them with a colon and white space: longer lines need no closer look."""
_HEADING = re.compile(rf"(?:{alternatives(_HEADINGS)})\s*[:：]?", re.IGNORECASE)
_INLINE_WORDS = words(
    """
    en: read also, also read, read more, see also, related, read next, related story, related article
    vi: xem thêm, đọc thêm, tin liên quan, bài liên quan
    fr: à lire aussi, lire aussi, à lire également, voir aussi
    de: lesen sie auch, mehr zum thema, auch interessant, siehe auch
    es: lea también, lee también, te puede interesar, ver también, le puede interesar, lea además
    pt: leia também, leia mais, veja também, saiba mais
    ru: читайте также, смотрите также, по теме, читать также, читайте по теме
    zh: 相关新闻, 相关阅读, 相關新聞, 延伸阅读, 延伸閱讀, 相关报道, 推荐阅读
    ar: اقرأ أيضا, اقرأ أيضاً, اقرأ أيضًا, شاهد أيضا, شاهد أيضاً, إقرأ أيضا
    id: baca juga, lihat juga, simak juga
    tr: ayrıca okuyun, ilgili haber
    it: leggi anche, vedi anche
    ja: 関連記事, あわせて読みたい
    ko: 관련기사, 관련 기사
    hi: यह भी पढ़ें, ये भी पढ़ें
    pl: czytaj także, czytaj też, zobacz także, zobacz też, przeczytaj także
    uk: читайте також, дивіться також
    nl: lees ook
    el: διαβάστε επίσης, δείτε επίσης
    sv: läs också, läs även
    """
)
_INLINE = re.compile(rf"(?:{alternatives(_INLINE_WORDS)})\s*[:：|»>→]\s*(?P<value>\S.*)", re.IGNORECASE)
_LIST_LENGTH = 12
"""Lines below a heading that still belong to it."""


def _heading(line: Line, document: Document) -> Metadata | None:
    return Metadata() if _is_heading(line) else None


def _inline(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    return Metadata() if _INLINE.fullmatch(text) and not text.endswith((".", "。", "।")) else None


def _listed(line: Line, document: Document) -> Metadata | None:
    """A title below the heading, with only titles between them and down to the end of the document."""
    for distance in range(1, _LIST_LENGTH + 1):
        number = line.number - distance
        if number < 0 or document.lines[number + 1].place is not Place.TAIL:
            return None
        if ends_sentence(document.lines[number + 1].text) and not _asks(document.lines[number + 1].text):
            return None
        above = document.lines[number]
        if above.place is Place.TAIL and _is_heading(above):
            return Metadata()
    return None


def _asks(text: str) -> bool:
    return text.endswith(("?", "!", "？", "！", "…", "؟"))


def _is_heading(line: Line) -> bool:
    return len(line.inner) <= _LONGEST_HEADING and bool(_HEADING.fullmatch(line.inner))


_TAIL_OF_ARTICLE = "Harbour opens again\n\nThe ferry will sail again from next week, the harbour office said on Monday."

RULES: tuple[Rule, ...] = (
    Rule(
        id="related.heading",
        version=1,
        languages=tuple(_HEADINGS),
        description="Heading of a list of other articles.",
        matcher=_heading,
        examples=(
            Example("Related News"),
            Example("Read also:"),
            Example("Tin liên quan", "vi"),
            Example("À lire aussi", "fr"),
            Example("Mehr zum Thema", "de"),
            Example("Noticias relacionadas", "es"),
            Example("Leia também", "pt"),
            Example("Читайте также", "ru"),
            Example("相关新闻", "zh"),
            Example("اقرأ أيضا", "ar"),
            Example("Baca juga", "id"),
            Example("İlgili haberler", "tr"),
            Example("関連記事", "ja"),
            Example("관련기사", "ko"),
        ),
        counterexamples=keep("Related news came from the other islands", "Related parties", "Read more books")
        + keep("相关新闻发布会在港口举行", language="zh"),
        places=(Place.TAIL, Place.BODY),
        overrides=("announced",),
    ),
    Rule(
        id="related.inline",
        version=1,
        languages=tuple(_INLINE_WORDS),
        description="Label and title of another article in one line.",
        matcher=_inline,
        examples=(
            Example("Read also: Harbour closed for a month"),
            Example("Xem thêm: Cảng đóng cửa một tháng", "vi"),
            Example("Lire aussi : Le port ferme pour un mois", "fr"),
            Example("Lesen Sie auch: Der Hafen schließt für einen Monat", "de"),
            Example("Lea también: El puerto cierra un mes", "es"),
            Example("Leia também: O porto fecha por um mês", "pt"),
            Example("Читайте также: Порт закрыли на месяц", "ru"),
            Example("延伸阅读：港口关闭一个月", "zh"),
            Example("اقرأ أيضا: إغلاق الميناء لمدة شهر", "ar"),
            Example("Baca juga: Pelabuhan ditutup sebulan", "id"),
        ),
        counterexamples=keep(
            "Read more about the harbour in the museum", "Related: so the two islanders said they were."
        ),
        overrides=("announced",),
    ),
    Rule(
        id="related.list",
        version=1,
        languages=tuple(_HEADINGS),
        description="Titles of other articles below their heading, at the end of the document.",
        matcher=_listed,
        examples=(
            Example("Ice still in the strait", document=f"{_TAIL_OF_ARTICLE}\n\nRelated\n\nIce still in the strait"),
            Example(
                "Who pays for the ferry?",
                document=f"{_TAIL_OF_ARTICLE}\n\nSee also:\nA new boat\nWho pays for the ferry?",
            ),
        ),
        counterexamples=(
            Example("The boats are new.", document=f"{_TAIL_OF_ARTICLE}\n\nRelated\n\nThe boats are new."),
            Example("Ice in the strait", document=f"{_TAIL_OF_ARTICLE}\n\nIce in the strait\n\nRelated"),
        ),
        places=(Place.TAIL,),
        overrides=("announced", "listed", "speech", "verse"),
    ),
)
