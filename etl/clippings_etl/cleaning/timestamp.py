"""Lines that are nothing but the time of publication: ``07:12 / 03.06.2019``, ``Updated: 3 June 2019``."""

from __future__ import annotations

import re

from ..dates import Date, is_relative, parse
from ..documents import Metadata
from .document import Document, Line, Place
from .labels import alternatives, words
from .rule import Example, Rule, keep

_PUBLISHED = words(
    """
    en: published, published on, published at, first published, first published on, posted, posted on, posted at, date
    en: publication date, date published, released, release date, created, issued on
    vi: đăng ngày, ngày đăng, đăng lúc, xuất bản, ngày xuất bản, đăng, thời gian, ngày
    fr: publié le, publié, publiée le, posté le, mis en ligne le, date, date de publication, par
    de: veröffentlicht am, veröffentlicht, erstellt am, erschienen am, datum, stand, vom
    es: publicado el, publicado, publicada el, fecha, fecha de publicación, creado
    pt: publicado em, publicado, publicada em, postado em, data, criado em
    ru: опубликовано, дата публикации, дата, размещено, добавлено
    zh: 发布时间, 发表时间, 发布日期, 日期, 时间, 發布時間, 發佈時間, 發表時間, 發布, 发布于, 发表于
    ar: بتاريخ, نشر بتاريخ, نشر في, نُشر في, نشر, تاريخ النشر, تم النشر, تم النشر في, التاريخ
    id: diterbitkan, dipublikasikan, tayang, terbit, diposting, tanggal, dipublish
    tr: yayınlanma, yayınlanma tarihi, yayın tarihi, giriş, giriş tarihi, tarih, oluşturulma tarihi
    it: pubblicato il, pubblicato, pubblicata il, data
    ja: 公開, 公開日, 公開日時, 掲載日, 投稿日, 配信, 掲載
    ko: 입력, 기사입력, 등록, 승인, 작성일, 게시, 발행일, 등록일
    hi: प्रकाशित, प्रकाशन तिथि, दिनांक
    pl: opublikowano, data publikacji, data, dodano, publikacja
    uk: опубліковано, дата публікації, дата
    nl: gepubliceerd op, gepubliceerd, geplaatst op, datum
    el: δημοσίευση, δημοσιεύτηκε, ημερομηνία
    """
)
_UPDATED = words(
    """
    en: updated, updated on, updated at, last updated, last updated on, last modified, last modified on, modified
    vi: cập nhật, cập nhật lúc, cập nhật ngày, cập nhật lần cuối, lần cập nhật cuối
    fr: mis à jour le, mise à jour, mise à jour le, modifié le, actualisé le
    de: aktualisiert am, aktualisiert, zuletzt aktualisiert, zuletzt aktualisiert am, geändert am
    es: actualizado el, actualizado a, actualizado, actualizada el, actualizada, última actualización, modificado
    pt: atualizado em, atualizado, atualizada em, última atualização, modificado em
    ru: обновлено, изменено, дата обновления
    zh: 更新时间, 更新時間, 更新, 最后更新, 更新于, 更新日期
    ar: آخر تحديث, تحديث, تم التحديث, تم التحديث في
    id: diperbarui, update, pembaruan, terakhir diperbarui
    tr: güncelleme, güncelleme tarihi, son güncelleme, güncellenme tarihi
    it: aggiornato il, aggiornato, ultimo aggiornamento, ultima modifica
    ja: 更新, 更新日, 更新日時, 最終更新, 最終更新日
    ko: 수정, 최종수정, 업데이트, 기사수정
    hi: अपडेट, अपडेटेड, अंतिम अपडेट
    pl: zaktualizowano, aktualizacja, ostatnia aktualizacja
    uk: оновлено, дата оновлення
    nl: bijgewerkt op, bijgewerkt, laatst bijgewerkt, laatst gewijzigd
    el: ενημέρωση, ενημερώθηκε, τελευταία ενημέρωση
    """
)
_AFTER_LABEL = r"(?!\w)[\s:：.|–—-]*(?P<value>\S.*)"
_PUBLISHED_LINE = re.compile(rf"(?:{alternatives(_PUBLISHED)}){_AFTER_LABEL}", re.IGNORECASE)
_UPDATED_LINE = re.compile(rf"(?:{alternatives(_UPDATED)}){_AFTER_LABEL}", re.IGNORECASE)
_UPDATE_FOLLOWS = re.compile(rf"[\s,;|/•·(–—-]+(?=(?:{alternatives(_UPDATED)})(?!\w))", re.IGNORECASE)

_FRACTION = re.compile(r"\d{1,2}\s?/\s?\d{1,2}")
"""A date without a year, or below a text rather a fraction, a score or a page."""


