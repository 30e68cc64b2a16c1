"""Whether what lists the weights of a model hands the value of one on to what is trained."""

from __future__ import annotations

from collections.abc import Sequence

from layerlint.facts.members import LOOKS_AT_WEIGHT
from layerlint.model.module import Module
from layerlint.queries.local_bindings import names_in
from layerlint.queries.trained_variables import VARIABLES
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, names_bound
from layerlint.syntax.walk import walk_kinds

# What asks for the gradients of variables, or applies them, does not compute with them.
_TRAINERS = frozenset(
    {"gradient", "gradients", "compute_gradients", "get_gradients", "apply_gradients"}
    | {"minimize", "watch", "len", "print"}
)
_ARRANGERS = frozenset({"zip", "list", "tuple", "enumerate", "sorted", "reversed"})


def reads_listed(module: Module) -> bool:
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
        self.seen: set[tuple[int, str]] = set()

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
            if (id(scope), name) not in self.seen:
                self.seen.add((id(scope), name))
                self.todo += self.module.facts(scope, names_in).get(name, ())
        return isinstance(target, (cst.Name, cst.Tuple))
