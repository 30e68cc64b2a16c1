"""Losses of Keras that replicas run, and that divide by the samples of one replica."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.namespaces import is_class_name
from layerlint.queries.called_functions import run_on_replicas
from layerlint.queries.held_values import held_values, only_call
from layerlint.queries.recorded_code import content_of
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, last_part, literal, positional
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

# The ways to reduce that Keras 2 refuses where a strategy runs the code.
_OF_BATCH = frozenset({"AUTO", "SUM_OVER_BATCH_SIZE"})
_MOST_FUNCTIONS = 60


def refused_losses(module: Module) -> Iterator[tuple[cst.Call, cst.FunctionDef]]:
    """The first call of each loss that is made to take means, in what a strategy runs."""
    told: set[cst.CSTNode] = set()
    for call in walk_kinds(module.tree, cst.Call):
        function = run_on_replicas(call, module)
        if function is None or not _runs_by_strategy(call, module):
            continue
        for inner in _reached(function, module):
            for run in walk_kinds(inner.body, cst.Call):
                made = _loss(run, module)
                if made is not None and made not in told:
                    told.add(made)
                    yield run, inner


def _runs_by_strategy(call: cst.Call, module: Module) -> bool:
    """Whether a strategy is made where it is seen: the one that is there without asking adds up."""
    assert isinstance(call.func, cst.Attribute)
    held = held_values(call.func.value, module)
    names = [module.tf(each.func) if isinstance(each, cst.Call) else None for each in held]
    return bool(names) and all(
        name is not None
        and name.startswith("distribute.")
        and is_class_name(last_part(name))
        and name.endswith("Strategy")
        for name in names
    )


def _reached(function: cst.FunctionDef, module: Module) -> list[cst.FunctionDef]:
    """A function, and those of the module that it calls."""
    found = [function]
    for each in found:
        for _, other in content_of(each.body, module).functions:
            if other not in found and len(found) < _MOST_FUNCTIONS:
                found.append(other)
    return found


def _loss(run: cst.Call, module: Module) -> cst.Call | None:
    """The call that made the loss which a call computes, if that takes the mean of a batch."""
    if not isinstance(run.func, (cst.Name, cst.Attribute)) or len(run.args) < 2:
        return None
    if module.resolve(run.func) is not None and module.keras(run.func) is not None:
        return None
    made = only_call(run.func, module)
    home, _, name = (module.keras(made.func) or "").rpartition(".") if made else ("", "", "")
    if made is None or home != "losses" or not is_class_name(name):
        return None
    # A loss takes `reduction` by position as well, behind arguments of its own.
    if positional(made) or any(each.star for each in made.args):
        return None
    reduction = keyword(made, "reduction")
    if reduction is None:
        return made
    told = literal(reduction)
    kind = told if isinstance(told, str) else last_part(module.resolve(reduction) or "")
    return made if kind.upper() in _OF_BATCH else None
