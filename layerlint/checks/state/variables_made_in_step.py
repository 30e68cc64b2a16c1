"""LL230: a metric, optimizer or variable is made in a function that runs for every batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layerlint.checks.state._train_steps import step_methods
from layerlint.declaration import check
from layerlint.facts.operations import TENSORFLOW_VARIABLES
from layerlint.findings import Finding
from layerlint.model.decorators import tf_function
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.called_functions import function_called
from layerlint.queries.metric_functions import compared_functions
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name
from layerlint.syntax.walk import walk_kinds, walk_same_function

_RUN = AnyOf("train_step", "test_step", Members("function"), Members("compile"))
_VARIABLE = AllOf(Members("Variable"), Row("Variable", "("))
# What lets a variable be made once only, or outside of the graph, or the step run eagerly.
_ONCE = (cst.If, cst.Try, cst.IfExp, cst.BooleanOperation)


@check(Module, needs=AllOf(_RUN, AnyOf(Members("metrics"), Members("optimizers"), _VARIABLE)))
def variables_made_in_step(module: Module) -> Iterator[Finding]:
    """Report what is made on every way through a function that Keras or TensorFlow traces."""
    eager = module.says("run_eagerly") or module.says("run_functions_eagerly")
    traced = [*_graphs(module), *(() if eager else _steps(module))]
    for function in dict.fromkeys((*traced, *_called_by(traced, module))):
        for call in walk_same_function(function.body, cst.Call):
            made = _made(call, module)
            if made is not None and not _may_be_once(call, function, module):
                yield Finding(call, fields={"made": made, "function": function.name.value})


def _graphs(module: Module) -> Iterator[cst.FunctionDef]:
    """The functions that are decorated to be graphs."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        if tf_function(function, module) is not None:
            yield function


def _called_by(traced: Sequence[cst.FunctionDef], module: Module) -> Iterator[cst.FunctionDef]:
    """The functions of the module that these call on every way: they are traced with them."""
    for function in traced:
        for call in walk_same_function(function.body, cst.Call):
            inner = function_called(call, module)
            if inner is None or module.function_defs.get(called_name(call.func)) is not inner:
                continue
            if not _may_be_once(call, function, module):
                yield inner


def _steps(module: Module) -> Iterator[cst.FunctionDef]:
    """What `fit` and `evaluate` trace: steps of models, functions that are metrics or losses."""
    for layer in module.classes:
        for method in step_methods(layer):
            if method.module is module:
                yield method.node
    yield from compared_functions(module)


def _made(call: cst.Call, module: Module) -> str | None:
    """What the call makes, if that has variables."""
    if module.tf(call.func) in TENSORFLOW_VARIABLES:
        return module.source(call.func)
    owner = module.makes(call) in ("metric", "optimizer")
    return module.source(call.func) if owner else None


def _may_be_once(call: cst.Call, function: cst.FunctionDef, module: Module) -> bool:
    """Whether the call stands under a condition, or in a block that may lift it out."""
    for around in module.ancestors(call):
        if around is function:
            return False
        if isinstance(around, cst.With):
            if not all(_is_tape(item.item, module) for item in around.items):
                return True
        elif isinstance(around, _ONCE):
            return True
    return False


def _is_tape(item: cst.BaseExpression, module: Module) -> bool:
    made = item.func if isinstance(item, cst.Call) else item
    return module.tf(made) in ("GradientTape", "name_scope")
