"""LL235: several weights of a layer are given one name, and no HDF5 file can hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from layerlint.checks.state._built_by_hand import built_by_hand
from layerlint.checks.state._exclusive_branches import LOOPS, exclusive, in_loop
from layerlint.checks.state._weight_names import MAKERS, in_scope, written_to_hdf5
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.queries.application import anywhere
from layerlint.queries.own_code import own_weights
from layerlint.queries.scripts import never_saved_to_hdf5
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.model.weights import Weight

# Where a whole model is written to HDF5, which is the only file of Keras 3 that has names.
_WHOLE = {
    ".h5": r"\b(?:save|save_model|ModelCheckpoint)\([^\n)]*(?<!\.weights)\.h5[\"']",
    ".hdf5": r"\b(?:save|save_model|ModelCheckpoint)\([^\n)]*\.hdf5[\"']",
}
_BINDERS = (cst.AssignTarget, cst.AugAssign, cst.NamedExpr, cst.For, cst.CompFor)
_TEXT = (cst.FormattedString, cst.BinaryOperation, cst.ConcatenatedString)


@check(LayerClass)
def duplicate_weight_name(layer: LayerClass) -> Iterator[Finding]:
    """Report each name that several weights of the layer are given, at the first that is amiss."""
    yield from built_by_hand(layer)
    groups: dict[str, list[Weight]] = {}
    for weight in own_weights(layer):
        name = _name(weight)
        if name is not None:
            groups.setdefault(name, []).append(weight)
    for name, alike in groups.items():
        found = _written_twice(layer, alike)
        if found:
            yield _finding(layer, found, name)


def _written_twice(layer: LayerClass, alike: list[Weight]) -> list[Weight]:
    """Those of the weights of one name of which a file is to hold another one as well."""
    if len(alike) == 1 and not _is_repeated(alike[0]):
        return []
    alike = written_to_hdf5(layer, alike)
    found = [each for each in alike if _is_repeated(each) or _has_twin(layer, each, alike)]
    return [] if found and never_saved_to_hdf5(layer) else found


def _name(weight: Weight) -> str | None:
    """What stands for the name that a weight is given; None where it says too little."""
    if weight.how not in MAKERS or "**" in weight.arguments or in_scope(weight):
        return None
    node = weight.arguments.get("name")
    if isinstance(known := literal(node), str):
        return known
    if not isinstance(node, _TEXT) or any(walk_kinds(node, cst.Call, cst.Subscript)):
        return None
    return weight.module.source(node)


def _is_repeated(weight: Weight) -> bool:
    """Whether a loop puts one weight after the other into a container, under one name."""
    module = weight.module
    if not weight.in_container or not in_loop(module, weight.call, None):
        return False
    changing: set[str] = set()
    for node in module.ancestors(weight.call):
        if isinstance(node, (cst.If, cst.IfExp, cst.Try)):
            return False  # one of the turns may be meant
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            break
        if isinstance(node, LOOPS):
            changing |= _changing(module, node)
    name = weight.arguments["name"]
    return not any(module.source(each) in changing for each in _mentioned(name))


def _changing(module: Module, loop: cst.CSTNode) -> frozenset[str]:
    """What gets another value in the turns of a loop, as it is written."""

    def read() -> frozenset[str]:
        binders = (each for each in walk_kinds(loop, *_BINDERS) if isinstance(each, _BINDERS))
        return frozenset(
            module.source(part)
            for node in binders
            for part in walk_kinds(node.target, cst.Name, cst.Attribute)
        )

    return module.remembered((_changing, loop), read)


def _mentioned(name: cst.BaseExpression) -> Iterator[cst.Name | cst.Attribute]:
    return walk_kinds(name, cst.Name, cst.Attribute)


def _has_twin(layer: LayerClass, weight: Weight, alike: list[Weight]) -> bool:
    """Whether another of the weights is certainly made beside it, under the same name."""
    method = weight.method
    name = weight.arguments["name"]
    if method is None or not isinstance(literal(name), str):
        own = method.self_name if method is not None else ""
        if any(each.value != own for each in _free(name)):
            return False
    return any(_are_beside(layer, weight, other) for other in alike if other is not weight)


def _free(name: cst.BaseExpression) -> Iterator[cst.Name]:
    """The names that a text is made of, those of attributes left out."""
    attributes = {node.attr for node in walk_kinds(name, cst.Attribute)}
    return (node for node in walk_kinds(name, cst.Name) if node not in attributes)


def _are_beside(layer: LayerClass, weight: Weight, other: Weight) -> bool:
    if weight.attribute == other.attribute and not (weight.in_container and other.in_container):
        return False
    if weight.call is not other.call:
        return weight.method is other.method and not any(
            exclusive(weight.module, *pair)
            for pair in ((weight.call, other.call), (other.call, weight.call))
        )
    if weight.attribute == other.attribute:
        return False
    return all(
        one.method is another.method and not exclusive(layer.module, one.node, another.node)
        for one in layer.attributes[weight.attribute].bindings
        for another in layer.attributes[other.attribute].bindings
    )


def _finding(layer: LayerClass, alike: list[Weight], name: str) -> Finding:
    # The second takes what the first has, unless the attribute of the second is called so.
    weight = next(filter(_edits, (*alike[1:2], *alike)), alike[-1])
    generations = {2}
    if weight.how != "tf.Variable" and layer.kind != "model" and anywhere(layer.module, _WHOLE):
        generations.add(3)
    return Finding(
        weight.call,
        fields={"name": name, "layer": layer.name},
        fix=_fix([each for each in alike if each.module is weight.module]),
        module=weight.module,
        generations=frozenset(generations),
    )


def _fix(alike: list[Weight]) -> Fix | None:
    edits = [made for made in {each.call: _edits(each) for each in alike}.values() if made]
    title = "Name the weight after its attribute"
    if len(edits) > 1:
        title = "Name the weights after their attributes"
    return Fix(title, tuple(chain.from_iterable(edits)), "unsafe") if edits else None


def _edits(weight: Weight) -> Sequence[Edit]:
    """Name the weight after the attribute that it becomes."""
    module, method = weight.module, weight.method
    match module.parent(weight.call):
        case cst.Assign(targets=[cst.AssignTarget(target=target)]):
            attribute = self_attribute(target, method.self_name) if method is not None else None
            name = (attribute or "").lstrip("_")
            if name and name != literal(weight.arguments["name"]):
                return replace(module, weight.arguments["name"], f'"{name}"')
    return ()
