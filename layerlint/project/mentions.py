"""In which files of a project a text or an identifier occurs."""

from __future__ import annotations

import re

from layerlint.project.raw_text import CODE, is_within_a_line
from layerlint.project.words import Words, has_word
from layerlint.state.memo import reads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from layerlint.state.memo import Read

# Putting down the words of all files takes as long as to look for about so many of them.
FEW = 50
# What is asked of the files of a project: whether they hold a text, have a name by itself, begin a
# line with the class of that name, or import something with that name among its parts.
QUESTIONS = frozenset({"mentions", "identifiers", "classes", "imported"})
# Of these all that a file has can be listed.
_LISTED = frozenset({"classes", "imported"})
_CLASS = b"class "
_WORD = re.compile(rb"\w+")


class Mentions:
    """Searches the bytes of the files of a project, by their absolute paths, each text once.

    Where many identifiers are looked for, all that each file has are put down first. Then it does
    not matter how many files lack one.

    What is `asked` are a question, a pattern and a text, as in a read: "mentions" is about any
    text, "identifiers" about a name that stands by itself. The pattern matches as well. "classes"
    and "imported" have none. `parts` gives those of all names that a file may import.
    """

    __slots__ = (
        "_content",
        "_found",
        "_held",
        "_identifiers",
        "_parts",
        "_paths",
        "_searched",
        "_tables",
    )

    def __init__(
        self,
        paths: Collection[str],
        content: Callable[[str], bytes],
        parts: Callable[[str], Collection[str]],
    ) -> None:
        self._paths = paths
        self._content = content
        self._parts = parts
        self._found: dict[Read, tuple[str, ...]] = {}
        # The bytes of those that were searched: to ask for them takes longer than to search them.
        self._held: dict[str, bytes] = {}
        self._searched = 0
        self._identifiers: dict[str, list[str]] | None = None
        self._tables: dict[str, dict[str, list[str]]] = {}

    def of(self, asked: Read) -> tuple[str, ...]:
        """The files of which it is true, in the order of the project's files.

        An answer rests on which files these are, and not on what else stands in them.
        """
        reads(*asked)
        return self.unrecorded(asked)

    def unrecorded(self, asked: Read) -> tuple[str, ...]:
        """The same, for what records a read of its own."""
        found = self._found.get(asked)
        if found is None:
            question, _, text = asked
            if question in _LISTED:
                found = tuple(self._table(question).get(text, ()))
            else:
                having = self._having(text) if question == "identifiers" else self._paths
                found = tuple(self._search(asked, having))
            self._found[asked] = found
        return found

    def known(
        self, asked: Read, before: Collection[str], unsure: Collection[str]
    ) -> tuple[str, ...]:
        """The same where it is known for all files but the `unsure` ones: those had it `before`."""
        anew = set(self._search(asked, unsure))
        found = self._found[asked] = tuple(
            path for path in self._paths if path in (anew if path in unsure else before)
        )
        return found

    def _search(self, asked: Read, paths: Collection[str]) -> Iterator[str]:
        question, pattern, text = asked
        if question in _LISTED:
            yield from (path for path in paths if text in self._listed(question, path))
            return
        wanted = _bytes(text)
        matches = _matcher(wanted, pattern)
        by_itself, held = question != "mentions" and bool(wanted), self._held
        for path in paths:
            data = held[path] if path in held else held.setdefault(path, self._content(path))
            if wanted in data and (not by_itself or has_word(data, wanted)) and matches(data):
                yield path

    def _table(self, question: str) -> dict[str, list[str]]:
        """The files by what is asked of them; all of them are read at once."""
        table = self._tables.get(question)
        if table is None:
            table = self._tables[question] = {}
            for path in self._paths:
                for found in self._listed(question, path):
                    table.setdefault(found, []).append(path)
        return table

    def _listed(self, question: str, path: str) -> Collection[str]:
        return _classes(self._content(path)) if question == "classes" else self._parts(path)

    def _having(self, name: str) -> Collection[str]:
        """The files that may have an identifier."""
        self._searched += 1
        if self._identifiers is None and self._searched > FEW:
            self._identifiers = {}
            for path in self._paths:
                for word in Words(self._content(path)).all:
                    self._identifiers.setdefault(word, []).append(path)
        if self._identifiers is None or not name.isascii():
            return self._paths
        return self._identifiers.get(name, ())


def _matcher(wanted: bytes, pattern: str) -> Callable[[bytes], bool]:
    """What tells whether a pattern matches in a file that has a text.

    Where a match in code is on one line with the text, those lines alone are tried: that takes a
    tenth of the time.
    """
    compiled = re.compile(_bytes(pattern))
    if not wanted or not pattern.startswith(CODE) or not is_within_a_line(pattern):
        return lambda data: compiled.search(data) is not None
    return lambda data: any(compiled.match(data, start) for start in _lines_with(data, wanted))


def _lines_with(data: bytes, wanted: bytes) -> Iterator[int]:
    """Yield where the lines begin that have a text."""
    position = data.find(wanted)
    while position >= 0:
        yield data.rfind(b"\n", 0, position) + 1
        end = data.find(b"\n", position + len(wanted))
        position = data.find(wanted, end) if end >= 0 else -1


def _bytes(text: str) -> bytes:
    """What a text is in a file; what the name of a file has that is no text is in none."""
    return text.encode("utf-8", "surrogatepass")


def _classes(data: bytes) -> set[str]:
    """The names behind each `class` at the beginning of a line."""
    _, *after = (b"\n" + data).split(b"\n" + _CLASS)
    return {found[0].decode() for each in after if (found := _WORD.match(each)) is not None}
