"""Train the recogniser's model (`etl/clippings_etl/entities/data/recogniser.model`) on annotated text.

    pip install -e ".[data]"
    python scripts/train_recogniser.py --data FOLDER --data scripts/ner_data --dev FOLDER

Reads CoNLL files named LANGUAGE-SOURCE.conll.gz (token, tab, BIO tag), builds texts from them, and sees these as the
product does: its tokens, its known names, its features. Fits a linear-chain conditional random field by stochastic
gradient in one thread with a fixed seed: the same data and libraries give the same file. With --dev the model's
figures on these files, without the gazetteer and the rules beside it, are printed and noted in the model.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from annotated_texts import Text, read_texts
from numpy.typing import NDArray
from sentence_crf import Arrays, Settings, fit

from clippings_etl.entities.candidates import Document
from clippings_etl.entities.context import DOMAINS, context_of
from clippings_etl.entities.document import prepare
from clippings_etl.entities.features import SLOTS, slot_keys
from clippings_etl.entities.model import Model, packed_model, read_model
from clippings_etl.entities.tagger import NAME, Tagger, Words, context_keys, speakers

OUT = Path(__file__).parent.parent / "etl" / "clippings_etl" / "entities" / "data" / NAME
TYPES = ("person", "organisation", "place")
LABELS = ("O", *(f"{prefix}-{type_}" for type_ in TYPES for prefix in "BI"))
NO_SPACES = ("zh", "ja", "ko", "th")
"""Languages that have models of their own."""
REPLACED = {"vi-vtb_silver": "vi-vtb"}
"""Machine-made tags that aren't used where tags by people are there."""
OWN, OLD = "-clippings", "-europeana"
WEIGHTS = {OWN: 2.0, OLD: 0.5}
"""How much the sentences of a source count: news of today in full, newspapers of 1900 read by machine less."""
LEAST = 2
"""Tokens that must have a feature."""
MOST = 800_000
"""Features of the model: those whose weights tell most."""
LEANING = 1.0
"""What is taken from "no name" for capitalised words, since texts of other kinds hold more new names than these."""
SETTINGS = Settings()


class KeyedWords(Words):
    """Words with the keys of their features in each slot."""

    def clear(self) -> None:
        self.keys: list[list[NDArray[np.uint64]]] = [[] for _ in SLOTS]
        super().clear()

    def _describe(self, words: Sequence[str], norms: Sequence[str]) -> None:
        for slot, keys in zip(self.keys, slot_keys(words, norms, self.language), strict=True):
            slot.extend(row[row != 0] for row in keys)


