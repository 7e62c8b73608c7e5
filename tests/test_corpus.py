"""Lines that a site repeats: taken out with a reason, the articles left whole."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clippings_etl import clean, clean_corpus
from clippings_etl.cleaning import STANDARD
from clippings_etl.cleaning.user_rules_file import load
from clippings_etl.documents import Cleaned
from clippings_etl.repeated import SITE_RULES, Repeated, line_keys, remove_repeated

MENU = ["Morning Post", "World and region", "Harbour and sea", "Culture diary"]
FOOTER = ["Most read this week", "Write to the editors", "The Morning Post is published by the Harbour Press."]


def paragraphs(seed: int, count: int = 4) -> list[str]:
    """Prose that no other seed has."""
    chance = random.Random(seed)
    words = ["".join(chance.choices("abdegiklmnoprstuvz", k=chance.randint(2, 9))) for _ in range(count * 30)]
    return [" ".join(words[start : start + 30]).capitalize() + "." for start in range(0, len(words), 30)]


def page(seed: int) -> str:
    """An article between its site's navigation and footer."""
    title = f"Ferry number {'abcdefghijklmnopqrstuvwxyz'[seed % 26] * 4} returns to the islands"
    return "\n".join([*MENU, title, *paragraphs(seed), *FOOTER])


def counted(articles: int, counts: dict[int, int]) -> Repeated:
    repeated = Repeated.counted(articles, counts)
    assert repeated
    return repeated


def removed_by(cleaned: Cleaned, rule: str) -> list[str]:
    return [line.text for line in cleaned.removed if line.rule == rule]


def test_a_sites_furniture_is_removed_and_says_why() -> None:
    """What stands on every page of a site goes; headline and text stay, line for line."""
    texts = [page(seed) for seed in range(10)]
    for seed, cleaned in enumerate(clean_corpus(("post.example", text) for text in texts)):
        assert cleaned.text.splitlines() == texts[seed].splitlines()[len(MENU) : -len(FOOTER)]
        assert cleaned.has_headline
        reasons = {line.reason for line in cleaned.removed if line.rule == "site.repeated"}
        assert reasons == {"on nearly all articles of its site"}


def test_another_sites_lines_dont_count() -> None:
    """The same line on three sites is repeated by none of them."""
    pairs = [(f"site{seed}.example", page(seed)) for seed in range(10)]
    assert [one.text for one in clean_corpus(pairs)] == [clean(text).text for _, text in pairs]


def test_near_duplicates_count_once() -> None:
    """A story that was scraped ten times isn't taken for furniture, nor is what an update keeps of it."""
    story = ["Ferry returns to the islands", *paragraphs(1, 12)]
    pairs = [("post.example", page(seed)) for seed in range(100, 108)]
    copies = [("post.example", "\n".join([*MENU, *story[: 13 - cut], f"Update {cut}.", *FOOTER])) for cut in range(3)]
    for cut, cleaned in enumerate(clean_corpus([*pairs, *copies])[-3:]):
        assert cleaned.text.splitlines()[: 13 - cut] == story[: 13 - cut]


def test_numbers_and_case_dont_hide_a_repetition() -> None:
    """A counter is the same line whatever it counts."""
    texts = [f"{page(seed)}\n{seed * 37} READERS  like this" for seed in range(6)]
    assert all("READERS  like this" in removed_by(one, "site.repeated")[-1] for one in _on_one_site(texts))


def test_short_lines_among_repeated_ones_go_with_them() -> None:
    """Headlines of other articles change from page to page; the lines around them give them away."""
    texts = []
    for seed in range(8):
        lines = page(seed).splitlines()
        others = [f"Other story {word}" for word in paragraphs(900 + seed, 1)[0].split()[:4]]
        texts.append("\n".join([*lines[:-2], *others, *lines[-2:]]))
    for cleaned in _on_one_site(texts):
        assert len(removed_by(cleaned, "site.between")) == 4
        assert "Other story" not in cleaned.text


def test_a_sub_heading_between_paragraphs_needs_more() -> None:
    """Two articles in twenty with the same sub-heading keep it; a line that breaks up most texts goes."""
    texts = []
    for seed in range(24):
        lines = page(seed).splitlines()
        between = ["What happens next"] if seed < 2 else ["Story continues below"]
        texts.append("\n".join([*lines[:6], *between, *lines[6:]]))
    cleaned = _on_one_site(texts)
    assert all("What happens next" in one.text for one in cleaned[:2])
    assert all("Story continues below" not in one.text for one in cleaned[2:])


