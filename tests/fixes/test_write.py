"""A file is replaced in one step or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from layerlint.failure import Failure
from layerlint.fixes import write as module
from layerlint.fixes.write import write


def test_the_new_bytes_are_written(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(b"\xef\xbb\xbfold\r\n")
    write(str(path), b"\xef\xbb\xbfold\r\n", b"\xef\xbb\xbfnew\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbfnew\r\n"
    assert os.listdir(tmp_path) == ["a.py"]


@pytest.mark.parametrize("mode", [0o644, 0o755, 0o600])
def test_mode_bits_are_kept(tmp_path, mode):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    path.chmod(mode)
    write(str(path), b"old", b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_symbolic_links_are_followed(tmp_path):
    (tmp_path / "real").mkdir()
    path = tmp_path / "real" / "a.py"
    path.write_bytes(b"old")
    link = tmp_path / "link.py"
    link.symlink_to(path)
    write(str(link), b"old", b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_file_that_was_changed_meanwhile_is_not_written(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(b"edited by hand")
    with pytest.raises(Failure, match="changed while it was being analysed"):
        write(str(path), b"old", b"new")
    assert path.read_bytes() == b"edited by hand"
    assert os.listdir(tmp_path) == ["a.py"]


def test_a_file_that_is_gone_is_not_made_again(tmp_path):
    with pytest.raises(Failure, match="cannot write"):
        write(str(tmp_path / "a.py"), b"old", b"new")
    assert os.listdir(tmp_path) == []


def test_a_failing_disk_leaves_the_file_alone(tmp_path, monkeypatch):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "replace", fail)
    with pytest.raises(Failure, match="No space left"):
        write(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.py"]


def test_a_read_only_file_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    monkeypatch.setattr(module.os, "access", lambda target, how: False)
    with pytest.raises(Failure, match="Permission denied"):
        write(str(path), b"old", b"new")
