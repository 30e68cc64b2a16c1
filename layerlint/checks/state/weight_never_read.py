"""LL231: a weight that is to be trained is made, and nothing ever reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.state._outside_reads import is_read_from_outside
from layerlint.declaration import check
from layerlint.facts.config import ROOTS
from layerlint.facts.members import LOOKS_AT_WEIGHT
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import function_named
from layerlint.queries.local_bindings import attributes_in, names_in
from layerlint.queries.trained_variables import VARIABLES
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    called_name,
    dotted,
    is_method_of_super,
    is_name,
    literal,
    names_bound,
)
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.model.weights import Weight

# What asks for the gradients of variables, or applies them, does not compute with them.
_TRAINERS = frozenset(
    {"gradient", "gradients", "compute_gradients", "get_gradients", "apply_gradients"}
    | {"minimize", "watch", "len", "print"}
)
_ARRANGERS = frozenset({"zip", "list", "tuple", "enumerate", "sorted", "reversed"})
# By these, a class can reach a weight without its name.
_WAYS_ROUND = ("__dict__", "getattr", "setattr", "vars(")
_MAKERS = frozenset({"add_weight", "add_variable"})
_COLLECTIONS = frozenset({"weights", "variables"})
_SET_UP = frozenset({"__init__", "build", "get_config"})


@check(LayerClass)
def weight_never_read(layer: LayerClass) -> Iterator[Finding]:
    """Report a weight whose name nothing in its module reads, where `call` reads another."""
    call = layer.methods.get("call")
    if call is None or not layer.complete:
        return
    if layer.project.is_extended(layer):
        return
    if any(layer.module.says(word) for word in _WAYS_ROUND) or _reads_all(layer):
        return
    if _runs_code_of_keras(layer):
        return
    if layer.module.once(_reads_listed):
        return
    weights = [each for each in layer.all_weights if not each.in_container]
    unread = [each for each in weights if _is_unread(each, layer)]
    if len(unread) == len(weights):
        return
    for weight in unread:
        message = "regularized" if _is_regularized(weight) else "default"
        yield Finding(weight.call, message, {"weight": f"self.{weight.attribute}"})


def _runs_code_of_keras(layer: LayerClass) -> bool:
    """Whether a method goes on with that of a built-in base, which reads weights of its own."""
    return not ROOTS.issuperset(layer.keras_bases) and any(
        is_method_of_super(call) and called_name(call.func) not in _SET_UP
        for method in layer.methods.values()
        for call in method.own_nodes(cst.Call)
    )


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
    bound = {binding.node for binding in layer.attributes[weight.attribute].bindings}
    module = weight.module
    named = module.facts(module.tree, attributes_in).get(weight.attribute, ())
    return all(
        node in bound or isinstance(module.parent(node), (cst.AssignTarget, cst.AnnAssign))
        for node in named
    )


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
    if made is None or not isinstance(call, cst.Call):
        return False
    return made.rpartition(".")[2] in _MAKERS or _makes_by(call, module)


def _makes_by(call: cst.Call, module: Module) -> bool:
    """Whether a call runs a method that returns what it makes of a weight: `self._matrix("w")`."""
    own = function_named(call.func, module)
    result = only_result(own) if own is not None else None
    return isinstance(result, cst.Call) and called_name(result.func) in _MAKERS


def _reads_all(layer: LayerClass) -> bool:
    """Whether a method reads what holds all weights."""
    return any(layer.attributes[name].reads for name in _COLLECTIONS)


def _reads_listed(module: Module) -> bool:
    """Whether a module may compute with a weight that it has from `trainable_weights`.

    Not by asking for its gradient, its name or its shape, nor by copying it to NumPy.
    """
    texts = walk_kinds(module.tree, cst.SimpleString)
    if any(word in node.value for node in texts for word in VARIABLES):
        return True
    names = walk_kinds(module.tree, cst.Name)
    mentions = [node for node in names if any(word in node.value for word in VARIABLES)]
    return _Followed(module).leads_on(mentions)


class _Followed:
    """Lists of weights, and weights out of them, on their way through a module."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.todo: list[cst.CSTNode] = []
        self.seen: set[tuple[cst.CSTNode, str]] = set()

    def leads_on(self, mentions: Sequence[cst.Name]) -> bool:
        """Whether one of them goes where it is not known to end."""
        self.todo = list(mentions)
        while self.todo:
            if not self._is_followed(self.todo.pop()):
                return True
        return False

    def _is_followed(self, node: cst.CSTNode) -> bool:
        """Whether it is known what becomes of a value; what is to be asked next is noted."""
        parent = self.module.parent(node)
        match parent:
            case cst.AssignTarget():
                return True
            case cst.Attribute(attr=attr, value=value):
                if value is node:
                    return attr.value in LOOKS_AT_WEIGHT
                return attr.value in VARIABLES and self._on(parent)
            case cst.Assign(targets=[target], value=value) if value is node:
                return self._named(target.target)
            case cst.CompFor(target=target) | cst.For(target=target):
                return target is node or self._named(target)
            case cst.ListComp() | cst.GeneratorExp() | cst.List() | cst.Tuple():
                return self._on(parent)
            case cst.BinaryOperation(operator=cst.Add()) | cst.Element():
                return self._on(parent)
            case cst.Arg(value=value) if value is node:
                call = self.module.parent(parent)
                return isinstance(call, cst.Call) and self._given(call)
        return False

    def _on(self, node: cst.CSTNode) -> bool:
        self.todo.append(node)
        return True

    def _given(self, call: cst.Call) -> bool:
        name = called_name(call.func)
        resolved = self.module.resolve(call.func) or ""
        if name in _TRAINERS or resolved.startswith("numpy."):
            return True
        return name in _ARRANGERS and self._on(call)

    def _named(self, target: cst.CSTNode) -> bool:
        """Whatever else uses a name that is given it, in the same function."""
        scope = self.module.function(target) or self.module.tree
        for name in names_bound(target):
            if (scope, name) not in self.seen:
                self.seen.add((scope, name))
                self.todo += self.module.facts(scope, names_in).get(name, ())
        return isinstance(target, (cst.Name, cst.Tuple))
