"""Text objects, each with the caret as `[x]` in the text and the object in ⟨angle brackets⟩."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.article import Article
from reader.layout import objects
from reader.text import Span
from tests.article.making import markdown

TextObject = Callable[[Article, int], Span | None]


def taken(text_object: TextObject, marked: str) -> str | None:
    at = marked.index("[")
    article = markdown(marked[:at] + marked[at + 1] + marked[at + 3 :])
    found = text_object(article, at)
    if found is None:
        return None
    return f"{article.text[: found.start]}⟨{found.of(article.text)}⟩{article.text[found.end :]}"


@pytest.mark.parametrize(
    ("text_object", "marked", "expected"),
    [
        (objects.word, "one t[w]o three", "one ⟨two⟩ three"),
        (objects.word, "one[,] two", "one⟨,⟩ two"),
        (objects.word, "a **b[o]ld** x", "a **⟨bold⟩** x"),
        (objects.word, "well-k[n]own", "⟨well-known⟩"),
        (objects.sentence, "One. T[w]o three. Four.", "One. ⟨Two three.⟩ Four."),
        (objects.sentence, "One.[ ] Two.", "⟨One.⟩  Two."),
        (objects.sentence, "One\n*t[w]o* three. Four.", "⟨One\n*two* three.⟩ Four."),
        (objects.sentence, "*[*]*\n\nFour.", "***\n\n⟨Four.⟩"),
        (objects.around_sentence, "One. T[w]o three. Four.", "One. ⟨Two three. ⟩Four."),
        (objects.around_sentence, "One. T[w]o.", "One. ⟨Two.⟩"),
        (objects.paragraph, "- One\n  t[w]o.\n- x", "- ⟨One\n  two.⟩\n- x"),
        (objects.around_paragraph, "- One\n  t[w]o.\n- x", "⟨- One\n  two.⟩\n- x"),
        (objects.inside_quotation, "He: “I w[a]it,” she.", "He: “⟨I wait,⟩” she."),
        (objects.around_quotation, "He: “I w[a]it,” she.", "He: ⟨“I wait,”⟩ she."),
        (objects.around_quotation, "[H]e: “I wait,” she.", "He: ⟨“I wait,”⟩ she."),
        (objects.around_quotation, "“a “b[c]d” e”", "“a ⟨“bcd”⟩ e”"),
        (objects.around_quotation, "“a[a] “bcd” e”", "⟨“aa “bcd” e”⟩"),
        (objects.inside_quotation, 'say "y[e]s" and "no"', 'say "⟨yes⟩" and "no"'),
        (objects.inside_quotation, "„ei[n]s“ «zwei»", "„⟨eins⟩“ «zwei»"),
        (objects.inside_quotation, "«zw[e]i»", "«⟨zwei⟩»"),
        (objects.inside_quotation, "「東[京]」", "「⟨東京⟩」"),
        (objects.around_quotation, "“It go[e]s on.\n\n“And ends.”", "⟨“It goes on.⟩\n\n“And ends.”"),
        (objects.inside_quotation, "“[”]", "“⟨⟩”"),
        (objects.inside_quotation, "it’s n[o]t", None),
    ],
)
def test_text_objects(text_object: TextObject, marked: str, expected: str | None) -> None:
    assert taken(text_object, marked) == expected


def test_words_of_a_span_are_those_that_a_reader_sees() -> None:
    article = markdown("# A *title*\n\none\n**two**\n\n***\n\nthree")
    start, end = article.text.index("title"), article.text.index("hree")
    assert objects.displayed_words(article, Span(start, end)) == "title\n\none two\n\nt"
    assert objects.displayed_words(article, Span(start, start)) == ""


def test_an_empty_article_has_no_objects() -> None:
    article = markdown("")
    assert (
        objects.word(article, 0) == objects.paragraph(article, 0) == objects.around_paragraph(article, 0) == Span(0, 0)
    )
    assert objects.sentence(article, 0) is None
    assert objects.around_sentence(article, 0) is None
    assert objects.inside_quotation(article, 0) is None
    assert objects.around_quotation(article, 0) is None
    assert objects.displayed_words(article, Span(0, 0)) == ""
