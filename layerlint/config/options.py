"""Every option, once: configuration files, flags and `layerlint config` all read this table."""

from __future__ import annotations

from layerlint.config.choices import EXCLUDED, FORMATS, SEVERITIES
from layerlint.config.option import Option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def find(key: str) -> Option | None:
    """The option of that key."""
    return _BY_KEY.get(key)


def flags() -> Iterator[Option]:
    """The options that are also flags of the command line."""
    return (option for option in OPTIONS if option.flag)


OPTIONS = (
    Option(
        "select",
        "selectors",
        None,
        "The rules to enable: codes, prefixes of codes, names, families, groups or "
        "ALL. Without it, every rule that is on by default.",
        example='select = ["training", "LL201"]',
        flag=True,
    ),
    Option(
        "extend-select",
        "selectors",
        (),
        "Rules to enable in addition.",
        example='extend-select = ["frozen-layer-updates-state"]',
        flag=True,
    ),
    Option(
        "ignore",
        "selectors",
        (),
        "Rules to disable. The more specific selector wins over the broader one, "
        "whichever list it stands in.",
        example='ignore = ["LL101"]',
        flag=True,
    ),
    Option(
        "extend-ignore",
        "selectors",
        (),
        "Rules to disable in addition.",
        example='extend-ignore = ["migration"]',
        flag=True,
    ),
    Option(
        "per-file-ignores",
        "ignores",
        (),
        "Rules to disable in the files that match a pattern; `!` before the pattern inverts it. "
        "On the command line they are pairs: `tests/**:training,setup.py:LL102`.",
        example='per-file-ignores = { "tests/**" = ["training"] }',
        flag=True,
    ),
    Option(
        "extend-per-file-ignores",
        "ignores",
        (),
        "Rules to disable in the files that match a pattern, in addition to those of the extended "
        "file.",
        example='extend-per-file-ignores = { "examples/**" = ["ALL"] }',
        flag=True,
    ),
    Option(
        "severity",
        "severities",
        (),
        "How bad the findings of a rule are: `error` (the default), `warning` or `info`. The more "
        "specific selector wins.",
        choices=SEVERITIES,
        example='severity = { LL102 = "warning", migration = "info" }',
    ),
    Option(
        "fail-on",
        "choice",
        "info",
        "The least severity that makes the exit code 1.",
        choices=SEVERITIES,
        example='fail-on = "error"',
        flag=True,
    ),
    Option(
        "ignore-suppressions",
        "boolean",
        False,
        "Report also what a comment suppresses, and nothing about such comments.",
        example="ignore-suppressions = true",
        flag=True,
    ),
    Option(
        "external",
        "strings",
        (),
        "Prefixes of codes of other linters, which comments may name beside those of layerlint. "
        "Codes in a `noqa` that do not begin with `LL` are left alone anyway.",
        example='external = ["LL9", "D4"]',
    ),
    Option(
        "baseline",
        "path",
        None,
        "A file with the findings to accept, which `layerlint baseline write` writes. "
        "An empty name means none.",
        example='baseline = "layerlint-baseline.json"',
        flag=True,
    ),
    Option(
        "fixable",
        "selectors",
        ("ALL",),
        "The rules whose fixes may be applied.",
        example='fixable = ["training"]',
        flag=True,
    ),
    Option(
        "unfixable",
        "selectors",
        (),
        "The rules whose fixes are never applied.",
        example='unfixable = ["LL102"]',
        flag=True,
    ),
    Option(
        "extend-safe-fixes",
        "selectors",
        (),
        "Rules whose unsafe fixes are to count as safe.",
        example='extend-safe-fixes = ["LL103"]',
    ),
    Option(
        "extend-unsafe-fixes",
        "selectors",
        (),
        "Rules whose safe fixes are to count as unsafe.",
        example='extend-unsafe-fixes = ["LL102"]',
    ),
    Option(
        "unsafe-fixes",
        "boolean",
        False,
        "Apply and offer unsafe fixes too.",
        example="unsafe-fixes = true",
        flag=True,
    ),
    Option(
        "target-keras",
        "generation",
        "auto",
        "The generation of Keras that the code runs on. With `auto` it follows the imports of each "
        "module and the requirements of the project. It may also be written as a requirement on "
        "Keras: `>=3`, `<3`.",
        choices=("auto", "2", "3", "both"),
        example='target-keras = "3"',
        flag=True,
    ),
    Option(
        "layer-bases",
        "names",
        (),
        "Dotted names of classes to be taken for Keras layers, where their source cannot be read.",
        example='layer-bases = ["company.nn.BaseLayer"]',
    ),
    Option(
        "src",
        "paths",
        (),
        "Where further top-level packages of the project lie, to resolve imports between its "
        "modules; those in its root and in `src` are found anyway.",
        example='src = ["lib"]',
    ),
    Option(
        "environment",
        "environment",
        None,
        "The Python environment whose installed packages are read for base classes. Without it, "
        "the `.venv` or `venv` of the project, else the environment that is activated, else none; "
        "an empty name means none.",
        example='environment = "../shared/.venv"',
        flag=True,
    ),
    Option(
        "include",
        "globs",
        ("*.py", "*.ipynb"),
        "The files to check in a directory.",
        example='include = ["*.py", "scripts/*"]',
    ),
    Option(
        "exclude",
        "globs",
        EXCLUDED,
        "Files and directories to leave out.",
        example='exclude = ["vendored", "src/generated/*.py"]',
        flag=True,
    ),
    Option(
        "extend-exclude",
        "globs",
        (),
        "Files and directories to leave out in addition.",
        example='extend-exclude = ["third_party"]',
        flag=True,
    ),
    Option(
        "force-exclude",
        "boolean",
        False,
        "Leave out excluded files even when they are given on the command line.",
        example="force-exclude = true",
        flag=True,
    ),
    Option(
        "respect-gitignore",
        "boolean",
        True,
        "Leave out what git ignores: by `.gitignore`, `.git/info/exclude` and `core.excludesFile`.",
        example="respect-gitignore = false",
        flag=True,
    ),
    Option(
        "output-format",
        "choice",
        "full",
        "How diagnostics are printed. On the command line it may be repeated, and "
        "`FORMAT=FILE` writes the report to a file beside what is printed.",
        choices=FORMATS,
        example='output-format = "concise"',
        flag=True,
    ),
    Option(
        "docs-url",
        "address",
        None,
        "Where the pages of the rules are published, for diagnostics to link to. It is the address "
        "of the site that `python -m layerlint.dev docs` makes, or one with `{code}`, `{name}` or "
        "`{family}` in it for those of the rule. Without it editors, terminals and `json` link to "
        "the page that is installed, and reports for other machines to none.",
        example='docs-url = "https://docs.example.org/layerlint"',
        flag=True,
    ),
    Option(
        "jobs",
        "integer",
        0,
        "The number of processes; 0 means as many as there are processors.",
        example="jobs = 4",
        flag=True,
    ),
    Option(
        "cache-dir",
        "path",
        ".layerlint_cache",
        "Where what was found is kept for the next run. `--no-cache` does without.",
        example='cache-dir = "~/.cache/layerlint"',
        flag=True,
    ),
    Option(
        "required-version",
        "string",
        None,
        "The versions of layerlint that this configuration is written for.",
        example='required-version = ">=0.1"',
    ),
    Option(
        "extend",
        "string",
        None,
        "A configuration file to start from; its values stand where this file has none.",
        example='extend = "../layerlint.toml"',
    ),
    Option(
        "missing-training-parameter.require",
        "choice",
        "mode-dependent",
        "When `call()` must take `training` (LL101): `mode-dependent`, when its behaviour depends "
        "on the mode; `sublayers`, also in a layer that only holds sublayers that depend on it; "
        "`always`, in every layer.",
        choices=("mode-dependent", "sublayers", "always"),
        example='[tool.layerlint.missing-training-parameter]\nrequire = "always"',
    ),
)

_BY_KEY = {option.key: option for option in OPTIONS}
