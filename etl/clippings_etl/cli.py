"""The command `clippings`. Each subcommand calls the function of the same name and prints what it returns."""

from __future__ import annotations

import functools
import io
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from . import report
from .archive import is_sqlite, open_archive
from .build import Report
from .build import build as build_database
from .errors import ClippingsError, DocumentError, NothingRead
from .explain import explain as explain_document
from .extraction import decode
from .metadata import metadata_yaml
from .publishing import LEAVABLE, TARGETS
from .publishing import prepare as prepare_kit
from .readers import DEFAULT_MAX_BYTES, read
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
_sources_argument = click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
_originals_option = click.option(
    "--originals/--no-originals",
    "keep_originals",
    default=True,
    show_default=True,
    help="Keep the original bytes of each document, compressed.",
)
_size_option = click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    default=DEFAULT_MAX_BYTES / 1e6,
    show_default=True,
    metavar="MB",
    help="Don't read a larger document: it counts as an error.",
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
@_size_option
@_command
def build(sources: tuple[Path, ...], database: Path, keep_originals: bool, max_size: float) -> None:
    """Build the database from folders and text files.

    Boilerplate is taken out and kept aside, dates and credits are read, languages and entities
    recognised. The old database is replaced in one step when all is done; article numbers, tags and
    notes are carried over.

    Exit status: 0 all well, 1 some documents failed (they are listed), 2 nothing could be done.

    \b
    Example:
      clippings build seeds/ -o clippings.db
    """
    result = _build(sources, database, keep_originals, max_size)
    sys.exit(1 if result.errors else 0)


@cli.command()
@_sources_argument
@_database_option
@_originals_option
@_size_option
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
    sources: tuple[Path, ...],
    database: Path,
    keep_originals: bool,
    max_size: float,
    host: str,
    port: int,
    open_browser: bool,
    metadata: Path | None,
) -> None:
    """Build the database and open the reading room.

    A single SOURCE that is a database is served as it is. Ctrl-C ends it.

    \b
    Example:
      clippings serve seeds/ --open
    """
    # Imported here: Datasette takes longer to load than most other commands take to run.
    from .serve import serve as serve_database

    if len(sources) == 1 and is_sqlite(sources[0]):
        database = sources[0]
        open_archive(database).close()
    else:
        _build(sources, database, keep_originals, max_size)
    serve_database(
        database,
        host=host,
        port=port,
        open_browser=open_browser,
        metadata=metadata,
        announce=lambda address: click.echo(f"\nReading room: {address}\nCtrl-C ends it."),
    )


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines for people.")
@_size_option
@_command
def explain(file: Path, as_json: bool, max_size: float) -> None:
    """Show a document line by line: kept or removed, by which rule, and what was read out of it.

    \b
    Example:
      clippings explain story.txt
    """
    try:
        result = explain_document(decode(read(file, int(max_size * 1e6))))
    except DocumentError as error:
        raise ClippingsError(f"{file}: {error}", error.advice) from error
    if as_json:
        click.echo(json.dumps(asdict(result), ensure_ascii=False, indent=2))
    else:
        click.echo(report.explanation(result))


@cli.command()
@click.argument("database", type=click.Path(path_type=Path))
@_command
def verify(database: Path) -> None:
    """Prove that a database lost nothing and contradicts itself nowhere.

    Checks the original bytes against their SHA-256, that kept and removed lines are the original,
    that each mention stands where it says, that counts agree, and the full-text index. Prints the
    digest of the content: equal for equal input, versions and settings.

    Exit status: 0 all well, 1 something is wrong, 2 the database could not be read.

    \b
    Example:
      clippings verify clippings.db
    """
    result = verify_database(database, done=lambda check: click.echo(report.check(check)))
    click.echo(f"digest {result.digest}")
    sys.exit(0 if result.ok else 1)


@cli.command()
@click.option("--name", default="clippings", show_default=True, help="Name of the database, without `.db`.")
def metadata(name: str) -> None:
    """Print the metadata.yml that describes every table and column and switches the facets on.

    \b
    Example:
      clippings metadata > metadata.yml
    """
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


def _build(sources: tuple[Path, ...], database: Path, keep_originals: bool, max_size: float) -> Report:
    """Build with a progress bar on a terminal, quietly in a pipe, and print the report."""
    with click.progressbar(length=0, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(1)

        result = build_database(
            sources,
            database,
            keep_originals=keep_originals,
            max_bytes=int(max_size * 1e6),
            progress=progress,
        )
    click.echo(report.build_report(result))
    return result
