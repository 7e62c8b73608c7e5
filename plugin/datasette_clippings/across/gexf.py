"""Networks as GEXF 1.3, for Gephi and others: https://gexf.net/1.3/gexf.xsd."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .network import HEIGHT, Drawing, Edge, Entity

_GEXF, _VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for."""

_NODE = (("type", "string"), ("articles", "integer"))
_EDGE = (("articles", "integer"), ("likelihood", "double"), ("jaccard", "double"))


def gexf(entities: Sequence[Entity], edges: Sequence[Edge], drawing: Drawing, measure: str, about: str) -> bytes:
    """The whole network, weighted by one of the measures, placed as it is drawn. Says nothing of when it was made."""
    root = Element("gexf", {"xmlns": _GEXF, "xmlns:viz": _VIZ, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "datasette-clippings"
    SubElement(meta, "description").text = _text(about)
    graph = SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    for name, attributes in (("node", _NODE), ("edge", _EDGE)):
        described = SubElement(graph, "attributes", {"class": name})
        for title, kind in attributes:
            SubElement(described, "attribute", {"id": title, "title": title, "type": kind})
    nodes = SubElement(graph, "nodes")
    for entity, dot in zip(entities, drawing.dots, strict=True):
        node = SubElement(nodes, "node", {"id": _text(entity.key), "label": _text(entity.name)})
        _values(node, {"type": entity.type, "articles": entity.articles})
        SubElement(node, "viz:size", {"value": str(dot.radius)})
        # here the second number grows upwards
        SubElement(node, "viz:position", {"x": str(dot.x), "y": str(round(HEIGHT - dot.y, 1)), "z": "0.0"})
    lines = SubElement(graph, "edges")
    for number, edge in enumerate(edges):
        ends = {"source": _text(entities[edge.one].key), "target": _text(entities[edge.other].key)}
        line = SubElement(lines, "edge", {"id": str(number), **ends, "weight": str(edge.strength(measure))})
        _values(line, {"articles": edge.articles, "likelihood": edge.likelihood, "jaccard": edge.jaccard})
    indent(root)
    return bytes(tostring(root, "utf-8", xml_declaration=True))


def _values(element: Element, values: dict[str, str | int | float]) -> None:
    held = SubElement(element, "attvalues")
    for name, value in values.items():
        SubElement(held, "attvalue", {"for": name, "value": _text(str(value))})


def _text(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
