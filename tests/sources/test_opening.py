"""Whatever stands at a path, opening it ends at once with bytes or with a reason."""

import os
import socket
import sys
from pathlib import Path

import pytest

from reader.sources import Unreadable
from reader.sources.opening import ENDLESS, LONG_LINE, MEGABYTE, WHOLE, load

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="such files do not exist there")


def reason(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        load(path)
    assert str(caught.value) == caught.value.reason
    return caught.value.reason


def test_a_regular_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo")
    assert load(path).data == b"one\r\ntwo"
    assert load(path).complete


@pytest.mark.skipif(sys.platform != "linux", reason="only there files say a size that is none")
@pytest.mark.parametrize("name", ["/proc/self/limits", "/sys/kernel/mm/transparent_hugepage/enabled"])
def test_a_file_that_lies_about_its_size_is_read_whole(name: str) -> None:
    path = Path(name)
    if not path.exists():
        pytest.skip("not on this system")
    assert path.stat().st_size != len(path.read_bytes())
    assert load(path).data == path.read_bytes()
    assert load(path).complete


@posix_only
def test_a_named_pipe_without_a_writer_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert reason(pipe) == "not a regular file"


@posix_only
def test_sockets_and_devices_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        assert reason(Path("socket.txt")) == "not a regular file"
    assert reason(Path("/dev/null")) == "not a regular file"


@posix_only
def test_a_folder_with_the_name_of_an_article_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path) == "a folder, not a file"


def test_a_file_that_has_vanished_says_so(tmp_path: Path) -> None:
    assert reason(tmp_path / "gone.txt") == "no longer there"


def test_a_name_that_no_system_allows_is_refused() -> None:
    assert reason(Path("a\0b.txt")) == "its name is not allowed here"


@posix_only
def test_links_that_go_in_circles_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").symlink_to(tmp_path / "two.txt")
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    assert reason(tmp_path / "one.txt") == "a link that leads nowhere"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    assert reason(path) == "no permission to read it"


def test_one_endless_line_is_read_up_to_its_cap(tmp_path: Path) -> None:
    path = tmp_path / "endless.txt"
    path.write_bytes(b"x" * (ENDLESS + MEGABYTE))
    loaded = load(path)
    assert (len(loaded.data), loaded.complete) == (ENDLESS, False)


def test_a_large_file_with_ordinary_lines_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    data = (b"x" * (LONG_LINE - 1) + b"\n") * (2 + ENDLESS // LONG_LINE)
    path.write_bytes(data)
    assert load(path).data == data


def test_no_file_is_read_beyond_the_cap(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"line\n" * 2_000_000)
        file.truncate(WHOLE + 5 * MEGABYTE)
    loaded = load(path)
    assert (len(loaded.data), loaded.complete) == (WHOLE, False)
