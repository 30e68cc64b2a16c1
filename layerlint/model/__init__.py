"""The semantic view of one parsed module and of its layer classes, in the terms of `syntax`."""
