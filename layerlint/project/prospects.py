"""Which files and classes can be layers at all: never a no too many, almost nothing parsed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from layerlint.facts.namespaces import TELLING_PARAMETERS
from layerlint.project.headers import BUILTINS
from layerlint.project.index import ProjectIndex
from layerlint.project.sketch import Sketch, sketch

Key = tuple[str, str]


class Prospects:
    """Answers "may this class be a layer?" across the project, from sketches where they suffice.

    `by_name` decides for a dotted name alone; its second argument tells whether the source of
    that class is at hand, and None leaves the decision to the bases found there.
    """

    def __init__(self, index: ProjectIndex, by_name: Callable[[str, bool], bool | None]) -> None:
        self.index = index
        self.by_name = by_name
        self._sketches: dict[str, Sketch] = {}
        self._answers: dict[Key, bool] = {}
        # The questions that wait for an answer, and the outermost one met again below.
        self._open: dict[Key, int] = {}
        self._met = 0

    def file(self, path: str) -> bool:
        """Tell whether a file may define a layer."""
        found = self.sketch(path)
        return found.opaque or any(self.name(path, name) for name in found.classes)

    def name(self, path: str, dotted: str) -> bool:
        """Tell whether a name may denote a layer class anywhere in a module."""
        key = (path, dotted)
        if key in self._answers:
            return self._answers[key]
        if key in self._open:
            self._met = min(self._met, self._open[key])
            return False
        depth = self._open[key] = len(self._open)
        outer, self._met = self._met, depth
        answer = self._answer(path, dotted)
        del self._open[key]
        # A no that leans on a question still open above is not final.
        if answer or self._met >= depth:
            self._answers[key] = answer
        self._met = min(outer, self._met)
        return answer

    def sketch(self, path: str) -> Sketch:
        """Return the sketch of a file."""
        absolute = os.path.abspath(path)
        found = self._sketches.get(absolute)
        if found is None:
            name, is_package, _ = self.index.locator.module_name(absolute)
            package = name if is_package else name.rpartition(".")[0]
            found = self._sketches[absolute] = sketch(self.index.content(absolute), package)
        return found

    def _answer(self, path: str, dotted: str) -> bool:
        root, _, rest = dotted.partition(".")
        if "<locals>" in rest:
            # A class in a function; here classes go by their own names.
            root, rest = rest.rpartition(".")[2], ""
        module = self.index.locator.module_name(os.path.abspath(path))[0]
        known = None if rest else self.by_name(f"{module}.{root}", True)
        if known is not None:
            return known
        found = self.sketch(path)
        if found.opaque or None in found.classes.get(root, ()) or found.assigns(root):
            return self._read(path, root, rest)
        for bases in found.classes.get(root, ()):
            inner = (rest.rpartition(".")[2],) if rest else bases or ()
            if any(self.name(path, base) for base in inner):
                return True
        targets: Sequence[str] | None = found.bindings.get(root)
        if targets is None and root not in BUILTINS and root not in found.classes:
            targets = [f"{star}.{root}" for star in found.stars]
        targets = (*(targets or ()), *TELLING_PARAMETERS.get(root, ()))
        return any(self._absolute(_join(target, rest), path) for target in targets)

    def _read(self, path: str, root: str, rest: str) -> bool:
        """Answer from the module itself, where a sketch cannot tell."""
        module = self.index.module(path)
        names = (*module.resolve(root), *TELLING_PARAMETERS.get(root, ()))
        targets = [(_join(target, rest), path) for target in names]
        targets += [
            (_join(target, rest), near) for target, near in self.index.results(module, root)
        ]
        for header in module.classes:
            if header.name == root:
                if rest:
                    targets.append((f"{module.name}.{rest.rpartition('.')[2]}", path))
                targets += [(target, path) for base in header.bases for target in base.candidates]
        own = f"{module.name}.{_join(root, rest)}"
        return any(self._absolute(target, near) for target, near in targets if target != own)

    def _absolute(self, dotted: str, near: str) -> bool:
        located = self.index.locate(dotted, near, installed=True)
        if located is None:
            return self.by_name(dotted, False) is True
        path, rest = located
        if rest:
            return self.name(path, ".".join(rest))
        # The name of a module may be rebound by its package.
        package, _, name = dotted.rpartition(".")
        above = self.index.locate(package, near, installed=True) if package else None
        return above is not None and not above[1] and self.name(above[0], name)


def _join(target: str, rest: str) -> str:
    return f"{target}.{rest}" if rest else target
