"""Labels of advertisements: ``Advertisement``, ``Story continues below``."""

from __future__ import annotations

from ..documents import Metadata
from .document import Document, Line
from .labels import words
from .phrases import Phrases
from .rule import Example, Rule, keep

_LABELS = words(
    """
    en: advertisement, advertisements, advertising, advert, ads, ad, sponsored, sponsored content, sponsored links
    en: sponsored link, sponsored by, promoted, promoted content, promoted stories, paid content, paid post
    en: partner content, advertorial, from our partners, ads by google, ads by taboola, by taboola, by outbrain
    en: taboola, outbrain, paid partnership, ad feedback, remove ads, report this ad, loading ad, close ad, skip ad
    en: advertise with us, around the web, from the web, content from our partners, brand content, google ads
    en: scroll to continue, this is an ad, article continues below, article continues after advertisement
    en: story continues below, story continues, continue reading below, continues below, continue reading
    en: story continues below advertisement, story continues after advertisement, article continues after ad
    en: article continues below advertisement, keep reading below, scroll to continue with content, scroll for more
    en: advertisement continue reading the main story, continue reading the main story, scroll down to continue
    en: story continues below ad, article continues after this advertisement, recommended by
    en: you may like by taboola, watch below, hide ad, ad loading, text continues below, read on below
    en: more from our partners, post continues below, advertisement scroll to continue reading, continue after ad
    en: support our journalism, why am i seeing this ad
    vi: quảng cáo, tài trợ, tin tài trợ, nội dung tài trợ, bài viết tài trợ, được tài trợ, thông tin quảng cáo
    vi: liên hệ quảng cáo, đọc tiếp bên dưới, tiếp tục đọc bên dưới, quảng cáo google, tắt quảng cáo
    fr: publicité, pub, annonce, annonces, contenu sponsorisé, sponsorisé, contenus sponsorisés, lien sponsorisé
    fr: liens sponsorisés, la suite après la publicité, la suite après cette publicité
    fr: suite de larticle après la publicité, larticle continue après la publicité, publi-rédactionnel
    fr: publireportage, contenu partenaire, communiqué, la suite de votre contenu après la publicité, lire la suite
    fr: annonces google, la suite de cet article après la publicité, le contenu continue après la publicité
    fr: suite après la publicité
    de: anzeige, anzeigen, werbung, gesponsert, gesponserte inhalte, sponsored, werbeanzeige, advertorial, promotion
    de: anzeige ende, ende der anzeige, nach der werbung weiterlesen, nach der anzeige weiterlesen
    de: weiterlesen nach der anzeige, artikel wird nach der anzeige fortgesetzt, bezahlter inhalt, verlagsangebot
    de: werbung schließen, anzeigensonderveröffentlichung, google-anzeigen, unterhalb der anzeige geht es weiter
    de: hier weiterlesen nach der werbung, werbung ende, zum weiterlesen scrollen, anzeige schließen
    de: der artikel wird weiter unten fortgesetzt, lesen sie weiter
    es: publicidad, anuncio, anuncios, patrocinado, contenido patrocinado, patrocinados, espacio patrocinado
    es: contenido promocionado, publirreportaje, anuncios google, sigue leyendo, continúa leyendo
    es: la noticia continúa después de la publicidad, el artículo continúa después de la publicidad, te puede gustar
    es: enlaces patrocinados, sigue abajo, continúa después de la publicidad, publicidad sigue leyendo
    es: cerrar publicidad, pauta publicitaria
    pt: publicidade, anúncio, anúncios, propaganda, patrocinado, conteúdo patrocinado, continua após a publicidade
    pt: continua depois da publicidade, a matéria continua após a publicidade, publieditorial, informe publicitário
    pt: conteúdo publicitário, anúncios google, pub, continua após o anúncio, links patrocinados, continue lendo
    pt: continuar a ler, continua depois do anúncio, o artigo continua após a publicidade, conteúdo de marca
    it: pubblicità, annuncio, annunci, sponsorizzato, contenuto sponsorizzato, annuncio pubblicitario
    it: contenuti sponsorizzati, larticolo continua dopo la pubblicità, continua a leggere dopo la pubblicità
    it: continua dopo la pubblicità, messaggio pubblicitario, inserzione pubblicitaria, annunci google
    it: continua a leggere, informazione pubblicitaria, la pubblicità, il contenuto continua sotto, advertisement
    it: prosegui la lettura, larticolo prosegue dopo la pubblicità, redazionale
    nl: advertentie, advertenties, gesponsord, gesponsorde inhoud, reclame, tekst gaat verder onder de advertentie
    nl: artikel gaat verder onder de advertentie, lees verder na de advertentie, lees verder onder de advertentie
    nl: lees verder, betaalde inhoud, partnerbijdrage, de tekst gaat verder onder de advertentie
    nl: tekst loopt door onder de advertentie, artikel gaat verder onder advertentie, ingezonden mededeling
    nl: tekst gaat verder onder de foto, tekst gaat verder onder de video, tekst loopt verder onder de foto
    sv: annons, annonser, reklam, annonsinnehåll, sponsrat, sponsrat innehåll, artikeln fortsätter under annonsen
    sv: artikeln fortsätter efter annonsen, annons från, innehåll från annonsör, betalt innehåll, fortsätt läsa
    sv: fortsätter efter annonsen, läs vidare
    da: annonce, annoncer, reklame, sponsoreret, sponsoreret indhold, artiklen fortsætter efter annoncen
    da: artiklen fortsætter under annoncen, betalt indhold, artiklen fortsætter under billedet
    da: fortsætter efter annoncen, kommercielt indhold
    no: annonse, annonser, reklame, annonsørinnhold, sponset, sponset innhold, artikkelen fortsetter under annonsen
    no: saken fortsetter under annonsen, saken fortsetter etter annonsen, artikkelen fortsetter under
    no: betalt innhold, saken fortsetter under bildet, saken fortsetter under, annonse annonse
    no: saken fortsetter under videoen, fortsetter under annonsen
    fi: mainos, mainokset, ilmoitus, kaupallinen yhteistyö, juttu jatkuu mainoksen jälkeen
    fi: artikkeli jatkuu mainoksen jälkeen, sponsoroitu, mainos alkaa, mainos päättyy, juttu jatkuu mainoksen alla
    fi: mainosta, artikkeli jatkuu mainoksen alla, mainos jatkuu, juttu jatkuu kuvan alla, lue lisää
    is: auglýsing, auglýsingar, kostað efni, kynning, styrkt efni
    pl: reklama, reklamy, ogłoszenie, artykuł sponsorowany, materiał sponsorowany, materiał partnera, sponsorowane
    pl: treść sponsorowana, dalsza część artykułu pod reklamą, dalszy ciąg materiału pod wideo
    pl: dalsza część tekstu pod reklamą, reklama koniec, koniec reklamy, ciąg dalszy artykułu pod reklamą
    pl: dalsza część artykułu pod materiałem wideo, materiał promocyjny, dalsza część artykułu znajduje się poniżej
    pl: ciąg dalszy pod materiałem wideo, artykuł partnerski, materiał reklamowy, dalsza część tekstu pod wideo
    cs: reklama, inzerce, reklamy, komerční sdělení, sponzorováno, sponzorovaný obsah, článek pokračuje pod reklamou
    cs: pokračování článku pod reklamou, pr článek, placená inzerce, článek pokračuje níže, konec reklamy, inzerát
    sk: reklama, inzercia, reklamy, sponzorované, pr článok, článok pokračuje pod reklamou
    sk: článok pokračuje pod videom, platená inzercia, sponzorovaný obsah, pokračovanie článku pod reklamou
    sk: komerčná prezentácia, článok pokračuje na ďalšej strane
    hu: hirdetés, hirdetések, reklám, támogatott tartalom, szponzorált tartalom, a cikk a hirdetés után folytatódik
    hu: fizetett hirdetés, promóció, pr-cikk, a cikk folytatódik a hirdetés után
    hu: cikkünk a hirdetés után folytatódik, támogatói tartalom, a cikk a hirdetés alatt folytatódik
    ro: publicitate, reclamă, reclame, advertorial, articol sponsorizat, conținut sponsorizat
    ro: continuarea articolului după reclamă, citește mai departe, articolul continuă după reclamă
    ro: continuă după publicitate, p, articolul continuă după publicitate, publicitate (p)
    bg: реклама, реклами, спонсорирано, платена публикация, спонсорирано съдържание, продължава след рекламата
    bg: статията продължава след рекламата, платено съдържание, рекламно съдържание, още след рекламата
    el: διαφήμιση, διαφημίσεις, χορηγούμενο, διαφημιστικό, χορηγούμενο περιεχόμενο, η συνέχεια μετά τη διαφήμιση
    el: το άρθρο συνεχίζεται μετά τη διαφήμιση, συνεχίστε την ανάγνωση, συνεχίζεται μετά τη διαφήμιση
    el: διαφημιστική καταχώρηση
    sr: реклама, оглас, рекламе, огласи, reklama, oglas, oglasi, reklame, спонзорисано, sponzorisano
    sr: nastavak teksta ispod oglasa, tekst se nastavlja ispod reklame, текст се наставља испод огласа
    sr: plaćeni oglas, promo, članak se nastavlja ispod reklame, nastavak vesti ispod reklame
    hr: oglas, reklama, oglasi, sponzorirano, sponzorirani sadržaj, promo, promo sadržaj
    hr: nastavak teksta ispod oglasa, članak se nastavlja ispod oglasa, tekst se nastavlja ispod oglasa
    hr: oglas članak se nastavlja, plaćeni oglas, nastavak ispod oglasa, tekst se nastavlja nakon oglasa
    sl: oglas, oglasi, oglasno sporočilo, oglasna vsebina, sponzorirano, promocijsko sporočilo
    sl: nadaljevanje članka pod oglasom, članek se nadaljuje pod oglasom, reklama, vsebina se nadaljuje
    sl: nadaljevanje po oglasu, vsebina se nadaljuje po oglasu
    ru: реклама, на правах рекламы, рекламный материал, партнерский материал, партнёрский материал
    ru: спонсорский материал, продолжение после рекламы, промо, реклама на сайте, рекламное объявление
    ru: продолжение ниже, статья продолжается ниже, читать далее, читать дальше, показать еще, читать полностью
    ru: новости партнеров, новости партнёров, реклама erid, скрыть рекламу, читать продолжение, реклама 16+
    ru: реклама 18+, партнерские материалы, спецпроект, показать полностью, новости smi2, материалы партнеров
    uk: реклама, на правах реклами, партнерський матеріал, рекламний матеріал, продовження після реклами, промо
    uk: спонсорський матеріал, новини партнерів, читати далі, читайте продовження, продовження нижче, рекламодавцям
    be: рэклама, на правах рэкламы, чытаць далей, партнёрскі матэрыял, працяг пасля рэкламы
    lt: reklama, reklamos, remiamas turinys, užsakomasis straipsnis, rėmėjas, reklaminis straipsnis
    lt: partnerio turinys, straipsnis tęsiasi po reklama, skaityti toliau, straipsnio tęsinys po reklama
    lt: turinys remiamas
    lv: reklāma, reklāmas, sponsorēts saturs, reklāmraksts, raksts turpinās pēc reklāmas, apmaksāts saturs
    lv: saturs turpināsies pēc reklāmas, turpinājums pēc reklāmas, lasīt tālāk
    et: reklaam, reklaamid, sisuturundus, artikkel jätkub pärast reklaami, sponsoreeritud
    et: lugu jätkub pärast reklaami, kuulutus, sponsoritekst, loe edasi
    tr: reklam, reklamlar, sponsorlu, sponsorlu içerik, ilan, haberin devamı reklamdan sonra, haberin devamı aşağıda
    tr: devamını oku, haberin devamı için tıklayınız, haber reklamdan sonra devam ediyor, haberin devamı
    tr: advertorial, sponsorlu bağlantılar, reklamı kapat, içerik reklamdan sonra devam ediyor, resmi ilanlar
    tr: tanıtım
    az: reklam, reklamlar, sponsorlu, reklam yerləşdirin, elan, ardını oxu, davamını oxu, r
    kk: жарнама, жарнамалар, демеуші мақала, жарнама орналастыру, жарнама құқығында, жалғасын оқу, толығырақ оқу
    uz: reklama, реклама, reklama huquqi asosida, homiylik, e'lon, davomini o'qish, reklama o'rni, реклама ўрни
    ka: რეკლამა, რეკლამები, სპონსორირებული, განცხადება, სარეკლამო
    hy: գովազդ, գովազդներ, հովանավորվող, գովազդային, շարունակությունը
    ar: إعلان, اعلان, إعلانات, اعلانات, الإعلانات, إعلان ممول, محتوى ممول, مادة إعلانية, برعاية, محتوى إعلاني
    ar: مساحة إعلانية, يتبع بعد الإعلان, يستمر بعد الإعلان, يستمر الخبر بعد الإعلان, تابع القراءة, واصل القراءة
    ar: الإعلان, إعلان مدفوع, اقرأ المزيد, إعلانات ممولة, أكمل القراءة, اكمل القراءة
    fa: تبلیغات, آگهی, تبلیغ, آگهی ها, رپرتاژ آگهی, رپورتاژ آگهی, ادامه مطلب, محتوای حمایت شده, تبلیغات متنی
    fa: ادامه خبر, بازرگانی, آگهی‌ها, محتوای تبلیغاتی, پیشنهاد ویژه
    he: פרסומת, פרסום, תוכן ממומן, ממומן, תוכן שיווקי, מודעה, פרסומות, המשך הכתבה לאחר הפרסומת, בשיתוף, המשך קריאה
    he: תוכן מקודם, הכתבה ממשיכה לאחר הפרסומת, תוכן פרסומי
    ur: اشتہار, اشتہارات, ایڈورٹائزمنٹ, سپانسرڈ, اسپانسرڈ, مزید پڑھنے کے لیے, تشہیر
    hi: विज्ञापन, प्रायोजित, प्रायोजित सामग्री, एडवरटाइजमेंट, ऐड, विज्ञापन के बाद जारी, स्पॉन्सर्ड, आगे पढ़ें
    hi: पूरा पढ़ें, स्क्रॉल करें, आगे की खबर पढ़ें, विज्ञापन हटाएं
    bn: বিজ্ঞাপন, স্পন্সর, স্পন্সরড, বিজ্ঞাপনের পর, স্পনসরড, বিজ্ঞাপন দিন, বিজ্ঞাপন বার্তা
    ta: விளம்பரம், விளம்பரங்கள், ஸ்பான்சர்
    te: ప్రకటన, ప్రకటనలు, అడ్వర్టైజ్‌మెంట్, అడ్వర్టైజ్మెంట్, యాడ్
    mr: जाहिरात, जाहिराती, प्रायोजित, पुढे वाचा, जाहिरातीनंतर
    ne: विज्ञापन, प्रायोजित, विज्ञापनहरू
    si: දැන්වීම, දැන්වීම්, වෙළඳ දැන්වීම්, වෙළඳ දැන්වීම
    gu: જાહેરાત
    pa: ਇਸ਼ਤਿਹਾਰ
    kn: ಜಾಹೀರಾತು
    ml: പരസ്യം
    th: โฆษณา, ผู้สนับสนุน, ได้รับการสนับสนุน, เนื้อหาสนับสนุน, อ่านต่อด้านล่าง, advertorial, พื้นที่โฆษณา, อ่านต่อ
    lo: ໂຄສະນາ, ຜູ້ສະໜັບສະໜູນ, ໂຄສະນາສິນຄ້າ
    km: ផ្សាយពាណិជ្ជកម្ម, ការផ្សាយពាណិជ្ជកម្ម, ពាណិជ្ជកម្ម, ពាណិជ្ជកម្មផ្សាយ
    my: ကြော်ငြာ, ကြော်ငြာများ
    id: iklan, advertisement, pariwara, konten sponsor, bersponsor, advertorial, gulir ke bawah untuk lanjut membaca
    id: gulir untuk melanjutkan, lanjut membaca, lanjutkan membaca, artikel berlanjut setelah iklan
    id: gulir untuk lanjut membaca, scroll untuk lanjut membaca, konten berlanjut setelah iklan, disponsori, sponsor
    ms: iklan, tajaan, kandungan tajaan, ditaja, artikel bersambung selepas iklan, terus membaca, teruskan membaca
    ms: pengiklanan
    tl: patalastas, advertisement, anunsyo, inisponsor
    sw: tangazo, matangazo, yaliyodhaminiwa, matangazo ya biashara, inaendelea baada ya tangazo, tangazo la biashara
    sw: endelea kusoma
    am: ማስታወቂያ, ማስታወቂያዎች, የንግድ ማስታወቂያ
    zh: 广告, 廣告, 赞助, 贊助, 赞助内容, 贊助內容, 推广, 推廣, 广告赞助, 赞助商, 廣告贊助, 商业推广, 以下为广告
    zh: 广告位, 请继续往下阅读, 請繼續往下閱讀, 继续阅读, 繼續閱讀, 文章未完
    zh: 廣告 請繼續往下閱讀, 赞助商链接, 商業廣告, 关闭广告, 專題廣告, 阅读全文, 閱讀全文, 展开全文, 點擊展開
    zh: 点击展开全文, 余下全文, 查看全文, 下载app, 打开app, 推廣文章, 本文未完
    zh: 广告时间, 請往下繼續閱讀, 文章轉載, 本文由, 广告招租, 合作伙伴, 特别策划, 廣編特輯, 工商服務
    ja: 広告, pr, スポンサー, スポンサーリンク, スポンサードリンク, 広告の後にも続きます, 記事は広告の下に続きます
    ja: 続きを読む, 全文を読む, 提供, タイアップ, sponsored, スポンサーコンテンツ
    ja: advertisement, ad, この記事の続きを読む, 広告を非表示, pr企画, 広告掲載
    ko: 광고, 스폰서, 스폰서 링크, 협찬, 후원, 광고문의, 광고 문의, 광고보기, 기사 계속, ad, 광고 닫기, 더보기
    ko: 이 기사는 광고 아래에 계속됩니다, 광고닫기, 광고 후 계속, 기사 더보기
    ca: publicitat, anunci, anuncis, patrocinat, contingut patrocinat, continua llegint
    ca: larticle continua després de la publicitat, seguir llegint
    eu: publizitatea, iragarkia, iragarkiak, babestutako edukia, publierreportajea, babestua
    gl: publicidade, anuncio, anuncios, patrocinado, contido patrocinado, continúa lendo
    sq: reklamë, reklama, e sponsorizuar
    mk: реклама, спонзорирано, маркетинг
    *: - advertisement -, erid, taboola, outbrain, adchoices, google adsense, dable, popin
    """
)
_PHRASES = Phrases(ad=_LABELS)
_LONGEST = 90
_MOST_LABELS = 4


