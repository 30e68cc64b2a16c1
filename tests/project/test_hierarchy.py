"""Which classes are layers, and how that is found out."""

from __future__ import annotations

import pytest

SPELLINGS = {
    "import keras\nclass A(keras.Layer): pass": "layers.Layer",
    "import keras\nclass A(keras.layers.Layer): pass": "layers.Layer",
    "from keras import layers\nclass A(layers.Dense): pass": "layers.Dense",
    "from keras.layers import Layer\nclass A(Layer): pass": "layers.Layer",
    "from keras.layers import Layer as Base\nclass A(Base): pass": "layers.Layer",
    "from keras.layers import *\nclass A(Layer): pass": "layers.Layer",
    "from keras.src.layers.layer import Layer\nclass A(Layer): pass": "layers.Layer",
    "from keras.engine.topology import Layer\nclass A(Layer): pass": "layers.Layer",
    "from keras.layers.recurrent import LSTMCell\nclass A(LSTMCell): pass": "layers.LSTMCell",
    "import tensorflow as tf\nclass A(tf.keras.layers.Layer): pass": "layers.Layer",
    "import tensorflow\nclass A(tensorflow.keras.layers.Layer): pass": "layers.Layer",
    "import tensorflow.keras.layers as tfkl\nclass A(tfkl.Layer): pass": "layers.Layer",
    "import tensorflow as tf\ntfkl = tf.keras.layers\nclass A(tfkl.Layer): pass": "layers.Layer",
    "import tensorflow as tf\nL = tf.keras.layers.Layer\nclass A(L): pass": "layers.Layer",
    "from tensorflow import keras as k\nclass A(k.layers.Conv2D): pass": "layers.Conv2D",
    "from tensorflow.python.keras.engine.base_layer import Layer\nclass A(Layer): pass": (
        "layers.Layer"
    ),
    "import tensorflow.compat.v1 as tf\nclass A(tf.keras.layers.Layer): pass": "layers.Layer",
    "import tensorflow.compat.v2 as tf\nclass A(tf.keras.layers.Layer): pass": "layers.Layer",
    "import tf_keras\nclass A(tf_keras.layers.Layer): pass": "layers.Layer",
    "import keras_core\nclass A(keras_core.layers.Layer): pass": "layers.Layer",
    "import keras\nA_ = B_ = keras.layers.Layer\nclass A(B_): pass": "layers.Layer",
    "import keras\nL, D = keras.layers.Layer, keras.layers.Dense\nclass A(D): pass": "layers.Dense",
    "import keras\nL: type = keras.layers.Layer\nclass A(L): pass": "layers.Layer",
    "import keras\nif (L := keras.layers.Layer): pass\nclass A(L): pass": "layers.Layer",
    "import keras\nclass A(getattr(keras, 'Layer', None) or keras.layers.Layer): pass": (
        "layers.Layer"
    ),
    "import importlib\nk = importlib.import_module('keras')\nclass A(k.layers.Layer): pass": (
        "layers.Layer"
    ),
    "import keras\nfrom typing import Generic, TypeVar\nT = TypeVar('T')\n"
    "class A(keras.layers.Layer, Generic[T]): pass": "layers.Layer",
    "import keras\nclass A[T](keras.layers.Layer): pass": "layers.Layer",
    "import abc, keras, six\nclass A(six.with_metaclass(abc.ABCMeta, keras.layers.Layer)): pass": (
        "layers.Layer"
    ),
    "import abc, keras\nclass A(keras.layers.Layer, metaclass=abc.ABCMeta): pass": "layers.Layer",
    "import keras\nclass A(  # a comment (with brackets)\n    keras.layers.Layer,\n): pass": (
        "layers.Layer"
    ),
    "import keras\nclass \\\n  A(keras.layers.Layer): pass": "layers.Layer",
    "import \\\n  keras\nclass A(keras.layers.Layer): pass": "layers.Layer",
    "from keras \\\n  import layers\nclass A(layers.Layer): pass": "layers.Layer",
    "from keras.layers import (  # (these)\n  Dense,  # (a)\n  Layer,\n)\nclass A(Layer): pass": (
        "layers.Layer"
    ),
    "try: import keras\nexcept ImportError: keras = None\nclass A(keras.layers.Layer): pass": (
        "layers.Layer"
    ),
    "import keras; from keras import layers\nclass A(layers.Layer): pass": "layers.Layer",
    "import keras\nclass A(keras.Model): pass": "Model",
    "import keras\nclass A(keras.models.Model): pass": "Model",
    "import keras\nclass A(keras.Sequential): pass": "Sequential",
    "from keras.src.models.functional import Functional\nclass A(Functional): pass": "Functional",
    "import keras\nclass Größe(keras.layers.Layer): pass\nclass A(Größe): pass": "layers.Layer",
}


