"""The quality gate holds what the cleaning has reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.cleaning import floors as pinned
from benchmarks.cleaning.data import data_folder
from benchmarks.cleaning.gate import run
from benchmarks.cleaning.sets import SETS, DevelopmentSet

from clippings_etl import clean

PARAGRAPHS = (
    "The harbour was dredged again this spring, and the larger boats can now reach the inner quay at low tide.",
    "Work went on at night, when no ferries sail, and ended two weeks before the date that had been set for it.",
    "The town has paid for half of it; the rest comes from the fees that the fishing fleet pays for its berths.",
)
CASES = (
    {"line": "Photo: Anna Berg", "furniture": True},
    {"line": "Pages: 1 2 3 4 5", "furniture": True},
    {"line": "The inner quay", "furniture": False},
)


def measure_cases(folder: Path) -> dict[str, float]:
    """Of made-up lines inside an article, how many are rightly removed and rightly kept, in %."""
    counts = {"removed": [0, 0], "lost": [0, 0]}
    for case in map(json.loads, (folder / "cases.jsonl").read_text(encoding="utf-8").splitlines()):
        article = "\n\n".join((*PARAGRAPHS[:2], case["line"], PARAGRAPHS[2]))
        gone = case["line"] not in clean(article, "en").text
        count = counts["removed" if case["furniture"] else "lost"]
        count[0] += gone
        count[1] += 1
    return {name: 100 * hit / of for name, (hit, of) in counts.items()}


MADE_UP = (DevelopmentSet("made-up", ("cases.jsonl",), measure_cases, {"removed": 90}),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a made-up development set."""
    write_cases(tmp_path, CASES)
    return tmp_path


@pytest.fixture
def floors_file(folder: Path, tmp_path: Path) -> Path:
    """Floors that are pinned at what the made-up set reaches."""
    path = tmp_path / "floors.json"
    assert run(MADE_UP, folder, path, lift=True)[1] == []
    return path


def write_cases(folder: Path, cases: tuple[dict[str, object], ...]) -> None:
    """Write the made-up development set."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    (folder / "cases.jsonl").write_text(lines, encoding="utf-8")


def set_floor(path: Path, name: str, floor: float) -> None:
    """Pin a floor by hand."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["floors"][name] = floor
    path.write_text(json.dumps(stored), encoding="utf-8")


def floor(path: Path, name: str) -> float:
    """A pinned floor."""
    return pinned.load(path).figures[name]


def test_floors_are_pinned_a_little_below_the_figures(floors_file: Path) -> None:
    """Raising sets each floor to its figure less the tolerance, above it where less is better."""
    assert floor(floors_file, "made-up.removed") == 99.8
    assert floor(floors_file, "made-up.lost") == 0.2


def test_what_was_pinned_passes(folder: Path, floors_file: Path) -> None:
    """The same data and the same rules pass, and the table shows figure, floor and goal."""
    before = floors_file.read_bytes()
    report, faults = run(MADE_UP, folder, floors_file)
    assert faults == []
    assert "made-up.removed 100 99.8 90" in " ".join(report.split())
    assert floors_file.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "level", "complaint"),
    [
        ("made-up.removed", 100.5, "made-up.removed is 100, below its floor 100.5; mend it, or lower the floor"),
        ("made-up.lost", -1.0, "made-up.lost is 0, above the most allowed, -1; mend it, or lower the floor"),
    ],
)
def test_figure_below_its_floor_fails(folder: Path, floors_file: Path, name: str, level: float, complaint: str) -> None:
    """A figure worse than its floor fails and says by how much; raising doesn't help, lowering that floor does."""
    set_floor(floors_file, name, level)
    for lift in (False, True):
        (fault,) = run(MADE_UP, folder, floors_file, lift=lift)[1]
        assert fault.startswith(complaint)
        assert fault.endswith(f"--lower {name}")
        assert floor(floors_file, name) == level
    assert run(MADE_UP, folder, floors_file, lower=[name])[1] == []
    assert floor(floors_file, name) in (99.8, 0.2)


def test_lowering_needs_the_name_of_a_floor(folder: Path, floors_file: Path) -> None:
    """A name that belongs to no floor is an error, and nothing is written."""
    before = floors_file.read_bytes()
    with pytest.raises(ValueError, match=r"no floor is called 'made-up\.kept'"):
        run(MADE_UP, folder, floors_file, lower=["made-up.kept"])
    assert floors_file.read_bytes() == before


def test_raising_never_lowers(folder: Path, floors_file: Path) -> None:
    """A floor within the tolerance of its figure stays where it is."""
    set_floor(floors_file, "made-up.removed", 99.9)
    assert run(MADE_UP, folder, floors_file, lift=True)[1] == []
    assert floor(floors_file, "made-up.removed") == 99.9


def test_changed_data_is_noticed(folder: Path, floors_file: Path) -> None:
    """Other data than the floors were pinned on fails, until it is pinned itself."""
    write_cases(folder, (*CASES, {"line": "Source: Reuters", "furniture": True}))
    (fault,) = run(MADE_UP, folder, floors_file)[1]
    assert fault.startswith("cases.jsonl has changed since the floors were pinned")
    assert run(MADE_UP, folder, floors_file, lift=True)[1] == []
    assert run(MADE_UP, folder, floors_file)[1] == []


def test_easier_data_hides_no_fall(folder: Path, floors_file: Path) -> None:
    """Pinning new data doesn't lower the floors that its figures miss."""
    write_cases(folder, (*CASES, {"line": "An inner quay of stone", "furniture": True}))
    (fault,) = run(MADE_UP, folder, floors_file, lift=True)[1]
    assert fault.startswith("made-up.removed is 66.67, below its floor 99.8")


def test_figure_without_a_floor_fails(folder: Path, floors_file: Path) -> None:
    """Taking a floor out of the file doesn't open the gate."""
    assert run(MADE_UP, folder, floors_file, lower=["made-up.lost"])[1] == []
    stored = json.loads(floors_file.read_text(encoding="utf-8"))
    del stored["floors"]["made-up.lost"]
    floors_file.write_text(json.dumps(stored), encoding="utf-8")
    assert run(MADE_UP, folder, floors_file)[1] == ["made-up.lost has no floor: pin it with --raise"]


def test_floor_without_a_figure_fails(folder: Path, floors_file: Path) -> None:
    """What is no longer measured is noticed, and its floor goes by lowering it."""
    set_floor(floors_file, "made-up.kept", 90)
    (fault,) = run(MADE_UP, folder, floors_file)[1]
    assert fault.startswith("made-up.kept has a floor and wasn't measured")
    assert run(MADE_UP, folder, floors_file, lower=["made-up.kept"])[1] == []


def test_damaged_floors_are_an_error(folder: Path, floors_file: Path) -> None:
    """A file that holds no floors is named, instead of passing as an empty one."""
    floors_file.write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"floors\.json holds no floors"):
        run(MADE_UP, folder, floors_file)


def test_cleaning_is_as_good_as_its_floors() -> None:
    """On the development sets every figure is as good as what was pinned in floors.json."""
    if not data_folder().is_dir():
        pytest.skip("the development data isn't part of a clone; see benchmarks/README.md")
    report, faults = run(SETS, data_folder())
    assert faults == [], "\n".join((report, *faults))
