"""Notes that lead to a publisher's channels and apps: ``Follow us on Google News``, ``Download our app``."""

from __future__ import annotations

from ..documents import Metadata
from .document import Document, Line, Place
from .labels import words
from .networks import NETWORKS
from .phrases import Phrases, is_title
from .rule import Example, Rule, keep

_FIXED = words(
    """
    en: follow us on, follow us at, follow us, find us on, like us on, join us on, connect with us
    en: connect with us on, subscribe to our channel, subscribe to our youtube, join our telegram, join our whatsapp
    en: join our channel, our telegram channel, our whatsapp channel, our whatsapp group, our youtube channel
    en: on our facebook page, our facebook page, download our app, get our app, download our free app
    en: install our app, our mobile app, available on the app store, on google play
    en: on the app store and google play, follow him on twitter, follow her on twitter, follow me on twitter
    en: follow the author on, on twitter at @, follow him on x, follow her on x, more stories on our app
    en: for more news follow, for more updates follow, for breaking news and live news updates like us
    en: our social media, our apps
    vi: theo dõi chúng tôi, theo dõi báo, theo dõi trang, theo dõi kênh, theo dõi fanpage, theo dõi trên google
    vi: theo dõi trên facebook, theo dõi zalo, kênh youtube của, kênh telegram của, fanpage, tải ứng dụng, tải app
    vi: cài đặt ứng dụng, kết nối với chúng tôi, quan tâm zalo, mời bạn theo dõi, để cập nhật tin tức
    vi: mời độc giả theo dõi, mời quý độc giả theo dõi, đọc báo trên
    fr: suivez-nous, suis-nous, suivez nous, retrouvez-nous sur, rejoignez-nous sur, rejoignez notre chaîne
    fr: abonnez-vous à notre chaîne, notre chaîne youtube, notre chaîne whatsapp, notre page facebook
    fr: téléchargez notre application, téléchargez lapplication, télécharger notre application, nous suivre
    fr: suivre sur, notre compte twitter, notre application mobile, suivez toute lactualité sur, retrouvez-nous
    de: folgen sie uns, folge uns, folgt uns, folgen sie unserem, folge unserem, besuchen sie uns auf
    de: werden sie fan, unser whatsapp-kanal, unseren whatsapp-kanal, unserem whatsapp-kanal, unseren kanal
    de: unseren youtube-kanal, unserer facebook-seite, laden sie unsere app, unsere app, die app herunterladen
    de: app herunterladen, finden sie uns auf, auch auf facebook, unsere kostenlose app, jetzt app, lade unsere app
    de: unseren telegram-kanal, liken sie uns
    es: síguenos, síganos, seguinos, sigue a, siga a, seguí a, sígueme, síguenos en, únete a nuestro canal
    es: únete a nuestro grupo, nuestro canal de, nuestro canal, nuestra página de facebook, nuestras redes sociales
    es: descarga nuestra app, descarga la app, descarga nuestra aplicación, descárgate la app, descargue nuestra
    es: nuestra aplicación, nuestro perfil de, visita nuestro canal, nuestra app, nuestro grupo de
    pt: siga-nos, siga nos, sigam-nos, siga o nosso, siga nosso, siga a página, siga o canal, siga nossas redes
    pt: siga-nos no, nosso canal, nosso grupo, participe do nosso, participe do canal, entre no nosso grupo
    pt: entre no canal, nossa página no facebook, nossas redes sociais, baixe nosso app, baixe o app
    pt: baixe o aplicativo, baixe nosso aplicativo, descarregue a app, nosso aplicativo, curta nossa página
    pt: nosso perfil, a nossa app, clique aqui para entrar no
    it: seguici, seguiteci, segui la pagina, segui la nostra pagina, segui i nostri, segui il nostro, seguici su
    it: il nostro canale, nostro canale, la nostra pagina facebook, nostra pagina, scarica la nostra app
    it: scarica lapp, scaricate lapp, unisciti al nostro, iscriviti al canale, iscriviti al nostro canale
    it: metti mi piace, i nostri social, resta connesso
    nl: volg ons, volg onze, volg je ons, ons whatsapp-kanaal, ons youtube-kanaal, onze facebookpagina
    nl: download onze app, download de app, like ons, like onze, vind ons op, onze gratis app, onze app
    nl: abonneer je op ons kanaal, ons kanaal
    sv: följ oss, följ med oss, gilla oss, ladda ner vår app, ladda ned vår app, ladda hem vår app, vår facebooksida
    sv: vår app, vår youtubekanal, hitta oss på
    da: følg os, følg med os, følg vores, hent vores app, download vores app, hent appen, vores facebook-side
    da: vores facebookside, synes godt om os, find os på, vores app, like os
    no: følg oss, følg vår, lik oss på, last ned vår app, last ned appen, vår facebookside, vår facebook-side
    no: finn oss på, vår app, appen vår
    fi: seuraa meitä, seuraa some, lataa sovelluksemme, lataa sovellus, lataa ilmainen sovellus, löydät meidät
    fi: tykkää meistä, facebook-sivumme, meidät löydät, sovelluksemme, youtube-kanavamme, whatsapp-kanavamme
    is: fylgdu okkur, fylgstu með okkur, fylgið okkur, sæktu appið, finndu okkur á, líkaðu við
    pl: obserwuj nas, śledź nas, polub nas, znajdź nas na, dołącz do nas, dołącz do naszej, dołącz do naszego
    pl: nasz profil, nasz kanał, naszego kanału, nasz fanpage, pobierz naszą aplikację, pobierz aplikację
    pl: ściągnij aplikację, subskrybuj nasz kanał, bądź z nami, polub nasz, odwiedź nas na, nasza aplikacja
    pl: naszą aplikację
    cs: sledujte nás, sleduj nás, najdete nás na, přidejte se k nám, náš facebook, naši facebookovou stránku
    cs: našeho kanálu, náš kanál, stáhněte si naši aplikaci, stáhněte si aplikaci, naši aplikaci, buďte s námi
    cs: náš profil na, staňte se fanoušky
    sk: sledujte nás, sleduj nás, nájdete nás na, pridajte sa k nám, náš facebook, náš kanál, nášho kanála
    sk: stiahnite si našu aplikáciu, stiahnite si aplikáciu, našu aplikáciu, našu facebookovú stránku, náš profil na
    hu: kövess minket, kövessen minket, kövess bennünket, kövessen bennünket, csatlakozzon hozzánk
    hu: csatlakozz hozzánk, kedvelje, lájkolja, lájkolj minket, töltse le alkalmazásunkat, töltsd le
    hu: facebook-oldalunk*, facebook oldalunk*, youtube-csatornánk*, kövesse oldalunkat, kövesd az oldalunkat
    hu: telegram-csatornánk*, alkalmazásunkat, kövessen minket a
    ro: urmărește-ne, urmăreşte-ne, urmăriți-ne, urmariti-ne, urmareste-ne, alătură-te, canalul nostru
    ro: pagina noastră de facebook, pagina noastra de facebook, descarcă aplicația, descărcați aplicația
    ro: aplicația noastră, dă like, canalul de whatsapp, fii conectat, ne poți urmări, ne găsești pe
    bg: последвайте ни, последвай ни, следвайте ни, следвай ни, харесайте ни, харесайте страницата ни
    bg: изтеглете приложението, свалете приложението, нашия канал, нашата страница във, нашето приложение
    bg: намерете ни, присъединете се към нас, нашата група, нашата фейсбук
    el: ακολουθήστε μας, ακολουθήστε το, ακολούθησέ μας, ακολουθήστε τον, ακολουθείστε, βρείτε μας
    el: κατεβάστε την εφαρμογή, κάντε like, κάντε εγγραφή στο κανάλι, το κανάλι μας, η εφαρμογή μας
    el: τη σελίδα μας στο facebook, στο google news και μάθετε, γίνετε μέλος στο
    sr: пратите нас, прати нас, придружите нам се, преузмите апликацију, преузмите нашу, наш канал, нашу страницу
    sr: нашу фејсбук, pratite nas, prati nas, pridružite nam se, preuzmite aplikaciju, preuzmite našu, naš kanal
    sr: našu stranicu, našu fejsbuk, našu aplikaciju, lajkujte
    hr: pratite nas, prati nas, pridružite nam se, pridruži nam se, preuzmite aplikaciju, preuzmite našu, naš kanal
    hr: našu stranicu, našu facebook, zapratite nas, našu aplikaciju, skini aplikaciju
    sl: sledite nam, spremljajte nas, pridružite se nam, prenesite aplikacijo, prenesite našo, naš kanal
    sl: našo stran na, všečkajte nas, našo aplikacijo, naši facebook
    ru: следите за нами, следите за нашими, читайте нас, мы в соцсетях, мы в социальных сетях, присоединяйтесь к нам
    ru: наш телеграм-канал, наш telegram-канал, наш канал, наш telegram, нашего телеграм-канала, на наш телеграм*
    ru: на наш telegram*, нашем телеграм*, нашем telegram*, наш паблик, наша группа, наше сообщество, нашу группу
    ru: нашу страницу, скачайте приложение, скачайте наше, установите приложение, наше приложение, добавьте нас
    ru: добавляйте нас, подписывайтесь на канал*, подпишитесь на канал*, подписывайтесь на нас, подпишитесь на нас
    ru: подписывайтесь на наш*, подпишитесь на наш*, подписывайтесь в, следите за новостями, в нашем канале
    ru: в наших соцсетях, больше новостей в, больше новостей на, в нашем telegram*, самое интересное в, мы есть в
    ru: новости в telegram, в избранное в яндекс*, следите за нашим*, наши новости в
    uk: стежте за нами, слідкуйте за нами, читайте нас, ми в соцмережах, ми у соцмережах, приєднуйтесь до нас
    uk: приєднуйтеся до нас, приєднуйтесь до нашого, наш телеграм-канал, наш telegram-канал, наш telegram, наш канал
    uk: наша група, нашу сторінку, завантажте застосунок, завантажуйте, підписуйтесь на наш*, підписуйтеся на наш*
    uk: підписуйся на наш*, підпишіться на наш*, підписуйтесь на канал*, підписуйтеся на канал*, нашого каналу
    uk: у нашому telegram*, у нашому телеграм*, в нашому telegram*, слідкуйте за новинами, нашій групі
    uk: наші соцмережі, стежте за новинами
    be: сачыце за намі, чытайце нас, далучайцеся да нас, наш тэлеграм-канал, наш telegram*, наш тэлеграм*
    be: падпісвайцеся на наш*, падпішыцеся на наш*, наш канал, мы ў сацсетках
    lt: sekite mus, sek mus, prisijunkite prie mūsų, mūsų facebook, atsisiųskite programėlę, mūsų programėlę
    lt: mūsų kanalą, prenumeruokite mūsų, parsisiųskite, raskite mus, mūsų telegram
    lv: seko mums, sekojiet mums, pievienojies mums, pievienojieties, lejupielādē lietotni, mūsu lietotni
    lv: mūsu kanālam, mūsu facebook, lejuplādē, atrodi mūs
    et: jälgi meid, jälgige meid, liitu meiega, lae alla, meie facebooki*, meie äpp, meie kanali*, leiad meid
    et: järgi meid, meie telegram*
    tr: bizi takip edin, bizi takip et, takip edin, takip et, takip etmek için, kanalımıza abone, kanalımıza katıl*
    tr: whatsapp kanalımız*, telegram kanalımız*, telegram grubumuz*, facebook sayfamız*, sayfamızı beğenin
    tr: uygulamamızı indir*, uygulamayı indir*, mobil uygulamamız*, google newste takip, bizi takip, bize katılın
    tr: sosyal medyada takip, hesabımızı takip, youtube kanalımız*
    az: bizi izləyin, bizi izlə, bizə qoşulun, kanalımıza abunə*, kanalımıza qoşul*, izləyin, tətbiqimizi yüklə*
    az: səhifəmizi bəyən*, abunə olun, kanalımız*, bizi telegram*
    kk: бізге жазылыңыз, парақшамызға жазыл*, арнамызға жазыл*, арнамызға қосыл*, бізге қосылыңыз, бізді оқыңыз
    kk: каналымызға жазыл*, парақшамызға, қосымшамызды
    uz: kanalimizga obuna*, kanalimizga a'zo*, bizni kuzatib*, bizga qo'shil*, sahifamizga, kanalimizni kuzat*
    uz: каналимизга, бизни кузатиб*, bizni kuzating, ilovamizni yukla*, kanalimizga qo'shil*
    ka: გამოგვყევით, გამოგვყევი, შემოგვიერთდით, შემოგვიერთდი, ჩვენი გვერდი, გადმოწერეთ აპლიკაცია, მოგვყევით
    ka: გამოიწერეთ ჩვენი
    hy: հետևեք մեզ, հետևիր մեզ, միացեք մեզ, մեր ալիքին, բաժանորդագրվեք մեր, մեր էջին, մեր telegram*
    ar: تابعونا, تابعنا, تابعونا على, تابعنا على, تابعوا, تابعوا صفحتنا, تابع صفحتنا, تابعوا قناتنا, تابع قناتنا
    ar: انضم إلى قناتنا, انضم الى قناتنا, اشترك في قناتنا, انضموا إلينا, حمل التطبيق, حمل تطبيق, حملوا تطبيق
    ar: تحميل تطبيق, تحميل التطبيق, قناتنا على, قناة التلغرام, صفحتنا على, لمتابعة آخر الأخبار, تابع آخر الأخبار
    ar: تابعوا آخر, تطبيقنا, يمكنكم متابعة, لمتابعتنا, عبر تطبيق, على جوجل نيوز, عبر جوجل نيوز, عبر google news
    fa: ما را دنبال کنید, ما را در, به ما بپیوندید, کانال ما, کانال تلگرام, اینستاگرام ما, صفحه ما, دنبال کنید
    fa: اپلیکیشن ما, دانلود اپلیکیشن, همراه ما باشید, به کانال, در شبکه‌های اجتماعی, شبکه‌های اجتماعی ما
    fa: با ما همراه
    he: עקבו אחרינו, עקבו אחרי, הצטרפו אלינו, הצטרפו לערוץ, לערוץ הטלגרם, לעמוד הפייסבוק, הורידו את האפליקציה
    he: להורדת האפליקציה, עשו לנו לייק, הצטרפו לקבוצת, לקבוצת הוואטסאפ, לערוץ הוואטסאפ, היכנסו לעמוד, מצאו אותנו
    he: הצטרפו לקבוצה, לדף הפייסבוק, עקבו אחר
    ur: ہمیں فالو کریں, ہمیں فیس بک, ہمیں ٹوئٹر, ہمارے فیس بک, ہمارا واٹس ایپ, ہمارے یوٹیوب, ہماری ایپ, فالو کریں
    ur: ہمارا یوٹیوب, کو فالو کریں, ہمارے چینل, جوائن کریں
    hi: हमें फॉलो करें, हमें फ़ॉलो करें, फॉलो करें, फ़ॉलो करें, हमारे फेसबुक पेज, हमारा फेसबुक पेज, हमारे चैनल
    hi: हमारे यूट्यूब, हमारे व्हाट्सएप, हमारे टेलीग्राम, हमसे जुड़ें, से जुड़ें, हमारा ऐप, ऐप डाउनलोड करें
    hi: एप डाउनलोड करें, ऐप इंस्टॉल, हमारे साथ जुड़ें, हमें फेसबुक पर, को फॉलो करें, लाइक और फॉलो, हमारे व्हाट्सऐप
    hi: हमारे whatsapp, चैनल को सब्सक्राइब, व्हाट्सएप चैनल, डाउनलोड करें
    bn: আমাদের অনুসরণ করুন, অনুসরণ করুন, ফলো করুন, আমাদের ফেসবুক, আমাদের সাথে যুক্ত, আমাদের ইউটিউব, অ্যাপ ডাউনলোড
    bn: চ্যানেল সাবস্ক্রাইব, আমাদের চ্যানেল, চ্যানেল ফলো, যুক্ত হোন, গুগল নিউজ চ্যানেল, ডাউনলোড করুন, গুগল নিউজে
    ta: எங்களைப் பின்தொடர*, எங்களை பின்தொடர*, எங்கள் சேனல*, பின்தொடர*, எங்கள் பேஸ்புக், செயலியை பதிவிறக்க*
    ta: எங்களுடன் இணை*, எங்கள் டெலிகிராம், எங்கள் வாட்ஸ்அப்
    te: మమ్మల్ని ఫాలో*, ఫాలో అవ్వండి, ఫాలో అవండి, మా ఛానెల్*, మా ఫేస్‌బుక్, మా టెలిగ్రామ్, మా వాట్సాప్
    te: యాప్ డౌన్‌లోడ్, మా ఛానల్*, ఫాలో చేయండి, మా యాప్*
    mr: आम्हाला फॉलो करा, फॉलो करा, आमच्या फेसबुक, आमच्या चॅनेल*, आमच्या चॅनल*, अॅप डाउनलोड करा, ॲप डाउनलोड करा
    mr: आमच्याशी जोडा, आमच्या व्हॉट्सअॅप, आमच्या यूट्यूब, आमच्या टेलिग्राम, चॅनेलला फॉलो
    ne: हामीलाई फलो*, हामीलाई फेसबुक*, फलो गर्नुहोस्, हाम्रो फेसबुक*, हाम्रो युट्युब*, हाम्रो च्यानल*, एप डाउनलोड
    ne: हामीलाई पछ्याउनुहोस्, एप्स डाउनलोड
    si: අප හා එක්වන්න, අපව අනුගමනය, අපගේ ෆේස්බුක්, අනුගමනය කරන්න, අපගේ whatsapp
    th: ติดตามเรา, ติดตามข่าวสาร, ติดตามเพจ, ติดตามช่อง, กดติดตาม, ติดตามได้ที่, ดาวน์โหลดแอป, ดาวน์โหลดแอพ
    th: เพจเฟซบุ๊ก, เพิ่มเพื่อน, กดไลค์, ติดตามข่าว, ช่องยูทูบ, แอดไลน์, ติดตาม facebook, ไม่พลาดทุกข่าวสาร
    lo: ຕິດຕາມພວກເຮົາ, ຕິດຕາມຂ່າວ, ຕິດຕາມເຮົາ, ດາວໂຫລດແອັບ, ກົດຕິດຕາມ
    km: តាមដានយើង, តាមដានពួកយើង, តាមដានទំព័រ, ចូលរួមឆាណែល, ឆាណែល telegram, ទាញយកកម្មវិធី, ឆានែលតេឡេក្រាម
    km: តេឡេក្រាមរបស់យើង, ទំព័រហ្វេសប៊ុក
    my: ကျွန်ုပ်တို့ကို follow, follow လုပ်ပါ, ကျွန်တော်တို့၏ facebook, like လုပ်ပါ, app ကို download
    id: ikuti kami, ikuti kami di, ikuti saluran, ikuti berita, ikuti media sosial, gabung di, gabung grup
    id: gabung channel, bergabung dengan channel, bergabunglah, saluran whatsapp, channel telegram, kanal telegram
    id: follow kami, follow akun, like fanpage, unduh aplikasi, download aplikasi, aplikasi kami, cek berita
    id: di google news, ikuti update, ikuti terus berita, update berita, dapatkan update berita pilihan
    id: temukan kami di, simak berita
    ms: ikuti kami, ikuti kami di, ikut kami, sertai saluran, sertai channel, saluran telegram, saluran whatsapp
    ms: channel telegram, muat turun aplikasi, laman facebook kami, sukai kami, aplikasi kami, layari portal
    ms: follow kami, ikuti perkembangan, ikuti kami menerusi
    tl: i-follow kami, sundan kami, sundan ang aming, i-like ang aming, i-download ang aming, sumali sa aming
    tl: i-follow ang, i-subscribe ang, mag-subscribe sa aming, ang aming facebook
    sw: tufuate, tufuatilie, ungana nasi, jiunge na chaneli, jiunge nasi, pakua programu, chaneli yetu, ukurasa wetu
    sw: tufollow, pakua app
    am: ይከተሉን, ተከተሉን, የቴሌግራም ቻናላችን*, ገጻችንን, ቻናላችንን, ይቀላቀሉን, ይወዳጁን, ይወዳጁ
    zh: 关注我们, 關注我們, 追蹤我們, 追踪我们, 关注本报, 关注公众号, 关注微信, 扫描二维码, 扫码关注, 扫一扫
    zh: 長按二維碼, 长按二维码, 识别二维码, 扫二维码, 下载客户端, 下载app, 下載app
    zh: 下载我们的app, 下載我們的app, 按讚追蹤, 加入line, 加入好友, 加我们好友, 加入我們的, 加入群组, 欢迎关注
    zh: 歡迎關注, 歡迎追蹤, 訂閱頻道, 订阅频道, 我們的頻道, 我们的频道, 請按讚
    zh: 官方帳號, 官方账号, 官方line, 立即下載, 追蹤ig, instagram追蹤
    ja: フォローする, フォローしてください, フォローお願い, フォローはこちら, をフォロー, 公式アカウント, 公式twitter
    ja: 公式ツイッター, 公式facebook, 公式line, 公式x
    ja: 公式youtube, チャンネル登録, アプリをダウンロード, アプリのダウンロード, アプリはこちら, 友だち追加, 友達追加
    ja: 公式アプリ, アプリで読む, アプリ版, フォローしよう, 公式インスタグラム
    ja: フェイスブックページ, いいね！をお願い, いいね!しよう
    ko: 팔로우하세요, 팔로우하기, 팔로우, 채널 추가, 채널추가, 채널 구독, 유튜브 구독, 유튜브 채널, 공식 채널
    ko: 공식채널, 카카오톡 채널, 네이버에서 구독, 네이버 구독, 네이버 채널
    ko: 네이버 뉴스 구독, 앱 다운로드, 앱 설치, 어플 다운로드, 친구추가, 친구 추가, 구독하기, 제보하기, 카카오톡 제보
    ko: 구독해주세요, 구글 뉴스, 페이스북 페이지, 좋아요를 눌러
    ca: segueix-nos, seguiu-nos, segueix-nos a, el nostre canal, nostre canal, la nostra app, la nostra pàgina
    ca: descarregat lapp, descarrega lapp, uneix-te al nostre, les nostres xarxes, al nostre canal
    ca: el nostre facebook
    eu: jarrai gaitzazu, jarraitu gaitzazu, jarrai iezaguzu, jarraitu sare sozialetan, gure kanala*, gure orria
    eu: gure aplikazioa, jarrai iezaiguzu, gure telegram*, deskargatu gure
    gl: síguenos, síguenos en, a nosa canle, nosa canle, a nosa app, descarga a nosa, únete á nosa, nosas redes
    gl: segue a
    sq: na ndiqni, na ndiqni në, bashkohu, shkarko aplikacionin, na ndiq
    mk: следете не, следете нè, придружете ни се, превземете ја, нашиот канал
    """
)
_OPENINGS = words(
    """
    en: follow, like and follow, join, download, like, watch us, find, connect, subscribe, get the, install
    en: visit us, also follow, scan, read us
    de: folgen, folge, folgen sie, besuchen sie, laden sie
    fr: suivez, rejoignez, téléchargez, retrouvez, suivre, likez, aimez
    es: sigue, siga, únete, descarga, seguí, visita, entra
    pt: siga, participe, baixe, curta, acompanhe, entre, acesse, descarregue
    it: segui, seguite, scarica, unisciti, entra
    nl: volg, download, like
    ru: подписывайтесь, подпишитесь, читайте, следите, присоединяйтесь, подписаться, смотрите, добавьте, мы в, мы на
    uk: підписуйтесь, підписуйтеся, підпишіться, читайте, стежте, слідкуйте, приєднуйтесь, приєднуйтеся, дивіться
    uk: ми в, ми у
    be: падпісвайцеся, падпішыцеся, чытайце, далучайцеся, сачыце
    pl: obserwuj, śledź, polub, dołącz, subskrybuj, pobierz, czytaj
    cs: sledujte, staňte se, stáhněte, přidejte se
    sk: sledujte, staňte sa, stiahnite, pridajte sa
    ro: urmărește, urmăriți, urmărește-ne, descarcă, intră
    bg: последвайте, последвай, следвайте, четете ни, присъединете се, абонирайте се
    sr: пратите, pratite, запратите
    hr: pratite, zapratite
    sl: spremljajte, sledite
    hu: kövesse, kövesd, kövess, csatlakozz*, töltse
    fi: seuraa, lataa, tykkää
    sv: följ, gilla, ladda ner
    da: følg, hent, like
    no: følg, lik, last ned
    is: fylgstu með, fylgdu, fylgið
    lt: sekite, prisijunkite, atsisiųskite
    lv: seko, sekojiet, pievienojies, lejupielādē
    et: jälgi, jälgige, liitu, lae
    el: ακολουθήστε, κατεβάστε, διαβάστε μας, δείτε μας
    vi: theo dõi, tải, mời quý vị theo dõi, đọc thêm trên, quan tâm
    id: ikuti, gabung, unduh, download, baca berita, follow, dapatkan, simak
    ms: ikuti, sertai, muat turun, follow
    tl: i-follow, sundan, sumali, i-download, mag-subscribe
    sw: fuata, jiunge, pakua, tembelea
    ar: تابع, تابعوا, تابعونا, انضم, حمل, حملوا, اشترك
    fa: دنبال
    he: עקבו, הצטרפו, הורידו
    zh: 关注, 關注, 追蹤, 追踪, 下载, 下載, 扫描, 加入, 訂閱, 订阅
    th: ติดตาม, ดาวน์โหลด, กด
    ca: segueix, seguiu, descarrega
    eu: jarraitu, jarrai
    gl: segue, sigue, descarga
    am: ይከተሉ
    """
)
_CLOSINGS = words(
    """
    tr: takip edin, takip et, katılın, indirin, beğenin, abone olun
    az: izləyin, qoşulun, yükləyin, abunə olun, bəyənin
    hi: फॉलो करें, जुड़ें, डाउनलोड करें, लाइक करें, सब्सक्राइब करें, क्लिक करें
    ur: فالو کریں, جوائن کریں, لائک کریں, سبسکرائب کریں
    bn: অনুসরণ করুন, ফলো করুন, যুক্ত হোন, লাইক দিন, সাবস্ক্রাইব করুন, যোগ দিন
    ta: பின்தொடரவும், பின்தொடருங்கள், இணையுங்கள்
    te: ఫాలో అవ్వండి, ఫాలో అవండి, చేరండి
    mr: फॉलो करा, सामील व्हा, लाइक करा
    ne: फलो गर्नुहोस्, जोडिनुहोस्, लाइक गर्नुहोस्
    fa: دنبال کنید, بپیوندید, شوید
    ja: フォロー, フォローする, フォローしてください, チェック, ダウンロード
    ko: 팔로우하세요, 구독하세요, 추가하세요, 다운로드하세요, 구독하기, 팔로우
    kk: жазылыңыз, қосылыңыз
    uz: obuna bo'ling, a'zo bo'ling, qo'shiling, kuzatib boring, обуна бўлинг, kuzating
    hy: հետևեք, միացեք, բաժանորդագրվեք
    ka: გამოგვყევით, შემოგვიერთდით, გამოიწერეთ
    hu: kövessen, kövess
    am: ይከተሉ, ይቀላቀሉ
    km: តាមដាន
    """
)
_PHRASES = Phrases(fixed=_FIXED, opening=_OPENINGS, object=NETWORKS, closing=_CLOSINGS)
_LONGEST = 220
_LONGEST_GUESS = 110
"""Characters of a note that is known by an imperative and a network's name alone."""
_BUTTONS = Phrases(
    follow=words(
        """
        en: follow, following, + follow, follow topic, follow author, follow this topic, get alerts, social media
        en: connect, our apps, mobile apps, get the app, app store, google play, download on the app store
        en: get it on google play, rss feed, rss feeds, rss, follow us, open in app
        vi: theo dõi, theo dõi tác giả, mạng xã hội, tải ứng dụng, theo dõi trang
        fr: suivre, suivez-nous, nous suivre, réseaux sociaux, nos applications, flux rss, suivre ce sujet
        fr: suivre lauteur
        de: folgen, folgen sie uns, thema folgen, autor folgen, soziale medien, social media, rss-feed, unsere apps
        es: seguir, síguenos, redes sociales, seguir autor, seguir tema, aplicaciones
        pt: seguir, siga-nos, siga, redes sociais, seguir autor, aplicativos
        it: segui, seguici, social, seguici sui social, segui autore
        nl: volgen, volg ons, volg, social media
        ru: мы в соцсетях, следить, соцсети, мы в социальных сетях, подписаться на канал
        uk: ми в соцмережах, стежити, соцмережі
        pl: obserwuj, obserwuj nas, media społecznościowe
        cs: sledovat, sledujte nás, sociální sítě
        zh: 关注, 關注, 追蹤, 关注我们, 追蹤我們, 微信公众号, 官方微博, 官方微信, 客户端, 手机版, 移动客户端, 微博
        zh: 微信, 手機版, 電腦版, app下載
        ja: フォロー, フォローする, 公式sns, 公式アカウント
        ko: 팔로우, 채널추가, 구독, sns
        ar: تابعنا, تابعونا, متابعة, تابعونا على, مواقع التواصل
        id: ikuti, ikuti kami, media sosial
        tr: takip et, bizi takip edin, sosyal medya
        """
    ),
    network=NETWORKS,
    filler=words(
        """
        en: us, on, our, and, via, page, channel, the
        fr: sur, nous
        de: auf, uns, und
        es: en, y
        pt: no, na, e
        it: su, e
        ru: в, на, и
        id: di
        vi: trên, chúng tôi
        ar: على
        """
    ),
)
_LONGEST_BUTTON = 60


