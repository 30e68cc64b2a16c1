"""`required-version`."""

from __future__ import annotations

import pytest

from layerlint.config import version
from layerlint.failure import Failure


@pytest.fixture(autouse=True)
def running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "__version__", "1.4.2")


@pytest.mark.parametrize(
    "specifier",
    ["1.4.2", "==1.4.2", ">=1", ">=1.4.2", "<2", ">1.4", "<=1.4.2", "!=1.4", "~=1.4", ">=1, <2"],
)
def test_a_version_that_matches_passes(specifier: str) -> None:
    version.require(specifier)


@pytest.mark.parametrize(
    "specifier", ["1.4", "==2", ">=1.5", "<1.4.2", ">1.4.2", "!=1.4.2", "~=1.3.0", ">=1,<1.4"]
)
def test_a_version_that_does_not_match_fails(specifier: str) -> None:
    with pytest.raises(Failure, match=r"does not match the running version 1\.4\.2"):
        version.require(specifier)


@pytest.mark.parametrize("specifier", ["", "latest", "=>1", "1.x"])
def test_what_is_no_version_fails(specifier: str) -> None:
    with pytest.raises(Failure, match="not a version specifier"):
        version.require(specifier)
