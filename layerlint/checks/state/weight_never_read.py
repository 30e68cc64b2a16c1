"""LL231: a weight that is to be trained is made, and nothing ever reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._listed_weights import reads_listed
from layerlint.checks.state._outside_reads import is_read_from_outside
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.fixtures import is_fixture
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, is_name, literal
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.model.weights import Weight

# By these, a class can reach a weight without its name.
_WAYS_ROUND = ("__dict__", "getattr", "setattr", "vars(")
_MAKERS = frozenset({"add_weight", "add_variable"})
_COLLECTIONS = frozenset({"weights", "variables"})


@check(LayerClass)
def weight_never_read(layer: LayerClass) -> Iterator[Finding]:
    """Report a weight whose name nothing in its module reads, where `call` reads another."""
    call = layer.methods.get("call")
    if call is None or not layer.complete or is_fixture(layer):
        return
    if layer.project.is_extended(layer):
        return
    if any(layer.module.says(word) for word in _WAYS_ROUND) or _reads_all(layer):
        return
    if layer.module.once(reads_listed):
        return
    weights = [each for each in layer.all_weights if not each.in_container]
    unread = [each for each in weights if _is_unread(each, layer)]
    if len(unread) == len(weights):
        return
    for weight in unread:
        message = "regularized" if _is_regularized(weight) else "default"
        yield Finding(weight.call, message, {"weight": f"self.{weight.attribute}"})


def _is_regularized(weight: Weight) -> bool:
    given = weight.arguments.get("regularizer")
    return given is not None and not is_name(given, "None")


def _is_unread(weight: Weight, layer: LayerClass) -> bool:
    """Whether a weight of the class itself is bound, trained, and not mentioned again."""
    made = weight.method
    if made is None or made.owner is not layer or weight.trainable is not True:
        return False
    if weight.how not in _MAKERS or weight.attribute not in layer.attributes:
        return False  # what goes by a computed name is read by one
    if _is_named(weight) or is_read_from_outside(layer, weight.attribute):
        return False
    bound = {id(binding.node) for binding in layer.attributes[weight.attribute].bindings}
    read = weight.module.once(_read_attributes).get(weight.attribute, [])
    return all(id(node) in bound for node in read)


def _is_named(weight: Weight) -> bool:
    """Whether something else than what makes weights is given its name: it may look it up."""
    name = literal(weight.arguments.get("name"))
    names = {weight.attribute, name} if isinstance(name, str) else {weight.attribute}
    return not names.isdisjoint(weight.module.once(_told_names))


def _told_names(module: Module) -> frozenset[object]:
    """The texts of a module that are not given to what makes weights."""
    return frozenset(
        literal(node)
        for node in walk_kinds(module.tree, cst.SimpleString)
        if not _is_made_with(node, module)
    )


def _is_made_with(node: cst.SimpleString, module: Module) -> bool:
    argument = module.parent(node)
    call = module.parent(argument) if isinstance(argument, cst.Arg) else None
    made = dotted(call.func) if isinstance(call, cst.Call) else None
    return made is not None and made.rpartition(".")[2] in _MAKERS


def _read_attributes(module: Module) -> dict[str, list[cst.Attribute]]:
    """The attributes of anything in a module by their name, without those that are assigned to."""
    found: dict[str, list[cst.Attribute]] = {}
    for node in walk_kinds(module.tree, cst.Attribute):
        if not isinstance(module.parent(node), (cst.AssignTarget, cst.AnnAssign)):
            found.setdefault(node.attr.value, []).append(node)
    return found


def _reads_all(layer: LayerClass) -> bool:
    """Whether a method reads what holds all weights."""
    return any(layer.attributes[name].reads for name in _COLLECTIONS)
