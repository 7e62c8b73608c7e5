"""The trained model at work: a document's tokens to mentions.

All that words say is summed once a distinct word and kept (``ScoredWords``); a document is then some additions of table
rows. Nothing here depends on what was tagged before: the kept rows only save time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .candidates import Candidate, Document
from .context import DOMAINS, OWN, Context, before, behind, context_of, shape_code
from .data_version import DATA
from .features import SLOTS, language_salts, slot_keys
from .hashing import Hashes, hash_of, mixed
from .model import Floats, Model, read_model
from .plausible import plausible
from .tokens import Token
from .viterbi import best_labels

NAME = "recogniser.model"
_UNSPACED = frozenset(("zh", "ja", "ko", "th", "lo", "my", "km"))
"""Languages that have models of their own, or none."""
_BLOCK = 16_384
"""Tokens that are tagged at once: bounds the memory that a long text takes."""
_MOST_WORDS, _MOST_LANGUAGES = 16_384, 4
"""Distinct words of a language, and languages, that are kept: some 15 MB each."""

_SHARED = 0.5
"""How far the evidence for a word is drawn towards its mean over the text, from 0 to 1."""
_SURE = 2.0
"""How far "no name" must lie above all else, for a token and its neighbours, to take it out of the sequences. But
for one in a thousand the same mentions come out as with all tokens in them."""

Ints = npt.NDArray[np.int64]


class Words:
    """The words of one language that were seen: for each a row of ``shapes``, ``norms`` and what ``_describe`` keeps.

    Row 0 is the place where no word stands, at the ends of a sentence.
    """

    def __init__(self, language: str | None) -> None:
        self.language = language
        self.clear()

    def clear(self) -> None:
        """Forgets all words."""
        self._index: dict[str, int] = {}
        self._norm_index: dict[str, int] = {}
        self.shapes = np.zeros(1, np.int64)
        self.norms = np.zeros(1, np.int64)
        self._describe([""], [""])

    def _describe(self, words: Sequence[str], norms: Sequence[str]) -> None:
        """Keeps what is to be known of new words, whose rows follow those there are."""

    def __len__(self) -> int:
        return len(self._index)

    def rows_of(self, tokens: Sequence[Token]) -> Ints:
        """The row of each token's word; new words get one."""
        index = self._index
        new = {token.text: token for token in tokens if token.text not in index}
        if new:
            self._add(list(new.values()))
        return np.array([index[token.text] for token in tokens], np.int64)

    def _add(self, tokens: Sequence[Token]) -> None:
        numbers = self._norm_index
        norms = [numbers.setdefault(token.norm, len(numbers) + 1) for token in tokens]
        for token in tokens:
            self._index[token.text] = len(self._index) + 1
        self.shapes = np.concatenate((self.shapes, [shape_code(token) for token in tokens]))
        self.norms = np.concatenate((self.norms, norms))
        self._describe([token.text for token in tokens], [token.norm for token in tokens])


class ScoredWords(Words):
    """Words with what each says in every slot: ``scores`` is (words and room for more, slots, labels)."""

    def __init__(self, model: Model, language: str | None) -> None:
        self._model = model
        super().__init__(language)

    def clear(self) -> None:
        self.scores = np.empty((0, len(SLOTS), len(self._model.labels)), np.float32)
        self._filled = 0
        super().clear()

    def _describe(self, words: Sequence[str], norms: Sequence[str]) -> None:
        keys = slot_keys(words, norms, self.language)
        added = np.stack([self._model.scores(slot) for slot in keys], axis=1)
        filled, needed = self._filled, self._filled + len(words)
        if needed > self.scores.shape[0]:
            larger = np.empty((max(needed, 2 * filled), *self.scores.shape[1:]), np.float32)
            larger[:filled] = self.scores[:filled]
            self.scores = larger
        self.scores[filled:needed] = added
        self.scores[0, 0] = 0.0
        self._filled = needed


