"""What is recognised, and what isn't: one behaviour a test."""

from __future__ import annotations

import pytest

from clippings_etl.documents import Mention
from clippings_etl.entities import country_of, recognise


def found(text: str, language: str | None) -> set[tuple[str, str]]:
    return {(mention.surface, mention.type) for mention in recognise(text, language)}


def keys(text: str, language: str | None) -> dict[str, str]:
    return {mention.surface: mention.key for mention in recognise(text, language)}


def only(text: str, language: str | None, surface: str) -> Mention:
    [mention] = [mention for mention in recognise(text, language) if mention.surface == surface]
    return mention


@pytest.mark.parametrize(
    ("language", "text", "surface", "key"),
    [
        ("en", "The delegation left South Korea on Friday.", "South Korea", "place:KR"),
        ("vi", "Đoàn đã rời Hàn Quốc hôm qua.", "Hàn Quốc", "place:KR"),
        ("fr", "La délégation a quitté la Corée du Sud.", "Corée du Sud", "place:KR"),
        ("de", "Die Delegation reiste nach Südkorea.", "Südkorea", "place:KR"),
        ("es", "La delegación viajó a Corea del Sur.", "Corea del Sur", "place:KR"),
        ("pt", "A delegação visitou a Coreia do Sul.", "Coreia do Sul", "place:KR"),
        ("id", "Delegasi itu berkunjung ke Korea Selatan.", "Korea Selatan", "place:KR"),
        ("ru", "Делегация вернулась из Узбекистана.", "Узбекистана", "place:UZ"),
        ("fi", "Valtuuskunta palasi Suomesta.", "Suomesta", "place:FI"),
        ("tr", "Heyet Özbekistan'da görüştü.", "Özbekistan", "place:UZ"),
        ("uz", "Delegatsiya O‘zbekistonga qaytdi.", "O‘zbekistonga", "place:UZ"),
        ("kk", "Делегация Қазақстанға келді.", "Қазақстанға", "place:KZ"),
        ("zh", "代表团昨天离开了韩国。", "韩国", "place:KR"),
        ("ja", "代表団は昨日、韓国を離れた。", "韓国", "place:KR"),
        ("ko", "대표단은 어제 대한민국을 떠났다.", "대한민국", "place:KR"),
        ("th", "คณะผู้แทนเดินทางไปเกาหลีใต้เมื่อวานนี้", "เกาหลีใต้", "place:KR"),
        ("ar", "وصل الوفد أمس وزار أوزبكستان", "أوزبكستان", "place:UZ"),
    ],
)
def test_country_is_one_entity_in_every_language(language: str, text: str, surface: str, key: str) -> None:
    """A country has the same key in whatever language and case form its name stands."""
    assert keys(text, language)[surface] == key


def test_headline_in_capitals_links_like_any_other() -> None:
    """A name in capitals is the same entity."""
    assert keys("TUẦN LỄ HỢP TÁC VỚI HÀN QUỐC TẠI HÀ NỘI", "vi")["HÀN QUỐC"] == "place:KR"


def test_iso_codes_are_no_names() -> None:
    """What is Russia in Vietnamese is nothing in English, though it is also Nigeria's code."""
    assert keys("Tổng thống Nga thăm Việt Nam.", "vi")["Nga"] == "place:RU"
    assert recognise("The NGA meeting and a girl called Nga.", "en") == []


def test_word_of_another_language_is_no_country() -> None:
    """German calls Iceland "Island"; an English island is none."""
    assert "place:IS" not in keys("They sailed to the Island at dawn.", "en").values()


def test_korea_follows_the_south_korea_of_the_document() -> None:
    """A short name is linked where the document says which country it means, and to neither elsewhere."""
    assert keys("South Korea and Korea are one here.", "en")["Korea"] == "place:KR"
    assert keys("They talked about Korea.", "en").get("Korea") != "place:KR"
    assert keys("South Korea and North Korea both claim Korea.", "en").get("Korea") != "place:KR"


