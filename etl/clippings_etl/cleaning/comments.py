"""Comment sections: their headings, counts, forms and house rules."""

from __future__ import annotations

from ..documents import Metadata
from .document import Document, Line, Place
from .labels import words
from .phrases import Phrases, is_title
from .rule import Example, Rule, keep

_COMMENTS = words(
    """
    en: comment, comments, reader comments, add comment, add a comment, leave a comment, leave a reply, leave reply
    en: leave your comment, leave comment, post a comment, post comment, post your comment, write a comment
    en: view comments, view all comments, show comments, hide comments, load comments, load more comments
    en: read comments, see all comments, join the conversation, join the discussion, start the conversation
    en: no comments, no comments yet, comments off, comments are closed, comments closed, cancel reply, reply
    en: replies, responses, thoughts on, be the first to comment, submit comment, latest comments, recent comments
    en: top comments, sort by, sort by newest, all comments, have your say, your comment, disqus, powered by disqus
    en: comments powered by disqus, facebook comments, newest first, oldest first, add your comment, discussion
    en: comment now, what do you think, click to comment, report comment, jump to comments, conversation
    en: sign in to comment, log in to comment, login to comment
    vi: bình luận, ý kiến bạn đọc, gửi bình luận, viết bình luận, thêm bình luận, bình luận của bạn, xem bình luận
    vi: xem thêm bình luận, tất cả bình luận, để lại bình luận, để lại một bình luận, trả lời, hủy trả lời
    vi: gửi ý kiến, ý kiến, ý kiến của bạn, gửi ý kiến của bạn, thảo luận, chưa có bình luận, chưa có bình luận nào
    vi: phản hồi, gửi phản hồi, bình luận mới nhất, ý kiến độc giả, quan tâm nhất, mới nhất, bình luận bài viết
    vi: tham gia bình luận, gửi, chia sẻ ý kiến của bạn, chia sẻ ý kiến, ý kiến của bạn về bài viết
    fr: commentaire, commentaires, laisser un commentaire, laissez un commentaire, ajouter un commentaire
    fr: ajoutez un commentaire, écrire un commentaire, voir les commentaires, afficher les commentaires
    fr: lire les commentaires, poster un commentaire, publier un commentaire, aucun commentaire, pas de commentaire
    fr: réagir, réagir à cet article, réactions, réaction, vos réactions, vos commentaires, commenter, commentez
    fr: répondre, annuler la réponse, les commentaires sont fermés, soyez le premier à commenter
    fr: commentaires fermés, tous les commentaires, réagissez, contribuer
    de: kommentar, kommentare, kommentieren, kommentar schreiben, kommentar verfassen, kommentar hinzufügen
    de: kommentar abgeben, kommentare anzeigen, alle kommentare, kommentare lesen, kommentare laden
    de: keine kommentare, noch keine kommentare, schreiben sie einen kommentar, schreibe einen kommentar
    de: schreib einen kommentar, leserkommentare, zu den kommentaren, antworten, antworten abbrechen, diskutieren
    de: diskussion, diskutieren sie mit, mitdiskutieren, leserbrief schreiben, hinterlasse einen kommentar
    de: hinterlassen sie einen kommentar, postings, jetzt kommentieren, ihr kommentar, artikel kommentieren
    de: mitreden, leserbeiträge, leserkommentar, beitrag verfassen
    es: comentario, comentarios, deja un comentario, dejar un comentario, deja tu comentario, deje un comentario
    es: deje su comentario, añadir comentario, añade un comentario, agregar comentario, escribir un comentario
    es: escribe un comentario, ver comentarios, mostrar comentarios, ver todos los comentarios, sin comentarios
    es: no hay comentarios, comentar, comenta, responder, deja una respuesta, dejar una respuesta
    es: cancelar respuesta, publicar comentario, publicar un comentario, tu comentario, enviar comentario
    es: cerrar comentarios, opina, comenta esta noticia, ir a comentarios, cancelar la respuesta
    es: comentarios cerrados, sé el primero en comentar, haz un comentario, escribe tu comentario
    es: comenta la noticia, los comentarios están cerrados
    pt: comentário, comentários, deixe um comentário, deixe seu comentário, deixar um comentário, deixe uma resposta
    pt: deixar uma resposta, comente, comentar, adicionar comentário, escrever comentário, ver comentários
    pt: ver todos os comentários, sem comentários, nenhum comentário, cancelar resposta, responder
    pt: publicar comentário, enviar comentário, seja o primeiro a comentar, faça um comentário
    pt: participe da conversa, mostrar comentários, os comentários estão fechados, comentários encerrados
    pt: deixe o seu comentário, comentar notícia, escreva um comentário
    it: commento, commenti, lascia un commento, lascia il tuo commento, aggiungi commento, aggiungi un commento
    it: scrivi un commento, invia commento, commenta, commenta larticolo, commenta la notizia, nessun commento
    it: leggi i commenti, mostra commenti, vedi tutti i commenti, rispondi, annulla risposta, lascia una risposta
    it: i commenti sono chiusi, partecipa alla discussione, commenti chiusi, pubblica commento, tutti i commenti
    nl: reactie, reacties, reageer, reageren, laat een reactie achter, geef een reactie, plaats een reactie
    nl: plaats reactie, geef je reactie, toon reacties, bekijk reacties, alle reacties, lees reacties, geen reacties
    nl: nog geen reacties, antwoorden, beantwoorden, opmerkingen, reactie annuleren, schrijf een reactie, comments
    nl: praat mee, discussieer mee, antwoord annuleren, er zijn geen reacties, wees de eerste die reageert
    nl: lees alle reacties
    sv: kommentar, kommentarer, kommentera, lämna en kommentar, lämna ett svar, skriv en kommentar, visa kommentarer
    sv: läs kommentarer, inga kommentarer, svara, avbryt svar, delta i diskussionen, kommentera artikeln
    sv: alla kommentarer, visa alla kommentarer, diskutera, till kommentarerna
    da: kommentar, kommentarer, kommenter, skriv en kommentar, skriv kommentar, tilføj kommentar, vis kommentarer
    da: se kommentarer, ingen kommentarer, svar, annuller svar, deltag i debatten, debat, læs kommentarer
    da: alle kommentarer, efterlad et svar, læg en kommentar
    no: kommentar, kommentarer, kommenter, skriv en kommentar, skriv kommentar, legg igjen en kommentar
    no: legg til kommentar, vis kommentarer, se kommentarer, ingen kommentarer, svar, avbryt svar, delta i debatten
    no: diskuter, alle kommentarer, legg igjen et svar, kommentarfelt
    fi: kommentti, kommentit, kommentoi, kommenttia, kommentoi artikkelia, lisää kommentti, kirjoita kommentti
    fi: jätä kommentti, näytä kommentit, lue kommentit, ei kommentteja, vastaa, peruuta vastaus, keskustelu
    fi: osallistu keskusteluun, keskustele, kaikki kommentit, jätä vastaus
    is: athugasemd, athugasemdir, skrifa athugasemd, bæta við athugasemd, ummæli, engar athugasemdir, svara
    is: skilja eftir athugasemd
    pl: komentarz, komentarze, komentarzy, komentuj, skomentuj, dodaj komentarz, dodaj swój komentarz
    pl: napisz komentarz, zostaw komentarz, pokaż komentarze, zobacz komentarze, wszystkie komentarze
    pl: brak komentarzy, odpowiedz, anuluj odpowiedź, opinie, dyskusja, twój komentarz, dołącz do dyskusji
    pl: najnowsze komentarze, skomentuj artykuł, bądź pierwszy, czytaj komentarze, zobacz wszystkie komentarze
    pl: forum, wyślij komentarz
    cs: komentář, komentáře, komentářů, komentovat, přidat komentář, přidej komentář, napsat komentář
    cs: zobrazit komentáře, zanechat komentář, žádné komentáře, diskuse, diskuze, vstoupit do diskuse
    cs: vstoupit do diskuze, příspěvky, odpovědět, zrušit odpověď na komentář, přidat příspěvek, komentáře čtenářů
    cs: diskuse k článku, přejít do diskuze, příspěvků
    sk: komentár, komentáre, komentárov, komentovať, pridať komentár, pridaj komentár, napísať komentár
    sk: zobraziť komentáre, žiadne komentáre, diskusia, vstúpiť do diskusie, odpovedať, príspevky, diskusia k článku
    sk: pridať príspevok, príspevkov, zanechať komentár
    hu: hozzászólás, hozzászólások, hozzászólok, szólj hozzá, szóljon hozzá, komment, kommentek, kommentelek
    hu: megjegyzések, vélemény, válasz, nincs hozzászólás, hozzászólás írása, új hozzászólás, minden hozzászólás
    hu: vélemény hírozzászólás, legyen ön az első hozzászóló, hozzászólások megtekintése
    ro: comentariu, comentarii, lasă un comentariu, lasa un comentariu, lasă un răspuns, adaugă un comentariu
    ro: adaugă comentariu, scrie un comentariu, comentează, vezi comentariile, niciun comentariu, fără comentarii
    ro: anulează răspunsul, răspunde, de comentarii, toate comentariile, spune-ți părerea, postează un comentariu
    bg: коментар, коментари, коментара, коментирай, коментирайте, добави коментар, напиши коментар, остави коментар
    bg: виж коментарите, няма коментари, отговор, отговори, вашият коментар, всички коментари, отказ
    bg: оставете коментар, напишете коментар, дискусия, към коментарите
    el: σχόλιο, σχόλια, σχολιάστε, αφήστε σχόλιο, αφήστε ένα σχόλιο, αφήστε μια απάντηση, προσθήκη σχολίου
    el: προσθέστε σχόλιο, γράψτε σχόλιο, γράψτε το σχόλιό σας, δείτε τα σχόλια, κανένα σχόλιο, απάντηση, σχολίασε
    el: όλα τα σχόλια, ακύρωση απάντησης, δημοσίευση σχολίου, τα σχόλια είναι κλειστά
    sr: коментар, коментари, коментара, коментариши, остави коментар, оставите коментар, пошаљи коментар
    sr: напиши коментар, нема коментара, одговори, komentar, komentari, komentara, komentariši, ostavi komentar
    sr: ostavite komentar, pošalji komentar, nema komentara, odgovori, pogledaj komentare, погледај коментаре
    sr: сви коментари, vaš komentar, ваш коментар
    hr: komentar, komentari, komentara, komentiraj, komentirajte, ostavi komentar, dodaj komentar, napiši komentar
    hr: pogledaj komentare, nema komentara, odgovori, uključi se u raspravu, svi komentari, prikaži komentare
    hr: sudjeluj u raspravi, pošalji komentar, ostavite komentar
    sl: komentar, komentarji, komentarjev, komentiraj, dodaj komentar, napiši komentar, oddaj komentar
    sl: prikaži komentarje, poglej komentarje, ni komentarjev, odgovori, vsi komentarji, dodajte komentar
    sl: preberi komentarje
    ru: комментарий, комментарии, комментариев, комментария, комментировать, прокомментировать, оставить комментарий
    ru: оставьте комментарий, написать комментарий, добавить комментарий, добавить свой комментарий
    ru: показать комментарии, все комментарии, читать комментарии, нет комментариев, пока нет комментариев
    ru: комментариев пока нет, комментариев нет, обсудить, обсуждение, обсудить на форуме, ответить, отменить ответ
    ru: комменты, добавить отзыв, отправить комментарий, ваш комментарий, высказаться, мнения читателей
    ru: смотреть комментарии, комментарии отключены, комментарии закрыты, загрузить еще, комментарии к новости
    ru: обсуждения, популярные, сначала новые, сначала старые, комментарии читателей
    uk: коментар, коментарі, коментарів, коментаря, коментувати, прокоментувати, залишити коментар, додати коментар
    uk: написати коментар, залиште коментар, показати коментарі, всі коментарі, усі коментарі, немає коментарів
    uk: коментарів немає, обговорити, обговорення, відповісти, скасувати відповідь, ваш коментар
    uk: переглянути коментарі, читати коментарі
    be: каментар, каментары, каментарый, каментарыі, каментаваць, пакінуць каментар, дадаць каментар
    be: каментароў няма, адказаць, каментароў, абмеркаваць
    lt: komentaras, komentarai, komentarų, komentuoti, komentuok, rašyti komentarą, parašyk komentarą
    lt: palikti komentarą, skaityti komentarus, rodyti komentarus, visi komentarai, komentarų nėra, atsakyti
    lt: parašyti komentarą, palikite komentarą, atšaukti atsakymą, rašykite komentarą
    lv: komentārs, komentāri, komentāru, komentēt, pievienot komentāru, rakstīt komentāru, atstāt komentāru
    lv: lasīt komentārus, visi komentāri, nav komentāru, atbildēt, pievieno komentāru, skatīt komentārus
    lv: atcelt atbildi
    et: kommentaar, kommentaarid, kommentaari, kommenteeri, lisa kommentaar, kirjuta kommentaar, jäta kommentaar
    et: loe kommentaare, vaata kommentaare, kommentaare pole, vasta, tühista vastus, kõik kommentaarid
    et: lisa oma kommentaar
    tr: yorum, yorumlar, yorum yap, yorum yaz, yorum ekle, yorum gönder, yorumları göster, yorumları gör
    tr: yorumunuzu yazın, yorumları oku, tüm yorumlar, tüm yorumları gör, bir yorum yazın, bir yanıt yazın
    tr: bir cevap yazın, yanıtla, cevapla, henüz yorum yok, yorum yok, yorum bırakın, okur yorumları, yorumunuz
    tr: ilk yorumu sen yap, ilk yorumu siz yapın, yanıtı iptal et, cevabı iptal et, henüz yorum yapılmamış
    tr: yorumlarınızı paylaşın, yorumunu yaz
    az: şərh, şərhlər, şərh yaz, şərh əlavə et, rəy, rəylər, rəy bildir, rəy yaz, cavab ver, şərh yoxdur
    az: şərh bildir, bütün şərhlər, rəyinizi yazın
    kk: пікір, пікірлер, пікір қалдыру, пікір қосу, пікір жазу, жауап беру, пікір жоқ, пікір білдіру
    kk: барлық пікірлер, пікір қалдырыңыз
    uz: izoh, izohlar, izoh qoldirish, izoh yozish, fikr bildirish, fikr qoldirish, javob berish, sharhlar
    uz: izoh qo'shish, fikrlar, izohlar yo'q, изоҳлар, изоҳ қолдириш, фикр билдириш
    ka: კომენტარი, კომენტარები, დატოვე კომენტარი, კომენტარის დამატება, დაამატე კომენტარი, პასუხი
    ka: კომენტარის დატოვება, დატოვეთ კომენტარი
    hy: մեկնաբանություն, մեկնաբանություններ, մեկնաբանել, թողնել մեկնաբանություն, ավելացնել մեկնաբանություն
    hy: պատասխանել, գրել մեկնաբանություն
    ar: تعليق, تعليقات, التعليقات, التعليق, أضف تعليق, أضف تعليقا, أضف تعليقك, اترك تعليق, اترك تعليقا, اترك تعليقك
    ar: اترك ردا, اترك رد, كتابة تعليق, اكتب تعليقك, اكتب تعليقا, لا توجد تعليقات, لا يوجد تعليقات, عرض التعليقات
    ar: إضافة تعليق, رد, إلغاء الرد, علق, تعليقات القراء, تعليقات فيسبوك, جميع التعليقات, شارك بتعليقك, ارسل تعليقك
    ar: علق على الخبر, كن أول من يعلق, التعليقات مغلقة
    fa: نظر, نظرات, نظر شما, نظرات شما, ارسال نظر, ثبت نظر, نظر بدهید, دیدگاه, دیدگاه‌ها, دیدگاهها, ارسال دیدگاه
    fa: ثبت دیدگاه, دیدگاه شما, پاسخ, لغو پاسخ, نظرات کاربران, نظر خود را بنویسید, افزودن دیدگاه
    fa: دیدگاهتان را بنویسید, بدون نظر, نظر کاربران, نظرات مخاطبان, بدون دیدگاه, درج نظر, ارسال پاسخ, انتشار یافته
    fa: در انتظار بررسی
    he: תגובה, תגובות, הוסף תגובה, הוספת תגובה, הוסיפו תגובה, כתוב תגובה, כתבו תגובה, כתיבת תגובה, הגב, הגיבו
    he: השאר תגובה, השאירו תגובה, אין תגובות, לכל התגובות, הצג תגובות, תגובות לכתבה, שלח תגובה, תגובה חדשה, ביטול
    he: לתגובות, הצגת כל התגובות, התגובה שלך
    ur: تبصرہ, تبصرے, تبصرہ کریں, تبصرہ لکھیں, اپنا تبصرہ, جواب دیں, اپنی رائے دیں, رائے, کوئی تبصرہ نہیں
    ur: تبصرہ کیجیے, اپنی رائے کا اظہار کریں, تمام تبصرے
    hi: टिप्पणी, टिप्पणियां, टिप्पणियाँ, टिप्पणी करें, टिप्पणी लिखें, टिप्पणी जोड़ें, कमेंट, कमेंट्स, कमेंट करें
    hi: कमेंट लिखें, अपनी टिप्पणी दें, जवाब दें, प्रतिक्रिया दें, अपनी राय दें, अपनी प्रतिक्रिया दें
    hi: कोई टिप्पणी नहीं, टिप्पणी छोड़ें, पाठकों की राय, प्रतिक्रियाएं, अपनी राय लिखें, अपना कमेंट लिखें
    bn: মন্তব্য, মন্তব্যসমূহ, মন্তব্য করুন, মন্তব্য লিখুন, আপনার মন্তব্য, মতামত, মতামত দিন, আপনার মতামত
    bn: আপনার মতামত লিখুন, উত্তর দিন, কমেন্ট, কমেন্ট করুন, কোনো মন্তব্য নেই, পাঠকের মন্তব্য, পাঠকের মতামত
    bn: সব মন্তব্য, মন্তব্য দিন, আপনার মন্তব্য লিখুন
    ta: கருத்து, கருத்துகள், கருத்துக்கள், கருத்து தெரிவிக்க, கருத்துகளை பதிவு செய்ய, உங்கள் கருத்து
    ta: உங்கள் கருத்தை பதிவு செய்யவும், வாசகர் கருத்து, கருத்துத் தெரிவிக்க, பதிலளிக்க, கருத்தைப் பதிவு செய்யவும்
    te: వ్యాఖ్య, వ్యాఖ్యలు, వ్యాఖ్యానించండి, కామెంట్, కామెంట్స్, కామెంట్ చేయండి, మీ అభిప్రాయం, అభిప్రాయాలు
    te: మీ అభిప్రాయం తెలపండి, మీ వ్యాఖ్య
    mr: प्रतिक्रिया, प्रतिक्रिया द्या, टिप्पणी, टिप्पणी करा, टिप्पण्या, कमेंट, कमेंट करा, अभिप्राय, आपली प्रतिक्रिया
    mr: आपली प्रतिक्रिया द्या, प्रतिक्रिया नोंदवा, अभिप्राय द्या, वाचकांच्या प्रतिक्रिया
    ne: प्रतिक्रिया, प्रतिक्रिया दिनुहोस्, प्रतिक्रियाहरू, टिप्पणी, टिप्पणी गर्नुहोस्, कमेन्ट, कमेन्ट गर्नुहोस्
    ne: तपाईंको प्रतिक्रिया, तपाईको प्रतिक्रिया, प्रतिक्रिया लेख्नुहोस्
    si: අදහස්, අදහස් දක්වන්න, ප්‍රතිචාර, ඔබේ අදහස්, අදහස් එක් කරන්න, ප්‍රතිචාර දක්වන්න
    th: ความคิดเห็น, แสดงความคิดเห็น, แสดงความเห็น, ความเห็น, คอมเมนต์, คอมเม้นท์, เขียนความคิดเห็น, ดูความคิดเห็น
    th: ตอบกลับ, ยังไม่มีความคิดเห็น, ร่วมแสดงความคิดเห็น, ดูความคิดเห็นทั้งหมด, ใส่ความเห็น, ยกเลิกการตอบ
    lo: ຄວາມຄິດເຫັນ, ຄຳເຫັນ, ສະແດງຄວາມຄິດເຫັນ, ປະກອບຄຳເຫັນ, ຕອບກັບ, ຂຽນຄວາມຄິດເຫັນ
    km: មតិ, មតិយោបល់, បញ្ចេញមតិ, យោបល់, ផ្ដល់មតិ, ឆ្លើយតប, សរសេរមតិ
    my: မှတ်ချက်, မှတ်ချက်များ, မှတ်ချက်ပေးရန်, မှတ်ချက်ရေးရန်, ကွန်မန့်, ထင်မြင်ချက်
    id: komentar, beri komentar, tulis komentar, tambahkan komentar, tinggalkan komentar, kirim komentar
    id: tinggalkan balasan, balas, batalkan balasan, lihat komentar, lihat semua komentar, belum ada komentar
    id: tidak ada komentar, komentar anda, baca komentar, komentar pembaca, muat komentar, kolom komentar
    id: tampilkan komentar, semua komentar
    ms: komen, tulis komen, tinggalkan komen, tambah komen, ulasan, beri komen, balas, lihat komen
    ms: tinggalkan balasan, tiada komen, hantar komen
    tl: komento, mga komento, mag-komento, mag-iwan ng komento, mag-iwan ng tugon, sagutin, walang komento, magkomento
    sw: maoni, toa maoni, toa maoni yako, weka maoni, acha maoni, acha jibu, jibu, andika maoni, maoni yako
    sw: hakuna maoni, tuma maoni
    am: አስተያየት, አስተያየቶች, አስተያየት ይስጡ, አስተያየት ስጥ, አስተያየትዎን ይስጡ, አስተያየት ይጻፉ, መልስ ይስጡ
    zh: 评论, 評論, 发表评论, 發表評論, 我要评论, 查看评论, 全部评论, 网友评论, 最新评论, 热门评论, 添加评论, 写评论
    zh: 條評論, 条评论, 留言, 我要留言, 發表留言, 留言板, 回复, 回覆
    zh: 回复取消, 跟帖, 条跟帖, 参与评论, 參與評論, 暂无评论, 暫無評論, 发布评论, 則留言, 查看全部评论, 查看更多评论
    zh: 讀者留言, 讨论, 則評論, 新闻评论, 用户评论, 評論區, 评论区, 取消回复
    zh: 取消回覆, 發佈回覆, 发布, 登录后评论, 發佈留言, 相关评论, 热评, 说两句, 我来说两句, 网友跟贴, 人参与
    zh: 我有话说, 发表, 文明上网理性发言, 提交评论, 提交, 條留言, 篇留言, 人评论, 条
    ja: コメント, コメントする, コメントを書く, コメントを残す, コメントを見る, コメントを投稿, コメントを投稿する
    ja: コメント一覧, コメントはありません, コメントをすべて見る, 件のコメント, 返信
    ja: 返信する, コメントをどうぞ, 全てのコメント, コメントを読む, コメントを送信, 件, コメントをキャンセル
    ja: すべてのコメント, 返信をキャンセル
    ko: 댓글, 댓글쓰기, 댓글 쓰기, 댓글보기, 댓글 보기, 댓글달기, 댓글 달기, 댓글 작성, 댓글작성, 개의 댓글, 댓글목록
    ko: 댓글 전체보기, 댓글 등록, 등록, 의견, 의견쓰기, 덧글, 답글
    ko: 답글쓰기, 댓글 남기기, 전체 댓글, 댓글수, 댓글 삭제, 댓글 수정, 회원로그인, 비회원 글쓰기, 베스트댓글
    ko: 답글 남기기, 개, 댓글 더보기, 댓글입력
    ca: comentari, comentaris, deixa un comentari, deixeu un comentari, afegeix un comentari, comenta
    ca: mostra els comentaris, respon, cap comentari, escriu un comentari, veure comentaris, cancel·la les respostes
    ca: deixa una resposta
    eu: iruzkin, iruzkinak, iruzkina, utzi iruzkina, iruzkina utzi, erantzun, iruzkinik ez, iruzkina idatzi
    eu: utzi erantzuna, iritziak, gehitu iruzkina
    gl: comentario, comentarios, deixa un comentario, deixar un comentario, engadir comentario, comenta, responder
    gl: sen comentarios
    sq: koment, komente, komentet, lini një koment, shto koment, komento
    mk: коментар, коментари, остави коментар, напиши коментар
    bs: komentar, komentari, ostavi komentar
    """
)
_FILLERS = words(
    """
    en: on, for, to, this, article, story, post, the, all, view, show, read, more, section, and, or, in, a, see
    en: your, our, hide, thoughts, yet
    vi: của, bạn, về, bài viết, này, cho, bài viết này, xem, tất cả, tin, thích
    fr: sur, cet article, de, sur cet article, à, larticle, les, un, vos, voir, tous
    de: zu, diesem artikel, zum, artikel, zum artikel, alle, anzeigen, lesen, der leser, zu diesem artikel, und
    de: vorhanden
    es: en, sobre, esta noticia, este artículo, a, de, los, todos, ver, lectores, en esta noticia, y, un
    pt: em, sobre, esta notícia, neste artigo, nesta notícia, de, os, ver, todos, e, um
    it: su, a, questo articolo, di, i, tutti, vedi, questa notizia, allarticolo
    nl: op, dit artikel, bij, op dit artikel, alle, van, bekijk
    sv: på, artikeln, alla, till, på artikeln
    pl: do, artykułu, do artykułu, na, wszystkie, czytelników, forum
    cs: k, článku, ke článku, k článku, čtenářů, do
    ru: к, статье, к статье, новости, к новости, к материалу, все, на, в, на форуме, записи, к записи, нет
    uk: до, статті, новини, до статті, до новини, усі, всі, до запису
    ar: على, الخبر, المقال, هذا المقال, على هذا المقال, في, عدد, حول
    fa: برای, این خبر, این مطلب, تعداد, خود را, شما
    zh: 条, 條, 则, 則, 共, 个, 本文, 全部, 查看, 人, 已有, 文章, 相关, 所有
    ja: を, の, 件, この記事への, この記事の, 見る, すべて, この記事に
    ko: 개, 총, 이 기사에, 의, 전체, 기사
    tr: tüm, bu habere, için, bu yazıya, bu haber için, haber, göster
    id: untuk, artikel, ini, pada, semua, di
    """
)
_HEADINGS = Phrases(comment=_COMMENTS, filler=_FILLERS)
_CALLS = frozenset(
    [
        "发表评论",
        "發表評論",
        "我要评论",
        "写评论",
        "添加评论",
        "我要留言",
        "發表留言",
        "コメントする",
        "コメントを書く",
        "コメントを残す",
        "コメントを見る",
        "댓글쓰기",
        "댓글달기",
        "댓글보기",
        "댓글작성",
        "แสดงความคิดเห็น",
        "ความคิดเห็น",
        "comentar",
        "kommentieren",
        "commenter",
        "комментировать",
        "коментувати",
        "kommentera",
        "kommentér",
    ]
)
"""Calls to comment that are one word."""

