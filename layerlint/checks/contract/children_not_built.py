"""LL406: `build` leaves sublayers without weights, and a loaded model does not get theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_statement_after, insert_statement_before
from layerlint.interpret.effects import SublayerCall
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass
from layerlint.queries.built_children import EVERYTHING, built_by_hand, has_weights, mentioned
from layerlint.queries.call_sites import is_sublayer
from layerlint.queries.config_practice import restored
from layerlint.queries.construction_sites import made_within_models
from layerlint.queries.functional_model import may_be_functional
from layerlint.queries.saving_practice import reads_weights_only
from layerlint.queries.scripts import never_saved
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.sublayers import Sublayer

_SHAPE_METHODS = ("compute_output_shape", "compute_output_spec")


@check(LayerClass)
def children_not_built(layer: LayerClass) -> Iterator[Finding]:
    """Report sublayers that nothing builds while a saved model is restored."""
    if not layer.complete or layer.call is None or is_root(layer) or not layer.keras_bases:
        return
    build, spared = _own(layer, "build"), _spares_call(layer)
    message, place = layer.kind, build or spared
    if layer.kind == "model":
        if build is None or _is_sequential(layer) or may_be_functional(layer):
            return
    elif layer.kind != "layer" or "layers.Layer" not in layer.keras_bases:
        return
    elif spared is None:
        message = "nested"
    of_mixin = place is not None and place.owner.kind == "mixin"
    if place is None or not (place.owner is layer or of_mixin):
        return
    if layer.kind == "model" and (never_saved(layer) or not restored(layer.module)):
        return
    children = _unbuilt(layer, build)
    outer = _outer(layer) if message == "nested" and children else None
    if not children or (message == "nested" and outer is None):
        return
    by_model = layer.kind == "model" or (outer is not None and outer.kind == "model")
    if not by_model and made_within_models(layer):
        return  # its `call` is run with that of its owner; a functional model alone spares it
    if layer.module.once(reads_weights_only):
        return
    if layer.kind == "model" and is_sublayer(layer):
        return  # in another model its `call` is run; this is asked of all files that name it
    names = ", ".join(f"`self.{child.attribute}`" for child in children)
    only = frozenset({3})
    if layer.kind == "model" and build is not None and not _runs_base(build):
        only = frozenset({2, 3})
    yield Finding(
        layer.node.name if of_mixin else place.node.name,
        _words(message, only & layer.generations, children),
        {
            "layer": layer.name,
            "children": names,
            "outer": outer.name if outer else "",
            "method": spared.name if spared else "",
        },
        fix=_fix(layer, build, children),
        generations=only,
    )


def _words(message: str, generations: frozenset[int], children: list[Sublayer]) -> str:
    """The message for what happens: Keras 3 loads a model without a word, Keras 2 raises.

    It raises as well for a layer that has weights of its own in the file, or layers that do.
    """
    if message == "layer" and all(map(_has_nothing_yet, children)):
        return "layer-quiet"
    if message != "model" or generations <= {3}:
        return message
    return "model-both" if 3 in generations else "model-raises"


def _has_nothing_yet(child: Sublayer) -> bool:
    """Whether a layer that is not built has no part that could miss what the file has for it."""
    layer = child.layer
    if layer is None or layer.keras_bases != ("layers.Layer",) or layer.weights:
        return False
    parts = layer.all_sublayers
    return bool(parts) and all(
        part.method is not None and part.method.name == "build" for part in parts
    )


def _outer(layer: LayerClass) -> LayerClass | None:
    """A class of the same module that builds the layer by hand where its own `call` is spared."""
    return layer.module.once(_builders).get(layer)


def _builders(module: Module) -> dict[LayerClass, LayerClass]:
    """The first such class of each layer that has one."""
    found: dict[LayerClass, LayerClass] = {}
    for other in module.classes:
        build = _own(other, "build")
        if build is None or (other.kind != "model" and _spares_call(other) is None):
            continue
        for node in build.own_nodes(cst.Call):
            match node:
                case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value="build"))):
                    child = other.sublayers.get(self_attribute(owner, build.self_name) or "")
                    if child is not None and child.layer is not None:
                        found.setdefault(child.layer, other)
    return found


def _own(layer: LayerClass, name: str) -> Method | None:
    """The method of that name of the class or a base of the project, not Keras's own."""
    method = layer.method(name)
    return None if method is None or is_root(method.owner) else method


def _spares_call(layer: LayerClass) -> Method | None:
    """The method that answers for `call` when the layer is called on symbolic tensors."""
    found = (_own(layer, name) for name in _SHAPE_METHODS)
    return next((method for method in found if method is not None), None)


def _is_sequential(layer: LayerClass) -> bool:
    return any(base in ("Sequential", "Functional") for base in layer.keras_bases)


def _runs_base(build: Method) -> bool:
    return any(
        node.attr.value == "build" and is_super_call(node.value)
        for node in walk_kinds(build.node.body, cst.Attribute)
    )


def _unbuilt(layer: LayerClass, build: Method | None) -> list[Sublayer]:
    """The sublayers that `call` uses, that own weights, and that `build` does not mention."""
    known = mentioned(layer, build) if build is not None else frozenset[str]()
    if known is EVERYTHING:
        return []
    called = {
        effect.attribute
        for effect in layer.forward.of(SublayerCall)
        if not effect.bypass and not effect.opaque
    }
    return [
        sublayer
        for name, sublayer in layer.sublayers.items()
        if name in called
        and name not in known
        and all(has_weights(each) for each in layer.all_sublayers if each.attribute == name)
        and not built_by_hand(layer, name)
    ]


def _fix(layer: LayerClass, build: Method | None, children: list[Sublayer]) -> Fix | None:
    """Build a sublayer that gets the input, or something of the input's shape."""
    call, child = layer.call, children[0]
    if build is None or build.owner is not layer or len(children) != 1:
        return None
    if call is None or call.owner is not layer or len(build.positional) != 1:
        return None
    if child.container is not None or not _gets_input(layer, call, child.attribute):
        return None
    module, shape = build.module, build.positional[0].name
    text = f"self.{child.attribute}.build({shape})"
    last = build.node.body.body[-1]
    if _ends_build(last, build):
        edits = insert_statement_before(module, last, text)
    else:
        edits = insert_statement_after(module, last, text)
    return Fix(f"Build `self.{child.attribute}`", tuple(edits), "unsafe")


def _gets_input(layer: LayerClass, call: Method, attribute: str) -> bool:
    """Whether every call of the sublayer is given the input, or an elementwise result of it."""
    found = False
    for node in call.own_nodes(cst.Call):
        if self_attribute(node.func, call.self_name) == attribute:
            first = node.args[0].value if node.args else None
            if first is None or not layer.values.of(first).whole:
                return False
            found = True
    return found


def _ends_build(statement: cst.CSTNode, build: Method) -> bool:
    """`self.built = True` or `super().build(...)`, which come last."""
    match statement:
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=target)])]):
            return self_attribute(target, build.self_name) == "built"
        case cst.SimpleStatementLine(
            body=[cst.Expr(value=cst.Call(func=cst.Attribute(value=owner)))]
        ):
            return is_super_call(owner)
    return False
