"""Menus and the way to a page: ``Home > World > Asia``, ``Skip to content``, ``About us | Contact | Privacy``."""

from __future__ import annotations

import re
from functools import lru_cache

from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place
from .labels import every, words
from .phrases import Found, Phrases, fold, in_group
from .rule import Example, Rule, keep

_HOME = words(
    """
    en: home, homepage, home page, front page, main page
    vi: trang chủ, trang nhất
    fr: accueil, page daccueil, à la une
    de: startseite, start, home, homepage
    es: inicio, portada, página principal
    pt: início, página inicial, home, capa, página principal
    it: home, homepage, pagina iniziale
    nl: home, startpagina, voorpagina
    sv: hem, startsida, startsidan
    da: forside, forsiden, hjem
    no: forside, forsiden, hjem
    fi: etusivu, koti
    is: forsíða, heim
    pl: strona główna, start
    cs: domů, úvod, hlavní stránka, domovská stránka, titulní strana
    sk: domov, úvod, hlavná stránka, titulka
    hu: főoldal, címlap, kezdőlap, nyitólap
    ro: acasă, prima pagină, pagina principală
    bg: начало, начална страница, начална
    el: αρχική, αρχική σελίδα, κεντρική
    sr: почетна, насловна, почетна страна, početna, naslovna, početna strana
    hr: naslovnica, početna, početna stranica
    sl: domov, naslovnica, prva stran, vstopna stran
    ru: главная, главная страница, на главную, начало
    uk: головна, головна сторінка, на головну
    be: галоўная, на галоўную
    lt: pradžia, pradinis, pagrindinis, titulinis
    lv: sākums, sākumlapa, galvenā
    et: avaleht, esileht
    tr: ana sayfa, anasayfa
    az: ana səhifə, əsas səhifə
    kk: басты бет, бас бет, басты
    uz: bosh sahifa, asosiy, бош саҳифа
    ka: მთავარი, მთავარი გვერდი
    hy: գլխավոր, գլխավոր էջ
    ar: الرئيسية, الصفحة الرئيسية, الرئيسيه
    fa: صفحه اصلی, خانه, صفحه نخست
    he: דף הבית, עמוד הבית, ראשי, בית
    ur: صفحہ اول, ہوم, مرکزی صفحہ
    hi: होम, मुख्य पृष्ठ, मुखपृष्ठ, मुख्य पेज
    bn: প্রচ্ছদ, হোম, মূলপাতা, প্রথম পাতা
    ta: முகப்பு
    te: హోమ్, ముఖపుట
    mr: मुख्यपृष्ठ, होम, मुखपृष्ठ
    ne: गृहपृष्ठ, होमपेज, गृह पृष्ठ, मुख्य पृष्ठ
    si: මුල් පිටුව
    th: หน้าแรก, หน้าหลัก
    lo: ໜ້າຫຼັກ, ໜ້າທຳອິດ, ຫນ້າທໍາອິດ
    km: ទំព័រដើម, ទំព័រ​ដើម
    my: ပင်မစာမျက်နှာ, မူလစာမျက်နှာ
    id: beranda, home, halaman utama, depan
    ms: laman utama, utama, halaman utama
    tl: tahanan, home
    sw: mwanzo, nyumbani, ukurasa wa mbele
    am: መነሻ, ዋና ገጽ, መነሻ ገጽ
    zh: 首页, 首頁, 主页, 主頁, 网站首页, 返回首页, 新闻首页, 回首頁
    ja: ホーム, トップ, トップページ, home
    ko: 홈, 홈으로, 메인, 처음
    ca: inici, portada
    eu: hasiera, azala
    gl: inicio, portada
    """
)
_LINKS = words(
    """
    en: news, sport, sports, business, politics, world, entertainment, culture, health, science, technology, tech
    en: travel
    en: education, environment, lifestyle, style, reviews, features, about, music, books, media, movies, real estate
    en: mobile, shopping, beauty, editorials, columns, letters, local, national, international, money, food, arts, us
    en: fashion, family, property, markets, economy, celebrity, film, subscribe, newsletters, calendar, events
    en: skip to content, skip to main content, skip to navigation, skip to main navigation, skip to footer, skip to
    en: jump to content, jump to navigation, back to top, go to top, return to top, scroll to top, to top
    en: top of page, back to home, return to homepage, back to homepage, back to main page, main menu
    en: site navigation, navigation menu, toggle navigation, toggle menu, open menu, close menu, open navigation
    en: navigation, about us, about this site, contact us, contact, contacts, privacy policy, privacy, terms of use
    en: terms of service, terms and conditions, terms, terms & conditions, cookies, accessibility
    en: accessibility statement, accessibility help, site map, sitemap, site index, log in, login, log out, sign in
    en: sign out, my account, my profile, search, search for, search this site, view all, see all, see more
    en: show more, load more, more, read more, view more, show all, close, help, help center, faq, faqs, careers
    en: jobs, advertise, advertise with us, media kit, press, archive, archives, all sections, all news, sections
    en: categories, legal, legal notice, imprint, code of conduct, editorial standards, ethics policy, corrections
    en: masthead, our team, classifieds, obituaries, mobile version, desktop version, full site, print edition
    en: e-paper, epaper, back, go back, back to list, list, view gallery, view photos, view comments, show caption
    en: hide caption, do not sell my info, editorial policy, who we are, edition, change language, choose language
    en: language, english, disclaimer, dmca, page not found, loading, please wait, loading..., return to article
    en: exit full screen, full screen, next photo, previous photo, newsletter, newsletters, podcasts, video, videos
    en: photos, photo gallery, galleries, quiz, weather, horoscope, crossword, games, live, live tv, watch live, tv
    en: radio, breaking news, latest, latest news, latest stories, trending, most popular, opinion, editor's picks
    vi: menu, danh mục, tìm kiếm, đăng nhập, đăng xuất, đăng ký, liên hệ, giới thiệu, về chúng tôi, về đầu trang
    vi: lên đầu trang, đầu trang, trang trước, điều khoản sử dụng, chính sách bảo mật, bảo mật
    vi: chính sách quyền riêng tư, sơ đồ trang, tất cả, xem tất cả, tin tức, thời sự, thế giới, kinh tế, văn hóa
    vi: giải trí, thể thao, pháp luật, giáo dục, sức khỏe, đời sống, du lịch, khoa học, công nghệ, xã hội, chính trị
    vi: video, ảnh, podcast, mới nhất, tin mới, quay lại, trở về, liên hệ quảng cáo, điều khoản, rss
    vi: giao diện mobile, phiên bản di động, chuyên mục, bạn đọc, ý kiến, góc nhìn, xem nhiều, tiếng việt, english
    vi: toàn cảnh, đa phương tiện, tuyển dụng, trợ giúp, đóng, tải thêm
    fr: menu, menu principal, recherche, rechercher, aller au contenu, aller au contenu principal
    fr: accéder au contenu, passer au contenu, haut de page, retour en haut, retour haut de page, retour à laccueil
    fr: retour, nous contacter, contact, contactez-nous, qui sommes-nous, à propos, mentions légales
    fr: politique de confidentialité, confidentialité, cgu, cgv, conditions générales
    fr: conditions générales dutilisation, données personnelles, plan du site, connexion, se connecter, mon compte
    fr: déconnexion, voir tout, voir plus, tout voir, afficher plus, fermer, aide, faq, archives, rubriques
    fr: actualités, actualité, société, monde, politique, économie, culture, sport, sports, vidéos, vidéo
    fr: annonces légales, emploi, publicité, gestion des cookies, cookies, newsletters, le journal, édition abonnés
    fr: crédits, abonnés, france, international, opinions, idées, débats, en direct, direct, météo, jeux
    de: menü, menu, hauptmenü, suche, suchen, zum inhalt, zum inhalt springen, zum hauptinhalt, direkt zum inhalt
    de: zur navigation, zum seitenanfang, nach oben, seitenanfang, zurück nach oben, zurück zur startseite
    de: zur startseite, zur übersicht, zurück zur übersicht, kontakt, über uns, impressum, datenschutz
    de: datenschutzerklärung, agb, nutzungsbedingungen, barrierefreiheit, login, anmelden, abmelden, mein konto
    de: mein profil, alle anzeigen, mehr anzeigen, mehr laden, mehr, schließen, hilfe, faq, archiv, karriere, jobs
    de: mediadaten, werben, nachrichten, politik, wirtschaft, kultur, sport, lokales, panorama, wissen, gesellschaft
    de: meinung, videos, video, e-paper, epaper, themen, ressorts, rubriken, newsletter, podcast, podcasts, wetter
    de: rätsel, spiele, sitemap, rss, cookie-einstellungen, widerruf, kündigung, abo kündigen
    de: verträge hier kündigen, aktuelles, international, deutschland, regional, service, shop, zur homepage
    es: menú, menu, menú principal, buscar, búsqueda, ir al contenido, saltar al contenido
    es: ir al contenido principal, volver arriba, subir, ir arriba, arriba, volver, volver al inicio, contacto
    es: contáctenos, contáctanos, quiénes somos, acerca de, sobre nosotros, aviso legal, política de privacidad
    es: privacidad, términos y condiciones, términos de uso, condiciones de uso, política de cookies, mapa del sitio
    es: mapa web, iniciar sesión, mi cuenta, cerrar sesión, cerrar, ver todo, ver todos, ver más, mostrar más, ayuda
    es: archivo, hemeroteca, secciones, noticias, sociedad, mundo, política, economía, cultura, deportes, sucesos
    es: opinión, vídeos, videos, video, fotos, publicidad, trabaja con nosotros, internacional, nacional, nacionales
    es: locales, espectáculos, últimas noticias, tecnología, salud, gente, en vivo, impreso, edición impresa
    es: clasificados
    pt: menu, menu principal, buscar, busca, pesquisar, pesquisa, ir para o conteúdo, pular para o conteúdo
    pt: saltar para o conteúdo, voltar ao topo, topo, ir para o topo, voltar, contato, contacto, contactos
    pt: fale conosco, quem somos, sobre nós, sobre, política de privacidade, privacidade, termos de uso
    pt: termos e condições, termos de serviço, mapa do site, expediente, anuncie, anuncie conosco, entrar, login
    pt: minha conta, sair, fechar, ver tudo, ver todos, ver mais, mais, ajuda, arquivo, seções, editorias, notícias
    pt: política, economia, cultura, esporte, esportes, mundo, brasil, opinião, vídeos, vídeo, fotos
    pt: trabalhe conosco, últimas notícias, últimas, ficha técnica, estatuto editorial, colunistas, assinatura
    pt: edição impressa
    it: menu, menù, menu principale, cerca, ricerca, vai al contenuto, salta al contenuto
    it: vai al contenuto principale, torna su, torna allinizio, torna in alto, torna alla home, indietro, contatti
    it: chi siamo, redazione, privacy, privacy policy, informativa privacy, note legali, termini e condizioni
    it: condizioni duso, mappa del sito, accedi, esci, il mio account, chiudi, vedi tutti, vedi tutto, mostra altro
    it: altro, aiuto, archivio, sezioni, notizie, cronaca, politica, economia, cultura, sport, esteri, spettacoli
    it: video, foto, pubblicità, lavora con noi, ultime notizie, dati societari, cookie policy, meteo, abbonamenti
    it: opinioni, mondo, italia, necrologie, gerenza
    nl: menu, hoofdmenu, zoeken, zoek, naar de inhoud, ga naar de inhoud, direct naar inhoud, naar boven
    nl: terug naar boven, terug, terug naar home, contact, over ons, privacy, privacybeleid, privacyverklaring
    nl: privacy statement, algemene voorwaarden, gebruiksvoorwaarden, voorwaarden, disclaimer, inloggen, uitloggen
    nl: mijn account, sluiten, toon meer, meer, bekijk alles, bekijk meer, help, archief, secties, nieuws, politiek
    nl: economie, cultuur, sport, binnenland, buitenland, regio, video, foto's, adverteren, werken bij, vacatures
    nl: colofon, klantenservice, veelgestelde vragen, cookiebeleid, sitemap, opinie, wonen, weer, meest gelezen
    nl: net binnen
    sv: meny, huvudmeny, sök, till innehållet, hoppa till innehåll, hoppa till innehållet, gå till innehåll
    sv: till toppen, upp, tillbaka, tillbaka till toppen, kontakt, kontakta oss, om oss, om cookies
    sv: integritetspolicy, personuppgiftspolicy, villkor, användarvillkor, logga in, logga ut, mitt konto, stäng
    sv: visa mer, visa alla, visa fler, hjälp, arkiv, nyheter, sport, kultur, ekonomi, världen, inrikes, utrikes
    sv: lokalt, ledare, debatt, video, annonsera, kundservice, kundtjänst, e-tidning, väder, senaste nytt, mest läst
    da: menu, hovedmenu, søg, søgning, gå til indhold, spring til indhold, til toppen, tilbage, tilbage til toppen
    da: kontakt, kontakt os, om os, privatlivspolitik, persondatapolitik, vilkår, handelsbetingelser, log ind
    da: log ud, min konto, luk, vis mere, vis flere, vis alle, se alle, hjælp, arkiv, nyheder, sport, kultur
    da: økonomi, verden, indland, udland, debat, video, annoncér, kundeservice, e-avis, navne, seneste nyt
    da: mest læste, cookies
    no: meny, hovedmeny, søk, gå til innhold, hopp til innhold, til innholdet, til toppen, til forsiden, tilbake
    no: tilbake til toppen, kontakt, kontakt oss, om oss, personvern, personvernerklæring, personvernpolicy, vilkår
    no: brukervilkår, logg inn, logg ut, min side, lukk, vis mer, vis flere, se alle, hjelp, arkiv, nyheter, sport
    no: kultur, økonomi, verden, innenriks, utenriks, debatt, video, annonsere, kundeservice, e-avis, vær
    no: siste nytt, tips oss, mest lest, redaktør, ansvarlig redaktør
    fi: valikko, päävalikko, haku, hae, etsi, siirry sisältöön, hyppää sisältöön, siirry suoraan sisältöön
    fi: takaisin ylös, sivun alkuun, takaisin, yhteystiedot, ota yhteyttä, tietoa meistä, tietosuoja
    fi: tietosuojaseloste, käyttöehdot, kirjaudu, kirjaudu sisään, kirjaudu ulos, omat tiedot, sulje, näytä lisää
    fi: näytä kaikki, katso kaikki, lisää, ohjeet, apua, arkisto, uutiset, urheilu, kulttuuri, talous, kotimaa
    fi: ulkomaat, politiikka, mielipide, video, videot, mediatiedot, asiakaspalvelu, tuoreimmat, luetuimmat
    fi: näköislehti, sää, saavutettavuus, evästeasetukset
    is: valmynd, leit, leita, hafa samband, hafðu samband, um okkur, innskráning, útskráning, efst á síðu, til baka
    is: loka, fréttir, íþróttir, menning, viðskipti, innlent, erlent, skilmálar, persónuvernd, persónuverndarstefna
    is: mest lesið, nýjast, sjá meira, fara í efni
    pl: menu, menu główne, szukaj, wyszukaj, przejdź do treści, przejdź do głównej treści, do góry, na górę
    pl: wróć na górę, wróć, powrót, powrót do strony głównej, kontakt, o nas, redakcja, polityka prywatności
    pl: prywatność, regulamin, warunki korzystania, mapa strony, zaloguj, zaloguj się, wyloguj, wyloguj się
    pl: moje konto, zamknij, pokaż więcej, zobacz więcej, więcej, zobacz wszystkie, pomoc, archiwum, działy
    pl: kategorie, wiadomości, aktualności, polityka, gospodarka, kultura, sport, świat, kraj, polska, opinie, wideo
    pl: zdjęcia, galeria, ogłoszenia, praca, biznes, najnowsze, popularne, e-wydanie, pogoda, program tv, rss
    pl: ustawienia prywatności, zobacz galerię, reklama
    cs: menu, hlavní menu, hledat, vyhledat, vyhledávání, přejít k obsahu, přejít na obsah, nahoru, zpět nahoru
    cs: zpět, zpět na hlavní stránku, kontakt, kontakty, o nás, ochrana osobních údajů
    cs: zásady ochrany osobních údajů, podmínky použití, obchodní podmínky, mapa stránek, přihlásit, přihlásit se
    cs: odhlásit, odhlásit se, můj účet, zavřít, zobrazit více, více, zobrazit vše, další, načíst další, nápověda
    cs: archiv, rubriky, zprávy, domácí, zahraničí, politika, ekonomika, kultura, sport, svět, regiony, názory
    cs: video, fotogalerie, předplatné, inzerce, redakce, počasí, tv program, nastavení soukromí, nejčtenější
    cs: aktuálně
    sk: menu, hlavné menu, hľadať, vyhľadávanie, preskočiť na obsah, prejsť na obsah, hore, späť hore, naspäť hore
    sk: späť, kontakt, kontakty, o nás, ochrana osobných údajov, podmienky používania, obchodné podmienky
    sk: mapa stránok, prihlásiť, prihlásiť sa, odhlásiť, môj účet, zavrieť, zobraziť viac, viac, zobraziť všetko
    sk: ďalšie, pomoc, archív, rubriky, správy, domáce, zahraničie, politika, ekonomika, kultúra, šport, svet
    sk: regióny, názory, video, fotogaléria, predplatné, inzercia, redakcia, počasie, tv program
    sk: nastavenia súkromia, najčítanejšie
    hu: menü, főmenü, keresés, ugrás a tartalomra, tovább a tartalomhoz, kilépés a tartalomba, vissza a tetejére
    hu: az oldal tetejére, fel, vissza, vissza a főoldalra, kapcsolat, rólunk, impresszum, adatvédelem
    hu: adatvédelmi tájékoztató, adatvédelmi nyilatkozat, felhasználási feltételek, ászf, médiaajánlat, oldaltérkép
    hu: belépés, kilépés, bejelentkezés, kijelentkezés, bezárás, több, továbbiak, összes, mutass többet, még több
    hu: súgó, archívum, rovatok, hírek, belföld, külföld, politika, gazdaság, kultúra, sport, világ, vélemény, videó
    hu: videók, galéria, friss hírek, legolvasottabb, időjárás, előfizetés, szerzői jogok
    ro: meniu, meniu principal, caută, căutare, sari la conținut, treci la conținut, înapoi sus, mergi sus, sus
    ro: înapoi, contact, despre noi, politica de confidențialitate, confidențialitate, termeni și condiții
    ro: termeni de utilizare, politica cookies, harta site, autentificare, contul meu, ieșire, închide, vezi toate
    ro: vezi mai mult, mai mult, mai multe, ajutor, arhivă, arhiva, secțiuni, știri, actualitate, politică, politic
    ro: economie, cultură, sport, internațional, externe, social, opinii, video, foto, publicitate, redacția, echipa
    ro: ultimele știri, cele mai citite, vremea, horoscop, gdpr, setări cookies, cariere
    bg: меню, главно меню, търсене, търси, към съдържанието, нагоре, обратно нагоре, върни се горе, назад, контакти
    bg: контакт, за нас, поверителност, политика за поверителност, условия за ползване, общи условия, карта на сайта
    bg: вход, изход, моят профил, затвори, виж всички, виж още, още, покажи още, помощ, архив, новини, политика
    bg: икономика, култура, спорт, свят, българия, общество, мнения, видео, снимки, реклама, галерия
    bg: последни новини, най-четени, времето, екип, бисквитки, рубрики
    el: μενού, κεντρικό μενού, αναζήτηση, μετάβαση στο περιεχόμενο, μετάβαση στο κύριο περιεχόμενο
    el: επιστροφή στην κορυφή, πίσω στην κορυφή, πίσω, πάνω, επικοινωνία, ποιοι είμαστε, σχετικά, όροι χρήσης
    el: όροι και προϋποθέσεις, πολιτική απορρήτου, προσωπικά δεδομένα, σύνδεση, αποσύνδεση, ο λογαριασμός μου
    el: κλείσιμο, δείτε όλα, δείτε περισσότερα, περισσότερα, όλα, βοήθεια, αρχείο, ειδήσεις, πολιτική, οικονομία
    el: πολιτισμός, αθλητικά, αθλητισμός, κόσμος, ελλάδα, διεθνή, κοινωνία, απόψεις, βίντεο, φωτογραφίες, διαφήμιση
    el: ταυτότητα, ροή ειδήσεων, τελευταία νέα, καιρός, ροή, newsroom, δημοφιλή, πρωτοσέλιδα
    sr: мени, претрага, тражи, на врх, на врх стране, назад, контакт, о нама, импресум, политика приватности
    sr: услови коришћења, правила коришћења, маркетинг, пријава, одјава, затвори, још, прикажи још, види све, помоћ
    sr: архива, вести, политика, економија, култура, спорт, свет, друштво, регион, мишљења, видео, фото, meni
    sr: pretraga, traži, na vrh, nazad, kontakt, o nama, impresum, politika privatnosti, uslovi korišćenja
    sr: marketing, zatvori, još, prikaži još, vidi sve, arhiva, vesti, politika, ekonomija, kultura, sport, svet
    sr: društvo, najnovije, најновије, najčitanije, најчитаније, хроника, hronika
    hr: izbornik, pretraga, traži, pretraži, preskoči na sadržaj, skoči na sadržaj, na vrh, povratak na vrh, natrag
    hr: povratak, kontakt, o nama, impressum, pravila privatnosti, politika privatnosti, privatnost
    hr: uvjeti korištenja, oglašavanje, marketing, prijava, odjava, zatvori, više, prikaži više, vidi sve
    hr: pogledaj sve, pomoć, arhiva, vijesti, politika, gospodarstvo, kultura, sport, svijet, hrvatska, regija
    hr: komentari, video, foto, galerija, najnovije, najčitanije, vrijeme, horoskop, kolumne, crna kronika
    hr: postavke privatnosti, pretplata
    sl: meni, iskanje, išči, preskoči na vsebino, na vrh, nazaj na vrh, nazaj, kontakt, o nas, kolofon, impresum
    sl: politika zasebnosti, varstvo osebnih podatkov, zasebnost, pogoji uporabe, splošni pogoji, oglaševanje
    sl: prijava, odjava, zapri, več, prikaži več, poglej vse, pomoč, arhiv, novice, politika, gospodarstvo, kultura
    sl: šport, svet, slovenija, mnenja, video, foto, galerija, najnovejše, najbolj brano, vreme, slovar, kronika
    sl: nastavitve piškotkov, piškotki
    ru: меню, главное меню, поиск, найти, искать, перейти к содержимому, перейти к содержанию
    ru: перейти к основному содержанию, наверх, вверх, вернуться наверх, к началу, в начало, назад, вернуться
    ru: вернуться назад, на главную страницу, контакты, о нас, о проекте, о сайте, о компании, об издании, редакция
    ru: обратная связь, политика конфиденциальности, конфиденциальность, пользовательское соглашение
    ru: правила использования, правила, условия использования, карта сайта, войти, вход, выйти, выход, регистрация
    ru: личный кабинет, мой профиль, закрыть, показать ещё, показать еще, все новости, ещё, еще, все, подробнее
    ru: помощь, архив, архив новостей, рубрики, разделы, новости, политика, экономика, культура, спорт, мир, в мире
    ru: россия, общество, происшествия, мнения, видео, фото, рекламодателям, реклама, вакансии, лента новостей
    ru: последние новости, главные новости, главное, популярное, погода, интервью, полная версия, мобильная версия
    ru: свежий номер, все материалы, загрузить еще, следующая новость, предыдущая новость, версия для слабовидящих
    ru: к списку новостей, все рубрики
    uk: меню, головне меню, пошук, знайти, шукати, перейти до вмісту, перейти до основного вмісту, вгору, нагору
    uk: догори, назад, повернутися, контакти, про нас, про проєкт, про проект, про видання, редакція
    uk: політика конфіденційності, конфіденційність, правила користування, умови використання, угода користувача
    uk: карта сайту, мапа сайту, увійти, вхід, вийти, вихід, реєстрація, закрити, показати ще, більше, всі новини
    uk: усі новини, ще, всі, детальніше, допомога, архів, рубрики, розділи, новини, політика, економіка, культура
    uk: спорт, світ, у світі, україна, суспільство, події, думки, відео, фото, реклама, рекламодавцям, стрічка новин
    uk: останні новини, головні новини, головне, популярне, погода, інтерв'ю, повна версія, мобільна версія
    uk: новини україни
    be: меню, пошук, шукаць, наверх, уверх, назад, кантакты, пра нас, увайсці, выйсці, закрыць, усе навіны, яшчэ
    be: больш, архіў, навіны, палітыка, эканоміка, культура, спорт, свет, грамадства, беларусь, відэа, фота, рэклама
    be: перайсці да зместу, рэдакцыя
    lt: meniu, paieška, ieškoti, pereiti prie turinio, į viršų, atgal, kontaktai, apie mus, privatumo politika
    lt: naudojimo taisyklės, naudojimosi taisyklės, taisyklės, svetainės medis, prisijungti, atsijungti, uždaryti
    lt: daugiau, rodyti daugiau, visi, visos naujienos, pagalba, archyvas, naujienos, politika, ekonomika, verslas
    lt: kultūra, sportas, pasaulis, lietuva, lietuvoje, pasaulyje, nuomonės, video, foto, reklama, redakcija
    lt: naujausi, skaitomiausi, orai, horoskopai, karjera, žinios
    lv: izvēlne, meklēt, meklēšana, pāriet uz saturu, uz augšu, atpakaļ, kontakti, par mums, privātuma politika
    lv: lietošanas noteikumi, noteikumi, ienākt, iziet, aizvērt, vairāk, rādīt vairāk, skatīt visus, visi, palīdzība
    lv: arhīvs, ziņas, jaunumi, politika, ekonomika, kultūra, sports, pasaulē, latvijā, viedokļi, video, foto
    lv: reklāma, redakcija, jaunākās ziņas, jaunākais, lasītākie, laikapstākļi, vakances
    et: menüü, otsi, otsing, liigu sisu juurde, otse sisu juurde, üles, tagasi üles, tagasi, kontakt, kontaktid
    et: meist, privaatsuspoliitika, privaatsus, privaatsustingimused, kasutustingimused, tingimused, sisukaart
    et: logi sisse, logi välja, sulge, rohkem, näita rohkem, kõik uudised, vaata kõiki, abi, arhiiv, uudised
    et: poliitika, majandus, kultuur, sport, välismaa, maailm, eesti, arvamus, video, videod, galerii, reklaam
    et: toimetus, viimased uudised, loetumad, ilm, teemad, töökuulutused
    tr: menü, ana menü, ara, arama, içeriğe geç, içeriğe atla, yukarı çık, başa dön, yukarı, geri, geri dön
    tr: iletişim, hakkımızda, künye, gizlilik politikası, gizlilik, gizlilik sözleşmesi, kullanım koşulları
    tr: kullanım şartları, çerez politikası, kvkk, site haritası, giriş, giriş yap, çıkış, üye ol, hesabım, kapat
    tr: tümü, tümünü gör, daha fazla, daha fazlası, daha fazla göster, yardım, arşiv, kategoriler, haberler
    tr: son dakika, gündem, siyaset, politika, ekonomi, kültür sanat, kültür, spor, dünya, türkiye, yazarlar, video
    tr: galeri, foto galeri, reklam, reklam ver, manşet, magazin, sağlık, eğitim, teknoloji, yaşam, en çok okunanlar
    tr: foto, canlı yayın, hava durumu, rss, mobil, web tv, yerel haberler
    az: menyu, axtar, axtarış, yuxarı, geri, əlaqə, haqqımızda, bağla, daha çox, hamısı, arxiv, xəbərlər, siyasət
    az: iqtisadiyyat, mədəniyyət, idman, dünya, cəmiyyət, video, foto, reklam, xəbər lenti, son xəbərlər, gündəm
    az: məxfilik siyasəti, bütün xəbərlər
    kk: мәзір, іздеу, жоғары, артқа, байланыс, біз туралы, жабу, тағы, барлығы, мұрағат, жаңалықтар, саясат
    kk: экономика, мәдениет, спорт, әлем, қоғам, видео, фото, жарнама, соңғы жаңалықтар, қазақстан
    kk: барлық жаңалықтар, редакция
    uz: menyu, qidiruv, qidirish, yuqoriga, orqaga, aloqa, biz haqimizda, yopish, yana, barchasi, arxiv, yangiliklar
    uz: siyosat, iqtisodiyot, madaniyat, sport, dunyo, jahon, jamiyat, o'zbekiston, video, foto, reklama
    uz: so'nggi yangiliklar, barcha yangiliklar, tahririyat, янгиликлар, жамият, жаҳон, ўзбекистон, сиёсат, иқтисод
    ka: მენიუ, ძებნა, ძიება, ზემოთ, უკან, კონტაქტი, ჩვენ შესახებ, დახურვა, მეტი, ყველა, არქივი, ახალი ამბები
    ka: სიახლეები, პოლიტიკა, ეკონომიკა, კულტურა, სპორტი, მსოფლიო, საზოგადოება, ვიდეო, ფოტო, რეკლამა, სამართალი
    hy: մենյու, որոնում, փնտրել, վերև, հետ, կապ, մեր մասին, փակել, ավելին, բոլորը, արխիվ, նորություններ, լուրեր
    hy: քաղաքականություն, տնտեսություն, մշակույթ, սպորտ, աշխարհ, հասարակություն, տեսանյութեր, լուսանկարներ, գովազդ
    ar: القائمة, القائمة الرئيسية, بحث, البحث, ابحث, انتقل إلى المحتوى, تخطي إلى المحتوى, الانتقال إلى المحتوى
    ar: العودة إلى الأعلى, الرجوع للأعلى, إلى الأعلى, أعلى الصفحة, رجوع, عودة, اتصل بنا, تواصل معنا, من نحن
    ar: عن الموقع, سياسة الخصوصية, الخصوصية, شروط الاستخدام, الشروط والأحكام, خريطة الموقع, تسجيل الدخول
    ar: تسجيل الخروج, دخول, حسابي, إغلاق, عرض الكل, المزيد, عرض المزيد, المزيد من الأخبار, مساعدة, الأرشيف, أرشيف
    ar: الأقسام, أخبار, الأخبار, سياسة, اقتصاد, ثقافة, رياضة, العالم, عالم, محليات, عربي ودولي, عربي, دولي, مجتمع
    ar: منوعات, رأي, آراء, فيديو, صور, أعلن معنا, للإعلان, فن, صحة, تكنولوجيا, حوادث, مقالات, آخر الأخبار, عاجل
    ar: الاقتصاد, الرياضة, هيئة التحرير, الأكثر قراءة, بث مباشر, علوم
    fa: منو, جستجو, جست‌وجو, بازگشت به بالا, بالای صفحه, بازگشت, تماس با ما, درباره ما, حریم خصوصی, قوانین و مقررات
    fa: شرایط استفاده, نقشه سایت, ورود, خروج, ثبت نام, بستن, بیشتر, همه, مشاهده همه, موارد بیشتر, آرشیو, پیوندها
    fa: اخبار, سیاسی, سیاست, اقتصادی, اقتصاد, فرهنگی, فرهنگ, ورزشی, ورزش, جهان, بین‌الملل, بین الملل, اجتماعی, جامعه
    fa: علمی, فیلم, ویدئو, عکس, تصاویر, استان‌ها, استانها, آخرین اخبار, پربازدیدترین, پربازدیدها, یادداشت, گفت‌وگو
    fa: حوادث, ایران, فناوری, سلامت, هنر, پربحث ترین
    he: תפריט, תפריט ראשי, חיפוש, חפש, דלג לתוכן, דלג לתוכן הראשי, חזרה למעלה, חזור למעלה, לראש העמוד, חזרה, צור קשר
    he: צרו קשר, אודות, אודותינו, מי אנחנו, מדיניות פרטיות, פרטיות, תנאי שימוש, תקנון, נגישות, הצהרת נגישות
    he: מפת האתר, כניסה, התחברות, התנתקות, סגור, עוד, הצג עוד, לכל הכתבות, הכל, עזרה, ארכיון, חדשות, פוליטיקה, כלכלה
    he: תרבות, ספורט, בעולם, עולם, בארץ, דעות, וידאו, וידיאו, תמונות, פרסמו אצלנו, פרסם אצלנו, מבזקים, כל המבזקים
    he: בריאות, טכנולוגיה, צרכנות
    ur: مینو, تلاش, تلاش کریں, اوپر جائیں, واپس, رابطہ, ہم سے رابطہ, ہمارے بارے میں, پرائیویسی پالیسی, بند کریں
    ur: مزید, تمام, آرکائیو, خبریں, تازہ ترین, پاکستان, دنیا, کاروبار, کھیل, سیاست, ویڈیو, ویڈیوز, تصاویر
    ur: انٹرٹینمنٹ, صحت, ٹیکنالوجی, کالم, بلاگ
    hi: मेनू, खोजें, खोज, सर्च, ऊपर जाएं, वापस, संपर्क, संपर्क करें, हमारे बारे में, गोपनीयता नीति, नियम और शर्तें
    hi: बंद करें, और देखें, सभी देखें, और, सभी, आर्काइव, समाचार, देश, दुनिया, विदेश, राजनीति, खेल, मनोरंजन, व्यापार
    hi: बिजनेस, वीडियो, फोटो, फोटो गैलरी, विज्ञापन दें, ताजा खबर, ताज़ा खबरें, राज्य, लाइफस्टाइल, टेक, क्रिकेट, धर्म
    hi: करियर, शिक्षा, ब्रेकिंग न्यूज, ई-पेपर, लॉगिन
    bn: মেনু, অনুসন্ধান, খুঁজুন, উপরে যান, ফিরে যান, যোগাযোগ, আমাদের সম্পর্কে, গোপনীয়তা নীতি, শর্তাবলি, শর্তাবলী
    bn: বন্ধ করুন, আরও, আরও দেখুন, সব, সব দেখুন, আর্কাইভ, সংবাদ, খবর, জাতীয়, আন্তর্জাতিক, রাজনীতি, অর্থনীতি, খেলা
    bn: খেলাধুলা, বিনোদন, সারাদেশ, বাংলাদেশ, বিশ্ব, ভিডিও, ছবি, মতামত, সর্বশেষ, সর্বাধিক পঠিত, জনপ্রিয়, ইপেপার
    bn: ই-পেপার, লগইন, শিক্ষা, প্রযুক্তি, স্বাস্থ্য
    ta: மெனு, தேடல், தேடுக, மேலே செல்ல, தொடர்புக்கு, எங்களைப் பற்றி, மேலும், அனைத்தும், செய்திகள், தமிழகம்
    ta: தமிழ்நாடு, இந்தியா, உலகம், அரசியல், விளையாட்டு, சினிமா, வணிகம், வீடியோ, புகைப்படங்கள், தனியுரிமைக் கொள்கை
    ta: மூடு
    te: మెనూ, వెతకండి, శోధన, సంప్రదించండి, మా గురించి, మరిన్ని, అన్నీ, వార్తలు, తాజా వార్తలు, జాతీయం, అంతర్జాతీయం
    te: రాజకీయాలు, క్రీడలు, సినిమా, వీడియోలు, ఫోటోలు, తెలంగాణ, ఆంధ్రప్రదేశ్, బిజినెస్
    mr: मेनू, शोधा, शोध, संपर्क, आमच्याविषयी, आमच्याबद्दल, गोपनीयता धोरण, आणखी, सर्व, सर्व पहा, बातम्या
    mr: ताज्या बातम्या, देश, महाराष्ट्र, राजकारण, क्रीडा, मनोरंजन, अर्थ, व्हिडिओ, फोटो, मुंबई, पुणे, विदेश, ई-पेपर
    ne: मेनु, खोज्नुहोस्, खोजी, सम्पर्क, हाम्रो बारेमा, हाम्रो बारे, हाम्रो टीम, थप, सबै, समाचार, राजनीति, अर्थ
    ne: खेलकुद, मनोरञ्जन, विश्व, विचार, भिडियो, फोटो, प्रदेश, अन्तर्राष्ट्रिय, समाज, ताजा समाचार, ट्रेन्डिङ
    si: මෙනුව, සොයන්න, අප අමතන්න, අප ගැන, තවත්, පුවත්, දේශීය, විදේශ, ක්‍රීඩා, ව්‍යාපාරික, වීඩියෝ
    th: เมนู, ค้นหา, ข้ามไปยังเนื้อหา, ข้ามไปที่เนื้อหา, กลับขึ้นด้านบน, กลับไปด้านบน, กลับด้านบน, กลับ, ย้อนกลับ
    th: ติดต่อเรา, ติดต่อ, เกี่ยวกับเรา, นโยบายความเป็นส่วนตัว, ข้อตกลงการใช้งาน, เงื่อนไขการใช้งาน, แผนผังเว็บไซต์
    th: เข้าสู่ระบบ, ออกจากระบบ, ดูทั้งหมด, ดูเพิ่มเติม, เพิ่มเติม, ทั้งหมด, ช่วยเหลือ, ข่าว, ข่าวล่าสุด, การเมือง
    th: เศรษฐกิจ, กีฬา, บันเทิง, ต่างประเทศ, สังคม, อาชญากรรม, วิดีโอ, ภาพข่าว, ติดต่อโฆษณา, ลงโฆษณา, ในประเทศ
    th: ไลฟ์สไตล์, ไทยรัฐ, ข่าวเด่น, ร่วมงานกับเรา
    lo: ເມນູ, ຄົ້ນຫາ, ກັບຄືນ, ຕິດຕໍ່, ຕິດຕໍ່ພວກເຮົາ, ກ່ຽວກັບພວກເຮົາ, ເພີ່ມເຕີມ, ທັງໝົດ, ຂ່າວ, ການເມືອງ, ເສດຖະກິດ
    lo: ກິລາ, ສັງຄົມ, ຕ່າງປະເທດ, ວິດີໂອ
    km: ម៉ឺនុយ, ស្វែងរក, ត្រឡប់ក្រោយ, ទំនាក់ទំនង, អំពីយើង, អំពី​យើង, បន្ថែម, ទាំងអស់, ព័ត៌មាន, ព័ត៌មានជាតិ
    km: ព័ត៌មានអន្តរជាតិ, នយោបាយ, សេដ្ឋកិច្ច, កីឡា, សង្គម, កម្សាន្ត, វីដេអូ, អន្តរជាតិ
    my: မီနူး, ရှာဖွေရန်, ဆက်သွယ်ရန်, ကျွန်ုပ်တို့အကြောင်း, ပိုမို, အားလုံး, သတင်း, သတင်းများ, နိုင်ငံရေး
    my: စီးပွားရေး, အားကစား, နိုင်ငံတကာ, ဗီဒီယို, ဓာတ်ပုံ
    id: menu, menu utama, cari, pencarian, langsung ke konten, lewati ke konten, lompat ke konten, kembali ke atas
    id: ke atas, kembali, kontak, kontak kami, hubungi kami, tentang kami, redaksi, kebijakan privasi, privasi
    id: syarat dan ketentuan, ketentuan penggunaan, pedoman media siber, pedoman pemberitaan media siber, disclaimer
    id: peta situs, masuk, keluar, daftar, akun saya, tutup, lihat semua, lihat lainnya, selengkapnya
    id: muat lebih banyak, lainnya, bantuan, indeks, indeks berita, arsip, kategori, berita, nasional, politik
    id: ekonomi, bisnis, budaya, olahraga, dunia, internasional, hiburan, daerah, opini, video, foto, info iklan
    id: pasang iklan, karir, terkini, terbaru, terpopuler, gaya hidup, teknologi, otomotif, kesehatan, bola
    id: kode etik, tampilkan semua
    ms: menu, cari, carian, kembali ke atas, kembali, hubungi kami, hubungi, tentang kami, mengenai kami
    ms: dasar privasi, terma dan syarat, terma & syarat, log masuk, log keluar, akaun saya, tutup, lihat semua, lagi
    ms: lagi berita, bantuan, arkib, berita, nasional, politik, ekonomi, bisnes, budaya, sukan, dunia, hiburan
    ms: semasa, pendapat, video, foto, iklan, terkini, popular, gaya hidup, global
    tl: menu, maghanap, hanapin, bumalik sa itaas, makipag-ugnayan, tungkol sa amin, patakaran sa privacy, higit pa
    tl: tingnan lahat, mga balita, balita, pulitika, palakasan, negosyo, daigdig, video, mga larawan, libangan
    tl: pambansa
    sw: menyu, tafuta, rudi juu, rudi, wasiliana nasi, mawasiliano, kuhusu sisi, sera ya faragha, zaidi, zote
    sw: habari, siasa, uchumi, michezo, biashara, burudani, kimataifa, dunia, video, picha, maoni, afya, makala
    sw: kitaifa
    am: ማውጫ, ፈልግ, ያግኙን, ስለ እኛ, ተጨማሪ, ሁሉም, ዜና, ዜናዎች, ፖለቲካ, ኢኮኖሚ, ስፖርት, ዓለም, ቪዲዮ, ፎቶ, ማኅበራዊ
    zh: 菜单, 選單, 导航, 导航菜单, 網站導覽, 搜索, 搜尋, 查找, 跳到内容, 跳至内容, 跳到主要内容, 跳至主要内容
    zh: 跳到主要內容, 跳至主要內容, 返回顶部, 回到顶部, 回到頂部, 回顶部, 顶部
    zh: 回頂端, 返回列表, 返回上一页, 返回, 上一级, 联系我们, 聯絡我們, 聯繫我們, 关于我们, 關於我們, 关于本站
    zh: 网站简介, 隐私政策, 隱私政策, 隱私權政策, 服务条款, 服務條款, 使用条款
    zh: 使用條款, 法律声明, 免责声明, 版权声明, 网站地图, 網站地圖, 登录, 登入, 退出, 登出, 注册, 註冊, 我的账户
    zh: 会员中心, 會員中心, 关闭, 關閉, 更多, 查看更多, 更多内容, 查看全部
    zh: 全部, 看全部, 帮助, 帮助中心, 存档, 栏目, 频道, 新闻, 新聞, 即時新聞, 即时新闻, 政治, 经济, 經濟, 财经, 財經
    zh: 文化, 体育, 體育, 国际, 國際, 国内, 社会, 社會, 娱乐
    zh: 娛樂, 生活, 科技, 评论, 評論, 視頻, 视频, 影音, 图片, 圖片, 广告服务, 廣告刊登, 人才招聘, 招聘信息, 诚聘英才
    zh: 加入我们, 友情链接, 设为首页, 加入收藏, 手机版, 手機版, 电脑版
    zh: 繁體, 繁体, 简体, 简体中文, 繁體中文, english, 专题, 專題, 直播, 滚动, 滚动新闻, 军事, 汽车, 房产, 健康, 教育
    zh: 旅游, 旅遊, 地方, 港澳, 台湾, 兩岸, 两岸, 最新
    zh: 热点, 要闻, 要聞, 時事, 时政, 正文, 正在阅读, 阅读更多, 展开, 收起, 点击展开, 加载更多, 客户端, 数字报
    zh: 網站首頁, 當前位置, 当前位置, 您当前的位置, 您现在的位置, 所在位置, 位置
    zh: 你的位置, 您的位置
    ja: メニュー, 検索, 本文へ, 本文へスキップ, コンテンツへスキップ, コンテンツに移動, ナビゲーション, ページトップ
    ja: ページトップへ, ページの先頭へ, ページの先頭に戻る, ページトップへ戻る
    ja: トップへ戻る, ページ上部へ, 先頭へ, 上へ戻る, 戻る, 一覧へ, 一覧へ戻る, 一覧に戻る, 一覧, お問い合わせ
    ja: 会社概要, 会社案内, 運営会社, 私たちについて, プライバシーポリシー
    ja: 個人情報保護方針, 利用規約, 著作権, サイトマップ, ログイン, ログアウト, マイページ, 閉じる, もっと見る
    ja: すべて見る, さらに表示, もっと, 全て見る, ヘルプ, よくある質問, アーカイブ
    ja: カテゴリー, ニュース, ニュース一覧, 政治, 経済, 文化, スポーツ, 国際, 社会, エンタメ, 芸能, 地域, 速報, 動画
    ja: 写真, 広告掲載, 採用情報, 特集, 連載, コラム, 天気, 最新ニュース
    ja: 新着記事, 新着, 国内, 海外, ビジネス, 科学, 暮らし, トップニュース, 社説, 紙面, 特定商取引法に基づく表記
    ko: 메뉴, 전체메뉴, 검색, 본문 바로가기, 본문으로 바로가기, 메뉴 바로가기, 주메뉴 바로가기, 맨위로, 맨 위로, 위로
    ko: 상단으로, top, 뒤로, 이전 페이지로, 목록, 목록으로, 목록보기
    ko: 회사소개, 소개, 문의, 문의하기, 고객센터, 개인정보처리방침, 개인정보취급방침, 청소년보호정책, 이용약관
    ko: 저작권보호정책, 이메일무단수집거부, 사이트맵, 로그인, 로그아웃, 회원가입
    ko: 마이페이지, 닫기, 더보기, 전체보기, 전체 보기, 도움말, 지난기사, 섹션, 뉴스, 뉴스홈, 정치, 경제, 문화, 스포츠
    ko: 국제, 사회, 연예, 지역, 전국, 생활, 과학, it, 오피니언
    ko: 사설, 칼럼, 포토, 동영상, 영상, 광고안내, 채용, 최신뉴스, 최신기사, 속보, 실시간, 인기뉴스, 많이 본 기사
    ko: 신문보기, 지면보기, pc버전, 모바일버전, 구독신청, 기사제보, 윤리강령
    ko: 고충처리, 독자위원회, 세계, 건강, 라이프
    ca: menú, cerca, cercar, ves al contingut, vés al contingut, salta al contingut, torna a dalt, torna amunt
    ca: amunt, tornar, contacte, contacta, qui som, avís legal, política de privacitat, privacitat, condicions dús
    ca: mapa web, inicia sessió, el meu compte, tanca, veure tot, veure més, més, ajuda, hemeroteca, seccions
    ca: notícies, política, economia, cultura, esports, món, societat, opinió, vídeos, vídeo, fotos, publicitat
    ca: en directe, local, subscripcions
    eu: menua, bilatu, joan edukira, edukira joan, gora, itzuli, itzuli gora, kontaktua, harremanetarako, nor gara
    eu: guri buruz, lege oharra, pribatutasun politika, saioa hasi, itxi, gehiago, ikusi gehiago, denak, laguntza
    eu: artxiboa, hemeroteka, albisteak, politika, ekonomia, kultura, kirola, kirolak, mundua, gizartea, iritzia
    eu: bideoak, argazkiak
    gl: menú, buscar, ir ao contido, saltar ao contido, volver arriba, arriba, volver, contacto, quen somos
    gl: aviso legal, política de privacidade, iniciar sesión, pechar, ver todo, ver máis, máis, axuda, hemeroteca
    gl: noticias, política, economía, cultura, deportes, mundo, sociedade, opinión, vídeos, fotos
    """
)
_PHRASES = Phrases(home=_HOME, link=_LINKS)
_SINGLE_SURE = 2
"""Words of a link that is sure to be one; a section's name alone may be a heading."""
_ARROWS = re.compile(r"\s*(?:[>»›→▸▶❯⟩]|::|&gt;|&raquo;)\s*")
_CRUMBS = re.compile(r"\s*(?:[>»›→▸▶❯⟩|]|::|&gt;|&raquo;)\s*|\s+[/–—-]\s+|/")
_MOST_CRUMB = 60
_YOU_ARE_HERE = re.compile(
    r"^(?:you are here|location|current location|bạn đang ở|vous êtes ici|sie sind hier|sie befinden sich hier"
    r"|du bist hier"
    r"|(?:usted )?estás? (?:aquí|en)|você está (?:aqui|em)|(?:ti trovi|sei|sei in) ?qui|u bent hier|je bent hier"
    r"|du är här|du er her|olet tässä"
    r"|jesteś tutaj|tu jesteś|nacházíte se zde|nachádzate sa tu|jelenlegi hely|вы здесь|ви тут|ти си тук"
    r"|βρίσκεστε εδώ|buradasınız"
    r"|当前位置|當前位置|您(?:当前|现在)?的?(?:所在)?位置|您现在的位置|你的位置|所在位置|現在位置|現在地"
    r"|현재 ?위치|أنت هنا|شما اینجا هستید|أنت الآن في"
    r"|anda (?:di sini|berada di)|คุณอยู่ที่นี่)\s*[:：]?\s*(?:是)?\s*",
    re.IGNORECASE,
)
_HERE = every(
    words(
        """
        en: you are here, location, current location
        vi: bạn đang ở
        fr: vous êtes ici
        de: sie sind hier, sie befinden sich hier, du bist hier
        es: estás aquí, está aquí, está en, estás en
        pt: você está aqui, você está em
        it: ti trovi qui, sei qui, sei in qui
        nl: u bent hier, je bent hier
        sv: du är här
        da: du er her
        fi: olet tässä
        pl: jesteś tutaj, tu jesteś
        cs: nacházíte se zde
        sk: nachádzate sa tu
        hu: jelenlegi hely
        ru: вы здесь
        uk: ви тут
        bg: ти си тук
        el: βρίσκεστε εδώ
        tr: buradasınız
        zh: 位置
        ja: 現在地
        ko: 현재
        ar: أنت هنا, أنت الآن في
        fa: شما اینجا هستید
        id: anda di sini, anda berada di
        th: คุณอยู่ที่นี่
        """
    )
)
_LONGEST_CRUMBS = 220
_LONGEST_MENU = 160
_WEAK_WORDS = every(
    words(
        """
        *: read more, see more, view more, show more, load more, more, list, press, help, back, close, legal
        *: language, live, video, videos, photos, games, weather, radio
        *: tv, quiz, opinion
        *: terms, jobs, start, fel, sus, hore, mehr, hilfe, mais, altro, meer, más, sobre, contact, archive, search
        *: edition, categories
        """
    )
)


