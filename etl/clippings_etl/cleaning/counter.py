"""Counts of readers and minutes: ``Views: 1,234``, ``5 min read``."""

from __future__ import annotations

from ..documents import Metadata
from .document import Document, Line, Place
from .labels import words
from .phrases import Phrases
from .rule import Example, Rule, keep

_COUNTED = words(
    """
    en: views, view, page views, hits, reads, times read, min read, mins read, minute read, minutes read, read time
    en: reading time, estimated reading time, time to read, shares, likes, total views, viewed, article views
    en: readers, post views, visits, word count, words, followers, min, minutes
    vi: lượt xem, lượt đọc, số lượt xem, đã xem, lần xem, lượt truy cập, phút đọc, thời gian đọc, lượt thích
    vi: số lần xem, số lần đọc, lượt nghe
    fr: vues, vue, lectures, lecture, temps de lecture, min de lecture, minutes de lecture, minute de lecture
    fr: lu fois, nombre de vues, lecture min, visites, temps de lecture estimé
    de: aufrufe, ansichten, lesezeit, min lesezeit, minuten lesezeit, lesedauer, mal gelesen, gelesen, zugriffe
    de: klicks, minuten lesedauer, minuten zum lesen, besucher, views
    es: visitas, vistas, lecturas, tiempo de lectura, min de lectura, minutos de lectura, minuto de lectura
    es: veces leído, visto, lecturas totales, visualizaciones, leído, veces compartido, lectura
    pt: visualizações, visualização, acessos, leituras, tempo de leitura, min de leitura, minutos de leitura
    pt: minuto de leitura, lido, vezes, vistas, tempo estimado de leitura, leitura
    it: visualizzazioni, letture, visite, tempo di lettura, minuti di lettura, min di lettura, lettura
    it: tempo di lettura stimato, visto, letto
    nl: keer bekeken, weergaven, leestijd, min leestijd, minuten leestijd, keer gelezen, x gelezen, bekeken
    nl: minuten lezen, views, leestijd ca
    sv: visningar, lästid, min läsning, minuters läsning, läsningar, visat, min lästid
    da: visninger, læsetid, min læsetid, min læsning, læst, min læst, minutters læsning
    no: visninger, lesetid, min lesetid, minutters lesetid, lest, min lesning
    fi: lukuaika, katselukerrat, katselukertaa, minuutin lukuaika, luettu, min lukuaika, lukukerrat
    is: lestur, skoðað, mínútna lestur, lestrartími
    pl: wyświetleń, wyświetlenia, odsłon, odsłony, czas czytania, min czytania, przeczytano, liczba wyświetleń
    pl: minut czytania, czytania, wyświetlono, ten tekst przeczytasz w, minuty czytania
    cs: zobrazení, přečteno, počet zobrazení, doba čtení, min čtení, minut čtení, čtenost, čtení, minuty čtení
    cs: zhlédnutí
    sk: zobrazení, zobrazenia, prečítané, počet zobrazení, čas čítania, min čítania, minút čítania, prečítaní
    sk: doba čítania, videné
    hu: megtekintés, megtekintések, olvasási idő, perc olvasás, perces olvasmány, olvasás, látogatás
    hu: perc olvasási idő, olvasták
    ro: vizualizări, citiri, timp de citire, minute de citire, min citire, afișări, accesări, citit, vizualizari
    ro: min de citit, minute de lectură
    bg: преглеждания, прегледи, прочитания, време за четене, минути четене, мин. четене, видяна, прочетена, гледания
    bg: показвания, посещения
    el: προβολές, αναγνώσεις, χρόνος ανάγνωσης, λεπτά ανάγνωσης, λεπτά ανάγνωση, εμφανίσεις, ανάγνωση, διάβασμα
    sr: прегледа, читања, време читања, прочитано, прегледано, pregleda, čitanja, vreme čitanja, pročitano
    sr: минута читања, minuta čitanja
    hr: pregleda, čitanja, vrijeme čitanja, pročitano, pregledano, minuta čitanja, prikaza, min čitanja
    sl: ogledov, ogledi, čas branja, min branja, prebrano, minut branja, prikazov, branja
    ru: просмотров, просмотры, просмотра, просмотр, прочтений, прочитали, прочитано, время чтения, мин чтения
    ru: минут чтения, читать, минута на чтение, минуты на чтение, минут на чтение, мин на чтение, просмотрели
    ru: показов, посещений, количество просмотров, число просмотров, читают, время на чтение, минуты чтения
    ru: читателей, просмотрено, лайков
    uk: переглядів, перегляди, перегляд, прочитали, прочитань, час читання, хв читання, хвилин читання, на читання
    uk: хв на читання, хвилини на читання, кількість переглядів, переглянуто, прочитано, хвилин на читання, читати
    be: праглядаў, прагляды, прачытана, час чытання, хв чытання, праглядалі
    lt: peržiūrų, peržiūros, peržiūrėta, skaitymo laikas, min. skaitymo, skaityta, skaitė, minučių skaitymas
    lv: skatījumi, skatījumu, lasījumi, lasīts, lasīšanas laiks, min lasīšana, skatīts, min lasāms, reizes
    et: vaatamist, vaatamisi, lugemisaeg, min lugemist, loetud, minutit lugemist, lugemisi, korda
    tr: okunma, okunma sayısı, görüntülenme, görüntüleme, okuma süresi, dk okuma, dakika okuma, kez okundu
    tr: defa okundu, kişi okudu, dakikalık okuma, izlenme, okundu, okunma süresi, tıklanma, dakikada okunur
    tr: kez görüntülendi, hit
    az: baxış sayı, baxış, oxunma, oxunma sayı, oxunub, baxış sayısı, dəfə oxunub, dəfə oxundu, baxılıb, oxuma müddəti
    kk: қаралым, қаралды, оқылды, рет оқылды, оқу уақыты, рет қаралды, көрілді, қаралым саны, минут оқу
    uz: ko'rildi, ko'rishlar, o'qildi, marta o'qildi, o'qish vaqti, ko'rishlar soni, marta ko'rildi, кўрилди, ўқилди
    uz: kishi ko'rgan
    ka: ნახვა, ნახვები, წაკითხვა, ნანახია, წაკითხულია, წასაკითხად, წუთი
    hy: դիտում, դիտումներ, ընթերցում, դիտվել է, անգամ, դիտումների քանակը
    ar: مشاهدة, مشاهدات, المشاهدات, عدد المشاهدات, قراءة, قراءات, عدد القراءات, مدة القراءة, وقت القراءة
    ar: دقيقة قراءة, دقائق قراءة, دقائق للقراءة, زيارة, مرات القراءة, القراءات, شوهد, دقائق, دقيقة, مرة
    ar: عدد الزيارات, قارئ
    fa: بازدید, تعداد بازدید, بازدیدها, زمان مطالعه, دقیقه مطالعه, دقیقه, مدت زمان مطالعه, نفر, زمان تقریبی مطالعه
    fa: بازدیدکننده, زمان لازم برای مطالعه
    he: צפיות, זמן קריאה, דקות קריאה, דק קריאה, קריאות, דקות, מספר צפיות
    ur: مشاہدات, بار پڑھا گیا, منٹ میں پڑھیں, ویوز
    hi: व्यूज, व्यू, बार देखा गया, बार पढ़ा गया, मिनट में पढ़ें, पढ़ने का समय, पाठक, मिनट, व्यूज़, पाठक संख्या
    bn: বার পড়া হয়েছে, পঠিত, বার পঠিত, বার দেখা হয়েছে, ভিউ, মিনিট পড়া, জন পড়েছেন, মিনিটে পড়ুন, পাঠক, বার পড়া
    bn: দেখা হয়েছে
    ta: பார்வைகள், முறை பார்க்கப்பட்டது, நிமிட வாசிப்பு, வாசகர்கள்
    te: వీక్షణలు, వ్యూస్, నిమిషాల పఠనం
    mr: व्ह्यूज, वेळा वाचले, मिनिटांचे वाचन, वाचक
    ne: पटक पढिएको, पटक हेरिएको, शेयर, पाठक, भ्युज, मिनेट, पटक
    si: නැරඹුම්, කියවීම්
    th: ครั้ง, เข้าชม, ผู้เข้าชม, จำนวนผู้เข้าชม, ยอดวิว, อ่าน, นาทีในการอ่าน, วิว, คน, คนอ่าน, จำนวนคนอ่าน, ผู้ชม
    th: เปิดอ่าน, เวลาอ่าน, จำนวนผู้อ่าน, นาที
    lo: ຄັ້ງ, ຜູ້ເຂົ້າຊົມ, ຈຳນວນຄົນອ່ານ, ຍອດວິວ, ອ່ານ
    km: អ្នកមើល, ចំនួនអ្នកមើល, ដង, ចំនួនមើល, អ្នកអាន
    my: ကြည့်ရှုမှု, ကြိမ်, ဖတ်ရှုသူ, ဖတ်ရှုမှု
    id: dibaca, dilihat, kali dilihat, kali dibaca, tayangan, waktu baca, menit baca, menit membaca, pembaca, kali
    id: waktu membaca, views, orang, menit
    ms: tontonan, dibaca, kali dibaca, masa bacaan, minit bacaan, dilihat, minit baca, paparan
    tl: beses nabasa, views, minutong pagbasa
    sw: mara, wasomaji, waliosoma, dakika za kusoma, imesomwa, watazamaji
    am: እይታዎች, ተመልካቾች, የታየው, ደቂቃ
    zh: 阅读, 閱讀, 阅读量, 阅读数, 阅读次数, 浏览, 瀏覽, 浏览量, 浏览次数, 瀏覽數, 点击, 點擊, 点击量, 点击数
    zh: 点击次数, 點閱, 點閱數, 人气, 人氣, 次阅读, 次浏览, 人阅读, 阅读时间
    zh: 閱讀時間, 分钟, 分鐘, 分钟阅读, 人已阅读, 次, 访问量, 阅读本文需要, 约, 瀏覽人次, 人次, 访问次数, 分享数
    zh: 字数, 字数统计, 已阅读, 观看次数, 觀看次數, 全文约, 字, 播放量
    zh: 分鐘閱讀, 浏览数, 点击率, 热度, 本文共, 分享
    ja: 閲覧数, 閲覧, アクセス数, 回, 分で読めます, この記事は, 読了時間, 約, 分, 読むのにかかる時間, ビュー
    ja: 表示回数, アクセス, 再生, 回視聴, pv, 回閲覧
    ko: 조회수, 조회, 조회 수, 읽는 시간, 분, 회, 약, 읽음, 추천수, 공감, 조회:, 분 소요, 읽는시간, 추천
    ca: visites, visualitzacions, temps de lectura, minuts de lectura, min de lectura, lectures, llegit
    eu: ikusita, irakurketa denbora, irakurketa-denbora, bisitak, irakurketak, minutuko irakurketa
    gl: visitas, tempo de lectura, minutos de lectura, lecturas
    """
)
_UNITS = words(
    """
    en: this, article, has, been, viewed, times, time, read, min, mins, minute, minutes, of, by, people, total
    en: about, approx, a, in
    vi: phút, lần, khoảng, đã, giờ
    fr: min, minutes, minute, fois, environ, mn, temps, de
    de: min, minuten, minute, ca, mal, etwa, bis zu, zeit
    es: min, minutos, minuto, veces, aprox, de
    pt: min, minutos, minuto, vezes, de, cerca
    it: min, minuti, minuto, volte, di, circa
    nl: min, minuten, minuut, keer, ca, van
    sv: min, minuter, minut, ca, gånger
    da: min, minutter, minut, gange, ca
    no: min, minutter, minutt, ganger, ca
    fi: min, minuuttia, kertaa, noin
    is: mín, mínútur, sinnum
    pl: min, minut, minuty, minuta, razy, około, raz, ok
    cs: min, minut, minuty, krát, x, cca
    sk: min, minút, minúty, krát, x, cca
    hu: perc, kb, alkalommal
    ro: min, minute, minut, de, ori
    bg: мин, минути, минута, пъти
    el: λεπτά, λεπτό, φορές, περίπου, min
    sr: мин, минута, минут, пута, min, minuta, minut, puta
    hr: min, minuta, minute, puta
    sl: min, minut, minuti, minute
    ru: мин, минут, минуты, минута, раз, человек, чел, около, за, на, примерно, секунд, всего, сегодня
    uk: хв, хвилин, хвилини, хвилина, раз, разів, близько, за
    be: хв, хвілін, хвіліны, раз, разоў
    lt: min, minučių, minutės, minutė, kartų, kartus
    lv: min, minūtes, minūte, reizes
    et: min, minutit, minut, korda
    tr: dk, dakika, kez, defa, kişi, sn, saniye, bu haber, toplam, tarafından, yaklaşık
    az: dəq, dəqiqə, dəfə, nəfər
    kk: мин, минут, рет
    uz: daqiqa, marta, kishi, min
    ka: წთ, წუთი, წუთის
    hy: րոպե, անգամ
    ar: دقيقة, دقائق, مرة, مرات, الخبر, ألف, شخص, في
    fa: دقیقه, بار, نفر, مرتبه
    he: דקות, דקה, דק, פעמים
    hi: मिनट, बार, लोगों ने
    bn: মিনিট, বার, জন
    id: menit, kali, x, orang
    ms: minit, kali
    th: ครั้ง, นาที, คน
    zh: 分钟, 分鐘, 次, 人, 约, 約, 万, 字, 数, 量
    ja: 分, 回, 人, 約
    ko: 분, 회, 명, 약, 초
    ca: min, minuts, minut, vegades
    eu: min, minutu, aldiz
    gl: min, minutos, veces
    """
)
_PHRASES = Phrases(counted=_COUNTED, unit=_UNITS)
_LONGEST = 60


