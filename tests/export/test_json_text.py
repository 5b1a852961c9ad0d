from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.json_text import json_line, json_pages
from reader.text.safe import safe

VALUES = st.dictionaries(st.text(), st.text() | st.integers() | st.none(), max_size=3)


@settings(deadline=None)
@given(VALUES)
def test_nothing_is_lost_and_nothing_steers_a_terminal(value: dict[str, object]) -> None:
    for text in (json_line(value), json_pages(value)):
        assert json.loads(text) == value
        assert safe(text) == text


@settings(deadline=None)
@given(VALUES)
def test_a_line_is_one_line_for_whoever_splits_it(value: dict[str, object]) -> None:
    assert len(json_line(value).splitlines()) == 1


def test_people_can_read_it() -> None:
    assert json_line({"name": "Größe “x”"}) == '{"name": "Größe “x”"}'
    assert json_pages({"a": ["ü"]}) == '{\n  "a": [\n    "ü"\n  ]\n}\n'
