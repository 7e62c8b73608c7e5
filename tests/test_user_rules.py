"""The user's own rules: what they do to a document, and what is said of a wrong file."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import yaml

from clippings_etl import own_rules
from clippings_etl.build import build
from clippings_etl.cleaning import RULES, clean
from clippings_etl.cleaning.document import read
from clippings_etl.cleaning.user_rules import UserRules
from clippings_etl.cleaning.user_rules_file import LONGEST_LINE, load
from clippings_etl.cleaning.user_yaml import MAX_BYTES
from clippings_etl.documents import Metadata, join_lines
from clippings_etl.errors import RulesError
from clippings_etl.repeated import RULES_ELSEWHERE
from clippings_etl.report import build_report

HEADLINE = "Ferry returns to the northern islands"
FIRST = "The ferry to the islands will sail again from next week, the harbour office said, after a winter of repairs."
SECOND = "Islanders had asked for the crossing to open earlier, but the ice in the strait melted later than usual."


def article(*lines: str, head: tuple[str, ...] = ()) -> str:
    """An article with some lines below its headline, and some at its end."""
    return "\n\n".join([HEADLINE, *head, FIRST, SECOND, *lines])


def rules(text: str, folder: str = "news") -> UserRules:
    """The rules of one file in a folder."""
    return load([(f"{folder}/rules.yml", folder, "rules.yml", text)], elsewhere=RULES_ELSEWHERE)


def removed(
    own: UserRules, text: str, source: str = "news/a.txt", site: str = "news.example", language: str = "en"
) -> dict[str, str]:
    """The removed lines with their rules."""
    cleaned = clean(text, language, rules=own.rules_for(source, site))
    assert join_lines(text, cleaned.kept, cleaned.removed) == cleaned.text
    return {line.text: line.rule for line in cleaned.removed}


def mistakes(text: str) -> list[tuple[int, str]]:
    """Line and message of every mistake in a file."""
    with pytest.raises(RulesError) as raised:
        rules(text)
    assert all(problem.file == "rules.yml" for problem in raised.value.problems)
    assert str(raised.value).splitlines() == [
        f"rules.yml:{problem.line}: {problem.message}" for problem in raised.value.problems
    ]
    assert raised.value.advice
    return [(problem.line, problem.message) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("pattern", "line", "other"),
    [
        ("line: Stay with us", "Stay with us", "Stay with us tonight"),
        ("line: [Stay with us, Goodbye]", "Goodbye", "Goodbye all"),
        ("starts_with: Stay with", "Stay with us", "They stay with us"),
        ("contains: with us", "Stay with us tonight", "Stay with him tonight"),
        ("matches: '^Stay .+ us$'", "Stay with all of us", "Stay with us tonight"),
        ("matches: '\\d+ of \\d+ left'", "٣ of 12 left", "few of 12 left"),
        ("{contains: STAY, ignore_case: true}", "Stay with us", "Go with us"),
        ("{matches: 'ĐỌC \\w+$', ignore_case: true}", "Đọc thêm", "Viết thêm"),
        ("{starts_with: Stay, contains: [us, him]}", "Stay with him", "Stay with her"),
        ("{line: no}", "no", "nothing"),
        ("{line: 2024}", "2024", "2025"),
    ],
)
def test_a_rule_removes_the_lines_that_it_describes(pattern: str, line: str, other: str) -> None:
    """Lines are described whole, by beginning, by part or by regular expression, in any script."""
    described = pattern if pattern.startswith("{") else f"{{{pattern}}}"
    own = rules(f"rules: [{{id: mine, {described[1:]}]")
    assert removed(own, article(line)) == {line: "user.mine"}
    assert removed(own, article(other)) == {}


def test_white_space_and_composition_make_no_difference() -> None:
    """A line is compared with single spaces and composed characters, however either was written."""
    own = rules("rules: [{id: mine, line: Đọc  thêm ở đây}]")
    decomposed = "Đọc\u00a0thêm ở đây"
    assert removed(own, article(decomposed)) == {decomposed: "user.mine"}


def test_metadata_is_read_from_named_groups() -> None:
    """The groups byline, published, publisher and photo_credit say what the line tells."""
    own = rules(
        "rules:\n"
        "- {id: words, matches: '^Words (?P<byline>.+) on (?P<published>.+) for (?P<publisher>.+)$'}\n"
        "- {id: lens, matches: '^Lens: (?P<photo_credit>.+)$'}\n"
    )
    text = article("Lens: Maria Lind", head=("Words Anna Berg on 3 June 2019 for The Harbour Post",))
    cleaned = clean(text, "en", rules=own.rules_for("news/a.txt", "news.example"))
    assert cleaned.metadata == Metadata("2019-06-03", "3 June 2019", "Anna Berg", "The Harbour Post", "Maria Lind")


def test_a_date_that_cannot_be_read_is_kept_as_written() -> None:
    """Where a captured date can't be told, its words are all that is said."""
    own = rules("rules: [{id: when, matches: '^Seen (?P<published>.+)$'}]")
    cleaned = clean(article("Seen long ago"), "en", rules=own.rules_for("news/a.txt", ""))
    assert (cleaned.metadata.published, cleaned.metadata.published_text) == (None, "long ago")


