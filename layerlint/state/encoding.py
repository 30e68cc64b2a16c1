"""Answers as JSON has them, and back: paths, reads and diagnostics by their numbers in tables."""

from __future__ import annotations

import os

from layerlint.diagnostics import Diagnostic, TraceStep
from layerlint.engine.detection import Detection
from layerlint.state.answers import Answer, Answers, Layers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from layerlint.fixes.edit import Fix
    from layerlint.state.memo import Read

    Shown = Callable[[str], str]


def encoded(answers: Answers) -> dict[str, Any]:
    """The answers of one project as plain lists."""
    reads = {read: number for number, read in enumerate(answers.values)}
    return {
        "reads": [[*read, value] for read, value in answers.values.items()],
        "ground": [[*read, value] for read, value in answers.ground.items()],
        "layers": [
            [path, layers.classes, [reads[read] for read in layers.reads]]
            for path, layers in answers.layers.items()
        ],
        "lookups": answers.lookups,
        "names": answers.names,
        "identities": [[path, *known] for path, known in answers.identities.items()],
        "answers": [
            [
                path,
                answer.problem and encoded_diagnostic(answer.problem),
                [
                    [encoded_diagnostic(one.diagnostic), os.path.abspath(one.by), one.own]
                    for one in answer.found
                ],
                answer.parsed,
                answer.suppresses,
                answer.unfinished,
                answer.unresolved,
                [reads[read] for read in answer.reads],
            ]
            for path, answer in answers.by_path.items()
        ],
    }


def decoded(table: dict[str, Any], shown: Shown) -> Answers:
    """The answers that `encoded` made plain; raises what a table of another shape gives rise to.

    `shown` tells how an absolute path is shown in this run.
    """
    answers = Answers()
    reads: list[Read] = []
    for question, path, detail, value in table["reads"]:
        read = (question, path, detail)
        reads.append(read)
        answers.values[read] = _value(value)
    for question, path, detail, value in table["ground"]:
        answers.ground[question, path, detail] = _value(value)
    for path, classes, numbers in table["layers"]:
        named = [(name, [(base, above) for base, above in bases]) for name, bases in classes]
        answers.layers[path] = Layers(named, frozenset([reads[number] for number in numbers]))
    for near, found in table["lookups"].items():
        answers.lookups[near] = {asked: _value(value) for asked, value in found.items()}
    for path, (name, is_package, external) in table["names"].items():
        answers.names[path] = name, is_package, external
    for path, stamp, digest in table["identities"]:
        answers.identities[path] = (tuple(stamp), digest)
    for path, problem, found, parsed, suppresses, unfinished, unresolved, numbers in table[
        "answers"
    ]:
        answer = Answer(
            problem=problem and decoded_diagnostic(problem, shown),
            found=[
                Detection(decoded_diagnostic(diagnostic, shown), shown(by), own=own)
                for diagnostic, by, own in found
            ],
            parsed=parsed,
            suppresses=suppresses,
        )
        answer.unfinished = tuple(unfinished)
        answer.unresolved = tuple(unresolved)
        answer.reads = frozenset([reads[number] for number in numbers])
        answers.by_path[path] = answer
    return answers


def encoded_diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as a table, with absolute paths."""
    table = {name: getattr(diagnostic, name) for name in Diagnostic.__slots__}
    table["path"] = os.path.abspath(diagnostic.path)
    fix = diagnostic.fix
    table["fix"] = fix and [
        fix.title,
        [[edit.start, edit.end, edit.text, edit.once] for edit in fix.edits],
        fix.applicability,
    ]
    table["trace"] = [
        [os.path.abspath(step.path), step.row, step.column, step.message]
        for step in diagnostic.trace
    ]
    return table


def decoded_diagnostic(table: dict[str, Any], shown: Shown) -> Diagnostic:
    """The diagnostic of a table."""
    return Diagnostic(
        **{
            **table,
            "path": shown(table["path"]),
            "fix": table["fix"] and _fix(*table["fix"]),
            "generations": tuple(table["generations"]),
            "trace": tuple(
                TraceStep(shown(path), row, column, message)
                for path, row, column, message in table["trace"]
            ),
        }
    )


def _fix(title: str, edits: Iterable[tuple[int, int, str, bool]], applicability: Any) -> Fix:
    from layerlint.fixes.edit import Edit, Fix

    return Fix(title, [Edit(*edit) for edit in edits], applicability)


def _value(value: object) -> object:
    """A value as it was before JSON made lists of its tuples."""
    return tuple(map(_value, value)) if isinstance(value, list) else value
