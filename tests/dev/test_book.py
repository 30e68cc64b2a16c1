"""The contract of `rule.toml` is checked, and every breach of it is named."""

from __future__ import annotations

import pytest

from layerlint.dev.book import problems_of

SOUND = {
    "code": "LL101",
    "summary": "A weight is written",
    "default": True,
    "fix": "safe",
    "generations": [2, 3],
    "since": "0.1.0",
    "references": ["https://keras.io"],
    "messages": {"default": "`{target}` is written"},
}


def problems(family: str = "training", name: str = "some-rule", **changed: object) -> list[str]:
    """What is wrong with a sound rule after changes; None removes a key."""
    facts = {key: value for key, value in {**SOUND, **changed}.items() if value is not None}
    return list(problems_of(facts, family, name))


def test_a_sound_rule_has_no_problem():
    assert problems() == []


def test_the_optional_keys_are_known():
    optional = {
        "over": ["LL102"],
        "fixed-generations": [3],
        "observed": {"keras3": "it raised"},
        "generations": [3],
        "inapplicable": {"keras2": "no `keras.ops`"},
        "multi-backend": "there is one graph, which outlives every call",
    }
    assert problems(**optional) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("code", "LL1"),
        ("code", 101),
        ("summary", "A weight is written."),
        ("summary", "a weight is written"),
        ("summary", "Two\nlines"),
        ("default", "yes"),
        ("fix", "sometimes"),
        ("generations", []),
        ("generations", [3, 2]),
        ("generations", [4]),
        ("fixed-generations", []),
        ("since", "soon"),
        ("references", ["keras.io"]),
        ("references", "https://keras.io"),
        ("over", "LL102"),
        ("messages", {}),
        ("messages", {"default": "it is written"}),
        ("messages", {"default": "It is written."}),
        ("inapplicable", {"keras1": "too old"}),
        ("observed", {"keras3": ""}),
    ],
)
def test_a_wrong_value_is_named_with_what_it_must_be(key, value):
    (problem,) = problems(**{key: value})
    assert problem.startswith(f"`{key}` must be ")


@pytest.mark.parametrize("key", list(SOUND))
def test_a_missing_key_is_named(key):
    assert problems(**{key: None}) == [f"`{key}` is missing"]


def test_an_unknown_key_is_named():
    assert problems(severity="error") == ["`severity` is not a known key"]


def test_a_code_belongs_to_its_family():
    (problem,) = problems(family="state")
    assert "LL2xx" in problem


@pytest.mark.parametrize("name", ["single", "Upper-Case", "under_score", "trailing-"])
def test_a_name_is_kebab_case_of_two_words_or_more(name):
    (problem,) = problems(name=name)
    assert "kebab-case" in problem


def test_what_a_check_needs_does_not_stand_in_its_folder():
    assert problems(screen="keras") == ["`screen` is not a known key"]


def test_a_rule_reports_on_the_generations_it_claims():
    assert problems(**{"generations": [3], "reports-on": [2, 3]}) == []
    (problem,) = problems(**{"generations": [2, 3], "reports-on": [3]})
    assert "`reports-on` leaves out" in problem


def test_a_claimed_generation_is_applicable():
    (problem,) = problems(inapplicable={"keras3": "no such thing"})
    assert "contradicts" in problem
