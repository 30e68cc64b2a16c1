"""Writes to state of the layer."""

from __future__ import annotations

from collections.abc import Sequence

from layerlint.facts.state_functions import ADDITIVE_WRITES
from layerlint.interpret.effects import StateUpdate
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.paths import Path, dotted_path
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, DRAW, OBJECT, Value, unknown_from
from layerlint.syntax import cst


def update_state(
    node: cst.CSTNode,
    path: Path,
    operation: str,
    given: Sequence[Argument],
    frame: Frame,
    run: Run,
    statement: bool,
) -> Value:
    """`self.<path>.<operation>(value)`: an effect, unless it writes back what is there."""
    value = given[0].value if given else Value()
    if path[0].startswith(OBJECT):
        run.attributes.pop(path, None)
        return ANYTHING
    run.risk(foreign=False)
    if _changes_nothing(value, path, operation, given, run):
        return Value(path=path, same=(path, run.version(path)))
    update = StateUpdate(
        node,
        frame.module,
        frame.method,
        dotted_path(path),
        operation,
        given[0].node if given else None,
        statement,
    )
    effect = run.emit(update, opaque=value.derived and not value.known)
    written = unknown_from(*(argument.value for argument in given))
    run.sink(written)
    effect.reads |= written.reads | ({DRAW} if written.draws else set())
    if effect.weight is None and path:
        effect.weight = run.layer.weights.get(path[0])
    if value.same is not None and value.same[0] == path and operation == "assign":
        _restored(path, run)
    run.attributes.pop(path, None)
    run.written(path)
    return Value(path=path, same=(path, run.version(path)), draws=value.draws)


def _changes_nothing(
    value: Value, path: Path, operation: str, given: Sequence[Argument], run: Run
) -> bool:
    """`w.assign(w)`, `w.assign_add(0)`, a moving average with momentum 1."""
    if operation in ADDITIVE_WRITES:
        return value.known and isinstance(value.const, (bool, int, float)) and value.const == 0
    if operation == "moving_average_update":
        factor = given[1].value if len(given) > 1 else Value()
        return factor.known and factor.const in (1, 1.0)
    return operation == "assign" and value.same == (path, run.version(path))


def _restored(path: Path, run: Run) -> None:
    """An earlier value is put back: what was written in between does not outlive the call.

    But for what is written where it is not put back, as the tests on the way there tell.
    """
    target = dotted_path(path)
    for effect in run.record.effects.values():
        if not isinstance(effect, StateUpdate) or effect.target != target:
            continue
        if all(guard in effect.guards for guard in run.guards):
            effect.by_design = "restored"
