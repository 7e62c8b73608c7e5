"""Picture credits on a line of their own: ``Photo: Maria Lind``."""

from __future__ import annotations

import re

from ..documents import Metadata
from .cues import cues
from .document import Document, Line
from .labels import alternatives, every, label_pattern, words
from .names import is_name, is_person
from .rule import Example, Rule, keep

_WORDS = words(
    """
    en: photo, photos, photo credit, photograph, photography, picture, pictures, pic, image, images, credit
    en: image credit, picture credit, photo by, photos by, photograph by, file photo, image source, photo source
    en: illustration, graphic, image courtesy, photo courtesy, credits
    vi: ảnh, ảnh minh họa, hình ảnh, nguồn ảnh, ảnh nguồn, hình, đồ họa, ảnh chụp
    fr: photo, crédit photo, crédits photo, crédit, crédits, photographie, image, photo d'illustration
    fr: illustration, crédit image
    de: foto, fotos, bild, bilder, bildquelle, bildnachweis, symbolbild, archivbild, grafik, symbolfoto
    es: foto, fotos, fotografía, fotografías, imagen, crédito, crédito foto, foto de archivo
    pt: foto, fotos, fotografia, imagem, crédito, créditos, crédito da foto, foto de arquivo
    ru: фото, фотография, автор фото, иллюстрация, источник фото, снимок, фотограф
    zh: 图, 圖, 图片, 圖片, 图片来源, 圖片來源, 图源, 圖源, 摄影, 攝影, 照片, 图片提供, 資料照片, 图/文
    ar: صورة, الصورة, تصوير, مصدر الصورة, صور, عدسة
    id: foto, gambar, sumber foto, kredit foto, ilustrasi
    tr: fotoğraf, fotoğraflar, foto, görsel, fotoğraf kaynağı
    it: foto, fotografia, immagine, credito, crediti, fotografie
    ja: 写真, 撮影, 写真提供, 画像, 画像提供, 写真撮影, 提供
    ko: 사진, 사진제공, 사진 제공, 사진출처, 사진 출처, 이미지
    hi: फोटो, फ़ोटो, तस्वीर, चित्र
    pl: fot., fot, foto, zdjęcie, zdjęcia, źródło zdjęcia
    uk: фото, світлина, ілюстрація, автор фото
    nl: foto, beeld, fotografie, afbeelding
    el: φωτογραφία, φωτό, φωτο, φωτογραφίες
    sv: foto, bild
    cs: foto, fotografie, zdroj foto
    ro: foto, sursa foto
    hu: fotó, kép
    th: ภาพ, ภาพจาก, ที่มาภาพ
    fa: عکس, تصویر
    en: photographer, credits photo, photo illustration, photo via, video, video credit, pictured, photo/image
    en: images by, image via, cover photo, featured image, featured image credit, source photo, screenshot
    en: screengrab, photo and caption, main image, courtesy, courtesy photo, courtesy of, photographs
    vi: clip, video, ảnh chụp màn hình, ảnh cắt từ clip, ảnh đại diện, ảnh tư liệu, đồ hoạ, nguồn hình
    vi: hình minh họa, ảnh internet, ảnh cung cấp
    fr: crédits, photos, crédit photos, © photo, légende, vidéo, infographie, image d'illustration, visuel
    fr: photo credit, photographe
    de: fotoquelle, fotocredit, fotograf, fotografin, bildrechte, bild-quelle, fotos, symbolfoto, quelle bild
    de: fotonachweis, aufmacherbild, titelbild, copyright, illustration, foto-quelle, video, repro, archivfoto
    de: agenturfoto, handout
    es: fotógrafo, fotógrafa, foto cortesía, foto de portada, imagen cortesía, fotografía cortesía, vídeo, video
    es: imágenes, ilustración, crédito de la foto, cortesía, infografía, foto/video, gráfico
    pt: fotógrafo, imagens, crédito da imagem, foto de capa, ilustração, reprodução, divulgação, vídeo
    pt: créditos da foto, foto divulgação, arte, imagem ilustrativa, foto/divulgação, infográfico
    it: foto di repertorio, fotografo, immagini, credit, credits, crediti foto, credit foto, illustrazione, video
    it: photo credit, fonte foto, in foto, grafica
    ru: снимок, автор снимка, фотограф, фото и видео, фото из архива, скриншот, инфографика, коллаж
    ru: источник изображения, изображение, видео, источник фотографии, фото предоставлено, фото с сайта
    ru: фото для иллюстрации, архивное фото, фото из открытых источников
    uk: фото ілюстративне, скриншот, колаж, джерело фото, зображення, відео, інфографіка, ілюстративне фото
    uk: фотограф, фото з архіву, фото з відкритих джерел
    be: фота, здымак, крыніца фота, ілюстрацыя, скрыншот, калаж, аўтар фота, фотаздымак, відэа
    zh: 图为, 图自, 图片来自, 图来源, 供图, 配图, 题图, 封面图, 圖源, 圖片來自, 圖片提供, 照片提供, 圖片/, 圖/, 图/
    zh: 攝, 摄, 漫画, 制图, 图片说明, 圖片說明, 图片由, 翻攝
    zh: 翻攝自, 圖擷自, 資料照, 资料图, 示意圖, 示意图, 视频截图, 截图, 影片, 攝影師, 摄影师, 摄影报道, 摄影记者
    zh: 攝影記者, 圖, 照片來源
    ja: 写真・図版, 写真＝, 写真=, 撮影者, 画像出典, 画像：, イラスト, 出典画像, 写真提供元, アイキャッチ画像, 図
    ja: カメラマン, 資料写真, 写真撮影者, クレジット
    ko: 그래픽, 사진 출처, 사진=, 영상, 삽화, 이미지 출처, 일러스트, 사진기자, 사진자료, 자료사진, 사진캡처, 화면캡처
    ko: 캡처, 출처사진, 이미지제공, 자료, 사진ㅣ, 촬영, 이미지출처
    ko: 그래픽=, 자료제공
    ar: تصوير فوتوغرافي, حقوق الصورة, الصور, صور أرشيفية, صورة من الأرشيف, مصور, كاميرا, مصدر الصور, صورة تعبيرية
    ar: المصور, صورة أرشيفية, رسم, فيديو, انفوجراف
    fa: عکاس, عکس از, عکس ها, تصاویر, گرافیک, منبع عکس, تصویرساز, عکس‌ها, طرح
    he: צילום, צילומים, תמונה, קרדיט, צילום מסך, צילום אילוסטרציה, איור, תמונות, אילוסטרציה, קרדיט תמונה, צלם
    he: צילום ועריכה, וידאו
    ur: تصویر, تصاویر, فوٹو, فوٹو کریڈٹ, تصویر کا ذریعہ, فوٹو بشکریہ, تصویر بشکریہ
    hi: फोटो क्रेडिट, फोटो सोर्स, इमेज, चित्र साभार, फोटो साभार, इमेज क्रेडिट, छायाचित्र, तस्वीर साभार, फाइल फोटो
    hi: छवि, साभार, फोटो स्रोत, फोटो सौजन्य
    bn: ছবি, ছবি সংগৃহীত, আলোকচিত্র, ছবির উৎস, আলোকচিত্রী, ফাইল ছবি, ফটো, ছবিসূত্র, ছবি: সংগৃহীত, প্রতীকী ছবি
    bn: গ্রাফিক্স, চিত্র, অলংকরণ
    ta: படம், புகைப்படம், படங்கள், பட உதவி, பட மூலம், படக்குறிப்பு, கோப்புப் படம்
    te: ఫోటో, ఫొటో, చిత్రం, ఫోటోలు, ఫోటో క్రెడిట్, చిత్ర మూలం
    mr: छायाचित्र, फोटो, फोटो सौजन्य, फोटो क्रेडिट, छायाचित्रे, सौजन्य, प्रातिनिधिक छायाचित्र
    ne: तस्बिर, तस्बिरहरू, फोटो, तस्वीर, फाइल तस्बिर, फोटोहरू, तस्बिर सौजन्य, तस्बिरः
    si: ඡායාරූප, ඡායාරූපය, පින්තූර, ඡායාරූප ගත කිරීම
    th: ภาพโดย, ภาพประกอบ, เครดิตภาพ, รูปภาพ, ภาพถ่าย, ขอบคุณภาพ, ขอบคุณภาพจาก, ภาพข่าว, รูป, แฟ้มภาพ, ช่างภาพ
    th: เครดิต, ที่มาของภาพ, กราฟิก
    lo: ພາບ, ຮູບ, ພາບໂດຍ, ຮູບພາບ, ທີ່ມາພາບ
    km: រូបភាព, រូបថត, ប្រភពរូបភាព, រូប
    my: ဓာတ်ပုံ, ပုံ, ဓာတ်ပုံ -, ရုပ်ပုံ
    id: foto ilustrasi, sumber gambar, dok, dok., foto/dok, dokumentasi, fotografer, ilustrasi foto, grafis
    id: infografis, kredit, sumber foto, kredit gambar, tangkapan layar, foto dok, video
    ms: gambar fail, foto, gambar hiasan, kredit foto, kredit gambar, foto fail, sumber gambar, gambar, grafik, ihsan
    tl: larawan, larawan mula sa, larawan ni, kuha ni, litrato, kuha, litrato mula sa
    sw: picha, picha na, picha kwa hisani, chanzo cha picha, picha:, mpiga picha
    am: ፎቶ, ምስል, ፎቶግራፍ
    tr: foto muhabiri, fotoğraf, görsel kaynak, kaynak görsel, fotograf, kamera, arşiv fotoğrafı, grafik, görüntü
    tr: görseller, foto kaynak, temsili fotoğraf, fotoğraflar, video
    az: foto, şəkil, fotolar, fotoqraf, şəkillər, foto mənbə, fotonun müəllifi
    kk: фото, сурет, сурет авторы, фотосурет, суретті түсірген, суреттер, коллаж, фото авторы
    uz: foto, surat, foto muallifi, фото, сурат, rasm, suratkash, fotosuratlar
    ka: ფოტო, ფოტოს ავტორი, სურათი, ფოტოები
    hy: լուսանկար, լուսանկարը, լուսանկարներ, ֆոտո, լուսանկարի հեղինակ
    pl: foto:, autor zdjęcia, zdjęcia, fotograf, fotografia, ilustracja, źródło zdjęć, zdj, zdj., grafika
    pl: zdjęcie autorstwa, archiwum, wideo, autor fot., zdjęcie główne, źródło grafiki
    cs: fotografie, autor fotografie, autor foto, ilustrační foto, zdroj fotografie, snímek, repro
    cs: ilustrační fotografie, obrázek, grafika, zdroj obrázku, zdroj fotografií
    sk: foto, zdroj foto, fotografia, autor fotografie, ilustračné foto, zdroj fotografie, snímka, autor foto
    sk: ilustračná fotografia, grafika, zdroj obrázku
    hu: fotó, fotók, kép, képek, fényképek, illusztráció, fénykép, nyitókép, borítókép, kiemelt kép, fotós
    hu: képek forrása, fotó forrása, képernyőfotó, grafika, kép forrása, nyitófotó
    ro: foto, sursă foto, fotografie, credit foto, fotografii, imagine, imagini, sursa imagine, captură foto
    ro: grafică, foto arhivă, credite foto, fotograf, sursa fotografie
    bg: снимка, снимки, фото, фотография, фотограф, илюстрация, източник снимка, снимката е, архивна снимка
    bg: изображение, колаж, скрийншот, снимка архив
    sr: фото, фотографија, фотографије, извор фото, foto, fotografija, fotografije, izvor foto, илустрација
    sr: ilustracija, снимак, snimio, снимио, foto ilustracija, извор фотографије
    hr: foto, fotografija, fotografije, autor fotografije, ilustracija, snimio, snimila, izvor foto
    hr: izvor fotografije, screenshot, naslovna fotografija, slika
    sl: foto, fotografija, fotografije, avtor fotografije, ilustracija, vir fotografije, slika, vir foto
    sl: simbolična fotografija, posnetek, zajem zaslona
    lt: nuotrauka, nuotr, nuotr., nuotraukos, foto, fotografas, nuotraukos autorius, nuotrauka iš, iliustracija
    lt: asociatyvi nuotrauka, vizualizacija
    lv: foto, attēls, fotogrāfija, fotogrāfs, foto autors, attēli, ilustratīvs foto, publicitātes foto, ilustrācija
    lv: avota foto
    et: foto, fotod, pilt, fotograaf, foto autor, pildi autor, illustratsioon, kuvatõmmis, erakogu, pildid, graafika
    sv: bilder, fotograf, bildkälla, illustration, fotokälla, arkivbild, grafik, foto/bild, skärmdump, pressbild
    da: foto, billede, fotograf, fotos, billeder, arkivfoto, illustration, fotokilde, grafik, pressefoto, pr-foto
    no: foto, bilde, fotograf, bilder, illustrasjon, arkivfoto, illustrasjonsfoto, fotokilde, skjermdump, faksimile
    no: grafikk, video
    fi: kuva, kuvat, valokuva, kuvaaja, kuvituskuva, arkistokuva, kuvan lähde, kuvalähde, piirros, kuvakaappaus
    fi: kuvitus, grafiikka, kuva ja teksti
    is: mynd, myndir, ljósmynd, ljósmyndari, ljósmyndir
    nl: foto's, fotograaf, beeldbron, bron foto, foto ter illustratie, archieffoto, illustratie, bron beeld
    nl: beeld ter illustratie, video, screenshot, archiefbeeld, still
    el: φωτό αρχείου, φωτογραφία αρχείου, πηγή φωτογραφίας, φωτογράφος, εικόνα, φωτο αρχείου, φωτογραφία εξωφύλλου
    el: eικόνα, βίντεο, credits
    ca: foto, fotos, fotografia, imatge, crèdit, fotògraf, font de la imatge, il·lustració, autor de la foto
    ca: foto cedida
    eu: argazkia, argazkiak, irudia, argazkilaria, argazki, irudiak, ilustrazioa
    gl: foto, fotos, fotografía, imaxe, fotógrafo, ilustración, imaxes
    sq: foto, fotografi
    mk: фото, фотографија, илустрација
    """
)
_BY_WORDS = words(
    """
    en: photo by, photos by, photograph by, photographs by, picture by, image by, photo courtesy of
    en: photo courtesy, image courtesy of, photo from, photography by, photographed by
    fr: photo de, photo par, photographie de, photo d'après
    de: foto von, bild von, fotografiert von
    es: foto de, foto por, fotografía de
    pt: foto de, foto por, fotografia de
    it: foto di
    nl: foto van
    tr: fotoğrafı çeken
    vi: ảnh của, ảnh do
    id: foto oleh
    pl: fot.
    ar: تصوير
    en: photo credit to, image by, images by, illustration by, illustration courtesy of, pictures by
    en: photos courtesy of, photo provided by, photo supplied by, photo via, photographer, picture credit, credit
    sv: foto av
    da: foto af
    no: foto av
    fi: kuvaaja, kuva
    ru: фото предоставлено, фото с сайта, фото
    ro: foto de
    vi: ảnh chụp bởi, ảnh do, ảnh cung cấp bởi, nguồn ảnh
    id: foto dok, foto milik, foto dari
    th: ภาพโดย, ภาพจาก, ขอบคุณภาพจาก
    hr: foto
    """
)
_LABEL = label_pattern(_WORDS, r"\s*[:：=]\s*|\s*/\s*(?=[^\W\d])")
_BY = re.compile(rf"(?:{alternatives(_BY_WORDS)})[\s:]+(?P<value>\S.*)", re.IGNORECASE)
_TAKEN = re.compile(r"(?P<value>[\u4e00-\u9fff· /／]{2,20}?)\s?[摄攝](?:影)?")
"""The Chinese way to put the word behind the name, in brackets or set apart: （林海 摄）."""

