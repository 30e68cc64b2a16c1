"""Where the arguments of `__init__` go: attributes, the base, sublayers, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.facts.config import ROOTS
from layerlint.facts.layer_arguments import LAYER_ARGUMENTS
from layerlint.facts.objects import (
    OBJECT_ARGUMENTS,
    OBJECT_KINDS,
    OBJECT_ROOTS,
    OLD_OPTIMIZER_ARGUMENTS,
    OLD_OPTIMIZER_METHOD,
)
from layerlint.model.config import is_root
from layerlint.model.gathered import gathers
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    GIVERS,
    is_name,
    is_super_call,
    literal,
    names_bound,
    names_given,
)
from layerlint.syntax.walk import is_label, walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method, Parameter

# What the constructors of Keras's own `Layer` and `Model` take, of either generation.
BASE_ARGUMENTS = frozenset(
    {"activity_regularizer", "autocast", "batch_input_shape", "batch_size", "dtype", "dynamic"}
    | {"implementation", "input_dim", "input_dtype", "input_length", "input_shape", "name"}
    | {"trainable", "weights"}
)


def base_arguments(layer: LayerClass) -> frozenset[str]:
    """What the constructor of Keras's own base class of a class takes."""
    if layer.kind == "optimizer" and layer.method(OLD_OPTIMIZER_METHOD) is not None:
        return OLD_OPTIMIZER_ARGUMENTS
    if layer.kind in OBJECT_KINDS:
        return OBJECT_ARGUMENTS.get(layer.kind, frozenset())
    return BASE_ARGUMENTS


def is_plain(keras_bases: Iterable[str]) -> bool:
    """Whether nothing of Keras but the base class of a kind stands above a class."""
    return (ROOTS | OBJECT_ROOTS.keys()).issuperset(keras_bases)


@dataclass(slots=True)
class Argument:
    """An argument of `__init__` and what becomes of it.

    `given` are the attributes that hold it as it was passed, `converted` those that hold the result
    of a call on it; `makes` and `feeds` are the attributes and the names whose value it has a part
    in. `to_base` tells whether it is
    passed to the base's constructor, and `base_names` as what, also by way of another name.
    `rebound` tells whether its name is given another value.
    """

    name: str
    parameter: Parameter
    given: list[str] = field(default_factory=list)
    converted: list[tuple[str, cst.Call]] = field(default_factory=list)
    to_base: bool = False
    rebound: bool = False
    used: bool = False
    feeds: set[str] = field(default_factory=set)
    makes: set[str] = field(default_factory=set)
    base_names: set[str] = field(default_factory=set)

    @property
    def holders(self) -> set[str]:
        """The attributes that hold it, as it was passed or converted."""
        return {*self.given, *(attribute for attribute, _ in self.converted)}

    @property
    def default(self) -> cst.BaseExpression | None:
        """The default's expression, None for an argument that must be passed."""
        return self.parameter.default

    @property
    def required(self) -> bool:
        """Whether it has no default."""
        return self.parameter.default is None


def arguments_of(layer: LayerClass) -> dict[str, Argument]:
    """The arguments of the `__init__` that an instance runs, `*args` and `**kwargs` left out."""
    return layer.facts(_arguments)


def _arguments(layer: LayerClass) -> dict[str, Argument]:
    constructor = layer.constructor
    if constructor is None or is_root(constructor.owner):
        return {}
    found = {
        parameter.name: Argument(parameter.name, parameter)
        for parameter in constructor.parameters
        if parameter.kind in ("positional", "keyword") and parameter.name != constructor.self_name
    }
    for name in _rebound(constructor):
        if name in found:
            found[name].rebound = True
    for assignment in constructor.own_nodes(cst.Assign):
        goals = [target.target for target in assignment.targets]
        targets = {key for goal in goals for key in _fed(goal, constructor)}
        for source in {part.value for part in _names_in(assignment.value)}.intersection(found):
            found[source].feeds |= targets - {source}
            if any(_is_item(goal, constructor.varkw) for goal in goals):
                found[source].feeds.add(constructor.varkw or "")
    for attribute in layer.attributes.values():
        for binding in attribute.bindings:
            if binding.method is constructor and binding.value is not None:
                _record(found, binding)
    for call in base_calls(constructor):
        for passed, name in zip(call.args, _names_at_base(layer, call), strict=True):
            _record_passed(found, passed, name)
        if gathers(constructor, call):
            for name in LAYER_ARGUMENTS & found.keys():
                found[name].to_base = True
    if passes_on(constructor):
        for argument in found.values():
            argument.to_base |= constructor.varkw in argument.feeds
    for node in read_names(constructor):
        if node.value in found:
            found[node.value].used = True
    return found


def base_calls(constructor: Method) -> Iterator[cst.Call]:
    """The calls of a base's `__init__`: `super().__init__(...)`, `Base.__init__(self, ...)`."""
    for node in constructor.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("__init__")), args=args):
                if is_super_call(owner) or any(
                    is_name(argument.value, constructor.self_name) for argument in args[:1]
                ):
                    yield node


def passes_on(constructor: Method) -> bool:
    """Whether `**kwargs` goes to the base's `__init__` as it is."""
    varkw = constructor.varkw
    return varkw is not None and any(
        argument.star == "**" and is_name(argument.value, varkw)
        for call in base_calls(constructor)
        for argument in call.args
    )


