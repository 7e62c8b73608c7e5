"""The command `clippings`. Each subcommand calls the function of the same name and prints what it returns."""

from __future__ import annotations

import functools
import io
import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from datasette_clippings.stored_shards import MOST_SHARDS

from . import own_entities, own_rules, report
from .archive import is_sqlite, open_archive
from .build import Report
from .build import build as build_database
from .cli_engine import engine_options
from .cli_reading import reading_options
from .engines import Engine
from .errors import ClippingsError, NothingRead
from .inline_rules import DEFAULT_EXAMPLES, rules_text
from .progress import ProgressLine, ProgressLines
from .publishing import LEAVABLE, TARGETS
from .readers import ReadOptions, is_url
from .recognisers import Choice, Recognition
from .sharding import found_shards, siblings
from .verify import Check
from .verify import verify as verify_database
from .version import VERSION


class _Failure(click.ClickException):
    """An error of ours on its way to the terminal: what is wrong, then what to do. Exit status 2."""

    exit_code = 2

    def __init__(self, error: ClippingsError) -> None:
        lines = [*map(report.printable, str(error).splitlines()), error.advice]
        if isinstance(error, NothingRead):
            lines.extend(report.failures(error.errors))
        super().__init__("\n".join(filter(None, lines)))


def _command(function: Callable[..., Any]) -> Callable[..., Any]:
    """Errors of ours become messages; any other is a fault in the program and keeps its traceback."""

    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except ClippingsError as error:
            raise _Failure(error) from error
        except KeyboardInterrupt:
            click.echo("\nInterrupted.", err=True)
            sys.exit(130)

    return run


_database_option = click.option(
    "-o",
    "--output",
    "database",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("clippings.db"),
    show_default=True,
    help="The database to write.",
)


