"""The index of a project: every module's imports and class headers, read when first needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from layerlint.files.reading import read_regular
from layerlint.project.exports import Exports
from layerlint.project.headers import Base, ClassHeader, ModuleIndex, Told
from layerlint.project.locate import Locator
from layerlint.project.lookups import Lookups
from layerlint.project.mentions import Mentions
from layerlint.project.sketches import SHARE, Sketches
from layerlint.project.words import Words
from layerlint.state.memo import reads
from layerlint.state.recorders import Memo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any, Protocol, TypeVar

    Value = TypeVar("Value")

    from layerlint.project.headers import Importing
    from layerlint.state.memo import Read

    class Seen(Protocol):
        """Gives what a look at the disk shows, and looks where that is not known."""

        def __call__(self, key: Hashable, look: Callable[[], Value]) -> Value: ...

    class Remember(Protocol):
        """Gives what was made under a key, and of the same bytes, before; else makes it."""

        def __call__(
            self, key: Hashable, content: bytes, make: Callable[[object], Value], share: float
        ) -> Value: ...


__all__ = ["Base", "ClassHeader", "ModuleIndex", "ProjectIndex"]


class ProjectIndex:
    """Finds modules and classes by path and by dotted name, and follows re-exports."""

    def __init__(
        self,
        paths: dict[str, str],
        locator: Locator,
        read: Callable[[str], bytes],
        remember: Remember,
    ) -> None:
        """`paths` are those of the files as they are shown, by their absolute ones."""
        self.read = read
        self.remember = remember
        self.locator = locator
        self.paths = paths
        self._directory = os.getcwd()
        self.lookups = Lookups(self.locator)
        self.mentions = Mentions(self.paths, self.content, self._import_parts)
        self.sketches = Sketches(self)
        self._exports = Exports(self)
        # The files that each file imports itself.
        self.imports: Memo[str, tuple[str, ...]] = Memo()
        # What earlier revisions found out of modules that are as they were: nobody reads them.
        self.told: dict[Read, tuple[Any, ...]] = {}
        self._modules: dict[str, ModuleIndex] = {}
        self._absolutes: dict[str, str] = {}
        self.saving: dict[tuple[str, str], bool] = {}
        self.configs: dict[tuple[str, str], bool] = {}
        self.below: dict[str, tuple[str, ...]] = {}

    @classmethod
    def build(
        cls,
        paths: Iterable[str],
        *,
        src: Iterable[str] = (),
        environment: str | None = None,
        read: Callable[[str], bytes] = read_regular,
        remember: Remember | None = None,
        seen: Seen | None = None,
    ) -> ProjectIndex:
        """Prepare the index of the files `paths`; each is read when it is first asked for.

        `seen` gives what was seen of the directories before, as long as they are as they were.
        """
        shown = {os.path.abspath(path): path for path in paths}
        roots = tuple(src)

        def locate() -> Locator:
            return Locator.around(shown, roots, environment)

        key = ("modules", roots, environment, *shown)
        locator = locate() if seen is None else seen(key, locate)
        return cls(shown, locator, read, remember or _made)

    def module(self, path: str) -> ModuleIndex:
        """Return the index of one file; an empty one when it cannot be read or parsed."""
        reads("index", self._absolute(path))
        return self.unrecorded_module(path)

    def unrecorded_module(self, path: str) -> ModuleIndex:
        """Return the same, for what records a read of its own."""
        return self._module(self._absolute(path))

    def importing(self, path: str) -> Importing:
        """Return what one file shows of the Keras that it needs."""
        absolute = self._absolute(path)
        reads("importing", absolute)
        known = self.told.get(("importing", absolute, ""))
        if known is None:
            return self._module(absolute)
        return Told(self.shown(absolute), known, is_package=self.naming(absolute)[1])

    def _module(self, path: str) -> ModuleIndex:
        found = self._modules.get(path)
        if found is None:
            found = self._modules[path] = self._read(path)
        return found

    def targets(self, path: str) -> tuple[str, ...]:
        """Return the absolute names that a file imports or binds one of its own names to."""
        absolute = self._absolute(path)
        reads("names", absolute)
        return self.unrecorded_targets(absolute)

    def unrecorded_targets(self, path: str) -> tuple[str, ...]:
        """The same by an absolute path, for what records a read of its own."""
        known = self.told.get(("names", path, ""))
        return tuple(sorted(self._module(path).targets)) if known is None else known

    def imports_with(self, word: str, path: str) -> tuple[str, ...] | None:
        """Return the absolute names that a file may import anywhere with a word among their parts.

        None where that cannot be told without reading the file. An answer rests on these names, and
        not on what else the file imports.
        """
        absolute = self._absolute(path)
        reads("imports", absolute, word)
        return self.unrecorded_imports(word, absolute)

    def unrecorded_imports(self, word: str, path: str) -> tuple[str, ...] | None:
        """The same by an absolute path, for what records a read of its own."""
        known = self.told.get(("imports", path, word))
        if known is not None:
            return known
        sketch = self.sketches.unrecorded(path)
        if sketch.opaque:
            return None
        return tuple(sorted(name for name in sketch.imports if word in name.split(".")))

    def _import_parts(self, path: str) -> frozenset[str]:
        """Return the parts of all names that a file may import, or all that stand in it."""
        sketch = self.sketches.unrecorded(path)
        if sketch.opaque:
            return Words(self.content(path)).all
        return frozenset(part for name in sketch.imports for part in name.split("."))

    def find_module(
        self, dotted: str, near: str | None = None, *, installed: bool = False
    ) -> tuple[ModuleIndex, list[str]] | None:
        """Return the module of the longest prefix of a dotted name, and the names left over."""
        located = self._located(dotted, near, installed)
        return None if located is None else (self.module(located[0]), located[1])

    def find_bound(
        self, dotted: str, near: str | None, *, installed: bool = False
    ) -> tuple[ModuleIndex, list[str]] | None:
        """Return the same; of the module is seen what it has by the first of the names left over.

        An answer rests on that, and not on what else the module defines.
        """
        located = self._located(dotted, near, installed)
        if located is None:
            return None
        return self.module_with(located[0], "".join(located[1][:1])), located[1]

    def module_with(self, path: str, name: str) -> ModuleIndex:
        """Return the index of one file, of which is seen what it has by a name."""
        module = self._module(self._absolute(path))
        self.asks(module, name)
        return module

    def asks(self, module: ModuleIndex, name: str) -> None:
        """Record that it is asked what a module has by a name."""
        reads("bound", self._absolute(module.path), name)

    def _located(
        self, dotted: str, near: str | None, installed: bool
    ) -> tuple[str, list[str]] | None:
        defined = self._defined_in_package(dotted, near)
        return defined or self.locate(dotted, near, installed=installed)

    def locate(
        self, dotted: str, near: str | None = None, *, installed: bool = False
    ) -> tuple[str, list[str]] | None:
        """Return the file of the longest prefix of a dotted name, and the names left over."""
        return self.lookups.locate(dotted, near, installed=installed)

    def canonical(self, dotted: str, near: str | None = None) -> str:
        """Follow the re-exports of the project to where a name is defined.

        Names outside the project stay as they are; of several alternatives (`try: import tf_keras
        as keras / except ImportError: import keras`) the first counts.
        """
        return self.alternatives(dotted, near)[0]

    def alternatives(
        self, dotted: str, near: str | None = None, *, installed: bool = False
    ) -> tuple[str, ...]:
        """Follow re-exports to every absolute name that a dotted name may denote; at least one."""
        return tuple(self.origins(dotted, near, installed=installed))

    def origins(
        self, dotted: str, near: str | None = None, *, installed: bool = False
    ) -> dict[str, str | None]:
        """Return the alternatives of a name, each with the file in which it is spelled that way."""
        return self._exports.origins(dotted, near, installed=installed)

    def results(self, module: ModuleIndex, name: str) -> list[tuple[str, str]]:
        """Return what a name that holds the result of a function may denote, and in which file."""
        return self._exports.results(module, name)

    def find_classes(self, dotted: str, near: str | None = None) -> list[ClassHeader]:
        """Return every class that a dotted name may denote, here or in an installed package."""
        headers: dict[tuple[str, int, str], ClassHeader] = {}
        for name, origin in self.origins(dotted, near, installed=True).items():
            found = self.find_bound(name, origin or near, installed=True)
            if found is not None and found[1]:
                module, rest = found
                for header in module.find(".".join(rest)):
                    headers[header.identity] = header
        return list(headers.values())

    def content(self, path: str) -> bytes:
        """Return the bytes of a file by its absolute path; none when it cannot be read.

        Files that cannot be read are for the engine to report.
        """
        try:
            return self.read(self.shown(path))
        except OSError:
            return b""

    def mentioning(self, text: str, pattern: str = "") -> list[str]:
        """Return the files of the project, as shown, in whose bytes a text and a pattern occur.

        Files that cannot be read are for the engine to report.
        """
        return [self.paths[path] for path in self.mentions.of(("mentions", pattern, text))]

    def having(self, name: str, pattern: str = "") -> list[str]:
        """Return the same for a name of Python: the files that have it by itself.

        For names that the code that is checked gives: it takes no longer where there are many.
        """
        return [self.paths[path] for path in self.mentions.of(("identifiers", pattern, name))]

    def defining(self, name: str) -> list[str]:
        """Return the files of the project, as shown, that define a class of a name at the left."""
        return [self.paths[path] for path in self.mentions.of(("classes", "", name))]

    def importing_a(self, name: str) -> list[str]:
        """Return the same, that may import something with a name among its parts."""
        return [self.paths[path] for path in self.mentions.of(("imported", "", name))]

    def contains(self, path: str) -> bool:
        """Tell whether a file, by its path as shown or absolute, is one of the project's own."""
        absolute = self._absolute(path)
        reads("member", absolute)
        return absolute in self.paths

    def naming(self, path: str) -> tuple[str, bool, bool]:
        """Return the dotted name of a file, whether it is a package, and whether it is installed.

        What is told of a file rests on these.
        """
        name, is_package, _ = self.locator.module_name(path)
        external = path not in self.paths and self.locator.is_installed(path)
        return name, is_package, external

    def shown(self, path: str) -> str:
        """Return how an absolute path is shown: as it was given, else relative where possible."""
        given = self.paths.get(path)
        if given is not None:
            return given
        inside = path.startswith(self._directory + os.sep)
        return path[len(self._directory) + 1 :] if inside else path

    def _absolute(self, path: str) -> str:
        found = self._absolutes.get(path)
        if found is None:
            found = self._absolutes[path] = os.path.abspath(path)
        return found

    def _read(self, path: str) -> ModuleIndex:
        from layerlint.project.reader import read_module

        name, is_package, external = self.naming(path)
        shown, data = self.shown(path), self.content(path)

        def make(_: object) -> ModuleIndex:
            return read_module(data, shown, name, is_package=is_package, external=external)

        key = ("index", path, shown, name, is_package, external)
        return self.remember(key, data, make, SHARE)

    def _defined_in_package(self, dotted: str, near: str | None) -> tuple[str, list[str]] | None:
        """Return the package at `near` where it defines a class called like one of its modules."""
        if near is None or os.path.basename(near) != "__init__.py":
            return None
        package = self._module(self._absolute(near))
        if not dotted.startswith(f"{package.name}."):
            return None
        rest = dotted[len(package.name) + 1 :].split(".")
        self.asks(package, rest[0])
        return (near, rest) if package.find(rest[0]) else None


def _made(key: Hashable, content: bytes, make: Callable[[object], Value], share: float) -> Value:
    """Make it: what is asked about once is not remembered."""
    return make(None)