_NOTES = Phrases(
    fixed=words(
        """
        en: your email address will not be published, email address will not be published
        en: required fields are marked, to leave a comment, you must be logged in to, please log in to comment
        en: log in to leave a comment, to post a comment, comments powered by, view the comments
        en: comments are moderated, comments are closed, comments are turned off, enable javascript
        en: javascript is disabled, javascript to run this, save my name email, notify me of follow-up comments
        en: notify me of new posts, notify me of new comments, this site uses akismet
        en: how your comment data is processed, be the first to comment, abide by our community guidelines
        en: our commenting policy, commenting rules, join the conversation, comments section is closed
        en: comments on this article are, in order to comment, comments will be moderated
        en: comments are the opinions of, commenting guidelines, readers are solely responsible
        vi: email của bạn sẽ không được hiển thị công khai, các trường bắt buộc được đánh dấu, bạn phải đăng nhập để
        vi: bạn cần đăng nhập để, đăng nhập để bình luận, vui lòng đăng nhập để, hãy là người đầu tiên bình luận
        vi: vui lòng nhập tiếng việt có dấu, bình luận không đăng nhập, vui lòng bật javascript
        vi: ý kiến của bạn sẽ được biên tập, bình luận của bạn sẽ được, gõ tiếng việt có dấu
        vi: sẽ được xét duyệt trước khi đăng
        fr: votre adresse e-mail ne sera pas publiée, votre adresse de messagerie ne sera pas publiée
        fr: les champs obligatoires sont indiqués, pour laisser un commentaire, pour commenter
        fr: connecté pour publier un commentaire, soyez le premier à commenter, soyez le premier à réagir
        fr: activer javascript, activez javascript, les commentaires sont fermés, les commentaires sont modérés
        fr: enregistrer mon nom, connecté pour poster
        de: ihre e-mail-adresse wird nicht veröffentlicht, deine e-mail-adresse wird nicht veröffentlicht
        de: erforderliche felder sind, um zu kommentieren, um einen kommentar, kommentarfunktion
        de: aktivieren sie javascript, javascript aktivieren, schreiben sie den ersten kommentar
        de: kommentare sind geschlossen, netiquette, javascript ist deaktiviert, um die kommentare zu sehen
        de: anmelden um kommentare, für diesen artikel sind keine kommentare
        es: tu dirección de correo electrónico no será publicada
        es: su dirección de correo electrónico no será publicada, los campos obligatorios están marcados
        es: para comentar, para dejar un comentario, conectado para publicar un comentario
        es: sé el primero en comentar, active javascript, activa javascript, habilita javascript
        es: habilite javascript, los comentarios están cerrados, guarda mi nombre, normas de participación
        es: los comentarios publicados son de exclusiva responsabilidad
        pt: o seu endereço de e-mail não será publicado, o seu endereço de email não será publicado
        pt: seu endereço de e-mail não será publicado, campos obrigatórios são marcados, para comentar
        pt: para deixar um comentário, seja o primeiro a comentar, ative o javascript, habilite o javascript
        pt: os comentários são de responsabilidade, os comentários estão encerrados
        pt: salvar meus dados neste navegador, os comentários não representam a opinião
        it: il tuo indirizzo email non sarà pubblicato, lindirizzo email non sarà pubblicato
        it: i campi obbligatori sono contrassegnati, per commentare, per lasciare un commento, per poter commentare
        it: attivare javascript, abilita javascript, abilitare javascript, i commenti sono chiusi
        it: devi essere connesso per
        nl: je e-mailadres wordt niet gepubliceerd, uw e-mailadres wordt niet gepubliceerd
        nl: vereiste velden zijn gemarkeerd, om te reageren, om een reactie te plaatsen, javascript in te schakelen
        nl: schakel javascript in, je moet ingelogd zijn, reageren is niet meer mogelijk
        sv: din e-postadress kommer inte publiceras, obligatoriska fält är märkta, för att kommentera
        sv: aktivera javascript, logga in för att kommentera
        da: din e-mailadresse vil ikke blive publiceret, krævede felter er markeret, for at kommentere
        da: aktiver javascript, log ind for at kommentere
        no: din e-postadresse vil ikke bli publisert, obligatoriske felt er merket, for å kommentere
        no: aktiver javascript, logg inn for å kommentere
        fi: sähköpostiosoitettasi ei julkaista, pakolliset kentät on merkitty, kirjaudu sisään kommentoidaksesi
        fi: kommentoidaksesi, ota javascript käyttöön
        pl: twój adres e-mail nie zostanie opublikowany, wymagane pola są oznaczone, aby dodać komentarz
        pl: aby skomentować, musisz się zalogować aby, zaloguj się aby dodać, włącz javascript
        pl: włącz obsługę javascript, komentarze są prywatnymi opiniami
        cs: vaše e-mailová adresa nebude zveřejněna, vaše emailová adresa nebude zveřejněna
        cs: vyžadované informace jsou označeny, pro přidání komentáře, pro vložení komentáře, povolte javascript
        cs: zapněte javascript, abyste mohli komentovat
        sk: vaša e-mailová adresa nebude zverejnená, povinné polia sú označené, pre pridanie komentára
        sk: povoľte javascript, zapnite javascript
        hu: az e-mail címet nem tesszük közzé, a kötelező mezőket, a hozzászóláshoz, hozzászólás küldéséhez
        hu: engedélyezze a javascriptet, kapcsolja be a javascriptet, hozzászóláshoz be kell jelentkezni
        ro: adresa ta de email nu va fi publicată, câmpurile obligatorii sunt marcate, pentru a comenta
        ro: pentru a lăsa un comentariu, trebuie să fii autentificat, activați javascript
        bg: вашият имейл адрес няма да бъде публикуван, задължителните полета са отбелязани, за да коментирате
        bg: за да публикувате коментар, активирайте javascript, трябва да влезете, моля пишете на кирилица
        el: η ηλ. διεύθυνση σας δεν δημοσιεύεται, η διεύθυνση email σας δεν θα δημοσιευθεί, τα υποχρεωτικά πεδία
        el: για να σχολιάσετε, ενεργοποιήστε τη javascript, ενεργοποιήστε το javascript
        sr: адреса ваше е-поште неће бити објављена, неопходна поља су означена, да бисте коментарисали
        sr: vaša adresa e-pošte neće biti objavljena, da biste komentarisali, морате бити пријављени
        hr: vaša adresa e-pošte neće biti objavljena, obavezna polja su označena, da biste komentirali
        hr: za komentiranje je potrebno, prijavite se za komentiranje, morate biti prijavljeni
        sl: vaš e-naslov ne bo objavljen, vaš e-poštni naslov ne bo objavljen, za komentiranje
        sl: zahtevana polja so označena, za komentiranje se prijavite
        ru: ваш адрес email не будет опубликован, ваш e-mail не будет опубликован, обязательные поля помечены
        ru: чтобы оставить комментарий, чтобы комментировать, чтобы оставлять комментарии, для комментирования
        ru: чтобы прокомментировать, только зарегистрированные пользователи могут, включите javascript
        ru: включить javascript, необходимо авторизоваться, войдите чтобы, авторизуйтесь чтобы
        ru: комментарии проходят модерацию, добавлять комментарии, комментировать могут только
        ru: для добавления комментария
        uk: ваша e-mail адреса не оприлюднюватиметься, ваша email адреса не оприлюднюватиметься
        uk: ваша електронна адреса не буде опублікована, обовязкові поля позначені, щоб залишити коментар
        uk: щоб коментувати, щоб залишати коментарі, увімкніть javascript, потрібно авторизуватися, для коментування
        uk: необхідно авторизуватись
        be: каб пакінуць каментар, каб каментаваць, ваш адрас электроннай пошты не будзе апублікаваны
        lt: el. pašto adresas nebus skelbiamas, būtini laukeliai pažymėti, norėdami komentuoti, įjunkite javascript
        lt: jūsų el. pašto adresas nebus
        lv: jūsu e-pasta adrese netiks publicēta, obligātie lauki ir atzīmēti, lai komentētu
        lv: lai pievienotu komentāru, lai rakstītu komentāru
        et: sinu e-postiaadressi ei avaldata, nõutavad väljad on tähistatud, kommenteerimiseks
        et: lülita javascript sisse
        tr: e-posta hesabınız yayımlanmayacak, e-posta adresiniz yayınlanmayacak, gerekli alanlar
        tr: yorum yapabilmek için, yorum yapmak için, javascripti etkinleştirin, javascript'i etkinleştirin
        tr: yazılan yorumlar hiçbir şekilde, küfür hakaret, yorumlardan dolayı
        az: şərh yazmaq üçün, e-poçt ünvanınız dərc edilməyəcək, şərh bildirmək üçün
        kk: пікір қалдыру үшін, пікір жазу үшін, электрондық пошта мекенжайыңыз жарияланбайды
        uz: izoh qoldirish uchun, izoh yozish uchun, elektron pochta manzilingiz e'lon qilinmaydi
        ka: კომენტარის დასატოვებლად, თქვენი ელფოსტის მისამართი გამოქვეყნებული არ იყო
        ar: لن يتم نشر عنوان بريدك الإلكتروني, الحقول الإلزامية مشار إليها, يجب أن تكون مسجلا
        ar: يجب أنت تكون مسجل الدخول, لإضافة تعليق, لكتابة تعليق, يرجى تفعيل جافا سكريبت, تفعيل الجافا سكريبت
        ar: التعليقات المنشورة لا تعبر, يرجى تسجيل الدخول للتعليق, تفعيل javascript
        fa: نشانی ایمیل شما منتشر نخواهد شد, بخش‌های موردنیاز علامت‌گذاری شده‌اند, نظرات حاوی, نظرات پس از تایید
        fa: برای ارسال نظر, دیدگاه‌های ارسال شده, پیام‌هایی که حاوی, جاوا اسکریپت را فعال
        he: האימייל לא יוצג באתר, שדות החובה מסומנים, כדי להגיב, על מנת להגיב, יש להפעיל javascript, תגובות הכוללות
        he: אין לשלוח תגובות הכוללות
        ur: آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا, تبصرہ کرنے کے لیے
        hi: आपका ईमेल पता प्रकाशित नहीं किया जाएगा, आवश्यक फ़ील्ड चिह्नित हैं, टिप्पणी करने के लिए
        hi: कमेंट करने के लिए, जावास्क्रिप्ट सक्षम करें, टिप्पणी पोस्ट करने के लिए
        bn: আপনার ই-মেইল এ্যাড্রেস প্রকাশিত হবে না, আপনার ইমেইল প্রকাশ করা হবে না, মন্তব্য করতে, মন্তব্য করার জন্য
        bn: কমেন্ট করতে
        ne: प्रतिक्रिया दिन, तपाईँको इमेल ठेगाना प्रकाशित गरिने छैन
        mr: प्रतिक्रिया देण्यासाठी, आपला ई-मेल अड्रेस प्रकाशित केला जाणार नाही
        th: อีเมลของคุณจะไม่แสดงให้คนอื่นเห็น, อีเมลของคุณจะไม่ถูกเผยแพร่, เข้าสู่ระบบเพื่อแสดงความคิดเห็น
        th: เพื่อแสดงความคิดเห็น, กรุณาเปิดใช้งาน javascript, ช่องข้อมูลจำเป็น
        id: alamat email anda tidak akan dipublikasikan, ruas yang wajib ditandai, untuk berkomentar
        id: untuk memberikan komentar, aktifkan javascript, jadilah yang pertama berkomentar
        id: masuk untuk berkomentar, login untuk berkomentar, untuk mengirim komentar
        id: komentar sepenuhnya menjadi tanggung jawab
        ms: alamat e-mel anda tidak akan, medan diperlukan ditanda, untuk memberi komen, log masuk untuk komen
        tl: hindi ipa-publish ang iyong email address, mag-log in para magkomento
        sw: baruapepe haitachapishwa, ili kutoa maoni
        zh: 您的电子邮箱地址不会被公开, 你的电子邮件地址不会被公开, 發佈留言必須填寫的電子郵件地址不會公開
        zh: 必填项已用, 必填欄位, 登录后才能评论, 登录后发表评论, 请登录后发表, 请先登录, 登入後發表
        zh: 網友評論僅供, 网友评论仅供, 必须登录才能, 启用javascript, 啟用 javascript, 您需要登录后才可以
        zh: 登录后才可以, 文明上网, 理性发言, 发言需遵守, 请遵守评论服务协议
        zh: 网友发言均非
        ja: メールアドレスが公開されることはありません, が付いている欄は必須項目です, コメントするには
        ja: コメントを投稿するには, コメントを書くには, javascriptを有効, javascriptの設定を有効
        ja: ログインしてコメント, javascriptが無効
        ko: 이메일 주소는 공개되지 않습니다, 필수 항목은, 로그인 후 댓글, 댓글을 작성하려면, 댓글을 작성하실 수
        ko: 로그인이 필요합니다, 자바스크립트를 활성화, 댓글을 남기실 수, 댓글은 로그인
        ko: 타인을 비방, 작성된 댓글은, 댓글 서비스를
        ca: ladreça electrònica no es publicarà, els camps necessaris estan marcats, per comentar
        ca: per deixar un comentari
        eu: zure e-posta helbidea ez da argitaratuko, beharrezko eremuak, iruzkina uzteko
        gl: o teu enderezo electrónico non se publicará, os campos obrigatorios están marcados
        """
    ),
)
_LONGEST_HEADING = 60
_LONGEST_NOTE = 400


