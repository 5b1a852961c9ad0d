"""An article and its blocks: source text in, classified spans and displayed words out.

Floor 3: everything above meets here.  Rows and columns are unknown on this floor.
"""

from reader.article.article import Article, Format
from reader.article.block import Block, Container, Kind
from reader.article.blocks import Blocks, Row

__all__ = ["Article", "Block", "Blocks", "Container", "Format", "Kind", "Row"]
