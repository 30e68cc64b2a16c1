"""What the calls in a module give a function, or the `call` of what is made of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.called_functions import arguments, callers
from layerlint.queries.held_values import held_values
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module


def given_to(name: str, function: cst.FunctionDef, module: Module) -> list[cst.BaseExpression]:
    """What the module gives a parameter of a function, by all of its calls that are seen."""
    calls = callers(function, module)
    around = module.parent(module.parent(function) or function)
    if isinstance(around, cst.ClassDef) and function.name.value == "call":
        calls = module.once(_by_class).get(around.name.value, [])
    elif isinstance(around, cst.ClassDef) and function.name.value != "__init__":
        calls = [call for call in calls if module.class_around(call) is around]
    given = (arguments(call, function, module).get(name) for call in calls)
    return [value for value in given if value is not None]


def _by_class(module: Module) -> dict[str, list[cst.Call]]:
    """The calls of layers by the class of the module that these are made of."""
    found: dict[str, list[cst.Call]] = {}
    for call in walk_kinds(module.tree, cst.Call):
        made = [call.func] if isinstance(call.func, cst.Call) else held_values(call.func, module)
        names = {called_name(each.func) for each in made if isinstance(each, cst.Call)}
        for name in names & module.class_statements.keys():
            found.setdefault(name, []).append(call)
    return found
