"""spaCy's pipelines, installed as packages or lying in a folder: `spacy:en_core_web_sm`, `spacy:models/ours`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..errors import RecogniserError
from .installed import package
from .pieces import pieces
from .protocol import UNSURE, Engine, Found, type_of

_MULTILINGUAL = "xx"
"""spaCy's code for a pipeline that isn't of one language."""


@dataclass(frozen=True)
class SpacyPipeline:
    """An ``Engine``."""

    nlp: Any
    languages: frozenset[str] | None
    version: str
    method: str

    def __call__(self, text: str, language: str | None) -> Iterator[Found]:
        """See ``Engine``; spaCy's recogniser gives no scores."""
        for offset, piece in pieces(text):
            for entity in self.nlp(piece).ents:
                type_ = type_of(entity.label_)
                if type_:
                    yield Found(offset + entity.start_char, offset + entity.end_char, type_, UNSURE, self.method)


def open_engine(argument: str) -> Engine:
    """A pipeline by its package's name, or by its folder.

    Raises:
        RecogniserError: spaCy or the pipeline isn't installed, can't be loaded, or finds no entities.
    """
    spacy = package("spacy", "spacy")
    if not argument:
        raise RecogniserError("spacy needs a pipeline", "Name it behind a colon: spacy:en_core_web_sm.")
    folder = Path(argument)
    if not spacy.util.is_package(argument) and not folder.is_dir():
        raise RecogniserError(
            f"spaCy has no pipeline {argument!r}: there is no such package, and no such folder",
            f"Install it with `python -m spacy download {argument}`, or name the folder of a pipeline."
            if argument.isidentifier()
            else "Check the path: it must be the folder that holds the pipeline's config.cfg.",
        )
    try:
        nlp = spacy.load(argument)
    except (OSError, ValueError, ImportError) as error:
        raise RecogniserError(
            f"spaCy can't load {argument!r}: {str(error).splitlines()[0]}",
            "It may be damaged, made for another version of spaCy, or need another package.",
        ) from error
    if not any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names):
        raise RecogniserError(
            f"the pipeline {argument!r} finds no entities: it has {', '.join(nlp.pipe_names) or 'no components'}",
            "Name one with an ner or an entity_ruler in it.",
        )
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    made = f"{name} {nlp.meta['version']}"
    if folder.is_dir() and not spacy.util.is_package(argument):
        made += f" {_fingerprint(folder)}"
    return SpacyPipeline(
        nlp,
        None if nlp.lang == _MULTILINGUAL else frozenset((nlp.lang,)),
        f"spacy {version('spacy')}, {made}",
        f"spacy:{name}",
    )


def _fingerprint(folder: Path) -> str:
    """What is in a folder, as 12 hexadecimal digits: pipelines of one's own seldom change their version."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()} {path.stat().st_size}\n".encode())
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:12]
