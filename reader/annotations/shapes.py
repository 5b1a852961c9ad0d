"""The shape of a stored object: which keys it has, and values of which kind.  JSON objects in, checked values out.

A library has a hundred thousand records.  So one that has every key, in the order in which we write them, is compared
as a whole; only others are gone through key by key.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Shape:
    """Made from each key's default; a type in place of a default says that the key is needed."""

    def __init__(self, fields: Mapping[str, Any], others: Mapping[str, type] = _NOTHING) -> None:
        """`others` says of which kind a value may be that has another kind than its default: numbers, or None."""
        self._fields = dict(sorted(fields.items()))
        self._keys = tuple(self._fields)
        self._kinds = tuple(value if isinstance(value, type) else type(value) for value in self._fields.values())
        self._others = others

    def read(self, record: Mapping[str, Any]) -> tuple[Collection[Any], Mapping[str, Any]]:
        """The values of `record` in the alphabetical order of their keys, and whatever the shape does not know.

        Raises TypeError, which names the key, for a needed value that is missing and for one of a wrong kind.
        """
        if tuple(record) == self._keys and tuple(map(type, record.values())) == self._kinds:
            return record.values(), _NOTHING
        known = [self._checked(key, kind, record) for key, kind in zip(self._keys, self._kinds, strict=True)]
        unknown = {key: value for key, value in record.items() if key not in self._fields}
        return known, MappingProxyType(unknown) if unknown else _NOTHING

    def _checked(self, key: str, kind: type, record: Mapping[str, Any]) -> Any:
        value = record.get(key, self._fields[key])
        if isinstance(value, kind) and value is not kind:
            return value
        if key in self._others and isinstance(value, self._others[key]):
            return value
        raise TypeError(f"{key} is {'missing' if value is kind else repr(value)}")


def texts(values: Iterable[Any]) -> tuple[str, ...]:
    """A list of strings; TypeError where something else is in it."""
    found = tuple(values)
    if not all(isinstance(value, str) for value in found):
        raise TypeError(f"texts expected, found {found!r}")
    return found
