"""LL426: an initializer, regularizer or constraint that does not take what Keras passes."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.objects import with_article
from layerlint.findings import Finding
from layerlint.model.methods import Parameter, parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsObject, PassedFunction, Text
from layerlint.queries.called_functions import function_named, made_by
from layerlint.queries.keras_objects import keras_objects
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

_KINDS = ("initializer", "regularizer", "constraint")
NEEDS = AllOf(
    AnyOf(*(Text(kind[1:]) for kind in _KINDS)),
    AnyOf(PassedFunction(*_KINDS), AllOf("__call__", HoldsObject())),
)


@check(Module, needs=NEEDS)
def initializer_signature(module: Module) -> Iterator[Finding]:
    """Report functions where they are defined, lambdas where they are passed, and classes."""
    shown: set[cst.CSTNode] = set()
    for node in walk_kinds(module.tree, cst.Call):
        if not _takes_them(node, module):
            continue
        for argument in node.args:
            kind = _kind(argument)
            given = _function(argument.value, module)
            if kind is None or given is None or given in shown:
                continue
            problem = _problem(kind, _filled(given, argument.value, module))
            if problem is not None:
                shown.add(given)
                name = given.name.value if isinstance(given, cst.FunctionDef) else "The lambda"
                place = given.name if isinstance(given, cst.FunctionDef) else given
                yield Finding(
                    place, fields={"function": name, "kind": with_article(kind), "problem": problem}
                )
    for found in keras_objects(module):
        method = found.methods.get("__call__")
        if found.kind not in _KINDS or method is None or method.decorators:
            continue
        problem = _problem(found.kind, method.parameters[1:])
        if problem is not None and not _runs_itself(method.parameters[1:], module):
            fields = {"function": found.name, "kind": with_article(found.kind), "problem": problem}
            yield Finding(method.node.name, fields=fields)


def _runs_itself(parameters: list[Parameter], module: Module) -> bool:
    """Whether the module passes what Keras does not, by a call or by `functools.partial`."""
    more = {each.name for each in parameters[1:] if each.default is None} - {"dtype"}
    return any(
        argument.keyword is not None and argument.keyword.value in more
        for node in walk_kinds(module.tree, cst.Call)
        if (module.resolve(node.func) or "").endswith("functools.partial")
        or any(kind in module.source(node.func).lower() for kind in _KINDS)
        for argument in node.args
    )


def _takes_them(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer of Keras or a weight."""
    match call.func:
        case cst.Attribute(attr=cst.Name("add_weight")):
            return True
    return (module.keras(call.func) or "").startswith("layers.")


def _kind(argument: cst.Arg) -> str | None:
    name = argument.keyword.value if argument.keyword is not None else ""
    return next((kind for kind in _KINDS if name == kind or name.endswith(f"_{kind}")), None)


def _function(value: cst.BaseExpression, module: Module) -> cst.FunctionDef | cst.Lambda | None:
    if isinstance(value, cst.Lambda):
        return value
    if isinstance(value, cst.Call):
        return _made(value, module)
    if isinstance(value, cst.Attribute):
        method = function_named(value, module)
        return method if method is not None and not method.decorators else None
    if not isinstance(value, cst.Name) or module.scope_of(value, value.value) is not None:
        return None
    if module.assigns(value.value):
        return None
    found = module.function_defs.get(value.value)
    return found if found is not None and not found.decorators else None


def _filled(
    given: cst.FunctionDef | cst.Lambda, value: cst.BaseExpression, module: Module
) -> list[Parameter]:
    """The parameters that Keras has to fill: those of a method without the instance."""
    bound = isinstance(value, cst.Attribute) and isinstance(given, cst.FunctionDef)
    return parameters_of(given.params)[1 if bound else 0 :]


def _made(call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function that one of the module returns, which it defines and returns whatever comes."""
    factory = function_named(call.func, module)
    found = made_by(factory) if factory is not None and not factory.decorators else None
    return found if found is not None and not found.decorators else None


def _problem(kind: str, parameters: list[Parameter]) -> str | None:
    """What Keras passes and the function does not take, or the reverse."""
    names = [each.name for each in parameters if each.kind in ("positional", "keyword")]
    varargs = any(each.kind == "varargs" for each in parameters)
    varkw = any(each.kind == "varkw" for each in parameters)
    passed = 1
    places = [each for each in parameters if each.kind == "positional"]
    if not places and not varargs:
        return "takes no argument by position"
    if kind == "initializer" and "dtype" not in names[1:] and not varkw:
        return "takes no `dtype`"
    missing = [
        each.name
        for index, each in enumerate(parameters)
        if each.default is None and each.kind in ("positional", "keyword")
        if not (each.kind == "positional" and index < passed)
        if not (kind == "initializer" and each.name == "dtype")
    ]
    return f"needs `{missing[0]}` as well" if missing else None
