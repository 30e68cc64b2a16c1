"""`layerlint groups`: the names by which several rules are selected at once."""

from __future__ import annotations

from layerlint import catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from layerlint.cli.parser import add_text_or_json

    add_text_or_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print each family and group with the codes of its rules, or how many they are."""
    names = [*catalogue.FAMILIES, *catalogue.GROUPS, "ALL"]
    codes = {name: [rule.code for rule in catalogue.matching(name)] for name in names}
    if arguments.output_format == "json":
        import json

        print(json.dumps(codes, indent=2))
        return 0
    for name, found in codes.items():
        about = catalogue.GROUPS.get(name) or (
            f"{found[0][:3]}xx"
            if name in catalogue.FAMILIES
            else "every rule, opt-in ones included"
        )
        print(f"{name:<15}{len(found):>4} rules  {about}")
    return 0
