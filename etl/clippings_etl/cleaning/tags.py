"""Keywords and sections: ``Tags: libraries, trams``, ``Filed under: News``, ``#library #trams``."""

from __future__ import annotations

import re

from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place
from .labels import every, label_pattern, words
from .rule import Example, Rule, keep

_TAGS = words(
    """
    en: tags, tag, keywords, key words, topics, related topics, filed under, filed in, posted in, posted under
    en: tagged, tagged with, tagged as, more on, categories, hashtags, explore more on these topics
    en: topics in this article, find more
    vi: từ khóa, từ khoá, tag, tags, thẻ, chủ đề, chuyên mục, hashtag, từ khóa liên quan
    fr: mots-clés, mots clés, mot-clé, mots clefs, tags, étiquettes, thèmes, sujets, classé dans, rubriques
    fr: thématiques, thématique, tag, publié dans, étiqueté
    de: schlagworte, schlagwörter, schlagwort, stichworte, stichwörter, tags, themen, mehr zu den themen
    de: themen in diesem artikel, kategorien, verschlagwortet mit, themen des artikels, tag, veröffentlicht unter
    es: etiquetas, etiqueta, palabras clave, temas, temas relacionados, archivado en, más sobre, tags, tag
    es: temáticas, categorías, publicado en, etiquetado, más información sobre, en este artículo
    pt: etiquetas, palavras-chave, palavras chave, tags, tag, temas, tópicos, assuntos, assuntos relacionados
    pt: marcadores, mais sobre, tópicos relacionados, publicado em, categorias, arquivado em
    it: tag, tags, parole chiave, etichette, argomenti, temi, argomenti trattati, categorie, pubblicato in
    it: archiviato in, leggi altri articoli di
    nl: tags, tag, trefwoorden, trefwoord, onderwerpen, onderwerp, labels, categorieën, geplaatst in, meer over
    sv: taggar, etiketter, ämnen, nyckelord, läs mer om, ämnen i artikeln, kategorier, mer om
    da: tags, emner, emneord, nøgleord, mere om, kategorier
    no: emneord, stikkord, tagger, nøkkelord, mer om, emner, tags, kategorier
    fi: avainsanat, asiasanat, aiheet, tunnisteet, tagit, lisää aiheesta, avainsana
    is: efnisorð, merki, lykilorð
    pl: tagi, tag, słowa kluczowe, tematy, więcej na temat, temat, powiązane tematy, kategorie, hasła, etykiety
    cs: tagy, štítky, klíčová slova, témata, témata článku, téma, více o tématu, rubriky, související témata
    sk: tagy, štítky, kľúčové slová, témy, súvisiace témy, viac o téme
    hu: címkék, kulcsszavak, címke, tag-ek, témák, tagek, kapcsolódó témák
    ro: etichete, taguri, tag-uri, cuvinte cheie, cuvinte-cheie, subiecte, etichetă, tags, mai multe despre
    bg: тагове, етикети, ключови думи, теми, още по темата, таг
    el: ετικέτες, ετικέτα, λέξεις-κλειδιά, λέξεις κλειδιά, θέματα, θεματικές, tags, tag
    sr: тагови, таг, кључне речи, ознаке, теме, tagovi, tag, ključne reči, oznake, teme, više o
    hr: tagovi, ključne riječi, oznake, teme, tag, više o
    sl: oznake, ključne besede, značke, teme, tagi
    ru: теги, тэги, тег, тэг, метки, ключевые слова, темы, сюжет, сюжеты, рубрики, хештеги, хэштеги, ещё на тему
    ru: по темам, персоны
    uk: теги, тег, мітки, ключові слова, теми, хештеги, теґи, рубрики
    be: тэгі, тэг, ключавыя словы, тэмы, меткі
    lt: žymos, raktažodžiai, temos, žymės, raktiniai žodžiai
    lv: birkas, atslēgvārdi, tēmas, tagi, iezīmes
    et: märksõnad, sildid, teemad, võtmesõnad, märksõna
    tr: etiketler, etiket, anahtar kelimeler, konular, ilgili konular, kategoriler, etiketlendi
    az: etiketlər, açar sözlər, teqlər, mövzular, tags, xəbər lenti
    kk: тегтер, тэгтер, кілт сөздер, тақырыптар, тег
    uz: teglar, kalit so'zlar, kalit so‘zlar, mavzular, теглар, калит сўзлар
    ka: თეგები, ტეგები, საკვანძო სიტყვები, თემები, თეგი
    hy: պիտակներ, թեգեր, հիմնաբառեր, թեմաներ, բանալի բառեր
    ar: الكلمات المفتاحية, كلمات مفتاحية, الوسوم, وسوم, كلمات دلالية, الكلمات الدلالية, الكلمات الدالة, كلمات دالة
    ar: مواضيع, تاغ, العلامات, كلمات البحث, تصنيفات, المواضيع
    fa: برچسب ها, برچسب‌ها, برچسبها, برچسب, کلیدواژه, کلیدواژه ها, کلید واژه ها, کلیدواژه‌ها, واژه های کلیدی, تگ ها
    fa: موضوعات, کلمات کلیدی, تگ‌ها, موضوعات مرتبط
    he: תגיות, תגית, מילות מפתח, נושאים, תגים, עוד בנושא
    ur: ٹیگز, ٹیگ, کلیدی الفاظ, موضوعات
    hi: टैग, टैग्स, कीवर्ड, विषय, संबंधित विषय, tags, टॉपिक
    bn: ট্যাগ, ট্যাগস, ট্যাগসমূহ, কীওয়ার্ড, বিষয়, বিষয়:, বিষয়সমূহ, আরও পড়ুন বিষয়ে, সম্পর্কিত বিষয়
    ta: குறிச்சொற்கள், டேக்ஸ், குறிச்சொல், tags
    te: ట్యాగ్‌లు, ట్యాగ్స్, టాగ్లు, కీవర్డ్స్
    mr: टॅग्स, टॅग, विषय, टॅग्ज
    ne: ट्याग, ट्यागहरू, विषय, ट्याग्स
    si: ටැග්, මූල පද
    th: แท็ก, แท็ค, คำค้น, คำสำคัญ, แท็กที่เกี่ยวข้อง, ป้ายกำกับ, คีย์เวิร์ด, หัวข้อ, tag
    lo: ແທັກ, ຄຳສຳຄັນ
    km: ស្លាក, ពាក្យគន្លឹះ, ប្រធានបទ
    my: တဂ်များ, သော့ချက်စာလုံးများ
    id: tag, tags, kata kunci, topik, topik terkait, kategori, label, topik pilihan, tag terkait, hashtag
    ms: tag, kata kunci, topik, topik berkaitan, label, kategori
    tl: mga tag, mga paksa, mga keyword
    sw: lebo, tagi, mada, maneno muhimu
    am: መለያዎች, ቁልፍ ቃላት
    zh: 标签, 標籤, 关键词, 關鍵字, 关键字, 關鍵詞, 话题, 相关标签, 分类, 热词, 相關標籤, 文章标签, 责编标签, tag
    zh: 分類, 相关话题, 主题词, 所属分类, 標記
    ja: タグ, キーワード, カテゴリ, カテゴリー, 関連キーワード, 関連タグ, 関連トピック, トピックス, ハッシュタグ
    ja: 記事のタグ
    ko: 태그, 키워드, 관련키워드, 관련 키워드, 해시태그, 주제어, 관련태그
    ca: etiquetes, paraules clau, temes, arxivat a, més informació sobre, tags, etiquetat
    eu: etiketak, gako-hitzak, gaiak, hitz gakoak
    gl: etiquetas, palabras clave, temas, máis sobre, arquivado en
    """
)
_LABEL = label_pattern(_TAGS)
_HASHTAG = re.compile(r"[#＃][^\s#＃,，、]{2,60}")
_PARTS = re.compile(r"[,，、،;；|/•·#]| - ")
_MOST_WORDS = 4
_LONGEST = 300


