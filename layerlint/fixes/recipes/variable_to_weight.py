"""The fix that makes a `tf.Variable` a weight of the layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layerlint.facts.weights import COMMON_MEMBERS
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.formatting import outer, written
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.origins import origins, place_of
from layerlint.queries.own_code import after_super_init
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.weights import Weight


class _Initial(NamedTuple):
    """An initial value as `add_weight` takes it; `dtype` is "" where it is not said."""

    shape: str
    initializer: str
    dtype: str = ""
    safe: bool = True
    edits: tuple[Edit, ...] = ()


def weight_fix(layer: LayerClass, weight: Weight) -> Fix | None:
    """Make the variable by `add_weight`, where its shape and initial value can be read off."""
    method = weight.method
    if method is None or weight.in_container or not _is_bound_alone(weight, method):
        return None
    if method.name not in ("build", "__init__") or method.owner is not layer:
        return None
    if method.name == "__init__" and not after_super_init(method, weight.call):
        return None
    given = dict(weight.arguments)
    value = given.pop("initial_value", None)
    if value is None or not _KNOWN.issuperset(given):
        return None
    initial = _initial(value, layer, method)
    if initial is None:
        return None
    dtype = initial.dtype
    if "dtype" in given:
        dtype = _dtype(given["dtype"], method.module) or "?"
    if dtype == "?":
        return None
    edits = replace(method.module, weight.call, _spelled(weight, method, given, initial, dtype))
    safe = initial.safe and _fits_all_uses(layer, weight.attribute)
    return Fix(
        "Make it a weight with `add_weight`",
        (*edits, *initial.edits),
        "safe" if safe else "unsafe",
    )


_KNOWN = frozenset({"name", "trainable", "dtype", "constraint"})


def _spelled(
    weight: Weight,
    method: Method,
    given: dict[str, cst.BaseExpression],
    initial: _Initial,
    dtype: str,
) -> str:
    module = method.module
    name = f'"{weight.attribute.lstrip("_")}"'
    if "name" in given and "/" not in module.source(given["name"]):
        name = module.source(given["name"])
    parts = [f"name={name}", f"shape={initial.shape}"]
    if dtype not in ("", "float32"):
        parts.append(f'dtype="{dtype}"')
    parts.append(f"initializer={initial.initializer}")
    for key in ("trainable", "constraint"):
        if key in given and literal(given[key]) is not True:
            parts.append(f"{key}={written(module, given[key])}")
    return f"{method.self_name}.add_weight({', '.join(parts)})"


def _is_bound_alone(weight: Weight, method: Method) -> bool:
    """Whether the statement is `self.x = tf.Variable(...)` and no more."""
    statement = method.module.parent(weight.call)
    match statement:
        case cst.Assign(targets=[cst.AssignTarget(target=target)], value=value):
            pass
        case cst.AnnAssign(target=target, value=value):
            pass
        case _:
            return False
    return value is weight.call and self_attribute(target, method.self_name) == weight.attribute


def _initial(value: cst.BaseExpression, layer: LayerClass, method: Method) -> _Initial | None:
    number = literal(value)
    if type(number) in (int, float):
        return _number(number, value, method)
    if not isinstance(value, cst.Call):
        return None
    function = method.module.tf(value.func)
    if function in ("zeros", "ones"):
        given = bind(value, ("shape", "dtype", "name"))
        return _made(given, f'"{function}"', method, {"shape", "dtype", "name"})
    if function in ("random.normal", "random.uniform", "random.truncated_normal"):
        return _random(value, function.removeprefix("random."), method)
    if _is_initializer(value.func, layer, method):
        given = bind(value, ("shape", "dtype"))
        start, end = outer(method.module, value.func)
        return _made(given, method.module.text[start:end], method, {"shape", "dtype"})
    return None


def _number(number: float, value: cst.BaseExpression, method: Method) -> _Initial:
    dtype = "int32" if isinstance(number, int) else ""
    if number in (0, 1):
        return _Initial("()", '"zeros"' if number == 0 else '"ones"', dtype)
    constant, edits = spell(method.module, value, "keras.initializers.Constant")
    text = f"{constant}({written(method.module, value)})"
    return _Initial("()", text, dtype, edits=tuple(edits))


def _made(
    given: dict[str, cst.BaseExpression], initializer: str, method: Method, known: set[str]
) -> _Initial | None:
    shape = _shape(given.get("shape"), method.module)
    if shape is None or not known.issuperset(given):
        return None
    dtype = _dtype(given["dtype"], method.module) if "dtype" in given else ""
    return None if dtype is None else _Initial(shape, initializer, dtype)


def _random(value: cst.Call, kind: str, method: Method) -> _Initial | None:
    """`tf.random.normal(shape, ...)`, whose numbers another generator will draw."""
    names = ("minval", "maxval") if kind == "uniform" else ("mean", "stddev")
    given = bind(value, ("shape", *names, "dtype", "seed", "name"))
    numbers = {key: given.pop(key) for key in names if key in given}
    given.pop("seed", None)
    made = _made(given, "", method, {"shape", "dtype", "name"})
    if made is None:
        return None
    defaults = ("0.0", "1.0")
    told = [
        f"{key}={written(method.module, numbers[key]) if key in numbers else default}"
        for key, default in zip(names, defaults, strict=True)
    ]
    label = {"normal": "RandomNormal", "uniform": "RandomUniform"}.get(kind, "TruncatedNormal")
    initializer, edits = spell(method.module, value, f"keras.initializers.{label}")
    text = f"{initializer}({', '.join(told)})"
    return made._replace(initializer=text, safe=False, edits=tuple(edits))


def _shape(node: cst.BaseExpression | None, module: Module) -> str | None:
    if isinstance(node, (cst.Tuple, cst.List)):
        start, end = outer(module, node)
        return module.text[start:end]
    size = literal(node)
    return f"({size},)" if type(size) is int else None


def _dtype(node: cst.BaseExpression, module: Module) -> str | None:
    """The name of a dtype that is spelled out."""
    named = literal(node)
    if isinstance(named, str):
        return named
    name = module.resolve(node) or ""
    home, _, last = name.rpartition(".")
    return last if home in ("tensorflow", "numpy") and named is NOT_LITERAL else None


def _is_initializer(func: cst.BaseExpression, layer: LayerClass, method: Method) -> bool:
    """Whether calling `func` calls an initializer object."""
    sources: list[cst.BaseExpression] = [func]
    attribute = self_attribute(func, method.self_name)
    if attribute is not None and attribute in layer.attributes:
        bindings = layer.attributes[attribute].bindings
        sources = [binding.value for binding in bindings if binding.value is not None]
    for source in sources:
        for origin in origins(source, place_of(layer, method)):
            name = origin.place.module.resolve(origin.call.func) or ""
            if ".initializers." in f".{name}" or name.endswith("_initializer"):
                return True
    return False


def _fits_all_uses(layer: LayerClass, attribute: str) -> bool:
    """Whether every use of the variable is one that a weight of Keras 3 has as well."""
    for read in layer.attributes[attribute].reads:
        module = read.method.module
        parent = module.parent(read.node)
        match parent:
            case cst.Attribute(attr=cst.Name(value=verb)) if verb in COMMON_MEMBERS:
                continue
            case cst.BinaryOperation() | cst.UnaryOperation() | cst.Comparison():
                continue
            case cst.ComparisonTarget() | cst.Return() | cst.Assign():
                continue
            case cst.Arg():
                call = module.parent(parent)
                function = module.tf(call.func) if isinstance(call, cst.Call) else None
                if function is not None and function not in _STRICT:
                    continue
                if isinstance(call, cst.Call) and module.keras(call.func):
                    continue
        return False
    return True


# They ask for a variable of TensorFlow's own.
_STRICT = frozenset({"nn.embedding_lookup", "GradientTape", "group", "convert_to_tensor"})
