"""What only the heirs of a class show of its file, told on until they were looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from layerlint import catalogue
from layerlint.diagnostics import Diagnostic
from layerlint.files.source import Lines
from layerlint.fixes.edit import Edit
from layerlint.server.translate import difference

_Shape = tuple[str, int, int, str]


class Provisional:
    """What is wrong in the open files beside what these show by themselves.

    Whoever types in a base class is told at once what that file shows; what its heirs show of it
    stays where it was, moved with the text, and does not come and go with each key.
    """

    def __init__(self) -> None:
        # With the text that it is about: what a file shows by itself, and what others show of it.
        self._alone: dict[str, tuple[str, set[_Shape]]] = {}
        self._shown: dict[str, tuple[str, list[Diagnostic]]] = {}

    def told(
        self, path: str, text: str, found: Sequence[Diagnostic], *, settled: bool
    ) -> list[Diagnostic]:
        """What to tell of a text; unless it is `settled`, only what it shows by itself was found.

        That a comment suppresses nothing is not said before the heirs were looked at.
        """
        if settled:
            seen, alone = self._alone.get(path, ("", set()))
            others = [one for one in found if _shape(one) not in alone] if seen == text else []
            self._shown[path] = text, others
            return list(found)
        early = [one for one in found if not _is_about_comments(one)]
        self._alone[path] = text, set(map(_shape, early))
        before, others = self._shown.get(path, (text, []))
        return [*early, *_moved(others, difference(before, text), text)]

    def forget(self, path: str) -> None:
        """Note that a file was closed."""
        self._alone.pop(path, None)
        self._shown.pop(path, None)


def _is_about_comments(one: Diagnostic) -> bool:
    rule = catalogue.find(one.code)
    return rule is not None and rule.scope == "suppression"


def _shape(one: Diagnostic) -> _Shape:
    return one.code, one.start, one.end, one.message


def _moved(found: Sequence[Diagnostic], edit: Edit, text: str) -> Iterator[Diagnostic]:
    """Diagnostics where an edit has moved them, but for those of which it touches an end."""
    lines = Lines(text) if found else None
    longer = len(edit.text) - (edit.end - edit.start)
    for one in found:
        ends = (one.start, one.end)
        if lines is None or any(edit.start < end < edit.end for end in ends):
            continue
        moved = copy(one)
        moved.start, moved.end = (end + longer if end >= edit.end else end for end in ends)
        moved.start_row, moved.start_column = lines.position(moved.start)
        moved.end_row, moved.end_column = lines.position(moved.end)
        moved.fix = None
        yield moved