def _label(line: Line, document: Document) -> Metadata | None:
    """Listed keywords; of one alone only below or above the text, since a word may be explained so."""
    match = _LABEL.fullmatch(line.inner)
    if match is None:
        return None
    parts = [part for part in _PARTS.split(match["value"].strip(" .")) if part.strip()]
    if not parts or any(len(part.split()) > _MOST_WORDS + 2 or len(part) > 60 for part in parts):
        return None
    # A word that is explained is followed by more than a few words.
    if len(parts) == 1 and (line.place is Place.BODY or len(parts[0].split()) > _MOST_WORDS):
        return None
    return Metadata() if match["value"].rstrip()[-1:] not in "!?" else None


def _hashtags(line: Line, document: Document) -> Metadata | None:
    tags = _HASHTAG.findall(line.text)
    left = _HASHTAG.sub("", line.text).strip(" ,，、|•·")
    if not tags or left or (len(tags) == 1 and line.place is Place.BODY):
        return None
    return Metadata() if any(not tag[1:].isdigit() for tag in tags) else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="tags.label",
        version=1,
        languages=tuple(_TAGS),
        description="Keywords or sections behind their label.",
        matcher=_label,
        cues=cues(every(_TAGS)),
        examples=(
            Example("Tags: libraries, trams, city council"),
            Example("Filed under: News, Local"),
            Example("Từ khóa: bến cảng, phà", "vi"),
            Example("Mots-clés : port, bac", "fr"),
            Example("Schlagwörter: Hafen, Fähre", "de"),
            Example("Etiquetas: puerto, transbordador", "es"),
            Example("Palavras-chave: porto, balsa", "pt"),
            Example("Теги: порт, паром", "ru"),
            Example("标签：港口、渡轮", "zh"),
            Example("الكلمات المفتاحية: ميناء، عبارة", "ar"),
            Example("Tag: pelabuhan, feri", "id"),
            Example("Etiketler: liman, feribot", "tr"),
            Example("タグ：港、フェリー", "ja"),
            Example("태그: 항구, 여객선", "ko"),
        ),
        counterexamples=keep(
            "Tag: a game in which one child chases all the others",
            "Topics: the harbour office did not want to talk about any of them",
            "Tags for cattle become a duty",
        ),
        max_length=_LONGEST,
        overrides=("announced", "headline", "sentence"),
    ),
    Rule(
        id="tags.hashtags",
        version=1,
        languages=("*",),
        description="Nothing but hashtags.",
        matcher=_hashtags,
        cues=cues(signs="#"),
        examples=(
            Example("#harbour #ferry #islands"),
            Example("#bếncảng #phà", "vi"),
            Example("#порт #паром", "ru"),
            Example("#港口 #渡轮", "zh"),
        ),
        counterexamples=keep("#1", "We are #1 in the harbour", "# Harbour"),
        max_length=_LONGEST,
        overrides=("announced", "sentence"),
    ),
)
