from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.analyses_as_jsonl import analyses_to_jsonl
from reader.export.json_text import json_line
from reader.quotations import Analysis, Mention, Quotation, QuotationKind
from reader.text import Span

SPANS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(lambda ends: Span(min(ends), max(ends)))
MENTIONS = st.builds(Mention, SPANS, st.text())
QUOTATIONS = st.builds(
    Quotation,
    id=st.text(),
    article_id=st.just("a.txt"),
    span=SPANS,
    kind=st.sampled_from(QuotationKind),
    text=st.text(),
    words=st.text(),
    paragraph=st.integers(0, 10**6),
    speaker=st.none() | MENTIONS,
    resolved=st.text(),
    cue=st.none() | MENTIONS,
    sources=st.lists(MENTIONS, max_size=2).map(tuple),
    rule=st.text(),
    confidence=st.floats(0, 1),
)


@settings(deadline=None)
@given(st.lists(QUOTATIONS, max_size=3), st.text(), st.none() | st.text())
def test_a_line_is_what_json_makes_of_its_values(said: list[Quotation], title: str, statement: str | None) -> None:
    same_as = {("a.txt", one.id): statement for one in said[:1] if statement is not None}
    (line,) = analyses_to_jsonl([Analysis("a.txt", "", tuple(said))], {"a.txt": title}, same_as=same_as)
    row = json.loads(line)
    assert json_line(row) + "\n" == line
    assert (row["id"], row["title"]) == ("a.txt", title)
    for one, quote in zip(said, row["quotes"], strict=True):
        sources = [place(source) for source in one.sources]
        assert (quote["start"], quote["end"], quote["text"]) == (one.span.start, one.span.end, one.text)
        assert (quote["speaker"], quote["cue"], quote["sources"]) == (place(one.speaker), place(one.cue), sources)
        assert (quote["words"], quote["resolved"], quote["rule"]) == (one.words, one.resolved, one.rule)
        assert (quote["confidence"], quote["paragraph"]) == (one.confidence, one.paragraph)
        assert quote["same_as"] == same_as.get(("a.txt", one.id))


def place(mention: Mention | None) -> dict[str, object] | None:
    if mention is None:
        return None
    return {"start": mention.span.start, "end": mention.span.end, "text": mention.text}
