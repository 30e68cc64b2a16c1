"""From what was found to what is reported: merged, narrowed, suppressed and sorted."""

from __future__ import annotations

import importlib

from layerlint import catalogue
from layerlint.diagnostics import Diagnostic
from layerlint.suppress.comments import mentions_suppression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layerlint.config.settings import Settings
    from layerlint.engine.content import Examined
    from layerlint.engine.found import Found
    from layerlint.files.discovery import File
    from layerlint.fixes.edit import Fix
    from layerlint.state.snapshot import Snapshot
    from layerlint.suppress.removal import Complaint
    from layerlint.suppress.scope import Suppressions


def settle(
    examined: Sequence[Examined], found: Iterable[Found], contents: Snapshot
) -> list[Diagnostic]:
    """The diagnostics to report, in order."""
    by_path: dict[str, list[Diagnostic]] = {item.file.path: [] for item in examined}
    for diagnostic in _merged(found):
        if diagnostic.path in by_path:
            by_path[diagnostic.path].append(diagnostic)
    settled = []
    for item in examined:
        if item.problem is not None:
            settled.append(item.problem)
            continue
        diagnostics = _narrowed(item.file, by_path[item.file.path])
        if mentions_suppression(item.data):
            diagnostics = _suppressed(item.file, diagnostics, contents.text(item.file.path))
        for diagnostic in diagnostics:
            if diagnostic.fix is not None:
                _adjust_fix(diagnostic, diagnostic.fix, item.file.settings)
        settled += diagnostics
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


def _adjust_fix(diagnostic: Diagnostic, fix: Fix, settings: Settings) -> None:
    """Apply what the settings say of the rule's fixes."""
    code = diagnostic.code
    if code not in settings.codes("fixable") or code in settings.codes("unfixable"):
        diagnostic.fix = None
    elif fix.applicability == "safe" and code in settings.codes("extend-unsafe-fixes"):
        diagnostic.fix = type(fix)(fix.title, fix.edits, "unsafe")
    elif fix.applicability == "unsafe" and code in settings.codes("extend-safe-fixes"):
        diagnostic.fix = type(fix)(fix.title, fix.edits, "safe")


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
