"""LL505: `get_config` returns an object that cannot be saved or is not rebuilt when loading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layerlint.checks.serialization._given_objects import is_given_array, may_load_itself
from layerlint.declaration import check
from layerlint.facts.members import SERIALIZERS
from layerlint.facts.numpy import ARRAY_MAKERS
from layerlint.facts.operations import TENSOR_MAKERS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.get_config import from_config, own_from_config
from layerlint.fixes.rewrite import insert_at_end_of_body, replace
from layerlint.fixes.spelling import spell
from layerlint.model.config import Key, config_of
from layerlint.model.constructor import Argument, arguments_of, base_arguments, is_plain
from layerlint.model.evidence import object_evidence
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.config_practice import config_never_written
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute

_LAYERS = ("a layer", "a serialized layer")


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf("get_config", HAS_OBJECTS)))
def config_not_serializable(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the values of the class's own `get_config` that do not survive a file."""
    for layer in classes_of(subject):
        found = list(_class(layer))
        if found and not config_never_written(layer):
            yield from found


def _class(layer: LayerClass) -> Iterator[Finding]:
    method = layer.methods.get("get_config")
    config = config_of(layer) if method is not None else None
    if method is None or config is None:
        return
    if config.nothing and not config.open:
        if layer.complete and not _is_stub(layer):
            yield Finding(method.node.name, "none", {"layer": layer.name})
        return
    rebuilt = own_from_config(layer) is not None or not is_plain(layer.keras_bases)
    for key in config.keys.values():
        if key.owner is not method or key.value is None:
            continue
        found = _problem(layer, key)
        if found is None or (rebuilt and found[0] not in ("unsavable", "weight")):
            continue
        message, what = found
        if is_object(layer) and message in ("default", "lambda"):
            message = "object"  # saved as a description, and not made again by what loads it
        yield Finding(
            key.value,
            message,
            {"layer": layer.name, "key": key.name, "what": what},
            fix=_fix(layer, [key]) if what in _LAYERS and not is_object(layer) else None,
        )


def _is_stub(layer: LayerClass) -> bool:
    """Whether `get_config` does nothing at all: it is only declared."""
    body = layer.methods["get_config"].node.body.body
    return all(
        isinstance(part, (cst.Pass, cst.Expr))
        for line in body
        for part in (line.body if isinstance(line, cst.SimpleStatementLine) else [line])
    )


def _problem(layer: LayerClass, key: Key) -> tuple[str, str] | None:
    """The message for a value that does not come back, and what to call it."""
    value = key.value
    if isinstance(value, cst.Lambda):
        return "lambda", "a lambda"
    if isinstance(value, (cst.Set, cst.SetComp)):
        return "unsavable", "a set"
    argument = arguments_of(layer).get(key.name)
    if _is_serialized_layer(key) and argument is not None:
        taken = _taken_as_layer(layer, argument)
        return ("default", "a serialized layer") if taken else None
    if isinstance(value, cst.ListComp) and argument is not None:
        return _descriptions(layer, key, value, argument)
    attribute = key.name if _by_name(key) else self_attribute(value) if value is not None else None
    if attribute is None or attribute not in layer.attributes:
        return None
    if attribute in layer.weights and not layer.weights[attribute].in_container:
        return "weight", "a weight"
    if argument is None or attribute not in (*argument.given, key.name):
        return None
    if attribute in argument.given:
        if _reads_dictionary(layer, argument):
            return None
        evidence = object_evidence(layer, argument)
        if evidence == "items called":
            return "default", "a list of layers or functions"
        if evidence == "built":
            return "default", "a layer"
        if evidence == "called":
            return "default", "a layer" if _is_layer(layer, argument) else "a layer or a function"
        return _as_given(layer, argument, evidence)
    return _array(layer, attribute)


