"""Texts whose names are marked: where they lie, and the scorer that comes with them.

The development sets are other people's text and no part of this project, so a clone is without them and without
their scorer; the texts held out of training are our own.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType

from benchmarks.cleaning.data import scorer

VARIABLE = "CLIPPINGS_ENTITIES_DATA"
"""Environment variable that names the folder, where it isn't beside the project."""

SCORER = "nerdocs"

PROJECT = Path(__file__).parents[2]
_BESIDE_THE_PROJECT = PROJECT.parent / "shared" / "ner"
_HELD_OUT = PROJECT / "scripts" / "ner_data" / "heldout"


def data_folder() -> Path:
    """The folder with the scorer and the development sets, whether it exists or not."""
    return Path(os.environ.get(VARIABLE) or _BESIDE_THE_PROJECT)


def development_files(folder: Path) -> list[Path]:
    """The development sets, by name."""
    return sorted((folder / "dev").glob("*.conll.gz"))


def held_out_files() -> list[Path]:
    """Our own texts that nothing was trained on, by name."""
    return sorted(_HELD_OUT.glob("*.conll.gz"))


def set_name(path: Path) -> str:
    """What a set is called: ``en-wikigold``; it begins with the code of its language."""
    return path.name.removesuffix(".conll.gz")


def nerdocs(folder: Path) -> ModuleType:
    """The scorer, as a module.

    Raises:
        FileNotFoundError: the folder holds none.
    """
    return scorer(folder, SCORER)