@pytest.mark.parametrize(
    ("where", "covered", "uncovered"),
    [
        ("sites: news.example", {"site": "news.example"}, {"site": "other.example"}),
        ("sites: www.News.example", {"site": "news.example"}, {"site": "my.news.example"}),
        ("sites: '*.example'", {"site": "a.news.example"}, {"site": "example.org"}),
        ("folders: '2024'", {"source": "news/2024/05/a.txt"}, {"source": "news/2023/a.txt"}),
        ("folders: 2024/*", {"source": "news/2024/05/b/a.txt"}, {"source": "news/2024/a.txt"}),
        ("folders: '**/live'", {"source": "news/2024/05/live/a.txt"}, {"source": "news/2024/lives/a.txt"}),
        ("folders: '*.warc.gz'", {"source": "news/crawl.warc.gz#17"}, {"source": "news/crawl.jsonl#17"}),
        ("languages: [vi, en]", {"language": "en"}, {"language": "de"}),
    ],
)
def test_a_rule_acts_only_where_it_is_told_to(where: str, covered: dict[str, str], uncovered: dict[str, str]) -> None:
    """Sites, folders and languages bound a rule; a folder counts with all that is below it."""
    own = rules(f"rules: [{{id: mine, line: Stay with us, {where}}}]")
    assert removed(own, article("Stay with us"), **covered) == {"Stay with us": "user.mine"}
    assert removed(own, article("Stay with us"), **uncovered) == {}


def test_a_rule_acts_only_in_its_places() -> None:
    """A rule for the tail leaves the head alone."""
    own = rules("rules: [{id: mine, starts_with: Stay, places: tail}]")
    text = article("Stay with us", head=("Stay with them",))
    assert removed(own, text) == {"Stay with us": "user.mine"}


def test_long_lines_are_left_alone_unless_asked_for() -> None:
    """A rule by beginning sees lines as long as furniture is, or as long as it says; guards have to be overridden."""
    line = "Stay with us and " + "read on and " * 20 + "never stop."
    assert removed(rules("rules: [{id: mine, starts_with: Stay}]"), article(line)) == {}
    longer = "rules: [{id: mine, starts_with: Stay, max_length: 400}]"
    assert removed(rules(longer), article(line)) == {}
    surer = "rules: [{id: mine, starts_with: Stay, max_length: 400, overrides: sentence}]"
    assert removed(rules(surer), article(line)) == {line: "user.mine"}


