"""Which names of Keras a file can spell, told from its imports and its words: never a no too many.

A chain of names and attributes denotes what its first name was imported as, followed through the
modules of the project. So a file spells `keras.backend.mean` only where an import leads there, or
to a module of the project from which words of the file lead on.
"""

from __future__ import annotations

import os

from layerlint.facts.namespaces import TELLING_PARAMETERS, namespace, tf_name
from layerlint.project.assigned import called
from layerlint.project.exports import MAXIMUM_PARTS
from layerlint.project.index import ProjectIndex
from layerlint.project.scopes import IMPORTERS
from layerlint.project.ties import Ties
from layerlint.project.words import Words
from layerlint.state.memo import Node, rests_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    # An absolute name and the file that spells it.
    Spelled = tuple[str, str]
    # An absolute name, None for any, and the words of the file that may lead on from it.
    Named = tuple[str | None, frozenset[str]]
    # A module and a name in it.
    Bound = tuple[str, str]

# The packages whose parts are told apart by their names.
PACKAGES = ("keras", "tensorflow.keras")
# After so many names the search costs more than the answer is worth.
ENOUGH = 1000


class Reach:
    """Answers "may this file name something of that part of Keras?" across the project."""

    def __init__(self, index: ProjectIndex, ties: Ties) -> None:
        self.index = index
        self._ties = ties
        self._sketches = index.sketches
        self._bindings: dict[tuple[str, str], tuple[Spelled, ...]] = {}
        self._open: dict[tuple[str, str], bool] = {}
        self._answers: dict[tuple[str, str], bool] = {}
        self._named: dict[str, tuple[list[Named], Iterator[Named]]] = {}
        self._nodes: dict[tuple[str, str, str], Node] = {}

    def spells(self, path: str, part: str) -> bool:
        """Tell whether names in a file may denote something in `keras.<part>`."""
        key = (os.path.abspath(path), part)
        node = self._node("spells", *key)
        if key not in self._answers:
            with node:
                self._answers[key] = self._search(*key)
        return self._answers[key]

    def _node(self, question: str, path: str, detail: str) -> Node:
        """The node of one of the answers that are kept; whoever asks rests on it."""
        node = self._nodes.setdefault((question, path, detail), Node())
        rests_on(node)
        return node

    def _search(self, path: str, part: str) -> bool:
        if self._sketches[path].opaque:
            return True
        wanted = [f"{package}.{part}." for package in PACKAGES]
        return any(
            name is None or any(_leads(name, full, words) for full in wanted)
            for name, words in self._names(path)
        )

    def _names(self, path: str) -> Iterator[Named]:
        """Yield what names of a file may stand for; whoever asks next begins with what is known."""
        node = self._node("names", path, "")
        if path not in self._named:
            self._named[path] = [], self._explored(path)
        known, further = self._named[path]
        yield from known
        while True:
            with node:
                found = next(further, None)
            if found is None:
                return
            known.append(found)
            yield found

    def _explored(self, path: str) -> Iterator[Named]:
        """Yield the same, each with the words that may lead on from it; None for too many names."""
        found = Words(self._sketches[path].data)
        words = found.members
        pending = [(name, path) for name in self._imported(path, found)]
        seen, extended = set(pending), set[str]()
        while pending:
            name, near = pending.pop()
            yield name, words
            if len(seen) > ENOUGH:
                yield None, words
                return
            if name.count(".") > MAXIMUM_PARTS:
                continue
            for step in self._steps(name, near, words, extended):
                if step not in seen:
                    seen.add(step)
                    pending.append(step)

    def _imported(self, path: str, words: Words) -> set[str]:
        """Return what the names of a file may stand for, also those bound in functions."""
        rough = self._sketches[path]
        found = {target for targets in rough.bindings.values() for target in targets}
        for name, targets in TELLING_PARAMETERS.items():
            if name in words.all and rough.assigns(name):
                found.update(targets)
        makers = rough.bindings.keys() & called(rough.data)
        if rough.stars or makers or not words.all.isdisjoint(IMPORTERS):
            module = self.index.module(path)
            found.update(target for targets in module.bindings.values() for target in targets)
            found.update(f"{module.name}.{name}" for name in module.calls)
        return found

    def _steps(
        self, name: str, near: str, words: frozenset[str], extended: set[str]
    ) -> Iterator[Spelled]:
        """Yield what a name stands for in the module that it leads to, or leads on to from it."""
        located = self.index.locate(name, near)
        if located is not None and not self._ties.to_keras(located[0]):
            return
        if located is not None and located[1]:
            path, (first, *rest) = located
            if self._is_open(path, first):
                for target, origin in self._bound(path, first):
                    yield ".".join([target, *rest]), origin
            return
        package, _, last = name.rpartition(".")
        above = self.index.locate(package, near) if package else None
        if above is not None and not above[1]:
            # The name of a module may be rebound by its package.
            yield from self._bound(above[0], last)
        key = name if located is None else located[0]
        if key not in extended:
            extended.add(key)
            for word in self._offered(name, near, words, located and located[0]):
                yield f"{name}.{word}", near

    def _is_open(self, path: str, name: str) -> bool:
        """Tell whether a name of a module may lead to Keras or to another module at all."""
        key = (path, name)
        self._node("open", *key)
        if key in self._open:
            return self._open[key]
        users: dict[Bound, Bound | None] = {key: None}
        pending = [key]
        while pending:
            current = pending.pop()
            with self._node("open", *current):
                found = self._open.get(current)
                steps = self._onward(*current) if found is None else []
                for step in steps or ():
                    self._node("open", *step)
            if found or steps is None:
                self._note_open(current, users)
                return True
            new = [step for step in steps if step not in users]
            users.update(dict.fromkeys(new, current))
            pending += reversed(new)
        self._open.update(dict.fromkeys(users, False))
        return False

    def _note_open(self, key: Bound, users: dict[Bound, Bound | None]) -> None:
        """Keep for a name that leads somewhere, and for those that led to it, that they do."""
        current: Bound | None = key
        while current is not None:
            self._open[current] = True
            current = users[current]

    def _onward(self, path: str, name: str) -> list[Bound] | None:
        """Return the names of modules that a name may stand for; None where one ends elsewhere."""
        found: list[Bound] = []
        for target, near in self._bound(path, name):
            if namespace(target) is not None or tf_name(target) is not None:
                return None
            located = self.index.locate(target, near)
            if located is None:
                # A directory of modules may be a package without `__init__.py`.
                if self.index.lookups.submodules(target, near):
                    return None
            elif not located[1]:
                return None
            else:
                found.append((located[0], located[1][0]))
        return found

    def _bound(self, path: str, name: str) -> tuple[Spelled, ...]:
        """Return what a module may bind to a name."""
        key = (path, name)
        node = self._node("bound", *key)
        if key not in self._bindings:
            with node:
                self._bindings[key] = tuple(self._find_bound(path, name))
        return self._bindings[key]

    def _find_bound(self, path: str, name: str) -> Iterator[Spelled]:
        rough = self._sketches[path]
        for target in rough.bindings.get(name, ()):
            yield target, path
        for star in rough.stars:
            yield f"{star}.{name}", path
        if rough.opaque or rough.assigns(name):
            module = self.index.module(path)
            for target in module.bindings.get(name, ()):
                yield target, path
            yield from self.index.results(module, name)

    def _offered(
        self, name: str, near: str, words: frozenset[str], path: str | None
    ) -> Iterable[str]:
        """Return the words that may lead on from a module of the project."""
        inner = words & self.index.lookups.submodules(name, near)
        return inner if path is None else inner | self._bound_words(path, words)

    def _bound_words(self, path: str, words: frozenset[str]) -> frozenset[str]:
        """Return those of the words that a module may bind, also by importing with a star."""
        found: set[str] = set()
        seen = {path}
        pending = [path]
        while pending:
            path = pending.pop()
            rough = self._sketches[path]
            if rough.opaque:
                return words
            held = words & (rough.bindings.keys() | rough.assigned)
            found.update(word for word in held if self._is_open(path, word))
            for star in rough.stars:
                located = self.index.locate(star, path, installed=True)
                if located is None and (namespace(star) is not None or tf_name(star) is not None):
                    return words
                if located is None or located[1] or not self._ties.to_keras(located[0]):
                    continue
                if located[0] not in seen:
                    seen.add(located[0])
                    pending.append(located[0])
        return frozenset(found)


def _leads(name: str, wanted: str, words: frozenset[str]) -> bool:
    """Tell whether a name is on the way to what is wanted, and the words for the rest are there."""
    if name.startswith(wanted):
        return True
    inner = wanted.removeprefix(f"{name}.")
    return inner != wanted and all(part in words for part in inner.split(".") if part)
