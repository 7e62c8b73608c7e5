"""Reading CLDR leaves little behind."""

from __future__ import annotations

import subprocess
import sys

from babel import localedata

from clippings_etl.calendar_names import months, relative_times
from clippings_etl.language import names
from clippings_etl.locales import locales


def test_locales_are_read_in_order_and_unknown_codes_left_out() -> None:
    """What CLDR doesn't know, or is no code at all, is passed over."""
    with locales(["sw", "xx-invalid", "zz", "zh_Hant"]) as found:
        assert [str(locale) for locale in found] == ["sw", "zh_Hant"]
        assert found[0].months["format"]["wide"][1] == "Januari"


def test_nothing_is_kept_of_a_locale_whose_names_were_read() -> None:
    """A process that knows the dates of a language doesn't carry all that CLDR says about it."""
    for function in (months, relative_times):
        assert function("sw")
    assert names("sw").name == "Swahili"
    assert "sw" not in localedata._cache


def test_a_code_that_cldr_does_not_know_names_itself() -> None:
    """An unknown language is shown by its code, and reads from left to right."""
    language = names("zzz")
    assert (language.name, language.native_name, language.direction) == ("zzz", "zzz", "ltr")


def test_a_build_does_without_datasette() -> None:
    """What the build takes from the plugin's package brings no web server into each of its processes."""
    code = "import sys, clippings_etl; sys.exit('datasette' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
