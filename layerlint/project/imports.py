"""What importing a module imports as well, as far as the project's own files are concerned."""

from __future__ import annotations

import os

from layerlint.facts.dependents import NEED_KERAS_2
from layerlint.project.raw_text import LEGACY_KERAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.project.applications import Applications
    from layerlint.project.headers import ModuleIndex
    from layerlint.project.index import ProjectIndex

# What a file says that switches TF_USE_LEGACY_KERAS on.
SWITCH = ("TF_USE_LEGACY_KERAS", LEGACY_KERAS.pattern.decode())
# More modules than that are not followed.
_MOST = 300


def imports_dependent(index: ProjectIndex, module: ModuleIndex) -> str | None:
    """Return why importing a module needs Keras 2: what it imports, near or far, depends on it."""
    for package in NEED_KERAS_2:
        users = index.mentioning(package, rf"(?m)^(?:import|from)\s+{package}\b")
        wanted = {os.path.abspath(path) for path in users}
        found = _first(index, module, wanted) if wanted else None
        if found is not None and any(_is_of(name, package) for name in found.required):
            return f"`{package}` needs Keras 2, which `{found.name}` imports"
    return None


def switches_to_legacy(index: ProjectIndex, module: ModuleIndex, programs: Applications) -> bool:
    """Tell whether what a module imports asks for Keras 2, or a program that imports it."""
    wanted = {os.path.abspath(path) for path in index.mentioning(*SWITCH)}
    if not wanted:
        return False
    if _first(index, module, wanted) is not None:
        return True
    own = os.path.abspath(module.path)
    return programs.hold(os.path.dirname(own)) and any(
        _first(index, index.module(path), {own}) is not None for path in sorted(wanted)
    )


def _first(index: ProjectIndex, module: ModuleIndex, wanted: set[str]) -> ModuleIndex | None:
    """Return the first of the modules with the `wanted` paths that importing a module imports."""
    return next(
        (each for each in _closure(index, module) if os.path.abspath(each.path) in wanted), None
    )


def _closure(index: ProjectIndex, module: ModuleIndex) -> Iterator[ModuleIndex]:
    """Yield a module of the project and all that importing it imports of the project."""
    pending, seen = [module], {os.path.abspath(module.path)}
    while pending and len(seen) < _MOST:
        origin = pending.pop(0)
        yield origin
        for name in dict.fromkeys(_with_packages((origin.name, *origin.required))):
            located = index.locate(name, origin.path)
            path = os.path.abspath(located[0]) if located is not None else ""
            if path and path not in seen and index.contains(path):
                seen.add(path)
                pending.append(index.module(path))


def _with_packages(names: tuple[str, ...]) -> Iterator[str]:
    """Yield names, each behind those of the packages that it lies in."""
    for name in names:
        parts = name.split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def _is_of(name: str, package: str) -> bool:
    return name.partition(".")[0] == package
