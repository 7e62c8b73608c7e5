"""Train the taggers of Chinese, Japanese and Korean (`etl/clippings_etl/entities/data/characters-LANGUAGE.model`).

    pip install -e ".[data]"
    python scripts/train_character_recogniser.py --data FOLDER --data scripts/ner_data

Reads the CoNLL files of these languages (token, tab, BIO tag; `# text = …` gives a sentence's own spelling), sees the
texts as the product does, fits a conditional random field and packs the features that matter. The same data and
libraries give the same file.
"""

from __future__ import annotations

import argparse
import json
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pycrfsuite
from annotated_texts import TYPES, Sentence, aligned, read_conll, tagged_spans
from character_crf import LONGEST, Corpus, Settings, fit
from character_sources import Sources, sources
from numpy.typing import NDArray

from clippings_etl.entities import character_model as model
from clippings_etl.entities.character_features import FEATURES_VERSION, Look, feature_keys
from clippings_etl.entities.character_lexicon import Lexicon, packed, word_keys
from clippings_etl.entities.character_table import PerfectTable, build_table
from clippings_etl.entities.character_text import characters_of, folding, hash_of
from clippings_etl.entities.data_version import DATA
from clippings_etl.entities.tables import pack

OWN, OWN_COUNTS = "clippings", {"zh": 3, "ja": 1, "ko": 1}
"""How often our own news counts, of which there is little: the other data are encyclopaedic or years old."""
SENTENCES_A_PARAGRAPH = 5
SEQUENCE_ENDS = "\n。！？!?"
LEAST_USES = {"zh": 2, "ja": 3, "ko": 3}
"""Characters that must have a feature: what is seen once or twice is learned by heart."""
LIGHTEST = 0.005
"""A feature whose weights all are less is left out."""
BY_LBFGS = frozenset(("zh",))
"""Languages that are fitted by L-BFGS, which does better with the encyclopaedic Chinese data (.66 to .63 on the
development set); for Japanese and Korean dropout carries over better to news (.79 to .70 on our own)."""
MOST_FEATURES = 105_000
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 60, "feature.possible_transitions": False}
FORBIDDEN = -30.0
"""The weight of a transition that can't be, as from "no name" to a name's inside."""


# --- Reading ---


@dataclass(frozen=True)
class Text:
    """A text with its names: (start, end, type)."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def read_texts(path: Path) -> list[Text]:
    """The texts of a file, each sentence in its own spelling, with a new line after each few."""
    return [_joined(document, path) for document in read_conll(path)]


def _joined(sentences: Sequence[Sentence], path: Path) -> Text:
    text = ""
    names: list[tuple[int, int, str]] = []
    for number, sentence in enumerate(sentences):
        spelled, spans = aligned(sentence) or (None, [])
        if spelled is None:
            raise SystemExit(f"{path}: a sentence without its own spelling: {''.join(sentence.tokens)[:40]}")
        if text:
            closed = text[-1] in "。！？.!?…」”"
            text += (
                "\n\n" if number % SENTENCES_A_PARAGRAPH == 0 else " " * path.name.startswith("ko-") if closed else "\n"
            )
        for first, last, type_ in tagged_spans(sentence.tags):
            if type_ in TYPES:
                names.append((len(text) + spans[first][0], len(text) + spans[last - 1][1], TYPES[type_]))
        text += spelled
    return Text(text, tuple(names))


def labelled(text: Text) -> list[str]:
    """The label of each character."""
    labels = ["O"] * len(text.text)
    for start, end, type_ in text.names:
        labels[start:end] = [f"B-{type_}"] + [f"I-{type_}"] * (end - start - 1)
    return labels


def sequences(text: str, longest: int = 1 << 20) -> Iterator[tuple[int, int]]:
    """The bounds of the sequences that the training sees: sentences, or pieces of ``longest`` characters."""
    start = 0
    for end in range(1, len(text) + 1):
        if text[end - 1] in SEQUENCE_ENDS or end - start == longest or end == len(text):
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


def fitted(texts: Sequence[Text], ground: Known, language: str, scratch: Path) -> Weights:
    """The weights for these texts. ``scratch`` is a file for CRFsuite's own model."""
    keys, features, lengths = numbered(texts, ground, LEAST_USES[language])
    weights, transitions = (
        by_lbfgs(texts, keys, features, lengths, scratch)
        if language in BY_LBFGS
        else by_gradient(texts, keys, features)
    )
    spread = np.abs(weights).max(axis=1)
    kept = np.sort(np.argsort(-spread, kind="stable")[: min(MOST_FEATURES, int((spread >= LIGHTEST).sum()))])
    return Weights(keys[kept], weights[kept], transitions)


