"""Configuration files: which one governs, what it may say, and how a mistake is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

BUGGY = """\
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training):
        self.seen.assign_add(1.0)
        return inputs + self.seen
"""


@pytest.fixture
def codes(run, tmp_path: Path):
    """The codes that a run reports, by file; `layer.py` has an LL102 and an LL107."""

    def check(*arguments: str, cwd: Path | None = None) -> list[str]:
        finished = run("check", *arguments, "--output-format", "concise", cwd=cwd)
        assert finished.returncode in (0, 1), finished.stderr
        lines = [line for line in finished.stdout.splitlines() if ": LL" in line]
        return [f"{line.partition(':')[0]} {line.split(' ')[1]}" for line in lines]

    (tmp_path / "layer.py").write_text(BUGGY)
    return check


def pyproject(directory: Path, text: str) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "pyproject.toml").write_text(f"[tool.layerlint]\n{text}\n")


def test_pyproject_is_read(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL102"]')
    assert codes() == ["layer.py LL102"]


@pytest.mark.parametrize("name", ["layerlint.toml", ".layerlint.toml"])
def test_a_file_of_its_own_needs_no_section(codes, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('select = ["LL107"]\n')
    pyproject(tmp_path, 'select = ["LL102"]')
    assert codes() == ["layer.py LL107"]


def test_the_nearest_file_with_the_section_governs_and_is_not_merged(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL102"]')
    pyproject(tmp_path / "inner", 'select = ["LL107"]')
    (tmp_path / "inner" / "other").mkdir()
    (tmp_path / "inner" / "other" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (tmp_path / "inner" / "other" / "layer.py").write_text(BUGGY)
    assert codes() == ["inner/other/layer.py LL107", "layer.py LL102"]


def test_the_configuration_is_found_from_the_file_not_from_here(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL107"]')
    elsewhere = tmp_path / "elsewhere"
    pyproject(elsewhere, 'select = ["LL102"]')
    assert codes("../layer.py", cwd=elsewhere) == ["../layer.py LL107"]


def test_isolated_reads_no_file(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL106"]')
    assert codes("--isolated", "--select", "LL102") == ["layer.py LL102"]


def test_a_configuration_file_can_be_named(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL106"]')
    (tmp_path / "strict.toml").write_text('select = ["LL102"]\n')
    assert codes("--config", "strict.toml") == ["layer.py LL102"]


def test_options_can_be_given_one_by_one(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL106"]')
    assert codes("--config", "select = ['LL102', 'LL107']", "--config", "ignore = ['LL102']") == [
        "layer.py LL107"
    ]


def test_flags_stand_above_files(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL106"]\noutput-format = "json"')
    assert codes("--select", "LL102") == ["layer.py LL102"]


def test_a_file_extends_another(codes, tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text('select = ["LL1"]\nignore = ["LL102"]\n')
    pyproject(tmp_path, 'extend = "base.toml"\nextend-select = ["LL102"]\nignore = ["LL107"]')
    assert codes() == ["layer.py LL102"]


def test_extended_patterns_are_relative_to_their_own_file(codes, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    pyproject(inner, 'extend = "../base.toml"\nextend-exclude = ["b/layer.py"]')
    (tmp_path / "base.toml").write_text(
        'select = ["LL102"]\nextend-exclude = ["inner/a/layer.py"]\n'
    )
    for name in ("a", "b", "c"):
        (inner / name).mkdir()
        (inner / name / "layer.py").write_text(BUGGY)
    assert codes("inner") == ["inner/c/layer.py LL102"]


def test_rules_are_ignored_per_file(codes, tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "layer.py").write_text(BUGGY)
    ignores = '[tool.layerlint.per-file-ignores]\n"tests/**" = ["LL1"]\n"*.py" = ["LL107"]'
    pyproject(tmp_path, f'select = ["training"]\n{ignores}')
    assert codes() == ["layer.py LL102"]


def test_rules_are_ignored_per_file_by_flags(codes, tmp_path: Path) -> None:
    pyproject(tmp_path, 'select = ["LL102", "LL107"]')
    assert codes("--per-file-ignores", "tests/*:LL1,layer.py:LL107") == ["layer.py LL102"]
    assert codes("--per-file-ignores", "l*.py:LL107", "--per-file-ignores", "l*.py:LL102") == []
    assert codes("--extend-per-file-ignores", "layer.py:unguarded-state-update") == [
        "layer.py LL107"
    ]


def test_a_generation_is_written_as_a_requirement_too(run, tmp_path: Path) -> None:
    meant = {
        "3": ["3", ">=3", "==3.*", "~=3.1", ">=3.0,<4", ">= 3"],
        "2": ["2", "<3", "==2.15.0", ">=2.4,<3", "< 3.0"],
        "both": ["both", ">=2", ">=2.12,<4", "<4"],
    }
    for generation, spellings in meant.items():
        for spelling in spellings:
            finished = run("--show-settings", "--target-keras", spelling)
            assert f'target-keras = "{generation}"  # command line' in finished.stdout


def test_what_no_generation_satisfies_is_refused(run) -> None:
    for spelling in (">=3,<3", "4", ">=4", "<2", "3,", "", "keras>=3"):
        finished = run("--target-keras", spelling)
        assert finished.returncode == 2
        assert finished.stderr.startswith("error: wrong value for --target-keras: expected one of")


def test_verbose_output_names_the_file_that_a_nearer_one_takes_the_place_of(
    run, tmp_path: Path
) -> None:
    pyproject(tmp_path, 'select = ["LL107"]')
    inner = tmp_path / "inner"
    pyproject(inner, 'select = ["LL102"]')
    (inner / "layer.py").write_text(BUGGY)
    shadowing = f"(in place of {tmp_path / 'pyproject.toml'}, which it does not extend)"
    assert shadowing in run("-v", "inner").stderr
    assert shadowing not in run("inner").stderr
    pyproject(inner, 'extend = "../pyproject.toml"')
    assert shadowing not in run("-v", "inner").stderr


def test_an_inverted_pattern_ignores_everywhere_else(codes, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "layer.py").write_text(BUGGY)
    pyproject(tmp_path, 'select = ["LL102"]\nper-file-ignores = { "!src/**" = ["LL102"] }')
    assert codes() == ["src/layer.py LL102"]


def test_a_base_that_cannot_be_read_is_declared(codes, tmp_path: Path) -> None:
    (tmp_path / "layer.py").write_text(
        BUGGY.replace("from tensorflow import keras", "from company.nn import Base").replace(
            "keras.layers.Layer", "Base"
        )
    )
    pyproject(tmp_path, 'select = ["LL102"]')
    assert codes() == []
    pyproject(tmp_path, 'select = ["LL102"]\nlayer-bases = ["company.nn.Base"]')
    assert codes() == ["layer.py LL102"]


def test_the_option_of_a_rule_changes_what_it_reports(codes, tmp_path: Path) -> None:
    (tmp_path / "layer.py").write_text(
        "from tensorflow import keras\n\n\n"
        "class Double(keras.layers.Layer):\n"
        "    def call(self, inputs):\n"
        "        return 2 * inputs\n"
    )
    pyproject(tmp_path, 'select = ["LL101"]')
    assert codes() == []
    pyproject(
        tmp_path,
        'select = ["LL101"]\n[tool.layerlint.missing-training-parameter]\nrequire = "always"',
    )
    assert codes() == ["layer.py LL101"]


def test_source_roots_resolve_imports(codes, tmp_path: Path) -> None:
    (tmp_path / "lib" / "deep" / "pkg").mkdir(parents=True)
    (tmp_path / "lib" / "deep" / "pkg" / "__init__.py").write_text("")
    (tmp_path / "lib" / "deep" / "pkg" / "base.py").write_text(
        "from tensorflow import keras\n\n\nclass Base(keras.layers.Layer):\n    pass\n"
    )
    (tmp_path / "layer.py").write_text(
        BUGGY.replace("from tensorflow import keras", "from pkg.base import Base").replace(
            "keras.layers.Layer", "Base"
        )
    )
    pyproject(tmp_path, 'select = ["LL102"]\nsrc = ["lib/deep"]')
    assert codes("layer.py") == ["layer.py LL102"]


def test_show_settings_names_the_origin_of_every_value(run, tmp_path: Path) -> None:
    (tmp_path / "layer.py").write_text(BUGGY)
    (tmp_path / "base.toml").write_text('extend-exclude = ["a"]\n')
    pyproject(tmp_path, 'extend = "base.toml"\nselect = ["LL102"]\nextend-exclude = ["b"]')
    finished = run("--show-settings", "--target-keras", "3", "--config", "unsafe-fixes = true")
    lines = finished.stdout.splitlines()
    assert finished.returncode == 0
    assert lines[0] == f"# {tmp_path / 'pyproject.toml'}"
    assert 'select = ["LL102"]  # pyproject.toml' in lines
    assert 'extend-exclude = ["a", "b"]  # base.toml, pyproject.toml' in lines
    assert 'target-keras = "3"  # command line' in lines
    assert "unsafe-fixes = true  # --config 'unsafe-fixes = true'" in lines
    assert "force-exclude = false  # default" in lines
    assert lines[-1] == "# enabled: LL102"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            'select = ["LL102"',
            "pyproject.toml:2:18: not valid TOML: Unclosed array",
            "",
        ),
        (
            "select = LL102",
            "pyproject.toml:2:10: not valid TOML: Invalid value\n"
            "  |\n2 | select = LL102\n  |          ^",
            "",
        ),
        (
            'selct = ["LL102"]',
            "pyproject.toml:2:1: unknown option `selct` in [tool.layerlint]\n"
            '  |\n2 | selct = ["LL102"]\n  | ^^^^^\n',
            "hint: did you mean 'select'?",
        ),
        (
            "qwertyuiop = 1",
            "unknown option `qwertyuiop` in [tool.layerlint]",
            "hint: see `layerlint config` for all options",
        ),
        (
            'select = "LL102"',
            "pyproject.toml:2:1: wrong value for `select`: "
            'expected a list of strings, found the string "LL102"',
            "",
        ),
        ('exclude = "old"', "expected a list of strings", 'hint: write ["old"]'),
        (
            'per-file-ignores = { "a.py" = "LL1" }',
            "pyproject.toml:2:22: wrong value for `per-file-ignores`: expected a list of strings",
            'hint: write ["LL1"]',
        ),
        (
            'select = [\n  "LL1",\n  "LL9x",\n]',
            "pyproject.toml:4:3: unknown rule 'LL9x' in `select`\n  |\n4 |   \"LL9x\",\n",
            "",
        ),
        ("select = [1]", "expected a list of strings, found the number 1 in it", ""),
        ("unsafe-fixes = 1", "expected a boolean, found the number 1", ""),
        ("jobs = true", "expected an integer, found the boolean true", ""),
        ("jobs = -1", "expected a number that is not negative", ""),
        ('per-file-ignores = ["LL1"]', "expected a table, found a list", ""),
        (
            'output-format = "jsn"',
            '"rdjson", "sarif", found the string "jsn"',
            "hint: did you mean 'json'?",
        ),
        (
            'ignore = ["LL1", "unguarded-state-updat"]',
            "pyproject.toml:2:18: unknown rule 'unguarded-state-updat' in `ignore`",
            "hint: did you mean 'unguarded-state-update'?",
        ),
        (
            'per-file-ignores = { "a.py" = ["LL999"] }',
            "unknown rule 'LL999' in `per-file-ignores`",
            "",
        ),
        (
            'missing-training-parameter.require = "alway"',
            "wrong value for `missing-training-parameter.require`",
            "hint: did you mean 'always'?",
        ),
        (
            'missing-training-parameter.requires = "always"',
            "unknown option `missing-training-parameter.requires`",
            "hint: did you mean 'missing-training-parameter.require'?",
        ),
        ('required-version = ">=99"', "required version >=99 does not match", ""),
        ('extend = "nowhere.toml"', "`extend` names no file: nowhere.toml", ""),
        ('extend = "pyproject.toml"', "`extend` goes round in a circle", ""),
    ],
)
def test_a_mistake_is_shown_where_it_stands(run, tmp_path: Path, text, message, hint) -> None:
    (tmp_path / "layer.py").write_text(BUGGY)
    pyproject(tmp_path, text)
    finished = run("check", ".")
    assert (finished.returncode, finished.stdout) == (2, "")
    assert message in finished.stderr
    assert hint in finished.stderr


def test_a_newer_configuration_is_refused_for_its_version_not_for_its_keys(
    run, tmp_path: Path
) -> None:
    (tmp_path / "layer.py").write_text(BUGGY)
    pyproject(tmp_path, 'from-the-future = 1\nrequired-version = ">=99"')
    assert "required version >=99" in run("check", ".").stderr


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('[tool.layerlint]\nselect = ["LL1"]', "[tool.layerlint] is for pyproject.toml"),
        ('[lint]\nselect = ["LL1"]', "options of the linter have no section of their own"),
        ("preview = true", "rules that are off by default are switched on by name"),
    ],
)
def test_what_other_linters_have_is_answered_with_what_to_write(
    run, tmp_path: Path, text: str, hint: str
) -> None:
    (tmp_path / "layerlint.toml").write_text(text)
    finished = run("check", ".")
    assert finished.returncode == 2
    assert f"hint: {hint}" in finished.stderr


def test_keys_of_other_sections_are_not_mistaken_for_ours(run, tmp_path: Path) -> None:
    (tmp_path / "layer.py").write_text(BUGGY)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.other]\nselct = 1\n\n[tool.layerlint]\nselct = ["LL1"]\n'
    )
    assert "pyproject.toml:5:1: unknown option" in run("check", ".").stderr


def test_broken_toml_without_a_word_about_layerlint_is_not_our_business(
    codes, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other\n")
    assert "layer.py LL102" in codes("--select", "LL102")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--config", "nowhere.toml"], "cannot read the configuration file nowhere.toml"),
        (["--config", "selct = ['LL1']"], "--config:1:1: unknown option `selct`"),
        (["--config", "select = "], "--config:1:10: not valid TOML"),
        (["--config", "a.toml", "--config", "b.toml"], "more than one configuration file"),
        (["--per-file-ignores", "a.py"], "'a.py' is no pair of a pattern and a rule"),
        (["--per-file-ignores", "a.py:LL999"], "unknown rule 'LL999' in --per-file-ignores"),
        (["--docs-url", "docs"], "expected an address, found the string"),
        (["--docs-url", "https://a.b/{rule}"], "`{rule}` stands for nothing"),
        (["--config", "a.toml", "--isolated"], "--isolated does not go with a configuration file"),
    ],
)
def test_a_wrong_configuration_flag_fails(run, arguments, message) -> None:
    finished = run("check", *arguments)
    assert (finished.returncode, finished.stdout) == (2, "")
    assert message in finished.stderr
