"""Lines that only name the author: ``By Anna Berg``."""

from __future__ import annotations

import re

from ..dates import parse
from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place
from .labels import every, label_pattern, words
from .names import is_name, is_person
from .phrases import is_title
from .rule import Example, Rule, keep

_LABELS = words(
    """
    en: author, authors, written by, by, reporter, reported by, words by, text by, story by
    vi: tác giả, bài, người viết, phóng viên, thực hiện
    fr: auteur, auteurs, rédigé par, par, texte
    de: autor, autorin, autoren, von, text
    es: autor, autora, escrito por, por, texto, redacción
    pt: autor, autora, escrito por, por, texto
    ru: автор, авторы, автор текста, текст
    zh: 作者, 记者, 記者, 撰文, 文, 编辑, 責任編輯, 责任编辑, 本报记者
    ar: بقلم, كتب, كتبت, الكاتب, إعداد
    id: penulis, oleh, reporter, pewarta
    tr: yazan, yazar, haber
    it: autore, autrice, di, a cura di, testo
    ja: 文, 筆者, 著者, 記者, 執筆
    ko: 글, 기자, 작성자
    hi: लेखक, द्वारा
    pl: autor, autorka, tekst
    uk: автор, автори, текст
    nl: auteur, door, tekst
    el: συντάκτης, γράφει
    en: writer, correspondent, words, contributor, contributors, posted by, published by, article by, report
    en: columnist, journalist, interview by, opinion by, analysis by, report by, as told to, staff reporter
    vi: tác giả bài viết, bài và ảnh, bài, ảnh, bài viết, tác giả - ảnh, tin và ảnh, tin ảnh, tin, tin/ảnh, bài/ảnh
    vi: thực hiện, nhóm phóng viên, nhóm pv, pv, lược dịch, dịch, biên dịch, tổng hợp, phóng viên, ctv
    vi: cộng tác viên, theo tác giả, người dịch
    fr: texte et photos, propos recueillis, recueilli par, reportage, journaliste, écrit par, un article de
    fr: de notre correspondant, de notre correspondante, article de, publié par, signé, traduction, rédacteur
    fr: rédactrice, auteur(e)
    de: text und fotos, bericht, autor/in, verfasser, verfasserin, von unserem korrespondenten, reporter, interview
    de: redakteur, redakteurin, geschrieben von, text von, ein beitrag von, ein gastbeitrag von, ein artikel von
    de: kommentar von, eine analyse von, übersetzung, aufgezeichnet von
    es: autores, autoras, redactor, redactora, periodista, texto y fotos, textos, reportero, reportera, corresponsal
    es: publicado por, escribe, firma, por redacción, traducción, entrevista, reportaje
    pt: autores, repórter, jornalista, texto e fotos, reportagem, publicado por, correspondente, por redação
    pt: colunista, tradução, texto de, redator, redatora
    it: autori, articolo di, testo di, giornalista, pubblicato da, scritto da, intervista di, servizio di, testi
    it: traduzione, testo e foto, redattore, dal nostro inviato, inviato
    ru: авторы текста, журналист, корреспондент, материал подготовил, материал подготовила, подготовил, подготовила
    ru: текст и фото, беседовал, беседовала, записал, записала, автор материала, автор статьи, репортер
    ru: обозреватель, автор публикации, интервью, перевод, автор фото и текста
    uk: автор тексту, журналіст, журналістка, кореспондент, підготував, підготувала, розмовляла, розмовляв, авторка
    uk: текст і фото, автор матеріалу, авторка тексту, спілкувалася, переклад
    be: аўтар, аўтары, аўтарка, тэкст, журналіст, журналістка, падрыхтавала, падрыхтаваў, карэспандэнт
    zh: 文字, 文章作者, 作家, 通讯员, 通訊員, 采写, 採訪, 采访, 撰稿, 撰稿人, 记者／, 记者, 特约记者, 特派记者, 文/图
    zh: 图文, 文图, 作者/, 见习记者, 實習記者, 主笔, 本报评论员
    zh: 本网记者, 采访记者, 採訪記者, 特約記者, 文, 撰文者, 整理, 编译, 編譯, 翻译, 記者/, 综合报道, 作者：
    ja: 文・写真, 取材, 取材・文, 聞き手, ライター, 構成, 記者名, 文責, 投稿者, 寄稿, 翻訳, 著, 執筆者, 取材／文
    ko: 기자명, 글/사진, 글·사진, 취재, 글쓴이, 저자, 작성, 필자, 편집부, 특파원, 정리, 인터뷰, 칼럼니스트, 번역
    ko: 취재기자
    ar: كتب -, كتبه, كاتب, الكاتبة, المؤلف, تقرير, حوار, تحقيق, المحرر, كتب/, كتبت/, إعداد وتحرير, متابعة, مراسل
    ar: مراسلنا, بقلم الكاتب, بقلم/, الصحفي, اعداد, ترجمة, مراسلتنا, حاوره, أجرى الحوار
    fa: نویسنده, نویسندگان, خبرنگار, گزارش, نوشته, به قلم, گردآوری, مترجم, ترجمه, گزارشگر, گفت‌وگو از, یادداشت از
    fa: گفت و گو, تهیه کننده
    he: מאת, כתב, כתבת, כותב, כותבת, מחבר, כתבה, כתבו, מערכת, ראיינה, ראיין, מאת כתבנו
    ur: تحریر, مصنف, رپورٹ, رپورٹر, نمائندہ, صحافی, لکھاری, ترجمہ, بقلم
    hi: रिपोर्टर, रिपोर्ट, संवाददाता, लेखिका, द्वारा लिखित, लेखक और, पत्रकार, लेखन, written by, by, प्रस्तुति
    hi: अनुवाद, लेखकः
    bn: লেখক, প্রতিবেদক, লিখেছেন, প্রতিবেদন, প্রতিনিধি, রিপোর্টার, লেখা, নিজস্ব প্রতিবেদক, লেখকঃ, অনুবাদ, সাক্ষাৎকার
    bn: গ্রন্থনা
    ta: எழுதியவர், ஆசிரியர், எழுத்தாளர், செய்தியாளர், கட்டுரையாளர், நிருபர், எழுத்து
    te: రచయిత, రచన, రిపోర్టర్, రాసినవారు, విలేకరి
    mr: लेखक, लेखिका, बातमीदार, प्रतिनिधी, वार्ताहर, लेखन, अनुवाद
    ne: लेखक, संवाददाता, रिपोर्ट, प्रतिवेदक, पत्रकार, लेखिका
    si: ලේඛකයා, සටහන, වාර්තාකරු, ලිපිය, සටහන සහ ඡායාරූප
    th: ผู้เขียน, ผู้สื่อข่าว, เขียนโดย, โดย, เรื่อง, เรื่องโดย, ผู้แต่ง, นักเขียน, รายงานโดย, รายงาน, แปล
    th: เรียบเรียง, เรียบเรียงโดย, บทความโดย, คอลัมนิสต์
    lo: ຜູ້ຂຽນ, ໂດຍ, ຂຽນໂດຍ, ນັກຂ່າວ, ຂ່າວໂດຍ, ຂ່າວ
    km: អ្នកនិពន្ធ, ដោយ, អ្នកសរសេរ, អ្នកយកព័ត៌មាន, និពន្ធដោយ
    my: ရေးသားသူ, သတင်းထောက်, ရေးသူ, သတင်း, စာရေးသူ
    id: penulis dan editor, laporan, laporan oleh, jurnalis, kontributor, wartawan, ditulis oleh, penulis berita
    id: teks, koresponden, laporan wartawan, penerjemah
    ms: penulis, oleh, wartawan, ditulis oleh, laporan, pengarang, teks, laporan oleh, penterjemah
    tl: ni, may-akda, sinulat ni, isinulat ni, ulat ni, manunulat, ulat
    sw: na, mwandishi, imeandikwa na, ripoti ya, mwandishi wetu, waandishi
    am: ጸሐፊ, ዘጋቢ, በ, አዘጋጅ, ጸሃፊ
    tr: muhabir, haber/foto, yazı, haberi hazırlayan, röportaj, yazarlar, metin, haber - foto, hazırlayan
    tr: haber-fotoğraf, derleyen, haber ve fotoğraf, haber müdürü, çeviri, haber kamera
    az: müəllif, müəlliflər, yazar, müxbir, hazırladı, mətn, hazırlayan, müsahibə, tərcümə
    kk: автор, авторы, мәтін, дайындаған, тілші, журналист, мақала авторы
    uz: muallif, mualliflar, matn, muxbir, tayyorladi, муаллиф, мухбир, jurnalist, tayyorlagan
    ka: ავტორი, ავტორები, ტექსტი, ჟურნალისტი, მოამზადა, რეპორტიორი
    hy: հեղինակ, հեղինակներ, տեքստ, լրագրող, պատրաստեց, թղթակից, հեղինակ՝
    pl: autorzy, tekst i zdjęcia, dziennikarz, rozmawiał, rozmawiała, opracowanie, oprac, oprac., opr., opracował
    pl: opracowała, napisał, napisała, reporter, tłumaczenie, autor artykułu, notował, wysłuchała
    cs: autor, autoři, autorka, text, připravil, připravila, napsal, napsala, redaktor, redaktorka, reportér
    cs: autor článku, autor textu, rozhovor, překlad, text a foto, zpracoval, zpracovala
    sk: autor, autori, autorka, text, pripravil, pripravila, napísal, napísala, redaktor, redaktorka, reportér
    sk: autor článku, preklad, text a foto, spracoval, spracovala
    hu: szerző, szerzők, írta, szerzőnk, szöveg, riporter, újságíró, tudósító, szöveg és fotó, cikkíró, fordította
    hu: fordítás, összeállította, készítette
    ro: autor, autori, autoare, de, text, scris de, articol de, reporter, un articol de, redactor, corespondent
    ro: articol scris de, publicat de, traducere, a consemnat
    bg: автор, автори, текст, от, репортер, журналист, кореспондент, авторка, интервю, автор на статията, превод
    bg: подготви
    el: συντάκτρια, του, της, κείμενο, ρεπορτάζ, γράφουν, αρθρογράφος, συντακτική ομάδα, επιμέλεια, δημοσιογράφος
    el: γράφει ο, γράφει η, του συντάκτη, συνέντευξη, μετάφραση, γράφουν οι
    sr: аутор, аутори, пише, текст, новинар, новинарка, припремио, припремила, autor, autori, piše, tekst, novinar
    sr: novinarka, pripremio, pripremila, извештач, разговарала, autorka, ауторка, превод
    hr: autor, autori, autorica, piše, tekst, novinar, novinarka, pripremio, pripremila, napisao, napisala
    hr: tekst i foto, razgovarala, razgovarao, prijevod, objavio, objavila
    sl: avtor, avtorji, avtorica, piše, besedilo, novinar, novinarka, pripravil, pripravila, napisal, napisala
    sl: avtorja, besedilo in foto, prevod
    lt: autorius, autorė, autoriai, tekstas, žurnalistas, žurnalistė, parengė, rašo, straipsnio autorius
    lt: korespondentas, kalbino, vertė
    lv: autors, autore, autori, teksts, žurnālists, žurnāliste, sagatavoja, raksta, raksta autors, korespondents
    lv: tulkojums
    et: autor, autorid, tekst, ajakirjanik, reporter, toimetas, kirjutas, artikli autor, tekst ja fotod
    et: intervjueeris, tõlkinud
    sv: av, text, reporter, skribent, författare, text och foto, text & foto, journalist, texter, översättning, text:
    da: af, skrevet af, tekst, journalist, forfatter, tekst og foto, skribent, artiklen er skrevet af, reporter
    da: oversættelse
    no: av, tekst, journalist, skrevet av, forfatter, skribent, tekst og foto, reporter, publisert av, oversettelse
    fi: teksti, kirjoittaja, toimittaja, kirjoittanut, teksti ja kuvat, teksti ja kuva, kirjoittajat, tekijä
    fi: toimittajat, haastattelu, suomennos
    is: höfundur, texti, blaðamaður, eftir, skrifar, fréttamaður, ritstjórn skrifar, höfundar
    nl: auteurs, geschreven door, tekst en foto, journalist, verslaggever, redacteur, correspondent, schrijver
    nl: een artikel van, interview, vertaling, tekst en beeld, samenstelling
    ca: autor, autora, autors, text, redactor, redactora, periodista, escrit per, per, text i fotos, corresponsal
    ca: traducció
    eu: egilea, testua, kazetaria, idazlea, egileak, erredakzioa, argazkiak eta testua, itzulpena
    gl: autor, autora, texto, redactor, redactora, xornalista, escrito por, por, tradución
    sq: autor, nga, shkruan, autori
    mk: автор, пишува, текст
    """
)
_PREFIXES = words(
    """
    en: by, written by, reported by, words by, story by, posted by, published by
    fr: par, propos recueillis par
    de: von
    es: por
    pt: por
    it: di, a cura di
    id: oleh
    nl: door
    ar: بقلم
    en: analysis by, opinion by, report by, review by, interview by, article by, words and pictures by, text by
    en: authored by, created by, contributed by, compiled by, presented by
    fr: texte de, un article de, article de, écrit par, recueilli par, publié par, un reportage de, une enquête de
    fr: entretien réalisé par, reportage de, récit de, rédigé par
    de: ein bericht von, ein beitrag von, ein artikel von, eine analyse von, ein kommentar von, ein gastbeitrag von
    de: eine kolumne von, geschrieben von, text von, interview von, kommentar von, analyse von, interview:
    de: eine reportage von, ein interview von, verfasst von, aufgezeichnet von, kolumne von, aus … berichtet
    es: escrito por, texto de, publicado por, un artículo de, una entrevista de, un reportaje de, redactado por
    es: escribe
    pt: escrito por, texto de, publicado por, reportagem de, artigo de, postado por
    it: articolo di, testo di, scritto da, intervista di, servizio di, pubblicato da, redatto da
    nl: geschreven door, een artikel van, van onze redacteur, van onze verslaggever, tekst
    sv: av, text av, skriven av, artikel av
    da: af, skrevet af, tekst af
    no: av, skrevet av, tekst av
    fi: kirjoittanut, teksti
    ro: de, scris de, autor, articol de, text de, un articol de
    el: του, της, γράφει ο, γράφει η, της δημοσιογράφου, από τον, από την, από, των, επιμέλεια
    bg: от, автор, текст
    hr: piše, autor, napisao, napisala
    sr: пише, piše, аутор, autor
    sl: piše, avtor, napisal, napisala
    cs: napsal, napsala, autor
    sk: napísal, napísala, autor
    hu: írta
    lv: autors
    sq: nga
    ca: per, escrit per, text de
    gl: por, escrito por
    ms: oleh, ditulis oleh
    id: ditulis oleh, laporan, reporter, dilaporkan oleh
    tl: ni, nina, sinulat ni, isinulat ni, ulat ni
    sw: na, imeandikwa na
    vi: bởi, viết bởi
    he: מאת
    th: โดย, เขียนโดย
    fa: نوشته, به قلم
    """
)
"""Words that stand before a name without a colon; each counts in its own language only, and English everywhere."""

