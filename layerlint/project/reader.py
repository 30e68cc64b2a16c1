"""Reads one module with `ast`: its bindings and class headers, in the order of execution."""

from __future__ import annotations

import ast
import bisect
import gc
import warnings

from layerlint.facts.namespaces import TELLING_PARAMETERS
from layerlint.project import raw_text
from layerlint.project.depth import DeepRecursion
from layerlint.project.headers import TELLING_METHODS, Base, ClassHeader, ModuleIndex
from layerlint.project.old_uses import old_use
from layerlint.project.scopes import (
    Scope,
    denotes,
    denotes_base,
    join,
    union,
)
from layerlint.project.targets import bind, bind_walrus
from layerlint.syntax.outline import outline

LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def read_module(
    data: bytes, path: str, name: str, *, is_package: bool, external: bool = False
) -> ModuleIndex:
    """Return the index of a module; an empty one when Python cannot parse it, or it is too deep.

    Either is for the engine to report; here such a file only has nothing to offer.
    """
    index = ModuleIndex(path, name, is_package=is_package, external=external)
    # A tree is many small objects, which the collector would visit again and again.
    collects = gc.isenabled()
    gc.disable()
    try:
        with DeepRecursion():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(data)
            _Reader(index, data).run(tree)
    except (SyntaxError, ValueError):
        index = ModuleIndex(path, name, is_package=is_package, external=external)
        index.is_unparsable = True
    except (RecursionError, MemoryError):
        index = ModuleIndex(path, name, is_package=is_package, external=external)
        index.is_too_deep = True
    finally:
        if collects:
            gc.enable()
    return index


