"""The last lines: how many, and what to do next."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from layerlint.report.report import Report


def summary(report: Report) -> str:
    """The lines after the diagnostics."""
    if report.quiet:
        return ""
    left = len(report.diagnostics)
    if report.fixed:
        counts = f" ({report.fixed} fixed, {left} remaining)"
        text = f"Found {_errors(left + report.fixed)}{counts}.\n"
    elif left:
        text = f"Found {_by_severity(report)}.\n"
    elif report.remarks or report.failures:
        text = "Found nothing.\n"
    else:
        text = "All checks passed!\n"
    return text + _fixable(report) + "".join(f"{remark}\n" for remark in report.remarks)


def fix_summary(applied: Mapping[str, Counter[str]], names: Mapping[str, str]) -> str:
    """What was fixed where, for `--show-fixes`."""
    total = sum(sum(counts.values()) for counts in applied.values())
    lines = [f"Fixed {_errors(total)}:"]
    for path in sorted(applied):
        lines.append(f"- {path}:")
        lines += [
            f"{count:>4}  {code} ({names.get(code, code)})"
            for code, count in sorted(applied[path].items())
        ]
    return "\n".join(lines)


def would_fix(total: int, left: int) -> str:
    """What `--diff` says on stderr."""
    if not total:
        return "Nothing would be fixed." + (f" {_errors(left)} cannot be." if left else "")
    rest = f" {_errors(left)} would remain." if left else ""
    return f"Would fix {_errors(total)}.{rest}"


def _fixable(report: Report) -> str:
    fixable = sum(map(report.is_fixable, report.diagnostics))
    hidden = sum(map(report.is_hidden_fix, report.diagnostics))
    more = f"{hidden} unsafe fix{'es' if hidden > 1 else ''} available with"
    star = f"[{report.style.hint('*')}]"
    if fixable and hidden:
        return f"{star} {fixable} fixable with `--fix` ({more} `--fix --unsafe-fixes`).\n"
    if fixable:
        return f"{star} {fixable} fixable with `--fix`.\n"
    return f"No fixes by `--fix` ({more} `--fix --unsafe-fixes`).\n" if hidden else ""


def _by_severity(report: Report) -> str:
    """How many of each severity there are, the worst first."""
    found = [one.severity for one in report.diagnostics]
    words = {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "info": ("note", "notes"),
    }
    counts = {severity: found.count(severity) for severity in words if severity in found}
    return ", ".join(f"{count} {words[severity][count != 1]}" for severity, count in counts.items())


def _errors(count: int) -> str:
    return f"{count} error{'' if count == 1 else 's'}"
