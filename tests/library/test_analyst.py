from __future__ import annotations

from pathlib import Path

from reader.library.analyses import File, analyses
from reader.library.analyst import BATCH, Analyst

TEXT = "The dam, {}\n\n“It will be built before winter comes,” said Ann Lee, the mayor.\n"


def files(folder: Path, count: int) -> list[File]:
    """So many articles, and one file that is none."""
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(TEXT.format(number), "utf-8")
    return [File(path, folder) for path in [*paths, folder / "gone.txt"]]


def test_every_file_has_its_outcome_from_the_other_process(tmp_path: Path) -> None:
    wanted = files(tmp_path, BATCH + 3)
    batches = list(Analyst(wanted))
    assert [len(batch) for batch in batches] == [BATCH, 4]
    assert [outcome for batch in batches for outcome in batch] == list(analyses(wanted))


def test_whoever_dismisses_the_process_gets_no_more(tmp_path: Path) -> None:
    wanted = files(tmp_path, 40 * BATCH)  # more than a pipe holds
    analyst = Analyst(wanted)
    outcomes = iter(analyst)
    begun = next(outcomes)
    analyst.dismiss()
    assert len(begun) == BATCH
    assert BATCH + sum(map(len, outcomes)) < len(wanted)


def test_who_is_dismissed_at_once_has_nothing_to_say(tmp_path: Path) -> None:
    analyst = Analyst(files(tmp_path, 2))
    analyst.dismiss()
    assert list(analyst) == []
