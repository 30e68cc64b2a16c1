"""`layerlint config [KEY]`: what the options mean."""

from __future__ import annotations

from layerlint.config.option import Option
from layerlint.config.options import OPTIONS, find
from layerlint.failure import Failure, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from layerlint.cli.parser import choice

    parser.add_argument("key", nargs="?", metavar="KEY", help="the option to explain; else all")
    parser.add_argument(
        "--output-format",
        type=choice(("text", "json", "json-schema")),
        default="text",
        metavar="text|json|json-schema",
        help="text (default), json, or the JSON schema of a configuration",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print one option, or all."""
    if arguments.output_format == "json-schema":
        return _print_schema(arguments.key)
    chosen = OPTIONS if arguments.key is None else (_find(arguments.key),)
    if arguments.output_format == "json":
        import json

        print(json.dumps({option.key: _facts(option) for option in chosen}, indent=2))
    elif arguments.key is None:
        print("\n".join(option.key for option in chosen))
    else:
        print(_explained(chosen[0]))
    return 0


def _print_schema(key: str | None) -> int:
    import json

    from layerlint.config.schema import schema

    if key is not None:
        raise Failure("the JSON schema is that of all options", "leave out the name of the option")
    print(json.dumps(schema(), indent=2))
    return 0


def _find(key: str) -> Option:
    option = find(key)
    if option is None:
        known = [option.key for option in OPTIONS]
        hint = did_you_mean(key, known) or "see `layerlint config` for all options"
        raise Failure(f"unknown option '{key}'", hint)
    return option


def _facts(option: Option) -> dict[str, object]:
    return {
        "doc": option.doc,
        "type": option.type_name(),
        "default": option.default,
        "flag": f"--{option.key}" if option.flag else None,
        "example": option.example,
    }


def _explained(option: Option) -> str:
    import json
    import textwrap

    facts = [
        f"Type: {option.type_name()}",
        f"Default: {'none' if option.default is None else json.dumps(option.default)}",
    ]
    if option.flag:
        facts.append(f"Flag: --{option.key}")
    example = option.example
    if not example.startswith("["):
        example = f"[tool.layerlint]\n{example}"
    return "\n".join(
        [
            option.key,
            "",
            textwrap.fill(option.doc, 88),
            "",
            *(textwrap.fill(fact, 88, subsequent_indent="  ") for fact in facts),
            "",
            "Example, in pyproject.toml:",
            textwrap.indent(example, "    "),
        ]
    )
