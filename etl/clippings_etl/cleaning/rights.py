"""Copyright lines and what they forbid: ``© 2024 Harbour Gazette. All rights reserved.``"""

from __future__ import annotations

import re

from ..documents import Metadata
from .cues import cues
from .document import Document, Line, Place
from .labels import alternatives, every, words
from .phrases import Phrases
from .rule import Example, Rule, keep

_NOTES = words(
    """
    en: all rights reserved, all right reserved, no rights reserved, some rights reserved, may not be reproduced
    en: not be published broadcast rewritten, may not be published broadcast, without prior written permission
    en: without the prior written permission, without the express written permission
    en: reproduction in whole or in part, reproduction prohibited, reproduction without permission
    en: no part of this publication, no part of this article, no part of this site, republish this article
    en: republish our articles, under a creative commons, creative commons license, creative commons licence
    en: copyright notice, distributed by tribune, distributed by content agency, this material may not
    en: copyright of this article, reprinted with permission, reproduced with permission, republishing our content
    en: this article is republished from, published under license
    vi: giữ bản quyền, bản quyền thuộc về, giữ toàn quyền, cấm sao chép, nghiêm cấm sao chép
    vi: phát hành lại thông tin, khi sử dụng lại thông tin, khi phát hành lại, cấm mọi hình thức sao chép
    vi: mọi hành vi sao chép, bảo lưu mọi quyền, chỉ được phát hành lại, tất cả các quyền được bảo lưu
    vi: toàn quyền giữ bản quyền, không được phát hành lại, sao chép dưới mọi hình thức, bản quyền của
    vi: đã đăng ký bản quyền, vui lòng ghi nguồn, bản quyền nội dung
    fr: tous droits réservés, droits réservés, reproduction interdite, reproduction même partielle
    fr: reproduction totale ou partielle, droits de reproduction et de diffusion réservés
    fr: sous licence creative commons
    de: alle rechte vorbehalten, rechte vorbehalten, nachdruck nur mit, nachdruck verboten
    de: nachdruck auch auszugsweise, creative-commons-lizenz, alle inhalte unterliegen
    es: todos los derechos reservados, derechos reservados, prohibida su reproducción, prohibida la reproducción
    es: prohibida toda reproducción, prohibida su reproduccion, bajo licencia creative commons
    es: reservados todos los derechos
    pt: todos os direitos reservados, direitos reservados, proibida a reprodução, é proibida a reprodução
    pt: reprodução proibida, reprodução total ou parcial, proibida a cópia, licença creative commons
    pt: proibida reprodução
    it: tutti i diritti riservati, diritti riservati, riproduzione riservata, vietata la riproduzione
    it: è vietata la riproduzione, riproduzione vietata, riproduzione anche parziale, licenza creative commons
    it: tutti i diritti sono riservati, riproduzione è riservata, proprietà riservata
    nl: alle rechten voorbehouden, auteursrecht voorbehouden, auteursrechten voorbehouden, rechten voorbehouden
    nl: op dit artikel rust copyright
    sv: alla rättigheter förbehållna, alla rättigheter reserverade, med ensamrätt, mångfaldigande förbjudet
    sv: citera oss gärna, eftertryck förbjudes, med ensamrätt ©
    da: alle rettigheder forbeholdes, alle rettigheder reserveret, alle rettigheder forbeholdt
    da: ophavsretsligt beskyttet, eftertryk ikke tilladt, beskyttet af lov om ophavsret
    no: alle rettigheter reservert, alle rettigheter forbeholdt, opphavsrettsbeskyttet, materialet er vernet
    no: vernet etter åndsverkloven, beskyttet av åndsverklov*, ettertrykk forbudt
    fi: kaikki oikeudet pidätetään, kaikki oikeudet pidätetty, oikeudet pidätetään, luvaton kopiointi
    fi: luvaton käyttö kielletty
    is: allur réttur áskilinn, öll réttindi áskilin, allur réttur
    pl: wszelkie prawa zastrzeżone, prawa zastrzeżone, kopiowanie zabronione, wszystkie prawa zastrzeżone
    pl: zakaz kopiowania, rozpowszechnianie artykułu
    cs: všechna práva vyhrazena, veškerá práva vyhrazena, práva vyhrazena, publikování nebo šíření
    sk: všetky práva vyhradené, práva vyhradené
    hu: minden jog fenntartva, jogok fenntartva, minden jogot fenntart
    ro: toate drepturile rezervate, toate drepturile sunt rezervate, drepturi rezervate, drepturile rezervate
    ro: reproducerea totală sau parțială
    bg: всички права запазени, всички права са запазени, права запазени, позоваването е задължително
    bg: при използване на материали, препечатване*
    el: με επιφύλαξη παντός δικαιώματος, all rights reserved, απαγορεύεται η αναδημοσίευση
    el: απαγορεύεται η αναπαραγωγή, με την επιφύλαξη παντός
    sr: сва права задржана, сва права придржана, sva prava zadržana, sva prava pridržana, забрањено је преузимање
    sr: zabranjeno preuzimanje, zabranjeno je preuzimanje, сва права су задржана
    hr: sva prava pridržana, sva prava zadržana, sva su prava pridržana, zabranjeno je prenošenje
    hr: zabranjeno kopiranje
    sl: vse pravice pridržane, vse pravice so pridržane, kopiranje prepovedano, reprodukcija prepovedana
    ru: все права защищены, все права сохранены, права защищены, при перепечатке, при использовании материалов
    ru: не допускается перепечатка, перепечатка запрещена, перепечатка материалов, перепечатка возможна
    ru: ссылка на сайт обязательна, любое использование материалов, воспроизведение материалов
    ru: полное или частичное копирование, копирование запрещено, свидетельство о регистрации сми, эл № фс, эл №
    ru: полная или частичная перепечатка
    uk: усі права захищені, всі права захищені, всі права застережено, усі права застережено, при передруку
    uk: при використанні матеріалів, передрук матеріалів, передрук заборонено, будь-яке використання матеріалів
    be: усе правы абаронены, усе правы захаваныя, пры перадруку, пры выкарыстанні матэрыялаў, перадрук матэрыялаў
    lt: visos teisės saugomos, visos teisės ginamos, draudžiama kopijuoti, kopijuoti ir platinti
    lv: visas tiesības aizsargātas, visas tiesības paturētas, atsauce obligāta
    et: kõik õigused kaitstud, kõik õigused on kaitstud
    tr: tüm hakları saklıdır, her hakkı saklıdır, tüm hakları mahfuzdur, hakları saklıdır, her hakkı mahfuzdur
    tr: iktibas edilemez
    az: bütün hüquqlar qorunur, bütün hüquqlar qorunub, istinad zəruridir, istinad mütləqdir, hüquqları qorunur
    az: istinad vacibdir
    kk: барлық құқықтар қорғалған, барлық құқығы қорғалған, құқықтар қорғалған, сілтеме жасау міндетті
    kk: материалдарын пайдалан*, көшіріп басу, көшірмесін жасауға
    uz: barcha huquqlar himoyalangan, barcha huquqlar himoya qilingan, huquqlar himoyalangan
    uz: материаллардан фойдаланилганда, барча ҳуқуқлар ҳимояланган, manba ko'rsatilishi shart
    uz: materiallaridan foydalan*, ҳавола қилиш мажбурий, havola berish shart
    ka: ყველა უფლება დაცულია, უფლებები დაცულია
    hy: բոլոր իրավունքները պաշտպանված են, իրավունքները պաշտպանված, հղումը պարտադիր, հղումը պարտադիր է
    hy: մեջբերումներ անելիս
    ar: جميع الحقوق محفوظة, كافة الحقوق محفوظة, كل الحقوق محفوظة, حقوق النشر محفوظة, الحقوق محفوظة, حقوق الطبع
    ar: يمنع النسخ, لا يجوز نسخ, يحظر النسخ, بشرط ذكر المصدر
    fa: حقوق محفوظ, بازنشر مطالب, حقوق مادی و معنوی
    he: כל הזכויות שמורות, זכויות שמורות, אין להעתיק להפיץ
    ur: جملہ حقوق محفوظ, تمام حقوق محفوظ, حقوق محفوظ ہیں, جملہ حقوق بحق
    hi: सर्वाधिकार सुरक्षित, सभी अधिकार सुरक्षित, अधिकार सुरक्षित, सर्वाधिकार
    bn: সর্বস্বত্ব সংরক্ষিত, সর্বস্বত্ব স্বত্বাধিকার, স্বত্ব সংরক্ষিত, সর্বস্বত্ত্ব সংরক্ষিত
    ta: அனைத்து உரிமைகளும், உரிமைகள் பாதுகாக்கப்பட்ட*
    te: హక్కులు ప్రత్యేకించ*, హక్కులూ రిజర్వ్
    mr: सर्व हक्क राखीव, हक्क राखीव, सर्वाधिकार सुरक्षित
    ne: सर्वाधिकार सुरक्षित, सर्वाधिकार
    si: සියලුම හිමිකම්, සියලු හිමිකම්, හිමිකම් ඇවිරිණි, ප්‍රකාශන හිමිකම්
    th: สงวนลิขสิทธิ์, ห้ามทำซ้ำ, ห้ามคัดลอก, ห้ามนำไปเผยแพร่, ห้ามลอกเลียน
    lo: ສະຫງວນລິຂະສິດ, ສະຫງວນສິດ, ຫ້າມສຳເນົາ
    km: រក្សាសិទ្ធិ, រក្សាសិទ្ធិគ្រប់យ៉ាង, រក្សាសិទ្ធ, ហាមចម្លង, ហាមថតចម្លង
    my: all rights reserved
    id: hak cipta dilindungi, seluruh hak cipta, dilarang mengutip, dilarang memperbanyak, hak cipta ©
    id: all rights reserved
    ms: hak cipta terpelihara, hakcipta terpelihara, semua hak terpelihara, dilarang menyiarkan
    ms: tidak dibenarkan menyiar*
    tl: lahat ng karapatan, all rights reserved, karapatang sipi, bawal kopyahin
    sw: haki zote zimehifadhiwa
    am: መብቱ በሕግ የተጠበቀ, መብቱ የተጠበቀ, መብቱ በህግ, መብት የተጠበቀ, የቅጂ መብት
    zh: 版权所有, 版權所有, 版权归, 版權歸, 禁止转载, 禁止轉載, 不得转载, 不得轉載, 请勿转载, 請勿轉載, 转载请注明
    zh: 轉載請註明, 转载须注明, 转载请联系, 保留所有权利, 保留一切权利, 著作權所有
    zh: 版权声明, 翻印必究, 違者必究, 严禁转载, 如需转载, 谢绝转载, 本文版权, 版权属于, 未经本网, 本网站所刊
    zh: 請註明出處, 注明出处, icp备, icp证, 京公网安备, 公网安备, 增值电信
    ja: 無断転載, 無断転載を禁, 無断複製, 転載を禁, 転載禁止, 無断での転載, 禁無断転載, 複製・転載, 無断転用
    ja: 転載・複製, 複写・転載, 転載を固く
    ko: 무단전재, 무단 전재, 재배포 금지, 재배포금지, 저작권자, 무단전재 및
    ca: tots els drets reservats, drets reservats, prohibida la reproducció, reservats tots els drets
    ca: llicència creative commons
    eu: eskubide guztiak erreserbatuta, eskubide guztiak
    gl: todos os dereitos reservados, dereitos reservados, prohibida a reprodución
    sq: të gjitha të drejtat, të drejtat e rezervuara
    mk: сите права се задржани, сите права задржани, преземањето на оваа содржина
    """
)
_HINTS = words(
    """
    en: is prohibited without, terms and conditions apply, protected by copyright, copyright holder
    en: copyrighted material, copying is prohibited, fair use act, registered in england, for syndication rights
    en: licensed under cc, subject to copyright, unauthorized reproduction, unauthorised reproduction
    en: without written permission, redistribution is prohibited, republication is prohibited
    vi: ghi rõ nguồn, dẫn nguồn, không được sao chép, không sao chép
    fr: sans autorisation préalable, interdite sans autorisation, mention de la source, toute reproduction
    fr: droits de reproduction
    de: nur mit genehmigung, nur mit schriftlicher genehmigung, vervielfältigung, weiterverbreitung
    de: nicht ohne genehmigung, ohne schriftliche genehmigung, weiterverwertung, urheberrechtlich geschützt
    de: weiterverwendung nur
    es: sin autorización, queda prohibida, sin el permiso previo, sin el consentimiento expreso
    es: sin previa autorización, todos los derechos de, derechos de reproducción, reproducción total o parcial
    pt: sem autorização prévia, sem autorização expressa, sem a devida autorização, sem prévia autorização
    pt: sem a prévia autorização
    it: senza autorizzazione, ne è vietata
    nl: overname van, niet worden overgenomen, mag niet worden, zonder toestemming, zonder voorafgaande toestemming
    nl: zonder schriftelijke toestemming
    sv: ange källan, upphovsrättslagen, upphovsrättsskydd*, kopiering förbjuden, citera gärna
    da: ophavsretten, må ikke kopieres
    no: opphavsrettslig
    fi: tekijänoikeus*, kopiointi kielletty
    is: höfundarréttur, óheimilt er að afrita
    pl: przedruk, bez zgody wydawcy, bez zgody redakcji, zabronione bez zgody, prawa autorskie do
    pl: kopiowanie bez zgody, kopiowanie treści, dalsze rozpowszechnianie
    cs: bez souhlasu, bez písemného souhlasu, bez předchozího souhlasu, je zakázáno, autorská práva, šíření obsahu
    cs: kopírování obsahu
    sk: bez súhlasu, bez predchádzajúceho súhlasu, autorské práva, vyhradzuje si právo, kopírovanie obsahu
    sk: šírenie obsahu
    hu: szerzői jog, szerzői jogok, szerzői jogi védelem, utánközlés, engedélye nélkül tilos
    hu: írásos engedélye nélkül, csak a forrás megjelölésével
    ro: este interzisă, preluarea, fără acordul, drepturi de autor, este permisă preluarea
    ro: informațiile publicate de, reproducerea integrală
    bg: без разрешение, забранено е, при цитиране, авторските права, забранява се, използването на материали
    el: όλα τα δικαιώματα, πνευματικά δικαιώματα, χωρίς την άδεια, χωρίς άδεια, επιτρέπεται η αναδημοσίευση
    sr: без дозволе, bez dozvole, ауторска права, autorska prava, преношење вести
    hr: bez dozvole, bez dopuštenja, autorska prava, bez pisanog odobrenja, prenošenje sadržaja
    sl: brez dovoljenja, avtorske pravice, ponatis, brez pisnega dovoljenja
    ru: при цитировании, авторские права, без разрешения редакции, без письменного разрешения, запрещено без
    ru: роскомнадзором, сетевое издание, при копировании, сообщения и материалы, гиперссылка на, активная ссылка
    ru: использование материалов, копирование материалов, с указанием ссылки, зарегистрировано федеральной службой
    ru: ссылка обязательна
    uk: при цитуванні, при копіюванні, без письмового дозволу, передрук, копіювання, у разі використання
    uk: дозволяється за умови, гіперпосилання на, активне посилання, використання матеріалів, посилання обовязкове
    be: пры цытаванні, выкарыстанне матэрыялаў, спасылка абавязковая
    lt: be raštiško sutikimo, be raštiško, autorių teisės, be sutikimo draudžiama, draudžiama platinti, draudžiama be
    lv: bez rakstiskas atļaujas, autortiesības, bez atļaujas, atsauce uz, aizliegta, pārpublicēt, pārpublicēšana
    et: ilma loata, kopeerimine, autoriõigus*, on keelatud, loata keelatud, ilma kirjaliku loata
    tr: izinsiz, telif hakkı, telif hakları, kaynak gösterilerek, yayınlanamaz, yayımlanamaz, kopyalanamaz
    tr: alıntılanamaz, tüm hakları, kaynak gösterilmeden
    az: müəllif hüquqları, məlumatdan istifadə, məlumatlardan istifadə, istinad etmək, materiallardan istifadə
    kk: авторлық құқық, материалдарды пайдалану, сілтеме жасаған
    uz: mualliflik huquqi, materiallardan foydalanganda
    ka: საავტორო უფლება*, გადაბეჭდვა, ნებართვის გარეშე, მასალის გამოყენება
    hy: հեղինակային իրավունք*, նյութերի օգտագործ*
    ar: دون إذن, دون إذن خطي, يمنع نشر, يحظر نشر, حقوق الملكية, مع ذكر المصدر, حقوق النشر, لا يسمح بإعادة
    fa: محفوظ است, ذکر منبع, با ذکر منبع, با ذکر نام, همه حقوق, تمام حقوق, استفاده از مطالب, کلیه حقوق, تمامی حقوق
    fa: حق نشر, نقل مطالب
    he: ללא אישור, זכויות יוצרים, אין לעשות שימוש, כל הזכויות, אין להעתיק
    ur: بغیر اجازت
    hi: कॉपीराइट, बिना अनुमति, अनुमति के बिना
    bn: কপিরাইট, অনুমতি ছাড়া, বেআইনি, বিনা অনুমতিতে, পূর্বানুমতি ছাড়া, কপি করা নিষেধ
    ta: காப்புரிமை, பதிப்புரிமை, அனுமதியின்றி
    te: కాపీరైట్, సర్వ హక్కులు, అన్ని హక్కులు
    mr: कॉपीराइट, परवानगीशिवाय
    ne: कपिराइट, बिना अनुमति, अनुमति बिना, पुनः प्रकाशन, प्रतिलिपि अधिकार
    th: ลิขสิทธิ์, โดยไม่ได้รับอนุญาต, ห้ามเผยแพร่, สงวนสิทธิ์
    lo: ລິຂະສິດ
    my: မူပိုင်ခွင့်, ခွင့်ပြုချက်မရှိဘဲ
    id: hak cipta, dilarang keras, tanpa izin, tanpa seizin, dilindungi undang-undang, dilarang menyalin
    ms: hak cipta, tanpa kebenaran
    tl: nang walang pahintulot, karapatang-ari
    sw: bila idhini, bila ya idhini, hakimiliki, haki miliki, haki zote
    zh: 仅供参考, 著作权, 著作權, 追究法律责任, 追究其法律责任, 保留追究, 授权转载, 未经许可, 未經許可, 未经授权
    zh: 未經授權, 许可证编号, 转载自, 轉載自, 违者必究, 侵权必究, 请注明来源
    zh: 版权作品
    ja: 著作権法, 無断使用, 著作権は, 無断引用, 無断掲載
    ko: 모든 권리, 무단 사용, 저작권법, 저작권 보호, ai 학습, 무단복제, 무단 복제, 무단이용, 저작권은, 무단 배포
    ca: sense autorització, sense permís, reproducció total o parcial
    eu: baimenik gabe, egile eskubideak, creative commons, erreserbatuta, cc by
    gl: sen autorización, reprodución total ou parcial
    """
)
"""Phrases that news use too: two of them make a note."""
_SURE = Phrases(fixed=_NOTES, hint=_HINTS)
_COPYRIGHT = words(
    """
    en: copyright, copyrights, (c)
    vi: bản quyền
    fr: copyright, droits dauteur
    de: copyright, urheberrecht
    es: copyright, derechos de autor
    pt: direitos autorais
    ru: копирайт, авторское право
    zh: 版权, 版權, 著作權
    ja: 著作権
    ko: 저작권
    ar: حقوق النشر
    id: hak cipta
    tr: telif hakkı
    pl: prawa autorskie
    hi: कॉपीराइट
    bn: কপিরাইট
    """
)
_NOTICE = re.compile(rf"(?:(?:{alternatives(_COPYRIGHT)})\s*[:：]?\s*(?=[©(]|\d)|©|\(c\)\s?(?=\d)|ⓒ|℗)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PROMISED = re.compile(r"[©ⓒ]")
_LONGEST_NOTICE = 160
_LONGEST_NOTE = 500


def _notice(line: Line, document: Document) -> Metadata | None:
    """A copyright sign at the start with a year, or one alone with a name outside of the text."""
    text = line.inner
    match = _NOTICE.match(text)
    has_year = bool(_YEAR.search(text))
    if match is None:
        has_sign = bool(_PROMISED.search(text))
        return Metadata() if has_sign and has_year and len(text.split()) <= 12 else None
    if has_year:
        return Metadata()
    is_sign = match.group()[0] in "©ⓒ"
    is_short = len(text.split()) <= 8 and len(text) <= 60
    return Metadata() if is_sign and is_short and (line.place is not Place.BODY or "/" in text) else None


def _reserved(line: Line, document: Document) -> Metadata | None:
    text = line.text
    hints = _SURE.hints(text)
    is_sure = _SURE.has_fixed(text) or hints >= 2 or (hints == 1 and bool(_PROMISED.search(text)))
    return Metadata() if is_sure and _is_legal(line) else None


def _is_legal(line: Line) -> bool:
    """Whether nobody speaks in it, and it isn't a whole paragraph of reporting."""
    return not line.text.startswith(("“", '"', "«", "„", "「", "『")) and line.text.count(". ") < 8


RULES: tuple[Rule, ...] = (
    Rule(
        id="rights.reserved",
        version=1,
        languages=tuple(_NOTES),
        description="What may not be done with the text: all rights reserved, no reprint, name the source.",
        matcher=_reserved,
        cues=_SURE.cues("fixed", "hint"),
        examples=(
            Example("All rights reserved."),
            Example("This material may not be published, broadcast, rewritten or redistributed."),
            Example("Cấm sao chép dưới mọi hình thức.", "vi"),
            Example("Tous droits réservés", "fr"),
            Example("Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung.", "de"),
            Example("Todos los derechos reservados.", "es"),
            Example("Todos os direitos reservados.", "pt"),
            Example("© Riproduzione riservata", "it"),
            Example("Перепечатка материалов только с разрешения редакции", "ru"),
            Example("版权所有，未经许可不得转载。", "zh"),
            Example("جميع الحقوق محفوظة", "ar"),
            Example("Hak cipta dilindungi undang-undang.", "id"),
            Example("Tüm hakları saklıdır.", "tr"),
            Example("無断転載を禁じます。", "ja"),
            Example("무단 전재 및 재배포 금지", "ko"),
        ),
        counterexamples=keep(
            "“All rights reserved,” read the sign on the mill.",
            "The islanders reserved all seats on the first boat.",
        ),
        max_length=_LONGEST_NOTE,
        overrides=("announced", "headline", "sentence"),
    ),
    Rule(
        id="rights.notice",
        version=1,
        languages=tuple(_COPYRIGHT),
        description="Copyright sign or word with a year or an owner.",
        matcher=_notice,
        cues=cues([*every(_COPYRIGHT), "c"], signs="©℗"),
        examples=(
            Example("© 2019 Harbour Gazette"),
            Example("Copyright 2019 Harbour Gazette"),
            Example("Copyright © 2017-2019 Northern Press, Inc."),
            Example("© 2019 Hafenblatt GmbH", "de"),
            Example("© 2019 La Gazette du Port", "fr"),
            Example("© 2019 Diario del Puerto", "es"),
            Example("© 2019 Портовый вестник", "ru"),
            Example("Bản quyền © 2019 Báo Hải Cảng", "vi"),
            Example("版权 © 2019 港口日报", "zh"),
        ),
        counterexamples=keep(
            "Copyright law was never meant for recipes",
            "Copyright and the sea: a history",
            "In 2019 the paper lost its copyright",
        ),
        max_length=_LONGEST_NOTICE,
        overrides=("announced", "headline", "sentence"),
    ),
)
