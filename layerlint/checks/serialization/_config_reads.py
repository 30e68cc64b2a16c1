"""What `from_config` and `get_config` read that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.serialization._given_twice import RETURNED
from layerlint.checks.serialization._set_by_name import sets_by_name
from layerlint.facts.attributes import BASE_ATTRIBUTES
from layerlint.model.config import config_of
from layerlint.model.constructor import base_arguments, is_plain, read_names
from layerlint.model.constructor_keywords import accepted_keywords
from layerlint.model.names import is_unbound
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import begins_before, innermost

if TYPE_CHECKING:
    from layerlint.model.config import Config, Key
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def missing_attributes(layer: LayerClass) -> Iterator[tuple[str, cst.BaseExpression]]:
    """The attributes that the class's own `get_config` reads and nothing sets, where it does."""
    method, config = layer.methods.get("get_config"), config_of(layer)
    for key in config.keys.values() if config else ():
        name = self_attribute(key.value) if key.value is not None else None
        if name is None or key.owner is not method or key.name in base_arguments(layer):
            continue
        # Which attributes Keras has for itself is not known of private ones.
        private = name.startswith("_") and name.strip("_") != key.name
        if private or method is None or key.value is None or _guarded(method, key.value):
            continue
        if is_never_set(layer, name):
            yield name, key.value


def is_never_set(layer: LayerClass, name: str) -> bool:
    """Whether code of the class reads an attribute that nothing sets, neither Keras nor a user."""
    attribute = layer.attributes.get(name)
    return attribute is not None and not attribute.bindings and _is_own(layer, name)


def _is_own(layer: LayerClass, name: str) -> bool:
    """Whether nobody but code of the class that is seen can set an attribute."""
    if name in BASE_ATTRIBUTES or not layer.complete or not is_plain(layer.keras_bases):
        return False
    if layer.project.is_extended(layer):
        return False
    return layer.method(name) is None and not sets_by_name(layer)


def raising_read(layer: LayerClass, name: str) -> str | None:
    """The method that reads an attribute which is not set then, or never, without a look before.

    `get_config` is left out.
    """
    attribute = layer.attributes[name]
    for read in attribute.reads:
        if read.method.name == "get_config" or _guarded(read.method, read.node):
            continue
        early = read.method.name == "__init__" and all(
            bound.method is read.method and begins_before(read.node, bound.node)
            for bound in attribute.bindings
        )
        if (early or not attribute.bindings) and _is_own(layer, name):
            return f"{read.method.owner.name}.{read.method.name}"
    return None


def unbound_names(layer: LayerClass) -> Iterator[tuple[str, Key]]:
    """The names in the class's own `get_config` that nothing binds, each with its key."""
    method, config = layer.methods.get("get_config"), config_of(layer)
    for key in config.keys.values() if config else ():
        if key.value is None or method is None or key.owner is not method:
            continue
        for node in read_names(method, key.value):
            if is_unbound(node, node.value, method.module) and not _guarded(method, node):
                yield node.value, key
                break


def unsaved_keys(layer: LayerClass) -> Iterator[tuple[cst.CSTNode, str]]:
    """Keys that `from_config` takes for granted although `get_config` does not save them."""
    method, config = layer.methods.get("from_config"), config_of(layer)
    if method is None or config is None or config.open or config.nothing or not layer.complete:
        return
    names = [p.name for p in method.parameters if p.kind == "positional"]
    if len(names) < 2 or not method.is_classmethod or not is_plain(config.roots):
        return
    for node in method.own_nodes():
        key = _key_read(method, node, names[1])
        if key is None or config.has(key) or key in base_arguments(layer) or _guarded(method, node):
            continue
        if not _set_by(method, names[1], key):
            yield node, key


def unknown_keys(layer: LayerClass, config: Config) -> list[Key]:
    """The keys that are certainly there and that the constructor does not take."""
    takes = accepted_keywords(layer)
    if takes is None:
        return []
    # What every layer saves, LL404 says for all of it.
    of_base = {"name", *RETURNED.get(layer.kind, ())} if config.roots else frozenset()
    return [
        key
        for key in config.keys.values()
        if key.name not in takes | of_base and not key.conditional
    ]


def named_again(layer: LayerClass, method: Method, keys: Sequence[Key]) -> set[str]:
    """Those of the keys that `method` writes which a `get_config` names in another place too.

    Itself, or that of a class which builds on it: without the key, reading it raises `KeyError`.
    """
    extended = (each.methods.get("get_config") for each in layer.subclasses)
    counts = Counter(
        literal(node)
        for reader in (method, *extended)
        if reader is not None
        for node in reader.own_nodes(cst.SimpleString)
    )
    return {key.name for key in keys if counts[key.name] > isinstance(key.node, cst.SimpleString)}


def _key_read(method: Method, node: cst.CSTNode, name: str) -> str | None:
    """The key in `config["x"]` and in `config.pop("x")` without a default."""
    value: cst.CSTNode | None = None
    match node:
        case cst.Subscript(
            value=owner, slice=[cst.SubscriptElement(slice=cst.Index(value=value))]
        ) if is_name(owner, name):
            if isinstance(method.module.parent(node), (cst.AssignTarget, cst.Del)):
                return None
        case cst.Call(
            func=cst.Attribute(value=owner, attr=cst.Name("pop")), args=[cst.Arg(value=value)]
        ) if is_name(owner, name):
            pass
        case _:
            return None
    key = literal(value)
    return key if isinstance(key, str) else None


def _set_by(method: Method, name: str, key: str) -> bool:
    """Whether the method itself gives its dictionary the key, or may: it asks, sets or updates."""
    for node in method.own_nodes(cst.AssignTarget, cst.Call, cst.ComparisonTarget):
        match node:
            case cst.AssignTarget(target=cst.Subscript(value=owner)) if is_name(owner, name):
                if f'"{key}"' in method.module.source(node).replace("'", '"'):
                    return True
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(verb))) if is_name(
                owner, name
            ):
                if verb in ("update", "setdefault"):
                    return True
            case cst.AssignTarget(target=target) if is_name(target, name):
                if not _is_copy(method, method.module.parent(node), name):
                    return True
            case cst.ComparisonTarget(comparator=owner) if is_name(owner, name):
                return True
    return False


def _is_copy(method: Method, statement: cst.CSTNode | None, name: str) -> bool:
    """Whether a statement is `config = dict(config)` or `config = config.copy()`."""
    if not isinstance(statement, cst.Assign) or not isinstance(statement.value, cst.Call):
        return False
    text = method.module.source(statement.value)
    return text in (
        f"dict({name})",
        f"{name}.copy()",
        f"copy.copy({name})",
        f"copy.deepcopy({name})",
    )


def _guarded(method: Method, node: cst.CSTNode) -> bool:
    kinds = (cst.If, cst.IfExp, cst.Try, cst.BooleanOperation)
    return innermost(node, *kinds, inside=method.node) is not None
