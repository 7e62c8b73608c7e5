"""Metadata beside a database: what people wrote stays, what they left out is added."""

from pathlib import Path

import pytest
import yaml

from clippings_etl.errors import MetadataError
from clippings_etl.metadata import metadata, metadata_beside


def test_no_file_is_no_metadata(tmp_path: Path) -> None:
    """Without a file there is nothing to take."""
    assert metadata_beside(tmp_path / "my.db") is None


def test_a_file_that_speaks_of_the_database_is_taken_as_it_is(tmp_path: Path) -> None:
    """Not a character of it is changed."""
    text = "databases:\n  my: {tables: {}}  # mine\n"
    (tmp_path / "metadata.yml").write_text(text, encoding="utf-8")
    assert metadata_beside(tmp_path / "my.db") == text


@pytest.mark.parametrize("text", ["allow: {id: root}\n", "allow: {id: root}\ndatabases: {other: {title: Other}}\n"])
def test_a_file_that_does_not_gets_our_part_added(tmp_path: Path, text: str) -> None:
    """Who may read stays as it was said, and the database is described with its facets."""
    (tmp_path / "metadata.yml").write_text(text, encoding="utf-8")
    merged = yaml.safe_load(metadata_beside(tmp_path / "my.db") or "")
    assert merged["allow"] == {"id": "root"}
    assert merged["databases"]["my"] == metadata("my")["databases"]["my"]  # type: ignore[index]
    assert ("other" in merged["databases"]) == ("other" in text)


@pytest.mark.parametrize("text", ["- a list\n", "a: [unclosed\n", "just words", "databases: [my]\n"])
def test_a_broken_file_is_an_error(tmp_path: Path, text: str) -> None:
    """A file that may hold rules on who may read is never passed over."""
    (tmp_path / "metadata.yml").write_text(text, encoding="utf-8")
    with pytest.raises(MetadataError, match="metadata"):
        metadata_beside(tmp_path / "my.db")
