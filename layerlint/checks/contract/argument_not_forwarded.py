"""LL440: a layer takes an argument and hands on a constant in its place, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.constructor import arguments_of
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.queries.local_bindings import is_variable, names_in
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_FLAG = re.compile(r"(use_|is_)?causal(_mask)?")
_ATTENTIONS = frozenset({"layers.MultiHeadAttention", "layers.GroupQueryAttention"})
_TENSORS = frozenset({"query", "value", "key"})
# The flag has rules of its own.
_SPOKEN_OF = frozenset({"self", "training"})
_EXCUSE = re.compile(
    r"unused|not used|ignor|no effect|deprecat|compat|legacy|support|signature|interface|always"
)
# Arguments that say in which form a layer returns what it computes.
_FORMS = ("return_", "output_")
_READS_ALL = frozenset({"locals", "vars", "eval", "exec"})


@check(LayerClass)
def argument_not_forwarded(layer: LayerClass) -> Iterator[Finding]:
    """Report `self.mha(x, x, causal=False)` though `call` takes `causal` and never reads it."""
    method = layer.methods.get("call")
    if method is None or method.is_unimplemented:
        return
    dropped = _never_read(method) - _SPOKEN_OF
    yield from _constants(layer, method, dropped)
    for call, name in _untold(layer, method, dropped):
        if not _inherited(layer, name) and not _excused(layer, name):
            function = method.module.source(call.func)
            fields = {"layer": layer.name, "argument": name, "call": function}
            yield Finding(call, "untold", fields)


def _constants(layer: LayerClass, method: Method, dropped: frozenset[str]) -> Iterator[Finding]:
    """What is given a layer that is held, in the place of an argument of the same name."""
    if not dropped:
        return
    for call in walk_kinds(method.node.body, cst.Call):
        if self_attribute(call.func, method.self_name) is None:
            continue
        for argument in call.args:
            name = argument.keyword.value if argument.keyword is not None else ""
            if name not in dropped or not _is_constant(argument.value):
                continue
            if name.startswith(_FORMS) and _is_taken_apart(call, method):
                continue  # the method works with what it gets, in that form
            if "causal" in name and not _attends_to_its_input(call, method):
                continue
            if _inherited(layer, name) or _excused(layer, name):
                continue
            value = method.module.source(argument.value)
            fields = {"layer": layer.name, "argument": name, "value": value}
            yield Finding(argument, fields=fields, fix=_fix(argument, name, method))


def _never_read(method: Method) -> frozenset[str]:
    """The parameters that a method does not mention but as names of what it passes."""
    names = walk_kinds(method.node.body, cst.Name)
    read = {node.value for node in names if is_variable(node, method.module)}
    if read & _READS_ALL:
        return frozenset()
    return frozenset(parameter.name for parameter in method.parameters) - read


def _is_constant(value: cst.BaseExpression) -> bool:
    """Whether a value is written out; None says that there is nothing to hand on."""
    return isinstance(literal(value), (bool, int, float, str))


def _is_taken_apart(call: cst.Call, method: Method) -> bool:
    """Whether a method unpacks the result of a call, or reads a part of it."""
    parent = method.module.parent(call)
    match parent:
        case cst.Attribute() | cst.Subscript():
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            parts: Iterator[cst.Attribute | cst.Subscript]
            parts = walk_kinds(method.node.body, cst.Attribute, cst.Subscript)
            return any(is_name(part.value, name) for part in parts)
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple() | cst.List())]):
            return True
    return False


def _inherited(layer: LayerClass, name: str) -> bool:
    """Whether a base has the parameter, which it then has to take whatever it does with it."""
    inherited = (base.methods.get("call") for base in layer.mro[1:])
    return any(method is not None and method.takes(name) for method in inherited)


def _excused(layer: LayerClass, name: str) -> bool:
    """Whether a line of the class names the argument and says that it has no effect."""

    def find() -> bool:
        lines = layer.module.source(layer.node).lower().splitlines()
        return any(name in line and _EXCUSE.search(line) for line in lines)

    return layer.module.remembered((_excused, layer.node, name), find)


def _fix(argument: cst.Arg, name: str, method: Method) -> Fix | None:
    """Hand on what is given, where those who give nothing are told the same as before.

    Other arguments than the flag of a causal mask may change what the layer returns.
    """
    parameter = method.parameter(name)
    default = parameter.default if parameter is not None else None
    if default is None or not _is_flag(name):
        return None
    if method.module.source(default) != method.module.source(argument.value):
        return None
    edits = tuple(replace(method.module, argument.value, name))
    return Fix("Hand on the argument", edits)


def _is_flag(name: str) -> bool:
    """Whether an argument of this name says it."""
    return _FLAG.fullmatch(name) is not None


def _attends_to_its_input(call: cst.Call, method: Method) -> bool:
    """Whether a call gives all tensors the same: an attention to something else has no order."""
    given = [argument.value for argument in positional(call)]
    given += [each.value for each in call.args if each.keyword and each.keyword.value in _TENSORS]
    return len({method.module.source(each) for each in given}) == 1


def _untold(
    layer: LayerClass, method: Method, dropped: frozenset[str]
) -> Iterator[tuple[cst.Call, str]]:
    """The attentions of a layer to its input that no mask is given, and the flag they lack.

    `dropped` are the arguments of the method that nothing in it reads.
    """
    flags = {name for name in dropped if _is_flag(name)}
    kept = _only_kept(layer)
    if not flags and not kept:
        return
    for call in walk_kinds(method.node.body, cst.Call):
        held = layer.sublayers.get(self_attribute(call.func, method.self_name) or "")
        if held is None or held.keras not in _ATTENTIONS or any(each.star for each in call.args):
            continue
        masked = keyword(call, "attention_mask") is not None or len(positional(call)) > 3
        if masked or not _attends_to_its_input(call, method):
            continue
        told = keyword(call, "use_causal_mask")
        if told is None and flags:
            yield call, min(flags)
        elif kept and (told is None or literal(told) in (True, False)):
            yield call, kept[0]


def _only_kept(layer: LayerClass) -> list[str]:
    """The arguments of `__init__` that are such flags and come to nothing but a config."""
    if layer.project.is_extended(layer):
        return []
    found = []
    for argument in arguments_of(layer).values():
        if not _is_flag(argument.name) or not argument.given or argument.converted:
            continue
        if argument.to_base or (argument.makes | argument.feeds) - set(argument.given):
            continue
        stored_once = _reads(layer, argument.name) == len(argument.given)
        if stored_once and all(_is_only_saved(layer, name) for name in argument.given):
            found.append(argument.name)
    return found


def _reads(layer: LayerClass, name: str) -> int:
    """How often the constructor reads an argument."""
    constructor = layer.constructor
    if constructor is None:
        return 0
    names = names_in(constructor.node.body).get(name, [])
    return sum(is_variable(node, constructor.module) for node in names)


def _is_only_saved(layer: LayerClass, attribute: str) -> bool:
    """Whether nobody reads an attribute but `get_config`, in the class and in its module."""
    reads = layer.attributes[attribute].reads
    if any(read.method.node.name.value != "get_config" for read in reads):
        return False
    module = layer.module
    mentions = module.facts(module.tree, names_in).get(attribute, [])
    members = [node for node in mentions if isinstance(module.parent(node), cst.Attribute)]
    return all(module.class_around(node) is layer.node for node in members)
