"""LL229: a layer that has its weights is given a regularizer, which it never asks for again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, values_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import calls_of
from layerlint.queries.held_values import held_values
from layerlint.queries.local_bindings import loop_over
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal
from layerlint.syntax.walk import walk_kinds

_REGULARIZERS = frozenset(
    {"beta_regularizer", "bias_regularizer", "depthwise_regularizer", "embeddings_regularizer"}
    | {"gamma_regularizer", "kernel_regularizer", "pointwise_regularizer", "recurrent_regularizer"}
)
# What makes the layers again with their configuration, or adds the losses by hand.
_MADE_AGAIN = re.compile(
    r"model_from_json|model_from_config|from_config|clone_model|to_json|add_loss|load_model"
)
# What gives a `Sequential` its input, or has given it one.
_BUILDS = re.compile(r"Input\(|input_(shape|dim)|batch_shape|\.(build|fit|predict|load_weights)\(")


@check(Module, needs=AllOf(Text("keras"), AnyOf(*_REGULARIZERS), AnyOf("layers", "get_layer")))
def regularizer_set_later(module: Module) -> Iterator[Finding]:
    """Report the assignments to layers that a model already has."""
    if _MADE_AGAIN.search(module.text):
        return
    for node, owner, names, value in _given(module):
        name = next((each for each in names if each in _REGULARIZERS), None)
        if name is not None and literal(value) is not None and _is_of_model(owner, module):
            yield Finding(node, fields={"regularizer": name})


_Given = tuple[cst.CSTNode, cst.BaseExpression, Sequence[str], cst.BaseExpression]


def _given(module: Module) -> Iterator[_Given]:
    """What is given to attributes: the node, their owner, the names they may have, the value."""
    for node in walk_kinds(module.tree, cst.Assign):
        for target in node.targets:
            match target.target:
                case cst.Attribute(value=owner, attr=cst.Name(value=name)):
                    yield node, owner, [name], node.value
    for call in calls_of("setattr", module):
        match call.args:
            case [cst.Arg(value=owner), cst.Arg(value=said), cst.Arg(value=value)]:
                texts = [literal(each) for each in (said, *held_values(said, module))]
                yield call, owner, [each for each in texts if isinstance(each, str)], value


def _is_of_model(owner: cst.BaseExpression, module: Module) -> bool:
    """Whether it is one of the layers of a model: of a loop over them, by number or by name."""
    model: cst.BaseExpression | None = None
    match owner:
        case cst.Subscript(value=layers):
            model = _model_of(layers)
        case cst.Call(func=cst.Attribute(value=found, attr=cst.Name("get_layer"))):
            model = found
        case cst.Name():
            loop = loop_over(owner)
            alone = loop is not None and isinstance(loop.target, cst.Name)
            model = _model_of(loop.iter) if loop is not None and alone else None
    return model is not None and not _may_be_unbuilt(model, module)


def _model_of(layers: cst.BaseExpression) -> cst.BaseExpression | None:
    """The model whose `layers`, or a part of them, that is."""
    if isinstance(layers, cst.Subscript):
        layers = layers.value
    match layers:
        case cst.Attribute(value=model, attr=cst.Name("layers")):
            return None if is_name(model, "self") or is_name(model, "keras") else model
    return None


def _may_be_unbuilt(model: cst.BaseExpression, module: Module) -> bool:
    """Whether it is a `Sequential` that nothing here gives an input: it has no weights yet."""
    if not isinstance(model, cst.Name) or _BUILDS.search(module.text):
        return False
    return any(
        isinstance(value, cst.Call)
        and (module.keras(value.func) or "").rpartition(".")[2] == "Sequential"
        for value in values_of(model.value, assigned(module.tree, module, walk_kinds))
    )
