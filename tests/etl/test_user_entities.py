"""The user's own entities: what lists do to a document, and what is said of a wrong file."""

from __future__ import annotations

import pickle
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from clippings_etl import build, own_entities
from clippings_etl.documents import Mention
from clippings_etl.entities.listed_names import Listed, NameIndex
from clippings_etl.entities.user_lists import UserLists
from clippings_etl.entities.user_lists_file import ListSource, load
from clippings_etl.errors import EntityListError
from clippings_etl.recognisers import Recognition
from clippings_etl.verify import verify

Command = Callable[..., subprocess.CompletedProcess[str]]


def lists(folder: Path, text: str, name: str = "entities.yml", inside: str = "news") -> UserLists:
    """The lists of one file in a folder of the sources."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load([ListSource(f"{inside}/{name}", inside, path, name)])


def found(
    own: UserLists, text: str, language: str = "en", source: str = "news/a.txt", site: str = "news.example"
) -> dict[str, Mention]:
    """The mentions of a document by their surfaces."""
    mentions = Recognition(lists=own).recogniser_for(source, site)(text, language)
    assert all(text[one.start : one.end] == one.surface for one in mentions)
    return {one.surface: one for one in mentions}


def listed(own: UserLists, text: str, language: str = "en", **document: str) -> dict[str, str]:
    """Surface and key of the mentions that come from the lists."""
    return {one.surface: one.key for one in found(own, text, language, **document).values() if one.method == "list"}


def mistakes(folder: Path, text: str, name: str = "entities.yml") -> list[tuple[int, str]]:
    """Line and message of every mistake in a file."""
    with pytest.raises(EntityListError) as raised:
        lists(folder, text, name)
    assert all(problem.file == name for problem in raised.value.problems)
    assert "docs/your-entities.md" in raised.value.advice
    return [(problem.line, problem.message) for problem in raised.value.problems]


def test_a_listed_name_is_found_with_its_key_and_its_shown_name(tmp_path: Path) -> None:
    """Name and aliases are mentions of one entity, shown by its name, with the method ``list`` and full score."""
    own = lists(tmp_path, "entities: [{name: quay zero, type: place, key: place:quay-0, aliases: [the old slip]}]")
    mentions = found(own, "They met at quay zero and left by the old slip.")
    assert {(one.key, one.name, one.type, one.score, one.method) for one in mentions.values()} == {
        ("place:quay-0", "quay zero", "place", 1.0, "list")
    }
    assert set(mentions) == {"quay zero", "the old slip"}


def test_lists_win_over_all_other_mentions(tmp_path: Path) -> None:
    """What overlaps a listed name is dropped, even where it is longer, and even what the gazetteer knows."""
    own = lists(tmp_path, "entities: [{name: Korea, type: person, key: person:korea}]")
    mentions = found(own, "The Bank of Korea spoke, and South Korea was silent.")
    assert [one.key for one in mentions.values()] == ["person:korea"]


def test_short_forms_of_a_listed_person_are_that_person(tmp_path: Path) -> None:
    """The last name alone, later in the text, is the person on the list."""
    own = lists(tmp_path, "entities: [{name: Maria Lind, type: person, key: person:lind-minister}]")
    mentions = found(own, "Maria Lind came to Oslo on Friday. The ferry was late, Lind told reporters.")
    assert mentions["Lind"].key == "person:lind-minister"


@pytest.mark.parametrize(
    ("case", "written", "is_found"),
    [
        ("", "Harbour Post", True),
        ("", "HARBOUR POST", True),
        ("", "harbour post", False),
        ("case_sensitive: true", "Harbour Post", True),
        ("case_sensitive: true", "HARBOUR POST", False),
        ("case_sensitive: false", "harbour post", True),
    ],
)
def test_capitals_count_as_the_list_says(tmp_path: Path, case: str, written: str, is_found: bool) -> None:
    """By default what has a capital in the list has one in the text; a list may want more or less."""
    own = lists(tmp_path, f"entities: [{{name: Harbour Post, type: organisation, {case}}}]".replace(", }", "}"))
    assert (written in listed(own, f"So the {written} wrote.")) == is_found


@pytest.mark.parametrize(
    ("name", "language", "text", "surface"),
    [
        ("O'Brien", "en", "Then O’Brien’s boat came.", "O’Brien"),
        ("Yahoo!", "en", "It was Yahoo! and no other.", "Yahoo!"),
        ("Jean-Luc", "fr", "Ici Jean–Luc parle.", "Jean–Luc"),
        ("Đọc Sách", "vi", "Ông Đọc\u00a0Sách nói.", "Đọc\u00a0Sách"),
        ("北港新闻", "zh", "昨天北港新闻报道了此事。", "北港新闻"),
        ("강민수", "ko", "어제 강민수는 말했다.", "강민수"),
        ("タイ丸", "ja", "港にタイ丸が着いた。", "タイ丸"),
        ("نورة", "ar", "قالت ونورة أيضا.", "نورة"),
        ("ท่าเรือเหนือ", "th", "เมื่อวานท่าเรือเหนือเปิด", "ท่าเรือเหนือ"),
        ("राम", "hi", "कल राम आया।", "राम"),
    ],
)
def test_names_are_found_in_every_script(tmp_path: Path, name: str, language: str, text: str, surface: str) -> None:
    """Apostrophes, dashes, spaces and composition make no difference, nor do particles and prefixes."""
    own = lists(
        tmp_path, f"entities: [{{name: {name!r}, type: organisation, key: organisation:it}}]".replace("\\'", "'")
    )
    assert listed(own, text, language) == {surface: "organisation:it"}


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("Post", "en", "Postal workers met in Outpost and the Posts."),
        ("Yahoo!", "en", "It was Yahoo and no other."),
        ("AB InBev", "en", "They sold AB, InBev and others."),
        ("강민", "ko", "어제 강민수가 말했다."),
        ("タイ", "ja", "そのタイトルは古い。"),
        ("राम", "hi", "कल रामा आया।"),
        ("Harbour Post", "en", "He reached the Harbour\nPost offices were closed."),
    ],
)
def test_parts_of_other_words_are_no_names(tmp_path: Path, name: str, language: str, text: str) -> None:
    """A name is found as whole words in one line, with the signs that belong to it."""
    own = lists(tmp_path, f"entities: [{{name: '{name}', type: organisation, key: organisation:it}}]")
    assert "organisation:it" not in listed(own, text, language).values()


def test_the_longest_name_counts(tmp_path: Path) -> None:
    """Of listed names that overlap the longest is taken."""
    own = lists(
        tmp_path,
        "entities:\n"
        "- {name: Harbour Post, type: organisation}\n"
        "- {name: Harbour Post Foundation, type: organisation}\n",
    )
    assert listed(own, "The Harbour Post Foundation met.") == {
        "Harbour Post Foundation": "organisation:harbour-post-foundation"
    }


def test_names_count_in_their_languages_sites_and_folders(tmp_path: Path) -> None:
    """An entity is meant only where its list says so; an alias may have languages of its own."""
    own = lists(
        tmp_path,
        "entities:\n"
        "- {name: Nga, type: person, key: person:nga, languages: en}\n"
        "- {name: Fox, type: organisation, sites: '*.sport.example', aliases: [{name: Лис, languages: ru}]}\n"
        "- {name: Ada, type: person, folders: 2024/*}\n",
    )
    assert listed(own, "So said Nga.") == {"Nga": "person:nga"}
    assert listed(own, "Ông Nga nói.", "vi") == {}
    assert listed(own, "Fox won.", site="a.sport.example") == {"Fox": "organisation:fox"}
    assert listed(own, "Fox won.") == {}
    assert listed(own, "Там Лис.", "ru", site="a.sport.example") == {"Лис": "organisation:fox"}
    assert listed(own, "There Лис.", "en", site="a.sport.example") == {}
    assert listed(own, "Ada won.", source="news/2024/05/a.txt") == {"Ada": "person:ada"}
    assert listed(own, "Ada won.", source="news/2024/a.txt") == {}


def test_a_name_that_does_not_count_here_hides_no_other(tmp_path: Path) -> None:
    """A shorter name inside one that is listed for other languages is found."""
    own = lists(
        tmp_path,
        "entities:\n- {name: Bank of Ferland, type: organisation, languages: [de]}\n"
        "- {name: Ferland, type: place, key: 'place:ferland-x'}\n",
    )
    assert listed(own, "He works for the Bank of Ferland today.") == {"Ferland": "place:ferland-x"}
    assert "Bank of Ferland" in listed(own, "Er arbeitet bei der Bank of Ferland.", "de")


def test_a_list_counts_below_its_folder_and_the_nearer_one_has_the_last_word(tmp_path: Path) -> None:
    """Lists add up; a name on two of them is what the nearer one says, and a near list may bring back a name."""
    (tmp_path / "inner").mkdir()
    files = []
    for folder, text in (
        ("", "entities: [{name: Fox, type: person, key: person:outer}]\nnever: [Ada]"),
        ("inner", "entities: [{name: Fox, type: person, key: person:inner}, {name: Ada, type: person}]"),
    ):
        path = tmp_path / folder / "entities.yml"
        path.write_text(text, encoding="utf-8")
        inside = f"news/{folder}".rstrip("/")
        files.append(ListSource(f"{inside}/entities.yml", inside, path, str(path)))
    own = load(files)
    text = "Fox met Ada."
    assert listed(own, text, source="other/a.txt") == {}
    assert listed(own, text) == {"Fox": "person:outer"}
    assert listed(own, text, source="news/inner/a.txt") == {"Fox": "person:inner", "Ada": "person:ada"}


def test_refused_names_are_no_entities(tmp_path: Path) -> None:
    """A name under never is no mention, of any type or of those that are named, where it is said."""
    text = "Norway and Sweden met. NORWAY and Sweden met again with Denmark."
    assert {"Norway", "NORWAY", "Sweden", "Denmark"} <= set(found(UserLists(), text))
    own = lists(
        tmp_path,
        "never:\n- norway\n- {name: Sweden, type: person}\n- {name: Denmark, type: place, sites: other.example}\n",
    )
    assert set(found(own, text)) == {"Sweden", "Denmark"}
    assert set(found(own, text, site="other.example")) == {"Sweden"}


def test_an_entity_of_the_gazetteer_gets_more_names(tmp_path: Path) -> None:
    """A listed name that the gazetteer knows has its key without one being given."""
    own = lists(tmp_path, "entities: [{name: South Korea, type: place, aliases: [the Southern Peninsula]}]")
    assert listed(own, "He left the Southern Peninsula.") == {"the Southern Peninsula": "place:KR"}


def test_a_table_says_the_same_as_a_document(tmp_path: Path) -> None:
    """CSV has the same keys as columns, with several values between bars; rows of the type never refuse names."""
    own = lists(
        tmp_path,
        "name;type;aliases;languages;case_sensitive;key\n"
        'Harbour Post;organisation;"HP|The Post";en|de;true;organisation:hp\n'
        "\n"
        "Norway;never\n",
        "entities.csv",
    )
    text = "HP and The Post of Norway, not hp."
    assert {surface: one.key for surface, one in found(own, text).items()} == {
        "HP": "organisation:hp",
        "The Post": "organisation:hp",
    }
    assert all(one.method != "list" for one in found(own, text, "fr").values())


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    """A wrong file is refused with all its mistakes, what is wrong and what was probably meant."""
    told = mistakes(
        tmp_path,
        "entities:\n"
        "  - {name: A, type: ship}\n"
        "  - {name: B, typ: person}\n"
        "  - {name: C, type: person, key: 'place:c'}\n"
        "  - {name: D, type: person, key: d}\n"
        "  - {name: '?!', type: person}\n"
        "  - {type: person}\n"
        "  - {name: E, type: person, languages: english, sites: 'https://x.example/'}\n"
        "  - words\n"
        "  - {name: F, type: person}\n"
        "  - {name: f, type: person, key: 'person:other'}\n"
        "never:\n"
        "  - {type: place}\n"
        "  - {name: G, type: ship}\n"
        "names: []\n",
    )
    assert [(line, message.partition(";")[0]) for line, message in told if line != 9] == [
        (2, "the type can't be 'ship'"),
        (3, "'B' has neither type nor key"),
        (3, "an entity has no key 'typ'"),
        (4, "the key 'place:c' says place, and the type says person"),
        (5, "the key 'd' must be a type, a colon and a word: place:KR, organisation:harbour-post"),
        (6, "the name '?!' has no letter and no digit"),
        (7, "the entity has no name"),
        (8, "'english' is no language"),
        (8, "'https://x.example/' is an address"),
        (11, "'f' is person:f already, in line 10"),
        (13, "never doesn't say which name"),
        (14, "type can't be 'ship'"),
        (15, "the file has no key 'names'"),
    ]
    assert any(line == 9 and message.startswith("an entity must be a mapping") for line, message in told)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("name,kind\nA,person\n", 1, "there is no column 'kind'"),
        ("title,type\nA,person\n", 1, "there is no column 'title'"),
        ("name,name,type\n", 1, "the column name stands twice"),
        ("name,type\n\n,person\n", 3, "the row has no name"),
        ("name,type\nA,person,x\n", 2, "the row has 3 values, and there are 2 columns"),
        ("name,type\nA,ship\n", 2, "the type can't be 'ship'"),
        ("name,type,case_sensitive\nA,person,often\n", 2, "case_sensitive must be true, false or empty"),
        ('name,type\nA,"person\n', 2, "this is no CSV"),
    ],
)
def test_a_wrong_table_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    """Columns and rows that can't be understood are told with the line that they stand in."""
    told = mistakes(tmp_path, text, "entities.csv")
    assert any(number == line and said.startswith(message) for number, said in told), told


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"entities:\n- {name: \xff, type: person}\n", 2, "this is not UTF-8"),
        (b"entities: [\n", 2, "this is no YAML"),
        (b"entities: [{name: a\x07, type: person}]\n", 1, "the character U+0007 can't stand in YAML"),
        (b"entities: &a\n- *a\n", 2, "aliases (*a) are not followed"),
        (b"entities: []\n", 1, "entities is an empty list"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, data: bytes, line: int, message: str) -> None:
    """Bytes that are no text, broken YAML and tricks of YAML are mistakes with a line."""
    path = tmp_path / "entities.yml"
    path.write_bytes(data)
    with pytest.raises(EntityListError) as raised:
        load([ListSource("news/entities.yml", "news", path, "entities.yml")])
    (problem,) = raised.value.problems
    assert problem.line == line
    assert problem.message.startswith(message)


