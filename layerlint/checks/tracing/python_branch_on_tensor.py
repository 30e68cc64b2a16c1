"""LL303: Python control flow on a tensor, which Keras 3 traces without AutoGraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, values_of
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.host_code import runs_on_host
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.traced_code import label, nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import children

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction, Facts

# What makes something else of the step than a tensor, or runs outside of the graph.
_EAGER = ("numpy", "py_function", "numpy_function", "run_eagerly", "init_scope")
_ORDERS = (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual)
_ASKED = frozenset({"shape", "size", "rank"})
# Names that stand for names are followed so far.
_STEPS = 3
_SCHEDULES = AllOf("LearningRateSchedule", "__call__")


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), _SCHEDULES))
def python_branch_on_tensor(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report every test of a certain tensor in code that `call` runs, and loops over one."""
    if isinstance(subject, Module):
        for found in keras_objects(subject):
            yield from _branches_on_step(found)
        return
    findings = list(_in_layer(subject))
    # Who runs the layer is asked of all of the project: last.
    if findings and not runs_on_host(subject):
        yield from findings


def _in_layer(layer: LayerClass) -> Iterator[Finding]:
    for function in traced(layer, careful=False):
        if function.converted:
            continue
        found = [
            (statement, test)
            for node in nodes_of(function)
            for statement, test in _tests(node, function.module)
            if _is_tested(test, layer.values) or _is_mask(test, statement, function)
        ]
        if found:
            yield _finding(found, function, layer.values)


def _finding(
    found: Sequence[tuple[str, cst.BaseExpression]], function: EnteredFunction, values: Facts
) -> Finding:
    """One for a function, which is traced as a whole or not at all: its first test raises."""
    statement, test = found[0]
    others = len(found) - 1
    fields = {
        "statement": statement,
        "test": short(function.module, test),
        "what": "a tensor made of sizes" if _is_size(test, function, values) else "a tensor",
        "path": label(function),
        "others": "does another test" if others == 1 else f"do {others} tests",
    }
    message = "assert" if statement == "assert" else "several" if others else "default"
    generations = frozenset({3})
    return Finding(test, message, fields, module=function.module, generations=generations)


def _is_tested(test: cst.BaseExpression, values: Facts) -> bool:
    """Whether the truth of a tensor is asked here, and not already further inside."""
    if isinstance(test, (cst.BooleanOperation, cst.UnaryOperation)) and not isinstance(
        getattr(test, "operator", None), (cst.Minus, cst.BitInvert, cst.Plus)
    ):
        return False
    return values.of(test).is_tensor


_TESTING: frozenset[type] = frozenset(
    {
        cst.If,
        cst.IfExp,
        cst.While,
        cst.Assert,
        cst.UnaryOperation,
        cst.BooleanOperation,
        cst.Comparison,
        cst.For,
        cst.CompFor,
    }
)


def _tests(node: cst.CSTNode, module: Module) -> Iterator[tuple[str, cst.BaseExpression]]:
    """The expressions whose truth, or whose elements, Python asks for at a node."""
    if type(node) not in _TESTING:
        return
    match node:
        case cst.If(test=test):
            yield "if", test
        case cst.IfExp(test=test):
            yield "if", test
        case cst.While(test=test):
            yield "while", test
        case cst.Assert(test=test):
            yield "assert", test
        case cst.UnaryOperation(operator=cst.Not(), expression=operand):
            yield "not", operand
        case cst.BooleanOperation(left=left, operator=operator):
            yield "and" if isinstance(operator, cst.And) else "or", left
            # The last operand is tested only where the whole is.
            if _decides(node, module):
                yield "and" if isinstance(operator, cst.And) else "or", node.right
        case cst.Comparison() if len(node.comparisons) > 1:
            yield "and", node
        case cst.For(iter=iterated):
            yield "for", _counted(iterated, module)
        case cst.CompFor(iter=iterated, ifs=conditions):
            yield "for", _counted(iterated, module)
            for condition in conditions:
                yield "if", condition.test


def _counted(iterated: cst.BaseExpression, module: Module) -> cst.BaseExpression:
    """The count of a loop over `range(count)`."""
    if not isinstance(iterated, cst.Call) or not iterated.args:
        return iterated
    if module.resolve(iterated.func) != "builtins.range":
        return iterated
    return iterated.args[min(1, len(iterated.args) - 1)].value


def _is_mask(test: cst.BaseExpression, statement: str, function: EnteredFunction) -> bool:
    """`if mask:` in `call`: the mask is None or a tensor."""
    method = function.method
    return (
        statement in ("if", "not")
        and is_name(test, "mask")
        and method is not None
        and method.name == "call"
        and function.node is method.node
        and method.takes("mask")
        and not any(_other_mask(node) for node in nodes_of(function))
    )


