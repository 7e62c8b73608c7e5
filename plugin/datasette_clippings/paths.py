"""Paths behind a proxy that serves Datasette beneath a prefix, its setting `base_url`."""

from __future__ import annotations

from typing import Any


def asked_path(urls: Any, request: Any) -> str:
    """The path of a request as the browser knows it, whether or not the proxy has taken the prefix off.

    A path that begins with the prefix has it, as Datasette's router takes it.
    """
    path, base = str(request.path), str(urls.path("/"))
    return path if path.startswith(base) else str(urls.path(path))
