"""A spaCy pipeline of the architecture of en_core_web_sm, with random weights: for measuring speed only.

Components, layers and sizes are those of the published pipeline's config.cfg (version 3.8): a tok2vec of width 96 and
depth 4 that tagger and parser share, an entity recogniser with one of its own, attribute ruler and lemmatizer.
It has as many tags, dependency labels and types of entities as that one, since the width of the last layers
depends on them.
"""

from __future__ import annotations

from typing import Any

from clippings_etl.recognisers.installed import package

_TAGS, _DEPENDENCIES, _TYPES = 50, 45, 18
_WORDS = 60


def small_pipeline() -> Any:
    """The pipeline, a ``spacy.Language``.

    Raises:
        RecogniserError: spaCy isn't installed.
    """
    spacy = package("spacy", "spacy")
    thinc = package("thinc.api", "spacy")
    thinc.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(6, [5000, 1000, 2500, 2500, 50, 50])})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": _parser(listener, "parser", 64), "min_action_freq": 1})
    ruler = nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("ner", config={"model": _parser(_tok2vec(4, [5000, 1000, 2500, 2500]), "ner", 64)})
    examples = [_example(spacy, nlp)]
    nlp.initialize(lambda: examples)
    for tag in range(_TAGS):  # initialising takes patterns away
        ruler.add([[{"TAG": f"T{tag}"}]], {"POS": ("NOUN", "VERB", "ADJ")[tag % 3]})
    # The lemmatizer's tables are in a package of their own; without entries it looks up as often.
    tables = spacy.lookups.Lookups()
    tables.add_table("lemma_rules", {kind: [["ies", "y"], ["es", "e"], ["s", ""]] for kind in ("noun", "verb", "adj")})
    tables.add_table("lemma_exc", {})
    tables.add_table("lemma_index", {})
    nlp.add_pipe("lemmatizer", before="ner").initialize(lookups=tables)
    return nlp


def _tok2vec(features: int, rows: list[int]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"][:features],
            "rows": rows,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": 4,
        },
    }


def _parser(tok2vec: dict[str, Any], state: str, width: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": width,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _example(spacy: Any, nlp: Any) -> Any:
    """A sentence with every label there is."""
    words = [f"word{number}" for number in range(_WORDS)]
    doc = spacy.tokens.Doc(
        nlp.vocab,
        words=words,
        tags=[f"T{number % _TAGS}" for number in range(_WORDS)],
        pos=["NOUN"] * _WORDS,
        heads=[0, *range(_WORDS - 1)],
        deps=["ROOT", *(f"d{number % _DEPENDENCIES}" for number in range(_WORDS - 1))],
        ents=[f"B-E{number // 2 % _TYPES}" if number % 2 else "O" for number in range(_WORDS)],
    )
    return spacy.training.Example(nlp.make_doc(" ".join(words)), doc)
