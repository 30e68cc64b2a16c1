"""Which generation of Keras a class runs on, and why."""

from __future__ import annotations

import pytest

TF = "import tensorflow as tf\nclass A(tf.keras.layers.Layer): pass"
BARE = "import keras\nclass A(keras.layers.Layer): pass"


@pytest.mark.parametrize(
    ("source", "generations"),
    [
        ("import tf_keras\nclass A(tf_keras.layers.Layer): pass", {2}),
        ("from tensorflow.python.keras.layers import Layer\nclass A(Layer): pass", {2}),
        ("import keras_core\nclass A(keras_core.layers.Layer): pass", {3}),
        (BARE, {3}),
        ("from keras.src.layers.layer import Layer\nclass A(Layer): pass", {3}),
        (TF, {2, 3}),
        ("import tensorflow.compat.v2 as tf\nclass A(tf.keras.layers.Layer): pass", {2, 3}),
        ('import os\nos.environ["TF_USE_LEGACY_KERAS"] = "1"\n' + TF, {2}),
        ("import os\nos.environ.setdefault('TF_USE_LEGACY_KERAS', 'true')\n" + TF, {2}),
        ('import os\nos.environ["TF_USE_LEGACY_KERAS"] = "0"\n' + TF, {2, 3}),
        ("from tensorflow.keras import ops\n" + TF, {3}),
        (TF.replace("pass", "\n  def call(self, x): return tf.keras.ops.mean(x)"), {3}),
        ("from keras.engine.topology import Layer\nclass A(Layer): pass", {2}),
        ("from keras.layers.core import Dense\n" + BARE, {2}),
        ("try:\n  from keras.layers.core import Dense\nexcept ImportError: pass\n" + BARE, {3}),
        ("from tensorflow.keras.layers.experimental import preprocessing\n" + TF, {2}),
        ("import tensorflow_addons as tfa\n" + TF, {2}),
        ("from tensorflow.compat.v1.keras.initializers import he_normal\n" + TF, {2}),
        ("from tensorflow.contrib import rnn\n" + TF, {2}),
        ("import tensorflow as tf\nslim = tf.contrib.slim\n" + TF, {2}),
        ("import tensorflow as tf\nif OLD: slim = tf.contrib.slim\n" + TF, {2, 3}),
        ("import tensorflow as tf\ndef f(x): return tf.log(x)\n" + TF, {2}),
        ("import tensorflow as tf\ndef f(x, s): return tf.image.resize_images(x, s)\n" + TF, {2}),
        ("import tensorflow as tf\ndef f(x, s): return tf.image.resize(x, s)\n" + TF, {2, 3}),
        ("from tensorflow import train\nadam = train.AdamOptimizer()\n" + TF, {2}),
        ("import tensorflow as tf\ndef f(x): return tf.math.log(x)\n" + TF, {2, 3}),
        ("import tensorflow.compat.v1 as v1\ndef f(x): return v1.log(x)\n" + TF, {2, 3}),
        ("import tensorflow.compat.v1 as v1\nx = v1.placeholder('int32')\n" + TF, {2}),
        (TF + "\ntf.compat.v1.disable_v2_behavior()", {2, 3}),
        ("def f(x): return tf.log(x) if hasattr(tf, 'log') else tf.math.log(x)\n" + TF, {2, 3}),
        ("import keras\ndef f(m): m.compile(keras.optimizers.Adam(lr=0.1))\n" + BARE, {2}),
        ("from keras.optimizers import SGD\no = SGD(lr=0.1)\n" + BARE, {2}),
        ("def f(o): return o.Adam(lr=0.1)\n" + BARE, {3}),
        ("from keras.utils import multi_gpu_model\n" + BARE, {2}),
        ("from keras.src.layers.convolutional.base_conv import Conv\n" + BARE, {2}),
        ("from tensorflow_core.python.ops import math_ops\n" + TF, {2}),
        ("from tensorflow.python.keras.layers import Dense\n" + TF, {2}),
        ("from tensorflow.python.keras.engine import data_adapter\n" + TF, {2}),
        ("from tensorflow.python.keras.utils import conv_utils\n" + TF, {2, 3}),
        ("from tensorflow.python.keras.utils.multi_gpu_utils import multi_gpu_model\n" + TF, {2}),
        ("from tensorflow.python.training.tracking import data_structures\n" + TF, {2}),
        ("from tensorflow.python.distribute import distribution_strategy_context\n" + TF, {2}),
        ("from tensorflow.python.distribute import distribute_lib\n" + TF, {2, 3}),
        ("from tensorflow.python.keras import backend as K\n" + TF, {2, 3}),
        ("import tensorflow as tf\nclass A(tf.keras.Layer): pass", {3}),
        ("from tensorflow.keras.utils import PyDataset\n" + TF, {3}),
        (
            "try: import tf_keras as keras\nexcept ImportError: import keras\n"
            "class A(keras.layers.Layer): pass",
            {2, 3},
        ),
        (
            "import os\nos.environ['TF_USE_LEGACY_KERAS'] = '1'\n"
            "try: import tf_keras as keras\nexcept ImportError: import keras\n"
            "class A(keras.layers.Layer): pass",
            {2},
        ),
    ],
)
def test_the_imports_of_a_module_tell_the_generation(project, source, generations):
    assert project(source).layer("A").generations == generations


