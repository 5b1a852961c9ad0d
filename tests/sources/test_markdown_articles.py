"""What a Markdown file says about itself: front matter, first heading, credits; and where its blocks begin."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Kind
from reader.sources.front_matter import LONGEST, front_matter
from reader.sources.markdown import markdown
from reader.sources.source import Source

WHOLE = """---
title: "Bank holds rates: a summary"
author:
  - Casimir Dole
  - name: Edda Marin
date: 2025-05-22T18:00:00Z
link: https://courier.example/rates
source: The Courier
tags: [bank, herring]
---

# Another heading

Words.
"""


def article(text: str, name: str = "file-name") -> Article:
    return markdown(Source(id=f"{name}.md", name=name, text=text))


def test_front_matter_describes_the_article() -> None:
    found = article(WHOLE)
    assert found.title == "Bank holds rates: a summary"
    assert not found.title_derived
    assert found.byline == "Casimir Dole, Edda Marin"
    assert found.published == date(2025, 5, 22)
    assert found.url == "https://courier.example/rates"
    assert found.publisher == "The Courier"


def test_front_matter_stays_in_the_text_as_a_block_of_its_own() -> None:
    found = article(WHOLE)
    first, second, *_ = found.blocks.complete()
    assert found.text == WHOLE
    assert first.kind is Kind.FRONT_MATTER
    assert first.span.of(found.text).endswith("---")
    assert first.raw(found.text).startswith("title:")
    assert "---" not in first.raw(found.text)
    assert second.raw(found.text) == "Another heading"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("title: 1984", "1984"),
        ("title: no", "no"),
        ("Title: Capitals", "Capitals"),
        ("headline: >\n  Folded\n  lines", "Folded lines"),
        ("title: Lutavia: a history\nauthor: Edda", "Lutavia: a history"),
        ("title: 2025-05-22", "2025-05-22"),
    ],
)
def test_every_value_is_the_text_that_it_is(lines: str, title: str) -> None:
    assert article(f"---\n{lines}\n---\nWords.").title == title


@pytest.mark.parametrize(
    "body",
    [
        "---\nJust words between rules.\n---\nMore.",
        "---\n- a\n- list\n---\n",
        "---\ntitle: never closed\n\nWords.",
        "---\n{broken: [yaml\n---\n",
        "---\n---\nWords.",
        "--- \ntext\n---\n",
        "----\ntitle: x\n----\n",
        " ---\ntitle: x\n---\n",
        "---\n" + "[" * 5000 + "\n---\n",
        "---\nx: " + "y" * LONGEST + "\n---\n",
    ],
)
def test_what_is_no_mapping_is_body(body: str) -> None:
    found = front_matter(body)
    assert found.block is None
    assert found.body == 0


def test_yaml_cannot_build_or_explode_anything() -> None:
    commands = front_matter('---\ntitle: !!python/object/apply:os.system ["true"]\n---\n')
    assert commands.title in ("", "true")
    laughs = "a0: &a0 [lol]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    assert front_matter(f"---\n{laughs}title: end\n---\n").title == "end"
    merged = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40))
    assert front_matter(f"---\n{merged}title: end\n---\n").title == "end"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Plain", "Plain"),
        ("Words first.\n\n# Then a heading #\n", "Then a heading"),
        ("Underlined\n==========\n", "Underlined"),
        ("# A **bold** *claim* with `code` and [a link](https://x.example)", "A bold claim with code and a link"),
        ("# snake_case &amp; 2 \\* 3", "snake_case & 2 * 3"),
        ("```sh\n# a comment\n```\n\n# The heading", "The heading"),
        ("~~~\n# never closed", "never closed"),
    ],
)
def test_the_first_heading_is_the_title(text: str, title: str) -> None:
    found = article(text)
    if "never" in title:
        assert found.title_derived
    else:
        assert (found.title, found.title_derived) == (title, False)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Some *first* words here.\n\n## Only a smaller heading", "Some first words here."),
        ("![](picture.png)\n\n> Quoted first", "Quoted first"),
        ("- an item\n- another", "an item"),
        ("\n\n***\n", "file-name"),
        ("word " * 60, ("word " * 15).strip() + "…"),
    ],
)
def test_without_a_heading_the_first_words_or_the_name_are_the_label(text: str, title: str) -> None:
    found = article(text)
    assert (found.title, found.title_derived) == (title, True)


def test_credits_below_the_heading_are_read() -> None:
    found = article("# Heading\n\n*By Mirela Tosk and Jonas Ferrow*\n\n**Published 13 May 2025, 18:42**\n\nWords.")
    assert found.byline == "Mirela Tosk and Jonas Ferrow"
    assert found.published == date(2025, 5, 13)


@given(st.text(st.sampled_from("-:# \n\"'[]{}&*!|>%@`abc") | st.characters(codec="utf-8")))
def test_any_front_matter_ends_inside_the_text(text: str) -> None:
    whole = f"---\n{text}\n---\nbody"
    found = front_matter(whole)
    assert 0 <= found.body <= len(whole)
    if found.block:
        assert found.block.span.end <= found.body or found.body == len(whole)
        assert "\n" not in found.title + found.byline + found.publisher


def kinds(text: str) -> dict[str, Kind]:
    """What the blocks of an article are, by their source."""
    found = article(text)
    return {block.raw(found.text): block.kind for block in found.blocks.complete()}


PROSE = "The council put off its vote on the harbour wall once more, and nobody on the quay could say until when."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ines Okafor", Kind.BYLINE),
        ("*By **Ines Okafor** and [Jan Roe](https://tally.example/roe)*", Kind.BYLINE),
        ("By Ines Okafor\n13 May 2025", Kind.BYLINE),
        ("Published 13 May 2025", Kind.DATE),
        ("**13 May 2025, 18:00**", Kind.DATE),
        ("Tally Staff", Kind.BYLINE),
        ("By the harbour wall nobody waited.", Kind.PARAGRAPH),
        ("“By Monday,” said Ines Okafor.", Kind.PARAGRAPH),
        ("- By Ines Okafor", Kind.PARAGRAPH),
        ("## By Land and Sea", Kind.HEADING),
        ("> By Ines Okafor", Kind.PARAGRAPH),
    ],
)
def test_credits_are_no_paragraphs(line: str, kind: Kind) -> None:
    assert kinds(f"# Harbour vote delayed\n\n{line}\n\n{PROSE}\n")[line.lstrip("-># ")] is kind


def test_a_name_beside_a_date_is_a_byline_and_one_elsewhere_is_not() -> None:
    text = f"# Harbour vote delayed\n\nInes Okafor\n\n13 May 2025\n\n{PROSE}\n\n{PROSE} Why?\n\nJan Roe\n\n{PROSE} So."
    found = kinds(text)
    assert (found["Ines Okafor"], found["13 May 2025"], found["Jan Roe"]) == (Kind.BYLINE, Kind.DATE, Kind.PARAGRAPH)


def test_a_line_that_repeats_who_the_front_matter_names_is_a_byline() -> None:
    front = "---\ntitle: Harbour\nauthor: [Ines Okafor, Jan Roe]\n---\n\n"
    found = kinds(
        f"{front}# Harbour\n\n**Ines Okafor** and **Jan Roe** in Sorrin\n\n{PROSE} Ines Okafor and Jan Roe left."
    )
    assert [kind for words, kind in found.items() if "Roe" in words] == [
        Kind.FRONT_MATTER,
        Kind.BYLINE,
        Kind.PARAGRAPH,
    ]


def test_what_stands_far_below_is_no_credit() -> None:
    text = "# Harbour vote delayed\n\n" + f"{PROSE}\n\n" * 5
    assert kinds(f"{text}By Ines Okafor\n\n{PROSE} So it went.")["By Ines Okafor"] is Kind.PARAGRAPH
