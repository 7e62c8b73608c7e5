"""What people have → documents: one module for each kind of place that documents lie in.

folder   folders and files on disk → the documents' names and bytes
"""

from .folder import DEFAULT_MAX_BYTES, FoundFile, Unreadable, find, read

__all__ = ["DEFAULT_MAX_BYTES", "FoundFile", "Unreadable", "find", "read"]
