"""LL413: `build` tests the type of the shape, which is a list when a model is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._shape_arguments import handed_on, is_converted, shape_parameters
from layerlint.declaration import check
from layerlint.facts.python import SEQUENCE_CLASSES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.assignments import assigned, assignments_of
from layerlint.model.layer import LayerClass
from layerlint.queries.traced_code import in_project, short
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name
from layerlint.syntax.walk import last_statement, walk, walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_CONVERSIONS = ("tuple", "list", "TensorShape")
_NEVER = frozenset({"TensorShape", "Dimension"})
# What a layer is told of one input has the batch axis, and one more.
_FEWEST_AXES = 3


@check(LayerClass)
def build_shape_type_test(layer: LayerClass) -> Iterator[Finding]:
    """Report tests that tell a tuple from a list, where a single input is possible."""
    method = layer.methods.get("build")
    if method is None or layer.kind == "mixin":
        return
    names = list(shape_parameters(method))
    yield from _constant_tests(layer, method, names)
    yield from _tests(layer, method, names)
    for helper, given in handed_on(method, set(names)):
        if not is_converted(method, given) and in_project(helper.module):
            yield from _tests(layer, helper, [given])


def _tests(layer: LayerClass, method: Method, names: list[str]) -> Iterator[Finding]:
    for node in method.own_nodes():
        for name in names:
            wanted = _wanted(node, name, method)
            if wanted is None or _is_harmless(node, name, wanted, layer, method):
                continue
            equality = isinstance(node, cst.Comparison) and is_name(node.left, name)
            message = "equality" if equality else "default"
            fix = _fix(node, name, method) if wanted == "list" else None
            fields = {"test": short(method.module, node, 60)}
            yield Finding(node, message, fields, fix=fix, module=method.module)


def _wanted(node: cst.CSTNode, name: str, method: Method) -> str | None:
    """The one type that a test about the shape accepts: `"list"` or `"tuple"`."""
    match node:
        case cst.Call(func=cst.Name("isinstance"), args=[shape, kind]):
            if is_name(shape.value, name):
                return _only_type(kind.value, method)
        case cst.Comparison(left=left, comparisons=[target]):
            operator, other = target.operator, target.comparator
            match left:
                case cst.Call(func=cst.Name("type"), args=[shape]) if is_name(shape.value, name):
                    typed = isinstance(other, cst.Name) or isinstance(operator, cst.In)
                    return _only_type(other, method) if typed else None
            if not isinstance(operator, (cst.Equal, cst.NotEqual, cst.Is, cst.IsNot)):
                return None
            if is_name(left, name) and isinstance(other, cst.Tuple):
                return "tuple" if other.elements else None
    return None


def _only_type(kind: cst.BaseExpression, method: Method) -> str | None:
    """The one of `list` and `tuple` that a type, or several, accept."""
    kinds = [kind]
    if isinstance(kind, (cst.Tuple, cst.List, cst.Set)):
        kinds = [each.value for each in kind.elements]
    names = {(method.module.resolve(each) or "").removeprefix("builtins.") for each in kinds}
    found = names & {"list", "tuple"}
    return found.pop() if len(found) == 1 and names <= {"list", "tuple", "set"} else None


def _is_harmless(
    node: cst.CSTNode, name: str, wanted: str, layer: LayerClass, method: Method
) -> bool:
    """Whether the test comes out the same when a model is loaded, or does not matter."""
    if _converted_before(node, name, method) or _always_several(layer):
        return True
    for ancestor in method.module.ancestors(node):
        if isinstance(ancestor, cst.Assert):
            return wanted == "list"
        if isinstance(ancestor, (cst.BooleanOperation, cst.IfExp)) and (
            _looks_inside(ancestor, name) or _counts(ancestor, name)
        ):
            return True
        match ancestor:
            case cst.IfExp(body=body, orelse=orelse) if ancestor.test is node:
                return _is_conversion(body, name) and is_name(orelse, name)
            case cst.If(test=test):
                return _looks_inside(test, name) or _only_converts(ancestor, name, wanted)
    return False


def _looks_inside(node: cst.CSTNode, name: str) -> bool:
    """Whether the first entry is asked about as well."""
    return any(
        is_name(part.func, "isinstance")
        and isinstance(part.args[0].value, cst.Subscript)
        and is_name(part.args[0].value.value, name)
        for part in walk_kinds(node, cst.Call)
    )


def _counts(node: cst.CSTNode, name: str) -> bool:
    """Whether there have to be one or two of them: the shape of one input is longer."""
    return isinstance(node, cst.BooleanOperation) and any(
        isinstance(part.operator, cst.Equal)
        and isinstance(part.comparator, cst.Integer)
        and int(part.comparator.value, 0) < _FEWEST_AXES
        for test in (node.left, node.right)
        if isinstance(test, cst.Comparison) and _is_length(test.left, name)
        for part in test.comparisons
    )


def _is_length(node: cst.CSTNode, name: str) -> bool:
    return (
        isinstance(node, cst.Call)
        and is_name(node.func, "len")
        and len(node.args) == 1
        and is_name(node.args[0].value, name)
    )


def _only_converts(node: cst.If, name: str, wanted: str) -> bool:
    """`if isinstance(s, list): s = tuple(s)`, and tests that insist on several inputs."""
    statements = node.body.body
    last = last_statement(node.body)
    if isinstance(last, cst.Raise):
        return wanted == "list"
    match last:
        case cst.Assign(targets=[cst.AssignTarget(target=target)], value=value):
            converts = is_name(target, name) and _is_conversion(value, name)
            return len(statements) == 1 and converts
    return False


def _is_conversion(node: cst.BaseExpression, name: str) -> bool:
    """`tuple(name)`: one test more or less makes no difference to it."""
    match node:
        case cst.Call(func=function, args=[given]):
            return is_name(given.value, name) and called_name(function) in _CONVERSIONS
    return False


def _converted_before(node: cst.CSTNode, name: str, method: Method) -> bool:
    """Whether the name was given a converted shape earlier in the method."""
    start = method.module.span(node).start
    return any(
        isinstance(other.value, cst.Call) and method.module.span(other).start < start
        for other in assignments_of(name, assigned(method.node, method.module, walk_same_class))
    )


def _always_several(layer: LayerClass) -> bool:
    """Whether `call` always takes its input apart: it never gets a single tensor."""
    call = layer.call
    if call is None or not call.positional or not isinstance(call.node.body, cst.IndentedBlock):
        return False
    name = call.positional[0].name
    if any(_refuses_one(statement, name) for statement in call.node.body.body):
        return True
    return any(
        _takes_apart(node, name)
        for statement in call.node.body.body
        if isinstance(statement, cst.SimpleStatementLine)
        if not any(True for node in walk_kinds(statement, cst.IfExp))
        for node in walk(statement)
    )


def _refuses_one(statement: cst.BaseStatement, name: str) -> bool:
    """Whether it raises for what is no list: `if not isinstance(inputs, list): raise ...`."""
    if not isinstance(statement, cst.If):
        return False
    test = statement.test
    if isinstance(test, cst.BooleanOperation):
        test = test.left
    refused = isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not)
    asked = test.expression if isinstance(test, cst.UnaryOperation) else test
    if not (
        isinstance(asked, cst.Call)
        and is_name(asked.func, "isinstance")
        and is_name(asked.args[0].value, name)
    ):
        return False
    branch = statement if refused else statement.orelse
    if not isinstance(branch, (cst.If, cst.Else)):
        return False
    return isinstance(last_statement(branch.body), cst.Raise)


def _takes_apart(node: cst.CSTNode, name: str) -> bool:
    """`a, b = inputs` and `inputs[0]`."""
    match node:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple())], value=value):
            return is_name(value, name)
        case cst.Subscript(
            value=value, slice=[cst.SubscriptElement(slice=cst.Index(value=cst.Integer()))]
        ):
            return is_name(value, name)
    return False


def _fix(node: cst.CSTNode, name: str, method: Method) -> Fix | None:
    """Look at the first entry: a number for one input, a shape for several."""
    if not isinstance(node, cst.Call):
        return None
    text = f"isinstance({name}[0], (list, tuple))"
    return Fix("Look at the first entry", tuple(replace(method.module, node, text)), "unsafe")


def _constant_tests(layer: LayerClass, method: Method, names: list[str]) -> Iterator[Finding]:
    """Tests that Keras 3 always answers in one way, which is the wrong one for a single input."""
    if _always_several(layer):
        return
    for node in method.own_nodes():
        for name in names:
            truth = _truth(node, name, method)
            if truth is None or _converted_before(node, name, method):
                continue
            taken = _taken(node, method, truth=truth)
            if taken is None or not _fails(taken, name, method):
                continue
            fields = {"test": short(method.module, node, 60), "truth": str(truth).lower()}
            fix = _fix(node, name, method) if truth else None
            yield Finding(node, "always", fields, fix=fix)


def _truth(node: cst.CSTNode, name: str, method: Method) -> bool | None:
    """What `isinstance(input_shape, ...)` is on Keras 3, where that is always the same."""
    match node:
        case cst.Call(func=cst.Name("isinstance"), args=[shape, kind]):
            if not is_name(shape.value, name):
                return None
            kinds = [kind.value]
            if isinstance(kind.value, cst.Tuple):
                kinds = [element.value for element in kind.value.elements]
            found = {(method.module.resolve(each) or "") for each in kinds}
            if {"builtins.list", "builtins.tuple"} <= found or found & SEQUENCE_CLASSES:
                return True
            if {each.rpartition(".")[2] for each in found} <= _NEVER:
                return False
    return None


def _taken(node: cst.CSTNode, method: Method, *, truth: bool) -> cst.CSTNode | None:
    """What runs because of a test that is nothing but `node`, or `not node`."""
    parent = method.module.parent(node)
    if isinstance(parent, cst.UnaryOperation) and isinstance(parent.operator, cst.Not):
        node, parent, truth = parent, method.module.parent(parent), not truth
    if isinstance(parent, cst.If) and parent.test is node:
        return parent.body if truth else parent.orelse
    if isinstance(parent, cst.IfExp) and parent.test is node:
        return parent.body if truth else parent.orelse
    return None


def _fails(taken: cst.CSTNode, name: str, method: Method) -> bool:
    """Whether code raises for the tuple of one input: it refuses it, or looks into its entries."""
    if isinstance(taken, cst.IndentedBlock) and len(taken.body) == 1:
        match taken.body[0]:
            case cst.SimpleStatementLine(body=[cst.Raise()]):
                return True
            case cst.SimpleStatementLine(
                body=[cst.Assign(targets=[cst.AssignTarget(target=target)], value=value)]
            ) if isinstance(target, cst.Name) and _is_entry(value, name):
                return any(
                    isinstance(node, cst.Subscript) and is_name(node.value, target.value)
                    for node in method.own_nodes()
                    if method.module.span(node).start > method.module.span(taken).start
                )
    nodes: Iterator[cst.Subscript | cst.Attribute]
    nodes = walk_kinds(taken, cst.Subscript, cst.Attribute)
    return any(_is_entry(node.value, name) for node in nodes)


def _is_entry(node: cst.CSTNode, name: str) -> bool:
    """`input_shape[0]`, which is None or a number where the layer has one input."""
    match node:
        case cst.Subscript(
            value=value, slice=[cst.SubscriptElement(slice=cst.Index(value=cst.Integer()))]
        ):
            return is_name(value, name)
    return False
