"""Small words of each language: which can't be a counted noun, which make a number a year or a label."""

from __future__ import annotations

from functools import cache

from .lexicon import words

_FUNCTION_WORDS = {
    "en": """a an the and or but nor of in on at to for from by with about as is are was were be been has have had do
        does did will would can could may might must shall should than then that this these those it its he she
        they we you i his her their our your who which what when where while if because so not no yes also only
        just out up off over under per after before during since until within between against among into through
        more less others ago later says said times vs versus pm am gmt us plus minus always perhaps thus whereas
        s as his has was this its us yes""",
    "vi": """và hoặc nhưng của ở tại trên trong cho từ với về là được bị đã đang sẽ có không thì mà này đó kia ấy các
        những một khi nếu vì do để đến tới ra vào lên xuống qua theo như hơn so cũng chỉ vẫn còn rồi nữa gồm
        giữa sau trước kể tính bao nhằm bằng nên đều lần ngoài dự thứ hay""",
    "de": """der die das den dem des ein eine einen einem einer und oder aber in im an am auf aus bei mit von vom zu
        zum zur für über unter vor nach seit bis durch gegen um als wie ist sind war waren wird werden wurde
        wurden hat haben hatte nicht auch nur noch sich es er sie wir dass wenn weil so sowie beziehungsweise""",
    "fr": """le la les l un une des du de d et ou mais à au aux en dans sur sous par pour avec sans chez est sont
        était étaient a ont avait sera seront qui que dont où ce cette ces il elle ils elles on se sa son ses
        leur leurs ne pas plus moins très dès depuis puis alors ainsi selon contre entre vers après avant
        pendant lors comme fois""",
    "es": """el la los las un una unos unas de del y e o u pero a al en con por para sin sobre entre desde hasta es
        son era eran fue fueron ha han había será serán que quien cual cuando donde como más menos muy no se su
        sus lo le les ya también según contra tras durante ante veces es vez tras además mientras después antes""",
    "pt": """o a os as um uma uns umas de do da dos das e ou mas em no na nos nas ao aos à às com por pelo pela pelos
        pelas para sem sobre entre desde até é são era eram foi foram há tem têm será que quem quando onde como
        mais menos não se seu sua seus suas já também após durante contra vezes vez depois antes mas""",
    "it": """il lo la i gli le l un una uno di del dello della dei degli delle e ed o ma a al allo alla ai agli alle
        da dal dalla in nel nella nei nelle con su sul sulla per tra fra è sono era erano ha hanno aveva sarà
        che chi cui quando dove come più meno non si suo sua suoi loro anche dopo prima durante contro volte poi
        mentre se""",
    "nl": """de het een en of maar van in op aan te voor naar door met bij uit over om als is zijn was waren wordt
        worden werd werden heeft hebben had niet ook nog al er dat die dit deze tot tegen tussen na sinds per
        meer minder dan toen keer hij zij ze zich""",
    "sv": """en ett och eller men i på av till för från med om vid är var har hade blir blev som att den det de inte
        också under över efter före mellan mot per mer än när där han hon gånger sedan""",
    "da": """en et og eller men i på af til for fra med om ved er var har havde bliver blev som at den det de ikke
        også under over efter før mellem mod per mere end da der han hun gange siden""",
    "no": """en et ei og eller men i på av til for fra med om ved er var har hadde blir ble som at den det de ikke
        også under over etter før mellom mot per mer enn da der han hun ganger siden""",
    "fi": """ja tai mutta on oli ovat olivat ei se ne hän he joka että kun jos kuin sekä myös vain noin yli alle
        ennen jälkeen kanssa sitten aikana vuonna kertaa eli""",
    "ru": """и или но а в во на с со к ко о об от до из за по под над при для без через между это этот эта эти что
        как где когда если чтобы который которая которые он она оно они мы вы я его её их был была было были
        есть будет не ни уже ещё также тоже только более менее чем раз раза после перед против около из-за то же
        ли бы""",
    "uk": """і й та або але а в у на з із зі до від за по під над при для без через між це цей ця ці що як де коли
        якщо щоб який яка які він вона воно вони ми ви я його її їх був була було були є буде не ні вже ще також
        тільки більше менше ніж раз рази разів після перед проти близько то ж чи б""",
    "bg": """и или но а в във на с със към от до из за по под над при без през между това този тази тези че как къде
        кога ако който която които той тя то те ние вие аз бе беше бяха е са ще не ни вече още също само повече
        от пъти след преди срещу около да се си""",
    "sr": """i ili ali a u na s sa k od do iz za po pod nad pri bez kroz između je su bio bila bilo bili biti će da
        koji koja koje ne već još takođe samo više manje nego puta posle pre protiv oko se и или али а у на с са
        од до из за по под над при без кроз између је су био била било били ће да који која које не већ још само
        више мање него пута после пре против око се""",
    "pl": """i lub albo ale a w we na z ze do od po pod nad przy dla bez przez między to ten ta te że jak gdzie kiedy
        jeśli aby który która które on ona ono oni my wy ja jego jej ich był była było były jest są będzie nie
        już jeszcze także tylko więcej mniej niż razy po przed przeciw około się oraz""",
    "cs": """a i nebo ale v ve na s se z ze k ke o od do po pod nad při pro bez přes mezi to ten ta ty že jak kde kdy
        když aby který která které on ona ono oni my vy já jeho její jejich byl byla bylo byli je jsou bude ne
        už ještě také jen více méně než krát po před proti kolem si""",
    "ro": """și sau dar a al ai ale în la pe cu de din pentru fără prin între este sunt era erau a fost au avea va
        vor că care când unde cum dacă nu mai doar și-a după înainte contra ori se lui ei lor""",
    "hu": """a az és vagy de is nem van volt lesz hogy aki ami mint ha csak már még ezer után előtt között ellen
        alatt szerint óta ez azt pedig illetve""",
    "tr": """ve veya ama ile için gibi kadar daha da de ki bu şu o bir olarak olan olduğu göre sonra önce karşı
        arasında üzere değil çok az kez kere ise""",
    "id": """dan atau tetapi di ke dari pada untuk dengan oleh dalam adalah yang ini itu akan telah sudah tidak juga
        hanya lebih kurang kali setelah sebelum antara terhadap serta para sampai hingga menjadi lalu""",
    "el": """ο η το οι τα του της των τον την και ή αλλά σε στο στη στην στον στα στις από με για χωρίς μέχρι είναι
        ήταν έχει έχουν θα να που ότι όταν αν δεν μη πιο φορές μετά πριν κατά μεταξύ""",
    "ar": """في من إلى على عن مع أو و ثم هو هي هم كان كانت هذا هذه ذلك التي الذي الذين أن إن لا ما لم لن قد بعد قبل
        خلال بين ضد مرة مرات كما أي""",
    "fa": """در از به با که و یا برای تا بر این آن است بود شد شده می را هم نیز پس پیش بین بار علیه همچنین""",
    "he": """של על אל את עם או כי לא הוא היא הם זה זו אשר גם רק יותר אחרי לפני בין נגד פעמים היה היו""",
    "hi": """और या लेकिन में से को का के की पर तक ने है हैं था थे थी हो यह वह ये वे जो कि भी ही नहीं बाद पहले बीच बार
        लिए एक तो""",
    "bn": """এবং বা কিন্তু থেকে পর্যন্ত এর এই সেই যে ও না হয় ছিল হবে পর আগে মধ্যে বার জন্য করে""",
    "ur": """اور یا میں سے کو کا کے کی پر تک نے ہے ہیں تھا تھے تھی یہ وہ جو کہ بھی ہی نہیں بعد پہلے بار لیے""",
    "kk": """және мен бен пен немесе бірақ үшін дейін кейін бұрын бұл сол ол болды бар жоқ емес рет""",
    "uz": """va yoki lekin uchun bilan dan ga da gacha keyin avval bu shu u edi bor emas marta ham""",
}
_SAME_AS = {"nb": "no", "nn": "no", "hr": "sr", "bs": "sr", "sk": "cs", "ms": "id", "be": "ru", "ca": "es", "gl": "pt"}

