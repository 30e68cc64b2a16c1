"""Which files and classes can be layers at all: never a no too many, almost nothing parsed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from layerlint.facts.namespaces import TELLING_PARAMETERS
from layerlint.project.exports import MAXIMUM_PARTS
from layerlint.project.headers import BUILTINS
from layerlint.project.index import ProjectIndex
from layerlint.project.ties import Ties
from layerlint.state.memo import Node, rests_on

Key = tuple[str, str]
# So many names lead on from one to the next before "it may be" is the answer; as deep as a chain of
# imports goes, so deep are Python's frames.
DEEPEST = 60
# What layers are made of comes from one of these.
_PACKAGES = frozenset({"keras", "keras_core", "tensorflow", "tf_keras"})


class Prospects:
    """Answers "may this class be a layer?" across the project, from sketches where they suffice.

    `by_name` decides for a dotted name alone; its second argument tells whether the source of
    that class is at hand, and None leaves the decision to the bases found there.
    """

    def __init__(
        self,
        index: ProjectIndex,
        by_name: Callable[[str, bool], bool | None],
        ties: Ties,
    ) -> None:
        self.index = index
        self.by_name = by_name
        self._sketches = index.sketches
        self._ties = ties
        self._answers: dict[Key, bool] = {}
        self._nodes: dict[Key, Node] = {}
        # The questions that wait for an answer, by depth; answers of no that lean on one of them,
        # with its depth; and the outermost one met again since the current question was asked.
        self._open: dict[Key, int] = {}
        self._leaning: dict[Key, int] = {}
        self._met = 0

    def file(self, path: str) -> bool:
        """Tell whether a file may define a layer."""
        absolute = os.path.abspath(path)
        if not self._ties.to_keras(absolute):
            return False
        found = self._sketches[absolute]
        return found.opaque or any(self.name(absolute, name) for name in found.classes)

    def name(self, path: str, dotted: str) -> bool:
        """Tell whether a name may denote a layer class anywhere in a module."""
        key = (os.path.abspath(path), dotted)
        node = self._nodes.setdefault(key, Node())
        rests_on(node)
        if key in self._answers:
            return self._answers[key]
        known = self._open.get(key, self._leaning.get(key))
        if known is not None:
            self._met = min(self._met, known)
            return False
        if len(self._open) == DEEPEST:
            return True
        depth = self._open[key] = len(self._open)
        outer, self._met = self._met, depth
        leaning = len(self._leaning)
        with node:
            answer = self._answer(*key)
        del self._open[key]
        self._settle(key, answer, depth, leaning)
        self._met = min(outer, self._met)
        return answer

    def _settle(self, key: Key, answer: bool, depth: int, leaning: int) -> None:
        """Keep an answer, and what leans on it; a no that leans on an open question must wait."""
        if not answer and self._met < depth:
            self._leaning[key] = self._met
            return
        self._answers[key] = answer
        for below in list(self._leaning)[leaning:]:
            del self._leaning[below]
            if not answer:
                self._answers[below] = False

    def _answer(self, path: str, dotted: str) -> bool:
        root, _, rest = dotted.partition(".")
        if "<locals>" in rest:
            # A class in a function; here classes go by their own names.
            root, rest = rest.rpartition(".")[2], ""
        module = self.index.locator.module_name(path)[0]
        known = None if rest else self.by_name(f"{module}.{root}", True)
        if known is not None:
            return known
        found = self._sketches[path]
        headers = found.classes.get(root, ())
        unclear = found.opaque or found.assigns(root) or any(map(found.is_unclear, headers))
        if unclear and self._read(path, root, rest):
            return True
        if None in headers and self._is_half_written(path):
            return True
        for bases in headers:
            inner = (rest.rpartition(".")[2],) if rest else bases or ()
            if any(self.name(path, base) for base in inner):
                return True
        targets = list(found.bindings.get(root, ()))
        if root not in BUILTINS:
            # Even a name that is bound somewhere may be a star import's elsewhere.
            targets += self._starred(found.stars, root, path)
        return self._any(targets, root, rest, path)

    def _read(self, path: str, root: str, rest: str) -> bool:
        """Answer from the module itself, where a sketch cannot tell."""
        module = self.index.module(path)
        for header in module.classes:
            if header.name == root:
                bases = [target for base in header.bases for target in base.candidates]
                inner = [f"{module.name}.{rest.rpartition('.')[2]}"] if rest else bases
                if self._any(inner, "", "", path):
                    return True
        if any(
            self._absolute(_join(target, rest), near)
            for target, near in self.index.results(module, root)
        ):
            return True
        targets = list(module.bindings.get(root, ()))
        if root not in module.bindings and root not in BUILTINS:
            targets = self._starred(module.stars, root, path)
        return self._any(targets, root, rest, path)

    def _is_half_written(self, path: str) -> bool:
        """Tell whether a module that Python cannot parse has something that makes a layer."""
        if not self.index.module(path).is_unparsable:
            return False
        bindings = self._sketches[path].bindings
        targets = (target for each in bindings.values() for target in each)
        return any(target.partition(".")[0] in _PACKAGES for target in targets) or any(
            self.name(path, name) for name in bindings
        )

    def _any(self, targets: Sequence[str], root: str, rest: str, path: str) -> bool:
        """Tell whether one of the names that `root` may stand for leads to a layer."""
        module = self.index.locator.module_name(path)[0]
        own = f"{module}.{root}"
        return any(
            self._absolute(_join(target, rest), path)
            for target in (*targets, *TELLING_PARAMETERS.get(root, ()))
            # A name in a submodule without source, `from ._native import _native`, ends here.
            if target != own and not target.startswith(f"{own}.")
        )

    def _starred(self, stars: Sequence[str], name: str, near: str) -> list[str]:
        """Return what a name from a star import may be; nothing of modules without source."""
        found = []
        for star in stars:
            located = self.index.locate(star, near, installed=True)
            if located is None or not located[1]:
                found.append(f"{star}.{name}")
        return found

    def _absolute(self, dotted: str, near: str) -> bool:
        if dotted.count(".") > MAXIMUM_PARTS:
            return False
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
