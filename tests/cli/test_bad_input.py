"""Bad input of every kind: said clearly, with the right exit code, and never at others' cost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from layerlint.cli.dispatch import dispatch

# A class that may be a layer, without which a file is not parsed.
MAY_BE_A_LAYER = "\n\nclass A(keras.layers.Layer):\n    pass\n"
ONE_RULE = ("--isolated", "--select", "LL102", "--output-format", "concise")


def first_line(text: str) -> str:
    return text.splitlines()[0]


def test_a_syntax_error_is_a_diagnostic(run, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("import keras\ndef f(:\n    pass\n" + MAY_BE_A_LAYER)
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    assert first_line(finished.stdout).startswith("broken.py:2:7: syntax-error Cannot be parsed")


def test_a_syntax_error_is_shown_in_its_frame(run, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("x = (1,\nimport keras\n" + MAY_BE_A_LAYER)
    finished = run("--isolated", "broken.py")
    assert "1 | x = (1,\n  |     ^\n" in finished.stdout
    assert "'(' was never closed" in finished.stdout


def test_a_syntax_error_costs_only_its_own_file(run, tmp_path: Path, buggy: Path) -> None:
    (tmp_path / "broken.py").write_text("def\nimport keras\n" + MAY_BE_A_LAYER)
    codes = [
        entry["code"] for entry in json.loads(run(*ONE_RULE, "--output-format", "json", ".").stdout)
    ]
    assert codes == ["syntax-error", "LL102"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x = '\xff'\n", "byte 5 (0xff) is not utf-8 (the default, none is declared)"),
        (b"# coding: ascii\nx = '\xe9'\n", "byte 21 (0xe9) is not ascii (declared)"),
        (b"# -*- coding: nope-8 -*-\nx = 1\n", "unknown encoding `nope-8`"),
        (b"# coding: rot13\nx = 1\n", "`rot13` is not an encoding of text"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "starts with a UTF-8 byte order mark but declares"),
    ],
)
def test_an_encoding_error_names_byte_and_encoding(
    run, tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "encoded.py").write_bytes(content)
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    assert "invalid-encoding Cannot decode the file: " in finished.stdout
    assert message in finished.stdout


def test_encoding_errors_cannot_be_selected_away(run, tmp_path: Path) -> None:
    (tmp_path / "encoded.py").write_bytes(b"\xff")
    assert run("--isolated", "--select", "LL106", "--ignore", "ALL", ".").returncode == 1


def test_declared_encodings_are_decoded(run, tmp_path: Path) -> None:
    (tmp_path / "encoded.py").write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    assert run(*ONE_RULE, ".").returncode == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"x = 1", b"\xef\xbb\xbfx = 1\r\n", b"\x0c\n"])
def test_unusual_files_that_are_fine_pass(run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "unusual.py").write_bytes(content)
    assert run(*ONE_RULE, ".").returncode == 0


def test_a_nul_byte_is_a_syntax_error(run, tmp_path: Path) -> None:
    (tmp_path / "nul.py").write_bytes(b"import keras\ny = '\0'\n" + MAY_BE_A_LAYER.encode())
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    place = "nul.py:2:6: syntax-error Cannot be parsed: the file holds a NUL byte"
    assert first_line(finished.stdout) == place


def test_a_missing_path_fails_and_the_others_are_checked(run, buggy: Path) -> None:
    finished = run(*ONE_RULE, "missing.py", "buggy.py")
    assert finished.returncode == 2
    assert finished.stderr == "error: no such file or directory: missing.py\n"
    assert "LL102" in finished.stdout


def test_nothing_is_said_to_have_passed_where_nothing_was_checked(run) -> None:
    finished = run(*ONE_RULE, "missing.py")
    assert (finished.returncode, finished.stdout) == (2, "")


def test_a_misspelled_command_is_recognised(run) -> None:
    finished = run("chek")
    assert finished.returncode == 2
    assert "did you mean the command 'check'?" in finished.stderr


def test_a_directory_without_python_is_a_warning(run, tmp_path: Path) -> None:
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 0
    assert finished.stderr == "warning: no Python files found under the given paths\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable here")
def test_an_unreadable_file_is_a_diagnostic(run, buggy: Path) -> None:
    buggy.chmod(0)
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    assert "io-error Cannot read the file: Permission denied" in finished.stdout


def test_a_dangling_link_is_a_diagnostic_rather_than_silence(run, tmp_path: Path) -> None:
    (tmp_path / "link.py").symlink_to("nowhere.py")
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    assert "link.py:1:1: io-error Cannot read the file: No such file" in finished.stdout


def test_code_that_is_nested_too_deeply_is_reported(run, tmp_path: Path, buggy: Path) -> None:
    deep = "-" * 30_000 + "1"
    (tmp_path / "deep.py").write_text(f"x = {deep}\nimport keras\n{MAY_BE_A_LAYER}")
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    assert "deep.py:1:1: too-complex The code is nested too deeply" in finished.stdout
    assert "LL102" in finished.stdout


@pytest.mark.parametrize(
    ("length", "code"), [(1500, "LL102"), (2500, "too-complex")], ids=["long", "too long"]
)
def test_a_layer_with_a_chain_of_attributes_is_never_passed_over(
    run, buggy: Path, length: int, code: str
) -> None:
    text = buggy.read_text()
    buggy.write_text(f"{text}        return self{'.a' * length}\n")
    assert f" {code} " in run(*ONE_RULE, ".").stdout
    explained = run("explain", f"{buggy.name}:11")
    assert explained.returncode == 0
    assert not explained.stderr


def test_a_long_expression_in_a_layer_does_no_harm(run, tmp_path: Path, buggy: Path) -> None:
    terms = " + ".join(["inputs"] * 4000)
    (tmp_path / "long.py").write_text(
        "from tensorflow import keras\n\n\n"
        "class Sum(keras.layers.Layer):\n"
        f"    def call(self, inputs):\n        return {terms}\n"
    )
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    assert "internal-error" not in finished.stdout
    assert "LL102" in finished.stdout


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--ignore", "XYZ"], "unknown rule 'XYZ' in --ignore", "see `layerlint rule --all`"),
        (
            ["--extend-select", "unguarded-state-updat"],
            "unknown rule 'unguarded-state-updat' in --extend-select",
            "did you mean 'unguarded-state-update'?",
        ),
        (["--selct", "LL1"], "unexpected argument '--selct'", "did you mean '--select'?"),
        (["--nope"], "unexpected argument '--nope'", "layerlint check --help"),
        (
            ["--output-format", "jsn"],
            "argument --output-format: 'jsn' is not one of concise, full, grouped, json, "
            "json-lines, junit, github, gitlab, azure, pylint, rdjson, sarif; "
            "did you mean 'json'?",
            "layerlint check --help",
        ),
        (["--target-keras", "4"], 'expected one of "auto", "2", "3", "both"', ""),
        (["--select", "F401"], "unknown rule 'F401' in --select", "see `layerlint rule --all`"),
        (["--format", "json"], "unexpected argument '--format'", "mean '--output-format'?"),
        (["--rules", "LL1"], "unexpected argument '--rules'", "did you mean '--select'?"),
        (["--disable=LL1"], "unexpected argument '--disable=LL1'", "did you mean '--ignore'?"),
        (["-f", "json"], "unexpected argument '-f'", "did you mean '--output-format'?"),
        (["--json"], "unexpected argument '--json'", "did you mean '--output-format json'?"),
        (["--fix=true"], "--fix takes no value", "layerlint check --help"),
        (["--select"], "--select needs a value", "layerlint check --help"),
        (["--config", "select=LL1"], "not valid TOML", "hint: strings stand in quotes"),
        (["--select", "LL1O2"], "unknown rule 'LL1O2' in --select", "did you mean 'LL102'?"),
        (["--select", ""], "--select names no rule", "see `layerlint rule --all`"),
        (["--jobs", "-3"], "wrong value for --jobs: expected a number that is not negative", ""),
        (["--jobs", "many"], "argument --jobs/-j: 'many' is no number", ""),
        (["-", "other.py"], "`-` (stdin) does not go with other paths", ""),
    ],
)
def test_a_wrong_flag_is_answered_with_the_nearest(run, arguments, message, hint) -> None:
    finished = run(*arguments)
    assert (finished.returncode, finished.stdout) == (2, "")
    assert finished.stderr.startswith(f"error: {message}") or message in finished.stderr
    assert hint in finished.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["lint", "."], "did you mean the command 'check'?"),
        (["fix", "."], "did you mean the command 'check --fix'?"),
        (["chekc", "."], "did you mean the command 'check'?"),
        ([".", "--select", "LL101", "LL201"], "rules are separated by commas"),
        (["--add-ignore", "legacy", "."], "a reason stands after `=`: --add-ignore=legacy"),
    ],
)
def test_a_word_that_is_no_path_is_answered_with_what_was_meant(run, arguments, hint) -> None:
    finished = run(*arguments)
    assert finished.returncode == 2
    assert f"hint: {hint}" in finished.stderr
    assert "All checks passed" not in finished.stdout


def test_an_output_file_that_cannot_be_written_fails(run, buggy: Path) -> None:
    finished = run(*ONE_RULE, "--output-file", "no/such/dir.txt", ".")
    assert finished.returncode == 2
    assert "error: cannot write no/such/dir.txt" in finished.stderr


def crash(*_: object) -> None:
    raise ZeroDivisionError("by design")


@pytest.fixture
def crashing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Makes LL102 crash in this process."""
    from layerlint.checks.training.unguarded_state_update import unguarded_state_update

    monkeypatch.setattr(unguarded_state_update, "function", crash)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("crashing")
