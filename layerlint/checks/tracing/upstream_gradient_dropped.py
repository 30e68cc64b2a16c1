"""LL319: a gradient function never reads the gradient that it is handed."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf
from layerlint.queries.called_functions import function_named
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, literal
from layerlint.syntax.walk import mentions, walk_kinds, walk_same_function

_OURS = frozenset({"self", "variables"})
_ZEROS = frozenset({"zeros", "zeros_like"})


@check(Module, needs=AllOf("custom_gradient"))
def upstream_gradient_dropped(module: Module) -> Iterator[Finding]:
    """Report the gradient function, where what it returns is neither nothing nor zero."""
    for function in _with_own_gradient(module):
        gradient = _gradient(function)
        if gradient is None or _is_told(gradient) or not _gives_some(gradient):
            continue
        taken = list(_handed(gradient))
        if taken:
            place = gradient.name if isinstance(gradient, cst.FunctionDef) else gradient
            fields = {"upstream": taken[0], "function": function.name.value}
            yield Finding(place, fields=fields)


def _with_own_gradient(module: Module) -> Iterator[cst.FunctionDef]:
    """The functions that `custom_gradient` decorates, or is called for."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        if any(_is_custom(each.decorator, module) for each in function.decorators):
            yield function
    for call in walk_kinds(module.tree, cst.Call):
        if len(call.args) == 1 and _is_custom(call.func, module):
            wrapped = function_named(call.args[0].value, module)
            if wrapped is not None:
                yield wrapped


def _is_custom(function: cst.BaseExpression, module: Module) -> bool:
    return module.tf(function) == "custom_gradient" or module.keras(function) == (
        "ops.custom_gradient"
    )


def _gradient(function: cst.FunctionDef) -> cst.FunctionDef | cst.Lambda | None:
    """What is returned beside the result: a function that stands in this one."""
    inner = {each.name.value: each for each in walk_kinds(function.body, cst.FunctionDef)}
    for each in walk_same_function(function.body, cst.Return):
        match each.value:
            case cst.Tuple(elements=[_, cst.Element(value=cst.Lambda() as gradient)]):
                return gradient
            case cst.Tuple(elements=[_, cst.Element(value=cst.Name(value=name))]):
                return inner.get(name)
    return None


def _handed(gradient: cst.FunctionDef | cst.Lambda) -> Iterator[str]:
    """The parameters that the gradients of the results come in by."""
    for each in parameters_of(gradient.params):
        if each.name not in _OURS:
            yield each.name


def _is_told(gradient: cst.FunctionDef | cst.Lambda) -> bool:
    """Whether any of them is read."""
    return mentions(gradient.body, *_handed(gradient))


def _gives_some(gradient: cst.FunctionDef | cst.Lambda) -> bool:
    """Whether something else than None and zeros is returned, and nothing is raised."""
    if isinstance(gradient, cst.Lambda):
        return not _is_none(gradient.body)
    if any(True for _ in walk_kinds(gradient.body, cst.Raise)):
        return False
    given = [each.value for each in walk_same_function(gradient.body, cst.Return)]
    return bool(given) and not any(each is None or _is_none(each) for each in given)


def _is_none(value: cst.BaseExpression) -> bool:
    """Whether it is no gradient: None or zeros, or a tuple of nothing else."""
    match value:
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            return all(_is_none(each.value) for each in elements)
        case cst.Call():
            return called_name(value.func) in _ZEROS
    return is_name(value, "None") or literal(value) in (0, 0.0)
