"""What people have → documents: one module for each kind of source.

folder   folders and files on disk → the documents' names and bytes
text     the bytes of a plain text file → its text
legacy   which of the encodings before Unicode a text is in
"""

from .folder import DEFAULT_MAX_BYTES, FoundFile, Unreadable, find, read
from .legacy import decode_as as redecode
from .text import decode

__all__ = ["DEFAULT_MAX_BYTES", "FoundFile", "Unreadable", "decode", "find", "read", "redecode"]
