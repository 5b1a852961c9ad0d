"""Corrections: values, records, and what they do to speakers; then the same through a library on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.annotations import Change, Correction, correction_from_record, describe, to_record
from reader.annotations.correcting import (
    confirmed,
    merged_speakers,
    reassigned,
    rejected,
    renamed_speaker,
    split_speaker,
    withdrawn,
)
from reader.library import Library
from reader.library.corrected import CONFIRMED, CORRECTED, Placed, as_said, corrected
from reader.quotations import Analysis, Quotation, Speaker, analyse, gather
from reader.reading import Reading

HARBOUR = """# The wall

“We need more time,” said Mayor Lena Brandt. The council had met all night.

“Nobody asked us,” said Tomas Reuel, who runs the fish market.

“It will hold,” Brandt added.
"""
FERRY = """# The ferry

“We were told in May,” said Helene Brandt-Reuel, the mayor.

“Yes,” said Ivo Sand. “Yes,” said Ada Korn.
"""


class Newsroom:
    """Two articles in a library, analysed anew whenever somebody asks who said what."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.write("ferry.md", FERRY)
        self.write("harbour.md", HARBOUR)
        self.library = Library.open(folder)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def analyses(self) -> list[Analysis]:
        return [analyse(self.library.read(entry)) for entry in self.library.entries()]

    def speakers(self) -> tuple[Speaker, ...]:
        found = self.analyses()
        return self.library.corrections.over(gather(found), found)

    def who(self, words: str) -> list[str]:
        """The names of those who said `words`."""
        return [s.name for s in self.speakers() for q in s.quotations if q.words.strip(",.") == words]

    def quotation(self, words: str) -> Quotation:
        return next(q for s in self.speakers() for q in s.quotations if q.words.strip(",.") == words)

    def names(self) -> set[str]:
        return {speaker.name for speaker in self.speakers()}

    def reassign(self, words: str, speaker: str) -> None:
        said = self.quotation(words)
        article = self.library.read(said.article_id)
        self.commit(reassigned(article.id, describe(article, said.span), said.resolved, speaker))

    def commit(self, change: Change) -> None:
        self.library.commit(change).result()

    def reopen(self) -> None:
        self.library.close()
        self.library = Library.open(self.folder)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "news")


def only(change: Change) -> Correction:
    correction = change.edits[0].after
    assert isinstance(correction, Correction)
    return correction


# values and records
def test_a_stored_correction_is_read_back_with_keys_of_a_newer_version(newsroom: Newsroom) -> None:
    article = newsroom.library.read("harbour.md")
    target = describe(article, newsroom.quotation("It will hold").span)
    made = only(reassigned(article.id, target, "Lena Brandt", "  Tomas   Reuel "))
    record = {**to_record(made), "certainty": "very"}
    again = correction_from_record(record)
    assert (again.speaker, again.target, again.action) == ("Tomas Reuel", target, made.action)
    assert to_record(again) == record


def test_labels_say_what_was_done() -> None:
    assert merged_speakers("A. Lee", "Ann Lee").label == "Merged A. Lee into Ann Lee"
    assert renamed_speaker("A. Lee", "Ann Lee").label == "Renamed A. Lee to Ann Lee"


def test_a_speaker_needs_a_name_and_another_one() -> None:
    for wrong in ("", "  ", "Ann Lee"):
        with pytest.raises(ValueError, match=r"name|themselves"):
            renamed_speaker("Ann Lee", wrong)
        with pytest.raises(ValueError, match=r"name|themselves"):
            merged_speakers("Ann Lee", wrong)
        with pytest.raises(ValueError, match="name"):
            split_speaker("Ann Lee", "a.md", wrong)


def test_a_change_of_speakers_leaves_a_reading_as_it_was(newsroom: Newsroom) -> None:
    reading = Reading(newsroom.library.read("harbour.md"))
    assert reading.after(merged_speakers("Ann Lee", "Bo Abel")) == reading


# what corrections do
def test_without_corrections_speakers_stay_as_they_were_gathered(newsroom: Newsroom) -> None:
    found = gather(newsroom.analyses())
    assert corrected(found, []) == found


