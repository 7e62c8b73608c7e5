"""The wheel that a published site installs: the plugin alone, made from the installed package.

A server needs Datasette, datasette-vega and our templates; the ETL's dependencies are ten times as
large and would never run there. The wheel is written here, with no build backend and no network, so
that publishing works from every kind of installation.

It keeps the name of the full distribution and adds the local version label ``serving``
(``0.1.0+serving``). Under a name of its own both could be installed beside each other, would own the
same files, and removing one would break the other; under the same name pip replaces one with the
other. A requirement on ``datasette-clippings`` is still met, and package indexes refuse local
labels, so that nobody uploads this wheel by mistake.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from .errors import PublishError

DISTRIBUTION = "datasette-clippings"
PLUGIN = "datasette_clippings"

SERVING = ("babel", "datasette", "datasette-vega", "numpy", "pyroaring")
"""The requirements of the full distribution that a server needs; their versions are taken from it."""

LABEL = "serving"

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Time stamp of every file: the earliest that a zip file can say."""


def write_wheel(folder: Path) -> Path:
    """Write the wheel of the plugin into ``folder`` (which exists) and return its path.

    The same version of the package gives the same bytes, whether it is installed from a wheel or editable.

    Raises:
        PublishError: datasette-clippings isn't installed, or its plugin package isn't to be found.
    """
    try:
        installed = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        raise PublishError(
            f"{DISTRIBUTION} is not installed in this environment, so its version and requirements are unknown",
            "Install it first: pip install . in its folder, or pip install -e .",
        ) from None
    version = _local_version(installed.version)
    information = f"{PLUGIN}-{version}.dist-info"
    contents = dict(_package_files())
    contents.update(_information_files(installed, information, version))
    contents[f"{information}/RECORD"] = _record(contents, f"{information}/RECORD")

    wheel = folder / f"{PLUGIN}-{version}-py3-none-any.whl"
    partial = wheel.with_suffix(".whl-partial")
    # Stored, not compressed: the output of zlib differs from machine to machine.
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as archive:
        # Installers read the metadata from the end, where the wheel's format asks for it.
        for name in sorted(contents, key=lambda name: (name.startswith(information), name)):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 3  # Unix, whatever wrote it
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, contents[name])
    partial.replace(wheel)
    return wheel


def _local_version(version: str) -> str:
    """``0.1.0`` → ``0.1.0+serving``; a version that has a local label already gets a longer one."""
    return f"{version}.{LABEL}" if "+" in version else f"{version}+{LABEL}"


def _package_files() -> Iterator[tuple[str, bytes]]:
    """Each file of the plugin package: its path in the wheel and its bytes."""
    specification = find_spec(PLUGIN)
    if specification is None or not specification.submodule_search_locations:
        raise PublishError(
            f"The plugin package {PLUGIN} is not to be found", "Install datasette-clippings again: its files are gone."
        )
    package = Path(specification.submodule_search_locations[0])
    for path in package.rglob("*"):
        inside = path.relative_to(package)
        # What editors and Python leave beside the sources of an editable installation stays at home.
        if path.is_file() and "__pycache__" not in inside.parts and not path.name.startswith("."):
            yield f"{PLUGIN}/{inside.as_posix()}", path.read_bytes()


def _information_files(installed: Distribution, information: str, version: str) -> Iterator[tuple[str, bytes]]:
    """The files of the wheel's .dist-info folder, but for RECORD."""
    metadata = [
        "Metadata-Version: 2.1",
        f"Name: {DISTRIBUTION}",
        f"Version: {version}",
        "Summary: The Datasette plugin of datasette-clippings, without what builds archives",
        "License: Apache-2.0",
    ]
    if "Requires-Python" in installed.metadata:
        metadata.append(f"Requires-Python: {installed.metadata['Requires-Python']}")
    metadata += [f"Requires-Dist: {requirement}" for requirement in _serving_requirements(installed)]
    yield f"{information}/METADATA", _lines(metadata)
    yield (
        f"{information}/WHEEL",
        _lines(["Wheel-Version: 1.0", "Generator: clippings", "Root-Is-Purelib: true", "Tag: py3-none-any"]),
    )
    yield f"{information}/entry_points.txt", _lines(["[datasette]", f"clippings = {PLUGIN}"])
    # Where it lies depends on the version of setuptools that installed us.
    if text := installed.read_text("licenses/LICENSE") or installed.read_text("LICENSE"):
        yield f"{information}/LICENSE", text.encode()


def _serving_requirements(installed: Distribution) -> list[str]:
    """The requirements that a server needs too, as the full distribution states them."""
    wanted = [
        requirement
        for requirement in installed.requires or []
        if "extra ==" not in requirement and _project(requirement) in SERVING
    ]
    if {_project(requirement) for requirement in wanted} != set(SERVING):
        raise PublishError(
            f"The installed {DISTRIBUTION} does not name its requirements: {', '.join(SERVING)}",
            "Install it again with pip.",
        )
    return sorted(wanted)


def _project(requirement: str) -> str:
    """``Datasette_Vega>=0.6`` → ``datasette-vega``."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement, maxsplit=1)[0]).lower()


def _record(contents: dict[str, bytes], record: str) -> bytes:
    """The wheel's list of files with their SHA-256 and sizes; its own line stays open, as the format asks."""
    lines = []
    for name, data in sorted(contents.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}")
    return _lines([*lines, f"{record},,"])


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
