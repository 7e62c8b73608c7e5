"""All the articles of a search, however many: in order, in batches, written in several formats."""
