"""What `get_config` returns: its keys and where each comes from.

Reads the method as Python would run it, over the dictionary displays, updates, unions, copies,
loops over names and helper methods that are met in real layers, up through `super()`. What cannot
be followed makes the result *open*: other keys may be there, and nobody may say that one lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from layerlint.model.names import is_unbound
from layerlint.project.candidates import is_keras_root
from layerlint.syntax import cst
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a config: where it is written, and the display, call or assignment that stores it.

    `conditional` keys are there on some paths only.
    """

    name: str
    value: cst.BaseExpression | None
    node: cst.CSTNode
    holder: cst.CSTNode
    module: Module
    owner: Method | None
    conditional: bool = False


@dataclass(slots=True)
class Config:
    """The dictionary that `get_config` returns.

    `roots` names the Keras classes whose own `get_config` is part of it. An `open` config may have
    keys that are not known; a config that is `nothing` is the `None` of a missing `return`.
    """

    keys: dict[str, Key] = field(default_factory=dict)
    roots: frozenset[str] = frozenset()
    open: bool = False
    nothing: bool = False

    def has(self, name: str) -> bool:
        """Whether the key may be there."""
        return self.open or name in self.keys

    def add(self, key: Key) -> None:
        """Store a key; one that is certain wins over a conditional one."""
        before = self.keys.get(key.name)
        if before is not None and not before.conditional and key.conditional:
            key = replace(key, conditional=False)
        self.keys[key.name] = key

    def include(self, other: Config, conditional: bool = False) -> None:
        """Take over the keys of another config, as `update` does."""
        for key in other.keys.values():
            self.add(replace(key, conditional=key.conditional or conditional))
        self.roots |= other.roots
        self.open = self.open or other.open

    def copy(self) -> Config:
        """A config with the same keys that changes by itself."""
        return Config(dict(self.keys), self.roots, self.open)


def config_method(layer: LayerClass) -> Method | None:
    """The `get_config` that an instance runs, None where that is the one of Keras."""
    method = layer.method("get_config")
    return None if method is None or is_root(method.owner) else method


def is_root(layer: LayerClass) -> bool:
    """Whether the class is Keras's own `Layer` or `Model`, which is met when Keras is linted."""
    return is_keras_root(layer.header.dotted)


def config_of(layer: LayerClass) -> Config | None:
    """What the `get_config` of the class returns.

    None where it has none but the one of Keras, and where it raises instead of returning.
    """
    method = config_method(layer)
    if method is None:
        return None
    if method.is_static or method.is_classmethod or method.is_property:
        return Config(open=True)
    if _asks_unknown_class(method):
        return None
    found = read_method(layer, method, 0)
    if found is None:
        raises = any(True for node in method.own_nodes(cst.Raise))
        return None if raises else Config(nothing=True)
    return found


def _asks_unknown_class(method: Method) -> bool:
    """Whether it is left by a `NameError`: `super(Old, self)` in a module that has no `Old`."""
    for node in method.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Name("super"), args=[cst.Arg(value=cst.Name(name)), *_]):
                if is_unbound(node, name, method.module):
                    return True
    return False


def inherited_config(layer: LayerClass, owner: LayerClass, depth: int = 0) -> Config:
    """What `super().get_config()` in a method of `owner` gives an instance of `layer`."""
    method = layer.method_after(owner, "get_config")
    if method is None or is_root(method.owner):
        roots = layer.keras_bases
        return Config(roots=frozenset(roots), open=not layer.complete or not roots)
    return read_method(layer, method, depth + 1) or Config(open=True)


def read_method(layer: LayerClass, method: Method, depth: int) -> Config | None:
    """What a method of `layer` returns, None where it returns nothing at all."""
    from layerlint.model.config_reader import Reader

    if depth > _MAX_DEPTH:
        return Config(open=True)
    results = Reader(layer, method.module, method.node, method, depth).read()
    return union(results) if results else None


def union(configs: Sequence[Config]) -> Config:
    """A config that holds whatever one of them may hold."""
    if len(configs) == 1:
        return configs[0]
    found = Config(nothing=all(config.nothing for config in configs))
    for config in configs:
        for key in config.keys.values():
            everywhere = all(key.name in other.keys for other in configs)
            found.add(replace(key, conditional=key.conditional or not everywhere))
        found.roots |= config.roots
        found.open = found.open or config.open
    return found


def takes_out_keys(method: Method) -> bool:
    """Whether a `get_config` may remove keys again, those of the base among them."""
    return any(
        isinstance(node, (cst.Del, cst.DictComp, cst.CompIf))
        or (isinstance(node, cst.Attribute) and node.attr.value in ("pop", "popitem", "clear"))
        for node in walk(method.node.body)
    )
