"""Guards and weights in lists, dictionaries and sets, and tables made once."""

CONTAINERS = {
    "table in __init__": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == init
        self.table$ = {True: self.do$, False: self.skip}
        == call
        self.table$[bool(T)]()
        """,
    "table in __init__, any way": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == init
        self.table$ = {True: self.do$, False: self.do$}
        == call
        if T:
            self.table$[bool(T)]()
        """,
    "table in __init__, get": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == init
        self.table$ = {"train": self.do$}
        == call
        self.table$.get("train" if T else "test", self.skip)()
        """,
    "table in the class": """
        == class
        def do$(self):
            W.assign_add(1.0)
        table$ = {True: do$, False: Base.skip}
        == call
        self.table$[bool(T)](self)
        """,
    "table of names in the class": """
        == class
        def do$(self):
            W.assign_add(1.0)
        table$ = {True: "do$", False: "skip"}
        == call
        getattr(self, self.table$[bool(T)])()
        """,
    "table of flags in the class": """
        == class
        table$ = {"train": True, "test": False}
        == call
        if self.table$["train" if T else "test"]:
            W.assign_add(1.0)
        """,
    "table in the module": """
        if TABLE["train" if T else "test"]:
            W.assign_add(1.0)
        """,
    "table of functions in the module": """
        STEPS["train" if T else "test"](W)
        """,
    "list in __init__": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == init
        self.steps$ = [self.do$]
        == call
        if T:
            for step in self.steps$:
                step()
        """,
    "list filled in __init__": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == init
        self.steps$ = []
        self.steps$.append(self.do$)
        == call
        if T:
            for step in self.steps$:
                step()
        """,
    "empty list in __init__": """
        == init
        self.steps$ = []
        == call
        if T:
            for step in self.steps$:
                W.assign_add(1.0)
        """,
    "weights in a list": """
        == build
        self.held$ = [W]
        == call
        if T:
            for w in self.held$:
                w.assign_add(1.0)
        """,
    "weights in a dictionary": """
        == build
        self.held$ = {"mean": W}
        == call
        if T:
            self.held$["mean"].assign_add(1.0)
        """,
    "weights in a dictionary's items": """
        == build
        self.held$ = {"mean": W}
        == call
        for name, w in self.held$.items():
            if T:
                w.assign_add(1.0)
        """,
    "weights in a tuple": """
        == build
        self.held$ = (W, 1.0)
        == call
        if T:
            w, value = self.held$
            w.assign_add(value)
        """,
    "weight under another name": """
        == build
        self.alias$ = W
        == call
        if T:
            self.alias$.assign_add(1.0)
        """,
    "dictionary of the flag": """
        state = {"on": bool(T)}
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary get": """
        state = {"on": bool(T)}
        if state.get("on", False):
            W.assign_add(1.0)
        """,
    "dictionary get of a missing key": """
        state = {}
        if T:
            state["on"] = True
        if state.get("on"):
            W.assign_add(1.0)
        """,
    "dictionary pop": """
        state = {"on": bool(T)}
        if state.pop("on"):
            W.assign_add(1.0)
        """,
    "dictionary pop, then get": """
        state = {"on": True}
        state.pop("on")
        if state.get("on") and T:
            W.assign_add(1.0)
        """,
    "dictionary setdefault": """
        state = {"on": bool(T)}
        if state.setdefault("on", True):
            W.assign_add(1.0)
        """,
    "dictionary setdefault, missing": """
        state = {}
        if state.setdefault("on", bool(T)):
            W.assign_add(1.0)
        """,
    "setdefault, then read": """
        state = {}
        state.setdefault("on", bool(T))
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary update": """
        state = {"on": True}
        state.update(on=bool(T))
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary update by another": """
        state = {"on": True}
        state.update({"on": bool(T)})
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary merge": """
        state = {"on": True} | {"on": bool(T)}
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary spread": """
        state = {**{"on": True}, "on": bool(T)}
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary built in a loop": """
        state = {}
        for key, value in (("on", bool(T)), ("off", False)):
            state[key] = value
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary built by a comprehension": """
        state = {key: value for key, value in [("on", bool(T)), ("off", False)]}
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary of pairs": """
        state = dict([("on", bool(T))])
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary of zip": """
        state = dict(zip(["on", "off"], [bool(T), False]))
        if state["on"]:
            W.assign_add(1.0)
        """,
    "dictionary fromkeys": """
        state = dict.fromkeys(["on"], bool(T))
        if state["on"]:
            W.assign_add(1.0)
        """,
    "membership in a dictionary": """
        state = {"on": 1} if T else {"off": 1}
        if "on" in state:
            W.assign_add(1.0)
        """,
    "membership in a list": """
        modes = ["train"] if T else ["test"]
        if "train" in modes:
            W.assign_add(1.0)
        """,
    "membership in a set": """
        modes = {"train"} if T else {"test"}
        if "train" in modes:
            W.assign_add(1.0)
        """,
    "membership in a module's tuple": """
        if ("train" if T else "test") in TRAIN_MODES:
            W.assign_add(1.0)
        """,
    "set add": """
        modes = set()
        if T:
            modes.add("train")
        if "train" in modes:
            W.assign_add(1.0)
        """,
    "dictionary of keys": """
        state = {bool(T): 1}
        if True in state:
            W.assign_add(1.0)
        """,
    "values of a dictionary": """
        state = {"on": bool(T)}
        if any(state.values()):
            W.assign_add(1.0)
        """,
    "defaultdict": """
        state = collections.defaultdict(bool)
        state["on"] = bool(T)
        if state["on"]:
            W.assign_add(1.0)
        """,
    "defaultdict, missing": """
        state = collections.defaultdict(bool)
        if T:
            state["on"] = True
        if state["on"]:
            W.assign_add(1.0)
        """,
    "list pop": """
        stack = [False, bool(T)]
        if stack.pop():
            W.assign_add(1.0)
        """,
    "list append and index": """
        stack = []
        stack.append(bool(T))
        if stack[0]:
            W.assign_add(1.0)
        """,
    "list insert": """
        stack = [False]
        stack.insert(0, bool(T))
        if stack[0]:
            W.assign_add(1.0)
        """,
    "list extend": """
        stack = []
        stack.extend([bool(T)])
        if stack[-1]:
            W.assign_add(1.0)
        """,
    "list index": """
        modes = ["train", "test"]
        if modes.index("train" if T else "test") == 0:
            W.assign_add(1.0)
        """,
    "list count": """
        if [bool(T), False].count(True):
            W.assign_add(1.0)
        """,
    "list reverse": """
        stack = [bool(T), False]
        stack.reverse()
        if stack[1]:
            W.assign_add(1.0)
        """,
    "list product": """
        if [1] * int(bool(T)):
            W.assign_add(1.0)
        """,
    "list comparison": """
        if [bool(T)] == [True]:
            W.assign_add(1.0)
        """,
    "tuple comparison": """
        if (bool(T), 1) == (True, 1):
            W.assign_add(1.0)
        """,
    "sorted": """
        if sorted([bool(T), False])[-1]:
            W.assign_add(1.0)
        """,
    "alias of a list": """
        stack = [False]
        other = stack
        other[0] = bool(T)
        if stack[0]:
            W.assign_add(1.0)
        """,
    "list filled by a function": """
        stack = [False]
        put(stack, bool(T))
        if stack[-1]:
            W.assign_add(1.0)
        """,
    "nested dictionaries": """
        state = {"mode": {"on": bool(T)}}
        if state["mode"]["on"]:
            W.assign_add(1.0)
        """,
    "nested dictionaries, stored": """
        state = {"mode": {"on": True}}
        state["mode"]["on"] = bool(T)
        if state["mode"]["on"]:
            W.assign_add(1.0)
        """,
    "attribute that is a dictionary": """
        self.state$ = {"on": True}
        self.state$["on"] = bool(T)
        if self.state$["on"]:
            W.assign_add(1.0)
        """,
    "attribute that is a dictionary of __init__": """
        == init
        self.state$ = {"on": True}
        == call
        self.state$["on"] = bool(T)
        if self.state$["on"]:
            W.assign_add(1.0)
        """,
    "list comprehension": """
        for w in [w for w in [W] if T]:
            w.assign_add(1.0)
        """,
    "list comprehension of flags": """
        if [t for t in [bool(T)] if t]:
            W.assign_add(1.0)
        """,
    "nested comprehension": """
        for w in [w for ws in [[W]] for w in ws if T]:
            w.assign_add(1.0)
        """,
    "comprehension that writes": """
        [w.assign_add(1.0) for w in [W] if T]
        """,
    "set comprehension": """
        if True in {t for t in [bool(T)]}:
            W.assign_add(1.0)
        """,
    "bound method in a dictionary": """
        == class
        def do$(self):
            W.assign_add(1.0)
        == call
        steps = {"train": self.do$, "test": self.skip}
        steps["train" if T else "test"]()
        """,
    "lambda in a dictionary": """
        steps = {True: lambda: W.assign_add(1.0), False: lambda: None}
        steps[bool(T)]()
        """,
    "assign in a dictionary": """
        steps = {True: W.assign_add, False: float}
        steps[bool(T)](1.0)
        """,
}
