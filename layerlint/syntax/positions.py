"""Where nodes stand in the text, computed by generating the code once.

libcst's own position provider needs its metadata wrapper, which costs several times the parse;
this one records character offsets while the tree writes itself out, and only runs for files with
findings. The text of an expression needs no more than the expression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import libcst as cst
from libcst._nodes.internal import CodegenState


class Span(NamedTuple):
    """Character offsets into the module's text, end exclusive."""

    start: int
    end: int


class Positions:
    """The spans of the nodes of one tree, without surrounding whitespace and parentheses.

    Whitespace itself, which is most of a tree, has none.
    """

    def __init__(self, tree: cst.Module) -> None:
        state = _OffsetState(tree.default_indent, tree.default_newline)
        tree._codegen(state)
        self._spans = state.spans

    def knows(self, node: cst.CSTNode) -> bool:
        """Whether `node` belongs to the tree and has a place of its own."""
        return node in self._spans

    def span(self, node: cst.CSTNode) -> Span:
        """The span of `node`, which must belong to the tree."""
        return Span(*self._spans[node])


def text_of(expression: cst.BaseExpression, around: Sequence[cst.CSTNode], tree: cst.Module) -> str:
    """The text of one expression without its parentheses, by writing out nothing else.

    `around`: the nodes that it stands in, innermost first.
    """
    state = _TextState(tree.default_indent, tree.default_newline)
    state.wanted = expression
    for node in reversed(around):
        if type(node) is cst.IndentedBlock:
            state.increase_indent(tree.default_indent if node.indent is None else node.indent)
    expression._codegen(state)
    return state.text


class _TextState(CodegenState):
    """Keeps the text of one node."""

    wanted: cst.CSTNode
    text = ""

    @contextmanager
    def record_syntactic_position(
        self,
        node: cst.CSTNode,
        *,
        start_node: cst.CSTNode | None = None,
        end_node: cst.CSTNode | None = None,
    ) -> Iterator[None]:
        start = len(self.tokens)
        yield
        if node is self.wanted:
            self.text = "".join(self.tokens[start:])


_WHITESPACE = frozenset(
    {
        cst.EmptyLine,
        cst.Newline,
        cst.ParenthesizedWhitespace,
        cst.SimpleWhitespace,
        cst.TrailingWhitespace,
    }
)


class _OffsetState(CodegenState):
    """Writes nothing and counts characters."""

    def __init__(self, default_indent: str, default_newline: str) -> None:
        super().__init__(default_indent, default_newline)
        self.offset = 0
        self.spans: dict[cst.CSTNode, tuple[int, int]] = {}
        self.syntactic: set[cst.CSTNode] = set()
        self.starts: list[int] = []
        self.indent_width = 0
        self.last = 0

    def increase_indent(self, value: str) -> None:
        self.indent_tokens.append(value)
        self.indent_width += len(value)

    def decrease_indent(self) -> None:
        self.indent_width -= len(self.indent_tokens.pop())

    def add_indent_tokens(self) -> None:
        self.offset += self.indent_width

    def add_token(self, value: str) -> None:
        self.offset += len(value)

    def pop_trailing_newline(self) -> None:
        pass

    def before_codegen(self, node: cst.CSTNode) -> None:
        self.starts.append(self.offset)

    def after_codegen(self, node: cst.CSTNode) -> None:
        start = self.starts.pop()
        if type(node) not in _WHITESPACE and node not in self.syntactic:
            self.spans[node] = (start, self.offset)

    def record_syntactic_position(  # type: ignore[override]
        self,
        node: cst.CSTNode,
        *,
        start_node: cst.CSTNode | None = None,
        end_node: cst.CSTNode | None = None,
    ) -> _Recording:
        return _Recording(self, node, start_node, end_node)


class _Recording:
    __slots__ = ("end_node", "node", "start", "start_node", "state")

    def __init__(
        self,
        state: _OffsetState,
        node: cst.CSTNode,
        start_node: cst.CSTNode | None,
        end_node: cst.CSTNode | None,
    ) -> None:
        self.state, self.node = state, node
        self.start_node, self.end_node = start_node, end_node

    def __enter__(self) -> None:
        self.start = self.state.offset

    def __exit__(self, kind: type[BaseException] | None, *exc: object) -> None:
        if kind is not None:
            # Of nodes that were not written out, there is no place to keep.
            return
        state = self.state
        start, end = self.start, state.offset
        if self.start_node is not None:
            start = state.spans[self.start_node][0]
        if self.end_node is not None:
            end = state.spans[self.end_node][1]
        state.spans[self.node] = (start, end)
        state.syntactic.add(self.node)
