"""Every file is read once, and what is no file is not waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from layerlint.files.source import Undecodable
from layerlint.state.snapshot import Snapshot


def test_a_file_is_what_it_was_when_it_was_first_read(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"first = 1\n")
    snapshot = Snapshot()
    assert snapshot.text(str(path)) == "first = 1\n"
    digest = snapshot.digest(str(path))
    path.write_bytes(b"second = 2\n")
    assert snapshot.read(str(path)) == b"first = 1\n"
    assert snapshot.source(str(path)).lines.line(1) == "first = 1"
    assert snapshot.digest(str(path)) == digest
    assert Snapshot().digest(str(path)) != digest


def test_two_spellings_of_a_path_are_one_reading(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_bytes(b"first = 1\n")
    snapshot = Snapshot()
    snapshot.read("a.py")
    Path("a.py").write_bytes(b"second = 2\n")
    assert snapshot.read(str(tmp_path / "a.py")) == b"first = 1\n"


def test_a_file_that_could_not_be_read_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    snapshot = Snapshot()
    with pytest.raises(FileNotFoundError):
        snapshot.read(str(path))
    path.write_bytes(b"")
    with pytest.raises(FileNotFoundError):
        snapshot.read(str(path))
    assert snapshot.identity(str(path)) is None


def test_a_text_stands_above_the_disk_and_only_in_the_later_snapshot(tmp_path: Path) -> None:
    path = str(tmp_path / "a.py")
    Path(path).write_bytes("# coding: latin-1\nx = 'é'\n".encode("latin-1"))
    first = Snapshot()
    before = first.read(path)
    later = first.with_texts({path: "# coding: latin-1\ny = 'é'\n"})
    assert later.read(path) == before.replace(b"x", b"y")
    assert later.original(path) == first.read(path) == before
    assert later.text(path).startswith("# coding: latin-1\ny")


def test_what_came_by_another_way_is_never_looked_for_on_disk() -> None:
    snapshot = Snapshot({"-": b"x = 1\n"})
    assert snapshot.read("-") == b"x = 1\n"


def test_the_identity_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"1")
    first = Snapshot().identity(str(path))
    assert first is not None
    assert first == Snapshot().identity(str(path))
    path.write_bytes(b"22")
    assert first != Snapshot().identity(str(path))


@pytest.mark.parametrize("kind", ["fifo", "device", "endless", "socket", "directory", "loop"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)  # names of sockets are short
    made = {
        "fifo": lambda: os.mkfifo("x.py"),
        "device": lambda: os.symlink("/dev/tty", "x.py"),
        "endless": lambda: os.symlink("/dev/zero", "x.py"),
        "socket": lambda: socket.socket(socket.AF_UNIX).bind("x.py"),
        "directory": lambda: os.mkdir("x.py"),
        "loop": lambda: os.symlink("x.py", "x.py"),
    }
    made[kind]()
    with pytest.raises(OSError, match=r"not a file|symbolic links"):
        Snapshot().read("x.py")


def test_a_file_without_end_is_not_read_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.py"
    with path.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    with pytest.raises(OSError, match="larger than 64 MiB"):
        Snapshot().read(str(path))


@pytest.mark.parametrize("path", ["a\0b.py", "\ud800.py"])
def test_a_name_that_cannot_be_is_an_error_of_the_file(path: str) -> None:
    with pytest.raises(OSError, match="cannot be the name"):
        Snapshot().read(path)


def test_what_cannot_be_decoded_says_so_each_time(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"\xff")
    snapshot = Snapshot()
    for _ in range(2):
        with pytest.raises(Undecodable):
            snapshot.text(str(path))


def test_the_disk_is_looked_at_once_in_moments_that_follow_each_other(tmp_path: Path) -> None:
    def look() -> list[str]:
        return sorted(os.listdir(tmp_path))

    (tmp_path / "a.py").touch()
    first = Snapshot().after({})
    assert first.seen("files", look) == ["a.py"]
    (tmp_path / "b.py").touch()
    second = first.after({str(tmp_path / "a.py"): b"x = 1\n"})
    assert second.seen("files", look) == ["a.py"]
    assert second.reread().seen("files", look) == ["a.py", "b.py"]


def test_what_is_no_moment_of_a_session_looks_each_time(tmp_path: Path) -> None:
    snapshot = Snapshot()
    assert snapshot.seen("files", lambda: os.listdir(tmp_path)) == []
    (tmp_path / "a.py").touch()
    assert snapshot.seen("files", lambda: os.listdir(tmp_path)) == ["a.py"]
