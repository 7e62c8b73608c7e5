"""Buttons that share, print, save or enlarge an article: ``Share on Facebook``, ``Print``, ``A+ A-``."""

from __future__ import annotations

import re
from functools import lru_cache

from ..documents import Metadata
from .document import Document, Line, Place
from .labels import words
from .networks import NETWORKS
from .phrases import Found, Phrases, in_group, is_title
from .rule import Example, Rule, keep

_SHARE = words(
    """
    en: share, shares, share this, share it, sharing, sharing options, share options, share via, share article
    en: tweet, tweets, retweet, repost, pin it
    en: click to share, tweet this, post on x, post to x, share with friends, share with your friends, forward this
    en: share now, post this, share by, gift article
    vi: chia sẻ, chia sẻ bài viết, chia sẻ lên, chia sẻ qua, chia sẻ với bạn bè, lượt chia sẻ, chia sẻ tin này
    vi: chia sẻ bài viết này
    fr: partager, partagez, partage, partages, partager larticle, partager cet article, partagez cet article
    fr: tweeter, tweetez, partager ce contenu
    de: teilen, artikel teilen, beitrag teilen, seite teilen, weitersagen, auf teilen, twittern
    de: teilen sie diesen artikel, diesen artikel teilen, mal geteilt, teile diesen artikel, weiterempfehlen
    es: compartir, comparte, compártelo, compartir en, comparte en, comparta, comparta esta noticia
    es: compartir noticia, compartir artículo, twittear, tuitear, compartido, veces compartido, compartidos
    es: comparte esta noticia
    pt: compartilhar, compartilhe, partilhar, partilhe, partilha, compartilhamentos, partilhas, tweetar, tuitar
    pt: compartilhe isso, compartilhar esta notícia, compartilhe esta notícia, partilhar este artigo
    it: condividi, condividere, condivisioni, condividi su, tweetta, condividi questo articolo, condividi larticolo
    nl: delen, deel, deel dit, deel dit artikel, deel via, keer gedeeld, tweeten, delen via, deel dit bericht
    sv: dela, dela artikeln, dela artikel, delningar, dela med dig, tweeta, tipsa en vän, tipsa
    da: del, del artiklen, del artikel, delinger, del denne artikel, tip en ven
    no: del, del artikkelen, del artikkel, delinger, del på, del saken, tips en venn
    fi: jaa, jaa artikkeli, jaa juttu, jaa tämä, jaot, twiittaa, jaa sivu, jakoa
    is: deila, deila á, deila frétt, senda á vin, tísta
    pl: udostępnij, udostępnij artykuł, udostępnień, podziel się, poleć znajomym, poleć, tweetnij, udostępnienia
    pl: udostępnij na, prześlij dalej
    cs: sdílet, sdílej, sdílejte, sdílení, sdílet článek, tweetnout, poslat známému, sdíleno
    sk: zdieľať, zdieľaj, zdieľajte, zdieľanie, zdieľať článok, zdieľaní, odporučiť, poslať známemu
    hu: megosztás, megosztom, oszd meg, ossza meg, megosztások, megosztás a, küldés, küldje el, cikk megosztása
    hu: ajánlom
    ro: distribuie, distribuiți, partajează, share pe, trimite, distribuie articolul, distribuie pe, distribuiri
    ro: partajați, dă mai departe
    bg: сподели, споделете, споделяне, споделяния, сподели в, сподели статията, туитни, изпрати на приятел
    el: κοινοποίηση, κοινοποιήστε, μοιραστείτε, μοιραστείτε το, κοινοποιήσεις, μοιράσου, μοιράσου το, share
    sr: подели, поделите, подели вест, дељења, podeli, podelite, podeli vest, deljenja, подели на
    hr: podijeli, podijelite, podijeli članak, dijeli, podjela, podijeli na, pošalji prijatelju, dijeljenja
    sl: deli, delite, deli na, deli članek, deli novico, pošlji prijatelju, tvitni
    ru: поделиться, поделитесь, поделиться в, поделиться новостью, поделиться ссылкой, расскажите друзьям
    ru: рассказать друзьям, твитнуть, отправить другу, поделились, поделиться статьей, поделиться с друзьями, репост
    ru: переслать
    uk: поділитися, поділитись, поширити, поширте, поширити новину, поділіться, поділитися новиною
    uk: розповісти друзям, поширень, надіслати другу, твітнути
    be: падзяліцца, падзяліцеся, падзяліцца навіной, пашырыць, распавесці сябрам
    lt: dalintis, dalinkis, dalinkitės, pasidalinti, pasidalink, pasidalinkite, pasidalinimai, siųsti draugui
    lt: dalintis straipsniu, pasidalyti
    lv: dalīties, dalies, dalīties ar, iesaki, iesaki draugiem, ieteikt, nosūtīt draugam, dalīties ar rakstu, kopīgot
    et: jaga, jagatud, jaga artiklit, jaga sõpradega, jagamised, saada sõbrale, jaga lugu
    tr: paylaş, paylaşın, paylaşım, da paylaş, haberi paylaş, tweetle, paylaş x, arkadaşına gönder, ta paylaş
    tr: bu haberi paylaş, paylaşımlar, arkadaşınla paylaş
    az: paylaş, paylaşın, xəbəri paylaş, paylaşmaq, bölüş, dostunla paylaş
    kk: бөлісу, бөлісіңіз, бөлісіңдер, достарыңызбен бөлісіңіз, бөліс
    uz: ulashish, ulashing, ulash, bo'lishish, do'stlaringizga ulashing, улашиш, бўлишиш
    ka: გაზიარება, გააზიარე, გააზიარეთ, გაუზიარე მეგობრებს
    hy: կիսվել, կիսվել ընկերների հետ, տարածել, կիսվիր, կիսվեք
    ar: شارك, شاركها, شاركنا, مشاركة, المشاركة, شارك هذا الخبر, شارك الخبر, شارك المقال, مشاركة الخبر
    ar: شارك هذا المقال, شارك عبر, مشاركة عبر, شارك على, مشاركة على, غرد, تغريدة, شارك الموضوع, انشر, ارسل لصديق
    ar: أرسل إلى صديق, شارك الصفحة, مشاركات, شير, شارك مع اصدقائك, شارك برأيك
    fa: اشتراک گذاری, اشتراک‌گذاری, به اشتراک بگذارید, اشتراک, هم رسانی, هم‌رسانی, بازنشر, ارسال به دوستان
    fa: اشتراک گذاری در, به اشتراک گذاری, اشتراک خبر, ارسال برای دوستان
    he: שתפו, שתף, שיתוף, שתפי, שתפו כתבה, שתף כתבה, שתפו את הכתבה, שתף את הכתבה, צייצו, שתפו עם חברים, שלחו לחבר
    he: שלח לחבר
    ur: شیئر کریں, شیئر, شئیر کریں, شیئر کیجیے, ٹویٹ کریں, خبر شیئر کریں, دوستوں کے ساتھ شیئر کریں, شیئر کیجئے
    hi: शेयर करें, शेयर, साझा करें, साझा कीजिए, ट्वीट करें, पर शेयर करें, शेयर कीजिए, इस खबर को शेयर करें
    hi: दोस्तों के साथ शेयर करें, शेयर करो
    bn: শেয়ার করুন, শেয়ার, শেয়ার করো, টুইট করুন, টুইট, খবরটি শেয়ার করুন, বন্ধুদের সাথে শেয়ার করুন
    ta: பகிர்க, பகிரவும், பகிர, ஷேர், பகிர்வு, ஷேர் செய்க, நண்பர்களுடன் பகிர, ட்வீட்
    te: షేర్ చేయండి, షేర్, పంచుకోండి, షేర్ చేయి, ట్వీట్ చేయండి
    mr: शेअर करा, शेअर, शेअर करण्यासाठी, ट्विट करा, सामायिक करा
    ne: सेयर गर्नुहोस्, सेयर, शेयर गर्नुहोस्, सेयर गर्नुस्, शेयर, ट्विट, ट्वीट गर्नुहोस्
    si: බෙදාගන්න, බෙදා ගන්න, share කරන්න, බෙදාහරින්න
    gu: શેર કરો, શેર
    pa: ਸਾਂਝਾ ਕਰੋ, ਸ਼ੇਅਰ ਕਰੋ
    kn: ಹಂಚಿಕೊಳ್ಳಿ, ಶೇರ್ ಮಾಡಿ
    ml: പങ്കിടുക, ഷെയർ ചെയ്യുക, ഷെയര്‍
    th: แชร์, แบ่งปัน, แชร์ไปยัง, ทวีต, แชร์ข่าวนี้, แชร์บทความ, แชร์บทความนี้, แชร์เรื่องนี้, แชร์หน้านี้, แชร์ผ่าน
    lo: ແບ່ງປັນ, ແຊຣ໌, ແຊ, ແບ່ງປັນຂ່າວ
    km: ចែករំលែក, ស៊ែរ, ចែករំលែកអត្ថបទ, ចែកចាយ
    my: မျှဝေပါ, မျှဝေရန်, ရှဲရန်, ရှယ်ရန်, မျှဝေမည်, share လုပ်ရန်
    id: bagikan, bagikan ke, bagikan berita, bagikan artikel, bagikan artikel ini, sebarkan, bagikan lewat
    id: bagikan di, bagikan berita ini, share ke, dibagikan, berbagi
    ms: kongsi, kongsikan, kongsi artikel, kongsi berita, kongsi di, kongsi artikel ini, berkongsi
    tl: ibahagi, i-share, ibahagi ito, i-share ito, ibahagi sa, mag-share
    sw: shiriki, sambaza, shirikisha, gawa, tuma kwa rafiki, shirikisha wengine, washirikishe wengine
    sw: shirikisha rafiki
    am: አጋራ, ያጋሩ, አጋሩ, ለሌሎች ያጋሩ, አካፍል, ሼር ያድርጉ, ሼር
    zh: 分享, 分享到, 分享至, 一键分享, 分享本文, 分享文章, 分享给, 分享给好友, 分享給, 转发, 轉發, 转发到, 转发至
    zh: 轉貼, 推文, 分享此文, 分享按鈕, 分享新闻, 分享新聞, 次分享
    zh: 推荐给朋友, 告诉好友, 转寄, 轉寄, 分享這篇, 傳送到, 扫一扫分享, 用微信扫码分享
    ja: シェア, シェアする, でシェア, でシェアする, ツイート, ツイートする, ポスト, ポストする, 共有, 共有する
    ja: この記事をシェア, この記事をシェアする, で送る, に投稿, で共有, 記事をシェア
    ja: 友達に教える, でポスト, リツイート, でツイート
    ko: 공유, 공유하기, 기사공유, 기사 공유하기, 공유하기 닫기, 로 공유하기, 으로 공유, 트윗, 트윗하기
    ko: 이 기사를 공유합니다, 퍼가기, 보내기, 기사공유하기, sns 공유하기, 소셜 공유
    ko: 이 기사 공유하기
    ca: comparteix, compartir, comparteix-ho, comparteix a, comparteix larticle, compartiu, piula
    eu: partekatu, banatu, partekatu hau, txiokatu, bidali lagun bati
    gl: compartir, comparte, comparte en, compartir en, chía
    sq: shpërndaje, shpërndaj, ndaje, shpërndajeni, ndani, shperndaje
    mk: сподели, сподели на, сподели вест
    bs: podijeli, podijelite
    hu: tweet
    mn: хуваалцах, түгээх
    ky: бөлүшүү, бөлүшүңүз
    tg: мубодила, паҳн кардан
    ku: parve bike, بڵاوی بکەرەوە
    ps: شریکول, شریک کړئ
    so: la wadaag
    ha: yada
    yo: pín
    af: deel, deel dit
    cy: rhannu, rhannwch
    ga: roinn
    """
)
_TOOLS = words(
    """
    en: print, printer friendly, print this, print article, print this article, print this page, print story
    en: printer-friendly version, print friendly, printable version, send by email, email this, email article
    en: email story, send to a friend, email a friend, copy link, copy url, link copied, copy the link
    en: link copied to clipboard, save, saved, save article, save for later, bookmark, add to favorites
    en: add to favourites, save story, like, likes, like this, favorite, text size, font size, increase font size
    en: decrease font size, download pdf, download as pdf, pdf, save to pocket, permalink, more sharing options
    en: show more sharing options, close window, close this window, read later, add to reading list
    en: listen and share, view print version, embed, get link, send this page
    vi: in, in bài viết, in bài, in trang, bản in, gửi email, gửi mail, gửi cho bạn bè, sao chép liên kết, copy link
    vi: sao chép link, lưu, lưu bài viết, lưu tin, thích, lượt thích, quan tâm, cỡ chữ, về trang trước, quay lại
    vi: trở lại, tải về, in ấn, gửi bài viết qua email, lưu bài, link bài gốc, lấy link, in tin này, đọc sau
    vi: cỡ chữ nhỏ, cỡ chữ lớn, gửi bài
    fr: imprimer, imprimer larticle, imprimez, version imprimable, envoyer par e-mail, envoyer par mail
    fr: envoyer par email, envoyer à un ami, envoyer, copier le lien, lien copié, enregistrer, sauvegarder
    fr: ajouter à mes favoris, ajouter aux favoris, jaime, offrir cet article, taille du texte, lire plus tard
    fr: télécharger, classer, offrir larticle, recommander, envoyer cet article, conserver la lecture pour plus tard
    de: drucken, artikel drucken, seite drucken, druckansicht, druckversion, mailen, e-mail senden
    de: per e-mail senden, per mail versenden, link kopieren, link kopiert, merken, artikel merken, merkliste
    de: speichern, auf die merkliste, schriftgröße, gefällt mir, verschenken, artikel verschenken, versenden
    de: empfehlen, artikel versenden, schrift vergrößern, schrift verkleinern, per e-mail, als pdf speichern
    de: vorlesen lassen, schließen, fenster schließen, artikel speichern, e-paper, artikel empfehlen
    de: zur merkliste hinzufügen, später lesen
    es: imprimir, imprimir artículo, imprimir noticia, versión para imprimir, enviar por correo, enviar por email
    es: enviar por e-mail, enviar a un amigo, enviar, copiar enlace, copiar link, enlace copiado, guardar
    es: guardar artículo, me gusta, tamaño de letra, tamaño de texto, aumentar texto, reducir texto, descargar
    es: correo, correo electrónico, regala esta noticia, escuchar y compartir, cerrar ventana, añadir a favoritos
    es: leer más tarde
    pt: imprimir, imprima, versão para impressão, enviar por e-mail, enviar por email, enviar a um amigo
    pt: copiar link, copiar ligação, link copiado, salvar, guardar, gostar, curtir, gosto, tamanho do texto
    pt: tamanho da letra, tamanho da fonte, diminuir fonte, aumentar fonte, enviar, envie por e-mail, ler mais tarde
    pt: salvar para ler depois, indicar, recomendar, imprimir artigo, fechar
    it: stampa, stampa articolo, stampa questo articolo, versione stampabile, invia per e-mail, invia per email
    it: invia via mail, invia ad un amico, invia, copia link, copia il link, link copiato, salva, salva articolo
    it: mi piace, dimensione testo, ingrandisci, scarica, segnala, regala questo articolo, leggi più tardi, chiudi
    nl: print, printen, afdrukken, print dit artikel, mail, mailen, e-mailen, kopieer link, link kopiëren, bewaren
    nl: bewaar artikel, opslaan, bewaar, tekstgrootte, lettergrootte, vind ik leuk, leeslijst, doorsturen
    nl: lees later, cadeau geven, mail dit artikel, sluiten
    sv: skriv ut, skriv ut artikeln, skicka, mejla, e-posta, maila, kopiera länk, kopiera länken, spara
    sv: spara artikel, spara artikeln, textstorlek, gilla, skicka till en vän, lyssna och dela, stäng
    da: udskriv, print, send, send til en ven, kopier link, gem, gem artikel, send som mail, synes godt om
    da: tekststørrelse, print artikel, udskriv artikel, luk
    no: skriv ut, send, send på e-post, kopier lenke, kopier lenken, lagre, lagre artikkel, tekststørrelse, liker
    no: tips en venn, lukk
    fi: tulosta, tulosta artikkeli, lähetä sähköpostilla, lähetä, kopioi linkki, tallenna, tekstin koko, tykkää
    fi: lähetä kaverille, tallenna artikkeli, sulje
    is: prenta, prenta út, senda, senda í tölvupósti, afrita hlekk, vista, loka
    pl: drukuj, wydrukuj, drukuj artykuł, wersja do druku, wyślij, wyślij e-mail, wyślij znajomemu, wyślij mailem
    pl: kopiuj link, skopiuj link, skopiowano, zapisz, zapisz artykuł, lubię to, rozmiar tekstu, wielkość tekstu
    pl: powiększ tekst, zapisz na później, skopiuj adres, pobierz pdf, zmień rozmiar tekstu, zamknij
    cs: tisk, tisknout, vytisknout, verze pro tisk, poslat e-mailem, poslat emailem, poslat, odeslat
    cs: kopírovat odkaz, zkopírovat odkaz, uložit, uložit na později, to se mi líbí, velikost písma
    cs: vytisknout článek, uložit článek, tisk článku, zavřít
    sk: tlačiť, vytlačiť, tlač, verzia pre tlač, poslať e-mailom, poslať emailom, poslať, kopírovať odkaz, uložiť
    sk: uložiť na neskôr, páči sa mi, veľkosť písma, tlačiť článok, zavrieť
    hu: nyomtatás, nyomtatom, nyomtat, cikk nyomtatása, nyomtatható változat, küldés e-mailben, e-mail küldése
    hu: link másolása, mentés, mentem, tetszik, betűméret, cikk mentése, elmentem, bezárás
    ro: tipărește, tipăreşte, printează, imprimă, imprimare, versiune pentru tipărire, trimite pe email
    ro: trimite prin email, copiază link, copiază linkul, salvează, salvează articolul, îmi place, dimensiune text
    ro: printeaza, listează, închide
    bg: принтирай, печат, отпечатай, за печат, версия за печат, изпрати по имейл, изпрати, копирай линк
    bg: копирай линка, запази, харесва ми, размер на текста, разпечатай, запази статията, размер на шрифта, затвори
    el: εκτύπωση, εκτυπώστε, εκτύπωσε, αποστολή με email, αποστολή με e-mail, αποστολή, στείλτε με email
    el: αντιγραφή συνδέσμου, αποθήκευση, μου αρέσει, μέγεθος κειμένου, μέγεθος γραμματοσειράς, εκτύπωση άρθρου
    el: κλείσιμο
    sr: штампај, одштампај, штампа, пошаљи, пошаљи мејлом, копирај линк, сачувај, štampaj, odštampaj, pošalji
    sr: pošalji mejlom, kopiraj link, sačuvaj, sviđa mi se, свиђа ми се, величина текста, veličina teksta, затвори
    hr: ispiši, isprintaj, ispis, pošalji, pošalji e-mailom, kopiraj link, kopiraj poveznicu, spremi, sviđa mi se
    hr: veličina teksta, spremi članak, zatvori
    sl: natisni, tiskaj, pošlji, pošlji po e-pošti, kopiraj povezavo, shrani, všeč mi je, velikost besedila
    sl: velikost pisave, shrani članek, zapri
    ru: распечатать, печать, версия для печати, для печати, напечатать, отправить по почте, отправить по email
    ru: отправить на почту, отправить, скопировать ссылку, копировать ссылку, ссылка скопирована, сохранить
    ru: в избранное, в закладки, добавить в избранное, нравится, мне нравится, размер шрифта, размер текста, шрифт
    ru: сохранить статью, читать позже, закрыть, распечатать статью, сохранить в закладках, закрыть окно
    ru: сохранить в pdf
    uk: надрукувати, роздрукувати, друк, друкувати, версія для друку, для друку, надіслати поштою, надіслати
    uk: скопіювати посилання, копіювати посилання, зберегти, в закладки, подобається, розмір шрифту, розмір тексту
    uk: зберегти статтю, посилання скопійовано, закрити
    be: раздрукаваць, друк, надрукаваць, версія для друку, даслаць, скапіяваць спасылку, захаваць, падабаецца
    lt: spausdinti, spausdinti straipsnį, siųsti, siųsti el. paštu, kopijuoti nuorodą, išsaugoti, patinka
    lt: teksto dydis, šrifto dydis, uždaryti
    lv: drukāt, drukas versija, izdrukāt, nosūtīt, sūtīt e-pastā, kopēt saiti, saglabāt, patīk, teksta izmērs, aizvērt
    et: prindi, trüki, saada, saada e-postiga, kopeeri link, salvesta, meeldib, teksti suurus, prindi artikkel, sulge
    tr: yazdır, haberi yazdır, sayfayı yazdır, çıktı al, e-posta gönder, e-posta ile gönder, linki kopyala
    tr: bağlantıyı kopyala, kopyala, kaydet, haberi kaydet, beğen, beğendim, yazı boyutu, yazı tipi boyutu
    tr: metin boyutu, favorilere ekle, yazıyı büyüt, yazıyı küçült, pencereyi kapat, kapat
    az: çap et, çap versiyası, çap, e-poçtla göndər, göndər, linki kopyala, yadda saxla, bəyən, şriftin ölçüsü, bağla
    kk: басып шығару, басып шығаруға, сілтемені көшіру, сақтау, ұнайды, жіберу, қаріп өлшемі
    uz: chop etish, chop etish uchun, havolani nusxalash, nusxa olish, saqlash, yuborish, yoqdi, чоп этиш, сақлаш
    ka: ბეჭდვა, ამობეჭდვა, ბმულის კოპირება, ლინკის კოპირება, შენახვა, გაგზავნა, მომწონს, შრიფტის ზომა
    hy: տպել, ուղարկել, պատճենել հղումը, պահպանել, հավանել, տառաչափ
    ar: طباعة, اطبع, طباعة الخبر, طباعة المقال, نسخة للطباعة, إرسال بالبريد, إرسال عبر البريد الإلكتروني
    ar: البريد الإلكتروني, بريد إلكتروني, نسخ الرابط, انسخ الرابط, تم نسخ الرابط, حفظ, حفظ المقال, احفظ, إعجاب
    ar: أعجبني, حجم الخط, تكبير الخط, تصغير الخط, أضف إلى المفضلة, المفضلة, إرسال, رابط مختصر, تحميل, إغلاق
    ar: حفظ الخبر, اغلاق النافذة, طباعة الصفحة, خط, ارسال
    fa: چاپ, نسخه چاپی, چاپ خبر, چاپ مطلب, ارسال با ایمیل, ارسال ایمیل, ایمیل, ارسال, کپی لینک, کپی کردن لینک
    fa: لینک کوتاه, لینک کوتاه خبر, ذخیره, ذخیره خبر, پسندیدن, پسندیدم, اندازه متن, اندازه قلم, سایز متن
    fa: لینک کپی شد, دریافت فایل, کد خبر, سایز فونت, کپی شد, بستن, پرینت
    he: הדפסה, הדפס, הדפיסו, הדפס כתבה, גרסה להדפסה, שלח במייל, שליחה במייל, שלחו במייל, העתק קישור, העתק לינק
    he: העתקת קישור, שמור, שמירה, אהבתי, גודל טקסט, הגדל טקסט, הקטן טקסט, סגור, דואל
    ur: پرنٹ کریں, پرنٹ, ای میل کریں, ای میل, لنک کاپی کریں, کاپی لنک, محفوظ کریں, پسند کریں, ٹیکسٹ سائز
    hi: प्रिंट करें, प्रिंट, ईमेल करें, ईमेल, लिंक कॉपी करें, कॉपी लिंक, सेव करें, बुकमार्क करें, लाइक करें, लाइक
    hi: पसंद करें, फ़ॉन्ट साइज, फॉन्ट साइज, ऐप में पढ़ें, बंद करें
    bn: প্রিন্ট করুন, প্রিন্ট, ইমেইল করুন, ইমেইল, লিংক কপি করুন, কপি লিংক, লিঙ্ক কপি করুন, সেভ করুন, সংরক্ষণ করুন
    bn: লাইক, ফন্ট সাইজ, লেখার আকার, প্রিন্ট সংস্করণ, অ- অ অ+
    ta: அச்சிடுக, அச்சிட, பிரிண்ட், மின்னஞ்சல், இணைப்பை நகலெடு, சேமிக்க, விருப்பம், லைக், எழுத்து அளவு
    te: ప్రింట్, ముద్రించు, ఇమెయిల్, లింక్ కాపీ, సేవ్, ఇష్టం, లైక్
    mr: प्रिंट करा, प्रिंट, ईमेल करा, ईमेल, लिंक कॉपी करा, सेव्ह करा, लाईक, लाइक करा, फॉन्ट साइज
    ne: प्रिन्ट गर्नुहोस्, प्रिन्ट, इमेल, लिङ्क कपी गर्नुहोस्, लिंक कपी गर्नुहोस्, मन पर्‍यो, फन्ट साइज
    si: මුද්‍රණය, මුද්‍රණය කරන්න, ඊමේල්
    th: พิมพ์, พิมพ์หน้านี้, พิมพ์บทความ, ส่งอีเมล, อีเมล, คัดลอกลิงก์, คัดลอกลิงค์, คัดลอก, บันทึก, ถูกใจ
    th: ขนาดตัวอักษร, ขนาดตัวหนังสือ, ส่งต่อ, ปิดหน้าต่าง, ปิด, พิมพ์ข่าวนี้, คัดลอก url
    lo: ພິມ, ສົ່ງອີເມວ, ສຳເນົາລິ້ງ, ສຳເນົາລິງ, ຖືກໃຈ, ບັນທຶກ
    km: បោះពុម្ព, ព្រីន, ផ្ញើអ៊ីមែល, ចម្លងតំណ, ចូលចិត្ត, រក្សាទុក
    my: ပုံနှိပ်ရန်, ပရင့်ထုတ်ရန်, လင့်ခ်ကူးယူရန်, link ကူးယူရန်, ကြိုက်သည်, သိမ်းဆည်းရန်
    id: cetak, cetak artikel, cetak berita, kirim email, kirim via email, salin tautan, salin link, copy link
    id: tautan disalin, simpan, simpan artikel, suka, ukuran teks, ukuran huruf, ukuran font, perbesar, unduh, tutup
    id: versi cetak, simpan berita
    ms: cetak, emel, e-mel, hantar emel, salin pautan, simpan, suka, saiz teks, saiz huruf, muat turun, tutup
    tl: i-print, kopyahin ang link, i-save, gusto, i-email
    sw: chapisha, tuma barua pepe, barua pepe, nakili kiungo, hifadhi, penda, nakili kiungo hiki, funga
    am: አትም, ያትሙ, ሊንኩን ቅዳ, ኢሜይል, አስቀምጥ, ሊንክ ቅዳ
    zh: 打印, 打印本页, 打印本文, 打印文章, 列印, 列印本頁, 友善列印, 我要打印, 打印页面, 打印此页, 打印预览, 邮件
    zh: 发送邮件, 电子邮件, 電子郵件, 发邮件, 複製連結, 复制链接, 复制成功
    zh: 複製鏈接, 複製網址, 收藏, 收藏本文, 加入收藏, 我要收藏, 点赞, 點讚, 赞, 讚, 按讚, 喜欢, 字号, 字體, 字体
    zh: 字體大小, 字体大小, 字级, 字級, 字級設定, 大, 中, 小, 特大
    zh: 超大, 放大, 缩小, 縮小, 关闭, 關閉, 关闭窗口, 關閉視窗, 关闭本页, 关闭此页, 返回, 纠错, 推荐, 推薦, 稍后阅读
    zh: 手机看新闻, 二维码, 手机查看, 文章收藏, 扫描到手机, 在看, 好文
    zh: 我要纠错, 放大字号, 缩小字号, 默认字号, 下载pdf, 儲存, 稍後閱讀, 加入书签
    ja: 印刷, 印刷する, 印刷用ページ, 記事を印刷, メールで送る, メール, リンクをコピー, リンクをコピーする
    ja: urlをコピー, コピーしました, 保存, 保存する, いいね, いいね!, 文字サイズ, 大, 中
    ja: 小, 拡大, 縮小, クリップ, クリップする, ブックマーク, あとで読む, お気に入り, 後で読む, 記事を保存
    ja: スクラップ, スクラップする, 閉じる, この記事を印刷する, 標準, 文字の大きさ
    ko: 인쇄, 인쇄하기, 프린트, 프린트하기, 기사 인쇄, 이메일, 이메일 보내기, 메일, 메일보내기, 링크 복사, 링크복사
    ko: 주소복사, url복사, url 복사, 기사주소 복사, 스크랩, 스크랩하기
    ko: 저장, 좋아요, 추천, 글자크기, 글자 크기, 글씨 크기, 글자 크기 변경, 글자크기 설정, 글자 크기 조절, 폰트 크기
    ko: 가, 크게, 작게, 보통, 북마크, 닫기, 기사저장, 슬퍼요, 화나요
    ko: 훈훈해요, 응원해요, 후속기사원해요, 본문 글씨 키우기, 본문 글씨 줄이기, 기사스크랩하기, 바로가기, 본문
    ko: 기사 스크랩, 기사 저장, url복사하기, 번역, 설정, 글씨, 키우기, 줄이기
    ko: 창 닫기
    ca: imprimeix, imprimir, envia per correu, envia, copia lenllaç, copiar enllaç, desa, desar, magrada
    ca: mida del text, guardar, tanca
    eu: inprimatu, bidali postaz, bidali, kopiatu esteka, gorde, gustuko dut, testuaren tamaina, atsegin dut, itxi
    gl: imprimir, enviar por correo, enviar, copiar ligazón, gardar, gústame, tamaño do texto, pechar
    sq: printo, shtypje, dërgo me email, kopjo linkun, ruaj, pëlqej
    mk: печати, испечати, испрати, копирај линк, зачувај
    *: a+ a-, a- a+, a a+, aa, a+, a-, aa+, aa-, a, + -, a a a, pdf, -a, +a, qr
    """
)
_OBJECTS = words(
    """
    en: this, article, story, page, post, link, on, to, via, with, by, in, or, and, friends, your, now, the
    en: this article, this page, this story, this post, window, tab, opens in new window, opens in a new window
    en: a friend, more, options, your friends, url, copy, news, a link, for later, it, using, from, us, send
    en: opens in a new tab, total, people, times, x formerly twitter, formerly twitter, social media, comment
    en: comments, follow
    vi: bài viết, bài viết này, bài, tin, tin này, lên, qua, cho, bạn bè, trên, với, mạng xã hội, này, đến, và
    vi: bài này, zalo, người thích
    fr: larticle, cet article, article, ce contenu, la page, cette page, sur, par, via, avec, le, un ami, des amis
    fr: vos amis, à, et, le lien, sur les réseaux sociaux, mail, e-mail, les réseaux sociaux, nouvelle fenêtre
    de: artikel, diesen artikel, den artikel, seite, diese seite, beitrag, auf, per, bei, über, mit, via, an
    de: freunde, freunden, und, in, link, kommentare, mail, die, den, wird in neuem fenster geöffnet
    es: artículo, este artículo, el artículo, noticia, esta noticia, la noticia, esta página, en, por, con, vía, a
    es: tus amigos, amigos, y, o, las redes sociales, redes sociales, enlace, el enlace, nota, esta nota, contenido
    es: página, al, correo
    pt: artigo, este artigo, o artigo, notícia, esta notícia, página, esta página, no, na, em, por, via, com, pelo
    pt: pela, amigos, seus amigos, e, ou, o, a, nas redes sociais, redes sociais, reportagem, matéria, esta matéria
    pt: conteúdo, link, mail
    it: articolo, questo articolo, larticolo, pagina, questa pagina, notizia, su, via, con, per, tramite, amici
    it: gli amici, tuoi amici, e, sui social, social, questa notizia, un amico, mail
    nl: artikel, dit artikel, pagina, deze pagina, bericht, dit bericht, op, via, per, met, vrienden, en, verhaal
    nl: link, je, naar
    sv: artikeln, artikel, artikeln på, sida, sidan, på, via, med, vänner, och, den här artikeln, länk, till, i, din
    sv: dina
    da: artiklen, artikel, denne artikel, siden, på, via, med, venner, og, link, til, nyhed, i, mail
    no: artikkelen, artikkel, denne artikkelen, saken, siden, på, via, med, venner, og, lenke, til, i, e-post
    fi: artikkeli, tämä artikkeli, juttu, sivu, tämä, linkki, ystäville, ja, sähköpostilla, somessa
    is: frétt, fréttinni, grein, greininni, á, með, í, og, vini
    pl: artykuł, ten artykuł, stronę, na, przez, w, ze, z, znajomym, znajomymi, i, link, się, do, wiadomość, post
    cs: článek, tento článek, stránku, na, přes, s, přáteli, a, odkaz, e-mailem, v, do
    sk: článok, tento článok, stránku, na, cez, s, priateľmi, a, odkaz, e-mailom, v, do
    hu: cikket, a, az, cikk, ezt, oldal, oldalt, a cikket, ismerőseivel, ismerőseiddel, és, e-mailben, on, en, meg
    hu: barátaiddal
    ro: articolul, acest articol, articol, pagina, pe, prin, cu, prietenii, prietenii tăi, și, link, știrea
    ro: cu prietenii, în
    bg: статията, новината, страницата, в, във, на, чрез, с, приятели, и, тази статия, по
    el: το άρθρο, άρθρο, αυτό το άρθρο, τη σελίδα, στο, στα, μέσω, με, φίλους, και, το, τους φίλους σας, αυτό, σε
    sr: вест, чланак, на, преко, са, пријатељима, и, vest, članak, preko, sa, prijateljima, i, na
    hr: članak, vijest, na, preko, putem, s, prijateljima, i, ovaj članak
    sl: članek, novico, na, preko, s, prijatelji, z, in, ta
    ru: статьей, статью, новость, новостью, в, во, на, через, с, друзьями, и, ссылку, по, этой, эту, страницу
    ru: публикацию, материалом, материал, на почту, почта, социальных, сетях, с друзьями, в соцсетях, мнением
    uk: статтею, статтю, новину, новиною, в, у, на, через, з, друзями, та, і, посилання, цю, сторінку, поштою, по
    uk: в соцмережах, публікацію
    be: навіной, артыкулам, у, ў, на, праз, з, сябрамі, і
    lt: straipsniu, straipsnį, šiuo straipsniu, su draugais, per, ir, naujieną, naujiena, draugais, el. paštu
    lt: nuoroda, socialiniuose tinkluose
    lv: rakstu, ar, šo rakstu, draugiem, un, ar draugiem, saiti, caur, sociālajos tīklos
    et: artiklit, seda, sõpradega, ja, link, e-postiga, lehte, lugu, uudist, seda artiklit
    tr: haberi, bu haberi, yazıyı, sayfayı, ile, arkadaşlarınla, ve, bu, üzerinden, makaleyi, linki, ta, da, te, de
    tr: x, sosyal medyada
    az: xəbəri, bu xəbəri, ilə, dostlarınla, və, vasitəsilə, də, da, sosial şəbəkələrdə
    kk: мақаланы, жаңалықты, арқылы, достармен, және
    uz: maqolani, yangilikni, orqali, dostlar bilan, va
    ar: الخبر, هذا الخبر, المقال, هذا المقال, الموضوع, على, عبر, مع, في, الأصدقاء, أصدقائك, و, الرابط, الصفحة
    ar: هذه الصفحة, بواسطة, من خلال, إلى, الى, صديق, لصديق, منصة
    fa: خبر, این خبر, مطلب, این مطلب, در, با, از طریق, دوستان, را, و, به, صفحه, این, برای, لینک
    he: כתבה, את הכתבה, בכתבה, כתבה זו, ב, עם, חברים, ו, דרך, קישור, לינק, עמוד
    ur: خبر, یہ خبر, پر, کو, کے ذریعے, دوستوں, کے ساتھ, اور, لنک
    hi: खबर, इस खबर को, इसे, पर, को, के साथ, दोस्तों, और, लेख, लिंक, यह, में, के जरिए
    bn: খবর, খবরটি, এই, সংবাদটি, এ, বন্ধুদের, সাথে, এবং, লিংক, দিয়ে, মাধ্যমে, নিউজটি, পোস্টটি, সামাজিক মাধ্যমে
    mr: बातमी, ही बातमी, वर, लेख, आणि, करा
    ne: समाचार, यो समाचार, मा, र, साथीहरूलाई
    th: ข่าว, ข่าวนี้, บทความ, บทความนี้, ไปยัง, ผ่าน, บน, ให้เพื่อน, และ, หน้านี้, ทาง, ลง, เรื่องนี้, ไป
    id: artikel, artikel ini, berita, berita ini, halaman, ke, via, lewat, di, melalui, teman, dengan, dan, kepada
    id: tautan, ini, dalam, media sosial
    ms: artikel, artikel ini, berita, berita ini, ke, melalui, di, rakan, dengan, dan, pautan, kepada
    tl: ang, artikulo, ito, sa, kaibigan, balita
    sw: makala, habari, hii, kwenye, na, rafiki, kwa, marafiki, habari hii
    zh: 本文, 文章, 此文, 到, 至, 给, 通过, 用, 按钮, 新闻, 新聞, 本页, 本頁, 朋友, 链接, 连结, 連結, 此页, 更多, 人
    zh: 次, 和, 或, 您的, 点击, 點擊, 微信扫一扫, 扫一扫
    zh: 打开, 这篇文章, 這篇文章, 页面, 你的, 內文, 給朋友, 给朋友, 網頁
    ja: この記事, 記事, を, に, で, と, この, ページ, 友達, する, リンク, この記事を, ボタン
    ja: 新しいウィンドウで開きます
    ko: 기사, 이 기사, 를, 로, 으로, 에, 하기, 에서, 뉴스, 링크, 글, 이 기사를, 주소, 다른, 공유, 다른 공유 찾기
    ko: 찾기, 기사의
    ca: larticle, aquest article, article, a, al, per, amb, amics, i, la, notícia, notícia, correu, enllaç
    eu: artikulua, albistea, lagunekin, eta, bidez, berria
    gl: artigo, este artigo, en, por, no, amigos, e, noticia, esta noticia
    """
)
_PHRASES = Phrases(share=_SHARE, tool=_TOOLS, network=NETWORKS, object=_OBJECTS)
_MOST_PHRASES = 12
_LETTER_SIZES = re.compile(
    r"(?:[aа][+\-−–]?|[+\-−–]?[aа])(?:[ /|]{1,3}(?:[aа][+\-−–]{0,2}|[+\-−–]{1,2}[aа]?)){1,4}", re.IGNORECASE
)
_LONGEST = 120


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[Found, ...]:
    """What a line consists of; kept, since each line of a group asks for its neighbours."""
    found = _PHRASES.cover(text) if len(text) <= _LONGEST else None
    return found if found and len(found) <= _MOST_PHRASES else ()


