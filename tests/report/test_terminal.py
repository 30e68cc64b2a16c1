"""What a terminal gets, and what goes elsewhere without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.report.reflow import reflow
from tests.cli.conftest import BUGGY

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
LINK = "\x1b]8;;file://"
COMMAND = (sys.executable, "-m", "layerlint", "--isolated", "--no-cache", "--select", "LL102")


@pytest.fixture
def buggy(tmp_path: Path) -> Path:
    """A layer with one bug, whose message is longer than a line."""
    path = tmp_path / "buggy.py"
    path.write_text(BUGGY)
    return path


def on_terminal(path: Path, columns: int, **variables: str) -> str:
    """What the command prints on a terminal of so many columns."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = ("PATH", "HOME", "PYTHONPATH")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    with subprocess.Popen(
        [*COMMAND, path.name],
        cwd=path.parent,
        env={**environment, "TERM": "xterm", **variables},
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so that nobody writes any more
                break
            if not piece:
                break
            printed += piece
        process.wait(60)
    os.close(ours)
    return printed.decode()


def test_codes_lead_to_their_page_where_the_terminal_shows_links(buggy: Path) -> None:
    assert LINK in on_terminal(buggy, 80, WT_SESSION="1")
    assert LINK not in on_terminal(buggy, 80)
    assert LINK not in on_terminal(buggy, 80, WT_SESSION="1", NO_COLOR="1")
    assert LINK not in on_terminal(buggy, 80, WT_SESSION="1", FORCE_HYPERLINK="0")


def test_long_messages_are_wrapped_on_a_terminal_only(buggy: Path) -> None:
    narrow = on_terminal(buggy, 50, NO_COLOR="1")
    said = [row for row in narrow.splitlines() if row.startswith(("LL102", "help:", "note:"))]
    assert said
    assert max(map(len, said)) <= 50
    piped = subprocess.run([*COMMAND, buggy], capture_output=True, text=True, check=False).stdout
    assert max(map(len, piped.splitlines())) > 80
    assert LINK not in piped


def test_what_a_rule_reports_over_and_over_is_one_line_each(tmp_path: Path) -> None:
    body = "        self.seen.assign_add(1.0)\n"
    path = tmp_path / "many.py"
    path.write_text(BUGGY.replace(body, body * 8))
    printed = subprocess.run([*COMMAND, path], capture_output=True, text=True, check=False).stdout
    assert printed.count(" --> ") == 5
    assert printed.count(f"{path}:") == 8
    assert "Found 8 errors." in printed


def test_every_page_fits_80_columns_but_for_its_addresses() -> None:
    for rule in catalogue.rules():
        for row in reflow(rule.read("README.md"), 80):
            assert len(row) <= 80 or len(row.split()) <= 2 or "](" in row, (rule.code, row)


def test_reflowing_keeps_code_tables_and_the_items_of_lists() -> None:
    page = (
        "# Title\n\none two\nthree\n\n* item that is long\n  and goes on\n1. first\n\n"
        "```\na    b\n```\n| a | b |\n"
    )
    assert list(reflow(page, 12)) == [
        "# Title",
        "",
        "one two",
        "three",
        "",
        "* item that",
        "  is long",
        "  and goes",
        "  on",
        "1. first",
        "",
        "```",
        "a    b",
        "```",
        "| a | b |",
    ]