def _note(line: Line, document: Document) -> Metadata | None:
    if len(line.text) <= _LONGEST_GUESS:
        return Metadata() if _PHRASES.is_note(line.text) else None
    return Metadata() if _PHRASES.opens_with_fixed(line.text) else None


def _button(line: Line, document: Document) -> Metadata | None:
    found = _BUTTONS.cover(line.text)
    return (
        Metadata() if found and any(each.role == "follow" for each in found) and not is_title(line, document) else None
    )


RULES: tuple[Rule, ...] = (
    Rule(
        id="follow.note",
        version=1,
        languages=tuple(_FIXED),
        description="Invitation to a publisher's channels or to its app.",
        matcher=_note,
        cues=_PHRASES.cues("fixed", "object"),
        examples=(
            Example("Follow us on Facebook and Twitter!"),
            Example("Download our app for the latest news."),
            Example("Theo dõi chúng tôi trên Google News.", "vi"),
            Example("Suivez-nous sur les réseaux sociaux !", "fr"),
            Example("Folgen Sie uns auf Instagram!", "de"),
            Example("Síguenos en Facebook.", "es"),
            Example("Siga-nos no Instagram", "pt"),
            Example("Seguici su Telegram", "it"),
            Example("Подписывайтесь на наш канал в Telegram!", "ru"),
            Example("欢迎关注微信公众号，获取更多资讯。", "zh"),
            Example("تابعونا على فيسبوك", "ar"),
            Example("Ikuti kami di Google News.", "id"),
            Example("Bizi Twitter'da takip edin.", "tr"),
            Example("公式Twitterをフォローする", "ja"),
            Example("카카오톡 채널 추가", "ko"),
        ),
        counterexamples=keep(
            "Follow the river to the second bridge, then turn left at the mill.",
            "Join the choir on Monday",
            "Facebook and Twitter said that they would follow the rules.",
        ),
        max_length=_LONGEST,
        overrides=("announced", "headline", "sentence"),
    ),
    Rule(
        id="follow.button",
        version=1,
        languages=(
            "ar",
            "cs",
            "de",
            "en",
            "es",
            "fr",
            "id",
            "it",
            "ja",
            "ko",
            "nl",
            "pl",
            "pt",
            "ru",
            "tr",
            "uk",
            "vi",
            "zh",
        ),
        description="Button or heading that leads to a publisher's channels.",
        matcher=_button,
        cues=_BUTTONS.cues("follow"),
        examples=(
            Example("Social media"),
            Example("Follow topic"),
            Example("Flux RSS", "fr"),
            Example("Thema folgen", "de"),
            Example("Seguir autor", "es"),
            Example("Соцсети", "ru"),
        ),
        counterexamples=keep("Follow the money", "Connected at last", "Following in her steps"),
        max_length=_LONGEST_BUTTON,
        places=(Place.HEAD, Place.TAIL),
        overrides=("announced", "sentence"),
    ),
)