@pytest.mark.parametrize(
    ("files", "several"),
    [
        ({"m.py": "from keras.engine.topology import Layer\nclass A(Layer): pass"}, True),
        ({"m.py": "from keras.layers.recurrent import Recurrent\n" + BARE}, True),
        ({"m.py": "from keras import backend as K\nK.set_image_dim_ordering('tf')\n" + BARE}, True),
        ({"m.py": "import tensorflow as tf\nx = tf.placeholder('float32')\n" + BARE}, True),
        ({"requirements.txt": "Keras==2.1.6", "m.py": BARE}, True),
        ({"requirements.txt": "keras<2.4", "m.py": BARE}, True),
        ({"requirements.txt": "keras\ntensorflow-gpu==1.14", "m.py": BARE}, True),
        (
            {
                "p/__init__.py": "from . import t",
                "p/t.py": "import keras.legacy.layers",
                "p/m.py": BARE,
            },
            True,
        ),
        ({"requirements.txt": "keras==2.9", "m.py": "from keras.engine import *\n" + BARE}, False),
        ({"m.py": "import tensorflow.keras\nfrom keras.utils.np_utils import x\n" + BARE}, False),
        (
            {
                "requirements.txt": "tensorflow==2.8.1\nkeras",
                "m.py": "from keras.engine import *\n" + BARE,
            },
            False,
        ),
        ({"m.py": "from keras.optimizers import SGD\no = SGD(lr=0.1)\n" + BARE}, False),
        ({"m.py": "from keras.src.engine.base_layer import Layer\nclass A(Layer): pass"}, False),
        ({"requirements.txt": "Keras==2.1.6", "m.py": TF}, False),
        ({"requirements.txt": "tensorflow==1.10.0", "m.py": TF}, True),
        ({"requirements.txt": "tensorflow==2.1.0", "m.py": TF}, False),
        ({"m.py": "from tensorflow_core.python.ops import math_ops\n" + TF}, True),
        ({"m.py": BARE}, False),
    ],
)
def test_the_keras_of_several_backends_is_told_from_that_of_tensorflow(project, files, several):
    assert project(files).layer("A").verdict.multi_backend is several


