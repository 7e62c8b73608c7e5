"""People and companies behind their titles, in languages that set no spaces between words and have no model.

Thai, Lao and Khmer news writes a person as title, given name, space, family name (Khmer: family name first), and sets
a space behind the name. What follows the first space may be the sentence's verb instead, hence the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .candidates import Candidate
from .tokens import word_set

_SCORE = 0.75
_METHOD = "title"
_WHOLE = 4
"""Characters from which a word rules out all that begins with it; a name may begin with a shorter one."""


@dataclass(frozen=True)
class _Manner:
    """How a language writes people: its letters, titles, and words that begin no name."""

    letters: str
    titles: str
    not_given: frozenset[str]
    """How words go on that begin with a title and are none, and what stands behind a title that is no name."""
    not_family: frozenset[str]
    """How what follows a given name begins if it is no family name."""


_MANNERS = {
    "th": _Manner(
        "\u0e01-\u0e4e",
        "นางสาว|นาย|นาง|ดร\\.|พล\\.?(?:ต\\.?)?(?:อ|ท|ต)\\.|ศ\\.(?:ดร\\.)?",
        word_set(
            "กรัฐ กสมาคม กเทศ กเมือง กองค์ กอบต กอบจ กสภา จ้าง ทหาร พล หน้า อำเภอ แพทย์ ตำรวจ ทุน ทะเบียน ช่าง ประกัน เรือ"
            " ด่าน สถานี ร้อย แบบ แบงก์ เอก ใน งาม ฟ้า พญา"
            " รำ สงกรานต์ แอบ กวัก เลิ้ง รอง โรง"
        ),
        word_set(
            "กล่าว เปิดเผย ระบุ ได้ จะ และ ซึ่ง ที่ ใน เป็น มี อายุ พร้อม รอง รัฐมนตรี ผู้ ประธาน นายก โฆษก หัวหน้า เลขา ปลัด"
            " อธิบดี กรรมการ สมาชิก สส ส.ส อดีต รักษา กับ ว่า ให้ ไป มา ยัง ยืนยัน ชี้ แถลง ตอบ ขอ ถูก เข้า เดิน พบ ต่อ เมื่อ หลัง"
            " ก่อน โดย จาก ถึง แต่ หรือ ก็ ต้อง คือ นั้น นี้ นาย นาง เพราะ เพื่อ ผบ แม่ทัพ อาจารย์ คณบดี เจ้า ทนาย แกน ลงพื้น ตาม"
        ),
    ),
    "lo": _Manner(
        "\u0e81-\u0ecd",
        "ທ່ານ ?(?:ນາງ )?(?:ປອ )?|ທ້າວ |ນາງ ",
        word_set("ຜູ້ ໄດ້ ຍັງ ປະທານ ນາຍົກ ລັດຖະ ຮອງ ຫົວໜ້າ ທີ່ ກໍ ວ່າ ຈະ ເອກ ທັງ ໝໍ ໃນ ແລະ ກ່າວ ເຈົ້າ ອະທິ ເລຂາ ຄະນະ ພົນ"),
        word_set(
            "ຜູ້ ໄດ້ ຍັງ ປະທານ ນາຍົກ ລັດຖະ ຮອງ ຫົວໜ້າ ທີ່ ກໍ ວ່າ ຈະ ເອກ ກ່າວ ເປັນ ແລະ ພ້ອມ ໃນ ຊຶ່ງ ລັດ ເຈົ້າ ອະທິ ເລຂາ ກຳມະ ຄະນະ ມາ ໄປ ໃຫ້"
        ),
    ),
    "km": _Manner(
        "\u1780-\u17d3\u200b",
        "លោកស្រី ?|លោក ?|កញ្ញា ?",
        word_set("បាន ជា ក៏ នឹង ថា នៅ ដែល តា យាយ គ្រូ ឧត្តម ប្រធាន នាយក រដ្ឋ អភិបាល អ្នក ជំទាវ សង្ឃ និង ក្នុង អគ្គ"),
        word_set("បាន ជា ក៏ នឹង ថា នៅ ដែល ប្រធាន នាយក រដ្ឋ អភិបាល អ្នក និង ក្នុង អគ្គ អនុ មាន រួម ឲ្យ ឱ្យ"),
    ),
}
_PATTERNS = {
    language: re.compile(
        rf"(?<![{manner.letters}])(?:{manner.titles})(?P<given>[{manner.letters}]{{2,16}})"
        rf"(?: (?P<family>[{manner.letters}]{{2,16}}))?(?![{manner.letters}])"
    )
    for language, manner in _MANNERS.items()
}
_THAI_COMPANY = re.compile(r"บริษัท ?(?P<name>[^\s\d()]{2,40}(?: [^\s\d()]{2,40}){0,4}?) ?จำกัด(?: ?\(มหาชน\))?")


def titled(text: str, language: str) -> Iterable[Candidate]:
    """People behind titles in a text of a language that this module knows."""
    if language not in _MANNERS:
        return
    manner = _MANNERS[language]
    for match in _PATTERNS[language].finditer(text):
        given, family = match["given"], match["family"]
        if any(given == word or (len(word) >= _WHOLE and given.startswith(word)) for word in manner.not_given):
            continue
        is_whole = family and not any(family.startswith(word) for word in manner.not_family)
        end = match.end("family") if is_whole else match.end("given")
        yield Candidate(match.start("given"), end, "person", _SCORE, _METHOD)
    if language == "th":
        for match in _THAI_COMPANY.finditer(text):
            yield Candidate(match.start(), match.end(), "organisation", _SCORE, "company form")
