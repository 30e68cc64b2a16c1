"""Where an interpretation is: in a branch, in a function, in code that is no part of `call`.

Entered for every call and every branch, which `contextmanager` makes several times as dear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layerlint.interpret.effects import Guard
    from layerlint.interpret.frames import Frame
    from layerlint.interpret.run import Run
    from layerlint.interpret.trace import Step


class Guarded:
    """The branch taken of a test."""

    __slots__ = ("depth", "guard", "guards")

    def __init__(self, guards: list[Guard], guard: Guard) -> None:
        self.guards = guards
        self.guard = guard

    def __enter__(self) -> None:
        self.depth = len(self.guards)
        self.guards.append(self.guard)

    def __exit__(self, *raised: object) -> None:
        del self.guards[self.depth :]


class Aside:
    """Code that is no part of `call`."""

    __slots__ = ("attempts", "run")

    def __init__(self, run: Run) -> None:
        self.run = run

    def __enter__(self) -> None:
        self.run.muted += 1
        self.attempts, self.run.attempts = self.run.attempts, []

    def __exit__(self, *raised: object) -> None:
        self.run.muted -= 1
        self.run.attempts = self.attempts


class Traced:
    """Code of which the facts hold in what Keras traces, or which is not traced at all."""

    __slots__ = ("run", "traced")

    def __init__(self, run: Run, traced: bool) -> None:
        self.run = run
        self.traced = traced

    def __enter__(self) -> None:
        self.run.untraced += not self.traced

    def __exit__(self, *raised: object) -> None:
        self.run.untraced -= not self.traced


class Inside:
    """A function that runs; gives whether it was entered."""

    __slots__ = ("entered", "frame", "run", "step")

    def __init__(self, run: Run, frame: Frame, step: Step | None) -> None:
        self.run = run
        self.frame = frame
        self.step = step

    def __enter__(self) -> bool:
        self.entered = self.run.enter(self.frame, self.step)
        return self.entered

    def __exit__(self, *raised: object) -> None:
        if self.entered:
            self.run.leave(self.step)
