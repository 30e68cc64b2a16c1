"""Classes that could be layers, but for a base whose source was not found."""

from __future__ import annotations

import os

from layerlint.project.candidates import is_harmless
from layerlint.project.headers import BUILTINS, TELLING_METHODS, Base, ClassHeader
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.layer_header import LayerHeader
from layerlint.project.lookups import NEVER_LAYERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.hierarchy import Header

    # A name in a file.
    Name = tuple[str, str]

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
            lacking = _lacking(hierarchy, header)
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
    return found.opaque or _leads_nowhere(hierarchy, [(path, name) for name in found.classes])


def _leads_nowhere(hierarchy: Hierarchy, names: list[Name]) -> bool:
    """Tell whether one of the names may be, or derive from, a class that is not found."""
    seen = set(names)
    pending = names[::-1]
    while pending:
        steps = _onward(hierarchy, *pending.pop())
        if steps is None:
            return True
        new = [step for step in dict.fromkeys(steps) if step not in seen]
        seen.update(new)
        pending += reversed(new)
    return False


def _onward(hierarchy: Hierarchy, path: str, dotted: str) -> list[Name] | None:
    """Return the names that a name of a module leads on to; None where one may be missing."""
    root, _, rest = dotted.partition(".")
    found = hierarchy.sketches[path]
    if found.opaque or found.assigns(root):
        return None
    if root in found.classes and not rest:
        if any(bases is None for bases in found.classes[root]):
            return None
        return [(path, base) for bases in found.classes[root] for base in bases or ()]
    targets = found.bindings.get(root)
    if targets is None:
        return [] if root in BUILTINS else None
    steps: list[Name] = []
    for target in targets:
        absolute = f"{target}.{rest}" if rest else target
        if _is_known(absolute):
            continue
        located = hierarchy.index.locate(absolute, path, installed=True)
        if located is None or not located[1]:
            return None
        steps.append((located[0], ".".join(located[1])))
    return steps


def _lacking(hierarchy: Hierarchy, header: ClassHeader) -> tuple[str, str] | None:
    """Return the first base of a class, its own or inherited, that was not found, and why."""
    seen = {header.identity}
    pending = [iter(_above(hierarchy, header))]
    while pending:
        step = next(pending[-1], None)
        if step is None:
            pending.pop()
            continue
        owner, base, found = step
        if isinstance(found, ClassHeader):
            if found.identity not in seen:
                seen.add(found.identity)
                pending.append(iter(_above(hierarchy, found)))
        elif not (isinstance(found, LayerHeader) or _is_known(found) or _is_given(owner, base)):
            return found.removeprefix(UNKNOWN), _reason(hierarchy, owner, base, found)
    return None


def _above(hierarchy: Hierarchy, header: ClassHeader) -> list[tuple[ClassHeader, Base, Header]]:
    """Return each base of a class with what it was found to be."""
    found = zip(header.bases, hierarchy.bases(header), strict=True)
    return [(header, base, above) for base, above in found]


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
