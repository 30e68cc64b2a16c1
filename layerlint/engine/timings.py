"""Where the time of a run goes: by stage and by rule, for `--timings`."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class Timings:
    """Seconds by stage and by rule.

    What the first rule to ask for a fact pays for it is counted for that rule.
    """

    __slots__ = ("_marked", "rules", "stages")

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self.rules: dict[str, float] = {}
        self._marked = time.perf_counter()

    def stage(self, name: str) -> None:
        """Count the time since the last stage ended for the one that ends now."""
        now = time.perf_counter()
        self.stages[name] = self.stages.get(name, 0.0) + now - self._marked
        self._marked = now

    def rule(self, code: str, started: float) -> None:
        """Count the time since `started`, by `time.perf_counter`, for a rule."""
        self.rules[code] = self.rules.get(code, 0.0) + time.perf_counter() - started

    def text(self, names: Mapping[str, str]) -> str:
        """The stages in their order, then the rules, the dearest first; `names` is by code."""
        lines = [f"{seconds:9.3f} s  {name}" for name, seconds in self.stages.items()]
        dearest = sorted(self.rules.items(), key=lambda item: -item[1])
        lines += [f"{seconds:9.3f} s  {code} {names.get(code, '')}" for code, seconds in dearest]
        return "\n".join(lines)


# What is timed in this process; nothing, as a rule.
current: Timings | None = None
