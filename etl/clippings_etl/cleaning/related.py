"""Headings and lines that lead to other articles: ``Related News``, ``Read also: …``."""

from __future__ import annotations

import re
from functools import lru_cache

from ..documents import Metadata
from .cues import cues, plain
from .document import Document, Line, Place, ends_sentence
from .labels import alternatives, every, words
from .rule import Example, Rule, keep

_HEADINGS = words(
    """
    en: related, related news, related articles, related article, related stories, related story, related posts
    en: related content, related links, related topics, related coverage, related reading, read also, also read
    en: read more, read next, see also, more on this, more on this story, more news, more stories
    en: more from this section, you may also like, you might also like, recommended for you, latest news
    en: most read, most popular, trending now, other news, don't miss, further reading, recommended
    en: recommended stories, top stories, what to read next, more like this, related items
    vi: tin liên quan, tin bài liên quan, bài liên quan, bài viết liên quan, tin cùng chuyên mục, tin khác
    vi: các tin khác, xem thêm, đọc thêm, tin mới nhất, tin mới, tin nổi bật, có thể bạn quan tâm
    vi: đọc nhiều nhất, tin tức liên quan, các bài viết khác, bài viết khác, cùng chuyên mục, tin cùng loại
    vi: tin đã đưa
    fr: à lire aussi, lire aussi, à lire également, articles liés, articles similaires, sur le même sujet
    fr: sur le même thème, voir aussi, les plus lus, dans la même rubrique, à voir aussi, pour aller plus loin
    de: mehr zum thema, lesen sie auch, auch interessant, das könnte sie auch interessieren, weitere artikel
    de: verwandte artikel, ähnliche artikel, weiterlesen, meistgelesen, siehe auch, lesen sie mehr zum thema
    de: weitere nachrichten, zum thema, passend dazu, weitere meldungen, mehr dazu
    es: noticias relacionadas, artículos relacionados, lea también, lee también, te puede interesar
    es: le puede interesar, más noticias, ver también, más leídas, lo más leído, contenido relacionado
    es: más información, también te puede interesar, más sobre este tema, relacionadas
    pt: notícias relacionadas, leia também, leia mais, veja também, artigos relacionados, mais lidas
    pt: matérias relacionadas, conteúdo relacionado, saiba mais, veja mais, mais notícias, posts relacionados
    ru: читайте также, читать также, по теме, похожие новости, новости по теме, материалы по теме
    ru: смотрите также, другие новости, самое читаемое, ещё по теме, еще по теме, похожие материалы
    zh: 相关新闻, 相关阅读, 相關新聞, 相关报道, 相關報導, 延伸阅读, 延伸閱讀, 相关文章, 相關文章
    zh: 推荐阅读, 更多新闻, 更多新聞, 热门新闻, 猜你喜欢, 相关链接, 相关推荐, 推薦閱讀, 热点新闻, 最新新闻, 看更多
    ar: اقرأ أيضا, اقرأ أيضاً, اقرأ أيضًا, أخبار ذات صلة, مواضيع ذات صلة, ذات صلة, الأكثر قراءة, شاهد أيضا
    ar: مقالات ذات صلة, قد يهمك أيضا, شاهد أيضاً, موضوعات متعلقة, أخبار متعلقة, إقرأ أيضا
    id: baca juga, berita terkait, artikel terkait, lihat juga, berita lainnya, terpopuler, baca selengkapnya
    id: simak juga, artikel lainnya, rekomendasi untuk anda, berita terbaru
    ms: berita berkaitan, artikel berkaitan
    tr: ilgili haberler, benzer haberler, ayrıca okuyun, bunları da okuyun, diğer haberler, ilgili haber
    tr: son haberler, çok okunanlar, önerilen haberler
    it: leggi anche, articoli correlati, notizie correlate, potrebbe interessarti, ti potrebbe interessare
    it: vedi anche, i più letti, potrebbe interessarti anche, altre notizie, correlati
    ja: 関連記事, 関連ニュース, あわせて読みたい, 合わせて読みたい, おすすめ記事, 人気記事, 関連リンク
    ja: こちらもおすすめ
    ko: 관련기사, 관련 기사, 관련뉴스, 관련 뉴스, 많이 본 뉴스, 추천기사, 함께 보면 좋은 기사, 인기기사
    hi: संबंधित खबरें, यह भी पढ़ें, ये भी पढ़ें, संबंधित समाचार, और पढ़ें
    pl: czytaj także, czytaj też, zobacz także, zobacz też, powiązane artykuły, przeczytaj także, polecane
    pl: polecamy, najczęściej czytane, czytaj więcej, podobne artykuły
    uk: читайте також, новини за темою, схожі новини, за темою, матеріали за темою, дивіться також
    nl: lees ook, lees meer, gerelateerde artikelen, meer nieuws, meer over dit onderwerp, bekijk ook
    el: διαβάστε επίσης, σχετικά άρθρα, δείτε επίσης, διαβάστε ακόμα, δείτε ακόμα, σχετικές ειδήσεις
    th: ข่าวที่เกี่ยวข้อง, อ่านเพิ่มเติม, บทความที่เกี่ยวข้อง, ข่าวอื่นๆ
    fa: اخبار مرتبط, مطالب مرتبط, بیشتر بخوانید
    sv: läs också, läs även, relaterade artiklar, läs mer
    cs: čtěte také, související články, přečtěte si také
    ro: citește și, articole similare, citeşte şi, vezi și
    en: more from, more on this topic, more in this section, you might be interested in, related links
    en: read this next, more for you, editor's picks, editors' picks, in case you missed it, popular now
    en: popular posts, recent posts, recent articles, most viewed, most shared, more to read, related documents
    en: similar articles, similar news, what others are reading, in this story, recommended reading
    en: also in the news, latest, latest stories, don't miss these, you may be interested in, also on, more coverage
    en: more from this author, watch next, previous article, more like this, other stories, also see, keep reading
    en: read our latest, must read, must reads, related story, top headlines, more headlines, today's top stories
    en: hand-picked, you may have missed, suggested reading, our picks
    vi: tin đọc nhiều, bài đọc nhiều, tin xem nhiều, xem nhiều, bài mới, bài mới nhất, đáng chú ý, tin nên đọc
    vi: tin cùng chủ đề, cùng chủ đề, bạn có thể quan tâm, có thể bạn chưa biết, tin bài khác, các tin bài khác
    vi: tin đã đăng, các tin đã đưa, tin đọc thêm, các bài liên quan, các tin liên quan, bài cùng chuyên mục
    vi: đọc nhiều, tin hot, mời xem thêm, tin tiếp theo, bài viết cùng chuyên mục, các bài đã đăng, các tin cũ hơn
    vi: các tin mới hơn, những tin cũ hơn, những tin mới hơn
    fr: à lire, sur le même thème, à découvrir, ailleurs sur le web, les plus lus, les plus partagés
    fr: nos recommandations, vous aimerez aussi, ces articles peuvent vous intéresser, cela peut vous intéresser
    fr: dans la même catégorie, articles recommandés, plus d'articles, lire également, lire plus, lire la suite
    fr: à voir également, articles récents, derniers articles, dernières nouvelles, à ne pas manquer
    fr: notre sélection, à suivre, sur ce sujet, voir également, les articles les plus lus
    fr: vous pourriez aussi aimer, contenus liés, recommandé pour vous, recommandés pour vous, plus d'infos
    de: mehr zu diesem thema, mehr zum thema, mehr aus, lesen sie dazu auch, lesen sie hier, lesetipps, empfehlungen
    de: empfehlungen der redaktion, weitere themen, weitere beiträge, auch spannend, meistgelesene artikel
    de: meistgelesene, meist gelesen, das könnte dich auch interessieren, das könnte sie interessieren
    de: das könnte dich interessieren, ähnliche beiträge, verwandte themen, verwandte beiträge, lesen sie mehr
    de: lesen sie jetzt, aktuelle meldungen, neueste beiträge, mehr lesen, beliebt, unsere empfehlungen
    de: neueste artikel, schlagzeilen, mehr von, aus dem ressort, empfohlene artikel, nicht verpassen
    de: zum weiterlesen, mehr nachrichten, top-themen, auch lesen, auch lesenswert, themen des tages
    es: relacionado, te recomendamos, le recomendamos, recomendados, recomendamos, además, también te puede gustar
    es: podría interesarte, quizás te interese, lo más visto, lo más reciente, lo último, últimas noticias, más en
    es: otras noticias, leer más, leer también, ver más, no te pierdas, sigue leyendo, más leídos
    es: artículos similares, notas relacionadas, nota relacionada, entradas relacionadas, temas relacionados
    es: recomendaciones, también en, lea más, lee más, puede interesarte, también puede interesarte
    es: noticia relacionada, artículo relacionado, información relacionada, destacados, lee además, lea además
    pt: relacionadas, relacionados, recomendados, recomendado, você pode gostar, talvez você goste, pode interessar
    pt: poderá também gostar de, poderá gostar de, também pode gostar, outras notícias, últimas notícias
    pt: mais vistas, mais vistos, mais lidos, mais recentes, ler também, ler mais, ver também, ver mais
    pt: artigos recentes, não perca, veja ainda, leia ainda, continue lendo, confira também, recomendamos para si
    pt: recomendado para você, mais sobre este assunto, matéria relacionada, sobre este tema, outros artigos
    pt: confira, mais sobre
    ru: читайте ещё, читайте еще, читайте по теме, смотрите ещё, также по теме, материалы по теме, ещё новости
    ru: еще новости, новости партнёров, новости партнеров, рекомендуем, рекомендуем почитать
    ru: вам может быть интересно, вам может понравиться, вас может заинтересовать, это интересно, самое популярное
    ru: популярное, популярные новости, главное за день, последние новости, главные новости, интересное
    ru: ранее по теме, ещё по теме, другие материалы, другие статьи, похожие статьи, связанные новости
    ru: связанные материалы, в тему, по теме материала, все по теме, читайте в рубрике, не пропустите, лучшее
    ru: подробнее по теме, ранее, смотри также, читай также, выбор редакции, еще по этой теме, статьи по теме
    ru: свежие новости, больше по теме, материалы рубрики, важные новости, что еще почитать, другие новости раздела
    zh: 相關閱讀, 相關連結, 相關推薦, 相关专题, 相关信息, 相关资讯, 相关内容, 相关稿件, 相關資訊, 更多文章, 更多报道
    zh: 更多相关新闻, 更多相關新聞, 热门推荐, 热门文章, 熱門新聞, 熱門文章
    zh: 最新文章, 最新消息, 推荐新闻, 推薦文章, 推荐文章, 为您推荐, 為您推薦, 猜您喜欢, 你可能喜歡, 你可能也喜歡
    zh: 你可能感兴趣, 您可能感兴趣的, 你可能還想看, 大家都在看, 大家正在看, 精彩推荐
    zh: 编辑推荐, 編輯推薦, 今日热点, 热点推荐, 今日推荐, 点击排行, 阅读排行, 热门排行, 排行榜, 点击榜, 新闻排行
    zh: 上一篇, 下一篇, 往期回顾, 延伸閲讀, 看更多新聞, 更多精彩, 其他人也在看
    zh: 其他新聞, 其他新闻, 同类新闻, 相关阅读推荐, 图片新闻, 猜你想看, 今日热门, 即時熱門, 拓展阅读, 人气排行
    ar: اقرأ أيضآ, اقرا ايضا, إقرأ أيضاً, اقرأ المزيد, المزيد من الأخبار, أخبار متعلقة, أخبار مرتبطة, أخبار مشابهة
    ar: موضوعات ذات صلة, مواضيع متعلقة, مواضيع قد تهمك, قد يعجبك أيضا, قد يعجبك ايضا, قد يهمك أيضاً, قد يهمك ايضا
    ar: ربما يعجبك, الأكثر مشاهدة, الأكثر تداولا, الاكثر قراءة, آخر الأخبار, أحدث الأخبار, اخترنا لك, المزيد, للمزيد
    ar: شاهد ايضا, شاهد أيضًا, طالع أيضا, طالع أيضاً, أخبار أخرى, مقترحات, مقالات مشابهة, المقالات ذات الصلة
    ar: تابع أيضا, الأكثر قراءةً, ذات صله, ذو صلة, أهم الأخبار, اقرأ ايضا
    id: baca juga berita, simak video, artikel rekomendasi, berita rekomendasi, berita pilihan, pilihan redaksi
    id: pilihan editor, terkait, artikel menarik lainnya, berita populer, artikel populer, baca lainnya
    id: baca berita lainnya, terkini, terbaru, lainnya, video terkait, topik terkait, rekomendasi, jangan lewatkan
    id: anda mungkin suka, berita utama, baca artikel lainnya, lihat juga video, postingan terkait, tulisan terkait
    id: pos terkait, kabar terkini, populer
    ms: baca juga, baca lagi, artikel lain, berita lain, berita terkini, berita popular, artikel popular
    ms: baca seterusnya, lihat juga, lagi berita, cadangan untuk anda, paling popular, berita berkaitan lain
    tr: ilgili haberler, ilginizi çekebilir, bunlar da ilginizi çekebilir, bu haberler de ilginizi çekebilir
    tr: ilgili içerikler, ilgili konular, okumadan geçme, en çok okunanlar, en çok okunan haberler, önerilenler
    tr: sizin için seçtiklerimiz, daha fazla haber, ayrıca bakınız, bunları da beğenebilirsiniz, sıradaki haber
    tr: diğer yazılar, benzer yazılar, son eklenenler, öne çıkanlar, öne çıkan haberler, bunlara da göz atın
    tr: editörün seçtikleri, popüler haberler, haber önerileri, bunu da oku, daha fazlası, ilgili yazılar
    tr: günün haberleri
    it: leggi tutto, leggi di più, per approfondire, approfondimenti, approfondisci, articoli simili, ultime notizie
    it: potrebbero interessarti, ti potrebbero interessare, potrebbe anche interessarti, ti può interessare
    it: consigliati, consigliati per te, da non perdere, più letti, i più visti, contenuti correlati
    it: argomenti correlati, altri articoli, articoli recenti, leggi pure, notizie più lette, scelti per te
    it: le ultime, le più lette, sullo stesso tema, ultimi articoli, raccomandati per te
    ja: おすすめ, 関連, 関連する記事, 関連コンテンツ, 関連トピックス, あなたにおすすめ, あなたへのおすすめ
    ja: 人気の記事, 人気記事ランキング, アクセスランキング, ランキング, 最新記事, 新着記事
    ja: 最新ニュース, この記事も読まれています, こんな記事も読まれています, 注目記事, 注目の記事, ピックアップ
    ja: 次に読みたい, おすすめの記事, 関連キーワード, 合わせて読む, あわせて読む
    ja: こちらの記事もおすすめ, 他の記事, 前後の記事, よく読まれている記事, よく読まれています, もっと読む, 類似記事
    ja: おすすめ情報, この記事に関連する記事, 関連の記事, 写真特集, 編集部のおすすめ
    ko: 관련 글, 관련글, 관련 콘텐츠, 많이 본 기사, 가장 많이 본 뉴스, 인기 뉴스, 인기뉴스, 추천 기사, 추천 뉴스
    ko: 추천뉴스, 최신 기사, 최신기사, 최신 뉴스, 주요뉴스, 주요 뉴스
    ko: 이 시각 주요뉴스, 이 시각 뉴스, 오늘의 핫뉴스, 핫이슈, 더 읽기, 함께 읽기, 함께 본 기사
    ko: 이 기사와 함께 본 기사, 당신이 좋아할 만한 기사, 연관기사, 연관 기사, 다른 기사
    ko: 다른기사 보기, 다른기사, 실시간 인기기사, 많이 본 글, 관련 영상, 기자의 다른기사, 기자의 다른 기사, 이전 기사
    ko: 실시간 뉴스, 랭킹뉴스, 베스트 뉴스, 포토뉴스, 이슈
    hi: ये भी पढ़े, यह भी पढ़े, इसे भी पढ़ें, यह भी देखें, ये भी देखें, और खबरें, अन्य खबरें, संबंधित लेख
    hi: ताजा खबरें, ट्रेंडिंग, सबसे ज्यादा पढ़ी गई, आपको ये भी पसंद आ सकता है, पढ़ें, ट्रेंडिंग खबरें, और भी पढ़ें
    hi: बड़ी खबरें, अगली खबर, पिछली खबर, इसे भी पढ़े, संबंधित खबर, टॉप न्यूज, लेटेस्ट न्यूज, मोस्ट रीड, जरूर पढ़ें
    pl: przeczytaj też, przeczytaj również, czytaj również, zobacz również, zobacz więcej, więcej na ten temat
    pl: powiązane, powiązane tematy, powiązane treści, może cię zainteresować, może cię zainteresuje
    pl: może zainteresuje cię też, najnowsze, najpopularniejsze, popularne, warto przeczytać, dowiedz się więcej
    pl: polecane artykuły, inne artykuły, sprawdź też, sprawdź także, ostatnie wiadomości, najnowsze wiadomości
    pl: to może cię zainteresować, sprawdź również, zobacz inne, czytaj dalej, wybrane dla ciebie, przeczytaj
    pl: pozostałe wiadomości, podobne wiadomości, warto wiedzieć, warto zobaczyć, więcej o
    uk: читайте ще, читати також, дивіться ще, також читайте, також за темою, більше новин, інші новини
    uk: вас може зацікавити, вам може бути цікаво, рекомендуємо, популярне, популярні новини, останні новини
    uk: головні новини, матеріали по темі, по темі, схожі матеріали, схожі статті, важливо, новини партнерів
    uk: ще за темою, ще новини, головне за день, вибір редакції, більше за темою, цікаве, раніше, читай також
    uk: за темою новини, новини по темі, статті за темою
    nl: lees verder, lees meer over, meer lezen, meer artikelen, gerelateerd, gerelateerd nieuws, aanbevolen
    nl: aanbevolen voor jou, ook interessant, dit vind je misschien ook leuk, meest gelezen, populair
    nl: laatste nieuws, het laatste nieuws, bekijk ook, zie ook, net binnen, andere artikelen
    nl: misschien ook interessant, gerelateerde berichten, recente berichten, meer weten, ook in het nieuws
    nl: uitgelicht, aanraders, vergelijkbare artikelen, niet missen
    el: διαβάστε ακόμη, διάβασε επίσης, διαβάστε περισσότερα, διαβάστε σχετικά, δείτε ακόμη, δείτε σχετικά, σχετικά
    el: σχετικά θέματα, τελευταία νέα, τελευταίες ειδήσεις, δημοφιλή, προτεινόμενα, διάβασε ακόμη
    el: μπορεί να σας ενδιαφέρει, ίσως σας ενδιαφέρει, περισσότερα νέα, σήμερα, ροή ειδήσεων, σχετικές αναρτήσεις
    el: διαβάστε, πιο πολυδιαβασμένα, τα πιο δημοφιλή
    th: ข่าวเกี่ยวข้อง, ข่าวที่น่าสนใจ, ข่าวน่าสนใจ, อ่านต่อ, อ่านข่าวอื่นๆ, อ่านข่าวเพิ่มเติม
    th: อ่านข่าวที่เกี่ยวข้อง, ข่าวล่าสุด, ข่าวแนะนำ, บทความแนะนำ, เรื่องที่เกี่ยวข้อง, เนื้อหาที่เกี่ยวข้อง
    th: อ่านเพิ่ม, ข่าวยอดนิยม, แนะนำ, เรื่องที่น่าสนใจ, บทความอื่นๆ, ดูเพิ่มเติม, คุณอาจสนใจ, คลิกอ่าน, ข่าวต่อไป
    th: เรื่องแนะนำ
    fa: مطالب پیشنهادی, اخبار پیشنهادی, پیشنهاد ما, بیشتر بخوانید:, بخوانید, همچنین بخوانید, خبرهای مرتبط
    fa: اخبار دیگر, پربازدیدترین, پربازدیدترین‌ها, آخرین اخبار, پربیننده‌ترین, مرتبط, مطالب مشابه, اخبار مهم
    fa: تازه‌ها, سایر اخبار, مطلب مرتبط, نوشته های مشابه, در همین رابطه, در این رابطه, در همین زمینه, پیشنهاد سردبیر
    he: קראו גם, קראו עוד, קרא עוד, קרא גם, כתבות נוספות, כתבות קשורות, עוד בנושא, עוד באותו נושא, אולי יעניין אותך
    he: אולי יעניין אתכם, מומלצים, כתבות מומלצות, הכי נקראות, הנקראות ביותר, עוד כתבות, חדשות נוספות
    he: אולי יעניין אותך גם, ראו גם, כתבות אחרונות, לקריאה נוספת, לכתבות נוספות, עוד חדשות, הנצפות ביותר
    ur: یہ بھی پڑھیں, مزید پڑھیں, متعلقہ خبریں, مزید خبریں, تازہ ترین, تازہ ترین خبریں, مقبول ترین, متعلقہ مضامین
    ur: اسی بارے میں, یہ بھی دیکھیں, مقبول خبریں, مزید پڑھیے, یہ بھی پڑھیے, اہم خبریں
    bn: আরও পড়ুন, আরো পড়ুন, এই বিভাগের আরও খবর, এ বিভাগের আরো খবর, সম্পর্কিত খবর, সম্পর্কিত সংবাদ, আরও খবর
    bn: আরো খবর, সর্বশেষ, সর্বশেষ খবর, সর্বাধিক পঠিত, জনপ্রিয় খবর, এ সম্পর্কিত আরও খবর, আরও দেখুন, এ জাতীয় আরও খবর
    bn: আরো দেখুন, পাঠকপ্রিয়, সর্বশেষ সংবাদ, সংশ্লিষ্ট সংবাদ, সংশ্লিষ্ট খবর, এ বিভাগের আরও সংবাদ
    ta: மேலும் படிக்க, மேலும் செய்திகள், இதையும் படிக்க, இதையும் படிங்க, இதையும் படியுங்கள், தொடர்புடைய செய்திகள்
    ta: தொடர்புடைய பதிவுகள், அதிகம் படித்தவை, இதையும் பாருங்கள், மேலும் வாசிக்க, பிற செய்திகள், சமீபத்திய செய்திகள்
    ta: முக்கிய செய்திகள், சார்ந்த செய்திகள்
    te: ఇవి కూడా చదవండి, ఇది కూడా చదవండి, మరిన్ని వార్తలు, సంబంధిత వార్తలు, తాజా వార్తలు, మరింత చదవండి, ఇవీ చదవండి
    te: ఇవి చదవండి, ఇదీ చదవండి, ఇది చదవండి
    mr: हेही वाचा, हे ही वाचा, अधिक वाचा, हे देखील वाचा, संबंधित बातम्या, आणखी वाचा, आणखी बातम्या, इतर बातम्या
    mr: ताज्या बातम्या, लोकप्रिय, हेही पाहा, संबंधित लेख
    ne: यो पनि पढ्नुहोस्, यो पनि हेर्नुहोस्, सम्बन्धित समाचार, सम्बन्धित खबर, थप समाचार, ताजा समाचार, सम्बन्धित
    ne: लोकप्रिय, पढ्नुहोस्, यो पनि पढौं, सम्बन्धित शीर्षकहरु, छुटाउनुभयो कि, धेरै पढिएको, यी पनि पढ्नुहोस्
    si: තවත් පුවත්, අදාළ පුවත්, සම්බන්ධ පුවත්, මෙයත් කියවන්න, නවතම පුවත්, තවත් කියවන්න
    lo: ຂ່າວທີ່ກ່ຽວຂ້ອງ, ອ່ານເພີ່ມເຕີມ, ຂ່າວອື່ນໆ, ຂ່າວຫຼ້າສຸດ, ບົດຄວາມທີ່ກ່ຽວຂ້ອງ, ຂ່າວລ່າສຸດ, ອ່ານຕໍ່
    km: អត្ថបទពាក់ព័ន្ធ, អត្ថបទទាក់ទង, អានបន្ត, ព័ត៌មានពាក់ព័ន្ធ, អានបន្ថែម, ព័ត៌មានថ្មីៗ, អត្ថបទផ្សេងទៀត
    km: អត្ថបទថ្មីៗ, ពាក់ព័ន្ធ
    my: ဆက်စပ်သတင်းများ, ဆက်စပ်သတင်း, ဆက်ဖတ်ရန်, ဆက်လက်ဖတ်ရှုရန်, သက်ဆိုင်ရာသတင်းများ, အခြားသတင်းများ
    my: ဆက်စပ်ဆောင်းပါးများ
    tl: basahin din, basahin pa, kaugnay na balita, mga kaugnay na balita, iba pang balita, basahin, tingnan din
    tl: kaugnay na artikulo
    sw: soma pia, soma zaidi, habari zinazohusiana, habari zaidi, habari nyingine, makala zinazohusiana, tazama pia
    sw: zinazohusiana, habari mpya
    am: በተጨማሪ ያንብቡ, ተዛማጅ ዜናዎች, ተጨማሪ ያንብቡ, ሌሎች ዜናዎች, ተዛማጅ, ይህንንም ያንብቡ
    sv: läs vidare, läs mer om, relaterat, relaterade nyheter, mer om ämnet, mer läsning, fler artiklar
    sv: fler nyheter, senaste nytt, mest läst, mest lästa, rekommenderat, rekommenderas för dig, läs mer här
    sv: mer från, liknande artiklar, se också, se även, du kanske också gillar, andra läser, missa inte
    sv: läs dessutom
    da: læs også, læs mere, læs videre, læs mere om, relaterede artikler, relateret, relateret indhold
    da: relaterede nyheder, se også, mest læste, mest læst, seneste nyt, seneste nyheder, flere artikler
    da: flere nyheder, mere om emnet, andre læser også, anbefalet, anbefalede artikler
    da: måske er du også interesseret i, læs desuden, anbefalet til dig, lignende artikler
    no: les også, les mer, les videre, les mer om, les flere, relaterte artikler, relaterte saker, relatert, se også
    no: mest lest, mest leste, siste nytt, siste nyheter, flere saker, flere nyheter, mer om saken, anbefalt
    no: anbefalt for deg, andre leser, lignende artikler, les òg, les også disse, les dessuten
    fi: lue myös, lue lisää, lue seuraavaksi, lue lisää aiheesta, aiheesta lisää, lisää aiheesta
    fi: aiheeseen liittyvää, aiheeseen liittyvät, katso myös, luetuimmat, uusimmat, tuoreimmat, suosittelemme
    fi: suosituimmat, lisää uutisia, muita uutisia, samasta aiheesta, saatat pitää myös, liittyvät artikkelit
    fi: lue tästä, tuoreimmat uutiset, suositellut, muut lukevat
    is: lesa meira, lestu meira, lesið meira, tengdar fréttir, tengt efni, mest lesið, nýjustu fréttir, sjá einnig
    is: lesið einnig, fleiri fréttir, lestu einnig, tengdar greinar
    cs: čtěte také, čtěte více, přečtěte si, přečtěte si více, čtěte dále, související, související články
    cs: související témata, mohlo by vás zajímat, mohlo by vás také zajímat, další články, další zprávy, nejčtenější
    cs: doporučujeme, doporučené články, podobné články, více k tématu, k tématu, nejnovější, nepřehlédněte
    cs: aktuálně, viz také, čtěte, mohlo by se vám líbit, další z rubriky, nejnovější články, více informací
    cs: poslední zprávy
    sk: čítajte tiež, čítajte aj, čítajte viac, prečítajte si, prečítajte si aj, prečítajte si tiež
    sk: súvisiace články, súvisiace, mohlo by vás zaujímať, ďalšie články, ďalšie správy, najčítanejšie, odporúčame
    sk: podobné články, viac k téme, k téme, najnovšie, neprehliadnite, pozrite si aj, čítajte ďalej
    sk: odporúčané články, tiež si prečítajte, súvisiace témy, viac o téme
    hu: kapcsolódó, kapcsolódó cikkek, kapcsolódó cikk, kapcsolódó hírek, olvassa el, olvassa el ezt is
    hu: olvasd el ezt is, ez is érdekelheti, ezt is olvassa el, ezek is érdekelhetik, ez is érdekelhet
    hu: hasonló cikkek, további hírek, további cikkek, legolvasottabb, legfrissebb, ajánlott cikkek, ajánljuk
    hu: ajánló, ajánlott, lásd még, olvasson tovább, önnek ajánljuk, legfrissebb hírek, még több, olvasta már
    hu: további cikkeink, bővebben, ezt olvasta már, a téma cikkei
    ro: citește și, citeşte și, citiți și, citește mai mult, citește mai multe, articole similare
    ro: articole asemănătoare, știri similare, vezi și, articole recomandate, recomandări, recomandate, alte știri
    ro: cele mai citite, ultimele știri, te-ar putea interesa, te-ar mai putea interesa, s-ar putea să-ți placă
    ro: știri recomandate, mai multe știri, pe aceeași temă, articole relaționate, din aceeași categorie
    ro: articole înrudite, recomandarea redacției, nu rata, știri pe aceeași temă, citește în continuare
    ro: alte articole, citeste si, articole recente
    bg: прочетете още, прочетете също, прочети още, прочети също, вижте още, виж още, виж също, вижте също
    bg: още по темата, още новини, свързани новини, свързани статии, свързани, подобни статии, подобни новини
    bg: най-четени, последни новини, препоръчваме, препоръчани, може да ви хареса, може да ви е интересно, още от
    bg: други новини, сходни статии, по темата, още статии, най-четено, най-нови, четете още, четете също, избрано
    bg: от същата категория
    sr: прочитајте још, прочитајте и, повезане вести, повезани чланци, сродне вести, погледајте још, слични чланци
    sr: најчитаније, најновије, најновије вести, још вести, pročitajte još, pročitajte i, povezane vesti
    sr: povezani članci, srodne vesti, pogledajte još, slični članci, najčitanije, najnovije, najnovije vesti
    sr: još vesti, bonus video, prati nas, pročitajte, прочитајте, još o temi, више на тему, više na temu
    sr: ostale vesti, остале вести, preporučujemo, можда вас занима, možda vas zanima
    hr: pročitajte i ovo, pročitajte i, pročitajte još, pročitaj i, pročitaj još, povezane vijesti, povezani članci
    hr: povezano, vezane vijesti, slični članci, slične vijesti, najčitanije, najnovije, najnovije vijesti
    hr: još vijesti, pogledajte još, pogledajte i ovo, možda vas zanima, preporučujemo, više o temi, vezani članci
    hr: ostale vijesti, povezani sadržaj, pogledajte i, izdvojeno, najčitaniji članci, pročitajte više
    sl: preberite tudi, preberi tudi, preberite še, preberite več, sorodne novice, sorodni članki, povezane novice
    sl: povezani članki, podobni članki, najbolj brano, najbolj brani, najnovejše, zadnje novice, priporočamo
    sl: več o tem, morda vas zanima, oglejte si tudi, glej tudi, ostale novice, več novic, v fokusu, preberi še
    sl: podobne novice
    be: чытайце таксама, чытаць таксама, глядзіце таксама, па тэме, яшчэ па тэме, навіны па тэме, іншыя навіны
    be: падобныя навіны, апошнія навіны, самае чытанае, папулярнае, чытайце яшчэ, яшчэ навіны, глядзіце яшчэ
    be: рэкамендуем, вам можа быць цікава, галоўныя навіны
    lt: taip pat skaitykite, skaitykite taip pat, taip pat skaityk, skaitykite daugiau, susiję straipsniai
    lt: susijusios naujienos, susiję, skaitomiausi, skaitomiausi straipsniai, naujausi, naujausios naujienos
    lt: daugiau naujienų, kiti straipsniai, rekomenduojame, jus gali dominti, jums gali patikti, panašūs straipsniai
    lt: daugiau šia tema, dar skaitykite, skaityk daugiau, populiariausi, skaitykite
    lv: lasi arī, lasiet arī, lasi vēl, lasīt vairāk, lasi vairāk, saistītie raksti, saistītās ziņas, līdzīgi raksti
    lv: skaties arī, jaunākās ziņas, lasītākie, lasītākās ziņas, citi raksti, citas ziņas, iesakām, iesakām izlasīt
    lv: jaunākais, par tēmu, populārākie, vēl par tēmu, uzzini vairāk, skatīt arī, populārākais
    et: loe ka, loe lisaks, loe veel, loe rohkem, loe edasi, seotud artiklid, seotud uudised, seotud lood
    et: sarnased artiklid, viimased uudised, enim loetud, loetumad, loetuimad, vaata ka, rohkem uudiseid
    et: teised uudised, soovitame, samal teemal, veel samal teemal, samal teemal veel, veel artikleid, populaarsed
    az: həmçinin oxuyun, oxşar xəbərlər, əlaqəli xəbərlər, digər xəbərlər, son xəbərlər, ən çox oxunanlar
    az: bənzər xəbərlər, mövzuya uyğun, bunu da oxuyun, oxşar yazılar, bunları da oxuyun, maraqlı ola bilər
    az: çox oxunanlar, bölmənin digər xəbərləri, günün xəbərləri
    kk: оқи отырыңыз, сондай-ақ оқыңыз, осы тақырыпта, ұқсас жаңалықтар, соңғы жаңалықтар, басқа жаңалықтар
    kk: көп оқылған, көп оқылғандар, тағы оқыңыз, оқи отыр, тақырыпқа қатысты, ұқсас мақалалар, тақырып бойынша
    kk: ең көп оқылған, қатысты жаңалықтар
    uz: mavzuga oid, shuningdek o'qing, o'xshash yangiliklar, so'nggi yangiliklar, boshqa yangiliklar, ko'p o'qilgan
    uz: ko'p o'qilganlar, tegishli yangiliklar, мавзуга оид, шунингдек ўқинг, сўнгги янгиликлар, mavzuga doir
    uz: eng ko'p o'qilgan, o'xshash maqolalar, o'qing, mavzu bo'yicha, tavsiya etamiz
    ka: წაიკითხეთ ასევე, მსგავსი სიახლეები, დაკავშირებული სიახლეები, სხვა სიახლეები, ბოლო სიახლეები, ასევე წაიკითხეთ
    ka: მსგავსი სტატიები, დაკავშირებული სტატიები, ასევე იხილეთ, ყველაზე კითხვადი, ამავე თემაზე, სხვა ახალი ამბები
    hy: կարդացեք նաև, առնչվող նյութեր, նմանատիպ նյութեր, վերջին լուրեր, այլ նորություններ, ամենաընթերցվածը
    hy: կարդացեք ավելին, ամենադիտված, նմանատիպ լուրեր, թեմայի վերաբերյալ
    ca: llegiu també, llegeix també, notícies relacionades, articles relacionats, relacionat, relacionats
    ca: et pot interessar, us pot interessar, també et pot interessar, més notícies, més informació, el més llegit
    ca: les més llegides, últimes notícies, més llegides, recomanats, vegeu també, llegeix-ne més, més sobre
    ca: contingut relacionat, més vist, et recomanem, més llegit
    eu: irakurri gehiago, irakurri ere, irakurri baita ere, lotutako albisteak, albiste gehiago
    eu: erlazionatutako albisteak, interesatuko zaizu, interesa dakizuke, azken albisteak, irakurrienak
    eu: gehien irakurriak, gai honi buruz gehiago, ikusi ere, horri lotuta, lotutako edukiak, antzeko albisteak
    gl: le tamén, lea tamén, novas relacionadas, noticias relacionadas, artigos relacionados, podería interesarche
    gl: o máis lido, máis noticias, máis novas, últimas novas, relacionado, tamén che pode interesar
    sq: lexo edhe, lexoni edhe, lajme të ngjashme, lajme të fundit, të ngjashme
    mk: прочитајте и, поврзани вести, слични вести, најчитани, најново
    """
)
_LONGEST_HEADING = max(map(len, every(_HEADINGS))) + 6
"""The longest of them with a colon and white space: longer lines need no closer look."""
_PLAIN_HEADINGS = frozenset(plain(heading).rstrip() for heading in every(_HEADINGS))
_HEADING_ENDS = " :：….>»›→"
_INLINE_WORDS = words(
    """
    en: read also, also read, read more, see also, related, read next, related story, related article
    vi: xem thêm, đọc thêm, tin liên quan, bài liên quan
    fr: à lire aussi, lire aussi, à lire également, voir aussi
    de: lesen sie auch, mehr zum thema, auch interessant, siehe auch
    es: lea también, lee también, te puede interesar, ver también, le puede interesar, lea además
    pt: leia também, leia mais, veja também, saiba mais
    ru: читайте также, смотрите также, по теме, читать также, читайте по теме
    zh: 相关新闻, 相关阅读, 相關新聞, 延伸阅读, 延伸閱讀, 相关报道, 推荐阅读
    ar: اقرأ أيضا, اقرأ أيضاً, اقرأ أيضًا, شاهد أيضا, شاهد أيضاً, إقرأ أيضا
    id: baca juga, lihat juga, simak juga
    tr: ayrıca okuyun, ilgili haber
    it: leggi anche, vedi anche
    ja: 関連記事, あわせて読みたい
    ko: 관련기사, 관련 기사
    hi: यह भी पढ़ें, ये भी पढ़ें
    pl: czytaj także, czytaj też, zobacz także, zobacz też, przeczytaj także
    uk: читайте також, дивіться також
    nl: lees ook
    el: διαβάστε επίσης, δείτε επίσης
    sv: läs också, läs även
    en: also see, don't miss, must read, in case you missed it, recommended, further reading, see more, watch, more
    en: more on this, also on, watch also, related news, related articles, related stories, explainer
    en: you may also like, also watch, what to read next
    vi: tin cùng chuyên mục, xem ngay, tìm hiểu thêm, mời xem, mời đọc, bài viết liên quan, có thể bạn quan tâm
    vi: xem chi tiết
    fr: lire également, à lire, à voir aussi, à voir, pour aller plus loin, à écouter, en savoir plus
    fr: sur le même sujet, lire, voir également, notre dossier
    de: lesen sie dazu, lesen sie hier, lesen sie mehr, mehr dazu, passend dazu, dazu passend, weiterlesen, lesetipp
    de: lesen sie dazu auch, auch lesen, mehr lesen
    es: le recomendamos, te recomendamos, leer también, además, vea también, mira también, lea más, lee más
    es: leer más, más información, no te pierdas, también te puede interesar, nota relacionada, puede leer
    es: puedes leer, relacionado, relacionada, te puede interesar, le puede interesar, lee además, sigue leyendo
    es: también puedes leer
    pt: leia ainda, ler também, veja ainda, ver também, confira também, relacionado, notícia relacionada
    pt: matéria relacionada, continue lendo, assista, entenda, confira
    ru: читайте ещё, читайте еще, смотрите по теме, ранее по теме, рекомендуем, подробнее, также читайте
    ru: материал по теме, материалы по теме, смотрите, ещё по теме, еще по теме, читать по теме, ранее, также
    ru: читай также, в тему
    zh: 相關閱讀, 相关文章, 相關文章, 相關報導, 更多新聞, 更多新闻, 看更多, 推薦閱讀, 相关链接, 阅读更多, 閱讀更多
    zh: 延伸閲讀, 上一篇, 下一篇, 往期回顾, 相关专题, 下一条, 上一条, 下一則
    zh: 上一則, 相关新闻链接
    ar: إقرأ أيضاً, اقرا ايضا, طالع أيضا, طالع أيضاً, للمزيد, اقرأ المزيد, تابع أيضا, شاهد ايضا, شاهد, اقرأ ايضا
    ar: اقرأ, أخبار متعلقة, ذات صلة, إقرأ المزيد, مواضيع ذات صلة, قد يهمك, المزيد
    id: baca selengkapnya, baca, simak, simak video, tonton juga, berita terkait, artikel terkait, saksikan juga
    id: lihat video, pilihan editor, lihat, baca pula, simak pula
    ms: baca juga, baca, baca lagi, artikel berkaitan, berita berkaitan, lihat juga, tonton
    tr: ilginizi çekebilir, bunu da okuyun, bunlar da ilginizi çekebilir, haberin detayı için, ayrıca bakınız
    tr: ilgili, detaylar, okuyun, bakınız
    it: leggi pure, per approfondire, approfondisci, leggi di più, leggi, guarda anche, guarda, approfondimento
    it: leggi tutto
    ja: 関連, 関連ニュース, 次の記事, 前の記事, 合わせて読みたい, 参考, こちらも, 続きはこちら, 写真特集, おすすめ
    ko: 관련뉴스, 관련 뉴스, 관련 글, 이전 기사, 다음 기사, 연관기사, 더 보기, 함께 보기
    hi: इसे भी पढ़ें, यह भी देखें, और पढ़ें, पढ़ें, ये भी देखें, इसे भी पढ़े, ये भी पढ़े, यह भी पढ़े, संबंधित खबर
    pl: czytaj również, zobacz również, przeczytaj też, przeczytaj również, polecamy, więcej, sprawdź też
    pl: sprawdź także, czytaj więcej, dowiedz się więcej, zobacz więcej, czytaj, zobacz, przeczytaj
    uk: читайте ще, також читайте, за темою, дивіться ще, докладніше, детальніше, читати також, рекомендуємо, раніше
    uk: читай також
    nl: lees meer, lees verder, lees hier, bekijk ook, zie ook, meer lezen, luister ook, kijk ook, lees ook dit
    el: διαβάστε ακόμα, διαβάστε ακόμη, δείτε ακόμα, δείτε ακόμη, διαβάστε περισσότερα, διάβασε επίσης, διαβάστε
    el: σχετικό άρθρο, διάβασε ακόμη, διαβάστε σχετικά
    sv: läs mer, se även, se också, läs vidare, läs mer här, läs, relaterat, missa inte, lyssna, läs mer om
    da: læs også, læs mere, se også, læs, se mere, hør også, relateret, læs desuden
    no: les også, les mer, se også, les, les òg, hør også, se flere, relatert
    fi: lue myös, lue lisää, katso myös, lue, lue tästä, kuuntele myös, lue aiheesta
    is: sjá einnig, lesa meira, lestu meira, lesið einnig, tengd frétt, lestu einnig
    cs: čtěte také, přečtěte si také, čtěte více, přečtěte si, související, čtěte, viz také, více
    cs: mohlo by vás zajímat, více čtěte, čtěte i, podrobnosti, přečtěte si i
    sk: čítajte aj, čítajte tiež, prečítajte si aj, prečítajte si tiež, čítajte viac, prečítajte si, súvisiace, viac
    sk: čítajte, pozrite si aj
    hu: olvassa el, olvassa el ezt is, kapcsolódó, kapcsolódó cikk, lásd még, ezt is olvassa el, olvasd el ezt is
    hu: bővebben, részletek, ez is érdekelheti
    ro: citește și, citeşte și, citeşte şi, citiți și, vezi și, vezi şi, citeste si, citește mai mult, mai multe
    ro: pe aceeași temă, citește, vezi, recomandare
    bg: прочетете още, вижте още, виж още, прочети още, още по темата, четете още, вижте също, прочетете също
    bg: свързани, виж също, прочетете, четете
    sr: прочитајте још, прочитајте и, погледајте још, pročitajte još, pročitajte i, pogledajte još, pročitajte
    sr: прочитајте, više, више, pročitaj i, opširnije, опширније
    hr: pročitajte i, pročitajte još, pročitajte i ovo, pročitaj i, pogledajte i, više, pročitajte više, pogledajte
    hr: opširnije, pročitajte
    sl: preberite tudi, preberite še, več, preberi tudi, preberite, oglejte si tudi, več o tem, preberite več
    be: чытайце таксама, глядзіце таксама, па тэме, чытайце яшчэ, чытаць таксама
    lt: taip pat skaitykite, skaitykite taip pat, skaitykite daugiau, skaitykite, susijęs straipsnis, plačiau
    lt: taip pat skaityk, dar skaitykite
    lv: lasi arī, lasiet arī, lasi vēl, skaties arī, lasi vairāk, lasīt vairāk, lasi, saistītais raksts, lasi šeit
    et: loe ka, loe lisaks, loe veel, vaata ka, loe rohkem, loe, samal teemal, seotud lugu
    az: həmçinin oxuyun, oxuyun, ətraflı, əlaqəli xəbər, bunu da oxuyun, həmçinin bax
    kk: оқи отырыңыз, сондай-ақ оқыңыз, тағы оқыңыз, тақырып бойынша, оқыңыз, осы тақырыпта
    uz: mavzuga oid, shuningdek o'qing, o'qing, batafsil, шунингдек ўқинг, мавзуга оид, yana o'qing
    ka: ასევე წაიკითხეთ, წაიკითხეთ ასევე, იხილეთ ასევე, წაიკითხეთ, ასევე იხილეთ, ამავე თემაზე
    hy: կարդացեք նաև, կարդացեք, տես նաև, առնչվող նյութ, դիտեք նաև
    fa: بیشتر بخوانید, همچنین بخوانید, بخوانید, مطلب مرتبط, در همین رابطه, اخبار مرتبط, مرتبط, بیشتر بدانید, ادامه
    he: קראו גם, קראו עוד, ראו גם, עוד בנושא, צפו גם, לקריאה נוספת, קרא גם, קרא עוד, צפו
    ur: یہ بھی پڑھیں, مزید پڑھیں, یہ بھی دیکھیں, یہ بھی پڑھیے, مزید پڑھیے, متعلقہ خبر
    bn: আরও পড়ুন, আরো পড়ুন, আরও দেখুন, আরো দেখুন, আরও খবর, সম্পর্কিত খবর, পড়ুন
    ta: மேலும் படிக்க, இதையும் படிக்க, இதையும் படிங்க, இதையும் படியுங்கள், மேலும், இதையும் பாருங்கள், படிக்க
    te: ఇవి కూడా చదవండి, ఇది కూడా చదవండి, మరింత చదవండి, ఇవీ చదవండి, ఇదీ చదవండి, చదవండి
    mr: हेही वाचा, हे ही वाचा, अधिक वाचा, आणखी वाचा, वाचा, हे देखील वाचा, हेही पाहा
    ne: यो पनि पढ्नुहोस्, यो पनि हेर्नुहोस्, थप पढ्नुहोस्, सम्बन्धित समाचार, पढ्नुहोस्, यो पनि
    si: මෙයත් කියවන්න, තවත් කියවන්න, අදාළ පුවත්
    th: อ่านเพิ่มเติม, ข่าวที่เกี่ยวข้อง, อ่านข่าวที่เกี่ยวข้อง, อ่านข่าว, อ่านต่อ, คลิกอ่าน, อ่านเพิ่ม
    th: อ่านข่าวเพิ่มเติม, ดูเพิ่มเติม, ข่าวเกี่ยวข้อง, อ่านข่าวอื่นๆ
    lo: ອ່ານເພີ່ມເຕີມ, ຂ່າວທີ່ກ່ຽວຂ້ອງ, ອ່ານຕໍ່
    km: អានបន្ថែម, អត្ថបទពាក់ព័ន្ធ, អានបន្ត
    my: ဆက်ဖတ်ရန်, ဆက်စပ်သတင်း, ဆက်လက်ဖတ်ရှုရန်
    tl: basahin din, basahin, basahin pa, tingnan din, kaugnay na balita, panoorin
    sw: soma pia, soma zaidi, soma, tazama pia, pia soma
    am: በተጨማሪ ያንብቡ, ተጨማሪ ያንብቡ, ያንብቡ
    ca: llegiu també, llegeix també, vegeu també, més informació, llegeix-ne més, et pot interessar, relacionat
    ca: llegeix, més
    eu: irakurri ere, irakurri gehiago, ikusi ere, irakurri, horri lotuta, gehiago, irakurri baita ere
    gl: le tamén, lea tamén, máis información, ver tamén
    sq: lexo edhe, lexoni edhe, lexo
    mk: прочитајте и, прочитај и
    """
)
_INLINE = re.compile(rf"(?:{alternatives(_INLINE_WORDS)})\s*[:：|»>→]\s*(?P<value>\S.*)", re.IGNORECASE)
_LIST_LENGTH = 12
"""Lines below a heading that still belong to it."""


