"""What importing a module imports as well, as far as the project's own files are concerned."""

from __future__ import annotations

import os
from collections import deque
from functools import partial

from layerlint.facts.dependents import GRAPH_WORDS, NEED_KERAS_2, TENSORFLOW_2_WORDS
from layerlint.project.old_uses import is_of_tensorflow_1
from layerlint.project.raw_text import LEGACY_KERAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from layerlint.project.applications import Applications
    from layerlint.project.headers import Importing
    from layerlint.project.index import ProjectIndex

# What a file says that switches TF_USE_LEGACY_KERAS on.
SWITCH = ("TF_USE_LEGACY_KERAS", LEGACY_KERAS.pattern.decode())
# More modules than that are not followed.
_MOST = 300


def imports_dependent(index: ProjectIndex, module: Importing) -> str | None:
    """Return why importing a module needs Keras 2: what it imports, near or far, depends on it."""
    for package in NEED_KERAS_2:
        users = index.having(package, rf"(?m)^(?:import|from)\s+{package}\b")
        wanted = {os.path.abspath(path) for path in users}
        found = _first(index, module, wanted)
        if found is not None and any(_is_of(name, package) for name in found.required):
            return f"`{package}` needs Keras 2, which `{found.name}` imports"
    return None


def imports_tensorflow_1(index: ProjectIndex, module: Importing) -> str | None:
    """Return what a module, or what it imports near or far, uses that only TensorFlow 1 has.

    Of code that was moved to TensorFlow 2 some function may have been forgotten that nobody calls.
    """
    wanted = _with(index, GRAPH_WORDS)
    closure = list(_closure(index, module)) if wanted else []
    if not wanted.isdisjoint(closure) and _with(index, TENSORFLOW_2_WORDS).isdisjoint(closure):
        for path in filter(wanted.__contains__, closure):
            found = index.importing(path)
            used = () if found.old_use is None else found.old_use[:1]
            name = next(filter(is_of_tensorflow_1, (*found.required, *used)), None)
            if name is not None:
                return f"`{name}` exists only on TensorFlow 1, and `{found.name}` uses it"
    return None


def _with(index: ProjectIndex, words: tuple[str, ...]) -> set[str]:
    """Return the absolute paths of the files that have one of the words."""
    return {os.path.abspath(path) for word in words for path in index.mentioning(word)}


def switches_to_legacy(index: ProjectIndex, module: Importing, programs: Applications) -> bool:
    """Tell whether what a module imports asks for Keras 2, or a program that imports it."""
    wanted = {os.path.abspath(path) for path in index.mentioning(*SWITCH)}
    if not wanted:
        return False
    if _first(index, module, wanted) is not None:
        return True
    own = os.path.abspath(module.path)
    return programs.hold(os.path.dirname(own)) and any(
        _first(index, index.importing(path), {own}) is not None for path in sorted(wanted)
    )


def imported_among(index: ProjectIndex, module: Importing, wanted: Set[str]) -> Iterator[Importing]:
    """Yield the modules at the `wanted` paths that importing a module imports, near or far.

    The nearest first, itself included. Whoever imports a module imports its package, and all that
    this begins with.
    """
    paths = _closure(index, module) if wanted else ()
    return map(index.importing, filter(wanted.__contains__, paths))


def _first(index: ProjectIndex, module: Importing, wanted: Set[str]) -> Importing | None:
    """Return the first of the modules with the `wanted` paths that importing a module imports."""
    return next(imported_among(index, module, wanted), None)


def _closure(index: ProjectIndex, module: Importing) -> Iterator[str]:
    """Yield the absolute paths of a module and of all that importing it imports of the project."""
    found = dict.fromkeys([os.path.abspath(module.path)])
    pending = deque(found)
    while pending and len(found) < _MOST:
        path = pending.popleft()
        yield path
        imports = index.imports.of(path, partial(_imports, index, path))
        pending += [each for each in imports if each not in found]
        found.update(dict.fromkeys(imports))


def _imports(index: ProjectIndex, path: str) -> tuple[str, ...]:
    """Return the files of the project that a module imports itself, by absolute paths."""
    origin = index.importing(path)
    names = dict.fromkeys(_with_packages((origin.name, *origin.required)))
    located = (index.locate(name, origin.path) for name in names)
    paths = dict.fromkeys(os.path.abspath(each[0]) for each in located if each is not None)
    return tuple(path for path in paths if index.contains(path))


def _with_packages(names: tuple[str, ...]) -> Iterator[str]:
    """Yield names, each behind those of the packages that it lies in."""
    for name in names:
        parts = name.split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def _is_of(name: str, package: str) -> bool:
    return name.partition(".")[0] == package