_YEAR_CUES = {
    "en": "in since until till during year years early late mid circa the its this fy",
    "vi": "năm từ đến tới giai đoạn kỳ nhiệm",
    "de": "in im jahr jahre jahres jahren seit bis ab anfang ende mitte sommer winter herbst frühjahr",
    "fr": "en depuis année années dès l'an début fin mi été printemps automne hiver",
    "es": "en desde hasta año años principios finales mediados",
    "pt": "em desde até ano anos início final meados",
    "it": "nel dal fino anno anni del al inizio fine metà",
    "nl": "in sinds tot jaar jaren begin eind vanaf",
    "sv": "år sedan under sommaren våren hösten",
    "da": "i år siden året",
    "no": "i år siden året",
    "fi": "vuonna vuoden vuodesta vuoteen vuosina",
    "ru": "в с до к год году года годы",
    "uk": "у в з до рік року році роки",
    "pl": "w od do rok roku lata latach",
    "cs": "v od do rok roce roku",
    "sk": "v od do rok roku",
    "sl": "leta letu",
    "ro": "în din anul anului până",
    "hr": "u od do godine godina",
    "sr": "u od do godine godina у од до године",
    "id": "tahun sejak hingga sampai",
    "ms": "tahun sejak hingga",
    "tr": "yılı",
    "el": "το από έτος του",
    "ar": "عام سنة العام منذ عامي",
    "fa": "سال از",
    "he": "בשנת שנת משנת",
    "hi": "सन् वर्ष साल",
    "bn": "সালে সাল",
    "sw": "mwaka tangu",
    "ca": "el any des",
    "fil": "noong taong",
    "tl": "noong taong",
    "th": "ปี",
    "et": "aastal",
    "is": "árið",
}
"""Words before a number of four figures that make it a year."""

