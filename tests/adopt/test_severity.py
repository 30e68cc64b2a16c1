"""Severities, the exit code that hangs on them, and options about fixes."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def configured(project, layer):
    """Writes the configuration of a project with findings of LL102 and LL001."""

    def write(text: str) -> None:
        (project / "pyproject.toml").write_text(
            f"[tool.layerlint]\nselect = ['LL1', 'LL0']\n{text}\n"
        )
        unused = "x = 1  # layerlint: ignore[LL103]\n"
        (project / "layer.py").write_text(layer() + unused)

    return write


def severities(run) -> dict[str, str]:
    entries = json.loads(run("check", ".", "--output-format", "json").stdout)
    return {entry["code"]: entry["severity"] for entry in entries}


def test_everything_is_an_error_by_default(run, configured) -> None:
    configured("")
    assert severities(run) == {"LL102": "error", "LL001": "error"}


def test_the_more_specific_selector_decides(run, configured) -> None:
    configured('severity = { unguarded-state-update = "info", LL1 = "error", LL0 = "warning" }')
    assert severities(run) == {"LL102": "info", "LL001": "warning"}


def test_the_summary_counts_each_severity(run, configured) -> None:
    configured('severity = { LL102 = "warning" }\noutput-format = "concise"')
    assert "\nFound 1 error, 1 warning.\n" in run("check", ".").stdout


@pytest.mark.parametrize(
    ("threshold", "code"), [("error", 0), ("warning", 1), ("info", 1), (None, 1)]
)
def test_fail_on_is_the_least_that_fails(run, configured, threshold: str | None, code: int) -> None:
    configured('severity = { ALL = "warning" }')
    flag = ["--fail-on", threshold] if threshold else []
    finished = run("check", ".", *flag)
    assert finished.returncode == code
    assert "LL102" in finished.stdout


def test_fail_on_can_be_configured(run, configured) -> None:
    configured('severity = { ALL = "info" }\nfail-on = "warning"')
    assert run("check", ".").returncode == 0


def test_unreadable_files_fail_whatever_fail_on_says(run, configured, project, layer) -> None:
    configured('severity = { ALL = "info" }\nfail-on = "error"')
    (project / "broken.py").write_text(f"class A(:\n    pass\n\n\n{layer()}")
    assert run("check", ".").returncode == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('severity = { LL9 = "info" }', "unknown rule 'LL9' in `severity`"),
        ('severity = { LL102 = "bad" }', 'expected one of "error", "warning", "info"'),
        ('severity = "info"', 'expected a table, found the string "info"'),
        ('fail-on = "never"', 'expected one of "error", "warning", "info"'),
    ],
)
def test_a_wrong_severity_is_refused(run, configured, text: str, message: str) -> None:
    configured(text)
    finished = run("check", ".")
    assert finished.returncode == 2
    assert message in finished.stderr


def fix_of(run, code: str) -> str | None:
    entries = json.loads(run("check", ".", "--output-format", "json").stdout)
    [fix] = [entry["fix"] for entry in entries if entry["code"] == code]
    return fix and fix["applicability"]


def test_safe_fixes_can_be_made_unsafe(run, configured, project) -> None:
    configured('extend-unsafe-fixes = ["unguarded-state-update"]')
    assert (fix_of(run, "LL102"), fix_of(run, "LL001")) == ("unsafe", "safe")
    run("check", ".", "--fix")
    assert "if training:" not in (project / "layer.py").read_text()


def test_unsafe_fixes_can_be_made_safe(run, project) -> None:
    source = "x = 1  # layerlint: ignore(LL102)\n"
    (project / "layer.py").write_text(source)
    arguments = ("check", "--isolated", "--select", "LL002", ".", "--fix")
    run(*arguments)
    assert (project / "layer.py").read_text() == source
    run(*arguments, "--config", 'extend-safe-fixes = ["LL002"]')
    assert (project / "layer.py").read_text() == "x = 1  # layerlint: ignore[LL102]\n"


def test_unfixable_rules_have_no_fix(run, configured, project) -> None:
    configured('unfixable = ["LL102"]')
    assert (fix_of(run, "LL102"), fix_of(run, "LL001")) == (None, "safe")