@pytest.mark.parametrize(("source", "name"), SPELLINGS.items())
def test_every_spelling_of_a_keras_base_is_found(project, source, name):
    import sys

    if "A[T]" in source and sys.version_info < (3, 12):
        pytest.skip("type parameters are Python 3.12")
    layer = project(source).layer("A")
    assert layer.keras_bases == (name,)
    assert layer.kind == ("layer" if name.startswith("layers.") else "model")
    assert layer.complete


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_any_line_ending_will_do(project, ending):
    source = "import keras\nif True:\n  pass\nclass A(keras.layers.Layer):\n  pass\n"
    assert project(source.replace("\n", ending)).layer("A").line == 4


def test_a_byte_order_mark_hides_nothing(project):
    assert project("\ufefffrom keras.layers import Layer\nclass A(Layer): pass").names() == ["A"]
    assert project("\ufeffclass A: pass").names() == []


NOT_LAYERS = [
    "import torch\nclass A(torch.nn.Module): pass",
    "from torch import nn\nclass A(nn.Sequential): pass",
    "import sonnet as snt\nclass A(snt.Module): pass",
    "import paddle\nclass A(paddle.nn.Layer): pass",
    "import tensorflow as tf\nclass A(tf.Module): pass",
    "import tensorflow as tf\nclass A(tf.test.TestCase): pass",
    "import keras\nclass A(keras.metrics.Metric): pass",
    "import keras\nclass A(keras.metrics.Mean): pass",
    "import keras\nclass A(keras.losses.Loss): pass",
    "import keras\nclass A(keras.optimizers.Optimizer): pass",
    "import keras\nclass A(keras.callbacks.Callback): pass",
    "import keras\nclass A(keras.Operation): pass",
    "import keras\nclass A(keras.layers.InputSpec): pass",
    "import keras\nclass A(keras.utils.PyDataset): pass",
    "import keras\nclass A(keras.constraints.Constraint): pass",
    "class Layer: pass\nclass A(Layer): pass",
    "class Model: pass\nclass A(Model): pass",
    "from somewhere import Layer\nclass A(Layer): pass",
    "from lasagne.layers import Layer\nclass A(Layer): pass",
    "import keras\nclass A(Unknown): pass",
    "import keras\nclass A(A): pass",
    "class A(B): pass\nclass B(A): pass",
    "import keras\nlayer = keras.layers.Dense(3)\nclass A(layer): pass",
    "import keras\ndef make(base):\n    class A(base): pass",
    "import keras\ndef make(keras_base):\n    class A(keras_base.layers.Layer): pass",
    "import keras\nfor Base in bases():\n    class A(Base): pass",
    "import collections, keras\nclass A(collections.namedtuple('A', 'keras Layer')): pass",
    "from keras.layers import *\nclass A(object): pass",
    "'''\nfrom keras.layers import Layer\nclass A(Layer): pass\n'''\n# class B(Layer): pass",
    "from keras.layers import Layer\nLayer = object\nclass A(Layer): pass",
    "from keras.layers import Layer\ndel Layer\nclass A(Layer): pass",
]


@pytest.mark.parametrize("source", NOT_LAYERS)
def test_namesakes_and_neighbours_are_not_layers(project, source):
    assert project(source).names() == []


def test_a_parameter_called_keras_is_keras(project):
    layer = project("def make(keras):\n    class A(keras.Model): pass").layer("make.<locals>.A")
    assert layer.kind == "model"
    assert layer.generations == {2, 3}


