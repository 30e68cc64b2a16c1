"""What each form of suppression covers."""

from __future__ import annotations

from textwrap import dedent

import pytest

from layerlint.suppress.comments import covers_any

HEADER = """\
from tensorflow import keras


class Counter(keras.layers.Layer):{class_comment}
    def build(self, input_shape):
        self.a = self.add_weight(name="a", shape=(), trainable=False)
        self.b = self.add_weight(name="b", shape=(), trainable=False)

    def call(self, inputs, training=None):
"""
# The body starts at row 10.
BODY = """\
        self.a.assign_add(1.0){a}
        self.b.assign_add(
            1.0,
        ){b}
        return inputs + self.a + self.b
"""
A, B = ("LL102", 10), ("LL102", 11)


def source(a: str = "", b: str = "", class_comment: str = "", body: str = BODY) -> str:
    return (HEADER + body).format(a=a, b=b, class_comment=class_comment)


@pytest.fixture
def check(lint):
    """(code, row) of what is reported with LL102 and the rules about suppressions."""
    return lambda text: lint(text, select=["LL102", "LL001", "LL002"])


def test_without_a_comment_both_writes_are_reported(check) -> None:
    assert check(source()) == [A, B]


@pytest.mark.parametrize(
    "comment",
    [
        "# layerlint: ignore[LL102]",
        "# layerlint: ignore[LL102]  counted on purpose",
        "# layerlint:ignore[LL102]",
        "#layerlint: ignore [ LL102 ]",
        "# layerlint: ignore[unguarded-state-update]",
        "# layerlint: ignore[LL1]",
        "# layerlint: ignore[training]",
        "# layerlint: ignore[LL101, LL102]",
        "# type: ignore  # layerlint: ignore[LL102]",
        "# layerlint: ignore[LL102]  # pragma: no cover",
        "# noqa",
        "# NOQA",
        "# noqa: LL102",
        "# noqa:LL102",
        "# noqa : LL102",
        "# noqa: F401,LL102",
        "# noqa: F401 LL102 because",
        "# noqa: LL102  # pragma: no cover",
    ],
)
def test_a_trailing_comment_covers_its_statement(lint, comment: str) -> None:
    assert lint(source(a=f"  {comment}"), select="LL102") == [B]


@pytest.mark.parametrize("comment", ["# noqa: F401", "# layerlint: ignore[LL103]"])
def test_a_comment_about_other_rules_covers_nothing(lint, comment: str) -> None:
    assert lint(source(a=f"  {comment}"), select="LL102") == [A, B]


@pytest.mark.parametrize("comment", ["# layerlint: ignore[LL102]", "# noqa: LL102"])
def test_any_line_of_a_statement_will_do(check, comment: str) -> None:
    assert check(source(b=f"  {comment}")) == [A]
    inside = BODY.replace("1.0,", "1.0,  {inside}").format(a="", b="", inside=comment)
    assert check(source(body=inside)) == [A]


def test_a_comment_on_its_own_line_covers_the_next_statement(check) -> None:
    body = "        # layerlint: ignore[LL102]  on purpose\n\n        # (see above)\n" + BODY
    assert check(source(body=body)) == [("LL102", 14)]


def test_a_comment_on_its_own_line_covers_one_statement_only(check) -> None:
    body = "        # layerlint: ignore[LL102]\n        x = 1\n" + BODY
    assert check(source(body=body)) == [("LL001", 10), ("LL102", 12), ("LL102", 13)]


def test_a_comment_on_the_class_line_covers_the_class(check) -> None:
    assert check(source(class_comment="  # layerlint: ignore[LL102]")) == []


def test_a_comment_above_the_class_covers_the_class(check) -> None:
    text = source().replace("class Counter", "# layerlint: ignore[LL102]\nclass Counter")
    assert check(text) == []


def test_a_comment_above_its_decorator_covers_the_class(check) -> None:
    decorated = "# layerlint: ignore[LL102]\n@keras.saving.register_keras_serializable()\nclass "
    assert check(source().replace("class ", decorated)) == []


def test_the_comment_of_a_class_ends_with_it(check) -> None:
    second = source().replace("Counter", "Second").partition("\n\n\n")[2]
    text = source(class_comment="  # layerlint: ignore[LL102]") + "\n\n" + second
    assert [code for code, _ in check(text)] == ["LL102", "LL102"]


