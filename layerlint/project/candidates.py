"""What the bases of a class may denote: names that end in Keras, and classes of known source."""

from __future__ import annotations

import sys

from layerlint.facts.namespaces import keras_name, namespace, tf_name
from layerlint.project.headers import ClassHeader
from layerlint.state.memo import Node, rests_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.project.headers import Base
    from layerlint.project.index import ProjectIndex

    # What a name may denote, and the file that spells it that way.
    Candidate = tuple[ClassHeader | str, str]
    Identity = tuple[str, int, str]

# Where the search ends within Keras's own source.
ROOTS = frozenset(
    {
        "layers.Layer",
        "Model",
        "metrics.Metric",
        "losses.Loss",
        "regularizers.Regularizer",
        "initializers.Initializer",
        "constraints.Constraint",
        "optimizers.Optimizer",
        "Operation",
    }
)


class Candidates:
    """Looks the bases of classes up, each class once; says nothing of whether they are layers."""

    __slots__ = ("_index", "_known", "_nodes")

    def __init__(self, index: ProjectIndex) -> None:
        self._index = index
        self._known: dict[Identity, tuple[tuple[Candidate, ...], ...]] = {}
        self._nodes: dict[Identity, Node] = {}

    def of(self, header: ClassHeader) -> tuple[tuple[Candidate, ...], ...]:
        """Return, for each base of a class, what it may denote; nothing where nothing is known."""
        key = header.identity
        node = self._nodes.setdefault(key, Node())
        rests_on(node)
        if key not in self._known:
            with node:
                self._known[key] = tuple(tuple(self._of_base(b, header)) for b in header.bases)
        return self._known[key]

    def _of_base(self, base: Base, header: ClassHeader) -> Iterator[Candidate]:
        for candidate in base.candidates:
            origins = self._index.origins(candidate, header.path, installed=True)
            for dotted, origin in origins.items():
                near = origin or header.path
                for item in self._named(dotted, near, header):
                    yield item, near

    def _named(self, dotted: str, near: str, header: ClassHeader) -> list[ClassHeader | str]:
        located = self._index.find_bound(dotted, near, installed=True)
        if located is None or is_keras_root(dotted):
            return [dotted]
        module, rest = located
        named = [h for h in module.find(".".join(rest)) if h.identity != header.identity]
        # Where the source is at hand and defines no such class, the name tells nothing.
        return [h for h in named if _has_its_name(h, header)] or [*named] or [f"?{dotted}"]


def _has_its_name(found: ClassHeader, user: ClassHeader) -> bool:
    """Tell whether a class still has its name where another one derives from it."""
    if found.until is None:
        return found.path != user.path or found.line < user.line or "<locals>" in user.qualname
    return found.path == user.path and found.line < user.line <= found.until


def is_keras_root(dotted: str) -> bool:
    """Tell whether a name is, in Keras's own source, the class at which the search ends."""
    name = keras_name(dotted)
    return name in ROOTS and "<locals>" not in dotted and "_test." not in dotted


def is_harmless(dotted: str) -> bool:
    """Tell whether a base that is no layer is known to add nothing of Keras's interface."""
    top = dotted.partition(".")[0]
    return (
        top == "builtins"
        or top in sys.stdlib_module_names
        or namespace(dotted) is not None
        or tf_name(dotted) is not None
    )
