"""LL130: `training` is fixed where a functional model is put together, which Keras 3 ignores."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.layers import is_application
from layerlint.facts.modes import mode_dependent, only_disturbs
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, assignments_to, only_value
from layerlint.model.methods import parameters_of
from layerlint.model.modes import known_arguments
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Row
from layerlint.queries import functional_graph
from layerlint.queries.functional_graph import FunctionalGraph
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, keyword_argument, literal
from layerlint.syntax.walk import walk_kinds

_RUNS = frozenset({"evaluate", "predict"})
NEEDS = AllOf(Row("training", "="), functional_graph.NEEDS)
# Networks of `keras.applications` that have neither batch normalization nor dropout inside.
_MODELESS = ("VGG", "ConvNeXt")


@check(Module, needs=NEEDS)
def training_pinned_in_functional_model(module: Module) -> Iterator[Finding]:
    """Report `Dropout(0.2)(x, training=True)`, and a base pinned to inference that is trained."""
    for call, _ in FunctionalGraph(module).applied():
        pinned = keyword_argument(call, "training")
        if pinned is None:
            continue
        made = _made(call.func, module)
        if made is None:
            continue
        value = _value(pinned.value, call, module)
        fields = {"layer": _kind(made, module), "value": module.source(pinned)}
        if value is True and _is_run(module) and _differs(made, module):
            yield Finding(call, fields=fields, generations=frozenset({3}))
            if not _only_disturbs(made, module):
                yield Finding(call, "statistics", fields, generations=frozenset({2}))
        elif value is False and not is_name(pinned.value, "False"):
            if _only_disturbs(made, module):
                yield Finding(call, "off", fields, generations=frozenset({2}))
        elif value is False and _moves(call, made, module):
            yield Finding(call, "moving", fields, generations=frozenset({3}))


def _moves(call: cst.Call, made: cst.Call, module: Module) -> bool:
    """Whether `fit` moves statistics that are pinned, in code that is written for Keras 3 alone.

    It is the way of the guide on fine-tuning, and right on Keras 2.
    """
    only = module.generations == frozenset({3})
    return only and _has_statistics(made, module) and _is_trained(call.func, module)


def _is_run(module: Module) -> bool:
    """Whether the module runs models by Keras's own loops, in inference."""
    return any(node.attr.value in _RUNS for node in walk_kinds(module.tree, cst.Attribute))


def _made(function: cst.BaseExpression, module: Module) -> cst.Call | None:
    """The call that makes the layer which is called: on the spot, or bound once to its name."""
    if isinstance(function, cst.Call):
        return function
    if not isinstance(function, cst.Name):
        return None
    scope = module.scope_of(function, function.value) or module.tree
    made = only_value(function.value, assigned(scope, module, walk_kinds))
    return made if isinstance(made, cst.Call) else None


def _value(pinned: cst.BaseExpression, call: cst.Call, module: Module) -> object:
    """The value that is passed; that of a parameter is its default."""
    if isinstance(pinned, cst.Name):
        function = module.function(call)
        for each in parameters_of(function.params) if function is not None else ():
            if each.name == pinned.value:
                return literal(each.default) if each.default is not None else NOT_LITERAL
    return literal(pinned)


def _kind(made: cst.Call, module: Module) -> str:
    return (module.keras(made.func) or "").rpartition(".")[2]


def _differs(made: cst.Call, module: Module) -> bool:
    """Whether the layer behaves differently in training, for certain."""
    name = module.keras(made.func) or ""
    return _is_modal_network(name) or (
        name.startswith("layers.")
        and mode_dependent(name, known_arguments(made, ("rate",))) is True
    )


def _only_disturbs(made: cst.Call, module: Module) -> bool:
    name = module.keras(made.func) or ""
    return name.startswith("layers.") and only_disturbs(name) and _differs(made, module)


def _has_statistics(made: cst.Call, module: Module) -> bool:
    """Whether it is a network of `keras.applications` with batch normalization inside, or one."""
    name = module.keras(made.func) or ""
    return _is_modal_network(name) or name == "layers.BatchNormalization"


def _is_modal_network(name: str) -> bool:
    """Whether it is a network of `keras.applications` that behaves differently in training."""
    return is_application(name) and not name.rpartition(".")[2].startswith(_MODELESS)


def _is_trained(function: cst.BaseExpression, module: Module) -> bool:
    """Whether the module fits models, and the layer is never frozen, or made trainable again."""
    text = module.source(function)
    flags = [literal(each.value) for each in assignments_to(f"{text}.trainable", module)]
    if not any(node.attr.value == "fit" for node in walk_kinds(module.tree, cst.Attribute)):
        return False
    return flags[-1] is True if flags else not _layers_frozen(text, module)


def _layers_frozen(text: str, module: Module) -> bool:
    """Whether single layers of it get a flag of their own, or its constructor has one."""
    return f"{text}.layers" in module.text or "trainable=False" in module.text.replace(" ", "")
