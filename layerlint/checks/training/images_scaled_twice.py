"""LL151: images are scaled before a network of `keras.applications` that scales them itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layerlint.checks.training._scaled_data import scaled_data
from layerlint.checks.training._scalings import applications, items, scaling_by, scaling_of
from layerlint.declaration import check
from layerlint.facts.images import scales_by_itself
from layerlint.facts.layers import SEQUENTIAL
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, keyword, literal, positional
from layerlint.syntax.walk import walk_kinds

_FAMILIES = ("EfficientNet", "MobileNetV3", "ConvNeXt", "RegNet", "ResNetRS")
_SCALINGS = ("255", "127", "Rescaling", "preprocess_input", "convert_image_dtype")
_OTHER_USES = ("Conv2D", "hub.load", "KerasLayer", "load_model", "imshow")
_UNDOES = ("* 255", "*= 255", "*255", "Rescaling(255", "Rescaling(scale=255")
NEEDS = AllOf(Text("applications"), AnyOf(*map(Text, _FAMILIES)), AnyOf(*map(Text, _SCALINGS)))


@check(Module, needs=NEEDS)
def images_scaled_twice(module: Module) -> Iterator[Finding]:
    """Report what scales the images before such a network, in the model or in the data."""
    made = list(applications(module))
    names: dict[cst.CSTNode | None, str] = {
        call: name for name, call in made if _expects_bytes(name, call)
    }
    if not names:
        return
    found = list(_before(names, module))
    if len(names) == len(made) and _is_all(module):
        found += [(each, made[0][0]) for each in scaled_data(module)]
    told: set[cst.CSTNode] = set()
    for node, name in found:
        if node not in told:
            told.add(node)
            fields = {"scaling": short(module, node), "network": name.rpartition(".")[2]}
            yield Finding(node, fields=fields)


def _expects_bytes(name: str, call: cst.Call) -> bool:
    """Whether the network is made with its scaling, and with weights that were trained with it."""
    if not scales_by_itself(name) or any(each.star for each in call.args):
        return False
    scales, weights = keyword(call, "include_preprocessing"), keyword(call, "weights")
    if scales is not None and literal(scales) is not True:
        return False
    given = weights
    if given is None and len(positional(call)) > 1 and "MobileNetV3" not in name:
        given = positional(call)[1].value
    value = literal(given) if given is not None else "imagenet"
    return value == "imagenet" or (value is NOT_LITERAL and not isinstance(given, cst.Call))


def _is_all(module: Module) -> bool:
    """Whether no other network of the module may be what its data are for."""
    if any(map(module.says, (*_OTHER_USES, *_UNDOES))):
        return False
    return not any(
        (module.keras(base.value) or "").rpartition(".")[2] == "Model"
        for each in walk_kinds(module.tree, cst.ClassDef)
        for base in each.bases
    )


def _before(
    names: Mapping[cst.CSTNode | None, str], module: Module
) -> Iterator[tuple[cst.CSTNode, str]]:
    """What scales the inputs of these networks, where models are put together of them."""
    for call in walk_kinds(module.tree, cst.Call):
        if module.keras(call.func) in SEQUENTIAL:
            yield from _in_list(items(call), names, call, module)
            continue
        tensor, name = keyword(call, "input_tensor"), names.get(call)
        if name is None:
            tensor = call.args[0].value if call.args else None
            name = _network(call.func, names, call, module)
        if tensor is not None and name is not None:
            found = scaling_of(tensor, call, module)
            if found is not None:
                yield found, name


def _network(
    node: cst.BaseExpression,
    names: Mapping[cst.CSTNode | None, str],
    use: cst.CSTNode,
    module: Module,
) -> str | None:
    """The network that an expression stands for, if it is one of these."""
    if isinstance(node, (cst.Name, cst.Attribute)):
        return names.get(value_at(node, use, module))
    return names.get(node)


def _in_list(
    layers: list[cst.BaseExpression],
    names: Mapping[cst.CSTNode | None, str],
    use: cst.Call,
    module: Module,
) -> Iterator[tuple[cst.CSTNode, str]]:
    """The last scaling before the network in the list of a `Sequential`."""
    last: cst.CSTNode | None = None
    for layer in layers:
        name = _network(layer, names, use, module)
        if name is not None:
            if last is not None:
                yield last, name
            return
        last = scaling_by(layer, use, module) or last
