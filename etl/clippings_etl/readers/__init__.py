"""What people have → documents: one module for each kind of place that documents lie in.

folder   folders and files on disk → the documents' names and bytes
"""

from .folder import FoundFile, Unreadable, find, read
from .options import DEFAULT_MAX_BYTES, ReadOptions
from .reading import records

__all__ = ["DEFAULT_MAX_BYTES", "FoundFile", "ReadOptions", "Unreadable", "find", "read", "records"]
