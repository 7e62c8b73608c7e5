"""Trying rules on a whole database: what would change, told before it is taken."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from clippings_etl import build, own_rules
from clippings_etl.archive import open_archive
from clippings_etl.errors import RulesError
from clippings_etl.inline_rules import rules_text
from clippings_etl.try_rule import Trial, try_rules
from clippings_etl.verify import verify

Command = Callable[..., subprocess.CompletedProcess[str]]

TOWNS = ("Hamar", "Lahti", "Tartu", "Vaasa", "Umeå", "Skien", "Turku", "Narva", "Moss", "Oulu", "Pori", "Gävle")
PROSE = (
    "The council of {town} voted on Monday to rebuild the old harbour before the winter, after years of waiting.",
    "In {town} the work begins with the eastern pier, said the mayor, and will cost less than it was thought to.",
)
OFFER = "Letters from {town} come daily"
PLEA = "Give {town} a boat, and read what becomes of it, every day."


def story(town: str) -> str:
    """An article with furniture of its own, and with some that the package knows."""
    head = [f"{town} rebuilds its harbour", "By Anna Berg"]
    tail = [OFFER.format(town=town), PLEA.format(town=town), "Related", f"Boats of {town}"]
    return "\n\n".join([*head, *(line.format(town=town) for line in PROSE), *tail])


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of stories from two folders, a table of records, and a note that is hardly more than an offer."""
    folder = tmp_path_factory.mktemp("trial") / "news"
    (folder / "north").mkdir(parents=True)
    for number, town in enumerate(TOWNS):
        place = folder / "north" if number % 2 else folder
        (place / f"{town}.txt").write_text(story(town), encoding="utf-8")
    note = "A word from the harbour\n\nLetters from the harbour master and his crew come by boat"
    (folder / "note.txt").write_text(note, encoding="utf-8")
    with (folder / "records.jsonl").open("w", encoding="utf-8") as records:
        for town in ("Bergen", "Mandal"):
            record = {"title": f"{town} waits", "text": story(town), "url": f"https://{town.lower()}.example/1"}
            records.write(json.dumps(record) + "\n")
    (folder / "rules.yml").write_text("off: site\n")
    path = folder.parent / "news.db"
    build([folder], path)
    return path


def tried(database: Path, text: str, **options: int) -> Trial:
    """What more rules would do, the database being the same before and after."""
    before = sha256(database.read_bytes()).hexdigest()
    trial = try_rules(database, extra=text, **options)
    assert sha256(database.read_bytes()).hexdigest() == before
    return trial


def built_with(database: Path, text: str, folder: Path) -> dict[tuple[str, str], str]:
    """Removed lines and their rules in a database really built with more rules, by source and text."""
    rules = own_rules.with_more(own_rules.beside([database.parent / "news"]), text)
    build([database.parent / "news"], folder / "built.db", rules=rules)
    assert verify(folder / "built.db").ok
    return removed_in(folder / "built.db")


def removed_in(database: Path) -> dict[tuple[str, str], str]:
    """Removed lines with their rules, by source and text."""
    connection = open_archive(database)
    rows = connection.execute("select source, r.text, rule from removed_lines r join articles a on a.id = article_id")
    found = {(source, text): rule for source, text, rule in rows}
    connection.close()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "rules: [{id: new, starts_with: Letters from}]",
        "rules: [{id: new, starts_with: Letters from, sites: bergen.example}]",
        "rules: [{id: new, matches: '^Letters .+ daily$', folders: news/north}]",
        "rules: [{id: new, contains: boat, ignore_case: true}]",
        "rules: [{id: new, contains: boat, overrides: all}]",
        "rules: [{id: new, line: By Anna Berg}]",
        "rules: [{id: new, contains: harbour, max_length: 300, overrides: all}]",
        "off: related",
        "off: [{rule: byline, sites: [bergen.example, mandal.example]}]",
        "on: site",
        "narrow: [{rule: related.list, except: {contains: Umeå}}]",
        "keep: [{contains: Anna}, Related]",
    ],
)
def test_a_trial_tells_what_a_build_does(database: Path, tmp_path: Path, text: str) -> None:
    """The lines that a trial counts are those that differ once the database is built with the rules."""
    trial = tried(database, text, examples=1000)
    before, after = removed_in(database), built_with(database, text, tmp_path)
    gone = {place: rule for place, rule in after.items() if place not in before}
    back = {place: rule for place, rule in before.items() if place not in after}
    if text == "on: site":  # what a whole site repeats is counted by a build only
        gone = {place: rule for place, rule in gone.items() if not rule.startswith("site.")}
    assert trial.removed.lines == len(gone)
    assert trial.returned.lines == len(back)
    assert trial.removed.articles == len({source for source, _ in gone})
    assert trial.removed.characters == sum(len(line) for _, line in gone)
    assert {(one.rule, one.text) for one in trial.removed.examples} == {
        (rule, line) for (_, line), rule in gone.items()
    }
    assert {(one.rule, one.text) for one in trial.returned.examples} == {
        (rule, line) for (_, line), rule in back.items()
    }
    assert sum(one.times for one in trial.removed.examples) == len(gone)
    changed = [place for place in before.keys() & after.keys() if before[place] != after[place]]
    assert trial.other_rule == len(changed)


