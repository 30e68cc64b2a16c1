"""Methods of what the layer holds: writes, draws of generators, calls of sublayers."""

from __future__ import annotations

from layerlint.facts.generators import random_generator
from layerlint.facts.python import METHODS_THAT_CHANGE
from layerlint.facts.state_functions import WRITES
from layerlint.interpret.effects import AttributeWrite, RandomDraw, SublayerCall
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.paths import Path, dotted_path
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, Value, revised, unknown_from
from layerlint.interpret.worlds import Worlds
from layerlint.interpret.writes import update_state
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword


def on_state(
    node: cst.Call,
    verb: str,
    path: Path,
    given: list[Argument],
    frame: Frame,
    run: Run,
    statement: bool,
) -> Value | None:
    """A method of something that the layer holds."""
    if verb in WRITES:
        return update_state(node, path, verb, given[WRITES[verb] :], frame, run, statement)
    if verb == "apply_gradients":
        return update_state(node, path, verb, given, frame, run, statement)
    if verb in ("call", "__call__"):
        return sublayer_call(node, path, given, frame, run, bypass=verb == "call")
    if verb in ("read_value", "value", "identity"):
        return Value(same=(path, run.version(path)))
    if verb in ("items", "values") and not given:
        inside = Value(path=(*path, "[*]"), reads=frozenset(path[:1]))
        return Value(
            element=Value(items=(ANYTHING, inside), kind=tuple) if verb == "items" else inside
        )
    if verb in METHODS_THAT_CHANGE and len(path) == 1:
        for argument in given:
            run.sink(argument.value)
        value = given[-1].node if given else None
        effect = run.emit(
            AttributeWrite(node, frame.module, frame.method, dotted_path(path), verb, value)
        )
        effect.reads |= unknown_from(*(argument.value for argument in given)).reads
        return ANYTHING
    drawn = _generator_draw(node, verb, path, given, frame, run)
    if drawn is not None:
        return drawn
    return None


def _generator_draw(
    node: cst.Call, verb: str, path: Path, given: list[Argument], frame: Frame, run: Run
) -> Value | None:
    """`self.rng.normal(...)` where `self.rng` is a generator object."""
    attribute = run.layer.attributes.get(path[0])
    if attribute is None or len(path) != 1:
        return None
    for bound in attribute.bindings:
        if bound.method is None or not isinstance(bound.value, cst.Call):
            continue
        maker = bound.method.module.resolve(bound.value.func)
        kind = random_generator(maker)
        if kind is not None and verb in kind.draws:
            return draw(node, f"{kind.name}.{verb}", None, given, frame, run)
    return None


def draw(
    node: cst.Call,
    name: str,
    seed: cst.BaseExpression | None,
    given: list[Argument],
    frame: Frame,
    run: Run,
) -> Value:
    effect = run.emit(RandomDraw(node, frame.module, frame.method, name, seed))
    run.draws.add(effect)
    inner = unknown_from(*(argument.value for argument in given))
    # Its numbers are in the result; whether the result is used decides if anybody notices.
    return revised(inner, draws=inner.draws | {effect}, derived=False)


def sublayer_call(
    node: cst.Call, path: Path, given: list[Argument], frame: Frame, run: Run, *, bypass: bool
) -> Value:
    """A layer (or something else that can be called) that the layer holds."""
    training = keyword(node, "training")
    target = path if not bypass else path[: len(path) - (path[-1] == "call")]
    effect = run.emit(
        SublayerCall(
            node,
            frame.module,
            frame.method,
            dotted_path(target),
            bypass,
            training,
            pinned=pinned(given, run),
        )
    )
    if effect.sublayer is None:
        effect.sublayer = run.layer.sublayers.get(path[0])
    result = unknown_from(*(argument.value for argument in given))
    return revised(result, derived=False)


def pinned(given: list[Argument], run: Run) -> Worlds:
    """The world that is run, where a call is told `training=True` and no flag was asked for it."""
    told = next((each.value for each in given if each.keyword == "training"), ANYTHING)
    return run.world if not told.derived and told.const is True else Worlds.NONE
