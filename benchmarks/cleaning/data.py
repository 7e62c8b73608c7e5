"""The development data: where it lies, its fingerprint, and the scorers that come with it.

The data is other people's text and no part of this project, so a clone is without it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

VARIABLE = "CLIPPINGS_CLEANING_DATA"
"""Environment variable that names the folder, where it isn't beside the project."""

_BESIDE_THE_PROJECT = Path(__file__).parents[3] / "shared" / "cleaning"


def data_folder() -> Path:
    """The folder with the data, whether it exists or not."""
    return Path(os.environ.get(VARIABLE) or _BESIDE_THE_PROJECT)


def fingerprint(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def scorer(folder: Path, name: str) -> ModuleType:
    """The scorer that lies beside the data, as a module.

    Raises:
        FileNotFoundError: the folder holds no scorer of that name.
    """
    path = folder / f"{name}.py"
    specification = importlib.util.spec_from_file_location(name, path)
    if specification is None or specification.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(specification)
    # The folder may be read-only: no byte code is written beside the scorer.
    write, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        specification.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = write
    return module
