"""Train the taggers of Chinese, Japanese and Korean (`etl/clippings_etl/entities/data/characters-LANGUAGE.model`).

    pip install -e ".[data]"
    python scripts/train_character_recogniser.py --data ../shared/ner/train --data scripts/ner_data

Reads the CoNLL files of these languages (token, tab, BIO tag; `# text = …` gives a sentence's own spelling), sees the
texts as the product does, fits a conditional random field in one thread with a fixed seed, and packs the features that
matter. The same data and libraries give the same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from character_crf import LONGEST, Corpus, Settings, fit
from character_sources import Sources, sources
from numpy.typing import NDArray

from clippings_etl.entities import character_model as model
from clippings_etl.entities.character_features import FEATURES_VERSION, Look, feature_keys
from clippings_etl.entities.character_lexicon import Lexicon, packed, word_keys
from clippings_etl.entities.character_table import PerfectTable, build_table
from clippings_etl.entities.character_text import characters_of, folding, hash_of
from clippings_etl.entities.cues import DATA
from clippings_etl.entities.tables import pack

TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place"}
SENTENCES_A_TEXT = 15
SENTENCES_A_PARAGRAPH = 5
SEQUENCE_ENDS = "\n。！？!?"
LEAST_USES = 3
"""Characters that must have a feature: what is seen once or twice is learned by heart."""
MOST_FEATURES = 105_000
"""Features that a model keeps, those whose weights differ most between labels."""
FORBIDDEN = -30.0
"""The weight of a transition that can't be, as from "no name" to a name's inside."""


# --- Reading ---


@dataclass(frozen=True)
class Text:
    """A text with its names: (start, end, type)."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def read_texts(path: Path) -> list[Text]:
    """The texts of a file: each SENTENCES_A_TEXT sentences, with a new line after each few."""
    sentences = list(_sentences(path))
    texts = []
    for first in range(0, len(sentences), SENTENCES_A_TEXT):
        text = ""
        names: list[tuple[int, int, str]] = []
        for number, (spelled, found) in enumerate(sentences[first : first + SENTENCES_A_TEXT]):
            if text:
                closed = text[-1] in "。！？.!?…」”"
                text += (
                    "\n\n" if number % SENTENCES_A_PARAGRAPH == 0 else " " * ("ko-" in path.name) if closed else "\n"
                )
            names.extend((len(text) + start, len(text) + end, type_) for start, end, type_ in found)
            text += spelled
        texts.append(Text(text, tuple(names)))
    return texts