_LABELS = words(
    """category categories categoria categorie catégorie categoría kategorie kategoria kategória kategori
    категория категорія article articles art chapter section page pages paragraph para clause figure fig
    table item part volume vol no nos number room flight route highway bus line platform gate channel level
    grade class type model version phase stage round step rule act bill law title group lot block building
    floor unit apartment suite street avenue road zone district ward precinct case file docket count under-
    điều khoản mục chương trang số thứ văn bảng hình tầng phòng quận tuyến chuyến nhóm loại tổ khu đường lô
    phường cấp hạng đội kỳ phần bài câu quyết-định nghị-định tuổi artikel paragraf abschnitt kapitel seite
    nummer nr platz linie halle tabelle absatz klasse zimmer gleis bundesstraße artículo capítulo página
    sección número núm ley decreto apartado calle avenida carrera chapitre page section numéro loi alinéa
    rue salle quai ligne vol articolo capitolo pagina sezione numero legge comma via sala artigo capítulo
    seção secção lei decreto rua sala linha статья статьи статье статью глава пункт страница номер раздел
    закон дом квартира рейс группа школа стаття статті розділ номер закон будинок школа artykuł rozdział
    strona numer ustawa paragraf art nr článek kapitola strana číslo zákon odstavec pasal ayat bab halaman
    nomor jalan lantai kelas madde sayfa numara bölüm المادة رقم صفحة الفصل ماده شماره صفحه"""
)
"""Words that number things: what follows counts nothing."""


@cache
def function_words(language: str) -> frozenset[str]:
    """Words that are no counted noun, in small letters."""
    return frozenset(_FUNCTION_WORDS.get(_SAME_AS.get(language, language), "").split())


@cache
def year_cues(language: str | None) -> frozenset[str]:
    """Words before a number that make it a year, in small letters."""
    return frozenset(_YEAR_CUES.get(language or "", "").split())


def is_label(word: str) -> bool:
    """Whether a word, in small letters, numbers the thing that it names."""
    return word in _LABELS


CLASSIFIERS = {
    "zh": words(
        """人 名 家 个 個 件 位 只 隻 辆 輛 台 所 座 张 張 条 條 项 項 次 倍 种 種 户 戶
        艘 架 枚 套 份 篇 部 本 场 場 届 屆 起 例 处 處 支 批 组 組 间 間 棟 栋 头 頭
        棵 株 对 對 层 層 轮 輪 颗 顆 宗 万人 人次 国 國 省 县 校 队 票 枪 万户"""
    ),
    "ja": words(
        """人 名 社 個 件 台 本 枚 校 戸 世帯 か国 カ国 ヶ国 ヵ国 カ所 か所 ヶ所 箇所 店 店舗
        棟 軒 回 倍 頭 匹 羽 隻 機 両 部 冊 種類 種 点 票 組 世代 自治体 団体 作品 施設
        チーム"""
    ),
    "ko": words(
        """명 개 곳 건 대 회 차례 가구 마리 채 척 권 편 장 종 배 개국 개사 개교 개소 여명 여개
        여곳 점 표 세대 동 그루 인 사 석 골 팀 쌍 통 발 군데"""
    ),
    "th": words(
        """คน แห่ง ราย บริษัท ประเทศ จังหวัด คัน ลำ เครื่อง
        หลัง ตัว ครั้ง เรื่อง ชิ้น ใบ เล่ม ครัวเรือน เท่า
        ฉบับ ชนิด โครงการ ศพ หมู่บ้าน อำเภอ ตำบล"""
    ),
}
"""Counting words behind a number, by language."""


IRREGULAR_PLURALS = words("people men women children teeth mice police cattle fish sheep aircraft species staff")
"""English nouns in the plural without an s."""

ONE_SYLLABLE_NOUNS = words(
    """người vụ ca xe tàu hộ tỉnh xã huyện nước cuộc loại trường lớp trẻ em bệnh căn nhà máy chiếc con cái bộ
        đội giải bàn điểm lô gói trận giường suất cổ thửa ngôi cây bài bức tấm chuyến toa quả viên thôn bản"""
)
"""Vietnamese nouns that need no second syllable to be understood."""

PLURAL_ENDINGS = {
    "en": ("s",),
    "es": ("s",),
    "pt": ("s",),
    "ca": ("s",),
    "gl": ("s",),
    "fr": ("s", "x"),
    "it": ("i", "e", "à"),
}
"""How a plural ends in languages that show it; other words behind a number are no counted noun there."""

WEAK_NOUNS_FROM = 10
"""Where a language doesn't show the plural, smaller numbers are too often no counts."""
