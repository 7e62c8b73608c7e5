"""Page lists and pagers: ``Pages: 1 2 3``, ``Page 2 of 9``, ``« Previous 1 2 3 Next »``."""

from __future__ import annotations

import re

from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place
from .labels import alternatives, every, words
from .rule import Example, Rule, keep

_PAGE_WORDS = words(
    """
    en: page, pages
    vi: trang, các trang
    fr: page, pages
    de: seite, seiten
    es: página, páginas, pagina, paginas
    pt: página, páginas
    ru: страница, страницы, стр.
    zh: 页, 頁, 页码, 頁碼, 分页, 第
    ar: صفحة, الصفحة, الصفحات, صفحات
    id: halaman, hal.
    ms: muka surat
    tr: sayfa, sayfalar
    it: pagina, pagine
    ja: ページ
    ko: 페이지, 쪽
    hi: पृष्ठ, पेज
    pl: strona, strony
    uk: сторінка, сторінки
    nl: pagina, pagina's
    th: หน้า
    el: σελίδα, σελίδες
    fa: صفحه, صفحات
    he: עמוד, עמודים
    sv: sida, sidor
    cs: strana, stránka, stránky
    ro: pagina, pagini
    fi: sivu, sivut
    hu: oldal, oldalak
    da: side, sider
    no: side, sider
    is: síða, síður
    sk: strana, stránka, stránky
    bg: страница, страници, стр.
    sr: страна, стране, strana, strane
    hr: stranica, stranice
    sl: stran, strani
    be: старонка, старонкі
    lt: puslapis, puslapiai, psl.
    lv: lapa, lappuse, lapas
    et: leht, lehekülg, lk
    az: səhifə, səhifələr
    kk: бет, беттер
    uz: sahifa, sahifalar
    ka: გვერდი, გვერდები
    hy: էջ, էջեր
    ur: صفحہ, صفحات
    bn: পৃষ্ঠা, পাতা
    ta: பக்கம், பக்கங்கள்
    te: పేజీ, పేజీలు
    mr: पान, पृष्ठ
    ne: पृष्ठ, पेज
    lo: ໜ້າ
    km: ទំព័រ
    my: စာမျက်နှာ
    tl: pahina
    sw: ukurasa, kurasa
    am: ገጽ
    ca: pàgina, pàgines
    eu: orria, orrialdea, orriak
    gl: páxina, páxinas
    """
)
_OF_WORDS = words(
    """
    en: of, out of
    vi: trên, của
    fr: sur, de
    de: von
    es: de
    ru: из
    ar: من
    id: dari
    it: di
    pl: z
    uk: з, із
    nl: van
    sv: av
    el: από
    fa: از
    he: מתוך
    hi: का, में से
    zh: 共
    pt: de, do total de
    da: af
    no: av
    fi: kautta, yhteensä
    cs: z, ze
    sk: z, zo
    hu: összesen
    ro: din
    bg: от
    sr: од, od
    hr: od
    sl: od
    be: з
    lt: iš
    lv: no
    et: kokku
    tr: toplam
    ms: daripada, dari
    tl: ng
    sw: ya, kati ya
    bn: এর
    ta: இல்
    th: จาก, ของ
    ja: 中
    ca: de
    is: af
    """
)
_STEP_WORDS = words(
    """
    en: previous, prev, prev., next, first, last, older, newer, older posts, newer posts, next page
    en: previous page, next article, previous article, next post, previous post, next story
    vi: trang trước, trang sau, trang tiếp, trang tiếp theo, trước, sau, tiếp, tiếp theo, cuối, đầu, bài trước
    vi: bài sau, tin trước, tin sau
    fr: précédent, suivant, précédente, suivante, page suivante, page précédente, article suivant
    fr: article précédent
    de: zurück, weiter, vorherige, nächste, nächste seite, vorherige seite, vorheriger artikel, nächster artikel
    es: anterior, siguiente, página siguiente, página anterior, artículo siguiente, artículo anterior
    pt: anterior, próximo, próxima, seguinte, próxima página, página anterior, página seguinte
    ru: далее, назад, вперёд, вперед, предыдущая, следующая, следующая страница, предыдущая страница
    zh: 上一页, 下一页, 上一頁, 下一頁, 上页, 下页, 首页, 末页, 尾页, 上一篇, 下一篇, 第一頁, 最後頁
    ar: السابق, التالي, السابقة, التالية, الصفحة التالية, الصفحة السابقة
    id: sebelumnya, selanjutnya, berikutnya, halaman selanjutnya, halaman berikutnya, halaman sebelumnya
    tr: önceki, sonraki, ileri, geri, sonraki sayfa, önceki sayfa
    it: precedente, successivo, successiva, avanti, indietro, pagina successiva, pagina precedente
    ja: 前へ, 次へ, 前のページ, 次のページ, 前の記事, 次の記事, 次ページ, 前ページ
    ko: 이전, 다음, 이전 페이지, 다음 페이지, 이전글, 다음글, 이전기사, 다음기사
    hi: पिछला, अगला, अगला पृष्ठ, पिछला पृष्ठ
    pl: poprzednia, następna, poprzedni, następny, następna strona, poprzednia strona
    uk: попередня, наступна, наступна сторінка, попередня сторінка
    nl: vorige, volgende, volgende pagina, vorige pagina
    th: ก่อนหน้า, ถัดไป, หน้าถัดไป, หน้าก่อนหน้า
    el: προηγούμενη, επόμενη, επόμενη σελίδα, προηγούμενη σελίδα
    en: « older, last page, first page, next »
    en: previous page, page suivante, older entries, newer entries, next slide, previous slide, prev post
    en: load next page
    sv: föregående, nästa, nästa sida, föregående sida, tidigare, nyare inlägg, äldre inlägg, nästa artikel
    da: forrige, næste, næste side, forrige side, næste artikel
    no: forrige, neste, neste side, forrige side, neste sak, neste artikkel
    fi: edellinen, seuraava, seuraava sivu, edellinen sivu, seuraava artikkeli
    is: fyrri, næsta, næsta síða, fyrri síða
    cs: předchozí, další, další strana, předchozí strana, následující, další článek, předchozí článek, další stránka
    sk: predchádzajúca, ďalšia, predchádzajúci, ďalší, nasledujúca, ďalšia strana, predchádzajúca strana
    hu: előző, következő, következő oldal, előző oldal, első, utolsó, következő cikk, előző cikk
    ro: anterior, următor, următoarea, anterioara, pagina următoare, pagina anterioară, înapoi, înainte
    ro: articolul următor
    bg: предишна, следваща, предишен, следващ, следваща страница, предишна страница, назад, напред
    sr: претходна, следећа, претходни, следећи, prethodna, sledeća, prethodni, sledeći, следећа страна, sledeća strana
    hr: prethodna, sljedeća, prethodni, sljedeći, sljedeća stranica, prethodna stranica, sljedeći članak
    sl: prejšnja, naslednja, prejšnji, naslednji, naslednja stran, prejšnja stran
    be: папярэдняя, наступная, папярэдні, наступны, далей
    lt: ankstesnis, kitas, ankstesnė, kita, sekantis, kitas puslapis, ankstesnis puslapis
    lv: iepriekšējā, nākamā, iepriekšējais, nākamais, nākamā lapa
    et: eelmine, järgmine, järgmine leht, eelmine leht
    az: əvvəlki, növbəti, sonrakı, geri, irəli
    kk: алдыңғы, келесі
    uz: oldingi, keyingi, avvalgi
    ka: წინა, შემდეგი
    hy: նախորդ, հաջորդ
    fa: قبلی, بعدی, صفحه بعد, صفحه قبل, بعد, قبل
    he: הקודם, הבא, העמוד הבא, לעמוד הבא
    ur: پچھلا, اگلا, اگلا صفحہ
    bn: পূর্ববর্তী, পরবর্তী, আগের, পরের
    ta: முந்தைய, அடுத்த
    te: మునుపటి, తదుపరి
    mr: मागील, पुढील
    ne: अघिल्लो, पछिल्लो, अर्को
    lo: ກ່ອນໜ້າ, ຕໍ່ໄປ
    km: មុន, បន្ទាប់
    my: ရှေ့သို့, နောက်သို့
    ms: sebelum, seterusnya, sebelumnya
    tl: nakaraan, susunod
    sw: iliyotangulia, inayofuata, ifuatayo
    am: ቀዳሚ, ቀጣይ
    ca: anterior, següent, pàgina següent, pàgina anterior
    eu: aurrekoa, hurrengoa
    gl: anterior, seguinte
    """
)
_LANGUAGES = tuple(_PAGE_WORDS)
_LONGEST_LIST = 20_000
"""Characters of a page list: some sites name every one of their thousand pages."""

