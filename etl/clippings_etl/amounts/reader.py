"""Amounts of money, percentages and measures around a number in figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from .currencies import AMBIGUOUS, DEFAULT
from .figures import TOKEN, Convention, read, scaled
from .grammar import is_label
from .lexicon import is_unspaced, words
from .tables import PERCENT_UNIT, Tables

_SCALE_GAPS = re.compile(r"[多余餘](?=[万萬亿億千百])| ?(?:(?:de|na) )?|-(?=[^\W\d_])")
_UNIT_GAPS = re.compile(r"[ -]?(?:(?:de|di|of|na|ng|des) |d['’])?")
_RANGE = re.compile(
    r"[-–—−~〜～]| [-–—−~] ?|至|到|から"
    r"| (?:to|bis|à|a|hasta|al|até|до|do|tot|til|till|až|ila|đến|tới|hingga|sampai|से|إلى|تا|έως|ως|עד) "
)
_NUMBER_LAST = frozenset({"sw"})
"""Languages in which the number stands behind the name of the money."""
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}(?![0-9])")
_COMPOUND = frozenset({"zh", "ja", "ko"})
"""Languages that write a number in parts: 3億5000万."""

_TIME_WORDS = words(
    """lúc à vers dès às das pelas las la в о at um kl klo pukul jam ore alle saat ώρα στις الساعة
    ساعت בשעה godz godzinie v"""
)
"""Words before a number of hours that make it a time of day."""

_KINDS = {PERCENT_UNIT: "percent", "percentage-point": "percent", "permille": "percent", "permyriad": "percent"}
_PERCENT_SIGN_BEFORE = frozenset({"tr", "eu", "ku"})
_NO_AMOUNT_AFTER = re.compile(r"[:/][0-9]|['’′″][0-9]")
_PART_OF_YEAR = ("代", "度", "级", "級", "生")
"""What makes of 年 behind a number another word: 90年代 are the nineties."""
_ERAS = tuple("前元暦")
"""What makes of a number of years one year of an era: 前55年."""
_NAME_BEFORE = re.compile(r"([^\W\d_]+)\.? [0-9.,]+$")
_FOLLOWING_FIGURE = re.compile(r" ?[0-9]")
_TRADITIONAL = re.compile("[萬億]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it is of, in a text."""

    start: int
    end: int
    kind: str
    value: str
    unit: str
    method: str


@dataclass(frozen=True, slots=True)
class Scaled:
    """A number with its scale, as in ``1,28 nghìn tỷ``."""

    start: int
    end: int
    written: str
    """The value of the figures alone."""
    value: str
    power: int = 0
    """The power of ten that the words behind the figures say."""
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """What stands next to a number: where it ends or begins, and what it makes of the number."""

    place: int
    kind: str
    unit: str
    method: str
    power: int = 0