def test_a_whole_line_is_surer_than_any_guard() -> None:
    """A line that is written out in a rule is removed even if it looks like prose."""
    line = "Stay with us and read what we write, every day."
    assert removed(rules("rules: [{id: mine, contains: read what}]"), article(line)) == {}
    assert removed(rules(f"rules: [{{id: mine, line: '{line}'}}]"), article(line)) == {line: "user.mine"}


def test_rules_are_switched_off_by_id_and_family() -> None:
    """A rule or a family is switched off everywhere, on a site, or in a folder."""
    text = article("Related", "Ice in the strait", head=("By Anna Berg",))
    everything = {"By Anna Berg": "byline.prefix", "Related": "related.heading", "Ice in the strait": "related.list"}
    assert removed(UserRules(), text) == everything
    assert removed(rules("off: related.list"), text).keys() == {"By Anna Berg", "Related"}
    assert removed(rules("off: [related, byline.prefix]"), text) == {}
    elsewhere = rules("off: [{rule: related, sites: other.example}, {rule: byline, folders: old}]")
    assert removed(elsewhere, text) == everything
    assert removed(elsewhere, text, site="other.example") == {"By Anna Berg": "byline.prefix"}
    assert removed(elsewhere, text, "news/old/a.txt").keys() == {"Related", "Ice in the strait"}


def test_on_wins_over_off_in_the_same_file() -> None:
    """A family can be switched off but for one of its rules."""
    own = rules("off: related\non: related.heading")
    assert removed(own, article("Related", "Ice in the strait")) == {"Related": "related.heading"}


def test_the_nearer_file_has_the_last_word() -> None:
    """Files add up from the outermost folder on; an inner one switches rules off and on again, its own are first."""
    own = load(
        [
            ("news/a/rules.yml", "news/a", "inner", "on: byline\noff: user.both\nrules: [{id: inner, contains: ay}]"),
            ("news/rules.yml", "news", "outer", "off: byline\nrules: [{id: both, line: Stay}, {id: o, line: Away}]"),
        ]
    )
    text = article("Stay", "Away", head=("By Anna Berg",))
    assert removed(own, text, "news/b.txt") == {"Stay": "user.both", "Away": "user.o"}
    inner = {"By Anna Berg": "byline.prefix", "Stay": "user.inner", "Away": "user.inner"}
    assert removed(own, text, "news/a/b.txt") == inner
    assert removed(own, text, "newsroom/b.txt") == {"By Anna Berg": "byline.prefix"}
    assert removed(own, text, "news/ab/b.txt") == {"Stay": "user.both", "Away": "user.o"}


@pytest.mark.parametrize(
    ("narrow", "acts", "rests"),
    [
        ("only: {sites: a.example}", {"site": "a.example"}, {"site": "b.example"}),
        ("except: {sites: b.example}", {"site": "a.example"}, {"site": "b.example"}),
        ("only: {folders: x}", {"source": "news/x/a.txt"}, {"source": "news/a.txt"}),
        ("except: {languages: fr}", {"language": "en"}, {"language": "fr"}),
        ("except: {line: By Anna Berg, sites: b.example}", {"site": "a.example"}, {"site": "b.example"}),
    ],
)
def test_a_rule_is_narrowed(narrow: str, acts: dict[str, str], rests: dict[str, str]) -> None:
    """A rule acts only where it still may, or everywhere but there."""
    own = rules(f"narrow: [{{rule: byline.prefix, {narrow}}}]")
    text = article(head=("By Anna Berg",))
    assert removed(own, text, **acts) == {"By Anna Berg": "byline.prefix"}
    assert removed(own, text, **rests) == {}


def test_a_rule_is_narrowed_to_lines() -> None:
    """An exception for some lines leaves the rule its others."""
    own = rules("narrow: [{rule: byline, except: {contains: Berg}}]")
    text = article("Author: Maria Lind", head=("By Anna Berg",))
    assert removed(own, text) == {"Author: Maria Lind": "byline.label"}