class _Reader:
    """Walks statements only, never plain expressions, and functions only where classes are."""

    def __init__(self, index: ModuleIndex, data: bytes) -> None:
        self.index = index
        self.data = data
        self.deferred: list[tuple[ast.FunctionDef | ast.AsyncFunctionDef, Scope]] = []
        self.class_lines = raw_text.class_lines(data)
        self.uses_global = b"global " in data
        self.required: list[str] = []
        # The classes of the module by the names that they may have at this point.
        self.named: dict[str, list[ClassHeader]] = {}
        self.conditional = 0
        index.sets_legacy_keras = raw_text.sets_legacy_keras(data)
        index.picks_tf_keras = raw_text.picks_tf_keras(data)
        index.uses_keras_ops = raw_text.uses_keras_ops(data)

    def run(self, tree: ast.Module) -> None:
        """Execute the module, then every function that defines a class."""
        scope = Scope("module", "")
        scope.module_name = self.index.name
        self.block(tree.body, scope)
        while self.deferred:
            node, parent = self.deferred.pop(0)
            self.function_body(node, parent)
        for name in self.index.calls:
            own = f"{self.index.name}.{name}"
            scope.env[name] = tuple(t for t in scope.env.get(name, ()) if t != own)
        self.index.bindings = scope.env
        self.index.stars = tuple(scope.stars)
        self.index.required = tuple(dict.fromkeys(self.required))
        self.index.outline = outline(tree)
        self.index.old_use = old_use(tree, self.data, scope)
        self.index.classes.sort(key=lambda header: header.line)

    def block(self, body: list[ast.stmt], scope: Scope) -> bool:
        """Execute statements; tell whether the end of the block can be reached."""
        for node in body:
            if isinstance(node, LEAVES):
                if isinstance(node, ast.Return) and node.value is not None:
                    scope.returned.append(denotes(node.value, scope))
                return False
            handler = getattr(self, f"visit_{type(node).__name__}", None)
            if handler is not None:
                handler(node, scope)
        return True

    def branches(self, bodies: list[list[ast.stmt]], scope: Scope) -> None:
        """Execute alternatives from the same start and join where they meet."""
        before = scope.env
        ends = []
        self.conditional += 1
        for body in bodies:
            scope.env = dict(before)
            if self.block(body, scope):
                ends.append(scope.env)
        self.conditional -= 1
        scope.env = join(*ends) if ends else before

    # Definitions

    def visit_ClassDef(self, node: ast.ClassDef, scope: Scope) -> None:
        qualname = scope.inner(node.name)
        dotted = f"{self.index.name}.{qualname}"
        bases = [
            Base(ast.unparse(base), tuple(target for target in targets if target != dotted))
            for base in node.bases
            for targets in denotes_base(base, scope)
        ]
        methods = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
        telling = tuple(name for name in TELLING_METHODS if name in methods)
        header = ClassHeader(
            self.index.path, self.index.name, qualname, node.lineno, tuple(bases), telling
        )
        self.index.classes.append(header)
        if scope.kind == "module":
            self.name_class(header)
        inner = Scope("class", f"{qualname}.", scope)
        self.block(node.body, inner)
        scope.env[node.name] = (dotted,)

    def name_class(self, header: ClassHeader) -> None:
        """Note from where on a class of the module takes the name of earlier ones for itself."""
        if not self.conditional:
            for earlier in self.named.pop(header.name, ()):
                earlier.until = header.line
        self.named.setdefault(header.name, []).append(header)

    def visit_FunctionDef(self, node: ast.FunctionDef, scope: Scope) -> None:
        scope.env[node.name] = (f"{self.index.name}.{scope.inner(node.name)}",)
        first = bisect.bisect_left(self.class_lines, node.lineno)
        holds_class = (
            first < len(self.class_lines)
            and node.end_lineno is not None
            and self.class_lines[first] <= node.end_lineno
        )
        gives = scope.kind == "module" and not _required_parameters(node.args)
        if holds_class or gives or self.uses_global:
            self.deferred.append((node, scope))

    visit_AsyncFunctionDef = visit_FunctionDef

    def function_body(self, node: ast.FunctionDef | ast.AsyncFunctionDef, parent: Scope) -> None:
        scope = Scope("function", f"{parent.inner(node.name)}.<locals>.", parent)
        arguments = node.args
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            scope.env[argument.arg] = TELLING_PARAMETERS.get(argument.arg, ())
        for rest in (arguments.vararg, arguments.kwarg):
            if rest is not None:
                scope.env[rest.arg] = ()
        self.block(node.body, scope)
        # `global keras` and then `import keras` in a set-up function binds in the module.
        module = scope.module()
        for name in sorted(scope.globals & scope.env.keys()):
            module.env[name] = union(module.env.get(name, ()), scope.env[name])
        if parent is module and any(scope.returned):
            self.index.returns[node.name] = union(*scope.returned)

    # Bindings

    def visit_Import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            self.require(alias.name, scope)
            if alias.asname:
                scope.env[alias.asname] = (alias.name,)
            else:
                root = alias.name.partition(".")[0]
                scope.env[root] = (root,)

    def visit_ImportFrom(self, node: ast.ImportFrom, scope: Scope) -> None:
        module = self.absolute(node.module or "", node.level)
        for alias in node.names:
            if alias.name == "*":
                scope.stars.insert(0, module)
                self.require(module, scope)
            else:
                target = f"{module}.{alias.name}" if module else alias.name
                self.require(target, scope)
                scope.env[alias.asname or alias.name] = (target,)

    def require(self, name: str, scope: Scope) -> None:
        """Note an import without which the module cannot be imported."""
        if scope.kind == "module" and not self.conditional:
            self.required.append(name)

    def absolute(self, module: str, level: int) -> str:
        """Return the absolute name of the module of a `from` import."""
        if level == 0:
            return module
        package = self.index.package.split(".") if self.index.package else []
        kept = package[: max(0, len(package) - (level - 1))]
        return ".".join([*kept, module] if module else kept)

    def visit_Assign(self, node: ast.Assign, scope: Scope) -> None:
        for target in node.targets:
            bind(target, node.value, scope)
            # `slim = tf.contrib.slim` fails as an import does.
            used = node.value.func if isinstance(node.value, ast.Call) else node.value
            for name in denotes(used, scope) if isinstance(used, ast.Attribute) else ():
                self.require(name, scope)
            if isinstance(target, ast.Name) and isinstance(node.value, ast.Call):
                self.bind_result(target.id, node.value, scope)

    def bind_result(self, name: str, call: ast.Call, scope: Scope) -> None:
        """Note `keras = get_keras()`: what the function gives is for the index to find."""
        functions = denotes(call.func, scope)
        if scope.kind == "module" and functions and not scope.env[name]:
            known = self.index.calls.get(name, ())
            self.index.calls[name] = union(known, functions)
            scope.env[name] = (f"{self.index.name}.{name}",)

    def visit_AnnAssign(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            bind(node.target, node.value, scope)

    def visit_AugAssign(self, node: ast.AugAssign, scope: Scope) -> None:
        bind(node.target, None, scope)

    def visit_Delete(self, node: ast.Delete, scope: Scope) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                scope.env.pop(target.id, None)

    def visit_Global(self, node: ast.Global, scope: Scope) -> None:
        scope.globals.update(node.names)

    # Control flow

    def visit_If(self, node: ast.If, scope: Scope) -> None:
        bind_walrus(node.test, scope)
        self.branches([node.body, node.orelse], scope)

    def visit_Try(self, node: ast.Try, scope: Scope) -> None:
        before = scope.env
        scope.env = dict(before)
        self.conditional += 1
        completes = self.block(node.body, scope)
        interrupted = join(before, scope.env)
        if completes:
            completes = self.block(node.orelse, scope)
        ends = [scope.env] if completes else []
        for handler in node.handlers:
            scope.env = dict(interrupted)
            if handler.name:
                scope.env[handler.name] = ()
            if self.block(handler.body, scope):
                ends.append(scope.env)
        self.conditional -= 1
        scope.env = join(*ends) if ends else interrupted
        self.block(node.finalbody, scope)

    visit_TryStar = visit_Try

    def visit_For(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        bind(node.target, None, scope)
        self.branches([node.body, []], scope)
        self.block(node.orelse, scope)

    visit_AsyncFor = visit_For

    def visit_While(self, node: ast.While, scope: Scope) -> None:
        bind_walrus(node.test, scope)
        self.branches([node.body, []], scope)
        self.block(node.orelse, scope)

    def visit_With(self, node: ast.With | ast.AsyncWith, scope: Scope) -> None:
        for item in node.items:
            if item.optional_vars is not None:
                bind(item.optional_vars, None, scope)
        self.block(node.body, scope)

    visit_AsyncWith = visit_With

    def visit_Match(self, node: ast.Match, scope: Scope) -> None:
        self.branches([case.body for case in node.cases] + [[]], scope)


def _required_parameters(arguments: ast.arguments) -> bool:
    positional = len(arguments.posonlyargs) + len(arguments.args)
    return positional > len(arguments.defaults) or None in arguments.kw_defaults