@pytest.mark.parametrize(
    ("files", "target"),
    [
        ({"m.py": "from keras.engine import training\n" + BARE}, {3}),
        ({"m.py": "import tensorflow_addons as tfa\n" + BARE}, {2}),
        ({"m.py": "from tensorflow_core.python.ops import math_ops\n" + TF}, {2}),
        ({"m.py": "import used\n" + TF, "used.py": "import tensorflow_addons"}, {2}),
        ({"requirements.txt": "tensorflow\ntensorflow-addons", "m.py": TF}, {2}),
        ({"requirements.txt": "tensorflow-probability==0.22.1", "m.py": BARE}, {3}),
    ],
)
def test_code_that_needs_a_package_of_keras_2_is_not_meant_for_keras_3(project, files, target):
    assert project(files).layer("A").verdict.target == target


REQUIREMENTS = [
    ("tensorflow>=2.16", {3}, {3}),
    ("tensorflow==2.15.*", {2}, {2}),
    ("tensorflow-cpu>=2.4,<2.16", {2}, {2}),
    ("tensorflow[and-cuda]~=2.17.0", {3}, {3}),
    ("tensorflow~=2.4", {2, 3}, {3}),
    ("tensorflow>=2.10", {2, 3}, {3}),
    ("tensorflow", {2, 3}, {3}),
    ("tensorflow!=2.16.0,>=2.15.1", {2, 3}, {3}),
    ("tf-nightly>=2.17", {3}, {3}),
    ("tf_nightly==2.3.0.dev20200515", {2}, {2}),
    ("tensorflow>=2.16; python_version >= '3.9'", {3}, {3}),
    ("keras<3", {2}, {2}),
    ("keras==2.3.1", {2}, {2}),
    ("keras>=3", {2, 3}, {3}),
    ("keras>=2.4", {2, 3}, {3}),
    ("numpy<2", {2, 3}, {3}),
    ("tensorflow-probability<1", {2, 3}, {3}),
]


@pytest.mark.parametrize(("requirement", "through_tensorflow", "bare"), REQUIREMENTS)
@pytest.mark.parametrize("kind", ["pyproject", "poetry", "setup.py", "setup.cfg", "txt", "folder"])
def test_the_requirements_of_the_project_decide(
    project, requirement, through_tensorflow, bare, kind
):
    name, text = packaged(requirement, kind)
    written = project({name: text, "src/pkg/__init__.py": "", "src/pkg/tf.py": TF})
    assert written.layer("A").generations == through_tensorflow
    written = project({"src/pkg/tf.py": BARE})
    assert written.layer("A").generations == bare


def packaged(requirement: str, kind: str) -> tuple[str, str]:
    """The requirement as it stands in one of the files that a project may have."""
    if kind == "pyproject":
        return "pyproject.toml", f'[project]\nname = "x"\ndependencies = ["{requirement}"]\n'
    if kind == "poetry":
        package, *specifier = requirement.partition("[")[0].partition(">")[:1]
        for sign in "~=!<":
            package = package.partition(sign)[0]
        specifier = requirement.partition(";")[0].strip()[len(package) :].replace("[and-cuda]", "")
        text = f'[tool.poetry.dependencies]\n{package} = "{specifier or "*"}"\n'
        return "pyproject.toml", text
    if kind == "setup.py":
        text = f'setup(keywords=["keras", "tensorflow"], install_requires=["{requirement}"])'
        return "setup.py", text
    if kind == "setup.cfg":
        return "setup.cfg", f"[options]\ninstall_requires =\n    numpy\n    {requirement}\n"
    name = "requirements.txt" if kind == "txt" else "requirements/base.txt"
    return name, f"# what we need\nnumpy>=1\n{requirement}  # pinned\n"


@pytest.mark.parametrize(
    ("specifier", "generations"), [("^2.10", {2, 3}), ("~2.10", {2}), ("2.17", {3})]
)
def test_the_carets_of_poetry(project, specifier, generations):
    text = f'[tool.poetry.dependencies]\ntensorflow = {{version = "{specifier}", optional = true}}'
    assert project({"pyproject.toml": text, "m.py": TF}).layer("A").generations == generations