_EDITORS = words(
    """
    en: editor, edited by, editing by, editors, copy editor, produced by, producer, fact-checked by, reviewed by
    en: translated by, camera, edited and translated by, editing, web editor
    vi: biên tập, biên tập viên, btv, biên soạn, thiết kế, đồ họa, trình bày, chịu trách nhiệm nội dung, kỹ thuật
    vi: dựng phim
    fr: édité par, éditeur, traduit par, montage, édition, relu par, mise en page, traduction
    de: redaktion, redigiert von, bearbeitet von, übersetzt von, schnitt, kamera, redaktionelle mitarbeit, mitarbeit
    de: bildredaktion, redaktionsleitung
    es: editor, editora, editado por, edición, traducido por, traducción, cámara, montaje
    pt: editor, editora, editado por, edição, traduzido por, edição de texto, supervisão, tradução
    it: a cura della redazione, montaggio, editor, traduzione di, riprese, tradotto da
    nl: eindredactie, redactie, bewerkt door, vertaald door, camera, montage
    sv: redaktör, redigering, redigerad av, ansvarig utgivare, översättning
    da: redaktør, redigeret af, redigering, ansvarshavende redaktør
    no: redaktør, redigert av, ansvarlig redaktør, redigering
    fi: toimitus, päätoimittaja, toimittanut, kääntänyt
    is: ritstjóri, ritstjórn
    pl: redakcja, redaktor, red., edycja, tłumaczenie, redagował, redagowała, korekta, montaż, redaktor prowadzący
    pl: źródło i opracowanie, opracowanie redakcyjne
    cs: editor, redakce, redigoval, redigovala, přeložil, přeložila, editorka, vedoucí vydání
    sk: editor, redakcia, editorka, upravil, upravila, preložil, preložila
    hu: szerkesztő, szerkesztette, fordította, lektorálta, felelős szerkesztő
    ro: editor, editat de, redacția, traducere, editare, a editat
    bg: редактор, редакция, превод, монтаж, обработка, отговорен редактор
    el: επιμέλεια, επιμέλεια κειμένου, μετάφραση, σύνταξη, επιμέλεια ύλης
    sr: уредник, уредила, уредио, urednik, uredila, uredio, редакција, redakcija, приредио, приредила, priredio
    sr: priredila
    hr: urednik, uredila, uredio, uređuje, redakcija, urednica, priredio, priredila
    sl: urednik, uredila, uredil, urednica, uredništvo, priredil, priredila
    ru: редактор, редакторы, выпускающий редактор, перевод, корректор, оператор, монтаж, под редакцией
    ru: главный редактор, отредактировал, отредактировала, дизайн, редактура, ведущий
    uk: редактор, редакторка, редактура, переклад, випусковий редактор, оператор, монтаж, головний редактор, дизайн
    be: рэдактар, рэдактарка, пераклад, мантаж
    lt: redaktorius, redaktorė, redagavo, vertė, redakcija
    lv: redaktors, redaktore, redakcija, tulkoja
    et: toimetaja, toimetas, tõlkis, toimetaja:, keeletoimetaja
    tr: editör, düzenleyen, kurgu, kamera, çeviri, yayına hazırlayan, haber editörü
    az: redaktor, tərcümə, redaktə
    kk: редактор, аударған, редакциялаған
    uz: muharrir, муҳаррир, tarjimon
    ka: რედაქტორი, თარგმანი
    hy: խմբագիր, թարգմանություն
    ar: تحرير, محرر, مراجعة, ترجمة, تدقيق, إشراف, تحرير ومراجعة, محرر الخبر, المحرر, إخراج, مونتاج
    fa: ویراستار, دبیر, ویرایش, سردبیر, تنظیم, دبیر خبر, تدوین, انتهای پیام/, تنظیم خبر
    he: עריכה, עורך, עורכת, תרגום, עריכת לשון
    ur: ایڈیٹر, ادارت, مدیر, ترجمہ
    hi: संपादक, संपादन, एडिटर, सम्पादन, अनुवाद, edited by, posted by, एडिटेड बाय, संपादित
    bn: সম্পাদনা, সম্পাদক, অনুবাদ, সম্পাদনায়, সম্পাদনাঃ, বার্তা সম্পাদক
    ta: தொகுப்பு, ஆசிரியர், மொழிபெயர்ப்பு, தொகுப்பாளர்
    te: సంపాదకుడు, ఎడిటర్, అనువాదం, ఎడిటింగ్
    mr: संपादन, संपादक, अनुवाद
    ne: सम्पादक, सम्पादन, अनुवाद
    th: บรรณาธิการ, เรียบเรียง, แปล, แปลโดย, ผู้เรียบเรียง, เรียบเรียงโดย, กองบรรณาธิการ, บก
    id: editor, redaktur, penyunting, disunting oleh, penerjemah, produser, pewarta foto, kameramen, uploader
    id: editor bahasa
    ms: editor, penyunting, disunting oleh, penyunting berita, penterjemah
    tl: patnugot, editor
    sw: mhariri, imehaririwa na, mtafsiri
    zh: 编辑, 編輯, 责编, 責編, 责任编辑, 責任編輯, 主编, 主編, 编审, 編審, 审核, 審核, 校对, 校對, 核稿, 监制, 監製
    zh: 终审, 初审, 复审, 值班编辑, 值班主任, 编校, 编辑/, 審校
    zh: 签发, 执行主编, 实习编辑, 实习生, 网络编辑, 统筹, 策划, 排版, 核校, 總編輯, 美编, 视频编辑, 二审, 三审, 一审
    zh: 责任编辑/, 编辑：, 責任編輯/, 编 辑, 责 编, 流程编辑
    zh: 海报设计, 总监制
    ja: 編集, 編集者, 校閲, 編集部, 翻訳, 監修, デスク, 編集・構成, 翻訳・編集, 校正
    ko: 편집, 편집자, 에디터, 편집기자, 교열, 감수, 온라인뉴스팀, 편집 담당, 디자인, 영상편집
    ca: editor, edició, traducció, editora
    eu: editorea, itzulpena, edizioa
    gl: edición, editor, tradución
    """
)
_EDITOR_LABEL = label_pattern(_EDITORS, r"\s*[:：=/／]\s*|(?<=by)\s+|(?<=von)\s+|(?<=par)\s+|(?<=por)\s+|(?<=da)\s+")
_DESKS = frozenset(
    [
        "redacción",
        "la redacción",
        "redacción digital",
        "redacción web",
        "agencias",
        "agencia",
        "redazione",
        "la redazione",
        "a cura della redazione",
        "di redazione",
        "redação",
        "da redação",
        "por redação",
        "la rédaction",
        "rédaction",
        "par la rédaction",
        "redaktion",
        "von der redaktion",
        "redaktionen",
        "redactie",
        "van onze redactie",
        "redakcja",
        "redakce",
        "redakcia",
        "redacția",
        "редакция",
        "редакція",
        "staff",
        "staff reporter",
        "staff writer",
        "staff reporters",
        "our correspondent",
        "by our correspondent",
        "our staff reporter",
        "news desk",
        "web desk",
        "by web desk",
        "by staff reporter",
        "by staff writer",
        "by agencies",
        "agencies",
        "agency",
        "newsroom",
        "by our staff reporter",
        "press release",
        "agence",
        "avec agences",
        "online desk",
        "desk",
        "staff correspondent",
        "by staff",
        "staff report",
        "toimitus",
        "redaksi",
        "tim redaksi",
        "tim",
        "admin",
        "by admin",
        "administrator",
        "uredništvo",
        "redakcija",
        "редакција",
        "haber merkezi",
        "haber servisi",
        "نیوز ڈیسک",
        "ویب ڈیسک",
        "ڈیسک",
        "डेस्क",
        "न्यूज डेस्क",
        "वेब डेस्क",
        "নিজস্ব প্রতিবেদক",
        "নিজস্ব প্রতিনিধি",
        "অনলাইন ডেস্ক",
        "ডেস্ক রিপোর্ট",
        "নিউজ ডেস্ক",
        "স্টাফ রিপোর্টার",
        "온라인뉴스팀",
        "디지털뉴스팀",
        "편집부",
        "本报讯",
        "本報訊",
        "綜合報導",
        "綜合報道",
        "综合报道",
        "本报记者",
        "本報記者",
        "編集部",
        "pv",
        "nhóm pv",
        "nhóm phóng viên",
        "ctv",
        "ban biên tập",
        "tổng hợp",
        "t.h",
        "theo tổng hợp",
        "t/h",
        "กองบรรณาธิการ",
        "ทีมข่าว",
    ]
)
"""How a newsroom signs that names nobody."""
_LABEL = label_pattern(_LABELS, r"\s*[:：=՝]\s*")
_PREFIX_LINES = {language: label_pattern({language: words}, r"\s+") for language, words in _PREFIXES.items()}
_REPORTER_LINES = (
    re.compile(
        r"(?:本報|本报)?[記记]者\s?(?P<value>[\u4e00-\u9fff·]{2,8}(?:[、 ][\u4e00-\u9fff]{2,4}){0,3})"
        r"\s?[／/]\s?\S{2,12}[报報][导導]"
    ),
    re.compile(r"(?:本報|本报|新华社)?[記记]者\s(?P<value>[\u4e00-\u9fff]{2,4})"),
    re.compile(r"文[／/・]\s?(?P<value>[\u4e00-\u9fff·]{2,8})"),
    re.compile(r"(?P<value>[가-힣]{2,4})\s?기자(?:\s?\S{1,40}@\S{1,40})?"),
)
_STAFF_LINE = re.compile(
    r"(?:reporting|writing) by (?P<value>[^;.]{3,80})"
    r"(?:[;.] ?(?:additional )?(?:reporting|writing|editing) by [^;.]{3,80})+\.?",
    re.IGNORECASE,
)
_REPORTED_FROM = re.compile(r"\s+(?:in|from|at)\s+[^\W\d_][\w.' -]{1,30}?(?=,| and |$)")
"""Where an agency's reporter was: ``Anna Berg in Lisbon``."""
_AND = re.compile(r"\s*(?:,|&|;|、)\s*|\s+(?:and|et|und|y|e|en|dan|ve|i|và|и|та)\s+", re.IGNORECASE)
_EXTRA = re.compile(
    r"\s*[|•·]\s*|(?<=[^\W\d])\s*/\s*(?=[^\W\d])|\s+[–—-]\s+"
    r"|\s+on\s+(?=\S{0,12}\s?\d)|\s+(?:for|avec|mit|with)\s+(?=[A-Z])"
)
_NO_NAME_WORDS = every(
    words(
        """
        en: a, an, any, the, after, air, all, and, at, bus, by, car, day, far, foot, for, from, how, if, in, its, land
        en: law, means, more, my, no, not, of, on, or, our, over, rail, sea, some, than, their, this, through, to
        en: train
        en: under, we, what, when, where, why, with, your
        en: station, street, road, avenue, bridge, river, park, square, bay, lake, island, islands, valley, airport
        en: museum, hall, church, school, university, hospital, hotel, house, castle, harbour, harbor, port, city
        en: county
        de: zu, nach, der, das, dem, den, im, am, zum, zur
        es: los, todos, la, lo, el
        fr: une, un, les, des
        it: tutti
        """
    )
)
"""Words of titles that begin like a byline: By Bus Through the Delta."""
_POST_WORDS = every(
    words(
        """
        en: author, columnist, contributor, contributing, correspondent, desk, editor, journalist, news, reporter
        en: staff
        en: writer, chief, bureau, producer, analyst, specialist, contributors, reporters, photographer, agency
        en: agencies
        it: giornalista, inviato, corrispondente, redazione
        pt: jornalista, repórter, correspondente, redação
        nl: redacteur, correspondent, verslaggever, redactie
        ru: корреспондент, журналист, обозреватель, редактор
        uk: кореспондент, журналіст, журналістка, редактор
        pl: dziennikarz, dziennikarka, korespondent, redaktor
        tr: muhabir, muhabiri, gazeteci, yazar
        id: jurnalis, wartawan, kontributor
        de: redakteur, redakteurin, korrespondent, redaktion
        fr: journaliste, correspondant, correspondante, rédaction
        es: periodista, redactor, redactora, corresponsal, redacción
        """
    )
)
"""Words that show a post or a paper, no person: By Anna Berg, Staff Writer."""


