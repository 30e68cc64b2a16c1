"""The JSON schema of a configuration, for editors that complete and check TOML."""

from __future__ import annotations

from layerlint import catalogue
from layerlint.config.conversion import ADDRESS, REQUIREMENT
from layerlint.config.options import OPTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.config.option import Option

    Schema = dict[str, object]

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema() -> Schema:
    """The schema of `layerlint.toml`, and of `[tool.layerlint]` in `pyproject.toml`."""
    properties: dict[str, Schema] = {}
    for option in OPTIONS:
        table, _, key = option.key.rpartition(".")
        if not table:
            properties[key] = _property(option)
            continue
        inner = properties.setdefault(table, _table(f"Options of `{table}`."))
        options = inner["properties"]
        assert isinstance(options, dict)
        options[key] = _property(option)
    return {
        "$schema": DRAFT,
        "title": "layerlint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "definitions": {"rule": _rule()},
    }


def _table(description: str) -> Schema:
    return {
        "type": "object",
        "description": description,
        "additionalProperties": False,
        "properties": {},
    }


def _property(option: Option) -> Schema:
    found: Schema = {"description": option.doc, **_type(option)}
    if option.default is not None and option.kind not in ("ignores", "severities"):
        default = option.default
        found["default"] = list(default) if isinstance(default, tuple) else default
    return found


def _type(option: Option) -> Schema:
    rules: Schema = {"type": "array", "items": {"$ref": "#/definitions/rule"}}
    if option.kind == "selectors":
        return rules
    if option.kind in ("strings", "names", "globs", "paths"):
        return {"type": "array", "items": {"type": "string"}}
    if option.kind == "ignores":
        return {"type": "object", "additionalProperties": rules}
    if option.kind == "severities":
        return {
            "type": "object",
            "propertyNames": {"$ref": "#/definitions/rule"},
            "additionalProperties": {"enum": list(option.choices)},
        }
    if option.kind == "choice":
        return {"enum": list(option.choices)}
    if option.kind == "generation":
        numbers = [int(choice) for choice in option.choices if choice.isdigit()]
        spelled: Schema = {"type": "string", "pattern": REQUIREMENT}
        return {"anyOf": [{"enum": [*option.choices, *numbers]}, spelled]}
    if option.kind == "address":
        return {"type": "string", "pattern": ADDRESS}
    if option.kind == "integer":
        return {"type": "integer", "minimum": 0}
    return {"type": "boolean" if option.kind == "boolean" else "string"}


def _rule() -> Schema:
    """What a selector may be: completed from the rules of this version, prefixes by pattern."""
    words = ["ALL", *catalogue.FAMILIES, *catalogue.GROUPS]
    words += [word for rule in catalogue.rules() for word in (rule.code, rule.name)]
    prefixes = sorted({rule.code[:length] for rule in catalogue.rules() for length in (2, 3, 4)})
    return {
        "description": "A code, a prefix of codes, a name, a family, a group or ALL",
        "anyOf": [{"enum": words}, {"enum": prefixes}],
    }
