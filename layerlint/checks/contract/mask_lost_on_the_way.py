"""LL437: a mask is lost in front of a layer that asks for it, by arithmetic or by a layer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.contract._masked_chains import (
    ARITHMETIC,
    loses_mask,
    lost_mask,
    passes_mask,
    starts_mask,
)
from layerlint.declaration import check
from layerlint.facts.members import MASK_USERS
from layerlint.facts.tensors import TensorFunction
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.held_values import maker_of
from layerlint.queries.straight_values import node_at
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, last_part, positional
from layerlint.syntax.walk import walk_kinds

_TAKE_SEVERAL = frozenset({"layers.MultiHeadAttention", "layers.AdditiveAttention"})
_TAKE_SEVERAL |= {"layers.Attention"}
_MASKS = ("mask", "attention_mask", "query_mask", "value_mask")
_AUGMENTED = (cst.AddAssign, cst.SubtractAssign, cst.MultiplyAssign, cst.DivideAssign)
_FUNCTIONS = frozenset({"add", "subtract", "multiply", "divide", "maximum", "minimum"})
# A word of a mask, which is not one of the layers that make some.
_MASK = re.compile(r"mask(?!_zero|ing)", re.IGNORECASE)
_LONGEST = 60

NEEDS = AllOf(Text("keras"), AnyOf("mask_zero", Members("Masking")))


@check(Module, needs=NEEDS)
def mask_lost_on_the_way(module: Module) -> Iterator[Finding]:
    """Report what makes new steps of those of an embedding, which are then given to an LSTM."""
    if module.says("_keras_mask"):
        return
    told: set[cst.CSTNode] = set()
    for call in walk_kinds(module.tree, cst.Call):
        for user, found in (_in_row(call, module), _in_graph(call, module)):
            if user is None or found is None or found[0] is None or found[0] in told:
                continue
            told.add(found[0])
            layer = _layer_of(found[0], module)
            fields = {
                "code": " ".join(module.source(layer or found[0]).split()),
                "user": last_part(user),
                "source": last_part(module.keras(found[1].func) or ""),
            }
            yield Finding(found[0], "default" if layer is None else "layer", fields)


def _in_row(made: cst.Call, module: Module) -> tuple[str | None, _Found | None]:
    """A layer that asks for the mask, in a `Sequential`, and who loses it there."""
    user = module.keras(made.func)
    return user, lost_mask(made, module) if user in MASK_USERS else None


def _in_graph(call: cst.Call, module: Module) -> tuple[str | None, _Found | None]:
    """The same where the layer is called."""
    made = maker_of(call, module)
    user = module.keras(made.func) if made is not None else None
    tensor = _only_tensor(call, user) if user is not None and user in MASK_USERS else None
    return user, _Way(module).back(tensor) if tensor is not None else None


def _layer_of(lost: cst.CSTNode, module: Module) -> cst.BaseExpression | None:
    """The name of the layer that loses the mask, None where no layer does."""
    if not isinstance(lost, cst.Call) or module.tensor_function(lost.func) is not None:
        return None
    return (maker_of(lost, module) or lost).func


def _only_tensor(call: cst.Call, user: str) -> cst.BaseExpression | None:
    """The tensor that a layer is given, if it is given no other one and no mask."""
    given = positional(call)
    if any(keyword(call, name) is not None for name in _MASKS) or any(a.star for a in call.args):
        return None
    values = [argument.value for argument in given]
    if user in _TAKE_SEVERAL:
        for name in ("value", "key"):
            named = keyword(call, name)
            values += [named] if named is not None else []
        if len(values) == 1 and isinstance(values[0], (cst.List, cst.Tuple)):
            values = [element.value for element in values[0].elements]
        names = {value.value if isinstance(value, cst.Name) else "" for value in values}
        return values[0] if len(names) == 1 and names != {""} else None
    return values[0] if len(values) == 1 else None


# What loses the mask, None if nothing does, and the layer that the mask is of.
_Found = tuple["cst.CSTNode | None", cst.Call]


class _Way:
    """The way back from a tensor to the layer that gives it a mask; each step is taken once."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.seen: set[cst.CSTNode] = set()

    def back(self, tensor: cst.BaseExpression) -> _Found | None:
        """Where the mask is of, and what loses it last on the way."""
        if tensor in self.seen or len(self.seen) > _LONGEST:
            return None
        self.seen.add(tensor)
        match tensor:
            case cst.Name():
                return self._of_name(tensor, tensor)
            case cst.BinaryOperation(left=left, operator=operator, right=right):
                if isinstance(operator, ARITHMETIC) and not self._is_masking(tensor):
                    return _lost(tensor, self.back(left) or self.back(right))
            case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
                return _lost(tensor, self.back(inner))
            case cst.Call(args=[first, *_]) if not first.star and first.keyword is None:
                return self._of_call(tensor, first.value)
        return None

    def _of_name(self, name: cst.Name, use: cst.CSTNode) -> _Found | None:
        node = node_at(name, use, self.module)
        if node is None or node in self.seen:
            return None
        self.seen.add(node)
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name())], value=value):
                return self.back(value)
            case cst.AugAssign(operator=operator, value=value):
                if isinstance(operator, _AUGMENTED) and not self._is_masking(node):
                    return _lost(node, self._of_name(name, node) or self.back(value))
        return None

    def _of_call(self, call: cst.Call, tensor: cst.BaseExpression) -> _Found | None:
        known = self.module.tensor_function(call.func)
        if known is not None:
            return self._of_function(call, known)
        layer = maker_of(call, self.module)
        if layer is None:
            return None
        if starts_mask(layer, self.module):
            return None, layer
        if loses_mask(layer, self.module):
            return _lost(call, self.back(tensor))
        return self.back(tensor) if passes_mask(layer, self.module) else None

    def _of_function(self, call: cst.Call, known: TensorFunction) -> _Found | None:
        """Through a function of each element; a cast to the dtype that is there gives `x` again."""
        given = [argument.value for argument in positional(call)]
        if known.name in _FUNCTIONS:
            given = given[:2]
        elif known.role == "elementwise":
            given = given[:1]
        else:
            return None
        if self._is_masking(call):
            return None
        found = (self.back(each) for each in given)
        return _lost(call, next((each for each in found if each is not None), None))

    def _is_masking(self, node: cst.CSTNode) -> bool:
        """Whether the padding is dealt with by hand: `x * mask`."""
        return _MASK.search(self.module.source(node)) is not None


def _lost(by: cst.CSTNode, found: _Found | None) -> _Found | None:
    """What is found on the way, and who loses the mask if nobody has before."""
    return found and (found[0] or by, found[1])