_LONGEST_SIGNATURE = 50
_MOST_SIGNERS = 2
_GROUPS = frozenset(
    [
        "agencies",
        "agency",
        "wires",
        "staff",
        "agences",
        "agence",
        "agenturen",
        "agencias",
        "agências",
        "agenzie",
        "newsroom",
        "reuters",
        "afp",
        "dpa",
        "efe",
        "ap",
        "colleagues",
        "others",
    ]
)
"""Whom a byline names besides its authors."""


def _label(line: Line, document: Document) -> Metadata | None:
    match = _LABEL.fullmatch(line.inner)
    return _author(match["value"], document, is_sure=True) if match else None


def _editor(line: Line, document: Document) -> Metadata | None:
    """Who worked on the text besides its author; several labels may follow each other in a line."""
    match = _EDITOR_LABEL.fullmatch(line.inner)
    if match is None or is_title(line, document):
        return None
    value = re.sub(r"\s*\S{1,40}@\S{1,40}$", "", match["value"]).strip(" ()[]")
    people = [person for person in _AND.split(value) if person]
    is_named = bool(people) and all(is_name(person) and not _has_word(person, _NO_NAME_WORDS) for person in people)
    return Metadata() if is_named else None


def _desk(line: Line, document: Document) -> Metadata | None:
    text = line.inner.strip(" .").lower()
    return Metadata() if text in _DESKS and not is_title(line, document) else None