def _heading(line: Line, document: Document) -> Metadata | None:
    return Metadata() if _is_heading(line) else None


def _inline(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    return Metadata() if _INLINE.fullmatch(text) and not text.endswith((".", "。", "।")) else None


def _listed(line: Line, document: Document) -> Metadata | None:
    """A title below the heading, with only titles between them and down to the end of the document."""
    for distance in range(1, _LIST_LENGTH + 1):
        number = line.number - distance
        if number < 0 or document.lines[number + 1].place is not Place.TAIL:
            return None
        if ends_sentence(document.lines[number + 1].text) and not _asks(document.lines[number + 1].text):
            return None
        above = document.lines[number]
        if above.place is Place.TAIL and _is_heading(above):
            return Metadata()
    return None


def _asks(text: str) -> bool:
    return text.endswith(("?", "!", "？", "！", "…", "؟"))


def _is_heading(line: Line) -> bool:
    return len(line.inner) <= _LONGEST_HEADING and _names_others(line.inner)


@lru_cache(maxsize=256)
def _names_others(text: str) -> bool:
    """Whether a text is such a heading; kept, since each line of a list asks for those above."""
    return plain(text).rstrip(_HEADING_ENDS) in _PLAIN_HEADINGS


_TAIL_OF_ARTICLE = "Harbour opens again\n\nThe ferry will sail again from next week, the harbour office said on Monday."

RULES: tuple[Rule, ...] = (
    Rule(
        id="related.heading",
        version=1,
        languages=tuple(_HEADINGS),
        description="Heading of a list of other articles.",
        matcher=_heading,
        cues=cues(every(_HEADINGS)),
        examples=(
            Example("Related News"),
            Example("Read also:"),
            Example("Tin liên quan", "vi"),
            Example("À lire aussi", "fr"),
            Example("Mehr zum Thema", "de"),
            Example("Noticias relacionadas", "es"),
            Example("Leia também", "pt"),
            Example("Читайте также", "ru"),
            Example("相关新闻", "zh"),
            Example("اقرأ أيضا", "ar"),
            Example("Baca juga", "id"),
            Example("İlgili haberler", "tr"),
            Example("関連記事", "ja"),
            Example("관련기사", "ko"),
        ),
        counterexamples=keep("Related news came from the other islands", "Related parties", "Read more books")
        + keep("相关新闻发布会在港口举行", language="zh"),
        places=(Place.TAIL, Place.BODY),
        overrides=("announced",),
    ),
    Rule(
        id="related.inline",
        version=1,
        languages=tuple(_INLINE_WORDS),
        description="Label and title of another article in one line.",
        matcher=_inline,
        cues=cues(every(_INLINE_WORDS)),
        examples=(
            Example("Read also: Harbour closed for a month"),
            Example("Xem thêm: Cảng đóng cửa một tháng", "vi"),
            Example("Lire aussi : Le port ferme pour un mois", "fr"),
            Example("Lesen Sie auch: Der Hafen schließt für einen Monat", "de"),
            Example("Lea también: El puerto cierra un mes", "es"),
            Example("Leia também: O porto fecha por um mês", "pt"),
            Example("Читайте также: Порт закрыли на месяц", "ru"),
            Example("延伸阅读：港口关闭一个月", "zh"),
            Example("اقرأ أيضا: إغلاق الميناء لمدة شهر", "ar"),
            Example("Baca juga: Pelabuhan ditutup sebulan", "id"),
        ),
        counterexamples=keep(
            "Read more about the harbour in the museum", "Related: so the two islanders said they were."
        ),
        overrides=("announced",),
    ),
    Rule(
        id="related.list",
        version=1,
        languages=tuple(_HEADINGS),
        description="Titles of other articles below their heading, at the end of the document.",
        matcher=_listed,
        examples=(
            Example("Ice still in the strait", document=f"{_TAIL_OF_ARTICLE}\n\nRelated\n\nIce still in the strait"),
            Example(
                "Who pays for the ferry?",
                document=f"{_TAIL_OF_ARTICLE}\n\nSee also:\nA new boat\nWho pays for the ferry?",
            ),
        ),
        counterexamples=(
            Example("The boats are new.", document=f"{_TAIL_OF_ARTICLE}\n\nRelated\n\nThe boats are new."),
            Example("Ice in the strait", document=f"{_TAIL_OF_ARTICLE}\n\nIce in the strait\n\nRelated"),
        ),
        places=(Place.TAIL,),
        overrides=("announced", "listed", "speech", "verse"),
    ),
)
