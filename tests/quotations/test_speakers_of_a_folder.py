"""One person, one entry across a folder, whatever they are called in each article."""

from __future__ import annotations

from reader.quotations import Speaker, SpeakerKind, analyse, gather
from tests.quotations.golden import article


def speakers(*texts: str) -> dict[str, Speaker]:
    """The speakers of a folder of articles, by name."""
    analyses = [analyse(article(text, f"{number}.txt")) for number, text in enumerate(texts, 1)]
    return {speaker.name: speaker for speaker in gather(analyses)}


def test_two_spellings_of_a_name_are_one_speaker_with_the_quotations_of_both_articles() -> None:
    found = speakers(
        "Ivan Bilytskyy came. “We talked,” Bilytskyy said.",
        "Ivan Bilytsky left. “We talked for long,” Bilytsky said.",
    )
    assert len(found) == 1
    (speaker,) = found.values()
    assert [quotation.article_id for quotation in speaker.quotations] == ["1.txt", "2.txt"]
    assert {"Ivan Bilytskyy", "Ivan Bilytsky"} <= {speaker.name, *speaker.aliases}


def test_one_name_in_two_languages_is_one_speaker() -> None:
    found = speakers("“We talked,” said Volodymyr Malk.", "“We talked for long,” said Vladimir Malk.")
    assert [len(speaker.quotations) for speaker in found.values()] == [2]


def test_two_people_with_one_surname_stay_two() -> None:
    found = speakers("“We talked,” said Maria Lopez.", "“We did not,” said Juan Lopez.")
    assert found.keys() == {"Maria Lopez", "Juan Lopez"}


def test_a_surname_alone_in_another_article_joins_the_only_person_who_has_it() -> None:
    found = speakers("“We talked,” said Maria Lopez.", "“We did not,” Lopez said.")
    assert found.keys() == {"Maria Lopez"}


def test_a_surname_alone_means_whoever_is_quoted_far_more_than_the_others() -> None:
    often = "“We talked,” said Maria Lopez. “For long,” Lopez said. “Too long,” Lopez added. “Yes,” said Juan Lopez."
    found = speakers("“We did not,” Lopez said.", often, "“Nobody talked,” Ms. Lopez said.")
    assert {name: len(speaker.quotations) for name, speaker in found.items()} == {"Maria Lopez": 5, "Juan Lopez": 1}


def test_a_surname_alone_that_may_mean_two_people_has_an_entry_of_its_own() -> None:
    found = speakers("“We talked,” said Maria Lopez.", "“So,” said Juan Lopez.", "“We did not,” Lopez said.")
    assert found.keys() == {"Maria Lopez", "Juan Lopez", "Lopez"}


def test_a_surname_alone_joins_nobody_of_the_other_sex() -> None:
    found = speakers("“We talked,” said Juan Lopez. “For long,” he said.", "“We did not,” Ms. Lopez said.")
    assert found.keys() == {"Juan Lopez", "Lopez"}


def test_a_surname_that_is_a_given_name_too_joins_whoever_has_it() -> None:
    assert speakers("“We talked,” said Ann Lee.", "“We did not,” Lee said.").keys() == {"Ann Lee"}


def test_a_surname_alone_does_not_make_one_of_two_people() -> None:
    found = speakers("“We did not,” Lopez said.", "“We talked,” said Maria Lopez.", "“So,” said Juan Lopez.")
    assert {"Maria Lopez", "Juan Lopez"} < found.keys()


def test_the_full_name_that_most_reports_print_is_the_one_that_is_shown() -> None:
    found = speakers(
        "“We talked,” said Maria Aurelia Lopez.",
        "“So,” said Maria Lopez.",
        "“No,” said Maria Lopez.",
        "“Oh,” Lopez said.",
    )
    assert found.keys() == {"Maria Lopez"}
    assert found["Maria Lopez"].aliases == ("Maria Aurelia Lopez", "Lopez")


def test_words_before_a_name_make_nobody_else_of_its_bearer() -> None:
    found = speakers("“We talked,” said Democrat Maria Lopez.", "“So,” said Maria Lopez.")
    assert found.keys() == {"Maria Lopez"}
    assert speakers("“So,” said Maria Lopez.", "“No,” said Democrat Lopez.").keys() == {"Maria Lopez"}


def test_syllables_of_a_given_name_may_be_written_apart() -> None:
    found = speakers("“We talked,” said Xu Dao-lan.", "“So,” said Xu Daolan.", "“No,” said Xu Dao Lan.")
    assert len(found) == 1


def test_a_family_name_that_comes_first_joins_its_person() -> None:
    found = speakers("“We talked,” said Xu Wenlan.", "“We did not,” Xu said.")
    assert found.keys() == {"Xu Wenlan"}


def test_a_name_is_shown_with_the_apostrophe_that_the_articles_print() -> None:
    found = speakers("“We talked,” said Maria O’Neal.", "“So,” said Maria O'Neal.", "“No,” O’Neal said.")
    assert [(name, len(speaker.quotations)) for name, speaker in found.items()] == [("Maria O’Neal", 3)]
    assert speakers("“We talked,” said Maria O'Neal.").keys() == {"Maria O'Neal"}


def test_an_institution_is_one_whatever_its_apostrophe() -> None:
    found = speakers("“No,” Norland’s foreign ministry said.", "“Yes,” Norland's foreign ministry said.")
    assert len(found) == 1


def test_a_role_met_in_the_article_stands_beside_the_name() -> None:
    assert speakers("“We talked,” said Lena Vos, a spokeswoman for the museum.")["Lena Vos"].role == "spokeswoman"


def test_unnamed_people_of_two_articles_are_not_thrown_together() -> None:
    found = gather([analyse(article("“No,” a senior official said.", f"{n}.txt")) for n in "12"])
    assert [speaker.kind for speaker in found] == [SpeakerKind.UNNAMED, SpeakerKind.UNNAMED]


def test_an_institution_is_one_speaker_in_two_articles() -> None:
    found = speakers("“No,” the Ministry of Rivers said.", "“Yes,” the Ministry of Rivers said.")
    assert [(speaker.kind, len(speaker.quotations)) for speaker in found.values()] == [(SpeakerKind.ORGANISATION, 2)]


def test_quotations_without_a_speaker_stand_last_in_a_group_of_their_own() -> None:
    texts = ["“Who came?”", "“No,” said Maria Lopez.", "“Nobody came.”"]
    found = gather([analyse(article(text, f"{number}.txt")) for number, text in enumerate(texts)])
    assert [speaker.kind for speaker in found] == [SpeakerKind.PERSON, SpeakerKind.UNATTRIBUTED]
    assert [quotation.words for quotation in found[-1].quotations] == ["Who came?", "Nobody came."]


def test_a_pronoun_that_means_nobody_known_is_nobody() -> None:
    found = speakers("“We talked,” she said.", "It read: “Nobody talked.”", "“So,” said Maria Lopez. “No,” she said.")
    assert {(name, len(speaker.quotations)) for name, speaker in found.items()} == {
        ("Maria Lopez", 2),
        ("No speaker found", 2),
    }


def test_identities_do_not_depend_on_the_order_of_the_articles() -> None:
    texts = ["“We talked,” said Volodymyr Malk.", "“We did,” Malk said.", "“So,” said Vladimir Malk."]
    analyses = [analyse(article(text, f"{number}.txt")) for number, text in enumerate(texts)]
    assert gather(analyses) == gather(reversed(analyses))
