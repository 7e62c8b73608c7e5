"""The learned scorer takes the furniture of crude dumps, says why, and leaves clean text alone."""

import pytest

from clippings_etl import clean
from clippings_etl.cleaning.line_scorer import SCORED, load

ARTICLE = """Ferry returns to the northern islands
The ferry to the islands will sail again from next week, the harbour office said, after a winter of repairs.
Islanders had asked for the crossing to open earlier, but the ice in the strait melted later than in other years.
A new engine
The first boat leaves the harbour at dawn and returns in the evening with the mail and with the school class.
“We have waited for this since November,” said the teacher of the island's school, who came to see the boat.
The repairs took longer than planned, since the engine had to be brought from the other side of the country.
""".splitlines()

ABOVE = """Northern Post
Home
Islands
Mainland
Weather
Sport
Culture
Search
Log in
Most read today
Old mill for sale
A dog that walked home
Ice on the roads""".splitlines()

BELOW = """Share on Facebook
Tweet
12 comments
Leave a comment
Related articles
New bridge opened
Harbour office moves
The last lighthouse keeper
Who owns the quay
About us
Contact
Privacy policy
Terms of use
© 2019 Northern Post. All rights reserved.""".splitlines()

SCORED_EXAMPLES = ("Old mill for sale", "A dog that walked home", "Mainland")


def test_the_furniture_of_a_dump_goes_and_its_article_stays() -> None:
    """Teasers and menus that no rule knows go, every line of the article stays."""
    cleaned = clean("\n".join([*ABOVE, *ARTICLE, *BELOW]))
    assert cleaned.text.splitlines() == ARTICLE
    scored = {line.text for line in cleaned.removed if line.rule == SCORED.id}
    assert scored >= set(SCORED_EXAMPLES)


def test_each_line_says_why_it_was_taken() -> None:
    """The reason is the score and the features that spoke most for furniture."""
    cleaned = clean("\n".join([*ABOVE, *ARTICLE, *BELOW]))
    reasons = [line.reason or "" for line in cleaned.removed if line.rule == SCORED.id]
    assert reasons
    assert all(float(reason[:4]) > 0.5 for reason in reasons)
    assert all(any(name in reason for name in load().names) for reason in reasons)


LIST = "\n".join(f"{number}. {name}" for number, name in enumerate(["Salt", "Flour", "Butter", "Milk"] * 5, 1))
TABLE = "\n".join(f"{name}\t{number}\t{number * 3}" for number, name in enumerate(["Berg", "Faia", "Lind"] * 7))
VERSE = "\n\n".join(["We went to sea\nby the old harbour\nand slept at night\nand woke in light"] * 6)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ARTICLE),
        "\n\n".join(ARTICLE),
        "\n".join([*ARTICLE, LIST]),
        "\n".join([*ARTICLE, TABLE, ARTICLE[1]]),
        "\n".join([ARTICLE[0], ARTICLE[1], VERSE]),
        VERSE,
    ],
    ids=["article", "article with blank lines", "recipe", "table", "poem with an introduction", "poem"],
)
def test_clean_text_is_left_alone(text: str) -> None:
    """Where no rule finds a page's furniture, nothing is scored: lists, tables and verse stay whole."""
    assert clean(text).removed == ()


def test_a_page_s_main_content_is_not_scored() -> None:
    """What a page extractor has picked out already goes through the rules alone."""
    cleaned = clean("\n".join([*ABOVE, *ARTICLE, *BELOW]), score_lines=False)
    assert not [line for line in cleaned.removed if line.rule == SCORED.id]


def test_the_model_says_more_for_prose_than_for_links() -> None:
    """The shipped tables are the trained ones: wide lines of the main text count for the article."""
    model = load()
    row = model.names.index("width in the main text")
    assert model.table[row][-1] > model.table[row][0]
