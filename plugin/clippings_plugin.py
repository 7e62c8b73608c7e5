"""Lets `datasette --plugins-dir plugin/` load the package beside this file where it isn't installed."""

import sys
from pathlib import Path

from datasette.plugins import pm

sys.path.append(str(Path(__file__).resolve().parent))

import datasette_clippings  # through the path above, unless it is installed

if not pm.is_registered(datasette_clippings):
    pm.register(datasette_clippings, name="clippings")
