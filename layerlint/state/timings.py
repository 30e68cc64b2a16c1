"""Where the time of a run goes: by stage, by rule and by shared question, for `--timings`."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import ParamSpec, TypeVar

    Given = ParamSpec("Given")
    Value = TypeVar("Value")

# Questions below this share of the dearest one are left out.
_LEAST = 0.01


class Timings:
    """Seconds by stage, by rule and by question.

    A question whose answer is kept for all who ask (`layer.forward`, the facts of a module) is
    counted for itself, not for the rule that happens to ask first: what is counted for a rule is
    what a run without it would save.
    """

    __slots__ = ("_marked", "_running", "questions", "rules", "stages")

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self.rules: dict[str, float] = {}
        self.questions: dict[str, float] = {}
        # What is being timed, outermost first: when it began, and what others took of it.
        self._running: list[list[float]] = []
        self._marked = time.perf_counter()

    def stage(self, name: str) -> None:
        """Count the time since the last stage ended for the one that ends now."""
        now = time.perf_counter()
        self.stages[name] = self.stages.get(name, 0.0) + now - self._marked
        self._marked = now

    def begin(self) -> None:
        """Something begins that `end` will count."""
        self._running.append([time.perf_counter(), 0.0])

    def end(self, counted: dict[str, float], name: str) -> None:
        """Count what began last for a name in `rules` or `questions`, less what it asked."""
        began, others = self._running.pop()
        elapsed = time.perf_counter() - began
        counted[name] = counted.get(name, 0.0) + elapsed - others
        if self._running:
            self._running[-1][1] += elapsed

    def text(self, names: Mapping[str, str]) -> str:
        """The stages in their order, the rules and the questions, the dearest first.

        `names` is those of the rules by code.
        """
        lines = [_line(seconds, name) for name, seconds in self.stages.items()]
        lines += [
            _line(spent, f"{code} {names.get(code, '')}") for code, spent in _sorted(self.rules)
        ]
        questions = _sorted(self.questions)
        least = _LEAST * questions[0][1] if questions else 0.0
        lines += [
            _line(spent, f"asked by rules: {each}") for each, spent in questions if spent > least
        ]
        return "\n".join(lines)


def _line(seconds: float, name: str) -> str:
    return f"{seconds:9.3f} s  {name}"


def _sorted(counted: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(counted.items(), key=lambda item: -item[1])


# What is timed in this process; nothing, as a rule.
current: Timings | None = None


def answer(
    compute: Callable[Given, Value], *arguments: Given.args, **keywords: Given.kwargs
) -> Value:
    """What `compute` returns, which is kept for all who ask: its time is its own."""
    timed = current
    if timed is None:
        return compute(*arguments, **keywords)
    timed.begin()
    try:
        return compute(*arguments, **keywords)
    finally:
        # A `functools.partial` has no name of its own.
        asked = getattr(compute, "func", compute)
        room = asked.__module__.removeprefix("layerlint.")
        timed.end(timed.questions, f"{room}.{asked.__qualname__.partition('.<')[0]}")
