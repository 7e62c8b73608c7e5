"""Newsletters, subscriptions, paywalls, registration: ``Sign up for our newsletter``, ``Already a subscriber?``."""

from __future__ import annotations

from ..documents import Metadata
from .document import Document, Line, Place
from .labels import words
from .phrases import Phrases, is_title
from .rule import Example, Rule, keep

_OPENINGS = words(
    """
    en: sign up, signup, subscribe, register, join, get, receive, enter your email, sign me up, dont miss
    en: stay up to date, stay informed, stay updated, become a member, become a subscriber, log in, login, sign in
    en: start your, try, support, donate, create a free account, create an account, unlock, want more, enjoying
    en: like what you, click here to, please, to continue reading, to read the full, to read this, keep reading
    en: continue reading, thanks for reading, thank you for reading, if you, you can subscribe, want to
    en: make a donation, help us, never miss, delivered, this newsletter, our newsletter, we send, yes i
    en: choose your
    vi: đăng ký, mời bạn đăng ký, hãy đăng ký, nhận, để nhận, đăng nhập, vui lòng đăng nhập, vui lòng đăng ký
    vi: để đọc tiếp, trở thành, mời quý độc giả, mời độc giả
    fr: inscrivez-vous, inscris-toi, abonnez-vous, abonne-toi, recevez, recevoir, sinscrire, sabonner, je minscris
    fr: je mabonne, ne manquez, ne ratez, restez informé, connectez-vous, créez votre compte, rejoignez, profitez
    fr: pour lire, pour continuer, pour accéder, découvrez nos, soutenez, faites un don, devenez, votre abonnement
    fr: retrouvez, chaque
    de: melden sie sich, melde dich, abonnieren, abonnieren sie, abonniere, jetzt abonnieren, bestellen sie
    de: hier abonnieren, erhalten sie, erhalte, bleiben sie, bleib, registrieren, registrieren sie sich
    de: registriere dich, jetzt registrieren, jetzt anmelden, hier anmelden, anmelden, testen sie, jetzt testen
    de: lesen sie weiter, werden sie, unterstützen sie, hier gehts zur, möchten sie, wollen sie, sie wollen
    de: sie möchten, du willst, keine, verpassen sie, jeden, täglich, holen sie sich, mit einem abo, mit unserem
    de: mit dem, zur anmeldung, sichern sie sich, loggen sie sich
    es: suscríbete, suscríbase, suscribirse, suscribite, regístrate, regístrese, registrate, recibe, reciba, recibí
    es: apúntate, inscríbete, no te pierdas, inicia sesión, inicie sesión, accede, hazte, únete, mantente
    es: quiero recibir, para seguir leyendo, para continuar leyendo, para leer, apoya, haz una donación, si quieres
    es: si ya eres, si deseas, disfruta, newsletter, boletín
    pt: assine, inscreva-se, cadastre-se, receba, subscreva, subscreve, registe-se, registre-se, entre, faça login
    pt: faça seu cadastro, junte-se, não perca, torne-se, para continuar lendo, para continuar a ler, para ler
    pt: apoie, quer receber, quero receber, seja, fique por dentro, fique a par, acesse, clique aqui
    it: iscriviti, iscrivetevi, abbonati, registrati, ricevi, ricevere, accedi, sottoscrivi, resta aggiornato
    it: rimani aggiornato, non perdere, sostieni, diventa, effettua il login, per continuare a leggere, per leggere
    it: unisciti, scopri, se vuoi, vuoi, prova, attiva
    nl: schrijf je in, schrijf u in, meld je aan, meld u aan, abonneer je, abonneer u, abonneer, ontvang
    nl: inschrijven, aanmelden, registreer, log in, inloggen, word, neem een, wil je, wilt u, mis niets
    nl: blijf op de hoogte, steun, krijg, lees verder met, elke, om verder te lezen, maak een gratis account
    nl: al abonnee, start
    sv: prenumerera, anmäl dig, registrera dig, skriv upp dig, få, ta del av, logga in, missa inte, bli
    sv: håll dig uppdaterad, stöd, skaffa, köp, för att läsa, vill du, teckna, välkommen, fortsätt läsa
    da: tilmeld, abonner, modtag, få, log ind, bliv, gå ikke glip, støt, køb, vil du, for at læse, opret
    da: skriv dig op, læs videre, prøv
    no: meld deg, abonner, motta, få, logg inn, bli, gå ikke glipp, støtt, kjøp, vil du, for å lese, opprett
    no: registrer deg, les videre, prøv, bestill
    fi: tilaa, kirjaudu, rekisteröidy, liity, vastaanota, saat, älä missaa, tue, haluatko, luo, lue koko
    fi: jatka lukemista, osta, tilaajana, pysy ajan tasalla
    is: skráðu þig, skrá mig, fáðu, gerast, gerstu, skráning
    pl: zapisz się, zapisz, subskrybuj, zasubskrybuj, zamów, prenumeruj, dołącz, otrzymuj, zaloguj się
    pl: zarejestruj się, nie przegap, bądź na bieżąco, wykup, kup, zostań, chcesz, aby czytać, aby przeczytać
    pl: wesprzyj, wspieraj, czytaj dalej, załóż konto, odblokuj, uzyskaj dostęp, masz już, codziennie
    cs: přihlaste se, přihlásit se, přihlásit, přihlas se, odebírejte, odebírat, odebírej, zaregistrujte se
    cs: registrujte se, předplaťte si, získejte, dostávejte, chcete, nenechte si ujít, podpořte, zůstaňte
    cs: objednejte, pro čtení, kupte si, staňte se, koupit
    sk: prihláste sa, prihlásiť sa, prihlásiť, prihlás sa, odoberajte, odoberať, odoberaj, zaregistrujte sa
    sk: predplaťte si, získajte, dostávajte, chcete, nenechajte si ujsť, podporte, objednajte, staňte sa, kúpte si
    sk: pokračujte
    hu: iratkozzon fel, iratkozz fel, feliratkozás, feliratkozom, fizessen elő, fizess elő, előfizetés
    hu: regisztráljon, regisztrálj, jelentkezzen be, jelentkezz be, kérje, kérd, értesüljön, ne maradjon le
    hu: ne maradj le, csatlakozzon, támogassa, támogasd, legyen, olvassa tovább, ha szeretn*, szeretné, szeretnél
    ro: abonează-te, abonați-vă, abonează, abonare, înscrie-te, înscrieți-vă, primește, primiți, autentifică-te
    ro: conectează-te, înregistrează-te, nu rata, fii la curent, susține, pentru a citi, creează, devino, vrei să
    ro: citește mai departe
    bg: абонирайте се, абонирай се, запишете се, запиши се, получавайте, получавай, регистрирайте се, влезте
    bg: включете се, станете, не пропускайте, подкрепете, за да прочетете, искате, бъдете информирани
    el: εγγραφείτε, εγγραφή, εγγράψου, γραφτείτε, γίνετε, γίνε, συνδεθείτε, λάβετε, λαμβάνετε, μείνετε ενημερωμένοι
    el: αποκτήστε, μη χάσετε, μην χάνετε, στηρίξτε, για να διαβάσετε, θέλετε
    sr: пријавите се, пријави се, претплатите се, претплати се, региструјте се, примајте, добијајте, постаните
    sr: prijavite se, prijavi se, pretplatite se, pretplati se, registrujte se, primajte, dobijajte, postanite
    sr: желите, želite, подржите, podržite
    hr: prijavite se, prijavi se, pretplatite se, pretplati se, registrirajte se, primajte, dobivajte, postanite
    hr: želite, podržite, želiš, nemojte propustiti, ne propustite, ne propusti
    sl: prijavite se, prijavi se, naročite se, naroči se, registrirajte se, prejemajte, postanite, želite, podprite
    sl: ne zamudite, ostanite na tekočem, za branje, za nadaljevanje
    ru: подпишитесь, подписывайтесь, подпишись, подписаться, подписка, оформите, оформить, получайте
    ru: зарегистрируйтесь, войдите, войти, авторизуйтесь, станьте, хотите, не пропустите, поддержите
    ru: чтобы прочитать, чтобы читать, чтобы продолжить, будьте в курсе, присоединяйтесь, узнавайте, рассылка
    ru: читайте
    uk: підпишіться, підписуйтесь, підписуйтеся, підпишись, підписатися, підписатись, передплатіть, оформіть
    uk: отримуйте, зареєструйтесь, зареєструйтеся, увійдіть, увійти, станьте, хочете, не пропустіть, підтримайте
    uk: щоб прочитати, щоб читати, щоб продовжити, приєднуйтесь, приєднуйтеся, будьте в курсі
    be: падпішыцеся, падпісвайцеся, падпісацца, атрымлівайце, зарэгіструйцеся, увайдзіце, станьце, падтрымайце, хочаце
    lt: prenumeruokite, prenumeruoti, užsisakykite, užsiprenumeruokite, registruokitės, prisijunkite, gaukite
    lt: norite, tapkite, paremkite, užsiregistruokite, norėdami skaityti, sužinokite, nepraleiskite
    lv: piesakies, piesakieties, pieteikties, abonē, abonējiet, abonēt, reģistrējies, reģistrējieties, saņem
    lv: saņemiet, ienāc, pieslēdzies, kļūsti, atbalsti, lai lasītu, vēlies
    et: liitu, liituge, telli, tellige, registreeri, logi sisse, saa, saage, hakka, toeta, soovid, edasi lugemiseks
    et: lugemiseks, loo konto
    ar: اشترك, اشتركوا, سجل, سجلوا, احصل, انضم, انضموا, للاشتراك, تابع أهم, لمتابعة القراءة, قم بتسجيل, ادعم
    ar: اشترك في, كن أول, لا تفوت, يرجى تسجيل, اشتراك
    fa: عضو, مشترک, برای دریافت, برای عضویت, عضویت, ثبت نام, وارد شوید, برای خواندن
    he: הירשמו, הרשמו, הצטרפו, הירשם, הרשם, קבלו, התחברו, הרשמה, רוצים לקבל, להרשמה, מנויים, לקריאת הכתבה, הצטרף
    he: למנויים
    id: berlangganan, langganan, daftar, daftarkan, dapatkan, gabung, bergabung, masuk, silakan, jangan lewatkan
    id: ikuti newsletter, untuk membaca, untuk melanjutkan, jadilah, dukung
    ms: langgan, langgani, daftar, dapatkan, sertai, log masuk, jangan lepaskan, untuk membaca, terima
    tl: mag-subscribe, mag-sign up, magparehistro, tumanggap, sumali, mag-log in, maging
    sw: jiandikishe, jisajili, pata, pokea, jiunge, ingia, jiunga
    ca: subscriu-te, subscriviu-vos, inscriu-te, registrat, rep, rebeu, apuntat, apunta't, inicia sessió, fes-te
    ca: vols, per continuar llegint, dona suport, si vols
    eu: harpidetu, harpidetu zaitez, izena eman, eman izena, jaso, egin, egin zaitez, erregistratu, hasi saioa
    eu: jarraitu irakurtzen
    gl: subscríbete, subscríbase, rexístrate, recibe, apúntate, inicia sesión, faite, fai unha, queres
    am: ይመዝገቡ, ይቀላቀሉ, ተመዝገብ
    hy: բաժանորդագրվեք, բաժանորդագրվել, գրանցվեք, ստացեք
    ka: გამოიწერეთ, გამოიწერე, დარეგისტრირდით, მიიღეთ
    kk: жазылыңыз, тіркеліңіз, алыңыз
    uz: obuna bo'ling, obuna bo'lish, ro'yxatdan o'ting
    zh: 订阅, 訂閱, 免费订阅, 立即订阅, 立即訂閱, 注册, 註冊, 立即註冊, 登录, 登入, 请登录, 請登入, 加入, 成为, 成為
    zh: 请输入邮箱, 订阅我们的, 想看, 想要, 點此訂閱, 歡迎訂閱, 欢迎订阅
    zh: 即刻订阅, 马上订阅, 免費訂閱, 免費註冊, 支持我们, 支持我們
    th: สมัคร, สมัครรับ, ลงทะเบียน, เข้าสู่ระบบ, รับข่าวสาร, สมัครสมาชิก, กรุณา, เพื่ออ่าน, ติดตามข่าว
    """
)
_OBJECTS = words(
    """
    en: newsletter*, news letter, email updates, email alerts, e-mail alerts, mailing list, inbox, our daily
    en: our weekly, daily briefing, morning briefing, email newsletter*, daily digest, news alerts
    en: breaking news alerts, free articles, unlimited access, full access, digital access, digital subscription
    en: subscription, our subscribers, subscribers, your account, your subscription, premium content
    en: premium article, for full access, to continue reading, to read more, to read the rest
    en: continue reading, to read this article, to read the full, our journalism, a free account, to our newsletter
    en: to our emails, already a subscriber, already have an account, by email, to your email, your email address
    en: our email list, independent journalism, to our print, to the print, become a member, to unlock
    en: the latest news, latest updates, our newspaper, access to all, for your free, day free trial, free trial
    vi: bản tin, nhận tin, email, newsletter*, thông báo, tài khoản, đọc tiếp, thành viên, hộp thư, tin tức mới nhất
    vi: hội viên, để xem tiếp
    fr: newsletter*, infolettre*, lettre dinformation, boîte mail, par mail, par e-mail, par email, notre lettre
    fr: votre abonnement, abonné, abonnés, abonnement, lintégralité, la suite, lire la suite, cet article, alertes
    fr: votre compte, un compte, larticle en entier, nos newsletters, lire cet article, votre boîte
    fr: journalisme indépendant, journalisme, pour 1€
    de: newsletter*, abo, abonnement, probeabo, digitalabo, e-mail, postfach, weiterlesen, weiterzulesen, kostenlos
    de: unsere artikel, alle artikel, push-nachrichten, eilmeldungen, konto, nutzerkonto, den ganzen artikel
    de: abonnent*, plus-artikel, mitglied, unabhängigen journalismus, unseren journalismus, um weiterzulesen
    de: vollen zugriff, ihr abo, zugang, keine nachricht mehr, e-paper
    es: newsletter*, boletín, boletines, boletin, correo, email, e-mail, suscripción, suscriptor*, seguir leyendo
    es: continuar leyendo, contenido completo, artículo completo, cuenta, acceso ilimitado, alertas, socio
    es: periodismo independiente, nuestro periodismo, notificaciones, noticias, contenido exclusivo
    pt: newsletter*, boletim, e-mail, email, assinatura, assinante*, continuar lendo, continuar a ler, conta
    pt: acesso ilimitado, conteúdo, notificações, alertas, subscrição, jornalismo, artigo completo, notícias, inbox
    pt: caixa de entrada
    it: newsletter*, abbonamento, abbonato, abbonati, email, e-mail, casella, leggere, account, notifiche, contenuti
    it: articoli, illimitato, nostro giornalismo, giornalismo, la lettura, aggiornamenti
    nl: nieuwsbrief*, nieuwsbrieven, abonnement, abonnee*, e-mail, mail, mailbox, inbox, gratis, onbeperkt, account
    nl: verder lezen, alle artikelen, onze journalistiek, volledige artikel, het laatste nieuws, pushbericht*
    nl: proefabonnement
    sv: nyhetsbrev*, prenumerant*, prenumeration*, e-post, mejl, inkorg*, konto, läsa vidare, hela artikeln
    sv: nyhetsflash, fortsätta läsa, alla artiklar, medlem, premium
    da: nyhedsbrev*, abonnement*, abonnent*, e-mail, mail, indbakke*, konto, læse videre, hele artiklen, medlem
    da: alle artikler, læse hele
    no: nyhetsbrev*, abonnement*, abonnent*, e-post, innboks*, konto, lese videre, hele saken, hele artikkelen
    no: medlem, alle saker, lese hele
    fi: uutiskirj*, tilaus, tilaaja*, sähköposti*, tili, lukemista, koko juttu, koko artikkeli, jutut, uutiset
    fi: lukeaksesi, jäsen*, artikkeleita
    is: fréttabréf*, áskrift*, póstlist*, tölvupóst*, áskrifand*
    pl: newsletter*, biuletyn*, prenumerat*, subskrypcj*, e-mail*, skrzynk*, konto, dalej, cały artykuł, dostęp
    pl: powiadomie*, artykuł, pełny dostęp, nasze dziennikarstwo, całość
    cs: newsletter*, novinek, novinky, novinkám, předplatn*, e-mail*, email*, schránk*, účet, celý článek, odběr*
    cs: číst dál, členem, k odběru, zpravodaj*, denní přehled
    sk: newsletter*, noviniek, novinky, odber*, predplatn*, e-mail*, email*, schránk*, účet, celý článok, čítaní
    sk: k odberu, členom, čítať ďalej
    hu: hírlev*, előfizet*, e-mail*, postafiók*, fiók*, cikk*, olvasás*, értesítés*, tovább, elsőként, hírlevél
    ro: newsletter*, abonament*, abonaț*, e-mail*, email*, inbox, cont, notificări*, buletin*, articolul, știri
    ro: citi, căsuța
    bg: бюлетин*, нюзлетър*, newsletter*, абонамент*, имейл*, e-mail, пощ*, профил*, статия*, известия, новини
    bg: целия текст
    el: newsletter*, ενημερωτικό δελτίο, συνδρομ*, συνδρομητ*, email, λογαριασμό*, μέλος, ενημερωτικό, τα νέα
    el: ειδοποιήσεις, το άρθρο
    sr: билтен*, њузлетер*, bilten*, njuzleter*, newsletter*, претплат*, pretplat*, имејл*, imejl*, e-mail*, вести
    sr: vesti, наш
    hr: newsletter*, bilten*, pretplat*, e-mail*, email*, e-poštu, vijesti, članak, račun, obavijesti
    sl: e-novic*, novic*, newsletter*, naročnin*, naročnik*, e-pošt*, e-mail*, račun, obvestil*, članek, branje
    ru: рассылк*, newsletter*, подписк*, подписчик*, e-mail*, email*, почт*, уведомлени*, аккаунт*, статью
    ru: полностью, полный текст, доступ, чтение, материал, новости, журналистик*, новостей, дайджест*
    ru: push-уведомления
    uk: розсилк*, newsletter*, підписк*, передплат*, e-mail*, email*, пошт*, сповіщення, акаунт*, статтю, повністю
    uk: доступ, читання, новини, новин, дайджест*
    be: рассылк*, падпіск*, навін*, пошт*, доступ
    lt: naujienlaišk*, newsletter*, prenumerat*, el. pašt*, naujien*, straipsn*, paskyr*, pranešim*
    lv: jaunum*, vēstkop*, newsletter*, abonement*, e-past*, biļeten*, rakstu, lasīšanu, paziņojum*, ziņu
    et: uudiskirj*, newsletter*, tellimus*, e-post*, uudise*, artikl*, konto, lugemist, tellija*
    ar: النشرة البريدية, نشرتنا, النشرة, بنشرتنا, النشرة الإخبارية, بالنشرة البريدية, البريدية, بريدك الإلكتروني
    ar: القائمة البريدية, الإشعارات, حساب, حسابك, إشعارات, آخر الأخبار, بريدية, قائمتنا البريدية, النشرات, صحافتنا
    ar: خدمة الأخبار, الخدمة البريدية
    fa: خبرنامه, خبرنامه‌, اشتراک, حساب کاربری, ایمیل, خبرنامه ما, آخرین اخبار
    he: ניוזלטר*, לניוזלטר*, הניוזלטר*, לעדכונים, עדכונים, לדיוור, מייל, המייל, רשימת התפוצה, לרשימת התפוצה, מינוי
    he: למנוי, מנוי, לאתר, התראות
    id: newsletter*, buletin*, email, e-mail, langganan, akun, konten, membaca, notifikasi, berita terbaru, akses
    id: surel
    ms: newsletter*, buletin*, surat berita, e-mel, emel, akaun, membaca, notifikasi, berita terkini, langganan
    tl: newsletter*, email, balita, account
    sw: jarida*, barua pepe, habari, akaunti, newsletter*
    ca: butlletí*, newsletter*, correu, subscripció, subscriptor*, notícies, compte, llegint, contingut
    eu: buletin*, newsletter*, posta*, harpidetza*, albisteak, kide, irakurtzen
    gl: boletín*, newsletter*, correo*, subscrici*, noticias, conta, lendo
    am: ጋዜጣ, ዜና መጽሔት, ኢሜይል
    hy: լրահոս*, լրատվ*, նամակ*, տեղեկագր*
    ka: სიახლე*, ბიულეტენ*, newsletter*
    kk: жаңалық*, хабарлама*, newsletter*
    uz: yangilik*, xabarnoma*, newsletter*
    zh: 电子报, 電子報, 新闻邮件, 通讯, 電子信, newsletter*, 邮件, 我們的電子報, 会员, 會員, 全文, 继续阅读, 繼續閱讀
    zh: 帐号, 账号, 帳號, 邮箱, 電子郵件, 新闻通讯, 付费, 付費
    zh: 独家内容, 每日新闻, 快讯, 独立新闻, 新聞信, 週報, 周刊, 更多内容, 推送
    th: จดหมายข่าว, อีเมล, สมาชิก, บัญชี, ข่าวสาร, newsletter*, อ่านต่อ, ข่าวสารล่าสุด
    tr: bülten*, e-bülten*, newsletter*, e-posta*, abone*, abonelik*, haber bülten*, üyelik, üye*, okumaya devam
    tr: son dakika
    az: bülleten*, xəbər bülleten*, e-poçt*, abunə*
    hi: न्यूज़लेटर*, न्यूजलेटर*, newsletter*, ईमेल, खबरें, पढ़ना जारी, सदस्यता, सब्सक्रिप्शन, समाचार पत्र, नोटिफिकेशन
    bn: নিউজলেটার*, newsletter*, ইমেইল*, খবর*, সদস্য*, গ্রাহক*
    ur: نیوز لیٹر, خبریں, ای میل
    ta: செய்திமடல்*, செய்திகள*, மின்னஞ்சல*, செய்தி மடல*
    te: వార్తాలేఖ*, వార్తలు, న్యూస్ లెటర్*, న్యూస్‌లెటర్*
    mr: न्यूजलेटर*, न्यूजलेटरसाठी, बातम्या, वृत्तपत्र, ईमेल
    ne: न्युजलेटर*, न्यूजलेटर*, समाचार, इमेल
    ja: ニュースレター, メールマガジン, メルマガ, メール配信, 会員, 続き, 全文, 有料, 購読, 記事
    ko: 뉴스레터*, 이메일*, 구독*, 회원*, 메일*, 알림*, 소식*
    km: ព្រឹត្តិបត្រ, អ៊ីមែល
    my: သတင်းလွှာ, အီးမေးလ်
    lo: ຈົດໝາຍຂ່າວ, ອີເມວ
    si: පුවත් ලිපි*, ඊමේල්
    """
)
_CLOSINGS = words(
    """
    tr: abone olun, abone ol, abone olabilirsiniz, kaydolun, kayıt olun, üye olun, üye ol, giriş yapın, olmalısınız
    tr: kaydol, giriş yap, hemen abone olun, e-postanıza gelsin, ister misiniz
    az: abunə olun, abunə ol, qeydiyyatdan keçin, üzv olun
    hi: सब्सक्राइब करें, सदस्यता लें, साइन अप करें, पाएं, रजिस्टर करें, लॉगिन करें, प्राप्त करें, लॉग इन करें, लें
    bn: সাবস্ক্রাইব করুন, নিবন্ধন করুন, পেতে সাইন আপ করুন, গ্রাহক হোন, লগইন করুন, সাইন আপ করুন, পেতে
    ur: سبسکرائب کریں, حاصل کریں, رجسٹر کریں, لاگ ان کریں
    ta: குழுசேரவும், பதிவு செய்யவும், பெறுங்கள், சந்தா சேருங்கள், பெற
    te: సబ్‌స్క్రైబ్ చేయండి, నమోదు చేసుకోండి, పొందండి, సబ్స్క్రైబ్ చేయండి
    mr: सबस्क्राइब करा, नोंदणी करा, मिळवा, सदस्य व्हा
    ne: सब्सक्राइब गर्नुहोस्, दर्ता गर्नुहोस्, पाउनुहोस्, सदस्य बन्नुहोस्
    ja: 登録, 登録する, 登録はこちら, 購読する, 登録してください, ご登録ください, お申し込みください, 申し込む
    ja: 会員登録, 無料登録, 購読はこちら, 登録しよう, ログイン, ログインしてください
    ja: 読むことができます, お読みいただけます, 登録しましょう, です, 購読, 会員限定です, 限定記事です, 読めます
    ja: ご覧いただけます, 必要です
    ko: 구독하세요, 구독하기, 구독 신청, 구독신청, 신청하세요, 구독해주세요, 구독해 주세요, 가입하세요, 받아보세요
    ko: 받아 보세요, 로그인하세요, 신청하기, 로그인 후 이용, 만나보세요, 구독, 신청
    kk: жазылыңыз, тіркеліңіз
    uz: obuna bo'ling, ro'yxatdan o'ting
    hy: բաժանորդագրվեք, գրանցվեք
    ka: გამოიწერეთ, გამოიწერე
    de: anmelden, abonnieren, bestellen, registrieren, weiterlesen, lesen, testen, anfordern, sichern, einloggen
    nl: aanmelden, abonneren, inschrijven, inloggen
    fa: شوید, کنید, عضو شوید, ثبت نام کنید, مشترک شوید
    eu: harpidetu, eman izena, egin klik
    km: ចុះឈ្មោះ, ជាវ
    my: စာရင်းသွင်းပါ, subscribe လုပ်ပါ
    si: ලියාපදිංචි වන්න
    hu: feliratkozás, feliratkozom, feliratkozhat
    """
)
_FIXED = words(
    """
    en: subscribe to our, sign up for our, sign up to our, sign up to receive, subscribe to the
    en: subscribe to receive, subscribe today, subscribe now, subscribe for, subscribe here, subscribe to continue
    en: subscribe to read, subscribe to unlock, already a subscriber, already a member, already subscribed
    en: already registered, already have an account, not a subscriber, for subscribers only, is for subscribers
    en: exclusive to subscribers, subscriber exclusive, subscribers only, subscriber-only, available to subscribers
    en: is reserved for subscribers, free articles this month, free articles remaining, free articles left
    en: of your free articles, youve reached your, you have reached your limit, become a member
    en: register to continue, register for free, log in to continue, sign in to continue, log in or subscribe
    en: login or register, sign in or register, log in or register, log in or sign up, to continue reading this
    en: to read the full story, to read the full article, to read this article you, delivered to your inbox
    en: straight to your inbox, in your inbox, directly to your inbox, to your inbox, unlimited digital access
    en: start your free trial, support independent journalism, support our journalism, support quality journalism
    en: please consider supporting, please consider subscribing, please subscribe, premium content, premium article
    en: this is a premium, this article is free, unsubscribe at any time, unsubscribe anytime
    en: your subscription helps, thank you for subscribing, thanks for signing up, thank you for signing up
    en: please check your inbox, enter your email address, email address invalid, successfully subscribed
    en: view our privacy, members only, this content is locked, gift subscription, invalid email, get our newsletter
    en: receive our newsletter, your account has been, purchase a subscription, activate your account
    en: forgot your password, forgot password, create your account
    vi: đăng ký nhận bản tin, đăng ký nhận tin, nhận bản tin, đăng ký thành viên, nội dung dành cho
    vi: dành cho thành viên, dành riêng cho, bài viết dành cho, chỉ dành cho hội viên, đăng ký email
    vi: vui lòng nhập email, quên mật khẩu, đăng ký tài khoản, đăng nhập để đọc, để đọc tiếp bài viết
    vi: đăng ký mua báo, đăng ký theo dõi
    fr: inscrivez-vous à notre, inscrivez-vous à la newsletter, inscrivez-vous gratuitement, abonnez-vous à notre
    fr: abonnez-vous à partir, abonnez-vous pour, abonnez-vous dès, réservé aux abonnés, réservé à nos abonnés
    fr: réservée aux abonnés, réservés aux abonnés, article abonné, article réservé, déjà abonné, déjà abonnée
    fr: déjà inscrit, pas encore abonné, il vous reste, la suite est réservée, contenu réservé, accès illimité
    fr: dans votre boîte mail, désinscrire à tout moment, désabonner à tout moment, pour lire la suite
    fr: lire la suite de cet article, accédez à tous, mot de passe oublié, soutenez le journalisme
    fr: soutenez un journalisme, identifiez-vous, offre dabonnement, sans engagement, adresse email est
    de: für unseren newsletter, unseren newsletter, zum newsletter, newsletter abonnieren, newsletter anmelden
    de: newsletter bestellen, unserem newsletter, nur für abonnenten, exklusiv für abonnenten, für abonnenten
    de: bereits abonnent, sie sind bereits, schon abonnent, sie haben bereits, bereits registriert, bereits kunde
    de: jetzt abonnieren, um weiterzulesen, um diesen artikel, um den artikel, weiterlesen mit
    de: dieser artikel ist kostenpflichtig, dieser inhalt ist, jetzt kostenlos, kostenlos registrieren, probemonat
    de: jederzeit kündbar, monatlich kündbar, passwort vergessen, diesen artikel lesen, jetzt weiterlesen
    de: plus-artikel, unterstützen sie unseren, zugang zu allen, alle artikel lesen, jederzeit abbestellen
    de: jederzeit wieder abmelden, vielen dank für ihre anmeldung, sie möchten weiterlesen, noch kein abo
    de: mit ihrem abo, direkt in ihr postfach, in ihr postfach, in ihrem postfach
    es: suscríbete a nuestro, suscríbete a nuestra, suscríbase a nuestro, suscríbete al, suscríbete para
    es: suscríbete y, suscríbete por, suscríbete ahora, suscríbete aquí, suscríbete gratis, solo para suscriptores
    es: exclusivo para suscriptores, para suscriptores, contenido exclusivo, ya eres suscriptor, ya soy suscriptor
    es: ya es suscriptor, ya estás suscrito, ya tienes cuenta, si ya eres, regístrate gratis, para seguir leyendo
    es: para continuar leyendo, seguir leyendo este, en tu correo, en tu bandeja, en su correo, en tu email
    es: inicia sesión para, artículos gratis, artículos gratuitos, acceso ilimitado, darte de baja
    es: olvidaste tu contraseña, hazte socio, hazte premium, apoya el periodismo, suscripción digital
    pt: assine nossa, assine a nossa, assine a newsletter, assine nosso, assine para, assine já, assine agora
    pt: inscreva-se na, inscreva-se em, subscreva a nossa, subscreva a newsletter, exclusivo para assinantes
    pt: exclusivos para assinantes, só para assinantes, apenas para assinantes, para assinantes, já é assinante
    pt: já sou assinante, é assinante, já tem conta, já tem cadastro, conteúdo exclusivo, para continuar lendo
    pt: para continuar a ler, no seu e-mail, no seu email, na sua caixa de entrada, cadastre-se gratuitamente
    pt: cadastre-se grátis, faça login para, faça seu login, esqueceu a senha, recuperar senha, acesso ilimitado
    pt: torne-se assinante, seja assinante, apoie o jornalismo, artigo exclusivo, artigos gratuitos
    pt: cancelar a qualquer momento, matérias gratuitas
    it: iscriviti alla, iscriviti alla newsletter, iscriviti alla nostra, abbonati per, abbonati a, abbonati ora
    it: abbonati subito, riservato agli abbonati, riservati agli abbonati, riservata agli abbonati
    it: contenuto riservato, sei già abbonato, sei già registrato, hai già un account, già abbonato, sei un abbonato
    it: per continuare a leggere, continua a leggere questo articolo, registrati per, accedi per, nella tua casella
    it: nella tua email, direttamente nella tua, sostieni il giornalismo, articoli gratuiti, password dimenticata
    it: hai dimenticato la password, contenuti illimitati, accesso illimitato, tutti gli articoli del sito
    nl: onze nieuwsbrief, voor de nieuwsbrief, op onze nieuwsbrief, alleen voor abonnees, exclusief voor abonnees
    nl: voor abonnees, al abonnee, bent u al abonnee, ben je al abonnee, abonneer je op, abonneer je nu
    nl: verder lezen, om dit artikel te lezen, dit artikel is alleen, registreer gratis, gratis artikelen
    nl: onbeperkt toegang, onbeperkte toegang, in je mailbox, in uw mailbox, in je inbox, wachtwoord vergeten
    nl: maak een account, heb je al een account, dagelijks in je, log in om
    sv: vårt nyhetsbrev, våra nyhetsbrev, till nyhetsbrevet, endast för prenumeranter, för prenumeranter
    sv: är du redan prenumerant, redan prenumerant, logga in för att läsa, bli prenumerant, bli medlem
    sv: för att läsa vidare, för att fortsätta läsa, läs hela artikeln, plusartikel, endast för dig, redan kund
    sv: låst artikel, direkt i din inkorg, i din inkorg, glömt lösenord, avsluta när du vill, för våra prenumeranter
    da: vores nyhedsbrev, til nyhedsbrevet, kun for abonnenter, for abonnenter, allerede abonnent, er du abonnent
    da: er du allerede, bliv abonnent, bliv medlem, log ind for at læse, for at læse videre, læs hele artiklen
    da: forbeholdt abonnenter, i din indbakke, glemt adgangskode, artiklen er kun for, køb abonnement
    da: har du allerede
    no: vårt nyhetsbrev, nyhetsbrevet vårt, kun for abonnenter, for abonnenter, allerede abonnent, er du abonnent
    no: er du allerede, bli abonnent, bli medlem, logg inn for å lese, for å lese videre, les hele saken
    no: i innboksen, glemt passord, har du abonnement, pluss-artikkel, du må være abonnent
    fi: uutiskirjeemme, tilaa uutiskirje, tilaa lehti, vain tilaajille, tilaajille, oletko jo tilaaja, jo tilaaja
    fi: kirjaudu sisään, lukeaksesi, tämä artikkeli on, tämä juttu on tarkoitettu, tilaajien luettavissa
    fi: unohditko salasanan, luo tunnus, jatka lukemista, maksuton kokeilu, tilaa nyt, haluatko lukea koko
    is: gerast áskrifandi, fyrir áskrifendur, skráðu þig á póstlista
    pl: naszego newslettera, do newslettera, zapisz się na newsletter, zapisz się do newslettera
    pl: tylko dla prenumeratorów, dla prenumeratorów, tylko dla subskrybentów, dla subskrybentów
    pl: tylko dla zalogowanych, masz już konto, masz już prenumeratę, jesteś już prenumeratorem, pozostało ci
    pl: pozostało, wykup dostęp, wykup prenumeratę, wykup subskrypcję, aby czytać dalej, aby przeczytać cały
    pl: aby kontynuować czytanie, treść dostępna tylko, artykuł dostępny tylko, nie pamiętasz hasła
    pl: zapomniałeś hasła, kup prenumeratę, prosto na swoją skrzynkę, artykuł tylko dla, subskrybuj nas
    pl: zaloguj się aby
    cs: k odběru newsletteru, odběru novinek, náš newsletter, našeho newsletteru, jen pro předplatitele
    cs: pouze pro předplatitele, pro předplatitele, již jste předplatitelem, jste předplatitel, předplaťte si
    cs: pokračování článku, pro přečtení celého, celý článek si, chcete číst dál, do vaší e-mailové schránky
    cs: do vašeho e-mailu, zapomenuté heslo, máte již účet, máte předplatné, tento článek je, obsah je pouze
    cs: zadejte svůj e-mail
    sk: k odberu newslettera, odber noviniek, odberu noviniek, náš newsletter, len pre predplatiteľov
    sk: pre predplatiteľov, už ste predplatiteľom, ste predplatiteľ, predplaťte si, pokračovanie článku, celý článok
    sk: chcete čítať ďalej, zabudnuté heslo, máte už účet, zadajte svoj e-mail, do vašej e-mailovej
    hu: hírlevelünkre, hírlevél feliratkozás, iratkozzon fel, iratkozz fel, csak előfizetőknek, csak előfizetőink
    hu: előfizetőinknek, előfizetői tartalom, már előfizető, van már előfizetése, fizessen elő, a cikk folytatása
    hu: elfelejtett jelszó, a teljes cikk, elfelejtette jelszavát, folytatáshoz előfizetés
    ro: abonează-te la, abonați-vă la, la newsletter, newsletterul nostru, exclusiv pentru abonați
    ro: doar pentru abonați, pentru abonați, ești deja abonat, ai deja cont, ai deja un cont
    ro: citește articolul complet, pentru a citi mai departe, ai uitat parola, pe email, acces nelimitat
    bg: нашия бюлетин, за бюлетина, за нашия бюлетин, само за абонати, за абонати, вече сте абонат, имате абонамент
    bg: абонирайте се за, пълен достъп, забравена парола, за да прочетете цялата
    el: στο newsletter μας, στο newsletter, μόνο για συνδρομητές, για συνδρομητές, αποκλειστικά για συνδρομητές
    el: είστε ήδη συνδρομητής, ήδη συνδρομητής, έχετε ήδη λογαριασμό, γίνετε συνδρομητής, γίνε συνδρομητής
    el: ξεχάσατε τον κωδικό, απεριόριστη πρόσβαση, στο email σας
    sr: на наш билтен, на билтен, за наш њузлетер, na naš newsletter, na naš bilten, na newsletter
    sr: само за претплатнике, samo za pretplatnike, za pretplatnike, већ сте претплатник, већ имате налог
    sr: već imate nalog, заборављена лозинка, zaboravili ste lozinku
    hr: na naš newsletter, na newsletter, na naš bilten, samo za pretplatnike, za pretplatnike, već ste pretplatnik
    hr: imate korisnički račun, zaboravljena lozinka, zaboravili ste lozinku, za nastavak čitanja
    hr: sadržaj dostupan samo
    sl: na e-novice, na naše e-novice, na novice, na novičnik, samo za naročnike, za naročnike, ste že naročnik
    sl: že naročnik, že imate račun, pozabljeno geslo, za ogled celotnega, vsebina je dostopna, naročite se na
    ru: на нашу рассылку, на рассылку, подпишитесь на рассылку, подписаться на рассылку, подписаться на новости
    ru: подписка на новости, только для подписчиков, доступно по подписке, доступен по подписке, уже есть подписка
    ru: уже подписаны, оформить подписку, оформите подписку, чтобы читать дальше, чтобы прочитать полностью
    ru: чтобы продолжить чтение, полная версия доступна, доступ к материалу, забыли пароль, регистрация на сайте
    ru: закрытый материал, войти на сайт, уже зарегистрированы, войдите или зарегистрируйтесь, поддержите нас
    ru: подписаться на газету, подписка на газету
    uk: на нашу розсилку, на розсилку, тільки для передплатників, лише для передплатників, для передплатників
    uk: доступно за підпискою, доступно за передплатою, оформити підписку, оформіть передплату, забули пароль
    uk: щоб читати далі, вже є підписка, вже маєте, підтримайте нас
    be: на нашу рассылку, на рассылку, толькі для падпісчыкаў, забылі пароль
    lt: mūsų naujienlaiškį, naujienlaiškio, prenumeruokite naujienlaiškį, tik prenumeratoriams, prenumeratoriams
    lt: jau prenumeruojate, jau esate prenumeratorius, norite skaityti toliau, norėdami skaityti toliau
    lt: pamiršote slaptažodį, užsisakykite prenumeratą, skaitykite visą
    lv: piesakies jaunumiem, piesakieties jaunumiem, jaunumu vēstulei, tikai abonentiem, abonentiem
    lv: jau esi abonents, jau esat abonents, lai lasītu tālāk, lai turpinātu lasīt, aizmirsi paroli
    lv: aizmirsāt paroli, abonē, noformē abonementu, pieraksties jaunumiem
    et: uudiskirjaga, liitu uudiskirjaga, ainult tellijatele, tellijatele, oled juba tellija, kas oled tellija
    et: edasi lugemiseks, unustasid parooli, artikli lugemiseks, telli ajaleht, vormista tellimus, digipaketi
    tr: bültenimize abone, bültenimize kaydol*, e-bültenimize, bültenimize kayıt, sadece abonelere, abonelere özel
    tr: aboneler için, zaten abone, abone misiniz, okumaya devam etmek için, haberin tamamını okumak
    tr: şifremi unuttum, giriş yapmalısınız, üye girişi, hesabınız var mı, üye değil misiniz, e-bülten
    tr: e-bülten aboneliği, bülten aboneliği
    az: bülletenimizə abunə, yalnız abunəçilər, şifrəni unutdum
    kk: жаңалықтарға жазыл*, құпиясөзді ұмыттыңыз
    uz: yangiliklarga obuna, yangiliklarimizga obuna
    ka: გამოიწერეთ სიახლეები, გამოიწერე სიახლეები, ჩვენი სიახლეები
    hy: բաժանորդագրվեք մեր, բաժանորդագրվել
    ar: اشترك في النشرة, اشترك في نشرتنا, اشترك في قائمتنا, اشترك الآن, النشرة البريدية, بنشرتنا البريدية, في نشرتنا
    ar: للمشتركين فقط, حصريا للمشتركين, خاص بالمشتركين, هل أنت مشترك, مشترك بالفعل, لديك حساب, لمتابعة القراءة
    ar: نسيت كلمة المرور, هل نسيت كلمة, اشترك معنا, بريدك الإلكتروني, هذا المحتوى متاح, سجل دخولك
    ar: تسجيل الدخول مطلوب, اشترك ليصلك, إلى بريدك
    fa: عضویت در خبرنامه, خبرنامه ما, در خبرنامه, ویژه مشترکین, ویژه مشترکان, مخصوص مشترکان, رمز عبور خود را
    fa: فراموشی رمز, برای دریافت خبرنامه
    he: לניוזלטר שלנו, לניוזלטר, למנויים בלבד, לרשימת התפוצה, כבר מנויים, מנוי קיים, שכחתי סיסמה, שכחת סיסמה
    he: תוכן למנויים, הצטרפו למנויי
    ur: نیوز لیٹر کے لیے, ہمارے نیوز لیٹر
    hi: हमारे न्यूज़लेटर, हमारे न्यूजलेटर, न्यूज़लेटर सब्सक्राइब, न्यूजलेटर सब्सक्राइब, केवल सदस्यों के लिए
    hi: सिर्फ सदस्यों, सब्सक्राइबर्स के लिए, आगे पढ़ने के लिए, पहले से सदस्य, पासवर्ड भूल गए
    bn: আমাদের নিউজলেটার, নিউজলেটার সাবস্ক্রাইব, শুধু গ্রাহকদের, পাসওয়ার্ড ভুলে
    ta: எங்கள் செய்திமடல*, சந்தாதாரர்களுக்கு மட்டும்
    te: మా వార్తాలేఖ*, మా న్యూస్ లెటర్*
    mr: आमच्या न्यूजलेटर*, केवळ सदस्यांसाठी, पासवर्ड विसरलात
    ne: हाम्रो न्युजलेटर*, हाम्रो न्यूजलेटर*
    th: สมัครรับจดหมายข่าว, รับจดหมายข่าว, เฉพาะสมาชิก, สำหรับสมาชิกเท่านั้น, ลืมรหัสผ่าน, สมัครรับข่าวสาร
    th: สมัครสมาชิกเพื่อ, เป็นสมาชิกอยู่แล้ว
    id: berlangganan newsletter, newsletter kami, daftar newsletter, khusus pelanggan, konten premium
    id: hanya untuk pelanggan, sudah berlangganan, sudah punya akun, belum punya akun, untuk melanjutkan membaca
    id: lupa kata sandi, lupa password, berlangganan sekarang, artikel premium, langganan sekarang
    ms: langgan surat berita, langgan newsletter, surat berita kami, newsletter kami, hanya untuk pelanggan
    ms: sudah melanggan, lupa kata laluan, kandungan premium, untuk terus membaca
    tl: sa aming newsletter, para sa mga subscriber, mag-subscribe sa
    sw: jarida letu, jisajili kwa, umesahau nenosiri, kwa waliojisajili
    zh: 订阅我们的, 訂閱我們的, 訂閱電子報, 订阅电子报, 仅限会员, 僅限會員, 会员专享, 會員專享, 付费内容, 付費內容
    zh: 会员可读, 登录后阅读, 登录阅读全文, 登入後閱讀, 已经是会员, 已經是會員
    zh: 已是会员, 订户专享, 訂戶, 成为会员, 成為會員, 加入会员, 加入會員, 忘记密码, 忘記密碼, 免费试读, 試讀, 订阅后
    zh: 继续阅读全文, 專屬內容, 訂閱看全文, 订阅即可, 立即订阅, 立即訂閱
    zh: 阅读剩余, 欢迎订阅, 歡迎訂閱, 付费阅读, 会员独享, 会员登录, 會員登入, 登录注册, 登入註冊, 您尚未登录
    ja: 会員限定, 有料会員, 無料会員, 会員登録, 会員の方, 残り, この記事は有料, この記事は会員, 続きを読むには
    ja: 続きをお読みいただくには, 全文を読むには, ログインして, ニュースレターに登録
    ja: ニュースレターを購読, メールマガジンに登録, メールマガジン登録, メルマガ登録, メルマガに登録, メルマガの登録
    ja: ニュースレター登録, 購読のお申し込み, 購読者限定, プレミアム会員, パスワードを忘れた
    ja: 無料登録, 新規会員登録, 定期購読, この続きは, 登録会員限定, 有料記事
    ko: 뉴스레터 구독, 뉴스레터를 구독, 뉴스레터 신청, 유료회원, 회원 전용, 회원전용, 구독자 전용, 로그인 후
    ko: 로그인하면, 비밀번호 찾기, 아이디 찾기, 회원가입, 구독신청, 구독 신청
    ko: 정기구독, 이 기사는 유료, 유료 기사, 프리미엄 콘텐츠, 구독하기
    ca: al nostre butlletí, a la nostra newsletter, exclusiu per a subscriptors, només per a subscriptors
    ca: per a subscriptors, ja ets subscriptor, ja tens compte, contrasenya oblidada, per continuar llegint
    ca: has oblidat la contrasenya, subscriu-te per, al teu correu
    eu: gure buletin*, gure newsletter*, harpidedunentzat, harpidedunentzako, harpideduna zara, pasahitza ahaztu
    eu: buletinera harpidetu, eduki hau harpidedunentzat
    gl: ao noso boletín, á nosa newsletter, só para subscritores, para subscritores, xa es subscritor
    gl: esqueciches o contrasinal, no teu correo
    am: ለዜና መጽሔታችን ይመዝገቡ
    km: ជាវព្រឹត្តិបត្រ
    my: သတင်းလွှာ စာရင်းသွင်းပါ
    """
)
_PHRASES = Phrases(fixed=_FIXED, opening=_OPENINGS, object=_OBJECTS, closing=_CLOSINGS)
_BUTTONS = Phrases(
    button=words(
        """
        en: subscribe, sign up, sign up now, newsletter, newsletters, our newsletter, email newsletters, register
        en: join now, join us, become a member, donate, donate now, subscribe now, support us, membership
        en: free trial, unsubscribe, e-edition, get started, start free trial
        vi: đăng ký, đăng ký ngay, bản tin, nhận tin, đặt mua báo, đăng nhập, đặt báo
        fr: sabonner, je mabonne, sinscrire, je minscris, abonnez-vous, newsletter, newsletters, inscription
        fr: se connecter, connexion, déjà abonné, nous soutenir, faire un don, soutenez-nous
        de: abonnieren, newsletter, abo, anmelden, registrieren, jetzt abonnieren, abo-angebote, zum abo
        de: jetzt registrieren, jetzt testen, abo-shop, spenden, jetzt spenden, einloggen, jetzt anmelden
        es: suscríbete, suscribirse, suscribirme, suscripción, regístrate, registrarse, boletines, newsletter
        es: newsletters, boletín, iniciar sesión, hazte socio, suscripciones, donar, suscríbase
        pt: assine, assinar, inscreva-se, subscrever, cadastre-se, newsletter, newsletters, assine já, registar
        pt: entrar, assinaturas, boletim, doar
        it: iscriviti, abbonati, registrati, newsletter, accedi, abbonamenti, abbonamento, sostienici, dona ora
        nl: abonneren, aanmelden, inschrijven, nieuwsbrief, nieuwsbrieven, registreren, inloggen, word lid
        nl: word abonnee, abonneer, doneer, abonnementen
        sv: prenumerera, nyhetsbrev, logga in, registrera dig, bli medlem, bli prenumerant, mitt konto
        da: tilmeld, tilmeld dig, abonner, nyhedsbrev, nyhedsbreve, log ind, bliv medlem, bliv abonnent
        da: køb abonnement
        no: abonner, nyhetsbrev, logg inn, bli abonnent, bli medlem, meld deg på, bestill abonnement, min side
        fi: tilaa, uutiskirje, kirjaudu, rekisteröidy, kirjaudu sisään, tilaa uutiskirje, tilaa lehti
        is: áskrift, skráning, innskráning, póstlisti, gerast áskrifandi
        pl: subskrybuj, newsletter, zapisz się, prenumerata, zaloguj się, zarejestruj się, zaloguj, kup prenumeratę
        pl: wesprzyj nas, załóż konto
        cs: odebírat, newsletter, přihlásit se, přihlásit, registrace, předplatné, registrovat se, podpořte nás
        sk: odoberať, newsletter, prihlásiť sa, prihlásiť, registrácia, predplatné, podporte nás
        hu: feliratkozás, feliratkozom, hírlevél, előfizetés, bejelentkezés, regisztráció, előfizetek, belépés
        hu: támogatás
        ro: abonare, abonează-te, newsletter, autentificare, înregistrare, conectare, abonamente
        bg: абонамент, абонирай се, бюлетин, вход, регистрация, абонирайте се, абонирам се
        el: εγγραφή, συνδρομή, newsletter, σύνδεση, εγγραφείτε, γίνε συνδρομητής, συνδρομές
        sr: претплата, пријава, регистрација, билтен, pretplata, prijava, registracija, bilten, пријави се
        sr: prijavi se, претплати се, pretplati se
        hr: pretplata, prijava, registracija, newsletter, prijavi se, pretplati se, postani pretplatnik
        sl: naročnina, prijava, registracija, e-novice, prijavi se, naroči se, naročite se
        ru: подписаться, подписка, войти, регистрация, рассылка, подпишись, подпишитесь, авторизация, вход
        ru: войти на сайт, личный кабинет, зарегистрироваться, поддержать, подписаться на нас, поддержать проект
        uk: підписатися, підписатись, підписка, передплата, увійти, реєстрація, розсилка, вхід, підпишись
        uk: авторизація, підтримати, зареєструватися
        be: падпісацца, падпіска, увайсці, рэгістрацыя, падтрымаць
        lt: prenumeruoti, prenumerata, prisijungti, registruotis, naujienlaiškis, registracija, prisijunk, paremti
        lv: abonēt, abonements, ienākt, reģistrēties, pieteikties, reģistrācija, pieslēgties, atbalstīt
        et: telli, logi sisse, registreeru, uudiskiri, liitu, tellimine, registreeri, toeta
        tr: abone ol, kayıt ol, üye ol, giriş yap, üye girişi, abonelik, bülten, e-bülten, üyelik, kaydol
        az: abunə ol, qeydiyyat, daxil ol, abunə, giriş
        kk: жазылу, тіркелу, кіру
        uz: obuna bo'lish, obuna, ro'yxatdan o'tish, kirish
        ka: გამოწერა, რეგისტრაცია, შესვლა
        hy: բաժանորդագրվել, գրանցվել, մուտք, գրանցում
        ar: اشترك, اشترك الآن, النشرة البريدية, تسجيل الدخول, إنشاء حساب, تسجيل, الاشتراك, دخول, التسجيل, اشتراك
        ar: الاشتراكات
        fa: عضویت, خبرنامه, ورود, ثبت نام, اشتراک خبرنامه, عضویت در خبرنامه
        he: הרשמה, התחברות, כניסה, ניוזלטר, מנויים, הירשמו, הצטרפו, כניסת מנויים, התחברו
        hi: सब्सक्राइब, सब्सक्राइब करें, लॉगिन, साइन इन, साइन अप, रजिस्टर, लॉग इन करें, सदस्य बनें, न्यूज़लेटर
        bn: সাবস্ক্রাইব, সাবস্ক্রাইব করুন, লগইন, নিবন্ধন, সাইন ইন, নিউজলেটার
        id: berlangganan, daftar, masuk, newsletter, langganan, login, gabung, daftar sekarang
        ms: langgan, daftar, log masuk, sertai kami, surat berita
        zh: 订阅, 訂閱, 登录, 登入, 注册, 註冊, 立即订阅, 免费注册, 加入会员, 加入會員, 订阅电子报, 訂閱電子報
        zh: 会员登录, 會員登入, 会员中心, 電子報, 登录注册, 订阅新闻, 我要訂閱
        zh: 用户登录, 会员注册
        ja: 購読, 登録, ログイン, 会員登録, 新規登録, ニュースレター, メルマガ, メルマガ登録, 無料会員登録
        ja: 購読申し込み, マイページ, 新規会員登録, ログアウト
        ko: 구독, 구독하기, 로그인, 회원가입, 구독신청, 뉴스레터, 뉴스레터 구독, 정기구독, 구독취소, 마이페이지
        ko: 후원하기
        th: สมัครสมาชิก, เข้าสู่ระบบ, ลงทะเบียน, สมัครรับข่าวสาร, ล็อกอิน, ลงชื่อเข้าใช้
        ca: subscriu-te, butlletí, butlletins, inicia sessió, registrat, subscripció, fes-te subscriptor
        eu: harpidetu, buletina, hasi saioa, erregistratu, harpidetza, egin harpidedun
        gl: subscríbete, boletín, iniciar sesión, rexistro
        """
    ),
    filler=words(
        """
        en: or, and, now, here, today, free
        de: oder, und, hier, jetzt
        fr: ou, et, ici
        es: o, y, aquí
        pt: ou, e, aqui
        it: o, e, qui
        ru: или, и, здесь
        vi: hoặc, và
        """
    ),
)
_LONGEST_NOTE = 400
_LONGEST_BUTTON = 60


