"""LL133: a step or loop that evaluates a model runs it in training mode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.modes import MODES, mode_dependent, mode_of
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.modes import known_arguments
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.called_functions import methods_in
from layerlint.queries.training_code import training_code
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, keyword, literal
from layerlint.syntax.walk import around, walk_kinds

# Layers that hold others say nothing of the mode by themselves.
_HOLDERS = frozenset({"Bidirectional", "Lambda", "Pipeline", "RNN", "Sequential"})
_MODAL = frozenset(
    name
    for name, mode in MODES.items()
    if not mode.held and not mode.opaque and name not in _HOLDERS
)
_EVALUATES = re.compile(
    r"_?(distributed_|run_)?(test|val|valid|validate|validation|eval|evaluate|evaluation)"
    r"(_(step|batch|epoch|loop|one_epoch|on_batch|model))?"
)
# Of what these do there is no telling, unless they go over data: a policy evaluates its actions.
_MAY_EVALUATE = re.compile(r"_?(run_)?(validate|validation|eval|evaluate|evaluation)_\w+")
# Drawing in inference on purpose says so.
_ON_PURPOSE = re.compile(r"monte|mc_|_mc|MC|bayes|uncertain|stochastic|adapt", re.IGNORECASE)

NEEDS = AllOf(Row("training", "=", "True"), AnyOf(*map(Members, sorted(_MODAL))))


@check(Module, needs=NEEDS)
def evaluation_in_training_mode(module: Module) -> Iterator[Finding]:
    """Report `training=True` in functions that are named for evaluation and apply no gradients."""
    # What is called so there tests the code.
    if not _has_modal_layer(module):
        return
    for function in walk_kinds(module.tree, cst.FunctionDef):
        name = function.name.value
        surely = _EVALUATES.fullmatch(name) is not None
        if not (surely or _MAY_EVALUATE.fullmatch(name)) or _ON_PURPOSE.search(
            module.source(function)
        ):
            continue
        if training_code(module).reached_from(function) or _runs_step(function):
            continue
        for call in walk_kinds(function.body, cst.Call):
            mode = keyword(call, "training")
            if mode is None or literal(mode) is not True:
                continue
            model = _run_later(call, module) or call.func
            if not _is_model(model, module):
                continue
            if not surely and not _is_looped(call, function, module):
                continue
            fields = {"function": name, "model": module.source(model)}
            edits = tuple(replace(module, mode, "False"))
            yield Finding(call, fields=fields, fix=Fix("Run it in inference", edits, "unsafe"))


def _has_modal_layer(module: Module) -> bool:
    """Whether the module makes a layer that behaves differently in training, as it is told to."""
    return any(_is_modal(call, module) for call in walk_kinds(module.tree, cst.Call))


def _is_modal(call: cst.Call, module: Module) -> bool:
    name = module.keras(call.func) or ""
    mode = mode_of(name) if name.rpartition(".")[2] in _MODAL else None
    if mode is None or not name.startswith("layers."):
        return False
    return mode_dependent(name, known_arguments(call, mode.positional)) is not False


def _runs_step(function: cst.FunctionDef) -> bool:
    """Whether the function runs a step that trains, of whatever object."""
    return any(
        called_name(call.func) == "train_step" for call in walk_kinds(function.body, cst.Call)
    )


def _is_looped(call: cst.Call, function: cst.FunctionDef, module: Module) -> bool:
    """Whether a loop of the function runs the call, with what it goes over."""
    return any(
        isinstance(each, cst.For) and module.function(each) is function
        for each in module.ancestors(call)
    )


def _run_later(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What `functools.partial(model, training=True)` will run."""
    partial = module.resolve(call.func) == "functools.partial"
    return call.args[0].value if partial and call.args else None


def _is_model(called: cst.BaseExpression, module: Module) -> bool:
    """Whether what is called is an object, and no function of the module or of Keras."""
    match called:
        case cst.Name(value=name):
            return name not in module.function_defs and module.keras(called) is None
        case cst.Attribute(value=cst.Name("self"), attr=cst.Name(value=name)):
            classes = around(called, cst.ClassDef)
            return not any(name in module.facts(each, methods_in) for each in classes)
    return False
