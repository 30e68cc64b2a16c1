"""LL312: `where` hides an infinite value, but not its gradient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._numpy_counterparts import uses_tensorflow
from layerlint.checks.tracing._steep_roots import TOTALS, roots_of_functions, roots_of_layer
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.layer import LayerClass
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, LeadsToKeras, Text
from layerlint.queries.metric_functions import is_loss
from layerlint.queries.straight_values import expression_behind, node_at
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, positional
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Facts

_ARCS = frozenset({"acos", "asin", "arccos", "arcsin"})
_CLIPS = frozenset({"clip", "clip_by_value"})
_ABOVE = {"greater": ">", "not_equal": "!=", "greater_equal": ">="}
_BELOW = {"less": "<", "equal": "==", "less_equal": "<="}
# The gradients of `sqrt`, `rsqrt` and `reciprocal` are written so that 0 stays 0.
_POLES = frozenset({"log"})
_POWERS = frozenset({"pow", "power"})
_QUOTIENTS = frozenset({"divide", "truediv", "true_divide"})
# Functions are losses by being named, or given, as one, or by what they compare.
_LOSS = AnyOf(Text("loss"), Text("Loss"), Text("LOSS"), "y_pred")
NEEDS = AnyOf(
    HoldsLayer(),
    AllOf(AnyOf(*_ARCS), AnyOf(*_CLIPS), _LOSS, LeadsToKeras()),
    AllOf(
        AnyOf("norm", AllOf("sqrt", AnyOf(*TOTALS), AnyOf("square", Text("**")))),
        AnyOf("Lambda", _LOSS),
        LeadsToKeras(),
    ),
)


@check(LayerClass, Module, needs=NEEDS)
def nan_gradient(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report branches of `where` with a pole that its condition only hides, and clipped arcs."""
    if isinstance(subject, Module):
        yield from _arcs_of_losses(subject)
        yield from roots_of_functions(subject)
        return
    layer = subject
    yield from roots_of_layer(layer)
    for function in traced(layer):
        module = function.module
        for arc, finding in _arcs(nodes_of(function, cst.Call), module):
            if _has_gradient(arc, layer.values):
                yield finding
        for node in nodes_of(function, cst.Call):
            known = module.tensor_function(node.func)
            arguments = [argument.value for argument in positional(node)]
            if known is None or known.role != "where" or len(arguments) != 3:
                continue
            condition = expression_behind(arguments[0], node, module)
            guarded = _guarded(condition, module)
            if guarded is None:
                continue
            tested = guarded[0]
            chosen = arguments[1] if guarded[1] else arguments[2]
            branch = expression_behind(chosen, node, module)
            if not _is_same_value(tested, condition, branch, module):
                continue
            for pole in _poles(branch, module.source(tested), module):
                if not _has_gradient(pole, layer.values):
                    continue
                fields = {
                    "expression": short(module, _pole_of(pole, module)),
                    "tested": short(module, tested),
                }
                here = branch in arguments and condition in arguments
                fix = _fix(pole, condition, guarded[1], module) if here else None
                yield Finding(node, fields=fields, fix=fix, module=module)
                break


def _is_same_value(
    tested: cst.BaseExpression, condition: cst.CSTNode, branch: cst.CSTNode, module: Module
) -> bool:
    """Whether the name that is tested stands for one value in the condition and in the branch."""
    if not isinstance(tested, cst.Name):
        return True
    return node_at(tested, condition, module) is node_at(tested, branch, module)


def _guarded(
    condition: cst.BaseExpression, module: Module
) -> tuple[cst.BaseExpression, bool] | None:
    """What a condition keeps away from zero, and whether it does so where it is true."""
    left: cst.BaseExpression
    match condition:
        case cst.Comparison(left=left, comparisons=[target]):
            bound = literal(target.comparator)
            name = type(target.operator).__name__
            above = name in ("GreaterThan", "NotEqual", "GreaterThanEqual")
            below = name in ("LessThan", "Equal", "LessThanEqual")
            strict = name not in ("GreaterThanEqual", "LessThan")
        case cst.Call() if len(positional(condition)) == 2:
            left, right = (argument.value for argument in positional(condition))
            bound = literal(right)
            name = module.operation(condition)
            above, below = name in _ABOVE, name in _BELOW
            strict = name not in ("greater_equal", "less")
        case _:
            return None
    if not isinstance(bound, (int, float)) or not (above or below):
        return None
    if bound < 0 or (bound == 0 and not strict):
        return None
    return left, above


