"""What people have → documents: one module for each kind of source.

folder   folders and files on disk → the documents' names and bytes
text     the bytes of a plain text file → its text
"""

from .folder import DEFAULT_MAX_BYTES, FoundFile, Unreadable, find, read
from .text import decode, redecode

__all__ = ["DEFAULT_MAX_BYTES", "FoundFile", "Unreadable", "decode", "find", "read", "redecode"]
