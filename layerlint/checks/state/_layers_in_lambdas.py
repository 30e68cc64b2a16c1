"""Layers that only the function of a `Lambda` knows, and layers of Keras 3 in a `tf.Module`."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.facts.layers import FUNCTIONAL, OWNERS, SEQUENTIAL, owns_weights
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import walk, walk_kinds, walk_same_function

_BOTH = frozenset({2, 3})
_VARIABLES = frozenset({"Variable", "backend.variable"})
# What a `tf.Module` is asked for to train it.
LISTS = ("trainable_variables", "variables")
# The file itself says which layer of Keras it puts there.
MODULES = AllOf(Members("Module"), AnyOf(*LISTS), AnyOf(*OWNERS))
_MODELS = FUNCTIONAL | SEQUENTIAL


def lambdas(module: Module) -> Iterator[Finding]:
    """Report what the functions of `Lambda` layers hide."""
    for node in walk_kinds(module.tree, cst.Call):
        if module.keras(node.func) != "layers.Lambda":
            continue
        given = _function(node, module)
        if given is None or module.class_of(node) is not None:
            continue
        yield from _inside(given, module, node)
        kept = next((n for n in _read(given) if _is_variable(module, node, n)), None)
        if kept is not None:
            yield Finding(node, "variable", {"variable": kept}, generations=_BOTH)
            continue
        for name in _captured(given):
            made = _made(module, node, name)
            if made is not None and not _is_held(module, node, given, name):
                fields = {"kind": _kind(made, module)}
                yield Finding(node, "lambda", fields, generations=frozenset({3}))
                break


def modules(module: Module) -> Iterator[Finding]:
    """Report layers in the attributes of a `tf.Module`, which trains what it finds in itself."""
    for node in walk_kinds(module.tree, cst.ClassDef):
        if len(node.bases) != 1:
            continue
        if not any(map(module.says, OWNERS)):
            return
        if module.tf(node.bases[0].value) != "Module" or not _lists_variables(module, node):
            continue
        for inner in walk_kinds(node, cst.Assign):
            match inner:
                case cst.Assign(
                    targets=[cst.AssignTarget(target=target)], value=cst.Call() as made
                ):
                    name = self_attribute(target)
                    if name is not None and _is_weighted(made, module):
                        kind = (module.keras(made.func) or "").rpartition(".")[2]
                        fields = {"attribute": f"self.{name}", "kind": kind}
                        yield Finding(inner, "module", fields, generations=frozenset({3}))


def _lists_variables(module: Module, node: cst.ClassDef) -> bool:
    """Whether the file asks something for its variables, and the class does not list its own."""
    if any(each.name.value in LISTS for each in walk_kinds(node, cst.FunctionDef)):
        return False
    inside = {id(each) for each in walk(node)}
    return any(
        each.attr.value in LISTS and not _is_of_layer(each, id(each) in inside)
        for each in walk_kinds(module.tree, cst.Attribute)
    )


def _is_of_layer(node: cst.Attribute, inside: bool) -> bool:
    """Whether it is a layer of the class that is asked: `self.hidden.trainable_variables`."""
    return isinstance(node.value, cst.Attribute) or (inside and not is_name(node.value, "self"))


def _function(call: cst.Call, module: Module) -> cst.FunctionDef | cst.Lambda | None:
    named = keyword(call, "function")
    given = named.value if named is not None else None
    if given is None and (arguments := positional(call)):
        given = arguments[0].value
    if isinstance(given, cst.Lambda):
        return given
    return _named(given.value, call, module) if isinstance(given, cst.Name) else None


def _named(name: str, call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function of that name, in the function around a call or at the top."""
    around = module.function(call)
    found = [
        node
        for node in (walk(around) if around is not None else module.walk())
        if isinstance(node, cst.FunctionDef) and node.name.value == name
    ]
    return found[0] if len(found) == 1 else module.function_defs.get(name)


def _inside(
    given: cst.FunctionDef | cst.Lambda, module: Module, layer: cst.Call
) -> Iterator[Finding]:
    """Layers with weights that the function itself makes, or a function that it calls."""
    made = next(_weighted(given, module, layer, 2), None)
    if made is not None:
        yield Finding(made, "inside", {"kind": _kind(made, module)}, generations=_BOTH)