@dataclass
class Corpus:
    """All sentences as arrays: what each token's features are, by units that many tokens share."""

    units: list[NDArray[np.uint64]] = field(default_factory=list)
    """The keys of each unit: a word in a slot, or a value of a small feature."""
    token_units: list[NDArray[np.int32]] = field(default_factory=list)
    token_counts: list[NDArray[np.int32]] = field(default_factory=list)
    """How many units each token has."""
    labels: list[NDArray[np.int8]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    """Tokens of each sentence."""
    weights: list[float] = field(default_factory=list)
    """How much each sentence counts."""


class Encoder:
    """Texts to the arrays of a corpus."""

    def __init__(self) -> None:
        self.corpus = Corpus()
        self.words: dict[str, KeyedWords] = {}
        self.unit_numbers: dict[tuple[str, str, str, int], int] = {}
        self.context_keys: dict[tuple[str, str], NDArray[np.uint64]] = {}

    def add(self, text: Text, weight: float) -> None:
        document = prepare(text.text, text.language)
        if not document.tokens:
            return
        language = text.language
        words = self.words.setdefault(language, KeyedWords(language))
        rows = words.rows_of(document.tokens)
        context = context_of(document, words.shapes[rows], words.norms[rows], 0, len(document.tokens))
        tokens = np.arange(len(document.tokens))
        columns, owners = [], []
        for (name, _), values in zip(DOMAINS, context.values, strict=True):
            columns.append(self._units(("context", name, language), values))
            owners.append(tokens)
        for spoken in speakers(context, rows):
            speaks = spoken != 0
            columns.append(self._units(("word", "", language), spoken[speaks]))
            owners.append(tokens[speaks])
        owner = np.concatenate(owners)
        order = np.argsort(owner, kind="stable")
        self.corpus.token_units.append(np.concatenate(columns)[order].astype(np.int32))
        self.corpus.token_counts.append(np.bincount(owner, minlength=len(document.tokens)).astype(np.int32))
        self.corpus.labels.append(self._labels(document, text))
        sizes = np.bincount(context.sentence).tolist()
        self.corpus.sentences.extend(sizes)
        self.corpus.weights.extend([weight] * len(sizes))

    def _units(self, kind: tuple[str, str, str], values: NDArray[np.int64]) -> NDArray[np.int64]:
        distinct, inverse = np.unique(values, return_inverse=True)
        numbers = np.array([self._unit(kind, int(value)) for value in distinct], np.int64)
        return numbers[inverse]

    def _unit(self, kind: tuple[str, str, str], value: int) -> int:
        number = self.unit_numbers.get((*kind, value))
        if number is None:
            number = self.unit_numbers[(*kind, value)] = len(self.corpus.units)
            self.corpus.units.append(self._keys(kind, value))
        return number

    def _keys(self, kind: tuple[str, str, str], value: int) -> NDArray[np.uint64]:
        group, name, language = kind
        if group == "word":
            row, slot = divmod(value, len(SLOTS))
            return self.words[language].keys[slot][row]
        if (name, language) not in self.context_keys:
            self.context_keys[name, language] = context_keys(name, dict(DOMAINS)[name], language)
        keys: NDArray[np.uint64] = self.context_keys[name, language][value]
        return keys

    def _labels(self, document: Document, text: Text) -> NDArray[np.int8]:
        labels = np.zeros(len(document.tokens), np.int8)
        starts = np.array([token.start for token in document.tokens])
        ends = np.array([token.end for token in document.tokens])
        for start, end, type_ in text.names:
            first = int(np.searchsorted(ends, start, side="right"))
            last = int(np.searchsorted(starts, end, side="left"))
            if first >= last:
                continue
            for index in range(first, last):
                labels[index] = LABELS.index(f"{'B' if index == first else 'I'}-{type_}")
        return labels


def flat(corpus: Corpus, least: int) -> Arrays:
    """The corpus as arrays, without features that fewer than ``least`` tokens have."""
    sizes = np.array([unit.size for unit in corpus.units], np.int64)
    unit_keys = np.concatenate(corpus.units)
    token_units = np.concatenate(corpus.token_units)
    uses = np.bincount(token_units, minlength=sizes.size)
    keys, features = np.unique(unit_keys, return_inverse=True)
    counts = np.bincount(features, weights=np.repeat(uses, sizes), minlength=keys.size)
    kept = counts >= least
    number = np.cumsum(kept) - 1
    stays = kept[features]
    new_sizes = np.bincount(np.repeat(np.arange(sizes.size), sizes)[stays], minlength=sizes.size)
    return Arrays(
        keys=keys[kept],
        unit_starts=np.concatenate(([0], np.cumsum(new_sizes))),
        unit_features=number[features[stays]].astype(np.int32),
        token_starts=np.concatenate(([0], np.cumsum(np.concatenate(corpus.token_counts)))),
        token_units=token_units,
        labels=np.concatenate(corpus.labels),
        sentence_starts=np.concatenate(([0], np.cumsum(corpus.sentences))),
        weights=np.array(corpus.weights, np.float32),
    )


def pruned(
    keys: NDArray[np.uint64], weights: NDArray[np.float32], most: int
) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """At most ``most`` features, those whose weights differ most between labels."""
    spread = weights.max(axis=1) - weights.min(axis=1)
    kept = np.sort(np.argsort(-spread, kind="stable")[:most])
    return keys[kept], weights[kept]


def files_of(folders: Sequence[Path]) -> list[Path]:
    """The CoNLL files of some folders, in a fixed order."""
    files = sorted((path for folder in folders for path in folder.glob("*.conll.gz")), key=lambda path: path.name)
    files = [path for path in files if path.name.partition("-")[0] not in NO_SPACES]
    stems = {source_of(path) for path in files}
    return [path for path in files if REPLACED.get(source_of(path)) not in stems]


def source_of(path: Path) -> str:
    return path.name.partition(".")[0]


def weight_of(source: str) -> float:
    return next((weight for ending, weight in WEIGHTS.items() if source.endswith(ending)), 1.0)


def encoded(files: Sequence[Path]) -> tuple[Corpus, dict[str, dict[str, int]]]:
    """The texts of all files, and how much each source holds."""
    encoder = Encoder()
    sources = {}
    for path in files:
        texts = read_texts(path, headlines=True)
        before = len(encoder.corpus.sentences)
        for text in texts:
            encoder.add(text, weight_of(source_of(path)))
        sentences = encoder.corpus.sentences[before:]
        names = [type_ for text in texts for _, _, type_ in text.names]
        counts = {type_: names.count(type_) for type_ in TYPES}
        sources[source_of(path)] = {"texts": len(texts), "tokens": sum(sentences), **counts}
        print(f"{path.name}: {sources[source_of(path)]}", flush=True)
    return encoder.corpus, sources


def figures(model: Model, files: Sequence[Path]) -> dict[str, dict[str, float]]:
    """F1 of exact mentions for each file: of all with and without their types, and of each type."""
    taggers: dict[str, Tagger] = {}
    found = {}
    for path in files:
        counts = {kind: [0, 0, 0] for kind in ("typed", "untyped", *TYPES)}
        for text in read_texts(path):
            tagger = taggers.setdefault(text.language, Tagger(model, text.language))
            mentions = {(c.start, c.end, c.type) for c in tagger.mentions(prepare(text.text, text.language))}
            gold = set(text.names)
            for kind, count in counts.items():
                _count(count, _of_kind(mentions, kind), _of_kind(gold, kind))
        found[source_of(path)] = {kind: round(_f1(count), 3) for kind, count in counts.items()}
        print(f"{source_of(path):22} {found[source_of(path)]}", flush=True)
    return found


def _of_kind(names: set[tuple[int, int, str]], kind: str) -> set[tuple[int, int, str]]:
    if kind == "untyped":
        return {(start, end, "") for start, end, _ in names}
    return {name for name in names if kind in ("typed", name[2])}


def _count(count: list[int], found: set[tuple[int, int, str]], gold: set[tuple[int, int, str]]) -> None:
    count[0] += len(found & gold)
    count[1] += len(found)
    count[2] += len(gold)


def _f1(count: Sequence[int]) -> float:
    right, found, gold = count
    return 2 * right / (found + gold) if found + gold else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, action="append", required=True, help="a folder of training files")
    parser.add_argument("--dev", type=Path, action="append", default=[], help="a folder of files to measure on")
    parser.add_argument("--leave-out", action="append", default=[], help="a language or source not to train on")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    left_out = set(arguments.leave_out)
    files = [path for path in files_of(arguments.data) if not {source_of(path), path.name[:2]} & left_out]
    corpus, sources = encoded(files)
    arrays = flat(corpus, LEAST)
    weights, transitions = fit(arrays, len(LABELS), SETTINGS)
    keys, weights = pruned(arrays.keys, weights, MOST)
    notes: dict[str, object] = {"leaning": LEANING, "sources": sources}
    transitions32 = transitions.astype(np.float32)
    arguments.out.write_bytes(packed_model(LABELS, transitions32, keys, weights, notes))
    if arguments.dev:
        notes["figures"] = figures(read_model(arguments.out), files_of(arguments.dev))
        arguments.out.write_bytes(packed_model(LABELS, transitions32, keys, weights, notes))
    print(f"{arguments.out}: {arguments.out.stat().st_size:,} bytes, {keys.size:,} features")


if __name__ == "__main__":
    main()
