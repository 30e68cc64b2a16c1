"""LL137: a crossentropy is given the predictions where it takes the targets."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._model_makeup import makeup
from layerlint.declaration import check
from layerlint.facts.losses import CROSSENTROPIES, LOGIT_FUNCTIONS, OF_CLASSES, UNSYMMETRIC
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Row
from layerlint.queries.called_functions import named_parameters
from layerlint.queries.straight_values import expression_behind, node_at, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword
from layerlint.syntax.walk import walk_kinds

# What makes a tensor of which all numbers are the same one.
_CONSTANT = frozenset({"ones_like", "ones", "full_like", "full", "fill"})
_LIKE = frozenset({"ones_like", "zeros_like"})
_STEPS = 4

NEEDS = AnyOf(
    Row("y_pred", ",", "y_true"),
    AllOf(AnyOf(*sorted(UNSYMMETRIC)), AnyOf("GradientTape", "train_step", "compute_loss")),
    AllOf(AnyOf(*sorted(CROSSENTROPIES)), AnyOf(*sorted(_LIKE))),
    AllOf("y_pred", AnyOf(*sorted(_CONSTANT)), AnyOf(*sorted(OF_CLASSES))),
)


@check(Module, needs=NEEDS)
def targets_and_predictions_swapped(module: Module) -> Iterator[Finding]:
    """Report `crossentropy(y_pred, y_true)`, by the names that Keras itself gives the two.

    And `crossentropy(y_pred, uniform)`, which is the same number for all predictions.
    """
    for call in walk_kinds(module.tree, cst.Call):
        match call.args:
            case [cst.Arg(keyword=None) as first, cst.Arg(keyword=None) as second, *_]:
                message = _swapped(first.value, second.value, call, module)
                if message is None:
                    continue
                targets = module.source(second.value)
                edits = (
                    *replace(module, first.value, targets),
                    *replace(module, second.value, module.source(first.value)),
                )
                fields = {"function": module.source(call.func), "targets": targets}
                fix = Fix("Swap the arguments", edits, "unsafe")
                yield Finding(call, message, fields=fields, fix=fix)


def _swapped(
    first: cst.BaseExpression, second: cst.BaseExpression, call: cst.Call, module: Module
) -> str | None:
    """Which message is true of two arguments, None for none."""
    named = is_name(first, "y_pred")
    if (named and is_name(second, "y_true")) or _are_swapped(first, second, call, module):
        compares = module.tf(call.func) in LOGIT_FUNCTIONS or _loss(call, module) in UNSYMMETRIC
        return "default" if compares else None
    if _loss(call, module) in CROSSENTROPIES and _is_made_like(second, first, module):
        return "default"
    if not named or _loss(call, module) not in OF_CLASSES:
        return None
    return "uniform" if _is_uniform(second, module) else None


def _is_made_like(node: cst.BaseExpression, other: cst.BaseExpression, module: Module) -> bool:
    """`tf.ones_like(other)`, also with a factor: targets that were made for predictions."""
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            return any(_is_made_like(each, other, module) for each in (left, right))
        case cst.Call(args=[cst.Arg(value=like), *_]):
            name = (module.tf(node.func) or module.keras(node.func) or "").rpartition(".")[2]
            return name in _LIKE and module.source(like) == module.source(other)
    return False


def _are_swapped(
    first: cst.BaseExpression, second: cst.BaseExpression, call: cst.Call, module: Module
) -> bool:
    """Whether what a model returns stands before data, that nobody has computed here."""
    predicted = expression_behind(first, call, module)
    if not isinstance(predicted, cst.Call) or not _is_data(second, call, module):
        return False
    told = keyword(predicted, "training") is not None
    return told or makeup(predicted.func, module) is not None


def _is_data(node: cst.BaseExpression, use: cst.Call, module: Module) -> bool:
    """Whether a name is an argument, what a loop goes over, or a part of either."""
    if not isinstance(node, cst.Name):
        return False
    function = module.function(use)
    match node_at(node, use, module):
        case None:
            return function is not None and node.value in named_parameters(function)
        case cst.For():
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple())], value=value):
            return isinstance(value, cst.Name) and _is_data(value, use, module)
    return False


def _is_uniform(node: cst.BaseExpression, module: Module) -> bool:
    """Whether all numbers of a tensor are one, as far as its making can be followed."""
    for _ in range(_STEPS):
        match node:
            case cst.Name():
                value = value_at(node, node, module)
                if value is None:
                    return False
                node = value
            case cst.BinaryOperation(left=left, operator=cst.Divide(), right=right):
                if not _is_number(right, module):
                    return False
                node = left
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                node, number = (left, right) if isinstance(left, cst.Call) else (right, left)
                if not _is_number(number, module):
                    return False
            case cst.Call(func=function):
                name = module.tf(function) or module.keras(function) or ""
                return name.rpartition(".")[2] in _CONSTANT
            case _:
                return False
    return False


def _is_number(node: cst.BaseExpression, module: Module) -> bool:
    """Whether what a tensor is divided by is one number: of the samples, no more than a size."""
    text = module.source(node)
    return "y_true" not in text and ("y_pred" not in text or "shape" in text)


def _loss(call: cst.Call, module: Module) -> str:
    """The name of the loss of Keras that a call runs: a function, or an object."""
    made = call.func
    if isinstance(made, (cst.Name, cst.Attribute)) and module.keras(made) is None:
        value = value_at(made, call, module)
        made = value.func if isinstance(value, cst.Call) else made
    elif isinstance(made, cst.Call):
        made = made.func
    home, _, name = (module.keras(made) or "").rpartition(".")
    return name if home in ("losses", "metrics", "backend", "ops") else ""