def test_noqa_on_the_class_line_covers_that_line_only(lint) -> None:
    assert lint(source(class_comment="  # noqa: LL102"), select="LL102") == [A, B]


def test_a_comment_on_the_line_of_a_function_covers_its_header_only(lint) -> None:
    text = source().replace("training=None):", "training=None):  # layerlint: ignore[LL102]")
    assert lint(text, select="LL102") == [A, B]


def test_a_file_is_covered_as_a_whole(check) -> None:
    assert check(source() + "\n# layerlint: file-ignore[LL102]\n") == []


def test_a_range_is_covered(check) -> None:
    body = "        # layerlint: disable[LL102]\n" + BODY.replace(
        "        self.b", "        # layerlint: enable[LL102]\n        self.b", 1
    )
    assert check(source(body=body)) == [("LL102", 13)]


def test_a_range_ends_with_its_block(check) -> None:
    second = source().replace("Counter", "Second").partition("\n\n\n")[2]
    body = "        # layerlint: disable[LL1]\n" + BODY
    assert [code for code, _ in check(source(body=body) + "\n\n" + second)] == ["LL102", "LL102"]


def test_a_range_in_the_outermost_block_ends_with_the_file(check) -> None:
    assert check("# layerlint: disable[training]\n" + source()) == []


def test_a_comment_in_a_string_is_no_comment(check) -> None:
    text = source(a='; "# layerlint: ignore[LL102]"')
    assert check(text) == [A, B]


@pytest.mark.parametrize("text", ["x = (  ", "if x:\n        y\n    z  ", "x = '''  "])
def test_the_comments_of_what_is_no_python_are_not_asked(run, tmp_path, text: str) -> None:
    """Nothing can be found in such a file, so that nothing has looked whether it is Python."""
    (tmp_path / "a.py").write_text(f"{text}# layerlint: ignore[LL102]\n")
    finished = run("check", "--no-cache", ".")
    assert (finished.returncode, finished.stderr) == (0, "")


def test_suppressions_are_found_in_files_without_a_layer(check) -> None:
    assert check("x = 1  # layerlint: ignore[LL102]\n") == [("LL001", 1)]


# Unused and invalid ones


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1  # layerlint: ignore[LL102]  why\n", "x = 1\n"),
        ("# layerlint: ignore[LL102]\nx = 1\n", "x = 1\n"),
        ("x = 1\n# layerlint: file-ignore[LL102]", "x = 1\n"),
        ("x = 1  # type: int  # layerlint: ignore[LL102]\n", "x = 1  # type: int\n"),
        ("x = 1  # layerlint: ignore[LL102]  # pragma: x\n", "x = 1  # pragma: x\n"),
        ("x = 1  # noqa: LL102\n", "x = 1\n"),
        ("x = 1  # noqa: F401, LL102, E501\n", "x = 1  # noqa: F401, E501\n"),
        (
            "# layerlint: disable[LL102]\nx = 1\n# layerlint: enable[LL102]\ny = 2\n",
            "x = 1\ny = 2\n",
        ),
        ("x = 1  # layerlint: ignore[LL102]\r\ny = 2\r\n", "x = 1\r\ny = 2\r\n"),
    ],
)
def test_what_suppresses_nothing_is_deleted(run, tmp_path, before: str, after: str) -> None:
    path = tmp_path / "script.py"
    path.write_bytes(before.encode())
    finished = run("--isolated", "--select", "LL001,LL002,LL102", "--fix", "script.py")
    assert finished.returncode == 0
    assert path.read_bytes().decode() == after


def test_only_what_is_unused_is_deleted(run, tmp_path) -> None:
    path = tmp_path / "layer.py"
    path.write_text(source(a="  # layerlint: ignore[LL106, LL102]  because", b="  # noqa: LL102"))
    finished = run("--isolated", "--select", "LL001,LL102,LL106", "--fix", "layer.py")
    assert finished.returncode == 0
    assert path.read_text() == source(
        a="  # layerlint: ignore[LL102]  because", b="  # noqa: LL102"
    )


def test_a_rule_that_does_not_run_cannot_be_unused(lint) -> None:
    assert lint("x = 1  # layerlint: ignore[LL103]\n", select=["LL001", "LL102"]) == []


def test_a_blanket_noqa_is_never_unused_and_hides_no_unused_one(check) -> None:
    assert check("x = 1  # noqa\n") == []
    assert check("x = 1  # noqa  # layerlint: ignore[LL102]\n") == [("LL001", 1)]


