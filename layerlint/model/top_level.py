"""What the top level of a file gives its names, without parsing more of it than that takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from layerlint.syntax import cst
from layerlint.syntax.walk import around, children, walk_kinds

if TYPE_CHECKING:
    from typing import Protocol

    class Parsed(Protocol):
        """A tree, or what tells on the way who asks for a part of it."""

        def defining(self, name: str) -> Iterator[cst.Module]: ...


NodeT = TypeVar("NodeT", cst.FunctionDef, cst.ClassDef)


class Definitions(Mapping[str, NodeT], Generic[NodeT]):
    """Functions or classes by name, the last of each; one is parsed when it is asked for.

    `asked` hears of each name that is looked for, and of None where they are gone through.
    """

    def __init__(
        self,
        tree: Parsed,
        names: Iterable[str],
        kind: type[NodeT],
        asked: Callable[[str | None], None] = lambda name: None,
    ) -> None:
        self._tree = tree
        self._asked = asked
        self._names = dict.fromkeys(names)
        self._kind: type[NodeT] = kind

    def __getitem__(self, name: str) -> NodeT:
        if name not in self:
            raise KeyError(name)
        found = [
            node
            for node in _defining(self._tree, name)
            if isinstance(node, self._kind) and node.name.value == name
        ]
        return found[-1]

    def __contains__(self, name: object) -> bool:
        self._asked(str(name))
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        self._asked(None)
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def values_given(tree: Parsed, name: str) -> Iterator[cst.BaseExpression]:
    """What plain assignments of the top level give a name."""
    for node in _defining(tree, name):
        match node:
            case cst.Assign(targets=targets, value=value):
                for each in targets:
                    if isinstance(each.target, cst.Name) and each.target.value == name:
                        yield value
            case cst.AnnAssign(target=cst.Name(value=target), value=value):
                if target == name and value is not None:
                    yield value


def classes_within(tree: Parsed, name: str) -> dict[str, list[cst.ClassDef]]:
    """By qualified name, the classes of the top level called `name` and all within them.

    Also those within the functions of that name. Several of a qualified name in source order.
    """
    found: dict[str, list[cst.ClassDef]] = {}
    names: dict[cst.CSTNode, str] = {}
    for part in tree.defining(name):
        nodes: Iterator[cst.ClassDef | cst.FunctionDef]
        nodes = walk_kinds(part, cst.ClassDef, cst.FunctionDef)
        for node in nodes:
            outer = next((names[up] for up in around(node) if up in names), "")
            qualname = f"{outer}{node.name.value}"
            if isinstance(node, cst.ClassDef):
                found.setdefault(qualname, []).append(node)
                names[node] = f"{qualname}."
            else:
                names[node] = f"{qualname}.<locals>."
    return found


def _defining(tree: Parsed, name: str) -> Iterator[cst.CSTNode]:
    """The nodes of the top level where it may define a name.

    Without what is in functions, classes and expressions.
    """
    for part in tree.defining(name):
        stack: list[cst.CSTNode] = [part]
        while stack:
            node = stack.pop()
            yield node
            if not isinstance(node, (cst.FunctionDef, cst.ClassDef, cst.BaseExpression)):
                stack.extend(reversed(children(node)))