_PAGE = alternatives(_PAGE_WORDS)
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,5}})|(?P<gap>…|\.{{2,3}})|(?P<step>(?:{alternatives(_STEP_WORDS)})(?!\w))"
    rf"|(?P<page>{_PAGE})(?![^\W\d])|(?P<arrow>[«»‹›<>←→▶◀►◄⟨⟩❮❯])|(?P<other>[\s:：|,·•/\[\]()（）-])",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(
    rf"(?:(?:{_PAGE})\s?:?\s?(?P<a>\d{{1,4}})\s?(?:/|(?:{alternatives(_OF_WORDS)})(?!\w))\s?(?P<b>\d{{1,4}})"
    r"|第?\s?(?P<c>\d{1,4})\s?[页頁]?\s?[,，/]?\s?共\s?(?P<d>\d{1,4})\s?[页頁]"
    r"|(?P<e>\d{1,4})\s?/\s?(?P<f>\d{1,4})\s?(?:[页頁]|ページ|페이지|쪽))",
    re.IGNORECASE,
)


def _tokens(text: str) -> list[tuple[str, str]] | None:
    """The line as a pager's parts; None if it holds anything else."""
    found = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            return None
        if match.lastgroup != "other":
            found.append((match.lastgroup, match.group()))
        position = match.end()
    return found