def test_the_nearest_packaging_files_count(project):
    written = project(
        {
            "pyproject.toml": '[project]\ndependencies = ["tensorflow<2.16"]',
            "packages/new/pyproject.toml": '[project]\ndependencies = ["tensorflow>=2.16"]',
            "packages/new/new.py": TF.replace("A", "New"),
            "packages/old/pyproject.toml": '[project]\nname = "old"',
            "packages/old/old.py": TF.replace("A", "Old"),
        }
    )
    assert written.layer("New").generations == {3}
    assert written.layer("Old").generations == {2}


@pytest.mark.parametrize(
    "text",
    [
        "[tensorflow",
        'project = "tensorflow<2.16"',
        '[project]\ndependencies = "tensorflow<2.16"',
        '[project]\ndependencies = [["tensorflow<2.16"]]',
        '[project.optional-dependencies]\ntf = "tensorflow"',
        '[tool.poetry.dependencies]\ntensorflow = "^"',
        '[tool.poetry.dependencies]\ntensorflow = [{version = "^2.10"}]',
        '[dependency-groups]\ntf = [{include-group = "tensorflow"}]',
    ],
)
def test_broken_packaging_files_decide_nothing(project, text):
    written = project({"pyproject.toml": text, "setup.cfg": "tensorflow", "m.py": TF})
    assert written.layer("A").generations == {2, 3}


def test_a_package_may_choose_keras_2_for_its_modules(project):
    written = project(
        {
            "pkg/__init__.py": "import os\nos.environ['TF_USE_LEGACY_KERAS'] = '1'",
            "pkg/deep/__init__.py": "",
            "pkg/deep/m.py": TF,
        }
    )
    assert written.layer("A").generations == {2}


def test_a_package_that_is_imported_may_choose_keras_2_for_those_who_use_it(project):
    written = project(
        {
            "pkg/__init__.py": "import os\nos.environ['TF_USE_LEGACY_KERAS'] = '1'",
            "pkg/layers.py": "",
            "use.py": "from pkg import layers\n" + TF,
        }
    )
    assert written.layer("A").generations == {2}


def test_a_module_that_is_not_imported_chooses_nothing_for_others(project):
    written = project(
        {
            "pkg/__init__.py": "import os\nos.environ['TF_USE_LEGACY_KERAS'] = '1'",
            "other/__init__.py": "",
            "use.py": "import other\n" + TF,
        }
    )
    assert written.layer("A").generations == {2, 3}


def test_the_chain_decides_not_the_module(project):
    written = project(
        {
            "pkg/__init__.py": "",
            "pkg/base.py": "import tf_keras\nclass Base(tf_keras.layers.Layer): pass",
            "pkg/m.py": "import keras\nfrom pkg.base import Base\nclass A(Base): pass",
        }
    )
    layer = written.layer("A")
    assert layer.generations == {2}
    assert layer.generation_reason == "`tf_keras` is Keras 2"


def test_a_class_of_two_bases_runs_where_both_do(project):
    source = (
        "import tensorflow as tf\nimport tf_keras\n"
        "class A(tf.keras.layers.Layer, tf_keras.layers.Layer): pass"
    )
    assert project(source).layer("A").generations == {2}


@pytest.mark.parametrize(("target", "generations"), [("2", {2}), ("3", {3}), ("both", {2, 3})])
def test_the_configuration_overrides(project, target, generations):
    layer = project("import tf_keras\nclass A(tf_keras.Model): pass").layer(
        "A", target_keras=target
    )
    assert layer.generations == generations
    assert layer.generation_reason == f"target-keras is {target}"


def test_code_for_old_keras_is_still_seen_by_the_rules_about_moving(project):
    written = project("from keras.engine.topology import Layer\nclass A(Layer): pass")
    layer = written.layer("A")
    assert (layer.generations, layer.verdict.target) == ({2}, {3})
    hierarchy = written.hierarchy()
    module = hierarchy.index.module(written.path("layers.py"))
    verdict = hierarchy.generations.of_module(module)
    assert (verdict.generations, verdict.target) == ({2}, {3})