def context_keys(name: str, size: int, language: str | None) -> Hashes:
    """The keys of all values of a small feature: (size, 1), or (size, 2) where the language has its own."""
    values = np.arange(1, size + 1, dtype=np.uint64)
    salt = hash_of(f"context {name}")
    own, _ = language_salts(language)
    keys = [mixed(values, salt)]
    if own and name in OWN:
        keys.append(mixed(values, salt ^ own))
    return np.stack(keys, axis=1)


_SLOT_NUMBERS = np.array((0, 1, 2, *range(5, 13)))
"""Slots of the places that speak; for words without a capital the neighbours' are two further on."""


def speakers(context: Context, rows: Ints) -> Ints:
    """(places, tokens): the words that speak for each token, and from which slot, as row × slots + slot; 0 for none.

    ``rows`` are the tokens' words; row 0 stands for the ends of a sentence.
    """
    capital, run, name = context.capital, context.run, context.name
    every = np.arange(rows.size)
    one_before = np.where(context.begins, 0, before(rows, 0))
    one_behind = np.where(context.ends, 0, behind(rows, 0))
    two_before = np.where(context.begins, 0, before(one_before, 0))
    two_behind = np.where(context.ends, 0, behind(one_behind, 0))
    later, sooner = capital & (run.first < every), capital & (run.last > every)
    spoken = np.stack(
        (
            rows,
            one_before,
            one_behind,
            two_before,
            two_behind,
            one_before[run.first],
            one_behind[run.last],
            rows[run.first],
            rows[run.last],
            rows[name.first],
            rows[name.last],
        )
    )
    spoken *= len(SLOTS)
    spoken += _SLOT_NUMBERS[:, None]
    spoken[1:3] += 2 * ~capital
    for place, speaks in zip(
        range(3, 11),
        (capital, capital, later, sooner, later, sooner, name.first < every, name.last > every),
        strict=True,
    ):
        spoken[place] *= speaks
    return spoken


