"""Evaluates expressions to abstract dictionaries, for `layerlint.model.config_reader`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from layerlint.model.config import (
    Config,
    Key,
    config_method,
    inherited_config,
    is_root,
    read_method,
    union,
)
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# So many functions are followed from `get_config` on.
DEEPEST = 3
# Functions that give back a dictionary with the keys of the one they are given.
_SAME_KEYS = frozenset(
    {"copy", "deepcopy", "dict", "OrderedDict", "serialize", "serialize_keras_object"}
)


class Values:
    """The locals of a function, and what the expressions in it come to."""

    def __init__(
        self,
        layer: LayerClass,
        module: Module,
        function: cst.FunctionDef,
        method: Method | None,
        depth: int,
    ) -> None:
        self.layer, self.module, self.function = layer, module, function
        self.method, self.depth = method, depth
        self.locals: dict[str, Config] = {}
        self.names: dict[str, Sequence[str]] = {}
        self.lists: dict[str, Sequence[str]] = {}
        self.results: list[Config] = []

    def _store(
        self,
        config: Config,
        name: str,
        value: cst.BaseExpression | None,
        node: cst.CSTNode,
        holder: cst.CSTNode,
        conditional: bool = False,
    ) -> None:
        config.add(Key(name, value, node, holder, self.module, self.method, conditional))

    def read(self) -> list[Config]:
        """The configs that the function may return."""
        raise NotImplementedError

    def _value(self, node: cst.BaseExpression) -> Config:
        match node:
            case cst.Name(value="None"):
                return Config(nothing=True)
            case cst.Name(value=name):
                return self.locals.get(name, Config(open=True))
            case cst.Dict():
                return self._display(node)
            case cst.Call():
                return self._call(node)
            case cst.BinaryOperation(
                left=left, operator=cst.BitOr() | cst.Add(), right=right
            ):  # of dictionaries, and of lists of their items
                found = self._value(left)
                if not isinstance(left, cst.BinaryOperation):
                    found = found.copy()  # a name may stand for it, too
                found.include(self._value(right))
                return found
            case cst.IfExp(body=body, orelse=orelse):
                return union([self._value(body), self._value(orelse)])
            case cst.NamedExpr(target=cst.Name(value=name), value=value):
                found = self.locals[name] = self._value(value)
                return found
            case cst.List() | cst.Tuple():
                return self._pairs(node)
            case cst.DictComp():
                return self._comprehension(node)
            case cst.Attribute():
                return self._attribute(node)
        return Config(open=True)

    def _display(self, node: cst.Dict) -> Config:
        found = Config()
        for element in node.elements:
            if isinstance(element, cst.StarredDictElement):
                found.include(self._value(element.value))
            elif isinstance(element, cst.DictElement):
                keys = self._strings_of_key(element.key)
                found.open = found.open or keys is None
                for key in keys or ():
                    self._store(found, key, element.value, element.key, node)
        return found

    def _pairs(self, node: cst.List | cst.Tuple) -> Config:
        """What `dict` makes of a list of pairs."""
        found = Config()
        for element in node.elements:
            match element.value:
                case cst.Tuple(elements=[cst.Element() as key, cst.Element() as value]):
                    keys = self._strings_of_key(key.value)
                    found.open = found.open or keys is None
                    for each in keys or ():
                        self._store(found, each, value.value, key.value, node)
                case _:
                    found.open = True
        return found

    def _call(self, call: cst.Call) -> Config:
        function = call.func
        if isinstance(function, cst.Attribute):
            if function.attr.value == "get_config":
                return self._get_config(call, function.value)
            if function.attr.value == "update":
                return Config(nothing=True)
            if function.attr.value == "items" and not call.args:
                return self._value(function.value)
            if function.attr.value == "copy" and not call.args:
                return self._value(function.value).copy()
            if self.method and is_name(function.value, self.method.self_name):
                return self._helper(function.attr.value)
        name = self.module.resolve(function) or ""
        last = name.rpartition(".")[2]
        if last in _SAME_KEYS:
            return self._same_keys(call)
        if name in ("builtins.list", "builtins.sorted") and len(call.args) == 1:
            return self._value(call.args[0].value)
        return self._function(name, call)

    def _same_keys(self, call: cst.Call) -> Config:
        found = Config()
        for argument in call.args:
            if argument.keyword is not None:
                self._store(found, argument.keyword.value, argument.value, argument.keyword, call)
            else:
                found.include(self._value(argument.value))
        return found

    def _get_config(self, call: cst.Call, target: cst.BaseExpression) -> Config:
        if is_super_call(target) and self.method is not None:
            return inherited_config(self.layer, self.method.owner, self.depth).copy()
        if not call.args or self.method is None:
            return Config(open=True)
        if not is_name(call.args[0].value, self.method.self_name):
            return Config(open=True)
        name = self.module.resolve(target)
        base = self.layer.project.find_layer(name, self.module.path) if name else None
        if base is not None and not is_root(base):
            method = config_method(base)
            if method is not None:
                return read_method(self.layer, method, self.depth + 1) or Config(open=True)
            return Config(roots=frozenset(base.keras_bases), open=not base.complete)
        keras = self.module.keras(target)
        return Config(roots=frozenset({keras})) if keras else Config(open=True)

    def _helper(self, name: str) -> Config:
        method = self.layer.method(name)
        if method is None:
            return Config(open=True)
        return read_method(self.layer, method, self.depth + 1) or Config(open=True)

    def _function(self, name: str, call: cst.Call) -> Config:
        found = self.layer.project.function(name, self.module.path) if name else None
        if found is None or self.depth > DEEPEST:
            return Config(open=True)
        module, function = found
        reader = type(self)(self.layer, module, function, None, self.depth + 1)
        for parameter, argument in zip(function.params.params, call.args, strict=False):
            if argument.keyword is None and not argument.star:
                reader.locals[parameter.name.value] = self._value(argument.value).copy()
        return union(reader.read() or [Config(open=True)])

    def _attribute(self, node: cst.Attribute) -> Config:
        """A dictionary that a method has put into an attribute."""
        name = self_attribute(node, self.method.self_name) if self.method else None
        method = self.layer.method(name) if name else None
        if method is not None and method.is_property:
            return self._helper(method.name)
        attribute = self.layer.attributes[name or ""]
        if len(attribute.bindings) != 1:
            return Config(open=True)
        binding = attribute.bindings[0]
        if binding.method is None or not isinstance(binding.value, (cst.Dict, cst.Call)):
            return Config(open=True)
        if isinstance(binding.value, cst.Call) and not is_name(binding.value.func, "dict"):
            return Config(open=True)
        method = binding.method
        reader = type(self)(self.layer, method.module, method.node, method, self.depth + 1)
        found = reader._value(binding.value)
        written = any(read.node is not node for read in attribute.reads)
        return replace(found, open=found.open or written)

    def _comprehension(self, node: cst.DictComp) -> Config:
        loop = node.for_in
        match loop:
            # A selection of the items of another dictionary.
            case cst.CompFor(
                target=cst.Tuple(elements=[cst.Element(value=cst.Name(value=name)), _]),
                iter=cst.Call(func=cst.Attribute(value=source, attr=cst.Name("items"))),
                inner_for_in=None,
            ) if is_name(node.key, name):
                found = Config()
                found.include(self._value(source), conditional=bool(loop.ifs))
                return found
        if isinstance(loop.target, cst.Name) and is_name(node.key, loop.target.value):
            names = self._strings(loop.iter)
            if names is not None and not loop.ifs and loop.inner_for_in is None:
                found = Config()
                for name in names:
                    self._store(found, name, node.value, node, node)
                return found
        return Config(open=True)

    # Names of keys

    def _subscript(self, node: cst.Subscript) -> Sequence[str] | None:
        if len(node.slice) == 1 and isinstance(node.slice[0].slice, cst.Index):
            return self._strings_of_key(node.slice[0].slice.value)
        return None

    def _strings_of_key(self, node: cst.BaseExpression) -> Sequence[str] | None:
        """The strings that a key may be, None where that cannot be told."""
        if isinstance(node, cst.Name) and node.value in self.names:
            return self.names[node.value]
        value = literal(node)
        return [value] if isinstance(value, str) else None

    def _strings(self, node: cst.BaseExpression) -> Sequence[str] | None:
        """The strings of a literal list or tuple, also one of the class or of a local name."""
        if isinstance(node, cst.Name) and node.value in self.lists:
            return self.lists[node.value]
        value = literal(node)
        if self.method is not None:
            attribute = self_attribute(node, self.method.self_name)
            if attribute is not None:
                value = self.layer.class_value(attribute)
        if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
            return list(value)
        return None