@pytest.mark.parametrize(
    "keep", ["By Anna Berg", "{starts_with: By, sites: news.example}", "{matches: '^By', places: head}"]
)
def test_kept_lines_are_removed_by_no_rule(keep: str) -> None:
    """A line to be kept stays, whatever takes it: the rules of the package, the user's, those of a whole site."""
    text = article("Author: Maria Lind", head=("By Anna Berg",))
    own = rules(f"keep: [{keep}]\nrules: [{{id: mine, line: By Anna Berg}}]")
    assert removed(own, text) == {"Author: Maria Lind": "byline.label"}


def test_unchanged_files_leave_the_rules_alone() -> None:
    """A document that no file is above is cleaned with the rules of the package."""
    assert rules("off: byline").rules_for("other/a.txt", "").rules == RULES
    assert rules("").rules_for("news/a.txt", "").rules == RULES


def test_rules_travel_to_other_processes() -> None:
    """Pickled rules do the same, so that workers can have them."""
    own = rules(
        "rules: [{id: mine, matches: 'with \\w+$', sites: '*.example'}]\noff: related\nkeep: [{contains: Lind}]\n"
        "narrow: [{rule: byline, except: {contains: Berg}}]"
    )
    text = article("Stay with us", "Related", "Author: Maria Lind", head=("By Anna Berg",))
    again = pickle.loads(pickle.dumps(own))
    assert removed(again, text) == removed(own, text) == {"Stay with us": "user.mine"}
    assert pickle.loads(pickle.dumps(own)) == own
    assert again.version == own.version


def test_a_version_follows_what_the_rule_says() -> None:
    """Another pattern, place or description is another version; order of keys and comments are none."""
    texts = (
        "rules: [{id: a, line: x, sites: s.example}]",
        "# why\nrules:\n- sites: [s.example]\n  line: x\n  id: a\n",
        "rules: [{id: a, line: y, sites: s.example}]",
        "rules: [{id: a, line: x, sites: t.example}]",
        "rules: [{id: a, line: x, sites: s.example, description: Why.}]",
    )
    versions = [rules(text).version for text in texts]
    assert versions[0] == versions[1]
    assert len(set(versions)) == 4
    asked = [rules(text).rules_for("news/a.txt", "s.example").version for text in texts]
    assert asked[0] == asked[1] and len(set(asked)) == 4
    for text in ("off: byline", "keep: [x]", "keep: [y]", "narrow: [{rule: byline, except: {contains: a}}]"):
        assert rules(text).rules_for("news/a.txt", "").version != UserRules().rules_for("news/a.txt", "").version