NESTED = """
import keras
from keras.layers import Layer

class Outer(Layer):
    class Inner(Layer):
        class Innermost(Layer): pass

    def method(self):
        class Local(Outer): pass

if keras:
    class Conditional(Layer): pass
else:
    class Otherwise(Layer): pass

match keras:
    case None: pass
    case _:
        class Matched(Layer): pass

try:
    class Tried(Layer): pass
finally:
    class Finally(Layer): pass

with open("x") as file:
    class Within(Layer): pass

while keras:
    class Looped(Layer): pass

async def coroutine():
    from keras.layers import Dense as Base
    class Base(Base): pass

def factory(size=3):
    L = keras.layers.Layer
    def inner():
        class Deep(L): pass
        return Deep
    return inner()
"""


def test_classes_are_found_wherever_they_are_nested(project):
    assert project(NESTED).names() == [
        "Outer",
        "Outer.Inner",
        "Outer.Inner.Innermost",
        "Outer.method.<locals>.Local",
        "Conditional",
        "Otherwise",
        "Matched",
        "Tried",
        "Finally",
        "Within",
        "Looped",
        "coroutine.<locals>.Base",
        "factory.<locals>.inner.<locals>.Deep",
    ]


def test_a_class_may_be_called_like_its_base(project):
    source = "from keras.layers import Layer\nclass Layer(Layer): pass\nclass A(Layer): pass"
    layers = project(source).all()
    assert [layer.chain for layer in layers] == [
        ("layers.Layer", "keras.layers.Layer"),
        ("layers.A", "layers.Layer", "keras.layers.Layer"),
    ]


def test_a_name_means_what_it_means_where_the_class_stands(project):
    source = (
        "from keras.layers import Dense as Base\nclass A(Base): pass\n"
        "from keras.layers import Conv2D as Base\nclass B(Base): pass\n"
    )
    assert [layer.keras_bases for layer in project(source).all()] == [
        ("layers.Dense",),
        ("layers.Conv2D",),
    ]


def test_the_chain_goes_through_the_modules_of_the_project(project):
    written = project(
        {
            "pkg/__init__.py": "from .layers import *",
            "pkg/layers/__init__.py": "from pkg.layers.base import Base as Root\n"
            "from . import norm",
            "pkg/layers/base.py": "from ..compat import keras\n"
            "class Base(keras.layers.Layer): pass",
            "pkg/layers/norm.py": "from . import base\nclass Norm(base.Base): pass",
            "pkg/compat.py": "try:\n  import tf_keras as keras\n"
            "except ImportError:\n  import keras",
            "pkg/use.py": "import pkg\nclass Use(pkg.Root): pass\nclass Other(pkg.norm.Norm): pass",
        }
    )
    assert written.layer("Use").chain == (
        "pkg.use.Use",
        "pkg.layers.base.Base",
        "tf_keras.layers.Layer",
    )
    assert written.layer("Other").chain[1:3] == ("pkg.layers.norm.Norm", "pkg.layers.base.Base")


def test_a_file_given_alone_is_judged_with_the_modules_around_it(project):
    written = project(
        {
            "src/pkg/__init__.py": "",
            "src/pkg/base.py": "import keras\nclass Base(keras.layers.Layer): pass",
            "src/pkg/use.py": "from pkg.base import Base\nclass Use(Base): pass",
        }
    )
    hierarchy = written.hierarchy("src/pkg/use.py")
    (layer,) = hierarchy.layers(written.path("src/pkg/use.py"))
    assert layer.chain == ("pkg.use.Use", "pkg.base.Base", "keras.layers.Layer")


def test_modules_of_the_same_name_are_told_apart(project):
    written = project(
        {
            "one/base.py": "import keras\nclass Base(keras.layers.Layer): pass",
            "one/use.py": "from base import Base\nclass One(Base): pass",
            "two/base.py": "class Base: pass",
            "two/use.py": "from base import Base\nclass Two(Base): pass",
        }
    )
    assert written.names() == ["Base", "One"]


def test_namespace_packages_need_no_init(project):
    written = project(
        {
            "company/nn/base.py": "import keras\nclass Base(keras.layers.Layer): pass",
            "company/nn/use.py": "from company.nn.base import Base\nclass Absolute(Base): pass",
            "company/nn/relative.py": "from .base import Base\nclass Relative(Base): pass",
            "company/far/use.py": "from ..nn.base import Base\nclass Far(Base): pass",
        }
    )
    assert written.names() == ["Far", "Base", "Relative", "Absolute"]


