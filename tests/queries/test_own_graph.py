"""`layerlint.queries.own_graph`: models that are only made for the graph of their `call`."""

from __future__ import annotations

import pytest

from layerlint.queries.own_graph import only_gives_graph

NET = """\
import keras
from keras import layers

class Net(keras.Model):
    def call(self, x):
        return layers.Dense(3)(x)

    def build_graph(self):
        x = keras.Input((3,))
        return keras.Model(inputs=[x], outputs=self.call(x))

"""


def net(module, code: str, **files: str):
    return module(NET + code, **files).classes[0]


@pytest.mark.parametrize(
    "code",
    [
        "model = Net().build_graph()\n",
        "net = Net()\nmodel = net.build_graph()\n",
        "def make():\n    net = Net()\n    return net.build_graph()\n",
        "net = Net()\nnet = net.build_graph()\nnet.fit(x, y)\n",
        "model = Net().build_graph()\nmodel.fit(x, y)\n",
        "a = Net().build_graph()\nb = Net().build_graph()\n",
    ],
)
def test_a_model_may_be_made_for_its_graph_alone(module, code: str) -> None:
    assert only_gives_graph(net(module, code))


@pytest.mark.parametrize(
    "code",
    [
        "",
        "model = Net()\n",
        "model = Net()\nmodel.fit(x, y)\nmodel.build_graph().summary()\n",
        "model = Net()\nmodel(x)\nmodel.build_graph()\n",
        "model = Net()\nmodel.build_graph()\nmodel.save(path)\n",
        "a = Net().build_graph()\nb = Net()\n",
        "model = Net().summary()\n",
        "def make():\n    return Net()\n\nmodel = make().build_graph()\n",
        "nets = [Net()]\nmodel = nets[0].build_graph()\n",
        "net = Net()\nshow(net)\nnet = net.build_graph()\n",
        "class Sub(Net):\n    pass\n\nmodel = Net().build_graph()\nother = Sub()\n",
    ],
)
def test_one_that_does_anything_else_is_run_by_keras(module, code: str) -> None:
    assert not only_gives_graph(net(module, code))


def test_other_files_of_the_project_count_as_well(module) -> None:
    code = "model = Net().build_graph()\n"
    use = "from layer import Net\n\nmodel = Net()"
    assert only_gives_graph(net(module, code, other=f"{use}.build_graph()\n"))
    assert not only_gives_graph(net(module, code, other=f"{use}\nmodel.fit(x, y)\n"))


@pytest.mark.parametrize(
    ("body", "graph"),
    [
        ("return keras.Model(inputs=[x], outputs=self.call(x))", True),
        ("return keras.Model(x, self.call(x))", True),
        ("y = self.call(x)\n        return keras.Model(x, y)", True),
        ("return keras.Model(x, self.call(x), name='net')", True),
        ("return keras.Model(x, self(x))", False),
        ("return keras.Model(x, self.other(x))", False),
        ("return keras.Sequential([self])", False),
        ("self.call(x)\n        return self", False),
        ("return 3", False),
    ],
)
def test_a_graph_is_a_functional_model_of_its_call(module, body: str, graph: bool) -> None:
    source = NET.replace("return keras.Model(inputs=[x], outputs=self.call(x))", body)
    layer = module(source + "model = Net().build_graph()\n").classes[0]
    assert only_gives_graph(layer) is graph


@pytest.mark.parametrize(
    ("body", "graph"),
    [
        ("return self.call(x)", True),
        ("return self.call(x, *args)", True),
        ("return super().__call__(x)", False),
        ("x = self.call(x)\n        return super().__call__(x)", False),
        ("return self.call(x) if args else super().__call__(x)", True),
        ("return x", False),
    ],
)
def test_a_class_may_put_itself_into_the_graph_it_is_called_in(module, body, graph: bool) -> None:
    source = NET[: NET.index("    def build_graph")]
    source += f"    def __call__(self, x, *args):\n        {body}\n"
    assert only_gives_graph(module(source).classes[0]) is graph
