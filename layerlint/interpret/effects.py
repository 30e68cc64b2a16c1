"""What `call()` can do, and in which worlds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import libcst as cst

from layerlint.interpret.worlds import INFER, TRAIN, UNSET, Worlds

if TYPE_CHECKING:
    from layerlint.interpret.trace import Step
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.sublayers import Sublayer
    from layerlint.model.weights import Weight

EffectKind = Literal[
    "state-update",
    "random",
    "sublayer-call",
    "super-call",
    "attribute-write",
    "flag-overwrite",
    "call",
]


@dataclass(frozen=True, slots=True)
class Guard:
    """A test on the way whose outcome is unknown, and the branch taken.

    `opaque`: the test depends on the flag in a way that could not be followed.
    """

    test: cst.CSTNode
    module: Module
    taken: bool
    opaque: bool


@dataclass(slots=True, eq=False)
class Effect:
    """Something that `call()` does, with the worlds in which it can.

    `worlds` is where it can run, `opaque` the part of that where a test or a value on the way
    depends on the flag in a way that could not be followed: nothing may be claimed there.

    By kind: a *state-update* has `target` (dotted path below `self`), `operation`, `value`,
    `weight`, `by_design` (strong evidence that the state is meant to change in inference: report
    nothing), `design_hint` (weak evidence: report, fix only unsafely), `reads` (what the written
    value was computed from) and `statement` (the write is a statement of its own); a *random*
    draw has `function` and `seed`; a *sublayer-call* has `target`, `sublayer`, `bypass`
    (`self.x.call(...)`) and `training` (the argument's expression); an *attribute-write* has
    `target`, `operation` (`=`, `+=`, `append`, `[]=`), `value` and `reads`; a *flag-overwrite*
    has `value`; every other *call* has `function`, the canonical name where it resolves,
    `self.add_loss` for a method that Keras gives.
    """

    kind: EffectKind
    node: cst.CSTNode
    module: Module
    method: Method | None
    trace: tuple[Step, ...]
    order: int
    worlds: Worlds = Worlds.NONE
    opaque: Worlds = Worlds.NONE
    guards: tuple[Guard, ...] = ()
    target: str = ""
    operation: str = ""
    value: cst.BaseExpression | None = None
    weight: Weight | None = None
    by_design: str | None = None
    design_hint: str | None = None
    reads: frozenset[str] = frozenset()
    statement: bool = False
    function: str | None = None
    seed: cst.BaseExpression | None = None
    sublayer: Sublayer | None = None
    bypass: bool = False
    training: cst.BaseExpression | None = None

    def certain(self, world: Worlds) -> bool:
        """Whether it can run in `world`, and no opaque test stands in the way."""
        return bool(self.worlds & world) and not self.opaque & world

    @property
    def in_training(self) -> bool:
        """Whether it can run in TRAIN, for all that is known."""
        return bool(self.worlds & TRAIN)

    @property
    def in_inference(self) -> bool:
        """Whether it certainly can run in INFER."""
        return self.certain(INFER)

    @property
    def when_unset(self) -> bool:
        """Whether it certainly can run in UNSET."""
        return self.certain(UNSET)

    @property
    def attribute(self) -> str:
        """The attribute of `self` at the root of `target`."""
        return self.target.partition(".")[0].partition("[")[0]


@dataclass(frozen=True, slots=True)
class ReachedFunction:
    """A function that `call()` reaches, `call` itself included, and the worlds in which it does."""

    module: Module
    node: cst.FunctionDef | cst.Lambda
    method: Method | None
    worlds: Worlds


@dataclass(slots=True)
class Forward:
    """The three-worlds result for one class.

    `tainted`: recursion, depth or size made the interpreter give up somewhere; what it did not
    reach is unknown, not absent. `cut`: it was the bounds on depth and size.
    `steps`: what the interpretation took, in statements and expressions.
    """

    effects: tuple[Effect, ...] = ()
    functions: tuple[ReachedFunction, ...] = ()
    tainted: bool = False
    cut: bool = False
    steps: int = 0
    _by_kind: dict[str, list[Effect]] = field(default_factory=dict)

    def of(self, kind: EffectKind) -> list[Effect]:
        """The effects of one kind, in the order in which `call()` meets them."""
        if not self._by_kind:
            for effect in self.effects:
                self._by_kind.setdefault(effect.kind, []).append(effect)
        return self._by_kind.get(kind, [])
