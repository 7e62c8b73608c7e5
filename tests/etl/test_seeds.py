"""The two real documents, from file to database."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGLISH = "seeds/000_cb226cff60645c81.txt"
VIETNAMESE = "seeds/004_267d8b3d835caf89.txt"

REMOVED = {
    ENGLISH: ["14:33 / 22.04.2024", "Photo: Dunyo news agency", "Related News"],
    VIETNAMESE: ["23/8", "Bộ KHCN", "Pages: " + " ".join(map(str, range(1, 119)))],
}

EXPECTED = {
    ENGLISH: {
        "title": "Uzbekistan to exchange experience and experts with biocenters of South Korea",
        "title_source": "headline",
        "published": "2024-04-22T14:33",
        "published_text": "14:33 / 22.04.2024",
        "photo_credit": "Dunyo news agency",
        "publisher": None,
        "page_count": None,
        "language": "en",
    },
    VIETNAMESE: {
        "title": "Tuần lễ đối tác BIO ASEAN – HÀN QUỐC 2021",
        "title_source": "headline",
        "published": None,
        "published_text": "23/8",
        "photo_credit": None,
        "publisher": "Bộ KHCN",
        "page_count": 118,
        "language": "vi",
    },
}

ENTITIES = {
    ENGLISH: {
        "Uzbekistan": "place",
        "South Korea": "place",
        "Gyeonggi Province": "place",
        "Abdulla Azizov": "person",
        "Agency for Developing Pharmaceutical Network": "organisation",
        "Pangyo Techno Valley": "organisation",
        "Gyeonggi Bio Center": "organisation",
        "Toshkent Farma Park": "organisation",
        "Embassy of Uzbekistan": "organisation",
    },
    VIETNAMESE: {
        "Hàn Quốc": "place",
        "HÀN QUỐC": "place",
        "ASEAN": "organisation",
        "Trung tâm ASEAN-Hàn Quốc": "organisation",
        "APASTI": None,
        "AMMST-16": "event",
        "BIOKorea-Interphex": "event",
        "COVID-19": "event",
    },
}

QUANTITIES = {
    ENGLISH: [
        ("date", "2005", None),
        ("quantity", "662000", "square-meter"),
        ("quantity", "1622", "companies"),
        ("date", "2007", None),
        ("quantity", "32000", "square-meter"),
        ("quantity", "24", "enterprises"),
        ("quantity", "50000", "workers"),
    ],
    VIETNAMESE: [
        ("date", "2021", None),
        ("date", "2016/2025", None),
        ("date", "1994", None),
        ("money", "1280000000000", "KRW"),
        ("date", "2020", None),
        ("quantity", "4", "chiến lược"),
        ("quantity", "7", "sáng kiến"),
        ("date", "2019", None),
        ("percent", "5", "percent"),
        ("date", "2025", None),
        ("date", "2025", None),
        ("date", "2021", None),
        ("date", "2021", None),
    ],
}


@pytest.fixture(scope="module")
def archive(seeds_database: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{seeds_database.as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def article(archive: sqlite3.Connection, source: str) -> sqlite3.Row:
    row = archive.execute("select * from articles where source = ?", [source]).fetchone()
    assert row is not None
    return row


@pytest.mark.parametrize("source", [ENGLISH, VIETNAMESE])
def test_title_and_metadata(archive: sqlite3.Connection, source: str) -> None:
    """Headline, date, credits, page count and language are read as they stand in the document."""
    row = article(archive, source)
    assert {name: row[name] for name in EXPECTED[source]} == EXPECTED[source]


@pytest.mark.parametrize("source", [ENGLISH, VIETNAMESE])
def test_exactly_the_furniture_is_removed(archive: sqlite3.Connection, source: str) -> None:
    """The boilerplate lines are kept aside with their rule, and no other line is."""
    rows = archive.execute(
        "select r.text from removed_lines r join articles a on a.id = r.article_id where a.source = ? order by r.start",
        [source],
    )
    assert [row[0] for row in rows] == REMOVED[source]


@pytest.mark.parametrize("source", [ENGLISH, VIETNAMESE])
def test_every_other_line_is_unchanged(archive: sqlite3.Connection, source: str) -> None:
    """Headline and text are the document's own lines, in order, without the removed ones."""
    original = (Path(__file__).parent.parent.parent / source).read_text(encoding="utf-8")
    lines = [line for line in original.splitlines() if line.strip() and line not in REMOVED[source]]
    row = article(archive, source)
    assert [row["title"], *filter(None, row["text"].splitlines())] == lines


