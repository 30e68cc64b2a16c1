"""Is this class a Keras layer? Follows base classes across the project until they reach Keras."""

from __future__ import annotations

import re
from collections.abc import Iterable

from layerlint.facts.namespaces import keras_name, kind
from layerlint.facts.objects import OBJECT_KINDS
from layerlint.project.candidates import Candidates, is_harmless, is_keras_root
from layerlint.project.generations import Generations
from layerlint.project.headers import ClassHeader
from layerlint.project.index import ProjectIndex
from layerlint.project.layer_header import LayerHeader, header_of
from layerlint.project.linearise import MAXIMUM_DEPTH, linearise
from layerlint.project.prospects import Prospects
from layerlint.project.ties import Ties
from layerlint.project.verdict import Verdict, meet, union
from layerlint.state.memo import Node, rests_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.candidates import Candidate

LAYER_KINDS = ("model", "layer")
# The kinds of what a class may be, the most telling first.
_KINDS = (*LAYER_KINDS, *sorted(OBJECT_KINDS))
OTHER_BACKENDS = re.compile(r"jax|torch|numpy|openvino|mxnet", re.IGNORECASE)

Header = LayerHeader | ClassHeader | str


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
        self.sketches = index.sketches
        self._candidates = Candidates(index)
        self.ties = Ties(index, always=bool(self.layer_bases))
        self.prospects = Prospects(index, self._by_name, self.ties)
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

    def objects(self, path: str) -> list[LayerHeader]:
        """Return the losses, metrics and the like that a file defines, in source order."""
        found = [self._known(header) for header in self.index.module(path).classes]
        return [each for each in found if each is not None and each.kind in OBJECT_KINDS]

    def layer(self, header: ClassHeader) -> LayerHeader | None:
        """Return what is known of a class as a layer, or None when it is not one."""
        known = self._known(header)
        return known if known is not None and known.kind in LAYER_KINDS else None

    def _known(self, header: ClassHeader) -> LayerHeader | None:
        """Return what is known of a class of any kind."""
        rests_on(self._node(header))
        if header.identity in self._classes:
            return self._classes[header.identity]
        if header.identity in self._open:
            return None
        pending = [header]
        while pending:
            current = pending[-1]
            if current.identity in self._classes:
                pending.pop()
                continue
            with self._node(current):
                if current.identity not in self._open:
                    self._open.add(current.identity)
                    pending += self._undecided(current)
                    continue
                layer = self._decide(current)
            pending.pop()
            self._open.discard(current.identity)
            self._classes[current.identity] = layer
        return self._classes[header.identity]

    def _node(self, header: ClassHeader) -> Node:
        return self._nodes.setdefault(header.identity, Node())

    def _undecided(self, header: ClassHeader) -> list[ClassHeader]:
        """Return the bases to be decided before a class, the first one last."""
        if self._is_root(header):
            return []
        found = [
            item
            for alternatives in self._candidates.of(header)
            for item, _ in alternatives
            if isinstance(item, ClassHeader)
            and item.identity not in self._classes
            and item.identity not in self._open
        ]
        return found[::-1]

    def bases(self, header: ClassHeader) -> tuple[Header, ...]:
        """Return, for each base of a class, the most telling of its alternatives."""
        return tuple(found[0][0] for found in self._alternatives(header))

    def kind_of(self, found: Header) -> str | None:
        """Return `layer`, `model`, the kind of a loss or the like, or None for a base."""
        if isinstance(found, LayerHeader):
            return found.kind
        if isinstance(found, ClassHeader):
            return None
        if found in self.layer_bases:
            return "layer"
        known = kind(keras_name(found) or "")
        return known if known in _KINDS and "<locals>" not in found else None

    def _decide(self, header: ClassHeader) -> LayerHeader | None:
        if self._is_root(header):
            return self._root(header)
        alternatives = self._alternatives(header)
        kinds = [self.kind_of(found[0][0]) for found in alternatives]
        if not any(kinds):
            return None
        bases = tuple(found[0][0] for found in alternatives)
        chosen = kinds.index(next(known for known in _KINDS if known in kinds))
        above = bases[chosen]
        chain = above.chain if isinstance(above, LayerHeader) else (str(above),)
        verdict = meet(
            [
                self._verdict(found)
                for found, found_kind in zip(alternatives, kinds, strict=True)
                if found_kind
            ]
        )
        verdict = self.generations.where_imported(self.index.importing(header.path), verdict)
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
        return kind(keras_name(dotted) or "") in LAYER_KINDS

    def _is_root(self, header: ClassHeader) -> bool:
        return is_keras_root(header.dotted) or header.dotted in self.layer_bases

    def _root(self, header: ClassHeader) -> LayerHeader | None:
        """A class that is a layer by definition: Keras's own `Layer`, or a configured base."""
        name = "layers.Layer" if header.dotted in self.layer_bases else keras_name(header.dotted)
        known = kind(name or "")
        if name is None or known not in _KINDS:
            return None
        verdict = self.generations.of_name(header.dotted, self.index.importing(header.path))
        layer = LayerHeader(header, known, (header.dotted,), (), verdict)
        layer.keras_bases = (name,)
        return layer

    def _alternatives(self, header: ClassHeader) -> list[list[tuple[Header, str]]]:
        """Return what each base may be, layers first, each with the file that spells it so."""
        return [
            self._ordered(candidates) or [(f"?{base.text}", header.path)]
            for base, candidates in zip(header.bases, self._candidates.of(header), strict=True)
        ]

    def _ordered(self, candidates: Iterable[Candidate]) -> list[tuple[Header, str]]:
        found: dict[Header, str] = {}
        for candidate, origin in candidates:
            item = candidate if isinstance(candidate, str) else self._known(candidate) or candidate
            found.setdefault(item, origin)
        return sorted(found.items(), key=lambda pair: self._rank(pair[0]))

    def _rank(self, found: Header) -> tuple[int, bool]:
        """Order alternatives: layers, then known sources; TensorFlow before other backends."""
        name = found if isinstance(found, str) else header_of(found).dotted
        other_backend = OTHER_BACKENDS.search(name) is not None
        if self.kind_of(found):
            return 0, other_backend
        if isinstance(found, str):
            return (2 if is_harmless(found) else 3), other_backend
        return 1, other_backend

    def _verdict(self, alternatives: list[tuple[Header, str]]) -> Verdict:
        verdicts = []
        names = []
        for found, origin in alternatives:
            if isinstance(found, LayerHeader):
                verdicts.append(found.verdict)
            elif isinstance(found, str) and self.kind_of(found):
                names.append((found, self.index.importing(origin)))
        return union([*verdicts, *self.generations.of_alternatives(names)])

    def _complete(self, layer: LayerHeader) -> None:
        """Fill in what follows from the bases: linearisation, Keras bases, completeness."""
        order = layer.order = tuple(linearise(layer.header, self.bases))
        headers, names = [], []
        for item in order:
            if isinstance(item, ClassHeader):
                headers.append(item)
            else:
                names.append(item)
        layer.mro = tuple(headers)
        kinds = LAYER_KINDS if layer.kind in LAYER_KINDS else _KINDS
        known = [keras_name(name) or name for name in names if self.kind_of(name) in kinds]
        cut = len(order) >= MAXIMUM_DEPTH
        if cut:
            above = [base for base in layer.bases if isinstance(base, LayerHeader)]
            known += [name for base in above for name in base.keras_bases]
        layer.keras_bases = tuple(dict.fromkeys(known))
        named = all(self.kind_of(name) or is_harmless(name) for name in names)
        layer.complete = named and not cut
