from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from reader.export.saving import NotOurs, ours, save, sealed


def test_a_file_that_we_wrote_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    save(sealed("# One\n"), out)
    save(sealed("# Two\n"), out)
    assert out.read_text("utf-8") == sealed("# Two\n")


@pytest.mark.parametrize(
    "before", ["my own notes\n", "", sealed("# One\n") + "my own words\n", "my own words\n" + sealed("# One\n")]
)
def test_somebody_elses_words_are_never_overwritten(tmp_path: Path, before: str) -> None:
    out = tmp_path / "out.md"
    out.write_text(before, "utf-8")
    with pytest.raises(NotOurs, match="exists and was not written by reader"):
        save(sealed("# Two\n"), out)
    assert out.read_text("utf-8") == before


def test_they_are_when_the_user_says_so(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("my own notes\n", "utf-8")
    save("new\n", out, replace=True)
    assert out.read_text("utf-8") == "new\n"


def test_writing_what_is_there_already_changes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("a,b\n", "utf-8")
    before = out.stat()
    save("a,b\n", out)
    assert (out.stat().st_ino, out.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    save("new", link, replace=True)
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_as_it_is() -> None:
    save("into the void", Path(os.devnull))
    assert not Path(os.devnull).is_file()


def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    save(sealed("old"), out)
    before = out.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            save(sealed("new " * 1000), out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert out.read_bytes() == before
    assert os.listdir(tmp_path) == ["out.md"]


def test_a_seal_fits_only_what_it_was_made_for() -> None:
    text = sealed("# One\n\nwords\n")
    assert ours(text)
    assert not ours(text.replace("words", "other words"))
    assert not ours("# One\n\nwords\n")


def test_lone_surrogates_do_not_stop_an_export(tmp_path: Path) -> None:
    save(sealed("a \udcff b"), tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text("utf-8").startswith("a ? b")
