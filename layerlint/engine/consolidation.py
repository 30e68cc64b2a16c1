"""From what was found to what is reported: merged, narrowed, suppressed and sorted."""

from __future__ import annotations

from copy import copy

from layerlint import catalogue
from layerlint.declaration import check_of
from layerlint.diagnostics import Diagnostic
from layerlint.engine.wording import worded
from layerlint.suppress.comments import covers_any, mentions_own, mentions_suppression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from layerlint.config.settings import Settings
    from layerlint.engine.detection import Detection
    from layerlint.files.discovery import File
    from layerlint.state.answers import Answer
    from layerlint.state.snapshot import Snapshot
    from layerlint.suppress.removal import Complaint
    from layerlint.suppress.scope import Suppressions


def consolidate(
    files: Sequence[File], answers: Mapping[str, Answer], contents: Snapshot
) -> list[Diagnostic]:
    """The diagnostics to report, in order, from the answers about the files by their paths."""
    comments = Comments(answers, contents)
    found = [one for answer in answers.values() for one in answer.found]
    heard = {file.path: not file.settings.flag("ignore-suppressions") for file in files}
    by_path: dict[str, list[Diagnostic]] = {file.path: [] for file in files}
    for diagnostic in _merged(
        one
        for one in found
        if not (heard.get(one.diagnostic.path, True) and comments.cover_a_step(one.diagnostic))
    ):
        if diagnostic.path in by_path:
            by_path[diagnostic.path].append(diagnostic)
    consolidated = []
    for file in files:
        answer = answers[file.path]
        if answer.problem is not None:
            consolidated.append(answer.problem)
            continue
        diagnostics = _narrowed(file, by_path[file.path])
        suppressions = (
            comments.of(file.path) if diagnostics or comments.name_rules(file.path) else None
        )
        if suppressions is not None and heard[file.path]:
            diagnostics = _suppressed(file, diagnostics, suppressions)
        consolidated += [_adjusted(diagnostic, file.settings) for diagnostic in diagnostics]
    return sorted(consolidated, key=lambda diagnostic: (*diagnostic.order, diagnostic.message))


class Comments:
    """The suppressions of each file, read when they are asked for."""

    __slots__ = ("_answers", "_contents", "_read")

    def __init__(self, answers: Mapping[str, Answer], contents: Snapshot) -> None:
        self._answers = answers
        self._contents = contents
        self._read: dict[str, Suppressions | None] = {}

    def of(self, path: str) -> Suppressions | None:
        """Those of a file that can be parsed, None where there are none of our rules."""
        if path not in self._read:
            self._read[path] = None
            if self._suppresses(path) and covers_any(self._contents.code(path)):
                from layerlint.suppress.scope import suppressions_in

                # The file may be not parsed yet.
                found = self._contents.made(self._contents.text(path), suppressions_in)
                if found is not None:
                    found.forget_use()
                    self._read[path] = found
        return self._read[path]

    def name_rules(self, path: str) -> bool:
        """Whether there may be something to say of the comments of a file without diagnostics.

        A `# noqa` that names no rule of layerlint's is somebody else's there.
        """
        return self._suppresses(path) and mentions_own(self._contents.code(path))

    def cover_a_step(self, diagnostic: Diagnostic) -> bool:
        """Whether a comment on one of the calls that lead to a diagnostic suppresses it."""
        covered = False
        for step in diagnostic.trace:
            suppressions = self.of(step.path)
            if suppressions is not None:
                covered |= suppressions.suppress_step(diagnostic.code, step.row)
        return covered

    def _suppresses(self, path: str) -> bool:
        answer = self._answers.get(path)
        if answer is not None:
            return answer.suppresses
        return mentions_suppression(self._contents.code(path))


def _merged(found: Iterable[Detection]) -> list[Diagnostic]:
    """One diagnostic for each place and rule in code that several classes inherit."""
    ordered = sorted(found, key=lambda one: (not one.own, *one.diagnostic.order, one.by))
    merged: dict[tuple[object, ...], Diagnostic] = {}
    inherited: set[tuple[object, ...]] = set()
    for one in ordered:
        diagnostic = one.diagnostic
        place = (diagnostic.path, diagnostic.start, diagnostic.end, diagnostic.code)
        if diagnostic.code == "internal-error":
            place = ("", 0, 0, diagnostic.code)  # a broken rule is broken everywhere: say it once
        if not one.own and place in inherited:
            continue
        inherited.add(place)
        merged.setdefault((*place, diagnostic.message), diagnostic)
    return list(merged.values())


def _narrowed(file: File, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without the rules that are off in this file, and with fixes as the settings have them."""
    enabled = file.settings.enabled_for(file.absolute)
    return [one for one in diagnostics if one.code in enabled or catalogue.find(one.code) is None]


def _adjusted(diagnostic: Diagnostic, settings: Settings) -> Diagnostic:
    """The diagnostic with what the settings say of its rule; answers stay as they are."""
    code, fix = diagnostic.code, diagnostic.fix
    if fix is None:
        pass
    elif code not in settings.codes("fixable") or code in settings.codes("unfixable"):
        fix = None
    elif fix.applicability == "safe" and code in settings.codes("extend-unsafe-fixes"):
        fix = type(fix)(fix.title, fix.edits, "unsafe")
    elif fix.applicability == "unsafe" and code in settings.codes("extend-safe-fixes"):
        fix = type(fix)(fix.title, fix.edits, "safe")
    severity, url = settings.severity(code), _page(code, settings)
    if fix is diagnostic.fix and severity == diagnostic.severity and url == diagnostic.url:
        return diagnostic
    adjusted = copy(diagnostic)
    adjusted.fix, adjusted.severity, adjusted.url = fix, severity, url
    return adjusted


def _page(code: str, settings: Settings) -> str | None:
    """Where the page of the rule is published, as far as the settings say."""
    site, rule = settings.optional("docs-url"), catalogue.find(code)
    return rule.address(site) if site is not None and rule is not None else None


def _suppressed(
    file: File, diagnostics: list[Diagnostic], suppressions: Suppressions
) -> list[Diagnostic]:
    kept = [diagnostic for diagnostic in diagnostics if not suppressions.suppress(diagnostic)]
    crashed = any(diagnostic.code == "internal-error" for diagnostic in kept)
    enabled = file.settings.enabled_for(file.absolute)
    suppressions.leave_to_others(file.settings.texts("external"))
    for rule in catalogue.rules():
        if rule.scope == "suppression" and rule.code in enabled and not crashed:
            for complaint in check_of(rule)(suppressions, enabled):
                diagnostic = _located(rule, complaint, suppressions, file)
                if not suppressions.suppress_whole_file(diagnostic):
                    kept.append(diagnostic)
    return kept


def _located(
    rule: catalogue.Rule, complaint: Complaint, suppressions: Suppressions, file: File
) -> Diagnostic:
    lines = suppressions.lines
    start_row, start_column = lines.position(complaint.start)
    end_row, end_column = lines.position(complaint.end)
    return Diagnostic(
        file.path,
        rule.code,
        rule.name,
        worded(rule.messages[complaint.message], complaint.fields),
        start_row=start_row,
        start_column=start_column,
        end_row=end_row,
        end_column=end_column,
        start=complaint.start,
        end=complaint.end,
        fix=complaint.fix,
        noqa_row=start_row,
        generations=rule.generations,
    )
