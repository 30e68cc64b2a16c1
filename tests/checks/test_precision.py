"""Under which precision the layers of a project run: that of an application is seen."""

from __future__ import annotations

import pytest

LAYERS = {
    "LL308": "return x * tf.cast(self.size, tf.float32)",
    "LL310": "return x + (1 - x) * -1e9",
    "LL311": "return x / (x + 1e-12)",
}
NET = "import tensorflow as tf\nfrom tensorflow import keras\n\n\nclass Net(keras.layers.Layer):\n"
TRAIN = """\
from net import Net

if __name__ == "__main__":
    make(Net()).fit(data)
"""
MADE = "        self.size = tf.constant(2, dtype=tf.float32)\n"
MARKS = [".git", "README.md", ".gitignore"]


def net(code: str) -> str:
    return f"{NET}    def call(self, x):\n        {LAYERS[code]}\n"


@pytest.mark.parametrize("code", LAYERS)
@pytest.mark.parametrize("mark", MARKS)
def test_an_application_that_has_no_word_for_half_precision_runs_in_float32(
    lint, tmp_path, code, mark
):
    (tmp_path / mark).touch()
    assert lint("", select=code, net=net(code), train=TRAIN) == []


def test_a_program_need_not_ask_whether_it_is_one(lint, tmp_path):
    (tmp_path / "README.md").touch()
    train = "from net import Net\n\noptions = parser.parse_args()\nmake(Net()).fit(data)\n"
    assert lint("", select="LL308", net=net("LL308"), train=train) == []


@pytest.mark.parametrize("code", LAYERS)
@pytest.mark.parametrize(
    "word", ["keras.mixed_precision", "dtype = 'float16'", "parser.add_argument('--fp16')"]
)
def test_one_of_which_any_file_speaks_of_it_may_not(lint, tmp_path, code, word):
    (tmp_path / "README.md").touch()
    assert lint("", select=code, net=net(code), train=TRAIN, flags=word + "\n") != []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("net_test", "class NetTest(TestCase):\n    policy = 'mixed_float16'\n"),
        ("index", "size = 4  # the index may be of float16\n"),
    ],
)
def test_a_test_or_a_comment_that_speaks_of_it_chooses_nothing(lint, tmp_path, name, line):
    (tmp_path / "README.md").touch()
    files = {"net": net("LL308"), "train": TRAIN, name: line}
    assert lint("", select="LL308", **files) == []


def test_a_program_may_say_that_it_runs_in_float32(lint, tmp_path):
    (tmp_path / "README.md").touch()
    for width, found in ("float32", 0), ("float64", 1):
        train = f"import keras\n\nkeras.backend.set_floatx('{width}')\n{TRAIN}"
        assert len(lint("", select="LL308", net=net("LL308"), train=train)) == found


@pytest.mark.parametrize("code", LAYERS)
@pytest.mark.parametrize("mark", ["pyproject.toml", "setup.py", "net-1.0.dist-info", "PKG-INFO"])
def test_what_is_installed_runs_as_its_users_choose(lint, tmp_path, code, mark):
    (tmp_path / "README.md").touch()
    (tmp_path / mark).write_text("[project]\nname = 'net'\n")
    assert lint("", select=code, net=net(code), train=TRAIN) != []


@pytest.mark.parametrize("code", LAYERS)
def test_what_no_program_uses_runs_as_the_rest_does(lint, tmp_path, code):
    (tmp_path / "README.md").touch()
    assert lint("", select=code, net=net(code), other=TRAIN.replace("net", "nets")) == []


@pytest.mark.parametrize("code", LAYERS)
def test_a_script_of_an_application_has_a_precision_of_its_own(lint, tmp_path, code):
    script = net(code) + "\n\nNet()(data)\n"
    flags = {"flags": "dtype = 'float16'\n"}
    assert lint("", select=code, net=script, **flags) != []
    (tmp_path / "README.md").touch()
    assert lint("", select=code, net=script, **flags) == []
    assert lint("", select=code, net=script, use="from net import Net\n", **flags) != []
    assert lint("", select=code, net=script.replace("Net()", "'fp16', Net()"), **flags) != []


@pytest.mark.parametrize("code", LAYERS)
def test_layers_with_an_example_and_no_program_are_for_others_to_use(lint, tmp_path, code):
    (tmp_path / "README.md").touch()
    example = "from net import Net\n\nmake(Net()).fit(data)\n"
    assert lint("", select=code, net=net(code), example=example) != []


@pytest.mark.parametrize("code", LAYERS)
def test_so_are_the_files_of_a_package_beside_what_it_requires(lint, tmp_path, code):
    (tmp_path / "requirements.txt").touch()
    assert lint("", select=code, net=net(code), train=TRAIN) != []


def test_of_a_folder_of_what_was_downloaded_the_rest_is_not_seen(run, tmp_path):
    (tmp_path / "README.md").touch()
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "net.py").write_text(net("LL308"))
    (parts / "train.py").write_text(TRAIN)
    assert run("check", "--isolated", "--select", "LL308", "parts").returncode == 1
    (tmp_path / "options.py").touch()
    assert run("check", "--isolated", "--select", "LL308", ".").returncode == 0


SEVERAL = """
class Masked(keras.layers.Layer):
    def call(self, x):
        keep = tf.cast(x > 0, tf.float32)
        return {meetings}
"""
MEETINGS = {
    "x * keep": "meets `x`, which has",
    "x * keep + tf.abs(x) * keep": "meets `x` and `tf.abs(x)`, which have",
    "(x * keep, x * keep)": "meets `x`, which has",
    "(x * keep, tf.abs(x) * keep, tf.sin(x) * keep)": "meets `x` and 2 more, which have",
}


@pytest.mark.parametrize("meetings", MEETINGS)
def test_all_that_the_tensor_meets_is_told_of(meetings: str, diagnose) -> None:
    source = "import tensorflow as tf\nimport tf_keras as keras\n" + SEVERAL
    (found,) = diagnose(source.format(meetings=meetings), select="LL308")
    assert MEETINGS[meetings] in found.message


@pytest.mark.parametrize(("before", "after"), [("", MADE), (MADE, "")])
def test_the_policy_is_followed_once_the_layer_has_one(before: str, after: str, diagnose) -> None:
    source = f"{NET}    def __init__(self):\n{before}        super().__init__()\n{after}"
    use = "    def call(self, x):\n        return x * self.size\n"
    (found,) = diagnose(f"{source}\n{use}", select="LL308")
    assert (found.fix is not None) == (after != "")
