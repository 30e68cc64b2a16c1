"""What the imports of each file were looked up as, and where that was found.

Where a module lies is told from the names in many directories. An answer rests on what was found
there and not on the directories, so that a file that comes or goes concerns those whose imports
lead elsewhere since, and nobody else.
"""

from __future__ import annotations

import os
import sys

from layerlint.facts.namespaces import keras_name, namespace, tf_name
from layerlint.state.memo import reads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from layerlint.project.locate import Locator

# Packages in which no Keras layer is defined, so that their source need not be read.
NEVER_LAYERS = frozenset(
    {"torch", "numpy", "scipy", "pandas", "jax", "jaxlib", "flax", "sklearn", "matplotlib", "absl"}
)


class Lookups:
    """Answers questions of files about modules, each once; plain data that can be asked again."""

    __slots__ = ("_absolute", "_found", "_locator", "_news", "_roots", "_tops")

    def __init__(self, locator: Locator) -> None:
        self._locator = locator
        self._absolute: dict[str | None, str] = {None: ""}
        self._found: dict[str, dict[str, Any]] = {}
        self._news: dict[str, dict[str, Any]] = {}
        self._roots: dict[str, tuple[str, ...]] = {}
        self._tops: dict[tuple[str, str], bool] = {}

    def locate(
        self, dotted: str, near: str | None, *, installed: bool
    ) -> tuple[str, list[str]] | None:
        """Return the file of the longest prefix of a dotted name, and the names left over."""
        found = self.answer(near, f"{'installed' if installed else 'own'} {dotted}")
        return None if found is None else (found[0], dotted.split(".")[found[1] :])

    def may_find(self, top: str, near: str) -> bool:
        """Return whether anything is called like the first part of a dotted name where it may lie.

        Most of what a file imports is Python's own, and this is known for a whole directory.
        """
        return bool(self.answer(near, f"top {top}"))

    def submodules(self, package: str, near: str | None) -> frozenset[str]:
        """Return the names of the files and directories in a package of the project."""
        return frozenset(self.answer(near, f"submodules {package}"))

    def answer(self, near: str | None, question: str) -> Any:
        """Return what is found for one question of a file."""
        absolute = self._absolute.get(near)
        if absolute is None:
            absolute = self._absolute[near] = os.path.abspath(near or "")
        reads("lookups", absolute)
        known = self._found.setdefault(absolute, {})
        if question not in known:
            question = sys.intern(question)  # many files ask the same
            known[question] = self._look(absolute, question)
            self._news.setdefault(absolute, {})[question] = known[question]
        return known[question]

    def news(self) -> dict[str, dict[str, Any]]:
        """Return what was found since this was asked last, by file and question."""
        news, self._news = self._news, {}
        return news

    def still_holds(self, near: str, answers: Mapping[str, Any]) -> bool:
        """Tell whether a file's questions have the same answers as they had before."""
        return all(self.answer(near, asked) == found for asked, found in answers.items())

    def _look(self, near: str, question: str) -> Any:
        kind, _, name = question.partition(" ")
        if kind == "submodules":
            return self._submodules(name, near)
        if kind == "top":
            directory = os.path.dirname(near)
            if (directory, name) not in self._tops:
                self._tops[directory, name] = self._holds_top(name, directory)
            return self._tops[directory, name]
        return self._locate(name, near, installed=kind == "installed")

    def _locate(self, dotted: str, near: str, *, installed: bool) -> tuple[str, int] | None:
        if self._is_keras(dotted, near):
            return None
        found = self._in_project(dotted, near)
        if found is None and installed and _may_be_installed(dotted):
            directory = os.path.dirname(near) if near else None
            found = self._locator.find(dotted, self._locator.installed(directory))
        if found is None and near:
            found = self._in_unsaved(dotted, near)
        return found

    def _in_project(self, dotted: str, near: str) -> tuple[str, int] | None:
        """Find a module in the project of a file, then among the files given, then around."""
        if not near:
            return self._locator.find(dotted, tuple(self._locator.known))
        directory = os.path.dirname(near)
        found = self._locator.find_longest(dotted, directory)
        if found is None:
            found = self._locator.find(dotted, tuple(self._locator.known))
        if found is None and _may_be_installed(dotted):
            # A program that lies in a package has its own folder too: `from model import Net`.
            around = (*self._locator.workspace(directory), directory)
            found = self._locator.find(dotted, around)
        return found

    def _holds_top(self, top: str, directory: str) -> bool:
        """Tell whether a directory that imports are looked up in has a name."""
        root, module = self._locator.project(directory), f"{top}.py"
        return (root is not None and top == os.path.basename(root)) or any(
            top in names or module in names
            for names in map(self._locator.entries, self._searched(top, directory))
        )

    def _searched(self, top: str, directory: str) -> Iterator[str]:
        """Yield the directories in which the imports of a file in `directory` are looked up."""
        yield from self._locator.roots(directory)
        yield from self._locator.known
        if _may_be_installed(top):
            yield from self._locator.workspace(directory)
            yield from self._locator.installed(directory)
            yield directory

    def _in_unsaved(self, dotted: str, near: str) -> tuple[str, int] | None:
        """Return the file itself for what it defines, also where it is not on the disk."""
        name = self._locator.module_name(near)[0]
        return (near, name.count(".") + 1) if name and dotted.startswith(f"{name}.") else None

    def _is_keras(self, dotted: str, near: str) -> bool:
        """Tell whether a name ends in Keras; within Keras itself its modules are the project's."""
        package = namespace(dotted)
        if package is None or not near:
            known = tuple(self._locator.known)
            return package is not None and not self._locator.find(dotted, known)
        return namespace(self._locator.module_name(near)[0]) != package

    def _submodules(self, package: str, near: str) -> tuple[str, ...]:
        parts = package.split(".")
        found = {
            entry.partition(".")[0]
            for root in self._roots_of(near)
            for entry in self._locator.entries_below(root, parts)
        }
        return tuple(sorted(found))

    def _roots_of(self, near: str) -> tuple[str, ...]:
        """Return where the imports of a file are looked up in the project."""
        found = self._roots.get(near)
        if found is None:
            own = self._locator.roots(os.path.dirname(near)) if near else ()
            found = self._roots[near] = (*own, *self._locator.known)
        return found


def _may_be_installed(dotted: str) -> bool:
    top = dotted.partition(".")[0]
    return not (
        top in NEVER_LAYERS
        or top in sys.stdlib_module_names
        or keras_name(dotted) is not None
        or tf_name(dotted) is not None
    )
