"""JUnit's XML, which every CI server shows as test results."""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from layerlint import catalogue
from layerlint.report.places import place_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report

# What XML 1.0 has no way to write, and what steers a terminal or turns text round.
_ILLEGAL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def render(report: Report) -> str:
    """A suite for each file and a failed case for each diagnostic; one that passes if clean.

    What could not be analysed is an error instead of a failure.
    """
    return "".join(f"{line}\n" for line in _document(report.diagnostics))


def _document(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<testsuites name="layerlint" {_counts(diagnostics)}>'
    if not diagnostics:
        yield f'  <testsuite name="layerlint" {_counts(())}>'
        yield '    <testcase name="No errors found" classname="layerlint" time="0"/>'
        yield "  </testsuite>"
    for path, group in groupby(diagnostics, key=lambda diagnostic: diagnostic.path):
        found = list(group)
        yield f"  <testsuite name={_attribute(path)} {_counts(found)}>"
        for diagnostic in found:
            yield from _case(diagnostic)
        yield "  </testsuite>"
    yield "</testsuites>"


def _case(diagnostic: Diagnostic) -> Iterator[str]:
    place = place_of(diagnostic)
    name = f"{diagnostic.code} ({diagnostic.name}) at {place}"
    kind = "error" if _is_error(diagnostic) else "failure"
    yield (
        f'    <testcase name={_attribute(name)} classname={_attribute(diagnostic.path)} time="0">'
    )
    yield (
        f"      <{kind} type={_attribute(diagnostic.code)} "
        f"message={_attribute(diagnostic.message)}>"
        f"{escape(_legal(f'{place}: {diagnostic.code} {diagnostic.message}'))}</{kind}>"
    )
    yield "    </testcase>"


def _counts(diagnostics: Sequence[Diagnostic]) -> str:
    errors = sum(map(_is_error, diagnostics))
    failures = len(diagnostics) - errors
    total = len(diagnostics) or 1
    return f'tests="{total}" failures="{failures}" errors="{errors}" skipped="0" time="0"'


def _is_error(diagnostic: Diagnostic) -> bool:
    return catalogue.find(diagnostic.code) is None


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
