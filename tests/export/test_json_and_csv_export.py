from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reader.annotations import AnchorState, from_record, tag_from_record
from reader.export.as_csv import to_csv
from reader.export.as_json import to_json
from reader.export.codebook_as_csv import codebook_to_csv
from reader.quotations import Quotation, Speaker
from reader.reading import Reading

MakeReading = Callable[..., Reading]
MakeQuotation = Callable[..., Quotation]
MakeSpeaker = Callable[..., Speaker]


def worked_on(reading: MakeReading) -> Reading:
    """A reading with two tags, a note, an unknown key and an orphan."""
    made = reading("«=One»,\n«two\nlines» and «three».", title="Sums", published=date(2025, 1, 2))
    made = made.after(made.set_tags(made.annotations[0], [made.tag("b"), made.tag("a/x")]))
    made = made.after(made.set_note(made.annotations[0], "first\n\n- second"))
    first, second, third = made.annotations
    lost = replace(third, anchor=replace(third.anchor, state=AnchorState.ORPHAN))
    return replace(made, annotations=(replace(first, extra={"x-later": [1, 2]}), second, lost))


def test_json_loses_nothing(reading: MakeReading) -> None:
    made = worked_on(reading)
    told = json.loads(to_json([made]))
    article = told["articles"][0]
    assert tuple(from_record(record, article["id"]) for record in article["annotations"]) == made.annotations
    assert {tag["id"]: tag_from_record(tag) for tag in told["tags"]} == made.codebook.tags
    assert (article["title"], article["published"], article["sha256"]) == ("Sums", "2025-01-02", made.article.sha256)


def test_json_names_each_quotation_once_and_under_its_speaker(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    made = reading("Ann: “Yes.”")
    said = quotation(made.article, "“Yes.”")
    assert made.analysis is not None
    made = replace(made, analysis=replace(made.analysis, quotations=(said,)))
    told = json.loads(to_json([made], [speaker("Ann", said, role="mayor")]))
    assert [q["text"] for q in told["articles"][0]["quotations"]] == ["“Yes.”"]
    assert told["speakers"][0]["quotations"] == [{"article": "news/one.txt", "id": said.id}]


def test_two_json_exports_are_the_same_to_the_byte(reading: MakeReading) -> None:
    made = worked_on(reading)
    assert to_json([made]) == to_json([made])


def test_a_table_of_highlights_has_a_safe_line_for_each(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    made = worked_on(reading)
    ann = speaker("Ann", quotation(made.article, "two\nlines"), role="mayor")
    text = to_csv([made], [ann])
    assert text.count("\n") == 4
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["highlight"] for row in rows] == ["'=One", "two ⏎ lines", "three"]
    assert (rows[0]["note"], rows[0]["tags"], rows[0]["published"]) == ("first ⏎ - second", "b; a/x", "2025-01-02")
    assert (rows[1]["speaker"], rows[1]["role"], rows[1]["tags"]) == ("Ann", "mayor", "")
    assert [row["state"] for row in rows] == ["exact", "exact", "orphan"]
    assert (rows[1]["start"], rows[1]["end"]) == ("6", "15")


def test_the_codebook_is_a_table_of_tags_with_counts(reading: MakeReading) -> None:
    made = worked_on(reading)
    kept, merged = made.tag("b"), made.tag("a/x")
    made = made.after(made.new_tag("unused", key=3))
    made = made.after(made.set_tags(made.annotations[1], [merged]))
    made = made.after(made.merge_tag(merged, kept))
    rows = list(csv.DictReader(codebook_to_csv([made]).splitlines()))
    assert [(row["name"], row["highlights"], row["key"]) for row in rows] == [("b", "2", ""), ("unused", "0", "3")]


def test_a_library_without_articles_has_an_empty_codebook() -> None:
    assert codebook_to_csv([]).count("\n") == 1
