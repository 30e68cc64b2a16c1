"""The values of reads in one revision of a project: an answer stands while they are the same."""

from __future__ import annotations

import re

from layerlint.model.changed import is_changed
from layerlint.project.headers import told
from layerlint.project.layout import layout_of
from layerlint.project.mentions import QUESTIONS
from layerlint.project.saving import practice
from layerlint.project.sketches import SHARE
from layerlint.state.digest import digest
from layerlint.syntax.outline import cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set as AbstractSet

    from layerlint.project.hierarchy import Hierarchy
    from layerlint.project.index import ProjectIndex
    from layerlint.state.answers import ClassName
    from layerlint.state.memo import Read
    from layerlint.state.snapshot import Snapshot
    from layerlint.syntax.outline import Stretch

# Questions about one file, whose values are the same as long as its text and its name are.
_OF_INDEX = frozenset({"index", "bound", "crowd"})
_OF_SKETCH = frozenset({"sketch", "defined", "assigned"})
_OF_TEXT = frozenset({"stretch", "says", "shows", "changed"})
WITHIN = _OF_INDEX | _OF_SKETCH | _OF_TEXT


def needed(used: AbstractSet[Read]) -> frozenset[Read]:
    """The reads without those that a read of the whole text makes superfluous."""
    whole = {path for question, path, _ in used if question == "text"}
    return frozenset(read for read in used if read[1] not in whole or read[0] not in WITHIN)


class Values:
    """Gives the values; `subclasses` those of a read of that name."""

    __slots__ = ("_contents", "_hierarchy", "_index", "_stretches", "_subclasses")

    def __init__(
        self,
        index: ProjectIndex,
        hierarchy: Hierarchy,
        contents: Snapshot,
        subclasses: Callable[[ClassName], object],
    ) -> None:
        self._index = index
        self._hierarchy = hierarchy
        self._contents = contents
        self._subclasses = subclasses
        self._stretches: dict[str, dict[str, str]] = {}

    def of(self, read: Read) -> object:
        """The value of a read."""
        question, path, detail = read
        if question in _OF_INDEX:
            return self._of_index(question, path, detail)
        if question in _OF_SKETCH:
            return self._of_sketch(question, path, detail)
        if question in _OF_TEXT:
            return self._of_text(question, path, detail)
        if question in QUESTIONS:
            return self._index.mentions.unrecorded(read)
        if question == "text" or question == "content":
            return digest(self._index.content(path))
        if question == "importing":
            return told(self._index.importing(path))
        if question == "imports":
            return self._index.unrecorded_imports(detail, path)
        if question == "names":
            return self._index.unrecorded_targets(path)
        if question == "subclasses":
            return self._subclasses((path, detail))
        return self._of_surroundings(read)

    def _of_surroundings(self, read: Read) -> object:
        """The value of a read about what lies beside a file or around a directory."""
        question, path, detail = read
        match question:
            case "files":
                listed = "\n".join(sorted(self._index.paths))
                return digest(listed.encode("utf-8", "surrogateescape"))
            case "layout":
                return self._contents.seen(read, lambda: layout_of(path, detail))
            case "namespace":
                return self._index.locator.is_namespace(path, detail)
            case "saves":
                return practice(self._index, detail)
            case "member":
                return path in self._index.paths
            case "requirements":
                return self._asked_for(path)
            case "application":
                return self._hierarchy.generations.applications.hold(path)
            case "lookups":
                return ""  # each lookup has a value of its own
        raise ValueError(question)

    def _of_index(self, question: str, path: str, detail: str) -> object:
        module = self._index.unrecorded_module(path)
        if question == "crowd":
            return module.crowd
        return module.fingerprint() if question == "index" else module.bound(detail)

    def _of_sketch(self, question: str, path: str, detail: str) -> object:
        sketch = self._hierarchy.sketches[path]
        if question == "sketch":
            return sketch.fingerprint()
        if question == "defined":
            return sketch.defines(*detail.split(" "))
        if detail:
            return sketch.assigns(detail)
        return digest("\n".join(sorted(sketch.assigned)).encode("utf-8", "surrogatepass"))

    def _of_text(self, question: str, path: str, detail: str) -> object:
        if question == "stretch":
            return self._stretches_of(path).get(detail, "")
        text = self._text(path)
        if question == "says":
            return detail in text
        return is_changed(text, detail) if question == "changed" else bool(re.search(detail, text))

    def _text(self, path: str) -> str:
        """The text of a file; none where it cannot be read."""
        try:
            return self._contents.text(self._index.shown(path))
        except (OSError, ValueError):
            return ""

    def _stretches_of(self, path: str) -> dict[str, str]:
        """What tells that a file defines each of its names as it does."""
        found = self._stretches.get(path)
        if found is None:
            text = self._text(path)
            found = self._stretches[path] = self._contents.remade(
                ("stretches", path),
                text,
                lambda _: _digests(text, self._index.unrecorded_module(path).outline),
                SHARE,
            )
        return found

    def _asked_for(self, directory: str) -> str:
        """A digest of what the packaging files around a directory ask for."""
        found = self._hierarchy.generations.requirements_around(directory)
        if found is None:
            return ""
        said = repr([getattr(found, name) for name in found.__slots__])
        return digest(said.encode("utf-8", "surrogateescape"))


def _digests(text: str, stretches: Sequence[Stretch]) -> dict[str, str]:
    """What tells the stretches that may define each name of a text from any others.

    Also by which functions and classes they follow each other: how many stand in front of each.
    """
    found: dict[str, str] = {}
    before = 0
    for part, stretch in zip(cut(text, stretches), stretches, strict=False):
        for name in stretch.names:
            found[name] = f"{found.get(name, '')}\0{before} {part.rstrip()}"
        before += bool(stretch.functions or stretch.classes)
    return {name: digest(told.encode("utf-8", "surrogatepass")) for name, told in found.items()}