WRONG = {
    "rules:\n- id: a\n  contians: x": [(3, "a rule has no key 'contians'; did you mean contains?")],
    "rules:\n- {id: a, sites: a.example}": [
        (2, "the rule doesn't say which lines; give it line, starts_with, contains or matches")
    ],
    "rule: []": [(1, "the file has no key 'rule'; did you mean rules?")],
    "- a": [(1, "the file must be a mapping with some of: rules, off, on, narrow, keep; it is a list")],
    "rules:": [(1, "rules is empty; take it out or fill it")],
    "rules: []": [(1, "rules is an empty list; take it out or fill it")],
    "off: []\nkeep: []": [
        (1, "off is an empty list; take it out or fill it"),
        (2, "keep is an empty list; take it out or fill it"),
    ],
    "rules:\n- line: x": [(2, "the rule has no id; give it a short name, such as id: newsletter")],
    "rules:\n- {id: A b, line: x}": [(2, "the id 'A b' must be small letters, digits and hyphens")],
    "rules:\n- {id: a, line: ''}": [(2, "line is empty")],
    "rules:\n- {id: a, starts_with: ' '}": [(2, "starts_with is empty")],
    "rules:\n- {id: a, contains: ~}": [(2, "contains is empty; take it out or fill it")],
    "rules:\n- {id: a, contains: [x, [y]]}": [(2, "contains must be text; it is a list")],
    "rules:\n- {id: a, contains: {x: y}}": [(2, "contains must be text; it is a mapping")],
    "rules:\n- {id: a, line: !!python/name:os.system x}": [
        (2, "line must be text; it is tagged tag:yaml.org,2002:python/name:os.system")
    ],
    "rules:\n- x": [
        (
            2,
            "a rule must be a mapping with some of: id, description, line, starts_with, contains, matches, "
            "ignore_case, sites, folders, languages, places, max_length, overrides; it is 'x'",
        )
    ],
    "rules:\n- {id: a, line: x}\n- {id: a, line: y}": [
        (3, "there is a rule user.a already, at rules.yml:2; give one of them another id")
    ],
    "rules:\n- id: a\n  line: x\n  line: y": [(4, "line stands twice in a rule; make one list of it")],
    "rules:\n- {id: a, line: x, max_length: long}": [
        (2, f"max_length must be a whole number from 1 to {LONGEST_LINE:,}; it is 'long'")
    ],
    "rules:\n- {id: a, line: x, max_length: 0}": [
        (2, f"max_length must be a whole number from 1 to {LONGEST_LINE:,}; it is '0'")
    ],
    "rules:\n- {id: a, line: x, ignore_case: maybe}": [(2, "ignore_case must be true or false; it is 'maybe'")],
    "rules:\n- {id: a, line: x, places: [tail, foot]}": [(2, "places can't be 'foot'; there is head, body, tail")],
    "rules:\n- {id: a, line: x, overrides: sentences}": [(2, "overrides can't be 'sentences'; did you mean sentence?")],
    "rules:\n- {id: a, line: x, languages: English}": [
        (2, "'English' is no language; write its ISO 639 code, such as en or vi")
    ],
    "rules:\n- {id: a, line: x, sites: 'https://a.example/'}": [
        (2, "'https://a.example/' is an address; write its host only, such as news.example")
    ],
    "rules:\n- {id: a, matches: '('}": [
        (2, "the regular expression '(' can't be used: a closing bracket ) is missing (missing ): ()")
    ],
    "rules:\n- {id: a, matches: '.*'}": [
        (2, "the regular expression '.*' can't be used: it takes every line; say what the lines have that others don't")
    ],
    "rules:\n- {id: a, matches: 'x|'}": [
        (2, "the regular expression 'x|' can't be used: it takes every line; say what the lines have that others don't")
    ],
    "rules:\n- {id: a, matches: '(?<=a)b'}": [
        (
            2,
            "the regular expression '(?<=a)b' can't be used: look-ahead and look-behind are not available "
            "(invalid perl operator: (?<=)",
        )
    ],
    "rules:\n- {id: a, matches: '(x)\\1'}": [
        (
            2,
            "the regular expression '(x)\\\\1' can't be used: back-references are not available "
            "(invalid escape sequence: \\1)",
        )
    ],
    "rules:\n- {id: a, matches: '\\bđó'}": [
        (
            2,
            "the regular expression '\\\\bđó' can't be used: \\b knows the letters of English only; "
            "write what stands there: (^|\\s)",
        )
    ],
    "rules:\n- {id: a, matches: '[^\\W\\d]x'}": [
        (
            2,
            "the regular expression '[^\\\\W\\\\d]x' can't be used: \\W can't stand in square brackets; "
            "for letters write \\pL, for others [^…]",
        )
    ],
    "rules:\n- {id: a, matches: '(?P<author>x)y'}": [
        (2, "a group can't be called author; there is byline, published, publisher, photo_credit")
    ],
    "keep: [{matches: '(?P<byline>x)y'}]": [
        (1, "a group can't be called byline; only rules that are added read groups")
    ],
    "off:\n- relatd.list": [(2, "there is no rule 'relatd.list'; did you mean related.list?")],
    "off:\n- {rule: byline, site: a}": [(2, "off has no key 'site'; did you mean sites?")],
    "on:\n- {sites: a}": [(2, "on doesn't say which rule; add rule: with an id or a family")],
    "narrow:\n- {rule: byline}": [(2, "narrow doesn't say where the rule is to act; give it only: or except:")],
    "narrow:\n- {only: {sites: a}}": [(2, "narrow doesn't say which rule; add rule: with an id or a family")],
    "narrow:\n- {rule: byline, except: {}}": [(2, "except says nothing; name lines, sites, folders or places")],
    "keep:\n- {sites: a}": [(2, "keep doesn't say which lines; give it line, starts_with, contains or matches")],
    "rules: &a\n- {id: a, line: x}\noff: *a": [(3, "aliases (*a) are not followed; write it out")],
    "rules: [": [
        (1, "this is no YAML: while parsing a flow node, expected the node content, but found '<stream end>'")
    ],
    "rules:\n\t- a": [
        (2, "this is no YAML: while scanning for the next token, found character '\\t' that cannot start any token")
    ],
    "a: b: c": [(1, "this is no YAML: mapping values are not allowed here")],
    "off: byline\n---\noff: byline": [
        (2, "this is no YAML: expected a single document in the stream, but found another document")
    ],
    "off: \x07": [(1, "the character U+0007 can't stand in YAML")],
}


