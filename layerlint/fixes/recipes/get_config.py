"""What the checks of the serialization rules share: words for arguments, edits of `get_config`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from layerlint.facts.python import IDEMPOTENT_CONVERSIONS
from layerlint.fixes.edit import Edit
from layerlint.fixes.rewrite import (
    add_element,
    add_keyword,
    delete_argument,
    delete_element,
    delete_statement,
    insert_at_end_of_body,
    insert_statement_after,
    insert_statement_before,
    replace,
)
from layerlint.fixes.spelling import spell
from layerlint.model.config import Key, is_root
from layerlint.model.constructor import Argument
from layerlint.syntax import cst
from layerlint.syntax.matching import is_method_of_super
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# What `X.get` made, `X.serialize` writes, and `X.get` understands again.
_IDENTIFIERS = frozenset({"activations", "constraints", "initializers", "regularizers"})


# Those that are written as objects of a class, and not by the name of a function.
_OBJECTS = _IDENTIFIERS - {"activations"}
# Of more names than this a sentence shows the first few.
_MANY = 5
_SHOWN = 3


def listed(names: Iterable[str]) -> str:
    """The names in backticks: "`a`, `b` and `c`"; of many the first, "`a`, `b`, `c` and 9 more"."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) > _MANY:
        return f"{', '.join(quoted[:_SHOWN])} and {len(quoted) - _SHOWN} more"
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def saved(layer: LayerClass, argument: Argument) -> str | None:
    """The expression that `get_config` may store for an argument; None where none is right."""
    constructor = layer.constructor
    if constructor is None or argument.rebound:
        return None
    for attribute in argument.given:
        if _bound_once(layer, attribute):
            return _as_given(layer, argument, attribute)
    for attribute, call in argument.converted:
        if not _bound_once(layer, attribute):
            continue
        if len(call.args) == 1 and constructor.module.resolve(call.func) in IDEMPOTENT_CONVERSIONS:
            return f"self.{attribute}"
        home, _, verb = (constructor.module.keras(call.func) or "").rpartition(".")
        here = constructor.module is layer.module and isinstance(call.func, cst.Attribute)
        if here and verb == "get" and home in _IDENTIFIERS:
            spelled = constructor.module.source(call.func).rpartition(".")[0]
            return f"{spelled}.serialize(self.{attribute})"
    return None


def _as_given(layer: LayerClass, argument: Argument, attribute: str) -> str | None:
    """What the config holds of an argument that is kept as it was passed.

    An initializer may be passed as an object, which an HDF5 file cannot give back as it is. None
    where the file does not know the package that writes it.
    """
    home = f"{argument.name.rpartition('_')[2]}s"
    if home not in _OBJECTS:
        return f"self.{attribute}"
    get, missing = spell(layer.module, layer.node, f"keras.{home}.get")
    return None if missing else f"{get.removesuffix('get')}serialize({get}(self.{attribute}))"


def add_keys(
    method: Method, keys: Sequence[Key], items: Sequence[tuple[str, str]]
) -> list[Edit] | None:
    """The edits that add the pairs of key and value at the end of the config in `method`.

    None where there is no place for them.
    """
    module = method.module
    quote = quote_of(module, method)
    own = [key for key in keys if key.owner is method and not key.conditional]
    if own:
        holder = max(own, key=lambda key: module.span(key.holder).start).holder
        if isinstance(holder, cst.Dict):
            pairs = [f"{quote}{name}{quote}: {value}" for name, value in items]
            return joined([edit for pair in pairs for edit in add_element(module, holder, pair)])
        if isinstance(holder, cst.Call):
            pairs = [f"{name}={value}" for name, value in items]
            return joined([edit for pair in pairs for edit in add_keyword(module, holder, pair)])
        if isinstance(holder, cst.Assign):
            target = holder.targets[0].target
            if isinstance(target, cst.Subscript):
                name = module.source(target.value)
                lines = [f"{name}[{quote}{key}{quote}] = {value}" for key, value in items]
                return insert_statement_after(module, holder, "\n".join(lines))
        return None
    return _first_keys(method, [(f"{quote}{name}{quote}", value) for name, value in items])


