"""What the tests of the cluster share. They run where Dask is; continuous integration has a session with it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cluster.dask_processes import DaskProcesses


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskProcesses]:
    """A scheduler and two workers, for all tests that leave them alive."""
    from tests.cluster.dask_processes import DaskProcesses

    with DaskProcesses(tmp_path_factory.mktemp("cluster")) as processes:
        processes.wait_for(2)
        yield processes


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[DaskProcesses]:
    """The same for one test, which may kill what it likes."""
    from tests.cluster.dask_processes import DaskProcesses

    folder = tmp_path / "cluster"
    folder.mkdir()
    with DaskProcesses(folder) as processes:
        processes.wait_for(2)
        yield processes


_PLACES = ("Norway", "Vietnam", "Uzbekistan", "Ghana", "Peru", "Fiji", "Oman", "Chad")
_VERBS = ("rebuild", "sell", "close", "widen", "paint", "measure")
_THINGS = ("harbour", "library", "railway", "orchard", "lighthouse", "market")


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 240 articles in files of their own, with a line that all repeat, and 20 in a table."""
    folder = tmp_path_factory.mktemp("corpus") / "news"
    folder.mkdir()
    chance = random.Random(5)
    for number in range(240):
        (folder / f"{number:03}.txt").write_text(article(chance, number), encoding="utf-8")
    rows = "".join(f'"{article(chance, 1000 + number)}"\n' for number in range(20))
    (folder / "table.csv").write_text("text\n" + rows, encoding="utf-8")
    return folder


def article(chance: random.Random, number: int) -> str:
    """A text with a headline, names, and a line of furniture."""
    sentences = [
        f"The council of {chance.choice(_PLACES)} voted {chance.randint(2, 99)} to {chance.randint(1, 9)} to "
        f"{chance.choice(_VERBS)} the {chance.choice(_THINGS)} of {chance.choice(_PLACES)}."
        for _ in range(chance.randint(3, 12))
    ]
    return f"Story number {number} about a {chance.choice(_THINGS)}\n\n" + "\n".join(sentences) + "\n\nRead on here\n"