@pytest.mark.parametrize("text", WRONG)
def test_mistakes_are_told_with_their_line(text: str) -> None:
    """Each kind of mistake has a message that says what is wrong, on which line, and what to do."""
    assert mistakes(text) == WRONG[text]


def test_all_mistakes_are_told_at_once() -> None:
    """A file with several mistakes is corrected in one go, and so are several files."""
    first = "off:\n- nothing\nrules:\n- {id: a, line: ''}\nkep: x\n"
    second = "rules:\n- {id: B, line: x}\n- {id: c, matches: '['}\n"
    with pytest.raises(RulesError) as raised:
        load([("a/rules.yml", "a", "a/rules.yml", first), ("b/rules.yml", "b", "b/rules.yml", second)])
    found = [(problem.file, problem.line) for problem in raised.value.problems]
    assert found == [("a/rules.yml", 2), ("a/rules.yml", 4), ("a/rules.yml", 5), ("b/rules.yml", 2), ("b/rules.yml", 3)]


def test_an_id_belongs_to_one_rule() -> None:
    """Two files may say the same under one id, but not different things."""
    same = "rules: [{id: a, line: x}]"
    load([("a/rules.yml", "a", "a", same), ("b/rules.yml", "b", "b", same)])
    with pytest.raises(RulesError, match=r"b:1: there is a rule user\.a already, at a:1"):
        load([("a/rules.yml", "a", "a", same), ("b/rules.yml", "b", "b", "rules: [{id: a, line: y}]")])


def test_rules_of_a_site_can_be_named_as_well() -> None:
    """Rules that need the whole site are switched off, narrowed and overruled like any."""
    text = article("Stay with us")
    document_line = "Stay with us"

    def permits(own: UserRules, site: str) -> bool:
        document = read(text)
        line = next(line for line in document.lines if line.text == document_line)
        return own.rules_for("news/a.txt", site).permits("site.repeated", line, document)

    assert permits(UserRules(elsewhere=RULES_ELSEWHERE), "a.example")
    assert permits(rules("off: byline"), "a.example")
    own = rules("off: [{rule: site.repeated, sites: a.example}]")
    assert not permits(own, "a.example") and permits(own, "b.example")
    assert not permits(rules("off: site"), "a.example")
    assert not permits(rules("keep: [Stay with us]"), "a.example")
    assert not permits(rules("narrow: [{rule: site, except: {contains: with us}}]"), "a.example")
    assert permits(rules("narrow: [{rule: site, except: {contains: with him}}]"), "a.example")


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    """Aliases that would unfold to a billion rules are not followed."""
    bomb = "a: &a [x, x]\n" + "".join(f"k{n}: &b{n} [*a, *a, *a, *a, *a, *a, *a, *a]\n" for n in range(40))
    assert mistakes(bomb) == [(2, "aliases (*a) are not followed; write it out")]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 90_000, '{"a":' * 30_000])
