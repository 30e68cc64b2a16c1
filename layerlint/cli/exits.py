"""Exit codes, and what each means."""

from __future__ import annotations

# Everything was analysed and there is nothing to report.
OK = 0
# Something to report: diagnostics, unreadable content, or a difference that `--diff` shows.
FOUND = 1
# What was asked could not be done: a wrong flag, configuration or path, or a crash.
FAILED = 2
INTERRUPTED = 130
