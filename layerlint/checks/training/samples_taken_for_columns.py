"""LL138: a loss or metric indexes the samples of a batch, where it means the columns."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Members
from layerlint.queries.called_functions import calls_on
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects
from layerlint.queries.metric_functions import compared_functions, compiled_with, given_for_outputs
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, literal, names_assigned_to
from layerlint.syntax.walk import walk_kinds

# `compile` takes losses and metrics by position as well, so that their names may be missing.
NEEDS = AnyOf(
    AllOf(Members("compile"), AnyOf("loss", "metrics", *IMPORTS_KERAS.needs)),
    AllOf(AnyOf(Members("argmax"), Members("argmin")), HAS_OBJECTS),
)


_BATCH_FIRST = frozenset({"argmax", "argmin", "math.argmax", "math.argmin"})


@check(Module, needs=NEEDS)
def samples_taken_for_columns(module: Module) -> Iterator[Finding]:
    """Report `y_pred[2]` in a function that `compile` is given, as often as once for each."""
    told: set[str] = set()
    for function in compared_functions(module):
        names = [each.name for each in parameters_of(function.params)]
        if function.name.value in told or len(names) < 2:
            continue
        told.add(function.name.value)
        true, predicted = (_rows(name, function) for name in names[:2])
        if predicted and true:
            fields = {"code": module.source(predicted[0]), "function": function.name.value}
            yield Finding(predicted[0], fields=fields)
        yield from _best_samples(function, names[:2], function.name.value, module)
    for found in keras_objects(module):
        method = found.methods.get("call") or found.methods.get("update_state")
        if found.kind in ("loss", "metric") and method is not None:
            names = [each.name for each in method.positional[:2]]
            yield from _best_samples(method.node, names, found.name, module)
            if len(names) == 2 and found.name in module.once(_compiled):
                true, predicted = (_rows(name, method.node) for name in names)
                if true and predicted:
                    code = module.source(predicted[0])
                    yield Finding(predicted[0], fields={"code": code, "function": found.name})


def _compiled(module: Module) -> frozenset[str]:
    """The classes of whose objects `compile` is given some, as losses or as metrics."""
    return frozenset(
        called_name(each.func)
        for call, _ in calls_on("compile", module)
        for given in compiled_with(call).values()
        for each in given_for_outputs(given, call, module)
        if isinstance(each, cst.Call)
    )


def _best_samples(
    function: cst.FunctionDef, names: list[str], owner: str, module: Module
) -> Iterator[Finding]:
    """Report the first `tf.argmax(y_pred)`, which goes along the first axis unless it is told."""
    as_given = set(names) - names_assigned_to(function.body)
    for call in walk_kinds(function.body, cst.Call):
        if module.tf(call.func) in _BATCH_FIRST and len(call.args) == 1:
            of = call.args[0].value
            if isinstance(of, cst.Name) and of.value in as_given:
                yield Finding(call, "samples", {"code": module.source(call), "function": owner})
                return


def _rows(name: str, function: cst.FunctionDef) -> list[cst.Subscript]:
    """Where the function takes single rows of a parameter, if it is never given another value."""
    if name in names_assigned_to(function.body):
        return []
    return [node for node in walk_kinds(function.body, cst.Subscript) if _is_row(node, name)]


def _is_row(node: cst.Subscript, name: str) -> bool:
    match node:
        case cst.Subscript(value=owner, slice=[cst.SubscriptElement(slice=cst.Index(value=index))]):
            place = literal(index)
            return is_name(owner, name) and isinstance(place, int) and not isinstance(place, bool)
    return False
