from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.escaping import escaped, joined, quoted, quoted_code, tag_label


def shown(markdown: str) -> str:
    """The words that a reader of the rendered Markdown sees, one space between them."""
    words: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        assert token.type in ("inline", "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close")
        for child in token.children or ():
            assert child.type in ("text", "text_special", "hardbreak")
            words.append(child.content or " ")
        words.append(" ")
    return " ".join("".join(words).split())


@pytest.mark.parametrize(
    "line",
    [
        "# not a heading",
        "- not an item",
        "+ nor this",
        "1986. A great year",
        "7) no list",
        "*stars* and _lines_ and `ticks`",
        "[a link](http://example.org) and ![an image](x)",
        "<script>alert(1)</script>",
        "AT&amp;T and R&D",
        "one | two",
        "---",
        "===",
        "> not a quotation",
        "~~~",
        "back\\slash at the end\\",
        "snake_case and http://example.org/a_b_c",
    ],
)
def test_what_looks_like_markup_is_shown_as_it_was_written(line: str) -> None:
    assert shown(quoted(line)) == line


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("ab1 \t#>*_-+=~`[](){}<>!|\\&;.:“”$^%\u00a0"), max_size=20), min_size=1))
def test_any_lines_are_shown_as_they_were_written(lines: list[str]) -> None:
    assert shown(quoted("\n".join(lines))) == " ".join(" ".join(lines).split())


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C"])))
def test_every_line_of_a_quotation_is_prefixed(text: str) -> None:
    assert all(line.startswith(">") for line in quoted(text).split("\n") if text.splitlines())


def test_empty_lines_of_a_quotation_are_prefixed_too() -> None:
    assert quoted("One.\n\nTwo.") == "> One.\n>\n> Two."


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ("a #tag and C# and #", r"a \#tag and C# and \#"),
        ("==marked== %%hidden%%", r"\=\=marked\=\= \%\%hidden\%\%"),
        ("ends like an id ^a-1", r"ends like an id \^a-1"),
        ("from $5 to $10", r"from \$5 to \$10"),
        ("only $5", "only $5"),
        ("“Fine,” she said: it’s 5–10% — really.", "“Fine,” she said: it’s 5–10% — really."),
    ],
)
def test_obsidian_finds_no_markup_and_plain_prose_stays_readable(line: str, markdown: str) -> None:
    assert escaped(line) == markdown


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("economy/inflation", "economy/inflation"),
        ("Climate change/UK", "Climate-change/UK"),
        ("?", "tag"),
        ("Größe", "Größe"),
    ],
)
def test_a_tag_is_one_word(name: str, label: str) -> None:
    assert tag_label(name) == label


def test_parts_that_say_nothing_are_left_out() -> None:
    assert joined(["Ann Lee", "", "¶2"]) == "Ann Lee · ¶2"


def test_lines_stay_lines_and_cells_stay_apart_when_a_quotation_is_shown() -> None:
    markdown = quoted("year\theight\n2024\t4\n\nThe end")
    assert markdown == "> year\u2003height  \n> 2024\u20034\n>\n> The end"
    assert MarkdownIt().render(markdown) == (
        "<blockquote>\n<p>year\u2003height<br />\n2024\u20034</p>\n<p>The end</p>\n</blockquote>\n"
    )


@given(st.text(st.sampled_from("a `\n"), min_size=1).filter(lambda text: text.strip()))
def test_code_is_shown_sign_for_sign(text: str) -> None:
    lines = [line.rstrip() for line in text.splitlines()]
    (block,) = [token for token in MarkdownIt().parse(quoted_code(text)) if token.type == "fence"]
    assert block.content == "".join(f"{line}\n" for line in lines)
