"""Search with entity facets, beside other engines: the same articles, the same questions, every answer checked.

engine       what an engine has to do here, and the questions
clippings    ours: stored bitmaps, and plain SQL
datasette_sql, tantivy_index, duckdb_tables, xapian_index    the others
checks       answers against what is known to be right
processes    each engine in a process of its own
measuring    whose turn it is, and how long it takes
table        the figures as Markdown
"""