def test_counts_are_parted_by_rule_and_site(database: Path) -> None:
    """Lines are counted by the rule that would take them and by the site that they stand on."""
    trial = tried(database, "rules: [{id: new, starts_with: Letters from}]")
    assert trial.articles == 15
    assert trial.removed.by_rule == {"user.new": 15}
    assert trial.removed.by_site == {"news": 7, "news/north": 6, "bergen.example": 1, "mandal.example": 1}
    assert list(trial.removed.by_site)[:2] == ["news", "news/north"]


def test_an_emptied_article_is_listed(database: Path) -> None:
    """Articles of which less than a fifth would be left are named, with what they have and would have."""
    trial = tried(database, "rules: [{id: new, starts_with: Letters from}]")
    assert trial.emptied_count == 1
    (emptied,) = trial.emptied
    assert (emptied.source, emptied.title) == ("news/note.txt", "A word from the harbour")
    assert emptied.left < emptied.characters / 5
    assert tried(database, "rules: [{id: new, starts_with: Boats of}]").emptied_count == 0


def test_protected_lines_are_told_with_their_guard(database: Path) -> None:
    """Lines that the rule takes for furniture and a guard for prose stay, and the trial says why."""
    trial = tried(database, "rules: [{id: new, starts_with: Give}]")
    assert trial.removed.lines == 0
    assert (trial.protected.lines, trial.protected.by_rule) == (14, {"user.new": 14})
    assert {one.guards for one in trial.protected.examples} == {("sentence",)}
    assert tried(database, "rules: [{id: new, starts_with: Give, overrides: sentence}]").removed.lines == 14
    kept = tried(database, "rules: [{id: new, starts_with: Give, overrides: all}]\nkeep: [{contains: boat}]")
    assert {one.guards for one in kept.protected.examples} == {("keep",)}


def test_examples_show_the_lines_around(database: Path) -> None:
    """An example has its source, and the lines above and below it there; the draw is the same each time."""
    text = "rules: [{id: new, starts_with: Letters from}]"
    trial = tried(database, text, examples=3)
    assert len(trial.removed.examples) == 3
    assert trial == tried(database, text, examples=3)
    for one in tried(database, text, examples=100).removed.examples:
        if one.source == "news/Hamar.txt":
            assert one.text == OFFER.format(town="Hamar")
            assert one.above == PROSE[1].format(town="Hamar")
            assert one.below == PLEA.format(town="Hamar")
            break
    else:
        pytest.fail("the story of Hamar is no example")


def test_a_file_takes_the_place_of_the_rules_that_were(database: Path, tmp_path: Path) -> None:
    """Rules from a file or folder are compared with those of the database, not added to them."""
    (tmp_path / "rules.yml").write_text("off: [site, related]")
    trial = try_rules(database, own_rules.at(tmp_path / "rules.yml"))
    assert trial.returned.by_rule == {"related.heading": 14, "related.list": 14}
    same = try_rules(database, own_rules.at(database.parent / "news"))
    assert (same.removed.lines, same.returned.lines) == (0, 0)


def test_without_originals_the_stored_text_does(database: Path, tmp_path: Path) -> None:
    """A database that kept no originals gives the same answer."""
    path = tmp_path / "lean.db"
    build([database.parent / "news"], path, keep_originals=False)
    for text in ("rules: [{id: new, contains: boat}]", "off: [byline, related]", "keep: [{contains: Anna}]"):
        assert tried(path, text) == tried(database, text)