class Tagger:
    """A model ready for one language."""

    def __init__(self, model: Model, language: str | None) -> None:
        self._model = model
        self._words = ScoredWords(model, language)
        tables = [model.scores(context_keys(name, size, language)) for name, size in DOMAINS]
        self._table = np.concatenate(tables)
        self._offsets = np.cumsum([0, *(len(table) for table in tables[:-1])])[:, None]
        self._types = [label.partition("-")[2] for label in model.labels]
        self._begins = np.array([label[0] in "BU" for label in model.labels])
        self._outside = model.labels.index("O")
        groups = [label.partition("-")[2] for label in model.labels]
        self._groups = np.cumsum([group != before for group, before in pairwise(["-", *groups])]) - 1
        self._group_starts = np.flatnonzero(np.diff(self._groups, prepend=-1))
        self._leaning = np.float32(model.notes.get("leaning", 0.0))

    def mentions(self, document: Document) -> Iterator[Candidate]:
        """The mentions that the model finds, in order."""
        for first, last in _blocks(document.tokens):
            emissions, context = self.emissions(document, first, last)
            emissions[context.capital, self._outside] -= self._leaning
            labels = self._labels(emissions, context)
            yield from self._candidates(document, first, emissions, labels, context.sentence)

    def emissions(self, document: Document, first: int, last: int) -> tuple[Floats, Context]:
        """(tokens, labels): what everything around them says of the tokens ``first`` to ``last`` (exclusive)."""
        words = self._words
        if len(words) > _MOST_WORDS:
            words.clear()
        rows = words.rows_of(document.tokens[first:last])
        context = context_of(document, words.shapes[rows], words.norms[rows], first, last)
        scores = words.scores.reshape(-1, len(self._model.labels))
        emissions = scores.take(speakers(context, rows), axis=0).sum(axis=0)
        values = np.stack(context.values)
        values += self._offsets
        emissions += self._table.take(values, axis=0).sum(axis=0)
        self._share(emissions, context, words.norms[rows])
        return emissions, context

    def _share(self, emissions: Floats, context: Context, norms: Ints) -> None:
        """Lets a capitalised word learn from where it stands elsewhere in the text: changes ``emissions``.

        What speaks for each type (for the best of its labels) is drawn towards the mean over the word's places.
        """
        capital = np.flatnonzero(context.capital)
        _, word, count = np.unique(norms[capital], return_inverse=True, return_counts=True)
        if not (count > 1).any():
            return
        types = np.maximum.reduceat(emissions[capital], self._group_starts, axis=1)
        means = np.stack([np.bincount(word, weights=column) for column in types.T], axis=1) / count[:, None]
        emissions[capital] += (_SHARED * (means[word] - types))[:, self._groups]

    def _labels(self, emissions: Floats, context: Context) -> Ints:
        """The best label of each token. Where there is surely no name, the sentences are cut into shorter sequences."""
        outside = self._outside
        labels = np.full(emissions.shape[0], outside, np.int64)
        others = np.delete(emissions, outside, axis=1).max(axis=1)
        unsure = emissions[:, outside] - others < _SURE
        open_ = np.flatnonzero(unsure | before(unsure, 0) | behind(unsure, 0))
        if not open_.size:
            return labels
        sentence = context.sentence[open_]
        cut = np.diff(open_, prepend=-2) != 1
        begins = cut | (np.diff(sentence, prepend=-1) != 0)
        starts = np.flatnonzero(begins)
        kept = emissions[open_]
        kept[starts[cut[starts]]] += self._model.transitions[outside]
        ends = np.append(starts[1:], open_.size) - 1
        kept[ends] += self._model.transitions[:, outside]
        labels[open_] = best_labels(kept, self._model.transitions, starts)
        return labels

    def _candidates(
        self, document: Document, offset: int, emissions: Floats, labels: Ints, sentence: Ints
    ) -> Iterable[Candidate]:
        inside = np.flatnonzero(labels != self._outside)
        if not inside.size:
            return
        types = self._types
        chosen = emissions[inside, labels[inside]]
        margins = chosen - emissions[inside, self._outside]
        first = last = -1
        total = 0.0
        for token, label, margin in zip(inside.tolist(), labels[inside].tolist(), margins.tolist(), strict=True):
            goes_on = (
                token == last
                and not self._begins[label]
                and types[label] == types[labels[first]]
                and sentence[token] == sentence[first]
            )
            if not goes_on:
                if first >= 0:
                    yield self._candidate(document, offset, first, last, types[labels[first]], total)
                first, total = token, 0.0
            last = token + 1
            total += margin
        yield self._candidate(document, offset, first, last, types[labels[first]], total)

    def _candidate(self, document: Document, offset: int, first: int, last: int, type_: str, total: float) -> Candidate:
        return document.propose(offset + first, offset + last, type_, _score(total / (last - first)), "model")


def _score(margin: float) -> float:
    """How sure a mention is, by how far its labels are above "no name" on the average."""
    return round(0.5 + 0.45 * min(max(margin / 10, 0.0), 1.0), 2)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Pieces of a text, cut at line breaks where there are any."""
    first = 0
    while first < len(tokens):
        last = min(first + _BLOCK, len(tokens))
        if last < len(tokens):
            last = next((place for place in range(last, first + _BLOCK // 2, -1) if tokens[place].gap == "\n"), last)
        yield first, last
        first = last


@cache
def _model() -> Model:
    return read_model(DATA / NAME)


@lru_cache(_MOST_LANGUAGES)
def _tagger(language: str | None) -> Tagger:
    return Tagger(_model(), language)


def tagged(document: Document) -> Iterable[Candidate]:
    """The names that the model finds in a text of a language that sets spaces between words."""
    if document.language in _UNSPACED:
        return ()
    return plausible(document, _tagger(document.language).mentions(document))
