"""One interpretation of `call()` in one world: the state that its steps share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from layerlint.interpret.bounds import DEPTH, NAMES_A_STEP, RECURSION, GaveUp, steps_of_class
from layerlint.interpret.effects import (
    AttributeEffect,
    E,
    Effect,
    Guard,
    RandomDraw,
    SublayerCall,
    SuperCall,
)
from layerlint.interpret.frames import Frame
from layerlint.interpret.paths import Attempt, Path, Raised, Snapshot, join_environments
from layerlint.interpret.record import Record
from layerlint.interpret.repeated_calls import Emitted, Remembered
from layerlint.interpret.tensors.careful import asks_for_mode
from layerlint.interpret.tensors.fact import UNKNOWN, EnteredFunction, Fact
from layerlint.interpret.trace import Step
from layerlint.interpret.values import ANYTHING, Value, revised
from layerlint.interpret.within import Aside, Guarded, Inside, Traced
from layerlint.interpret.worlds import Worlds
from layerlint.model.decorators import tf_function
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.kinds import ClassRef
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# Among attributes of the layer: names of modules, objects that code makes, their dictionaries.
MODULE = "<module>"
DICT = "__dict__"


class Asked:
    """Which world it is, and what was asked of it; where nothing was, all are the same.

    `phase`: something asked which it is, whatever the flag is in there; `exactly`: something asked
    more of the flag than whether it is true.
    """

    __slots__ = ("_world", "exactly", "matters", "phase")

    def __init__(self, world: Worlds) -> None:
        self._world = world
        self.matters = self.phase = self.exactly = False

    def world(self) -> Worlds:
        """The world, for something that depends on which it is."""
        self.matters = self.phase = True
        return self._world

    def flag(self, *, exactly: bool) -> None:
        """Note that something depends on the flag."""
        self.matters = True
        self.exactly |= exactly


class Run:
    """The state of one interpretation: where it is, what it knows, what it has seen."""

    def __init__(
        self,
        layer: LayerClass,
        world: Worlds,
        record: Record,
        watched: dict[cst.CSTNode, list[Value]] | None = None,
    ) -> None:
        self.watched = watched
        self.layer = layer
        self.world = world
        self.asked = Asked(world)
        self.record = record
        self.guards: list[Guard] = []
        self.trace: list[Step] = []
        self.running: list[cst.CSTNode | None] = []
        self.attributes: dict[Path, Value] = {}
        self.versions: dict[Path, int] = {}
        self.sunk: set[RandomDraw] = set()
        self.draws: set[RandomDraw] = set()
        self.frames: list[Frame] = []
        # Those that functions and classes were written in.
        self.scopes: list[Frame] = []
        # How many tests of unknown outcome there were when the running functions were entered.
        self.entries: list[int] = []
        # Names that denote nothing of the project, each with the file that spells it so.
        self.foreign: set[tuple[str, str]] = set()
        self.classes: dict[tuple[str, str], ClassRef | None] = {}
        self.kinds: dict[str, ClassRef] = {}
        self.decorations: dict[cst.CSTNode, Value] = {}
        # By the name of an attribute of the layer, or the expression that was evaluated once.
        self.initial: dict[str | cst.CSTNode, Value | None] = {}
        # What a constructor was told by that of the class below it.
        self.told: dict[Method, dict[str, Value]] = {}
        # What objects hold that were made before `call`, whatever path asks first.
        self.lasting: dict[Path, Value] = {}
        self.attempts: list[Attempt] = []
        self.abstract: list[cst.CSTNode] = []
        self.handling: list[tuple[tuple[str | None, Value], ...]] = []
        # Above zero while code runs that is no part of `call`: its effects are not recorded.
        self.muted = 0
        # Above zero while code runs that Keras does not trace.
        self.untraced = 0
        self.latest: dict[cst.CSTNode, Fact] = {}
        self.made_before: dict[str, Fact] = {}
        self.graphs: set[cst.CSTNode | None] = set()
        self.calls: dict[cst.CSTNode, list[Remembered]] = {}
        self.emitted: list[Emitted] = []
        # The containers that were changed, by their identity.
        self.changed: list[int] = []
        self.steps = 0
        self._identities = 0
        self._most = steps_of_class(layer.module.crowd)

    def step(self) -> None:
        """Count one evaluated node; raises `GaveUp` when there were too many."""
        self.steps += 1
        if self.steps > self._most:
            raise GaveUp

    def watch(self, node: cst.CSTNode, value: Value) -> None:
        """Put the value down if somebody asks for that of `node`."""
        if self.watched is not None and node in self.watched:
            self.watched[node].append(value)

    # What is known of tensors

    def fact(self, node: cst.CSTNode) -> Fact:
        """What was known of the expression as a tensor when it was evaluated last."""
        return self.latest.get(node, UNKNOWN)

    def note_fact(self, node: cst.CSTNode, fact: Fact) -> None:
        """Put down what is known of the expression as a tensor."""
        self.latest[node] = fact
        if not self.muted and not self.untraced:
            self.record.facts.record(node, fact)

    def note_size_tested(self, frame: Frame) -> None:
        """The running function asks whether a static size is None."""
        if not self.muted and not self.untraced:
            self.record.facts.size_tested.add(frame.node)

    def traced(self, traced: bool) -> Traced:
        """Within: code that is part of what Keras traces, or is not."""
        return Traced(self, traced)

    def close(self) -> None:
        """Take apart what refers to itself: a function in the frame that it was written in.

        It would last as long as the process, with the trees that it is about.
        """
        for frame in self.scopes:
            frame.names, frame.returned, frame.yielded, frame.left = {}, [], [], []

    def new_identity(self) -> int:
        """The identity of a container or an object that is made now."""
        self._identities += 1
        return self._identities

    # Exceptions

    def risk(self, *, foreign: bool = True) -> None:
        """Something runs that may raise nobody knows what."""
        if self.attempts:
            self.attempts[-1].risky = True
            self.attempts[-1].foreign |= foreign

    def note_raised(self, kind: str | None, value: Value = ANYTHING) -> None:
        """An exception leaves here: the innermost `try` may catch it."""
        if self.attempts:
            attempt = self.attempts[-1]
            opaque = any(guard.opaque for guard in self.guards[attempt.guards :])
            attempt.raised.append(Raised(kind, value, self.snapshot(attempt.frame), opaque))

    # Paths through the code

    def snapshot(self, frame: Frame) -> Snapshot:
        """What is known now."""
        return Snapshot(dict(frame.names), dict(self.attributes), dict(self.versions))

    def restore(self, frame: Frame, snapshot: Snapshot) -> None:
        """Go back to what was known then."""
        frame.names = dict(snapshot.names)
        self.attributes = dict(snapshot.attributes)
        self.versions = dict(snapshot.versions)

    def meet(self, frame: Frame, *paths: Snapshot, opaque: bool = False) -> None:
        """Continue with what holds on all `paths`; `opaque`: the flag had a hand in the choice."""
        frame.names = join_environments([path.names for path in paths], opaque)
        self.come_back(paths, opaque)

    def come_back(self, paths: Sequence[Snapshot], opaque: bool) -> None:
        """As `meet`, but for the names of the function that ran, of which nobody asks any more."""
        self.steps += (len(paths[0].names) + len(paths[0].attributes)) // NAMES_A_STEP
        self.attributes = join_environments([path.attributes for path in paths], opaque)
        self.versions = {
            key: max(path.versions.get(key, 0) for path in paths)
            for path in paths
            for key in path.versions
        }

    def note_return(self, frame: Frame) -> None:
        """The function ends here, on this path."""
        frame.left.append(self.snapshot(frame))
        frame.left_in_doubt |= any(guard.opaque for guard in self.guards[self.entries[-1] :])

    def guarded(self, test: cst.CSTNode, frame: Frame, taken: bool, opaque: bool) -> Guarded:
        """Within: the branch taken of a test whose outcome is unknown."""
        return Guarded(self.guards, Guard(test, frame.module, taken, opaque))

    def comes_surely_from(self, caller: Frame) -> bool:
        """Whether no test of unknown outcome stands between a function that waits and here."""
        if caller not in self.frames:
            return not self.guards
        called = self.frames.index(caller) + 1
        return called < len(self.frames) and self.entries[called] == len(self.guards)

    @property
    def opaque(self) -> bool:
        """Whether a test on the way here depends on the flag in a way not followed."""
        return any(guard.opaque for guard in self.guards)

    # State of the layer

    def version(self, path: Path) -> int:
        """How often the state at `path` was written on this path."""
        return self.versions.get(path, 0)

    def written(self, path: Path) -> None:
        """The state at `path` has a new value now."""
        self.versions[path] = self.versions.get(path, 0) + 1

    def state(self, path: Path) -> Value:
        """The value of the layer's attribute (or part of one) at `path`."""
        known = self.attributes.get(path)
        if known is not None:
            if known.path is not None:
                return known
            return revised(known, path=path, same=known.same or (path, self.version(path)))
        reads = frozenset(path[:1])
        return Value(path=path, same=(path, self.version(path)), reads=reads)

    # Effects

    def emit(self, effect: E, *, opaque: bool = False) -> E:
        """Record that the effect can happen here, in this world; the one that is recorded."""
        if self.muted:
            return effect
        self.emitted.append(Emitted(effect, opaque, tuple(self.trace), tuple(self.guards)))
        kind = type(effect)
        # By the mode, one statement may write one weight or another.
        target = effect.target if isinstance(effect, AttributeEffect) else ""
        key = (kind, effect.node, tuple(step.node for step in self.trace), target)
        known = self.record.effects.get(key)
        if isinstance(known, kind):
            if isinstance(known, SublayerCall | SuperCall):
                assert isinstance(effect, SublayerCall | SuperCall)
                known.pinned |= effect.pinned
            effect = known
        else:
            effect.trace, effect.order = tuple(self.trace), len(self.record.effects)
            self.record.effects[key] = effect
        first = not effect.worlds & self.world
        effect.worlds |= self.world
        if not (opaque or self.opaque):
            effect.opaque &= ~self.world
        elif first:
            effect.opaque |= self.world
        if self.world is not Worlds.TRAIN or not effect.guards:
            effect.guards = tuple(self.guards)
        return effect

    def withdraw(self, effect: Effect) -> None:
        """The effect turned out not to show in this world."""
        effect.worlds &= ~self.world
        effect.opaque &= ~self.world

    def _may_enter(self, key: cst.CSTNode | None) -> bool:
        """Whether a function may be entered (again): recursion is followed that is decided."""
        earlier = [place for place, running in enumerate(self.running) if running is key]
        if not earlier:
            return True
        return len(earlier) < RECURSION and self.entries[earlier[-1]] == len(self.guards)

    def aside(self) -> Aside:
        """Within: code that ran before `call`, of which only the values matter."""
        return Aside(self)

    def sink(self, value: Value) -> None:
        """The draws in `value` reach something that outlives the expression."""
        self.sunk |= value.draws

    # Functions

    def inside(self, frame: Frame, step: Step | None) -> Inside:
        """Within: the frame's function runs. Gives False when it must not be entered again."""
        return Inside(self, frame, step)

    def enter(self, frame: Frame, step: Step | None) -> bool:
        """Begin with the frame's function, unless it must not be entered again."""
        key = frame.node
        deep = len(self.running) >= DEPTH
        if deep or not self._may_enter(key):
            self.record.tainted |= not self.muted
            self.record.cut |= deep and not self.muted
            return False
        if not self.muted:
            known = self.record.functions.get(key)
            worlds = known[1] if known else Worlds.NONE
            self.record.functions[key] = (frame, worlds | self.world)
            if not self.untraced:
                self._note_entered(frame)
        self.running.append(key)
        self.entries.append(len(self.guards))
        self.frames.append(frame)
        if step is not None:
            self.trace.append(step)
        return True

    def _note_entered(self, frame: Frame) -> None:
        """Put down that `call` runs the function, and whether that is in a graph."""
        node, facts = frame.node, self.record.facts
        assert node is not None
        if isinstance(node, cst.FunctionDef) and tf_function(node, frame.module):
            self.graphs.add(node)  # AutoGraph goes on to what it runs
        depth = len(self.running) + 1
        converted = bool(self.graphs)
        entered = EnteredFunction(node, frame.module, frame.method, depth, converted, facts)
        facts.entered.setdefault(node, entered)
        if frame.module.facts(node, asks_for_mode):
            facts.careful.add(node)

    def leave(self, step: Step | None) -> None:
        """End with the function that was entered last."""
        if step is not None:
            self.trace.pop()
        self.graphs.discard(self.running.pop())
        self.frames.pop()
        del self.guards[self.entries.pop() :]
