"""What has to hold for a rule follows from its facts."""

from __future__ import annotations

import pytest

from layerlint.catalogue import Rule
from layerlint.proof.claims import Claim, Outcome, claims


def rule(**facts: object) -> Rule:
    """A rule with a safe fix that is broken on both generations, but for `facts`."""
    return Rule(
        "training",
        "some-rule",
        {
            "code": "LL101",
            "summary": "Something",
            "default": True,
            "fix": "safe",
            "generations": [2, 3],
            "scope": "layer",
            "since": "0.1.0",
            "references": [],
            "messages": {"default": "Something"},
            **facts,
        },
    )


def expected(rule: Rule, generation: int) -> dict[str, bool]:
    """Whether each subject must be broken."""
    return {claim.subject: claim.broken for claim in claims(rule, generation)}


def test_the_buggy_module_is_broken_the_fixed_one_is_not_and_the_rest_is_unchanged():
    assert expected(rule(), 3) == {"buggy": True, "fixed": False, "unchanged": False}


@pytest.mark.parametrize("fix", ["unsafe", "none"])
def test_only_a_safe_fix_has_to_leave_the_rest_unchanged(fix):
    assert "unchanged" not in expected(rule(fix=fix), 3)


def test_the_bug_must_not_exist_on_a_generation_that_is_not_claimed():
    assert expected(rule(generations=[3]), 2)["buggy"] is False


def test_nothing_is_proven_where_the_bug_cannot_be_expressed():
    assert expected(rule(generations=[3], inapplicable={"keras2": "no `keras.ops`"}), 2) == {}


def test_the_fixed_module_is_left_out_where_it_cannot_run():
    limited = rule(generations=[3], **{"fixed-generations": [3]})
    assert expected(limited, 2) == {"buggy": False}
    assert expected(limited, 3)["fixed"] is False


def test_rules_about_suppressions_have_no_proof():
    assert expected(rule(scope="suppression"), 3) == {}


@pytest.mark.parametrize(
    ("claimed", "broken", "error", "holds"),
    [
        (True, True, None, True),
        (True, False, None, False),
        (False, True, None, False),
        (False, False, None, True),
        (False, False, "ValueError", False),
    ],
)
def test_a_claim_holds_when_it_is_observed_without_error(claimed, broken, error, holds):
    claim = Claim("LL101", "folder", 3, "buggy", claimed)
    assert Outcome(claim, broken, "seen", error).holds is holds
