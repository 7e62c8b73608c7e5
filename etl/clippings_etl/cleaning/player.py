"""Audio, video and picture viewers: ``Listen to this article``, ``0:00 / 3:45``, ``Click to enlarge``."""

from __future__ import annotations

import re

from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place
from .labels import words
from .phrases import Phrases, is_title
from .rule import Example, Rule, keep

_CONTROLS = words(
    """
    en: listen to this article, listen to article, listen to the article, listen to this story, listen to this
    en: listen to story, listen to this post, listen now, listen, listen live, audio player, video player
    en: media player, play, play video, play audio, pause, play all, mute, unmute, watch video, watch the video
    en: watch now, watch video below, watch the video below, watch this video, video player is loading
    en: this is a modal window, current time, duration, remaining time, loaded, stream type live, playback rate
    en: playback speed, fullscreen, picture in picture, picture-in-picture, click to enlarge, click image to enlarge
    en: click on image to enlarge, click to play, tap to play, tap to enlarge, enlarge image, enlarge, expand image
    en: expand, open image in gallery, open gallery, view gallery, view full image, toggle caption, hide caption
    en: show caption, image caption, video caption, media caption, close gallery
    en: your browser does not support the audio element, your browser does not support the video tag
    en: your browser does not support this video, your browser does not support html5 video
    en: your browser does not support html5 audio, advertisement video, autoplay, replay, seek to live, chapters
    en: captions, captions off, subtitles, quality, volume, media playback is unsupported on your device
    en: this video is unavailable, this audio is ai-generated, this audio is generated automatically, audio version
    en: play podcast, read aloud, narrated by ai, next image, previous image, slideshow, start slideshow
    en: image slideshow, gallery, photo gallery, images, 1x
    vi: nghe bài viết, nghe tin, nghe đọc bài, nghe bài báo, nghe audio, nghe nội dung bài viết, xem video
    vi: bấm để xem, phóng to, bấm vào ảnh để phóng to, nhấn để phóng to, phóng to ảnh, phát video, xem ảnh
    vi: nghe podcast, giọng nữ, giọng nam, nghe, nghe bài, tốc độ, xem clip
    fr: écouter larticle, écouter cet article, écoutez cet article, écouter, lire la vidéo, voir la vidéo
    fr: regarder la vidéo, lecture de la vidéo, agrandir limage, agrandir, cliquer pour agrandir
    fr: cliquez pour agrandir, cliquez sur limage pour lagrandir, lecteur audio, lecteur vidéo, plein écran
    fr: diaporama, voir le diaporama, lancer la vidéo, regarder, afficher limage, durée
    fr: votre navigateur ne prend pas en charge, galerie, réécouter
    de: artikel anhören, anhören, beitrag anhören, artikel vorlesen, vorlesen, jetzt anhören, audio anhören
    de: video abspielen, video ansehen, video starten, abspielen, bild vergrößern, vergrößern, bild in großansicht
    de: zum vergrößern klicken, zum vergrößern anklicken, zum vergrößern bitte klicken, klicken zum vergrößern
    de: bildergalerie, bildstrecke, fotostrecke, vollbild, zur bildergalerie, galerie öffnen, diashow starten
    de: ihr browser unterstützt, großansicht, hören, artikel hören, audioversion, pausieren, dauer, bild anzeigen
    es: escuchar artículo, escuchar el artículo, escuchar noticia, escucha este artículo, escucha la noticia
    es: escuchar esta noticia, escuchar, escuchar este artículo, ver vídeo, ver video, ver el video, reproducir
    es: reproducir video, ampliar, ampliar imagen, clic para ampliar, haga clic para ampliar, haz clic para ampliar
    es: pulse para ampliar, pantalla completa, galería, ver galería, ver fotogalería, fotogalería
    es: tu navegador no soporta, reproductor de audio, mira el video, duración, escucha
    pt: ouvir notícia, ouça esta notícia, ouvir artigo, ouça este artigo, ouça o artigo, ouvir, ouça, ouvir texto
    pt: ouça este conteúdo, ver vídeo, assista ao vídeo, assista, reproduzir, reproduzir vídeo, ampliar
    pt: ampliar imagem, ampliar foto, clique para ampliar, clique na imagem para ampliar, tela cheia, ecrã inteiro
    pt: galeria, ver galeria, seu navegador não suporta, ouvir o artigo, veja o vídeo, fotogaleria, duração
    pt: ouvir matéria
    it: ascolta, ascolta larticolo, ascolta questo articolo, ascolta la notizia, guarda il video, guarda, riproduci
    it: riproduci video, ingrandisci, clicca per ingrandire, ingrandisci immagine, schermo intero, galleria
    it: sfoglia la gallery, guarda le foto, il tuo browser non supporta, versione audio, fotogallery, durata
    it: vedi gallery, ascolta ora
    nl: luister naar dit artikel, luister, luister naar artikel, beluister dit artikel, beluister, video afspelen
    nl: bekijk video, bekijk de video, speel video af, afspelen, vergroot, klik om te vergroten
    nl: afbeelding vergroten, klik op de foto om te vergroten, volledig scherm, fotoserie, bekijk fotoserie
    nl: artikel beluisteren, voorlezen, vergroot afbeelding, galerij, voorleesfunctie
    sv: lyssna, lyssna på artikeln, lyssna på artikel, spela video, spela upp, spela upp video, se video, förstora
    sv: klicka för att förstora, förstora bilden, helskärm, bildspel, starta bildspel, bildgalleri, lyssna på
    sv: uppläst artikel, se bildspel
    da: lyt til artiklen, lyt, lyt til artikel, hør artiklen, afspil video, afspil, se video, forstør
    da: klik for at forstørre, fuldskærm, se billeder, billedgalleri, få læst op, oplæsning, lyt til artiklen her
    da: forstør billede
    no: lytt, lytt til artikkelen, lytt til saken, hør artikkelen, spill av, spill av video, se video, forstørr
    no: klikk for å forstørre, forstørr bilde, fullskjerm, bildegalleri, se bilder, vis større bilde, hør saken
    fi: kuuntele, kuuntele artikkeli, kuuntele juttu, toista video, toista, katso video, suurenna, suurenna kuva
    fi: klikkaa suuremmaksi, koko näyttö, kuvagalleria, avaa kuva, avaa kuvien katselu, kuuntele jutut
    fi: avaa galleria, katso kuvat
    is: hlusta, hlusta á, hlusta á frétt, spila, horfa á myndband, stækka, stækka mynd, horfa, spila myndband
    pl: posłuchaj, posłuchaj artykułu, odsłuchaj, odsłuchaj artykuł, posłuchaj tego artykułu, odtwórz, odtwórz wideo
    pl: zobacz wideo, obejrzyj wideo, powiększ, kliknij aby powiększyć, powiększ zdjęcie, kliknij żeby powiększyć
    pl: pełny ekran, galeria, zobacz galerię, zobacz zdjęcia, galeria zdjęć, słuchaj, zobacz film, pełna galeria
    pl: słuchaj artykułu
    cs: poslechnout článek, poslechněte si článek, přehrát, přehrát video, poslechnout, poslech článku, zvětšit
    cs: zvětšit obrázek, klikněte pro zvětšení, kliknutím zvětšíte, fotogalerie, zobrazit galerii, galerie
    cs: celá obrazovka, spustit video, přehrát audio, vstoupit do galerie, přečíst nahlas, poslechněte si
    sk: vypočuť článok, vypočujte si článok, prehrať, prehrať video, vypočuť, počúvať, zväčšiť
    sk: kliknite pre zväčšenie, fotogaléria, zobraziť galériu, galéria, celá obrazovka, spustiť video
    sk: vypočuť si článok, vypočujte si
    hu: cikk meghallgatása, hallgassa meg, hallgasd meg, meghallgatom, lejátszás, videó lejátszása, nagyítás
    hu: kattintson a nagyításhoz, kép nagyítása, teljes képernyő, galéria, galéria megtekintése, képgaléria
    hu: hallgatás, felolvasás, nézze meg galériánkat, fotógaléria
    ro: ascultă articolul, ascultă, redă, redă video, vezi video, mărește, click pentru a mări, galerie
    ro: galerie foto, vezi galeria, ecran complet, ascultă știrea, vezi galeria foto, urmărește video
    bg: чуй статията, слушай, изслушай статията, пусни видео, виж видеото, увеличи, кликни за уголемяване, цял екран
    bg: галерия, виж галерията, чуйте, пусни, слушай статията, вижте галерията
    el: ακούστε το άρθρο, ακούστε, άκου το άρθρο, αναπαραγωγή, δείτε το βίντεο, μεγέθυνση, κάντε κλικ για μεγέθυνση
    el: πλήρης οθόνη, συλλογή φωτογραφιών, φωτογραφίες, δες το βίντεο, ακούστε το
    sr: слушај вест, послушај, пусти видео, увећај, галерија, poslušaj, slušaj vest, pusti video, uvećaj, galerija
    sr: pogledaj galeriju, погледај галерију, пусти, slušaj
    hr: poslušaj članak, poslušaj, slušaj, reproduciraj, pogledaj video, povećaj, galerija, pogledaj galeriju
    hr: otvori galeriju, cijeli zaslon, otvorite galeriju, slušaj članak
    sl: poslušaj, poslušaj članek, poslušaj novico, predvajaj, predvajaj video, povečaj, galerija, odpri galerijo
    sl: ogled galerije, celoten zaslon, klikni za povečavo
    ru: слушать, слушать новость, прослушать, прослушать статью, прослушать новость, слушать статью
    ru: слушать статью целиком, озвучить, озвучить текст, смотреть видео, воспроизвести, воспроизвести видео
    ru: увеличить, нажмите чтобы увеличить, нажмите для увеличения, кликните для увеличения, увеличить изображение
    ru: на весь экран, полноэкранный режим, фотогалерея, открыть галерею, смотреть галерею, включить звук
    ru: выключить звук, текст читает, послушать, послушать статью, аудиоверсия, слушать аудио, смотреть фото
    ru: открыть фото, во весь экран
    uk: слухати, слухати новину, прослухати, прослухати статтю, озвучити, озвучити статтю, дивитися відео
    uk: дивитись відео, відтворити, збільшити, натисніть щоб збільшити, на весь екран, фотогалерея, відкрити галерею
    uk: послухати, слухати статтю, слухати аудіо
    be: слухаць, праслухаць, глядзець відэа, павялічыць, фотагалерэя
    lt: klausyti, klausytis, klausyti straipsnio, paleisti, paleisti video, žiūrėti video, padidinti, galerija
    lt: visas ekranas, nuotraukų galerija, straipsnio įgarsinimas, pasiklausyti
    lv: klausīties, klausies, klausīties rakstu, atskaņot, skatīties video, palielināt, galerija, skatīt galeriju
    lv: pilnekrāna, noklausies, fotogalerija, noklausīties
    et: kuula, kuula artiklit, esita, esita video, vaata videot, suurenda, galerii, vaata galeriid, täisekraan
    et: kuula lugu, ava galerii, kuulamiseks
    tr: haberi dinle, dinle, makaleyi dinle, oynat, videoyu oynat, videoyu izle, video izle, büyüt
    tr: büyütmek için tıklayın, tam ekran, galeri, galeriyi gör, galeriye git, fotoğrafı büyüt, sesli dinle
    tr: yazıyı dinle, izle, haberi sesli dinle
    az: dinlə, xəbəri dinlə, videoya bax, oynat, böyüt, qalereya, fotoqalereya, videonu izlə
    kk: тыңдау, жаңалықты тыңдау, бейнені көру, үлкейту, ойнату, фотогалерея, мақаланы тыңдау
    uz: tinglash, maqolani tinglash, videoni ko'rish, kattalashtirish, ijro etish, eshitish, fotogalereya
    ka: მოუსმინე, მოსმენა, ვიდეოს ნახვა, გადიდება, გალერეა, მოუსმინეთ
    hy: լսել, լսել հոդվածը, դիտել տեսանյութը, մեծացնել, պատկերասրահ
    ar: استمع, استمع إلى المقال, استمع للمقال, استمع للخبر, استماع, استمع إلى الخبر, تشغيل, تشغيل الفيديو
    ar: شاهد الفيديو, مشاهدة الفيديو, تكبير الصورة, اضغط للتكبير, انقر للتكبير, انقر لتكبير الصورة, ملء الشاشة
    ar: معرض الصور, ألبوم الصور, الاستماع للمقال, مشغل الصوت, تكبير, شاهد, مدة الفيديو
    fa: شنیدن, گوش کنید, شنیدن خبر, پخش, پخش ویدئو, پخش ویدیو, مشاهده ویدئو, بزرگنمایی, گالری, گالری تصاویر
    fa: تمام صفحه, پخش صوت, دانلود ویدئو, شنیدن مقاله
    he: האזינו, האזנה, האזינו לכתבה, האזן לכתבה, נגן, נגן וידאו, הגדל תמונה, הגדלת תמונה, לחצו להגדלה, מסך מלא
    he: גלריה, לגלריה, צפו, האזנה לכתבה, לצפייה בגלריה
    ur: سنیں, خبر سنیں, ویڈیو دیکھیں, آڈیو سنیں, چلائیں
    hi: सुनें, खबर सुनें, इस खबर को सुनें, लेख सुनें, वीडियो देखें, चलाएं, बड़ा करें, फोटो गैलरी, न्यूज सुनें
    hi: यह खबर सुनें, ऑडियो सुनें
    bn: শুনুন, খবরটি শুনুন, ভিডিও দেখুন, চালান, বড় করে দেখুন, গ্যালারি, ফটো গ্যালারি, অডিও শুনুন
    ta: கேட்க, செய்தியைக் கேட்க, வீடியோ பார்க்க, பெரிதாக்க, கேளுங்கள்
    te: వినండి, వీడియో చూడండి, ఆడియో వినండి, గ్యాలరీ
    mr: ऐका, बातमी ऐका, व्हिडिओ पहा, लेख ऐका, फोटो गॅलरी
    ne: सुन्नुहोस्, समाचार सुन्नुहोस्, भिडियो हेर्नुहोस्, फोटो ग्यालरी
    th: ฟังข่าว, ฟังบทความ, ฟังบทความนี้, เล่น, เล่นวิดีโอ, ดูวิดีโอ, ขยายภาพ, คลิกเพื่อขยาย, คลิกดูภาพขยาย
    th: แกลเลอรี, ดูรูปทั้งหมด, ฟังเสียง, ชมคลิป, ดูภาพทั้งหมด, เต็มหน้าจอ
    lo: ຟັງຂ່າວ, ຫຼິ້ນ, ເບິ່ງວິດີໂອ, ຟັງ
    km: ស្តាប់អត្ថបទ, ស្ដាប់, មើលវីដេអូ, ចាក់វីដេអូ, ស្តាប់
    my: နားထောင်ရန်, ဗီဒီယိုကြည့်ရန်, ဖွင့်ရန်
    id: dengarkan artikel, dengarkan berita, dengarkan, putar, putar video, tonton video, lihat video, perbesar
    id: klik untuk memperbesar, layar penuh, galeri, lihat foto, perbesar gambar, simak video, saksikan video
    id: lihat galeri
    ms: dengar artikel, dengar, main, main video, tonton video, besarkan, klik untuk besarkan, skrin penuh, galeri
    ms: dengar berita
    tl: pakinggan, panoorin ang video, i-play, palakihin
    sw: sikiliza, sikiliza makala, tazama video, cheza, sikiliza habari
    am: ያዳምጡ, አዳምጥ, ቪዲዮውን ይመልከቱ
    zh: 收听, 收聽, 收听本文, 听新闻, 聽新聞, 听全文, 语音播报, 语音朗读, 朗读, 朗讀, 播放, 播放视频, 播放影片
    zh: 观看视频, 觀看影片, 点击播放, 点击查看大图, 点击图片放大, 查看大图
    zh: 点击放大, 點擊放大, 查看原图, 放大圖片, 全屏, 全螢幕, 图集, 圖集, 视频加载中, 视频播放器, 聆聽文章, 听文章
    zh: 聽文章, 收听文章, 点击收听, 暂停, 静音, 高清大图, 點圖放大, 點擊看大圖
    zh: 視頻, 音频, 语速, 下一张, 上一张, 原图
    ja: 音声で聞く, 記事を聞く, 聴く, 再生, 再生する, 動画を再生, 動画を見る, 動画を再生する, 拡大, 画像を拡大
    ja: クリックで拡大, クリックすると拡大, 写真を拡大, 拡大表示, 全画面, フォトギャラリー
    ja: 写真一覧, 画像を見る, すべての写真, 読み上げ, 音声再生, 拡大画像を見る, この記事の写真を見る, 写真を見る
    ja: 全画面表示, 音声を再生, 画像をもっと見る
    ko: 기사 듣기, 기사듣기, 듣기, 음성으로 듣기, 음성 듣기, 재생, 동영상 재생, 영상 보기, 동영상 보기, 재생하기
    ko: 크게보기, 크게 보기, 이미지 크게보기, 사진 크게보기, 이미지 확대
    ko: 전체화면, 확대, 음소거, 일시정지, 사진보기, 본문듣기, 본문 듣기, 뉴스듣기, 뉴스 듣기, 갤러리, 오디오 듣기
    ko: 기사 읽어주기, 남성, 여성, 느림, 빠름
    ca: escolta larticle, escoltar, escolta, reproduir, reprodueix, mira el vídeo, veure vídeo, amplia
    ca: amplia la imatge, pantalla completa, galeria, escolta la notícia
    eu: entzun, entzun artikulua, erreproduzitu, ikusi bideoa, handitu, galeria, irudia handitu
    gl: escoitar, escoita o artigo, reproducir, ver vídeo, ampliar, galería
    """
)
_FILLERS = words(
    """
    en: of, the, video, audio, image, photo, s, m, to, this, article, news, for, here, with, ai, voice, in, on, a
    en: and, more, 0:00
    de: video, audio, bild, minuten, min
    fr: vidéo, audio, image, min, minutes
    es: video, vídeo, audio, imagen, foto
    """
)
_PHRASES = Phrases(control=_CONTROLS, filler=_FILLERS)
_CLOCK = re.compile(
    r"(?:[▶►⏸❚🔊🎧🔈⏵]\s?)*-?\d{1,2}:\d\d(?::\d\d)?(?:\s?[/|]\s?-?\d{1,2}:\d\d(?::\d\d)?)(?:\s?\d(?:\.\d+)?x)?"
)
_PLAIN = frozenset(
    [
        "play",
        "listen",
        "watch",
        "expand",
        "images",
        "enlarge",
        "volume",
        "quality",
        "chapters",
        "captions",
        "minutes",
        "duration",
        "gallery",
        "duree",
        "regarder",
        "escucha",
        "galeria",
        "ouca",
        "assista",
        "ouvir",
        "guarda",
        "horen",
        "dauer",
        "lyt",
        "lytt",
        "lyssna",
        "kuuntele",
        "kuula",
        "izle",
        "dinle",
        "视频",
        "視頻",
        "音频",
        "男性",
        "남성",
        "여성",
        "느림",
        "빠름",
        "재생",
        "play",
        "再生",
        "拡大",
        "شاهد",
        "تشغيل",
        "min",
        "seconds",
        "subtitles",
        "mute",
        "pause",
        "ecouter",
        "escuchar",
        "ascolta",
        "luister",
        "sluchac",
        "galerija",
        "galerie",
        "galeri",
        "galéria",
    ]
)
"""Words that may head a part of the text; alone they count outside of it only."""


