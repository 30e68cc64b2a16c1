"""LL160: one model is trained on all folds of a cross-validation, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.members import MODES_OF_METHODS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.keras_models import is_keras_model
from layerlint.queries.straight_values import expression_behind
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, names_bound
from layerlint.syntax.walk import innermost, walk_kinds, walk_same_function

# Classes that divide samples into parts, each of which is left out once.
_FOLDS = re.compile(r"(KFold|LeaveOneOut|LeaveOneGroupOut|LeavePOut|LeavePGroupsOut)$")
# What gives a model other weights than those it was trained to.
_RENEWS = frozenset({"load_weights", "set_weights", "assign", "initialize"})
_MEASURES = frozenset(name for name, trains in MODES_OF_METHODS.items() if not trains)
NEEDS = AllOf(AnyOf(Text("KFold"), Text("Leave")), Members("split"), Members("fit"), Text("keras"))


@check(Module, needs=NEEDS)
def model_shared_by_folds(module: Module) -> Iterator[Finding]:
    """Report the `fit` of a model that is made before the loop over folds that measures it."""
    for loop in walk_kinds(module.tree, cst.For):
        if not _goes_over_folds(loop, module) or _renews(loop):
            continue
        measured = set(_measured(loop, module))
        for call in walk_same_function(loop.body, cst.Call):
            match call.func:
                case cst.Attribute(value=cst.Name(value=name) as model, attr=cst.Name("fit")):
                    known = name in measured and name not in _bound_in(loop)
                    if known and is_keras_model(model, "fit", module):
                        yield Finding(call, fields={"model": name})


def _goes_over_folds(loop: cst.For, module: Module) -> bool:
    """Whether it is `for train, test in KFold(5).split(x)`, also with a number for each."""
    given = loop.iter
    if isinstance(given, cst.Call) and called_name(given.func) == "enumerate" and given.args:
        given = given.args[0].value
    match given:
        case cst.Call(func=cst.Attribute(value=folds, attr=cst.Name("split"))):
            made = expression_behind(folds, loop, module)
            return isinstance(made, cst.Call) and _FOLDS.search(called_name(made.func)) is not None
    return False


def _renews(loop: cst.For) -> bool:
    """Whether anything in the loop may take the model back to where it began."""
    return any(called_name(each.func) in _RENEWS for each in walk_kinds(loop.body, cst.Call))


def _measured(loop: cst.For, module: Module) -> Iterator[str]:
    """The names of the models that the loop measures, or fits with data to measure by."""
    for call in walk_same_function(loop.body, cst.Call):
        match call.func:
            case cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value=method)):
                told = {each.keyword.value for each in call.args if each.keyword is not None}
                measures = method in _MEASURES or (method == "fit" and "validation_data" in told)
                if measures and innermost(call, cst.For) is loop:
                    yield name


def _bound_in(loop: cst.For) -> frozenset[str]:
    """The names that are given a value in each turn."""
    found = set(names_bound(loop.target))
    for target in walk_same_function(loop.body, cst.AssignTarget):
        found.update(names_bound(target.target))
    for node in walk_same_function(loop.body, cst.AnnAssign):
        found.update(names_bound(node.target))
    return frozenset(found)
