"""Words and sentences: golden cases with the boundaries marked inside the text, and what holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.boundaries import sentences, words

SENTENCES = [
    "The talks began on Monday. | They ended on Friday.",
    "Did it end? | It did! | Good.",
    "Mr. Lopez met Dr. Anna Berg. | They spoke.",
    "Sen. J. K. Ortiz and Gen. George W. Hale agreed. | Nobody else did.",
    "Shares of Acme Inc. Holdings rose 1.5 percent to 3.25 dollars. | Then they fell.",
    "She works for Acme Inc. | The firm is small.",
    "He flew to the U.S. Senate. | He left the U.S. | The visit was short.",
    "It began at 9 p.m. Tuesday. | It ended at 11 p.m. | He slept.",
    "On Jan. 5 they met, as No. 7 of the list says. | No. | It does not.",
    "It happened in Dec. | Then nothing.",
    "He said: “We will go.” | Then he left.",
    "“Will it end?” he asked. | Nobody knew.",
    "“Will it end?” Lopez asked. | “Never!” Maria Lopez shouted. | Nobody knew.",
    "“Will it end?” | Lopez left.",
    "“Stop.” | “Why?” | “Because.”",
    '"We go." | "You stay," she said.',
    "They met (it was late.) and left. | (It rained.) | Nobody came.",
    "Well... maybe not. | We waited… | Then we left.",
    "It was . . . strange. | Very.",
    "He spoke of peace […] Others did not. | Really (!) strange.",
    "1. First of all, wait. | 2. Then go.",
    "The report ends here.[12] | Another begins.",
    "See example.com for version 2.0.1 now. | Or not.",
    "So do I. | Berg agrees.",
    "Er kam „spät.“ | Sie ging »früh.« | Es war aus.",
    "« Oui.\u00a0» | Il partit. | Pourquoi ? | Parce que.",
    "我去了。|他没有去！|“为什么？”|他问。",
    "「行きます。」と言った。|それから帰った。",
    "هل انتهى؟ | نعم. | لا.",
    "Brig.-Gen. Hale spoke, e.g. Monday. | He stopped.",
    "A line without a stop",
    "  White space around.  |\n Goes.  ",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s well-known: Ana's rock ’n’ roll", ["It’s", "well-known", "Ana's", "rock", "n", "roll"]),
        ("rose 1,000.5 to 11:30, 7.", ["rose", "1,000.5", "to", "11:30", "7"]),
        ("the U.S. Senate.", ["the", "U.S", "Senate"]),
        ("新聞紙 said", ["新", "聞", "紙", "said"]),
        ("ありがとう東京", list("ありがとう東京")),
        ("대한민국 만세", ["대한민국", "만세"]),
        ("cafe\u0301 re\u0301sume\u0301", ["cafe\u0301", "re\u0301sume\u0301"]),
        ("नमस्ते दुनिया।", ["नमस्ते", "दुनिया"]),
        ("-- ‘quoted’ — @user_name #tag", ["quoted", "user_name", "tag"]),
        ("", []),
    ],
)
def test_words_keep_what_belongs_together(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text)] == expected


texts = st.text(st.sampled_from("aBÉ新。」と “”\"'’().!?…1-\n\u00a0\u0301") | st.characters())


@given(texts)
def test_sentences_hold_every_visible_character_once_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)
    for span, following in pairwise(spans):
        assert span.end <= following.start
    for span in spans:
        assert span.of(text) == span.of(text).strip() != ""


@given(texts)
def test_words_are_in_order_and_hold_every_letter_and_digit(text: str) -> None:
    spans = words(text)
    for span, following in pairwise(spans):
        assert span.end <= following.start
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    assert all(offset in covered for offset, character in enumerate(text) if character.isalnum())


@pytest.mark.parametrize("unit", [".", ". ", "a.", "Mr. ", "”.", "“", "a-", "?” A ", "\u0301", "。」", "[1]."])
def test_long_repetitions_take_time_in_proportion(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "x"
    assert sentences(text)[-1].end == len(text)
    assert len(words(text)) >= 1