def _other_mask(node: cst.CSTNode) -> bool:
    """Whether a node gives `mask` another value, or takes it for a list, one for each input."""
    match node:
        case cst.AssignTarget(target=target):
            return is_name(target, "mask")
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple())], value=value):
            return is_name(value, "mask")
        case cst.Subscript(value=owner, slice=[cst.SubscriptElement(slice=cst.Index())]):
            return is_name(owner, "mask")
        case cst.Call(func=cst.Name(value=function), args=arguments):
            given = any(is_name(argument.value, "mask") for argument in arguments)
            return given and function in ("len", "zip", "enumerate", "isinstance", "any", "all")
    return False


def _decides(node: cst.BooleanOperation, module: Module) -> bool:
    parent = module.parent(node)
    if isinstance(parent, cst.UnaryOperation):
        return isinstance(parent.operator, cst.Not)
    if isinstance(parent, cst.BooleanOperation):
        return parent.left is node or _decides(parent, module)
    return getattr(parent, "test", None) is node


def _is_size(
    node: cst.CSTNode, function: EnteredFunction, values: Facts, steps: int = _STEPS
) -> bool:
    """Whether a tensor is computed of nothing but sizes of tensors."""
    module = function.module
    parts: list[cst.CSTNode]
    match node:
        case cst.Call() if module.operation(node) in _ASKED:
            return True
        case cst.Name(value=name):
            parts = [*values_of(name, assigned(function.node, module))] if steps else []
            return bool(parts) and all(
                _is_size(each, function, values, steps - 1) for each in parts
            )
        case cst.Call(args=args):
            parts = [each.value for each in args]
        case cst.Subscript(value=value):
            parts = [value]
        case cst.Comparison(left=left, comparisons=comparisons):
            parts = [left, *(each.comparator for each in comparisons)]
        case _:
            parts = list(children(node))
    tensors = [
        each for each in parts if isinstance(each, cst.BaseExpression) and values.of(each).is_tensor
    ]
    return bool(tensors) and all(_is_size(each, function, values, steps) for each in tensors)


def _branches_on_step(schedule: LayerClass) -> Iterator[Finding]:
    """Report the first test of the step in `__call__`: in a graph the step is a tensor."""
    method = schedule.methods.get("__call__")
    if schedule.kind != "schedule" or method is None or len(method.positional) != 1:
        return
    if method.decorators or any(word in method.module.source(method.node) for word in _EAGER):
        return
    step = _steps(method)
    for node in method.own_nodes(cst.If, cst.IfExp, cst.While):
        assert isinstance(node, (cst.If, cst.IfExp, cst.While))
        if _compares(node.test, step):
            fields = {
                "statement": "while" if isinstance(node, cst.While) else "if",
                "test": short(method.module, node.test),
                "path": f"{schedule.name}.__call__",
            }
            both = frozenset({2, 3})
            yield Finding(node.test, "schedule", fields, module=method.module, generations=both)
            return


def _steps(method: Method) -> frozenset[str]:
    """The name of the step, and those of what is computed of it by arithmetic and casts."""
    found = {method.positional[0].name}
    for node in method.own_nodes(cst.Assign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value):
                if _is_step(value, found, method):
                    found.add(name)
                elif name in found:
                    return frozenset()
    return frozenset(found)


def _is_step(value: cst.BaseExpression, names: set[str], method: Method) -> bool:
    match value:
        case cst.Name(value=name):
            return name in names
        case cst.BinaryOperation(left=left, right=right):
            return _is_step(left, names, method) or _is_step(right, names, method)
        case cst.Call(func=function, args=[first, *_]):
            name = method.module.resolve(function) or ""
            return name.rpartition(".")[2] == "cast" and _is_step(first.value, names, method)
    return False


def _compares(test: cst.BaseExpression, step: frozenset[str]) -> bool:
    """Whether the truth of a comparison of the step is asked."""
    match test:
        case cst.Comparison(left=left, comparisons=[one, *_]) if isinstance(one.operator, _ORDERS):
            return any(_holds(part, step) for part in (left, one.comparator))
        case cst.BooleanOperation(left=left, right=right):
            return _compares(left, step) or _compares(right, step)
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return _compares(inner, step)
    return False


def _holds(node: cst.BaseExpression, step: frozenset[str]) -> bool:
    match node:
        case cst.BinaryOperation(left=left, right=right):
            return _holds(left, step) or _holds(right, step)
    return any(is_name(node, name) for name in step)
