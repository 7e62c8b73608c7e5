"""Cookie banners and privacy notes: ``We use cookies to improve your experience. Accept all``."""

from __future__ import annotations

from ..documents import Metadata
from .document import Document, Line, Place
from .labels import words
from .phrases import Phrases
from .rule import Example, Rule, keep

_NOTES = words(
    """
    en: we use cookies, this site uses cookies, this website uses cookies, our website uses cookies
    en: our site uses cookies, uses cookies to, use of cookies, our cookies, cookie policy, cookies policy
    en: cookie notice, cookie settings, cookie preferences, cookie consent, accept cookies, accept all cookies
    en: manage cookies, manage consent, manage preferences, we use cookies and, reject all cookies
    en: uses functional cookies, we and our partners, we value your privacy, your privacy choices
    en: do not sell my personal information, do not sell or share my personal information, about cookies
    en: store and/or access information on a device, consent to the use of, by using this site you agree
    en: by using our site you, by continuing to use this site, by continuing to browse, by clicking accept
    en: you agree to our terms, you agree to our privacy policy, protected by recaptcha, you accept our use of
    en: your cookie
    vi: sử dụng cookie*, dùng cookie, chính sách cookie, chính sách cookies, chấp nhận cookie
    vi: bằng cách tiếp tục sử dụng trang, chấp nhận cookies
    fr: utilise des cookies, utilisons des cookies, utilise les cookies, lutilisation de cookies
    fr: lutilisation des cookies, utilisation de cookies, utilisation des cookies, dépôt de cookies
    fr: politique de cookies, gestion des cookies, gérer les cookies, accepter les cookies, paramétrer les cookies
    fr: continuer sans accepter, refuser les cookies, nous et nos partenaires, en poursuivant votre navigation
    fr: gérer mes cookies, paramètres des cookies
    de: verwendet cookies, verwenden cookies, nutzt cookies, nutzen cookies, setzen cookies, setzt cookies
    de: einsatz von cookies, verwendung von cookies, nutzung von cookies, cookies zu, cookie-einstellungen
    de: cookie-richtlinie, cookies akzeptieren, alle cookies akzeptieren, cookies ablehnen, benutzt cookies
    de: cookies verwendet, cookies gesetzt, cookies zulassen, mit der nutzung dieser seite, datenschutzeinstellungen
    de: privatsphäre-einstellungen, cookies einverstanden
    es: utiliza cookies, utilizamos cookies, usa cookies, usamos cookies, uso de cookies, utilización de cookies
    es: política de cookies, cookies propias, aceptar cookies, aceptar las cookies, configurar cookies
    es: configuración de cookies, nosotros y nuestros socios, si continúa navegando, si continúas navegando
    es: rechazar cookies, gestionar cookies, uso de las cookies
    pt: utiliza cookies, utilizamos cookies, usa cookies, usamos cookies, uso de cookies, utilização de cookies
    pt: política de cookies, aceitar cookies, utiliza cookies para, ao continuar navegando, ao continuar a navegar
    pt: aceitar todos, usa cookies para, cookies para melhorar, gerir cookies, definições de cookies
    pt: nós e os nossos parceiros
    it: utilizza cookie*, utilizziamo cookie*, utilizziamo i cookie*, usa cookie*, usiamo cookie*, uso dei cookie*
    it: utilizzo dei cookie*, utilizzo di cookie*, uso di cookie*, cookie policy, accetta i cookie*
    it: fa uso di cookie*, utilizza i cookie*, preferenze cookie, gestisci cookie*, noi e i nostri partner
    it: proseguendo la navigazione, impostazioni cookie, cookie tecnici, si serve dei cookie*, impiega cookie*
    nl: gebruikt cookies, gebruik van cookies, maakt gebruik van cookies, maken gebruik van cookies
    nl: gebruiken cookies, plaatst cookies, plaatsen cookies, cookies accepteren, alle cookies accepteren
    nl: cookiebeleid, cookie-instellingen, cookies toestaan, cookieverklaring, wij en onze partners
    nl: cookies weigeren, cookies om, cookievoorkeuren
    sv: använder cookies, använder kakor, användningen av cookies, användandet av cookies, acceptera cookies
    sv: acceptera alla cookies, cookie-inställningar, cookiepolicy, hantera cookies, godkänn cookies, om cookies
    sv: använder sig av cookies, cookieinställningar, användning av cookies
    da: bruger cookies, anvender cookies, brug af cookies, benytter cookies, accepter cookies, cookiepolitik
    da: cookieindstillinger, cookies til at
    no: bruker cookies, bruker informasjonskapsler, bruk av informasjonskapsler, bruk av cookies
    no: benytter informasjonskapsler, benytter cookies, godta informasjonskapsler, informasjonskapsler for å
    no: personvern og cookies, om informasjonskapsler
    fi: käyttää evästeitä, käytämme evästeitä, evästeiden käyt*, hyväksy evästeet, hyväksy kaikki evästeet
    fi: evästeasetukset, evästekäytäntö, käytetään evästeitä, käyttää cookies, hallitse evästeitä
    is: notar vafrakökur, notum vafrakökur, notkun á vafrakökum, notar vafrakökum
    pl: używa plików cookie*, używa cookie*, używamy plików cookie*, wykorzystuje pliki cookie*
    pl: korzysta z plików cookie*, stosuje pliki cookie*, polityka cookie*, polityka plików cookie*
    pl: wykorzystuje ciasteczka, używamy ciasteczek, używa ciasteczek, korzystamy z plików cookie*
    pl: wykorzystujemy pliki cookie*, cookies w celu
    cs: používá cookie*, používá soubory cookie*, používáme cookie*, používáme soubory cookie*, využívá cookie*
    cs: využívá soubory cookie*, používáním cookie*, nastavení cookie*, zásady cookie*, používání cookie*
    sk: používa cookie*, používa súbory cookie*, používame cookie*, používame súbory cookie*, využíva cookie*
    sk: nastavenia cookie*, používaním cookie*, používanie cookie*
    hu: sütiket használ*, sütik használat*, cookie-kat használ*, sütiket alkalmaz*, sütik elfogadása
    hu: elfogadom a sütiket, cookie-k használatát, süti beállítások, sütikezelési, cookie szabályzat
    hu: süti szabályzat, sütiket (cookie
    ro: folosește cookie*, folosim cookie*, utilizează cookie*, utilizăm cookie*, folosirea cookie*
    ro: utilizarea cookie*, acceptă cookie*, accept cookie*, politica de cookie*, utilizarea modulelor cookie
    ro: folosește fișiere cookie, utilizează fișiere cookie, fişiere de tip cookie, fișiere de tip cookie
    ro: setări cookie*, foloseşte cookie*
    bg: използва бисквитки, използваме бисквитки, използва „бисквитки, използването на бисквитки
    bg: използване на бисквитки, приемам бисквитките, политика за бисквитки, политика за бисквитките
    bg: използва cookie*, настройки на бисквитките
    el: χρησιμοποιεί cookie*, χρησιμοποιούμε cookie*, χρήση cookie*, χρήση των cookie*, πολιτική cookie*
    el: αποδοχή cookie*, ρυθμίσεις cookie*, τη χρήση cookie*
    sr: користи колачиће, користимо колачиће, коришћење колачића, koristi kolačiće, koristimo kolačiće
    sr: korišćenje kolačića, upotrebu kolačića, прихватам колачиће, prihvatam kolačiće, употребу колачића
    sr: politika kolačića, користи „колачиће, koristi cookies
    hr: koristi kolačiće, koristimo kolačiće, korištenje kolačića, upotrebu kolačića, prihvati kolačiće
    hr: prihvaćam kolačiće, postavke kolačića, politika kolačića, korištenjem kolačića, upotreba kolačića
    hr: koristi tzv kolačiće
    sl: uporablja piškotke, uporabljamo piškotke, uporaba piškotkov, uporabo piškotkov, nastavitve piškotkov
    sl: sprejmi piškotke, soglašam s piškotki, uporabi piškotkov
    ru: использует cookie*, использует файлы cookie*, используем cookie*, используем файлы cookie*
    ru: используются cookie*, используются файлы cookie*, использованием cookie*, использование cookie*
    ru: использование файлов cookie*, использованием файлов cookie*, использует куки, используем куки
    ru: продолжая использовать сайт, продолжая пользоваться сайтом, оставаясь на сайте
    uk: використовує cookie*, використовує файли cookie*, використовуємо cookie*, використовуємо файли cookie*
    uk: використання cookie*, використання файлів cookie*, продовжуючи користуватися сайтом
    be: выкарыстоўвае cookie*, выкарыстоўвае файлы cookie*, выкарыстоўваем cookie*, выкарыстоўваем файлы cookie*
    lt: naudoja slapukus, naudojame slapukus, naudojami slapukai, slapukų naudojim*, slapukų politika
    lt: slapukų nustatymai, sutinku su slapukais, sutinkate su slapukų
    lv: izmanto sīkdatnes, izmantojam sīkdatnes, lieto sīkdatnes, sīkdatņu izmantošan*, sīkdatņu politika
    lv: tiek izmantotas sīkdatnes, izmantotas sīkfailus, piekrītu sīkdatnēm, izmanto sīkfailus
    et: kasutab küpsiseid, kasutame küpsiseid, küpsiste kasutami*, küpsiste seaded, nõustun küpsistega
    et: luba küpsised, küpsiste poliitika, kasutatakse küpsiseid
    tr: çerez kullan*, çerezler kullan*, çerezleri kullan*, çerez politikası, çerez politikamız*, çerezleri kabul
    tr: çerez kullanımı, çerez ayarları, cookie kullan*, çerezlerin kullan*, çerez tercihleri
    az: çərəzlərdən istifadə, kukilərdən istifadə, cookie fayllarından
    kk: cookie файлдарын, cookie файлдары, cookies файлдарын, куки файлдарын, cookie-файлдарын
    uz: cookie-fayllardan, cookie fayllaridan, cookies fayllaridan, куки-файллардан
    ka: იყენებს ქუქი*, ვიყენებთ ქუქი*, cookie ფაილ*, ქუქი-ფაილ*, ქუქი ფაილ*
    hy: օգտագործում է քուքի*, cookie ֆայլ*, օգտագործում ենք cookie*
    ar: ملفات تعريف الارتباط, ملفات الارتباط, ملفات الكوكيز, باستخدامك لهذا الموقع, سياسة ملفات
    fa: استفاده از کوکی*
    he: משתמש בעוגיות, משתמש בקובצי cookie, בקובצי cookie, שימוש בעוגיות, משתמש ב-cookies, שימוש ב-cookies
    hi: कुकीज़ का उपयोग, कुकीज का उपयोग, कुकीज़ का इस्तेमाल, कुकी का उपयोग
    bn: কুকিজ ব্যবহার, কুকি ব্যবহার
    ta: குக்கீகளைப் பயன்படுத்த*
    mr: कुकीजचा वापर
    th: ใช้คุกกี้, นโยบายคุกกี้, การใช้คุกกี้, ยอมรับคุกกี้
    my: cookies များ, cookie များ
    id: menggunakan cookie*, penggunaan cookie*, kebijakan cookie*, terima cookie*, menggunakan kuki
    id: memakai cookie*, pengaturan cookie*, dengan menggunakan situs ini
    ms: menggunakan kuki, menggunakan cookie*, penggunaan kuki, dasar kuki, terima kuki, penggunaan cookie*
    tl: gumagamit ng cookie*, gumagamit kami ng cookie*, paggamit ng cookie*
    sw: inatumia vidakuzi, tunatumia vidakuzi, matumizi ya vidakuzi, inatumia kuki
    am: ኩኪዎችን
    zh: 使用cookie*, 使用 cookie*, 我们使用cookie*, 我们使用 cookie*, cookie政策, cookie 政策, cookies政策
    zh: 接受cookie*, 使用 cookies
    zh: 使用cookies, cookie设置, 我們使用 cookie, 使用小型文字檔案, 使用了cookie, 繼續瀏覽本網站, 繼續使用本網站
    ja: クッキーを使用, cookieを使用, cookieを利用, クッキーを利用, cookie（クッキー）を, クッキー（cookie）を
    ja: cookieの使用, クッキーの使用, cookieポリシー
    ja: クッキーポリシー, cookieの利用, すべてのcookieを, 当サイトではcookie, cookie設定
    ko: 쿠키를 사용, 쿠키를 이용, 쿠키 사용, 쿠키 정책, 쿠키 설정
    ca: utilitza galetes, utilitzem galetes, fa servir galetes, fem servir galetes, utilitza cookies
    ca: utilitzem cookies, ús de galetes, ús de cookies, política de galetes, política de cookies
    ca: accepta les galetes, acceptar cookies, lús de les galetes, configuració de galetes, galetes pròpies
    eu: cookieak erabiltzen, cookie-ak erabiltzen, cookieak onartu, cookien erabilera, cookie-en erabilera
    eu: cookie politika, cookieen politika, cookiak erabiltzen
    gl: utiliza cookies, usa cookies, empregamos cookies, utilizamos cookies, usamos cookies, política de cookies
    gl: uso de cookies, emprega cookies
    sq: përdor cookie*, përdorim cookie*
    mk: користи колачиња, користиме колачиња
    """
)
_HINTS = words(
    """
    vi: cookie*
    fr: traceurs, vos données personnelles sont, tout accepter, accepter et continuer
    de: externer inhalt, externe inhalte, um diesen inhalt anzuzeigen, alle akzeptieren, wir und unsere partner
    de: einwilligung widerrufen
    en: privacy policy, terms of use
    es: aceptar todo, aceptar todas
    it: accetta tutti, rifiuta tutti
    nl: alles accepteren
    da: accepter alle, acceptér alle, afvis alle
    no: godta alle, personvernerklæring
    fi: evästeillä, hyväksy kaikki
    is: vafrakökur, vefkökur
    pl: akceptuję, pliki cookie*, plików cookie*, zgodę na przetwarzanie, używa plików, zaakceptuj wszystkie
    cs: soubory cookie*, souborů cookie*, zpracování osobních údajů, přijmout vše, přijmout všechny
    cs: souhlasím s používáním, použitím souborů
    sk: súbory cookie*, súborov cookie*, prijať všetko, prijať všetky
    hu: a sütiket, adatkezelési tájékoztató
    ro: module cookie
    bg: приеми всички, бисквитки за
    el: αποδοχή όλων, πολιτική απορρήτου, εμείς και οι συνεργάτες μας
    hr: prihvati sve
    sl: piškotki, piškotke za, sprejmi vse
    ru: политика конфиденциальности, политикой конфиденциальности, обработку персональных данных
    ru: согласие на обработку, принять все, cookie-файлы, cookie-файлов, файлы куки, файлы cookie*, файлов cookie*
    ru: собирает метаданные
    uk: політика конфіденційності, політикою конфіденційності, обробку персональних даних, прийняти всі
    uk: файли cookie*, файлів cookie*
    be: файлы cookie*
    lt: slapukus, slapukai
    lv: sīkdatnes, sīkdatņu
    et: küpsiseid
    tr: gizlilik politikası, kişisel verilerin korunması, tümünü kabul et, aydınlatma metni, çerezler*
    az: kuki*, çərəz*
    uz: cookie*
    ka: cookies
    hy: քուքիներ*
    ar: سياسة الخصوصية, سياسة الخصوصيّة, قبول الكل, الكوكيز, نستخدم ملفات, استخدام ملفات, يستخدم هذا الموقع
    fa: کوکی, کوکی ها, کوکی‌ها, از کوکی, حریم خصوصی, سیاست حریم خصوصی
    he: עוגיות, קובצי cookie, קבצי cookie, קובצי עוגיות, מדיניות הפרטיות, מדיניות פרטיות
    ur: کوکیز, پرائیویسی پالیسی
    hi: कुकीज, कुकीज़, गोपनीयता नीति, कुकी नीति
    bn: কুকিজ, গোপনীয়তা নীতি, কুকি নীতি
    ta: குக்கீ, குக்கீகள், குக்கீகளை, தனியுரிமைக் கொள்கை
    te: కుకీలు, కుకీలను, గోప్యతా విధానం
    mr: कुकीज, कुकीज्, गोपनीयता धोरण
    ne: कुकीज, कुकी, गोपनीयता नीति
    si: කුකීස්, කුකී
    th: คุกกี้, คุ้กกี้, นโยบายความเป็นส่วนตัว, ยอมรับทั้งหมด
    lo: ຄຸກກີ້, ຄຸກກີ, ນະໂຍບາຍຄວາມເປັນສ່ວນຕົວ
    km: ខូគី, ឃុកគី, គោលការណ៍ឯកជនភាព
    my: ကွတ်ကီး, ကိုယ်ရေးအချက်အလက်မူဝါဒ
    id: kebijakan privasi, terima semua, dengan melanjutkan
    ms: dasar privasi, terima semua
    tl: patakaran sa privacy
    sw: vidakuzi, cookies, sera ya faragha
    am: ኩኪ, ኩኪዎች
    zh: 隐私政策, 隱私政策, 隱私權政策, 隐私声明, 隱私權聲明, 隱私權條款, 本网站使用, 本網站使用, 接受所有
    ja: プライバシーポリシー, 個人情報保護方針, cookieを
    ko: 쿠키를, 개인정보처리방침, 개인정보 처리방침, 개인정보취급방침, 개인정보 보호정책
    eu: cookieak
    sq: politika e privatësisë
    mk: политика на приватност
    """
)
"""Phrases that news use too: two of them make a note."""
_PHRASES = Phrases(fixed=_NOTES, hint=_HINTS)
_LONGEST = 700
_LONGEST_LINK = 40


