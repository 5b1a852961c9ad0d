"""Close Reader: read the news closely in a terminal, annotate it, see who said what, take it away."""

__version__ = "0.1.0"
