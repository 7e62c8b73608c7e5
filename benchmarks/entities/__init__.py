"""How well entities are recognised and linked."""
