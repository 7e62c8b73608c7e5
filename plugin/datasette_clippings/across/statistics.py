"""How strongly two things go together, or set two groups of articles apart. Counts of articles in, numbers out.

- Log-likelihood ratio G²: T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational
  Linguistics 19 (1), 1993; for comparing two corpora P. Rayson and R. Garside, Comparing Corpora using Frequency
  Profiling, 2000. All four cells of the table are used.
- Log ratio, the size of an effect: A. Hardie, Log Ratio: an informal introduction, 2014, with half an article where
  there is none.
- Jaccard: P. Jaccard, The Distribution of the Flora in the Alpine Zone, New Phytologist 11 (2), 1912.
"""

from __future__ import annotations

import math

SIGNIFICANT = 10.83
"""The chi-square distribution with one degree of freedom exceeds this once in a thousand times."""


def log_likelihood(both: int, one: int, other: int, total: int) -> float:
    """G² of a table of two by two: of `total` articles, `one` have this, `other` have that, `both` have the two.

    0 or more; how far they are from having nothing to do with each other, whether they attract or repel.
    """
    cells = (
        (both, one, other),
        (one - both, one, total - other),
        (other - both, total - one, other),
        (total - one - other + both, total - one, total - other),
    )
    found = sum(count * math.log(count * total / (row * column)) for count, row, column in cells if count)
    return max(0.0, 2 * found)  # which rounding takes below 0


def difference(count: int, articles: int, other_count: int, other_articles: int) -> float:
    """G² of how many articles of two groups, which have none in common, have something; both have articles."""
    return log_likelihood(count, articles, count + other_count, articles + other_articles)


def most_different(count: int, articles: int, other_articles: int) -> float:
    """The largest that `difference` can be for so many of the first group's articles: none of the other's."""
    return difference(count, articles, 0, other_articles)


def attraction(both: int, one: int, other: int, total: int) -> float:
    """G² where two things are together more often than by chance, else 0."""
    return log_likelihood(both, one, other, total) if both * total > one * other else 0.0


def log_ratio(count: int, articles: int, other_count: int, other_articles: int) -> float:
    """How many times over something is as frequent in the first group as in the other, as a power of two."""
    return math.log2(((count or 0.5) / articles) / ((other_count or 0.5) / other_articles))


def jaccard(both: int, one: int, other: int) -> float:
    """The articles that have both in those that have any of the two, from 0 to 1."""
    either = one + other - both
    return both / either if either else 0.0
