"""Which rules look at some code, and on which generations of Keras what they say is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.generations import is_keras_itself
from layerlint.queries.fixtures import in_tests, is_fixture
from layerlint.queries.keras3_evidence import comes_to, function_comes_to
from layerlint.queries.target_generation import asks_for_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layerlint.catalogue import Rule
    from layerlint.findings import Finding


def rules_about(subject: LayerClass | Module, rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules that look at such subjects; at what tests define, only those that are meant to."""
    if isinstance(subject, LayerClass):
        of_tests, scopes = is_fixture(subject), ("both", "layer")
    else:
        of_tests, scopes = in_tests(subject), ("both", "module")
    for rule in rules:
        if rule.scope in scopes and (rule.tests or not of_tests):
            yield rule


def judged_on(rule: Rule, subject: LayerClass | Module) -> frozenset[int]:
    """Where the code runs; for rules about moving to Keras 3, where it is meant to run."""
    module = subject.module if isinstance(subject, LayerClass) else subject
    if rule.judged_by == "code":
        found = subject.generations
    elif subject is module and is_keras_itself(module.name):
        return frozenset()
    else:
        found = subject.verdict.target
    if 2 not in found:
        return found
    older = rule.keras2_since and asks_for_before(module, rule.keras2_since)
    if older or (rule.multi_backend and subject.verdict.multi_backend):
        return found - {2}
    return found


def reaches_keras3(rule: Rule, subject: LayerClass | Module, finding: Finding) -> bool:
    """Whether code comes so far on Keras 3 that what a rule says of it happens there."""
    if rule.judged_by == "target":
        return True
    halts = finding.halts and 3 in rule.halts_on
    if isinstance(subject, LayerClass):
        return comes_to(subject, finding.node, halts=halts)
    return function_comes_to(subject, finding.node, halts=halts)