def _posted(line: Line, document: Document) -> Metadata | None:
    """A name and what its bearer is: ``Anna Berg, Staff Reporter``; or a name and a place: ``Elif Kaya / ANKARA``."""
    text = line.inner
    if is_title(line, document):
        return None
    for separator in (", ", " | ", " / ", "/", " – ", " - ", " — ", "，", " · ", " • "):
        name, found, post = text.partition(separator)
        name, post = name.strip(), post.strip()
        if not found or not is_person(name) or _has_word(name, _NO_NAME_WORDS) or not (is_name(post) or _is_post(post)):
            continue
        is_place = "/" in separator and post.isupper() and len(post.split()) <= 2 and not name.isupper()
        if is_place or (_has_word(post, _POST_WORDS) and len(post.split()) <= 4):
            return Metadata(byline=name)
    return None


def _is_post(text: str) -> bool:
    return all(word.lower() in _POST_WORDS for word in text.split())


def _prefix(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    for language in dict.fromkeys((document.language or "en", "en")):
        pattern = _PREFIX_LINES.get(language)
        match = pattern.fullmatch(text) if pattern else None
        if match:
            return _author(match["value"], document, is_sure=False)
    return None


def _dated(line: Line, document: Document) -> Metadata | None:
    first, *others = _EXTRA.split(line.inner)
    if not others:
        first, *others = line.inner.split(", ", 1)
    if len(others) != 1:
        return None
    for name, when in ((first, others[0]), (others[0], first)):
        found = parse(when, document.language)
        if found and found.has_day and is_person(name) and not _has_word(name, _NO_NAME_WORDS):
            return Metadata(published=found.iso, published_text=found.text, byline=name)
    return None


def _signed(line: Line, document: Document) -> Metadata | None:
    above = document.above(line)
    if document.language != "vi" or above is None or not above.is_paragraph or len(line.inner) > _LONGEST_SIGNATURE:
        return None
    names = re.split(r"\s+[-–]\s+|\s*,\s*", line.inner)
    if len(names) == _MOST_SIGNERS and all(is_person(name) and name.istitle() for name in names):
        return Metadata(byline=line.inner)
    if not is_person(line.inner):
        return None
    has_capitals = all(word[0].isupper() and not word[1:].isupper() for word in line.inner.split())
    return Metadata(byline=line.inner) if has_capitals and len(line.inner.split()) <= 4 else None


def _reporter(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    match = next((match for pattern in _REPORTER_LINES if (match := pattern.fullmatch(text))), None)
    return Metadata(byline=match["value"].strip()) if match else None


def _staff(line: Line, document: Document) -> Metadata | None:
    match = _STAFF_LINE.fullmatch(line.inner)
    if match is None:
        return None
    return _author(_REPORTED_FROM.sub("", match["value"]), document, is_sure=False)


def _author(value: str, document: Document, is_sure: bool) -> Metadata | None:
    """The names, if that is all there is, apart from a post, a paper or a date behind them."""
    names, *extras = _EXTRA.split(value)
    people = [person for person in _AND.split(names) if person]
    while len(people) > 1 and is_name(people[-1]) and (not is_person(people[-1]) or _has_word(people[-1], _POST_WORDS)):
        people.pop()
    while len(people) > 1 and people[-1].lower() in _GROUPS:
        people.pop()
    is_one = is_name if is_sure else is_person
    if not people or not all(is_one(person) and not _has_word(person, _NO_NAME_WORDS) for person in people):
        return None
    dates = [parse(extra, document.language) for extra in extras]
    if not all(date or is_name(extra) for date, extra in zip(dates, extras, strict=True)):
        return None
    byline = names[: names.rindex(people[-1]) + len(people[-1])].strip()
    found = next((date for date in dates if date), None)
    if found is None:
        return Metadata(byline=byline)
    return Metadata(published=found.iso, published_text=found.text, byline=byline)


def _has_word(text: str, listed: frozenset[str]) -> bool:
    return any(word.lower() in listed for word in text.split())


def _example(line: str, language: str, byline: str) -> Example:
    return Example(line, language, Metadata(byline=byline))


RULES: tuple[Rule, ...] = (
    Rule(
        id="byline.editor",
        version=1,
        languages=tuple(_EDITORS),
        description="Who edited, translated or filmed, which isn't the author.",
        matcher=_editor,
        cues=cues(every(_EDITORS)),
        examples=(
            Example("Editor: Maria Lind"),
            Example("Edited by Maria Lind"),
            Example("Biên tập: Lan Anh", "vi"),
            Example("Redaktion: Karla Busch", "de"),
            Example("Edición: Marta Olmo", "es"),
            Example("Edição: Rui Faia", "pt"),
            Example("Редактор: Анна Берёзова", "ru"),
            Example("（责任编辑：林海）", "zh"),
            Example("تحرير: مريم سالم", "ar"),
            Example("Editor: Dewi Laut", "id"),
            Example("Édité par Marie Tilleul", "fr"),
        ),
        counterexamples=keep("Editor: nobody knew where the boat was", "Edited by hand"),
        places=(Place.HEAD, Place.TAIL),
        overrides=("announced",),
    ),
    Rule(
        id="byline.label",
        version=1,
        languages=tuple(_LABELS),
        description="The author's name behind a label.",
        matcher=_label,
        cues=cues(every(_LABELS)),
        examples=(
            _example("Author: Anna Berg", "en", "Anna Berg"),
            _example("Tác giả: Lan Anh", "vi", "Lan Anh"),
            _example("Auteur : Marie Tilleul", "fr", "Marie Tilleul"),
            _example("Autorin: Karla Busch", "de", "Karla Busch"),
            _example("Autor: Marta Olmo", "es", "Marta Olmo"),
            _example("Texto: Rui Faia", "pt", "Rui Faia"),
            _example("Автор: Анна Берёзова", "ru", "Анна Берёзова"),
            _example("作者：李海", "zh", "李海"),
            _example("بقلم: مريم سالم", "ar", "مريم سالم"),
            _example("Penulis: Dewi Laut", "id", "Dewi Laut"),
        ),
        counterexamples=keep("Author: unknown until today", "Text: see below", "By: the old harbour"),
        places=(Place.HEAD, Place.TAIL),
        overrides=("announced",),
    ),
    Rule(
        id="byline.prefix",
        version=1,
        languages=tuple(_PREFIXES),
        description="The author's full name behind “by”.",
        matcher=_prefix,
        cues=cues(every(_PREFIXES)),
        examples=(
            _example("By Anna Berg", "en", "Anna Berg"),
            _example("By Anna Berg and Maria Lind", "en", "Anna Berg and Maria Lind"),
            Example("By Anna Berg | 3 June 2019", "en", Metadata("2019-06-03", "3 June 2019", "Anna Berg")),
            _example("By Anna Berg, Staff Writer", "en", "Anna Berg"),
            _example("Par Marie Tilleul", "fr", "Marie Tilleul"),
            _example("Von Karla Busch", "de", "Karla Busch"),
            _example("Por Marta Olmo", "es", "Marta Olmo"),
            _example("Di Carla Porto", "it", "Carla Porto"),
            _example("Oleh Dewi Laut", "id", "Dewi Laut"),
        ),
        counterexamples=(
            *keep("By The Sea", "By Bus Through The Delta", "By now the ferry was gone", "By 2030"),
            *keep("كتب قديمة", language="ar"),
        ),
        places=(Place.HEAD, Place.TAIL),
    ),
    Rule(
        id="byline.desk",
        version=1,
        languages=(
            "bn",
            "cs",
            "de",
            "en",
            "es",
            "fr",
            "hi",
            "id",
            "it",
            "ja",
            "ko",
            "nl",
            "pl",
            "pt",
            "ro",
            "ru",
            "vi",
            "zh",
        ),
        description="The newsroom as the author, without a name.",
        matcher=_desk,
        cues=cues(_DESKS),
        examples=(
            Example("Staff Reporter"),
            Example("Redacción", "es"),
            Example("Da Redação", "pt"),
            Example("La Rédaction", "fr"),
            Example("Haber Merkezi", "tr"),
        ),
        counterexamples=keep("The staff of the harbour", "Agents"),
        places=(Place.HEAD, Place.TAIL),
        overrides=("announced",),
    ),
    Rule(
        id="byline.post",
        version=1,
        languages=("de", "en", "es", "fr", "id", "it", "nl", "pl", "pt", "ru", "tr", "uk"),
        description="The author's name with the post or the place that it was written at.",
        matcher=_posted,
        cues=cues(signs=",|/–-—·•"),
        examples=(
            _example("Anna Berg, Staff Reporter", "en", "Anna Berg"),
            _example("Elif Kaya / ANKARA", "tr", "Elif Kaya"),
            _example("Marta Olmo, corresponsal", "es", "Marta Olmo"),
        ),
        counterexamples=keep("Anna Berg, 34, carpenter", "Anna Berg, harbour master", "Old Harbour / New Harbour"),
        places=(Place.HEAD,),
    ),
    Rule(
        id="byline.dated",
        version=1,
        languages=("*",),
        description="A person's name and a date in one line above the text.",
        matcher=_dated,
        cues=cues(digit=True),
        examples=(
            Example("Anna Berg | 3 June 2019", "en", Metadata("2019-06-03", "3 June 2019", "Anna Berg")),
            Example("Anna Berg, 3 June 2019", "en", Metadata("2019-06-03", "3 June 2019", "Anna Berg")),
            Example("03/06/2019 - Lan Anh", "vi", Metadata("2019-06-03", "03/06/2019", "Lan Anh")),
        ),
        counterexamples=keep("Anna Berg | harbour master", "The Harbour | 3 June 2019 | Winter", "Hotel Berg - 3"),
        places=(Place.HEAD,),
    ),
    Rule(
        id="byline.signed",
        version=1,
        languages=("vi",),
        description="The author's name alone right below the text, as Vietnamese papers sign.",
        matcher=_signed,
        examples=(_example("Lan Anh", "vi", "Lan Anh"), _example("Trần Lan Anh", "vi", "Trần Lan Anh")),
        counterexamples=(
            Example("Anna Berg", "en"),
            *keep("Nguồn vốn", "Tàu chạy lại", "THÔNG BÁO MỚI", language="vi"),
        ),
        places=(Place.TAIL,),
    ),
    Rule(
        id="byline.staff",
        version=1,
        languages=("en",),
        description="Who reported and who edited, as agencies close their texts.",
        matcher=_staff,
        cues=cues(["reporting by", "writing by"]),
        examples=(
            _example("Reporting by Anna Berg; Editing by Maria Lind", "en", "Anna Berg"),
            _example(
                "(Reporting by Anna Berg and Rui Faia; additional reporting by Lan Anh; editing by Maria Lind)",
                "en",
                "Anna Berg and Rui Faia",
            ),
        ),
        counterexamples=keep("Reporting by radio; editing by hand", "Reporting by Anna Berg"),
        places=(Place.TAIL,),
        overrides=("sentence",),
    ),
    Rule(
        id="byline.reporter",
        version=1,
        languages=("zh", "ko"),
        description="The reporter's name with the word for reporter, in the ways of Chinese and Korean papers.",
        matcher=_reporter,
        cues=cues(["记者", "記者", "文", "기자"]),
        examples=(
            _example("記者林海／港口報導", "zh", "林海"),
            _example("文／林海", "zh", "林海"),
            _example("本报记者 林海", "zh", "林海"),
            _example("김바다 기자", "ko", "김바다"),
        ),
        counterexamples=keep("记者在港口等了一夜", language="zh"),
        places=(Place.HEAD, Place.TAIL),
    ),
)
