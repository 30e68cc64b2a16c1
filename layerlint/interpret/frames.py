"""Frames of interpreted functions, and the things that can be called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.interpret.joining import join
from layerlint.interpret.values import Value, revised
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.paths import Snapshot
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

Environment = dict[str, Value]


@dataclass(slots=True, eq=False)
class Frame:
    """One running function: its locals, what it returned so far, the scope it was written in."""

    module: Module
    node: cst.FunctionDef | cst.Lambda | None
    method: Method | None
    lexical: Frame | None = None
    names: Environment = field(default_factory=dict)
    returned: list[Value] = field(default_factory=list)
    # What was known at each `return`.
    left: list[Snapshot] = field(default_factory=list)
    # Whether a test that depends on the flag stood in the way of one.
    left_in_doubt: bool = False
    # What the running loops leave through: names at each `break` and `continue`.
    breaks: list[list[Snapshot]] = field(default_factory=list)
    continues: list[list[Snapshot]] = field(default_factory=list)
    # What a generator has yielded.
    yielded: list[Value] = field(default_factory=list)
    # Whether who asks it for elements may have enough after the first.
    left_early: bool = False
    # Whether it may yield less or more than that.
    doubtful_yields: bool = False
    # What a `nonlocal` statement says belongs to an enclosing function.
    borrowed: set[str] = field(default_factory=set)
    # What a `global` statement says belongs to the module.
    globals: set[str] = field(default_factory=set)
    # Whether the flag decided where the function returned.
    steered: bool = False
    # Whether the flag decided which elements the comprehension that runs is made of.
    sifted: bool = False
    # What a walrus in a comprehension binds outside of it.
    walrus: set[str] = field(default_factory=set)

    @property
    def self_name(self) -> str:
        """What the enclosing method calls the layer, `""` outside methods."""
        return self.method.self_name if self.method is not None else ""

    @property
    def owner(self) -> LayerClass | None:
        """The class in which the running method is written."""
        return self.method.owner if self.method is not None else None

    def lookup(self, name: str) -> Value | None:
        """The value of a local name here or in a lexically enclosing function."""
        owner = self.owner_of(name)
        return None if owner is None else owner.names[name]

    def owner_of(self, name: str) -> Frame | None:
        """The frame, this one or a lexically enclosing one, that has the local `name`."""
        frame: Frame | None = self
        while frame is not None:
            if name in frame.names and name not in frame.borrowed:
                return frame
            frame = frame.lexical
        return None

    def bind(self, name: str, value: Value, certain: bool = False) -> None:
        """Give a local name its value.

        One of an enclosing function may have it from now on, and has where that is `certain`.
        """
        owner = self.owner_of(name) if name in self.borrowed else self
        if name in self.globals:
            return
        if owner is not None and owner is not self:
            before = owner.names[name]
            doubtful = before.derived or value.derived
            joined = revised(join([before, value]), derived=doubtful)
            owner.names[name] = value if certain else joined
        else:
            self.names[name] = value


def root_frame(method: Method, names: Environment) -> Frame:
    """The frame of `call` itself."""
    return Frame(method.module, method.node, method, names=names)


def frame_before(method: Method) -> Frame:
    """The frame of what ran before `call` (`__init__`, `build`): nothing is known of its locals."""
    return root_frame(method, {method.self_name: Value(path=())})


@dataclass(frozen=True, slots=True)
class Callee:
    """A function value.

    A method bound to the layer, a local function or lambda, a function of the project, or one of
    these with arguments already given.
    """

    node: cst.FunctionDef | cst.Lambda | None
    module: Module
    method: Method | None = None
    lexical: Frame | None = None
    bound_to_layer: bool = False
    given: tuple[Argument, ...] = ()
    # What the defaults were when a local function was defined.
    defaults: Environment = field(default_factory=dict)
    custom_gradient: bool = False
    # The state whose method `operation` this is: `self.mean.assign` as a value.
    state: tuple[str, ...] | None = None
    operation: str = ""

    def __hash__(self) -> int:
        return hash(self.node)


@dataclass(frozen=True, slots=True)
class Argument:
    """An evaluated argument; `keyword` is `"*"` or `"**"` for a starred one."""

    value: Value
    keyword: str | None = None
    node: cst.BaseExpression | None = None
