"""Dates, money, percentages and quantities in running text are read exactly, in the text's language, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clippings_etl import quantities
from clippings_etl.amounts import sortable

DATE, MONEY, PERCENT, QUANTITY = "date", "money", "percent", "quantity"

EXAMPLES = [
    # language, text, what is in it: surface, kind, value, unit
    (
        "en",
        "The harbour, opened in 1998, covers 84 thousand square metres and serves 2,140 vessels.",
        [
            ("1998", DATE, "1998", None),
            ("84 thousand square metres", QUANTITY, "84000", "square-meter"),
            ("2,140 vessels", QUANTITY, "2140", "vessels"),
        ],
    ),
    (
        "en",
        "On March 5, 2021 the fund lost $3.5bn, or 12.5 percent, after US$ 40 million in 2020.",
        [
            ("March 5, 2021", DATE, "2021-03-05", None),
            ("$3.5bn", MONEY, "3500000000", "USD"),
            ("12.5 percent", PERCENT, "12.5", "percent"),
            ("US$ 40 million", MONEY, "40000000", "USD"),
            ("2020", DATE, "2020", None),
        ],
    ),
    (
        "en",
        "Prices of £5-7 million; a 10–12 km walk at -5 °C; from 28 May – 3 June 2023; 5% to 7% more.",
        [
            ("£5-7 million", MONEY, "5000000/7000000", "GBP"),
            ("10–12 km", QUANTITY, "10/12", "kilometer"),
            ("-5 °C", QUANTITY, "-5", "celsius"),
            ("28 May – 3 June 2023", DATE, "2023-05-28/2023-06-03", None),
            ("5% to 7%", PERCENT, "5/7", "percent"),
        ],
    ),
    (
        "en",
        "At -11 degrees F, up 30 basis points, TNG50 allowed researchers a ₹5 crore grant, ₹1,62,200 in cash, "
        "HK$3 million, 70 mph, 98.6°F, 0.5 percentage points, the 1990s.",
        [
            ("-11 degrees F", QUANTITY, "-11", "fahrenheit"),
            ("30 basis points", PERCENT, "30", "permyriad"),
            ("₹5 crore", MONEY, "50000000", "INR"),
            ("₹1,62,200", MONEY, "162200", "INR"),
            ("HK$3 million", MONEY, "3000000", "HKD"),
            ("70 mph", QUANTITY, "70", "mile-per-hour"),
            ("98.6°F", QUANTITY, "98.6", "fahrenheit"),
            ("0.5 percentage points", PERCENT, "0.5", "percentage-point"),
            ("1990s", DATE, "1990/1999", None),
        ],
    ),
    (
        "vi",
        "Năm 2019, tỉnh chi 2,45 nghìn tỷ đồng cho 1.250 trường học, tăng 7,5% so với giai đoạn 2011-2015.",
        [
            ("2019", DATE, "2019", None),
            ("2,45 nghìn tỷ đồng", MONEY, "2450000000000", "VND"),
            ("1.250 trường", QUANTITY, "1250", "trường"),
            ("7,5%", PERCENT, "7.5", "percent"),
            ("2011-2015", DATE, "2011/2015", None),
        ],
    ),
    (
        "vi",
        "Sáng 14/9, khoảng 300 người đi 12 km; tháng 10/2022 có 5 triệu USD, ngày 30 tháng 4 năm 2021 thêm 3 tỷ won.",
        [
            ("14/9", DATE, "--09-14", None),
            ("300 người", QUANTITY, "300", "người"),
            ("12 km", QUANTITY, "12", "kilometer"),
            ("tháng 10/2022", DATE, "2022-10", None),
            ("5 triệu USD", MONEY, "5000000", "USD"),
            ("30 tháng 4 năm 2021", DATE, "2021-04-30", None),
            ("3 tỷ won", MONEY, "3000000000", "KRW"),
        ],
    ),
    (
        "de",
        "Am 4. März 2022 kosteten 1,622 Kilogramm 12,50 Euro; 1.622 Betriebe bekamen 1,2 Mrd. Euro, 3,5 Prozent mehr.",
        [
            ("4. März 2022", DATE, "2022-03-04", None),
            ("1,622 Kilogramm", QUANTITY, "1.622", "kilogram"),
            ("12,50 Euro", MONEY, "12.5", "EUR"),
            ("1.622 Betriebe", QUANTITY, "1622", "Betriebe"),
            ("1,2 Mrd. Euro", MONEY, "1200000000", "EUR"),
            ("3,5 Prozent", PERCENT, "3.5", "percent"),
        ],
    ),
    (
        "fr",
        "Le 1er mai 2021, 2 350 élèves ont reçu 4 millions d'euros, soit 12,5 %, pour 12 M€ prévus.",
        [
            ("1er mai 2021", DATE, "2021-05-01", None),
            ("2 350 élèves", QUANTITY, "2350", "élèves"),
            ("4 millions d'euros", MONEY, "4000000", "EUR"),
            ("12,5 %", PERCENT, "12.5", "percent"),
            ("12 M€", MONEY, "12000000", "EUR"),
        ],
    ),
    (
        "es",
        "El 10-12 de mayo de 2023 hubo 3.400 visitantes; costó 2.500 millones de dólares, un 12,5 por ciento más.",
        [
            ("10-12 de mayo de 2023", DATE, "2023-05-10/2023-05-12", None),
            ("3.400 visitantes", QUANTITY, "3400", "visitantes"),
            ("2.500 millones de dólares", MONEY, "2500000000", "USD"),
            ("12,5 por ciento", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "pt",
        "Em 2018, 1.300 famílias receberam R$ 5 milhões, ou 2,5% de 3 mil milhões de euros, em 7 de setembro de 2018.",
        [
            ("2018", DATE, "2018", None),
            ("1.300 famílias", QUANTITY, "1300", "famílias"),
            ("R$ 5 milhões", MONEY, "5000000", "BRL"),
            ("2,5%", PERCENT, "2.5", "percent"),
            ("3 mil milhões de euros", MONEY, "3000000000", "EUR"),
            ("7 de setembro de 2018", DATE, "2018-09-07", None),
        ],
    ),
    (
        "it",
        "Nel 2017 la regione spese 1,5 milioni di euro per 24 scuole e 300mila euro per 40 chilometri di strada.",
        [
            ("2017", DATE, "2017", None),
            ("1,5 milioni di euro", MONEY, "1500000", "EUR"),
            ("24 scuole", QUANTITY, "24", "scuole"),
            ("300mila euro", MONEY, "300000", "EUR"),
            ("40 chilometri", QUANTITY, "40", "kilometer"),
        ],
    ),
    (
        "nl",
        "Op 3 maart 2020 kregen 1.250 boeren 5 miljoen euro, 12,5 procent meer.",
        [
            ("3 maart 2020", DATE, "2020-03-03", None),
            ("1.250 boeren", QUANTITY, "1250", "boeren"),
            ("5 miljoen euro", MONEY, "5000000", "EUR"),
            ("12,5 procent", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "sv",
        "Den 3 mars 2020 fick 1 250 bönder 5 miljoner kronor, 12,5 procent mer.",
        [
            ("3 mars 2020", DATE, "2020-03-03", None),
            ("1 250 bönder", QUANTITY, "1250", "bönder"),
            ("5 miljoner kronor", MONEY, "5000000", "SEK"),
            ("12,5 procent", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "da",
        "Den 3. marts 2020 fik 1.250 landmænd 5 millioner kroner.",
        [
            ("3. marts 2020", DATE, "2020-03-03", None),
            ("1.250 landmænd", QUANTITY, "1250", "landmænd"),
            ("5 millioner kroner", MONEY, "5000000", "DKK"),
        ],
    ),
    (
        "fi",
        "Vuonna 2016 kunta sai 5 miljoonaa euroa ja rakensi 10 kilometriä tietä 3. elokuuta 2017.",
        [
            ("2016", DATE, "2016", None),
            ("5 miljoonaa euroa", MONEY, "5000000", "EUR"),
            ("10 kilometriä", QUANTITY, "10", "kilometer"),
            ("3. elokuuta 2017", DATE, "2017-08-03", None),
        ],
    ),
    (
        "ru",
        "В августе 2019 года завод получил 1,28 млрд рублей, а 250 тыс. кв. м дороги стоили 30 миллионов долларов США.",
        [
            ("августе 2019", DATE, "2019-08", None),
            ("1,28 млрд рублей", MONEY, "1280000000", "RUB"),
            ("250 тыс. кв. м", QUANTITY, "250000", "square-meter"),
            ("30 миллионов долларов США", MONEY, "30000000", "USD"),
        ],
    ),
    (
        "ru",
        "С 2010 по 2012 годы 250 000 жителей, или 10–15 процентов, уехали; 5 июня их было 3 тыс. человек.",
        [
            ("2010", DATE, "2010", None),
            ("2012", DATE, "2012", None),
            ("250 000 жителей", QUANTITY, "250000", "жителей"),
            ("10–15 процентов", PERCENT, "10/15", "percent"),
            ("5 июня", DATE, "--06-05", None),
            ("3 тыс. человек", QUANTITY, "3000", "человек"),
        ],
    ),
    (
        "uk",
        "У 2020 році місто витратило 5 млн гривень, на 12,5 відсотка більше, і 100 доларів США.",
        [
            ("2020", DATE, "2020", None),
            ("5 млн гривень", MONEY, "5000000", "UAH"),
            ("12,5 відсотка", PERCENT, "12.5", "percent"),
            ("100 доларів США", MONEY, "100", "USD"),
        ],
    ),
    (
        "pl",
        "21 sierpnia 2022 gmina wydała 5 mln zł na 250 km dróg, czyli 12,5 proc. budżetu.",
        [
            ("21 sierpnia 2022", DATE, "2022-08-21", None),
            ("5 mln zł", MONEY, "5000000", "PLN"),
            ("250 km", QUANTITY, "250", "kilometer"),
            ("12,5 proc.", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "cs",
        "V srpnu 2021 dostalo 1 250 firem 5 milionů korun, o 12,5 procenta víc.",
        [
            ("srpnu 2021", DATE, "2021-08", None),
            ("1 250 firem", QUANTITY, "1250", "firem"),
            ("5 milionů korun", MONEY, "5000000", "CZK"),
            ("12,5 procenta", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "hu",
        "2023. augusztus 21-én a falu 5 millió forintot kapott, 2020-ban 12,5 százalékkal többet.",
        [
            ("2023. augusztus 21", DATE, "2023-08-21", None),
            ("5 millió forintot", MONEY, "5000000", "HUF"),
            ("2020", DATE, "2020", None),
            ("12,5 százalékkal", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "ro",
        "În 2015, 24 de sate au primit 5 milioane de lei pentru 10 kilometri de drum.",
        [
            ("2015", DATE, "2015", None),
            ("24 de sate", QUANTITY, "24", "sate"),
            ("5 milioane de lei", MONEY, "5000000", "RON"),
            ("10 kilometri", QUANTITY, "10", "kilometer"),
        ],
    ),
    (
        "el",
        "Στις 21 Αυγούστου 2021 ο δήμος πήρε 5 εκατομμύρια ευρώ για 10 χιλιόμετρα.",
        [
            ("21 Αυγούστου 2021", DATE, "2021-08-21", None),
            ("5 εκατομμύρια ευρώ", MONEY, "5000000", "EUR"),
            ("10 χιλιόμετρα", QUANTITY, "10", "kilometer"),
        ],
    ),
    (
        "tr",
        "21 Ağustos 2022'de 1.250 çiftçi 3 milyar lira aldı; %12,5 artış, 250 kilometre yol.",
        [
            ("21 Ağustos 2022", DATE, "2022-08-21", None),
            ("1.250 çiftçi", QUANTITY, "1250", "çiftçi"),
            ("3 milyar lira", MONEY, "3000000000", "TRY"),
            ("%12,5", PERCENT, "12.5", "percent"),
            ("250 kilometre", QUANTITY, "250", "kilometer"),
        ],
    ),
    (
        "id",
        "Pada 21 Agustus 2022 desa menerima Rp5 juta untuk 1.250 petani, naik 12,5 persen dari 3 juta dolar AS.",
        [
            ("21 Agustus 2022", DATE, "2022-08-21", None),
            ("Rp5 juta", MONEY, "5000000", "IDR"),
            ("1.250 petani", QUANTITY, "1250", "petani"),
            ("12,5 persen", PERCENT, "12.5", "percent"),
            ("3 juta dolar AS", MONEY, "3000000", "USD"),
        ],
    ),
    (
        "sw",
        "Mwaka 2020 kijiji kilipata dola milioni 5, asilimia 12.5 zaidi, kwa kilomita 20.",
        [
            ("2020", DATE, "2020", None),
            ("dola milioni 5", MONEY, "5000000", "USD"),
            ("asilimia 12.5", PERCENT, "12.5", "percent"),
            ("kilomita 20", QUANTITY, "20", "kilometer"),
        ],
    ),
    (
        "zh",
        "2022年3月14日，该市投资1.5亿元、3万美元，共24家企业，增长12.5%，距离5公里，约3000多万元。",
        [
            ("2022年3月14日", DATE, "2022-03-14", None),
            ("1.5亿元", MONEY, "150000000", "CNY"),
            ("3万美元", MONEY, "30000", "USD"),
            ("24家", QUANTITY, "24", "家"),
            ("12.5%", PERCENT, "12.5", "percent"),
            ("5公里", QUANTITY, "5", "kilometer"),
            ("3000多万元", MONEY, "30000000", "CNY"),
        ],
    ),
    (
        "ja",
        "令和4年3月14日、市は3億5000万円を1250社に、5キロメートルの道に2万5千人が。1990年代より12.5%増。",
        [
            ("令和4年3月14日", DATE, "2022-03-14", None),
            ("3億5000万円", MONEY, "350000000", "JPY"),
            ("1250社", QUANTITY, "1250", "社"),
            ("5キロメートル", QUANTITY, "5", "kilometer"),
            ("2万5千人", QUANTITY, "25000", "人"),
            ("1990年代", DATE, "1990/1999", None),
            ("12.5%", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "ko",
        "2022년 3월 14일 시는 5억3000만원과 3만 달러를 1,250개 기업에, 12.5% 늘려 24명에게 줬다.",
        [
            ("2022년 3월 14일", DATE, "2022-03-14", None),
            ("5억3000만원", MONEY, "530000000", "KRW"),
            ("3만 달러", MONEY, "30000", "USD"),
            ("1,250개", QUANTITY, "1250", "개"),
            ("12.5%", PERCENT, "12.5", "percent"),
            ("24명", QUANTITY, "24", "명"),
        ],
    ),
    (
        "th",
        "เมื่อวันที่ 21 สิงหาคม 2566 เทศบาลใช้ 5 ล้านบาท ระยะทาง 10 กิโลเมตร มีคน 24 คน",
        [
            ("21 สิงหาคม 2566", DATE, "2023-08-21", None),
            ("5 ล้านบาท", MONEY, "5000000", "THB"),
            ("10 กิโลเมตร", QUANTITY, "10", "kilometer"),
            ("24 คน", QUANTITY, "24", "คน"),
        ],
    ),
    (
        "ar",
        "في 21 أغسطس 2021 أنفقت المدينة 5 ملايين دولار على ٢٥٠ كيلومترا بزيادة ١٢٫٥ في المئة.",
        [
            ("21 أغسطس 2021", DATE, "2021-08-21", None),
            ("5 ملايين دولار", MONEY, "5000000", "USD"),
            ("٢٥٠ كيلومترا", QUANTITY, "250", "kilometer"),
            ("١٢٫٥ في المئة", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "fa",
        "شهر در ۱ فروردین ۱۴۰۳ مبلغ ۵ میلیون دلار و ۱۰۰ هزار تومان داد، ۱۲٫۵ درصد بیشتر.",
        [
            ("۱ فروردین ۱۴۰۳", DATE, "2024-03-20", None),
            ("۵ میلیون دلار", MONEY, "5000000", "USD"),
            ("۱۰۰ هزار تومان", MONEY, "1000000", "IRR"),
            ("۱۲٫۵ درصد", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "he",
        "ב-21 באוגוסט 2021 העירייה קיבלה 5 מיליון דולר עבור 10 קילומטרים, בשנת 2020.",
        [
            ("21 באוגוסט 2021", DATE, "2021-08-21", None),
            ("5 מיליון דולר", MONEY, "5000000", "USD"),
            ("10 קילומטרים", QUANTITY, "10", "kilometer"),
            ("2020", DATE, "2020", None),
        ],
    ),
    (
        "hi",
        "21 अगस्त 2021 को शहर ने 5 करोड़ रुपये, यानी 12.5 प्रतिशत, 24 किलोमीटर सड़क पर खर्च किए।",
        [
            ("21 अगस्त 2021", DATE, "2021-08-21", None),
            ("5 करोड़ रुपये", MONEY, "50000000", "INR"),
            ("12.5 प्रतिशत", PERCENT, "12.5", "percent"),
            ("24 किलोमीटर", QUANTITY, "24", "kilometer"),
        ],
    ),
    (
        "bn",
        "২১ আগস্ট ২০২১ শহরটি ৫ কোটি টাকা পায়, ১২.৫ শতাংশ বেশি।",
        [
            ("২১ আগস্ট ২০২১", DATE, "2021-08-21", None),
            ("৫ কোটি টাকা", MONEY, "50000000", "BDT"),
            ("১২.৫ শতাংশ", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "kk",
        "2022 жылғы 21 тамыз күні ауыл 5 млн теңге алды, 12,5 пайыз артық.",
        [
            ("2022 жылғы 21 тамыз", DATE, "2022-08-21", None),
            ("5 млн теңге", MONEY, "5000000", "KZT"),
            ("12,5 пайыз", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "uz",
        "2022-yil 21-avgust kuni qishloq 5 mlrd soʻm oldi, 12,5 foiz koʻp.",
        [
            ("2022-yil 21-avgust", DATE, "2022-08-21", None),
            ("5 mlrd soʻm", MONEY, "5000000000", "UZS"),
            ("12,5 foiz", PERCENT, "12.5", "percent"),
        ],
    ),
    (
        "lv",
        "2022. gada 21. augustā pilsēta saņēma 5 miljonus eiro.",
        [
            ("2022. gada 21. augustā", DATE, "2022-08-21", None),
            ("5 miljonus eiro", MONEY, "5000000", "EUR"),
        ],
    ),
]

EXAMPLES += [
    (
        "ro",
        "Locuri: categoria 1 - 250 lei; au fost 220 000 de vizitatori de la 1 iunie - 3 octombrie 2015.",
        [
            ("250 lei", MONEY, "250", "RON"),
            ("220 000 de vizitatori", QUANTITY, "220000", "vizitatori"),
            ("1 iunie - 3 octombrie 2015", DATE, "2015-06-01/2015-10-03", None),
        ],
    ),
    (
        "zh",
        "这座1488年建成的塔高26.5米，前55年起，三千年历史，探明30亿桶，1.2万人次。",
        [
            ("1488年", DATE, "1488", None),
            ("26.5米", QUANTITY, "26.5", "meter"),
            ("30亿桶", QUANTITY, "3000000000", "barrel"),
            ("1.2万人次", QUANTITY, "12000", "人次"),
        ],
    ),
    (
        "vi",
        "Theo công văn 999 ngày 26-2-1998, họ làm 8 tiếng đồng hồ và giao 450.000 lít ngày 25-10–2003.",
        [
            ("26-2-1998", DATE, "1998-02-26", None),
            ("8 tiếng đồng hồ", QUANTITY, "8", "hour"),
            ("450.000 lít", QUANTITY, "450000", "liter"),
            ("25-10–2003", DATE, "2003-10-25", None),
        ],
    ),
    (
        "de",
        "Es waren 450.000 Hektoliter, wie gezählt: 1,250,000, und 1'250 Franken von 1990 bis 1995.",
        [
            ("450.000 Hektoliter", QUANTITY, "450000", "hectoliter"),
            ("1'250 Franken", MONEY, "1250", "CHF"),
            ("1990", DATE, "1990", None),
            ("1995", DATE, "1995", None),
        ],
    ),
]

NOTHING = [
    ("en", "They won 3:1 at 14:30 after a 2-0 lead; call +84 24 3943 8231 or 0800 123 456."),
    ("en", "Section 3.2.1 of version 10.4.12, ISBN 978-3-16-148410-0, COVID-19, 5G, F-16s, G20, #24, No. 24 buses."),
    ("en", "Article 24 describes it, page 12 shows it, iPhone 15 users know it, room 24 contains it."),
    ("en", "It came 1st, in the 21st century, on the 3rd floor, for the 2nd time."),
    ("en", "1,62,2 km and 12.34.56 km are no numbers."),
    ("vi", "Lúc 5 giờ 30, gần 1/5 số 24 phố đó, lần thứ 16 về; điều 24 quy định; COVID-19."),
    ("de", "Um 14.30 Uhr stand es 3:1, auf Platz 24, in Paragraf 24 Absatz 2; um 15 Uhr 2:1."),
    ("fr", "Rendez-vous à 14 heures, au 24 rue du Port, pour le 3e acte de l'article 12."),
    ("ru", "В 15 часов счёт был 3:1, № 24, дом 24, в пункте 3.2.1."),
    ("zh", "第24届会议在14:30开始，比分3:1，第3.2.1节，5G。"),
    ("ja", "第24回は午後3時30分から、20代、90年代の歌、3対1。"),
    ("es", "A las 15 horas, artículo 24, marcador 3-1, capítulo 3.2.1."),
]


@pytest.mark.parametrize(("language", "text", "expected"), EXAMPLES, ids=lambda value: value if len(value) < 4 else "")
def test_quantities_have_their_exact_value(
    language: str, text: str, expected: list[tuple[str, str, str, str | None]]
) -> None:
    """Each date and amount of a sentence is found whole, with its value and unit, and nothing besides."""
    found = quantities(text, language)
    assert [(each.surface, each.kind, each.value, each.unit) for each in found] == expected


@pytest.mark.parametrize(
    ("language", "text"), NOTHING, ids=[f"{language}{n}" for n, (language, _) in enumerate(NOTHING)]
)
def test_other_numbers_are_no_quantities(language: str, text: str) -> None:
    """Scores, times of day, phone numbers, labels, versions, ordinals and wrong groups are left alone."""
    assert [each.surface for each in quantities(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "1,622 km", "1622"),
        ("de", "1,622 km", "1.622"),
        ("de", "1.622 km", "1622"),
        ("en", "1.622 km", "1.622"),
        ("ru", "1 622,5 км", "1622.5"),
        ("de", "1'622.5 km", "1622.5"),
        ("hi", "१,६२,२०० किलोमीटर", "162200"),
        ("es", "1,622 km", "1.622"),
        ("es", "1,622 km y 1,250,000 personas", "1622"),
        ("es", "1,622 km, 1,250,000 personas, 3,5 kg", "1.622"),
        (None, "1,622 km", None),
        (None, "1,622.5 km", "1622.5"),
        ("en", "007 km", None),
    ],
)
def test_separators_are_the_language_s(language: str | None, text: str, value: str | None) -> None:
    """Points, commas, spaces and apostrophes group or part as the language has it, or as the text itself shows."""
    found = quantities(text, language)
    assert (found[0].value if found else None) == value


@pytest.mark.parametrize(
    ("language", "text", "unit", "how"),
    [
        ("en", "$500", "USD", "default"),
        ("de", "$500", "USD", "default"),
        ("vi", "500 đô la", "USD", "default"),
        ("es", "$500", "dollar", "ambiguous"),
        ("es", "500 pesos", "peso", "ambiguous"),
        ("es", "500 pesos mexicanos", "MXN", None),
        ("en", "Rs 500", "rupee", "ambiguous"),
        ("hi", "Rs 500", "INR", "default"),
        ("da", "500 kr.", "DKK", "default"),
        ("en", "kr 500", "krone", "ambiguous"),
        ("ja", "¥500", "JPY", "default"),
        ("zh", "¥500", "CNY", "default"),
        ("zh", "5億元", "元", "ambiguous"),
        ("en", "5 Australian dollars", "AUD", None),
        ("en", "USD 500", "USD", None),
        ("en", "500 pounds", "pound", "ambiguous"),
        ("en", "5 million pounds", "GBP", "default"),
        (None, "$500", "dollar", "ambiguous"),
        ("ar", "500 جنيه", "pound", "ambiguous"),
    ],
)
def test_no_currency_is_guessed_silently(language: str | None, text: str, unit: str, how: str | None) -> None:
    """A sign or name of several currencies says in its method that it was taken for one, or stays the name it is."""
    (found,) = quantities(text, language)
    assert found.unit == unit
    assert (found.method.split(":")[-1] if how else None) == how
    assert how or not {"default", "ambiguous"} & set(found.method.split(":"))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "on 03/04/2024", "2024"),
        ("fr", "le 03/04/2024", "2024-04-03"),
        ("en", "on 13/04/2024", "2024-04-13"),
        ("en", "May 5", "--05-05"),
        ("en", "on 31 February 2024", "2024-02"),
        ("de", "am 21.8. begann", "--08-21"),
        ("zh", "8月21日至23日", "--08-21/--08-23"),
        ("ko", "8월 21일", "--08-21"),
        ("en", "the 2019/20 season", "2019/2020"),
        ("en", "(2011)", "2011"),
        ("en", "about 2000 people", "2000"),
        ("en", "in 2000, people left", "2000"),
        ("en", "may 5 times", None),
        ("th", "ปี พ.ศ. 2566", "2023"),
        ("fa", "سال ۱۴۰۲", "2023-03-21/2024-03-19"),
        ("sr", "21. avgusta 2023.", "2023-08-21"),
        ("lt", "2023 m. rugpjūčio 21 d.", "2023-08-21"),
        ("eu", "2023ko abuztuaren 21", "2023-08-21"),
        ("ar", "21 تشرين الثاني 2023", "2023-11-21"),
        (None, "2023-08-21T14:33Z", "2023-08-21"),
    ],
)
def test_dates_are_as_precise_as_written(language: str | None, text: str, value: str | None) -> None:
    """No year is made up, no order of day and month guessed; ranges are intervals."""
    found = quantities(text, language)
    assert (found[0].value if found else None) == value


@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789",
                *" .,:-–/%$€\n",
                "May ",
                " km",
                " million",
                "2023",
                "tháng ",
                "年",
                "月",
                "万",
                "円",
                " euros",
                "'",
                "é",
                "İ",
            ]
        ),
        max_size=40,
    ).map("".join),
    st.sampled_from(["en", "vi", "de", "fr", "es", "ru", "zh", "ja", "ko", "tr", "fa", "th", "sw", "xx", None]),
)
def test_any_text_gives_spans_that_hit_their_words(text: str, language: str | None) -> None:
    """Whatever the text, quantities stand in order, don't overlap, hold their surface and sort by a number."""
    end = 0
    for each in quantities(text, language):
        assert end <= each.start < each.end
        assert text[each.start : each.end] == each.surface
        assert "\n" not in each.surface
        assert (each.unit is None) == (each.kind == DATE)
        number = sortable(each)
        assert number is not None or each.value.startswith("--")
        end = each.end