def _kind(made: cst.Call, module: Module) -> str:
    """What a call makes: a class of Keras, or a model that a function puts together."""
    return (module.keras(made.func) or module.tf(made.func) or "Model").rpartition(".")[2]


def _weighted(
    given: cst.FunctionDef | cst.Lambda, module: Module, layer: cst.Call, depth: int
) -> Iterator[cst.Call]:
    for node in walk_kinds(given.body, cst.Call):
        if _is_weighted(node, module) or _is_made_variable(node, module):
            yield node
        elif depth > 0 and isinstance(node.func, cst.Name):
            called = _named(node.func.value, layer, module)
            if called is not None and called is not given:
                yield from _weighted(called, module, layer, depth - 1)


def _is_made_variable(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a variable that is to be trained."""
    if module.keras(call.func) in _VARIABLES or module.tf(call.func) == "Variable":
        trainable = keyword(call, "trainable")
        return trainable is None or literal(trainable.value) is not False
    return False


def _is_weighted(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer of Keras that has weights to be trained."""
    if owns_weights(module.keras(call.func) or ""):
        trainable = keyword(call, "trainable")
        return trainable is None or literal(trainable.value) is not False
    return False


def _captured(given: cst.FunctionDef | cst.Lambda) -> list[str]:
    """The names that the function calls and does not bind."""
    bound = {node.name.value for node in walk_kinds(given.params, cst.Param)}
    bound |= {
        node.target.value
        for node in walk_kinds(given.body, cst.AssignTarget)
        if isinstance(node.target, cst.Name)
    }
    return [
        node.func.value
        for node in walk_kinds(given.body, cst.Call)
        if isinstance(node.func, cst.Name) and node.func.value not in bound
    ]


def _read(given: cst.FunctionDef | cst.Lambda) -> list[str]:
    """The names that the function reads and does not bind itself, which are those around it."""
    bound = {node.name.value for node in walk_kinds(given.params, cst.Param)}
    for node in walk_kinds(given.body, cst.AssignTarget, cst.CompFor, cst.For):
        if isinstance(node, (cst.AssignTarget, cst.CompFor, cst.For)):
            bound |= {part.value for part in walk_kinds(node.target, cst.Name)}
    return [node.value for node in walk_kinds(given.body, cst.Name) if node.value not in bound]


def _is_variable(module: Module, call: cst.Call, name: str) -> bool:
    """Whether the function around the `Lambda` binds the name to a variable that is trained."""
    maker = _maker(module, call, name)
    if maker is None:
        return False
    trainable = keyword(maker, "trainable")
    frozen = trainable is not None and literal(trainable.value) is False
    made = module.tf(maker.func) == "Variable" or module.keras(maker.func) == "Variable"
    return made and not frozen


def _made(module: Module, call: cst.Call, name: str) -> cst.Call | None:
    """The layer that the name stands for, in the function around the `Lambda` or at the top."""
    maker = _maker(module, call, name)
    if maker is None or _is_weighted(maker, module):
        return maker
    called = maker.func.value if isinstance(maker.func, cst.Name) else ""
    function = module.function_defs.get(called)
    if function is None or not _returns_model(function, module):
        return None
    return maker if next(_weighted(function, module, maker, 2), None) is not None else None


def _returns_model(function: cst.FunctionDef, module: Module) -> bool:
    """Whether a function gives a model that it puts together."""
    return any(
        isinstance(node.value, cst.Call) and module.keras(node.value.func) in _MODELS
        for node in walk_same_function(function, cst.Return)
    )


def _maker(module: Module, call: cst.Call, name: str) -> cst.Call | None:
    """The one call whose value the name is bound to, in the function around or at the top."""
    scope = module.function(call) or module.tree
    made = only_value(name, assigned(scope, module))
    return made if isinstance(made, cst.Call) else None


def _is_held(
    module: Module, call: cst.Call, given: cst.FunctionDef | cst.Lambda, name: str
) -> bool:
    """Whether something besides the function has the layer: the graph itself, a list, a model."""
    scope = module.function(call)
    inside = {id(node) for node in walk(given)}
    for node in walk(scope if scope is not None else module.tree):
        if is_name(node, name) and id(node) not in inside:
            parent = module.parent(node)
            if isinstance(parent, cst.AssignTarget):
                continue
            if isinstance(parent, cst.Attribute) and parent.attr.value == "build":
                continue
            return True
    return False
