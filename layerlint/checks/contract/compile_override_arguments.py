"""LL424: an overridden `compile` does not take what the module passes to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Text
from layerlint.queries.called_functions import calls_on
from layerlint.queries.held_values import is_asked_about, only_made
from layerlint.queries.unpacked_mappings import unpacked_mapping
from layerlint.syntax import cst
from layerlint.syntax.matching import positional

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
        method = layer.method("compile")
        if layer.kind != "model" or method is None or method.is_static or layer in told:
            continue
        named = _named(call, module)
        if named is None:
            continue
        refused = _refused(method, call, named) if method.varkw is None else None
        lacking = _lacking(method, call, named) if refused is None else None
        if refused is None and lacking is None:
            continue
        told.add(layer)
        own = method.owner is layer and layer.module is module
        place = method.node.name if own and refused is not None else call
        message = "default" if refused is not None else "lacks"
        yield Finding(place, message, {"layer": layer.name, "argument": refused or lacking})


def _compiled(module: Module) -> list[tuple[cst.Call, LayerClass]]:
    """The calls of `compile` on names that are only ever bound to what a class makes."""
    found: list[tuple[cst.Call, LayerClass]] = []
    for call, model in calls_on("compile", module):
        made = only_made(model, module) if not isinstance(model, cst.Call) else None
        layer = module.find_layer(made.func) if made is not None else None
        if layer is not None and not is_asked_about(model, call, module):
            found.append((call, layer))
    return found


def _refused(method: Method, call: cst.Call, named: Sequence[str]) -> str | None:
    """The argument of the call that the override has no parameter for."""
    taken = {each.name for each in method.parameters[1:] if each.kind in ("positional", "keyword")}
    refused = next((name for name in named if name not in taken), None)
    if refused is not None:
        return refused
    given = len(positional(call))
    if method.varargs is None and given > len(method.positional):
        return f"argument {given}"
    return None


def _named(call: cst.Call, module: Module) -> list[str] | None:
    """The names that the call gives arguments by, a mapping's too; None if some are not seen."""
    stars = [each.star for each in call.args if each.star]
    mapping = unpacked_mapping(call, module) if stars == ["**"] else None
    if stars and mapping is None:
        return None
    names = [each.keyword.value for each in call.args if each.keyword is not None]
    return names + [str(name) for name in mapping or ()]


def _lacking(method: Method, call: cst.Call, named: Sequence[str]) -> str | None:
    """The parameter without a default that the call gives nothing."""
    given = len(positional(call))
    needed = [each.name for each in method.positional[given:] if each.default is None]
    needed += [
        each.name for each in method.parameters if each.kind == "keyword" and each.default is None
    ]
    return next((name for name in needed if name not in named), None)
