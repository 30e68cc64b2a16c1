"""The semantic view of one parsed module and of its layer classes, built on libcst."""
