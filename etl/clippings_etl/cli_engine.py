"""The options of the command that say where documents are worked on, as one ``Engine``."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from .engines import ENGINES, Engine, open_engine

_OPTIONS = (
    click.option(
        "--workers",
        type=click.IntRange(min=0),
        metavar="N",
        help="Processes that share the work, each with some 200 MB of memory; 0: none beside this one.  "
        "[default: one a core as memory allows, none for a few documents]",
    ),
    click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default=ENGINES[0],
        show_default=True,
        help="Where documents are worked on: in processes of this computer, or on a Dask cluster.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="The cluster's scheduler, such as tcp://10.0.0.5:8786; docs/cluster.md says what a cluster needs.",
    ),
    click.option(
        "--shared-paths",
        is_flag=True,
        help="The cluster sees the SOURCES under the same paths and reads them itself; else they are sent to it.",
    ),
)


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets them as ``engine``, to be opened with ``with``."""

    @functools.wraps(command)
    def run(
        *args: Any, workers: int | None, engine: str, scheduler: str | None, shared_paths: bool, **kwargs: Any
    ) -> Any:
        if engine == "dask" and not scheduler:
            raise click.UsageError("--engine dask needs the address of its scheduler: --scheduler ADDRESS.")
        if engine == "dask" and workers is not None:
            raise click.UsageError("--workers is for --engine local; a cluster has the workers that it has.")
        if engine != "dask" and (scheduler or shared_paths):
            raise click.UsageError("--scheduler and --shared-paths are for --engine dask.")
        opened = _opened(engine, workers=workers, scheduler=scheduler, shared_paths=shared_paths)
        return command(*args, engine=opened, **kwargs)

    decorated: Callable[..., Any] = run
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


@contextmanager
def _opened(name: str, **options: Any) -> Iterator[Engine]:
    with open_engine(name, **options) as engine:
        yield engine
