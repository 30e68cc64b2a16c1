"""LL424: an overridden `compile` does not take what the module passes to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

NEEDS = AllOf("compile")


@check(LayerClass, needs=NEEDS)
def compile_override_arguments(layer: LayerClass) -> Iterator[Finding]:
    """Report the override, where the module compiles an instance with other arguments."""
    method = layer.methods.get("compile")
    if layer.kind != "model" or method is None or method.varkw is not None or method.is_static:
        return
    for call in layer.module.once(_compiled).get(layer.name, ()):
        refused = _refused(method, call)
        if refused is not None:
            fields = {"layer": layer.name, "argument": refused}
            yield Finding(method.node.name, fields=fields)
            return


def _compiled(module: Module) -> dict[str, list[cst.Call]]:
    """The calls of `compile` on names that are only ever bound to what a class makes, by class."""
    found: dict[str, list[cst.Call]] = {}
    for node in walk_kinds(module.tree, cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("compile"))):
                made = _made(module, node, name)
                if isinstance(made, cst.Call) and isinstance(made.func, cst.Name):
                    found.setdefault(made.func.value, []).append(node)
    return found


def _made(module: Module, call: cst.Call, name: str) -> cst.BaseExpression | None:
    """The only value of a name in the function in which a call stands."""
    return only_value(name, assigned(module.function(call) or module.tree, module))


def _refused(method: Method, call: cst.Call) -> str | None:
    """The argument of the call that the override has no parameter for, or lacks."""
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
