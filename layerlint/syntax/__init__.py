"""The only room that knows libcst: parsing, kinds of nodes, their order, places and matching."""
