"""Fetch the charting libraries that the plugin carries, the releases named here and no others.

Needs npm. Writes plugin/datasette_clippings/static/vega: each library's own build as its makers published it, their
licences, and README.md with the versions and hashes. To take another release, change its version and hash here; the
hash is what `npm view PACKAGE@VERSION dist.integrity` says.

Example:
  python scripts/fetch_vega.py
"""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).parents[1] / "plugin" / "datasette_clippings" / "static" / "vega"


@dataclass(frozen=True)
class Library:
    """A release of a package, the SHA-512 of its archive, and the file of it that a page loads."""

    name: str
    version: str
    sha512: str
    build: str


LIBRARIES = (
    Library(
        "vega",
        "6.4.0",
        "rHXCq2LpEWCLMjXBEj7hocY9G0/i5TGYRayGGSj06VTF4+l2IG2Z7oeZKCjWbUh/7hTE/mVhbaOPB72wCElh6g==",
        "vega.min.js",
    ),
    Library(
        "vega-lite",
        "6.5.0",
        "fMXF6s0MrIg0UTWnLIfeFtgSLzVhyzSKobzGrh5rhS+mL6FOYFG3m7ouJ4U23gj65EK+gl9FIIT5w7wLNaAzkA==",
        "vega-lite.min.js",
    ),
    Library(
        "vega-interpreter",
        "2.3.2",
        "JDAoi3taFcCDLujZG84TNNUXdkAZ5WsSHssx8lWVYaxb9Slsjk7v7PtRIYXpSlUwLaKGRBqoJ9KDs36Z0eMEIw==",
        "vega-interpreter.js",
    ),
)

_README = """# Charts

What the reading room draws its charts with, fetched by `scripts/fetch_vega.py`. The interpreter takes the place of
JavaScript's `eval`, so that pages may forbid it; it comes as a module that imports another by name, and is wrapped to
take the same from Vega. Nothing else is changed.

| package | version | file | SHA-256 of the file | licence |
|---|---|---|---|---|
{rows}
"""


def fetched(library: Library, folder: Path) -> tuple[bytes, bytes]:
    """The build and the licence of a library. Raises ValueError where what npm brings isn't what the hash says."""
    named = f"{library.name}@{library.version}"
    subprocess.run(["npm", "pack", named, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    packed = folder / f"{library.name}-{library.version}.tgz"
    found = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
    if found != library.sha512:
        raise ValueError(f"{named} has the SHA-512 {found}, not {library.sha512}: see what was published")
    with tarfile.open(packed) as archive:
        return _member(archive, f"package/build/{library.build}"), _member(archive, "package/LICENSE")


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        raise ValueError(f"{name} is no file in the package")
    return member.read()


def as_script(module: str) -> str:
    """The interpreter's module as a script that works behind Vega's: it takes what it needs from there, and joins it.

    Raises ValueError where the module imports or exports something else than the one that this was written for.
    """
    imported = re.findall(r"^import \{([\w, ]+)\} from 'vega-util';$", module, re.MULTILINE)
    exported = re.findall(r"^export \{ expression as expressionInterpreter \};$", module, re.MULTILINE)
    every = re.findall(r"^(?:import|export)\b", module, re.MULTILINE)
    body = re.sub(r"^(?:import|export) .*|^//# sourceMappingURL=.*", "", module, flags=re.MULTILINE).strip()
    if (len(imported), len(exported), len(every)) != (1, 1, 2):
        raise ValueError("vega-interpreter imports or exports something new: see what it needs, and change as_script")
    return (
        f"(function (vega) {{\n'use strict';\nconst {{{imported[0]}}} = vega;\n\n{body}\n\n"
        "vega.expressionInterpreter = expression;\n})(vega);\n"
    )


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    rows = []
    with TemporaryDirectory() as folder:
        for library in LIBRARIES:
            build, licence = fetched(library, Path(folder))
            if library.name == "vega-interpreter":
                build = as_script(build.decode()).encode()
            (FOLDER / library.build).write_bytes(build)
            (FOLDER / f"LICENSE.{library.name}.txt").write_bytes(licence)
            digest = hashlib.sha256(build).hexdigest()
            rows.append(
                f"| {library.name} | {library.version} | {library.build} | `{digest}` "
                f"| BSD-3-Clause, [text](LICENSE.{library.name}.txt) |"
            )
    (FOLDER / "README.md").write_text(_README.format(rows="\n".join(rows)), encoding="utf-8")


if __name__ == "__main__":
    main()
