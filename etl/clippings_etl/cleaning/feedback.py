"""Requests to the reader: to rate, to report an error, to send a story; and how to reach the newsroom."""

from __future__ import annotations

from ..documents import Metadata
from .document import Document, Line
from .labels import words
from .phrases import Phrases
from .rule import Example, Rule, keep

_FIXED = words(
    """
    en: was this helpful, was this article helpful, was this page helpful, was this article useful
    en: did you find this, report an error, report error, report a typo, report a correction, report a mistake
    en: spotted an error, spot an error, spotted a mistake, found a mistake, found an error, have you seen an error
    en: suggest a correction, request a correction, submit a correction, see something wrong, send feedback
    en: give feedback, give us feedback, give us your feedback, rate this article, rate this story, rate this
    en: do you have a story, have a story, got a story, do you have a tip, got a tip, have a tip, have a news tip
    en: send us your, send your story, email us at, e-mail us at, contact us at, write to us at
    en: contact our newsroom, contact the newsroom, get in touch with us, letters to the editor
    en: letter to the editor, submit a letter, tell us what you think, let us know what you think
    en: what do you think? let us, tell us in the comments, let us know in the comments, send in your
    en: contact the author, contact the reporter, reach the reporter, can be reached at, send a news tip, news tips
    en: send us a tip, to contact the reporter, to contact the editor, please email, please contact us
    en: thank you for your feedback, if you have a story, if you have any, for more information visit
    en: for more stories, for more news, contribute to our
    vi: tòa soạn, toà soạn, gửi về tòa soạn, gửi bài viết, đường dây nóng, mời bạn đọc gửi, mời quý độc giả
    vi: bạn đọc gửi, mời độc giả, báo lỗi, góp ý, gửi phản hồi, bài viết có hữu ích, đánh giá bài viết
    vi: ý kiến đóng góp, thư bạn đọc, hòm thư, hộp thư, hotline, mọi ý kiến đóng góp, liên hệ tòa soạn, xin gửi về
    vi: vui lòng gửi về, gửi câu hỏi, xin vui lòng liên hệ, cộng tác viết bài
    fr: signaler une erreur, une erreur dans, avez-vous repéré, corriger une faute, signalez-nous
    fr: signaler une faute, cet article vous a-t-il, cet article vous a été utile, donnez votre avis
    fr: votre avis nous, écrivez-nous, contactez-nous, contactez la rédaction, contacter la rédaction
    fr: vous avez une information, une information à nous, envoyez-nous, notez cet article, courrier des lecteurs
    fr: vous souhaitez réagir, vous avez un témoignage, évaluer cet article, appel à témoignages
    fr: proposer une correction
    de: fehler melden, fehler gefunden, fehler entdeckt, haben sie einen fehler, hat ihnen der artikel
    de: hat ihnen dieser artikel, war dieser artikel, war der artikel hilfreich, war das hilfreich
    de: schreiben sie uns, schreib uns, senden sie uns, schicken sie uns, schicken sie uns ihre, ihre meinung
    de: feedback geben, feedback senden, artikel bewerten, bewerten sie, leserbrief, leserbriefe
    de: kontakt zur redaktion, kontaktieren sie uns, haben sie hinweise, wie hat ihnen, anregungen
    de: kontakt zum autor, redaktion kontaktieren, korrektur melden, sagen sie uns, rechtschreibfehler
    de: hinweise an die redaktion
    es: reportar error, reportar un error, informar de un error, has encontrado un error, encontraste un error
    es: ha encontrado un error, reporta un error, notificar error, te ha resultado útil, te resultó útil, te sirvió
    es: te gustó este artículo, valora este artículo, envíanos, envíenos, escríbenos, escríbanos, contáctanos
    es: contáctenos, contacta con, cartas al director, tienes una historia, tienes información, si tienes alguna
    es: danos tu opinión, tu opinión nos, qué opinas, déjanos tu, cuéntanos, enviar carta, comunícate con
    es: puedes escribirnos, corregir noticia
    pt: reportar erro, comunicar erro, comunique erro, encontrou um erro, encontrou algum erro, informar erro
    pt: reporte um erro, este artigo foi útil, esta notícia foi útil, esta matéria foi útil, achou útil, o que achou
    pt: avalie, envie sua, envie a sua, envie-nos, escreva para, fale conosco, entre em contato, contate-nos
    pt: tem uma história, tem alguma sugestão, sugestão de pauta, viu algum erro, dê a sua opinião, dê sua opinião
    pt: carta ao editor, avise-nos, informe erro, contacte-nos, erro ortográfico, quer sugerir
    it: segnala un errore, segnala errore, hai trovato un errore, segnalaci, questo articolo ti è stato utile
    it: ti è stato utile, ti è piaciuto, scrivici, scriveteci, contattaci, scrivi alla redazione
    it: contatta la redazione, invia una segnalazione, invia la tua, lettere al direttore, inviaci
    it: hai una segnalazione, valuta questo articolo, dicci la tua, vota questo articolo, la tua opinione
    nl: fout gevonden, fout melden, meld een fout, fout gezien, zie je een fout, taalfout, heb je een tip
    nl: heeft u een tip, tip de redactie, tip ons, stuur ons, stuur je, mail ons, mail de redactie
    nl: neem contact op met, was dit artikel nuttig, vond je dit, laat het ons weten, reageer via, geef je mening
    nl: heb je vragen, heeft u vragen, meld taalfout, een fout in dit artikel, stuur een tip, foutje
    sv: hittat ett fel, rapportera fel, rätta artikeln, rättelser, tipsa oss, tipsa redaktionen, har du tips
    sv: har du ett tips, skicka in, kontakta oss, mejla oss, skriv till oss, vad tycker du, kontakta redaktionen
    sv: hittade du fel, fel i artikeln, rapportera ett fel, så jobbar vi med, har du frågor
    da: fandt du en fejl, fundet en fejl, meld fejl, rapporter fejl, tip os, har du et tip, send os, skriv til os
    da: kontakt os, kontakt redaktionen, hvad synes du, hvad mener du, send dit, fejl i artiklen, giv feedback
    da: ret en fejl
    no: fant du en feil, funnet en feil, meld feil, rapporter feil, tips oss, har du et tips, har du tips, send oss
    no: skriv til oss, kontakt oss, kontakt redaksjonen, hva synes du, hva mener du, fant du en skrivefeil, send inn
    no: feil i artikkelen, gi tilbakemelding
    fi: löysitkö virheen, huomasitko virheen, ilmoita virheestä, lähetä juttuvinkki, juttuvinkki, lähetä vinkki
    fi: anna palautetta, lähetä palautetta, ota yhteyttä, kerro meille, oliko artikkeli, mitä mieltä, onko sinulla
    fi: kirjoita meille, virhe jutussa, lähetä kuva, lähetä uutisvinkki, oikaisut
    is: ábending*, sendu okkur, hafðu samband, senda ábendingu, tilkynna villu, villa í frétt
    pl: zgłoś błąd, znalazłeś błąd, zauważyłeś błąd, widzisz błąd, zgłoś, napisz do nas, skontaktuj się z nami
    pl: wyślij nam, masz temat, masz informacje, masz ciekawy temat, oceń artykuł, czy artykuł był, czy ten artykuł
    pl: daj nam znać, co sądzisz, co o tym sądzisz, list do redakcji, kontakt z redakcją, czekamy na
    pl: byłeś świadkiem, jesteś świadkiem, prześlij nam, podziel się opinią, zgłoś temat, popraw błąd
    pl: napisz do autora, znalazłaś błąd, dołącz do dyskusji
    cs: našli jste chybu, nahlásit chybu, chyba v článku, upozornit na chybu, napište nám, kontaktujte nás
    cs: pošlete nám, máte tip, jak se vám, ohodnoťte, byl pro vás článek, máte zajímavý tip, dejte nám vědět
    cs: napište redakci, hodnocení článku, sdělte nám, víte o
    sk: našli ste chybu, nahlásiť chybu, chyba v článku, upozorniť na chybu, napíšte nám, kontaktujte nás
    sk: pošlite nám, máte tip, ohodnoťte, dajte nám vedieť, napíšte redakcii, páčil sa vám
    hu: hibát talált, hibát talált a cikkben, hiba bejelentése, írjon nekünk, írj nekünk, küldje el, küldjön
    hu: kapcsolatfelvétel, vegye fel velünk, hasznosnak találta, mondja el véleményét, hibát találtál
    hu: olvasói levelek, értékelje, ossza meg velünk, ha hibát
    ro: ai găsit o greșeală, raportează o eroare, semnalează o eroare, semnalați o eroare, scrie-ne, scrieți-ne
    ro: contactează-ne, contactați-ne, trimite-ne, trimiteți-ne, ai o știre, ți-a plăcut, spune-ne, ce părere ai
    ro: trimite un mesaj, ai un pont, vezi greșeli, raportează, ai o informație
    bg: забелязахте грешка, видяхте грешка, съобщи за грешка, съобщете за грешка, подай сигнал, подайте сигнал
    bg: пишете ни, пратете ни, изпратете ни, свържете се с нас, сигнализирай, докладвай, вашето мнение
    bg: стани репортер, оцени статията, какво мислите, сигнал до редактора, имате новина
    el: βρήκατε λάθος, αναφορά λάθους, αναφέρετε λάθος, επικοινωνήστε μαζί μας, στείλτε μας, γράψτε μας
    el: σας φάνηκε χρήσιμο, πείτε μας, βαθμολογήστε, στείλε μας, ήταν χρήσιμο, καταγγελίες, πες μας, στείλτε το
    sr: пријавите грешку, уочили сте грешку, пишите нам, контактирајте нас, пошаљите нам, prijavite grešku
    sr: uočili ste grešku, pišite nam, kontaktirajte nas, pošaljite nam, imate priču, имате причу, шта мислите
    sr: šta mislite, јавите нам, javite nam, pišite redakciji
    hr: prijavite grešku, prijavi grešku, prijavi pogrešku, uočili ste pogrešku, uočili ste grešku, pišite nam
    hr: kontaktirajte nas, pošaljite nam, javite nam, imate priču, što mislite, pošaljite vijest, prijavi problem
    hr: jeste li primijetili, pišite redakciji
    sl: prijavi napako, prijavite napako, ste opazili napako, našli ste napako, pišite nam, kontaktirajte nas
    sl: pošljite nam, imate novico, kaj menite, oceni novico, ocenite, obvestite nas, opazili napako
    ru: нашли ошибку, заметили ошибку, нашли опечатку, заметили опечатку, увидели ошибку, сообщить об ошибке
    ru: сообщите об ошибке, ctrl+enter, ctrl enter, выделите её и нажмите, выделите ее и нажмите, выделите текст
    ru: сообщить опечатку, если вы заметили, если вы нашли, если вы обнаружили, пишите нам, напишите нам, присылайте
    ru: пришлите нам, звоните нам, свяжитесь с нами, письмо в редакцию, связаться с редакцией, написать в редакцию
    ru: написать автору, расскажите нам, оцените материал, оцените статью, оцените новость, была ли статья
    ru: вам понравилась, вам понравился, понравилась статья, понравился материал, есть новость, прислать новость
    ru: предложить новость, сообщить новость, стали свидетелем, стали очевидцем, поделитесь мнением
    ru: а что вы думаете, обратная связь, редакция ждет, ждём ваших, ждем ваших, телефон редакции, адрес редакции
    ru: сообщайте о, хотите поделиться, хотите сообщить, есть о чем рассказать
    uk: знайшли помилку, помітили помилку, побачили помилку, знайшли орфографічну, повідомити про помилку
    uk: ctrl+enter, ctrl enter, виділіть її та натисніть, виділіть текст, якщо ви помітили, якщо ви знайшли
    uk: якщо ви виявили, пишіть нам, напишіть нам, надсилайте, надішліть нам, звязатися з редакцією
    uk: лист до редакції, написати в редакцію, оцініть, вам сподобалась, стали свідком, запропонувати новину
    uk: надіслати новину, що ви думаєте, маєте новину, повідомте нам, зворотний звязок, маєте що
    be: знайшлі памылку, заўважылі памылку, бачыш памылку, бачыце памылку, паведаміць пра памылку, ctrl+enter
    be: ctrl enter, вылучыце яе, калі вы заўважылі, пішыце нам, дасылайце, напішыце нам
    lt: pastebėjote klaidą, radote klaidą, pranešti apie klaidą, praneškite, pranešk apie, rašykite mums
    lt: parašykite mums, susisiekite su mumis, siųskite mums, atsiųskite, turite naujieną, patiko straipsnis
    lt: įvertinkite, ką manote, pastebėjai klaidą, susisiekite, pranešk klaidą, turite pastabų
    lv: pamanīji kļūdu, pamanījāt kļūdu, ziņot par kļūdu, ziņo par kļūdu, pamanīta kļūda, raksti mums, rakstiet mums
    lv: sazinies ar mums, sazinieties, sūti mums, iesūti, novērtē, ko tu domā, ieraudzīji kļūdu, sūtiet
    et: leidsid vea, märkasid viga, teata veast, saada vihje, saada meile, anna vihje, kirjuta meile
    et: võta meiega ühendust, võta ühendust, anna tagasisidet, mis sa arvad, kas see artikkel, kas leidsid
    et: vihje toimetusele, teavita veast, anna teada
    tr: hata bildir, bir hata mı, hatayı bildir, yazım hatası, bize yazın, bize ulaşın, bize bildirin, haber ihbar
    tr: ihbar hattı, bu haber faydalı, bu içerik faydalı, ne düşünüyorsunuz, sizce, görüşlerinizi, düzeltme bildir
    tr: haberi puanla, oy ver, bu makale faydalı, iletişime geçin, siz de, geri bildirim
    az: səhv gördünüz, səhv tapdınız, mətndə səhv, səhv barədə, bizə yazın, bizimlə əlaqə, ctrl enter, səhvi
    az: orfoqrafik səhv, xəbər göndər, redaksiya ilə əlaqə
    kk: қате тапсаңыз, қате таптыңыз, қатені, мәтінде қате, бізге жазыңыз, бізбен байланыс, ctrl enter, қате туралы
    kk: хабарласыңыз
    uz: xato topdingizmi, xatolik topdingizmi, xato topsangiz, matnda xato, xatolikni, bizga yozing, ctrl enter
    uz: biz bilan bog'lan*, хато топсангиз, матнда хато, хатони белгила*, xato haqida, murojaat uchun
    ka: შეცდომა, იპოვეთ შეცდომა, მოგვწერეთ, დაგვიკავშირდით, შეცდომის შემთხვევაში
    hy: սխալ նկատել*, գրեք մեզ, կապվեք մեզ, նկատել եք սխալ, ctrl enter, գտել եք սխալ
    ar: هل كان هذا المقال مفيدا, هل أعجبك, هل استفدت, هل وجدت خطأ, أبلغ عن خطأ, الإبلاغ عن خطأ, تبليغ عن خطأ
    ar: اتصل بنا, اتصلوا بنا, راسلنا, راسلونا, أرسل لنا, ارسل لنا, تواصل معنا, تواصلوا معنا, أخبرنا برأيك
    ar: شاركنا رأيك, شاركونا آراءكم, شاركنا برأيك, قيم هذا المقال, ما رأيك, بلغ عن خطأ, أرسل تصحيحا, للتواصل مع
    ar: قيم الموضوع, للإبلاغ عن
    fa: گزارش خطا, گزارش اشتباه, خطایی یافتید, تماس با ما, با ما تماس, به ما بگویید, نظر خود را, ارسال خبر
    fa: این خبر را چگونه, آیا این خبر, گزارش تخلف, نظر شما چیست, آیا این مطلب, پیشنهادات, به این مطلب امتیاز
    fa: امتیاز دهید
    he: מצאתם טעות, דווחו על טעות, דיווח על טעות, דווח על טעות, טעות בכתבה, כתבו לנו, צרו קשר, שלחו לנו
    he: יש לכם סיפור, ספרו לנו, מה דעתכם, מצאת טעות, האם הכתבה, פנו אלינו, תיקון טעות, מייל אדום, רוצים לספר
    he: מצאתם טעות בכתבה
    ur: ہم سے رابطہ, اپنی رائے, ہمیں لکھیں, غلطی کی نشاندہی, آپ کی رائے, ہمیں بتائیں
    hi: हमसे संपर्क करें, हमें लिखें, हमें बताएं, गलती बताएं, गलती की सूचना, यह खबर कैसी लगी, खबर कैसी लगी
    hi: क्या यह खबर, अपनी राय, अपने सुझाव, फीडबैक दें, संपर्क करें, रेटिंग दें, आपकी राय, आपको यह खबर, त्रुटि की
    bn: আমাদের লিখুন, ভুল ধরিয়ে, ভুল দেখলে, আমাদের জানান, যোগাযোগ করুন, লেখা পাঠান, আপনার মতামত, খবর পাঠান
    bn: যোগাযোগের ঠিকানা, খবরটি কেমন, আপনার এলাকার খবর
    ta: எங்களைத் தொடர்பு, எங்களை தொடர்பு, எங்களுக்கு எழுதுங்கள், பிழையைத், உங்கள் கருத்து
    te: మమ్మల్ని సంప్రదించండి, మీ అభిప్రాయ*, మాకు తెలియజేయండి, మాకు రాయండి
    mr: आमच्याशी संपर्क, आम्हाला लिहा, आम्हाला कळवा, आपले मत, चूक कळवा, तुमचं मत, तुमचे मत
    ne: हामीलाई लेख्नुहोस्, सम्पर्क गर्नुहोस्, गल्ती भेटि*, तपाईंको प्रतिक्रिया, सुझाव दिन*, हामीलाई पठाउनुहोस्
    ne: यो खबर पढेर, तपाईलाई कस्तो, कस्तो महसुस
    si: අපට ලියන්න, අප අමතන්න, දෝෂයක්
    th: แจ้งข้อผิดพลาด, แจ้งแก้ไข, แจ้งปัญหา, ติดต่อเรา, ส่งข่าว, แจ้งข่าว, ร้องเรียน, บทความนี้มีประโยชน์
    th: พบข้อผิดพลาด, คุณคิดอย่างไร, แจ้งเบาะแส, รายงานปัญหา, ติดต่อกองบรรณาธิการ
    lo: ຕິດຕໍ່ພວກເຮົາ, ແຈ້ງຂໍ້ຜິດພາດ, ສົ່ງຄຳເຫັນ
    km: ទាក់ទងមកយើង, ទំនាក់ទំនងយើង, រាយការណ៍កំហុស, ផ្ញើមកយើង
    my: ဆက်သွယ်ရန်, အမှားတွေ့ပါက, ကျွန်ုပ်တို့ထံ
    id: laporkan kesalahan, laporkan artikel, temukan kesalahan, menemukan kesalahan, apakah artikel ini
    id: apakah berita ini, hubungi kami, kirim saran, kirim masukan, kirimkan tulisan, kirim tulisan, beri masukan
    id: beri rating, apa pendapat anda, bagaimana menurut anda, kirimkan ke, punya cerita, punya informasi
    id: sampaikan laporan, kirimkan artikel, kritik dan saran, laporkan
    ms: hubungi kami, laporkan kesalahan, lapor kesilapan, hantar berita, hantar maklum balas, maklum balas
    ms: e-mel kami, adakah artikel ini, emelkan kepada, apa pendapat anda, kongsi pendapat, salurkan maklumat
    tl: makipag-ugnayan sa amin, iulat ang mali, sumulat sa amin, ano ang masasabi mo, may kwento ka
    sw: wasiliana nasi, ripoti kosa, tutumie, tuandikie, una maoni, toa maoni yako, una habari, tuma habari
    am: ያግኙን, ስህተት ካገኙ, ይጻፉልን, አስተያየትዎን, ያሳውቁን
    zh: 报料, 爆料, 新闻热线, 新聞熱線, 投稿邮箱, 投稿信箱, 来信, 來信, 投稿, 纠错, 报错, 我要纠错, 新闻报料
    zh: 新闻爆料, 联系我们, 聯絡我們, 意见反馈, 意見反饋, 联系邮箱, 联系电话
    zh: 请联系, 請聯絡, 欢迎投稿, 歡迎投稿, 读者来信, 本文对您有帮助, 对本文评分, 文章评分, 是否有帮助, 觉得文章不错
    zh: 您有什么看法, 你怎么看, 举报邮箱, 举报电话, 违法和不良信息, 新闻线索
    zh: 如发现, 如有侵权, 内容纠错, 客服热线, 客服电话, 欢迎提供, 回報錯誤, 新聞爆料, 這篇文章對你有幫助, 我要爆料
    zh: 欢迎来稿, 商务合作, 联系本站
    ja: お問い合わせ, ご意見, ご感想, 情報提供, 誤りを報告, この記事は役に立ちましたか, 役に立ちましたか
    ja: ご意見・ご感想, ご要望, ご連絡ください, お寄せください, 記事へのご意見, 誤字脱字
    ja: フィードバック, 情報をお寄せ, 評価する, 参考になりましたか
    ko: 제보, 기사제보, 기사 제보, 제보하기, 제보는, 오류신고, 오류 신고, 의견 보내기, 문의하기, 정정보도, 독자의견
    ko: 독자 의견, 기사 문의, 보도자료, 이 기사가 도움이, 도움이 되었나요
    ko: 오탈자 신고, 독자투고, 이메일 문의, 기사에 대한 의견, 고충처리, 제보를 기다립니다, 이 기사에 대해
    ca: contacta amb nosaltres, escriu-nos, informa dun error, has trobat un error, envian's, tens alguna informació
    ca: comunica un error, què en penses, cartes al director, thas adonat, tha estat útil
    eu: akatsen bat, akatsa jakinarazi, jarri gurekin harremanetan, idatzi iezaguzu, bidali zure
    eu: zer iruditzen zaizu, akatsen bat aurkitu, bidali iezaguzu
    gl: informar dun erro, atopaches un erro, contacta connosco, escríbenos, envíanos, que opinas
    sq: na kontaktoni, na shkruani, raporto gabim
    mk: пишете ни, контактирајте не, пријави грешка
    """
)
_PHRASES = Phrases(fixed=_FIXED)
_LONGEST = 220


