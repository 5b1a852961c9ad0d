"""The library: a folder of articles, with everything that was thought about them kept beside it.

from reader.library import Library
with Library.open(Path("news")) as library:
    for entry in library.entries():
        reading = library.reading(library.read(entry))
"""

from typing import TYPE_CHECKING

from reader.later import imported_later

if TYPE_CHECKING:
    from reader.library.catalogue import Entry
    from reader.library.errors import LibraryError, StoreError
    from reader.library.library import Library

__all__ = ["Entry", "Library", "LibraryError", "StoreError"]

__getattr__ = imported_later(
    __name__, {"Entry": "catalogue", "Library": "library", "LibraryError": "errors", "StoreError": "errors"}
)