def test_amounts_of_any_size_stay_exact() -> None:
    """No digit is lost on the way through floating-point numbers, and absurdly long numbers are none."""
    assert quantities("12,345,678,901,234,567.25 km", "en")[0].value == "12345678901234567.25"
    assert quantities("0.1 billion dollars", "en")[0].value == "100000000"
    assert quantities("7" * 5_000 + " km", "en") == []


def test_dates_sort_by_their_figures() -> None:
    """A date's number grows with time, whatever its precision; without a year there is none."""
    found = quantities("in 2021, in March 2022, on 4 March 2022, from 2023-2025, on 5 May.", "en")
    assert [sortable(each) for each in found] == [20210000, 20220300, 20220304, 20230000, None]


@pytest.mark.parametrize("sign", ["²", "¹", "③", "٢", "२"])
@pytest.mark.parametrize(
    "text", ["An area of 5{} metres.", "As note 7{} says", "In 201{} we sailed", "On 5{} May 2023"]
)
def test_raised_and_circled_figures_stop_nothing(sign: str, text: str) -> None:
    """Marks of footnotes and squares are digits for Unicode, but no figures of a number."""
    written = text.format(sign)
    assert all(written[one.start : one.end] == one.surface for one in quantities(written, "en"))


@pytest.mark.parametrize("tag", ["pt-BR", "pt_BR", "PT"])
def test_a_language_may_name_its_region(tag: str) -> None:
    """The language decides; its region makes no difference."""
    text = "Pagou 1.234,5 reais em 21 de agosto de 2023."
    assert quantities(text, tag) == quantities(text, "pt")
    assert [one.value for one in quantities(text, tag)] == ["1234.5", "2023-08-21"]
