"""What a text parses to: its nodes, in order and with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import cast
from weakref import finalize

import libcst as cst

from layerlint.syntax.order import Order, keep_order, places
from layerlint.syntax.outline import Stretch, cut
from layerlint.syntax.parse import parse, unvalidated
from layerlint.syntax.positions import Positions, Span, text_of
from layerlint.syntax.walk import around


class Part:
    """Some statements of the top level, parsed when they are first asked for."""

    def __init__(self, text: str, *, is_first: bool) -> None:
        self.text = text
        self.is_first = is_first
        self.texts: dict[cst.CSTNode, str] = {}
        self._start = 0

    def move(self, start: int) -> None:
        """Hear where the text begins in that of the file."""
        self._start = start
        if "order" in vars(self):
            self.order.start = start

    @cached_property
    def order(self) -> Order:
        """Its nodes in order. Raises `libcst.ParserSyntaxError`."""
        root = parse(self.text)
        return keep_order(root if self.is_first else _with_comments(root), self, self._start)

    @property
    def root(self) -> cst.Module:
        """Its statements. Raises `libcst.ParserSyntaxError`."""
        return cast("cst.Module", self.order.nodes[0])

    @cached_property
    def positions(self) -> Positions:
        """Where its nodes stand in its text."""
        return Positions(self.root)


class Tree:
    """A parsed text. It knows of nothing else, so that it serves as long as the text is the same.

    It is parsed part by part, as the stretches of its outline say, or as a whole without one. Parts
    of the tree of an earlier text that are in this one too are taken over; the earlier one must not
    be used any more.
    """

    def __init__(
        self, text: str, stretches: Sequence[Stretch] = (), before: Tree | None = None
    ) -> None:
        known: dict[tuple[str, bool], list[Part]] = {}
        for part in before.parts if before is not None else ():
            known.setdefault((part.text, part.is_first), []).append(part)
        self._stretches = stretches
        self._at: dict[int, Part] = {}
        self._size = len(text)
        start = 0
        for each in cut(text, stretches):
            same = known.get((each, start == 0))
            part = same.pop() if same else Part(each, is_first=start == 0)
            part.move(start)
            self._at[start] = part
            start += len(each)

    @property
    def parts(self) -> list[Part]:
        """What the text is made of, in order."""
        return list(self._at.values())

    @cached_property
    def root(self) -> cst.Module:
        """The whole. Raises `libcst.ParserSyntaxError`."""
        try:
            orders = [part.order for part in self.parts]
        except cst.ParserSyntaxError:
            # In the whole, the error has the number of its line.
            self._at = {0: Part("".join(part.text for part in self.parts), is_first=True)}
            orders = [part.order for part in self.parts]
        first, last = self.parts[0].root, self.parts[-1].root
        if len(orders) == 1:
            return first
        indented = next(
            (part for part in self.parts if cst.IndentedBlock in part.order.kinds), None
        )
        with unvalidated():
            root = cst.Module(
                body=[statement for part in self.parts for statement in part.root.body],
                header=first.header,
                footer=last.footer,
                default_indent=(indented or self.parts[0]).root.default_indent,
                default_newline=first.default_newline,
                has_trailing_newline=last.has_trailing_newline,
            )
        places[root] = Order.joined(root, orders), 0
        finalize(self, places.pop, root, None).atexit = False
        return root

    @property
    def parsed(self) -> int:
        """How much of the text is parsed, in characters."""
        return sum(len(part.text) for part in self._at.values() if "order" in vars(part))

    def defining(self, name: str) -> Iterator[cst.Module]:
        """Parsed on the way: the parts in which the top level may give `name` something."""
        for part in self._defining.get(name, ()):
            yield part.root

    @cached_property
    def _defining(self) -> dict[str, list[Part]]:
        """The parts by the names that their stretches may define."""
        found: dict[str, list[Part]] = {}
        for part, stretch in zip(self.parts, self._stretches, strict=False):
            for name in stretch.names:
                found.setdefault(name, []).append(part)
        return found

    def span(self, node: cst.CSTNode) -> Span:
        """Where a node stands in the text. Raises `KeyError` for one of another tree."""
        place = places.get(node)
        if place is None:
            # Comments and punctuation are in no order.
            starts = list(self._at)
        elif place[0].start is None:
            return Span(0, self._size)
        else:
            starts = [place[0].start]
        for start in starts:
            positions = self._at[start].positions
            if positions.knows(node):
                span = positions.span(node)
                return Span(span.start + start, span.end + start)
        raise KeyError(node)

    def text_of(self, expression: cst.BaseExpression) -> str:
        """The text of an expression without its parentheses, by writing out nothing else."""
        part = self._at[places[expression][0].start or 0]
        found = part.texts.get(expression)
        if found is None:
            found = text_of(expression, list(around(expression)), part.root)
            part.texts[expression] = found
        return found


def _with_comments(root: cst.Module) -> cst.Module:
    """A part in which what stands above the first statement belongs to it, as in the whole."""
    first, *others = root.body
    lines = [*root.header, *getattr(first, "leading_lines", ())]
    with unvalidated():
        first = first.with_changes(leading_lines=lines)
        return root.with_changes(header=(), body=[first, *others])
