"""The fix that moves the construction of a layer from `call` to the end of `__init__`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_at_end_of_body, replace
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, self_attribute
from layerlint.syntax.walk import walk, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.effects import Effect
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_LEAVES = (cst.Return, cst.Raise)
_REPEATED = (cst.For, cst.While, cst.BaseComp, cst.Lambda)


def move_to_constructor(
    layer: LayerClass, effect: Effect, call: cst.Call, label: str, taken: set[str]
) -> Fix | None:
    """Construct at the end of `__init__`, and use the attribute in the place of the construction.

    None where the class has no `__init__`, or where the arguments mean something else there. The
    names in `taken` are not used for the attribute; the one that is used joins them.
    """
    method = effect.method
    constructor = layer.methods.get("__init__")
    if method is None or constructor is None or method.owner is not layer:
        return None
    if constructor.self_name != method.self_name or not _ends_open(constructor):
        return None
    if _repeats(call, method) or not _means_the_same(call, layer, method, constructor):
        return None
    attribute = _free(_snake(label), layer, taken)
    taken.add(attribute)
    module = method.module
    name = f"{method.self_name}.{attribute}"
    edits = [
        *insert_at_end_of_body(module, constructor.node, f"{name} = {module.source(call)}"),
        *replace(module, call, name),
    ]
    return Fix(f"Construct it in `__init__`, as `{name}`", tuple(edits), "unsafe")


def _ends_open(constructor: Method) -> bool:
    """Whether the constructor runs that of the base, and its end is always reached."""
    calls_base = False
    for node in walk_same_function(constructor.node.body):
        if isinstance(node, _LEAVES):
            return False
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value="__init__"))):
                calls_base = calls_base or is_super_call(owner)
    return calls_base


def _repeats(call: cst.Call, method: Method) -> bool:
    """Whether one run of the method constructs several layers here."""
    for node in method.module.ancestors(call):
        if node is method.node:
            return False
        if isinstance(node, (*_REPEATED, cst.FunctionDef)):
            return True
    return True


def _means_the_same(call: cst.Call, layer: LayerClass, method: Method, constructor: Method) -> bool:
    """Whether the arguments are constants, names of the module and what `__init__` has set."""
    module = method.module
    for argument in call.args:
        for node in walk(argument.value):
            if isinstance(node, (cst.Lambda, cst.BaseComp, cst.NamedExpr)):
                return False
            if isinstance(node, cst.Name) and _is_read(node, module):
                if node.value == method.self_name:
                    continue
                if module.scope_of(node, node.value) is not None:
                    return False
            attribute = self_attribute(node, method.self_name)
            if attribute is not None and not _is_set(attribute, layer, constructor):
                return False
            bare = isinstance(node, cst.Name) and node.value == method.self_name
            if bare and not isinstance(module.parent(node), cst.Attribute):
                return False
    return True


def _is_read(name: cst.Name, module: Module) -> bool:
    """Whether the node is a variable, and not the name of an attribute or of a keyword."""
    parent = module.parent(name)
    if isinstance(parent, cst.Attribute):
        return parent.value is name
    return not (isinstance(parent, cst.Arg) and parent.keyword is name)


def _is_set(attribute: str, layer: LayerClass, constructor: Method) -> bool:
    """Whether the attribute has one value, which the constructor gives it."""
    bindings = layer.attributes[attribute].bindings
    return bool(bindings) and all(binding.method is constructor for binding in bindings)


def _free(name: str, layer: LayerClass, taken: set[str]) -> str:
    """The name, numbered where it is used already."""
    used = {*taken, *layer.attributes, *(method.name for method in layer.effective_methods())}
    candidate, number = name, 2
    while candidate in used:
        candidate, number = f"{name}_{number}", number + 1
    return candidate


def _snake(label: str) -> str:
    """`"LayerNormalization"` as `"layer_normalization"`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", label).lower()