def _heading(line: Line, document: Document) -> Metadata | None:
    found = _HEADINGS.cover(line.text)
    if not found or not any(each.role == "comment" for each in found):
        return None
    words_found = [each for each in found if each.role == "comment"]
    if (
        line.place is Place.BODY
        and len(found) == 1
        and not any(map(str.isdigit, line.text))
        and not _asks(words_found[0].phrase)
    ):
        return None
    return None if is_title(line, document) and len(found) == 1 else Metadata()


def _asks(phrase: str) -> bool:
    """Whether it is more than the one word, which may be a heading of the text: to comment, to reply."""
    return " " in phrase or phrase in _CALLS


def _note(line: Line, document: Document) -> Metadata | None:
    return Metadata() if _NOTES.is_note(line.text) else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="comments.heading",
        version=1,
        languages=tuple(_COMMENTS),
        description="Heading, count or button of a comment section.",
        matcher=_heading,
        cues=_HEADINGS.cues("comment"),
        examples=(
            Example("12 Comments"),
            Example("Comments (3)"),
            Example("Leave a Reply"),
            Example("Bình luận (0)", "vi"),
            Example("Laisser un commentaire", "fr"),
            Example("Kommentare (7)", "de"),
            Example("Deja tu comentario", "es"),
            Example("0 comentários", "pt"),
            Example("Lascia un commento", "it"),
            Example("3 комментария", "ru"),
            Example("发表评论", "zh"),
            Example("أضف تعليقك", "ar"),
            Example("Tulis komentar", "id"),
            Example("コメントを書く", "ja"),
            Example("댓글쓰기", "ko"),
        ),
        counterexamples=keep(
            "Comments are due by the end of the month",
            "No comment from the mayor",
            "Three comments that changed the vote",
            "3 comments from the hearing",
        ),
        max_length=_LONGEST_HEADING,
        overrides=("announced", "headline", "sentence"),
    ),
    Rule(
        id="comments.note",
        version=1,
        languages=tuple(code for code in _COMMENTS if code != "is"),
        description="What a comment form tells: who may write, what is published, that scripts are needed.",
        matcher=_note,
        cues=_NOTES.cues("fixed", "object"),
        examples=(
            Example("Your email address will not be published. Required fields are marked *"),
            Example("Please enable JavaScript to view the comments."),
            Example("You must be logged in to post a comment."),
            Example("Bạn phải đăng nhập để gửi phản hồi.", "vi"),
            Example("Votre adresse e-mail ne sera pas publiée.", "fr"),
            Example("Melden Sie sich an, um einen Kommentar zu schreiben.", "de"),
            Example("Tu dirección de correo electrónico no será publicada.", "es"),
            Example("O seu endereço de e-mail não será publicado.", "pt"),
            Example("Чтобы оставить комментарий, войдите на сайт.", "ru"),
            Example("登录后才能评论", "zh"),
            Example("لن يتم نشر عنوان بريدك الإلكتروني.", "ar"),
            Example("Alamat email Anda tidak akan dipublikasikan.", "id"),
        ),
        counterexamples=keep(
            "The mayor left a comment on the wall of the old mill.",
            "The island's script is written from right to left.",
        ),
        max_length=_LONGEST_NOTE,
        overrides=("announced", "headline", "sentence"),
    ),
)
