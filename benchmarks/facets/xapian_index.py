"""Xapian: words with positions, a boolean term for each entity.

Xapian 1.4 counts no value of which a document has several, so a match spy written in Python collects them, packed, and
numpy counts. Debian's python3-xapian belongs to Debian's Python; any Python of the same version can import it.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from .engine import HITS, TOP, TYPES, EntityCount, Found, Material, NotHere, Question, installed

_DEBIAN = "/usr/lib/python3/dist-packages"
_ENTITIES, _MONTH = 0, 1
"""Slots of values."""
_DOCUMENTS_IN_MEMORY = "50000"


class Xapian:
    """Positions, boolean terms and packed values."""

    what: ClassVar[str] = "Xapian with a match spy in Python"
    exact_order: ClassVar[bool] = False

    def __init__(self, material: Material) -> None:
        self._material = material
        self._folder = material.folder / "xapian"

    def version(self) -> str:
        return f"Xapian {_xapian().version_string()}"

    def files(self) -> Sequence[Path]:
        return [self._folder] if self._folder.exists() else []

    def build(self) -> None:
        xapian = _xapian()
        os.environ["XAPIAN_FLUSH_THRESHOLD"] = _DOCUMENTS_IN_MEMORY
        loose = self._folder.with_name("xapian-partial")
        shutil.rmtree(loose, ignore_errors=True)
        flags = xapian.DB_CREATE_OR_OVERWRITE | xapian.DB_NO_SYNC | xapian.DB_DANGEROUS
        database = xapian.WritableDatabase(str(loose), flags)
        generator = xapian.TermGenerator()
        for article in _lines(self._material.articles):
            database.add_document(_document(xapian, generator, article))
        database.commit()
        database.close()
        loosely = xapian.Database(str(loose))
        compact = self._folder.with_name("xapian-compact")
        shutil.rmtree(compact, ignore_errors=True)
        loosely.compact(str(compact))
        loosely.close()
        shutil.rmtree(loose)
        compact.replace(self._folder)

    def open(self) -> None:
        self._xapian = _xapian()
        self._database = self._xapian.Database(str(self._folder))
        entities = list(_lines(self._material.entities))
        most = max((entity["id"] for entity in entities), default=0)
        self._types: NDArray[np.int8] = np.full(most + 1, -1, np.int8)
        self._entities: dict[int, tuple[str, str]] = {}
        for entity in entities:
            self._types[entity["id"]] = TYPES.index(entity["type"]) if entity["type"] in TYPES else -1
            self._entities[entity["id"]] = (entity["key"], entity["name"])
        self._collector = _collector(self._xapian)

    def answer(self, cell: str, question: Question) -> Found:
        if cell == "e":
            months = self._xapian.ValueCountMatchSpy(_MONTH)
            self._run(question, hits=False, spy=months)
            return Found(months={one.term.decode(): one.termfreq for one in months.values()})
        spy = None if cell == "a" else self._collector()
        hits = self._run(question, hits=cell != "b", spy=spy)
        return Found(hits=hits, entities=self._counted(spy.collected) if spy else {})

    def _run(self, question: Question, *, hits: bool, spy: Any) -> list[tuple[int, str]]:
        xapian = self._xapian
        query = xapian.Query(question.words) if question.words else xapian.Query.MatchAll
        if question.selected:
            query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(f"XE{question.selected.number}"))
        enquiry = xapian.Enquire(self._database)
        enquiry.set_query(query)
        if not question.words:
            enquiry.set_weighting_scheme(xapian.BoolWeight())
        if spy is not None:
            enquiry.add_matchspy(spy)
        checked = self._database.get_doccount() if spy is not None else 0
        found = enquiry.get_mset(0, HITS if hits else 0, checked)
        return [(hit.docid, json.loads(hit.document.get_data())[0]) for hit in found]

    def _counted(self, collected: list[bytes]) -> dict[str, list[EntityCount]]:
        mentioned = np.frombuffer(b"".join(collected), np.uint32)
        counts = np.bincount(mentioned, minlength=len(self._types))
        found: dict[str, list[EntityCount]] = {}
        for number, type in enumerate(TYPES):
            entities = np.nonzero((self._types == number) & (counts > 0))[0]
            best = entities[np.lexsort((entities, -counts[entities]))][:TOP].tolist()
            found[type] = [
                EntityCount(self._entities[one][0], int(counts[one]), self._entities[one][1]) for one in best
            ]
        return found


def _xapian() -> Any:
    if _DEBIAN not in sys.path and Path(_DEBIAN).is_dir():
        sys.path.append(_DEBIAN)
    try:
        return installed("xapian")
    except NotHere as error:
        raise NotHere("xapian isn't installed (Debian: python3-xapian)") from error


def _document(xapian: Any, generator: Any, article: dict[str, Any]) -> Any:
    document = xapian.Document()
    generator.set_document(document)
    generator.set_termpos(0)
    generator.index_text(article["title"])
    generator.increase_termpos()
    generator.index_text(article["text"])
    for number in article["entities"]:
        document.add_boolean_term(f"XE{number}")
    document.add_value(_ENTITIES, array("I", article["entities"]).tobytes())
    if article["month"]:
        document.add_value(_MONTH, article["month"])
    document.set_data(json.dumps([article["title"], article["text"]]))
    return document


def _collector(xapian: Any) -> Any:
    class Collector(xapian.MatchSpy):  # type: ignore[misc]
        """Collects the packed entities of each match."""

        def __init__(self) -> None:
            xapian.MatchSpy.__init__(self)
            self.collected: list[bytes] = []

        def __call__(self, document: Any, weight: float) -> None:
            self.collected.append(document.get_value(_ENTITIES))

    return Collector


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
