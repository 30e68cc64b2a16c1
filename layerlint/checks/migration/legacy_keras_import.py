"""LL701: a module or name is imported that Keras 3 does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layerlint.declaration import check
from layerlint.facts.members import TOP_LEVEL
from layerlint.facts.modules import (
    KERAS_ONLY_MODULES,
    KERAS_ONLY_NAMES,
    MODULES,
    NAMES,
    PUBLIC,
    gone_module,
    gone_name,
    home,
)
from layerlint.facts.namespaces import COPY, namespace, tf_name
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.formatting import newline
from layerlint.fixes.lines import indentation
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Imports, Members
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted
from layerlint.syntax.walk import walk_kinds

# Modules in which only the name of a function has changed.
_RENAMED = frozenset({"losses", "metrics"})

_GONE = {
    *MODULES,
    *KERAS_ONLY_MODULES,
    *(
        f"{path}.{name}"
        for table in (NAMES, KERAS_ONLY_NAMES)
        for path in table
        for name in table[path]
    ),
}
NEEDS = AllOf(
    AnyOf(Imports("keras"), Imports("tensorflow"), Imports("tensorflow_core")),
    Members("keras"),
    AnyOf(
        Imports("tensorflow_core"),
        *map(Members, sorted({"contrib.keras", "python.keras"} | _GONE)),
    ),
)


@check(Module, needs=NEEDS, judged_by="target", tests=True)
def legacy_keras_import(module: Module) -> Iterator[Finding]:
    """Report imports that raise on Keras 3, and names that are looked up in vain."""
    for node in walk_kinds(module.tree, cst.ImportFrom, cst.Import, cst.Attribute):
        found: Iterator[Finding] = iter(())
        if isinstance(node, cst.ImportFrom) and node.module is not None and not node.relative:
            found = _from(module, node)
        elif isinstance(node, cst.Import):
            found = _import(node)
        elif isinstance(node, cst.Attribute):
            found = _attribute(module, node)
        yield from (each for each in found if not excused(module, node))


def _from(module: Module, node: cst.ImportFrom) -> Iterator[Finding]:
    assert node.module is not None
    source = dotted(node.module) or ""
    package, path = split(source)
    if package is None:
        return
    if package == COPY:
        if _makes_layers(node, path):
            fix = _moved(module, node, package, path)
            yield Finding(node.module, "private", {"module": source}, fix=fix)
        return
    if path and gone_module(path, package) is not None:
        fix = _moved(module, node, package, path)
        yield Finding(node.module, fields={"module": source}, fix=fix)
        return
    if isinstance(node.names, cst.ImportStar):
        return
    for alias in node.names:
        name = dotted(alias.name) or ""
        inner = f"{path}.{name}" if path else name
        instead = gone_name(path, name, package)
        if gone_module(inner, package) == inner or instead is not None:
            advice = f"; `{instead}` is there" if instead else ""
            yield Finding(
                alias.name,
                "name",
                {
                    "name": f"{source}.{name}",
                    "consequence": f"the import raises `ImportError`{advice}",
                },
                fix=_renamed(alias, path, instead, module),
            )


def _import(node: cst.Import) -> Iterator[Finding]:
    for alias in node.names:
        source = dotted(alias.name) or ""
        package, path = split(source)
        if package is None:
            continue
        if package == COPY:
            if path.partition(".")[0] in ("layers", "models", "engine"):
                yield Finding(alias.name, "private", {"module": source})
        elif path and gone_module(path, package) is not None:
            yield Finding(alias.name, fields={"module": source})


def _attribute(module: Module, node: cst.Attribute) -> Iterator[Finding]:
    """A name looked up in a module of Keras: `tf.keras.layers.experimental.EinsumDense`."""
    if isinstance(module.parent(node), (cst.Attribute, cst.ImportFrom, cst.ImportAlias)):
        return
    name = module.resolve(node)
    package, path = split(name) if name else (None, "")
    if name is None or package is None or package == COPY or "." not in path:
        return
    if not _starts_at_keras(module, node):
        return
    gone = gone_module(path, package)
    parent, _, last = path.rpartition(".")
    instead = gone_name(parent, last, package)
    if gone is None and instead is None:
        return
    advice = f"; `{instead}` is there" if instead else ""
    shown = name if gone is None else f"{package}.{gone}"
    shown = shown.replace("tensorflow.", "tf.")
    yield Finding(
        node,
        "name",
        {"name": shown, "consequence": f"`AttributeError`{advice}"},
        fix=_looked_up(module, node, path, gone) or _other_name(module, node, parent, instead),
    )


def _starts_at_keras(module: Module, node: cst.CSTNode) -> bool:
    """Whether the chain begins with a name that the module imports and that Keras 3 has.

    A name that it has not is reported where it is imported, or there is an excuse for it; one that
    comes by way of a module of the project is the business of that module.
    """
    while isinstance(node, cst.Attribute):
        node = node.value
    targets = module.index.bindings.get(node.value, ()) if isinstance(node, cst.Name) else ()
    if len(targets) != 1:
        return False
    package, path = split(targets[0])
    if package is None:
        return tf_name(targets[0]) == ""
    parent, _, last = path.rpartition(".")
    return package != COPY and (
        not path
        or (gone_module(path, package) is None and gone_name(parent, last, package) is None)
    )


def _makes_layers(node: cst.ImportFrom, path: str) -> bool:
    """Whether an import from TensorFlow's private Keras brings layers or models."""
    if isinstance(node.names, cst.ImportStar):
        return path.partition(".")[0] in ("layers", "models", "engine")
    names = {dotted(alias.name) for alias in node.names}
    if not path:
        return not names.isdisjoint({"Model", "Sequential", "layers", "models", "engine"})
    layers = (PUBLIC["layers"] | PUBLIC["models"]) - {"InputSpec"}
    return not names.isdisjoint(layers)


