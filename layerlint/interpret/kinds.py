"""Classes as values, and what they and `operator` make that is no object of `call`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.frames import Argument, Frame
    from layerlint.interpret.values import Value
    from layerlint.model.module import Module


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClassRef:
    """A class of the project: its statement, and where names in it are looked up."""

    node: cst.ClassDef
    module: Module
    scope: Frame | None = None
    bases: tuple[ClassRef, ...] = ()
    foreign: tuple[str, ...] = ()
    meta: ClassRef | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ClassRef):
            return NotImplemented
        return self.node is other.node and self.scope is other.scope

    def __hash__(self) -> int:
        return hash(self.node)

    def __repr__(self) -> str:
        return f"<class {self.node.name.value}>"

    @property
    def line(self) -> tuple[ClassRef, ...]:
        """The class and its bases, nearest first."""
        return (self, *(inner for base in self.bases for inner in base.line))


@dataclass(frozen=True, slots=True, repr=False)
class Member:
    """A member of an enumeration."""

    owner: str
    name: str
    value: object = field(compare=False)
    made: ClassRef = field(compare=False)

    def __repr__(self) -> str:
        return f"{self.owner}.{self.name}"


@dataclass(frozen=True, slots=True, eq=False)
class TupleClass:
    """What `collections.namedtuple` makes."""

    fields: tuple[str, ...]
    defaults: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Getter:
    """What `operator.itemgetter`, `attrgetter` and `methodcaller` make."""

    kind: str
    given: tuple[Argument, ...]
