"""Runs the rules over one parsed file and gives their findings a place."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from layerlint.catalogue import Rule
from layerlint.declaration import check_of
from layerlint.diagnostics import Diagnostic, TraceStep
from layerlint.engine.content import too_complex
from layerlint.engine.detection import Detection
from layerlint.engine.judging import judged_on, reaches_keras3, rules_about
from layerlint.engine.wording import worded
from layerlint.files.discovery import File
from layerlint.files.source import Lines
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.finish import finish
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.project import Project
from layerlint.project.depth import DeepRecursion
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ModuleIndex, ProjectIndex
from layerlint.queries.abandoned import is_abandoned
from layerlint.queries.broken_imports import raises_on_import
from layerlint.queries.dead_classes import lives
from layerlint.state import timings
from layerlint.state.snapshot import Snapshot
from layerlint.syntax import cst
from layerlint.syntax.tree import Tree

if TYPE_CHECKING:
    from layerlint.state.answers import ClassName

BOTH = frozenset({2, 3})
# In characters of source; trees and what was found out about them take some 180 times as much
# memory. What many files ask for outlives it.
KEPT = 1_200_000


class Violation(NamedTuple):
    """A finding with its rule, what was checked, and the generations on which it holds."""

    rule: Rule
    subject: LayerClass | Module
    finding: Finding
    generations: frozenset[int]


class Checker:
    """Checks the files of one project."""

    def __init__(
        self,
        index: ProjectIndex,
        hierarchy: Hierarchy,
        contents: Snapshot,
        options: Mapping[str, object],
        subclasses: Callable[[ClassName], Sequence[ClassName]],
    ) -> None:
        self.project = Project(
            index, hierarchy, contents.text, subclasses, partial(_tree, contents)
        )
        self.options = options
        self._lines: dict[str, Lines] = {}
        self.unfinished: tuple[str, ...] = ()

    def check(self, file: File, rules: Sequence[Rule]) -> list[Detection]:
        """What the rules report when they look at the file, and at what its layers inherit.

        `unfinished` then holds the classes that were too large to be interpreted whole.
        """
        self.unfinished = ()
        self.project.begin(file.path)
        found = self._check(file, rules)
        if self.project.kept > KEPT:
            self.project.forget()
            self._lines.clear()
        return found

    def _check(self, file: File, rules: Sequence[Rule]) -> list[Detection]:
        with DeepRecursion():
            try:
                module = self.project.module(file.path)
                module.parse()
                subjects: list[LayerClass | Module] = [*module.classes, module]
            except RecursionError:
                return [Detection(too_complex(file), file.path, own=True)]
            except BaseException as error:
                return [Detection(_unread(file, error), file.path, own=True)]
            found: list[Detection] = []
            violations: list[Violation] = []
            for subject in subjects:
                told: list[Violation] = []
                for rule in rules_about(subject, rules):
                    told += self._run(rule, subject, file, found)
                if told and isinstance(subject, LayerClass):
                    told = [one for one in told if lives(subject, one.rule.judged_by)]
                violations += told
            if violations and not (is_abandoned(module) or raises_on_import(module)):
                found += [self._located(violation, file) for violation in _unyielded(violations)]
            self.unfinished = tuple(
                layer.qualname
                for layer in module.classes
                if "forward" in layer.known and layer.forward.cut
            )
        return found

    def _run(
        self, rule: Rule, subject: LayerClass | Module, file: File, found: list[Detection]
    ) -> list[Violation]:
        """The violations of one rule; a crash becomes a diagnostic and costs only this rule."""
        meant = judged_on(rule, subject)
        if not meant.intersection(rule.reports_on):
            return []
        try:
            check = check_of(rule)
        except Exception as error:
            found.append(Detection(_unloadable(rule, file, error), file.path, own=True))
            return []
        violations = []
        timed = timings.current
        if timed is not None:
            timed.begin()
        try:
            options = {name: self.options[f"{rule.name}.{name}"] for name in check.options}
            for finding in check(subject, **options):
                holds = finding.generations or frozenset(rule.generations)
                where = meant
                if 3 in meant & holds and not reaches_keras3(rule, subject, finding):
                    where = meant - {3} or frozenset({2})
                generations = where & holds & frozenset(rule.reports_on)
                if generations:
                    violations.append(Violation(rule, subject, finding, generations))
        except RecursionError:
            found.append(Detection(too_complex(file), file.path, own=True))
        except Exception as error:
            found.append(Detection(_crash(rule, subject, file, error), file.path, own=True))
        if timed is not None:
            timed.end(timed.rules, rule.code)
        return violations

    def _located(self, violation: Violation, file: File) -> Detection:
        rule, subject, finding, generations = violation
        home = subject.module if isinstance(subject, LayerClass) else subject
        module = finding.module or home
        lines = self._lines_of(module)
        start, end = module.span(finding.node)
        start_row, start_column = lines.position(start)
        end_row, end_column = lines.position(end)
        message = worded(rule.messages[finding.message], finding.fields)
        alone = len(generations) == 1 and judged_on(rule, subject) == BOTH
        diagnostic = Diagnostic(
            module.path,
            rule.code,
            rule.name,
            f"{message} (Keras {min(generations)})" if alone else message,
            start_row=start_row,
            start_column=start_column,
            end_row=end_row,
            end_column=end_column,
            start=start,
            end=end,
            fix=self._fix(violation, module.text),
            noqa_row=self._noqa_row(module, finding.node, start_row),
            generations=tuple(sorted(generations)),
            guessed=len(finding.generations or rule.generations) == 1 and subject.verdict.guessed,
            trace=tuple(self._step(step.module, step.node, step.text) for step in finding.trace),
        )
        own = module is home and _holds(subject, module, start)
        return Detection(diagnostic, file.path, own=own)

    def _fix(self, violation: Violation, text: str) -> Fix | None:
        """The fix; unsafe where it may break the code on the Keras that may well be installed."""
        fix = violation.finding.fix and finish(text, violation.finding.fix)
        if fix is None or fix.applicability != "safe" or 2 in violation.rule.fixed_generations:
            return fix
        return replace(fix, applicability="unsafe") if violation.subject.verdict.guessed else fix

    def _step(self, module: Module, node: cst.CSTNode, message: str) -> TraceStep:
        row, column = self._lines_of(module).position(module.span(node).start)
        return TraceStep(module.path, row, column, message)

    def _noqa_row(self, module: Module, node: cst.CSTNode, row: int) -> int:
        """The last row of a simple statement; of a compound one, the row of the finding."""
        statement = module.statement(node)
        if not isinstance(statement, cst.SimpleStatementLine):
            return row
        return self._lines_of(module).position(module.span(statement).end)[0]

    def _lines_of(self, module: Module) -> Lines:
        text = module.text  # each time: who asks for lines rests on the text, made before or not
        lines = self._lines.get(module.path)
        if lines is None:
            lines = self._lines[module.path] = Lines(text)
        return lines


def _tree(contents: Snapshot, text: str, index: ModuleIndex) -> Tree:
    """The tree of a file, with the parts of the one before that an edit has left as they were."""
    key = ("tree", os.path.abspath(index.path))
    return contents.remade(key, text, lambda before: Tree(text, index.outline, before))


def _unyielded(violations: Sequence[Violation]) -> Iterator[Violation]:
    """One defect, one diagnostic: drop a finding where a more special rule has spoken."""
    told = {(code, found.finding.defect) for found in violations for code in found.rule.over}
    for violation in violations:
        defect = violation.finding.defect
        if defect is None or (violation.rule.code, defect) not in told:
            yield violation


def _holds(subject: LayerClass | Module, module: Module, offset: int) -> bool:
    """Whether the offset lies in what was checked, rather than in a base class."""
    if not isinstance(subject, LayerClass):
        return True
    start, end = module.span(subject.node)
    return start <= offset < end


def load(rules: Iterable[Rule]) -> None:
    """Import the checks of the rules; what cannot be loaded is reported where it is used."""
    for rule in rules:
        with suppress(Exception):
            check_of(rule)


def _unloadable(rule: Rule, file: File, error: Exception) -> Diagnostic:
    """The diagnostic for a rule that is broken as a whole: the same wherever it is met."""
    said = f"{rule.code} ({rule.name}) cannot be loaded: {type(error).__name__}: {error}"
    return _internal_error(file, f"{said}; the other rules went on, please report this")


def _crash(rule: Rule, subject: LayerClass | Module, file: File, error: Exception) -> Diagnostic:
    row, place = 1, "the file"
    if isinstance(subject, LayerClass):
        row, place = subject.header.line, f"`{subject.qualname}`"
    said = f"{rule.code} ({rule.name}) crashed on {place}: {_said(error)}"
    return _internal_error(file, f"{said}; the other rules went on, please report this", row)


def _unread(file: File, error: BaseException) -> Diagnostic:
    """The diagnostic for a file that Python parses and libcst does not, or that breaks us.

    libcst's parser may raise an exception of its Rust runtime that is no `Exception`.
    """
    if isinstance(error, (KeyboardInterrupt, SystemExit)):
        raise error
    if isinstance(error, Exception) and not isinstance(error, cst.ParserSyntaxError):
        said = f"the file cannot be read: {_said(error)}"
        return _internal_error(file, f"{said}; the other files went on, please report this")
    row = error.raw_line if isinstance(error, cst.ParserSyntaxError) else 1
    message = "Python parses the file, but libcst does not; it was not checked"
    return _of_file(file, "unsupported-syntax", message, row)


def _said(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({where.name}, line {where.lineno})"


def _internal_error(file: File, message: str, row: int = 1) -> Diagnostic:
    return _of_file(file, "internal-error", message, row)


def _of_file(file: File, name: str, message: str, row: int) -> Diagnostic:
    return Diagnostic(file.path, name, name, message, start_row=row, end_row=row)