@lru_cache(maxsize=256)
def _links(text: str) -> tuple[Found, ...]:
    """What a line consists of; kept, since each line of a group asks for its neighbours."""
    return (_PHRASES.cover(text) or ()) if len(text) <= _LONGEST_MENU else ()


def _cover(line: Line) -> tuple[Found, ...]:
    return _links(line.text)


def _is_member(line: Line) -> bool:
    return any(each.role != "number" for each in _cover(line))


def _is_sure(line: Line) -> bool:
    """Whether it can be nothing but a menu: three links, or one of several words that nobody writes else."""
    found = [each for each in _cover(line) if each.role != "number"]
    if len(found) >= 3:
        return True
    return any(_is_long(each.phrase) for each in found)


def _is_long(phrase: str) -> bool:
    return phrase.count(" ") >= _SINGLE_SURE - 1 and phrase not in _WEAK_WORDS


def _breadcrumb(line: Line, document: Document) -> Metadata | None:
    text = line.text
    told = _YOU_ARE_HERE.match(text)
    rest = text[told.end() :] if told else text
    parts = [part.strip() for part in (_CRUMBS if told else _ARROWS).split(rest.strip(" >»›→|/")) if part.strip()]
    if told and len(parts) >= 2 and all(len(part) <= _MOST_CRUMB for part in parts[:-1]):
        return Metadata()
    if not told and _is_home(parts[0] if parts else ""):
        return Metadata() if len(parts) >= 2 and all(len(part) <= _MOST_CRUMB for part in parts[1:-1]) else None
    if not told:
        slashed = [part.strip() for part in _CRUMBS.split(rest) if part.strip()]
        if len(slashed) >= 3 and _is_home(slashed[0]) and all(len(part) <= _MOST_CRUMB for part in slashed[1:]):
            return Metadata()
    is_way = len(parts) >= 3 and line.place is Place.HEAD and all(len(part.split()) <= 4 for part in parts)
    return Metadata() if is_way and not any(map(str.isdigit, text)) else None


