"""What a run will check: one project per configuration, and for each file the rules that apply."""

from __future__ import annotations

import re

from layerlint import catalogue
from layerlint.engine.content import Contents
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.screen import may_hold_layer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layerlint.catalogue import Rule
    from layerlint.config.settings import Settings
    from layerlint.engine.checking import Checker
    from layerlint.engine.content import Examined
    from layerlint.engine.found import Found
    from layerlint.files.discovery import File


class Group:
    """The files that one configuration governs: together they are one project."""

    __slots__ = ("_checker", "_contents", "_screen", "files", "hierarchy", "index", "settings")

    def __init__(
        self, settings: Settings, files: Sequence[File], contents: Contents, *, screen: bool
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

    def holds_layer(self, file: File, data: bytes) -> bool:
        """Whether the file defines a layer or a model."""
        return (not self._screen or may_hold_layer(data)) and bool(self.hierarchy.layers(file.path))

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

    def __init__(self, files: Sequence[File], contents: Contents, *, screen: bool) -> None:
        self.contents = contents
        self.screen = screen
        self._files = {file.path: file for file in files}
        self._groups: dict[int, Group] = {}

    def __getstate__(self) -> tuple[object, ...]:
        return (list(self._files.values()), self.contents, self.screen)

    def __setstate__(self, state: tuple[Sequence[File], Contents, bool]) -> None:
        files, contents, screen = state
        self.__init__(files, contents, screen=screen)  # type: ignore[misc]

    def candidates(self, examined: Iterable[Examined]) -> list[Examined]:
        """The files that have to be parsed; without screening, all that can be."""
        readable = [item for item in examined if item.problem is None]
        if not self.screen:
            return readable
        return [item for item in readable if self._has_work(item)]

    def check(self, path: str) -> list[Found]:
        """What the enabled rules report in the file of that path."""
        file = self._files[path]
        rules = rules_for(file)
        if self.screen:
            data = self.contents.read(path)
            rules = [rule for rule in rules if _may_report(rule, data)]
        return self._group(file.settings).check(file, rules)

    def _has_work(self, item: Examined) -> bool:
        file, rules = item.file, rules_for(item.file)
        if any(rule.scope == "module" and _may_report(rule, item.data) for rule in rules):
            return True
        return any(rule.scope == "layer" for rule in rules) and self._group(
            file.settings
        ).holds_layer(file, item.data)

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


def _may_report(rule: Rule, data: bytes) -> bool:
    """Whether the rule's own screen lets it look at the file; rules about layers have none."""
    return rule.screen is None or re.search(rule.screen.encode(), data) is not None