def test_a_module_as_a_whole_follows_the_keras_that_it_imports(project):
    written = project(
        {
            "bare.py": "import keras",
            "tf.py": "import tensorflow as tf",
            "none.py": "import numpy",
            "through.py": "from bare import keras",
            "local.py": "def f():\n    import keras",
        }
    )
    hierarchy = written.hierarchy()

    def generations(name: str) -> frozenset[int]:
        return hierarchy.generations.of_module(
            hierarchy.index.module(written.path(name))
        ).generations

    assert generations("bare.py") == {3}
    assert generations("through.py") == {3}
    assert generations("tf.py") == generations("none.py") == generations("local.py") == {2, 3}
    chosen = written.hierarchy(target_keras="2")
    module = chosen.index.module(written.path("none.py"))
    assert chosen.generations.of_module(module).generations == {2}


def test_a_module_may_reach_tensorflow_through_another_one(project):
    files = {
        "requirements.txt": "tensorflow==2.4.0",
        "net/__init__.py": "",
        "net/compat.py": "import tensorflow.compat.v2 as tf",
        "net/layers.py": "from net.compat import tf",
    }
    written = project(files)
    hierarchy = written.hierarchy()
    module = hierarchy.index.module(written.path("net/layers.py"))
    assert hierarchy.generations.of_module(module).generations == {2}


def test_a_module_runs_where_what_it_imports_can_be_imported(project):
    files = {
        "net/__init__.py": "",
        "net/norm.py": "import tensorflow_addons as tfa",
        "net/layers.py": f"from net.norm import Norm\n{TF}",
    }
    layer = project(files).layer("A")
    assert layer.generations == {2}
    assert layer.generation_reason == "`tensorflow_addons` needs Keras 2, which `net.norm` imports"


def test_a_class_runs_only_where_its_own_module_can_be_imported(project):
    files = {
        "net/__init__.py": "",
        "net/base.py": f"import tensorflow as tf\n{TF}",
        "net/layers.py": "from net.base import A\nfrom keras.engine import Layer\nclass B(A): pass",
    }
    written = project(files)
    assert written.layer("A").generations == {2, 3}
    assert written.layer("B").generations == {2}


def test_a_module_runs_only_where_it_can_be_imported_whatever_it_takes_from_others(project):
    files = {
        "net/__init__.py": "",
        "net/base.py": "from tensorflow.keras.models import Model",
        "net/gan.py": "from net.base import Model\nfrom keras.engine import Layer",
    }
    written = project(files)
    hierarchy = written.hierarchy()
    module = hierarchy.index.module(written.path("net/gan.py"))
    assert hierarchy.generations.of_module(module).generations == {2}


def test_a_package_is_imported_before_its_modules(project):
    files = {
        "net/__init__.py": "from net import norm",
        "net/norm.py": "from keras.engine import Layer",
        "net/layers.py": TF,
    }
    assert project(files).layer("A").generations == {2}


def test_what_is_imported_far_off_is_imported_as_well(project):
    files = {
        "net/__init__.py": "from net import ops, models",
        "net/ops/__init__.py": "from . import images",
        "net/ops/images.py": "from tensorflow_addons.image import rotate",
        "net/models/__init__.py": "",
        "net/models/gan.py": TF,
        "tools/other.py": f"import tensorflow as tf\n{TF.replace('A', 'B')}",
    }
    written = project(files)
    layer = written.layer("A")
    assert layer.generations == {2}
    assert layer.generation_reason == (
        "`tensorflow_addons` needs Keras 2, which `net.ops.images` imports"
    )
    assert written.layer("B").generations == {2, 3}


@pytest.mark.parametrize(("asked", "generations"), [("keras>=3", {3}), ("keras", {2})])
def test_what_a_function_elsewhere_uses_is_less_than_what_a_project_asks_for(
    project, asked, generations
):
    files = {
        "requirements.txt": f"{asked}\n",
        "net/__init__.py": "from net import tuning",
        "net/tuning.py": "import keras\ndef f(m): m.compile(keras.optimizers.Adam(lr=0.1))\n",
        "net/layers.py": "import keras\nclass A(keras.layers.Layer):\n    pass\n",
    }
    assert project(files).layer("A").generations == generations


