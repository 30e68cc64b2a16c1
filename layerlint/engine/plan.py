"""What a run will check: one project per configuration, and for each file the rules that apply."""

from __future__ import annotations

from layerlint.engine.content import obstacle, parse_problem
from layerlint.engine.group import Group, rules_for
from layerlint.state.answers import Answer
from layerlint.state.memo import Node, reads
from layerlint.state.snapshot import Snapshot
from layerlint.suppress.comments import mentions_suppression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.config.settings import Settings
    from layerlint.engine.content import Examination
    from layerlint.engine.group import Analysis
    from layerlint.files.discovery import File


class Plan:
    """Analyses any file of a run by its path; can be sent to another process."""

    __slots__ = ("_by_path", "_groups", "contents", "groups", "lasting", "screen")

    def __init__(
        self, files: Sequence[File], contents: Snapshot, *, screen: bool, lasting: bool = True
    ) -> None:
        self.contents = contents
        self.screen = screen
        self.lasting = lasting
        self._by_path = {file.path: file for file in files}
        self.groups: list[Group] = []
        self._groups: dict[Settings, Group] = {}
        for settings in dict.fromkeys(file.settings for file in files):
            governed = [file for file in files if file.settings is settings]
            group = Group(settings, governed, contents, screen=screen, lasting=lasting)
            self.groups.append(group)
            self._groups[settings] = group

    def __getstate__(self) -> tuple[object, ...]:
        return (list(self._by_path.values()), self.contents, self.screen, self.lasting)

    def __setstate__(self, state: tuple[Sequence[File], Snapshot, bool, bool]) -> None:
        files, contents, screen, lasting = state
        self.__init__(files, contents, screen=screen, lasting=lasting)  # type: ignore[misc]

    def load(self) -> None:
        """Import what analysing takes, so that processes that are forked now share it."""
        from layerlint.engine.checking import load

        load(rule for group in self.groups for file in group.files[:1] for rule in rules_for(file))

    def look(self, item: Examination) -> tuple[Analysis, bool]:
        """What is known of a file before it is parsed, and whether it has to be."""
        group = self._groups[item.file.settings]
        answer = Answer(problem=item.problem, suppresses=mentions_suppression(item.data))
        with Node() as node:
            reads("text", item.file.absolute)
            work = item.problem is None and self._is_parsed(item, group, answer)
            answer.unresolved = group.unresolved(item.file.absolute)
        group.layers(item.file.absolute)
        return group.analysed(item.file, answer, node), work

    def _is_parsed(self, item: Examination, group: Group, answer: Answer) -> bool:
        """Whether a file has to be analysed; notes in the answer what keeps it from being parsed.

        That something cannot be parsed is said of files in which something may be found, with
        screens and without, so that both say the same.
        """
        if any(True for _ in group.may_report(item.file, item.data, parsed=False)):
            text = self.contents.text(item.file.path)
            answer.problem = obstacle(item.file, text, group.index)
        elif not self.screen:
            return parse_problem(item.file, self.contents.text(item.file.path)) is None
        else:
            return False
        return answer.problem is None and (
            not self.screen or any(True for _ in group.may_report(item.file, item.data))
        )

    def check(self, path: str) -> Analysis:
        """What the enabled rules report in the file of that path."""
        file = self._by_path[path]
        group = self._groups[file.settings]
        data = self.contents.code(path)
        answer = Answer(parsed=True, suppresses=mentions_suppression(data))
        with Node() as node:
            reads("text", file.absolute)
            rules = list(group.may_report(file, data)) if self.screen else rules_for(file)
            answer.found, answer.unfinished = group.check(file, rules)
            answer.unresolved = group.unresolved(file.absolute)
        return group.analysed(file, answer, node)
