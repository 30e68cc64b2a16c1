"""Edits of what stands between commas: arguments, parameters, elements of displays.

Layout is kept: an item is added on a line of its own where every item has one, a trailing comma
stays a trailing comma, and comments stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from layerlint.fixes.edit import Edit
from layerlint.fixes.formatting import newline, outer
from layerlint.fixes.lines import (
    ends_line,
    line_end,
    line_start,
    next_line,
    rest_of_line,
    starts_line,
)
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module

Display = cst.Dict | cst.List | cst.Set | cst.Tuple


class Item(NamedTuple):
    """Where an item stands, and its comma if it has one."""

    start: int
    end: int
    comma: int | None


def add_keyword(module: Module, call: cst.Call, text: str) -> list[Edit]:
    """Add the keyword argument `text` (`"training=training"`) at the end of a call."""
    items = [_item(module, arg) for arg in call.args]
    if len(call.args) == 1 and _is_bare_generator(call.args[0]):
        start, end, _ = items[0]
        return [Edit(start, start, "("), Edit(end, end, f"), {text}")]
    return _insert(module, items, len(items) - 1, text, _opening(module, call))


def delete_argument(module: Module, call: cst.Call, arg: cst.Arg) -> list[Edit]:
    """Remove an argument together with its comma and its line, where it has one."""
    items = [_item(module, each) for each in call.args]
    index = next(i for i, each in enumerate(call.args) if each is arg)
    return _delete(module, items, index, _opening(module, call))


def add_parameter(module: Module, function: cst.FunctionDef, text: str) -> list[Edit]:
    """Add the parameter `text` (`"training=None"`) after the last positional one.

    Behind `*args`, which would lose an argument to it, where there is such a parameter.
    """
    parameters = list(_parameters(function.params))
    items = [_item(module, parameter) for parameter in parameters]
    starred = function.params.star_arg
    last = -1
    for index, parameter in enumerate(parameters):
        keyword_only = parameter is starred or parameter is function.params.star_kwarg
        keyword_only = keyword_only or parameter in function.params.kwonly_params
        if not keyword_only or (parameter is starred and isinstance(starred, cst.Param)):
            last = index
    return _insert(module, items, last, text, _parenthesis(module, function))


def delete_parameter(module: Module, function: cst.FunctionDef, parameter: cst.Param) -> list[Edit]:
    """Remove a parameter together with its comma and its line, where it has one."""
    parameters = list(_parameters(function.params))
    items = [_item(module, each) for each in parameters]
    index = next(i for i, each in enumerate(parameters) if each is parameter)
    return _delete(module, items, index, _parenthesis(module, function))


def add_element(module: Module, display: Display, text: str) -> list[Edit]:
    """Add `text` (`'"units": self.units'`) at the end of a dictionary, list, set or tuple."""
    items = [_item(module, element) for element in display.elements]
    return _insert(module, items, len(items) - 1, text, _bracket(module, display))


def delete_element(module: Module, display: Display, element: cst.CSTNode) -> list[Edit]:
    """Remove an element of a dictionary, list, set or tuple with its comma and its line."""
    items = module.remembered(
        (delete_element, display), lambda: [_item(module, each) for each in display.elements]
    )
    index = next(i for i, each in enumerate(display.elements) if each is element)
    return _delete(module, items, index, _bracket(module, display))


def _insert(
    module: Module, items: Sequence[Item], index: int, text: str, opening: int
) -> list[Edit]:
    """Insert `text` after the item at `index`; before all when `index` is -1."""
    source = module.text
    if not items:
        return [Edit(opening, opening, text, once=True)]
    item = items[max(index, 0)]
    own_line = _one_per_line(source, items) and starts_line(source, item.start)
    lead = newline(module) + source[line_start(source, item.start) : item.start]
    if index < 0:
        return [Edit(item.start, item.start, f"{text},{lead if own_line else ' '}", once=True)]
    end = item.end if item.comma is None else item.comma + 1
    stop = line_end(source, end)
    if item.comma is None:
        if own_line and rest_of_line(source, end).startswith("#"):
            return [Edit(end, end, ",", once=True), Edit(stop, stop, lead + text, once=True)]
        return [Edit(end, end, f",{lead if own_line else ' '}{text}", once=True)]
    if own_line and ends_line(source, end):
        return [Edit(stop, stop, f"{lead}{text},", once=True)]
    return [Edit(end, end, f" {text},", once=True)]


def _delete(module: Module, items: Sequence[Item], index: int, opening: int) -> list[Edit]:
    text = module.text
    item = items[index]
    if len(items) == 1:
        return [_delete_only(text, item, opening)]
    previous = items[index - 1].comma if index else None
    before = opening if previous is None else previous + 1
    if item.comma is not None:
        return [_delete_with_comma(text, item, before, last=index == len(items) - 1)]
    assert previous is not None
    if not text[before : item.start].strip(" \t\f\r\n\\"):
        return [Edit(previous, item.end, "")]
    comma = Edit(previous, before, "")
    if starts_line(text, item.start) and ends_line(text, item.end):
        return [comma, Edit(line_start(text, item.start), next_line(text, item.end), "")]
    return [comma, Edit(item.start, item.end, "")]


def join_deletions(module: Module, edits: Sequence[Edit]) -> list[Edit]:
    """The edits that delete several items of a list: what shares a comma becomes one edit."""
    text = module.text
    found: list[Edit] = []
    for edit in sorted(edits):
        if not found or edit.start >= found[-1].end:
            found.append(edit)
            continue
        last = found.pop()
        start, end = last.start, max(last.end, edit.end)
        while found and found[-1].end == start:
            start = found.pop().start
        if starts_line(text, start) and ends_line(text, end):
            start, end = line_start(text, start), next_line(text, end)
        elif text.endswith(", ", 0, start):
            start -= len(", ")
        found.append(Edit(start, end, ""))
    return found


def _delete_only(text: str, item: Item, opening: int) -> Edit:
    """Delete what is between the brackets, as far as it is no comment."""
    end = item.end if item.comma is None else item.comma + 1
    closing = len(text) - len(text[end:].lstrip())
    if text[closing] in ")]}" and not text[opening : item.start].strip():
        return Edit(opening, closing, "")
    return Edit(item.start, end, "")


def _delete_with_comma(text: str, item: Item, before: int, last: bool) -> Edit:
    """Delete an item and the comma behind it; `before` is the offset behind what precedes it."""
    assert item.comma is not None
    end = item.comma + 1
    if ends_line(text, end):
        if starts_line(text, item.start):
            return Edit(line_start(text, item.start), next_line(text, end), "")
        return Edit(before, end, "")
    if last and not text[before : item.start].strip():
        return Edit(before, end, "")
    while text[end] in " \t\f":
        end += 1
    return Edit(item.start, end, "")


def _one_per_line(text: str, items: Sequence[Item]) -> bool:
    """Whether every item has a line of its own; the first may follow the opening bracket."""
    lines = {line_start(text, item.start) for item in items}
    later = items[1:] or items
    return len(lines) == len(items) and all(starts_line(text, item.start) for item in later)


def _item(module: Module, node: cst.CSTNode) -> Item:
    comma = getattr(node, "comma", None)
    at = module.span(comma).start if isinstance(comma, cst.Comma) else None
    if isinstance(node, (cst.ParamSlash, cst.ParamStar)):
        start = module.span(node).start
        return Item(start, start + 1, at)
    if isinstance(node, cst.DictElement):
        return Item(outer(module, node.key)[0], outer(module, node.value)[1], at)
    if isinstance(node, cst.Element):
        return Item(*outer(module, node.value), at)
    return Item(*outer(module, node), at)


def _parameters(
    parameters: cst.Parameters,
) -> Iterator[cst.Param | cst.ParamSlash | cst.ParamStar]:
    """The parameters and the markers between them, in source order."""
    yield from parameters.posonly_params
    if isinstance(parameters.posonly_ind, cst.ParamSlash):
        yield parameters.posonly_ind
    yield from parameters.params
    if isinstance(parameters.star_arg, (cst.Param, cst.ParamStar)):
        yield parameters.star_arg
    yield from parameters.kwonly_params
    if parameters.star_kwarg is not None:
        yield parameters.star_kwarg


def _opening(module: Module, call: cst.Call) -> int:
    """The offset behind the opening parenthesis of a call."""
    _, end = outer(module, call.func)
    return module.text.index("(", end) + 1


def _bracket(module: Module, display: Display) -> int:
    """The offset behind the opening bracket of a display."""
    start, _ = outer(module, display) if isinstance(display, cst.Tuple) else module.span(display)
    return start + 1


def _parenthesis(module: Module, function: cst.FunctionDef) -> int:
    """The offset behind the opening parenthesis of a signature."""
    before = function.type_parameters or function.name
    return module.text.index("(", module.span(before).end) + 1


def _is_bare_generator(arg: cst.Arg) -> bool:
    return isinstance(arg.value, cst.GeneratorExp) and not arg.value.lpar
