"""What options take their values from, and how the documentation names their kinds."""

from __future__ import annotations

FORMATS = (
    "concise",
    "full",
    "grouped",
    "json",
    "json-lines",
    "junit",
    "github",
    "gitlab",
    "azure",
    "pylint",
    "rdjson",
    "sarif",
)

# The worst first.
SEVERITIES = ("error", "warning", "info")

# What no project means to have checked.
EXCLUDED = (
    ".bzr",
    ".direnv",
    ".eggs",
    ".git",
    ".git-rewrite",
    ".hg",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".nox",
    ".pants.d",
    ".pyenv",
    ".pytest_cache",
    ".pytype",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pycache__",
    "__pypackages__",
    "_build",
    "buck-out",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)

TYPE_NAMES = {
    "selectors": "list of rules",
    "strings": "list of strings",
    "names": "list of dotted names",
    "globs": "list of patterns",
    "paths": "list of directories",
    "ignores": "table from pattern to list of rules",
    "severities": "table from rule to severity",
    "path": "file or directory",
    "environment": "directory of an environment, or its interpreter",
    "boolean": "boolean",
    "integer": "integer",
    "string": "string",
    "address": "address of a site, or of a page with places for the rule",
}
