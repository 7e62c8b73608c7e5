"""What a publisher says of a text: whose opinion it is, who isn't liable, how it was made."""

from __future__ import annotations

import re

from ..documents import Metadata
from .document import Document, Line
from .labels import words
from .phrases import Phrases
from .rule import Example, Rule, keep

_FIXED = words(
    """
    en: do not necessarily reflect, does not necessarily reflect, not necessarily reflect the views
    en: do not necessarily represent, does not necessarily represent, are those of the author, are the author's own
    en: are solely those of, are those of the authors, are the personal opinions, the views expressed in this
    en: views expressed in this, the opinions expressed in this, opinions expressed by, opinions expressed are
    en: is not responsible for the content of external, is not responsible for external
    en: not responsible for the content, this article was generated, this story has not been edited by
    en: has not been edited by, auto-generated from a syndicated feed, published from a syndicated feed
    en: from a syndicated feed, this is an opinion, this article was automatically, this press release was
    en: this content is provided by, this article is for informational purposes, for informational purposes only
    en: not intended as medical advice, not financial advice, we may earn a commission
    en: may earn an affiliate commission, earn a small commission, this post may contain affiliate
    en: as an amazon associate, this story was produced by, this article has been updated
    en: this story has been updated, has been corrected to, an earlier version of this, translated by google
    en: machine translation, this translation was, headline and picture of this report
    en: this report was first published, originally published in, with the assistance of ai
    en: was written with the help of, nor its employees, assumes no responsibility, accepts no responsibility
    en: accepts no liability, no responsibility or liability
    vi: không nhất thiết phản ánh, không phản ánh quan điểm, là quan điểm của tác giả, thể hiện quan điểm
    vi: quan điểm riêng của tác giả, không chịu trách nhiệm, bài viết thể hiện, quan điểm cá nhân
    vi: ý kiến riêng của tác giả
    fr: nengagent que, nengage que, ne reflètent pas nécessairement, ne reflète pas nécessairement
    fr: ne saurait être tenu, cet article a été généré, contenu généré, les propos tenus dans
    fr: les opinions exprimées, traduit automatiquement
    de: nicht zwingend die meinung, nicht unbedingt die meinung, geben nicht die meinung, gibt nicht die meinung
    de: geben nicht notwendigerweise, keine haftung, keine gewähr, übernimmt keine verantwortung
    de: übernehmen keine haftung, wurde automatisch, mit provision, affiliate-links, affiliate-link
    de: erhalten wir eine provision, dieser text stammt, dieser artikel wurde ursprünglich, mithilfe von ki
    de: von der redaktion nicht bearbeitet, angaben ohne gewähr, alle angaben ohne
    es: no reflejan necesariamente, no refleja necesariamente, no necesariamente reflejan
    es: son responsabilidad exclusiva, es responsabilidad exclusiva, son responsabilidad de, no se hace responsable
    es: no se responsabiliza, las opiniones expresadas, opiniones vertidas, no representan necesariamente
    es: este contenido fue, generado automáticamente, este texto fue, traducido automáticamente
    pt: não refletem necessariamente, não reflete necessariamente, são de responsabilidade, é de responsabilidade
    pt: de inteira responsabilidade, não se responsabiliza, as opiniões expressas, não representam necessariamente
    pt: não representa a opinião, não traduz a opinião, não expressam a opinião, gerado automaticamente
    it: non riflettono necessariamente, non rispecchiano necessariamente, non riflette necessariamente
    it: le opinioni espresse, non si assume alcuna responsabilità, declina ogni responsabilità, è da intendersi
    it: generato automaticamente
    nl: weerspiegelen niet noodzakelijk, geven niet noodzakelijk, niet verantwoordelijk voor, niet aansprakelijk
    nl: de mening van de auteur, op persoonlijke titel, affiliate-links
    sv: skribentens egna, åsikterna är skribentens, ansvarar inte för, är skribenternas egna, detta är en debatt
    sv: detta är en insändare, detta är en text från, analyserna och ställningstagandena är skribentens
    da: er udtryk for skribentens, udtryk for forfatterens, skribentens egen, skribentens holdning
    da: dette er et debatindlæg, ansvarer ikke
    no: er skribentens egne, dette er et debattinnlegg, gir uttrykk for skribentens, uttrykk for skribentens
    no: dette er en kronikk, er ikke ansvarlig for, dette er en kommentar
    fi: eivät välttämättä vastaa, kirjoittajan omia, ei vastaa, kirjoitus on mielipide, mielipiteet ovat kirjoittajan
    pl: nie ponosi odpowiedzialności, nie odzwierciedlają, opinie wyrażone, wyłącznie opinie, nie stanowi porady
    pl: wyraża opinie autora, nie zawsze odzwierciedlają, artykuł zawiera linki, linki afiliacyjne
    cs: nenese odpovědnost, nemusí vyjadřovat, nemusí se shodovat, názory autora, nevyjadřují nutně
    cs: neodpovídá za obsah
    sk: nenesie zodpovednosť, nemusia vyjadrovať, nemusia sa zhodovať, názory autora, nezodpovedá za obsah
    hu: nem feltétlenül tükröz*, nem feltétlenül egyez*, nem vállal felelősséget, a szerző véleményét, a szerző saját
    ro: nu reflectă neapărat, nu reflectă în mod necesar, nu își asumă responsabilitatea, opiniile exprimate
    ro: aparțin autorului, nu răspunde pentru
    bg: не носи отговорност, не отразяват непременно, не отразява непременно, изразява личното мнение
    bg: мнението на автора
    el: δεν φέρει ευθύνη, δεν εκφράζουν απαραίτητα, δεν απηχούν απαραίτητα, εκφράζουν τον συντάκτη, οι απόψεις που
    el: απηχούν τις απόψεις
    sr: не одражавају нужно, ne odražavaju nužno, не одражава нужно, није одговорна за, nije odgovorna za
    sr: ставови аутора, stavovi autora, isključivo stavovi
    hr: ne odražavaju nužno, ne odražava nužno, ne odgovara za, osobni stavovi, stavovi autora
    hr: ne preuzima odgovornost, osobni su stavovi
    sl: ne odraža nujno, ne odražajo nujno, ne odgovarja za, stališča avtorja, mnenje avtorja
    ru: может не совпадать, могут не совпадать, не совпадать с мнением, не несет ответственности
    ru: не несёт ответственности, мнение автора может, мнение редакции может, является иностранным агентом
    ru: иностранным агентом, признан иностранным, выполняющим функции иностранного, признана экстремистской
    ru: запрещена в россии, запрещенная в рф, запрещена на территории, не является инвестиционной, редакция не несет
    ru: имеются противопоказания, необходима консультация, ответственность за содержание рекламы
    ru: за достоверность информации
    uk: може не збігатися, можуть не збігатися, не збігатися з, не несе відповідальності, думка автора може
    uk: думка редакції може, може не співпадати, редакція не несе, відповідальність за зміст, не поділяти думку
    be: можа не супадаць, могуць не супадаць, не супадаць з, не нясе адказнасці
    lt: neatspindi, nebūtinai sutampa, neprisiima atsakomybės, autoriaus nuomonė, autorių nuomonė, neatsako už
    lv: ne vienmēr atspoguļo, neatspoguļo, neuzņemas atbildību, var nesakrist, autora viedoklis
    et: ei pruugi kajastada, ei pruugi ühtida, ei vastuta, autori seisukoh*, ei pruugi kattuda
    tr: sorumluluğu yazar*, yazarlarına aittir, yazarın görüşleridir, sorumlu tutulamaz, sorumlu değildir
    tr: görüşlerini yansıtmayabilir, yatırım tavsiyesi, yansıtmayabilir, yapay zeka ile, sorumluluk yazarına
    tr: hukuki sorumluluğu
    az: məsuliyyət daşımır, fikri ilə üst-üstə, mövqeyi ilə üst-üstə, müəllifin mövqeyi, müəllifin fikri
    kk: жауапты емес, сәйкес келмеуі мүмкін, көзқарасымен сәйкес, автордың пікірі
    uz: javobgar emas, mos kelmasligi mumkin, tahririyat nuqtai nazari, muallif fikri
    ka: არ გამოხატავს, პასუხისმგებელი არ არის, პასუხს არ აგებს, შესაძლოა არ ემთხვეოდეს
    hy: կարող է չհամընկնել, պատասխանատվություն չի կրում, կարող են չհամընկնել
    ar: لا تعبر بالضرورة, لا يعبر بالضرورة, لا تعكس بالضرورة, لا يتحمل مسؤولية, لا تتحمل مسؤولية, يعبر عن رأي
    ar: تعبر عن رأي, عن رأي كاتبه, عن رأي كاتبها, غير مسؤول عن, ليست مسؤولة عن, تنويه هذا الخبر, تم نشر هذا الخبر
    ar: هذا المحتوى منقول, الآراء الواردة
    fa: لزوما بیانگر, الزاما بیانگر, مسئولیتی در قبال, دیدگاه نویسنده, نظر نویسنده, لزوما منعکس, مسئولیت صحت
    he: אינן משקפות, אינו אחראי, אינה אחראית, על דעת הכותב, משקפות את דעת, אינה משקפת בהכרח
    ur: سے متفق ہونا ضروری نہیں, کا متفق ہونا ضروری, ادارے کا متفق
    hi: लेखक के निजी विचार, ये लेखक के निजी, जिम्मेदार नहीं, निजी विचार हैं, उत्तरदायी नहीं, संपादित नहीं किया
    hi: सिंडिकेट फीड, डिस्क्लेमर, पुष्टि नहीं करता
    bn: লেখকের নিজস্ব, দায়ী নয়, দায়ভার, কর্তৃপক্ষ দায়ী, নিজস্ব মতামত, সম্পাদকীয় নীতি
    ne: लेखकका निजी, जिम्मेवार हुने छैन, लेखकको निजी
    mr: लेखकाचे वैयक्तिक, जबाबदार राहणार नाही, लेखकाची मते
    ta: ஆசிரியரின் சொந்தக் கருத்து*, பொறுப்பல்ல, பொறுப்பாகாது
    te: రచయిత వ్యక్తిగత*, బాధ్యత వహించదు
    th: ไม่จำเป็นต้องสะท้อน, เป็นความคิดเห็นส่วนตัว, ไม่รับผิดชอบ, เป็นความเห็นส่วนตัวของผู้เขียน
    th: ความคิดเห็นของผู้เขียน
    id: tidak mencerminkan, tidak selalu mencerminkan, tanggung jawab penulis, bukan tanggung jawab
    id: menjadi tanggung jawab, tidak bertanggung jawab, opini penulis, pendapat pribadi
    id: artikel ini telah tayang di, artikel ini tayang di, berita ini telah tayang, sudah tayang di
    id: telah tayang di
    ms: tidak semestinya mencerminkan, pandangan peribadi penulis, tidak bertanggungjawab, pendapat penulis
    ms: pandangan penulis
    tl: hindi kinakailangang, opinyon ng may-akda, hindi sumasalamin
    sw: si lazima yaakisi, maoni ya mwandishi, hayawakilishi, si msimamo
    zh: 不代表本网, 不代表本站, 不代表本報, 不代表本报, 不代表本台, 仅代表作者, 僅代表作者, 仅代表个人, 不代表平台
    zh: 作者个人观点, 作者個人觀點, 与本网无关, 與本網無關, 不构成投资, 不構成投資
    zh: 免责声明, 免責聲明, 投资者据此操作, 仅供参考不构成, 如涉及侵权, 如涉侵权, 本文系转载, 来源于网络, 請自行判斷
    zh: 文責自負, 文责自负, 本文內容由, 本文章內容, 信息仅供, 仅供读者参考, 特别声明
    zh: 郑重声明, 真实性负责
    ja: 見解を示すものではありません, 個人の見解, 責任を負いません, 免責事項, 筆者の個人的な, 意見を代表する
    ja: 投資判断, 見解であり, 一切の責任, 自動翻訳, 機械翻訳
    ko: 본지의 편집방향과, 편집 방향과 다를, 다를 수 있습니다, 책임을 지지 않, 필자의 개인, 의 의견이며, 법적 책임
    ko: 투자 책임은, 투자에 대한 책임, 자동 생성, 보도자료이며, 자동 번역
    ko: 이 기사는 국내 최대
    ca: no reflecteixen necessàriament, no es fa responsable, les opinions expressades, no comparteix necessàriament
    eu: ez du zertan, ez da erantzule, egilearen iritzi*
    gl: non reflicten necesariamente, non se fai responsable
    """
)
_PHRASES = Phrases(fixed=_FIXED)
_LONGEST = 420
_MOST_SENTENCES = 5


