"""LL606: numbers are drawn, and nothing reads them."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.local_bindings import names_in
from layerlint.syntax import cst
from layerlint.syntax.walk import is_label, mentions, names_below, walk_kinds, walk_same_function

_ENGINES = ("tensorflow.", "keras.", "tf_keras.")
NEEDS = AllOf(
    IMPORTS_KERAS,
    AnyOf(Text("normal"), Text("uniform")),
    Text("keras"),
)


@check(Module, needs=NEEDS)
def draw_never_read(module: Module) -> Iterator[Finding]:
    """Report local names that are given a draw of TensorFlow or Keras and never read.

    The draw has to be made for what the function is given, by its shape: others are leftovers.
    """
    for function in walk_kinds(module.tree, cst.FunctionDef):
        given: set[str] | None = None
        for node in walk_same_function(function.body, cst.Assign):
            match node:
                case cst.Assign(
                    targets=[cst.AssignTarget(target=cst.Name(value=name) as target)],
                    value=cst.Call() as call,
                ) if _draws(call, module) and not name.startswith("_"):
                    given = given if given is not None else _given(function)
                    fits = mentions(call, *given)
                    if fits and not _is_read(target, function, module):
                        fields = {"name": name, "draw": module.source(call.func)}
                        yield Finding(target, fields=fields)


def _given(function: cst.FunctionDef) -> set[str]:
    """The parameters of a function, `self` left out, and the names that are made of them."""
    given = set(names_taken(function))
    for node in walk_same_function(function.body, cst.Assign):
        if mentions(node.value, *given):
            given |= {name for target in node.targets for name in names_below(target)}
    return given


def _draws(call: cst.Call, module: Module) -> bool:
    name = module.resolve(call.func) or ""
    return name.startswith(_ENGINES) and random_function(name) is not None


def _is_read(target: cst.Name, function: cst.FunctionDef, module: Module) -> bool:
    """Whether the name occurs once more in the function, or is not the function's own."""
    if any(True for _ in walk_kinds(function, cst.Global, cst.Nonlocal)):
        return True
    names = module.facts(function, names_in)
    if not names.keys().isdisjoint(("locals", "eval", "exec")):
        return True
    return any(node is not target and not is_label(node) for node in names.get(target.value, []))