@pytest.mark.parametrize(
    "text", ["Michael Jordan scored again.", "She studied at Georgia Tech.", "Jordan scored again.", "Chad smiled."]
)
def test_country_name_in_a_persons_name_is_no_country(text: str) -> None:
    """A name that is also a country's needs something to speak for the country."""
    assert not any(country_of(mention.key) for mention in recognise(text, "en"))


@pytest.mark.parametrize("text", ["He returned from Jordan last week.", "Syria, Jordan and Iraq agreed."])
def test_preposition_or_other_country_speaks_for_an_ambiguous_one(text: str) -> None:
    """A preposition of place or another country beside it makes it the country."""
    assert keys(text, "en")["Jordan"] == "place:JO"


def test_new_mexico_is_not_mexico() -> None:
    """A country inside a longer name of another place isn't that country."""
    assert "Mexico" not in keys("The trial began near New Mexico.", "en")


def test_demonym_is_no_place() -> None:
    """An adjective of a country, a people and a language name no place."""
    assert found("The South Korean government agreed.", "en") == set()
    assert recognise("She speaks French, and the Dutch do too.", "en") == []


def test_organisation_and_its_short_form_in_many_languages_are_one() -> None:
    """The reviewed aliases link short forms and translations."""
    assert keys("ASEAN met.", "en")["ASEAN"] == keys("АСЕАН провела встречу.", "ru")["АСЕАН"] == "organisation:asean"
    assert keys("L’ONU se réunit.", "fr")["ONU"] == keys("ООН заседает.", "ru")["ООН"] == "organisation:united-nations"


def test_hyphen_joins_two_mentions() -> None:
    """Two names with a hyphen are two mentions."""
    assert [m.key for m in recognise("hợp tác ASEAN-Hàn Quốc", "vi")] == ["organisation:asean", "place:KR"]
    assert [m.key for m in recognise("hợp tác ASEAN – Hàn Quốc", "vi")] == ["organisation:asean", "place:KR"]


def test_longest_name_wins() -> None:
    """Names inside a longer one are parts of it."""
    assert found("Trung tâm ASEAN-Nhật Bản đã khai trương.", "vi") == {("Trung tâm ASEAN-Nhật Bản", "organisation")}
    assert found("The Embassy of Japan was closed.", "en") == {("Embassy of Japan", "organisation")}


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("en", "Officials of the Ministry of Science and Technology met.", "Ministry of Science and Technology"),
        ("en", "He joined the Agency for Nuclear Safety in 2001.", "Agency for Nuclear Safety"),
        ("vi", "Theo lãnh đạo Bộ Nông nghiệp và Môi trường, đúng như vậy.", "Bộ Nông nghiệp và Môi trường"),
        ("fr", "Le rapport du Ministère de la Santé est prêt.", "Ministère de la Santé"),
        ("es", "Trabaja en la Universidad Nacional de Colombia desde ayer.", "Universidad Nacional de Colombia"),
        ("pt", "O Banco Central do Brasil decidiu.", "Banco Central do Brasil"),
        ("id", "Menurut Kementerian Kesehatan, itu benar.", "Kementerian Kesehatan"),
        ("de", "Der Vertrag mit der Müller GmbH gilt.", "Müller GmbH"),
        ("ru", "Доклад представил Банк России в среду.", "Банк России"),
    ],
)
def test_head_noun_makes_an_organisation(language: str, text: str, surface: str) -> None:
    """A capitalised name with a head noun for organisations is one, with all that linking words tie to it."""
    assert (surface, "organisation") in found(text, language)


@pytest.mark.parametrize("text", ["The Government met.", "The Ministry and the Company met.", "Our University won."])
def test_head_noun_alone_is_no_name(text: str) -> None:
    """A head noun without a name of its own names nobody."""
    assert recognise(text, "en") == []


