"""Tools for contributors: new rules, the generated index and tables. Not in the wheel."""
