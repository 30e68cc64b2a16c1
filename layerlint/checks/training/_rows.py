"""Which values have a row for each sample, and which of them are set beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from layerlint.facts.data import KEEP_ORDER, KEEP_ROWS, ORDERLESS
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, parts_bound
from layerlint.syntax.walk import walk_same_function

Sources = frozenset[cst.CSTNode]
_NONE: Sources = frozenset()
_DEPTH = 40
_KEEPS = KEEP_ROWS | KEEP_ORDER
_NO_ROWS = frozenset({"shape", "size", "dtype", "ndim"})


class Rows:
    """Where the rows of values in a piece of code are from: `seeds` by expression, or by name."""

    def __init__(
        self,
        code: cst.CSTNode,
        expressions: Mapping[cst.CSTNode, cst.CSTNode],
        names: Mapping[str, Sources],
    ) -> None:
        self._code = code
        self._seeds = expressions
        self._names = dict(names)
        self._known: dict[cst.CSTNode, Sources] = {}
        for _ in range(3):
            self._known.clear()
            for target, value in self._given():
                self._names[target] = self._names.get(target, _NONE) | value
        self._known.clear()

    def meetings(self) -> Iterator[Sources]:
        """The sources of what is compared, subtracted, returned or given to a function together."""
        for node in walk_same_function(
            self._code, cst.Call, cst.Comparison, cst.BinaryOperation, cst.Return
        ):
            match node:
                case cst.Call(func=function, args=args):
                    if called_name(function) not in ORDERLESS:
                        yield self._union(each.value for each in args)
                case cst.Return(value=cst.Tuple() | cst.Dict() as value):
                    yield self.of(value)
                case cst.Comparison() | cst.BinaryOperation():
                    yield self.of(node)

    def _given(self) -> Iterator[tuple[str, Sources]]:
        """The names that are given something, or have something put into them."""
        for node in walk_same_function(self._code, cst.Assign, cst.AugAssign, cst.Call):
            match node:
                case cst.Assign(targets=targets, value=value):
                    for target in targets:
                        for part, own in parts_bound(target.target, value):
                            if isinstance(part, cst.Name) and own is not None:
                                yield part.value, self.of(own)
                case cst.AugAssign(target=cst.Name(value=name), value=value):
                    yield name, self.of(value)
                case cst.Call(
                    func=cst.Attribute(
                        value=cst.Name(value=name), attr=cst.Name("append" | "extend")
                    ),
                    args=[given],
                ):
                    yield name, self.of(given.value)

    def of(self, node: cst.BaseExpression, depth: int = _DEPTH) -> Sources:
        """Where the rows of an expression are from."""
        if node not in self._known:
            self._known[node] = self._anew(node, depth - 1) if depth else _NONE
        return self._known[node]

    def _union(self, nodes: Iterable[cst.BaseExpression], depth: int = _DEPTH) -> Sources:
        return _NONE.union(*(self.of(each, depth) for each in nodes))

    def _anew(self, node: cst.BaseExpression, depth: int) -> Sources:
        if node in self._seeds:
            return frozenset((self._seeds[node],))
        match node:
            case cst.Name(value=name):
                return self._names.get(name, _NONE)
            case cst.Subscript(value=inner) | cst.UnaryOperation(expression=inner):
                return self.of(inner, depth)
            case cst.Attribute(value=inner, attr=cst.Name(value=name)):
                return _NONE if name in _NO_ROWS else self.of(inner, depth)
            case cst.Call(func=function, args=args) if called_name(function) in _KEEPS:
                owner = [function.value] if isinstance(function, cst.Attribute) else []
                return self._union([*owner, *(each.value for each in args)], depth)
            case cst.Comparison(left=left, comparisons=others):
                return self._union([left, *(each.comparator for each in others)], depth)
            case cst.BinaryOperation(left=left, right=right):
                return self._union([left, right], depth)
            case cst.Tuple(elements=parts) | cst.List(elements=parts) | cst.Dict(elements=parts):
                return self._union([each.value for each in parts], depth)
            case cst.ListComp(for_in=loop) | cst.GeneratorExp(for_in=loop):
                return self.of(loop.iter, depth)
        return _NONE