def _note(line: Line, document: Document) -> Metadata | None:
    text = line.text
    if not _PHRASES.opens_with_fixed(text) and not ("@" in text and _PHRASES.has_fixed(text)):
        return None
    return Metadata()


RULES: tuple[Rule, ...] = (
    Rule(
        id="feedback.note",
        version=1,
        languages=tuple(_FIXED),
        description="Request to rate the article, to report an error, to write to the newsroom.",
        matcher=_note,
        cues=_PHRASES.cues("fixed"),
        examples=(
            Example("Was this article helpful?"),
            Example("Report an error"),
            Example("Do you have a story for us? Email us at news@harbour.example."),
            Example("Gửi bài viết về tòa soạn", "vi"),
            Example("Signaler une erreur", "fr"),
            Example("Fehler gefunden? Schreiben Sie uns!", "de"),
            Example("¿Has encontrado un error?", "es"),
            Example("Encontrou um erro? Avise-nos.", "pt"),
            Example("Нашли ошибку? Выделите её и нажмите Ctrl+Enter.", "ru"),
            Example("新闻热线：0123-456789", "zh"),
            Example("أبلغ عن خطأ", "ar"),
            Example("Laporkan kesalahan", "id"),
            Example("ご意見・ご感想はこちら", "ja"),
            Example("기사제보 news@harbour.example", "ko"),
        ),
        counterexamples=keep(
            "The islanders wrote a letter to the editor of the Harbour Gazette.",
            "An error of judgement",
            "Helpful hands at the harbour",
        ),
        max_length=_LONGEST,
        overrides=("announced", "headline", "sentence"),
    ),
)