def _page_list(line: Line, document: Document) -> Metadata | None:
    tokens = _tokens(line.text)
    if not tokens:
        return None
    kinds = {kind for kind, _ in tokens}
    numbers = [int(value) for kind, value in tokens if kind == "number"]
    if not _is_run(tokens) or len(numbers) < 2:
        return None
    if kinds & {"page", "step"} or (line.place is Place.TAIL and len(numbers) >= 3 and numbers[:3] == [1, 2, 3]):
        return Metadata(page_count=numbers[-1] if numbers[0] == 1 else None)
    return None


def _is_run(tokens: list[tuple[str, str]]) -> bool:
    """Whether the numbers count up by one, gaps only where an ellipsis stands."""
    last = None
    gap = False
    for kind, value in tokens:
        if kind == "gap":
            gap = True
        elif kind == "number":
            number = int(value)
            if last is not None and number != last + 1 and not (gap and number > last):
                return False
            last, gap = number, False
    return True


def _page_of(line: Line, document: Document) -> Metadata | None:
    match = _PAGE_OF.fullmatch(line.inner)
    if match is None:
        return None
    page, count = (int(number) for number in match.groups() if number)
    return Metadata(page_count=count) if 1 <= page <= count else None


def _pager(line: Line, document: Document) -> Metadata | None:
    tokens = _tokens(line.text)
    if not tokens or {kind for kind, _ in tokens} - {"step", "arrow"}:
        return None
    steps = [value for kind, value in tokens if kind == "step"]
    # One small word alone may be a line of speech or a heading; an arrow or "page" shows the link.
    is_link = (
        len(steps) >= 2 or len(tokens) > len(steps) or " " in steps[0] or steps[0].endswith(("页", "頁", "ページ"))
    )
    return Metadata() if steps and is_link else None


