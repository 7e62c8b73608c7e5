"""Lines that are nothing but the time of publication: ``07:12 / 03.06.2019``, ``Updated: 3 June 2019``."""

from __future__ import annotations

import re

from ..dates import Date, is_relative, parse
from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place
from .labels import alternatives, every, words
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
    en: publish date, story published, article published, first posted, filed, created on, uploaded, uploaded on
    en: date posted, time, release time, broadcast, aired
    vi: cập nhật ngày, ngày xuất bản, thời gian đăng, ngày cập nhật
    fr: publication, créé le, paru le, écrit le, diffusé le, article publié le, mis en ligne, rédigé le, parution, le
    de: erstellt, erschienen, online seit, publiziert, publiziert am, veröffentlichung, veröffentlichungsdatum
    de: datum der veröffentlichung, vom
    es: publicada, creada el, publicación, fecha y hora, publicado a las
    pt: publicação, publicada, data da publicação, criado, data de publicação, publicado a, publicado dia
    it: pubblicata, creato il, data pubblicazione, data di pubblicazione, pubblicazione, scritto il
    nl: geplaatst, publicatiedatum, gepubliceerd, verschenen op
    sv: publicerad, publicerat, publicerades, publicerad den, datum, skapad, publiceringsdatum
    da: udgivet, offentliggjort, publiceret, oprettet, dato, udgivet den, bragt, lagt online
    no: publisert, lagt ut, dato, opprettet, publisert den
    fi: julkaistu, luotu, päivämäärä, pvm, julkaisuaika, julkaistiin
    is: birt, birt þann, birtist, dagsetning
    pl: data dodania, opublikowany, opublikowana, utworzono, data utworzenia, data wydania, publikacja
    cs: publikováno, vydáno, zveřejněno, datum, vytvořeno, datum vydání, publikace
    sk: publikované, vydané, zverejnené, dátum, vytvorené, pridané
    hu: megjelent, közzétéve, dátum, publikálva, létrehozva, megjelenés, feltöltve
    ro: publicat, publicat la, publicat pe, publicată, data, data publicării, postat, postat la, publicat în, creat
    ro: publicat luni, postat pe
    bg: публикувано, публикувано на, публикувана на, дата, публикация, качено, публикувана, добавено, публикуван
    el: δημοσιεύθηκε, δημοσιεύτηκε στις, δημοσιεύθηκε στις, ημ δημοσίευσης, ημερομηνία δημοσίευσης, ημ/νία, ανάρτηση
    el: αναρτήθηκε
    sr: објављено, датум, постављено, објављено дана, objavljeno, datum, postavljeno, vreme, време
    hr: objavljeno, datum, datum objave, objava, vrijeme objave
    sl: objavljeno, datum, datum objave, objava, čas objave
    ru: опубликована, опубликован, время публикации, дата создания, создано, добавлена, дата выхода, выпуск
    ru: публикация
    uk: опублікована, опублікована о, дата створення, розміщено, додано, час публікації, публікація, створено
    be: апублікавана, дата публікацыі, дата, размешчана
    lt: paskelbta, publikuota, data, įkelta, sukurta, publikavimo data, publikuojama
    lv: publicēts, datums, publicēta, publicēšanas datums, ievietots
    et: avaldatud, kuupäev, loodud, lisatud, ilmunud
    tr: yayın, yayımlanma, yayımlanma tarihi, eklenme, eklenme tarihi, haber tarihi, oluşturulma, yayınlandı
    tr: yayın tarihi ve saati, yayın zamanı, ilk yayın
    az: dərc edilib, tarix, yayımlanıb, dərc olunub, yerləşdirilib, dərc tarixi
    kk: жарияланған, жарияланды, күні, жариялану күні, жарияланған күні
    uz: e'lon qilingan, sana, joylandi, chop etilgan, эълон қилинган, сана, e'lon qilindi, chop etilgan sana
    uz: joylashtirilgan
    ka: გამოქვეყნდა, გამოქვეყნებულია, თარიღი
    hy: հրապարակվել է, հրապարակված է, ամսաթիվ, հրապարակում
    ar: نشر يوم, تم النشر بتاريخ, تاريخ نشر, تاريخ الإضافة, أضيف بتاريخ, أضيف في, نُشر, نُشر بتاريخ, نشرت في
    ar: وقت النشر, كتب في, تحريرا في, تاريخ الخبر, حرر في, حرر بتاريخ, تاريخ الانشاء, نشرت
    fa: تاریخ انتشار, انتشار, تاریخ, منتشر شده, منتشر شده در, زمان انتشار, تاریخ خبر, تاریخ درج, ارسال شده در
    fa: تاریخ مخابره
    he: פורסם, פורסם בתאריך, פורסם ב, תאריך, תאריך פרסום, פורסם לראשונה, עלה לאתר, פורסמה
    ur: شائع, تاریخ اشاعت, شائع شدہ, اشاعت, تاریخ, شائع ہوا
    hi: प्रकाशन, प्रकाशित तिथि, प्रकाशित तारीख, पब्लिश, पब्लिश्ड, पोस्ट, तारीख, published, प्रकाशन की तारीख
    hi: publish date, प्रकाशित किया गया
    bn: প্রকাশ, প্রকাশিত, প্রকাশের সময়, প্রকাশকাল, প্রকাশের তারিখ, তারিখ, আপলোড সময়, প্রকাশ:, প্রকাশিত হয়েছে
    bn: প্রকাশ হয়েছে
    ta: வெளியிடப்பட்டது, பதிவு செய்த நாள், தேதி, வெளியீடு, பதிவு, வெளியான தேதி, பிரசுரிக்கப்பட்டது
    te: ప్రచురణ, ప్రచురణ తేదీ, తేదీ, ప్రచురించబడింది, పోస్ట్ చేసిన తేదీ
    mr: प्रकाशित, प्रकाशन तारीख, दिनांक, तारीख
    ne: प्रकाशित, प्रकाशित मिति, मिति, प्रकाशन मिति
    si: පළ කළ දිනය, දිනය, ප්‍රකාශිත
    th: เผยแพร่, เผยแพร่เมื่อ, วันที่, โพสต์เมื่อ, เผยแพร่วันที่, วันที่เผยแพร่, ลงวันที่, โพสเมื่อ, เผยแพร่ครั้งแรก
    th: สร้างเมื่อ
    lo: ວັນທີ, ເຜີຍແຜ່, ເຜີຍແຜ່ວັນທີ
    km: ថ្ងៃ, ចេញផ្សាយ, ផ្សាយថ្ងៃទី, ថ្ងៃទី, បង្ហោះ, ចុះផ្សាយ
    my: ထုတ်ဝေသည့်ရက်, ရက်စွဲ, ထုတ်ပြန်သည့်ရက်
    id: dipublikasikan pada, diterbitkan pada, terbit pada, dimuat, diunggah, dibuat, waktu, tayang pada
    id: tanggal terbit, diposting pada, diupload, rilis
    ms: diterbitkan, diterbitkan pada, tarikh, disiarkan, disiarkan pada, tarikh terbit, tarikh siaran, kemaskini
    tl: inilathala, inilathala noong, petsa, nai-post, nailathala, nailathala noong
    sw: imechapishwa, tarehe, iliyochapishwa, limechapishwa, ilichapishwa
    am: የታተመበት ቀን, ቀን, የታተመ
    zh: 发布日期, 发布时间为, 时间, 发稿时间, 日期时间, 刊登日期, 出版日期, 文章日期, 上传时间, 发表日期, 發布日期
    zh: 發稿時間, 發表日期, 刊出, 創建時間, 录入时间, 添加时间, 发文时间
    zh: 發佈日期, 發佈於, 發布於, 更新時間為, 首播, 上架時間, 新聞日期, 編輯時間
    ja: 配信日時, 配信日, 投稿日時, 公開日, 作成日, 日付, 掲載日時, 発表日, 登録日, 日時, 初出
    ko: 입력시간, 입력일, 기사 입력, 기사입력시간, 승인시간, 등록시간, 등록일시, 게재, 발행, 최초입력, 작성, 송고
    ko: 송고시간, 보도, 기사등록, 게시일, 작성시간, 날짜, 입력일시, 게재일자
    ko: 최초 입력
    ca: publicat el, publicat, publicada el, data, data de publicació, creat el
    eu: argitaratua, argitaratze data, data, argitaratuta
    gl: publicado o, publicado, publicado en, data, data de publicación
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
    en: last update, update, edited, edited on, revised, last revised, last edited, date modified, date updated
    en: last reviewed, modified on, this article was last updated on, page last updated, changed
    vi: lần sửa cuối, chỉnh sửa, chỉnh sửa lần cuối, sửa lần cuối, cập nhật cuối, cập nhật mới nhất
    fr: mis à jour, mise à jour du, modifié, dernière mise à jour, dernière mise à jour le, dernière modification
    fr: actualisé, dernière modification le, mis à jour à
    de: letzte aktualisierung, update, letztes update, geändert, zuletzt bearbeitet, zuletzt geändert
    de: letzte änderung, bearbeitet am, zuletzt geändert am, aktualisierung, aktualisiert um
    de: stand der aktualisierung, zuletzt aktualisiert um
    es: actualizado a las, modificado el, última modificación, última actualización el, actualizada a las, editado
    es: fecha de actualización, act, actualización
    pt: atualizada, actualizado em, actualizado, última modificação, última atualização em, modificado, editado em
    pt: atualizado às, atualização, atualizado a
    it: modificato il, modificato, aggiornamento, aggiornata il, ultimo aggiornamento il, aggiornato alle, modifica
    it: data aggiornamento, aggiornata
    nl: laatste update, gewijzigd, gewijzigd op, update, aangepast, aangepast op, laatst bijgewerkt op
    nl: bijgewerkt om, laatste wijziging
    sv: uppdaterad, uppdaterat, senast uppdaterad, ändrad, senast ändrad, uppdaterades, uppdaterad den, redigerad
    da: opdateret, sidst opdateret, senest opdateret, ændret, sidst ændret, redigeret, opdateret den
    no: oppdatert, sist oppdatert, endret, sist endret, redigert, oppdatert den
    fi: päivitetty, viimeksi päivitetty, muokattu, viimeksi muokattu, päivitetty viimeksi, päivitys
    is: uppfært, síðast uppfært, breytt, uppfærð
    pl: ostatnia modyfikacja, zmodyfikowano, data aktualizacji, zaktualizowany, modyfikacja, zmieniono, edytowano
    pl: aktualizowano
    cs: aktualizováno, aktualizace, upraveno, naposledy aktualizováno, poslední aktualizace, poslední změna, změněno
    cs: aktualizovaný, naposledy upraveno
    sk: aktualizované, aktualizácia, upravené, naposledy aktualizované, posledná aktualizácia, posledná zmena, zmenené
    hu: frissítve, frissítés, módosítva, utolsó frissítés, utoljára frissítve, frissült, módosítás, utolsó módosítás
    ro: actualizat, actualizat la, actualizat pe, ultima actualizare, actualizare, modificat, modificat la
    ro: actualizată
    bg: обновено, обновена, актуализирано, последна промяна, обновено на, последна актуализация, последно обновяване
    bg: променена на, редактирано
    el: ενημερώθηκε στις, τελευταία τροποποίηση, ανανεώθηκε, επικαιροποίηση, τροποποιήθηκε, τελ ενημέρωση
    el: ενημερωμένο, τελευταία ανανέωση
    sr: ажурирано, измењено, последња измена, ažurirano, izmenjeno, poslednja izmena, последње ажурирање
    sr: poslednje ažuriranje
    hr: ažurirano, izmijenjeno, zadnja izmjena, zadnje ažuriranje, posljednja izmjena, osvježeno, dopunjeno
    hr: posljednje ažuriranje
    sl: posodobljeno, spremenjeno, zadnja sprememba, zadnja posodobitev, osveženo, dopolnjeno, zadnjič posodobljeno
    ru: обновлена, последнее обновление, дата изменения, изменена, отредактировано, обновление, дополнено, обновлён
    ru: обновлен, последнее изменение
    uk: оновлена, останнє оновлення, змінено, дата зміни, оновлення, відредаговано, доповнено
    be: абноўлена, дата абнаўлення, зменена, апошняе абнаўленне
    lt: atnaujinta, atnaujinimas, paskutinį kartą atnaujinta, papildyta, redaguota, pakeista, atnaujintas
    lv: atjaunots, atjaunināts, labots, pēdējās izmaiņas, atjaunota, papildināts, pēdējo reizi atjaunots
    et: uuendatud, muudetud, viimati uuendatud, viimati muudetud, täiendatud, uuendatud kell
    tr: güncellendi, güncellenme, son güncellenme, son güncelleme tarihi, son değişiklik, düzenlenme
    tr: güncelleme zamanı
    az: yenilənib, yeniləndi, son yenilənmə, dəyişdirilib, yenilənmə
    kk: жаңартылған, жаңартылды, соңғы жаңарту, өзгертілген
    uz: yangilangan, yangilandi, oxirgi yangilanish, янгиланган, o'zgartirilgan, so'nggi yangilanish
    ka: განახლდა, განახლებულია, ბოლო განახლება
    hy: թարմացվել է, թարմացված է, վերջին թարմացում
    ar: تم التحديث بتاريخ, آخر تحديث في, آخر تعديل, عُدل في, تم التعديل, تعديل, حدث في, حُدّث في, اخر تحديث
    ar: تم تحديثه, آخر تحديث:
    fa: به‌روزرسانی, به روز رسانی, آخرین به‌روزرسانی, آخرین بروزرسانی, بروزرسانی, ویرایش, به روز شده, به‌روز شده در
    fa: آخرین به روز رسانی
    he: עודכן, עודכן לאחרונה, עדכון אחרון, עודכן בתאריך, עודכן ב, עודכנה
    ur: اپ ڈیٹ, آخری اپ ڈیٹ, تازہ کاری, اپ ڈیٹ شدہ
    hi: अद्यतन, अपडेट किया गया, अंतिम बार अपडेट, संशोधित, आखिरी अपडेट, अपडेट:, last updated
    bn: আপডেট, হালনাগাদ, সর্বশেষ আপডেট, আপডেটেড, আপডেটের সময়, সর্বশেষ হালনাগাদ
    ta: புதுப்பிக்கப்பட்டது, கடைசியாக புதுப்பிக்கப்பட்டது, அப்டேட், மாற்றம் செய்த நாள்
    te: నవీకరించబడింది, అప్‌డేట్, చివరి అప్‌డేట్, అప్డేట్
    mr: अद्ययावत, अपडेट, शेवटचे अपडेट, अद्यतनित
    ne: अद्यावधिक, अपडेट, अन्तिम अपडेट
    th: อัปเดต, อัปเดตเมื่อ, อัพเดท, ปรับปรุงล่าสุด, แก้ไขล่าสุด, อัปเดตล่าสุด, อัพเดต, ปรับปรุงเมื่อ, อัพเดตล่าสุด
    id: diperbarui pada, diupdate, terakhir diupdate, pembaruan terakhir, disunting, diubah, diperbaharui
    id: update terakhir, terakhir diubah
    ms: dikemas kini, dikemaskini, kemas kini, kemaskini, dikemas kini pada, terakhir dikemas kini, kemaskini terakhir
    tl: na-update, huling na-update, in-update
    sw: imesasishwa, imesahihishwa, ilisasishwa, ilisasishwa mwisho
    zh: 最近更新, 最后更新时间, 最後更新, 更新於, 更新时间为, 修改时间, 最近一次更新, 最後更新時間, 修订时间, 更新日
    zh: 编辑于
    ja: 最終更新日時, 改訂, 修正, 更新日, 最終更新日, 再更新
    ko: 기사수정, 수정시간, 수정일, 최종 수정, 최종업데이트, 업데이트 일시, 최종수정시간, 갱신, 최종 업데이트
    ca: actualitzat, actualitzat el, actualitzat a les, última actualització, modificat el, modificat
    eu: eguneratua, eguneratuta, azken eguneratzea
    gl: actualizado, actualizado o, última actualización, modificado
    """
)
_AFTER_LABEL = r"(?!\w)[\s:：.|–—՝-]*(?P<value>\S.*)"
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
        cues=cues(every(_PUBLISHED)),
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
        cues=cues(digit=True),
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
        cues=cues(every(_UPDATED)),
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