def _control(line: Line, document: Document) -> Metadata | None:
    if _CLOCK.fullmatch(line.text):
        return Metadata()
    found = _PHRASES.cover(line.text)
    if not found or not any(each.role == "control" for each in found) or (is_title(line, document) and len(found) == 1):
        return None
    controls = [each for each in found if each.role == "control"]
    if len(controls) >= 2 or any(" " in each.phrase for each in controls):
        return Metadata()
    return Metadata() if line.place is not Place.BODY or controls[0].phrase not in _PLAIN else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="player.control",
        version=1,
        languages=tuple(_CONTROLS),
        description="Controls of a player or a picture gallery.",
        matcher=_control,
        cues=_PHRASES.cues("control") | cues(digit=True),
        examples=(
            Example("Listen to this article"),
            Example("0:00 / 3:45"),
            Example("Click to enlarge"),
            Example("Video Player is loading."),
            Example("Nghe bài viết", "vi"),
            Example("Écouter cet article", "fr"),
            Example("Artikel anhören", "de"),
            Example("Escuchar artículo", "es"),
            Example("Ouvir notícia", "pt"),
            Example("Слушать новость", "ru"),
            Example("点击查看大图", "zh"),
            Example("استمع إلى المقال", "ar"),
            Example("Dengarkan artikel", "id"),
            Example("Haberi dinle", "tr"),
            Example("画像を拡大", "ja"),
            Example("기사 듣기", "ko"),
        ),
        counterexamples=keep("Listen to the harbour", "Play it again", "Watch the birds", "3:45", "Ajax 2:1 Boats"),
        overrides=("announced", "listed", "sentence"),
    ),
)
