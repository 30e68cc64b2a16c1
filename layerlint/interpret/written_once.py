"""State that is written once: behind a flag that the same call sets, or that chooses the value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layerlint.interpret.effects import AttributeWrite, Effect, StateUpdate
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, self_attribute
from layerlint.syntax.walk import walk, walk_kinds


def initialises_once(effect: StateUpdate, effects: Sequence[Effect]) -> bool:
    """A test asks for a flag that the same branch sets: `if not self.initialized: ...`.

    Or the flag chooses what is written: `self.shift.assign(where(self.initialized, ...))`.
    """
    flags = {*asked(effect), *_choosing(effect)}
    if not flags:
        return False
    for other in effects:
        if not isinstance(other, (StateUpdate, AttributeWrite)) or other.attribute not in flags:
            continue
        if _sets_flag(other) or (_asks_for_zero(effect, other) and _written(other) == 1):
            return True
    return False


def asked(effect: StateUpdate) -> Iterator[str]:
    """The attributes of the layer that the tests on the way ask for."""
    for guard in effect.guards:
        yield from _attributes(guard.test)


def _choosing(effect: StateUpdate) -> Iterator[str]:
    """The attributes that choose between the weight as it is and another value."""
    for node in walk_kinds(effect.value, cst.Call) if effect.value is not None else ():
        match node:
            case cst.Call(
                func=cst.Attribute(attr=cst.Name("where")) | cst.Name("where"),
                args=[condition, *values],
            ) if any(self_attribute(each.value) == effect.attribute for each in values):
                yield from _attributes(condition.value)
    function = effect.module.function(effect.node)
    if function is None or not isinstance(effect.value, cst.Name):
        return
    # `if self.initialized: shift = self.shift` `else: shift = ...`, and `shift` is written.
    for choice in walk_kinds(function, cst.If):
        if any(
            effect.value.value in names(target.target)
            and effect.attribute in set(_attributes(assignment.value))
            for assignment in walk_kinds(choice, cst.Assign)
            for target in assignment.targets
        ):
            yield from _attributes(choice.test)


def _attributes(node: cst.CSTNode) -> Iterator[str]:
    """The attributes of the layer that an expression names."""
    yield from (name for part in walk(node) if (name := self_attribute(part)) is not None)


def _sets_flag(effect: StateUpdate | AttributeWrite) -> bool:
    return isinstance(_written(effect), bool)


def _written(effect: StateUpdate | AttributeWrite) -> object:
    """The literal that is written, also as a tensor: `assign(tf.constant(True))`."""
    value = effect.value
    if isinstance(value, cst.Call) and value.args:
        value = value.args[0].value
    return literal(value)


def _asks_for_zero(effect: StateUpdate, flag: StateUpdate | AttributeWrite) -> bool:
    """Whether a test on the way is `self.done == 0`, of what is written elsewhere as a number."""
    return any(
        isinstance(comparison.comparisons[0].operator, cst.Equal)
        and literal(comparison.comparisons[0].comparator) == 0
        and self_attribute(comparison.left) == flag.attribute
        for guard in effect.guards
        for comparison in walk_kinds(guard.test, cst.Comparison)
    ) and not (isinstance(flag, StateUpdate) and flag.operation not in ("assign", "update"))


def names(node: cst.CSTNode) -> set[str]:
    return {part.value for part in walk_kinds(node, cst.Name)}
