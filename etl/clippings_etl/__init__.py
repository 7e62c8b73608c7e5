"""From a folder of scraped articles to one searchable SQLite file.

What the `clippings` command does, Python can do with these names.
"""

from typing import TYPE_CHECKING

from .build import Report, build
from .documents import Cleaned, Extracted, Mention, Quantity
from .errors import ClippingsError
from .lazy import lazily
from .verify import Verification, verify
from .version import VERSION as __version__

if TYPE_CHECKING:
    from .amounts import quantities
    from .cleaning import clean
    from .corpus import clean_corpus
    from .entities import recognise
    from .extraction.html import extract_html
else:
    __getattr__ = lazily(
        __name__,
        {
            "clean": "cleaning",
            "clean_corpus": "corpus",
            "extract_html": "extraction.html",
            "quantities": "amounts",
            "recognise": "entities",
        },
    )

__all__ = [
    "Cleaned",
    "ClippingsError",
    "Extracted",
    "Mention",
    "Quantity",
    "Report",
    "Verification",
    "__version__",
    "build",
    "clean",
    "clean_corpus",
    "extract_html",
    "quantities",
    "recognise",
    "verify",
]
