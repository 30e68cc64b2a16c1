"""What a run will check: one project per configuration, and for each file the rules that apply."""

from __future__ import annotations

import re

from layerlint import catalogue
from layerlint.project.generations import is_keras_itself
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.reach import Reach
from layerlint.project.screen import may_hold_layer
from layerlint.state.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from layerlint.catalogue import Rule
    from layerlint.config.settings import Settings
    from layerlint.engine.checking import Checker
    from layerlint.engine.content import Examined
    from layerlint.engine.found import Found
    from layerlint.files.discovery import File


class Group:
    """The files that one configuration governs: together they are one project."""

    __slots__ = (
        "_checker",
        "_contents",
        "_reach",
        "_screen",
        "files",
        "hierarchy",
        "index",
        "settings",
    )

    def __init__(
        self, settings: Settings, files: Sequence[File], contents: Snapshot, *, screen: bool
    ) -> None:
        self.settings = settings
        self.files = files
        self._contents = contents
        self._screen = screen
        self._checker: Checker | None = None
        self.index = ProjectIndex.build(
            [file.path for file in files], src=settings.texts("src"), read=contents.read
        )
        self.hierarchy = Hierarchy(
            self.index,
            settings.texts("layer-bases"),
            settings.text("target-keras"),
            screen=screen,
        )
        self._reach = Reach(self.index, self.hierarchy.sketches)

    def holds_layer(self, file: File, data: bytes) -> bool:
        """Whether the file defines a layer or a model."""
        return (not self._screen or may_hold_layer(data)) and bool(self.hierarchy.layers(file.path))

    def may_report(self, file: File, data: bytes) -> Iterator[Rule]:
        """The rules that may find something in a file, as far as that is seen without a tree."""
        holds_layer = self.holds_layer(file, data)
        is_keras = is_keras_itself(self.index.locator.module_name(file.absolute)[0])
        for rule in rules_for(file):
            if is_keras and rule.family == "migration" and rule.scope == "module":
                continue
            if (
                holds_layer
                if rule.scope == "layer"
                else self._passes(rule, file, data, holds_layer)
            ):
                yield rule

    def _passes(self, rule: Rule, file: File, data: bytes, holds_layer: bool) -> bool:
        """Whether a file passes the screens of a rule about modules."""
        return (
            _matches(rule.screen, data)
            and (holds_layer or _matches(rule.screen_outside_layers, data))
            and (rule.reaches is None or self._reach.spells(file.path, rule.reaches))
        )

    def check(self, file: File, rules: Sequence[Rule]) -> list[Found]:
        """What the rules report in the file."""
        if self._checker is None:
            from layerlint.engine.checking import Checker

            self._checker = Checker(
                self.index, self.hierarchy, self._contents, self.settings.values
            )
        return self._checker.check(file, rules)


class Plan:
    """Checks any file of a run by its path; can be sent to another process."""

    __slots__ = ("_files", "_groups", "contents", "screen")

    def __init__(self, files: Sequence[File], contents: Snapshot, *, screen: bool) -> None:
        self.contents = contents
        self.screen = screen
        self._files = {file.path: file for file in files}
        self._groups: dict[int, Group] = {}

    def __getstate__(self) -> tuple[object, ...]:
        return (list(self._files.values()), self.contents, self.screen)

    def __setstate__(self, state: tuple[Sequence[File], Snapshot, bool]) -> None:
        files, contents, screen = state
        self.__init__(files, contents, screen=screen)  # type: ignore[misc]

    def candidates(self, examined: Iterable[Examined]) -> list[Examined]:
        """The files that have to be parsed; without screening, all that can be."""
        readable = [item for item in examined if item.problem is None]
        return [item for item in readable if not self.screen or self._has_work(item)]

    def check(self, path: str) -> list[Found]:
        """What the enabled rules report in the file of that path."""
        file = self._files[path]
        group = self._group(file.settings)
        if not self.screen:
            return group.check(file, rules_for(file))
        return group.check(file, list(group.may_report(file, self.contents.read(path))))

    def _has_work(self, item: Examined) -> bool:
        return any(True for _ in self._group(item.file.settings).may_report(item.file, item.data))

    def _group(self, settings: Settings) -> Group:
        group = self._groups.get(id(settings))
        if group is None:
            files = [file for file in self._files.values() if file.settings is settings]
            group = Group(settings, files, self.contents, screen=self.screen)
            self._groups[id(settings)] = group
        return group


def rules_for(file: File) -> list[Rule]:
    """The enabled rules that look at code, in the order of their codes."""
    enabled = file.settings.enabled_for(file.absolute)
    return [
        rule
        for rule in catalogue.rules()
        if rule.code in enabled and rule.scope in ("layer", "module")
    ]


def _matches(screen: str | None, data: bytes) -> bool:
    return screen is None or re.search(screen.encode(), data) is not None