def _bare(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    first, *later = _UPDATE_FOLLOWS.split(text)
    found = _read(first, document) if all(_is_update(part, document) for part in later) else None
    if found is None or not found.has_day or (line.place is Place.TAIL and _FRACTION.fullmatch(text)):
        return None
    return _metadata(found, text)


def _published(line: Line, document: Document) -> Metadata | None:
    return _labelled(_PUBLISHED_LINE, line.inner, document)


def _updated(line: Line, document: Document) -> Metadata | None:
    return _labelled(_UPDATED_LINE, line.inner, document)


def _relative(line: Line, document: Document) -> Metadata | None:
    text = line.inner
    match = _PUBLISHED_LINE.fullmatch(text) or _UPDATED_LINE.fullmatch(text)
    value = match["value"] if match else text
    return Metadata(published_text=value) if is_relative(value, document.language) else None


def _labelled(label: re.Pattern[str], text: str, document: Document) -> Metadata | None:
    match = label.fullmatch(text)
    if match is None:
        return None
    first, *later = _UPDATE_FOLLOWS.split(match["value"])
    if not all(_is_update(part, document) for part in later):
        return None
    value = first.rstrip(" )]|")
    found = _read(value, document)
    return _metadata(found, value) if found else None


def _is_update(text: str, document: Document) -> bool:
    match = _UPDATED_LINE.fullmatch(text)
    return bool(match and is_relative(match["value"], document.language)) or bool(
        _labelled(_UPDATED_LINE, text, document)
    )


def _read(text: str, document: Document) -> Date | None:
    """The date in the document's language, or in whichever language its words are."""
    return parse(text, document.language) or parse(text)


def _metadata(found: Date, text: str) -> Metadata:
    return Metadata(published=found.iso, published_text=text)


def _example(line: str, language: str, published: str | None, written: str | None = None) -> Example:
    return Example(line, language, Metadata(published=published, published_text=written or line))


_ARTICLE = "Harbour opens again\n\nThe ferry will sail again from next week, the harbour office said on Monday."

RULES: tuple[Rule, ...] = (
    Rule(
        id="timestamp.published",
        version=1,
        languages=tuple(_PUBLISHED),
        description="A date of publication with its label.",
        matcher=_published,
        examples=(
            _example(
                "Publicado: lunes, 3 de junio de 2019 7:12 a. m.",
                "es",
                "2019-06-03T07:12",
                "lunes, 3 de junio de 2019 7:12 a. m.",
            ),
            _example("Published: 3 June 2019, 7:12 AM", "en", "2019-06-03T07:12", "3 June 2019, 7:12 AM"),
            _example("Posted on June 3, 2019", "en", "2019-06-03", "June 3, 2019"),
            _example("Published 3 June 2019 | Updated 4 June 2019", "en", "2019-06-03", "3 June 2019"),
            _example("Ngày đăng: 03/06/2019 07:12", "vi", "2019-06-03T07:12", "03/06/2019 07:12"),
            _example("Publié le 3 juin 2019 à 7h12", "fr", "2019-06-03T07:12", "3 juin 2019 à 7h12"),
            _example("Stand: 03.06.2019, 07:12 Uhr", "de", "2019-06-03T07:12", "03.06.2019, 07:12 Uhr"),
            _example("Publicado el 3 de junio de 2019", "es", "2019-06-03", "3 de junio de 2019"),
            _example("Publicado em 03/06/2019 às 07h12", "pt", "2019-06-03T07:12", "03/06/2019 às 07h12"),
            _example("Опубликовано: 3 июня 2019 г. в 07:12", "ru", "2019-06-03T07:12", "3 июня 2019 г. в 07:12"),
            _example("发布时间：2019-06-03 07:12", "zh", "2019-06-03T07:12", "2019-06-03 07:12"),
            _example("تاريخ النشر: 3 يونيو 2019", "ar", "2019-06-03", "3 يونيو 2019"),
            _example("Tayang: 3 Juni 2019 07:12 WIB", "id", "2019-06-03T07:12", "3 Juni 2019 07:12 WIB"),
        ),
        counterexamples=keep(
            "Published in spring by a small press",
            "Date of birth: unknown",
            "Posted: no trespassing",
            "Published: 32/13/2019",
        ),
        overrides=("announced", "chronicle", "sentence"),  # "a. m." ends no sentence
    ),
    Rule(
        id="timestamp.bare",
        version=1,
        languages=("*",),
        description="A date, with or without the time of day, alone above or below the text.",
        matcher=_bare,
        examples=(
            _example("07:12 / 03.06.2019", "en", "2019-06-03T07:12"),
            _example("Monday, June 3, 2019 7:12 PM EDT", "en", "2019-06-03T19:12"),
            _example("03/06/2019", "en", "2019"),
            _example("3 June 2019 - Updated 4 June 2019", "en", "2019-06-03"),
            Example("3/6", "vi", Metadata(published_text="3/6"), f"3/6\n\n{_ARTICLE}"),
            _example("3 Juni 2019 07.12", "id", "2019-06-03T07:12"),
            _example("07:12, Thứ Hai, 03/06/2019 (GMT+7)", "vi", "2019-06-03T07:12"),
            _example("03/06/2019 07h12 Atualizado há 2 dias", "pt", "2019-06-03T07:12"),
            _example("Thứ Hai, 03/06/2019, 07:12 (GMT+7)", "vi", "2019-06-03T07:12"),
            _example("3 juin 2019 - 7h12", "fr", "2019-06-03T07:12"),
            _example("3. Juni 2019, 7.12 Uhr", "de", "2019-06-03T07:12"),
            _example("3 de junio de 2019, 7:12 h", "es", "2019-06-03T07:12"),
            _example("lunes, 3 de junio de 2019 7:12 a. m.", "es", "2019-06-03T07:12"),
            _example("3 de junho de 2019", "pt", "2019-06-03"),
            _example("3 июня 2019, 07:12", "ru", "2019-06-03T07:12"),
            _example("2019年6月3日 下午7:12", "zh", "2019-06-03T19:12"),
            _example("٣ يونيو ٢٠١٩", "ar", "2019-06-03"),
            _example("Senin, 3 Jun 2019 07:12 WIB", "id", "2019-06-03T07:12"),
            _example("2019. 6. 3. 오후 7:12", "ko", "2019-06-03T19:12"),
        ),
        counterexamples=(
            *keep("1987", "June 2019", "32/13/2019", "3–1", "Monday", "3 June 2019 was a cold day", "7:12"),
            Example("1/2", document=f"{_ARTICLE}\n\n1/2"),
        ),
        places=(Place.HEAD, Place.TAIL),
        overrides=("sentence",),
    ),
    Rule(
        id="timestamp.updated",
        version=1,
        languages=tuple(_UPDATED),
        description="A date of the last change with its label.",
        matcher=_updated,
        examples=(
            _example("Last updated: 3 June 2019", "en", "2019-06-03", "3 June 2019"),
            _example("Cập nhật: 03/06/2019 07:12", "vi", "2019-06-03T07:12", "03/06/2019 07:12"),
            _example("Mis à jour le 3 juin 2019", "fr", "2019-06-03", "3 juin 2019"),
            _example("Aktualisiert am 3. Juni 2019", "de", "2019-06-03", "3. Juni 2019"),
            _example("Actualizado el 3 de junio de 2019", "es", "2019-06-03", "3 de junio de 2019"),
            _example("Atualizado em 3 de junho de 2019", "pt", "2019-06-03", "3 de junho de 2019"),
            _example("Обновлено: 03.06.2019", "ru", "2019-06-03", "03.06.2019"),
            _example("更新时间：2019年6月3日", "zh", "2019-06-03", "2019年6月3日"),
            _example("آخر تحديث: 3 يونيو 2019", "ar", "2019-06-03", "3 يونيو 2019"),
            _example("Diperbarui: 3 Juni 2019", "id", "2019-06-03", "3 Juni 2019"),
        ),
        counterexamples=keep("Updated maps hang in the harbour office", "Updated: a list of ferries"),
        overrides=("announced", "chronicle", "sentence"),  # "a. m." ends no sentence
    ),
    Rule(
        id="timestamp.relative",
        version=1,
        languages=("*",),
        description="A time of publication counted back from now, which names no date.",
        matcher=_relative,
        examples=(
            _example("2 hours ago", "en", None),
            _example("Updated 5 minutes ago", "en", None, "5 minutes ago"),
            _example("3 giờ trước", "vi", None),
            _example("il y a 3 heures", "fr", None),
            _example("vor 3 Stunden", "de", None),
            _example("hace 3 horas", "es", None),
            _example("há 3 horas", "pt", None),
            _example("3 часа назад", "ru", None),
            _example("3小时前", "zh", None),
            _example("منذ 3 ساعات", "ar", None),
            _example("3 jam yang lalu", "id", None),
            _example("Yesterday at 7:12 AM", "en", None),
            _example("Gestern, 07:12 Uhr", "de", None),
        ),
        counterexamples=keep("Two hours ago the ferry left", "3 hours", "Yesterday", "Today"),
        places=(Place.HEAD, Place.TAIL),
    ),
)
