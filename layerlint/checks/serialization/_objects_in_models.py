"""Which losses, regularizers and the like a module puts into its models: their files name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, keyword, literal
from layerlint.syntax.walk import calls_given, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module


def is_compiled(found: LayerClass) -> bool:
    """Whether objects of its kind are part of how a model is compiled, and not of its layers."""
    return found.kind in ("loss", "metric", "optimizer", "schedule")


def is_loaded_with(found: LayerClass, load: cst.Call) -> bool:
    """Whether a `load_model` needs a class that a model may hold: not where nothing is compiled."""
    if not is_compiled(found):
        return True
    plain = literal(keyword(load, "compile")) is not False
    return plain and not found.module.says("include_optimizer")


def goes_into_model(found: LayerClass, made: cst.Call) -> bool:
    """Whether what a call makes goes into a model that is saved: into a layer, or `compile`.

    At once, or by way of a name that is bound to nothing else.
    """
    module = found.module
    if module.class_of(made) is not None:
        return False
    if _is_within(found, made):
        return True
    match module.parent(made):
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            uses = module.once(_names_bound_once).get(name, ())
            around = module.function(made)
            return any(module.function(use) is around and _is_within(found, use) for use in uses)
    return False


def _names_bound_once(module: Module) -> dict[str, list[cst.Name]]:
    """The uses of the names that one assignment of the module gives a value."""
    names: dict[str, list[cst.Name]] = {}
    bound: dict[str, int] = {}
    for node in walk_kinds(module.tree, cst.Name):
        if isinstance(module.parent(node), cst.AssignTarget):
            bound[node.value] = bound.get(node.value, 0) + 1
        else:
            names.setdefault(node.value, []).append(node)
    return {name: uses for name, uses in names.items() if bound.get(name) == 1}


def _is_within(found: LayerClass, node: cst.CSTNode) -> bool:
    """Whether a node stands among the arguments of a call that keeps what is of its kind."""
    return any(_keeps(found, call) for call in calls_given(node))


def _keeps(found: LayerClass, call: cst.Call) -> bool:
    if found.kind in ("loss", "metric", "optimizer"):
        return called_name(call.func) == "compile" and isinstance(call.func, cst.Attribute)
    if found.kind == "schedule":
        return found.module.makes(call) == "optimizer"
    return found.module.makes(call) == "layer"
