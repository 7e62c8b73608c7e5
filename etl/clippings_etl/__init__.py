"""From a folder of scraped articles to one searchable SQLite file.

What the `clippings` command does, Python can do with these names.
"""

__all__: list[str] = []
