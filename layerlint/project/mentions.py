"""In which files of a project a word occurs."""

from __future__ import annotations

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
        self._found: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, word: str) -> tuple[str, ...]:
        """The files that mention a word, in the order of the project's files."""
        reads("mentions", "", word)
        return self.unrecorded(word)

    def unrecorded(self, word: str) -> tuple[str, ...]:
        """The same, for what records a read of its own."""
        found = self._found.get(word)
        if found is None:
            wanted = word.encode()
            found = tuple(path for path in self._paths if wanted in self._content(path))
            self._found[word] = found
        return found

    def known(self, word: str, before: Collection[str], unsure: Collection[str]) -> tuple[str, ...]:
        """The same where it is known for all files but the `unsure` ones: those had it `before`."""
        wanted = word.encode()
        found = self._found[word] = tuple(
            path
            for path in self._paths
            if (wanted in self._content(path) if path in unsure else path in before)
        )
        return found
