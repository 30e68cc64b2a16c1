"""LL510: `build` builds again a layer that was given already built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.get_config import own_from_config
from layerlint.fixes.rewrite import wrap_statement
from layerlint.model.config import config_method, config_of
from layerlint.model.constructor import Argument, arguments_of
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, literal, self_attribute
from layerlint.syntax.walk import around, begins_before, innermost, walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def deserialised_child_rebuilt(layer: LayerClass) -> Iterator[Finding]:
    """Report unconditional builds of layers that are arguments, and descriptions thrown away."""
    build = layer.methods.get("build")
    if build is not None:
        yield from _built_again(layer, build)
    from_config = layer.methods.get("from_config")
    if from_config is not None:
        yield from _discarded(layer, from_config)


def _built_again(layer: LayerClass, build: Method) -> Iterator[Finding]:
    given = {
        attribute
        for argument in arguments_of(layer).values()
        if _comes_built(layer, argument)
        for attribute in (*argument.given, *_lists_of(argument))
        if len(layer.attributes[attribute].bindings) == 1 and _is_called(layer, attribute)
    }
    for node in build.own_nodes(cst.Call):
        match node:
            # A build without a shape is not repeated when loading.
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("build"))):
                attribute = self_attribute(owner, build.self_name) or _looped(build, owner)
                if attribute in given and node.args and not _asks(build, node):
                    yield Finding(
                        node,
                        fields={"layer": layer.name, "attribute": attribute},
                        fix=_fix(build, node),
                    )


def _comes_built(layer: LayerClass, argument: Argument) -> bool:
    """Whether loading may hand over a layer that is built, as Keras does where it made it itself.

    What is made of the `get_config()` of a layer, or of other things that the config has, is not.
    """
    config = config_of(layer)
    if config is None or config.open or config_method(layer) is None:
        return True
    key = config.keys.get(argument.name)
    if key is None:
        return False
    calls = walk_kinds(key.value, cst.Call) if key.value is not None else ()
    return not any(called_name(call.func) == "get_config" for call in calls)


def _is_called(layer: LayerClass, attribute: str) -> bool:
    """Whether what was given is called, as layers are, itself or what a loop takes out of it.

    Other objects may have a `build` too.
    """
    for read in layer.attributes[attribute].reads:
        around = read.method.module.parent(read.node)
        match around:
            case cst.Call(func=function) if function is read.node:
                return True
            case cst.For(target=cst.Name(value=name), body=body):
                if any(is_name(part.func, name) for part in walk_kinds(body, cst.Call)):
                    return True
    return False


def _lists_of(argument: Argument) -> Iterator[str]:
    """The attributes that hold what the argument holds, in a list or tuple of their own."""
    for attribute, call in argument.converted:
        if isinstance(call.func, cst.Name) and call.func.value in ("list", "tuple"):
            yield attribute


def _looped(build: Method, owner: cst.BaseExpression) -> str | None:
    """The attribute over which the loop around goes that gives the name, `for x in self.layers:`"""
    name = build.module.source(owner)
    for loop in around(owner, cst.For):
        if build.module.source(loop.target) == name:
            return self_attribute(loop.iter, build.self_name)
    return None


def _asks(build: Method, node: cst.CSTNode) -> bool:
    """Whether any condition stands around the call, or the method has left before it."""
    kinds = (cst.If, cst.Try, cst.IfExp, cst.BooleanOperation)
    if innermost(node, *kinds, inside=build.node) is not None:
        return True
    asked = build.module.facts(build.node, _first_asked)
    return asked is not None and begins_before(asked, node)


def _first_asked(build: cst.FunctionDef) -> cst.Attribute | None:
    """Where a method first asks whether something is built."""
    attributes = walk_same_class(build, cst.Attribute)
    return next((each for each in attributes if each.attr.value in ("built", "_built")), None)


def _fix(build: Method, call: cst.Call) -> Fix | None:
    module = build.module
    expression = module.parent(call)
    if not isinstance(expression, cst.Expr) or not isinstance(call.func, cst.Attribute):
        return None
    test = f"if not {module.source(call.func.value)}.built:"
    return Fix("Build it only once", tuple(wrap_statement(module, expression, test)), "safe")


def _discarded(layer: LayerClass, from_config: Method) -> Iterator[Finding]:
    """Keys that are popped as a statement of its own, although they hold a layer's description."""
    config, arguments = config_of(layer), arguments_of(layer)
    if config is None or own_from_config(layer) is not from_config:
        return
    for node in from_config.own_nodes(cst.Expr):
        match node:
            case cst.Expr(value=cst.Call(func=cst.Attribute(attr=cst.Name("pop"))) as call):
                name = literal(call.args[0].value) if call.args else None
                key = config.keys.get(name) if isinstance(name, str) else None
                if key is None or key.name not in arguments or not _is_serialized(key.value):
                    continue
                if _named_elsewhere(from_config, key.name):
                    continue
                yield Finding(call, "discarded", {"layer": layer.name, "key": key.name})


def _is_serialized(value: cst.BaseExpression | None) -> bool:
    match value:
        case (
            cst.Call(func=cst.Attribute(attr=cst.Name(value=verb)))
            | cst.Call(func=cst.Name(value=verb))
        ):
            return verb in ("serialize", "serialize_keras_object")
    return False


def _named_elsewhere(method: Method, key: str) -> bool:
    """Whether the method mentions the key more often than to throw it away."""
    strings = [node for node in method.own_nodes() if literal(node) == key]
    keywords = [
        node
        for node in method.own_nodes(cst.Arg)
        if node.keyword is not None and node.keyword.value == key
    ]
    return len(strings) + len(keywords) > 1
