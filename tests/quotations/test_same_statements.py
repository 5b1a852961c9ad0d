"""One statement in several articles: whole, shortened, in another translation; and the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reader.quotations import Statements, analyse, differing_words, gather, same_statements
from reader.quotations.quotation import Analysis, Quotation, QuotationKind, Speaker, SpeakerKind
from reader.quotations.versions import Manner, versions
from reader.text import Span
from tests.quotations.golden import article

OTHERS = "“The harbour needs two new cranes,” said Omar Tandy. “The school will open again in May,” said Ilse Brandt."


def analyses(*texts: str) -> list[Analysis]:
    return [analyse(article(text, f"{number}.txt")) for number, text in enumerate(texts, 1)]


def groups(*texts: str) -> list[list[str]]:
    """The words of each statement that was found in a folder of articles."""
    found = same_statements(gather(analyses(*texts)))
    return [[quotation.words for quotation in statement.quotations] for statement in found]


def test_the_same_words_in_two_articles_are_one_statement() -> None:
    words = "The glass factory pays for the bridge,"
    assert groups(f"“{words}” said Maria Lopez. {OTHERS}", f"“{words}” Lopez told us.") == [[words, words]]


def test_a_shortened_quotation_joins_the_whole_one() -> None:
    whole = "I had a long and fruitful talk with the miners of Portlow."
    assert groups(f"Maria Lopez wrote, “{whole}” {OTHERS}", "Lopez called the talk “long and fruitful.”") == [
        [whole, "long and fruitful."]
    ]


def test_two_translations_of_one_sentence_are_one_statement() -> None:
    one = "will neither watch the flood from the hill, nor pour water into the river"
    other = "would not sit on the hill, nor would it pour rain into the river"
    assert groups(f"Haro Linde said that Norland “{one}”. {OTHERS}", f"Linde said Norland “{other}”. {OTHERS[:52]}")[
        0
    ] == [
        one,
        other,
    ]


def test_two_quotations_of_one_article_are_never_one_statement() -> None:
    assert groups("“We will win the cup,” said Maria Lopez. “We will win the cup,” said Omar Tandy.") == []


def test_different_statements_stay_apart() -> None:
    assert groups("“The ferry sank at noon,” said Maria Lopez.", "“Our choir sings in the old mill,” said Lopez.") == []


def test_two_reports_may_differ_in_who_said_it() -> None:
    one = "will neither watch the flood from the hill, nor pour water into the river"
    other = "would not sit on the hill, nor would it pour rain into the river"
    found = groups(
        f"Haro Linde said that Norland “{one}”. {OTHERS}", f"The government said Norland “{other}”. {OTHERS}"
    )
    assert [one, other] in found


def test_reported_speech_joins_what_another_article_reports_in_the_same_words() -> None:
    words = "the glass factory would pay for the new bridge over the Arle"
    assert groups(f"Maria Lopez said that {words}. {OTHERS}", f"Lopez said that {words}, too.")[0] == [
        f"that {words}",
        f"that {words}, too",
    ]


def test_reported_speech_joins_the_marked_words_that_it_was_made_from() -> None:
    marked = "The glass factory will pay for every rivet of the bridge over the river Arle,"
    reported = "that the glass factory would pay for every rivet of the bridge over the Arle"
    assert groups(f"“{marked}” said Maria Lopez. {OTHERS}", f"Maria Lopez said {reported}.") == [[marked, reported]]


def test_reported_speech_about_one_thing_is_not_one_statement() -> None:
    one = "that the glass factory would pay for the bridge over the river Arle"
    other = "that nobody had asked the glass factory who should pay for the bridge"
    assert groups(f"Maria Lopez said {one}. {OTHERS}", f"Maria Lopez said {other}.") == []


def test_two_people_who_are_reported_to_have_said_alike_have_made_no_statement() -> None:
    assert groups("Maria Lopez said that the ferry sank at noon.", "Omar Tandy said that the ferry sank at noon.") == []


def test_one_word_in_marks_joins_what_it_was_picked_from_where_two_articles_tell_one_story() -> None:
    whole = "It was a lethal order, and I told them so."
    story = f"Maria Lopez wrote, “{whole}” {OTHERS}"
    assert ["lethal", whole] in groups(f"Lopez called the order “lethal”. {OTHERS}", story)
    assert groups("Lopez called the order “lethal”.", story) == []


def test_one_word_that_may_be_from_two_sentences_joins_neither() -> None:
    story = f"Maria Lopez wrote, “It was a lethal order.” “They sent a lethal reply,” Lopez added. {OTHERS}"
    assert not any("lethal" in group for group in groups(f"Lopez called the order “lethal”. {OTHERS}", story))


def test_two_people_who_use_one_figure_of_speech_stay_two() -> None:
    one = "It was like pouring water into the river,"
    other = "You cannot pour water into a river twice,"
    assert groups(f"“{one}” said Haro Linde. {OTHERS}", f"“{other}” said Mary Quist. {OTHERS}") == groups(
        OTHERS, OTHERS
    )


def test_words_that_everybody_uses_make_no_statement() -> None:
    assert (
        groups("“I do not know what they want,” said Ann Lee.", "“They want to know what we do,” Ann Lee said.") == []
    )


def test_a_slogan_is_in_many_statements_and_is_none_of_them() -> None:
    slogan = "a fair harbour"
    cities = ("Portlow", "Sorrin", "Meilu", "Kelda", "Varn", "Ostby", "Tollen", "Brack")
    texts = [f"“{city} needs {slogan} before the {n}th winter comes,” said Ann Lee." for n, city in enumerate(cities)]
    assert groups(f"Ann Lee promised “{slogan}”.", *texts) == []


def test_the_likeness_of_equal_words_is_one() -> None:
    (statement,) = same_statements(gather(analyses(*["“The glass factory pays for it,” said Maria Lopez."] * 3)))
    assert len(statement.quotations) == 3
    assert statement.likeness == 1


def marked(quotation: Quotation, differing: tuple[Span, ...]) -> str:
    """The words with those in brackets that differ."""
    words = quotation.words
    for span in reversed(differing):
        words = f"{words[: span.start]}[{span.of(words)}]{words[span.end :]}"
    return words


def test_each_version_says_how_it_differs_from_the_fullest() -> None:
    texts = [
        "“A strait is a door with two handles, and a bell,” said Maria Lopez.",
        "“A strait is a gate with two handles, and a bell,” said Maria Lopez.",
        "Maria Lopez spoke of “two handles, and a bell”.",
    ]
    (statement,) = same_statements(gather(analyses(*texts)))
    seen = [
        (version.manner, marked(version.quotation, version.differing)) for version in versions(statement.quotations)
    ]
    assert seen == [
        (Manner.FULLEST, "A strait is a [door] with two handles, and a bell,"),
        (Manner.REWORDED, "A strait is a [gate] with two handles, and a bell,"),
        (Manner.SHORTENED, "two handles, and a bell"),
    ]


def test_the_words_that_differ_are_marked_in_place() -> None:
    one, other = "add fuel to the fire", "adding oil to the fire"
    assert [span.of(one) for span in differing_words(one, other)] == ["fuel"]
    assert [span.of(other) for span in differing_words(other, one)] == ["oil"]
    assert differing_words(one, one) == ()


def test_a_sentence_that_one_report_leaves_out_is_not_marked_as_different() -> None:
    one = "There is no winner. All parties must stay calm and jointly manage the crisis."
    other = "All parties should stay calm and jointly manage the crisis,"
    assert [span.of(one) for span in differing_words(one, other)] == ["must"]


def said(words: str, article_id: str, start: int, reported: bool = False) -> Quotation:
    span = Span(start, start + len(words))
    kind = QuotationKind.REPORTED if reported else QuotationKind.DIRECT
    return Quotation(f"q-{start}", article_id, span, kind, words, words, 1, None, "", None)


SOME = ["harbour", "wall", "winter", "bridge", "glass", "river", "the", "of", "nor", "Lopez", "pays", "coal"]
WORDS = st.lists(st.sampled_from(SOME), min_size=1, max_size=9).map(" ".join)


@given(
    st.lists(st.tuples(WORDS, st.sampled_from("abcd"), st.booleans()), max_size=12), st.randoms(use_true_random=False)
)
def test_a_folder_that_grew_is_as_one_that_was_read_at_once(
    prints: list[tuple[str, str, bool]], random: Random
) -> None:
    quotations = [said(words, name, 100 * n, reported) for n, (words, name, reported) in enumerate(prints)]
    growing, order = Statements(), random.sample(quotations, len(quotations))
    for n in range(len(order)):
        growing.among([speaker(order[:n])])
    at_once = same_statements([speaker(quotations)])
    assert growing.among([speaker(order)]) == at_once
    assert all(len({q.article_id for q in statement.quotations}) > 1 for statement in at_once)
    everybody = [(q.article_id, q.id) for statement in at_once for q in statement.quotations]
    assert len(everybody) == len(set(everybody))


@given(st.lists(st.tuples(WORDS, st.sampled_from("abcd"), st.booleans()), max_size=12))
def test_reported_speech_parts_nothing_that_is_one_statement_without_it(prints: list[tuple[str, str, bool]]) -> None:
    quotations = [said(words, name, 100 * n, reported) for n, (words, name, reported) in enumerate(prints)]
    marked = [quotation for quotation in quotations if quotation.kind is not QuotationKind.REPORTED]
    with_reported = [set(statement.quotations) for statement in same_statements([speaker(quotations)])]
    for statement in same_statements([speaker(marked)]):
        assert any(set(statement.quotations) <= found for found in with_reported)


def speaker(quotations: Sequence[Quotation]) -> Speaker:
    return Speaker("s-ann", "Ann Lee", SpeakerKind.PERSON, "", (), tuple(quotations))


def comparisons(count: int) -> int:
    """How many pairs of wordings are looked at among so many quotations of one speaker."""
    random = Random(count)
    vocabulary = [f"w{n}x" for n in range(30)]
    prints = [" ".join(random.choices(vocabulary, k=15)) for _ in range(count)]
    statements = Statements()
    statements.among([speaker([said(words, f"{n // 5}.txt", n) for n, words in enumerate(prints)])])
    return statements.compared


def test_the_work_grows_with_the_quotations_and_not_with_their_square() -> None:
    assert comparisons(1000) < 3 * comparisons(500)