def test_mistakes_in_a_rule_are_told(database: Path) -> None:
    """A described rule that can't be used gets the message that it would get in a file."""
    with pytest.raises(RulesError, match="command line: the regular expression '\\(' can't be used"):
        try_rules(database, extra=rules_text({"matches": ["("]}, (), keep=False))
    with pytest.raises(RulesError, match="command line: there is no rule 'relatd'; did you mean related"):
        try_rules(database, extra=rules_text({}, ("relatd",), keep=False))


def test_the_command_prints_the_trial(clippings: Command, database: Path) -> None:
    """The command prints counts, sites, examples and emptied articles; its status is 1 where some would be empty."""
    result = clippings("try-rule", database, "--starts-with", "Letters from", "--examples", "2")
    assert result.returncode == 1
    assert "15 lines in 15 articles would be removed" in result.stdout
    assert "1 article would be left empty, or nearly:\n  news/note.txt" in result.stdout
    bounded = clippings("try-rule", database, "--starts-with", "Letters from", "--folder", "news/north")
    assert bounded.returncode == 0
    assert "6 lines in 6 articles would be removed" in bounded.stdout
    assert "No article would be left empty, or nearly." in bounded.stdout
    off = clippings("try-rule", database, "--off", "related", "--site", "bergen.example")
    assert off.returncode == 0
    assert "2 lines in 1 article would come back" in off.stdout


def test_the_command_prints_json(clippings: Command, database: Path) -> None:
    """The JSON form is the trial, field by field."""
    result = clippings("try-rule", database, "--contains", "boat", "--overrides", "all", "--json")
    data = json.loads(result.stdout)
    assert data["articles"] == 15
    assert data["removed"]["by_rule"] == {"user.tried": 15}
    assert {"text", "rule", "times", "source", "above", "below", "guards"} == set(data["removed"]["examples"][0])


def test_the_command_tells_what_is_wrong(clippings: Command, database: Path, tmp_path: Path) -> None:
    """Nothing described, a wrong pattern, no database: a message each, and status 2."""
    for arguments, message in (
        ((database,), "Describe a rule"),
        ((database, "--matches", "("), "a closing bracket ) is missing"),
        ((database, "--site", "a.example"), "doesn't say which lines"),
        ((database, "--contains", "x", "--place", "foot"), "there is head, body, tail"),
        ((tmp_path / "none.db", "--contains", "x"), "does not exist"),
    ):
        result = clippings("try-rule", *arguments)
        assert result.returncode == 2, arguments
        assert message in result.stderr and "Traceback" not in result.stderr


def test_a_build_stops_at_wrong_rules(clippings: Command, tmp_path: Path) -> None:
    """A wrong rules.yml ends a build before it begins, with file and line; the old database stays."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(story("Hamar"), encoding="utf-8")
    database = tmp_path / "clippings.db"
    assert clippings("build", folder, "-o", database).returncode == 0
    before = database.read_bytes()
    (folder / "rules.yml").write_text("off:\n- relatd\n")
    result = clippings("build", folder, "-o", database)
    assert result.returncode == 2
    assert f"{folder / 'rules.yml'}:2: there is no rule 'relatd'; did you mean related?" in result.stderr
    assert database.read_bytes() == before


def test_a_build_stores_the_rules_that_it_used(database: Path, tmp_path: Path) -> None:
    """The user's rules stand in the table of rules, their files in build_info; the digest follows what they say."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(story("Hamar"), encoding="utf-8")
    (folder / "b.txt").write_text(story("Lahti"), encoding="utf-8")
    digests = []
    for text in ("rules: [{id: offer, starts_with: Letters}]", "rules: [{id: offer, starts_with: Letter}]"):
        (folder / "rules.yml").write_text(text)
        report = build([folder], tmp_path / "clippings.db")
        assert report.errors == [] and report.documents == 2
        assert report.removed_by_rule["user.offer"] == 2
        digests.append(report.digest)
        archive = open_archive(tmp_path / "clippings.db")
        (stored,) = archive.execute("select family, description from rules where id = 'user.offer'").fetchall()
        info = dict(archive.execute("select key, value from build_info"))
        archive.close()
        assert stored == ("user", "A line that the user's own rules name.")
        assert info["rules file news/rules.yml"] == text
        assert " user.offer@" in info["cleaning rules"] and " news/rules.yml@" in info["cleaning rules"]
    assert len(set(digests)) == 2
    assert build([folder], tmp_path / "more.db", workers=2).digest == digests[1]
