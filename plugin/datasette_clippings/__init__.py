"""The reading room: a Datasette plugin for databases made by the `clippings` command."""