_AGENCIES = words(
    """
    *: getty images, getty, ap, afp, associated press, reuters, epa, epa-efe, efe, dpa, picture alliance, imago
    *: imago images, shutterstock, istock, istockphoto, alamy, alamy stock photo, adobe stock, unsplash, pixabay
    *: pexels
    *: depositphotos, dreamstime, 123rf, fotolia, keystone, xinhua, zuma press, ansa, lusa, tass, тасс, риа новости
    *: zuma wire, cover images, sipa usa, nurphoto, polaris, redux, magnum photos, camera press, rex features, wenn
    *: ritzau scanpix, scanpix, ntb, tt, anp, apa, keystone-sda, pap, čtk, tasr, mti, agerpres, бта, бта., tanjug
    *: танјуг, hina, sta, belga, efe/epa, europa press, lusa/epa, agência brasil, ria novosti, sputnik, интерфакс
    *: тасс/epa, укрінформ, уніан, белта, elta, bns, leta, ets, aa, dha, iha, azərtac, kazinform, مهر, ایسنا, ایرنا
    *: pti, ani, ians, xinhua news agency, 新华社, 中新社, 中央社, 时事通信, 共同通信, 時事通信, 共同, 時事, ロイター
    *: 연합뉴스, 뉴시스, 뉴스1, antara
    *: bernama, rappler, getty images north america, getty images europe, gettyimages, freepik, canva
    *: wikimedia commons, wikipedia, creative commons, flickr, pexels.com, pixabay.com, unsplash.com, panthermedia
    *: mauritius images, science photo library, stock.adobe.com, adobestock, stockphoto, lehtikuva, sipa, abaca
    *: maxppp, hans lucas, bestimage, nordphoto, ukrinform, unian, epa/efe, afp/getty images, le pictorium
    *: icon sport, lapresse, imagoeconomica, fotogramma, profimedia, cropix, pixsell
    *: anadolu agency, wireimage, afp via getty images, bloomberg via getty images
    """
)
_AGENCY = re.compile(rf"(?P<agency>{alternatives(_AGENCIES)})(?: (?:photo|photos|file photo))?", re.IGNORECASE)
_SMALL_NAME = re.compile(r"[^\W\d_]{3,20}")
_MOST_PARTS = 3