def test_a_paragraph_that_follow_up_stories_repeat_stays() -> None:
    """Background that two of many articles have in common is text."""
    background = paragraphs(77, 1)
    texts = [page(seed) for seed in range(30)]
    for seed in (3, 9):
        lines = page(seed).splitlines()
        texts[seed] = "\n".join([*lines[:7], *background, *lines[7:]])
    assert all(background[0] in _on_one_site(texts)[seed].text for seed in (3, 9))


def test_few_articles_prove_nothing() -> None:
    """Two articles of a site may well have a line in common."""
    texts = [page(1), page(2)]
    assert [one.text for one in _on_one_site(texts)] == [clean(text).text for text in texts]


def test_no_article_is_emptied() -> None:
    """A page that says only what other pages say is left as it is."""
    texts = [*(page(seed) for seed in range(6)), "\n".join([*MENU, *FOOTER])]
    assert _on_one_site(texts)[-1].text == clean(texts[-1]).text


def test_the_title_stays_though_other_pages_link_to_it() -> None:
    """A headline that is repeated in lists of links is the title where it is the title."""
    text = page(5)
    title = text.splitlines()[len(MENU)]
    cleaned = clean(text)
    counts = dict.fromkeys(line_keys("\n".join([*MENU, title, *FOOTER])), 9)
    repeated = counted(10, counts)
    assert title in remove_repeated(text, cleaned, repeated, title=title).text
    assert title not in remove_repeated(text, cleaned, repeated).text.splitlines()


def test_the_users_rules_can_switch_it_off() -> None:
    """Where site.repeated is off nothing of the kind is removed; a line to be kept is kept."""
    text = page(1)
    cleaned = clean(text)
    repeated = counted(10, dict.fromkeys(line_keys("\n".join([*MENU, *FOOTER])), 10))
    off = load([("a/rules.yml", "", "rules.yml", "off: [site.repeated]")], STANDARD, SITE_RULES)
    assert remove_repeated(text, cleaned, repeated, rules=off.rules_for("a/b.txt", "a")) == cleaned
    keep = load([("a/rules.yml", "", "rules.yml", "keep:\n- line: Culture diary\n")], STANDARD, SITE_RULES)
    left = remove_repeated(text, cleaned, repeated, rules=keep.rules_for("a/b.txt", "a")).text
    assert left.startswith("Culture diary\n") and "Morning Post" not in left


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from([*MENU, *FOOTER, "", "  ", *paragraphs(3), "\u2028", "x\r"])), max_size=12))
def test_kept_and_removed_lines_are_the_text(documents: list[list[str]]) -> None:
    """The law of cleaning holds for the whole corpus: every line is kept or removed, once, in its place."""
    texts = ["\n".join(lines) for lines in documents]
    for text, cleaned in zip(texts, _on_one_site(texts), strict=True):
        spans = sorted([(span.start, span.end) for span in cleaned.kept] + [(r.start, r.end) for r in cleaned.removed])
        end = 0
        for start, stop in spans:
            assert not text[end:start].strip()
            end = stop
        assert not text[end:].strip()
        assert all(text[line.start : line.end] == line.text for line in cleaned.removed)
        kept = [text[span.start : span.end] for span in cleaned.kept]
        assert [line for line in cleaned.text.split("\n") if line] == kept


@pytest.mark.parametrize("rule", SITE_RULES, ids=lambda rule: rule.id)
def test_the_rules_are_described(rule: object) -> None:
    """Each says what it removes, as any rule does."""
    assert rule.id.startswith("site.") and rule.description  # type: ignore[attr-defined]


def _on_one_site(texts: list[str]) -> list[Cleaned]:
    return clean_corpus([("post.example", text) for text in texts])


def test_articles_that_differ_in_numbers_alone_keep_their_prose() -> None:
    """Rates and results that a site publishes daily in the same words aren't emptied by each other."""
    notice = "The harbour office counted {} boats and {} visitors on the quay yesterday, it said in the evening."
    names = ("Monday", "Tuesday", "Winter", "Spring", "Ferry", "Engine", "Captain", "Island", "Lighthouse", "Harvest")
    cleaned = clean_corpus(
        [("a.example", f"{name} reports\n\n{notice.format(day * 37, day * 911)}") for day, name in enumerate(names)]
    )
    assert all("boats and" in one.text for one in cleaned)