def joined(edits: Sequence[Edit]) -> list[Edit]:
    """The edits with insertions at one place made one, in the order given."""
    found: dict[tuple[int, int], str] = {}
    for edit in edits:
        if edit.start == edit.end:
            found[edit.start, edit.end] = found.get((edit.start, edit.end), "") + edit.text
        else:
            found[edit.start, edit.end] = edit.text
    return [Edit(start, end, text) for (start, end), text in found.items()]


def new_get_config(
    layer: LayerClass, items: Sequence[tuple[str, str]], more: str = ""
) -> list[Edit]:
    """The edits that give a class a `get_config`, and `more` methods behind it."""
    quote = quote_of(layer.module, None)
    pairs = ", ".join(f"{quote}{name}{quote}: {value}" for name, value in items)
    update = f"    config.update({{{pairs}}})"
    if len(update) + 4 > 88:
        lines = "".join(f"            {quote}{name}{quote}: {value},\n" for name, value in items)
        update = f"    config.update(\n        {{\n{lines}        }}\n    )"
    text = f"def get_config(self):\n    config = super().get_config()\n{update}\n    return config"
    return insert_at_end_of_body(layer.module, layer.node, f"{text}\n\n{more}" if more else text)


def from_config(layer: LayerClass, rebuilt: Sequence[str], deserialize: str) -> str:
    """The text of a `from_config` that makes layers of the values of some keys."""
    quote = quote_of(layer.module, None)
    lines = [
        f"    config[{quote}{name}{quote}] = {deserialize}(config[{quote}{name}{quote}])\n"
        for name in rebuilt
    ]
    return (
        "@classmethod\ndef from_config(cls, config):\n    config = dict(config)\n"
        f"{''.join(lines)}    return cls(**config)"
    )


def _bound_once(layer: LayerClass, attribute: str) -> bool:
    return len(layer.attributes[attribute].bindings) == 1


def _first_keys(method: Method, items: Sequence[tuple[str, str]]) -> list[Edit] | None:
    """Add keys to a config that has none of its own: the base's, stored or returned."""
    module = method.module
    for node in method.own_nodes(cst.Return):
        if node.value is None:
            continue
        if isinstance(node.value, cst.Name):
            name = node.value.value
            lines = [f"{name}[{key}] = {value}" for key, value in items]
            return insert_statement_before(module, node, "\n".join(lines))
        if isinstance(node.value, cst.Call) and is_method_of_super(node.value):
            pairs = "".join(f", {key}: {value}" for key, value in items)
            return replace(module, node.value, f"{{**{module.source(node.value)}{pairs}}}")
    return None


def quote_of(module: Module, method: Method | None) -> str:
    """The quote that the keys of a config have, else the one of the module's first string."""
    for node in walk_kinds(method.node if method else module.tree, cst.SimpleString):
        if not node.prefix and len(node.quote) == 1:
            return node.quote
    return '"' if method is None else quote_of(module, None)


def own_from_config(layer: LayerClass) -> Method | None:
    """The `from_config` of the class or of a base of the project, None where it is Keras's."""
    method = layer.method("from_config")
    return None if method is None or is_root(method.owner) else method


def special_from_config(layer: LayerClass) -> Method | None:
    """That `from_config`, None also where it is no more than Keras's: `return cls(**config)`."""
    method = own_from_config(layer)
    if method is None:
        return None
    body = method.node.body.body
    match body[1:] if method.node.get_docstring() is not None else body:
        case [
            cst.SimpleStatementLine(
                body=[
                    cst.Return(
                        value=cst.Call(
                            func=cst.Name(value=made),
                            args=[cst.Arg(star="**", value=cst.Name(value=given))],
                        )
                    )
                ]
            )
        ] if [made, given] == [each.name for each in method.parameters]:
            return None
    return method


def delete_key(key: Key) -> list[Edit] | None:
    """The edits that remove a key from the display, call or statement that stores it."""
    module = key.module
    match key.holder:
        case cst.Dict(elements=elements) as display:
            for element in elements:
                if isinstance(element, cst.DictElement) and element.key is key.node:
                    return delete_element(module, display, element)
        case cst.Call(args=arguments) as call:
            for argument in arguments:
                if argument.keyword is key.node and argument.keyword is not None:
                    return delete_argument(module, call, argument)
        case cst.Assign(targets=[_]) as statement:
            return delete_statement(module, statement)
    return None
