"""What an option is.

A kind says what a value looks like in TOML and what it becomes:

    selectors   list of codes, prefixes, names, families or ALL
    strings     list of strings
    names       list of dotted names
    globs       list of file patterns, relative to the directory of the file that holds them
    paths       list of directories, relative likewise
    ignores     table from file pattern to selectors
    severities  table from selector to one of `choices`
    path        one file or directory, relative likewise
    environment a Python environment, relative likewise; empty for none
    boolean, integer, string
    choice      one of `choices`
    generation  likewise, or a requirement on Keras that comes to one of them
    address     where the pages of the rules are published
"""

from __future__ import annotations

from layerlint.config.choices import TYPE_NAMES
from layerlint.config.conversion import normalise


class Option:
    """One option: its key in a configuration file, its kind, default and documentation."""

    __slots__ = ("choices", "default", "doc", "example", "flag", "key", "kind")

    def __init__(
        self,
        key: str,
        kind: str,
        default: object,
        doc: str,
        *,
        example: str,
        choices: tuple[str, ...] = (),
        flag: bool = False,
    ) -> None:
        self.key = key
        self.kind = kind
        self.default = default
        self.doc = doc
        self.example = example
        self.choices = choices
        self.flag = flag

    def initial(self, root: str) -> object:
        """The default, with patterns and directories relative to `root`."""
        return self.default if self.default is None else normalise(self, self.default, root)

    def type_name(self) -> str:
        """How the documentation names the type."""
        if self.kind in ("choice", "generation"):
            return " | ".join(f'"{choice}"' for choice in self.choices)
        return TYPE_NAMES[self.kind]
