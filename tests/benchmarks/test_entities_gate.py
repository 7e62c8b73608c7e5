"""The quality gate holds what recognition and linking have reached."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from benchmarks.cleaning import floors as pinned
from benchmarks.entities.data import data_folder
from benchmarks.entities.gate import FILE, SET_TOLERANCE, TOLERANCE, Measured, measure, run, table

REACHED = {"dev.en-news.typed": 0.7, "dev.en-news.ORG": 0.5, "dev.macro.typed": 0.7, "linking.precision": 0.96}
FILES = {"dev/en-news.conll.gz": "a" * 64}


@pytest.fixture
def floors_file(tmp_path: Path) -> Path:
    """Floors that are pinned at some figures."""
    path = tmp_path / "floors.json"
    assert run(Measured(REACHED, FILES), path, lift=True)[1] == []
    return path


def floor(path: Path, name: str) -> float:
    """A pinned floor."""
    return pinned.load(path).figures[name]


def test_means_are_held_more_closely_than_single_sets(floors_file: Path) -> None:
    """A floor lies below its figure by the tolerance of means or by that of sets."""
    assert floor(floors_file, "dev.macro.typed") == pytest.approx(0.7 - TOLERANCE, abs=0.0002)
    assert floor(floors_file, "linking.precision") == pytest.approx(0.96 - TOLERANCE, abs=0.0002)
    assert floor(floors_file, "dev.en-news.typed") == pytest.approx(0.7 - SET_TOLERANCE, abs=0.0002)


def test_a_figure_within_the_tolerance_passes_and_one_below_fails(floors_file: Path) -> None:
    """What falls a little passes; what falls further is named with the way to lower its floor."""
    assert run(Measured({**REACHED, "dev.en-news.typed": 0.695}, FILES), floors_file)[1] == []
    (fault,) = run(Measured({**REACHED, "dev.en-news.typed": 0.6}, FILES), floors_file)[1]
    assert fault.startswith("dev.en-news.typed is 0.6, below its floor 0.6")
    assert fault.endswith("--lower 'dev.en-news.typed'")


def test_floors_fall_on_purpose_only_and_a_whole_set_at_once(floors_file: Path) -> None:
    """Raising lowers nothing; ``SET.*`` lowers every floor of a set and no other."""
    worse = Measured({**REACHED, "dev.en-news.typed": 0.6, "dev.en-news.ORG": 0.4, "dev.macro.typed": 0.8}, FILES)
    assert len(run(worse, floors_file, lift=True)[1]) == 2
    assert floor(floors_file, "dev.en-news.ORG") == pytest.approx(0.49, abs=0.0002)
    assert run(worse, floors_file, lower=["dev.en-news.*"])[1] == []
    assert floor(floors_file, "dev.en-news.ORG") == pytest.approx(0.39, abs=0.0002)
    assert floor(floors_file, "dev.macro.typed") == pytest.approx(0.798, abs=0.0002)


def test_lowering_needs_the_name_of_a_floor(floors_file: Path) -> None:
    """A name that belongs to no floor is an error, and nothing is written."""
    before = floors_file.read_bytes()
    with pytest.raises(ValueError, match=r"no floor is called 'dev\.xx\.\*'"):
        run(Measured(REACHED, FILES), floors_file, lower=["dev.xx.*"])
    assert floors_file.read_bytes() == before


def test_changed_data_and_missing_figures_are_noticed(floors_file: Path) -> None:
    """Other data than the floors were pinned on fails, and so does a floor that nothing measures any more."""
    fewer = {name: value for name, value in REACHED.items() if name != "linking.precision"}
    faults = run(Measured(fewer, {"dev/en-news.conll.gz": "b" * 64}), floors_file)[1]
    assert len(faults) == 2
    assert faults[0].startswith("dev/en-news.conll.gz has changed since the floors were pinned")
    assert faults[1].startswith("linking.precision has a floor and wasn't measured")


def test_figures_without_floors_fail(tmp_path: Path) -> None:
    """Nothing passes before floors are pinned."""
    faults = run(Measured(REACHED, FILES), tmp_path / "none.json")[1]
    assert len(faults) == len(REACHED) + len(FILES)


def test_the_table_marks_goals_that_are_not_reached(floors_file: Path) -> None:
    """Each line has figure, floor and goal; a star says that the goal isn't reached."""
    shown = table(pinned.load(floors_file), REACHED, is_short=True).splitlines()
    assert re.search(r"dev\.macro\.typed +0\.7000 +0\.69\d+ +0\.7000$", "\n".join(shown), re.MULTILINE)
    assert not any(".ORG" in line for line in shown)
    asked = {**REACHED, "dev.zh-news.typed": 0.4}
    assert "dev.zh-news.typed 0.4000 0.4500 *" in " ".join(
        table(pinned.load(floors_file), asked, is_short=True).split()
    )


def test_entities_are_as_good_as_their_floors() -> None:
    """On the development sets, our held-out texts and the linking set every figure is as good as was pinned."""
    if not data_folder().is_dir():
        pytest.skip("the development data isn't part of a clone; see benchmarks/README.md")
    before = FILE.read_bytes()
    assert set(json.loads(before)) == {"floors", "files", "rules"}
    floors, faults = run(measured := measure(data_folder()))
    assert faults == [], "\n".join((table(floors, measured.figures, is_short=False), *faults))
    assert FILE.read_bytes() == before
