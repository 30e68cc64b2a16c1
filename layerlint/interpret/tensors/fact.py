"""What is known of one value, and the collection of what is known of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import reduce
from typing import TYPE_CHECKING, Literal

from layerlint.interpret.bounds import PARTS
from layerlint.syntax import cst
from layerlint.syntax.walk import walk, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# An "input" is what Keras passes to `call`: a tensor, or a structure of tensors.
Kind = Literal["tensor", "python", "input", "unknown"]
Dtype = Literal["compute", "float32", "bool", "int"]
Size = Literal["batch", "shape"]

BOTH = frozenset({2, 3})


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a value; the defaults claim nothing.

    `batch`: its first axis is the batch, or some of it. `dtype` holds on `generations`, and is the
    one that a value of Python names, `x.dtype`; "compute" is the layer's compute dtype, "float32"
    whatever the policy, where `origin` says so. `size`: a static shape, or a static size, that is
    None for the batch. `mask`: ones and zeros. `steps`: it has the batch and the time steps of
    `call`'s input, unless it was broadcast to more axes, `whole`: all of its shape. `trained`: the
    attribute whose weights it was computed with. `implicit`: whether it carries the mask that a
    layer of Keras has attached to it, or is computed from what did. `item`: what it holds, `items`:
    in this order. `truth`: whether it is true. `given`: it is not None. `eager`: it was made before
    the graph, and has its value.
    """

    kind: Kind = "unknown"
    batch: bool = False
    dtype: Dtype | None = None
    generations: frozenset[int] = BOTH
    origin: cst.CSTNode | None = None
    size: Size | None = None
    mask: bool = False
    steps: bool = False
    whole: bool = False
    trained: str | None = None
    implicit: Literal["kept", "lost"] | None = None
    item: Fact | None = None
    items: tuple[Fact, ...] | None = None
    weight: bool = False
    truth: bool | None = None
    given: bool = False
    eager: bool = False
    # How many facts hang on this one, each counted as often as it is found there.
    parts: int = field(default=1, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.item is None and self.items is None:
            return
        held = [self.item] if self.item is not None else []
        parts = 1 + sum([fact.parts for fact in (*held, *(self.items or ()))])
        if parts > PARTS:
            # Tuples of tuples double with each level; nothing is claimed of what is in them.
            object.__setattr__(self, "item", None)
            object.__setattr__(self, "items", None)
        else:
            object.__setattr__(self, "parts", parts)

    @property
    def is_tensor(self) -> bool:
        """Whether it certainly is a tensor."""
        return self.kind == "tensor"

    @property
    def may_be_tensor(self) -> bool:
        """Whether it is a tensor or what Keras passes to `call`."""
        return self.kind in ("tensor", "input")

    def named(self, name: str) -> Fact:
        """The same value, now that it is bound to `name`: an input may be called a mask."""
        return replace(self, mask=True) if self.kind == "input" and is_mask_name(name) else self

    def as_tensor(self) -> Fact:
        """The same value, now that it is known to be a tensor."""
        return replace(self, kind="tensor", item=None, items=None)


def is_mask_name(name: str) -> bool:
    """Whether a tensor of that name marks positions."""
    return any(part in name.lower() for part in ("mask", "padding"))


_NAMES = tuple(each.name for each in fields(Fact) if each.init)
UNKNOWN = Fact()
PYTHON = Fact("python")
TENSOR = Fact("tensor")


# The arguments of a call: each with its keyword, `"*"` or `"**"` where it is starred.
Given = Sequence[tuple[str | None, Fact]]


def join(facts: Iterable[Fact]) -> Fact:
    """What holds of a value that is one of these; unknown for none."""
    found = list(facts)
    return reduce(_join, found) if found else UNKNOWN


def _join(first: Fact, second: Fact) -> Fact:
    if first is second or first == second:
        return first
    same = {
        name: getattr(first, name)
        for name in _NAMES
        if getattr(first, name) == getattr(second, name)
    }
    kinds = {first.kind, second.kind}
    if kinds == {"tensor", "input"}:
        same["kind"] = "input"
    same["generations"] = first.generations & second.generations
    same["trained"] = first.trained or second.trained
    if first.item is not None and second.item is not None:
        same["item"] = _join(first.item, second.item)
    if first.dtype == second.dtype:
        same["origin"] = first.origin or second.origin
    return Fact(**same)


@dataclass(frozen=True, slots=True)
class EnteredFunction:
    """A function that `call` runs, `call` itself (of depth 1) included.

    `converted` tells whether AutoGraph rewrites it: it is a `tf.function`, or one runs it. `facts`
    are those of the class whose `call` runs it.
    """

    node: cst.FunctionDef | cst.Lambda
    module: Module
    method: Method | None
    depth: int
    converted: bool = False
    facts: Facts | None = field(default=None, compare=False, repr=False)


class Facts:
    """The facts of one class, by expression; for code that `call` does not reach there are none."""

    def __init__(self) -> None:
        self._facts: dict[cst.CSTNode, Fact] = {}
        self.returned: Fact = UNKNOWN
        self._told = False
        # Functions in which the code itself asks whether it runs eagerly, or tries and catches.
        self.careful: set[cst.CSTNode] = set()
        # Functions that ask whether a static size is None.
        self.size_tested: set[cst.CSTNode | None] = set()
        self.entered: dict[cst.CSTNode, EnteredFunction] = {}
        self._never_taken: dict[cst.CSTNode, tuple[cst.CSTNode, ...]] = {}

    def never_taken(self, function: cst.FunctionDef | cst.Lambda) -> tuple[cst.CSTNode, ...]:
        """The branches of a function whose test is asked, and of which nothing is evaluated.

        Only when the run is over: until then a branch may still be taken.
        """
        if function not in self._never_taken:
            self._never_taken[function] = tuple(
                branch
                for node in walk_same_function(function.body, cst.If)
                if self._evaluates(node.test)
                for branch in (node.body, node.orelse)
                if branch is not None and not self._evaluates(branch)
            )
        return self._never_taken[function]

    def _evaluates(self, code: cst.CSTNode) -> bool:
        """Whether `call` evaluates any of some code, in any of the calls that were followed."""
        return any(node in self._facts for node in walk(code))

    def of(self, node: cst.CSTNode) -> Fact:
        """What is known of the value of an expression, in every call that leads there."""
        return self._facts.get(node, UNKNOWN)

    def record(self, node: cst.CSTNode, fact: Fact) -> None:
        """Note `fact` for the expression, joined with what earlier calls gave it."""
        known = self._facts.get(node)
        self._facts[node] = fact if known is None else _join(known, fact)

    def give_back(self, fact: Fact) -> None:
        """Note what `call` returns, in one world."""
        self.returned = fact if self._told is False else _join(self.returned, fact)
        self._told = True

    def forget(self) -> None:
        """Claim nothing: not all ways that lead to the expressions were followed."""
        self._facts.clear()
        self.entered.clear()
        self._told, self.returned = True, UNKNOWN
