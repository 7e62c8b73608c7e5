"""The version of the distribution; setup.py reads it from here."""

VERSION = "0.1.0"
