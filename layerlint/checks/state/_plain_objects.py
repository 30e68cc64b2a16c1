"""Objects of ordinary classes, which Keras does not look into for layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._layers_with_weights import all_made_in
from layerlint.facts.python import ORDINARY_BASES
from layerlint.model.decorators import is_dataclass
from layerlint.model.origins import Place, place_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.sublayers import Sublayer
    from layerlint.project.headers import ClassHeader


def plain_class(call: cst.Call, place: Place) -> LayerClass | None:
    """The class of the project, no more than an ordinary one, that a call makes an object of."""
    project = place.layer.project
    for header in _headers(call, place.module):
        if project.hierarchy.layer(header) is None and _is_ordinary(header):
            return project.layer_class(header)
    return None


def module_class(call: cst.Call, place: Place) -> LayerClass | None:
    """The class of the project, a `tf.Module` and no layer, that a call makes an object of."""
    project = place.layer.project
    for header in _headers(call, place.module):
        bases = [base.candidates or (base.text,) for base in header.bases]
        is_module = bool(bases) and all("tensorflow.Module" in names for names in bases)
        if is_module and project.hierarchy.layer(header) is None:
            return project.layer_class(header)
    return None


def _headers(call: cst.Call, module: Module) -> Iterator[ClassHeader]:
    """The classes that are called, also those of the functions around."""
    name = module.resolve(call.func)
    if name is not None:
        yield from module.project.index.find_classes(name, module.path)
    elif isinstance(call.func, cst.Name):
        scope = module.scope_of(call.func, call.func.value)
        around = scope.name.value if isinstance(scope, cst.FunctionDef) else ""
        for header in module.index.classes:
            if header.qualname.endswith(f"{around}.<locals>.{call.func.value}"):
                yield header


def layers_of(made: LayerClass, call: cst.Call, place: Place) -> Iterator[Sublayer]:
    """The layers with weights that an object keeps: its own, and those it is given."""
    if any(place.method and is_name(arg.value, place.method.self_name) for arg in call.args):
        return  # it may tell the layer about them
    constructor = made.methods.get("__init__")
    if constructor is None:
        if is_dataclass(made.node, made.module):
            for argument in call.args:
                yield from all_made_in(argument.value, place)
        return
    inside = place_of(made, constructor)
    for binding in constructor.uses[0]:
        if binding.value is not None:
            yield from all_made_in(binding.value, inside)
    given = bind(call, [parameter.name for parameter in constructor.positional])
    for name, value in given.items():
        if _keeps(constructor, name):
            yield from all_made_in(value, place)


def _is_ordinary(header: ClassHeader) -> bool:
    return all(
        candidate.partition("[")[0] in ORDINARY_BASES
        for base in header.bases
        for candidate in base.candidates or (base.text,)
    )


def _keeps(constructor: Method, name: str) -> bool:
    return any(is_name(binding.value, name) for binding in constructor.uses[0])
