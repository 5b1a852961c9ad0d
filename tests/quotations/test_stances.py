"""What somebody stressed or vowed counts where an article would look empty without it, and only there."""

from __future__ import annotations

from reader.quotations import QuotationKind, analyse
from tests.quotations.golden import article

STANCES = "Edda Moll expressed her concern for the coast and vowed to find a boat.\n\nIt rained.\n"


def test_an_article_without_other_speech_has_what_was_summed_up() -> None:
    found = analyse(article(STANCES)).quotations
    assert [(q.words, q.resolved) for q in found] == [
        ("her concern for the coast", "Edda Moll"),
        ("to find a boat", "Edda Moll"),
    ]
    assert {q.kind for q in found} == {QuotationKind.REPORTED}
    assert {q.rule for q in found} == {"reported stance"}


def test_one_quotation_is_enough_to_do_without_it() -> None:
    found = analyse(article(STANCES + "\n“We need a boat,” she said.\n")).quotations
    assert [q.words for q in found] == ["We need a boat,"]
    found = analyse(article(STANCES + "\nShe said that the boats were leaking.\n")).quotations
    assert [q.rule for q in found] == ["reported"]


def test_nobody_stresses_anything_where_only_a_thing_is_underlined() -> None:
    assert analyse(article("It underlined the need for boats, which stressed everybody.\n")).quotations == ()
