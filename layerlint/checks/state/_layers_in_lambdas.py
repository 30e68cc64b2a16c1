"""Layers that only the function of a `Lambda` knows."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._variables_in_lambdas import is_lost_variable, is_made_variable
from layerlint.facts.layers import FUNCTIONAL, SEQUENTIAL, owns_weights
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import arguments, function_named, made_by
from layerlint.queries.held_values import held_values
from layerlint.queries.local_bindings import names_in
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, keyword, literal
from layerlint.syntax.walk import innermost, names_below, walk, walk_kinds, walk_same_function

_BOTH = frozenset({2, 3})
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
        yield from _inside(given, module)
        kept = next((each for each in _read(given) if is_lost_variable(each, module)), None)
        if kept is not None:
            yield Finding(node, "variable", {"variable": kept.value}, generations=_BOTH)
            continue
        inside = {each for part in (given, node) for each in walk(part)}
        for name in _captured(given, handed):
            made = _made(name, module)
            if made is not None and not _is_held(name, inside, module):
                fields = {"kind": _kind(made, module)}
                yield Finding(node, "lambda", fields, generations=frozenset({3}))
                break


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
            function = function_named(given, module) if isinstance(given, cst.Name) else None
            names = [each.name for each in parameters_of(function.params)] if function else []
            handed = bind(partial, ("function", *names))
        elif (factory := function_named(given.func, module)) is not None:
            return _with(_returned_function(factory), arguments(given, factory, module))
    if isinstance(given, cst.Name):
        return _with(function_named(given, module), handed)
    return _with(given, handed) if isinstance(given, cst.Lambda) else None


def _with(given: _Function | None, handed: Handed) -> tuple[_Function, Handed] | None:
    """A function, and the defaults of its parameters as well: `lambda x, block=block: block(x)`."""
    if given is None:
        return None
    parameters = parameters_of(given.params)
    defaults = {each.name: each.default for each in parameters if each.default is not None}
    return given, {**defaults, **handed}


def _inside(given: cst.FunctionDef | cst.Lambda, module: Module) -> Iterator[Finding]:
    """Layers with weights that the function itself makes, or a function that it calls."""
    made = next(_weighted(given, module, 2), None)
    if made is not None:
        yield Finding(made, "inside", {"kind": _kind(made, module)}, generations=_BOTH)


def _kind(made: cst.Call, module: Module) -> str:
    """What a call makes: a class of Keras, or a model that a function puts together."""
    return (module.keras(made.func) or module.tf(made.func) or "Model").rpartition(".")[2]


def _weighted(
    given: cst.FunctionDef | cst.Lambda, module: Module, depth: int
) -> Iterator[cst.Call]:
    for node in walk_kinds(given.body, cst.Call):
        if is_weighted(node, module) or is_made_variable(node, module):
            yield node
        elif depth > 0 and isinstance(node.func, cst.Name):
            called = function_named(node.func, module)
            if called is not None and called is not given:
                yield from _weighted(called, module, depth - 1)


def is_weighted(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer of Keras that has weights to be trained."""
    if owns_weights(module.keras(call.func) or ""):
        return literal(keyword(call, "trainable")) is not False
    return False


# A layer by its name, or by its key in a dictionary.
_Held = cst.Name | cst.Subscript


