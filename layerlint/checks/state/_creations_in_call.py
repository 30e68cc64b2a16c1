"""What the checks about things that `call` makes share: where they are made, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from layerlint.checks.state._set_up_methods import set_up_methods
from layerlint.interpret.effects import (
    AttributeWrite,
    Effect,
    FunctionCall,
    SublayerCall,
    SuperCall,
)
from layerlint.interpret.worlds import INFER, TRAIN
from layerlint.queries.traced_code import eager
from layerlint.queries.training_flag import ReportPlace, shown
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, self_attribute
from layerlint.syntax.walk import around, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

C = TypeVar("C", FunctionCall, SuperCall, SublayerCall)
BUILT = frozenset({"built", "_built"})
_BUILDERS = frozenset({"build", "__init__"})


@dataclass(frozen=True, slots=True)
class Creation(Generic[C]):
    """A call within `call()` that may make something, and where it is shown.

    `once`: a test asks whether it was made before.
    """

    effect: C
    place: ReportPlace
    once: bool

    @property
    def call(self) -> cst.Call:
        """The call that may make something."""
        return self.effect.node


MakingCall = Creation[FunctionCall] | Creation[SuperCall]


def made_in_call(
    layer: LayerClass, is_meant: Callable[[FunctionCall | SuperCall], bool] = lambda effect: True
) -> Iterator[MakingCall]:
    """The calls of functions and classes, and of the base, that `fit` or `predict` reaches.

    Whoever means few of them says which: what stands around each has to be asked.
    """
    made: list[MakingCall] = [
        *running(layer, filter(is_meant, layer.forward.of(FunctionCall))),
        *running(layer, filter(is_meant, layer.forward.of(SuperCall))),
    ]
    yield from sorted(made, key=lambda one: one.effect.order)


def running(layer: LayerClass, calls: Iterable[C]) -> Iterator[Creation[C]]:
    """The calls among `calls` that `fit` or `predict` reaches, each place once.

    What a `build` makes that `call` itself runs, and what is made only before the layer is built,
    is left out.
    """
    if eager(layer):
        return
    seen: set[cst.CSTNode] = set()
    for effect in calls:
        if not effect.worlds & (TRAIN | INFER):
            continue
        if effect.node in seen or _building(effect) or _in_init_scope(effect):
            continue
        asked = asked_attributes(effect)
        if asked & BUILT:
            continue
        place, once = shown(layer, effect), _once(layer, effect, asked)
        if once and effect.method is not None and effect.method.node in _run_before(layer):
            continue
        if place is not None:
            seen.add(effect.node)
            yield Creation(effect, place, once)


def asked_attributes(effect: Effect) -> set[str]:
    """The attributes of the layer that the tests on the way ask for: `self.x`, `hasattr(...)`."""
    return {name for guard in effect.guards for name in guard.module.facts(guard.test, _asked)}


def _run_before(layer: LayerClass) -> frozenset[cst.CSTNode]:
    """The methods that the constructor or `build` runs: what they make once is there in `call`."""
    return layer.facts(_builders)


def _builders(layer: LayerClass) -> frozenset[cst.CSTNode]:
    return frozenset(method.node for method in set_up_methods(layer))


def _once(layer: LayerClass, effect: Effect, asked: set[str]) -> bool:
    """Whether a test on the way asks for an attribute that `call` itself sets, or catches that it
    is not there."""
    if any(isinstance(guard.test, cst.ExceptHandler) for guard in effect.guards):
        return True
    if any(_asks_by_computed_name(guard.test) for guard in effect.guards):
        return True
    if _fills_what_is_missing(effect):
        return True
    return not asked.isdisjoint(layer.facts(_written))


def _fills_what_is_missing(effect: Effect) -> bool:
    """`if self.held is None: self.held = tf.Variable(...)`, of whatever object that is."""
    match effect.module.parent(effect.node):
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Attribute() as target)]):
            held = effect.module.source(target)
            tests = (each.test for each in around(effect.node, cst.If))
            return any(_asks_for_none_of(test, held, effect.module) for test in tests)
    return False


def _asks_for_none_of(test: cst.BaseExpression, held: str, module: Module) -> bool:
    match test:
        case cst.Comparison(
            left=left,
            comparisons=[cst.ComparisonTarget(operator=cst.Is(), comparator=cst.Name("None"))],
        ):
            return module.source(left) == held
    return False


def _written(layer: LayerClass) -> frozenset[str]:
    return frozenset(other.attribute for other in layer.forward.of(AttributeWrite))


def _asked(test: cst.CSTNode) -> frozenset[str]:
    return frozenset(_names_asked_for(test))


def _names_asked_for(test: cst.CSTNode) -> Iterator[str]:
    for node in walk_kinds(test, cst.Attribute, cst.Call):
        name = self_attribute(node)
        if name is not None:
            yield name
        match node:
            case cst.Call(func=cst.Name(value="hasattr" | "getattr"), args=[_, key, *_]):
                text = literal(key.value)
                if isinstance(text, str):
                    yield text


def _asks_by_computed_name(test: cst.CSTNode) -> bool:
    """`hasattr(self, key)`, where what is missing is then set under the same key."""
    for node in walk_kinds(test, cst.Call):
        match node:
            case cst.Call(func=cst.Name(value="hasattr" | "getattr"), args=[_, key, *_]):
                if not isinstance(literal(key.value), str):
                    return True
    return False


def _building(effect: Effect) -> bool:
    """Whether a `build` or a constructor makes it."""
    return any(step.text.rpartition(".")[2] in _BUILDERS for step in effect.trace)


def _in_init_scope(effect: Effect) -> bool:
    """Whether it is made below `with tf.init_scope():`, outside of the graph."""
    if not effect.module.says("init_scope"):
        return False
    calls = (item.item for block in around(effect.node, cst.With) for item in block.items)
    return any(
        isinstance(call, cst.Call) and effect.module.tf(call.func) == "init_scope" for call in calls
    )
