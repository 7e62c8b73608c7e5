"""How well and how fast boilerplate is removed: `python -m benchmarks.cleaning --help`.

gate.py         the figures against their floors: what `python -m benchmarks.cleaning` runs
floors.py       the pinned floors, and what they were pinned on
sets.py         the development sets, and which figures are taken from each
data.py         where the data and its scorers lie
web_pages.py    bodies, titles, authors and dates of web pages, ours and the libraries'
speed.py        megabytes and pages a second, ours and the libraries'
split_half.py   the same figures on two halves of the sites
"""