_KINDS = words(
    """
    en: file photo, file image, stock photo, stock image, archive photo, illustrative image
    vi: ảnh minh họa, ảnh minh hoạ, ảnh tư liệu, hình minh họa
    fr: photo d'illustration, photo d'archives, image d'illustration
    de: symbolbild, archivbild, symbolfoto, archivfoto
    es: foto de archivo, imagen de archivo, imagen ilustrativa
    pt: foto de arquivo, imagem de arquivo, imagem ilustrativa, foto ilustrativa
    ru: фото из архива, архивное фото, иллюстративное фото
    zh: 资料图, 资料图片, 資料照片, 示意图, 示意圖
    ar: صورة أرشيفية, أرشيفية
    id: foto ilustrasi, ilustrasi
    it: foto d'archivio, immagine di repertorio
    pl: zdjęcie ilustracyjne, zdjęcie poglądowe
    uk: ілюстративне фото, архівне фото
    ko: 자료사진
    ja: 資料写真
    en: archive image, archive photograph, representative image, representational image, representative photo
    en: representational photo, stock picture, stock photograph, courtesy photo, handout photo, undated photo
    en: symbolic image, screenshot, screen grab, illustration photo, photo for illustration
    en: for illustration purposes only, image for representation
    vi: ảnh tư liệu, hình minh hoạ, ảnh chụp màn hình, ảnh internet, ảnh cắt từ clip, ảnh cắt từ video
    vi: ảnh mang tính minh họa, ảnh: internet, ảnh st, hình ảnh minh họa
    fr: photo prétexte, image d'archives, photo d'archive, image d'archive, capture d'écran, illustration
    fr: photo archives, image prétexte
    de: symbolfoto, themenbild, archiv, beispielbild, symbolbilder, screenshot, archivaufnahme, themenfoto
    es: imagen referencial, foto referencial, imagen de referencia, foto de referencia, imagen de recurso
    es: captura de pantalla, foto ilustrativa, fotografía de archivo, foto cortesía, imagen cortesía, referencial
    pt: foto de divulgação, imagem meramente ilustrativa, divulgação, reprodução, arquivo pessoal, foto: divulgação
    pt: foto divulgação, foto de arquivo pessoal, foto arquivo, imagem de divulgação
    it: foto di repertorio, foto di archivio, immagine d'archivio, immagine di archivio, foto d'archivio
    it: foto archivio, immagine simbolica
    ru: архивное фото, иллюстративное изображение, фото носит иллюстративный характер, скриншот видео, скриншот
    ru: фото из открытых источников, фото иллюстративное, иллюстрация, фото для иллюстрации, кадр из видео
    ru: фото из соцсетей
    uk: фото ілюстративне, фото з відкритих джерел, скриншот, ілюстративне зображення, фото з архіву, ілюстрація
    uk: фото з соцмереж, скриншот з відео
    be: ілюстрацыйнае фота, фота ілюстрацыйнае, архіўнае фота, фота мае ілюстрацыйны характар
    zh: 资料照片, 资料图片, 資料圖片, 資料圖, 資料畫面, 图文无关, 圖文無關, 示意圖片, 网络图片, 網路圖片, 网络图
    zh: 档案照, 檔案照, 档案照片, 檔案照片, 視頻截圖, 视频截图, 翻攝畫面, 配图
    zh: 资料画面, 效果图
    ar: صورة تعبيرية, تعبيرية, صورة توضيحية, صورة من الأرشيف, أرشيف, صورة ارشيفية, من الأرشيف, صورة رمزية
    id: foto ilustrasi, gambar ilustrasi, foto arsip, ilustrasi foto, foto dokumentasi, tangkapan layar
    id: foto: istimewa, istimewa
    ms: gambar hiasan, gambar fail, foto fail, foto hiasan, sekadar hiasan
    tr: arşiv fotoğrafı, temsili fotoğraf, temsili görsel, temsili, arşiv, temsilidir, foto arşiv
    tr: fotoğraf temsilidir, temsili resim
    pl: zdjęcie archiwalne, fotografia ilustracyjna, zdjęcie podglądowe, zrzut ekranu, zdjęcia ilustracyjne
    pl: ilustracja, zdj. ilustracyjne, zdj. poglądowe
    cs: ilustrační foto, ilustrační snímek, ilustrační fotografie, archivní snímek, archivní foto, ilustrační obrázek
    sk: ilustračné foto, ilustračný obrázok, ilustračná snímka, archívne foto, ilustračná fotografia, archívna snímka
    hu: illusztráció, archív fotó, képünk illusztráció, archív, illusztrációs kép, képernyőkép, archív felvétel
    hu: a kép illusztráció
    ro: foto arhivă, imagine ilustrativă, foto cu caracter ilustrativ, imagine cu caracter ilustrativ
    ro: foto ilustrativ, imagine cu rol ilustrativ, foto arhiva, captură video
    bg: архивна снимка, снимка архив, илюстративна снимка, снимката е илюстративна, снимката е архивна, архив
    bg: илюстрация
    el: φωτογραφία αρχείου, φωτό αρχείου, εικόνα αρχείου, αρχείου, φωτο αρχείου
    sr: илустрација, foto ilustracija, ilustracija, архивска фотографија, arhivska fotografija, фото илустрација
    sr: иллустрација, архива, arhiva
    hr: ilustracija, fotografija ilustracija, arhivska fotografija, foto ilustracija, ilustrativna fotografija
    hr: arhiva, foto arhiva
    sl: simbolična fotografija, ilustracija, arhivska fotografija, simbolična slika, arhivski posnetek
    sl: fotografija je simbolična, slika je simbolična
    lt: asociatyvi nuotrauka, asociatyvinė nuotrauka, archyvo nuotrauka, iliustracija, nuotrauka asociatyvi
    lt: asociatyvi nuotr., asociatyvi nuotr
    lv: ilustratīvs foto, ilustratīvs attēls, arhīva foto, attēlam ir ilustratīva nozīme, attēls ir ilustratīvs
    lv: foto ilustratīvs
    et: pilt on illustratiivne, illustratiivne foto, arhiivifoto, illustreeriv foto, foto on illustratiivne
    et: illustratiivne pilt, illustreeriv pilt
    sv: arkivbild, genrebild, illustrationsbild, bilden är en illustration, skärmdump, arkivfoto
    sv: bild från ett tidigare tillfälle
    da: arkivfoto, modelfoto, genrefoto, illustrationsfoto, arkivbillede, genrebillede
    no: illustrasjonsfoto, arkivfoto, illustrasjonsbilde, skjermdump, arkivbilde, arkiv, illustrasjon
    fi: kuvituskuva, arkistokuva, kuvakaappaus, kuva arkistosta, kuvituskuvaa, kuvituskuva.
    is: mynd úr safni, úr safni, myndin er úr safni
    nl: archieffoto, foto ter illustratie, archiefbeeld, ter illustratie, beeld ter illustratie, stockfoto
    nl: stockbeeld, foto ter illustratie.
    he: אילוסטרציה, צילום אילוסטרציה, תמונת אילוסטרציה, ארכיון, תמונה להמחשה, צילום ארכיון, תמונת ארכיון, להמחשה
    fa: عکس آرشیوی, تصویر آرشیوی, عکس تزئینی, عکس تزیینی, آرشیوی, عکس تزئینی است, عکس آرشیو
    hi: फाइल फोटो, प्रतीकात्मक तस्वीर, सांकेतिक तस्वीर, फाइल चित्र, सांकेतिक फोटो, प्रतीकात्मक फोटो, फाइल इमेज, फाइल
    hi: प्रतीकात्मक चित्र
    ur: فائل فوٹو, علامتی تصویر, فائل تصویر
    bn: ফাইল ছবি, প্রতীকী ছবি, ছবি সংগৃহীত, সংগৃহীত ছবি, ছবি: সংগৃহীত, সংগৃহীত, প্রতীকী
    ta: கோப்புப் படம், கோப்பு படம், சித்தரிப்புப் படம், மாதிரிப் படம்
    te: ప్రతీకాత్మక చిత్రం, ఫైల్ ఫోటో
    mr: संग्रहित छायाचित्र, प्रातिनिधिक छायाचित्र, फाइल फोटो, प्रातिनिधिक फोटो, संग्रहित फोटो
    ne: फाइल तस्बिर, प्रतीकात्मक तस्बिर, फाइल फोटो
    th: ภาพประกอบ, แฟ้มภาพ, ภาพประกอบข่าว, ภาพจากแฟ้ม, ภาพประกอบเนื้อหา, ภาพเพื่อประกอบข่าว
    ko: 사진은 기사와 무관, 기사와 관련 없음, 참고사진, 자료 사진, 사진은 기사 내용과 무관, 기사와 무관한 사진
    ko: 자료사진., 이미지 사진, 기사 내용과 관련 없는 사진
    ja: イメージ, 写真はイメージ, 資料, イメージ写真, 写真はイメージです, イメージ画像, 画像はイメージです
    ja: ※写真はイメージ, 写真と本文は関係ありません, ※画像はイメージです
    ka: საილუსტრაციო ფოტო, არქივი
    hy: արխիվային լուսանկար, պատկերազարդ լուսանկար
    az: arxiv, illüstrativ foto, arxiv foto
    kk: архив сурет, көрнекі сурет, иллюстративті сурет, көрнекі фото
    uz: arxiv surati, illyustrativ rasm, иллюстратив сурат, arxiv foto
    sw: picha ya maktaba, picha kutoka maktaba
    ca: imatge d'arxiu, foto d'arxiu, fotografia d'arxiu, captura de pantalla, arxiu
    eu: artxiboko argazkia, artxiboko irudia
    """
)
_KIND = re.compile(alternatives(_KINDS), re.IGNORECASE)