def test_a_cycle_of_imports_ends(project):
    written = project(
        {
            "pkg/__init__.py": "from .a import *\nfrom .b import *",
            "pkg/a.py": "from .b import B, X\nfrom . import *\nclass A(B): pass",
            "pkg/b.py": "from .a import A, X\nfrom pkg import Y\n"
            "class B(A): pass\nclass C(X, Y): pass",
        }
    )
    assert written.names() == []


def test_imports_from_a_module_without_source_end(project):
    written = project(
        {
            "pkg/__init__.py": "from ._native import *\nfrom ._native import _native\n"
            "from . import _native as native\nclass A(_native): pass\nclass B(native.X): pass\n"
            "class C(Y): pass",
        }
    )
    assert written.names() == []


def test_a_class_may_be_called_like_a_module_of_its_package(project):
    written = project(
        {
            "pkg/__init__.py": "import keras\nclass norm(keras.layers.Layer):\n"
            "  class Inner(keras.layers.Layer): pass\nclass A(norm.Inner): pass",
            "pkg/norm.py": "class Inner: pass",
            "pkg/sub/__init__.py": "from . import base\nfrom .base import Base\n",
            "pkg/sub/base.py": "import keras\nclass Base(keras.layers.Layer): pass",
            "pkg/use.py": "from pkg.sub import base\nclass B(base.Base): pass",
        }
    )
    assert written.names() == ["norm", "norm.Inner", "A", "Base", "B"]


def test_a_function_may_give_keras(project):
    written = project(
        {
            "compat.py": "import tensorflow as tf\ndef get_keras():\n"
            "  if hasattr(tf, 'x'):\n    import tf_keras as internal\n"
            "  else:\n    internal = tf.keras\n  return internal\nkeras = get_keras()",
            "use.py": "from compat import keras\nLayer = keras.layers.Layer\nclass A(Layer): pass",
            "other.py": "import compat\nk = compat.get_keras()\nclass B(k.layers.Layer): pass",
        }
    )
    assert written.names() == ["B", "A"]
    assert written.layer("A").keras_bases == ("layers.Layer",)


def test_a_function_may_import_keras_for_the_module(project):
    source = (
        "keras = None\ndef setup():\n    global keras\n    import keras\n"
        "def make():\n    class A(keras.layers.Layer): pass"
    )
    assert project(source).names() == ["make.<locals>.A"]


def test_all_alternatives_of_a_conditional_import_count(project):
    source = (
        "try:\n    from torch.nn import Module as Layer\n"
        "except ImportError:\n    from keras.layers import Layer\nclass A(Layer): pass"
    )
    assert project(source).layer("A").keras_bases == ("layers.Layer",)


def test_the_tensorflow_backend_comes_before_others(project):
    written = project(
        {
            "pkg/__init__.py": "",
            "pkg/jax_base.py": "import keras\nclass JaxBase(keras.Model): pass",
            "pkg/tf_base.py": "import keras\nclass TfBase(keras.Model): pass",
            "pkg/use.py": "import keras\nmatch keras.backend.backend():\n"
            "  case 'jax':\n    from .jax_base import JaxBase as Base\n"
            "  case 'tensorflow':\n    from .tf_base import TfBase as Base\nclass A(Base): pass",
        }
    )
    assert [header.name for header in written.layer("A").mro] == ["A", "TfBase"]


def test_the_resolution_order_is_pythons_and_holds_mixins(project):
    source = (
        "import keras\nclass Mixin: pass\nclass Left(Mixin, keras.layers.Layer): pass\n"
        "class Right(Mixin, keras.layers.Layer): pass\nclass A(Left, Right): pass"
    )
    layer = project(source).layer("A")
    assert [header.name for header in layer.mro] == ["A", "Left", "Right", "Mixin"]
    assert layer.keras_bases == ("layers.Layer",)


def test_a_model_base_makes_a_model_whatever_stands_before_it(project):
    source = "import keras\nclass A(keras.layers.Layer, keras.Model): pass"
    layer = project(source).layer("A")
    assert layer.kind == "model"
    assert layer.keras_bases == ("layers.Layer", "Model")