def split(name: str) -> tuple[str | None, str]:
    """The package through which a Keras name is reached, and the rest; None outside Keras 3."""
    package = namespace(name)
    if package not in ("keras", "tensorflow.keras", COPY):
        return None, ""
    rest = name.removeprefix(package).lstrip(".") if name.startswith(package) else ""
    return package, rest.removeprefix("src.") if rest.startswith("src.engine") else rest


def _moved(module: Module, node: cst.ImportFrom, package: str, path: str) -> Fix | None:
    """Import each name from where it lives now."""
    if isinstance(node.names, cst.ImportStar):
        return None
    root = "tensorflow.keras" if package == COPY else package
    by_home: dict[str, list[str]] = {}
    for alias in node.names:
        name = dotted(alias.name) or ""
        found = _home(name, path, package)
        if found is None:
            return None
        source = f"{root}.{found}" if found else root
        by_home.setdefault(source, []).append(_alias(alias, name))
    return _rewritten(module, node, by_home)


def _home(name: str, path: str, package: str) -> str | None:
    """The public module that has the name, `""` for Keras itself, None where none has."""
    gone = gone_module(path, package) if path else None
    if gone == "layers.experimental" and name == "preprocessing":
        return "layers"
    if gone is not None:
        return home(name, gone)
    if not path:
        return "" if name in TOP_LEVEL else None
    return path if name in PUBLIC.get(path, ()) else None


def _alias(alias: cst.ImportAlias, name: str) -> str:
    """The imported name as it was written, comments left out."""
    bound = dotted(alias.asname.name) if alias.asname else None
    if name == "preprocessing":
        return f"layers as {bound or name}"
    return f"{name} as {bound}" if bound else name


def _rewritten(module: Module, node: cst.ImportFrom, by_home: dict[str, list[str]]) -> Fix | None:
    """One import for each home; where there is only one, only the module's name changes."""
    assert node.module is not None
    homes = list(by_home)
    renamed = any("layers as" in name for names in by_home.values() for name in names)
    if len(homes) == 1 and not renamed:
        return Fix(f"Import from `{homes[0]}`", tuple(replace(module, node.module, homes[0])))
    if "#" in module.source(node):
        return None
    start = module.span(node).start
    gap = newline(module) + indentation(module.text, start)
    lines = [_line(source, by_home[source]) for source in homes]
    return Fix("Import from where the names are now", tuple(replace(module, node, gap.join(lines))))


def _line(source: str, names: Sequence[str]) -> str:
    if names[0].startswith("layers as"):
        return f"from {source.rpartition('.')[0]} import {', '.join(names)}"
    return f"from {source} import {', '.join(names)}"


def _renamed(alias: cst.ImportAlias, path: str, instead: str | None, module: Module) -> Fix | None:
    """Import the loss or metric under the name that Keras 3 has for it."""
    if not instead or path not in _RENAMED:
        return None
    text = instead if alias.asname else f"{instead} as {dotted(alias.name)}"
    return Fix(f"Import `{instead}`", tuple(replace(module, alias.name, text)))


def _looked_up(module: Module, node: cst.Attribute, path: str, gone: str | None) -> Fix | None:
    """Leave out the part of the chain that is gone: `layers.experimental.preprocessing.Hashing`."""
    last = path.rpartition(".")[2]
    if gone is None:
        return None
    found = home(last, gone)
    inner = path.removeprefix(f"{gone}.")
    if found is None or inner not in (last, f"preprocessing.{last}"):
        return None
    if not gone.startswith(f"{found}."):
        return None
    owner: cst.BaseExpression = node
    while isinstance(owner, cst.Attribute) and not _names(module, owner, found):
        owner = owner.value
    if not _names(module, owner, found):
        return None
    start, end = module.span(owner).end, module.span(node).end
    return Fix(f"Use `{found}.{last}`", (Edit(start, end, f".{last}"),), "safe")


def _other_name(module: Module, node: cst.Attribute, path: str, instead: str | None) -> Fix | None:
    if not instead or path not in _RENAMED:
        return None
    return Fix(f"Use `{instead}`", tuple(replace(module, node.attr, instead)))


def _names(module: Module, node: cst.BaseExpression, path: str) -> bool:
    name = module.resolve(node)
    return name is not None and split(name)[1] == path
