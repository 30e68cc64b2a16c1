"""Whether the arguments of a constructor are read all at once: by it, or out of its frame."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# What a function reads its own arguments with.
_OWN = frozenset({"locals", "vars", "getargvalues", "currentframe", "exec", "eval"})
# What a function reads the arguments of those with that call it.
_OF_CALLER = frozenset({"currentframe", "_getframe", "f_back", "f_locals", "getouterframes"})
_STACK = "inspect.stack"
# A function that is told nothing, and is called for the arguments of whoever calls it.
_GATHERED = frozenset(
    {"locals", "vars", "args", "arguments", "params", "parameters", "kwargs", "attrs", "hparams"}
    | {"hyperparameters"}
)


def reads_all_arguments(layer: LayerClass, constructor: Method) -> bool:
    """Whether a constructor's arguments are read at once: `locals()`, `vars()`, its frame.

    Out of its frame they are read by a function that it calls, or by the constructor of a base;
    whoever decorates it may read them, too, and `__new__`, which is given the same. A function of
    another package is taken to do so where it is told nothing and named for arguments:
    `gather_vars_to_kwargs()`.
    """
    if constructor.decorators or layer.method("__new__") is not None:
        return True
    if any(node.value in _OWN for node in constructor.own_nodes(cst.Name)):
        return True
    if any(_gathers(layer, constructor, call) for call in constructor.own_nodes(cst.Call)):
        return True
    return any(base.facts(_constructor_inspects) for base in layer.mro[1:])


def _constructor_inspects(base: LayerClass) -> bool:
    """Whether the constructor of a base looks at the frames of those that call it."""
    constructor = base.methods.get("__init__")
    if constructor is None:
        return False
    return _inspects(constructor.module, constructor.node) or any(
        _gathers(base, constructor, call) for call in constructor.own_nodes(cst.Call)
    )


def _is_for_arguments(name: str) -> bool:
    """Whether a name ends with a word for arguments: `gather_vars_to_kwargs`, `get_params_to_x`."""
    words = name.lower().split("_")
    sources = {word for word, then in pairwise(words) if then == "to"}
    return not _GATHERED.isdisjoint({words[-1], *sources})


def _gathers(layer: LayerClass, method: Method, call: cst.Call) -> bool:
    """Whether what a method calls looks at the frame of the method."""
    name = self_attribute(call.func, method.self_name)
    if name is not None:
        found = layer.method(name)
        if found is not None:
            return _inspects(found.module, found.node)
        return not layer.complete and _is_told_nothing(call, method)
    module = method.module
    dotted = module.resolve(call.func) or ""
    if dotted == _STACK:
        return True
    function = module.project.function(dotted, module.path)
    if function is not None:
        return _inspects(*function)
    return _is_imported(call.func, module) and _is_told_nothing(call, method)


def _is_told_nothing(call: cst.Call, method: Method) -> bool:
    """Whether a call gets no argument but the instance, and is named for arguments."""
    alone = all(is_name(argument.value, method.self_name) for argument in call.args)
    return alone and _is_for_arguments(called_name(call.func))


def _is_imported(function: cst.BaseExpression, module: Module) -> bool:
    """Whether a function is one of a package that is not seen: neither Python's nor Keras's."""
    name = module.resolve(function) or ""
    return "." in name and not name.startswith("builtins.") and module.keras(function) is None


def _inspects(module: Module, function: cst.FunctionDef) -> bool:
    """Whether a function looks at the frame of whoever calls it."""
    return any(
        node.value in _OF_CALLER or (node.value == "stack" and _is_stack(module, node))
        for node in walk_kinds(function, cst.Name)
    )


def _is_stack(module: Module, node: cst.Name) -> bool:
    """Whether a name is that of `inspect.stack`, and none of the functions that stack tensors."""
    parent = module.parent(node)
    whole = parent if isinstance(parent, cst.Attribute) and parent.attr is node else node
    return module.resolve(whole) == _STACK