def _note(line: Line, document: Document) -> Metadata | None:
    text = line.text
    hints = _PHRASES.hints(text)
    # A button or a link is short; a paragraph may speak of such things too.
    is_hinted = hints >= 2 or (hints == 1 and len(text) <= _LONGEST_LINK and line.place is not Place.BODY)
    return Metadata() if is_hinted or _PHRASES.has_fixed(text) else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="consent.note",
        version=1,
        languages=tuple(_NOTES),
        description="Note on cookies and private data, or its buttons.",
        matcher=_note,
        cues=_PHRASES.cues("fixed", "hint"),
        examples=(
            Example("We use cookies to improve your experience. Accept all"),
            Example("By continuing to browse this site you agree to our use of cookies."),
            Example("Trang web này sử dụng cookie để cải thiện trải nghiệm của bạn.", "vi"),
            Example("Ce site utilise des cookies.", "fr"),
            Example("Diese Website verwendet Cookies.", "de"),
            Example("Este sitio utiliza cookies.", "es"),
            Example("Usamos cookies para melhorar a sua experiência.", "pt"),
            Example("Мы используем файлы cookie.", "ru"),
            Example("本网站使用Cookie来改善您的体验。", "zh"),
            Example("يستخدم هذا الموقع ملفات تعريف الارتباط.", "ar"),
            Example("Situs ini menggunakan cookie.", "id"),
            Example("Bu site çerez kullanmaktadır.", "tr"),
            Example("当サイトではCookieを使用しています。", "ja"),
            Example("이 사이트는 쿠키를 사용합니다.", "ko"),
        ),
        counterexamples=keep(
            "The bakery sells cookies to the islanders.",
            "Cookies are the first thing that visitors buy at the mill.",
            "Browsers will soon block the cookies of other sites, the makers said.",
        ),
        max_length=_LONGEST,
        overrides=("announced", "headline", "listed", "sentence"),
    ),
)