CHOICE = "import os\nos.environ['TF_USE_LEGACY_KERAS'] = '1'\n"


@pytest.mark.parametrize(
    "files",
    [
        {"net/__init__.py": CHOICE, "example.py": f"from net.layers import Block\n{TF}"},
        {"net/__init__.py": "from . import setting", "net/setting.py": CHOICE, "net/m.py": TF},
        {"main.py": f"{CHOICE}import net.m", "net/__init__.py": "", "net/m.py": TF},
    ],
    ids=["by who is imported", "by what the package imports", "by the program that imports it"],
)
def test_keras_2_is_chosen(project, files):
    assert project(files).layer("A").generations == {2}


@pytest.mark.parametrize(
    "files",
    [
        {"other/__init__.py": CHOICE, "net/__init__.py": "", "net/m.py": TF},
        {
            "pyproject.toml": "[project]\nname = 'net'\n",
            "main.py": f"{CHOICE}import net.m",
            "net/__init__.py": "",
            "net/m.py": TF,
        },
    ],
    ids=["by who has nothing to do with it", "by one of those who use a library"],
)
def test_it_is_not_chosen(project, files):
    assert project(files).layer("A").generations == {2, 3}


def test_what_a_module_can_do_without_tells_nothing(project):
    files = {
        "net/__init__.py": "",
        "net/norm.py": "try:\n  import tensorflow_addons as tfa\nexcept ImportError: tfa = None",
        "net/layers.py": f"from net.norm import tfa\n{TF}",
    }
    assert project(files).layer("A").generations == {2, 3}


BY_VERSION = """
import tensorflow as tf
version_fn = getattr(tf.keras, "version", None)
if version_fn and version_fn().startswith("3."):
  import tf_keras as keras
else:
  keras = tf.keras
class A(keras.layers.Layer): pass
"""


@pytest.mark.parametrize(
    "source",
    [
        BY_VERSION,
        BY_VERSION.replace('getattr(tf.keras, "version", None)', 'hasattr(tf.keras, "version")'),
        "try:\n    import tf_keras as keras\nexcept ImportError:\n    import keras\n"
        "    if keras.__version__ >= '3': raise ValueError\nclass A(keras.layers.Layer): pass",
        "import tensorflow as tf\nif tf.__version__ > '2.15':\n    from tf_keras import layers\n"
        "else:\n    from tensorflow.keras import layers\nclass A(layers.Layer): pass",
    ],
)
def test_a_choice_by_the_installed_version_is_one_of_keras_2(project, source):
    assert project({"m.py": source}).layer("A").generations == {2}
    files = {"compat.py": source, "net.py": "import compat\nclass B(compat.A): pass"}
    assert project(files).layer("B").generations == {2}


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    import tf_keras as keras\nexcept ImportError:\n    import keras\n"
        "class A(keras.layers.Layer): pass",
        f"import os\nOLD = os.environ.get('OLD')\n{BY_VERSION}".replace(
            "version_fn and", "OLD and"
        ),
    ],
)
def test_another_choice_is_one_of_both(project, source):
    assert project({"m.py": source}).layer("A").generations == {2, 3}


def test_tf_keras_beside_tensorflow_with_the_switch_is_keras_2(project):
    assert project({"requirements.txt": "tensorflow\ntf-keras", "net/m.py": TF}).layer(
        "A"
    ).generations == {2, 3}
    assert project({"tests/conftest.py": CHOICE}).layer("A").generations == {2}
    assert project({"requirements.txt": "tensorflow"}).layer("A").generations == {2, 3}


def test_the_switch_may_stand_in_an_image(project):
    files = {"requirements.txt": "tensorflow\ntf-keras", "Dockerfile": "ENV TF_USE_LEGACY_KERAS=1"}
    assert project({**files, "m.py": TF}).layer("A").generations == {2}


