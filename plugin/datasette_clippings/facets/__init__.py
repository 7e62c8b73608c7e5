"""Facets: their values and counts, on Datasette's table page and ours."""
