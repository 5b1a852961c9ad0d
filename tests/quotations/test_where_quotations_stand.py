"""Blocks of an article and its quotations: where there can be none, how they are counted, what their names survive."""

from __future__ import annotations

from reader.article import Article, Block, Blocks, Format, Kind
from reader.article.markdown import batches
from reader.quotations import Analysis, analyse
from reader.text import Span
from tests.quotations.golden import article

SAID = "“We are ready,” said Maria Lopez."


def of_kinds(*kinds: Kind) -> Analysis:
    """The analysis of an article that says the same line once in a block of each kind."""
    text = "\n".join([SAID] * len(kinds))
    spans = [Span(i * (len(SAID) + 1), i * (len(SAID) + 1) + len(SAID)) for i in range(len(kinds))]
    blocks = [Block(kind, span, (span,)) for kind, span in zip(kinds, spans, strict=True)]
    return analyse(Article(id="a.txt", text=text, format=Format.PLAIN, blocks=Blocks([blocks])))


def test_chrome_code_and_front_matter_hold_no_quotations() -> None:
    assert of_kinds(Kind.CHROME, Kind.CODE, Kind.FRONT_MATTER).quotations == ()


def test_a_quotation_counts_wherever_words_are_read() -> None:
    kinds = (Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.DATE, Kind.HASHTAGS, Kind.BYLINE)
    assert len(of_kinds(*kinds).quotations) == len(kinds)


def test_who_wrote_an_article_is_not_whom_a_pronoun_means() -> None:
    lines = ["By Mirela Tosk", "The council met again.", "“We are ready,” she said."]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    kinds = (Kind.BYLINE, Kind.PARAGRAPH, Kind.PARAGRAPH)
    blocks = [Block(kind, span, (span,)) for kind, span in zip(kinds, spans, strict=True)]
    (said,) = analyse(Article(id="a.txt", text=text, format=Format.PLAIN, blocks=Blocks([blocks]))).quotations
    assert said.resolved == "she"


def test_paragraphs_are_counted_without_chrome_and_headings() -> None:
    analysis = of_kinds(Kind.TITLE, Kind.PARAGRAPH, Kind.CHROME, Kind.HEADING, Kind.PARAGRAPH)
    assert [quotation.paragraph for quotation in analysis.quotations] == [0, 1, 1, 2]


def test_the_name_of_a_quotation_survives_new_text_above_it() -> None:
    before = analyse(article(SAID)).quotations
    after = analyse(article(f"It rained all day in Portlow.\n\n{SAID}")).quotations
    assert [quotation.id for quotation in before] == [quotation.id for quotation in after]


def test_equal_words_said_twice_have_two_names() -> None:
    first, second = analyse(article(f"{SAID}\n\n{SAID}")).quotations
    assert first.words == second.words
    assert first.id != second.id


def test_markup_inside_a_markdown_quotation_is_not_part_of_its_words() -> None:
    text = "Mayor **Maria Lopez** said the plan was “a _very_ bad\nidea” on Monday.\n"
    whole = Article(id="a.md", text=text, format=Format.MARKDOWN, blocks=Blocks(batches(text)))
    (quotation,) = analyse(whole).quotations
    assert quotation.words == "a very bad idea"
    assert quotation.text == "“a _very_ bad\nidea”"
    assert quotation.resolved == "Maria Lopez"


def test_lines_of_one_hard_wrapped_paragraph_are_read_as_one() -> None:
    lines = ["“We are ready to open the port in", "May,” said Maria Lopez."]
    spans = (Span(0, len(lines[0])), Span(len(lines[0]) + 1, len(lines[0]) + 1 + len(lines[1])))
    block = Block(Kind.PARAGRAPH, Span(0, spans[1].end), spans)
    whole = Article(id="a.txt", text="\n".join(lines), format=Format.PLAIN, blocks=Blocks([[block]]))
    (quotation,) = analyse(whole).quotations
    assert quotation.words == "We are ready to open the port in May,"
    assert quotation.text == "“We are ready to open the port in\nMay,”"
