"""What `call()` can do, and in which worlds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from layerlint.interpret.tensors.fact import Facts
from layerlint.interpret.worlds import INFER, TRAIN, UNSET, Worlds
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.trace import Step
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.sublayers import Sublayer
    from layerlint.model.weights import Weight

E = TypeVar("E", bound="Effect")


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
    """

    node: cst.CSTNode
    module: Module
    method: Method | None
    trace: tuple[Step, ...] = field(default=(), kw_only=True)
    order: int = field(default=0, kw_only=True)
    worlds: Worlds = field(default=Worlds.NONE, kw_only=True)
    opaque: Worlds = field(default=Worlds.NONE, kw_only=True)
    guards: tuple[Guard, ...] = field(default=(), kw_only=True)

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


@dataclass(slots=True, eq=False)
class AttributeEffect(Effect):
    """What happens to an attribute of the layer; `target` is the dotted path below `self`."""

    target: str

    @property
    def attribute(self) -> str:
        """The attribute of `self` at the root of `target`."""
        return self.target.partition(".")[0].partition("[")[0]


@dataclass(slots=True, eq=False)
class StateUpdate(AttributeEffect):
    """A write to a variable that outlives the call.

    `reads` is what the written value was computed from; `statement`: the write is a statement of
    its own. `by_design` is strong evidence that the state is meant to change in inference (report
    nothing), `design_hint` weak evidence (report, fix only unsafely).
    """

    operation: str
    value: cst.BaseExpression | None
    statement: bool
    weight: Weight | None = None
    reads: frozenset[str] = frozenset()
    by_design: str | None = None
    design_hint: str | None = None


@dataclass(slots=True, eq=False)
class AttributeWrite(AttributeEffect):
    """A Python attribute is bound or changed; `operation` is `=`, `+=`, `append`, `[]=`, ..."""

    operation: str
    value: cst.BaseExpression | None
    reads: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class SublayerCall(AttributeEffect):
    """A layer that the layer holds is called.

    `bypass`: as `self.x.call(...)`; `training` is the argument's expression, and `pinned` the
    worlds in which that is True, by whatever way, though nothing asked for the flag.
    """

    node: cst.Call
    bypass: bool
    training: cst.BaseExpression | None
    sublayer: Sublayer | None = None
    pinned: Worlds = Worlds.NONE


@dataclass(slots=True, eq=False)
class SuperCall(Effect):
    """A method of a base of Keras is called; `training` and `pinned` as for a sublayer."""

    node: cst.Call
    function: str
    training: cst.BaseExpression | None
    pinned: Worlds = Worlds.NONE


@dataclass(slots=True, eq=False)
class RandomDraw(Effect):
    """Random numbers; `function` is the canonical name of what draws them."""

    node: cst.Call
    function: str
    seed: cst.BaseExpression | None


@dataclass(slots=True, eq=False)
class FunctionCall(Effect):
    """Every other call: `function` is the canonical name where it resolves, `self.add_loss` for a
    method that Keras gives."""

    node: cst.Call
    function: str | None


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
    facts: Facts = field(default_factory=Facts)
    tainted: bool = False
    cut: bool = False
    steps: int = 0

    def of(self, kind: type[E]) -> list[E]:
        """The effects of one kind, in the order in which `call()` meets them."""
        return [effect for effect in self.effects if isinstance(effect, kind)]
