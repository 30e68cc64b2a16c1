"""Every rule is true: what it claims is observed in TensorFlow, on both generations of Keras."""

from __future__ import annotations

import re

import pytest

from layerlint import catalogue
from layerlint.proof.claims import GENERATIONS, Claim, claims

CLAIMS = [
    pytest.param(claim, id=f"{claim.code}-keras{generation}-{claim.subject}")
    for rule in catalogue.rules()
    for generation in GENERATIONS
    for claim in claims(rule, generation)
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_a_rule_claims_is_observed(outcomes, claim: Claim):
    outcome = outcomes(claim.generation)[f"{claim.code} {claim.subject}"]
    assert outcome["holds"], f"{claim.expectation}: {outcome['seen']}"


@pytest.mark.parametrize("claim", [param for param in CLAIMS if param.values[0].subject == "buggy"])
def test_what_a_rule_tells_users_is_what_is_observed(outcomes, claim: Claim):
    rule = catalogue.find(claim.code)
    if claim.generation not in rule.generations:
        assert claim.generation not in rule.observed
        return
    recorded = rule.observed.get(claim.generation)
    assert recorded is not None, f"run `python -m layerlint.dev observe {rule.code}`"
    seen = outcomes(claim.generation)[f"{claim.code} {claim.subject}"]["seen"]
    assert masked(seen) == masked(recorded)


def masked(sentence: str) -> str:
    """The sentence without its numbers, which may differ from machine to machine."""
    return re.sub(r"-?\d+(\.\d+)?(e[+-]?\d+)?", "#", sentence)