def test_a_quotation_goes_to_the_speaker_who_said_it(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Tomas Reuel")
    assert newsroom.who("It will hold") == ["Tomas Reuel"]
    said = newsroom.quotation("It will hold")
    assert (said.resolved, said.rule, said.confidence) == ("Tomas Reuel", CORRECTED, 1.0)


def test_a_quotation_can_go_to_somebody_new(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Ines Okafor")
    assert newsroom.who("It will hold") == ["Ines Okafor"]
    assert newsroom.who("We need more time") == ["Lena Brandt"]


def test_what_is_no_quotation_is_listed_no_more(newsroom: Newsroom) -> None:
    said, article = newsroom.quotation("Nobody asked us"), newsroom.library.read("harbour.md")
    newsroom.commit(rejected(article.id, describe(article, said.span), "Tomas Reuel"))
    assert newsroom.who("Nobody asked us") == []
    assert "Tomas Reuel" not in newsroom.names()


def test_a_confirmed_quotation_is_in_doubt_no_more(newsroom: Newsroom) -> None:
    said, article = newsroom.quotation("Nobody asked us"), newsroom.library.read("harbour.md")
    newsroom.commit(confirmed(article.id, describe(article, said.span), "Tomas Reuel"))
    again = newsroom.quotation("Nobody asked us")
    assert (again.rule, again.confidence, again.resolved) == (CONFIRMED, 1.0, said.resolved)


def test_two_speakers_who_are_one_are_listed_once(newsroom: Newsroom) -> None:
    newsroom.commit(merged_speakers("Helene Brandt-Reuel", "Lena Brandt"))
    lena = next(speaker for speaker in newsroom.speakers() if speaker.name == "Lena Brandt")
    assert {q.article_id for q in lena.quotations} == {"harbour.md", "ferry.md"}
    assert "Helene Brandt-Reuel" in lena.aliases
    assert "Helene Brandt-Reuel" not in newsroom.names()


def test_a_renamed_speaker_is_still_known_by_the_old_name(newsroom: Newsroom) -> None:
    newsroom.commit(renamed_speaker("Tomas Reuel", "Tomáš Reuel"))
    newsroom.commit(renamed_speaker("Tomas Reuel", "Thomas Reuel"))
    speaker = next(speaker for speaker in newsroom.speakers() if speaker.name == "Thomas Reuel")
    assert {"Tomas Reuel", "Tomáš Reuel"} <= set(speaker.aliases)
    assert {quotation.resolved for quotation in speaker.quotations} == {"Thomas Reuel"}


def test_a_speaker_can_be_somebody_else_in_one_article(newsroom: Newsroom) -> None:
    newsroom.write("bridge.md", "# The bridge\n\n“It is closed,” said Lena Brandt, an engineer.\n")
    assert newsroom.who("It is closed") == newsroom.who("We need more time")
    newsroom.commit(split_speaker("Lena Brandt", "bridge.md", "Lena Brandt (engineer)"))
    assert newsroom.who("It is closed") == ["Lena Brandt (engineer)"]
    assert newsroom.who("We need more time") == ["Lena Brandt"]


def test_the_later_of_two_corrections_wins(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Tomas Reuel")
    newsroom.reassign("It will hold", "Ines Okafor")
    assert newsroom.who("It will hold") == ["Ines Okafor"]


def test_a_correction_of_somebody_who_is_not_there_does_nothing(newsroom: Newsroom) -> None:
    found = gather(newsroom.analyses())
    gone = [merged_speakers("Nobody at All", "Lena Brandt"), split_speaker("Nobody", "harbour.md", "Somebody")]
    assert corrected(found, [Placed(only(change), "harbour.md") for change in gone]) == found


def test_analyses_say_the_same_as_the_corrected_speakers(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Tomas Reuel")
    again = {a.article_id: a for a in as_said(newsroom.analyses(), newsroom.speakers())}
    said = [quotation.resolved for quotation in again["harbour.md"].quotations]
    assert said == ["Lena Brandt", "Tomas Reuel", "Tomas Reuel"]


# through restarts, edits and undoing
def test_a_correction_survives_a_restart_and_an_edit_of_the_text_above_it(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Tomas Reuel")
    newsroom.reopen()
    newsroom.write("harbour.md", HARBOUR.replace("The council had", "It was late. The whole council of the town had"))
    assert newsroom.who("It will hold") == ["Tomas Reuel"]


def test_of_two_quotations_with_the_same_words_the_right_one_stays_corrected(newsroom: Newsroom) -> None:
    first, second = (q for s in newsroom.speakers() for q in s.quotations if q.words.strip(",.") == "Yes")
    article = newsroom.library.read("ferry.md")
    newsroom.commit(reassigned(article.id, describe(article, second.span), second.resolved, "Tomas Reuel"))
    newsroom.reopen()
    newsroom.write("ferry.md", FERRY.replace("“Yes,” said", "Some time passed on the quay.\n\n“Yes,” said", 1))
    assert sorted(newsroom.who("Yes")) == sorted([first.resolved, "Tomas Reuel"])


def test_a_correction_follows_an_article_that_was_renamed(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Tomas Reuel")
    (newsroom.folder / "harbour.md").rename(newsroom.folder / "wall.md")
    newsroom.reopen()
    assert newsroom.who("It will hold") == ["Tomas Reuel"]


def test_a_correction_of_words_that_are_gone_waits_until_they_come_back(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Tomas Reuel")
    newsroom.write("harbour.md", HARBOUR.replace("“It will hold,” Brandt added.", ""))
    assert newsroom.who("It will hold") == []
    newsroom.write("harbour.md", HARBOUR)
    assert newsroom.who("It will hold") == ["Tomas Reuel"]


def test_a_correction_can_be_undone_and_done_again_after_a_restart(newsroom: Newsroom) -> None:
    newsroom.reassign("It will hold", "Tomas Reuel")
    newsroom.reopen()
    undone = newsroom.library.undo()
    assert undone is not None
    assert isinstance(undone.edits[0].before, Correction)
    assert newsroom.who("It will hold") == ["Lena Brandt"]
    newsroom.library.redo()
    assert newsroom.who("It will hold") == ["Tomas Reuel"]


def test_corrections_that_were_withdrawn_hold_no_longer(newsroom: Newsroom) -> None:
    newsroom.commit(merged_speakers("Helene Brandt-Reuel", "Lena Brandt"))
    newsroom.commit(withdrawn(newsroom.library.corrections.held, "Parted again"))
    assert "Helene Brandt-Reuel" in newsroom.names()
    assert newsroom.library.corrections.held == ()
