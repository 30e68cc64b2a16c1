"""In which files of a project a text or an identifier occurs."""

from __future__ import annotations

import re

from layerlint.project.words import Words
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
        "_classes",
        "_content",
        "_found",
        "_identifiers",
        "_importing",
        "_parts",
        "_paths",
        "_searched",
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
        self._searched = 0
        self._identifiers: dict[str, list[str]] | None = None
        self._classes: dict[bytes, list[str]] | None = None
        self._importing: dict[str, list[str]] | None = None

    def of(self, asked: Read) -> tuple[str, ...]:
        """The files of which it is true, in the order of the project's files.

        An answer rests on which files these are, and not on what else stands in them.
        """
        reads(*asked)
        return self.unrecorded(asked)

    def unrecorded(self, asked: Read) -> tuple[str, ...]:
        """The same, for what records a read of its own."""
        found = self._found.get(asked)
        if found is None and asked[0] == "classes":
            found = self._found[asked] = tuple(self._defining(asked[2]))
        elif found is None and asked[0] == "imported":
            found = self._found[asked] = tuple(self._importers(asked[2]))
        elif found is None:
            having = self._having(asked[2]) if asked[0] == "identifiers" else self._paths
            found = self._found[asked] = tuple(self._search(asked, having))
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
        wanted = _bytes(text)
        if question == "classes":
            yield from (path for path in paths if wanted in _classes(self._content(path)))
            return
        if question == "imported":
            yield from (path for path in paths if text in self._parts(path))
            return
        matches = re.compile(_bytes(pattern)).search
        by_itself = re.compile(rb"\b" + re.escape(wanted) + rb"\b").search
        for path in paths:
            data = self._content(path)
            if (
                wanted in data
                and (question == "mentions" or by_itself(data) is not None)
                and matches(data) is not None
            ):
                yield path

    def _defining(self, name: str) -> Collection[str]:
        """The files that begin a line with the class of a name; all classes are found at once."""
        if self._classes is None:
            self._classes = {}
            for path in self._paths:
                for found in _classes(self._content(path)):
                    self._classes.setdefault(found, []).append(path)
        return self._classes.get(_bytes(name), ())

    def _importers(self, name: str) -> Collection[str]:
        """The files that import what has a name among its parts; all imports are read at once."""
        if self._importing is None:
            self._importing = {}
            for path in self._paths:
                for found in self._parts(path):
                    self._importing.setdefault(found, []).append(path)
        return self._importing.get(name, ())

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


def _bytes(text: str) -> bytes:
    """What a text is in a file; what the name of a file has that is no text is in none."""
    return text.encode("utf-8", "surrogatepass")


def _classes(data: bytes) -> set[bytes]:
    """The names behind each `class` at the beginning of a line."""
    _, *after = (b"\n" + data).split(b"\n" + _CLASS)
    return {found[0] for each in after if (found := _WORD.match(each)) is not None}
