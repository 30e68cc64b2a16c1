"""Which files and classes can be layers at all, judged from sketches: never a no too many."""

from __future__ import annotations

import os
from collections.abc import Callable

from layerlint.project.index import ProjectIndex
from layerlint.project.scopes import BUILTINS
from layerlint.project.sketch import Sketch, sketch

MAXIMUM_DEPTH = 200


class Prospects:
    """Answers "may this class be a layer?" across the project without parsing anything.

    `by_name` decides for a dotted name alone; its second argument tells whether the source of
    that class is at hand, and None leaves the decision to the bases found there.
    """

    def __init__(self, index: ProjectIndex, by_name: Callable[[str, bool], bool | None]) -> None:
        self.index = index
        self.by_name = by_name
        self._sketches: dict[str, Sketch] = {}
        self._answers: dict[tuple[str, str], bool] = {}

    def file(self, path: str) -> bool:
        """Tell whether a file may define a layer."""
        found = self.sketch(path)
        return found.opaque or any(self.name(path, name) for name in found.classes)

    def name(self, path: str, dotted: str, depth: int = 0) -> bool:
        """Tell whether a name may denote a layer class at the top of a module."""
        key = (path, dotted)
        if key not in self._answers:
            # While a cycle is followed, the class that closes it adds nothing.
            self._answers[key] = False
            self._answers[key] = depth > MAXIMUM_DEPTH or self._name(path, dotted, depth + 1)
        return self._answers[key]

    def sketch(self, path: str) -> Sketch:
        """Return the sketch of a file."""
        absolute = os.path.abspath(path)
        found = self._sketches.get(absolute)
        if found is None:
            name, is_package, _ = self.index.locator.module_name(absolute)
            package = name if is_package else name.rpartition(".")[0]
            found = self._sketches[absolute] = sketch(self.index.content(absolute), package)
        return found

    def _name(self, path: str, dotted: str, depth: int) -> bool:
        found = self.sketch(path)
        if found.opaque:
            return True
        root, _, rest = dotted.partition(".")
        for bases in found.classes.get(root, ()):
            if rest or bases is None or self._class(path, root, bases, depth):
                return True
        for target in found.bindings.get(root, ()):
            if self._absolute(f"{target}.{rest}" if rest else target, path, depth):
                return True
        if found.assigns(root):
            return True
        if root in BUILTINS:
            return False
        return any(self._absolute(f"{star}.{dotted}", path, depth) for star in found.stars)

    def _class(self, path: str, name: str, bases: tuple[str, ...], depth: int) -> bool:
        module = self.index.locator.module_name(os.path.abspath(path))[0]
        known = self.by_name(f"{module}.{name}", True)
        if known is not None:
            return known
        return any(self.name(path, base, depth) for base in bases)

    def _absolute(self, dotted: str, near: str, depth: int) -> bool:
        located = self.index.locate(dotted, near, installed=True)
        if located is None:
            return self.by_name(dotted, False) is True
        path, rest = located
        if rest:
            return self.name(path, ".".join(rest), depth)
        # The name of a module may be rebound by its package.
        package, _, name = dotted.rpartition(".")
        above = self.index.locate(package, near, installed=True) if package else None
        return above is not None and not above[1] and self.name(above[0], name, depth)