def test_head_noun_makes_a_place_or_an_event() -> None:
    """Provinces and rivers are places, conferences are events."""
    assert ("Gangwon Province", "place") in found("Farmers of Gangwon Province met.", "en")
    assert ("Berlin Climate Conference", "event") in found("At the Berlin Climate Conference he spoke.", "en")


def test_vietnamese_place_stands_behind_its_noun() -> None:
    """What follows tỉnh or thành phố is a place, without that noun."""
    assert keys("mưa lớn ở tỉnh Quảng Ninh và thành phố Đà Lạt", "vi") == {
        "Quảng Ninh": "place:VN-13",
        "Đà Lạt": "place:geonames:1584071",
    }


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("en", "It was led by the director of the National Bank, Rustam Karimov.", "Rustam Karimov"),
        ("en", "Mr. Karimov arrived.", "Karimov"),
        ("en", "Prime Minister Pham Minh Chinh arrived.", "Pham Minh Chinh"),
        ("en", "Yesterday Kim Min-jae arrived.", "Kim Min-jae"),
        ("vi", "Bộ trưởng Nguyễn Văn An phát biểu.", "Nguyễn Văn An"),
        ("vi", "Theo ông Hùng, giá sẽ tăng.", "Hùng"),
        ("fr", "Selon Mme Lefèbvre-Durand, tout va bien.", "Lefèbvre-Durand"),
        ("de", "Bundeskanzler Olaf Scholz reiste ab.", "Olaf Scholz"),
        ("es", "La ministra Carmen Ruiz dimitió.", "Carmen Ruiz"),
        ("pt", "O presidente Luiz Inácio Lula da Silva viajou.", "Luiz Inácio Lula da Silva"),
        ("id", "Presiden Joko Widodo tiba.", "Joko Widodo"),
        ("ru", "Президент Узбекистана Шавкат Мирзиёев выступил.", "Шавкат Мирзиёев"),
    ],
)
def test_person_behind_title_or_role(language: str, text: str, surface: str) -> None:
    """A title, a role or a given name makes a person, and the title is no part of the name."""
    assert (surface, "person") in found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "During the trip, they rested. Here we are: This is it."),
        ("en", "Today, R&D and ICT matter; the CEO uses AI, IT and PDF files for GDP."),
        ("vi", "Khoa học và công nghệ là trụ cột. R&D được đầu tư."),
        ("vi", "Ngoài ra, đây là sự kiện lớn. Mặt khác, Trung tâm mong muốn hợp tác."),
        ("en", "In May and on Monday the Golden Globe Award was given."),
    ],
)
def test_no_nonsense(language: str, text: str) -> None:
    """Sentence openers, common abbreviations, months and prizes are nobody."""
    assert recognise(text, language) == []


def test_head_noun_speaks_against_a_person() -> None:
    """A name that ends in a noun for things or places is nobody, whatever stands around it."""
    text = "“Techno Valley said so,” Austin Fellowship wrote. The Tony Medal and Victoria Bridge said nothing."
    assert not any(mention.type == "person" for mention in recognise(text, "en"))


def test_quoted_name_behind_its_noun_is_an_organisation_everywhere() -> None:
    """A quoted name behind a common noun is an organisation, and stays one where it stands without quotes."""
    text = "They saw the industrial zone “Samdo Valley”. Later Samdo Valley grew."
    assert [(m.surface, m.type) for m in recognise(text, "en")] == [("Samdo Valley", "organisation")] * 2
    assert ("Заря", "organisation") in found("Завод «Заря» закрыт.", "ru")


def test_short_form_is_one_entity_with_its_long_form() -> None:
    """Initials in brackets link to the long form before them, here and further on."""
    text = "The National Pharmacy Institute (NPI) opened. Staff of the NPI left."
    assert {m.key for m in recognise(text, "en")} == {"organisation:national-pharmacy-institute"}
    assert {m.name for m in recognise(text, "en")} == {"National Pharmacy Institute"}
    assert [m.surface for m in recognise(text, "en")] == ["National Pharmacy Institute", "NPI", "NPI"]


