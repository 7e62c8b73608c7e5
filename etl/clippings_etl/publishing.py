"""One folder with all that ``datasette publish`` has to carry, and the command lines that send it.

A kit holds::

    clippings.db          a compact copy of the database, made in one read transaction
    metadata.yml          titles, descriptions, facets; yours once you have changed it
    plugins/….whl         the plugin, since the package is on no index yet
    vercel.json           a newer Python than datasette-publish-vercel asks for
    kit.json              what is in the folder, and the command lines

``--plugins-dir`` loads the ``.py`` files of a folder and carries all others along, so the wheel
travels in it and ``--install`` names it there.
"""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .archive import open_archive
from .digest import ORIGINALS_KEPT, record_digest
from .errors import DatabaseBusy, PublishError
from .metadata import SETTINGS, metadata_beside, metadata_yaml, read_metadata
from .wheel import LABEL, PLUGIN, write_wheel

TARGETS = ("cloudrun", "heroku", "package", "fly", "vercel")

LEAVABLE = {
    "originals": ("originals",),
    "corrections": ("corrections",),
    "notes": ("notes",),
    "tags": ("article_tags", "tags"),
}
"""What can stay at home, and the tables that are empty in the published copy then."""

HTTPS = ("force_https_urls", "on")
"""For hosts that answer HTTPS themselves and pass on plain HTTP; ``publish cloudrun`` adds it by itself."""

MEGABYTE = 1_000_000

SIZE_LIMITS = {
    "cloudrun": (2000 * MEGABYTE, "Cloud Run serves up to about 2 GB"),
    "heroku": (500 * MEGABYTE, "Heroku takes up to 500 MB, with Python and all packages"),
    "vercel": (50 * MEGABYTE, "Vercel takes about 50 MB, with all packages"),
}

NEEDS = {
    "cloudrun": "Needs the gcloud command and a Google Cloud project with billing.",
    "heroku": "Needs the heroku command, logged in, with its plugin heroku-builds.",
    "package": "Needs docker; makes an image that any container host runs.",
    "fly": "Needs the flyctl command, logged in, and: datasette install datasette-publish-fly",
    "vercel": "Needs the vercel command, logged in, and: datasette install datasette-publish-vercel",
}

# datasette-publish-vercel 0.14.2 asks for version 3.0.7 of this builder, which knows Python 3.9 at
# most; Datasette needs 3.10. Version 4.5.0 runs Python 3.12.
VERCEL_BUILDER = "@vercel/python@4.5.0"

MADE_BY = "datasette-clippings publish-kit"


@dataclass(frozen=True, slots=True)
class PublishCommand:
    """One way to publish the kit."""

    target: str
    """One of :data:`TARGETS`."""
    line: str
    """The command, quoted for a shell, to be run where the kit was prepared."""
    note: str
    """What it needs, and whether the archive is too large for it."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A prepared folder; all paths lie in ``folder``."""

    folder: Path
    database: Path
    metadata: Path
    wheel: Path
    commands: tuple[PublishCommand, ...]
    notices: tuple[str, ...]
    """What whoever publishes this should know first, a sentence each."""