def _example(line: str, language: str, pages: int | None) -> Example:
    return Example(line, language, Metadata(page_count=pages))


RULES: tuple[Rule, ...] = (
    Rule(
        id="pagination.of",
        version=1,
        languages=tuple(dict.fromkeys((*_PAGE_WORDS, *_OF_WORDS))),
        description="The page's number and how many pages there are.",
        matcher=_page_of,
        cues=cues(digit=True),
        examples=(
            _example("Page 2 of 9", "en", 9),
            _example("(Page 1/4)", "en", 4),
            _example("Trang 2/5", "vi", 5),
            _example("Page 1 sur 3", "fr", 3),
            _example("Seite 2 von 6", "de", 6),
            _example("Página 3 de 7", "es", 7),
            _example("Страница 1 из 8", "ru", 8),
            _example("第 2 页 共 10 页", "zh", 10),
            _example("صفحة 2 من 5", "ar", 5),
            _example("Halaman 1 dari 3", "id", 3),
            _example("2/3ページ", "ja", 3),
        ),
        counterexamples=keep("Page 9 of 2", "Page 2 of nine", "2 of 9", "Page 3 of the report is missing"),
        overrides=("announced", "listed"),
    ),
    Rule(
        id="pagination.list",
        version=1,
        languages=_LANGUAGES,
        description="List of page numbers, with a label, a link to the next page, or alone below the text.",
        matcher=_page_list,
        cues=cues(digit=True),
        examples=(
            _example("Pages: 1 2 3 4 5", "en", 5),
            _example("Page 1 2 3 … 48", "en", 48),
            _example("« Previous 1 … 7 8 9 … 31 Next »", "en", 31),
            _example("‹ Prev 1 2 3 Next ›", "en", 3),
            _example("< Prev 4 5 6 7 Next >", "en", None),
            _example("Trang: 1 2 3 4", "vi", 4),
            _example("1 | 2 | 3 | Suivant", "fr", 3),
            _example("Seiten: 1, 2, 3", "de", 3),
            _example("Página 1 2 3 Siguiente »", "es", 3),
            _example("Páginas: [1] [2] [3] Próxima", "pt", 3),
            _example("Страницы: 1 2 3 ... 12", "ru", 12),
            _example("上一页 1 2 3 4 下一页", "zh", 4),
            _example("الصفحات: 1 2 3", "ar", 3),
            _example("Halaman: 1 2 Selanjutnya", "id", 2),
            _example("前へ 1 2 3 次へ", "ja", 3),
            Example(
                "1 2 3 4",
                "en",
                Metadata(page_count=4),
                "The boat sails again from next week, the harbour office said on Monday.\n\n1 2 3 4",
            ),
        ),
        counterexamples=(
            *keep(
                "Pages 1 to 3 of the report are missing",
                "Pages: 12 45 78",
                "4 11 19 23 37 42",
                "The row “Pages: 1 2 3” at the foot of the site is gone",
            ),
            Example("1 2 3 4", document="Count with me\n1 2 3 4\nThe boat sails again from next week, they sang."),
        ),
        max_length=_LONGEST_LIST,
        overrides=("announced", "listed", "speech"),
    ),
    Rule(
        id="pagination.pager",
        version=1,
        languages=tuple(_STEP_WORDS),
        description="Links to the next and the previous page or article, without page numbers.",
        matcher=_pager,
        cues=cues(every(_STEP_WORDS)),
        examples=(
            Example("« Previous | Next »"),
            Example("Next page"),
            Example("Trang sau »", "vi"),
            Example("Page précédente", "fr"),
            Example("Zurück | Weiter", "de"),
            Example("← Anterior Siguiente →", "es"),
            Example("Предыдущая | Следующая", "ru"),
            Example("上一篇 下一篇", "zh"),
            Example("السابق | التالي", "ar"),
            Example("Sebelumnya | Berikutnya", "id"),
        ),
        overrides=("announced", "headline", "speech"),
        counterexamples=keep("Next", "Last", "Next stop: the harbour", "“Next page”"),
    ),
)