def _is_home(text: str) -> bool:
    found = _PHRASES.cover(text)
    return found is not None and len(found) == 1 and found[0].role == "home"


def _menu(line: Line, document: Document) -> Metadata | None:
    found = [each for each in _cover(line) if each.role != "number"]
    if not found:
        return None
    if _is_sure(line) or (len(found) >= 2 and re.search(r"[|•·»›/]", line.text)):
        return Metadata()
    if in_group(line, document, _is_member, _is_sure):
        return Metadata()
    return Metadata() if _stands_alone(found, line, document) else None


def _stands_alone(found: list[Found], line: Line, document: Document) -> bool:
    """Whether one word alone is a link: the way home on top, or a command outside of the text."""
    if len(found) != 1 or line.place is Place.BODY:
        return False
    below, above = document.below(line), document.above(line)
    if found[0].role == "home":
        return line.number <= 1 and below is not None and not below.is_paragraph
    is_command = fold(line.text) in _COMMANDS
    return is_command and (
        line.place is Place.TAIL or bool(above and above.is_paragraph) or (below is not None and not below.is_paragraph)
    )


_COMMANDS = frozenset(
    fold(word)
    for word in every(
        words(
            """
            en: menu, search, login, sitemap, navigation
            vi: menu, tìm kiếm, đăng nhập, đăng xuất
            fr: menu, rechercher, connexion, fermer
            de: menü, suche, suchen, anmelden, impressum, datenschutz
            es: menú, buscar, cerrar
            pt: menu, buscar, pesquisar, entrar
            it: menu, cerca, accedi, chiudi
            nl: menu, zoeken, inloggen
            sv: meny, sök, stäng
            da: menu, søg, luk
            no: meny, søk, lukk
            fi: valikko, haku, sulje
            pl: menu, szukaj, zaloguj, zamknij
            cs: menu, hledat, nahoru, zpět
            sk: menu, hľadať, späť, hore
            hu: menü, keresés, vissza, bezárás
            ro: meniu, caută, înapoi
            bg: меню, търсене, нагоре, назад, вход
            el: μενού, αναζήτηση, πίσω
            sr: мени, претрага, meni, pretraga
            hr: izbornik, pretraga
            sl: iskanje, na vrh
            ru: меню, поиск, наверх, вверх, назад, войти, закрыть
            uk: меню, пошук, вгору, нагору, догори, назад, увійти, закрити
            be: пошук, наверх, уверх, назад
            lt: meniu, paieška, atgal
            lv: izvēlne, meklēt, atpakaļ
            et: menüü, otsi, tagasi
            tr: menü, ara, yukarı, geri
            az: menyu, axtar, axtarış
            kk: мәзір, іздеу
            uz: qidiruv, qidirish, menyu
            ar: القائمة, بحث, رجوع
            fa: منو, جستجو, بازگشت
            he: תפריט, חיפוש
            hi: खोजें, मेनू
            bn: অনুসন্ধান, মেনু
            th: เมนู, ค้นหา, ย้อนกลับ
            id: cari, masuk, kembali
            ms: cari, kembali
            zh: 菜单, 選單, 搜索, 搜尋, 返回, 返回顶部, 回到顶部, 回頂端, 导航, 更多, 登录, 登入, 关闭, 關閉
            zh: 返回列表, 返回首页, 查看更多, 展开全文
            ja: メニュー, 検索, 戻る, ページトップ, ページトップへ, 閉じる, もっと見る, 一覧, 一覧へ, ログイン
            ko: 메뉴, 검색, 맨위로, 목록, 목록으로, 위로, 닫기, 더보기, 로그인, 전체메뉴
            ca: menú, cerca
            """
        )
    )
)


