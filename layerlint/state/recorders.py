"""Memoised computations that record what they read: see `memo`."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar

from layerlint.state.memo import Node, rests_on
from layerlint.state.timings import answer

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memo(Generic[Key, Value]):
    """Values computed once by their keys, each with a node of its own."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        # Without a node what rests on nothing: most of that is about nodes that who asks holds.
        self._known: dict[Key, tuple[Value, Node | None]] = {}

    def of(self, key: Key, compute: Callable[..., Value], *about: object) -> Value:
        """The value of a key, which `compute` gives when it is first asked for."""
        known = self._known.get(key)
        if known is not None:
            value, node = known
            if node is not None:
                rests_on(node)
            return value
        node = Node()
        try:
            with node:
                value = answer(compute, *about)
        finally:
            if not node.is_empty:
                rests_on(node)
        self._known[key] = value, None if node.is_empty else node
        return value

    def __contains__(self, key: Key) -> bool:
        return key in self._known

    def values(self) -> Iterable[Value]:
        """The values that are known."""
        return [value for value, _ in self._known.values()]

    def clear(self) -> None:
        """Forget every value."""
        self._known.clear()


class recorded_property(Generic[Value]):
    """A `cached_property` that is kept, with what it rests on, in the `known` of its object."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute = compute
        self.name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, instance: Any, owner: object = None) -> Value:
        known: Memo[Hashable, Value] = instance.known
        return known.of(self.name, self.compute, instance)
