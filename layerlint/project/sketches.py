"""The sketches of a project's files, each made once for all who ask."""

from __future__ import annotations

from layerlint.project.sketch import Sketch, sketch
from layerlint.state.memo import reads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.index import ProjectIndex


# Of the memory that a tree takes.
SHARE = 0.05


class Sketches:
    """Sketches files by their absolute paths; raises what reading them raises."""

    def __init__(self, index: ProjectIndex) -> None:
        self._index = index
        self._made: dict[str, Sketch] = {}

    def __getitem__(self, path: str) -> Sketch:
        reads("sketch", path)
        return self.unrecorded(path)

    def unrecorded(self, path: str) -> Sketch:
        """The same, for what records a read of its own."""
        found = self._made.get(path)
        if found is None:
            name, is_package, _ = self._index.locator.module_name(path)
            package = name if is_package else name.rpartition(".")[0]
            found = self._made[path] = self._sketched(path, package)
        return found

    def _sketched(self, path: str, package: str) -> Sketch:
        data = self._index.content(path)
        key = ("sketch", path, package)
        return self._index.remember(key, data, lambda _: sketch(data, package, path), SHARE)