def _kind(line: Line, document: Document) -> Metadata | None:
    return Metadata() if _KIND.fullmatch(line.inner) else None


def _credit(line: Line, document: Document) -> Metadata | None:
    text = line.inner.lstrip("© ")
    is_set_apart = text != line.text or " " in text
    match = _BY.fullmatch(text) or _LABEL.fullmatch(text) or (is_set_apart and _TAKEN.fullmatch(text))
    if not match:
        return None
    name = _second_label(match["value"]).strip("©®().[] ")
    person, slash, agency = name.partition("/")
    # Some papers write themselves small: "Dewi Laut/kabarlaut".
    if not is_name(name) and not (slash and is_person(person.strip()) and _SMALL_NAME.fullmatch(agency.strip())):
        return None
    return Metadata(photo_credit=_agency(name))


def _by_agency(line: Line, document: Document) -> Metadata | None:
    """An agency with a photographer or a ©; alone it may be what the text is about, or its source."""
    text = line.inner.lstrip("© ")
    parts = [part.strip() for part in text.split("/")]
    names = [part for part in parts if not _AGENCY.fullmatch(part)]
    agencies = [match["agency"] for part in parts if (match := _AGENCY.fullmatch(part))]
    if not agencies or len(parts) > _MOST_PARTS or not all(map(is_person, names)):
        return None
    is_photo = bool(re.search(r"photo|via |images", text, re.IGNORECASE)) and len(agencies) > 1
    return Metadata(photo_credit=agencies[-1]) if names or is_photo or "©" in line.text else None


