"""From what was found to what is reported: merged, narrowed, suppressed and sorted."""

from __future__ import annotations

import importlib
from copy import copy

from layerlint import catalogue
from layerlint.diagnostics import Diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from layerlint.config.settings import Settings
    from layerlint.engine.found import Found
    from layerlint.files.discovery import File
    from layerlint.state.answers import Answer
    from layerlint.state.snapshot import Snapshot
    from layerlint.suppress.removal import Complaint
    from layerlint.suppress.scope import Suppressions


def settle(
    files: Sequence[File], answers: Mapping[str, Answer], contents: Snapshot
) -> list[Diagnostic]:
    """The diagnostics to report, in order, from the answers about the files by their paths."""
    by_path: dict[str, list[Diagnostic]] = {file.path: [] for file in files}
    for diagnostic in _merged(one for answer in answers.values() for one in answer.found):
        if diagnostic.path in by_path:
            by_path[diagnostic.path].append(diagnostic)
    settled = []
    for file in files:
        answer = answers[file.path]
        if answer.problem is not None:
            settled.append(answer.problem)
            continue
        diagnostics = _narrowed(file, by_path[file.path])
        if answer.suppresses:
            diagnostics = _suppressed(file, diagnostics, contents.text(file.path))
        settled += [_adjusted(diagnostic, file.settings) for diagnostic in diagnostics]
    return sorted(settled, key=lambda diagnostic: (*diagnostic.order, diagnostic.message))


def _merged(found: Iterable[Found]) -> list[Diagnostic]:
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
    """The diagnostic with what the settings say of the rule's fixes; answers stay as they are."""
    code, fix = diagnostic.code, diagnostic.fix
    if fix is None:
        return diagnostic
    if code not in settings.codes("fixable") or code in settings.codes("unfixable"):
        fix = None
    elif fix.applicability == "safe" and code in settings.codes("extend-unsafe-fixes"):
        fix = type(fix)(fix.title, fix.edits, "unsafe")
    elif fix.applicability == "unsafe" and code in settings.codes("extend-safe-fixes"):
        fix = type(fix)(fix.title, fix.edits, "safe")
    if fix is diagnostic.fix:
        return diagnostic
    adjusted = copy(diagnostic)
    adjusted.fix = fix
    return adjusted


def _suppressed(file: File, diagnostics: list[Diagnostic], text: str) -> list[Diagnostic]:
    from layerlint.suppress.scope import Suppressions

    suppressions = Suppressions(text)
    kept = [diagnostic for diagnostic in diagnostics if not suppressions.suppress(diagnostic)]
    crashed = any(diagnostic.code == "internal-error" for diagnostic in kept)
    enabled = file.settings.enabled_for(file.absolute)
    for rule in catalogue.rules():
        if rule.scope == "suppression" and rule.code in enabled and not crashed:
            check = importlib.import_module(rule.module).check_suppressions
            for complaint in check(suppressions, enabled):
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
        rule.messages[complaint.message].format(**complaint.fields),
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
