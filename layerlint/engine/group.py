"""One project of a run: the files that one configuration governs, and what is known of them."""

from __future__ import annotations

import os

from layerlint import catalogue
from layerlint.engine.preview import Preview
from layerlint.engine.read_values import Values, needed
from layerlint.project.bases import require_bases
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.needs import from_data
from layerlint.project.reach import Reach
from layerlint.project.saving import searched
from layerlint.project.unresolved import unresolved
from layerlint.state.answers import NOTHING, Answer, Layers
from layerlint.state.memo import Node, gathered
from layerlint.state.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from layerlint.catalogue import Rule
    from layerlint.config.settings import Settings
    from layerlint.engine.checking import Checker
    from layerlint.engine.detection import Detection
    from layerlint.files.discovery import File
    from layerlint.project.needs import Need
    from layerlint.state.answers import ClassName, Identified
    from layerlint.state.memo import Read


class Group:
    """The files that one configuration governs: together they are one project."""

    __slots__ = (
        "_checker",
        "_contents",
        "_deriving",
        "_lasting",
        "_told",
        "files",
        "hierarchy",
        "index",
        "key",
        "known_layers",
        "reach",
        "settings",
        "value",
    )

    def __init__(
        self,
        settings: Settings,
        files: Sequence[File],
        contents: Snapshot,
        *,
        screen: bool,
        lasting: bool,
    ) -> None:
        """Where it is not `lasting`, what answers rest on is not put down: nobody will ask."""
        self._lasting = lasting
        self.settings = settings
        self.key = settings.fingerprint
        self.files = files
        self._contents = contents
        self._checker: Checker | None = None
        self.index = ProjectIndex.build(
            [file.path for file in files],
            src=settings.texts("src"),
            environment=settings.optional("environment"),
            read=contents.code,
            remember=contents.remade,
            seen=contents.seen,
        )
        bases = settings.texts("layer-bases")
        if bases:
            require_bases(self.index, bases)
        self.hierarchy = Hierarchy(
            self.index,
            bases,
            settings.text("target-keras"),
            screen=screen,
        )
        self.reach = Reach(self.index, self.hierarchy.ties)
        self._told: set[Read] = set()
        # The value of a read in this revision.
        self.value = Values(self.index, self.hierarchy, contents, self.subclasses).of
        self.known_layers: dict[str, Layers] = {}
        self._deriving: dict[ClassName, list[ClassName]] | None = None

    def ground(self) -> list[Read]:
        """What has a say in where modules lie: which files there are, and what lies where."""
        locator = self.index.locator
        return [
            ("files", "", ""),
            *(("layout", path, asked) for path, asked in locator.asked()),
            *(("namespace", directory, package) for directory, package in locator.namespaces),
            *(("content", path, "") for path in sorted(locator.consulted)),
        ]

    def consulted(self, used: Iterable[Read]) -> set[str]:
        """The files beside those that reads are about on which a remembered outcome rests."""
        found: set[str] = set()
        for question, path, detail in used:
            if question == "saves":
                found.update(searched(self.index, detail))
            elif question == "namespace":
                found.update(self.index.locator.sample(os.path.join(path, detail)))
        return found

    def analysed(self, file: File, answer: Answer, node: Node) -> Analysis:
        """An answer with what it rests on: the reads that its node recorded."""
        if not self._lasting:
            return Analysis(file.absolute, answer, {}, {})
        answer.reads = needed(gathered(node))
        values = {read: self.value(read) for read in answer.reads - self._told}
        self._told |= answer.reads
        return Analysis(file.absolute, answer, values, self.index.lookups.news())

    def layers(self, path: str) -> Layers:
        """The layers of a file of the project, by its absolute path."""
        found = self.known_layers.get(path)
        if found is None:
            with Node() as node:
                headers = self.hierarchy.layers(path)
            classes = [
                (
                    header.qualname,
                    tuple((os.path.abspath(base.path), base.qualname) for base in header.mro[1:]),
                )
                for header in headers
            ]
            used = needed(gathered(node)) if self._lasting else NOTHING
            found = self.known_layers[path] = Layers(classes, used)
        return found

    def subclasses(self, name: ClassName) -> tuple[ClassName, ...]:
        """The layers of the project that derive from a class, in the order of the files."""
        if self._deriving is None:
            self._deriving = {}
            for path in self.index.paths:
                for qualname, bases in self.layers(path).classes:
                    for base in bases:
                        self._deriving.setdefault(base, []).append((path, qualname))
        return tuple(self._deriving.get(name, ()))

    def heirs(self, paths: Iterable[str]) -> set[str]:
        """The files with layers that derive from those of some files, by absolute paths.

        What is wrong in a base class may be seen in what derives from it.
        """
        return {
            heir
            for path in self.index.paths.keys() & set(paths)
            for qualname, _ in self.layers(path).classes
            for heir, _ in self.subclasses((path, qualname))
        }

    def tell(self, read: Read, value: object, naming: tuple[str, bool, bool]) -> None:
        """Take over what an earlier revision found out of a module that is as it was."""
        if isinstance(value, tuple) and self.index.naming(read[1]) == naming:
            self.index.told[read] = value

    def identified(self, path: str, known: Identified | None = None) -> Identified:
        """What tells that a file, by its absolute path, is as it was."""
        return self._contents.identified(self.index.shown(path), known)

    def may_report(self, file: File, data: bytes, *, parsed: bool = True) -> Iterator[Rule]:
        """The rules that may find something in a file, as far as that is seen without a tree.

        With `parsed` unset, also without reading its classes by anything but their headers.
        """
        seen = Preview(file.absolute, data, self.hierarchy, self.reach, parsed=parsed)
        if not seen.is_about_keras:
            return
        for rule in rules_for(file):
            if rule.judged_by == "target" and rule.scope == "module" and seen.is_keras:
                continue
            if rule.scope == "layer" and not seen.holds_layer:
                continue
            if rule.needs is None or seen.is_opaque or _need(rule).met_by(seen):
                yield rule

    def unresolved(self, path: str) -> tuple[str, ...]:
        """The classes of a file that may be layers, but for a base that was not found."""
        found = unresolved(self.hierarchy, path)
        return tuple(one.header.qualname for one in found)

    def check(self, file: File, rules: Sequence[Rule]) -> tuple[list[Detection], tuple[str, ...]]:
        """What the rules report in the file, and the classes that were too large for them."""
        if self._checker is None:
            from layerlint.engine.checking import Checker

            self._checker = Checker(
                self.index,
                self.hierarchy,
                self._contents,
                self.settings.values,
                self.subclasses,
            )
        found = self._checker.check(file, rules)
        return found, self._checker.unfinished


class Analysis:
    """An answer as it comes out of a process, with the values of its reads and what was looked up.

    What the process has told before is left out.
    """

    __slots__ = ("answer", "lookups", "path", "values")

    def __init__(
        self,
        path: str,
        answer: Answer,
        values: dict[Read, object],
        lookups: dict[str, dict[str, Any]],
    ) -> None:
        self.path = path
        self.answer = answer
        self.values = values
        self.lookups = lookups


def rules_for(file: File) -> list[Rule]:
    """The enabled rules that look at code, in the order of their codes."""
    enabled = file.settings.enabled_for(file.absolute)
    return [
        rule
        for rule in catalogue.rules()
        if rule.code in enabled and rule.scope in ("layer", "module", "both")
    ]


def _need(rule: Rule) -> Need:
    """What the rule needs, made from its data once."""
    need = _needs.get(rule.code)
    if need is None:
        need = _needs[rule.code] = from_data(rule.needs)
    return need


_needs: dict[str, Need] = {}
