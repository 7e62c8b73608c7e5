"""Charts: what the package carries to draw them, and the specifications that templates make."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from datasette_clippings.charts import LONGEST_LABEL, lines

from .conftest import Site

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "plugin" / "datasette_clippings" / "static"
WORDS = {"period": "Year", "value": "Articles"}


@pytest.fixture(scope="module")
def fetching() -> ModuleType:
    """The script that fetches the libraries."""
    spec = spec_from_file_location("fetch_vega", ROOT / "scripts" / "fetch_vega.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    # its dataclasses look themselves up there
    sys.modules["fetch_vega"] = module
    spec.loader.exec_module(module)
    return module


def test_what_is_carried_is_what_was_fetched(fetching: ModuleType) -> None:
    """Each library stands in the list with its version, its licence, and the hash that its file has."""
    listed = (STATIC / "vega" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w-]+) \| ([\d.]+) \| ([\w.-]+) \| `([0-9a-f]{64})` \|", listed, re.MULTILINE)

    assert [row[:3] for row in rows] == [(each.name, each.version, each.build) for each in fetching.LIBRARIES]
    for name, _, file, digest in rows:
        assert hashlib.sha256((STATIC / "vega" / file).read_bytes()).hexdigest() == digest
        assert "Redistribution and use" in (STATIC / "vega" / f"LICENSE.{name}.txt").read_text(encoding="utf-8")
    loaded = re.search(r"const files = (\[.*?\]);", (STATIC / "charts.js").read_text(encoding="utf-8"))
    assert loaded and json.loads(loaded[1]) == [row[2] for row in rows]


def test_a_module_that_asks_for_something_else_is_refused(fetching: ModuleType) -> None:
    """The interpreter is wrapped only as far as we know what it needs."""
    module = (
        "import { isString } from 'vega-util';\nconst expression = 1;\n"
        "export { expression as expressionInterpreter };\n"
    )
    wrapped = fetching.as_script(module)

    assert "import" not in wrapped and "export" not in wrapped and "const { isString } = vega;" in wrapped
    for other in (module.replace("vega-util", "left-pad"), module + "export { other };\n", module * 2):
        with pytest.raises(ValueError, match="imports or exports something new"):
            fetching.as_script(other)


def test_lines_are_told_apart_without_colour() -> None:
    """Each of eight series has dashes of its own, and a name of its own even where long names begin alike."""
    series = [(f"{'long ' * 40}{number}", [1, 2]) for number in range(7)] + [("short", [0, None])]
    spec = lines(["2023", "2024"], series, WORDS)
    names = spec["encoding"]["color"]["scale"]["domain"]
    dashes = spec["encoding"]["strokeDash"]["scale"]["range"]

    assert len(set(names)) == len(names) == 8 and max(map(len, names)) <= LONGEST_LABEL
    assert len({tuple(each) for each in dashes}) == 8
    assert [point["value"] for point in spec["data"]["values"]][-2:] == [0, None]


@pytest.mark.parametrize("is_share", [False, True])
def test_a_specification_loads_nothing(is_share: bool) -> None:
    """All data stand in it: nothing in it is an address, an expression or a signal, whatever a series is called."""
    spec = lines(["2024-01", "2024-02"], [("https://example.org/x.json", [0.5, 1]), ('{"expr":"1"}', [0, 0])], WORDS,
                 is_share=is_share)  # fmt: skip

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    assert not keys(spec) & {"url", "expr", "signal", "href", "transform", "params"}
    assert list(spec["data"]) == ["values"]


def test_the_files_are_served(site: Site) -> None:
    """What a page with a chart asks for is there, from our own server."""
    html = site.get("-/timeline", _series="Uzbekistan").text
    for path in re.findall(r'(?:src|href)="(/-/static-plugins/datasette_clippings/[^"]+)"', html):
        assert site.get(path).status_code == 200, path
    for name in ("vega.min.js", "vega-lite.min.js", "vega-interpreter.js"):
        assert site.get(f"/-/static-plugins/datasette_clippings/vega/{name}").status_code == 200
    assert "charts.js" not in site.get("-/network").text
