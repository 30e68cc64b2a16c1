"""Which classes a module tells Keras about, by their names, for the models that it loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.origins import only_result
from layerlint.queries.called_functions import function_named
from layerlint.queries.held_values import held_values
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, keyword_argument, literal
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_SCOPES = frozenset({"custom_object_scope", "CustomObjectScope"})
_STORES = ("get_custom_objects", "_GLOBAL_CUSTOM_OBJECTS")
# Whoever uses one of these may register anything.
_REGISTRIES = ("register", *_STORES)
# Words of files that register classes, with what is looked for there.
REGISTERS = {word: word for word in ("register_keras_serializable", *_STORES)}


def told_classes(module: Module) -> frozenset[str] | None:
    """The names that dictionaries of custom objects hold; None where some cannot be read.

    Words in strings and comments tell Keras nothing.
    """
    return module.once(_told)


def made_together(module: Module, names: frozenset[str], made: list[cst.Call]) -> bool:
    """Whether one function makes something and a class of these names: they are of one model."""
    around = {module.function(call) for call in made}
    return any(
        called_name(call.func) in names and module.function(call) in around
        for call in walk_kinds(module.tree, cst.Call)
    )


def _told(module: Module) -> frozenset[str] | None:
    found, elsewhere = _registered(module)
    if elsewhere:
        return None
    for call in walk_kinds(module.tree, cst.Call):
        given = keyword_argument(call, "custom_objects")
        if called_name(call.func) in _SCOPES:
            given = call.args[0] if call.args else None
        elif called_name(call.func) == "load_model" and len(call.args) > 1 and given is None:
            given = call.args[1] if call.args[1].keyword is None or call.args[1].star else None
        if given is None or is_name(given.value, "None"):
            continue
        held = _keys(given, module)
        if held is None:
            return None
        found |= held
    return frozenset(found)


def _registered(module: Module) -> tuple[set[str], bool]:
    """The classes that decorators register, and whether something else may register any."""
    found: set[str] = set()
    for name in walk_kinds(module.tree, cst.Name):
        if not any(word in name.value for word in _REGISTRIES):
            continue
        for outer in module.ancestors(name):
            if isinstance(outer, cst.ImportFrom):
                break
            if isinstance(outer, cst.Decorator):
                owner = module.parent(outer)
                if isinstance(owner, cst.ClassDef):
                    found.add(owner.name.value)
                break
        else:
            return found, True
    return found, False


def _keys(given: cst.Arg, module: Module) -> set[str] | None:
    """The keys of a dictionary that stands there, has a name, or is what a function returns."""
    value: cst.BaseExpression | None = given.value
    if isinstance(value, (cst.Name, cst.Attribute)):
        source, held = module.source(value), held_values(value, module)
        filled = module.says(f"{source}[") or module.says(f"{source}.")
        value = held[0] if len(held) == 1 and not filled else None
    if isinstance(value, cst.Call) and not value.args:
        function = function_named(value.func, module)
        value = only_result(function) if function is not None else None
    if given.star or not isinstance(value, cst.Dict):
        return None
    keys = [
        literal(each.key) if isinstance(each, cst.DictElement) else None for each in value.elements
    ]
    found = {key for key in keys if isinstance(key, str)}
    return found if len(found) == len(set(keys)) else None