def makes_weights(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer with weights, or a model that has some, or calls what does."""
    if module.keras(call.func) in _MODELS:
        return any(is_weighted(each, module) for each in walk_kinds(call, cst.Call))
    function = function_named(call.func, module)
    if function is None:
        return is_weighted(call, module)
    return _returns_model(function, module) and any(_weighted(function, module, 2))


def _captured(given: _Function, handed: Handed) -> Iterator[_Held]:
    """What the function calls and does not bind, or what it was handed for a name."""
    bound = {node.name.value for node in walk_kinds(given.params, cst.Param)}
    for target in walk_kinds(given.body, cst.AssignTarget):
        bound |= {target.target.value} if isinstance(target.target, cst.Name) else set()
    for node in walk_kinds(given.body, cst.Call):
        match node.func:
            case cst.Subscript(value=cst.Name(value=several)) as item if several not in bound:
                yield item
        if isinstance(node.func, cst.Name):
            owner = handed.get(node.func.value)
            if isinstance(owner, cst.Name):
                yield owner
            elif node.func.value not in bound:
                yield node.func


def _read(given: cst.FunctionDef | cst.Lambda) -> list[cst.Name]:
    """The names that the function reads and does not bind itself, which are those around it."""
    bound = {node.name.value for node in walk_kinds(given.params, cst.Param)}
    for node in walk_kinds(given.body, cst.AssignTarget, cst.CompFor, cst.For):
        if isinstance(node, (cst.AssignTarget, cst.CompFor, cst.For)):
            bound |= set(names_below(node.target))
    return [node for node in walk_kinds(given.body, cst.Name) if node.value not in bound]


def _made(name: _Held, module: Module) -> cst.Call | None:
    """The layer or model with weights that the name stands for."""
    maker = _maker(name, module)
    if maker is None or is_weighted(maker, module):
        return maker
    if isinstance(name, cst.Subscript):
        return None
    if module.keras(maker.func) in _MODELS:
        scope = module.scope_of(name, name.value) or module.tree
        uses = [module.parent(each) for each in module.facts(scope, names_in).get(name.value, ())]
        added = [module.parent(each) for each in uses if isinstance(each, cst.Attribute)]
        parts = [each for each in added if isinstance(each, cst.Call)]
        ends = [argument.value for part in (maker, *parts) for argument in part.args]
        return maker if any(_is_of_weights(each, module) for each in ends) else None
    function = function_named(maker.func, module)
    if function is None:
        return None
    closure = _returned_function(function)
    if closure is not None:
        return _in_closure(closure, module)
    return maker if makes_weights(maker, module) else None


def _in_closure(closure: _Function, module: Module) -> cst.Call | None:
    """A layer with weights that only a function knows which another one has made and given out."""
    inside = set(walk(closure))
    for name in _captured(closure, {}):
        maker = _maker(name, module)
        weighted = maker is not None and is_weighted(maker, module)
        if weighted and not _is_held(name, inside, module):
            return maker
    return None


def _returned_function(factory: cst.FunctionDef) -> _Function | None:
    """The function that a function makes and gives out, if it gives nothing else."""
    result = only_result(factory)
    return result if isinstance(result, cst.Lambda) else made_by(factory)


def _is_of_weights(end: cst.BaseExpression, module: Module) -> bool:
    """Whether what a model consists of, or ends in, is a layer with weights, or comes of one."""
    node: cst.BaseExpression | None = end
    for _ in range(_LONGEST):
        if isinstance(node, cst.Name):
            node = value_at(node, node, module)
        if node is None or any(is_weighted(each, module) for each in walk_kinds(node, cst.Call)):
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


def _maker(name: _Held, module: Module) -> cst.Call | None:
    """The one call whose value the name is bound to, in a function around or at the top."""
    held = held_values(name, module)
    return held[0] if len(held) == 1 and isinstance(held[0], cst.Call) else None


def _is_held(held: _Held, inside: set[cst.CSTNode], module: Module) -> bool:
    """Whether something besides the function has the layer: the graph itself, a list, a model."""
    name = held.value if isinstance(held, cst.Subscript) else held
    assert isinstance(name, cst.Name)
    scope = module.scope_of(name, name.value) or module.tree
    for node in module.facts(scope, names_in).get(name.value, ()):
        parent = module.parent(node)
        match parent:
            case cst.AssignTarget() | cst.Param():
                pass
            case cst.Subscript() if isinstance(held, cst.Subscript) and _differ(held, parent):
                pass
            case cst.Attribute(attr=cst.Name("add" | "build" | "summary")):
                pass
            case cst.Element() if innermost(node, cst.AssignTarget) is not None:
                pass
            case _ if node not in inside:
                return True
    return False


def _differ(one: cst.Subscript, other: cst.Subscript) -> bool:
    """Whether two keys are written out, and are not the same."""
    keys = [
        literal(each.slice[0].slice.value)
        for each in (one, other)
        if isinstance(each.slice[0].slice, cst.Index)
    ]
    return len(keys) == 2 and NOT_LITERAL not in keys and keys[0] != keys[1]
