"""What people have → records: documents with lasting names, one at a time.

reading      the way through all of it: what each thing is, and who reads it
folder       folders, files, lists of paths and URLs → files, with their names
remote       what URLs name, through fsspec
kinds        what something is, told from its first bytes
packed       archives and compressed files → what is in them
documents    one file, one document: text, web pages, Markdown
json_lines, json_values, tables, warc    many records in one file
streams, lines    bytes read forward, with limits
place, options    names, and what the user may choose

A stream never raises: where it breaks off it ends, and says why (``Stream.damage``). So every reader gives what
could be read before, and one error for the rest.
"""

from typing import TYPE_CHECKING

from ..lazy import lazily
from .folder import FoundFile, find, found_files, read
from .options import DEFAULT_MAX_BYTES, DEFAULT_MAX_DEPTH, DEFAULT_MAX_RATIO, ReadOptions
from .place import Location, Unreadable
from .remote import RemoteFile, is_url

if TYPE_CHECKING:
    from .reading import read_file, records
else:
    __getattr__ = lazily(__name__, {"read_file": "reading", "records": "reading"})

__all__ = [
    "DEFAULT_MAX_BYTES",
    "DEFAULT_MAX_DEPTH",
    "DEFAULT_MAX_RATIO",
    "FoundFile",
    "Location",
    "ReadOptions",
    "RemoteFile",
    "Unreadable",
    "find",
    "found_files",
    "is_url",
    "read",
    "read_file",
    "records",
]