def _cover(line: Line) -> tuple[Found, ...]:
    return _parts(line.text)


def _is_member(line: Line) -> bool:
    return any(each.role != "number" for each in _cover(line))


def _is_sure(line: Line) -> bool:
    """Whether it can be nothing but a button: it shares, or it names what it prints or where it sends it."""
    found = _cover(line)
    if any(each.role == "share" for each in found):
        return True
    return any(each.role == "tool" and (" " in each.phrase or len(found) > 1) for each in found)


def _button(line: Line, document: Document) -> Metadata | None:
    found = _cover(line)
    if not found or not any(each.role in ("share", "tool", "network") for each in found):
        return None
    if _LETTER_SIZES.fullmatch(line.text):
        return Metadata()
    if _is_sure(line) or in_group(line, document, _is_member, _is_sure):
        return Metadata()
    # "Print" alone may head a part of the text; outside of it, it is a button.
    is_tool = any(each.role == "tool" and len(each.phrase) > 2 for each in found)
    return Metadata() if is_tool and not is_title(line, document) and line.place is not Place.BODY else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="share.button",
        version=1,
        languages=tuple(code for code in _SHARE if code != "*"),
        description="Buttons that share, print, save, copy or enlarge the article, with their counts.",
        matcher=_button,
        cues=_PHRASES.cues("share", "tool", "network"),
        examples=(
            Example("Share on Facebook"),
            Example("Tweet"),
            Example("Print this page"),
            Example("Share this story via WhatsApp or Telegram"),
            Example("Share | Tweet | Email this"),
            Example("12 Shares"),
            Example("A+ A-"),
            Example("Facebook Twitter Share", document=None),
            Example("Chia sẻ lên Facebook", "vi"),
            Example("Partager cet article sur Twitter", "fr"),
            Example("Teilen auf WhatsApp", "de"),
            Example("Compartir en Facebook", "es"),
            Example("Compartilhe no WhatsApp", "pt"),
            Example("Condividi su Telegram", "it"),
            Example("Поделиться в Telegram", "ru"),
            Example("Jaa Facebookissa", "fi"),
            Example("Facebook'ta Paylaş", "tr"),
            Example("شارك على فيسبوك", "ar"),
            Example("分享到微信朋友圈", "zh"),
            Example("この記事をシェアする", "ja"),
            Example("카카오톡 공유하기", "ko"),
            Example("Bagikan ke WhatsApp", "id"),
        ),
        counterexamples=(
            *keep(
                "Share prices fell again",
                "Share the bread and the salt",
                "Tweet of the bird at dawn",
                "Facebook",
                "Like father, like son",
                "Print is not dead",
            ),
            *keep("Teilen will gelernt sein", language="de"),
            *keep("Compartir piso a los sesenta", language="es"),
            *keep("Chia sẻ để cùng vượt khó", language="vi"),
        ),
        overrides=("announced", "headline", "sentence"),
    ),
)