class Reader:
    """Reads amounts in one text.

    Args:
        text: with figures 0 to 9 and plain spaces (``figures.normalised``).
        lower: the same in small letters, as long (``lexicon.lowered``).
    """

    def __init__(self, text: str, lower: str, tables: Tables, by: Convention) -> None:
        self.text, self.lower, self.tables, self.by = text, lower, tables, by

    def number(self, token: re.Match[str]) -> Scaled | None:
        """The number at a token with the scale behind it; None where the figures are no number of the language."""
        figure = read(self.text, token, self.by)
        if figure is None or _NO_AMOUNT_AFTER.match(self.text, figure.end):
            return None
        scale = self._scale(figure.end)
        if scale is None:
            return Scaled(token.start(), figure.end, figure.value, figure.value, 0, figure.grouped)
        end, power = scale
        value = scaled(figure.value, power)
        if self.tables.language in _COMPOUND and "." not in value:
            end, value = self._smaller_parts(end, value, power)
        return Scaled(token.start(), end, figure.value, value, power, figure.grouped)

    def amount(self, number: Scaled) -> Amount | None:
        """The amount of which a number is the first; None where nothing beside it says of what."""
        one = self._complete(number, self._before(number.start))
        second = self._second(one.end if one else number.end, one)
        if second is None:
            return one
        other, two = second
        return self._range(number, one, other, two)

    def _second(self, end: int, one: Amount | None) -> tuple[Scaled, Amount] | None:
        """A second number behind ``to`` or a dash, with what it is of."""
        link = _RANGE.match(self.text, end)
        if link is None or (link.group()[0] == " " and one is None and self._is_labelled(end)):
            return None
        position, sign = link.end(), None
        if one and one.kind == "money":
            sign = self.tables.signs.at(self.text, position)
            position = sign[0] if sign else position
        token = TOKEN.match(self.text, position)
        other = self.number(token) if token else None
        if other is None:
            return None
        inherited = _Unit(other.start, one.kind, one.unit, one.method) if one and one.kind == "money" else None
        two = self._complete(other, inherited)
        return (other, two) if two else None

    def _range(self, number: Scaled, one: Amount | None, other: Scaled, two: Amount) -> Amount | None:
        """Both numbers as one range where they are of the same and the second is larger; else the first alone."""
        if one and (one.kind, one.unit) != (two.kind, two.unit):
            return one
        first = one.value if one else number.value
        if not number.power and other.power and Decimal(number.written) < Decimal(other.written):
            first = scaled(number.written, other.power)
        if Decimal(first) >= Decimal(two.value):
            return one
        start = min(one.start if one else number.start, number.start)
        return Amount(start, two.end, two.kind, f"{first}/{two.value}", two.unit, f"{two.method}:range")

    def _complete(self, number: Scaled, before: _Unit | None) -> Amount | None:
        """A number with its unit, which stands before or behind it."""
        value, end = number.value, number.end
        after = self._after(number)
        if before and before.kind == "money":
            if not number.power and (letter := self._letter_scale(end)):
                end, power = letter
                value = scaled(value, power)
            if after and after.kind == "money" and after.unit == before.unit:
                end = max(end, after.place)
            return self._made(before.place, end, scaled(value, before.power), before, number)
        if after is None and not number.power:
            after, value = self._letter_and_sign(number)
        if after:
            return self._made(self._signed(number.start), after.place, scaled(value, after.power), after, number)
        if before:
            return self._made(before.place, end, value, before, number)
        return None

    def _made(self, start: int, end: int, value: str, unit: _Unit, number: Scaled) -> Amount:
        negative = self.text[start] in "-−" and value != "0"
        method = f"{unit.method}:document" if self.by.of_document and not number.written.isdigit() else unit.method
        return Amount(start, end, unit.kind, f"-{value}" if negative else value, unit.unit, method)

    def _signed(self, start: int) -> int:
        """Where a minus before the number stands, or the number itself."""
        if start and self.text[start - 1] in "-−" and (start == 1 or self.text[start - 2] in " (\n\t"):
            return start - 1
        return start

    def _scale(self, end: int) -> tuple[int, int] | None:
        """Where the words for powers of ten behind a number end, and the power that they make."""
        gap = _SCALE_GAPS.match(self.text, end)
        found = self.tables.scales.at(self.lower, gap.end() if gap else end)
        if found is None:
            return None
        position, power = found
        if self.text[position : position + 1] == " ":
            second = self.tables.scales.at(self.lower, position + 1)
            if second and second[1] > power:
                position, power = second[0], power + second[1]
        return self._behind_stop(position), power

    def _behind_stop(self, position: int) -> int:
        """A place behind the full stop of a shortened word (``Mrd. Euro``), not behind one that ends the sentence."""
        following = self.text[position : position + 3]
        is_short = (
            following[:2] == ". "
            and following[2:].isalnum()
            and not self.text[max(0, position - 5) : position].isalpha()
        )
        return position + 1 if is_short else position

    def _smaller_parts(self, end: int, value: str, power: int) -> tuple[int, str]:
        """3億5000万: the parts behind the first, each of a smaller scale."""
        for _ in range(3):
            token = TOKEN.match(self.text, end)
            part = read(self.text, token, self.by) if token else None
            if part is None or "." in part.value:
                break
            scale = self._scale(part.end)
            place, step = scale if scale else (part.end, 0)
            if step >= power or len(part.value) + step > power:
                break
            value, end, power = str(int(value) + int(scaled(part.value, step))), place, step
            if scale is None:
                break
        return end, value

    def _letter_scale(self, end: int) -> tuple[int, int] | None:
        """``$5m``, ``€3.5bn``, ``US$ 5 M``."""
        position = end + 1 if self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper() else end
        found = self.tables.attached_scales.at(self.text, position)
        return found if found else None

    def _letter_and_sign(self, number: Scaled) -> tuple[_Unit | None, str]:
        """``12 M€``, ``5k€``: a letter that scales, right before the sign of a currency."""
        position = number.end + 1 if self.text[number.end : number.end + 1] == " " else number.end
        for length in (3, 2, 1):
            power = self.tables.attached_scales.get(self.text[position : position + length])
            sign = self.tables.signs.at(self.text, position + length) if power else None
            if sign and power and not self.text[position + length].isalpha():
                return _money(sign, "sign"), scaled(number.value, power)
        return None, number.value

    def _after(self, number: Scaled) -> _Unit | None:
        """The unit or currency behind a number."""
        gap = _UNIT_GAPS.match(self.text, number.end)
        plain = number.end + (self.text[number.end : number.end + 1] in (" ", "-"))
        for position in dict.fromkeys((gap.end() if gap else plain, plain)):
            found = self._at(position, number)
            if found:
                return found
        return None

    def _at(self, position: int, number: Scaled) -> _Unit | None:
        text, lower, tables = self.text, self.lower, self.tables
        symbol = tables.symbols.at(text, position)
        unit = tables.units.at(lower, position) if position > number.end or not _is_spaced(text, position) else None
        name = tables.currencies.at(lower, position)
        sign = tables.signs.at(text, position)
        if symbol and symbol[1] == PERCENT_UNIT and text[position - 1 : position] == "-":
            return None
        best = max((found[0] for found in (symbol, unit, name, sign) if found), default=0)
        if not best:
            return None
        if name and name[0] == best:
            if unit and unit[0] == best and not number.power:  # pounds may be money or weight
                return _Unit(best, "quantity", unit[1].rstrip("?"), "quantity:unit:ambiguous")
            return self._checked_yuan(_money(name, "name"))
        if sign and sign[0] == best and (text[position - 1] != "-" or number.end == position):
            return _money(sign, "code" if text[position:best].isalpha() and best - position == 3 else "sign")
        if unit and unit[0] == best:
            return self._measure(best, unit[1], number)
        return self._measure(best, symbol[1], number) if symbol and symbol[0] == best else None

    def _checked_yuan(self, unit: _Unit) -> _Unit:
        """元 is the money of Taiwan and Hong Kong too, where characters are written the long way."""
        is_yuan = self.tables.language == "zh" and self.text[unit.place - 1] == "元" and unit.unit == "CNY"
        if is_yuan and _TRADITIONAL.search(self.text, max(0, unit.place - 4), unit.place):
            return _Unit(unit.place, "money", "元", "money:name:ambiguous")
        return unit

    def _measure(self, end: int, unit: str, number: Scaled) -> _Unit | None:
        if unit == "hour" and self._word_before(number.start) in _TIME_WORDS:
            return None
        if unit == "year" and self.text[end : end + 1] in _PART_OF_YEAR:
            return None
        if unit == "year" and self.text[number.start - 1 : number.start] in _ERAS:
            return None
        if unit == "day" and self.tables.language == "vi" and _FOLLOWING_FIGURE.match(self.text, end):
            return None
        if unit in ("hour", "minute") and _FOLLOWING_FIGURE.match(self.text, end):
            return None
        kind = _KINDS.get(unit, "quantity")
        method = "percent" if kind == "percent" else "quantity:unit"
        return _Unit(end, kind, unit.rstrip("?"), f"{method}:ambiguous" if unit.endswith("?") else method)

    def _money_before(self, end: int) -> _Unit | None:
        """``dola milioni 5``: the currency, then the scale, then the number."""
        scale = self.tables.scales.before(self.lower, end)
        place = scale[0] - 1 if scale and self.lower[scale[0] - 1 : scale[0]] == " " else end
        name = self.tables.currencies.before(self.lower, place)
        if name is None:
            return None
        money = _money(name, "name")
        return replace(money, power=money.power + (scale[1] if scale and place < end else 0))

    def _is_labelled(self, end: int) -> bool:
        """Whether a number that ends here has a name before it: in "Category 1 - 200 lei" no range begins."""
        before = _NAME_BEFORE.search(self.text, max(0, end - 30), end)
        return before is not None and (before[1][0].isupper() or is_label(before[1].lower()))

    def is_unit(self, start: int) -> bool:
        """Whether a unit or currency stands here, even where it doesn't go with the number before it."""
        return any(lexicon.at(self.lower, start) for lexicon in (self.tables.units, self.tables.currencies))

    def _word_before(self, start: int) -> str:
        return self.lower[max(0, start - 12) : start].rstrip().rpartition(" ")[2]

    def _before(self, start: int) -> _Unit | None:
        """The sign of a currency before a number, or a unit where the language puts it there."""
        text = self.text
        end = start
        if end and text[end - 1] == " ":
            end -= 1
        sign = self.tables.signs.before(text, end)
        if sign and not (sign[0] and text[sign[0] - 1].isalnum() and not is_unspaced(text[sign[0] - 1])):
            place = sign[0]
            minus = place and text[place - 1] in "-−" and (place == 1 or text[place - 2] in " (\n")
            kind = "code" if end - place == 3 and text[place:end].isalpha() else "sign"
            return _money((place - 1 if minus else place, sign[1]), kind)
        if text[end - 1 : end] == "%" and self.tables.language in _PERCENT_SIGN_BEFORE and end == start:
            return _Unit(end - 1, "percent", PERCENT_UNIT, "percent")
        if self.tables.language in _NUMBER_LAST and (money := self._money_before(end)):
            return money
        unit = self.tables.units_before.before(self.lower, end)
        if unit and not (unit[1] == "year" and _YEAR.match(text, start)):
            kind = _KINDS.get(unit[1], "quantity")
            return _Unit(unit[0], kind, unit[1], "percent" if kind == "percent" else "quantity:unit")
        return None


def _is_spaced(text: str, position: int) -> bool:
    """Whether a letter of a script that parts its words stands here."""
    letter = text[position : position + 1]
    return letter.isalpha() and not is_unspaced(letter)


def _money(found: tuple[int, str], how: str) -> _Unit:
    """A currency from its meaning (``currencies.names``)."""
    place, meaning = found
    if meaning.startswith(AMBIGUOUS):
        return _Unit(place, "money", meaning[1:], f"money:{how}:ambiguous")
    method = f"money:{how}:default" if meaning.startswith(DEFAULT) else f"money:{how}"
    code, _, power = meaning.lstrip(DEFAULT).partition(":")
    return _Unit(place, "money", code, method, int(power or 0))
