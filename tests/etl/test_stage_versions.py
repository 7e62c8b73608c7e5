"""Each stage of a build is done again when what it depends on changes, and only then."""

import json
import subprocess
import sys
from pathlib import Path

import clippings_etl
from clippings_etl.cleaning.user_rules import UserRules
from clippings_etl.recognisers import Choice, Recognition
from clippings_etl.stage_versions import ELSEWHERE, OF_RECOGNITION, OF_THE_DATABASE, stage_files, stage_versions

PACKAGE = Path(clippings_etl.__file__).parent


def imported_by(*modules: str) -> set[str]:
    """The files and folders of the package that importing these modules loads, itself alone left out."""
    script = f"""
import sys, types, json
package = types.ModuleType("clippings_etl")
package.__path__ = [{str(PACKAGE)!r}]
sys.modules["clippings_etl"] = package
for module in {modules!r}:
    __import__("clippings_etl." + module)
print(json.dumps([name.split(".")[1] for name in sys.modules if name.startswith("clippings_etl.")]))
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(result.stdout))


def test_the_first_pass_depends_on_nothing_that_isnt_in_its_version() -> None:
    """What extraction and cleaning load is none of what is said to change nothing for them."""
    others = {name.removesuffix(".py") for name in (*OF_RECOGNITION, *OF_THE_DATABASE, *ELSEWHERE)}
    formats = (f"extraction.{name}" for name in ("html", "markdown", "mhtml", "records", "text"))
    readers = (f"readers.{name}" for name in ("json_lines", "json_values", "reading", "tables", "warc"))
    loaded = imported_by(*formats, *readers, "cleaning.cleaner", "cleaning.user_rules_file", "corpus", "packing")
    assert {"extraction", "cleaning", "corpus", "readers", "packing"} <= loaded
    assert not loaded & others


def test_the_second_pass_depends_on_nothing_that_isnt_in_its_version() -> None:
    """Whatever finishing a document loads is in the version of recognition, wherever it stands."""
    loaded = imported_by("analysis", "recognisers", "own_entities", "entities.user_lists_file")
    assert {"analysis", "entities", "language", "calendar_names"} <= loaded
    covered = {name.partition(" ")[0] for name in stage_files("recognition")}
    assert {"analysis.py", "language.py", "calendar_names.py", "article_digest.py"} <= covered
    assert not loaded & {name.removesuffix(".py") for name in (*OF_THE_DATABASE, *ELSEWHERE)}


def test_what_is_named_is_there() -> None:
    """No file that a version was made from has gone or has another name."""
    for name in (*OF_RECOGNITION, *OF_THE_DATABASE, *ELSEWHERE):
        assert (PACKAGE / name).exists(), name


def test_rules_and_engines_change_the_versions_of_their_stages_alone() -> None:
    """Another engine is a matter of recognition."""
    plain = stage_versions(UserRules(), Recognition())
    other = stage_versions(UserRules(), Recognition((Choice.parse("ru+=builtin"),)))
    assert plain == stage_versions(UserRules(), Recognition())
    assert (plain.cleaning, plain.database) == (other.cleaning, other.database)
    assert plain.recognition != other.recognition and plain.second_pass != other.second_pass