Fit = tuple[NDArray[np.float32], NDArray[np.float64]]


def by_gradient(texts: Sequence[Text], keys: NDArray[np.uint64], features: NDArray[np.int32]) -> Fit:
    """By AdaGrad with dropout (character_crf.py)."""
    bounds = [bound for text in texts for bound in sequences(text.text, LONGEST)]
    starts = np.cumsum([0, *(end - start for start, end in bounds)])
    labels = np.array([model.LABELS.index(label) for text in texts for label in labelled(text)], np.int8)
    weights, transitions = fit(Corpus(features, labels, starts), keys.size, len(model.LABELS), Settings())
    for before, one in enumerate(model.LABELS):
        for after, other in enumerate(model.LABELS):
            if other.startswith("I-") and one[2:] != other[2:]:
                transitions[before, after] = FORBIDDEN
    # What all labels have in common decides nothing.
    return weights - weights.mean(axis=1, keepdims=True), transitions


def by_lbfgs(
    texts: Sequence[Text],
    keys: NDArray[np.uint64],
    features: NDArray[np.int32],
    lengths: Sequence[int],
    scratch: Path,
) -> Fit:
    """By L-BFGS with L1 and L2 regularisation (CRFsuite)."""
    names = np.array([*(format(number, "x") for number in range(keys.size)), ""], dtype=object)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    first = 0
    for text, length in zip(texts, lengths, strict=True):
        rows = features[first : first + length].tolist()
        labels = labelled(text)
        for start, end in sequences(text.text):
            trainer.append(
                [[names[number] for number in row if number >= 0] for row in rows[start:end]], labels[start:end]
            )
        first += length
    trainer.train(str(scratch))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(scratch))
    found = tagger.info()
    tagger.close()
    scratch.unlink()
    weights = np.zeros((keys.size, len(model.LABELS)), np.float32)
    for (name, label), weight in found.state_features.items():
        weights[int(name, 16), model.LABELS.index(label)] = weight
    transitions = np.full((len(model.LABELS), len(model.LABELS)), FORBIDDEN)
    for (before, after), weight in found.transitions.items():
        transitions[model.LABELS.index(before), model.LABELS.index(after)] = weight
    return weights, transitions


def numbered(
    texts: Sequence[Text], ground: Known, least: int
) -> tuple[NDArray[np.uint64], NDArray[np.int32], list[int]]:
    """The keys of the features, their numbers for each character (-1 for those left out), and the texts' lengths."""
    found = [feature_keys(characters_of(text.text, ground.folded), ground.look).T for text in texts]
    together = np.concatenate(found)
    keys, features, uses = np.unique(together.ravel(), return_inverse=True, return_counts=True)
    kept = uses >= least
    numbers = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    return keys[kept], numbers[features].reshape(together.shape), [len(text.text) for text in texts]


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


def train(language: str, folders: Sequence[Path], out: Path) -> None:
    files = sorted(path for folder in folders for path in folder.glob(f"{language}-*.conll.gz"))
    texts = [text for path in files for text in read_texts(path) * (OWN_COUNTS[language] if OWN in path.name else 1)]
    if not texts:
        raise SystemExit(f"No {language}-*.conll.gz in {', '.join(map(str, folders))}: name the folder with --data.")
    begun = time.monotonic()
    ground = known(sources(language), spaced=language == "ko")
    target = out / f"characters-{language}.model"
    weights = fitted(texts, ground, language, target.with_suffix(".crfsuite"))
    notes = {
        "data": [path.name for path in files],
        "features_version": FEATURES_VERSION,
        "licence": "CC BY-SA 4.0; sources in docs/entity-model.md",
        "settings": SETTINGS if language in BY_LBFGS else asdict(Settings()),
    }
    target.write_bytes(pack_model(weights, ground, notes))
    seconds, size = time.monotonic() - begun, target.stat().st_size
    print(f"{target}: {len(texts)} texts, {weights.keys.size} features, {size} bytes, {seconds:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, action="append", required=True, help="folder of CoNLL files; repeatable")
    parser.add_argument("--language", choices=model.LANGUAGES, action="append", help="by default all")
    parser.add_argument("--out", type=Path, default=DATA, help="folder of the models")
    options = parser.parse_args()
    for language in options.language or model.LANGUAGES:
        train(language, options.data, options.out)


if __name__ == "__main__":
    main()