def _label(line: Line, document: Document) -> Metadata | None:
    found = _PHRASES.cover(line.text)
    if not found or len(found) > _MOST_LABELS or all(each.role == "number" for each in found):
        return None
    # A letter alone marks an advertisement in some countries, and a list in others.
    return Metadata() if any(len(each.phrase) > 1 for each in found if each.role == "ad") else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="advertising.label",
        version=1,
        languages=tuple(code for code in _LABELS if code != "*"),
        description="Label of an advertisement, or the note that the text goes on below it.",
        matcher=_label,
        cues=_PHRASES.cues("ad"),
        examples=(
            Example("Advertisement"),
            Example("- ADVERTISEMENT -"),
            Example("Story continues below"),
            Example("Sponsored content"),
            Example("Quảng cáo", "vi"),
            Example("Publicité", "fr"),
            Example("Anzeige", "de"),
            Example("Publicidad", "es"),
            Example("Continua após a publicidade", "pt"),
            Example("Реклама", "ru"),
            Example("广告", "zh"),
            Example("إعلان", "ar"),
            Example("Iklan", "id"),
            Example("Reklam", "tr"),
            Example("広告", "ja"),
            Example("광고", "ko"),
        ),
        counterexamples=(
            *keep("Advertising on the ferries will stay", "Sponsored by the harbour office, the race begins at noon"),
            *keep("Anzeige erstattet", language="de"),
            *keep("Reklama dźwignią handlu", language="pl"),
            *keep("广告与现实", language="zh"),
            Example("P", document=None),
        ),
        max_length=_LONGEST,
        overrides=("announced", "headline", "sentence"),
    ),
)
