"""Brings the catalogues of translations up to date with the words of the program; see docs/translations.md.

`python scripts/translations.py` updates all of them, `python scripts/translations.py fr` begins one,
`python scripts/translations.py --check` changes nothing and tells what is missing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PLUGIN = Path(__file__).parent.parent / "plugin" / "datasette_clippings"
LOCALE = PLUGIN / "locale"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"silent": "false"}}  # a template that can't be parsed is an error
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
_WRITTEN = datetime(2000, 1, 1, tzinfo=timezone.utc)  # the same in every run: git knows when


def extracted() -> Catalog:
    """All messages of templates and of data, with the files that they stand in."""
    catalog = Catalog(project="datasette-clippings", creation_date=_WRITTEN)
    found = extract_from_dir(str(PLUGIN), METHODS, options_map=OPTIONS, keywords=KEYWORDS)
    for name, _, message, _, context in sorted(found, key=lambda each: (each[0], each[1])):
        catalog.add(message, locations=[(name, None)], context=context)  # type: ignore[list-item]  # lines change
    return catalog


def path_of(language: str, folder: Path = LOCALE) -> Path:
    """The file of a language."""
    return folder / language / "LC_MESSAGES" / "clippings.po"


def read(language: str, folder: Path = LOCALE) -> Catalog:
    """The catalogue of a language, as translators left it."""
    with path_of(language, folder).open("rb") as file:
        return read_po(file, locale=language)


def languages() -> list[str]:
    """The languages that there are catalogues of."""
    return sorted(file.parents[1].name for file in LOCALE.glob("*/LC_MESSAGES/clippings.po"))


def problems(language: str, folder: Path = LOCALE) -> Iterator[str]:
    """What a catalogue lacks, in words: messages missing, untranslated, doubtful or with other placeholders."""
    known, wanted = read(language, folder), extracted()
    for message in wanted:
        if not message.id:
            continue
        translated = known.get(message.id, message.context)
        if translated is None:
            yield f"{language}: missing: {message.id!r}"
        elif not all(_strings(translated)):
            yield f"{language}: untranslated: {message.id!r}"
        elif translated.fuzzy:
            yield f"{language}: fuzzy: {message.id!r}"
        else:
            for error in translated.check(known):
                yield f"{language}: {message.id!r}: {error}"
    for message in known:
        if message.id and wanted.get(message.id, message.context) is None:
            yield f"{language}: no longer in use: {message.id!r}"


def update(language: str, template: Catalog, folder: Path = LOCALE) -> None:
    """Write a language's catalogue with all messages, translations kept where the words are the same."""
    path = path_of(language, folder)
    catalog = read(language, folder) if path.exists() else Catalog(locale=language, creation_date=_WRITTEN)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project, catalog.version = "datasette-clippings", ""
    catalog.header_comment = (
        f"# {Locale.parse(language).english_name} words of the reading room; see docs/translations.md."
    )
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = ""
    catalog.creation_date = catalog.revision_date = _WRITTEN
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=0, sort_by_file=True, include_lineno=False, omit_header=False)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", help="codes such as fr or pt_BR; without any, all that there are")
    parser.add_argument("--check", action="store_true", help="tell what is missing, and change nothing")
    arguments = parser.parse_args()
    try:
        for language in arguments.languages:
            Locale.parse(language)
    except (ValueError, UnknownLocaleError) as error:
        parser.error(str(error))
    chosen = arguments.languages or languages()
    if not arguments.check:
        template = extracted()
        for language in chosen:
            update(language, template)
    found = [problem for language in chosen for problem in problems(language)]
    print("\n".join([*found, f"{len(found)} problems in {', '.join(chosen) or 'no language'}"]))
    sys.exit(1 if found and arguments.check else 0)


if __name__ == "__main__":
    main()