_QUOTED = re.compile('“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]|「[^」]*」|『[^』]*』')
"""What somebody else says; no line that is looked at is long enough for this to take time."""


def _note(line: Line, document: Document) -> Metadata | None:
    text = line.text
    if not _PHRASES.has_fixed(text) or text.count(". ") > _MOST_SENTENCES:
        return None
    unquoted = _QUOTED.sub(" ", text)
    return Metadata() if unquoted == text or _PHRASES.has_fixed(unquoted) else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="disclaimer.note",
        version=2,
        languages=tuple(_FIXED),
        description="Whose opinion a text is, who isn't liable for it, how it was made.",
        matcher=_note,
        cues=_PHRASES.cues("fixed"),
        examples=(
            Example("The views expressed in this article are those of the author."),
            Example("This story has not been edited by our staff and is auto-generated from a syndicated feed."),
            Example("Bài viết thể hiện quan điểm riêng của tác giả.", "vi"),
            Example("Les opinions exprimées ici n'engagent que leur auteur.", "fr"),
            Example("Alle Angaben ohne Gewähr.", "de"),
            Example("Las opiniones expresadas son responsabilidad de su autor.", "es"),
            Example("Este texto não reflete necessariamente a opinião do jornal.", "pt"),
            Example("Мнение автора может не совпадать с мнением редакции.", "ru"),
            Example("本文仅代表作者个人观点。", "zh"),
            Example("المقال لا يعبر بالضرورة عن رأي الصحيفة.", "ar"),
            Example("Isi artikel menjadi tanggung jawab penulis.", "id"),
        ),
        counterexamples=keep(
            "The views from the harbour are the best on the island.",
            "“It does not necessarily reflect what we think,” the captain said.",
            "The editor found “This story is auto-generated from a syndicated feed” below the obituary of a friend.",
        ),
        max_length=_LONGEST,
        overrides=("announced", "headline", "sentence"),
    ),
)
