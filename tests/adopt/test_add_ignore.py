"""`--add-ignore` writes comments that hide what is found, and leaves all else as it is."""

from __future__ import annotations

import pytest

ONE_RULE = ("check", "--isolated", "--select", "LL102,LL0", "--output-format", "concise")


def changed_lines(before: str, after: str) -> list[str]:
    old, new = before.splitlines(), after.splitlines()
    assert len(old) == len(new)
    return [line for was, line in zip(old, new, strict=True) if was != line]


@pytest.mark.parametrize(
    ("flag", "reason"), [("--add-ignore", ""), ("--add-ignore=old bug", "  old bug")]
)
def test_each_finding_gets_a_comment(run, project, layer, flag: str, reason: str) -> None:
    finished = run(*ONE_RULE, flag, ".")
    assert finished.returncode == 0
    assert finished.stdout == "All checks passed!\n"
    assert finished.stderr == "Added 1 ignore in 1 file.\n"
    [line] = changed_lines(layer(), (project / "layer.py").read_text())
    assert line == f"        self.seen.assign_add(1.0)  # layerlint: ignore[LL102]{reason}"


@pytest.mark.parametrize(
    ("statement", "after"),
    [
        (
            "self.seen.assign_add(\n            1.0,\n        )",
            "self.seen.assign_add(\n            1.0,\n        )  # layerlint: ignore[LL102]",
        ),
        (
            "self.seen.assign_add(1.0)  # why",
            "self.seen.assign_add(1.0)  # why  # layerlint: ignore[LL102]",
        ),
        (
            "self.seen.assign_add(1.0)  # noqa: E501",
            "self.seen.assign_add(1.0)  # noqa: E501  # layerlint: ignore[LL102]",
        ),
        (
            "self.seen.assign_add(1.0)  # layerlint: ignore[LL101]  why",
            "self.seen.assign_add(1.0)  # layerlint: ignore[LL101, LL102]  why",
        ),
        (
            "self.seen \\\n            .assign_add(1.0)",
            "self.seen \\\n            .assign_add(1.0)  # layerlint: ignore[LL102]",
        ),
        (
            'self.seen.assign_add(len("""a\nb"""))   ',
            'self.seen.assign_add(len("""a\nb"""))  # layerlint: ignore[LL102]   ',
        ),
    ],
)
def test_the_comment_stands_at_the_end_of_the_statement(
    run, project, layer, statement: str, after: str
) -> None:
    path = project / "layer.py"
    before = layer().replace("self.seen.assign_add(1.0)", statement)
    path.write_text(before)
    arguments = ("check", "--isolated", "--select", "LL102", "--add-ignore", ".")
    assert run(*arguments).returncode == 0
    assert path.read_text() == before.replace(statement, after)


def test_line_endings_and_encoding_stay(run, project, layer) -> None:
    path = project / "layer.py"
    before = ("# coding: latin-1\n# é\n" + layer()).replace("\n", "\r\n").encode("latin-1")
    path.write_bytes(before)
    assert run(*ONE_RULE, "--add-ignore", ".").returncode == 0
    comment = b"assign_add(1.0)  # layerlint: ignore[LL102]"
    assert path.read_bytes() == before.replace(b"assign_add(1.0)", comment)


def test_what_the_baseline_accepts_gets_no_comment(run, project, layer) -> None:
    run("baseline", "write")
    (project / "new.py").write_text(layer("New"))
    assert run("check", "--add-ignore", ".").returncode == 0
    assert (project / "layer.py").read_text() == layer()
    assert "ignore[LL102]" in (project / "new.py").read_text()


def test_what_no_comment_hides_is_reported(run, project, layer) -> None:
    (project / "broken.py").write_text(f"class A(:\n    pass\n\n\n{layer()}")
    finished = run(*ONE_RULE, "--add-ignore", ".")
    assert finished.returncode == 1
    assert "broken.py:1:9: syntax-error" in finished.stdout


def test_the_path_is_not_taken_for_a_reason(run, project) -> None:
    assert run(*ONE_RULE, "--add-ignore", "layer.py").stderr == "Added 1 ignore in 1 file.\n"
    assert run(*ONE_RULE, "--add-ignore", "layer.py").stderr == "Nothing to ignore.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--add-ignore=a # b"], "must be one line without `#`"),
        (["--add-ignore", "--fix"], "--add-ignore does not go with --fix"),
        (["--add-ignore", "--diff"], "--add-ignore does not go with --diff"),
        (["--add-ignore", "-"], "--add-ignore does not go with stdin"),
    ],
)
def test_what_cannot_be_done_is_refused(run, project, arguments: list[str], message: str) -> None:
    finished = run("check", "--isolated", *arguments)
    assert finished.returncode == 2
    assert message in finished.stderr


def test_a_reason_outside_of_the_encoding_is_refused(run, project, layer) -> None:
    path = project / "layer.py"
    path.write_bytes(b"# coding: latin-1\n" + layer().encode())
    finished = run(*ONE_RULE, "--add-ignore=\u2603", ".")
    assert finished.returncode == 2
    assert "cannot be written in the encoding" in finished.stderr
    assert path.read_bytes() == b"# coding: latin-1\n" + layer().encode()


def test_a_text_that_only_the_tokenizer_refuses_is_named_and_left(run, project, layer) -> None:
    path = project / "layer.py"
    # A method that begins with a continuation, further in than what follows.
    odd = layer().replace(
        "        self.seen.assign_add", "            \\\n\n        self.seen.assign_add"
    )
    path.write_text(odd)
    assert "LL102" in run(*ONE_RULE, ".").stdout
    finished = run(*ONE_RULE, "--add-ignore", ".")
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: layer.py: no comment can be placed")
    assert path.read_text() == odd