def prepare(
    database: Path,
    folder: Path,
    *,
    targets: Collection[str] = TARGETS,
    name: str = "clippings",
    metadata: Path | None = None,
    without: Collection[str] = (),
    datasette_version: str | None = None,
) -> Kit:
    """Prepare ``folder`` for publishing ``database``; a kit that lies there already is brought up to date.

    Args:
        database: made by ``clippings build``; it is only read.
        folder: missing, empty, or a former kit. Files that people added to a kit are kept.
        targets: the targets to give command lines for, of :data:`TARGETS`.
        name: what the site is called at the target: lower-case letters, digits and hyphens.
        metadata: a metadata file (YAML or JSON) to publish. Without it, the kit's own ``metadata.yml`` stays
            if it was changed there; else ``metadata.yml`` beside the database is taken, as ``clippings
            serve`` does; else it is generated.
        without: what to leave out of the published copy, of :data:`LEAVABLE`.
        datasette_version: the version that the site installs; the newest stable one if not given.

    Raises:
        DatabaseError: the database is missing or can't be read.
        ForeignFile: it isn't a clippings database.
        DatabaseBusy: another program holds it.
        MetadataError: a metadata file can't be read.
        PublishError: a name doesn't fit, the folder holds something else, or a file can't be written.
    """
    _check_names(database, name, targets, without)
    with closing(open_archive(database)) as connection:
        former = _former_kit(folder)
        kit_database = folder / f"{database.stem}.db"
        if kit_database.exists() and kit_database.samefile(database):
            raise PublishError(
                f"{database} is the kit's own copy",
                f"Name the database that it was made from, or another folder than {folder}.",
            )
        chosen = _choose_metadata(metadata, database, folder / "metadata.yml", former)
        try:
            (folder / "plugins").mkdir(parents=True, exist_ok=True)
            # Written before the large copy: a run that is stopped leaves a folder that we know again.
            manifest = {"made_by": MADE_BY, **former}
            _write_json(folder / "kit.json", manifest)
            notices = _copy_database(connection, kit_database, without)
            kit_metadata = folder / "metadata.yml"
            kit_metadata.write_bytes(chosen.text)
            wheel = write_wheel(folder / "plugins")
            _write_json(folder / "vercel.json", _vercel_configuration(name))
            _remove_former(former, kit_database, wheel)
            size = sum(path.stat().st_size for path in (kit_database, kit_metadata, wheel))
            commands = tuple(
                PublishCommand(target, _line(target, kit_database, wheel, name, datasette_version), _note(target, size))
                for target in TARGETS
                if target in targets
            )
            manifest |= {"database": kit_database.name, "wheel": wheel.name, "without": sorted(without)}
            manifest |= {"metadata_from": chosen.origin, "metadata_sha256": hashlib.sha256(chosen.text).hexdigest()}
            manifest |= {"commands": [asdict(command) for command in commands]}
            _write_json(folder / "kit.json", manifest)
        except OSError as error:
            raise PublishError(
                f"The kit can't be written to {folder}: {error}", "Free some space or choose another folder with -o."
            ) from error
    notices += tuple(
        f"The former kit left out {part}, this one has them; --without {part} leaves them out again."
        for part in former.get("without", [])
        if part not in without
    )
    return Kit(folder, kit_database, kit_metadata, wheel, commands, (*chosen.notices, *notices))


def _check_names(database: Path, name: str, targets: Collection[str], without: Collection[str]) -> None:
    # Datasette writes the file's name into a Dockerfile as it is, unquoted.
    if not re.fullmatch(r"[A-Za-z0-9_-]+", database.stem):
        raise PublishError(
            f"The name of {database} has characters that can't be published",
            "Rename it to letters, digits, - and _: the name becomes part of every address.",
        )
    if not re.fullmatch(r"[a-z][a-z0-9-]{1,28}[a-z0-9]", name):
        raise PublishError(
            f"{name!r} is no name for a site",
            "Use 3 to 30 lower-case letters, digits and hyphens, the first a letter: Heroku takes no others.",
        )
    if unknown := sorted(set(targets) - set(TARGETS)):
        raise PublishError(f"Unknown target: {', '.join(unknown)}", f"The targets are {', '.join(TARGETS)}.")
    if unknown := sorted(set(without) - set(LEAVABLE)):
        raise PublishError(f"Can't leave out {', '.join(unknown)}", f"These can be left out: {', '.join(LEAVABLE)}.")


def _former_kit(folder: Path) -> dict[str, Any]:
    """What the kit in ``folder`` says of itself; empty for a new folder."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    try:
        manifest = json.loads((folder / "kit.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        manifest = None
    if not isinstance(manifest, dict) or manifest.get("made_by") != MADE_BY:
        raise PublishError(
            f"{folder} holds other files; nothing was changed",
            "Choose a new or empty folder with -o, or empty this one.",
        )
    return manifest


def _remove_former(former: dict[str, Any], kit_database: Path, wheel: Path) -> None:
    """Remove the database and the wheel of the former kit where this one's have other names."""
    if (name := former.get("database")) and (old := kit_database.with_name(Path(str(name)).name)) != kit_database:
        old.unlink(missing_ok=True)
    for old in wheel.parent.glob(f"{PLUGIN}-*{LABEL}-*.whl"):
        if old != wheel:
            old.unlink()


@dataclass(frozen=True, slots=True)
class _Metadata:
    text: bytes
    origin: str
    """``generated``, ``beside`` the database, ``named`` by the caller, or ``kit``: changed in the kit."""
    notices: tuple[str, ...] = ()


