"""Other engines that recognise entities, beside ours or in its place.

protocol.py             what an engine is, and what it gives
choice.py               `ru+=natasha`, as it stands on a command line → what is asked for
opening.py              entry points → engines, opened once in each process
recognition.py          the engines and the user's lists together: what a document is recognised with
spacy_pipeline.py       spaCy's pipelines
natasha_tagger.py       natasha, for Russian
underthesea_tagger.py   underthesea, for Vietnamese
pieces.py  alignment.py long texts in pieces; words of an engine found again in the text
"""

from .choice import Choice
from .protocol import Engine, Found
from .recognition import Recognition

__all__ = ["Choice", "Engine", "Found", "Recognition"]
