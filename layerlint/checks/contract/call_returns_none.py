"""LL408: a path of `call` returns nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.effects import SublayerCall
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import last_statement, walk, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# Of more questions all answers are too many to try.
_MOST_QUESTIONS = 5
# What an operator asks, and the answer that it wants.
_COMPARISONS: Mapping[type[cst.CSTNode], tuple[str, bool]] = {
    cst.Is: ("is", True),
    cst.IsNot: ("is", False),
    cst.Equal: ("==", True),
    cst.NotEqual: ("==", False),
}
# What a layer may be there for instead of an output.
_EFFECTS = ("add_loss", "add_metric", "add_update", "assign", "update_state", "print", "yield")


@check(LayerClass)
def call_returns_none(layer: LayerClass) -> Iterator[Finding]:
    """Report a `call` that ends, on some path, without a value."""
    method = layer.methods.get("call")
    if method is None or layer.kind == "mixin" or is_root(layer) or method.is_static:
        return
    returns = list(walk_same_function(method.node, cst.Return))
    valued = [node for node in returns if node.value is not None]
    fields = {"layer": layer.name}
    if not valued:
        if _computes(layer, method) or _stands_in(layer, method):
            yield Finding(method.node.name, "default", fields)
        return
    for node in returns:
        if node.value is None:
            yield Finding(node, "bare", fields)
    if isinstance(method.node.body, cst.IndentedBlock) and _falls(method.node.body.body, method):
        yield Finding(method.node.name, "path", fields)


def _computes(layer: LayerClass, method: Method) -> bool:
    """Whether the last thing that `call` does is to compute something, and nothing else counts."""
    if not isinstance(method.node.body, cst.IndentedBlock) or layer.project.is_extended(layer):
        return False
    for node in walk(method.node.body):
        if isinstance(node, (cst.Yield, cst.Raise)):
            return False
        if isinstance(node, cst.Call):
            name = method.module.source(node.func)
            if any(effect in name for effect in _EFFECTS):
                return False
    if _gives_name(method.node.body):
        return True
    match method.node.body.body[-1]:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call(func=function))]):
            return self_attribute(function, method.self_name) in layer.sublayers
    return False


def _gives_name(body: cst.BaseSuite) -> bool:
    """Whether the last thing that a block does, in its last loop perhaps, is to give a name."""
    if not isinstance(body, cst.IndentedBlock):
        return False
    match body.body[-1]:
        case cst.For(body=inner, orelse=None) | cst.With(body=inner):
            return _gives_name(inner)
        case cst.SimpleStatementLine(
            body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name())])]
        ):
            return True
        case cst.SimpleStatementLine(body=[cst.AugAssign(target=cst.Name())]):
            return True
    return False


def _stands_in(layer: LayerClass, method: Method) -> bool:
    """Whether an empty `call` is there for `fit` alone: the model's own steps do not need it.

    Or belongs to a layer that is not finished, and that another one calls. `predict` and
    `evaluate` do, unless their steps are the model's own too.
    """
    if layer.project.is_extended(layer) or not layer.complete:
        return False
    if layer.kind == "layer":
        return _is_part(layer) and all(map(_says_nothing, method.node.body.body))
    if "train_step" not in layer.methods:
        return False
    if layer.method("predict_step") is not None and layer.method("test_step") is not None:
        return False
    return all(map(_says_nothing, method.node.body.body))


def _is_part(layer: LayerClass) -> bool:
    """Whether another class of the module calls such a layer, which has something to compute."""
    return bool(layer.all_sublayers or layer.all_weights) and any(
        effect.sublayer is not None and effect.sublayer.layer is layer
        for other in layer.module.classes
        if other is not layer
        for effect in other.forward.of(SublayerCall)
    )


def _says_nothing(statement: cst.CSTNode) -> bool:
    """`pass`, `...`, a docstring."""
    match statement:
        case cst.SimpleStatementLine(body=body):
            return all(_says_nothing(each) for each in body)
        case cst.Expr(value=value):
            return isinstance(value, (cst.SimpleString, cst.ConcatenatedString, cst.Ellipsis))
    return isinstance(statement, cst.Pass)


def _falls(body: Sequence[cst.CSTNode], method: Method) -> bool:
    """Whether the end of a body is certainly reached on some path that Keras takes."""
    last = body[-1]
    if isinstance(last, cst.With):
        return isinstance(last.body, cst.IndentedBlock) and _falls(last.body.body, method)
    if not isinstance(last, cst.If) or _are_exhaustive(list(_returning(body)), method.module):
        return False
    return _if_falls(last, method)


def _returning(body: Sequence[cst.CSTNode]) -> Iterator[cst.BaseExpression]:
    """The tests of a body after which `call` is over."""
    for statement in body:
        branch: cst.CSTNode | None = statement
        while isinstance(branch, cst.If) and _returns(branch.body):
            yield branch.test
            branch = branch.orelse


def _if_falls(node: cst.If, method: Method) -> bool:
    """An `if` without `else` whose test is about an argument, and whose body returns.

    Or with a branch that ends with a value for a name: nobody reads it there. Or with one in which
    that is so in its turn: somebody has written it to be run.
    """
    if _ends_with_value(node.body):
        return True
    if isinstance(node.orelse, cst.If) and _if_falls(node.orelse, method):
        return True
    if isinstance(node.orelse, cst.Else) and _ends_with_value(node.orelse.body):
        return True
    if isinstance(node.body, cst.IndentedBlock) and _falls(node.body.body, method):
        return True
    if not _asks_argument(node.test, method) or not _returns(node.body):
        return False
    if node.orelse is None:
        return True
    if isinstance(node.orelse, cst.If):
        return _if_falls(node.orelse, method)
    return isinstance(node.orelse.body, cst.IndentedBlock) and _falls(node.orelse.body.body, method)


def _ends_with_value(body: cst.BaseSuite) -> bool:
    last = last_statement(body)
    return isinstance(last, cst.Assign) and all(
        isinstance(each.target, cst.Name) for each in last.targets
    )


def _returns(body: cst.BaseSuite) -> bool:
    last = last_statement(body)
    return isinstance(last, cst.Return) and last.value is not None


def _asks_argument(test: cst.CSTNode, method: Method) -> bool:
    """`training`, `not training`, `mask is not None`: tests that can be either way."""
    match test:
        case cst.Name(value=name):
            return method.takes(name)
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return _asks_argument(inner, method)
        case cst.Comparison(
            left=cst.Name(value=name),
            comparisons=[cst.ComparisonTarget(operator=operator, comparator=other)],
        ):
            is_none = isinstance(operator, (cst.Is, cst.IsNot)) and is_name(other, "None")
            return is_none and method.takes(name)
        case cst.BooleanOperation(left=left, operator=cst.And(), right=right):
            return _asks_argument(left, method) and _asks_argument(right, method)
    return False


def _are_exhaustive(tests: Sequence[cst.BaseExpression], module: Module) -> bool:
    """Whether one of the tests passes in any case: `a`, `b and not a`, `not (a or b)`."""
    asked = {question for test in tests for question in _questions(test, module)}
    if len(asked) > _MOST_QUESTIONS:
        return False
    return all(
        any(_passes(test, dict(zip(asked, answers, strict=True)), module) for test in tests)
        for answers in product((False, True), repeat=len(asked))
    )


def _questions(test: cst.BaseExpression, module: Module) -> set[str]:
    match test:
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return _questions(inner, module)
        case cst.BooleanOperation(left=left, right=right):
            return _questions(left, module) | _questions(right, module)
    return {_question(test, module)[0]}


def _passes(test: cst.BaseExpression, answers: Mapping[str, bool], module: Module) -> bool:
    match test:
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return not _passes(inner, answers, module)
        case cst.BooleanOperation(left=left, operator=operator, right=right):
            sides = (_passes(each, answers, module) for each in (left, right))
            return all(sides) if isinstance(operator, cst.And) else any(sides)
    question, expected = _question(test, module)
    return answers[question] is expected


def _question(test: cst.BaseExpression, module: Module) -> tuple[str, bool]:
    """What a test asks, and the answer that it passes on: `x is not None` asks `x is None`."""
    match test:
        case cst.Comparison(
            left=left, comparisons=[cst.ComparisonTarget(operator=operator, comparator=right)]
        ) if type(operator) in _COMPARISONS:
            word, expected = _COMPARISONS[type(operator)]
            return f"{module.source(left)} {word} {module.source(right)}", expected
    return module.source(test), True
