"""LL146: an optimizer is made for each step, and begins each time without what it remembers."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.optimizers import MEMORYLESS_OPTIMIZERS
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, assignments_of
from layerlint.model.decorators import tf_function
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Members
from layerlint.queries.training_code import training_code
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, last_part, self_attribute
from layerlint.syntax.walk import is_behind, walk_kinds

_LOOPS = (cst.For, cst.While)


@check(Module, needs=AllOf(Members("optimizers"), Members("apply_gradients")))
def optimizer_made_for_each_step(module: Module) -> Iterator[Finding]:
    """Report the optimizer of a function, or of a round of a loop, that applies gradients once."""
    for part in training_code(module):
        function = part.function
        if function is not None and tf_function(function, module) is not None:
            continue
        scope = function.body if function is not None else module.tree
        for update in part.updates:
            if not isinstance(update.optimizer, cst.Name):
                continue
            name = update.optimizer.value
            made = list(assignments_of(name, assigned(scope, module)))
            if len(made) != 1 or not _remembers(made[0].value, module):
                continue
            inner, outer = part.loop(update.call), part.loop(made[0])
            if inner is not outer or name in module.facts(scope, _given_away):
                continue
            if outer is not None or (function is not None and _runs_in_loop(function, module)):
                fields = {"optimizer": name, "made": module.source(made[0].value)}
                yield Finding(made[0], fields=fields)


def _remembers(value: cst.BaseExpression, module: Module) -> bool:
    """Whether it makes an optimizer that keeps something from one step to the next."""
    if not isinstance(value, cst.Call) or module.makes(value) != "optimizer":
        return False
    name = last_part(module.keras(value.func) or "")
    return name not in MEMORYLESS_OPTIMIZERS or keyword(value, "momentum") is not None


def _given_away(scope: cst.CSTNode) -> frozenset[str]:
    """The names that are more than asked for something: somebody may keep what they stand for."""
    asked = {each.value for each in walk_kinds(scope, cst.Attribute)}
    asked |= {each.target for each in walk_kinds(scope, cst.AssignTarget)}
    return frozenset(each.value for each in walk_kinds(scope, cst.Name) if each not in asked)


def _runs_in_loop(function: cst.FunctionDef, module: Module) -> bool:
    """Whether a loop of the module calls the function, or the method of that name on `self`."""
    return function.name.value in module.once(_called_in_loops)


def _called_in_loops(module: Module) -> frozenset[str]:
    """The functions, and the methods of `self`, that loops of the module call."""
    called: set[str | None] = set()
    read: cst.CSTNode | None = None
    for loop in walk_kinds(module.tree, *_LOOPS):
        if read is not None and not is_behind(loop, read):
            continue  # what the loop around calls has been read
        read = loop.body
        for call in walk_kinds(read, cst.Call):
            func = call.func
            called.add(func.value if isinstance(func, cst.Name) else self_attribute(func))
    return frozenset(name for name in called if name is not None)