@pytest.mark.parametrize("source", [ENGLISH, VIETNAMESE])
def test_entities_are_recognised(archive: sqlite3.Connection, source: str) -> None:
    """The people, organisations, places and events of the article are mentions of the right type."""
    rows = archive.execute(
        "select m.surface, e.type from mentions m join entities e on e.id = m.entity_id where m.article_id = ?",
        [article(archive, source)["id"]],
    )
    found = {(row["surface"], row["type"]) for row in rows}
    surfaces = {surface for surface, _ in found}
    for surface, kind in ENTITIES[source].items():
        assert (surface, kind) in found if kind else surface in surfaces, surface


@pytest.mark.parametrize("source", [ENGLISH, VIETNAMESE])
def test_dates_and_quantities_are_read(archive: sqlite3.Connection, source: str) -> None:
    """Every date, amount, percentage and quantity of the article has its exact value; no other number is one."""
    rows = archive.execute(
        "select kind, value, unit from quantities where article_id = ? order by field = 'text', start",
        [article(archive, source)["id"]],
    )
    assert [tuple(row) for row in rows] == QUANTITIES[source]


def test_quantities_can_be_asked_for_by_view(archive: sqlite3.Connection) -> None:
    """The views list dates and money with their articles, in order."""
    (money,) = archive.execute("select currency, amount, title from money_mentioned")
    assert tuple(money) == ("KRW", "1280000000000", EXPECTED[VIETNAMESE]["title"])
    dates = [row["date"] for row in archive.execute("select date from dates_mentioned")]
    assert dates == sorted(dates)
    assert len(dates) == 11


def test_south_korea_is_one_entity_in_both(archive: sqlite3.Connection) -> None:
    """An entity written in two languages is one row, mentioned by both articles."""
    rows = archive.execute(
        """
        select e.key, e.name, e.article_count, group_concat(distinct m.surface) as surfaces
        from entities e join mentions m on m.entity_id = e.id where m.surface in ('South Korea', 'Hàn Quốc', 'HÀN QUỐC')
        group by e.id
        """
    ).fetchall()
    assert len(rows) == 1
    assert (rows[0]["key"], rows[0]["name"], rows[0]["article_count"]) == ("place:KR", "South Korea", 2)
    assert set(rows[0]["surfaces"].split(",")) == {"South Korea", "Hàn Quốc", "HÀN QUỐC"}


@pytest.mark.parametrize(
    ("source", "surfaces"),
    [
        (
            ENGLISH,
            {
                "Agency for Developing Pharmaceutical Network",
                "Agency for the Development of the Pharmaceutical Network",
            },
        ),
        (VIETNAMESE, {"APASTI", "Kế hoạch Hành động ASEAN về Khoa học, Công nghệ và Đổi mới"}),
    ],
)
def test_linked_as_one(archive: sqlite3.Connection, source: str, surfaces: set[str]) -> None:
    """Two ways to write an organisation's name, and a plan's short and long form, are one entity each."""
    rows = archive.execute(
        "select m.surface, m.entity_id, m.evidence from mentions m where m.article_id = ?",
        [article(archive, source)["id"]],
    ).fetchall()
    found = [row for row in rows if row["surface"] in surfaces]
    assert {row["surface"] for row in found} == surfaces
    assert len({row["entity_id"] for row in found}) == 1
    assert all(row["evidence"] for row in found)


def test_embassy_is_no_place(archive: sqlite3.Connection) -> None:
    """The embassy is an organisation of its country, apart from the country."""
    keys = dict(archive.execute("select m.surface, e.key from mentions m join entities e on e.id = m.entity_id"))
    assert keys["Embassy of Uzbekistan"] == "organisation:UZ:embassy"
    assert keys["Uzbekistan"] == "place:UZ"


def test_no_nonsense_is_recognised(archive: sqlite3.Connection) -> None:
    """Abbreviations of the trade, sentence openings and pieces of names are no entities."""
    names = {row[0] for row in archive.execute("select distinct surface from mentions")}
    assert not names & {"R&D", "ICT", "Techno Valley", "Khoa", "Today", "During", "Government", "Korean Government"}
