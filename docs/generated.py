"""The parts of the documentation that are made from the program itself; `cog -r README.md docs/*.md` renews them."""

from __future__ import annotations

import inspect
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from click.testing import CliRunner
from sqlite_utils.cli import cli as sqlite_utils_cli

import clippings_etl
from clippings_etl.cleaning import GUARDS, RULES, Example
from clippings_etl.cleaning.line_scorer import SCORED
from clippings_etl.cli import cli
from clippings_etl.entities.cues import DATA as MODELS
from clippings_etl.entities.model import read_model
from clippings_etl.entities.recognition import RECOGNISERS
from clippings_etl.entities.tagger import NAME
from clippings_etl.entities.voting import voted
from clippings_etl.metadata import chart_address, described
from clippings_etl.repeated import SITE_RULES

ROOT = Path(__file__).parent.parent


def commands() -> str:
    """The help of every command."""
    blocks = []
    for name, command in [("", cli), *sorted(cli.commands.items())]:
        context = click.Context(command, info_name=f"clippings {name}".strip(), terminal_width=100)
        blocks.append(f"## clippings {name}".rstrip() + f"\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n" + "\n".join(blocks) + "\n"


def public_names() -> str:
    """Signature and first line of every public name."""
    rows = ["", "| `from clippings_etl import …` | |", "|---|---|"]
    for name in sorted(clippings_etl.__all__):
        value = getattr(clippings_etl, name)
        if not callable(value):
            continue
        signature = _signature(value).replace("'", "") if inspect.isfunction(value) else ""
        first = (inspect.getdoc(value) or "").splitlines()[0]
        rows.append(f"| `{name}{signature.replace('|', chr(92) + '|')}` | {first} |")
    return "\n".join(rows) + "\n\n"


def _signature(function: Callable[..., object]) -> str:
    """A function's signature; of defaults only those that are plain values, since others tell nothing in a line."""
    signature = inspect.signature(function)
    parameters = [
        parameter.replace(default=_ELLIPSIS)
        if not isinstance(parameter.default, str | int | None) and parameter.default is not parameter.empty
        else parameter
        for parameter in signature.parameters.values()
    ]
    return str(signature.replace(parameters=parameters))


class _Ellipsis:
    def __repr__(self) -> str:
        return "…"


_ELLIPSIS = _Ellipsis()


def tables() -> str:
    """Every table and view with its columns."""
    blocks = []
    for item in described():
        blocks.append(f"### {item.name}" + (" (view)" if item.is_view else "") + f"\n\n{item.description}\n")
        rows = "\n".join(f"| `{column}` | {text} |" for column, text in item.columns.items())
        blocks.append(f"| column | |\n|---|---|\n{rows}\n")
        if address := chart_address(item.name):
            blocks.append(f"Chart: `/clippings/{address}`\n")
    return "\n" + "\n".join(blocks) + "\n"


def rules() -> str:
    """Every cleaning rule with its examples."""
    blocks = []
    family = ""
    for rule in sorted(RULES, key=lambda rule: rule.id):
        if rule.family != family:
            family = rule.family
            blocks.append(f"### {family}\n")
        languages = "any language" if rule.languages == ("*",) else ", ".join(sorted(rule.languages))
        places = ", ".join(place.value for place in rule.places)
        blocks.append(f"**`{rule.id}`** {rule.description}\n")
        blocks.append(f"Version {rule.version}; acts in: {places}; knows: {languages}.\n")
        blocks.append(_lines_of("removes", rule.examples) + _lines_of("keeps", rule.counterexamples))
    return "\n" + "\n".join(blocks) + "\n"


def scored_rule() -> str:
    """The rule of the line scorer."""
    return f"\n- **`{SCORED.id}`** (version {SCORED.version}): {SCORED.description}\n\n"


def site_rules() -> str:
    """The rules that compare the articles of a site."""
    rows = (f"- **`{rule.id}`** (version {rule.version}): {rule.description}" for rule in SITE_RULES)
    return "\n" + "\n".join(rows) + "\n\n"


def guards() -> str:
    """Every guard."""
    return "\n" + "\n".join(f"- **{guard.id}**: {guard.description}" for guard in GUARDS) + "\n\n"


def _lines_of(heading: str, examples: tuple[Example, ...]) -> str:
    shown = [f"`{example.line}`" for example in examples if "`" not in example.line]
    return f"- {heading}: " + " · ".join(shown) + "\n" if shown else ""


def recognition() -> str:
    """What the modules of the recognisers say of themselves, in the order in which they are asked."""
    modules = dict.fromkeys(inspect.getmodule(recogniser) for recogniser in (*RECOGNISERS, voted))
    rows = []
    for module in modules:
        if module is not None:
            name = module.__name__.rpartition(".")[2]
            rows.append(f"- **{name}**: {(inspect.getdoc(module) or '').splitlines()[0]}")
    return "\n" + "\n".join(rows) + "\n\n"


def model_sources() -> str:
    """What the model of languages with spaces was trained on."""
    rows = ["", "| source | texts | words and marks | people | organisations | places |", "|---|---|---|---|---|---|"]
    sources = read_model(MODELS / NAME).notes["sources"]
    for source, counts in sorted(sources.items()):
        numbers = (counts[column] for column in ("texts", "tokens", "person", "organisation", "place"))
        rows.append(f"| {source} | " + " | ".join(f"{number:,}" for number in numbers) + " |")
    return "\n".join(rows) + "\n\n"


def model_figures() -> str:
    """How well the model of languages with spaces does by itself on each development set."""
    columns = ("typed", "untyped", "person", "organisation", "place")
    rows = ["", "| set | with type | without | people | organisations | places |", "|---|---|---|---|---|---|"]
    figures = read_model(MODELS / NAME).notes["figures"]
    for name, found in sorted(figures.items()):
        rows.append(f"| {name} | " + " | ".join(f"{found[column]:.3f}" for column in columns) + " |")
    return "\n".join(rows) + "\n\n"


def build_session() -> str:
    """What building the seeds prints."""
    with tempfile.TemporaryDirectory() as folder:
        return _session(folder, "build", "seeds/")


def verify_session() -> str:
    """What verifying a database of the seeds prints."""
    with tempfile.TemporaryDirectory() as folder:
        clippings_etl.build([ROOT / "seeds"], Path(folder) / "clippings.db")
        return _session(folder, "verify", "clippings.db")


def _session(folder: str, command: str, argument: str) -> str:
    """A command line and its output, with the database in a folder that isn't shown."""
    database = str(Path(folder) / "clippings.db")
    hidden = [argument, "-o", database] if command == "build" else [database]
    output = CliRunner().invoke(cli, [command, *hidden]).output.replace(database, "clippings.db")
    return f"\n```console\n$ clippings {command} {argument}\n{output}```\n\n"


_QUESTION = """select articles.title, mentions.surface, count(*) as times
from mentions
join articles on articles.id = mentions.article_id
join entities on entities.id = mentions.entity_id
where entities.key = 'place:KR'
group by 1, 2 order by 1, 2"""


def sql_session() -> str:
    """A question to the database, asked with sqlite-utils."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "clippings.db"
        clippings_etl.build([ROOT / "seeds"], database)
        result = CliRunner().invoke(sqlite_utils_cli, ["query", str(database), _QUESTION, "--table"])
    return f'\n```console\n$ sqlite-utils query clippings.db "\n{_QUESTION}" --table\n{result.output}```\n\n'


_OWN_ENTITIES = """\
entities:
  - name: Harbour Post
    type: organisation
    aliases: [The Post, {name: HP, case_sensitive: true}]
  - name: Maria Lind
    type: person
    key: person:maria-lind-minister     # there is another Maria Lind
    aliases:
      - {name: Мария Линд, languages: ru}
    sites: [news.example, "*.news.example"]

never:
  - Techno Valley
  - {name: [Jordan, Georgia], type: place, folders: sport}
"""
_OWN_ARTICLE = """\
Ferry returns to Techno Valley

The Harbour Post and HP say that Jordan met the minister of Norway. “It works,” THE POST wrote of her visit.
"""


def own_entities() -> str:
    """A list of entities, and what `clippings explain` says of an article beside it."""
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news"
        news.mkdir()
        (news / "entities.yml").write_text(_OWN_ENTITIES, encoding="utf-8")
        (news / "ferry.txt").write_text(_OWN_ARTICLE, encoding="utf-8")
        here = Path.cwd()
        os.chdir(folder)
        try:
            output = CliRunner().invoke(cli, ["explain", "news/ferry.txt"]).output
        finally:
            os.chdir(here)
    shown = output.replace(f"{Path(folder).name}/news", "news")
    return f"\n```yaml\n{_OWN_ENTITIES}```\n\n```console\n$ clippings explain news/ferry.txt\n{shown}```\n\n"


def command_output(*arguments: str) -> str:
    """What a command prints, run from the repository's root."""
    result = CliRunner().invoke(cli, list(arguments))
    return f"\n```console\n$ clippings {' '.join(arguments)}\n{_shortened(result.output)}```\n\n"


def _shortened(text: str) -> str:
    return "".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield (line if len(line) <= 110 else line[:108].rstrip() + " …") + "\n"
