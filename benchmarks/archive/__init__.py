"""A synthetic archive of any size, the same each time, with the right answers to searches in it.

articles   numbers: which words, entities, day, language and site each article has
texts      articles written out, with the places of their names
oracle     what searches in them must find, counted by numpy from the numbers
database   the articles as a build stores them
exports    an archive as files for other search engines
"""