def test_unused_suppressions_are_accepted_per_file(check) -> None:
    text = "# layerlint: file-ignore[LL001]\nx = 1  # layerlint: ignore[LL102]\n"
    assert check(text) == []


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# layerlint: ignore", "`ignore` names no rule"),
        ("# layerlint: ignore[]", "`ignore` names no rule"),
        ("# layerlint: skip[LL102]", "`skip[LL102]` is none of ignore, file-ignore, disable"),
        ("# layerlint: ignroe[LL102]", "disable, enable; did you mean `ignore`?"),
        ("# layerlint:", "`` is none of"),
        ("# layerlint: enable[LL102]", "`LL102` is not disabled here"),
        (
            "# layerlint: ignore[misnamed-training-parmeter]",
            "`misnamed-training-parmeter`; did you mean `misnamed-training-parameter`?",
        ),
        ("# noqa: LL999", "names what is no rule: `LL999`"),
    ],
)
def test_what_is_no_suppression_is_reported(diagnose, comment: str, message: str) -> None:
    [found] = diagnose(f"x = 1  {comment}\n", select="LL002")
    assert found.code == "LL002"
    assert message in found.message


@pytest.mark.parametrize(
    ("comment", "after"),
    [
        ("# intended, layerlint: ignore[LL102]", "# layerlint: ignore[LL102]  intended"),
        ("# LAYERLINT: IGNORE[LL102]", "# layerlint: ignore[LL102]"),
        ("# Layerlint: ignore[LL102]  why", "# layerlint: ignore[LL102]  why"),
        ("# layerlint: Ignore[ll102]", "# layerlint: ignore[ll102]"),
        ("# layerlint: ignore(LL102) why", "# layerlint: ignore[LL102]  why"),
        ("# layerlint: ignore LL102, LL103", "# layerlint: ignore[LL102, LL103]"),
        ("# layerlint: ignore: LL102", "# layerlint: ignore[LL102]"),
        ("# layerlint: ignore[LL102", "# layerlint: ignore[LL102]"),
        ("# layerlint ignore[LL102]", "# layerlint: ignore[LL102]"),
        ("# layerlint-ignore[LL102]", "# layerlint: ignore[LL102]"),
        ("# noqa: E501 layerlint: ignore[LL102]", None),
        ("# type: ignore  # ok - layerlint: ignore(LL102)", "# layerlint: ignore[LL102]  ok"),
    ],
)
def test_what_only_looks_like_a_suppression_is_spelled_right(
    run, tmp_path, comment: str, after: str | None
) -> None:
    path = tmp_path / "layer.py"
    path.write_text(source(a=f"  {comment}"))
    arguments = ("--isolated", "--select", "LL002,LL102", "layer.py")
    finished = run(*arguments, "--output-format", "concise")
    if after is None:  # another linter's comment, whose text is its own
        assert "LL002" not in finished.stdout
        return
    assert f"LL002 The comment suppresses nothing: write `{after.partition('  ')[0]}`" in (
        finished.stdout
    )
    run(*arguments, "--fix", "--unsafe-fixes", "--config", "unfixable = ['LL102']")
    assert after in path.read_text().splitlines()[9]
    assert "LL002" not in run(*arguments).stdout


@pytest.mark.parametrize(
    "comment",
    [
        "# silence it with `layerlint: ignore[LL102]`",
        "# we let layerlint ignore LL102 here",
        "# layerlint: see ignore in pyproject.toml, it has LL102",
        "# see layerlint ignore[this]",
    ],
)
def test_what_speaks_of_suppressions_does_not_look_like_one(lint, comment: str) -> None:
    found = lint(f"x = 1  {comment}\n", select="LL002")
    assert found == ([("LL002", 1)] if comment.startswith("# layerlint:") else [])


HELPED = """\
from tensorflow import keras

from helper import count


class Counter(keras.layers.Layer):{class_comment}
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None):
        count(self.seen){comment}
        return inputs + self.seen
"""
HELPER = "def count(weight):\n    weight.assign_add(1.0)\n"


def helped(comment: str = "", class_comment: str = "") -> str:
    return HELPED.format(comment=comment, class_comment=class_comment)


def test_what_a_helper_does_is_reported_where_it_is_done(check, lint) -> None:
    assert lint(helped(), ["LL102", "LL001"], helper=HELPER) == [("LL102", 2, "helper.py")]


