"""`--diff-base REV`: only what lies on lines that were changed since a revision.

A trace counts too: who adds a call is told what the helper does wrong because of it.
"""

from __future__ import annotations

import os
import subprocess

from layerlint.failure import Failure
from layerlint.files.source import Lines, decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.state.snapshot import Snapshot


class Changes:
    """The lines that differ from those of the last revision that REV and HEAD have in common."""

    __slots__ = ("_base", "_former", "_renamed", "_root")

    def __init__(self, revision: str) -> None:
        top = _git("rev-parse", "--show-toplevel")
        if top is None:
            raise Failure("--diff-base needs a git repository around the working directory")
        self._root = os.path.realpath(top.decode("utf-8", "surrogateescape").strip())
        commit = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if commit is None:
            raise Failure(
                f"--diff-base: git knows no revision '{revision}'",
                "a shallow clone may lack it; fetch it, or clone with the whole history",
            )
        common = _git("merge-base", commit.decode().strip(), "HEAD")
        self._base = (common or commit).decode().strip()
        self._renamed = _renames(self._base)
        self._former: dict[str, list[str] | None] = {}

    def keep(self, diagnostics: Sequence[Diagnostic], contents: Snapshot) -> list[Diagnostic]:
        """The diagnostics that touch a changed line, or get there by one."""
        changed: dict[str, frozenset[int] | None] = {}

        def touches(path: str, first: int, last: int) -> bool:
            if path not in changed:
                changed[path] = self._changed(path, contents)
            rows = changed[path]
            return rows is None or any(row in rows for row in range(first, last + 1))

        return [
            one
            for one in diagnostics
            if touches(one.path, one.start_row, one.end_row)
            or any(touches(step.path, step.row, step.row) for step in one.trace)
        ]

    def _changed(self, path: str, contents: Snapshot) -> frozenset[int] | None:
        """The rows of a file that are new or beside what was deleted; None stands for all."""
        import difflib

        former = self._lines_before(path)
        try:
            text = contents.text(path)
        except (OSError, ValueError):
            return None
        if former is None:
            return None
        rows: set[int] = set()
        matcher = difflib.SequenceMatcher(None, former, _split(text), autojunk=False)
        for tag, _, _, start, end in matcher.get_opcodes():
            if tag == "delete":
                rows.update((start, start + 1))
            elif tag != "equal":
                rows.update(range(start + 1, end + 1))
        return frozenset(rows)

    def _lines_before(self, path: str) -> list[str] | None:
        """The lines of a file at the base; None if it was not there, or no text."""
        if path not in self._former:
            relative = os.path.relpath(os.path.realpath(path), self._root).replace(os.sep, "/")
            name = self._renamed.get(relative, relative)
            data = _git("show", f"{self._base}:{name}")
            try:
                self._former[path] = None if data is None else _split(decode(data, path).text)
            except ValueError:
                self._former[path] = None
        return self._former[path]


def _renames(base: str) -> dict[str, str]:
    """What each file that was renamed since the base was called before."""
    output = _git("diff", "--name-status", "--diff-filter=R", "-M", "-z", base) or b""
    fields = output.decode("utf-8", "surrogateescape").split("\0")
    return {new: old for _, old, new in zip(fields[::3], fields[1::3], fields[2::3], strict=False)}


def _split(text: str) -> list[str]:
    lines = Lines(text)
    return [lines.line(row) for row in range(1, len(lines) + 1)]


def _git(*arguments: str) -> bytes | None:
    """What git prints; None if it fails."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise Failure(f"--diff-base cannot run git: {error.strerror}") from error
    return done.stdout if done.returncode == 0 else None