def _second_label(value: str) -> str:
    match = _BY.fullmatch(value) or _LABEL.fullmatch(value)
    return match["value"] if match else value


def _agency(name: str) -> str:
    """Of ``photographer / agency`` the agency: it is what a reader asks for a picture."""
    return name.rpartition("/")[2].strip() or name


def _example(line: str, language: str, credit: str) -> Example:
    return Example(line, language, Metadata(photo_credit=credit))


RULES: tuple[Rule, ...] = (
    Rule(
        id="credit.kind",
        version=1,
        languages=tuple(_KINDS),
        description="Line that only says of a picture that it is from the archive or an illustration.",
        matcher=_kind,
        cues=cues(every(_KINDS)),
        examples=(
            Example("File photo"),
            Example("(Ảnh minh họa)", "vi"),
            Example("Photo d'illustration", "fr"),
            Example("Symbolbild", "de"),
            Example("Foto de archivo", "es"),
            Example("Фото из архива", "ru"),
            Example("资料图", "zh"),
            Example("صورة أرشيفية", "ar"),
            Example("Foto ilustrasi", "id"),
        ),
        counterexamples=keep("File photos in a box", "Photo"),
    ),
    Rule(
        id="credit.photo",
        version=1,
        languages=tuple(_WORDS),
        description="Who made or gave the picture.",
        matcher=_credit,
        cues=cues([*every(_WORDS), *every(_BY_WORDS), "摄", "攝"]),
        examples=(
            _example("Photo: Maria Lind", "en", "Maria Lind"),
            _example("Photo: Northern news agency", "en", "Northern news agency"),
            _example("(Photo by Maria Lind/Northern Press)", "en", "Northern Press"),
            _example("Image courtesy of the Harbour Museum", "en", "the Harbour Museum"),
            _example("Ảnh: Lan Anh", "vi", "Lan Anh"),
            _example("Crédit photo : Marie Tilleul", "fr", "Marie Tilleul"),
            _example("Foto: dpa", "de", "dpa"),
            _example("Fotografía: Marta Olmo", "es", "Marta Olmo"),
            _example("Foto: Rui Faia/Agência do Mar", "pt", "Agência do Mar"),
            _example("Фото: Анна Берёзова", "ru", "Анна Берёзова"),
            _example("图片来源：港口博物馆", "zh", "港口博物馆"),
            _example("（林海 摄）", "zh", "林海"),
            _example("تصوير: مريم سالم", "ar", "مريم سالم"),
            _example("Foto: Dewi Laut", "id", "Dewi Laut"),
            _example("Foto: Dewi Laut/kabarlaut", "id", "kabarlaut"),
            _example("[사진=항구박물관]", "ko", "항구박물관"),
        ),
        counterexamples=keep(
            "Photo: a word that nobody in the village had heard before",
            "Photo: The harbour in winter, before the ice broke up",
            "Photo finish",
            "Picture this: an empty harbour",
            "Image problems trouble the harbour office",
        ),
    ),
    Rule(
        id="credit.agency",
        version=1,
        languages=("*",),
        description="An agency that gives pictures, with the photographer's name or a ©.",
        matcher=_by_agency,
        cues=cues(every(_AGENCIES)),
        examples=(
            _example("Maria Lind/Getty Images", "en", "Getty Images"),
            _example("AP Photo/Maria Lind", "en", "AP"),
            _example("© AFP", "fr", "AFP"),
            _example("(© Shutterstock)", "en", "Shutterstock"),
            _example("© РИА Новости / Анна Берёзова", "ru", "РИА Новости"),
        ),
        counterexamples=keep("Getty Images", "Reuters", "Maria Lind/Anna Berg", "Shutterstock/an archive of pictures"),
    ),
)
