"""Picture credits on a line of their own: ``Photo: Maria Lind``."""

from __future__ import annotations

import re

from ..documents import Metadata
from .document import Document, Line
from .labels import alternatives, label_pattern, words
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
    hu: fotó, kép, forrás
    th: ภาพ, ภาพจาก, ที่มาภาพ
    fa: عکس, تصویر
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
    """
)
_LABEL = label_pattern(_WORDS, r"\s*[:：=]\s*|\s*/\s*(?=[^\W\d])")
_BY = re.compile(rf"(?:{alternatives(_BY_WORDS)})[\s:]+(?P<value>\S.*)", re.IGNORECASE)
_TAKEN = re.compile(r"(?P<value>[\u4e00-\u9fff· /／]{2,20}?)\s?[摄攝](?:影)?")
"""The Chinese way to put the word behind the name, in brackets or set apart: （林海 摄）."""

_AGENCIES = words(
    """
    *: getty images, getty, ap, afp, associated press, reuters, epa, epa-efe, efe, dpa, picture alliance, imago
    *: imago images, shutterstock, istock, istockphoto, alamy, alamy stock photo, adobe stock, unsplash, pixabay, pexels
    *: depositphotos, dreamstime, 123rf, fotolia, keystone, xinhua, zuma press, ansa, lusa, tass, тасс, риа новости
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
    return Metadata(photo_credit=agencies[-1]) if names or "©" in line.text else None


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
