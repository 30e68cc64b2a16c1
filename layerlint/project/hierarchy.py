"""Is this class a Keras layer? Follows base classes across the project until they reach Keras."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from layerlint.facts.namespaces import keras_name, kind, namespace, tf_name
from layerlint.project.generations import Generations, Verdict, meet, union
from layerlint.project.headers import Base, ClassHeader
from layerlint.project.index import ProjectIndex
from layerlint.project.linearise import linearise
from layerlint.project.prospects import Prospects
from layerlint.project.sketches import Sketches
from layerlint.state.memo import Node, rests_on

OTHER_BACKENDS = re.compile(r"jax|torch|numpy|openvino|mxnet", re.IGNORECASE)
# Where the search ends within Keras's own source.
ROOTS = frozenset(
    {
        "layers.Layer",
        "Model",
        "metrics.Metric",
        "losses.Loss",
        "optimizers.Optimizer",
        "Operation",
    }
)


class LayerHeader:
    """A class that is a Keras layer or model, and how that was found out.

    `bases` has one entry for each base of the header: a LayerHeader or ClassHeader whose source
    is known, or a dotted name; a base of which nothing is known is its text after a question
    mark. `mro` are the classes whose source is known, itself first; `keras_bases` are the Keras
    names where they end; `complete` is False when a class outside Keras, TensorFlow, the standard
    library and the sources at hand takes part.
    """

    __slots__ = (
        "bases",
        "chain",
        "complete",
        "generations",
        "header",
        "keras_bases",
        "kind",
        "mro",
        "verdict",
    )

    def __init__(
        self,
        header: ClassHeader,
        kind: str,
        chain: tuple[str, ...],
        bases: tuple[LayerHeader | ClassHeader | str, ...],
        verdict: Verdict,
    ) -> None:
        self.header = header
        self.kind = kind
        self.chain = chain
        self.bases = bases
        self.verdict = verdict
        self.generations = verdict.generations
        self.mro: tuple[ClassHeader, ...] = (header,)
        self.keras_bases: tuple[str, ...] = ()
        self.complete = True

    @property
    def path(self) -> str:
        """The file that defines the class."""
        return self.header.path

    @property
    def line(self) -> int:
        """The line of the `class` keyword."""
        return self.header.line

    @property
    def qualname(self) -> str:
        """The qualified name within the module."""
        return self.header.qualname

    @property
    def generation_reason(self) -> str:
        """Why the class was found to run on its generations."""
        return self.verdict.reason

    def __repr__(self) -> str:
        return f"<LayerHeader {self.kind} {' > '.join(self.chain)}>"


Found = LayerHeader | ClassHeader | str


class Hierarchy:
    """Finds the layers of each file of a project."""

    def __init__(
        self,
        index: ProjectIndex,
        layer_bases: Iterable[str] = (),
        target_keras: str = "auto",
        *,
        screen: bool = True,
    ) -> None:
        self.index = index
        self.layer_bases = frozenset(layer_bases)
        self.generations = Generations(index, target_keras)
        self.sketches = Sketches(index)
        self.prospects = Prospects(index, self.sketches, self._by_name)
        self._screen = screen
        self._classes: dict[tuple[str, int, str], LayerHeader | None] = {}
        self._nodes: dict[tuple[str, int, str], Node] = {}
        self._open: set[tuple[str, int, str]] = set()

    def layers(self, path: str) -> list[LayerHeader]:
        """Return the layers and models that a file defines, in source order."""
        if self._screen and not self.prospects.file(path):
            return []
        found = [
            self.layer(header)
            for header in self.index.module(path).classes
            if not self._screen or self.prospects.name(path, header.name)
        ]
        return [layer for layer in found if layer is not None]

    def layer(self, header: ClassHeader) -> LayerHeader | None:
        """Return what is known of a class as a layer, or None when it is not one."""
        node = self._nodes.setdefault(header.identity, Node())
        rests_on(node)
        if header.identity in self._classes:
            return self._classes[header.identity]
        if header.identity in self._open:
            return None
        self._open.add(header.identity)
        with node:
            layer = self._decide(header)
        self._open.discard(header.identity)
        self._classes[header.identity] = layer
        return layer

    def bases(self, header: ClassHeader) -> tuple[Found, ...]:
        """Return, for each base of a class, the most telling of its alternatives."""
        return tuple(self._alternatives(base, header)[0][0] for base in header.bases)

    def kind_of(self, found: Found) -> str | None:
        """Return `layer`, `model` or None for a base."""
        if isinstance(found, LayerHeader):
            return found.kind
        if isinstance(found, ClassHeader):
            return None
        if found in self.layer_bases:
            return "layer"
        known = kind(keras_name(found) or "")
        return known if known in ("layer", "model") and "<locals>" not in found else None

    def _decide(self, header: ClassHeader) -> LayerHeader | None:
        if is_keras_root(header.dotted):
            return self._root(header)
        if header.dotted in self.layer_bases:
            return self._root(header)
        alternatives = [self._alternatives(base, header) for base in header.bases]
        kinds = [self.kind_of(found[0][0]) for found in alternatives]
        if not any(kinds):
            return None
        bases = tuple(found[0][0] for found in alternatives)
        chosen = kinds.index("model") if "model" in kinds else kinds.index("layer")
        above = bases[chosen]
        chain = above.chain if isinstance(above, LayerHeader) else (str(above),)
        verdict = meet(
            [
                self._verdict(found)
                for found, found_kind in zip(alternatives, kinds, strict=True)
                if found_kind
            ]
        )
        layer = LayerHeader(header, kinds[chosen] or "", (header.dotted, *chain), bases, verdict)
        self._complete(layer)
        return layer

    def _by_name(self, dotted: str, defined: bool) -> bool | None:
        """Tell from its name alone whether a class is a layer; None where its bases decide.

        `defined` is set for a class whose source is at hand.
        """
        if dotted in self.layer_bases:
            return True
        if defined and not is_keras_root(dotted):
            return None
        return kind(keras_name(dotted) or "") in ("layer", "model")

    def _root(self, header: ClassHeader) -> LayerHeader | None:
        """A class that is a layer by definition: Keras's own `Layer`, or a configured base."""
        name = "layers.Layer" if header.dotted in self.layer_bases else keras_name(header.dotted)
        known = kind(name or "")
        if name is None or known not in ("layer", "model"):
            return None
        verdict = self.generations.of_name(header.dotted, self.index.module(header.path))
        layer = LayerHeader(header, known, (header.dotted,), (), verdict)
        layer.keras_bases = (name,)
        return layer

    def _alternatives(self, base: Base, header: ClassHeader) -> list[tuple[Found, str]]:
        """Return what a base may be, layers first, each with the file that spells it that way."""
        found: dict[object, tuple[Found, str]] = {}
        for candidate in base.candidates:
            origins = self.index.origins(candidate, header.path, installed=True)
            for dotted, origin in origins.items():
                for item in self._classes_of(dotted, origin or header.path, header):
                    key = item if isinstance(item, str) else id(item)
                    found.setdefault(key, (item, origin or header.path))
        ordered = sorted(found.values(), key=lambda pair: self._rank(pair[0]))
        return ordered or [(f"?{base.text}", header.path)]

    def _classes_of(self, dotted: str, near: str, header: ClassHeader) -> list[Found]:
        located = self.index.find_module(dotted, near, installed=True)
        if located is None or is_keras_root(dotted):
            return [dotted]
        module, rest = located
        named = [h for h in module.find(".".join(rest)) if h.identity != header.identity]
        headers = [h for h in named if _has_its_name(h, header)] or named
        # Where the source is at hand and defines no such class, the name tells nothing.
        return [self.layer(found) or found for found in headers] or [f"?{dotted}"]

    def _rank(self, found: Found) -> tuple[int, bool]:
        """Order alternatives: layers, then known sources; TensorFlow before other backends."""
        name = found if isinstance(found, str) else header_of(found).dotted
        other_backend = OTHER_BACKENDS.search(name) is not None
        if self.kind_of(found):
            return 0, other_backend
        if isinstance(found, str):
            return (2 if is_harmless(found) else 3), other_backend
        return 1, other_backend

    def _verdict(self, alternatives: list[tuple[Found, str]]) -> Verdict:
        verdicts = []
        names = []
        for found, origin in alternatives:
            if isinstance(found, LayerHeader):
                verdicts.append(found.verdict)
            elif isinstance(found, str) and self.kind_of(found):
                names.append((found, self.index.module(origin)))
        return union([*verdicts, *self.generations.of_alternatives(names)])

    def _complete(self, layer: LayerHeader) -> None:
        """Fill in what follows from the bases: linearisation, Keras bases, completeness."""
        order = linearise(layer.header, self.bases)
        headers, names = [], []
        for item in order:
            if isinstance(item, ClassHeader):
                headers.append(item)
            else:
                names.append(item)
        layer.mro = tuple(headers)
        known = [keras_name(name) or name for name in names if self.kind_of(name)]
        layer.keras_bases = tuple(dict.fromkeys(known))
        layer.complete = all(self.kind_of(name) or is_harmless(name) for name in names)


def header_of(found: LayerHeader | ClassHeader) -> ClassHeader:
    """Return the header of a class whose source is known."""
    return found.header if isinstance(found, LayerHeader) else found


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
