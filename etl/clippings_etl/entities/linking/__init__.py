"""From a mention to an entity: pure functions of the name where they suffice, the document's own evidence elsewhere.

Builds are streaming and incremental, so no step looks at other documents: two documents agree on an entity
because the same name gives the same key, or because both are linked to an entity of the gazetteer.
"""
