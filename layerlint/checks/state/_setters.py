"""Methods of layers that give an attribute what they are handed: `set_beta(value)`, properties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from layerlint.queries.callbacks import traces_again
from layerlint.queries.called_functions import methods_in
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module


class Setter(NamedTuple):
    """A method of `layer` that sets `attribute`."""

    layer: LayerClass
    method: Method
    attribute: str

    @property
    def is_property(self) -> bool:
        """Whether it sets what a property of its name reads."""
        return f"{self.method.name}.setter" in self.method.decorators


def setters(module: Module) -> Mapping[str, Setter]:
    """The setters of the module's layers by their names, if no other class has such a method."""
    return module.once(_setters)


def told_setters(code: cst.CSTNode, module: Module) -> Iterator[tuple[cst.Attribute, cst.Arg]]:
    """The calls in a piece of code that have another object run a setter, with what they hand."""
    known = setters(module)
    for call in walk_same_function(code, cst.Call) if known else ():
        match call:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value=name)) as func, args=[given]):
                # Other objects have methods like `update` as well.
                if name in known and name.startswith("set") and self_attribute(func) is None:
                    yield func, given


def _setters(module: Module) -> Mapping[str, Setter]:
    found: dict[str, Setter] = {}
    for layer in module.classes:
        for method in layer.methods.values():
            attribute = _set_by(method, module)
            if attribute is not None:
                found[method.name] = Setter(layer, method, attribute)
    classes = walk_kinds(module.tree, cst.ClassDef) if found else ()
    count = Counter(name for each in classes for name in module.facts(each, methods_in))
    return {name: setter for name, setter in found.items() if count[name] == 1}


def _set_by(method: Method, module: Module) -> str | None:
    """The one attribute that a method of one argument binds, to what it makes of that."""
    bound = method.uses[0]
    if len(bound) != 1 or len(method.positional) != 1 or method.name in ("__init__", "build"):
        return None
    value, name = bound[0].value, method.positional[0].name
    if value is None or bound[0].container_index or traces_again(method.node, module):
        return None
    read = any(each.value == name for each in walk_kinds(value, cst.Name))
    return bound[0].attribute if read else None
