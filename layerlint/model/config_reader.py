"""Runs a function over abstract dictionaries, to learn which keys it returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from layerlint.model.config import Config
from layerlint.model.config_values import DEEPEST, Values
from layerlint.model.methods import names_taken
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, self_attribute


class Reader(Values):
    """Runs the statements of one function; `Values` evaluates the expressions in them."""

    def read(self) -> list[Config]:
        """The configs that the function may return."""
        self._block(self.function.body, conditional=False)
        return self.results

    def _block(self, body: cst.BaseSuite, conditional: bool) -> None:
        for statement in body.body:
            if isinstance(statement, cst.SimpleStatementLine):
                for small in statement.body:
                    self._small(small, conditional)
            elif isinstance(statement, cst.BaseSmallStatement):
                self._small(statement, conditional)
            else:
                self._compound(statement, conditional)

    def _compound(self, statement: cst.CSTNode, conditional: bool) -> None:
        match statement:
            case cst.If(body=body, orelse=orelse):
                self._block(body, True)
                if isinstance(orelse, cst.If):
                    self._compound(orelse, True)
                elif orelse is not None:
                    self._block(orelse.body, True)
            case cst.For(target=cst.Name(value=name), iter=source, body=body):
                names = self._strings(source)
                if names is not None:
                    self.names[name] = names
                self._block(body, conditional=names is None or conditional)
            case cst.For(body=body) | cst.While(body=body) | cst.With(body=body):
                self._block(body, not isinstance(statement, cst.With) or conditional)
            case cst.Try(body=body, handlers=handlers):
                self._block(body, True)
                for handler in handlers:
                    self._block(handler.body, True)
            case cst.FunctionDef():
                pass
            case _:
                self._give_up()

    def _small(self, statement: cst.CSTNode, conditional: bool) -> None:
        match statement:
            case cst.Return(value=None):
                self.results.append(Config(nothing=True))
            case cst.Return(value=cst.BaseExpression() as value):
                self.results.append(self._value(value))
            case cst.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target.target, value, statement, conditional)
            case cst.AnnAssign(target=target, value=cst.BaseExpression() as value):
                self._assign(target, value, statement, conditional)
            case cst.AugAssign(target=cst.Name(value=name), operator=cst.BitOrAssign()):
                self._into(name, statement.value, conditional)
            case cst.Expr(value=cst.Call() as call):
                self._effect(call, conditional)
            case cst.Del(target=cst.Subscript(value=cst.Name(value=name)) as item):
                self._remove(name, self._subscript(item), conditional)

    def _assign(
        self,
        target: cst.CSTNode,
        value: cst.BaseExpression,
        statement: cst.CSTNode,
        conditional: bool,
    ) -> None:
        match target:
            case cst.Name(value=name):
                self.lists.pop(name, None)
                names = self._strings(value)
                if names is not None and not conditional:
                    self.lists[name] = names
                found = self._value(value)
                if conditional and name in self.locals:
                    merged = self.locals[name].copy()
                    merged.include(found, conditional=True)
                    found = merged
                self.locals[name] = found
            case cst.Subscript(value=cst.Name(value=name)) if name in self.locals:
                keys = self._subscript(target)
                if keys is None:
                    self.locals[name].open = True
                for key in keys or ():
                    self._store(self.locals[name], key, value, target, statement, conditional)

    def _effect(self, call: cst.Call, conditional: bool) -> None:
        match call.func:
            case cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value=verb)):
                self.lists.pop(name, None)  # it may be another list afterwards
                if name not in self.locals:
                    self._given(call, conditional)
                elif verb == "update":
                    self._update(name, call, conditional)
                elif verb in ("pop", "setdefault") and call.args:
                    keys = self._strings_of_key(call.args[0].value)
                    if verb == "pop":
                        self._remove(name, keys, conditional)
                        return
                    value = call.args[1].value if len(call.args) > 1 else None
                    if keys is None:
                        self.locals[name].open = True
                    for key in keys or ():
                        if key not in self.locals[name].keys:
                            self._store(self.locals[name], key, value, call, call, conditional)
                elif verb == "clear":
                    self.locals[name] = Config()
            case _:
                self._given(call, conditional)

    def _given(self, call: cst.Call, conditional: bool) -> None:
        """What a method of the class puts into the dictionaries that it is given.

        Any other function may do anything with them.
        """
        name = self_attribute(call.func, self.method.self_name) if self.method else None
        method = self.layer.method(name) if name is not None else None
        if method is None or conditional or self.depth > DEEPEST:
            for argument in call.args:
                self._open(argument.value)
            return
        reader = Reader(self.layer, method.module, method.node, method, self.depth + 1)
        for parameter, value in bind(call, names_taken(method.node)).items():
            if isinstance(value, cst.Name) and value.value in self.locals:
                reader.locals[parameter] = self.locals[value.value]
        reader.read()

    def _open(self, value: cst.BaseExpression) -> None:
        if isinstance(value, cst.Name) and value.value in self.locals:
            self.locals[value.value].open = True

    def _update(self, name: str, call: cst.Call, conditional: bool) -> None:
        for argument in call.args:
            if argument.keyword is not None:
                key = argument.keyword.value
                node = argument.keyword
                self._store(self.locals[name], key, argument.value, node, call, conditional)
            else:
                self._into(name, argument.value, conditional)

    def _into(self, name: str, value: cst.BaseExpression, conditional: bool) -> None:
        if name in self.locals:
            self.locals[name].include(self._value(value), conditional)

    def _remove(self, name: str, keys: Sequence[str] | None, conditional: bool) -> None:
        config = self.locals.get(name)
        if config is None:
            return
        for key in keys or ():
            before = config.keys.get(key)
            if before is not None and conditional:
                config.keys[key] = replace(before, conditional=True)
            else:
                config.keys.pop(key, None)
        if keys is None:
            config.open = True

    def _give_up(self) -> None:
        for config in self.locals.values():
            config.open = True
