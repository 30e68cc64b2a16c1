"""The index of a project: every module's imports and class headers, read when first needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable

from layerlint.facts.namespaces import is_class_name, keras_name, namespace, tf_name
from layerlint.project.headers import Base, ClassHeader, ModuleIndex
from layerlint.project.locate import Locator
from layerlint.state.memo import reads

__all__ = ["Base", "ClassHeader", "ModuleIndex", "ProjectIndex"]

# Packages in which no Keras layer is defined, so that their source need not be read.
NEVER_LAYERS = frozenset(
    {"torch", "numpy", "scipy", "pandas", "jax", "jaxlib", "flax", "sklearn", "matplotlib", "absl"}
)
# Longer names come from imports that go round in circles.
MAXIMUM_PARTS = 40


def read_bytes(path: str) -> bytes:
    """Return the content of a file."""
    with open(path, "rb") as file:
        return file.read()


class ProjectIndex:
    """Finds modules and classes by path and by dotted name, and follows re-exports."""

    def __init__(
        self,
        paths: Iterable[str],
        src: Iterable[str],
        environment: str | None,
        read: Callable[[str], bytes],
    ) -> None:
        self.read = read
        self.locator = Locator(tuple(src), environment)
        self.paths = {os.path.abspath(path): path for path in paths}
        self._directory = os.getcwd()
        self._roots_of: dict[str | None, tuple[str, ...]] = {}
        self._called: set[tuple[str, str]] = set()
        self._modules: dict[str, ModuleIndex] = {}
        self._mentioning: dict[str, tuple[str, ...]] = {}
        self.saving: dict[tuple[str, str], bool] = {}

    @classmethod
    def build(
        cls,
        paths: Iterable[str],
        *,
        src: Iterable[str] = (),
        environment: str | None = None,
        read: Callable[[str], bytes] = read_bytes,
    ) -> ProjectIndex:
        """Prepare the index of the files `paths`; each is read when it is first asked for."""
        index = cls(paths, src, environment, read)
        named = map(index.locator.module_name, index.paths)
        # Loose modules are found from the files beside them, packages from anywhere.
        index.locator.known = sorted(
            {root for name, package, root in named if package or "." in name}
        )
        index.locator.directories = sorted(set(map(os.path.dirname, index.paths)))
        return index

    def module(self, path: str) -> ModuleIndex:
        """Return the index of one file; an empty one when it cannot be read or parsed."""
        absolute = os.path.abspath(path)
        found = self._modules.get(absolute)
        if found is None:
            found = self._modules[absolute] = self._read(absolute)
        reads("index", absolute)
        return found

    def find_module(
        self, dotted: str, near: str | None = None, *, installed: bool = False
    ) -> tuple[ModuleIndex, list[str]] | None:
        """Return the module of the longest prefix of a dotted name, and the names left over."""
        defined = self._defined_in_package(dotted, near)
        if defined is not None:
            return defined
        located = self.locate(dotted, near, installed=installed)
        return None if located is None else (self.module(located[0]), located[1])

    def locate(
        self, dotted: str, near: str | None = None, *, installed: bool = False
    ) -> tuple[str, list[str]] | None:
        """Return the file of the longest prefix of a dotted name, and the names left over."""
        if self._is_keras(dotted, near):
            return None
        found = self._in_project(dotted, near)
        if found is None and installed and _may_be_installed(dotted):
            directory = None if near is None else os.path.dirname(os.path.abspath(near))
            found = self.locator.find(dotted, self.locator.installed(directory))
        if found is None and near is not None:
            found = self._in_unsaved(dotted, os.path.abspath(near))
        if found is None:
            return None
        path, length = found
        return path, dotted.split(".")[length:]

    def _in_project(self, dotted: str, near: str | None) -> tuple[str, int] | None:
        """Find a module in the project of a file, then among the files given, then around."""
        if near is None:
            return self.locator.find(dotted, tuple(self.locator.known))
        directory = os.path.dirname(os.path.abspath(near))
        found = self.locator.find_longest(dotted, directory)
        if found is None:
            found = self.locator.find(dotted, tuple(self.locator.known))
        if found is None and _may_be_installed(dotted):
            found = self.locator.find(dotted, self.locator.workspace(directory))
        return found

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
        found: dict[str, str | None] = {}
        self._follow(dotted, near, installed, set(), found)
        return found or {dotted: near}

    def results(self, module: ModuleIndex, name: str) -> list[tuple[str, str]]:
        """Return what a name that holds the result of a function may denote, and in which file."""
        key = (module.path, name)
        if name not in module.calls or key in self._called:
            return []
        self._called.add(key)
        found = []
        for function in module.calls[name]:
            for dotted, near in self.origins(function, module.path).items():
                located = self.find_module(dotted, near or module.path)
                if located is not None and len(located[1]) == 1:
                    origin, (called,) = located
                    found += [(target, origin.path) for target in origin.returns.get(called, ())]
        self._called.discard(key)
        return found

    def roots(self, near: str | None) -> tuple[str, ...]:
        """Return where the imports of a file are looked up in the project."""
        found = self._roots_of.get(near)
        if found is None:
            own = self.locator.roots(os.path.dirname(os.path.abspath(near))) if near else ()
            found = self._roots_of[near] = (*own, *self.locator.known)
        return found

    def find_class(self, dotted: str, near: str | None = None) -> ClassHeader | None:
        """Return the class of a dotted name, in the project or in an installed package."""
        return next(iter(self.find_classes(dotted, near)), None)

    def find_classes(self, dotted: str, near: str | None = None) -> list[ClassHeader]:
        """Return every class that a dotted name may denote."""
        headers: dict[tuple[str, int, str], ClassHeader] = {}
        for name, origin in self.origins(dotted, near, installed=True).items():
            found = self.find_module(name, origin or near, installed=True)
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

    def mentioning(self, word: str) -> list[tuple[str, bytes]]:
        """Return the files of the project, as shown, in whose bytes a word occurs, with the bytes.

        Files that cannot be read are for the engine to report.
        """
        reads("mentions", "", word)
        found = []
        for absolute in self.paths_mentioning(word):
            reads("text", absolute)
            found.append((self.paths[absolute], self.content(absolute)))
        return found

    def paths_mentioning(self, word: str) -> tuple[str, ...]:
        """Return the absolute paths of the project's files in whose bytes a word occurs."""
        found = self._mentioning.get(word)
        if found is None:
            wanted = word.encode()
            found = tuple(path for path in self.paths if wanted in self.content(path))
            self._mentioning[word] = found
        return found

    def remember_mentions(self, word: str, paths: set[str]) -> None:
        """Note in which files, by their absolute paths, a word is known to occur."""
        self._mentioning[word] = tuple(path for path in self.paths if path in paths)

    def shown(self, path: str) -> str:
        """Return how an absolute path is shown: as it was given, else relative where possible."""
        given = self.paths.get(path)
        if given is not None:
            return given
        inside = path.startswith(self._directory + os.sep)
        return path[len(self._directory) + 1 :] if inside else path

    def _in_unsaved(self, dotted: str, near: str) -> tuple[str, int] | None:
        """Return the file itself for what it defines, also where it is not on the disk."""
        name = self.locator.module_name(near)[0]
        return (near, name.count(".") + 1) if name and dotted.startswith(f"{name}.") else None

    def _is_keras(self, dotted: str, near: str | None) -> bool:
        """Tell whether a name ends in Keras; within Keras itself its modules are the project's."""
        package = namespace(dotted)
        if package is None or near is None:
            return package is not None and not self.locator.find(dotted, tuple(self.locator.known))
        return namespace(self.locator.module_name(os.path.abspath(near))[0]) != package

    def _read(self, path: str) -> ModuleIndex:
        from layerlint.project.reader import read_module

        name, is_package, _ = self.locator.module_name(path)
        external = path not in self.paths and self.locator.is_installed(path)
        data = self.content(path)
        shown = self.shown(path)
        return read_module(data, shown, name, is_package=is_package, external=external)

    def _follow(
        self,
        dotted: str,
        near: str | None,
        installed: bool,
        seen: set[tuple[str, str | None]],
        found: dict[str, str | None],
    ) -> None:
        if (dotted, near) in seen or dotted.count(".") > MAXIMUM_PARTS:
            return
        seen.add((dotted, near))
        located = self.find_module(dotted, near, installed=installed)
        if located is None:
            found.setdefault(dotted, near)
            return
        module, rest = located
        if not rest:
            targets = self._shadowed(module, dotted, near)
            if not targets:
                found.setdefault(module.name, module.path)
            for target in targets:
                self._follow(target, near, installed, seen, found)
            return
        name, *inner = rest
        own = f"{module.name}.{name}"
        targets = module.bindings.get(name) or self._starred(module, name)
        results = self.results(module, name)
        if own in targets or not (targets or results):
            found.setdefault(".".join([own, *inner]), module.path)
        for target, path in (*((target, module.path) for target in targets), *results):
            # A name in a submodule without source, `from ._native import _native`, ends here.
            if target != own and not target.startswith(f"{own}."):
                self._follow(".".join([target, *inner]), path, installed, seen, found)

    def _starred(self, module: ModuleIndex, name: str) -> tuple[str, ...]:
        """Return what a name that only a star import can have brought may denote."""
        if name in module.bindings:
            return ()
        outside = []
        for star in module.stars:
            located = self.find_module(star, module.path, installed=True)
            if located is None:
                outside.append(f"{star}.{name}")
            elif not located[1] and self._provides(located[0], name, set()):
                return (f"{located[0].name}.{name}",)
        in_keras = [target for target in outside if keras_name(target) is not None]
        return tuple(in_keras or outside)

    def _provides(self, module: ModuleIndex, name: str, seen: set[str]) -> bool:
        if name in module.bindings:
            return True
        seen.add(module.path)
        for star in module.stars:
            located = self.find_module(star, module.path, installed=True)
            if located is None:
                if keras_name(f"{star}.{name}") is not None and is_class_name(name):
                    return True
            elif (
                not located[1]
                and located[0].path not in seen
                and self._provides(located[0], name, seen)
            ):
                return True
        return False

    def _defined_in_package(
        self, dotted: str, near: str | None
    ) -> tuple[ModuleIndex, list[str]] | None:
        """Return the package at `near` where it defines a class called like one of its modules."""
        if near is None or os.path.basename(near) != "__init__.py":
            return None
        package = self.module(near)
        if not dotted.startswith(f"{package.name}."):
            return None
        rest = dotted[len(package.name) + 1 :].split(".")
        return (package, rest) if package.find(rest[0]) else None

    def _shadowed(self, module: ModuleIndex, dotted: str, near: str | None) -> tuple[str, ...]:
        """Return what a package binds to the name of one of its own modules, if anything."""
        package, _, name = dotted.rpartition(".")
        if not package:
            return ()
        located = self.find_module(package, near)
        if located is None or located[1]:
            return ()
        own = f"{located[0].name}.{name}"
        targets = located[0].bindings.get(name, ())
        return () if own in targets else targets


def _may_be_installed(dotted: str) -> bool:
    top = dotted.partition(".")[0]
    return not (
        top in NEVER_LAYERS
        or top in sys.stdlib_module_names
        or keras_name(dotted) is not None
        or tf_name(dotted) is not None
    )