def _as_given(
    layer: LayerClass, argument: Argument, evidence: str | None
) -> tuple[str, str] | None:
    """An object or an array that is stored as it was passed, and that loading does not make."""
    if argument.name in base_arguments(layer):
        return None
    if is_given_array(layer, argument):
        return "array", "an array"
    if evidence == "read" and not may_load_itself(layer, argument):
        return "read", "an object with attributes"
    return None


def _by_name(key: Key) -> bool:
    """Whether it is what a loop over names reads: `config[name] = getattr(self, name)`."""
    match key.value:
        case cst.Call(func=cst.Name("getattr"), args=[owner, cst.Arg(value=cst.Name())]):
            return is_name(owner.value, "self")
    return False


def _descriptions(
    layer: LayerClass, key: Key, value: cst.ListComp, argument: Argument
) -> tuple[str, str] | None:
    """`[serialize(layer) for layer in self.layers]`, where the class calls what is in the list."""
    attribute = self_attribute(value.for_in.iter)
    if attribute not in argument.given or _reads_dictionary(layer, argument):
        return None
    function = value.elt.func if isinstance(value.elt, cst.Call) else None
    if function is None or (key.module.keras(function) or "") not in SERIALIZERS:
        return None
    called = object_evidence(layer, argument) == "items called"
    return ("default", "a list of serialized layers") if called else None


def _array(layer: LayerClass, attribute: str) -> tuple[str, str] | None:
    bindings = layer.attributes[attribute].bindings
    if len(bindings) != 1 or bindings[0].method is None:
        return None
    value, module = bindings[0].value, bindings[0].method.module
    if isinstance(value, (cst.Set, cst.SetComp)):
        return "unsavable", "a set"
    if not isinstance(value, cst.Call):
        return None
    if module.resolve(value.func) == "builtins.set":
        return "unsavable", "a set"
    if module.resolve(value.func) in ARRAY_MAKERS:
        return "default", "an array"
    if module.operation(value) in TENSOR_MAKERS:
        return "default", "a tensor"
    return None


def _taken_as_layer(layer: LayerClass, argument: Argument) -> bool:
    """Whether the class uses the argument as a layer without making one of its description."""
    if _reads_dictionary(layer, argument):
        return False
    return object_evidence(layer, argument) in ("called", "built")


def _is_layer(layer: LayerClass, argument: Argument) -> bool:
    return any(
        read.method.name == "call" or read.method.name == "build"
        for attribute in argument.given
        for read in layer.attributes[attribute].reads
    )


def _reads_dictionary(layer: LayerClass, argument: Argument) -> bool:
    """Whether the constructor copes with a description: it tests for one, or turns it back."""
    constructor = layer.constructor
    if constructor is None:
        return True
    for node in constructor.own_nodes(cst.Call):
        if any(is_name(passed.value, argument.name) for passed in node.args):
            name = constructor.module.source(node.func).rpartition(".")[2]
            if name in ("isinstance", "get", "deserialize", "deserialize_keras_object", "hasattr"):
                return True
    return False


def _is_serialized_layer(key: Key) -> bool:
    match key.value:
        case cst.Call(func=function, args=[cst.Arg(value=value)]):
            name = key.module.keras(function) or ""
            return self_attribute(value) is not None and name in SERIALIZERS
    return False


def _fix(layer: LayerClass, keys: Sequence[Key]) -> Fix | None:
    """Store the layer's description, and make a layer of it in `from_config`."""
    if own_from_config(layer) is not None:
        return None
    serialize, edits = spell(layer.module, layer.node, "keras.layers.serialize")
    for key in keys:
        if key.value is None or literal(key.value) is None or _by_name(key):
            return None
        if not isinstance(key.value, cst.Call):
            text = f"{serialize}({key.module.source(key.value)})"
            edits = edits + replace(key.module, key.value, text)
    deserialize = serialize.replace("serialize", "deserialize")
    text = from_config(layer, [key.name for key in keys], deserialize)
    edits = edits + insert_at_end_of_body(layer.module, layer.node, text)
    return Fix("Save a description, and rebuild the layer from it", tuple(edits), "unsafe")
