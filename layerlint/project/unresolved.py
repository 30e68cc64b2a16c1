"""Classes that could be layers, but for a base whose source was not found."""

from __future__ import annotations

import os

from layerlint.project.headers import BUILTINS, TELLING_METHODS, Base, ClassHeader
from layerlint.project.hierarchy import Hierarchy, LayerHeader, is_harmless
from layerlint.project.lookups import NEVER_LAYERS

UNKNOWN = "?"
# Who writes a layer says one of these words.
LIBRARIES = (b"keras", b"tensorflow")


class Unresolved:
    """A class, the base that was not found, its own or inherited, and why it was not."""

    __slots__ = ("base", "header", "reason")

    def __init__(self, header: ClassHeader, base: str, reason: str) -> None:
        self.header = header
        self.base = base
        self.reason = reason


def unresolved(hierarchy: Hierarchy, path: str) -> list[Unresolved]:
    """Return the classes of a file whose bases were not found and that look like layers.

    A class looks like one by what it defines: `call` or `build` in a file that mentions Keras or
    TensorFlow, both of them anywhere.
    """
    absolute = os.path.abspath(path)
    needed = _needed(hierarchy.index.content(absolute))
    if needed == 0 or not _may_lack(hierarchy, absolute):
        return []
    found = []
    for header in hierarchy.index.module(absolute).classes:
        if len(header.telling) >= needed and hierarchy.layer(header) is None:
            lacking = _lacking(hierarchy, header, set())
            if lacking is not None:
                found.append(Unresolved(header, *lacking))
    return found


def _needed(data: bytes) -> int:
    """Return how many methods of layers a class of a file must define; 0 where none does."""
    defined = sum(b"def " + name.encode() in data for name in TELLING_METHODS)
    if any(word in data for word in LIBRARIES):
        return min(defined, 1)
    return len(TELLING_METHODS) if defined == len(TELLING_METHODS) else 0


def _may_lack(hierarchy: Hierarchy, path: str) -> bool:
    """Tell from sketches whether a base of some class of a file may not be found."""
    if hierarchy.prospects.file(path):
        return True
    found = hierarchy.sketches[path]
    seen: set[tuple[str, str]] = set()
    return found.opaque or any(_may_be_lacking(hierarchy, path, n, seen) for n in found.classes)


def _may_be_lacking(
    hierarchy: Hierarchy, path: str, dotted: str, seen: set[tuple[str, str]]
) -> bool:
    """Tell whether a name of a module may be, or derive from, a class that is not found."""
    if (path, dotted) in seen:
        return False
    seen.add((path, dotted))
    root, _, rest = dotted.partition(".")
    found = hierarchy.sketches[path]
    if found.opaque or root in found.assigned:
        return True
    if root in found.classes and not rest:
        return any(
            bases is None or any(_may_be_lacking(hierarchy, path, base, seen) for base in bases)
            for bases in found.classes[root]
        )
    targets = found.bindings.get(root)
    if targets is None:
        return root not in BUILTINS
    return any(
        _is_lacking(hierarchy, f"{target}.{rest}" if rest else target, path, seen)
        for target in targets
    )


def _is_lacking(hierarchy: Hierarchy, dotted: str, near: str, seen: set[tuple[str, str]]) -> bool:
    if _is_known(dotted):
        return False
    located = hierarchy.index.locate(dotted, near, installed=True)
    if located is None:
        return True
    path, rest = located
    return not rest or _may_be_lacking(hierarchy, path, ".".join(rest), seen)


def _lacking(
    hierarchy: Hierarchy, header: ClassHeader, seen: set[tuple[str, int, str]]
) -> tuple[str, str] | None:
    """Return the first base of a class, its own or inherited, that was not found, and why."""
    if header.identity in seen:
        return None
    seen.add(header.identity)
    for base, found in zip(header.bases, hierarchy.bases(header), strict=True):
        if isinstance(found, ClassHeader):
            inherited = _lacking(hierarchy, found, seen)
            if inherited is not None:
                return inherited
        elif not (isinstance(found, LayerHeader) or _is_known(found) or _is_given(header, base)):
            return found.removeprefix(UNKNOWN), _reason(hierarchy, header, base, found)
    return None


def _is_given(header: ClassHeader, base: Base) -> bool:
    """Tell whether a class of a function derives from what the function is given."""
    return "<locals>" in header.qualname and not base.candidates


def _is_known(dotted: str) -> bool:
    return is_harmless(dotted) or dotted.partition(".")[0] in NEVER_LAYERS


def _reason(hierarchy: Hierarchy, header: ClassHeader, base: Base, found: str) -> str:
    if found.startswith(UNKNOWN):
        if not base.candidates:
            return "what it is cannot be told from the code"
        module, _, name = found.removeprefix(UNKNOWN).rpartition(".")
        return f"no class `{name}` was found in `{module}`"
    package = found.partition(".")[0]
    directory = os.path.dirname(os.path.abspath(header.path))
    environment = hierarchy.index.locator.environment(directory)
    where = f"in {environment.path}" if environment.path else "in an environment: none is read"
    return f"`{package}` is neither in the project nor {where}"
