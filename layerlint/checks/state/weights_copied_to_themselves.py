"""LL232: what is meant for a copy of a model is the model itself, or has none of its weights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.state._mixtures import made_one_later, mixed_with_itself
from layerlint.declaration import check
from layerlint.facts.members import MODES_OF_METHODS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.queries.called_functions import calls_of, function_named
from layerlint.queries.local_bindings import names_in, other_mentions
from layerlint.queries.straight_values import comes_first, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import around, is_below, walk_kinds, walk_same_function

_GRAPH = re.compile(r"\b(Model|Input|Sequential)\(")
_TRAINS = re.compile(r"\bGradientTape\(|\.(fit|train_on_batch)\(")
# Networks that stay as they were drawn on purpose: as in random network distillation.
_MEANT = re.compile(r"random|(\b|_)rnd|untrained|curiosity", re.IGNORECASE)
_CLONES = frozenset({"models.clone_model", "clone_model"})


@check(Module, needs=AnyOf(AllOf("set_weights", "get_weights"), "clone_model", Members("assign")))
def weights_copied_to_themselves(module: Module) -> Iterator[Finding]:
    """Report `a.set_weights(b.get_weights())` of one model, and clones that nobody fills."""
    for mixture, whole in mixed_with_itself(module):
        yield Finding(mixture, "mixed", {"whole": whole})
    for call in walk_kinds(module.tree, cst.Call):
        match call:
            case cst.Call(
                func=cst.Attribute(value=copy, attr=cst.Name("set_weights")),
                args=[
                    cst.Arg(
                        value=cst.Call(
                            func=cst.Attribute(value=model, attr=cst.Name("get_weights"))
                        )
                    )
                ],
            ):
                bound = _alias(copy, model, call, module)
                if bound is not None:
                    fields = {"copy": module.source(copy), "model": module.source(model)}
                    yield Finding(call, fields=fields)
                later = made_one_later(copy, model, module)
                if later is not None:
                    names = {"copy": module.source(copy), "model": module.source(model)}
                    yield Finding(later, "joined", names)
            case cst.Call() if module.keras(call.func) in _CLONES and len(call.args) == 1:
                yield from _clone(call, module)


def _alias(
    copy: cst.BaseExpression, model: cst.BaseExpression, use: cst.Call, module: Module
) -> cst.BaseExpression | None:
    """What binds one of the two to the other, if that is all that binds it."""
    if not all(isinstance(each, cst.Name) or self_attribute(each) for each in (copy, model)):
        return None
    texts = module.source(copy), module.source(model)
    if texts[0] == texts[1]:
        return None
    for one, other in ((copy, texts[1]), (model, texts[0])):
        value = value_at(one, use, module)
        if value is not None and module.source(value) == other:
            return value
    return None


def _clone(call: cst.Call, module: Module) -> Iterator[Finding]:
    """`target = clone_model(...)`, where it is asked and nothing is seen to give it weights."""
    around = module.parent(call)
    if not isinstance(around, cst.Assign) or len(around.targets) != 1:
        return
    target = around.targets[0].target
    scope = module.function(call) if isinstance(target, cst.Name) else module.class_around(call)
    key = (_clone, module.source(target), scope)
    message = module.remembered(key, lambda: _without_weights(target, scope, module))
    if message is not None and not _MEANT.search(" ".join(_names(target, call, module))):
        yield Finding(call, message, {"copy": module.source(target)})


def _without_weights(
    target: cst.BaseExpression, scope: cst.CSTNode | None, module: Module
) -> str | None:
    """Which message is true of what a scope asks for answers: weights come late, or never."""
    asked = late = False
    for each in _mentions(target, module):
        if _is_asked(each, module):
            asked = asked or scope is None or scope in module.ancestors(each)
        elif _is_filled_late(each, module):
            late = True
        elif not _is_made(each, module):
            return None
    return ("late" if late else "clone") if asked else None


def _names(target: cst.BaseExpression, call: cst.Call, module: Module) -> Iterator[str]:
    """What the clone is called, and what is said of the function and the class it is made in."""
    yield module.source(target)
    for outer in (module.function(call), module.class_around(call)):
        if outer is not None:
            yield outer.name.value
            yield outer.get_docstring() or ""


def _mentions(target: cst.BaseExpression, module: Module) -> Iterator[cst.CSTNode]:
    """Where a name is mentioned in its function, or an attribute in the module, of whatever owner.

    What is assigned to is among them.
    """
    match target:
        case cst.Name():
            yield from (target, *other_mentions(target, module))
        case cst.Attribute(attr=name) if self_attribute(target) is not None:
            for node in module.facts(module.tree, names_in).get(name.value, []):
                match module.parent(node):
                    case cst.Attribute(attr=attribute) as whole if attribute is node:
                        yield whole


def _is_asked(node: cst.CSTNode, module: Module) -> bool:
    match module.parent(node):
        case cst.Call(func=function):
            return function is node and _is_run(node, module)
        case cst.Attribute(attr=cst.Name(value=method), value=model):
            return model is node and MODES_OF_METHODS.get(method) is False
    return False


def _is_run(model: cst.CSTNode, module: Module) -> bool:
    """Whether a model that is called is run on data there, and not made a part of another one."""
    scope = module.function(model) or module.tree
    code = module.remembered((_is_run, scope), lambda: module.source(scope))
    trains = not isinstance(model, cst.Name) or _TRAINS.search(code) is not None
    return trains and _GRAPH.search(code) is None


def _is_made(node: cst.CSTNode, module: Module) -> bool:
    """Whether a new model is bound, by a clone or a function of the module, or none is trained."""
    match module.parent(node):
        case cst.AssignTarget() as target:
            match module.parent(target):
                case cst.Assign(value=cst.Call(func=maker)):
                    known = function_named(maker, module)
                    return known is not None or module.keras(maker) in _CLONES
                case cst.Assign(value=value):
                    return is_name(value, "None")
        case cst.Attribute(attr=cst.Name("compile" | "summary" | "trainable")):
            return True
    return False


def _is_filled_late(model: cst.CSTNode, module: Module) -> bool:
    """Whether `model.set_weights(...)` waits for a number of steps, which are counted before it.

    Where a method does it that is the class's own, by its name, all who call that have to wait.
    """
    match module.parent(model):
        case cst.Attribute(value=value, attr=cst.Name("set_weights")) as method if value is model:
            call = module.parent(method)
        case _:
            return False
    if not isinstance(call, cst.Call) or call.func is not method:
        return False
    function = module.function(call)
    if function is None or _waits(call, function, module):
        return function is not None
    return module.remembered((_is_called_late, function), lambda: _is_called_late(function, module))


def _is_called_late(function: cst.FunctionDef, module: Module) -> bool:
    """Whether all who call a method wait, and it is named as one for its class alone."""
    name = function.name.value
    calls = calls_of(name, module) if name[:1] == "_" and name[:2] != "__" else []
    inside = [(each, module.function(each)) for each in calls]
    return bool(inside) and all(at is not None and _waits(each, at, module) for each, at in inside)


def _waits(node: cst.CSTNode, function: cst.FunctionDef, module: Module) -> bool:
    """Whether a node stands under a test of a counter that the function has raised before."""
    for test in around(node, cst.If):
        # Where the test holds, not where it does not.
        if is_below(test, function) and is_below(node, test.body):
            raised = [_raised(each, function, module) for each in _counters(test.test, module)]
            if any(each is not None and comes_first(each, test) for each in raised):
                return True
    return False


def _counters(test: cst.BaseExpression, module: Module) -> Iterator[str]:
    """What is counted in `steps % 1000 == 0` and in `steps >= 1000`."""
    match test:
        case cst.Comparison(
            left=cst.BinaryOperation(left=counter, operator=cst.Modulo()),
            comparisons=[cst.ComparisonTarget(operator=cst.Equal())],
        ):
            yield module.source(counter)
        case cst.UnaryOperation(
            operator=cst.Not(), expression=cst.BinaryOperation(left=counter, operator=cst.Modulo())
        ):
            yield module.source(counter)
        case cst.Comparison(
            left=counter,
            comparisons=[
                cst.ComparisonTarget(
                    operator=cst.GreaterThan() | cst.GreaterThanEqual() | cst.Equal()
                )
            ],
        ):
            yield module.source(counter)
        case cst.BooleanOperation(operator=cst.And(), left=left, right=right):
            yield from _counters(left, module)
            yield from _counters(right, module)


def _raised(counter: str, function: cst.FunctionDef, module: Module) -> cst.AugAssign | None:
    """Where the function adds to what it counts by, the first time."""

    def find() -> dict[str, cst.AugAssign]:
        found: dict[str, cst.AugAssign] = {}
        for node in walk_same_function(function.body, cst.AugAssign):
            if isinstance(node.operator, cst.AddAssign):
                found.setdefault(module.source(node.target), node)
        return found

    return module.remembered((_raised, function), find).get(counter)
