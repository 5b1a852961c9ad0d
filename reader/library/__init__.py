"""The library: a folder of articles, with everything that was thought about them kept beside it.

from reader.library import Library
with Library.open(Path("news")) as library:
    for entry in library.entries():
        reading = library.reading(library.read(entry))
"""

from reader.library.catalogue import Entry
from reader.library.errors import LibraryError, StoreError
from reader.library.library import Library

__all__ = ["Entry", "Library", "LibraryError", "StoreError"]
