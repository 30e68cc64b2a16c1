"""In which files of a project a word occurs."""

from __future__ import annotations

import re

from layerlint.state.memo import reads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection


class Mentions:
    """Searches the bytes of the files of a project, by their absolute paths, each word once."""

    __slots__ = ("_content", "_found", "_paths")

    def __init__(self, paths: Collection[str], content: Callable[[str], bytes]) -> None:
        self._paths = paths
        self._content = content
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    def of(self, word: str, pattern: str = "") -> tuple[str, ...]:
        """The files that mention a word and match a pattern, in the order of the project's files.

        An answer rests on which files these are, and not on what else stands in them.
        """
        reads("mentions", pattern, word)
        return self.unrecorded(word, pattern)

    def unrecorded(self, word: str, pattern: str = "") -> tuple[str, ...]:
        """The same, for what records a read of its own."""
        found = self._found.get((word, pattern))
        if found is None:
            found = self._found[word, pattern] = self._search(word, pattern, self._paths, ())
        return found

    def known(
        self, word: str, pattern: str, before: Collection[str], unsure: Collection[str]
    ) -> tuple[str, ...]:
        """The same where it is known for all files but the `unsure` ones: those had it `before`."""
        found = self._found[word, pattern] = self._search(word, pattern, unsure, before)
        return found

    def _search(
        self, word: str, pattern: str, unsure: Collection[str], before: Collection[str]
    ) -> tuple[str, ...]:
        wanted = word.encode()
        matches = re.compile(pattern.encode()).search
        found = []
        for path in self._paths:
            if path in unsure:
                data = self._content(path)
                if wanted in data and matches(data) is not None:
                    found.append(path)
            elif path in before:
                found.append(path)
        return tuple(found)
