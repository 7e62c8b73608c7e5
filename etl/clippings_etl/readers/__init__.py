"""What people have → records: documents with lasting names, one at a time.

reading      the way through all of it: what each thing is, and who reads it
folder       folders, files and lists of paths → files, with their names
kinds        what something is, told from its first bytes
packed       archives and compressed files → what is in them
documents    one file, one document: text, web pages, Markdown
json_lines, json_values, tables, warc    many records in one file
streams, lines    bytes read forward, with limits
place, options    names, and what the user may choose

A stream never raises: where it breaks off it ends, and says why (``Stream.damage``). So every reader gives what
could be read before, and one error for the rest.
"""

from .folder import FoundFile, find, read
from .options import DEFAULT_MAX_BYTES, DEFAULT_MAX_DEPTH, DEFAULT_MAX_RATIO, ReadOptions
from .place import Unreadable
from .reading import records

__all__ = [
    "DEFAULT_MAX_BYTES",
    "DEFAULT_MAX_DEPTH",
    "DEFAULT_MAX_RATIO",
    "FoundFile",
    "ReadOptions",
    "Unreadable",
    "find",
    "read",
    "records",
]
