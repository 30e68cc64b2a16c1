"""Guards kept where the whole program keeps things: modules, classes, functions, attributes."""

STATE = {
    "item of a dictionary of the module": """
        KEPT["on"] = bool(T)
        if KEPT["on"]:
            W.assign_add(1.0)
        """,
    "stack of the module that a manager pushes to": """
        with Pushed(bool(T)):
            if PUSHED[-1]:
                W.assign_add(1.0)
        """,
    "variable of the context": """
        VARIABLE.set(bool(T))
        if VARIABLE.get():
            W.assign_add(1.0)
        """,
    "attribute of a function": """
        def asked$():
            return asked$.on
        asked$.on = T
        if asked$():
            W.assign_add(1.0)
        """,
    "attribute of the class, written": """
        == class
        phase$ = "none"
        == call
        type(self).phase$ = "fit" if T else "use"
        if self.phase$ == "fit":
            W.assign_add(1.0)
        """,
    "attribute of a class of its own, written": """
        class Told$:
            on = None
        Told$.on = not T
        if Told$().on:
            W.assign_add(1.0)
        """,
    "constant of the class made of another": """
        == class
        always$ = True
        never$ = not always$
        == call
        if self.never$ or T:
            W.assign_add(1.0)
        """,
    "table of the class made of a constant": """
        == class
        off$ = 0
        table$ = {"off": off$}
        == call
        if self.table$["off"] or not T:
            W.assign_add(1.0)
        """,
    "attribute that is deleted": """
        self.mark$ = 1
        if T:
            del self.mark$
        if hasattr(self, "mark$"):
            W.assign_add(1.0)
        """,
    "attribute that is deleted by its name": """
        self.mark$ = 1
        if not T:
            delattr(self, "mark$")
        if getattr(self, "mark$", 0):
            W.assign_add(1.0)
        """,
    "attribute that one path sets": """
        class Box$:
            pass
        box$ = Box$()
        if T:
            box$.on = True
        try:
            box$.on
        except AttributeError:
            W.assign_add(1.0)
        """,
    "attribute that nobody sets": """
        if getattr(self, "nobody_sets$", False) or T:
            W.assign_add(1.0)
        """,
    "update of the dictionary of the layer": """
        self.__dict__.update(mode$=bool(T))
        if self.__dict__.get("mode$"):
            W.assign_add(1.0)
        """,
    "local that is deleted": """
        mode$ = T
        kept$ = mode$
        del mode$
        try:
            mode$
        except NameError:
            if kept$:
                W.assign_add(1.0)
        """,
    "descriptor that reads": """
        == class
        shown$ = Shown()
        == call
        self.told = bool(T)
        if self.shown$:
            W.assign_add(1.0)
        """,
    "descriptor that keeps the opposite": """
        class Held$:
            on = Opposite()
        held$ = Held$()
        held$.on = T
        if held$.on:
            W.assign_add(1.0)
        """,
    "major version of Python": """
        if sys.version_info[0] == 3 and T:
            W.assign_add(1.0)
        """,
    "older version of Python": """
        if sys.version_info < (3, 0):
            W.assign_add(1.0)
        """,
    "global that another call left behind": """
        if KEPT.get("never"):
            W.assign_add(1.0)
        """,
}