def _note(line: Line, document: Document) -> Metadata | None:
    return Metadata() if _PHRASES.is_note(line.text) else None


def _button(line: Line, document: Document) -> Metadata | None:
    found = _BUTTONS.cover(line.text)
    return (
        Metadata() if found and any(each.role == "button" for each in found) and not is_title(line, document) else None
    )


RULES: tuple[Rule, ...] = (
    Rule(
        id="subscription.button",
        version=1,
        languages=tuple(code for code in _FIXED),
        description="Button to subscribe, register or log in.",
        matcher=_button,
        cues=_BUTTONS.cues("button"),
        examples=(
            Example("Subscribe now"),
            Example("Newsletter"),
            Example("Sign up", "en"),
            Example("Jetzt abonnieren", "de"),
            Example("S'abonner", "fr"),
            Example("Suscríbete", "es"),
            Example("Подписаться", "ru"),
            Example("立即订阅", "zh"),
            Example("اشترك الآن", "ar"),
        ),
        counterexamples=keep("Signed up for life", "The register of ships", "Join the choir"),
        max_length=_LONGEST_BUTTON,
        places=(Place.HEAD, Place.TAIL),
        overrides=("announced", "sentence"),
    ),
    Rule(
        id="subscription.note",
        version=1,
        languages=tuple(_FIXED),
        description="Offer of a newsletter or subscription, or the note that only subscribers may read on.",
        matcher=_note,
        cues=_PHRASES.cues("fixed", "object"),
        examples=(
            Example("Sign up for our newsletter!"),
            Example("Already a subscriber? Log in here."),
            Example("Get the day's top stories delivered to your inbox."),
            Example("You have 2 free articles left this month."),
            Example("Đăng ký nhận bản tin của chúng tôi.", "vi"),
            Example("Cet article est réservé aux abonnés.", "fr"),
            Example("Melden Sie sich für unseren Newsletter an.", "de"),
            Example("Suscríbete para seguir leyendo.", "es"),
            Example("Conteúdo exclusivo para assinantes.", "pt"),
            Example("Подпишитесь на нашу рассылку.", "ru"),
            Example("订阅我们的电子报，每天获取最新消息。", "zh"),
            Example("اشترك في نشرتنا البريدية.", "ar"),
            Example("Berlangganan newsletter kami.", "id"),
            Example("Bültenimize abone olun.", "tr"),
            Example("この記事は会員限定です。", "ja"),
            Example("뉴스레터를 구독하세요.", "ko"),
        ),
        counterexamples=keep(
            "The ferry company signed up ten new sailors this week.",
            "Subscribe, pay, forget: how the clubs earn",
            "Fifty islanders have joined the choir since the winter.",
        ),
        max_length=_LONGEST_NOTE,
        overrides=("announced", "headline", "sentence"),
    ),
)
