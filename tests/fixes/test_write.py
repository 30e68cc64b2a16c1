"""A file is replaced in one step or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

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
    write(str(link), b"old", b"new", trees=[str(tmp_path)])
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


FULL = """
import resource, sys
from layerlint.failure import Failure
from layerlint.fixes.write import write
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
try:
    write("a.py", b"old", b"new" * 1000)
except Failure as failure:
    print(failure.message)
"""


def test_a_failing_disk_leaves_the_file_alone(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    finished = subprocess.run(
        [sys.executable, "-c", FULL],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert finished.stdout == "cannot write a.py: File too large\n"
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.py"]


def test_a_file_with_another_name_is_left_alone(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    (tmp_path / "b.py").hardlink_to(path)
    with pytest.raises(Failure, match="has other names"):
        write(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"
    assert path.samefile(tmp_path / "b.py")


def test_a_link_out_of_what_is_linted_is_not_followed(tmp_path):
    tree, elsewhere = tmp_path / "tree", tmp_path / "elsewhere"
    tree.mkdir()
    elsewhere.mkdir()
    path = elsewhere / "a.py"
    path.write_bytes(b"old")
    (tree / "link.py").symlink_to("../elsewhere/a.py")
    with pytest.raises(Failure, match="outside of what is linted"):
        write(str(tree / "link.py"), b"old", b"new", trees=[str(tree)])
    assert path.read_bytes() == b"old"
    write(str(tree / "link.py"), b"old", b"new", trees=[str(tmp_path)])
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="nobody else may give files away")
def test_owner_and_group_are_kept(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    path.chmod(0o4755)
    write(str(path), b"old", b"new")
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 23456, 0o4755)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes_are_kept(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.reviewed", b"yes")
    except OSError:
        pytest.skip("the file system has none")
    write(str(path), b"old", b"new")
    assert os.getxattr(path, "user.reviewed") == b"yes"


def test_a_read_only_file_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    monkeypatch.setattr(module.os, "access", lambda target, how: False)
    with pytest.raises(Failure, match="Permission denied"):
        write(str(path), b"old", b"new")