RULES: tuple[Rule, ...] = (
    Rule(
        id="navigation.breadcrumb",
        version=1,
        languages=tuple(_HOME),
        description="The way from the home page to the article.",
        matcher=_breadcrumb,
        cues=_PHRASES.cues("home") | cues(_HERE, signs=">»›→▸▶❯⟩"),
        examples=(
            Example("Home > World > Asia"),
            Example("You are here: Home / News / Local"),
            Example("Trang chủ » Thời sự", "vi"),
            Example("Accueil > Actualités > Société", "fr"),
            Example("Startseite » Lokales", "de"),
            Example("Inicio > Noticias", "es"),
            Example("Início » Notícias", "pt"),
            Example("Главная » Новости » Общество", "ru"),
            Example("首页 > 新闻 > 社会", "zh"),
            Example("الرئيسية > أخبار", "ar"),
            Example("Beranda > Berita", "id"),
            Example("ホーム > ニュース", "ja"),
        ),
        counterexamples=keep("Home is where the harbour is", "Home, at last", "Gold > silver", "Home: a history"),
        max_length=_LONGEST_CRUMBS,
        overrides=("announced", "headline", "sentence"),
    ),
    Rule(
        id="navigation.menu",
        version=1,
        languages=tuple(_LINKS),
        description="Links to other parts of the site: menus, “back to top”, “about us”.",
        matcher=_menu,
        cues=_PHRASES.cues("home", "link"),
        examples=(
            Example("Skip to main content"),
            Example("Back to top"),
            Example("About us | Contact | Privacy Policy"),
            Example("News Sport Weather Video"),
            Example("Về đầu trang", "vi"),
            Example("Haut de page", "fr"),
            Example("Impressum | Datenschutz", "de"),
            Example("Aviso legal", "es"),
            Example("Política de privacidade", "pt"),
            Example("Политика конфиденциальности", "ru"),
            Example("关于我们 | 联系我们", "zh"),
            Example("سياسة الخصوصية", "ar"),
            Example("Tentang Kami | Redaksi", "id"),
        ),
        counterexamples=keep(
            "The Home Front", "Search and rescue", "Contact was lost", "Politics of the harbour", "Sport"
        ),
        overrides=("announced", "headline", "sentence"),
    ),
)
