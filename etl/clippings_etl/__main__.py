"""`python -m clippings_etl` is the command `clippings`."""

from .cli import cli

cli(prog_name="clippings")