def _choose_metadata(named: Path | None, database: Path, in_kit: Path, former: dict[str, Any]) -> _Metadata:
    """The metadata to publish. What someone put into the kit stays: replaced by ours, it might let everyone in."""
    if named:
        return _Metadata(read_metadata(named).encode(), "named")
    beside = metadata_beside(database)
    if in_kit.is_file():
        text = in_kit.read_bytes()
        origin = former.get("metadata_from", "kit")
        if hashlib.sha256(text).hexdigest() != former.get("metadata_sha256"):
            origin = "kit"
        if origin in ("named", "kit") or (origin == "beside" and beside is None):
            return _Metadata(text, origin, (f"{in_kit} is kept as it is; delete it to get a new one.",))
    if beside is not None:
        return _Metadata(beside.encode(), "beside")
    return _Metadata(metadata_yaml(database.stem).encode(), "generated")


def _copy_database(connection: sqlite3.Connection, copy: Path, without: Collection[str]) -> tuple[str, ...]:
    """Copy the archive in one read transaction; return what is private in it.

    ``vacuum into`` and not the backup interface: a backup carries along the free pages, and with them
    what people have deleted.
    """
    partial = copy.with_suffix(".db-partial")
    partial.unlink(missing_ok=True)
    try:
        connection.execute("vacuum into ?", [str(partial)])
        with closing(sqlite3.connect(partial, isolation_level=None)) as published:
            for table in (table for part in LEAVABLE if part in without for table in LEAVABLE[part]):
                published.execute(f"delete from {table}")
            if "originals" in without:
                # A database of its own, that says so and verifies.
                published.execute("update build_info set value = 'no' where key = ?", [ORIGINALS_KEPT])
                record_digest(published)
            if without:
                published.execute("vacuum")
            notices = tuple(
                f"{part.capitalize()} ({count:,}) are in the copy with their authors; --without {part} leaves them out."
                for part in ("notes", "corrections")
                if (count := published.execute(f"select count(*) from {part}").fetchone()[0])
            )
        partial.replace(copy)
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise DatabaseBusy("Another program is writing the database", "Wait until it has finished.") from error
        raise PublishError(f"The database can't be copied to {copy}: {error}", "Is there enough space?") from error
    except sqlite3.DatabaseError as error:
        raise PublishError(f"The database can't be copied: {error}", "It is damaged; build it again.") from error
    finally:
        partial.unlink(missing_ok=True)
    return notices


def _line(target: str, database: Path, wheel: Path, name: str, datasette_version: str | None) -> str:
    """The command line that publishes the kit to ``target``."""
    folder = database.parent
    words = ["datasette", "package"] if target == "package" else ["datasette", "publish", target]
    words += [database.as_posix(), "--metadata", (folder / "metadata.yml").as_posix()]
    words += ["--plugins-dir", (folder / "plugins").as_posix()]
    if datasette_version:
        words += ["--install", f"datasette=={datasette_version}"]
    # A requirements.txt needs the leading ./ to tell a file from a package's name on every version of pip.
    in_requirements = target in ("heroku", "vercel")
    words += ["--install", f"{'./' if in_requirements else ''}plugins/{wheel.name}"]
    settings = [*SETTINGS.items()] if target in ("cloudrun", "package") else [*SETTINGS.items(), HTTPS]
    if target in ("fly", "vercel"):
        words += [word for setting in settings for word in ("--setting", *setting)]
    else:
        words += ["--extra-options", " ".join(f"--setting {key} {value}" for key, value in settings)]
    words += {
        "cloudrun": ["--service", name],
        "heroku": ["--name", name],
        "package": ["--tag", name],
        "fly": ["--app", name],
        "vercel": ["--project", name, "--vercel-json", (folder / "vercel.json").as_posix()],
    }[target]
    return shlex.join(words)


def _note(target: str, size: int) -> str:
    limit, sentence = SIZE_LIMITS.get(target, (None, ""))
    if limit is None or size <= limit:
        return NEEDS[target]
    return f"Too large: {sentence}, and this kit has {size / MEGABYTE:,.0f} MB. {NEEDS[target]}"


def _vercel_configuration(name: str) -> dict[str, Any]:
    """What datasette-publish-vercel would write, with a builder whose Python is new enough."""
    return {
        "name": name,
        "version": 2,
        "builds": [{"src": "index.py", "use": VERCEL_BUILDER}],
        "routes": [{"src": "(.*)", "dest": "index.py"}],
    }


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