def _sentences(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    spelled = ""
    tokens: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in [*file, "\n"]:
            token, tab, tag = line.rstrip("\n").partition("\t")
            if tab:
                tokens.append((token, tag))
            elif token.startswith("# text = "):
                spelled = token[len("# text = ") :]
            elif not token and tokens:
                yield _aligned(spelled, tokens, path)
                spelled, tokens = "", []


def _aligned(spelled: str, tokens: Sequence[tuple[str, str]], path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    """A sentence in its own spelling, and its names there."""
    spelled = spelled or "".join(token for token, _ in tokens)
    names: list[tuple[int, int, str]] = []
    end = 0
    for token, tag in tokens:
        start = spelled.find(token, end)
        if start < 0:
            raise SystemExit(f"{path}: {token!r} is not in its sentence {spelled!r}")
        end = start + len(token)
        prefix, _, found = tag.partition("-")
        type_ = TYPES.get(found)
        if type_ and prefix == "I" and names and names[-1][2] == type_ and not spelled[names[-1][1] : start].strip():
            names[-1] = (names[-1][0], end, type_)
        elif type_:
            names.append((start, end, type_))
    return spelled, names


def labelled(text: Text) -> list[str]:
    """The label of each character."""
    labels = ["O"] * len(text.text)
    for start, end, type_ in text.names:
        labels[start:end] = [f"B-{type_}"] + [f"I-{type_}"] * (end - start - 1)
    return labels


def sequences(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of the sequences that the training sees: sentences, or pieces of very long ones."""
    start = 0
    for end in range(1, len(text) + 1):
        if text[end - 1] in SEQUENCE_ENDS or end - start == LONGEST or end == len(text):
            yield start, end
            start = end


# --- What is known before ---


@dataclass(frozen=True)
class Known:
    """The look of a language's model, and the sections of its file that hold it."""

    look: Look
    folded: NDArray[np.uint16]
    sections: dict[str, array[int]]


def known(source: Sources, spaced: bool) -> Known:
    folds = sorted((ord(one), ord(other)) for one, other in source.folding.items())
    folded = folding(np.array(folds, np.uint16).reshape(-1, 2))
    words: dict[int, int] = {}
    for word, classes in sorted(source.words.items()):
        codes = folded[[min(ord(letter), 0xFFFF) for letter in word]].astype(np.uint64)
        key = int(word_keys(np.array([hash_of(codes)], np.uint64), np.array([len(word)], np.uint64))[0])
        words[key] = words.get(key, 0) | classes
    displacements, slots, count = build_table(list(words))
    lexicon = np.zeros(count, np.uint32)
    lexicon[slots] = [packed(key, classes) for key, classes in words.items()]
    statistics = {int(folded[ord(letter)]): value for letter, value in source.statistics.items()}
    by_code = np.zeros(0x10000, np.uint16)
    by_code[list(statistics)] = list(statistics.values())
    sections = {
        "folding.from": array("H", [one for one, _ in folds]),
        "folding.to": array("H", [other for _, other in folds]),
        "statistics.codes": array("H", statistics),
        "statistics.values": array("H", statistics.values()),
        "lexicon.displacements": array("H", displacements.tolist()),
        "lexicon.slots": array("I", lexicon.tolist()),
    }
    return Known(Look(Lexicon(PerfectTable(displacements, count), lexicon), by_code, spaced), folded, sections)


# --- Fitting ---


@dataclass(frozen=True)
class Weights:
    """What the training found: the features' keys and weights (features, labels), and transitions (labels, labels)."""

    keys: NDArray[np.uint64]
    features: NDArray[np.float32]
    transitions: NDArray[np.float64]


def encoded(texts: Sequence[Text], ground: Known) -> tuple[Corpus, NDArray[np.uint64]]:
    """The texts as the trainer takes them, and the key of each feature."""
    keys: list[NDArray[np.uint64]] = []
    labels: list[int] = []
    lengths: list[int] = []
    for text in texts:
        keys.append(feature_keys(characters_of(text.text, ground.folded), ground.look).T)
        labels.extend(model.LABELS.index(label) for label in labelled(text))
        lengths.extend(end - start for start, end in sequences(text.text))
    together = np.concatenate(keys)
    known_keys, features, uses = np.unique(together.ravel(), return_inverse=True, return_counts=True)
    kept = uses >= LEAST_USES
    number = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    corpus = Corpus(
        number[features].reshape(together.shape),
        np.array(labels, np.int8),
        np.cumsum([0, *lengths]),
    )
    return corpus, known_keys[kept]


def fitted(texts: Sequence[Text], ground: Known, settings: Settings) -> Weights:
    corpus, keys = encoded(texts, ground)
    features, transitions = fit(corpus, keys.size, len(model.LABELS), settings)
    for before, one in enumerate(model.LABELS):
        for after, other in enumerate(model.LABELS):
            if other.startswith("I-") and one[2:] != other[2:]:
                transitions[before, after] = FORBIDDEN
    # What all labels have in common decides nothing.
    features -= features.mean(axis=1, keepdims=True)
    spread = np.abs(features).max(axis=1)
    kept = np.sort(np.argsort(-spread, kind="stable")[:MOST_FEATURES])
    return Weights(keys[kept], features[kept], transitions)


# --- Packing ---


def pack_model(weights: Weights, ground: Known, notes: dict[str, object]) -> bytes:
    keys = weights.keys.tolist()
    scale = float(np.quantile(np.abs(weights.features).max(axis=1), 0.9995)) / (model.ZERO - 1)
    rounded = np.clip(np.rint(weights.features / scale), 1 - model.ZERO, model.ZERO - 1).astype(int) + model.ZERO
    displacements, slots, count = build_table(keys)
    packed_slots = [int.from_bytes(bytes([0, *[model.ZERO] * 7]), "little")] * count
    for key, slot, row in zip(keys, slots, rounded.tolist(), strict=True):
        packed_slots[slot] = int.from_bytes(bytes([key & int(model.CHECK), *row]), "little")
    return pack(
        {
            "notes": json.dumps(notes, ensure_ascii=False, sort_keys=True).encode() + b"\n",
            **ground.sections,
            "displacements": array("H", displacements.tolist()),
            "slots": array("Q", packed_slots),
            "scale": array("d", [scale]),
            "transitions": array("d", weights.transitions.ravel().tolist()),
        }
    )


def train(language: str, folders: Sequence[Path], out: Path, settings: Settings) -> None:
    files = sorted(path for folder in folders for path in folder.glob(f"{language}-*.conll.gz"))
    texts = [text for path in files for text in read_texts(path)]
    if not texts:
        raise SystemExit(f"No {language}-*.conll.gz in {', '.join(map(str, folders))}: name the folder with --data.")
    begun = time.monotonic()
    ground = known(sources(language), spaced=language == "ko")
    target = out / f"characters-{language}.model"
    weights = fitted(texts, ground, settings)
    notes = {
        "data": [path.name for path in files],
        "features_version": FEATURES_VERSION,
        "licence": "CC BY-SA 4.0; sources in docs/entity-model.md",
        "settings": asdict(settings),
    }
    target.write_bytes(pack_model(weights, ground, notes))
    seconds, size = time.monotonic() - begun, target.stat().st_size
    print(f"{target}: {len(texts)} texts, {weights.keys.size} features, {size} bytes, {seconds:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, action="append", required=True, help="folder of CoNLL files; repeatable")
    parser.add_argument("--language", choices=model.LANGUAGES, action="append", help="by default all")
    parser.add_argument("--out", type=Path, default=DATA, help="folder of the models")
    for name, value in asdict(Settings()).items():
        parser.add_argument(f"--{name}", type=type(value), default=value)
    options = parser.parse_args()
    settings = Settings(**{name: getattr(options, name) for name in asdict(Settings())})
    for language in options.language or model.LANGUAGES:
        train(language, options.data, options.out, settings)


if __name__ == "__main__":
    main()