def test_a_crashing_rule_names_itself_and_the_others_go_on(
    buggy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    buggy.write_text(buggy.read_text().replace("training=None", "training"))
    code = dispatch(["--isolated", "--select", "LL102,LL107", "--output-format", "concise", "."])
    lines = capsys.readouterr().out.splitlines()
    assert code == 2
    assert lines[0].startswith(
        "buggy.py:6:1: internal-error LL102 (unguarded-state-update) crashed on `Counter`: "
        "ZeroDivisionError: by design"
    )
    assert "LL107" in lines[1]


@pytest.mark.usefixtures("crashing")
def test_exit_zero_does_not_hide_a_crash(buggy: Path) -> None:
    assert dispatch(["--isolated", "--select", "LL102", "--exit-zero", "."]) == 2


def test_a_libcst_that_is_not_ours_is_no_fault_of_the_files(
    run, tmp_path: Path, buggy: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import libcst\n"
        "\n"
        "def parse(*_):\n"
        "    raise AttributeError('type_parameters')\n"
        "\n"
        "libcst.parse_module = parse\n"
    )
    paths = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    finished = run(*ONE_RULE, buggy.name, environment={"PYTHONPATH": paths})
    assert finished.returncode == 2
    assert "internal-error the file cannot be read: AttributeError: type_parameters" in (
        finished.stdout
    )


def test_the_server_says_what_has_to_be_installed_for_it(run, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name, *rest: None if name == 'pygls' else find(name, *rest)\n"
    )
    finished = run("server", environment={"PYTHONPATH": str(tmp_path)})
    assert finished.returncode == 2
    assert finished.stderr.splitlines()[0].startswith("error: the language server needs packages")
    assert "pip install 'layerlint[server]'" in finished.stderr


@pytest.mark.parametrize(
    "header",
    ["class A(keras.layers.Layer:", "class A(keras.layers.Layer", "class A(keras.layers.Layer)"],
)
def test_a_class_statement_that_is_not_finished_is_a_syntax_error(run, tmp_path, header) -> None:
    (tmp_path / "broken.py").write_text(f"import keras\n\n{header}\n    rate = 0.5\n")
    finished = run(*ONE_RULE, ".")
    assert finished.returncode == 1
    assert first_line(finished.stdout).startswith("broken.py:3:")
    assert "syntax-error" in first_line(finished.stdout)


def test_a_list_of_layers_says_which_files_could_not_be_read(run, tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text("import keras\n" + MAY_BE_A_LAYER)
    (tmp_path / "broken.py").write_text("import keras\ndef f(:\n    pass\n" + MAY_BE_A_LAYER)
    (tmp_path / "encoded.py").write_bytes(b"import keras\n# \xff" + MAY_BE_A_LAYER.encode())
    finished = run("layers", ".")
    assert finished.returncode == 2
    assert "good.py:4: layer A" in finished.stdout
    assert "error: broken.py:2:7: Cannot be parsed" in finished.stderr
    assert "error: encoded.py:2:3: Cannot decode the file" in finished.stderr
