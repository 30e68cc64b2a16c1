"""LL708: the name of a layer is looked for in the names of its variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.facts.variable_names import VARIABLE_NAMES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, positional
from layerlint.syntax.walk import around, walk_kinds

_LISTS = frozenset(
    {"trainable_variables", "trainable_weights", "non_trainable_variables", "non_trainable_weights"}
    | {"variables", "weights"}
)
NEEDS = AllOf(AnyOf(*map(Members, sorted(_LISTS))), Members("name"), Text("keras"))
_LAYERS = frozenset(name.rpartition(".")[2].lower() for name in WEIGHT_LAYERS)
# A shorter part of the name of a class says nothing.
_SHORTEST = 4
# What makes a variable, with the name that it is given not far behind.
_MADE = r"(?:add_weight|add_variable|Variable)\([\s\S]{0,400}?%s"
_Loop = cst.For | cst.CompFor


@check(Module, needs=NEEDS, judged_by="target")
def layer_name_in_variable_name(module: Module) -> Iterator[Finding]:
    """Report `"dense" in v.name` and the like for the variables of a model."""
    for test in walk_kinds(module.tree, cst.Comparison):
        match test:
            case cst.Comparison(
                left=wanted,
                comparisons=[
                    cst.ComparisonTarget(operator=cst.In() | cst.NotIn(), comparator=name)
                ],
            ):
                yield from _reported(test, wanted, name, module)
            case cst.Comparison(
                left=name,
                comparisons=[cst.ComparisonTarget(operator=cst.Equal(), comparator=wanted)],
            ):
                yield from _reported(test, wanted, name, module)
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=name, attr=cst.Name(value="startswith" | "endswith")):
                given = positional(call)
                if len(given) == 1:
                    yield from _reported(call, given[0].value, name, module)


def _reported(
    test: cst.BaseExpression,
    wanted: cst.BaseExpression,
    name: cst.BaseExpression,
    module: Module,
) -> Iterator[Finding]:
    match name:
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name(value="lower")), args=[]):
            name = inner
    match name:
        case cst.Attribute(value=cst.Name() as variable, attr=cst.Name(value="name") as attr):
            if _is_of_model(variable):
                words = _words(wanted, module)
                lost = next((word for word in words if _is_lost(word, module)), None)
                if lost is not None:
                    fields = {"word": lost, "variable": variable.value}
                    edits = tuple(replace(module, attr, "path"))
                    yield Finding(test, fields=fields, fix=Fix("Ask `path`", edits, "unsafe"))


def _is_of_model(variable: cst.Name) -> bool:
    """Whether a loop around gives the name the variables of a model or layer, one by one."""
    loop = _loop_over(variable)
    return loop is not None and any(
        node.attr.value in _LISTS for node in walk_kinds(loop.iter, cst.Attribute)
    )


def _loop_over(name: cst.Name) -> _Loop | None:
    """The innermost loop or comprehension around a name that gives it its values."""
    for outer in around(name):
        loops: Sequence[_Loop] = ()
        if isinstance(outer, cst.For):
            loops = [outer]
        elif isinstance(outer, (cst.ListComp, cst.SetComp, cst.GeneratorExp, cst.DictComp)):
            loops = list(walk_kinds(outer.for_in, cst.CompFor))
        for loop in loops:
            if any(is_name(target, name.value) for target in walk_kinds(loop.target, cst.Name)):
                return loop
    return None


def _words(wanted: cst.BaseExpression, module: Module) -> Sequence[str]:
    """What is looked for: a word, or those that a loop around goes through."""
    known = literal(wanted)
    if isinstance(known, str):
        return [known]
    loop = _loop_over(wanted) if isinstance(wanted, cst.Name) else None
    if loop is None:
        return []
    found = literal(loop.iter)
    if isinstance(loop.iter, (cst.Name, cst.Attribute)):
        value = value_at(loop.iter, loop.iter, module)
        found = literal(value) if value is not None else found
    if not isinstance(found, (list, tuple, set)):
        return []
    return [word for word in found if isinstance(word, str)]


def _is_lost(word: str, module: Module) -> bool:
    """Whether Keras 3 has it in the path of a variable, and no variable is called so."""
    return module.remembered((_is_lost, word), lambda: _is_in_path_only(word, module))


def _is_in_path_only(word: str, module: Module) -> bool:
    if word.endswith(":0") or "/" in word.strip("/"):
        return True
    plain = word.strip("/").lower()
    if any(plain in name for name in VARIABLE_NAMES):
        return False
    quoted = re.escape(word)
    if module.project.index.mentioning(word, _MADE % quoted):
        return False
    # Names that Keras gives are numbered: `dense_1`.
    kind = plain.rstrip("0123456789").replace("_", "")
    is_layer = len(kind) >= _SHORTEST and any(kind in each for each in _LAYERS)
    return is_layer or re.search(rf"\bname\s*=\s*f?[\"'][^\"'\n]*{quoted}", module.text) is not None