def test_amount_of_money_names_no_country() -> None:
    """The US of US$ is no mention of the country."""
    assert recognise("It cost US$ 5 a day.", "en") == []


def test_short_form_of_a_conference_is_an_event() -> None:
    """Where the letters come from another language, the head noun before them gives the type."""
    assert ("ABCD-7", "event") in found("tại Hội nghị Bộ trưởng lần thứ 7 về Du lịch (ABCD-7), các nước", "vi")


def test_ordinary_brackets_hold_no_short_form() -> None:
    """Common abbreviations and plain words in brackets name nobody."""
    assert recognise("He wrote about gross domestic product (GDP) and research and development (R&D).", "en") == []


def test_coined_name_with_a_year_is_an_event_where_events_are_spoken_of() -> None:
    """The year isn't part of the event's name; without a word for events it is no event."""
    assert ("AgroKorea-Foodex", "event") in found("triển lãm kết hợp với AgroKorea-Foodex 2019, nhiều người", "vi")
    assert not any(m.type == "event" for m in recognise("bản mới của phần mềm PowerDraw 2019 đã có", "vi"))


def test_pandemic_is_an_event() -> None:
    """COVID-19 is known in any capitals that the press uses."""
    assert (
        keys("đại dịch COVID-19", "vi")["COVID-19"] == keys("after Covid-19 hit", "en")["Covid-19"] == "event:covid-19"
    )


def test_last_name_alone_is_the_person_of_the_document() -> None:
    """A person who was named in full is found by the last name too."""
    text = "Prime Minister Rustam Karimov spoke. Later Karimov left."
    assert {m.key for m in recognise(text, "en")} == {"person:rustam-karimov"}
    assert {m.name for m in recognise(text, "en")} == {"Rustam Karimov"}


def test_words_of_a_title_case_headline_are_no_names() -> None:
    """Where every word has a capital, capitals say nothing; known names still count."""
    assert found("Heavy Tractors Arrive Slowly From Japan", "en") == {("Japan", "place")}


def test_unknown_language_still_gives_known_names() -> None:
    """Without a language, names that are the same entity in every language are found."""
    assert keys("Uzbekistan 대한민국", None) == {"Uzbekistan": "place:UZ", "대한민국": "place:KR"}


def test_names_joined_by_and_share_their_article() -> None:
    """One article before two parts joined by "and" makes them one name; a name with its own article stands alone."""
    assert found("He wrote to the Road and Bridge Administration about it.", "en") == {
        ("Road and Bridge Administration", "organisation")
    }
    assert found("He wrote to the Department of Inland Ferries and Maria Lind about it.", "en") == {
        ("Department of Inland Ferries", "organisation"),
        ("Maria Lind", "person"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "They wished us a Merry Christmas and went to high mass.",
        "He asked Customer Service and the Help Center about it.",
        "The team was there, and so were people from R-W.Va with us.",
        "It was made in MacBook quality, and in Q3 it was sold.",
    ],
)
def test_phrases_that_only_look_like_names(text: str) -> None:
    """Plain phrases, coined product names and abbreviations with dots name no person, place or organisation."""
    assert found(text, "en") == set()


def test_a_country_that_owns_what_follows_makes_no_place() -> None:
    """In "X, Norway's minister" no place X lies in Norway."""
    met = found("He met Brekk, Norway’s minister, in the morning.", "en")
    assert ("Norway", "place") in met and ("Brekk", "place") not in met
    assert ("Brekk", "place") in found("He went to Brekk, Norway, in the morning.", "en")


def test_endless_elisions_take_linear_time_and_no_recursion() -> None:
    """Any number of apostrophes in a word is read."""
    assert found("l'" * 20_000 + "Allemagne", "fr") == {("Allemagne", "place")}
    assert found("a'" * 20_000, "en") == set()