@pytest.mark.parametrize("rule", ["LL102", "unguarded-state-update", "training"])
def test_a_comment_on_the_call_covers_what_the_helper_does(lint, rule: str) -> None:
    text = helped(f"  # layerlint: ignore[{rule}]  counts requests")
    assert lint(text, ["LL102", "LL001"], helper=HELPER) == []


def test_a_comment_on_the_class_covers_what_its_helpers_do(lint) -> None:
    text = helped(class_comment="  # layerlint: ignore[LL102]")
    assert lint(text, ["LL102", "LL001"], helper=HELPER) == []


def test_a_comment_on_one_call_does_not_cover_what_another_causes(lint) -> None:
    other = helped().replace("Counter", "Other")
    text = helped("  # layerlint: ignore[LL102]")
    found = lint(text, ["LL102", "LL001"], helper=HELPER, other=other)
    assert found == [("LL102", 2, "helper.py")]


def test_a_blanket_noqa_on_the_call_is_for_other_linters(lint) -> None:
    found = lint(helped("  # noqa"), ["LL102", "LL001"], helper=HELPER)
    assert found == [("LL102", 2, "helper.py")]


def test_a_comment_on_the_call_of_another_rule_covers_nothing(lint) -> None:
    found = lint(helped("  # layerlint: ignore[LL103]"), ["LL102"], helper=HELPER)
    assert found == [("LL102", 2, "helper.py")]


def test_fixing_keeps_a_comment_that_covers_what_a_helper_does(run, tmp_path) -> None:
    text = helped("  # layerlint: ignore[LL102]") + "# layerlint: enable[LL102]\n"
    (tmp_path / "layer.py").write_text(text)
    (tmp_path / "helper.py").write_text(HELPER)
    run("--isolated", "--select", "LL0,LL102", "--fix", "--unsafe-fixes", ".")
    assert (tmp_path / "layer.py").read_text() == helped("  # layerlint: ignore[LL102]")
    assert (tmp_path / "helper.py").read_text() == HELPER


def test_codes_of_other_linters_are_their_business(check) -> None:
    assert check("import os  # noqa: F401, PLR0913\n") == []


def test_a_name_that_is_no_rule_is_deleted_by_an_unsafe_fix(run, tmp_path) -> None:
    path = tmp_path / "layer.py"
    path.write_text(source(a="  # layerlint: ignore[LL102, qwertz]"))
    run("--isolated", "--select", "LL002", "--fix", "layer.py")
    assert "qwertz" in path.read_text()
    run("--isolated", "--select", "LL002", "--fix", "--unsafe-fixes", "layer.py")
    assert path.read_text() == source(a="  # layerlint: ignore[LL102]")


def test_syntax_errors_cannot_be_suppressed(lint) -> None:
    text = dedent(
        "# layerlint: file-ignore[ALL]\ndef f(:  # noqa\n"
        "import keras\nclass A(keras.layers.Layer):\n    pass\n"
    )
    assert lint(text) == [("syntax-error", 2)]


def test_codes_that_belong_to_another_linter_are_left_alone(lint) -> None:
    text = source(a="  # noqa: LL102, LL901", b="  # layerlint: ignore[LL102, D417]")
    rules = ["LL102", "LL001", "LL002"]
    assert lint(text, select=rules) == [("LL002", 10), ("LL002", 13)]
    assert lint(text, select=rules, options={"external": ("LL9", "d4")}) == []


def test_a_rule_is_no_code_of_another_linter(lint) -> None:
    text = source(a="  # layerlint: ignore[LL107]", b="  # layerlint: ignore[LL102]")
    rules = ["LL102", "LL107", "LL001"]
    found = lint(text, select=rules, options={"external": ("LL1",)})
    assert found == [("LL102", 10), ("LL001", 10)]


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        (b"x = 1  # noqa: E501", False),
        (b"x = 1  # noqa : e501, F401", False),
        (b"x = 1  # noqa: E501, LL102", True),
        (b"x = 1  # NOQA", True),
        (b"x = 1  # noqa: E501\ny = 1  # noqa", True),
        (b"x = 1  # noqa: E501x", True),
        (b"x = 1  # layerlint: ignore[LL102]", True),
    ],
)
def test_the_codes_of_other_linters_cover_nothing(text: bytes, covers: bool) -> None:
    assert covers_any(text) is covers
