"""From a folder of scraped articles to one searchable SQLite file.

What the `clippings` command does, Python can do with these names.
"""

from .amounts import quantities
from .build import Report, build
from .cleaning import clean
from .corpus import clean_corpus
from .documents import Cleaned, Extracted, Mention, Quantity
from .entities import recognise
from .errors import ClippingsError
from .extraction.html import extract_html
from .verify import Verification, verify
from .version import VERSION as __version__

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