def read_names(method: Method, code: cst.CSTNode | None = None) -> Iterator[cst.Name]:
    """The names that a method, or code in it, reads, those it assigns or deletes left out."""
    module = method.module
    for node in walk_same_class(code or method.node.body, cst.Name):
        if type(module.parent(node)) not in _BINDING and not is_label(node):
            yield node


def reads_of(name: str, method: Method) -> Sequence[cst.Name]:
    """Where a method reads a name."""
    key = (reads_of, method.node)
    return method.module.remembered(key, lambda: _reads_by_name(method)).get(name, ())


def _reads_by_name(method: Method) -> dict[str, list[cst.Name]]:
    found: dict[str, list[cst.Name]] = {}
    for node in read_names(method):
        found.setdefault(node.value, []).append(node)
    return found


_BINDING = frozenset({cst.AssignTarget, cst.Del, cst.Param})


def _record(found: dict[str, Argument], binding: Binding) -> None:
    value = binding.value
    read = {node.value for node in _names_in(value)}
    for argument in found.values():
        if argument.name in read or not argument.feeds.isdisjoint(read):
            argument.makes.add(binding.attribute)
    if binding.container_index or binding.kind == "augmented":
        return
    if isinstance(value, cst.Name) and value.value in found:
        found[value.value].given.append(binding.attribute)
        return
    names = read.intersection(found)
    if len(names) != 1:
        return
    argument = found[names.pop()]
    if isinstance(value, cst.Call) and any(
        is_name(passed.value, argument.name) for passed in value.args[:1]
    ):
        argument.converted.append((binding.attribute, value))


def _names_at_base(layer: LayerClass, call: cst.Call) -> Iterator[str]:
    """What a base of the project calls each argument that it is passed, "" if unknown."""
    base = layer.mro[1].constructor if len(layer.mro) > 1 else None
    names = [each.name for each in base.positional] if base is not None else []
    if isinstance(call.func, cst.Attribute) and not is_super_call(call.func.value):
        names = ["", *names]  # `Base.__init__(self, ...)`
    starred = False
    for index, passed in enumerate(call.args):
        starred = starred or passed.star == "*"
        if passed.keyword is not None:
            yield passed.keyword.value
        else:
            yield names[index] if not starred and index < len(names) else ""


def _record_passed(found: dict[str, Argument], passed: cst.Arg, keyword: str) -> None:
    """An argument of the base's constructor; what a function in it uses the base does not get."""
    names = {node.value for node in _names_in(passed.value, functions=False)}
    for argument in found.values():
        if argument.name in names or argument.name == keyword:
            argument.to_base = True
        if argument.name in names or not argument.feeds.isdisjoint(names):
            argument.base_names.add(keyword)


def _is_item(target: cst.CSTNode, name: str | None) -> bool:
    """Whether `name[...]` is assigned."""
    return isinstance(target, cst.Subscript) and is_name(target.value, name or "")


def _fed(target: cst.CSTNode, constructor: Method) -> Iterator[str]:
    """The names that an assignment gives a value, and the keys of `**kwargs` that it sets."""
    yield from names_bound(target)
    if isinstance(target, cst.Subscript) and is_name(target.value, constructor.varkw or ""):
        key = key_read(None, target)
        if key is not None:
            yield key


def _names_in(node: cst.CSTNode | None, functions: bool = True) -> Iterator[cst.Name]:
    if isinstance(node, cst.Lambda) and not functions:
        return
    # The names of attributes and keywords, which are met after them.
    labels: set[cst.CSTNode | None] = set()
    for part in walk_kinds(node, cst.Attribute, cst.Arg, cst.Name) if node is not None else ():
        if type(part) is cst.Attribute:
            labels.add(part.attr)
        elif type(part) is cst.Arg:
            labels.add(part.keyword)
        elif type(part) is cst.Name and part not in labels:
            yield part


def _rebound(constructor: Method) -> Iterator[str]:
    """The names to which the constructor assigns, but for `if x is None: x = ...`."""
    for node in constructor.own_nodes(*GIVERS):
        for name in names_given(node):
            if type(node) is not cst.AssignTarget or not _fills_none(constructor, node, name):
                yield name


def _fills_none(constructor: Method, node: cst.CSTNode, name: str) -> bool:
    for ancestor in constructor.module.ancestors(node):
        match ancestor:
            case cst.If(
                test=cst.Comparison(
                    left=cst.Name(value=tested),
                    comparisons=[cst.ComparisonTarget(operator=cst.Is(), comparator=other)],
                )
            ):
                return tested == name and is_name(other, "None")
            case cst.FunctionDef():
                return False
    return False


def key_read(call: cst.CSTNode | None, access: cst.CSTNode | None) -> str | None:
    """The key in `kwargs.pop("x")`, `kwargs.get("x")`, `kwargs["x"]` and `"x" in kwargs`."""
    key: object = None
    match access:
        case cst.Attribute(attr=cst.Name(value="pop" | "get" | "setdefault")):
            if isinstance(call, cst.Call) and call.args:
                key = literal(call.args[0].value)
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=value))]):
            key = literal(value)
        case cst.ComparisonTarget():
            key = literal(call.left) if isinstance(call, cst.Comparison) else None
    return key if isinstance(key, str) else None
