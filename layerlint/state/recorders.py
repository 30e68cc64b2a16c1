"""Memoised computations that record what they read: see `memo`."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from layerlint.state.memo import Node, rests_on
from layerlint.state.timings import answer

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memo(Generic[Key, Value]):
    """Values computed once by their keys, each with a node of its own."""

    __slots__ = ("_known", "_nodes")

    def __init__(self) -> None:
        self._known: dict[Key, Value] = {}
        self._nodes: dict[Key, Node] = {}

    def of(self, key: Key, compute: Callable[[], Value]) -> Value:
        """The value of a key, which `compute` gives when it is first asked for."""
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = Node()
        rests_on(node)
        if key not in self._known:
            with node:
                self._known[key] = answer(compute)
        return self._known[key]

    def clear(self) -> None:
        """Forget every value."""
        self._known.clear()
        self._nodes.clear()


class recorded_property(Generic[Value]):
    """A `cached_property` whose computation is recorded into the `node_of_reads` of its object.

    Whoever got hold of the object rests on that node already.
    """

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute = compute
        self.name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, instance: Any, owner: object = None) -> Value:
        with instance.node_of_reads:
            value = instance.__dict__[self.name] = answer(self.compute, instance)
        return value
