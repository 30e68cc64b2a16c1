"""What a killed run left behind is deleted, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from layerlint.fixes import strays

OLD, NEW = b"old\n", b"new\n"


def names_of_a_process_that_ended() -> tuple[str, str]:
    """A name for a file that is being written and one for a complete file."""
    program = (
        "from layerlint.fixes.strays import part_name, ready_name\n"
        f"part = part_name()\nprint(part, ready_name(part, {OLD!r}, {NEW!r}))\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    part, ready = finished.stdout.split()
    return part, ready


def test_half_written_and_superseded_files_are_deleted(tmp_path: Path) -> None:
    part, ready = names_of_a_process_that_ended()
    (tmp_path / part).write_bytes(b"ne")
    (tmp_path / ready).write_bytes(OLD)
    assert strays.clean([str(tmp_path)]) == []
    assert os.listdir(tmp_path) == []


def test_a_save_that_came_between_is_kept_and_named(tmp_path: Path) -> None:
    _, ready = names_of_a_process_that_ended()
    (tmp_path / ready).write_bytes(b"saved by an editor\n")
    assert strays.clean([str(tmp_path)]) == [str(tmp_path / ready)]
    assert os.listdir(tmp_path) == [ready]


def test_files_of_a_process_that_is_running_are_left_alone(tmp_path: Path) -> None:
    name = strays.part_name().replace(f"-{os.getpid()}-", f"-{os.getppid()}-")
    (tmp_path / name).touch()
    strays.clean([str(tmp_path)])
    assert os.listdir(tmp_path) == [name]


def test_names_that_are_not_ours_are_left_alone(tmp_path: Path) -> None:
    names = {".layerlint-notes", ".layerlint-", ".layerlint-1-2-3.part", "layerlint.toml"}
    for name in names:
        (tmp_path / name).touch()
    part, _ = names_of_a_process_that_ended()
    elsewhere = part.replace(part.split("-")[1], "00000000")
    (tmp_path / elsewhere).touch()
    strays.clean([str(tmp_path), str(tmp_path / "missing")])
    assert set(os.listdir(tmp_path)) == {*names, elsewhere}