def test_deep_nesting_is_refused(text: str) -> None:
    """Nesting has an end, and Python's recursion isn't it."""
    assert mistakes(text) == [(1, "lists and mappings are nested more than 12 deep")]


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """Too large, in another encoding, not there: each with a message."""
    path = tmp_path / "rules.yml"
    path.write_text("# " + "x" * MAX_BYTES)
    with pytest.raises(RulesError, match=r"rules\.yml:1: the file is larger than 200 kB"):
        own_rules.at(path)
    path.write_bytes("off: byline\n# Đọc".encode("cp1258", "replace") + b"\xff")
    with pytest.raises(RulesError, match=r"rules\.yml:2: this is not UTF-8; save the file as UTF-8"):
        own_rules.at(path)
    with pytest.raises(RulesError, match=r"none\.yml:1: the file can't be read: No such file"):
        own_rules.at(tmp_path / "none.yml")


def test_the_rules_of_a_build_lie_beside_its_sources(tmp_path: Path) -> None:
    """Each rules.yml in the folders given counts, those of a file's own folder, and one for all of them."""
    (tmp_path / "news" / "old").mkdir(parents=True)
    (tmp_path / "news" / "rules.yml").write_text("off: byline")
    (tmp_path / "news" / "old" / "rules.yml").write_text("off: related")
    (tmp_path / "news" / "a.txt").write_text(article())
    (tmp_path / "all.yml").write_text("off: source")
    own = own_rules.beside([tmp_path / "news"], tmp_path / "all.yml")
    assert [(file.name, file.folder) for file in own.files] == [
        ("rules.yml", ""),
        ("news/rules.yml", "news"),
        ("news/old/rules.yml", "news/old"),
    ]
    alone = own_rules.beside([tmp_path / "news" / "a.txt"])
    assert [file.name for file in alone.files] == ["news/rules.yml"]
    families = {rule.family for rule in own.rules_for("news/old/b.txt", "").rules}
    assert not families & {"byline", "related", "source"}


def test_a_build_names_the_rules_that_removed_nothing(tmp_path: Path) -> None:
    """A rule that is misspelt, or no longer needed, shows in the report."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(article("Stay with us"))
    (folder / "rules.yml").write_text("rules:\n- {id: stay, line: Stay with us}\n- {id: go, line: Go home}\n")
    report = build([folder], tmp_path / "out.db", workers=0)
    assert report.idle_rules == ["user.go"]
    assert "Rules of your own that removed nothing: user.go\n" in build_report(report)


HOSTILE_LINES = tuple(unit * (1_000_000 // len(unit)) + "!" for unit in ("a", " a", "(", "é\u0301", "1 "))


@pytest.mark.parametrize("line", HOSTILE_LINES, ids=lambda line: repr(line[:2]))
def test_hostile_patterns_meet_hostile_lines(line: str) -> None:
    """Patterns that bring Python's own regular expressions to a halt go through a line of a megabyte at once."""
    patterns = [r"(a+)+$", r"(\w+\s?)+:$", r"(a|a)*b", r"(.*.*.*.*.*)x", r"(\pM*\w?)*\d{30}z", r"^(\(+)+\)"]
    own = rules(yaml.safe_dump({"rules": [{"id": f"p{n}", "matches": p} for n, p in enumerate(patterns)]}))
    for rule in own.rules:
        assert rule.matcher.lines.pattern.find(line) is None  # type: ignore[attr-defined]
    kept = rules(yaml.safe_dump({"keep": [{"matches": pattern} for pattern in patterns]}))
    for together in (own, kept):
        assert removed(together, article(line)) == {}
