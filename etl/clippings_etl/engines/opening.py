"""The engine that was asked for, by its name on the command line."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from ..errors import ClusterError
from .engine import Engine
from .local import LocalEngine

ENGINES = ("local", "dask")


def open_engine(
    name: str = "local", *, workers: int | None = None, scheduler: str | None = None, shared_paths: bool = False
) -> AbstractContextManager[Engine]:
    """The engine, until the end of a ``with`` statement.

    Args:
        name: one of ``ENGINES``.
        workers: for ``local``, see ``LocalEngine``.
        scheduler, shared_paths: for ``dask``, see ``DaskEngine``.

    Raises:
        ClusterError: the cluster can't be used, or Dask isn't installed.
    """
    if name != "dask":
        return nullcontext(LocalEngine(workers))
    if not scheduler:
        raise ClusterError("the engine dask needs the address of its scheduler", "Give it with --scheduler ADDRESS.")
    try:
        from .dask_cluster import DaskEngine
    except ModuleNotFoundError as error:
        raise ClusterError(
            f"Dask is not installed ({error})", "Install it, here and on the cluster: datasette-clippings[dask]."
        ) from error
    return DaskEngine(scheduler, shared_paths=shared_paths)