TRAIN = "from net.base import A\n{}\nA().fit(data)\n"
OLD = "from keras.preprocessing.text import Tokenizer"


@pytest.mark.parametrize(
    ("files", "generations"),
    [
        ({"train.py": TRAIN.format(OLD)}, {2}),
        ({"train.py": TRAIN.format(OLD), "test.py": TRAIN.format("")}, {2, 3}),
        ({"train.py": TRAIN.format(OLD), "setup.py": "setup(name='net')"}, {2, 3}),
        ({"part.py": "from net.base import A\n" + OLD}, {2, 3}),
        ({"part.py": "from net.base import A\n", "train.py": "import part\n" + OLD}, {2, 3}),
        ({"part.py": "from net.base import A\n", "run.py": "import part\n__main__\n" + OLD}, {2}),
    ],
)
def test_all_programs_of_an_application_are_asked(project, files, generations) -> None:
    written = project(
        {"net/__init__.py": "", "net/base.py": f"import tensorflow as tf\n{TF}", **files}
    )
    assert written.layer("A").generations == generations
    assert written.layer("A").verdict.target == {2, 3}


def test_what_is_made_of_code_of_tensorflow_1_is_of_its_keras(project) -> None:
    files = {
        "net/__init__.py": "",
        "net/base.py": f"import tensorflow as tf\nfrom net.part import P\n{TF}",
        "net/part.py": "from net.deep import P",
        "net/deep.py": "import tensorflow as tf\ndef P(x): return tf.contrib.layers.norm(x)",
        "net/other.py": f"import tensorflow as tf\n{TF.replace('A(', 'B(')}",
    }
    written = project(files)
    assert written.layer("A").generations == {2}
    assert written.layer("A").verdict.multi_backend
    assert written.layer("B").generations == {2, 3}
    assert not written.layer("B").verdict.multi_backend
    moved = {
        "net/part.py": "import tensorflow as tf\n@tf.function\ndef f(): 0\n" + files["net/part.py"]
    }
    assert project({**files, **moved}).layer("A").generations == {2, 3}


def test_what_is_imported_far_off_keeps_a_module_from_keras_3(project) -> None:
    far = {
        "nets/__init__.py": "from . import parts",
        "nets/parts/__init__.py": "from .tools import pad",
        "nets/parts/tools.py": "from .shapes import pad",
        "nets/parts/shapes.py": "from keras.utils.conv_utils import normalize_tuple",
        "nets/gate.py": TF,
    }
    assert project(far).layer("A").generations == {2}


def test_what_a_module_far_off_can_do_without_does_not(project) -> None:
    tried = "try:\n  from keras.utils.conv_utils import normalize_tuple\nexcept ImportError: pass"
    far = {
        "nets/__init__.py": "from . import parts",
        "nets/parts/__init__.py": "from .tools import pad",
        "nets/parts/tools.py": "from .shapes import pad",
        "nets/parts/shapes.py": tried,
        "nets/gate.py": TF,
    }
    assert project(far).layer("A").generations == {2, 3}


OLD_PART = "from keras.engine.topology import get_source_inputs"


@pytest.mark.parametrize(
    ("other", "early"),
    [
        (OLD_PART, True),
        (OLD_PART + "\nfrom tensorflow.keras import layers", False),
        ("from keras.utils.conv_utils import normalize_tuple\nimport tensorflow.keras", False),
        ("import numpy", False),
    ],
)
def test_a_package_with_a_module_of_the_early_keras_is_of_those_days(project, other, early) -> None:
    gate = "import keras\nk = keras.optimizers.Adam(lr=0.1)\nclass A(keras.layers.Layer): pass"
    files = {"nets/__init__.py": "", "nets/gate.py": gate, "nets/whole.py": other}
    verdict = project(files).layer("A").verdict
    assert verdict.generations == {2}
    assert verdict.multi_backend is early
