"""LL313: a lambda that Keras runs later reads the variable of the loop that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from layerlint.checks.tracing._graph_mode import without_eager
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_after
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Passed
from layerlint.queries.called_functions import calls_of, function_named
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    NOT_LITERAL,
    bind,
    called_name,
    is_name,
    keyword,
    literal,
    names_bound,
    self_attribute,
)
from layerlint.syntax.walk import around, mentions, names_below, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.methods import Method

NEEDS = AnyOf(
    AllOf("lambda", Passed("activation")),
    AllOf("lambda", "add_loss"),
    "Lambda",
    AllOf("for", AnyOf(HoldsLayer(), Members("compile"))),
)
# Where a layer is given what it runs later.
_SET_UP = frozenset({"__init__", "build"})
_RUNS = frozenset({"evaluate", "fit", "predict", "test_on_batch", "train_on_batch"})
# What `compile` takes that `fit` runs.
_RUN_BY_FIT = ("loss", "metrics")
_Function = cst.Lambda | cst.FunctionDef
# Methods in which a layer is made and called at once, before the variable moves on.
_RUN_AT_ONCE = frozenset({"call", "train_step", "test_step", "predict_step"})


@check(Module, needs=NEEDS)
def late_binding_lambda(module: Module) -> Iterator[Finding]:
    """Report functions that are kept for later and read a variable of the loop around them."""
    for given, kind in (*_given(module), *_kept(module), *_compiled(module)):
        late = [name for name in _loop_variables(module, given) if _reads(given, name)]
        if not late:
            continue
        text = "".join(f", {name}={name}" for name in late)
        parameters = given.params.params
        simple = parameters and not given.params.star_kwarg and not given.params.kwonly_params
        simple = simple and isinstance(given.params.star_arg, cst.MaybeSentinel)
        edits = insert_after(module, parameters[-1], text) if simple else []
        yield Finding(
            given if isinstance(given, cst.Lambda) else given.name,
            kind,
            {"variable": next((each for each in late if _is_computed_with(given, each)), late[0])},
            generations=_generations(kind, module),
            fix=Fix("Keep the value in a default argument", tuple(edits)) if edits else None,
        )


def _generations(kind: str, module: Module) -> frozenset[int] | None:
    """Where the function is not run before the loop is over; None for wherever the rule holds.

    The Keras of several backends runs that of a layer once, where it is called in its turn; so does
    any Keras 2 without eager execution.
    """
    if kind == "loss":
        return frozenset({2})
    if kind not in ("default", "activation"):
        return None
    at_once = module.verdict.multi_backend or without_eager(module)
    return frozenset({3}) if at_once else None


def _given(module: Module) -> Iterator[tuple[_Function, str]]:
    """What `Lambda` layers are made of, and what `add_loss` is given."""
    for node in walk_kinds(module.tree, cst.Call):
        kind = _keeper(module, node)
        given = _function(module, node) if kind is not None else None
        if kind is not None and given is not None and not _runs_at_once(module, node):
            yield given, kind


def _kept(module: Module) -> Iterator[tuple[_Function, str]]:
    """What a loop puts into collections of a layer, which `call` runs when the loop is over."""
    for layer in module.classes:
        for method in layer.methods.values():
            if method.name not in _SET_UP:
                continue
            for node in method.own_nodes(cst.Lambda):
                if _is_put_on_self(node, method):
                    yield node, "kept"
            names = {each.name.value: each for each in method.own_nodes(cst.FunctionDef)}
            for use in method.own_nodes(cst.Name):
                made = names.get(use.value)
                if made is not None and _is_put_on_self(use, method):
                    yield made, "kept"


def _compiled(module: Module) -> Iterator[tuple[_Function, str]]:
    """What a loop puts into a collection that a model is compiled with."""
    given = (keyword(call, name) for call in calls_of("compile", module) for name in _RUN_BY_FIT)
    for argument in given:
        found = _collection(argument, module) if argument is not None else None
        if found is None:
            continue
        scope, name = found
        made = {each.name.value: each for each in walk_same_function(scope, cst.FunctionDef)}
        uses = [each for each in walk_same_function(scope, cst.Name) if each.value in made]
        functions: list[tuple[cst.CSTNode, _Function]] = [(each, made[each.value]) for each in uses]
        functions += [(each, each) for each in walk_same_function(scope, cst.Lambda)]
        for node, function in functions:
            if _is_put(node, module, partial(is_name, value=name)):
                yield function, "compiled"


def _collection(value: cst.BaseExpression, module: Module) -> tuple[cst.CSTNode, str] | None:
    """The body in which the collection is filled, and its name there."""
    around = module.function(value)
    if isinstance(value, cst.Name):
        return (around.body if around is not None else module.tree), value.value
    factory = function_named(value.func, module) if isinstance(value, cst.Call) else None
    result = only_result(factory) if factory is not None else None
    if factory is not None and isinstance(result, cst.Name):
        return factory.body, result.value
    return None


def _is_put_on_self(node: cst.CSTNode, method: Method) -> bool:
    """Whether it is put into an attribute."""
    return _is_put(
        node, method.module, lambda held: self_attribute(held, method.self_name) is not None
    )


def _is_put(node: cst.CSTNode, module: Module, holds: Callable[[cst.CSTNode], bool]) -> bool:
    """`x[k] = f`, `x.append(f)`, `x = [f for ...]`."""
    outer = module.parent(node)
    match outer:
        case cst.ListComp(elt=made) | cst.DictComp(value=made) if made is node:
            assigned = module.parent(outer)
            return isinstance(assigned, cst.Assign) and any(
                holds(each.target) for each in assigned.targets
            )
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript(value=held))]):
            return outer.value is node and holds(held)
        case cst.Arg(value=value) if value is node:
            match module.parent(outer):
                case cst.Call(func=cst.Attribute(value=held, attr=cst.Name("append"))):
                    return holds(held)
    return False


def _keeper(module: Module, call: cst.Call) -> str | None:
    """The message about what keeps the function: a `Lambda`, or the `add_loss` of a layer."""
    if module.keras(call.func) == "layers.Lambda":
        return "default"
    if (module.keras(call.func) or "").startswith("layers.") and keyword(call, "activation"):
        return "activation"
    match call:
        case cst.Call(
            func=cst.Attribute(attr=cst.Name("add_loss")), args=[cst.Arg(value=cst.Lambda())]
        ):
            return "loss"
    return None


def _function(module: Module, call: cst.Call) -> _Function | None:
    """The lambda that the layer is made of, or the function of the same loop."""
    given = keyword(call, "activation") or bind(call, ("function",)).get("function")
    if isinstance(given, cst.Name):
        for loop in module.ancestors(call):
            if isinstance(loop, (cst.FunctionDef, cst.ClassDef)):
                break
            for made in loop.body.body if isinstance(loop, cst.For) else ():
                if isinstance(made, cst.FunctionDef) and made.name.value == given.value:
                    return made
    return given if isinstance(given, cst.Lambda) else None


def _runs_at_once(module: Module, call: cst.Call) -> bool:
    """Whether the layer is made where it is called, each time that another layer is."""
    function = module.function(call)
    if function is None:
        return False
    return function.name.value in _RUN_AT_ONCE or (
        isinstance(module.parent(call), cst.Call) and function in module.once(_run_by_layers)
    )


def _run_by_layers(module: Module) -> frozenset[cst.CSTNode]:
    """The functions that `call` of a layer of the module runs."""
    reached = (each for layer in module.classes for each in layer.forward.functions)
    return frozenset(each.node for each in reached)


def _loop_variables(module: Module, call: cst.CSTNode) -> Iterator[str]:
    """The variables that loops around the call, in its own function, go on to change."""
    inner: cst.CSTNode = call
    for ancestor in module.ancestors(call):
        if isinstance(ancestor, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            return
        if isinstance(ancestor, cst.For) and inner is ancestor.body:
            if not _leaves(ancestor) and not _runs_models(ancestor):
                yield from _bound_in(ancestor)
        elif isinstance(ancestor, cst.BaseComp):
            loop: cst.CompFor | None = ancestor.for_in
            while loop is not None:
                yield from names_below(loop.target)
                loop = loop.inner_for_in
        inner = ancestor


def _bound_in(loop: cst.For) -> Iterator[str]:
    """The names that every turn binds anew: those of the loop, and those that it makes of them."""
    changed = dict.fromkeys(names_below(loop.target))
    for node in walk_same_function(loop.body, cst.Assign, cst.AugAssign):
        if any(_is_one_turn(above, loop) for above in around(node)):
            continue
        match node:
            case cst.Assign(targets=targets, value=value):
                if isinstance(value, cst.Call) or mentions(value, *changed):
                    bound = (names_bound(each.target) for each in targets)
                    changed.update((name, None) for names in bound for name in names)
            case cst.AugAssign(target=cst.Name(value=name)):
                changed[name] = None
    yield from changed


def _is_one_turn(node: cst.CSTNode, loop: cst.For) -> bool:
    """`if i == 0:`, where `i` is what the loop counts: it is so once."""
    match node:
        case cst.If(
            test=cst.Comparison(
                left=cst.Name(value=name),
                comparisons=[cst.ComparisonTarget(operator=cst.Equal(), comparator=value)],
            )
        ):
            return is_name(loop.target, name) and literal(value) is not NOT_LITERAL
    return False


def _leaves(loop: cst.For) -> bool:
    """Whether the loop may end before the variable moves on."""
    return any(walk_same_function(loop.body, cst.Break, cst.Return, cst.Yield))


def _runs_models(loop: cst.For) -> bool:
    """Whether each turn of the loop runs what it makes, by which time the variable is still its."""
    return any(called_name(call.func) in _RUNS for call in walk_same_function(loop.body, cst.Call))


def _is_computed_with(function: _Function, name: str) -> bool:
    """Whether more of what the name stands for is read than its shape, which may be that of all."""
    shapes = {
        node.value
        for node in walk_kinds(function.body, cst.Attribute)
        if node.attr.value in ("ndim", "shape")
    }
    names = (node for node in walk_kinds(function.body, cst.Name) if node.value == name)
    return any(node not in shapes for node in names)


def _reads(function: _Function, name: str) -> bool:
    """Whether the body reads the name from outside, as often as it is run."""
    bound = {node.name.value for node in walk_kinds(function.params, cst.Param)}
    inner = {
        target
        for node in walk_kinds(function.body, cst.CompFor)
        for target in names_below(node.target)
    }
    if name in bound | inner:
        return False
    attributes = {node.attr for node in walk_kinds(function.body, cst.Attribute)}
    keywords = {node.keyword for node in walk_kinds(function.body, cst.Arg)}
    return any(
        is_name(node, name) and node not in attributes | keywords
        for node in walk_kinds(function.body, cst.Name)
    )
