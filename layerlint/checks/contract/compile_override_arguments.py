"""LL424: an overridden `compile` does not take what the module passes to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Text
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

NEEDS = AllOf("compile", Text("keras"))


@check(Module, needs=NEEDS)
def compile_override_arguments(module: Module) -> Iterator[Finding]:
    """Report the override, where the module compiles an instance with other arguments.

    Or the call, where the class stands in another file, or what it takes is not all given.
    """
    told: set[LayerClass] = set()
    for call, layer in module.once(_compiled):
        method = layer.methods.get("compile")
        if layer.kind != "model" or method is None or method.is_static or layer in told:
            continue
        refused = _refused(method, call) if method.varkw is None else None
        lacking = _lacking(method, call) if refused is None else None
        if refused is None and lacking is None:
            continue
        told.add(layer)
        place = call if refused is None or layer.module is not module else method.node.name
        message = "default" if refused is not None else "lacks"
        yield Finding(place, message, {"layer": layer.name, "argument": refused or lacking})


def _compiled(module: Module) -> list[tuple[cst.Call, LayerClass]]:
    """The calls of `compile` on names that are only ever bound to what a class makes."""
    found: list[tuple[cst.Call, LayerClass]] = []
    for node in walk_kinds(module.tree, cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("compile"))):
                made = _made(module, node, name)
                layer = module.find_layer(made.func) if isinstance(made, cst.Call) else None
                if layer is not None:
                    found.append((node, layer))
    return found


def _made(module: Module, call: cst.Call, name: str) -> cst.BaseExpression | None:
    """The only value of a name in the function in which a call stands."""
    return only_value(name, assigned(module.function(call) or module.tree, module))


def _refused(method: Method, call: cst.Call) -> str | None:
    """The argument of the call that the override has no parameter for."""
    if any(argument.star for argument in call.args):
        return None
    taken = {each.name for each in method.parameters[1:] if each.kind in ("positional", "keyword")}
    for argument in call.args:
        if argument.keyword is not None and argument.keyword.value not in taken:
            return argument.keyword.value
    given = sum(argument.keyword is None for argument in call.args)
    if method.varargs is None and given > len(method.positional):
        return f"argument {given}"
    return None


def _lacking(method: Method, call: cst.Call) -> str | None:
    """The parameter without a default that the call gives nothing."""
    if any(argument.star for argument in call.args):
        return None
    named = {each.keyword.value for each in call.args if each.keyword is not None}
    given = sum(each.keyword is None for each in call.args)
    needed = [each.name for each in method.positional[given:] if each.default is None]
    needed += [
        each.name for each in method.parameters if each.kind == "keyword" and each.default is None
    ]
    return next((name for name in needed if name not in named), None)
