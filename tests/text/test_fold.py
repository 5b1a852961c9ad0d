"""Folding makes copies of a text alike and never loses its place in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import Span
from reader.text.fold import fold

texts = st.text(st.sampled_from("aé Aß…“”’—\n\u00a0\u00ad\u0301ﬁİς\u200b新") | st.characters())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Stop,” he said", '"Stop," he said'),
        ("It’s", "It's"),
        ("1990–95 — then", "1990-95 - then"),
        ("wait…", "wait..."),
        ("two  words\n\nhere", "two words here"),
        ("no\u00a0break", "no break"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("cafe\u0301", "café"),
        ("ﬁre", "fire"),
        ("Straße", "Strasse"),
    ],
)
def test_ways_of_typing_do_not_count(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


def test_case_and_diacritics_count_unless_asked() -> None:
    assert fold("Éclair").text != fold("éclair").text
    assert fold("Éclair", case=True).text == fold("éclair").text
    assert fold("Éclair").text != fold("Eclair").text
    assert fold("Éclair", diacritics=True).text == fold("Eclair").text
    assert fold("cafe\u0301s", diacritics=True).text == "cafes"
    assert fold("ΟΔΟΣ İzmir", case=True).text == "οδοσ izmir"


@pytest.mark.parametrize(
    ("source", "words", "found"),
    [
        ("He said:  “Stop …  now”, twice", '"stop ... now"', "“Stop …  now”"),
        ("soft\u00adhyphen", "softhyphen", "soft\u00adhyphen"),
        ("in Straße 5", "strasse", "Straße"),
        ("a cafe\u0301 here", "café", "cafe\u0301"),
        ("wait… what", "..", "…"),
        ("line\n\n  break", "line break", "line\n\n  break"),
        ("end\u00ad", "end", "end"),
    ],
)
def test_what_is_found_in_folded_text_is_found_in_the_source(source: str, words: str, found: str) -> None:
    folded = fold(source, case=True)
    at = folded.text.index(words)
    assert folded.source_span(Span(at, at + len(words))).of(source) == found


def test_a_place_in_the_source_has_its_place_in_the_folded_text() -> None:
    source = "one …  two"
    folded = fold(source)
    assert folded.text[folded.to_folded(source.index("two")) :] == "two"
    assert folded.to_folded(len(source)) == len(folded.text)
    assert folded.to_source(len(folded.text)) == len(source)


@given(texts, st.booleans(), st.booleans())
def test_the_way_back_ascends_and_stays_inside(text: str, case: bool, diacritics: bool) -> None:
    folded = fold(text, case=case, diacritics=diacritics)
    back = [folded.to_source(index) for index in range(len(folded.text) + 1)]
    there = [folded.to_folded(offset) for offset in range(len(text) + 1)]
    assert back == sorted(back)
    assert there == sorted(there)
    assert all(0 <= offset <= len(text) for offset in back)
    assert all(0 <= index <= len(folded.text) for index in there)
    assert (back[-1], there[-1]) == (len(text), len(folded.text))


@given(texts, st.booleans(), st.booleans())
def test_the_source_of_a_folded_span_folds_to_it_again(text: str, case: bool, diacritics: bool) -> None:
    folded = fold(text, case=case, diacritics=diacritics)
    for index in range(len(folded.text)):
        source = folded.source_span(Span(index, index + 1)).of(text)
        assert folded.text[index] in fold(source, case=case, diacritics=diacritics).text


@given(st.text("aÉ ß…“—\n\u00a0\u00ad\u200bﬁİς新"))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text, case=True, diacritics=True).text
    assert fold(once, case=True, diacritics=True).text == once
