"""What holds for every document, however hostile."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings_etl import Cleaned, ClippingsError
from clippings_etl.cleaning import clean
from clippings_etl.documents import Extracted, Record
from clippings_etl.extraction import extract
from tests import hostile_documents
from tests.conftest import ROOT

TEXTS = 8_500
PAGES = 1_000
RECORDS = 500
AGAIN = 3
"""One of so many texts is cleaned twice."""
HASHED = 300
"""Documents that are cleaned in other processes too."""


def assert_law(text: str, cleaned: Cleaned) -> None:
    """Kept and removed lines, in order, are the text with only white space between them; the kept ones its article."""
    kept = [(span.start, span.end) for span in cleaned.kept]
    removed = [(line.start, line.end) for line in cleaned.removed]
    assert kept == sorted(kept)
    assert removed == sorted(removed)
    position = 0
    for start, end in sorted(kept + removed):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert len(text[start:end].splitlines()) == 1
        position = end
    assert not text[position:].strip()
    assert [line.text for line in cleaned.removed] == [text[start:end] for start, end in removed]
    assert cleaned.text == _joined(text, kept, removed)


def _joined(text: str, kept: list[tuple[int, int]], removed: list[tuple[int, int]]) -> str:
    """The kept lines, each break as in the original: a blank line stays one, a removed line counts as none."""
    masked = list(text)
    for start, end in removed:
        masked[start:end] = "x" * (end - start)
    joined = ""
    end_before = 0
    for start, end in kept:
        between = "".join(("x", *masked[end_before:start], "x")).splitlines()[1:-1]
        if joined:
            joined += "\n" if all(map(str.strip, between)) else "\n\n"
        joined += text[start:end]
        end_before = end
    return joined


def extracted(data: bytes, format: str) -> Extracted | None:
    """What a document holds; None where there is an error that says what to do."""
    try:
        return extract(Record("hostile", data, format=format))
    except ClippingsError as error:
        assert str(error)
        assert error.advice
        return None


def test_texts_are_split_without_loss() -> None:
    """Thousands of random and mutated texts are kept lines and removed lines and nothing else, and stay so."""
    seeds = range(TEXTS)
    found = {}
    with_both = 0
    for seed in seeds:
        text, language = hostile_documents.text(seed)
        cleaned = clean(text, language)
        assert_law(text, cleaned)
        found[seed] = hash(cleaned)
        with_both += bool(cleaned.kept and cleaned.removed)
    # Backwards, so that whatever a document left behind would meet another one.
    for seed in seeds[::-AGAIN]:
        assert hash(clean(*hostile_documents.text(seed))) == found[seed], f"document {seed} is cleaned in two ways"
    assert len(found) == TEXTS
    assert with_both > TEXTS // 4, "the documents no longer put the rules to the test"


@pytest.mark.parametrize(
    ("format", "document", "count"),
    [("html", hostile_documents.page, PAGES), ("json", hostile_documents.record, RECORDS)],
)
def test_pages_and_records_are_split_without_loss(format: str, document: Callable[[int], bytes], count: int) -> None:
    """Broken pages and records give the same text each time, and that text obeys the same law; or a clear error."""
    read = 0
    for seed in range(count):
        data = document(seed)
        found = extracted(data, format)
        assert found == extracted(data, format), f"{format} document {seed} is extracted in two ways"
        if found:
            assert not re.search("[\ud800-\udfff]", found.text), "no file can hold half a character"
            cleaned = clean(found.text, found.language)
            assert_law(found.text, cleaned)
            assert cleaned == clean(found.text, found.language)
            read += 1
    assert read > count // 2, "the documents no longer put the rules to the test"


def test_laws_are_held_against_ten_thousand_documents() -> None:
    """The three tests above leave none out: each of their seeds is another document."""
    texts = {hostile_documents.text(seed) for seed in range(TEXTS)}
    pages = {hostile_documents.page(seed) for seed in range(PAGES)}
    records = {hostile_documents.record(seed) for seed in range(RECORDS)}
    assert TEXTS + PAGES + RECORDS == 10_000
    assert len(texts) + len(pages) + len(records) > 9_000


DIGEST = """
import hashlib, sys
from clippings_etl.cleaning import clean
from tests import hostile_documents
digest = hashlib.sha256()
for seed in range(int(sys.argv[1])):
    digest.update(repr(clean(*hostile_documents.text(seed))).encode("utf-8", "backslashreplace"))
print(digest.hexdigest())
"""


def test_every_process_cleans_alike() -> None:
    """What a process hashes its strings with doesn't show in the result."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", DIGEST, str(HASHED)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for hash_seed in ("1", "2")
    ]
    digests = {process.communicate(timeout=300)[0] for process in processes}
    assert all(process.returncode == 0 for process in processes)
    assert len(digests) == 1
    assert len(digests.pop().strip()) == hashlib.sha256().digest_size * 2


PIECES = st.sampled_from(
    (*hostile_documents.FURNITURE, *hostile_documents.PROSE, *hostile_documents.BREAKS, *hostile_documents.INVISIBLE)
)
TEXTS_OF_ANY_KIND = st.one_of(
    st.text(),
    st.lists(st.one_of(PIECES, st.sampled_from(("\n", "\n\n")), st.text(max_size=4)), max_size=30).map("".join),
)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(TEXTS_OF_ANY_KIND, st.sampled_from(hostile_documents.LANGUAGES))
def test_any_text_is_split_without_loss(text: str, language: str | None) -> None:
    """The law holds for whatever text can be thought of, which is then the smallest that breaks it."""
    cleaned = clean(text, language)
    assert_law(text, cleaned)
    assert cleaned == clean(text, language)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\0", "\u3000\x1c\x85\u2028", "x", "\ufeff", "\x1f" * 9, "a" * 100_000, "\n" * 9999]
)
def test_empty_and_endless_texts(text: str) -> None:
    """Nothing, only white space, one character or one endless line: the law holds."""
    cleaned = clean(text)
    assert_law(text, cleaned)
    assert bool(cleaned.kept or cleaned.removed) == bool(text.strip())
