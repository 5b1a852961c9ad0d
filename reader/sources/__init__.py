"""A file in, an article out: one file for each format, one registry of suffixes, and no file that can do harm.

from reader.sources import read
article = read(Path("news/report.txt"), root=Path("news"))
"""

from reader.sources.registry import SUFFIXES, article_id, is_article, read
from reader.sources.unreadable import Unreadable

__all__ = ["SUFFIXES", "Unreadable", "article_id", "is_article", "read"]