def test_a_base_of_unknown_source_makes_the_class_incomplete(project):
    source = "import keras, enum\nfrom nowhere import Mixin\n"
    known = project(source + "class A(keras.layers.Layer, enum.Enum, object): pass")
    assert known.layer("A").complete
    unknown = project(source + "class A(Mixin, keras.layers.Layer): pass")
    assert not unknown.layer("A").complete
    assert unknown.layer("A").bases == ("nowhere.Mixin", "keras.layers.Layer")


def test_configured_bases_are_layers(project):
    written = project("from company.nn import Base\nclass A(Base): pass\nclass B(A): pass")
    assert written.names() == []
    assert written.names(layer_bases=["company.nn.Base"]) == ["A", "B"]


def test_a_configured_base_may_lie_in_the_project(project):
    written = project({"pkg/__init__.py": "", "pkg/m.py": "class Base: pass\nclass A(Base): pass"})
    assert written.names(layer_bases=["pkg.m.Base"]) == ["Base", "A"]


def test_bases_in_installed_packages_are_read_and_never_imported(project):
    site = ".venv/lib/python3.11/site-packages"
    written = project(
        {
            f"{site}/vendor/__init__.py": "from .impl import *\nraise SystemExit('imported')",
            f"{site}/vendor/impl.py": "import tensorflow as tf\n"
            "class Norm(tf.keras.layers.Layer): pass\nclass Plain: pass",
            "app/__init__.py": "",
            "app/layers.py": "import vendor\nfrom vendor.impl import Plain\n"
            "class A(vendor.Norm): pass\nclass B(Plain): pass",
        }
    )
    hierarchy = written.hierarchy("app/layers.py")
    (layer,) = hierarchy.layers(written.path("app/layers.py"))
    assert layer.chain == ("app.layers.A", "vendor.impl.Norm", "tensorflow.keras.layers.Layer")
    assert [header.name for header in layer.mro] == ["A", "Norm"]
    assert layer.complete


def test_a_project_called_keras_is_searched_as_keras_itself(project):
    written = project(
        {
            "keras/__init__.py": "from keras.src.layers.layer import Layer",
            "keras/src/__init__.py": "",
            "keras/src/layers/__init__.py": "",
            "keras/src/layers/layer.py": "from keras.src.ops.operation import Operation\n"
            "class Layer(Operation): pass",
            "keras/src/layers/core.py": "from keras.src.layers.layer import Layer\n"
            "class Base(Layer): pass\nclass Dense(Base): pass",
            "keras/src/ops/__init__.py": "",
            "keras/src/ops/operation.py": "class Operation: pass\nclass Sum(Operation): pass",
            "keras/src/metrics/__init__.py": "",
            "keras/src/metrics/metric.py": "from keras import Layer\nclass Metric(Layer): pass\n"
            "class Mean(Metric): pass",
        }
    )
    assert written.names() == ["Base", "Dense", "Layer"]
    dense = written.layer("Dense")
    assert [header.name for header in dense.mro] == ["Dense", "Base"]
    assert dense.keras_bases == ("layers.Layer",)


TWICE = """import keras
class Base: pass
class Early(Base): pass
class Base(keras.layers.Layer): pass
class Late(Base): pass
"""


def test_a_name_that_is_taken_by_another_class_counts_as_it_stands_where_it_is_used(project):
    written = project({"net.py": TWICE, "user.py": "from net import Base\nclass User(Base): pass"})
    assert {layer.qualname for layer in written.all()} == {"Base", "Late", "User"}


def test_a_layer_that_loses_its_name_is_no_base_of_what_comes_after(project):
    source = TWICE.replace("Base: pass", "Base(keras.layers.Layer): pass", 1)
    source = source.replace(
        "class Base(keras.layers.Layer): pass\nclass Late", "class Base: pass\nclass Late"
    )
    written = project({"net.py": source, "user.py": "from net import Base\nclass User(Base): pass"})
    assert {layer.qualname for layer in written.all()} == {"Base", "Early"}


def test_a_name_that_conditions_define_twice_may_be_either(project):
    branches = "if keras.x:\n  class Base(keras.layers.Layer): pass\nelse:\n  class Base: pass\n"
    source = f"import keras\n{branches}"
    written = project({"net.py": source, "user.py": "from net import Base\nclass User(Base): pass"})
    assert {layer.qualname for layer in written.all()} == {"Base", "User"}
