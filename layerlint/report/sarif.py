"""SARIF 2.1.0, which code scanning services read.

Paths are relative to the top of the repository (`%SRCROOT%`). What could not be analysed is no
result but a notification of the invocation, so that it is not taken for a bug in the code.
"""

from __future__ import annotations

import json
import os
from urllib.parse import quote

from layerlint import __version__, catalogue
from layerlint.report.identity import Identities, fingerprints
from layerlint.report.places import in_repository

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from layerlint.catalogue import Rule
    from layerlint.diagnostics import Diagnostic
    from layerlint.files.source import Lines
    from layerlint.report.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "layerlint/v1"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """One run with its rules, results and notifications."""
    found = report.in_files()
    results = [one for one in found if catalogue.find(one.code)]
    problems = [one for one in found if not catalogue.find(one.code)]
    rules = sorted({one.code for one in results})
    identities = Identities(report.lines, in_repository)
    known = fingerprints(map(identities.of, results))
    run = {
        "tool": {"driver": _driver({one.code: one.url for one in results})},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The top of the repository"}}},
        "invocations": [_invocation(problems, report)],
        "results": [
            _result(diagnostic, rules.index(diagnostic.code), fingerprint, report)
            for diagnostic, fingerprint in zip(results, known, strict=True)
        ],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _driver(pages: Mapping[str, str | None]) -> dict[str, object]:
    rules = [(rule, pages[code]) for code in sorted(pages) if (rule := catalogue.find(code))]
    return {
        "name": "layerlint",
        "semanticVersion": __version__,
        "rules": [_rule(rule, url) for rule, url in rules],
    }


def _rule(rule: Rule, url: str | None) -> dict[str, object]:
    page = rule.read("README.md")
    return {
        **({} if url is None else {"helpUri": url}),
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _first_paragraph(page) or rule.summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"enabled": rule.default, "level": "error"},
        "properties": {"tags": [rule.family, *(f"keras{n}" for n in rule.generations)]},
    }


def _first_paragraph(page: str) -> str:
    """What the page says below its first heading of the second level."""
    body = page.partition("\n## ")[2].partition("\n")[2]
    return " ".join(body.strip().partition("\n\n")[0].split())


def _result(
    diagnostic: Diagnostic, rule_index: int, fingerprint: str, report: Report
) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message},
        "locations": [_location(diagnostic)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if diagnostic.trace:
        result["codeFlows"] = [{"threadFlows": [{"locations": _flow(diagnostic)}]}]
    lines = report.lines(diagnostic.path)
    if diagnostic.fix is not None and lines is not None:
        result["fixes"] = [_fix(diagnostic, lines)]
    return result


def _location(diagnostic: Diagnostic) -> dict[str, object]:
    region = {
        "startLine": diagnostic.start_row,
        "startColumn": diagnostic.start_column,
        "endLine": diagnostic.end_row,
        "endColumn": diagnostic.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(diagnostic.path), "region": region}}


def _flow(diagnostic: Diagnostic) -> list[dict[str, object]]:
    """The steps of the trace, and the place that they lead to."""
    steps: list[dict[str, object]] = [
        {
            "location": {
                "physicalLocation": {
                    "artifactLocation": _artifact(step.path),
                    "region": {"startLine": step.row, "startColumn": step.column},
                },
                "message": {"text": step.message},
            }
        }
        for step in diagnostic.trace
        if (step.path, step.row, step.column)
        != (diagnostic.path, diagnostic.start_row, diagnostic.start_column)
    ]
    end = {**_location(diagnostic), "message": {"text": diagnostic.message}}
    return [*steps, {"location": end}]


def _fix(diagnostic: Diagnostic, lines: Lines) -> dict[str, object]:
    fix = diagnostic.fix
    assert fix is not None
    replacements = []
    for edit in fix.edits:
        start, end = lines.position(edit.start), lines.position(edit.end)
        region = {
            "startLine": start[0],
            "startColumn": start[1],
            "endLine": end[0],
            "endColumn": end[1],
        }
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": _artifact(diagnostic.path), "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _artifact(path: str) -> dict[str, str]:
    place = in_repository(path)
    if os.path.isabs(place):
        return {"uri": f"file://{quote(place)}"}
    return {"uri": quote(place), "uriBaseId": ROOT}


def _invocation(problems: list[Diagnostic], report: Report) -> dict[str, object]:
    notifications: list[dict[str, object]] = [
        {
            "level": "error",
            "message": {"text": problem.message},
            "descriptor": {"id": problem.code},
            "locations": [_location(problem)],
        }
        for problem in problems
    ]
    notifications += [
        {"level": "error", "message": {"text": failure}} for failure in report.failures
    ]
    crashed = any(problem.code == "internal-error" for problem in problems)
    return {
        "executionSuccessful": not crashed and not report.failures,
        "toolExecutionNotifications": notifications,
    }
