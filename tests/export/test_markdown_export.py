from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from reader.annotations import AnchorState, Annotation
from reader.export.as_markdown import sayings_to_markdown, to_markdown
from reader.export.grouping import Grouping
from reader.export.rendering import TemplateProblem
from reader.export.sayings import sayings
from reader.folders import folder
from reader.quotations import Quotation, Speaker
from reader.reading import Reading

TODAY = date(2026, 1, 2)
REPORT = "«Ann Lee: “We will build it.\nAll of it.”»\nNo more was «said».\n"

MakeReading = Callable[..., Reading]
MakeQuotation = Callable[..., Quotation]
MakeSpeaker = Callable[..., Speaker]


def named(annotation: Annotation, name: str) -> Annotation:
    return replace(annotation, id=name)


def orphaned(reading: Reading, index: int) -> Reading:
    """The reading after one of its annotations lost its place."""
    lost = reading.annotations[index]
    lost = replace(lost, anchor=replace(lost.anchor, state=AnchorState.ORPHAN))
    return replace(reading, annotations=tuple(lost if a.id == lost.id else a for a in reading.annotations))


def test_an_article_with_highlights_quotations_and_a_lost_place(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    made = reading(REPORT, title="Dam: news", byline="By B. Ray", published=date(2025, 12, 31))
    first = made.annotations[0]
    made = made.after(made.set_tags(first, [made.tag("water/dams"), made.tag("big plans")]))
    made = made.after(made.set_note(made.annotations[0], "Is *all* of it\n\n> paid for?\n"))
    ids = ["0192f0c1-1111-7000-8000-00000000000a", "0192f0c1-2222-7000-8000-00000000000b"]
    made = replace(made, annotations=tuple(map(named, made.annotations, ids)))
    ann = speaker("Ann Lee", quotation(made.article, "“We will build it.\nAll of it.”"), role="mayor")
    assert (
        to_markdown([orphaned(made, 1)], [ann], exported=TODAY)
        == f"""\
---
title: 'Dam: news'
byline: By B. Ray
published: 2025-12-31
source: news/one.txt
source-sha256: {made.article.sha256}
exported: 2026-01-02
annotations: 2
orphaned: 1
tags:
- big-plans
- water/dams
---

# Dam: news

## Highlights

> Ann Lee: “We will build it.
>
> All of it.”

^a-00000000000a

— **Ann Lee**, mayor · ¶1 · yellow · #water/dams #big-plans

Is *all* of it

> paid for?

## Quotations by speaker

### Ann Lee, mayor

> “We will build it. All of it.”

— ¶1

## Lost place

> said

^a-00000000000b

— ¶3 · yellow

*Stood between “…Ann Lee: “We will build it. All of it.” No more was” and “.…”.*
"""
    )


def test_all_groupings_show_every_highlight_with_colour_and_tags(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    made = reading("«Ann: “Yes.”» And «untagged» and «lost».")
    made = made.after(made.set_tags(made.annotations[0], [made.tag("one"), made.tag("two")]))
    made = made.after(made.set_color(made.annotations[1], "green"))
    speakers = [speaker("Ann", quotation(made.article, "“Yes.”"))]
    for by in Grouping:
        text = to_markdown([orphaned(made, 2)], speakers, by=by, exported=TODAY)
        assert {"> Ann: “Yes.”", "> untagged", "> lost"} <= set(text.splitlines())
        assert "· yellow · #one #two\n" in text
        assert "· green\n" in text


def test_what_obsidian_embeds_by_its_id_is_the_passage_and_not_who_says_it(reading: MakeReading) -> None:
    made = reading("«Words that\ngo on.»\n\n«    x = 1» here.")
    for by in Grouping:
        text = to_markdown([made], by=by, exported=TODAY).partition("---\n\n")[2]
        blocks = [block.strip("\n") for block in text.split("\n\n")]
        ids = [number for number, block in enumerate(blocks) if re.fullmatch(r"\^[a-z0-9-]+", block)]
        assert len(ids) == 2 and text.count("^a-") == 2
        assert all(blocks[number - 1].startswith(">") and blocks[number + 1].startswith("—") for number in ids)


def test_what_is_important_says_so(reading: MakeReading) -> None:
    made = reading("«Words» and «others».")
    made = made.after(made.set_important(made.annotations[0], True))
    text = to_markdown([made], exported=TODAY)
    assert "· important · yellow\n" in text
    assert text.count("important") == 1


def test_a_passage_with_two_tags_stands_under_both(reading: MakeReading) -> None:
    made = reading("«Words» here.")
    made = made.after(made.set_tags(made.annotations[0], [made.tag("b"), made.tag("a")]))
    text = to_markdown([made], by=Grouping.TAG, exported=TODAY)
    assert [line for line in text.splitlines() if line.startswith(("# ", "> "))] == ["# a", "> Words", "# b", "> Words"]


def test_speech_stands_under_its_speaker_with_the_article_named(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    one = reading("Ann: «“Yes.”»\n«Rain.»", name="one.txt", title="One")
    two = reading("Ann: “No.”", name="two.txt", title="Two")
    ann = speaker("Ann", quotation(one.article, "“Yes.”"), quotation(two.article, "“No.”"))
    text = to_markdown([one, two], [ann], by=Grouping.SPEAKER, exported=TODAY)
    shown = [line for line in text.partition("---\n\n")[2].splitlines() if line and not line.startswith("^")]
    assert shown == [
        *("# Ann", "## Highlights", "> “Yes.”", "— **Ann** · One ¶1 · yellow"),
        *("## Quotations", "> “Yes.”", "☐ One ¶1", "> “No.”", "☐ Two ¶1"),
        *("# Without a speaker", "## Highlights", "> Rain.", "— One ¶2 · yellow"),
    ]


def test_highlights_stand_in_document_order_whenever_they_were_made(reading: MakeReading) -> None:
    made = reading("«First» and «second» and «third».")
    shuffled = replace(made, annotations=(made.annotations[2], made.annotations[0], made.annotations[1]))
    text = to_markdown([shuffled], exported=TODAY)
    assert [line for line in text.splitlines() if line.startswith(">")] == ["> First", "> second", "> third"]


def test_the_same_words_in_two_places_are_two_highlights(reading: MakeReading) -> None:
    text = to_markdown([reading("«Again», and\n«Again».")], exported=TODAY)
    assert text.count("> Again\n") == 2
    assert len({line for line in text.splitlines() if line.startswith("^a-")}) == 2


def test_a_highlight_leads_back_to_its_words_where_the_article_has_an_address(reading: MakeReading) -> None:
    made = reading("Rates «rose again» today.", url="https://example.org/~desk/rates")
    text = to_markdown([made], exported=TODAY)
    assert "— [¶1](<https://example.org/~desk/rates#:~:text=rose%20again>) · yellow\n" in text
    both = to_markdown([made, reading("«Other.»", name="b.txt", title="Two")], exported=TODAY)
    assert "\n<https://example.org/~desk/rates> · news/one.txt\n" in both


def test_notes_stay_as_typed_and_quotations_are_escaped(reading: MakeReading) -> None:
    made = reading("«# *Five* stars»")
    note = "# *My* view\n\n  - `code`\n  - [x](y)"
    made = made.after(made.set_note(made.annotations[0], note))
    text = to_markdown([made], exported=TODAY)
    assert f"\n\n{note}\n" in text
    assert "> \\# \\*Five\\* stars\n" in text


def test_nothing_in_an_export_steers_a_terminal(reading: MakeReading) -> None:
    made = reading("«Words» here.")
    made = made.after(made.set_note(made.annotations[0], "a \x1b[31mred\x1b[0m note \x9b2J \u202e"))
    text = to_markdown([made], exported=TODAY)
    assert "a ␛[31mred␛[0m note �2J �" in text


def test_several_articles_are_told_apart_and_those_without_highlights_left_out(reading: MakeReading) -> None:
    one = reading("«Words».", name="a/one.txt", title="One", byline="By B. Ray", published=date(2025, 1, 2))
    two = reading("No highlight.", name="two.txt", title="Two")
    three = reading("«More words».", name="three.txt", title="Three")
    text = to_markdown([one, two, three], exported=TODAY)
    assert yaml.safe_load(text.split("---\n")[1]) == {
        "articles": 3,
        "exported": TODAY,
        "annotations": 2,
        "orphaned": 0,
        "tags": [],
    }
    assert "# One\n\nBy B. Ray · 2025-01-02 · a/one.txt\n" in text
    assert "Two" not in text
    assert "# Three\n\nthree.txt\n" in text


def test_a_changed_passage_is_shown_as_it_was_marked_and_as_it_stands(reading: MakeReading) -> None:
    marked = reading("New words here.\n«Old words» here.").annotations[0]
    now = reading("First.\n\nNew words here.\n«Other words» here.")
    moved = replace(marked, anchor=replace(now.annotations[0].anchor, state=AnchorState.CHANGED))
    text = to_markdown([replace(now, annotations=(moved,))], exported=TODAY)
    assert "> Old words\n\n^" in text and "\n\n— ¶3 · yellow\n" in text
    assert "*The article now has “Other words” here.*" in text


def test_two_exports_are_the_same_to_the_byte(reading: MakeReading) -> None:
    made = reading("«One» and «two» and «three».")
    made = made.after(made.set_tags(made.annotations[0], [made.tag("x"), made.tag("y")]))
    for by in Grouping:
        assert to_markdown([made], by=by, exported=TODAY) == to_markdown([made], by=by, exported=TODAY)


def test_a_speaker_given_by_hand_is_named(reading: MakeReading, speaker: MakeSpeaker) -> None:
    made = reading("«Words» here.")
    ann = speaker("Ann Lee", role="mayor")
    by_hand = replace(made, annotations=(replace(made.annotations[0], speaker=ann.id),))
    assert "— **Ann Lee**, mayor · ¶1" in to_markdown([by_hand], [ann], exported=TODAY)
    assert "— **B. Ray** · ¶1" in to_markdown(
        [replace(made, annotations=(replace(made.annotations[0], speaker="B. Ray"),))], [ann], exported=TODAY
    )


def test_a_long_passage_is_not_ascribed_to_who_says_a_word_of_it(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    made = reading("«It was a long and rainy day, and “fine” was what Ann called it.»")
    text = to_markdown([made], [speaker("Ann", quotation(made.article, "“fine”"))], exported=TODAY)
    assert "— ¶1 · yellow" in text


def test_a_users_template_takes_the_place_of_ours(reading: MakeReading, tmp_path: Path) -> None:
    made = reading("«One», «two»")
    own = folder("config") / "templates"
    own.mkdir(parents=True)
    (own / "article.md.j2").write_text("own {{ sections|length }}")
    assert to_markdown([made], exported=TODAY) == "own 1"
    (tmp_path / "article.md.j2").write_text("{% for p in sections[0].highlights %}<{{ p.text }}>{% endfor %}")
    assert to_markdown([made], exported=TODAY, templates=tmp_path) == "<One><two>"


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("one\n{% for %}", "article.md.j2, line 2: "),
        ("{{ nothing_like_this }}", "article.md.j2: 'nothing_like_this' is undefined"),
        ("{{ 1 + 'a' }}", "article.md.j2: unsupported operand"),
        ("{{ sections.__class__.__base__ }}", "article.md.j2: access to attribute"),
    ],
)
def test_a_template_that_does_not_work_says_where(
    reading: MakeReading, tmp_path: Path, template: str, complaint: str
) -> None:
    (tmp_path / "article.md.j2").write_text(template)
    with pytest.raises(TemplateProblem, match=complaint):
        to_markdown([reading("«One»")], exported=TODAY, templates=tmp_path)


def test_who_said_what_in_a_folder(reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker) -> None:
    one, two = reading("Ann: “Yes.”\n“No.”", title="# One"), reading("", name="two.txt", title="Two")
    ann = speaker("Ann", quotation(one.article, "“Yes.”"), quotation(one.article, "“No.”"), role="mayor")
    found = sayings([ann], [], {one.article.id: "# One", two.article.id: "Two"})
    text = sayings_to_markdown(replace(found, only_reported=(("two.txt", 3),)))
    assert (
        text
        == """\
# Fact-check sheet: who said what

2 quotations of 1 speaker in 1 article.

☑ is where somebody has checked who said it. “As” gives the speaker as the article has it, “in part” is for words \
marked inside the reporter’s own sentence, **bold** for words that the other version of a statement does not have; ¶ \
is the paragraph.

## Ann, mayor

> “Yes.”

☐ \\# One ¶1

> “No.”

☐ \\# One ¶2

## Articles

- \\# One · news/one.txt

## Articles with reported speech only

- Two: 3 statements, not shown here
"""
    )
