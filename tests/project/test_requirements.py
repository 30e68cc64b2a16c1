"""What projects require of TensorFlow and Keras is read from wherever they say it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from layerlint.project.readme import versions_told
from layerlint.project.requirement import requirement
from layerlint.project.requirements import Requirements, read_requirements


def required(directory: Path, files: dict[str, str]) -> Requirements | None:
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def entries(path: str) -> frozenset[str]:
        return frozenset(one.name for one in Path(path).iterdir()) if Path(path).is_dir() else NONE

    return read_requirements(str(directory), entries, set())


NONE: frozenset[str] = frozenset()
TF = "import tensorflow as tf\nclass A(tf.keras.layers.Layer):\n    pass\n"


def keras(directory: Path, name: str, text: str) -> int | None:
    found = required(directory, {name: text})
    decided = found.generation_of_keras() if found is not None else None
    return None if decided is None else decided[0]


def tensorflow(directory: Path, name: str, text: str) -> int | None:
    found = required(directory, {name: text})
    decided = found.generation_of_tensorflow() if found is not None else None
    return None if decided is None else decided[0]


@pytest.mark.parametrize(
    ("line", "package", "specifier"),
    [
        ("Keras==2.3", "keras", "==2.3"),
        ("keras", "keras", ""),
        ("  keras >= 2 , < 3  # pinned", "keras", "<3,>=2"),
        ("keras (>=2.3)", "keras", ">=2.3"),
        ("keras==2.3.1 --hash=sha256:aa --hash=sha256:bb", "keras", "==2.3.1"),
        ("keras===2.3.1", "keras", "===2.3.1"),
        ("keras>=2.4.*", "keras", ">=2.4"),
        ("tensorflow_macos==2.9", "tensorflow", "==2.9"),
        ("Tensorflow.CPU~=2.4", "tensorflow", "~=2.4"),
        ("tensorflow[and-cuda]>=2.16", "tensorflow", ">=2.16"),
        ("tensorflow>=2.4; sys_platform != 'darwin'", "tensorflow", ">=2.4"),
        ("tf-keras~=2.16", "tf-keras", "~=2.16"),
        ("keras @ https://files.org/keras-2.3.1-py3-none-any.whl", "keras", "==2.3.1"),
        ("keras @ git+https://github.com/keras-team/keras.git@v3.3.0", "keras", "==3.3.0"),
        ("git+https://github.com/keras-team/keras.git@2.3.1#egg=keras", "keras", "==2.3.1"),
        ("git+https://github.com/keras-team/keras.git@2.3.1", "keras", "==2.3.1"),
        ("https://x.org/tensorflow_cpu-2.4.0-cp38-cp38-linux_x86_64.whl", "tensorflow", "==2.4.0"),
        ("keras @ git+https://github.com/keras-team/keras.git@main", "keras", ""),
    ],
)
def test_a_line_as_pip_reads_it(line: str, package: str, specifier: str) -> None:
    found = requirement(line)
    assert found is not None
    assert (found.package, found.specifier) == (package, specifier)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# keras==2.3",
        "scipy>=1",
        "keras-tuner<1",
        "tensorflow-datasets==4.9",
        "-r keras.txt",
        "keras=2.3",
        "keras==",
        "keras>=two",
        "keras==2.3 oops",
        "keras[",
        "keras==2.3; python_version < '3'",
        "https://example.org/keras/",
    ],
)
def test_what_is_no_requirement_on_them_is_passed_over(line: str) -> None:
    assert requirement(line) is None


POETRY = "[tool.poetry.dependencies]\npython = '^3.8'\nkeras = {}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "numpy\nKeras==2.3 \\\n    --hash=sha256:aa\n"),
        ("requirements.in", "keras<3"),
        ("requirment.txt", "keras<3"),
        ("requirments-gpu.txt", "keras<3"),
        ("dev-requirements.txt", "keras<3"),
        ("requirements/base.in", "keras<3"),
        ("setup.py", "setup(install_requires=['keras>=2.3,<3'])"),
        ("setup.py", "KERAS = '2.3.1'\nsetup(install_requires=['keras=={}'.format(KERAS)])"),
        ("setup.py", "K = '2.3.1'\nsetup(extras_require={'k': [f'keras=={K}']})"),
        ("setup.py", "LOW, V = 1, '2.3'\nV = '2.3'\nsetup(install_requires=['keras==%s' % V])"),
        ("setup.py", "V = '2.3'\nsetup(install_requires=['keras==' + V])"),
        (
            "setup.py",
            "V = '2.3'\nsetup(install_requires=['{name}=={v}'.format(name='keras', v=V)])",
        ),
        ("setup.py", "print 'old'\nsetup(install_requires=['keras==2.3'])"),
        ("setup.cfg", "[options]\ninstall_requires =\n    keras<3\n"),
        ("setup.cfg", "[options]\ninstall_requires = keras<3\n"),
        ("setup.cfg", "[options.extras_require]\nk = keras<3\n"),
        ("environment.yml", "dependencies:\n  - python=3.8\n  - keras=2.3\n"),
        ("environment.yml", "dependencies:\n  - conda-forge::keras=2.3.1=py38_0\n"),
        ("environment.yml", "dependencies:\n  - keras 2.3.*\n"),
        ("environment.yaml", "dependencies:\n  - pip:\n    - 'keras==2.3.1'  # old\n"),
        ("conda_env.yml", 'dependencies: \n- "keras>=2.3,<3"\n'),
        ("Pipfile", "[packages]\nkeras = '==2.3.1'\n"),
        ("Pipfile", "[dev-packages]\nkeras = {version = '<3', extras = ['x']}\n"),
        ("pyproject.toml", POETRY.format("'^2.3'")),
        ("pyproject.toml", POETRY.format("'~2.3'")),
        ("pyproject.toml", POETRY.format("'2.3.1'")),
        ("pyproject.toml", POETRY.format("'2.*'")),
        ("pyproject.toml", POETRY.format("'^1.2 || ^2.3'")),
        ("pyproject.toml", POETRY.format("{version = '<3', optional = true}")),
        ("pyproject.toml", POETRY.format("{git = 'https://x.org/keras.git', tag = 'v2.3.1'}")),
        ("pyproject.toml", POETRY.format("[{version = '^1.2'}, {version = '^2.3'}]")),
        ("pyproject.toml", "[tool.poetry.group.dev.dependencies]\nkeras = '^2.3'\n"),
        ("pyproject.toml", "[project]\ndependencies = ['keras<3']\n"),
        ("pyproject.toml", "[project.optional-dependencies]\nk = ['keras<3']\n"),
        ("pyproject.toml", "[dependency-groups]\nk = ['keras<3']\n"),
        ("pyproject.toml", "[tool.uv]\ndev-dependencies = ['keras<3']\n"),
        ("pyproject.toml", "[tool.pdm.dev-dependencies]\nk = ['keras<3']\n"),
        ("pyproject.toml", "[tool.hatch.envs.default]\ndependencies = ['keras<3']\n"),
        ("pyproject.toml", "[tool.pixi.pypi-dependencies]\nkeras = '<3'\n"),
        ("uv.lock", "version = 1\n[[package]]\nname = 'keras'\nversion = '2.3.1'\n"),
        ("poetry.lock", '[[package]]\nname = "keras"\nversion = "2.3.1"\n'),
        ("pylock.toml", '[[packages]]\nname = "keras"\nversion = "2.3.1"\n'),
        ("pylock.dev.toml", '[[packages]]\nname = "keras"\nversion = "2.3.1"\n'),
        ("Pipfile.lock", '{"default": {"keras": {"version": "==2.3.1"}}}'),
        ("constraints.txt", "keras==2.3.1"),
        ("env.yml", "dependencies:\n  - keras=2.3\n"),
        ("env_gpu.yml", "dependencies:\n  - keras=2.3\n"),
        ("gpu_env.yaml", "dependencies:\n  - keras=2.3\n"),
        ("Dockerfile", "FROM tensorflow/tensorflow:2.4.1-gpu-jupyter\n"),
        ("gpu.Dockerfile", "ARG X=1\nFROM tensorflow/tensorflow:1.15.2-py3 AS base\n"),
        (
            "Dockerfile.dev",
            "FROM python:3.8\nRUN pip install numpy \\\n  'tensorflow==2.4'; rm x\n",
        ),
        ("requirements.txt", "tensorflow-gpu"),
        ("requirements.txt", "tensorflow_gpu>=2.2"),
        ("requirements.txt", "tensorflow>=2.2\ntensorflow-gpu>=2.2"),
        ("setup.py", "setup(install_requires=['tensorflow-gpu'])"),
        (
            "setup.py",
            "setup(install_requires=['tensorflow'], extras_require={'gpu': ['tf-nightly-gpu']})",
        ),
    ],
)
def test_files_that_ask_for_keras2(tmp_path: Path, name: str, text: str) -> None:
    assert keras(tmp_path, name, text) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", POETRY.format("'^3'")),
        ("pyproject.toml", POETRY.format("'>=3,<4'")),
        ("environment.yml", "dependencies:\n  - keras=3\n"),
        (
            "uv.lock",
            '[[package]]\nname = "keras"\nversion = "3.10.0"\nsource = { registry = "" }\n',
        ),
        ("requirements.txt", "keras>=3; python_version >= '3.9'"),
    ],
)
def test_files_that_ask_for_keras3(tmp_path: Path, name: str, text: str) -> None:
    assert keras(tmp_path, name, text) == 3


def test_what_a_requirements_file_includes_is_read(tmp_path: Path) -> None:
    files = {"requirements.txt": "-r deps/all.in\n", "deps/all.in": "--requirement=k.txt\n"}
    found = required(tmp_path, {**files, "deps/k.txt": "-r all.in\nkeras<3\n"})
    assert found is not None
    assert found.generation_of_keras() == (2, "deps/k.txt asks for keras<3")


def test_a_constraint_and_a_lock_count_where_nothing_else_names_a_version(tmp_path: Path) -> None:
    pinned = {
        "requirements.txt": "keras\n-c limits.txt\n",
        "limits.txt": "keras==2.3.1",
        "uv.lock": "[[package]]\nname = 'keras'\nversion = '2.3.1'\n",
    }
    found = required(tmp_path, pinned)
    assert found is not None
    assert found.generation_of_keras() is not None
    found = required(tmp_path, {"setup.py": "setup(install_requires=['keras>=2.3'])"})
    assert found is not None
    assert found.generation_of_keras() is None


def test_alternatives_for_other_machines_are_alternatives(tmp_path: Path) -> None:
    text = (
        "tensorflow==2.15; sys_platform == 'linux'\ntensorflow-macos==2.16; sys_platform != 'linux'"
    )
    assert tensorflow(tmp_path, "requirements.txt", text) is None
    assert tensorflow(tmp_path, "requirements.txt", text.replace("2.16", "2.14")) == 2


def test_what_ended_is_one_alternative_where_others_are_optional(tmp_path: Path) -> None:
    text = "setup(extras_require={'cpu': ['tensorflow>=2'], 'gpu': ['tensorflow-gpu>=2']})"
    assert tensorflow(tmp_path, "setup.py", text) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "tensorflow>=2.4\ntensorflow-addons"),
        ("requirements.txt", "tensorflow-addons[tensorflow]>=0.11"),
        ("requirements.txt", "tensorflow>=2.4\ntensorflow_probability==0.12.1"),
        ("requirements.txt", "tensorflow-probability<=0.23"),
        ("requirements.txt", "tensorflow-text~=2.8.0"),
        ("setup.py", "needs = ['tensorflow']\nneeds.append('tensorflow-addons')"),
        ("setup.py", "setup(**{'install_requires': ['tensorflow-addons'], 'tests': ['x']})"),
        ("setup.cfg", "[options]\ninstall_requires =\n    tensorflow-addons\n"),
        ("pyproject.toml", "[project]\ndependencies = ['tensorflow-addons']\n"),
        ("pyproject.toml", "[tool.poetry.dependencies]\ntensorflow-addons = '*'\n"),
        ("environment.yml", "dependencies:\n  - pip:\n    - tensorflow-addons\n"),
        ("Dockerfile", "RUN pip install tensorflow-addons"),
        ("requirements.txt", "tensorflow>=1.14\nnumpy<1.17,>=1.16"),
        ("requirements.txt", "tensorflow>=2.2\nh5py (<3.0,>=2.10)"),
        ("environment.yml", "dependencies:\n  - python=3.7\n  - tensorflow\n"),
        ("setup.py", "setup(python_requires='>=3.6, <3.9', install_requires=['keras'])"),
        ("setup.cfg", "[options]\npython_requires = >=3.6,<3.8\n"),
        ("pyproject.toml", "[project]\nrequires-python = '<3.9'\n"),
        ("pyproject.toml", "[tool.poetry.dependencies]\npython = '~3.7'\n"),
    ],
)
def test_what_cannot_be_had_on_keras3_ties_to_keras2(tmp_path: Path, name: str, text: str) -> None:
    found = required(tmp_path, {name: text})
    assert found is not None
    assert found.tie_to_keras2() is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "tensorflow-probability"),
        ("requirements.txt", "tensorflow-probability>=0.12"),
        ("requirements.txt", "tensorflow-probability<0.26"),
        ("requirements.txt", "tensorflow-probability==0.24"),
        ("requirements.txt", "tensorflow-text>=2.8"),
        ("requirements.txt", "numpy<2"),
        ("requirements.txt", "numpy>=2"),
        ("requirements.txt", "numpy<1.20;python_version<'3.8'\nnumpy>=1.20;python_version>='3.8'"),
        ("environment.yml", "dependencies:\n  - python>=3.7\n"),
        ("setup.py", "setup(python_requires='>=3.6', install_requires=['keras'])"),
        ("pyproject.toml", "[tool.poetry.dependencies]\npython = '^3.7'\n"),
        ("requirements-dev.txt", "tensorflow-addons"),
        ("requirements/test.txt", "tensorflow-addons"),
        ("setup.py", "setup(extras_require={'x': ['tensorflow-addons']})"),
        ("setup.py", "setup(tests_require=['tensorflow-addons'])"),
        ("setup.py", "EXTRAS = {}\nEXTRAS['x'] = ['tensorflow-addons']"),
        ("setup.py", "extras['x'].append('tensorflow-addons')"),
        ("setup.py", "NEEDS = {'core': ['tensorflow'], 'dev': ['tensorflow-addons']}"),
        ("setup.cfg", "[options.extras_require]\nx =\n    tensorflow-addons\n"),
        ("pyproject.toml", "[project.optional-dependencies]\nx = ['tensorflow-addons']\n"),
        (
            "pyproject.toml",
            "[tool.poetry.dependencies.tensorflow-addons]\nversion='*'\noptional=true",
        ),
        ("pyproject.toml", "[tool.poetry.group.dev.dependencies]\ntensorflow-addons = '*'\n"),
    ],
)
def test_what_a_project_can_do_without_ties_nothing(tmp_path: Path, name: str, text: str) -> None:
    found = required(tmp_path, {name: text})
    assert found is None or found.tie_to_keras2() is None


@pytest.mark.parametrize(
    "text",
    [
        "`pip install tensorflow==2.3.1`",
        "pip3 install numpy tensorflow-gpu==1.15",
        "Tested with Python 3.8 and TensorFlow 2.4.",
        "The code was tested on **tensorflow v2.4.1**, on Linux",
        "tested on tensorflow 2.4 and Ubuntu 18.04",
        "## Needs\n* Python 3.7\n* Tensorflow (2.3)\n",
        "- tensorflow-gpu: 1.15\n",
    ],
)
def test_a_readme_tells_where_nothing_else_decides(project, text: str) -> None:
    files = {"README.md": text, "requirements.txt": "tensorflow>=2.2", "pkg/m.py": TF}
    assert project(files).layer("A").generations == {2, 3}
    assert project({"requirements.txt": "tensorflow\nnumpy"}).layer("A").generations == {2}
    assert project({"requirements.txt": "tensorflow>=2.16"}).layer("A").generations == {3}


@pytest.mark.parametrize(
    "text",
    [
        "* TensorFlow 2.4+\n",
        "* TensorFlow 2.4 or later\n",
        "Tested with TensorFlow 2.4+",
        "Tested with TensorFlow 2.4 - 2.18",
        "Tested with TensorFlow 2.4 to 2.18",
        "Tested with TensorFlow 2.4 and 2.18",
        "Tested with TensorFlow 2.4, 2.18",
        "Tested with TensorFlow 2.4.x",
        "pip install tensorflow==2.3.1 or tensorflow==2.18.0",
        "tensorflow-datasets==2.3.1",
        "requires tensorflow>=2.2",
        "This needs at least TensorFlow 2.1",
        "Written for TensorFlow 2.x",
        "![](https://img.shields.io/badge/TensorFlow-2.0+-blue)",
        "Begun with TensorFlow 2.0, now used with TensorFlow 2.18",
        "Systems with TF 2.0\n\n- Tensorflow2.5-GPU+",
        "A TensorFlow 2.0 implementation, for keras>=2.4",
        "conda create -n new python=3.11 keras",
        "nvidia/tensorflow:24.08-tf2-py3",
        "![](https://img.shields.io/badge/tensorflow-2.15%20%7C%202.18-blue)",
        "See the docs of tensorflow/2.1",
    ],
)
def test_a_readme_may_tell_nothing(project, text: str) -> None:
    files = {"README.md": text, "requirements.txt": "tensorflow\nnumpy", "pkg/m.py": TF}
    assert project(files).layer("A").generations == {2, 3}


def test_a_picture_of_several_versions_lists_what_the_project_is_for(project) -> None:
    text = "![](https://img.shields.io/badge/tensorflow-2.14%20%7C%202.15-blue)\nTensorFlow>=2.14\n"
    files = {"README.md": text, "requirements.txt": "numpy", "pkg/m.py": TF}
    assert project(files).layer("A").generations == {2}


@pytest.mark.parametrize(
    "text",
    [
        "A TensorFlow 2.0 implementation of attention",
        "# Networks, ported to keras v2.2.4",
        "![](https://img.shields.io/badge/TensorFlow-2.8-FF6F00?logo=tensorflow)",
        "    conda create -n old python=3.6 numpy\n\nand then install Keras",
        "docker pull somebody/tensorflow:ngc-22.08-tf2-v0",
    ],
)
def test_what_a_readme_speaks_of_tells_when_code_was_written(
    project, tmp_path: Path, text: str
) -> None:
    files = {"README.md": text, "requirements.txt": "tensorflow\nnumpy", "pkg/m.py": TF}
    verdict = project(files).layer("A").verdict
    assert verdict.generations == {2}
    assert verdict.target == {2, 3}
    (tmp_path / "project/requirements.txt").unlink()
    assert project({}).layer("A").generations == {2}
    assert project({"requirements.txt": "tensorflow>=2.16"}).layer("A").generations == {3}


def test_a_project_that_rules_keras_3_out_has_no_tensorflow_that_brings_it(project) -> None:
    files = {"requirements.txt": "tensorflow>=2.9\nkeras>=2.9,<3", "m.py": TF}
    assert project(files).layer("A").generations == {2}
    open_files = {"requirements.txt": "tensorflow>=2.9\nkeras>=2.9", "m.py": TF}
    assert project(open_files).layer("A").generations == {2, 3}
    newer = {"requirements.txt": "tensorflow>=2.16\nkeras", "m.py": TF}
    assert project(newer).layer("A").generations == {3}


def test_a_package_that_is_classified_for_old_pythons_alone_is_of_their_time(project) -> None:
    classified = "setup(install_requires=['tensorflow'], classifiers=[\n    {}\n])\n"
    old = '"Programming Language :: Python :: 3.6",\n    "Programming Language :: Python :: 3.7",'
    new = old + '\n    "Programming Language :: Python :: 3.11",'
    files = {"setup.py": classified.format(old), "pkg/m.py": TF}
    verdict = project(files).layer("A").verdict
    assert verdict.generations == {2}
    assert verdict.target == {2, 3}
    assert project({"setup.py": classified.format(new)}).layer("A").generations == {2, 3}
    asked = classified.replace("tensorflow", "tensorflow>=2.4").format(old)
    assert project({"setup.py": asked}).layer("A").generations == {2, 3}
    required = classified.replace("setup(", "setup(python_requires='>=3.6', ").format(old)
    assert project({"setup.py": required}).layer("A").generations == {2, 3}


@pytest.mark.parametrize(
    ("name", "text", "older"),
    [
        ("README.md", "Written with TensorFlow 2.4", True),
        ("README.md", "Written with TensorFlow 2.12", False),
        ("README.md", "Run it in nvidia/tensorflow:22.08-tf2-py3", True),
        ("README.md", "Run it in nvidia/tensorflow:23.08-tf2-py3", False),
        ("Dockerfile", "FROM nvcr.io/nvidia/tensorflow:22.08-tf2-py3", True),
        ("requirements.txt", "tensorflow==2.9", True),
        ("requirements.txt", "tensorflow>=2.9", False),
    ],
)
def test_a_project_may_be_older_than_what_some_rules_speak_of(
    project, tmp_path: Path, name: str, text: str, older: bool
) -> None:
    generations = project({name: text, "pkg/m.py": TF}).hierarchy().generations
    asked = generations.requirements_around(str(tmp_path / "project/pkg"))
    assert asked.asks_for_before(11) is older


def test_tf_keras_beside_tensorflow_may_be_what_is_run_on(tmp_path: Path) -> None:
    assert tensorflow(tmp_path, "requirements.txt", "tensorflow>=2.16") == 3
    assert tensorflow(tmp_path, "requirements.txt", "tensorflow>=2.16\ntf-keras") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("setup.py", "V = '9'\nsetup(install_requires=['keras==' + unknown, f'keras=={unknown}'])"),
        ("setup.py", "keras" + "(" * 500),
        ("setup.py", "x = " + "'keras' + " * 5000 + "''"),
        ("Pipfile", "[packages]\nkeras = [1, {version = 2}]\n"),
        ("Pipfile.lock", "{" * 100_000 + '"keras"'),
        ("Pipfile.lock", '["keras"]'),
        ("uv.lock", "name = 'keras'\n[[package]]\nname = 'keras'\nversion = '\n"),
        ("environment.yml", "- keras=\n- keras==\n- keras==x\n- keras two\n"),
        ("requirements.txt", "-r\n-r requirements.txt\n-c \0\n-r /dev/zero\n-r missing.txt\nkeras"),
        ("pyproject.toml", "keras = [[[\n"),
        ("pyproject.toml", POETRY.format("'^" + "9" * 5000 + "'")),
    ],
)
def test_broken_files_decide_nothing(tmp_path: Path, name: str, text: str) -> None:
    assert keras(tmp_path, name, text) is None


@pytest.mark.parametrize(
    "name",
    ["requirements.txt", "setup.py", "environment.yml", "uv.lock", "Dockerfile", "README.md"],
)
@pytest.mark.parametrize(
    "text",
    [
        *("keras>=" + "1." * 500_000, "keras " * 200_000, "keras [" * 99_999),
        *("tested keras" * 99_999, "- keras" + " " * 500_000 + "x", "install " + "keras;" * 99_999),
    ],
)
def test_long_lines_cost_no_time(tmp_path: Path, name: str, text: str) -> None:
    begin = time.process_time()
    keras(tmp_path, name, text)
    list(versions_told(text))
    assert time.process_time() - begin < 5


OF_KERAS_2 = "tensorflow==2.9\n"


@pytest.mark.parametrize(
    ("files", "generations"),
    [
        ({"net/__init__.py": "", "net/requirements.txt": "numpy\n"}, {2}),
        ({"net/requirements.txt": "numpy\n"}, {2, 3}),
    ],
)
def test_a_package_is_no_project_of_its_own_in_what_was_unpacked(
    project, tmp_path: Path, files: dict[str, str], generations: set[int]
) -> None:
    layer = "from tensorflow import keras\nclass A(keras.layers.Layer):\n    pass\n"
    written = project({"requirements.txt": OF_KERAS_2, "net/layers.py": layer, **files})
    (tmp_path / "project" / ".git").rmdir()
    assert written.layer("A").generations == generations


OF_A_WHEEL = """Metadata-Version: 2.1
Name: gates
Requires-Python: >=3.7
Requires-Dist: tensorflow (<2.12,>=2.4)

Gates
tensorflow>=2.16 is not needed.
"""


@pytest.mark.parametrize("file", ["gates-1.0.dist-info/METADATA", "PKG-INFO"])
def test_what_a_distribution_says_of_itself_counts(tmp_path: Path, file: str) -> None:
    found = required(tmp_path, {file: OF_A_WHEEL})
    assert found is not None
    assert found.generation_of_tensorflow() == (2, f"{file} asks for tensorflow<2.12,>=2.4")


def test_among_many_distributions_none_speaks_for_what_lies_beside_them(tmp_path: Path) -> None:
    other = OF_A_WHEEL.replace("gates", "doors")
    files = {"gates-1.0.dist-info/METADATA": OF_A_WHEEL, "doors-2.0.dist-info/METADATA": other}
    assert required(tmp_path, files) is None
