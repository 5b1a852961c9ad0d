"""One statement in several articles: whole, shortened, in another translation; and the words that differ."""

from __future__ import annotations

from reader.quotations import analyse, differing_words, same_statements
from tests.quotations.golden import article

OTHERS = "“The harbour needs two new cranes,” said Omar Tandy. “The school will open again in May,” said Ilse Brandt."


def groups(*texts: str) -> list[list[str]]:
    """The words of each statement that was found in a folder of articles."""
    analyses = [analyse(article(text, f"{number}.txt")) for number, text in enumerate(texts, 1)]
    found = same_statements(quotation for analysis in analyses for quotation in analysis.quotations)
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


def test_the_likeness_of_equal_words_is_one_and_its_margin_is_told() -> None:
    analyses = [analyse(article("“The glass factory pays for it,” said Maria Lopez.", f"{n}.txt")) for n in (1, 2, 3)]
    (statement,) = same_statements(quotation for analysis in analyses for quotation in analysis.quotations)
    assert len(statement.quotations) == 3
    assert round(statement.likeness, 6) == 1
    assert statement.margin > 0.5


def test_the_words_that_differ_are_marked_in_place() -> None:
    one, other = "add fuel to the fire", "adding oil to the fire"
    assert [span.of(one) for span in differing_words(one, other)] == ["fuel"]
    assert [span.of(other) for span in differing_words(other, one)] == ["oil"]
    assert differing_words(one, one) == ()
