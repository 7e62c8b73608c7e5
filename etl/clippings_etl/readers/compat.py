"""Archives and Zstandard as Python 3.14 reads them, on every Python that we run on."""

from __future__ import annotations

import sys

if sys.version_info >= (3, 14):
    import tarfile
    import zipfile

    from compression import zstd
else:
    from backports import zstd
    from backports.zstd import tarfile, zipfile

__all__ = ["tarfile", "zipfile", "zstd"]