class _Source(click.Path):
    """A path, or a URL, which is no path: two slashes in it are two."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if is_url(value) else super().convert(value, param, ctx)


_sources_argument = click.argument("sources", nargs=-1, required=True, type=_Source(path_type=Path))
_originals_option = click.option(
    "--originals/--no-originals",
    "keep_originals",
    default=True,
    show_default=True,
    help="Keep the original bytes of each document, compressed.",
)
_shards_option = click.option(
    "--shards",
    type=click.IntRange(1, MOST_SHARDS),
    metavar="N",
    help="Write so many files, of 3 clippings-1.db to clippings-3.db, which one Datasette serves as one archive; "
    "docs/scale.md says when and with what limits.  [default: as many as there are, or one]",
)
_prune_option = click.option(
    "--prune", is_flag=True, help="Take out the articles that are in none of the SOURCES any more; else they stay."
)
_cache_option = click.option(
    "--cache/--no-cache",
    default=True,
    show_default=True,
    help="Keep a work file beside the database, OUTPUT-work, so that the next build has only to do what is new.",
)
_rules_option = click.option(
    "--rules",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A file of cleaning rules of your own that counts for all documents.",
)
_recogniser_option = click.option(
    "--recogniser",
    "recognisers",
    multiple=True,
    metavar="[LANGUAGE][+]=ENGINE",
    help="Recognise entities with another engine too, for example ru=natasha or spacy:en_core_web_sm; with +=, "
    "beside ours and not in its place. May be given several times; docs/recognisers.md has the engines.",
)
_entities_option = click.option(
    "--entities",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A list of entities of your own, YAML or CSV, that counts for all documents; may be given several times.",
)


@click.group()
@click.version_option(VERSION, prog_name="clippings")
def cli() -> None:
    """Turn a pile of scraped articles into a searchable archive, and read it.

    \b
    Example:
      clippings serve seeds/
    """
    # A pipe or a file takes every script there is, a terminal what it can show.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.isatty():
            stream.reconfigure(errors="replace")
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


@cli.command()
@_sources_argument
@_database_option
@_originals_option
@_shards_option
@_prune_option
@_cache_option
@_rules_option
@_entities_option
@_recogniser_option
@reading_options
@engine_options
@_command
def build(
    sources: tuple[str | Path, ...],
    database: Path,
    keep_originals: bool,
    shards: int | None,
    prune: bool,
    cache: bool,
    rules: Path | None,
    entities: tuple[Path, ...],
    recognisers: tuple[str, ...],
    reading: ReadOptions,
    engine: AbstractContextManager[Engine],
) -> None:
    """Build the database from all that scrapers leave behind.

    SOURCES are folders and files: plain text, web pages, Markdown, JSON, JSON Lines, CSV, WARC and WET,
    and any of them in .zip, .tar, .gz, .bz2, .xz and .zst. A SOURCE - reads a list of paths from standard
    input; s3://, https:// and other URLs are read through fsspec. What a file is shows in its content;
    docs/sources.md has the details.

    Boilerplate is taken out and kept aside, dates and credits are read, languages and entities
    recognised. A second build does only what is new, and one that was interrupted goes on
    (docs/building.md). The old database is replaced in one step when all is done; article numbers,
    tags and notes are carried over. A rules.yml in a folder holds cleaning rules of your own for what is in it
    (docs/your-rules.md), an entities.yml or entities.csv names entities (docs/your-entities.md).

    Exit status: 0 all well, 1 some documents failed (they are listed), 2 nothing could be done.

    \b
    Example:
      clippings build seeds/ -o clippings.db
    """
    result = _build(
        sources, database, keep_originals, shards, prune, cache, rules, entities, recognisers, reading, engine
    )
    sys.exit(1 if result.errors else 0)


@cli.command()
@_sources_argument
@_database_option
@_originals_option
@_shards_option
@_prune_option
@_cache_option
@_rules_option
@_entities_option
@_recogniser_option
@reading_options
@engine_options
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8001,
    show_default=True,
    help="Port to listen on, or the next free one.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the reading room in a browser.")
@click.option(
    "-m",
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Metadata for Datasette.  [default: metadata.yml beside the database, else what `clippings metadata` prints]",
)
@_command
def serve(
    sources: tuple[str | Path, ...],
    database: Path,
    keep_originals: bool,
    shards: int | None,
    prune: bool,
    cache: bool,
    rules: Path | None,
    entities: tuple[Path, ...],
    recognisers: tuple[str, ...],
    reading: ReadOptions,
    engine: AbstractContextManager[Engine],
    host: str,
    port: int,
    open_browser: bool,
    metadata: Path | None,
) -> None:
    """Build the database and open the reading room.

    A single SOURCE that is a database is served as it is; one of several files of an archive, or the
    name that they were built with, brings the others along. Ctrl-C ends it.

    \b
    Example:
      clippings serve seeds/ --open
    """
    # Imported here: Datasette takes longer to load than most other commands take to run.
    from .serve import serve as serve_database

    archive = _served(sources)
    if archive:
        for file in archive:
            open_archive(file).close()
    else:
        built = _build(
            sources, database, keep_originals, shards, prune, cache, rules, entities, recognisers, reading, engine
        )
    serve_database(
        archive or built.databases,
        host=host,
        port=port,
        open_browser=open_browser,
        metadata=metadata,
        announce=lambda address: click.echo(f"\nReading room: {address}\nCtrl-C ends it."),
    )


@cli.command()
@click.argument("file", metavar="FILE[#RECORD]")
@click.option("--source", metavar="NAME", help="Of a database: the article's source, key or number.")
@_rules_option
@_entities_option
@_recogniser_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines for people.")
@reading_options
@_command
def explain(
    file: str,
    source: str | None,
    rules: Path | None,
    entities: tuple[Path, ...],
    recognisers: tuple[str, ...],
    as_json: bool,
    reading: ReadOptions,
) -> None:
    """Show a document line by line: kept or removed, by which rule, and what was read out of it.

    FILE is a text, a web page, or a container with the number or name of one document in it, such as
    news.jsonl#17 or crawl.zip/page.html. The rules.yml, entities.yml and entities.csv in its folder
    count, and those above it up to the current folder. Of a database, --source names the article to
    show as it was built.

    \b
    Example:
      clippings explain story.txt
    """
    if source is not None:
        from .explained_source import explain_article

        result = explain_article(file, source)
    elif is_sqlite(file):
        raise click.UsageError(f"{file} is a database: name an article of it with --source.")
    else:
        from .explained_source import explain_source

        result = explain_source(file, reading, rules, tuple(map(Choice.parse, recognisers)), entities)
    if as_json:
        click.echo(json.dumps(asdict(result), ensure_ascii=False, indent=2))
    else:
        click.echo(report.explanation(result))


@cli.command("try-rule")
@click.argument("database", type=click.Path(path_type=Path))
@click.option(
    "--rules",
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="A file of rules, or a folder with its rules.yml, in place of the rules that the database was built with.",
)
@click.option("--line", multiple=True, metavar="TEXT", help="Remove lines that are this, word for word.")
@click.option("--starts-with", multiple=True, metavar="TEXT", help="Remove lines that start with this.")
@click.option("--contains", multiple=True, metavar="TEXT", help="Remove lines that have this in them.")
@click.option("--matches", multiple=True, metavar="PATTERN", help="Remove lines that this regular expression finds.")
@click.option("--ignore-case", is_flag=True, help="Capitals and small letters are the same.")
@click.option("--site", "sites", multiple=True, metavar="HOST", help="Only on this site.")
@click.option("--folder", "folders", multiple=True, metavar="PATH", help="Only in this folder of the sources.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only in articles in this language.")
@click.option("--place", "places", multiple=True, metavar="PLACE", help="Only in the head, body or tail.")
@click.option("--max-length", type=int, metavar="N", help="Only lines of at most so many characters.")
@click.option("--overrides", multiple=True, metavar="GUARD", help="Remove what this guard protects as well; or: all.")
@click.option("--keep", is_flag=True, help="Keep the lines described rather than remove them.")
@click.option("--off", multiple=True, metavar="RULE", help="Switch off this rule or family of rules.")
@click.option("--examples", type=click.IntRange(min=0), default=DEFAULT_EXAMPLES, show_default=True, metavar="N")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines for people.")
@_command
def try_rule(
    database: Path, rules: Path | None, off: tuple[str, ...], keep: bool, examples: int, as_json: bool, **described: Any
) -> None:
    """Show what a rule would do to a whole database, before it is taken.

    Counts the lines and articles that it would change, by site, shows examples with the lines around
    them, the lines that match but are protected, and the articles that it would leave empty or nearly.
    The database is only read. To take the rule, write it into rules.yml and build again.

    Exit status: 0 nothing would be left empty, 1 some articles would (they are listed), 2 it could
    not be tried.

    \b
    Example:
      clippings try-rule clippings.db --starts-with "Subscribe to" --site news.example
    """
    extra = rules_text(described, off, keep=keep)
    if rules is None and extra is None:
        raise click.UsageError("Describe a rule, for example with --contains TEXT, or give --rules PATH.")
    from .try_rule import try_rules

    result = try_rules(database, own_rules.at(rules) if rules else None, extra, examples=examples)
    click.echo(json.dumps(asdict(result), ensure_ascii=False, indent=2) if as_json else report.trial(result))
    sys.exit(1 if result.emptied_count else 0)


@cli.command()
@click.argument("database", type=click.Path(path_type=Path))
@_command
def verify(database: Path) -> None:
    """Prove that a database lost nothing and contradicts itself nowhere.

    Checks the original bytes against their SHA-256, that kept and removed lines are the original,
    that each mention stands where it says, that counts agree, and the full-text index. Prints the
    digest of the content: equal for equal input, versions and settings. Of an archive in several
    files, its name checks all of them, and that they belong together; its digest is that of one file.

    Exit status: 0 all well, 1 something is wrong, 2 the database could not be read.

    \b
    Example:
      clippings verify clippings.db
    """

    def show(check: Check) -> None:
        click.echo(report.check(check))

    archive = [database] if database.exists() else [shard.database for shard in siblings(database)]
    is_well = True
    for file in archive:
        if len(archive) > 1:
            click.echo(file)
        result = verify_database(file, done=show)
        is_well = is_well and result.ok
        click.echo(f"digest {result.digest}")
    if len(archive) > 1:
        click.echo(database)
        from .verify_whole import verify_whole

        whole = verify_whole(archive, done=show)
        is_well = is_well and whole.ok
        click.echo(f"digest {whole.digest}")
    sys.exit(0 if is_well else 1)


@cli.command()
@click.option("--name", default="clippings", show_default=True, help="Name of the database, without `.db`.")
def metadata(name: str) -> None:
    """Print the metadata.yml that describes every table and column and switches the facets on.

    \b
    Example:
      clippings metadata > metadata.yml
    """
    from .metadata import metadata_yaml

    click.echo(metadata_yaml(name), nl=False)


@cli.command("publish-kit")
@click.argument("database", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("publish"),
    show_default=True,
    help="The folder to prepare: new, empty, or a former kit.",
)
@click.option(
    "-t",
    "--target",
    "targets",
    type=click.Choice(TARGETS),
    multiple=True,
    help="Where to publish; may be given several times.  [default: all]",
)
@click.option("--name", default="clippings", show_default=True, help="Name of the site at the target.")
@click.option(
    "-m",
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Metadata to publish.  [default: the kit's own if you changed it, else as for `serve`]",
)
@click.option(
    "--without",
    type=click.Choice(tuple(LEAVABLE)),
    multiple=True,
    help="Leave this out of the published copy; may be given several times.",
)
@click.option("--datasette-version", metavar="VERSION", help="Datasette for the site.  [default: the newest stable]")
@_command
def publish_kit(
    database: Path,
    folder: Path,
    targets: tuple[str, ...],
    name: str,
    metadata: Path | None,
    without: tuple[str, ...],
    datasette_version: str | None,
) -> None:
    """Prepare a folder with all that `datasette publish` has to carry, and print the command lines.

    The folder holds a compact copy of the database, its metadata, and the plugin as a wheel. Run one
    of the printed lines to put the reading room online.

    \b
    Example:
      clippings publish-kit clippings.db -o publish/ --target cloudrun
    """
    from .publishing import prepare as prepare_kit

    kit = prepare_kit(
        database,
        folder,
        targets=targets or TARGETS,
        name=name,
        metadata=metadata,
        without=without,
        datasette_version=datasette_version,
    )
    click.echo(report.kit(kit))


def _served(sources: tuple[str | Path, ...]) -> list[Path]:
    """The files of the archive that a single source is, or is the name of; none where it is to be built from."""
    if len(sources) != 1 or not isinstance(sources[0], Path):
        return []
    if not is_sqlite(sources[0]) and (sources[0].exists() or not found_shards(sources[0])):
        return []
    return [shard.database for shard in siblings(sources[0])]


def _build(
    sources: tuple[str | Path, ...],
    database: Path,
    keep_originals: bool,
    shards: int | None,
    prune: bool,
    cache: bool,
    rules: Path | None,
    entities: tuple[Path, ...],
    recognisers: tuple[str, ...],
    reading: ReadOptions,
    engine: AbstractContextManager[Engine],
) -> Report:
    """Build with a line of progress on a terminal, now and then a line in a pipe, and print the report."""
    recognition = Recognition(tuple(map(Choice.parse, recognisers)), own_entities.beside(sources, entities))
    shown = ProgressLine() if sys.stderr.isatty() else ProgressLines()
    try:
        with engine as opened:
            result = build_database(
                sources,
                database,
                keep_originals=keep_originals,
                shards=shards,
                prune=prune,
                cache=cache,
                reading=reading,
                rules=own_rules.beside(sources, rules),
                recognition=recognition,
                engine=opened,
                progress=shown,
            )
    finally:
        shown.end()
    click.echo(report.build_report(result))
    return result
