"""LL313: a lambda that Keras runs later reads the variable of the loop that makes it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_after
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, positional
from layerlint.syntax.walk import walk_kinds, walk_same_function

NEEDS = AllOf("lambda", AnyOf("Lambda", "add_loss"))
# Methods in which a layer is made and called at once, before the variable moves on.
_RUN_AT_ONCE = frozenset({"call", "train_step", "test_step", "predict_step"})


@check(Module, needs=NEEDS)
def late_binding_lambda(module: Module) -> Iterator[Finding]:
    """Report lambdas for `Lambda` and `add_loss` whose body reads a loop variable around them."""
    for node in walk_kinds(module.tree, cst.Call):
        kind = _keeper(module, node)
        if kind is None:
            continue
        given = _function(node)
        if given is None or _runs_at_once(module, node):
            continue
        late = [name for name in _loop_variables(module, node) if _reads(given, name)]
        if not late:
            continue
        text = "".join(f", {name}={name}" for name in late)
        parameters = given.params.params
        simple = parameters and not given.params.star_kwarg and not given.params.kwonly_params
        simple = simple and isinstance(given.params.star_arg, cst.MaybeSentinel)
        edits = insert_after(module, parameters[-1], text) if simple else []
        yield Finding(
            given,
            kind,
            {"variable": late[0]},
            generations=frozenset({2}) if kind == "loss" else None,
            fix=Fix("Keep the value in a default argument", tuple(edits)) if edits else None,
        )


def _keeper(module: Module, call: cst.Call) -> str | None:
    """The message about what keeps the function: a `Lambda`, or the `add_loss` of a layer."""
    if module.keras(call.func) == "layers.Lambda":
        return "default"
    match call:
        case cst.Call(
            func=cst.Attribute(attr=cst.Name("add_loss")), args=[cst.Arg(value=cst.Lambda())]
        ):
            return "loss"
    return None


def _function(call: cst.Call) -> cst.Lambda | None:
    """The lambda that the layer is made of."""
    named = keyword(call, "function")
    given = named.value if named is not None else None
    if given is None and (arguments := positional(call)):
        given = arguments[0].value
    return given if isinstance(given, cst.Lambda) else None


def _runs_at_once(module: Module, call: cst.Call) -> bool:
    function = module.function(call)
    return function is not None and function.name.value in _RUN_AT_ONCE


def _loop_variables(module: Module, call: cst.Call) -> Iterator[str]:
    """The variables that loops around the call, in its own function, go on to change."""
    inner: cst.CSTNode = call
    for ancestor in module.ancestors(call):
        if isinstance(ancestor, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            return
        if isinstance(ancestor, cst.For) and inner is ancestor.body:
            if not _leaves(ancestor):
                yield from _names(ancestor.target)
                yield from _bound_in(ancestor.body)
        elif isinstance(ancestor, cst.BaseComp):
            loop: cst.CompFor | None = ancestor.for_in
            while loop is not None:
                yield from _names(loop.target)
                loop = loop.inner_for_in
        inner = ancestor


def _bound_in(body: cst.CSTNode) -> Iterator[str]:
    """The names that every turn of a loop binds anew, to what it makes."""
    for node in walk_same_function(body, cst.Assign):
        if isinstance(node, cst.Assign) and isinstance(node.value, cst.Call):
            for target in node.targets:
                if isinstance(target.target, cst.Name):
                    yield target.target.value


def _leaves(loop: cst.For) -> bool:
    """Whether the loop may end before the variable moves on."""
    return any(True for node in walk_kinds(loop.body, cst.Break, cst.Return, cst.Yield))


def _names(target: cst.CSTNode) -> Iterator[str]:
    for node in walk_kinds(target, cst.Name):
        if isinstance(node, cst.Name):
            yield node.value


def _reads(function: cst.Lambda, name: str) -> bool:
    """Whether the body reads the name from outside, as often as it is run."""
    bound = {node.name.value for node in walk_kinds(function.params, cst.Param)}
    inner = {
        target for node in walk_kinds(function.body, cst.CompFor) for target in _names(node.target)
    }
    if name in bound | inner:
        return False
    attributes = {id(node.attr) for node in walk_kinds(function.body, cst.Attribute)}
    keywords = {id(node.keyword) for node in walk_kinds(function.body, cst.Arg)}
    return any(
        is_name(node, name) and id(node) not in attributes | keywords
        for node in walk_kinds(function.body, cst.Name)
    )
