"""Layers that a layer builds by hand on Keras 2, where their weights get one name then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.findings import Finding
from layerlint.queries.application import anywhere
from layerlint.queries.local_bindings import loop_over
from layerlint.syntax import cst
from layerlint.syntax.matching import last_part, self_attribute
from layerlint.syntax.walk import around, innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

# What gives its weights names without its own: `kernel`, `gamma`, `lstm_cell/kernel`.
_PLAIN = frozenset(
    f"layers.{name}"
    for name in ("BatchNormalization", "Conv1D", "Conv2D", "Dense", "LayerNormalization", "LSTM")
)
# Where a program writes HDF5: of Keras 3 `save_weights` takes no other than `.weights.h5`.
_HDF5 = {
    word: rf"\b(?:save|save_weights|save_model|ModelCheckpoint)\([^\n)]*(?<!\.weights){end}[\"']"
    for word, end in ((".h5", r"\.h5"), (".hdf5", r"\.hdf5"))
}
_SCOPES = ("name_scope", "variable_scope")


def built_by_hand(layer: LayerClass) -> Iterator[Finding]:
    """The second layer of a kind that `build` builds outside of a name scope, in HDF5's way."""
    build = layer.methods.get("build")
    if build is None or layer.kind != "layer" or 2 not in layer.generations:
        return
    first: dict[str, cst.Call] = {}
    for call in build.own_nodes(cst.Call):
        held = _built(call, build, layer)
        if held is None or held.keras is None or _in_scope(call, build):
            continue
        if innermost(call, cst.If, cst.IfExp, cst.Try, inside=build.node.body) is not None:
            continue  # it need not be built here
        before = first.setdefault(held.keras, call)
        repeated = held.container is not None and _is_looped(call)
        if (repeated or before is not call) and _writes_hdf5(layer):
            fields = {"layer": layer.name, "kind": last_part(held.keras)}
            generations = frozenset({2})
            yield Finding(call, "built", fields, module=build.module, generations=generations)
            return


def _writes_hdf5(layer: LayerClass) -> bool:
    """Whether the project of a layer for Keras 2 alone writes HDF5, or else the module itself.

    Who means both generations builds layers for Keras 3, and has its files.
    """
    if layer.generations == {2}:
        return anywhere(layer.module, _HDF5)
    return any(map(layer.module.shows, map(re.compile, _HDF5.values())))


def _built(call: cst.Call, build: Method, layer: LayerClass) -> Sublayer | None:
    """The layer that `self.dense.build(...)` builds, or one of those that a loop goes through."""
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name("build")):
            name = self_attribute(owner, build.self_name)
            if name is None and isinstance(owner, cst.Name):
                loop = loop_over(owner)
                parts = walk_kinds(loop.iter, cst.Attribute) if loop is not None else ()
                names = [self_attribute(part, build.self_name) for part in parts]
                name = names[0] if len(names) == 1 else None
            held = [each for each in layer.all_sublayers if name and each.attribute == name]
            kinds = {each.keras for each in held}
            return held[0] if len(kinds) == 1 and kinds <= _PLAIN else None
    return None


def _is_looped(call: cst.Call) -> bool:
    """Whether the loop around a call is over all that an attribute holds."""
    owner = call.func.value if isinstance(call.func, cst.Attribute) else None
    loop = loop_over(owner) if isinstance(owner, cst.Name) else None
    return loop is not None


def _in_scope(call: cst.Call, build: Method) -> bool:
    return any(
        scope in build.module.source(item.item)
        for node in around(call, cst.With)
        for item in node.items
        for scope in _SCOPES
    )
