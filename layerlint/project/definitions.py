"""Which functions, classes and constants a file may define, told without a parser."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.sketches import Sketches


class Definitions:
    """Answers "may this file define that name?" for a project: never a no too many.

    Files are named by their absolute paths.
    """

    __slots__ = ("_sketches",)

    def __init__(self, sketches: Sketches) -> None:
        self._sketches = sketches

    def has_function(self, path: str, name: str) -> bool:
        """Tell whether a file may have a function of a name."""
        return self._defines(path, "def", name)

    def has_class(self, path: str, name: str) -> bool:
        """Tell whether a file may have a class of a name."""
        return self._defines(path, "class", name)

    def assigns(self, path: str, name: str) -> bool:
        """Tell whether a file may give a name a value."""
        sketch = self._sketches[path]
        return not name.isascii() or sketch.opaque or sketch.assigns(name)

    def _defines(self, path: str, keyword: str, name: str) -> bool:
        sketch = self._sketches[path]
        return not name.isascii() or sketch.opaque or sketch.defines(keyword, name)