def _poles(branch: cst.BaseExpression, tested: str, module: Module) -> Iterator[cst.CSTNode]:
    """Where the tested expression is a divisor, or the argument of a logarithm."""
    for node in walk_kinds(branch, cst.BinaryOperation, cst.Call):
        match node:
            case cst.BinaryOperation(operator=cst.Divide(), right=right):
                if module.source(right) == tested:
                    yield right
            case cst.BinaryOperation(left=left, operator=cst.Power(), right=right):
                if _is_steep(right) and module.source(left) == tested:
                    yield left
            case cst.Call():
                known = module.tensor_function(node.func)
                arguments = [argument.value for argument in positional(node)]
                if known is None or not arguments:
                    continue
                if known.name in _POLES and module.source(arguments[0]) == tested:
                    yield arguments[0]
                divisor = arguments[1] if len(arguments) == 2 else None
                if known.name in _POWERS and divisor is not None and _is_steep(divisor):
                    yield from [arguments[0]] if module.source(arguments[0]) == tested else []
                if known.name in _QUOTIENTS and divisor is not None:
                    yield from [divisor] if module.source(divisor) == tested else []


def _is_steep(exponent: cst.BaseExpression) -> bool:
    """Whether a power has an infinite slope at zero, if it is not infinite itself."""
    value = literal(exponent)
    return isinstance(value, (int, float)) and value < 1 and value != 0


def _pole_of(place: cst.CSTNode, module: Module) -> cst.CSTNode:
    """The operation that has its pole where `place` is zero."""
    parent = module.parent(place)
    if isinstance(parent, cst.Arg):
        parent = module.parent(parent)
    return parent or place


def _has_gradient(pole: cst.CSTNode, values: Facts) -> bool:
    """Whether a gradient flows through the pole: to the weights, or to what the layers before made.

    Not through counts and masks, and not where what is tested is only gathered from indices: a
    degree, or a length, is zero where nothing is trained.
    """
    fact = values.of(pole)
    if fact.kind == "python" or fact.dtype in ("int", "bool") or fact.mask:
        return False
    return fact.steps or fact.whole or fact.batch or fact.trained is not None


def _fix(
    pole: cst.CSTNode, condition: cst.BaseExpression, above: bool, module: Module
) -> Fix | None:
    """Put 1 in the place of the values that the condition excludes."""
    library = "tensorflow" if uses_tensorflow(module) else "keras.ops"
    where, edits = spell(module, pole, f"{library}.where")
    ones, more = spell(module, pole, f"{library}.ones_like")
    source = module.source(pole)
    kept = f"{source}, {ones}({source})" if above else f"{ones}({source}), {source}"
    text = f"{where}({written(module, condition)}, {kept})"
    return Fix(
        "Exclude the values inside too", (*replace(module, pole, text), *edits, *more), "unsafe"
    )


def _arcs(calls: Iterable[cst.Call], module: Module) -> Iterator[tuple[cst.Call, Finding]]:
    """The arcs among `calls` of what is clipped to -1 and 1, each with the finding about it."""
    for node in calls:
        if not node.args or _name(node, module) not in _ARCS:
            continue
        clip = expression_behind(node.args[0].value, node, module)
        if isinstance(clip, cst.Call) and _name(clip, module) in _CLIPS:
            given = bind(clip, ("x", "low", "high"))
            bounds = list(given.values())[1:3]
            if [literal(bound) for bound in bounds] == [-1, 1]:
                fields = {"expression": short(module, node), "clip": short(module, clip)}
                yield node, Finding(node, "ends", fields, module=module)


def _arcs_of_losses(module: Module) -> Iterator[Finding]:
    """Those in functions of the module that are losses, by their use or their name."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        names = names_taken(function)
        found = [
            finding for _, finding in _arcs(walk_same_function(function.body, cst.Call), module)
        ]
        if not found:
            continue
        compares = names[:2] == ["y_true", "y_pred"] and "metric" not in function.name.value
        if is_loss(function.name.value, module) or compares:
            yield found[0]


def _name(call: cst.Call, module: Module) -> str:
    """The last part of the name of a function of TensorFlow or Keras."""
    name = module.tf(call.func) or module.keras(call.func) or ""
    return name.rpartition(".")[2]
