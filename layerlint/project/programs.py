"""What the programs of an application need of Keras: all that its modules are run by."""

from __future__ import annotations

import os
from functools import partial

from layerlint.project.importers import importers
from layerlint.state.memo import Node, rests_on
from layerlint.state.recorders import Memo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from layerlint.project.applications import Applications
    from layerlint.project.headers import Importing
    from layerlint.project.index import ProjectIndex


# What a file has that does something when it is run: a model is trained, or it says so itself.
_RUN = {"__main__": "", ".fit(": r"(?m:^)[^#\n]*?\.fit\(", "GradientTape": ""}


class Programs:
    """Tells whether all that imports a module of an application needs Keras 2, and remembers.

    `own` is why importing a module needs Keras 2 whoever does so, None where nothing in it does.
    """

    def __init__(
        self,
        index: ProjectIndex,
        applications: Applications,
        own: Callable[[Importing], str | None],
    ) -> None:
        self._index = index
        self._applications = applications
        self._own = own
        self._known: dict[str, str | None] = {}
        self._nodes: dict[str, Node] = {}
        self._run: Memo[str, bool] = Memo()

    def need_keras2(self, module: Importing) -> str | None:
        """Return why whoever imports the module needs Keras 2; None where somebody may not."""
        node = self._nodes.setdefault(module.path, Node())
        rests_on(node)
        if module.path not in self._known:
            self._known[module.path] = None  # for who comes here again
            with node:
                self._known[module.path] = self._need(module)
        return self._known[module.path]

    def _need(self, module: Importing) -> str | None:
        if not self._applications.hold(os.path.dirname(os.path.abspath(module.path))):
            return None
        needed = None
        for path in importers(self._index, module.path):
            user = self._index.importing(path)
            is_run = self._run.of(path, partial(self._is_run, path))
            reason = self._own(user) if is_run else None
            if reason is not None:
                reason = f"{reason}, and `{user.name}` imports `{module.name}`"
            else:
                reason = self.need_keras2(user)
            if reason is None:
                return None
            needed = needed or reason
        return needed

    def _is_run(self, path: str) -> bool:
        """Tell whether a file is a program, or one imports it, directly or not."""
        seen, pending = {path}, [path]
        programs = {
            found
            for word, pattern in _RUN.items()
            for found in self._index.mentioning(word, pattern)
        }
        while pending and programs.isdisjoint(seen):
            users = set(importers(self._index, pending.pop())) - seen
            seen |= users
            pending += users
        return not programs.isdisjoint(seen)
