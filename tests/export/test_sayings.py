from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace

from reader.export.analyses_as_jsonl import analyses_to_jsonl
from reader.export.sayings import heading, labels, ordered, sayings
from reader.export.sayings_as_csv import sayings_to_csv
from reader.export.sayings_as_text import sayings_to_text
from reader.quotations import Analysis, Mention, Quotation, QuotationKind, Speaker, SpeakerKind, explain
from reader.reading import Reading
from reader.text import Span

MakeReading = Callable[..., Reading]
MakeQuotation = Callable[..., Quotation]
MakeSpeaker = Callable[..., Speaker]

EVERY = frozenset(QuotationKind)


def test_who_says_most_comes_first_and_nobody_last(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    said = quotation(reading("Ann: “Yes.”").article, "“Yes.”")
    nobody = speaker("", said, said, said, kind=SpeakerKind.UNATTRIBUTED)
    unnamed = speaker("a diplomat", said, said, said, kind=SpeakerKind.UNNAMED)
    bo, ann, cy = speaker("Bo", said), speaker("ann", said), speaker("Cy", said, said)
    assert ordered([nobody, unnamed, bo, ann, cy]) == (cy, ann, bo, unnamed, nobody)
    assert heading(nobody) == "No speaker given"


def test_reported_speech_is_left_out_but_its_article_is_mentioned(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    article = reading("Ann said that it rains.").article
    reported = quotation(article, "that it rains", kind=QuotationKind.REPORTED)
    ann = speaker("Ann", reported)
    analysis = Analysis(article.id, article.sha256, (reported,))
    found = sayings([ann], [analysis], {article.id: "Rain"})
    assert found.speakers == ()
    assert found.only_reported == ((article.id, 1),)
    assert sayings_to_text(found) == (
        "Only reported speech, not shown here (--reported shows it)\n  Rain: 1 statement\n"
    )
    assert sayings([ann], [analysis], {article.id: "Rain"}, EVERY).speakers == (ann,)
    assert "  that it rains\n" in sayings_to_text(sayings([ann], [analysis], {article.id: "Rain"}, EVERY))


def test_an_article_without_speech_has_no_entry(reading: MakeReading) -> None:
    article = reading("It rains.").article
    assert sayings_to_text(sayings([], [Analysis(article.id, article.sha256, ())], {article.id: "Rain"})) == ""


def test_plain_text_groups_by_speaker_and_names_article_and_paragraph(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    article = reading("Ann: “Yes.”\n“No.” said she\nBo: “Oh.”").article
    yes, no, oh = (quotation(article, text) for text in ("“Yes.”", "“No.”", "“Oh.”"))
    no = replace(
        no, speaker=Mention(Span(14, 17), "she"), cue=Mention(Span(9, 13), "said"), rule="after", confidence=0.985
    )
    ann = replace(speaker("Ann Lee", yes, no, role="mayor"), aliases=("Lee", "A. Lee"))
    found = sayings([speaker("Bo", oh), ann], [], {article.id: "Rain"})
    assert sayings_to_text(found) == (
        "Ann Lee · mayor · 2 quotations · also Lee, A. Lee\n"
        "  “Yes.”\n      Rain ¶1\n  “No.”\n      Rain ¶2\n\n"
        "Bo · 1 quotation\n  “Oh.”\n      Rain ¶3\n"
    )
    assert f"      direct: {explain(no)}\n" in sayings_to_text(found, explain=True)


def test_a_table_has_a_row_for_each_quotation(
    reading: MakeReading, quotation: MakeQuotation, speaker: MakeSpeaker
) -> None:
    article = reading("Ann: “=Yes,\nindeed.”").article
    found = sayings([speaker("Ann Lee", quotation(article, "“=Yes,\nindeed.”"))], [], {article.id: "+ Rain"})
    rows = list(csv.DictReader(sayings_to_csv(found, explain=True).splitlines()))
    assert rows == [
        {
            "speaker": "Ann Lee",
            "role": "",
            "quotation": "'=Yes, indeed.",
            "kind": "direct",
            "as_written": "Ann",
            "article": "news/one.txt",
            "title": "'+ Rain",
            "paragraph": "1",
            "start": "5",
            "end": "20",
            "id": "q-0000000005",
            "publisher": "",
            "published": "",
            "url": "",
            "same_as": "",
            "version": "",
            "differing": "",
            "cue": "",
            "sources": "",
            "rule": "",
            "confidence": "0.0",
        }
    ]


def test_json_lines_have_a_row_for_each_article(reading: MakeReading, quotation: MakeQuotation) -> None:
    article = reading("Ann said: “Yes\u2028,\x85 no.”").article
    said = quotation(article, "“Yes\u2028,\x85 no.”", cue=Mention(Span(4, 8), "said"), rule="before", confidence=0.9)
    reported = quotation(article, "said", kind=QuotationKind.REPORTED, speaker=None, resolved="")
    analyses = [Analysis(article.id, article.sha256, (said, reported)), Analysis("two.txt", "", ())]
    lines = "".join(analyses_to_jsonl(analyses, {article.id: "One", "two.txt": "Two"})).splitlines()
    first, second = map(json.loads, lines)
    assert second == {"id": "two.txt", "title": "Two", "quotes": []}
    assert [(q["kind"], q["speaker"]) for q in first["quotes"]] == [
        ("direct", {"start": 0, "end": 3, "text": "Ann"}),
        ("unmarked", None),
    ]
    for quote in first["quotes"]:
        assert quote["text"] == article.text[quote["start"] : quote["end"]]
    assert list(first["quotes"][0]) == [
        *("id", "start", "end", "text", "kind", "speaker", "resolved", "cue", "rule", "confidence"),
        *("words", "paragraph", "sources"),
    ]


def test_articles_of_one_title_are_told_apart() -> None:
    assert labels({"a.txt": "News", "b.txt": "News", "c.txt": "Rain"}) == {
        "a.txt": "News (a.txt)",
        "b.txt": "News (b.txt)",
        "c.txt": "Rain",
    }
