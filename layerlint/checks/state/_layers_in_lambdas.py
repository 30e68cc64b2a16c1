"""Layers that only the function of a `Lambda` knows, and layers of Keras 3 in a `tf.Module`."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.facts.layers import FUNCTIONAL, OWNERS, SEQUENTIAL, owns_weights
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import returned
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.queries.called_functions import arguments, function_named
from layerlint.queries.local_bindings import names_in
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword, literal, self_attribute
from layerlint.syntax.walk import walk, walk_kinds, walk_same_function

_BOTH = frozenset({2, 3})
_VARIABLES = frozenset({"Variable", "backend.variable"})
# What a `tf.Module` is asked for to train it.
LISTS = ("trainable_variables", "variables")
# The file itself says which layer of Keras it puts there.
MODULES = AllOf(Members("Module"), AnyOf(*LISTS), AnyOf(*OWNERS))
# The way from the end of a model to a layer with weights is followed so far.
_LONGEST = 20
_MODELS = FUNCTIONAL | SEQUENTIAL


def lambdas(module: Module) -> Iterator[Finding]:
    """Report what the functions of `Lambda` layers hide."""
    for node in walk_kinds(module.tree, cst.Call):
        if module.keras(node.func) != "layers.Lambda":
            continue
        found = _function(node, module)
        if found is None or module.class_of(node) is not None:
            continue
        given, handed = found
        yield from _inside(given, module, node)
        kept = next((n for n in _read(given) if _is_variable(module, node, n)), None)
        if kept is not None:
            yield Finding(node, "variable", {"variable": kept}, generations=_BOTH)
            continue
        inside = {id(each) for part in (given, node) for each in walk(part)}
        for name, place in _captured(given, handed, node):
            made = _made(module, place, name)
            if made is not None and not _is_held(module, place, inside, name):
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


# What a function is given beforehand, by its parameters: `block` of `partial(apply, block)`.
Handed = dict[str, cst.BaseExpression]
_Function = cst.FunctionDef | cst.Lambda


def _function(call: cst.Call, module: Module) -> tuple[_Function, Handed] | None:
    """The function of a `Lambda`, and what it has been given besides its input."""
    given = bind(call, ("function",)).get("function")
    handed: Handed = {}
    if isinstance(given, cst.Call) and given.args:
        if module.resolve(given.func) == "functools.partial":
            partial, given = given, given.args[0].value
            function = _named(given.value, call, module) if isinstance(given, cst.Name) else None
            names = [each.name for each in parameters_of(function.params)] if function else []
            handed = bind(partial, ("function", *names))
        elif (factory := function_named(given.func, module)) is not None:
            handed = arguments(given, factory, module)
            given = next(iter(returned(factory)), None)
            if isinstance(given, cst.Name):
                inner = module.facts(factory.body, _functions).get(given.value, [])
                return _with(inner[0] if len(inner) == 1 else None, handed)
    if isinstance(given, cst.Name):
        return _with(_named(given.value, call, module), handed)
    return _with(given, handed) if isinstance(given, cst.Lambda) else None


def _with(given: _Function | None, handed: Handed) -> tuple[_Function, Handed] | None:
    """A function, and the defaults of its parameters as well: `lambda x, block=block: block(x)`."""
    if given is None:
        return None
    parameters = parameters_of(given.params)
    defaults = {each.name: each.default for each in parameters if each.default is not None}
    return given, {**defaults, **handed}


def _named(name: str, call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function of that name, in the function around a call or at the top."""
    found = module.facts(module.function(call) or module.tree, _functions).get(name, [])
    return found[0] if len(found) == 1 else module.function_defs.get(name)


def _functions(scope: cst.CSTNode) -> dict[str, list[cst.FunctionDef]]:
    found: dict[str, list[cst.FunctionDef]] = {}
    for node in walk_kinds(scope, cst.FunctionDef):
        found.setdefault(node.name.value, []).append(node)
    return found


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


def _captured(
    given: _Function, handed: Handed, layer: cst.Call
) -> Iterator[tuple[str, cst.CSTNode]]:
    """The names that the function calls and does not bind, each with where it stands.

    What the function was handed beforehand stands where the `Lambda` is made.
    """
    bound = {node.name.value for node in walk_kinds(given.params, cst.Param)}
    for target in walk_kinds(given.body, cst.AssignTarget):
        bound |= {target.target.value} if isinstance(target.target, cst.Name) else set()
    for node in walk_kinds(given.body, cst.Call):
        name = node.func.value if isinstance(node.func, cst.Name) else ""
        owner = handed.get(name)
        if isinstance(owner, cst.Name):
            yield owner.value, layer
        elif name and name not in bound:
            yield name, given


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
    if maker is None or module.scope_of(call, name) is None:
        return False
    trainable = keyword(maker, "trainable")
    frozen = trainable is not None and literal(trainable.value) is False
    made = module.tf(maker.func) == "Variable" or module.keras(maker.func) == "Variable"
    return made and not frozen


def _made(module: Module, place: cst.CSTNode, name: str) -> cst.Call | None:
    """The layer or model with weights that the name stands for at that place."""
    maker = _maker(module, place, name)
    if maker is None or _is_weighted(maker, module):
        return maker
    if module.keras(maker.func) in _MODELS:
        scope = module.scope_of(place, name) or module.tree
        uses = [module.parent(each) for each in module.facts(scope, names_in).get(name, ())]
        added = [module.parent(each) for each in uses if isinstance(each, cst.Attribute)]
        parts = [each for each in added if isinstance(each, cst.Call)]
        ends = [argument.value for part in (maker, *parts) for argument in part.args]
        return maker if any(_is_of_weights(each, module) for each in ends) else None
    called = maker.func.value if isinstance(maker.func, cst.Name) else ""
    function = module.function_defs.get(called)
    if function is None or not _returns_model(function, module):
        return None
    return maker if next(_weighted(function, module, maker, 2), None) is not None else None


def _is_of_weights(end: cst.BaseExpression, module: Module) -> bool:
    """Whether what a model consists of, or ends in, is a layer with weights, or comes of one."""
    node: cst.BaseExpression | None = end
    for _ in range(_LONGEST):
        if isinstance(node, cst.Name):
            node = value_at(node, node, module)
        if node is None or any(_is_weighted(each, module) for each in walk_kinds(node, cst.Call)):
            return node is not None
        match node:
            case cst.Call(args=[cst.Arg(value=node), *_]):
                pass
            case _:
                return False
    return False


def _returns_model(function: cst.FunctionDef, module: Module) -> bool:
    """Whether a function gives a model that it puts together."""
    return any(
        isinstance(node.value, cst.Call) and module.keras(node.value.func) in _MODELS
        for node in walk_same_function(function, cst.Return)
    )


def _maker(module: Module, place: cst.CSTNode, name: str) -> cst.Call | None:
    """The one call whose value the name is bound to, in a function around or at the top."""
    made = only_value(name, assigned(module.scope_of(place, name) or module.tree, module))
    return made if isinstance(made, cst.Call) else None


def _is_held(module: Module, place: cst.CSTNode, inside: set[int], name: str) -> bool:
    """Whether something besides the function has the layer: the graph itself, a list, a model."""
    scope = module.scope_of(place, name) or module.tree
    for node in module.facts(scope, names_in).get(name, ()):
        parent = module.parent(node)
        match parent:
            case cst.AssignTarget() | cst.Param():
                pass
            case cst.Attribute(attr=cst.Name("add" | "build" | "summary")):
                pass
            case _ if id(node) not in inside:
                return True
    return False
