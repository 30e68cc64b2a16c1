"""Whether data come in another order at every pass over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.data import KEEP_ORDER, SHUFFLED_DATASETS, SHUFFLED_FLOWS
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import called
from layerlint.queries.held_values import held_values
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, keyword, literal
from layerlint.syntax.walk import names_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_DEPTH = 12


def root_of(data: cst.BaseExpression) -> cst.BaseExpression:
    """What an expression passes over: `ds` of `ds.unbatch().map(f)` and of `enumerate(ds)`."""
    while isinstance(data, cst.Call):
        name = called_name(data.func)
        if isinstance(data.func, cst.Attribute) and name in KEEP_ORDER:
            data = data.func.value
        elif name in ("enumerate", "tqdm", "as_numpy", "iter", "list") and data.args:
            data = data.args[0].value
        else:
            break
    return data


def shuffles(data: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether what `data` stands for at `use` is shuffled anew at every pass."""
    for _ in range(_DEPTH):
        if isinstance(data, (cst.Name, cst.Attribute)):
            value = value_at(data, use, module)
            if value is None and isinstance(data, cst.Name):
                held = held_values(data, module)
                value = held[0] if len(held) == 1 else _told_elsewhere(data, use, module)
            if value is None:
                return False
            data, use = value, value
        elif isinstance(data, cst.Call):
            name = called_name(data.func)
            own = called(data, module)
            result = only_result(own) if own is not None else None
            if result is not None:
                data, use = result, result
                continue
            if name == "shuffle":
                return _anew(data)
            if name in SHUFFLED_DATASETS:
                return module.keras(data.func) is not None and not _ordered(data)
            if not isinstance(data.func, cst.Attribute):
                return False
            if name == "list_files" and (module.tf(data.func) or "").startswith("data."):
                told = bind(data, ("file_pattern", "shuffle")).get("shuffle")
                return told is None or literal(told) is True
            if name in SHUFFLED_FLOWS:
                return not _ordered(data) and module.says("ImageDataGenerator")
            if name not in KEEP_ORDER:
                return False
            data = data.func.value
        else:
            return False
    return False


def _anew(call: cst.Call) -> bool:
    """Whether a call of `shuffle` is one of a dataset that draws another order each time."""
    given = bind(call, ("buffer_size", "seed", "reshuffle_each_iteration", "name"))
    again = given.get("reshuffle_each_iteration")
    return "buffer_size" in given and (again is None or literal(again) is True)


def _ordered(call: cst.Call) -> bool:
    """Whether it may be told not to shuffle, or makes two sets of which one is in order."""
    told = keyword(call, "shuffle")
    both = keyword(call, "subset")
    return (
        (told is not None and literal(told) is not True)
        or (literal(both) == "both")
        or any(each.star for each in call.args)
    )


def _told_elsewhere(name: cst.Name, use: cst.CSTNode, module: Module) -> cst.BaseExpression | None:
    """What the functions of a module agree to call so, where a function is given it by others."""
    function = module.function(use)
    if function is None or not any(
        each.name.value == name.value for each in walk_kinds(function.params, cst.Param)
    ):
        return None
    made = module.once(_named).get(name.value, [])
    return made[0] if len(made) == 1 else None


def _named(module: Module) -> dict[str, list[cst.BaseExpression]]:
    """What is assigned to each name anywhere in the module."""
    found: dict[str, list[cst.BaseExpression]] = {}
    for node in walk_kinds(module.tree, cst.Assign):
        for target in node.targets:
            for name in names_below(target.target):
                found.setdefault(name, []).append(node.value)
    return found
