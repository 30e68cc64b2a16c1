"""Finds the file of a module by its dotted name, in the project and among installed packages.

Nothing is imported: a module is found as Python would find it, by looking at directories.
"""

from __future__ import annotations

import os
import re

from layerlint.files.reading import read_regular
from layerlint.files.source import NOTEBOOK
from layerlint.project.environment import Environment, Environments, own_directories
from layerlint.project.layout import Names, names_in
from layerlint.project.workspace import project_root, sources, workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

# These stand at the root of a project even where it has an `__init__.py`.
ROOT_MARKERS = frozenset({".git", ".hg", "pyproject.toml"})
# Without a marker of the project's root, so many directories above the package are searched.
LEVELS_WITHOUT_MARKER = 2
# So many modules of a package are asked whether the directory above is a package as well.
SAMPLE = 40
_NOTHING: frozenset[str] = frozenset()


class Locator:
    """Looks modules up in directories; remembers what each directory holds."""

    def __init__(self, src: tuple[str, ...] = (), environment: str | None = None) -> None:
        self.src = tuple(os.path.abspath(root) for root in src)
        self.known: list[str] = []
        self.directories: list[str] = []
        # Files whose content has a say in where modules are found and what they run on.
        self.consulted: set[str] = set()
        self._entries: dict[str, Names] = {}
        self.namespaces: dict[tuple[str, str], bool] = {}
        self._names: dict[str, tuple[str, bool, str]] = {}
        self._outer: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._roots: dict[str, tuple[str, ...]] = {}
        self._found: dict[tuple[str, str], tuple[str, int] | None] = {}
        self.environments = Environments(environment, self.entries, self.consulted)
        self._environment_of: dict[str, Environment] = {}
        self._projects: dict[str, str | None] = {}
        self._workspaces: dict[str, tuple[str, ...]] = {}

    @classmethod
    def around(
        cls, paths: Collection[str], src: tuple[str, ...], environment: str | None
    ) -> Locator:
        """Return one that knows where the files with these absolute paths lie."""
        locator = cls(src, environment)
        named = map(locator.module_name, paths)
        # Loose modules are found from the files beside them, packages from anywhere.
        locator.known = sorted({root for name, package, root in named if package or "." in name})
        locator.directories = sorted(set(map(os.path.dirname, paths)))
        return locator

    def entries(self, directory: str) -> frozenset[str]:
        """Return the names in a directory; none when it cannot be read."""
        found = self._entries.get(directory)
        if found is None:
            found = self._entries[directory] = names_in(directory)
        return found

    def entries_below(self, directory: str, parts: Sequence[str]) -> frozenset[str]:
        """Return the names in a directory below another; what a listing lacks is not looked at."""
        for part in parts:
            if part not in self.entries(directory):
                return _NOTHING
            directory = os.path.join(directory, part)
        return self.entries(directory)

    def asked(self) -> list[tuple[str, str]]:
        """Return the directories whose names were looked at, each with what was asked of them."""
        return [(directory, names.question()) for directory, names in self._entries.items()]

    def module_name(self, path: str) -> tuple[str, bool, str]:
        """Return the dotted name of a file, whether it is a package, and the root it starts at."""
        found = self._names.get(path)
        if found is None:
            found = self._names[path] = self._module_name(path)
        return found

    def _module_name(self, path: str) -> tuple[str, bool, str]:
        directory, file = os.path.split(path)
        if file.endswith(NOTEBOOK):
            # No import leads to a notebook: its name is one that no file of a module has.
            return file.replace(".", "-"), False, directory
        stem = os.path.splitext(file)[0]
        parts = [] if stem == "__init__" else [stem]
        directory, packages = self._outermost(directory)
        parts[:0] = packages
        if not parts or directory in self.src:
            return ".".join(parts), stem == "__init__", directory
        if directory == os.path.dirname(path):
            return self._loose(directory, parts)
        while self.is_namespace(directory, parts[0]):
            directory, package = os.path.split(directory)
            parts.insert(0, package)
        return ".".join(parts), stem == "__init__", directory

    def _loose(self, directory: str, parts: list[str]) -> tuple[str, bool, str]:
        """Name a file that lies in no package after the source root that it lies under."""
        for root in sorted(self.src or self._sources(directory), key=len, reverse=True):
            if directory.startswith(root + os.sep):
                above = os.path.relpath(directory, root).split(os.sep)
                # Beside `nn.py`, a directory `nn` without `__init__.py` is never imported.
                if all(map(str.isidentifier, above)) and not self._hidden(root, above):
                    return ".".join([*above, *parts]), False, root
        return ".".join(parts), False, directory

    def _hidden(self, root: str, parts: list[str]) -> bool:
        """Tell whether a module takes the place of one of the directories on a path."""
        for part in parts:
            if f"{part}.py" in self.entries(root):
                return True
            root = os.path.join(root, part)
        return False

    def _outermost(self, directory: str) -> tuple[str, tuple[str, ...]]:
        """Return where the packages around a directory begin, and their names from there."""
        found = self._outer.get(directory)
        if found is None:
            found = directory, ()
            if self._in_package(directory):
                parent, package = os.path.split(directory)
                root, packages = self._outermost(parent)
                found = root, (*packages, package)
            self._outer[directory] = found
        return found

    def _in_package(self, directory: str) -> bool:
        """Tell whether a directory is a package, or one without `__init__.py` within a package."""
        parent, name = os.path.split(directory)
        names = self.entries(directory)
        if directory in self.src or names & ROOT_MARKERS or not name:
            return False
        return "__init__.py" in names or (
            name.isidentifier() and "__init__.py" in self.entries(parent)
        )

    def is_namespace(self, directory: str, package: str) -> bool:
        """Tell whether a directory without `__init__.py` is a package, from how it is imported."""
        name = os.path.basename(directory)
        inner = os.path.join(directory, package)
        key = (directory, package)
        if key not in self.namespaces:
            dotted = f"{name}.{package}".encode()
            statement = re.compile(rb"(?<![\w.])" + re.escape(dotted) + rb"\b")
            self.namespaces[key] = name.isidentifier() and any(
                dotted in data and statement.search(data) is not None
                for data in map(self._read, self.sample(inner))
            )
        return self.namespaces[key]

    def sample(self, directory: str) -> list[str]:
        """Return some modules of a package, those at its top and those that define packages."""
        names = sorted(self.entries(directory))
        files = [os.path.join(directory, name) for name in names if name.endswith(".py")]
        files += [os.path.join(directory, name, "__init__.py") for name in names if "." not in name]
        return files[:SAMPLE]

    def _read(self, path: str) -> bytes:
        try:
            return read_regular(path)
        except OSError:
            return b""

    def roots(self, directory: str) -> tuple[str, ...]:
        """Return where absolute imports of a file in `directory` may start, nearest first."""
        found = self._roots.get(directory)
        if found is None:
            found = self._roots[directory] = tuple(self._search_roots(directory))
        return found

    def find(self, dotted: str, roots: tuple[str, ...]) -> tuple[str, int] | None:
        """Return the file of the longest prefix of `dotted` that is a module, and its length."""
        for root in roots:
            key = (root, dotted)
            if key not in self._found:
                self._found[key] = self._descend(root, dotted.split("."))
            found = self._found[key]
            if found is not None:
                return found
        return None

    def find_longest(self, dotted: str, directory: str) -> tuple[str, int] | None:
        """Return what `find` does for a file in `directory`, past packages that lack the module.

        A folder of tests is often a package that is named like the one it tests, and a file like
        the package it lies in: a module has no modules within, only names and what these have.
        """
        best: tuple[str, int] | None = None
        of_class = dotted.count(".") - 1
        for root in self.roots(directory):
            found = self.find(dotted, (root,))
            if found is not None and (best is None or found[1] > best[1]):
                best = found
            if best is not None and (
                best[1] >= of_class and os.path.basename(best[0]) != "__init__.py"
            ):
                return best
        root = self.project(directory) or ""
        # The project's root may itself be the package.
        is_package = root != "" and "__init__.py" in self.entries(root)
        if best is None and is_package and dotted.partition(".")[0] == os.path.basename(root):
            return self.find(dotted, (os.path.dirname(root),))
        return best

    def project(self, directory: str) -> str | None:
        """Return where the project of a directory begins; None where nothing marks it."""
        if directory not in self._projects:
            self._projects[directory] = project_root(directory, self.entries)
        return self._projects[directory]

    def workspace(self, directory: str) -> tuple[str, ...]:
        """Return where packages of the other distributions of a repository start."""
        root = self.project(directory)
        if root is None:
            return ()
        if root not in self._workspaces:
            self._workspaces[root] = tuple(workspace(root, self.entries))
        return self._workspaces[root]

    def environment(self, directory: str) -> Environment:
        """Return the environment whose packages are read for the files of a directory."""
        found = self._environment_of.get(directory)
        if found is None:
            begin = self.project(directory)
            levels = LEVELS_WITHOUT_MARKER + 1
            places = own_directories(directory, begin, self.entries, levels)
            found = self._environment_of[directory] = self.environments.among(places)
        return found

    def installed(self, directory: str | None) -> tuple[str, ...]:
        """Return where installed packages lie for a directory, those by reference first.

        Without a directory, for any of the project.
        """
        found: list[str] = []
        for each in self.directories if directory is None else [directory]:
            environment = self.environment(each)
            found += self.environments.editable(environment)
            found += self.environments.installed(environment)
        return tuple(dict.fromkeys(found))

    def is_installed(self, path: str) -> bool:
        """Tell whether a file is one of an installed package."""
        environment = self.environment(os.path.dirname(path))
        roots = self.environments.installed(environment)
        return any(path.startswith(root + os.sep) for root in roots)

    def _sources(self, directory: str) -> list[str]:
        root = self.project(directory)
        return [] if root is None else sources(root, self.entries)

    def _search_roots(self, directory: str) -> list[str]:
        roots: list[str] = []
        begin = self.project(directory)
        own = self._sources(directory)
        while True:
            names = self.entries(directory)
            if "__init__.py" not in names or names & ROOT_MARKERS:
                roots.append(directory)
            parent = os.path.dirname(directory)
            far = begin is None and len(roots) > LEVELS_WITHOUT_MARKER
            if directory == begin or far or parent == directory:
                break
            directory = parent
        return list(dict.fromkeys([*roots, *own, *self.src]))

    def _descend(self, directory: str, parts: list[str]) -> tuple[str, int] | None:
        found = None
        for depth, part in enumerate(parts, 1):
            names = self.entries(directory)
            inner = os.path.join(directory, part)
            if part in names and "__init__.py" in self.entries(inner):
                found = (os.path.join(inner, "__init__.py"), depth)
            elif f"{part}.py" in names:
                return f"{inner}.py", depth
            elif part not in names:
                break
            directory = inner
        return found