def _count(line: Line, document: Document) -> Metadata | None:
    """A number with what it counts; "90 minutes" alone may be a heading, a film's length, a recipe's step."""
    found = _PHRASES.cover(line.text)
    if not found or not any(each.role == "number" for each in found):
        return None
    counted = [each for each in found if each.role == "counted"]
    if not counted or all(each.phrase in _PLAIN for each in counted):
        return None
    # In the midst of the text such a line may belong to what it tells.
    return Metadata() if line.place is not Place.BODY or _is_told(line, counted[0].phrase) else None


def _is_told(line: Line, phrase: str) -> bool:
    """Whether it says more than a number and one word, as a heading may."""
    return ":" in line.text or "：" in line.text or " " in phrase or not phrase.isascii()


_PLAIN = frozenset(
    [
        "min",
        "minutes",
        "minute",
        "دقائق",
        "دقيقة",
        "دقیقه",
        "דקות",
        "मिनट",
        "นาที",
        "menit",
        "分",
        "次",
        "分钟",
        "分鐘",
        "回",
        "분",
        "회",
        "ครั้ง",
        "คน",
        "ຄັ້ງ",
        "kali",
        "orang",
        "words",
        "readers",
        "مرة",
        "นาที",
        "წუთი",
        "perc",
        "words",
        "字",
        "人次",
        "नفر",
        "نفر",
        "मिनेट",
        "पटक",
        "korda",
        "reizes",
        "vezes",
        "mara",
        "ډقیقه",
        "ደቂቃ",
        "անգամ",
        "пути",
        "약",
        "約",
        "约",
        "ដង",
        "ကြိမ်",
        "followers",
        "visits",
        "visto",
        "letto",
        "lido",
        "leído",
        "gelesen",
        "lest",
        "læst",
        "อ่าน",
        "عدد",
        "قارئ",
        "посещений",
    ]
)
"""Words that count anything, not only readers."""

RULES: tuple[Rule, ...] = (
    Rule(
        id="counter.readers",
        version=1,
        languages=tuple(_COUNTED),
        description="How often the article was read, liked or shared, or how long it takes to read.",
        matcher=_count,
        cues=_PHRASES.cues("counted"),
        examples=(
            Example("Views: 1,234"),
            Example("5 min read"),
            Example("Reading time: 3 minutes"),
            Example("Lượt xem: 1.234", "vi"),
            Example("Temps de lecture : 3 min", "fr"),
            Example("Lesezeit: 3 Minuten", "de"),
            Example("Tiempo de lectura: 3 minutos", "es"),
            Example("Tempo de leitura: 3 min", "pt"),
            Example("Просмотров: 1234", "ru"),
            Example("阅读量：1234", "zh"),
            Example("عدد المشاهدات: 1234", "ar"),
            Example("Dilihat: 1234 kali", "id"),
            Example("Okuma süresi: 3 dk", "tr"),
            Example("조회수 1,234", "ko"),
        ),
        counterexamples=keep("90 minutes", "Views of the harbour", "3 views on the ferry", "12 words", "5 minutes"),
        max_length=_LONGEST,
        overrides=("announced", "sentence"),
    ),
)
