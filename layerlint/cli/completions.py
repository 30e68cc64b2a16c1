"""`layerlint completions bash|zsh|fish`: what the shell offers after `layerlint` and TAB.

The commands and flags are asked of the parsers themselves, so that nothing is listed twice.
"""

from __future__ import annotations

import argparse

from layerlint import catalogue
from layerlint.cli import parser as parsers
from layerlint.config.options import OPTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")


class Flag:
    """One flag of a command: its spellings, what it is for, and the values that are offered.

    `takes` says whether a value follows; without `values` it is a file.
    """

    __slots__ = ("help", "names", "takes", "values")

    def __init__(self, action: argparse.Action) -> None:
        self.names = list(action.option_strings)
        self.help = "" if action.help in (None, argparse.SUPPRESS) else str(action.help)
        self.takes = action.nargs != 0
        self.values = _values(action) if self.takes else []


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "shell", type=parsers.choice(SHELLS), metavar="|".join(SHELLS), help="the shell"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the script that the shell has to read."""
    script = {"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.shell]
    print("\n".join(script()))
    return 0


def _commands() -> dict[str, list[Flag]]:
    """The flags of each command, in the order of its help."""
    found = {}
    for command in parsers.COMMANDS:
        parser = parsers.Parser(command)
        parsers.load(command).configure(parser)
        found[command] = [Flag(one) for one in parser._actions if one.option_strings]
    return found


def _positionals() -> dict[str, list[str]]:
    """The words that the first argument of a command may be, for commands that take no file."""
    rules = [word for rule in catalogue.rules() for word in (rule.code, rule.name)]
    return {
        "rule": rules,
        "explain": rules,
        "prove": rules,
        "config": [option.key for option in OPTIONS],
        "baseline": ["write", "check", "prune"],
        "completions": list(SHELLS),
    }


def _values(action: argparse.Action) -> list[str]:
    """What a flag can be given: the words of its metavar, or the rules."""
    if action.dest == "output_formats" or (
        isinstance(action.metavar, str) and "|" in action.metavar and " " not in action.metavar
    ):
        from layerlint.config.choices import FORMATS

        words = FORMATS if action.dest == "output_formats" else str(action.metavar).split("|")
        return list(words)
    if action.metavar == "RULES":
        return [
            "ALL",
            *catalogue.FAMILIES,
            *catalogue.GROUPS,
            *(rule.code for rule in catalogue.rules()),
        ]
    return []


def _bash() -> Iterator[str]:
    commands = _commands()
    yield "# layerlint completions bash > ~/.local/share/bash-completion/completions/layerlint"
    yield "_layerlint() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local command="check" words=""'
    names = "|".join(commands)
    yield f'    case "${{COMP_WORDS[1]}}" in {names}) command="${{COMP_WORDS[1]}}";; esac'
    yield '    case "$command $before" in'
    for command, flags in commands.items():
        for flag in flags:
            if flag.takes:
                pattern = "|".join(f"'{command} {name}'" for name in flag.names)
                yield f"        {pattern})"
                reply = f'compgen -W "{" ".join(flag.values)}"' if flag.values else "compgen -f"
                yield f'            COMPREPLY=($({reply} -- "$word")); return;;'
    yield "    esac"
    yield '    if [[ "$word" == -* ]]; then'
    yield '        case "$command" in'
    for command, flags in commands.items():
        names = " ".join(name for flag in flags for name in flag.names)
        yield f'            {command}) words="{names}";;'
    yield "        esac"
    yield '        COMPREPLY=($(compgen -W "$words" -- "$word")); return'
    yield "    fi"
    yield "    if [[ $COMP_CWORD -eq 1 ]]; then"
    yield f'        words="{" ".join(commands)}"'
    yield '        COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word")); return'
    yield "    fi"
    yield '    case "$command" in'
    for command, words in _positionals().items():
        yield f'        {command}) words="{" ".join(words)}"'
        yield '            COMPREPLY=($(compgen -W "$words" -- "$word")); return;;'
    yield "    esac"
    yield '    COMPREPLY=($(compgen -f -- "$word"))'
    yield "}"
    yield "complete -o filenames -F _layerlint layerlint"


def _zsh() -> Iterator[str]:
    """zsh runs what bash completes with, through its own module for that."""
    yield "#compdef layerlint"
    yield '# layerlint completions zsh > "${fpath[1]}/_layerlint"'
    yield "autoload -U +X bashcompinit && bashcompinit"
    yield from _bash()
    # The first TAB is what loads this file, and has to be answered like every other one.
    yield """[ "$funcstack[1]" = _layerlint ] && _bash_complete -o filenames -F _layerlint"""


def _fish() -> Iterator[str]:
    yield "# layerlint completions fish > ~/.config/fish/completions/layerlint.fish"
    names = " ".join(parsers.COMMANDS)
    bare = f"not __fish_seen_subcommand_from {names}"
    for command, summary in parsers.COMMANDS.items():
        yield f"complete -c layerlint -n '{bare}' -a {command} -d {_quoted(summary)}"
    positionals = _positionals()
    for command, flags in _commands().items():
        seen = f"__fish_seen_subcommand_from {command}"
        when = f"{seen}; or {bare}" if command == parsers.DEFAULT_COMMAND else seen
        if command in positionals:
            words = _quoted(" ".join(positionals[command]))
            yield f"complete -c layerlint -n '{when}' -f -a {words}"
        for flag in flags:
            spelled = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                for name in flag.names
            )
            line = f"complete -c layerlint -n '{when}' {spelled} -d {_quoted(flag.help)}"
            if flag.values:
                line += f" -x -a {_quoted(' '.join(flag.values))}"
            elif flag.takes:
                line += " -r"
            yield line


def _quoted(text: str) -> str:
    escaped = text.replace("%%", "%").replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
