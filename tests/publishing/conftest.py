"""The environment of someone who publishes, and stand-ins for the clouds they publish to."""

from __future__ import annotations

import importlib.metadata
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..packaging.environments import Environment, copy_sources, new_environment

STAND_IN = Path(__file__).with_name("stand_in.sh")
CLOUD_COMMANDS = ("docker", "flyctl", "gcloud", "heroku", "vercel")

ARTICLES = {
    "hanoi.txt": "Trade talks in Hanoi\n\nHANOI, 22 April 2024\n\n"
    "Ministers met on Monday to discuss trade in rice, steel and electronics.\n\n"
    "They agreed to meet again in Jakarta before the end of the year.\n",
    "seoul.txt": "Hàn Quốc tăng nhập khẩu trái cây\n\n"
    "Hàn Quốc sẽ nhập khẩu thêm trái cây của Việt Nam trong năm nay, theo bộ công thương.\n\n"
    "Nông dân Đà Lạt cho biết giá đã tăng trong ba tháng qua.\n",
}
"""Only the Vietnamese article names South Korea, so a page that says "South Korea" has linked the two."""


@pytest.fixture(scope="session")
def datasette_version() -> str:
    """The line of Datasette that these tests run on."""
    return importlib.metadata.version("datasette")


@pytest.fixture(scope="session")
def author(tmp_path_factory: pytest.TempPathFactory, datasette_version: str) -> Iterator[Environment]:
    """The environment of someone who made an archive and publishes it."""
    folder = tmp_path_factory.mktemp("author")
    sources = copy_sources(folder / "sources")
    environment = new_environment(folder / "environment")
    packages = [f"datasette=={datasette_version}", "datasette-publish-fly", "datasette-publish-vercel"]
    # datasette-publish-fly needs httpx and leaves it to Datasette to bring it, which 1.0 no longer does.
    packages.append("httpx")
    environment.run("pip", "install", "--quiet", sources, *packages, cwd=folder)
    yield environment
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def archive(author: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive, made by the command."""
    folder = tmp_path_factory.mktemp("archive")
    (folder / "texts").mkdir()
    for name, text in ARTICLES.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    author.run("clippings", "build", "texts", "-o", "clippings.db", cwd=folder)
    return folder / "clippings.db"


@pytest.fixture
def clouds(tmp_path: Path) -> dict[str, str]:
    """Variables that put the stand-ins on the search path; what is sent off is kept in ``KEPT/context``."""
    commands = tmp_path / "clouds"
    commands.mkdir()
    for name in CLOUD_COMMANDS:
        shutil.copy(STAND_IN, commands / name)
        (commands / name).chmod(0o755)
    kept = tmp_path / "kept"
    kept.mkdir()
    return {"CLOUDS": str(commands), "KEPT": str(kept)}
