"""What was observed is written into `rule.toml` and the rest stays as its author wrote it."""

from __future__ import annotations

import pytest
import tomli

from layerlint.dev.observe import with_observed

MESSAGES = '[messages]\ndefault = "It is"\n'
HEAD = f'code = "LL101"  # a comment\n\n{MESSAGES}'
SEEN = {3: "predict moved `mean` to 0.5", 2: 'it raised "no"'}
TABLE = '[observed]\nkeras2 = "it raised \\"no\\""\nkeras3 = "predict moved `mean` to 0.5"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(HEAD, f"{HEAD}\n{TABLE}", id="new"),
        pytest.param(f"{HEAD}\n{TABLE}", f"{HEAD}\n{TABLE}", id="the same again"),
        pytest.param(
            f'{HEAD}\n[observed]\nkeras3 = "old"\n', f"{HEAD}\n{TABLE}", id="replaced at the end"
        ),
        pytest.param(
            f'[observed]\nkeras3 = "old"\n\n{MESSAGES}',
            f"{TABLE}\n{MESSAGES}",
            id="in the middle",
        ),
    ],
)
def test_the_table_is_written_in_its_place(before, after):
    assert with_observed(before, SEEN) == after


@pytest.mark.parametrize("detail", ["a \\ b", 'say "x"', "naïve → 0.5", "tab\there"])
def test_any_sentence_comes_back_as_it_was(detail):
    assert tomli.loads(with_observed(HEAD, {3: detail}))["observed"] == {"keras3": detail}