def test_long_lists_of_mistakes_are_cut(tmp_path: Path) -> None:
    """A list with the same mistake in every line names fifty of them and counts the rest."""
    with pytest.raises(EntityListError) as raised:
        lists(tmp_path, "name,type\n" + "A,ship\n" * 200, "entities.csv")
    assert str(raised.value).splitlines()[-1] == "… and 150 more"
    assert len(raised.value.problems) == 200


def test_a_list_of_many_names_reads_a_long_text(tmp_path: Path) -> None:
    """Tens of thousands of names with the same first word, and a text that begins one of them again and again."""
    index = NameIndex.of(Listed(f"Old {number} Mill", None) for number in range(20_000))
    assert len(index) == 20_000
    text = "Old " * 50_000 + "Old 777 Mill"
    (places,) = index.find(text, "en")
    assert [(text[one.start : one.end], index.texts[one.name]) for one in places] == [("Old 777 Mill",) * 2]


def test_lists_travel_to_other_processes(tmp_path: Path) -> None:
    """What pickle makes of lists gives the same mentions."""
    own = lists(tmp_path, "entities: [{name: Harbour Post, type: organisation}]\nnever: [Norway]")
    text = "The Harbour Post of Norway."
    assert found(pickle.loads(pickle.dumps(own)), text) == found(own, text) != found(UserLists(), text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles with lists beside them."""
    news = tmp_path / "news"
    (news / "sport").mkdir(parents=True)
    (news / "a.txt").write_text("Harbour opens\n\nThe Harbour Post says that Norway won.\n", encoding="utf-8")
    (news / "sport" / "b.txt").write_text("Boats\n\nThe Fish Fund met the HARBOUR POST.\n", encoding="utf-8")
    (news / "entities.yml").write_text(
        "entities:\n- {name: Harbour Post, type: organisation, aliases: [{name: HP, languages: [en, de]}]}\n"
        "- {name: Kingdom of Norway, type: place, key: 'place:NO', aliases: [Norway]}\n",
        encoding="utf-8",
    )
    (news / "sport" / "entities.csv").write_text("name,type\nFish Fund,organisation\n", encoding="utf-8")
    return news


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    """What a query of a database gives."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_build_takes_the_lists_beside_its_sources(folder: Path, tmp_path: Path) -> None:
    """Lists are no documents; their names, the name that is shown and their hash are in the database."""
    database = tmp_path / "news.db"
    report = build([folder], database, workers=0)
    assert (report.documents, report.error_count) == (2, 0)
    mentions = rows(database, "select surface, method from mentions where method = 'list' order by surface")
    assert mentions == [("Fish Fund", "list"), ("HARBOUR POST", "list"), ("Harbour Post", "list"), ("Norway", "list")]
    assert rows(database, "select name from entities where key = 'place:NO'") == [("Kingdom of Norway",)]
    assert rows(database, "select name, language from entity_names where source = 'list' order by 1, 2") == [
        ("Fish Fund", "und"),
        ("HP", "de"),
        ("HP", "en"),
        ("Harbour Post", "und"),
        ("Kingdom of Norway", "und"),
        ("Norway", "und"),
    ]
    told = dict(rows(database, "select key, value from build_info where key like 'entities file %'"))
    assert sorted(told) == ["entities file news/entities.yml", "entities file news/sport/entities.csv"]
    assert verify(database).ok


def test_the_digest_follows_the_lists_and_not_the_workers(folder: Path, tmp_path: Path) -> None:
    """Workers make no difference; another list does, even where it names nobody."""
    database = tmp_path / "news.db"
    digest = build([folder], database, workers=0).digest
    assert build([folder], database, workers=2).digest == digest
    with (folder / "sport" / "entities.csv").open("a") as file:
        file.write("Nobody At All,person\n")
    assert build([folder], database, workers=0).digest != digest


def test_explain_follows_the_lists_above_a_document(folder: Path, clippings: Command, tmp_path: Path) -> None:
    """`clippings explain` says which lists counted, and takes those that are given."""
    more = tmp_path / "more.csv"
    more.write_text("name,type,key\nBoats,organisation,organisation:boats-inc\n", encoding="utf-8")
    shown = clippings("explain", "news/sport/b.txt", "--entities", more, cwd=folder.parent).stdout
    assert "own entities  more.csv, " in shown
    assert "news/sport/entities.csv" in shown
    assert "Fish Fund  → organisation:fish-fund  [list" in shown
    assert "Boats  → organisation:boats-inc  [list" in shown


def test_a_wrong_list_ends_a_build_before_it_begins(folder: Path, clippings: Command, tmp_path: Path) -> None:
    """The command names file and line, what to do, and leaves no database."""
    (folder / "entities.yml").write_text("entities:\n- {name: A, tipe: person}\n")
    result = clippings("build", folder, "-o", tmp_path / "news.db", cwd=folder.parent)
    assert result.returncode == 2
    assert "news/entities.yml:2: an entity has no key 'tipe'; did you mean type?" in result.stderr
    assert "docs/your-entities.md" in result.stderr
    assert not (tmp_path / "news.db").exists()


def test_lists_above_a_file_end_where_the_user_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the folder of a document up to the current one, and no further."""
    monkeypatch.chdir(folder / "sport")
    assert [one.name for one in own_entities.above(Path("b.txt")).files] == ["sport/entities.csv"]
    monkeypatch.chdir(folder)
    assert len(own_entities.above(Path("sport/b.txt")).files) == 2
