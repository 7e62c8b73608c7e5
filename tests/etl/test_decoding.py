"""Reading text in whatever encoding it comes."""

import codecs
import unicodedata

import pytest

from clippings_etl.errors import DecodeError
from clippings_etl.extraction import decode, redecode

LEGACY = {
    "cp1252 French": "L’été dernier, le président a déclaré que l’économie était très fragile. Où est-il passé ?",
    "cp1252 Spanish": "El Gobierno anunció un plan; según la ministra, más niños irán al colegio en próximos años.",
    "cp1252 German": "Die Regierung kündigte am Montag an, die Straßen für Fußgänger zu öffnen; das wäre schön.",
    "cp1252 Swedish": "Regeringen meddelade på måndagen att skolorna får mer pengar. Lärarna är nöjda, säger de.",
    "cp1250 Polish": "Rząd ogłosił w poniedziałek nowy plan. Minister powiedział, że pieniądze trafią do szkół.",
    "cp1250 Hungarian": "A kormány új tervet jelentett be. A miniszter szerint az iskolák több pénzt kapnak jövőre.",
    "iso8859_2 Czech": "Předseda vlády řekl, že peníze půjdou do škol už v příštím roce a že další budou následovat.",
    "cp1254 Turkish": "Hükümet yeni bir plan açıkladı. Bakan, okulların gelecek yıl daha çok para alacağını söyledi.",
    "cp1257 Lithuanian": "Vyriausybė pirmadienį paskelbė naują planą mokykloms, sakė ministrė žurnalistams šiandien.",
    "cp1251": "Правительство сообщило в понедельник, что строительство новой дороги начнётся весной будущего года.",
    "cp1250": "Vláda v pondělí oznámila nový plán na podporu ekonomiky. Předseda řekl, že peníze půjdou do škol.",
    "cp1253": "Η κυβέρνηση ανακοίνωσε τη Δευτέρα νέα μέτρα για την οικονομία και την παιδεία.",
    "cp1256": "أعلنت وزارة الصحة يوم الاثنين بدء حملة جديدة تشمل جميع المحافظات وتستمر ثلاثة أسابيع.",
    "cp874": "รัฐบาลประกาศเมื่อวันจันทร์ว่าจะลงทุนในระบบรถไฟใหม่ทั่วประเทศ",
    "gb18030": "市政府周一宣布，将投资三亿元改造老城区的供水管网，工程预计明年年底前完工。",
    "big5": "市政府週一宣布，將投資三億元改造老城區的供水管網，工程預計明年年底前完工。",
    "shift_jis": "政府は月曜日、新しい経済対策を発表した。首相は記者会見で説明した。",
    "euc_jp": "政府は月曜日、新しい経済対策を発表した。首相は記者会見で説明した。",
    "euc_kr": "정부는 월요일 새로운 경제 대책을 발표했다. 대통령은 기자회견에서 설명했다.",
}

VIETNAMESE = (
    "Chính phủ đã thông qua kế hoạch xây dựng cây cầu mới bắc qua sông, dự kiến khởi công vào quý ba năm nay. "
    "Người dân địa phương mong muốn công trình sớm hoàn thành để việc đi lại được thuận tiện hơn."
)


def windows_1258(text: str) -> bytes:
    """Vietnamese as Windows writes it: the tones as characters of their own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out.append(base + "".join(part for part in parts if part in tones))
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(mark: bytes, codec: str) -> None:
    """Each form of Unicode is read, and a byte-order mark is no part of the text."""
    text = "Tuần lễ hợp tác\n\nMột đoạn văn ngắn, with English words."
    assert decode(mark + text.encode(codec)).text == text


@pytest.mark.parametrize("codec", LEGACY)
def test_legacy_encodings_are_told_apart(codec: str) -> None:
    """A document in a legacy encoding is read as what it says."""
    assert decode(LEGACY[codec].encode(codec.partition(" ")[0])).text == LEGACY[codec]


def test_one_accented_word_is_western() -> None:
    """Too little to tell a language by is read in the most common encoding."""
    assert decode("Café “Berlin” – 1990 – open daily".encode("cp1252")).text == "Café “Berlin” – 1990 – open daily"


def test_vietnamese_from_windows_is_composed() -> None:
    """Windows-1258 comes out as ordinary Vietnamese, and can be decoded again the same way."""
    data = windows_1258(VIETNAMESE)
    extracted = decode(data)
    assert extracted.text == VIETNAMESE
    assert redecode(data, extracted.encoding) == VIETNAMESE


def test_a_declared_encoding_is_believed() -> None:
    """Where the text itself names its encoding, that is tried before any guess."""
    data = '<meta charset="koi8-r">\nНовости'.encode("koi8-r")
    assert decode(data).text.endswith("Новости")


def test_a_wrong_declaration_is_no_end() -> None:
    """A declared encoding that doesn't exist leaves the bytes to speak."""
    data = ('<meta charset="klingon">\n' + LEGACY["cp1251"]).encode("cp1251")
    assert decode(data).text.endswith(LEGACY["cp1251"])


@pytest.mark.parametrize("name", ["undefined", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "zlib"])
def test_a_codec_that_is_no_character_set_is_not_believed(name: str) -> None:
    """Python's own codecs, which a hostile document may name, are never used on it."""
    text = f'<meta charset="{name}">\n\\ud800 ' + LEGACY["cp1251"]
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        ("\u3000\n\u200b\u3000".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        (b"text with a \x00 in it, that is no text at all", "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41", "marked as utf-16"),
    ],
)
def test_what_is_no_text_says_so(data: bytes, says: str) -> None:
    """Empty, binary and damaged files get an error that names what is wrong and what to do."""
    with pytest.raises(DecodeError, match=says) as raised:
        decode(data)
    assert raised.value.advice
