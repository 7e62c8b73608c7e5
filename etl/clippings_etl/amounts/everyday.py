"""Words for amounts that newspapers use and CLDR lacks, by language; what CLDR has is read from it (``tables.py``)."""

from __future__ import annotations

SCALES: dict[str, dict[str, int]] = {
    "en": {"bn": 9, "mn": 6, "mln": 6, "tn": 12, "trn": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7}
    | {"lakh crore": 12, "hundred": 2, "thousands": 3, "millions": 6, "billions": 9},
    "vi": {"ngàn": 3, "tỉ": 9, "nghìn tỉ": 12, "ngàn tỷ": 12, "ngàn tỉ": 12, "vạn": 4, "trăm": 2, "chục": 1}
    | {"triệu tỷ": 15, "chục nghìn": 4, "trăm nghìn": 5, "trăm triệu": 8, "trăm tỷ": 11, "chục triệu": 7},
    "de": {"mio": 6, "mrd": 9, "mill": 6, "tsd": 3},
    "es": {"millardo": 9, "millardos": 9, "miles": 3, "miles de millones": 9, "trillones": 18, "mdd": 6},
    "pt": {"mil milhões": 9, "mi": 6, "bi": 9, "tri": 12, "bilião": 12, "biliões": 12, "milhar": 3, "milhares": 3},
    "fr": {"mds": 9, "milliers": 3, "millier": 3},
    "it": {"mila": 3, "mille": 3, "mln": 6, "mld": 9, "mrd": 9, "bilioni": 12, "migliaia": 3},
    "ru": {"тысячам": 3, "тысячами": 3, "тыс": 3, "млн": 6, "млрд": 9, "трлн": 12},
    "uk": {"тис": 3, "млн": 6, "млрд": 9, "трлн": 12},
    "be": {"тыс": 3, "млн": 6, "млрд": 9},
    "bg": {"хил": 3, "млн": 6, "млрд": 9},
    "pl": {"tys": 3, "mln": 6, "mld": 9, "bln": 12},
    "cs": {"tis": 3, "mil": 6, "mld": 9, "mld.": 9, "bil": 12},
    "sk": {"tis": 3, "mil": 6, "mld": 9},
    "hr": {"tis": 3, "mil": 6, "mlrd": 9},
    "sr": {"хиљаде": 3, "милиона": 6, "милијарди": 9, "miliona": 6, "milijardi": 9, "hiljada": 3, "milijarde": 9},
    "nl": {"mln": 6, "mld": 9, "miljoen": 6, "miljard": 9, "duizend": 3},
    "sv": {"mkr": 6, "mdr": 9, "mn": 6},
    "da": {"mio": 6, "mia": 9, "mio.": 6, "mia.": 9},
    "no": {"mill": 6, "mrd": 9, "millioner": 6, "milliarder": 9},
    "nb": {"mill": 6, "mrd": 9},
    "fi": {"milj": 6, "mrd": 9},
    "hu": {"ezer": 3, "millió": 6, "milliárd": 9},
    "tr": {"bin": 3, "milyon": 6, "milyar": 9, "trilyon": 12},
    "id": {"ratus": 2, "ribu": 3, "juta": 6, "miliar": 9, "triliun": 12, "milyar": 9},
    "sw": {"elfu": 3, "milioni": 6, "bilioni": 9},
    "zh": {"百": 2, "千": 3, "万": 4, "萬": 4, "十万": 5, "百万": 6, "百萬": 6, "千万": 7, "千萬": 7}
    | {"亿": 8, "億": 8, "百亿": 10, "千亿": 11, "万亿": 12, "兆": 12},
    "ja": {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "億": 8, "兆": 12},
    "ko": {
        "백": 2,
        "천": 3,
        "만": 4,
        "십만": 5,
        "백만": 6,
        "천만": 7,
        "억": 8,
        "십억": 9,
        "백억": 10,
        "천억": 11,
        "조": 12,
    },
    "hi": {"हजार": 3, "लाख करोड़": 12, "करोड": 7, "मिलियन": 6, "बिलियन": 9},
    "bn": {"লক্ষ": 5, "লাখ": 5, "হাজার": 3, "কোটি": 7},
    "ar": {"ألف": 3, "الف": 3, "آلاف": 3, "مليون": 6, "ملايين": 6, "مليار": 9, "مليارات": 9, "بليون": 9, "تريليون": 12},
    "fa": {"هزار": 3, "میلیون": 6, "میلیارد": 9, "هزار میلیارد": 12, "تریلیون": 12},
    "th": {"พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6, "พันล้าน": 9, "หมื่นล้าน": 10, "แสนล้าน": 11, "ล้านล้าน": 12},
    "he": {"אלף": 3, "אלפים": 3, "מיליון": 6, "מיליארד": 9},
    "kk": {"мың": 3, "млн": 6, "млрд": 9},
    "uz": {"ming": 3, "mln": 6, "mlrd": 9, "million": 6, "milliard": 9},
}
"""Powers of ten."""

ATTACHED_SCALES = {
    "k": 3,
    "K": 3,
    "m": 6,
    "M": 6,
    "mn": 6,
    "b": 9,
    "B": 9,
    "bn": 9,
    "Bn": 9,
    "t": 12,
    "T": 12,
    "tn": 12,
}
ATTACHED_SCALES |= {"Md": 9, "Mds": 9, "Mio": 6, "Mrd": 9, "Mln": 6, "Mld": 9}
"""Letters that scale an amount of money only, next to its sign: ``$5m``, ``€3.5bn``, ``12 M€``."""

CURRENCIES: dict[str, dict[str, str]] = {
    "en": {"euro": "EUR", "euros": "EUR", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "sterling": "GBP"}
    | {"pounds sterling": "GBP", "american dollars": "USD", "u.s. dollars": "USD", "rubles": "~RUB", "roubles": "~RUB"},
    "vi": {
        "đồng": "VND",
        "vnđ": "VND",
        "đô": "~USD",
        "đô la mỹ": "USD",
        "usd": "USD",
        "nhân dân tệ": "CNY",
        "tệ": "CNY",
    }
    | {"bảng anh": "GBP", "yên": "JPY", "yen": "JPY", "baht": "THB", "euro": "EUR", "ơ-rô": "EUR", "rúp": "~RUB"}
    | {"đôla": "~USD", "đô-la": "USD", "đô-la mỹ": "USD", "đôla mỹ": "USD", "đô la úc": "AUD", "won": "KRW"},
    "de": {
        "dollar": "~USD",
        "us-dollar": "USD",
        "euro": "EUR",
        "rubel": "~RUB",
        "yuan": "CNY",
        "franken": "CHF",
        "pfund sterling": "GBP",
    },
    "fr": {"dollars américains": "USD", "dollar américain": "USD", "yuans": "CNY", "livres sterling": "GBP"},
    "es": {"dólares americanos": "USD", "dólares": "~USD", "yuanes": "CNY", "reales": "BRL", "bolívares": "VES"},
    "pt": {"reais": "BRL", "dólares americanos": "USD", "real": "BRL", "dólares": "~USD", "ienes": "JPY"},
    "it": {
        "dollari statunitensi": "USD",
        "dollari americani": "USD",
        "franchi": "~CHF",
        "yuan": "CNY",
        "sterline": "GBP",
    },
    "zh": {"美元": "USD", "美金": "USD", "欧元": "EUR", "歐元": "EUR", "日元": "JPY", "日圆": "JPY", "日圓": "JPY"}
    | {
        "英镑": "~GBP",
        "英鎊": "~GBP",
        "人民币": "CNY",
        "元人民币": "CNY",
        "人民幣": "CNY",
        "元人民幣": "CNY",
        "港元": "HKD",
    }
    | {"港币": "HKD", "韩元": "KRW", "韓元": "KRW", "卢布": "~RUB", "盧布": "~RUB", "新台币": "TWD", "元新台币": "TWD"}
    | {
        "新台幣": "TWD",
        "元新台幣": "TWD",
        "泰铢": "THB",
        "越南盾": "VND",
        "欧": "EUR",
        "瑞士法郎": "CHF",
        "加元": "CAD",
        "澳元": "AUD",
    }
    | {"元": "~CNY", "新元": "SGD", "令吉": "MYR", "卢比": "rupee"},
    "ja": {"円": "JPY", "ドル": "~USD", "米ドル": "USD", "ユーロ": "EUR", "ウォン": "KRW", "元": "CNY", "人民元": "CNY"}
    | {
        "ポンド": "~GBP",
        "ルーブル": "~RUB",
        "バーツ": "THB",
        "スイスフラン": "CHF",
        "豪ドル": "AUD",
        "カナダドル": "CAD",
    }
    | {"香港ドル": "HKD", "台湾ドル": "TWD", "シンガポールドル": "SGD", "ドン": "VND", "フラン": "CHF"},
    "ko": {"원": "KRW", "달러": "~USD", "미국 달러": "USD", "미 달러": "USD", "유로": "EUR", "엔": "JPY", "위안": "CNY"}
    | {
        "파운드": "~GBP",
        "루블": "~RUB",
        "바트": "THB",
        "동": "VND",
        "홍콩달러": "HKD",
        "호주달러": "AUD",
        "위안화": "CNY",
    },
    "th": {"บาท": "THB", "ดอลลาร์": "~USD", "ดอลลาร์สหรัฐ": "USD", "ดอลลาร์สหรัฐฯ": "USD", "เหรียญสหรัฐ": "USD"}
    | {"ยูโร": "EUR", "เยน": "JPY", "หยวน": "CNY", "วอน": "KRW", "ปอนด์": "~GBP", "รูเบิล": "~RUB"},
    "ru": {
        "руб": "~RUB",
        "р.": "~RUB",
        "долл": "~USD",
        "долл. сша": "USD",
        "тенге": "KZT",
        "гривен": "UAH",
        "гривны": "UAH",
    }
    | {"сумов": "UZS", "сомов": "~KGS", "евро": "EUR", "юаней": "CNY", "иен": "JPY", "вон": "KRW", "лир": "~TRY"},
    "uk": {"грн": "UAH", "гривень": "UAH", "гривні": "UAH", "євро": "EUR", "дол": "~USD", "дол. сша": "USD"},
    "be": {"руб": "~BYN"},
    "bg": {"лв": "BGN", "лева": "BGN", "евро": "EUR", "долара": "~USD"},
    "pl": {
        "zł": "PLN",
        "złotych": "PLN",
        "złote": "PLN",
        "złoty": "PLN",
        "euro": "EUR",
        "dolarów": "~USD",
        "dolary": "~USD",
    },
    "cs": {
        "kč": "CZK",
        "korun": "~CZK",
        "koruny": "~CZK",
        "koruna": "~CZK",
        "eur": "EUR",
        "eura": "EUR",
        "dolarů": "~USD",
    },
    "sk": {"eur": "EUR", "eura": "EUR", "korún": "SKK", "dolárov": "~USD"},
    "hr": {"kuna": "HRK", "kune": "HRK", "eura": "EUR", "euro": "EUR", "dolara": "~USD"},
    "sr": {
        "динара": "~RSD",
        "dinara": "~RSD",
        "din": "~RSD",
        "евра": "EUR",
        "evra": "EUR",
        "eura": "EUR",
        "dolara": "~USD",
    },
    "sl": {"evrov": "EUR", "evra": "EUR", "dolarjev": "~USD"},
    "hu": {"forint": "HUF", "ft": "HUF", "euró": "EUR", "dollár": "~USD", "font": "~GBP"},
    "ro": {"lei": "~RON", "ron": "RON", "euro": "EUR", "dolari": "~USD", "lire sterline": "GBP"},
    "tr": {"tl": "TRY", "lira": "~TRY", "dolar": "~USD", "avro": "EUR", "euro": "EUR", "sterlin": "GBP"},
    "az": {"manat": "~AZN", "dollar": "~USD", "avro": "EUR"},
    "el": {"ευρώ": "EUR", "δολάρια": "~USD", "δολαρίων": "~USD"},
    "sv": {"kronor": "~SEK", "kr": "~SEK", "mkr": "SEK", "euro": "EUR", "dollar": "~USD", "pund": "~GBP"},
    "da": {"kroner": "~DKK", "kr": "~DKK", "kr.": "~DKK", "euro": "EUR", "dollar": "~USD", "pund": "~GBP"},
    "no": {"kroner": "~NOK", "kr": "~NOK", "euro": "EUR", "dollar": "~USD", "pund": "~GBP"},
    "is": {"krónur": "ISK", "króna": "ISK", "evrur": "EUR"},
    "fi": {"euroa": "EUR", "dollaria": "~USD", "kruunua": "krone", "puntaa": "~GBP"},
    "et": {"eurot": "EUR", "dollarit": "~USD"},
    "lv": {"eiro": "EUR", "dolāru": "~USD"},
    "lt": {"eurų": "EUR", "eurai": "EUR", "eur": "EUR", "dolerių": "~USD"},
    "nl": {"euro": "EUR", "dollar": "~USD", "pond": "~GBP"},
    "id": {"rupiah": "IDR", "dolar as": "USD", "dolar": "~USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY"},
    "ms": {"ringgit": "MYR", "dolar": "~USD", "euro": "EUR"},
    "sw": {"dola": "~USD", "euro": "EUR"},
    "ar": {
        "دولار": "~USD",
        "دولارات": "~USD",
        "دولارا": "~USD",
        "دولاراً": "~USD",
        "دولار أميركي": "USD",
        "دولار أمريكي": "USD",
    }
    | {"يورو": "EUR", "ين": "JPY", "يوان": "CNY", "درهم إماراتي": "AED", "ريال سعودي": "SAR", "جنيه مصري": "EGP"},
    "fa": {"دلار": "~USD", "یورو": "EUR", "ریال": "~IRR", "تومان": "IRR:1"},
    "he": {"שקל": "ILS", "שקלים": "ILS", 'ש"ח': "ILS", "ש״ח": "ILS", "דולר": "~USD", "אירו": "EUR", "יורו": "EUR"},
    "hi": {"रुपये": "~INR", "रुपए": "~INR", "रुपया": "~INR", "रूपये": "~INR", "डॉलर": "~USD", "यूरो": "EUR"},
    "bn": {"টাকা": "BDT", "ডলার": "~USD", "মার্কিন ডলার": "USD", "ইউরো": "EUR", "রুপি": "~INR"},
    "ur": {"روپے": "~PKR", "ڈالر": "~USD", "ڈالرز": "~USD", "یورو": "EUR"},
    "kk": {"теңге": "KZT", "доллар": "~USD", "еуро": "EUR", "рубль": "~RUB"},
    "uz": {"so‘m": "UZS", "soʻm": "UZS", "so'm": "UZS", "сўм": "UZS", "dollar": "~USD", "yevro": "EUR", "rubl": "~RUB"},
    "ky": {"сом": "~KGS", "доллар": "~USD"},
    "mn": {"төгрөг": "MNT", "доллар": "~USD"},
    "ka": {"ლარი": "GEL", "დოლარი": "~USD", "ევრო": "EUR"},
    "hy": {"դրամ": "AMD", "դոլար": "~USD", "եվրո": "EUR"},
    "fil": {"piso": "PHP", "dolyar": "~USD"},
    "tl": {"piso": "PHP", "dolyar": "~USD"},
}
"""Small letters → ISO 4217 code, which a power of ten may follow for parts or multiples of the unit (a toman is ten
rial); ``~`` before it says that the word alone names several currencies and this one is meant by default. Or the
name of a family of currencies (``currencies.FAMILIES``), where none is meant by default."""

UNITS: dict[str, dict[str, str]] = {
    "el": {"χρόνια": "year", "χρόνο": "year", "τετραγωνικά": "square-meter", "στρέμματα": "stremma"},
    "en": {
        "degrees": "degree",
        "degrees f": "fahrenheit",
        "degrees c": "celsius",
        "basis points": "permyriad",
        "basis point": "permyriad",
        "bps": "permyriad",
        "mins": "minute",
        "hrs": "hour",
        "yrs": "year",
        "metres": "meter",
        "metre": "meter",
        "kilometres": "kilometer",
        "kilometre": "kilometer",
    }
    | {"square metres": "square-meter", "square kilometres": "square-kilometer", "cubic metres": "cubic-meter"}
    | {"centimetres": "centimeter", "millimetres": "millimeter", "litres": "liter", "litre": "liter"}
    | {"tonnes": "tonne", "tonne": "tonne", "barrels": "barrel", "sq km": "square-kilometer", "sq ft": "square-foot"}
    | {"sq. km": "square-kilometer", "degrees celsius": "celsius", "degrees fahrenheit": "fahrenheit"}
    | {"miles an hour": "mile-per-hour", "kilometres per hour": "kilometer-per-hour", "kilos": "kilogram"}
    | {"sqm": "square-meter", "sq m": "square-meter", "percentage points": "percentage-point"}
    | {"percentage point": "percentage-point", "megawatt": "megawatt", "gigawatt": "gigawatt", "year": "year"}
    | {"month": "month", "week": "week", "day": "day", "hour": "hour", "minute": "minute", "mile": "mile"}
    | {"meter": "meter", "kilometer": "kilometer", "pounds": "pound?", "pound": "pound?"},
    "vi": {
        "tấn": "tonne",
        "mét": "meter",
        "mét vuông": "square-meter",
        "mét khối": "cubic-meter",
        "cây số": "kilometer",
    }
    | {
        "ki-lô-mét": "kilometer",
        "kilomet": "kilometer",
        "ki-lô-gam": "kilogram",
        "độ c": "celsius",
        "tiếng": "hour",
        "tiếng đồng hồ": "hour",
        "héc ta": "hectare",
    }
    | {"héc-ta": "hectare", "hecta": "hectare", "lít": "liter", "thùng": "barrel", "tháng": "month", "tuần": "week"}
    | {
        "điểm phần trăm": "percentage-point",
        "điểm %": "percentage-point",
        "ngày": "day",
        "giờ": "hour",
        "phút": "minute",
    },
    "de": {"quadratkilometern": "square-kilometer", "kilometern": "kilometer", "metern": "meter", "jahren": "year"}
    | {"quadratmetern": "square-meter", "monaten": "month", "tagen": "day", "prozentpunkte": "percentage-point"}
    | {"prozentpunkten": "percentage-point", "grad": "celsius", "grad celsius": "celsius", "qm": "square-meter"},
    "fr": {
        "ans": "year",
        "an": "year",
        "degrés": "celsius",
        "points de pourcentage": "percentage-point",
        "barils": "barrel",
    },
    "es": {
        "puntos porcentuales": "percentage-point",
        "barriles": "barrel",
        "kilómetros por hora": "kilometer-per-hour",
    },
    "pt": {"pontos percentuais": "percentage-point", "quilômetros": "kilometer", "metros quadrados": "square-meter"}
    | {"quilómetros": "kilometer", "barris": "barrel"},
    "it": {
        "punti percentuali": "percentage-point",
        "chilometri": "kilometer",
        "tonnellate": "tonne",
        "barili": "barrel",
    },
    "ru": {"кв. м": "square-meter", "кв. км": "square-kilometer", "кв.м": "square-meter", "куб. м": "cubic-meter"}
    | {
        "га": "hectare",
        "гектаров": "hectare",
        "п.п.": "percentage-point",
        "п. п.": "percentage-point",
        "баррелей": "barrel",
    }
    | {"процентных пункта": "percentage-point", "процентных пунктов": "percentage-point", "градусов": "celsius"}
    | {"квадратных метров": "square-meter", "квадратных километров": "square-kilometer", "кубометров": "cubic-meter"},
    "uk": {"га": "hectare", "кв. м": "square-meter", "кв. км": "square-kilometer", "кубометрів": "cubic-meter"},
    "zh": {
        "公里": "kilometer",
        "千米": "kilometer",
        "平方公里": "square-kilometer",
        "平方米": "square-meter",
        "米": "meter",
    }
    | {
        "公斤": "kilogram",
        "千克": "kilogram",
        "吨": "tonne",
        "噸": "tonne",
        "公顷": "hectare",
        "公頃": "hectare",
        "摄氏度": "celsius",
    }
    | {
        "立方米": "cubic-meter",
        "升": "liter",
        "年": "year",
        "个月": "month",
        "個月": "month",
        "天": "day",
        "小时": "hour",
    }
    | {"小時": "hour", "分钟": "minute", "分鐘": "minute", "周年": "year", "岁": "year", "歲": "year", "桶": "barrel"}
    | {
        "个百分点": "percentage-point",
        "個百分點": "percentage-point",
        "亩": "mu",
        "海里": "nautical-mile",
        "星期": "week",
        "周": "week",
    }
    | {"千瓦时": "kilowatt-hour", "兆瓦": "megawatt", "吉瓦": "gigawatt", "平方公尺": "square-meter", "公尺": "meter"},
    "ja": {"キロメートル": "kilometer", "キロ": "kilo?", "メートル": "meter", "平方キロメートル": "square-kilometer"}
    | {
        "平方メートル": "square-meter",
        "平方キロ": "square-kilometer",
        "トン": "tonne",
        "ヘクタール": "hectare",
        "リットル": "liter",
    }
    | {
        "年間": "year",
        "年": "year",
        "か月": "month",
        "カ月": "month",
        "ヶ月": "month",
        "ヵ月": "month",
        "日間": "day",
        "時間": "hour",
    }
    | {
        "分間": "minute",
        "秒": "second",
        "歳": "year",
        "センチ": "centimeter",
        "ミリ": "millimeter",
        "週間": "week",
    }
    | {
        "キログラム": "kilogram",
        "グラム": "gram",
        "バレル": "barrel",
        "キロワット": "kilowatt",
        "キロワット時": "kilowatt-hour",
    },
    "ko": {
        "킬로미터": "kilometer",
        "미터": "meter",
        "제곱미터": "square-meter",
        "제곱킬로미터": "square-kilometer",
        "톤": "tonne",
    }
    | {
        "㎢": "square-kilometer",
        "년": "year",
        "년간": "year",
        "개월": "month",
        "일간": "day",
        "시간": "hour",
        "주": "week",
    }
    | {
        "헥타르": "hectare",
        "리터": "liter",
        "킬로그램": "kilogram",
        "세": "year",
        "살": "year",
        "배럴": "barrel",
    }
    | {"%포인트": "percentage-point", "% 포인트": "percentage-point"},
    "th": {"กิโลเมตร": "kilometer", "เมตร": "meter", "ตารางเมตร": "square-meter", "ตารางกิโลเมตร": "square-kilometer"}
    | {"ตัน": "tonne", "ปี": "year", "เดือน": "month", "วัน": "day", "ชั่วโมง": "hour", "นาที": "minute", "กิโลกรัม": "kilogram"}
    | {"ไร่": "rai", "ลิตร": "liter", "องศาเซลเซียส": "celsius", "กม.": "kilometer", "ตร.ม.": "square-meter"},
    "ar": {
        "كيلومتر": "kilometer",
        "كيلومترا": "kilometer",
        "كلم": "kilometer",
        "كم": "kilometer",
        "مترا": "meter",
        "متر": "meter",
    }
    | {
        "كيلومتر مربع": "square-kilometer",
        "متر مربع": "square-meter",
        "طن": "tonne",
        "عاما": "year",
        "عاماً": "year",
        "سنة": "year",
    }
    | {
        "يوما": "day",
        "يوماً": "day",
        "شهرا": "month",
        "شهراً": "month",
        "ساعة": "hour",
        "دقيقة": "minute",
        "هكتار": "hectare",
    }
    | {
        "برميل": "barrel",
        "سنوات": "year",
        "أعوام": "year",
        "أيام": "day",
        "أشهر": "month",
        "نقطة مئوية": "percentage-point",
    },
    "fa": {
        "کیلومتر": "kilometer",
        "متر": "meter",
        "متر مربع": "square-meter",
        "هکتار": "hectare",
        "تن": "tonne",
        "سال": "year",
    }
    | {
        "کیلومتر مربع": "square-kilometer",
        "روز": "day",
        "ماه": "month",
        "ساعت": "hour",
        "دقیقه": "minute",
        "بشکه": "barrel",
    },
    "tr": {"metrekare": "square-meter", "kilometrekare": "square-kilometer", "dönüm": "dunam", "derece": "celsius"},
    "id": {
        "meter persegi": "square-meter",
        "kilometer persegi": "square-kilometer",
        "hektare": "hectare",
        "hektar": "hectare",
    }
    | {"ton": "tonne", "barel": "barrel", "poin persentase": "percentage-point", "derajat celsius": "celsius"},
    "hi": {
        "किलोमीटर": "kilometer",
        "किमी": "kilometer",
        "मीटर": "meter",
        "टन": "tonne",
        "साल": "year",
        "वर्ष": "year",
        "दिन": "day",
    }
    | {"घंटे": "hour", "महीने": "month", "एकड़": "acre", "हेक्टेयर": "hectare", "किलो": "kilogram", "लीटर": "liter"},
    "sw": {"tani": "tonne", "hekta": "hectare", "lita": "liter"},
    "he": {
        "דונם": "dunam",
        'ק"מ': "kilometer",
        "ק״מ": "kilometer",
        'ק"ג': "kilogram",
        'מ"ר': "square-meter",
        "טון": "tonne",
    },
    "pl": {
        "m sześc": "cubic-meter",
        "m kw": "square-meter",
        "km kw": "square-kilometer",
        "punktów procentowych": "percentage-point",
        "pkt proc": "percentage-point",
        "pkt. proc": "percentage-point",
        "ton": "tonne",
    },
}
"""Small letters → identifier of a unit as CLDR spells it without the kind before it; a question mark for a word that
means more than one unit."""

PERCENT: dict[str, tuple[str, ...]] = {
    "en": ("percent", "per cent", "pct", "pc."),
    "vi": ("phần trăm",),
    "de": ("prozent", "v.h."),
    "fr": ("pour cent", "p. cent", "pourcent"),
    "es": ("por ciento", "por cien"),
    "pt": ("por cento",),
    "it": ("per cento", "percento"),
    "nl": ("procent", "percent"),
    "sv": ("procent",),
    "da": ("procent", "pct.", "pct"),
    "no": ("prosent",),
    "ru": ("процентов", "процента", "процент", "проц."),
    "uk": ("відсотків", "відсотки", "відсотка", "процентів"),
    "pl": ("procent", "proc.", "proc"),
    "sr": ("posto", "odsto", "одсто", "посто"),
    "hr": ("posto",),
    "sl": ("odstotkov", "odstotka", "odstotki"),
    "ro": ("la sută", "procente"),
    "hu": ("százalék",),
    "ar": ("في المئة", "في المائة", "بالمئة", "بالمائة", "فى المئة", "فى المائة"),
    "fa": ("درصد",),
    "hi": ("प्रतिशत", "फीसदी", "फ़ीसदी", "परसेंट"),
    "bn": ("শতাংশ",),
    "id": ("persen",),
    "ms": ("peratus",),
    "ja": ("パーセント",),
    "ko": ("퍼센트",),
    "th": ("เปอร์เซ็นต์", "เปอร์เซนต์"),
    "uz": ("foiz",),
    "kk": ("пайыз",),
}
PERCENT_BEFORE: dict[str, tuple[str, ...]] = {
    "tr": ("yüzde",),
    "sw": ("asilimia",),
    "zh": ("百分之",),
    "az": ("faiz",),
    "eu": ("ehuneko",),
    "th": ("ร้อยละ",),
}
