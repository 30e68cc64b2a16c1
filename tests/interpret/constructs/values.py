"""Guards that become a value, which is then asked."""

VALUES = {
    "regular expression on a mode": """
        if re.match("tr", "train" if T else "test"):
            W.assign_add(1.0)
        """,
    "counting item": """
        counts = {"on": 0}
        counts["on"] += bool(T)
        if counts["on"]:
            W.assign_add(1.0)
        """,
    "list times the flag": """
        for _ in [1] * int(bool(T)):
            W.assign_add(1.0)
        """,
    "tuple times the flag": """
        if (1,) * bool(T):
            W.assign_add(1.0)
        """,
    "single dispatch": """
        if told(bool(T) or None):
            W.assign_add(1.0)
        """,
    "plain": """
        if T:
            W.assign_add(1.0)
        """,
    "enum by is": """
        mode = Mode.TRAIN if T else Mode.INFER
        if mode is Mode.TRAIN:
            W.assign_add(1.0)
        """,
    "enum by equality": """
        mode = Mode.TRAIN if T else Mode.INFER
        if mode == Mode.TRAIN:
            W.assign_add(1.0)
        """,
    "enum by is not": """
        mode = Mode.TRAIN if T else Mode.INFER
        if mode is not Mode.INFER:
            W.assign_add(1.0)
        """,
    "enum in a tuple": """
        mode = Mode.TRAIN if T else Mode.INFER
        if mode in (Mode.TRAIN,):
            W.assign_add(1.0)
        """,
    "enum value": """
        mode = Mode.TRAIN if T else Mode.INFER
        if mode.value == 1:
            W.assign_add(1.0)
        """,
    "enum name": """
        mode = Mode.TRAIN if T else Mode.INFER
        if mode.name == "TRAIN":
            W.assign_add(1.0)
        """,
    "enum from value": """
        mode = Mode(1 if T else 2)
        if mode is Mode.TRAIN:
            W.assign_add(1.0)
        """,
    "int enum": """
        mode = Level.ON if T else Level.OFF
        if mode:
            W.assign_add(1.0)
        """,
    "class constants": """
        mode = Names.TRAIN if T else Names.INFER
        if mode == Names.TRAIN:
            W.assign_add(1.0)
        """,
    "module constants": """
        mode = ON if T else OFF
        if mode == ON:
            W.assign_add(1.0)
        """,
    "identity with the input": """
        y = self.noisy(x) if T else x
        if y is not x:
            W.assign_add(1.0)
        """,
    "identity with the input, is": """
        y = self.noisy(x) if T else x
        if y is x:
            W.assign_add(1.0)
        """,
    "identity with a sentinel": """
        y = SENTINEL if T else None
        if y is SENTINEL:
            W.assign_add(1.0)
        """,
    "identity with a local object": """
        mark = object()
        y = mark if T else None
        if y is mark:
            W.assign_add(1.0)
        """,
    "result or None": """
        y = self.noisy(x) if T else None
        if y is not None:
            W.assign_add(1.0)
        """,
    "function or None": """
        f = self.noisy if T else None
        if f is not None:
            W.assign_add(1.0)
        """,
    "function or None, truth": """
        f = self.noisy if T else None
        if f:
            W.assign_add(1.0)
        """,
    "any over a generator": """
        if any(t for t in [T, False]):
            W.assign_add(1.0)
        """,
    "all over a generator": """
        if all(t for t in [T, True]):
            W.assign_add(1.0)
        """,
    "any over a comparison": """
        if any(t is True for t in (bool(T), False)):
            W.assign_add(1.0)
        """,
    "any over a list": """
        flags = [False]
        flags.append(bool(T))
        if any(flags):
            W.assign_add(1.0)
        """,
    "len of a list": """
        steps = [1] if T else []
        if len(steps) > 0:
            W.assign_add(1.0)
        """,
    "len of a filled list": """
        steps = []
        if T:
            steps.append(1)
        if len(steps) == 1:
            W.assign_add(1.0)
        """,
    "truth of a filled list": """
        steps = []
        if T:
            steps.append(1)
        if steps:
            W.assign_add(1.0)
        """,
    "len of a string": """
        if len("on" if T else "") > 0:
            W.assign_add(1.0)
        """,
    "startswith": """
        mode = "train_step" if T else "predict_step"
        if mode.startswith("train"):
            W.assign_add(1.0)
        """,
    "endswith": """
        mode = "step_train" if T else "step_predict"
        if mode.endswith("train"):
            W.assign_add(1.0)
        """,
    "upper": """
        mode = "train" if T else "test"
        if mode.upper() == "TRAIN":
            W.assign_add(1.0)
        """,
    "membership in a string": """
        mode = "train" if T else "test"
        if "tr" in mode:
            W.assign_add(1.0)
        """,
    "index of a string": """
        mode = "train" if T else "predict"
        if mode[0] == "t":
            W.assign_add(1.0)
        """,
    "slice of a string": """
        mode = "train" if T else "predict"
        if mode[:2] == "tr":
            W.assign_add(1.0)
        """,
    "f-string": """
        mode = f"mode-{bool(T)}"
        if mode == "mode-True":
            W.assign_add(1.0)
        """,
    "str": """
        if str(bool(T)) == "True":
            W.assign_add(1.0)
        """,
    "percent format": """
        if "%s" % bool(T) == "True":
            W.assign_add(1.0)
        """,
    "format": """
        if "{}".format(bool(T)) == "True":
            W.assign_add(1.0)
        """,
    "join": """
        if "".join(["a", "b" if T else "c"]) == "ab":
            W.assign_add(1.0)
        """,
    "string sum": """
        if "mode_" + ("on" if T else "off") == "mode_on":
            W.assign_add(1.0)
        """,
    "slice of a list": """
        if [True, False][0 if T else 1 :][0]:
            W.assign_add(1.0)
        """,
    "slice of a tuple": """
        if (0, bool(T))[1:] == (True,):
            W.assign_add(1.0)
        """,
    "negative index": """
        if (False, bool(T))[-1]:
            W.assign_add(1.0)
        """,
    "sum": """
        if sum([bool(T), False]) > 0:
            W.assign_add(1.0)
        """,
    "max": """
        if max(int(bool(T)), 0):
            W.assign_add(1.0)
        """,
    "max of a list": """
        if max([0, 1 if T else 0]) == 1:
            W.assign_add(1.0)
        """,
    "min": """
        if min(1, 1 if T else 0):
            W.assign_add(1.0)
        """,
    "abs": """
        if abs(-1 if T else 0):
            W.assign_add(1.0)
        """,
    "reduce": """
        if functools.reduce(lambda a, b: a or b, [bool(T), False]):
            W.assign_add(1.0)
        """,
    "reduce with operator": """
        if functools.reduce(operator.and_, [bool(T), True]):
            W.assign_add(1.0)
        """,
    "operator.not_": """
        if operator.not_(T):
            W.assign_add(1.0)
        """,
    "operator.eq": """
        if operator.eq(bool(T), True):
            W.assign_add(1.0)
        """,
    "operator.is_": """
        if operator.is_(bool(T), True):
            W.assign_add(1.0)
        """,
    "operator.truth": """
        if operator.truth(T):
            W.assign_add(1.0)
        """,
    "operator.itemgetter": """
        if operator.itemgetter(1)((False, bool(T))):
            W.assign_add(1.0)
        """,
    "operator.attrgetter": """
        if operator.attrgetter("on")(Context(bool(T))):
            W.assign_add(1.0)
        """,
    "xor": """
        if bool(T) ^ False:
            W.assign_add(1.0)
        """,
    "bit and": """
        if bool(T) & True:
            W.assign_add(1.0)
        """,
    "comparison of numbers": """
        if int(bool(T)) > 0:
            W.assign_add(1.0)
        """,
    "chained comparison": """
        if 0 < int(bool(T)) < 2:
            W.assign_add(1.0)
        """,
    "power": """
        if 2 ** int(bool(T)) == 2:
            W.assign_add(1.0)
        """,
    "negation": """
        if -int(bool(T)) == -1:
            W.assign_add(1.0)
        """,
    "shift": """
        if 1 << int(bool(T)) == 2:
            W.assign_add(1.0)
        """,
    "divmod": """
        if divmod(int(bool(T)), 1)[0]:
            W.assign_add(1.0)
        """,
    "round": """
        if round(1.0 if T else 0.0):
            W.assign_add(1.0)
        """,
    "walrus": """
        if (on := bool(T)) and on:
            W.assign_add(1.0)
        """,
    "walrus of a call": """
        if (on := resolved(T)):
            W.assign_add(1.0)
        """,
    "walrus in a comprehension": """
        if any((last := t) for t in [bool(T)]):
            W.assign_add(1.0)
        """,
    "swap": """
        a, b = bool(T), False
        a, b = b, a
        if b:
            W.assign_add(1.0)
        """,
    "starred unpacking": """
        first, *rest = (False, bool(T), 1)
        if rest[0]:
            W.assign_add(1.0)
        """,
    "nested unpacking": """
        (a, (b, c)) = (1, (2, bool(T)))
        if c:
            W.assign_add(1.0)
        """,
    "augmented count": """
        count = 0
        if T:
            count += 1
        if count:
            W.assign_add(1.0)
        """,
    "del and rebind": """
        on = True
        del on
        on = bool(T)
        if on:
            W.assign_add(1.0)
        """,
    "type": """
        y = 1 if T else "a"
        if type(y) is int:
            W.assign_add(1.0)
        """,
    "isinstance": """
        y = 1 if T else "a"
        if isinstance(y, int):
            W.assign_add(1.0)
        """,
    "isinstance of a tuple": """
        y = (1,) if T else None
        if isinstance(y, tuple):
            W.assign_add(1.0)
        """,
    "callable": """
        y = self.noisy if T else None
        if callable(y):
            W.assign_add(1.0)
        """,
    "not not": """
        if not not (T):
            W.assign_add(1.0)
        """,
    "conditional in a conditional": """
        on = (True if T else False) if self.a else (True if T else False)
        if on:
            W.assign_add(1.0)
        """,
    "or default": """
        on = T or None
        if on:
            W.assign_add(1.0)
        """,
    "keyword from the flag": """
        kwargs = {"training": True} if T else {}
        if kwargs:
            W.assign_add(1.0)
        """,
    "float of the flag": """
        if float(bool(T)) == 1.0:
            W.assign_add(1.0)
        """,
    "constant attribute": """
        == init
        self.never$ = False
        == call
        if self.never$ and T:
            W.assign_add(1.0)
        """,
    "constant attribute, true": """
        == init
        self.always$ = True
        == call
        if self.always$ and T:
            W.assign_add(1.0)
        """,
    "constant class attribute": """
        == class
        never$ = False
        == call
        if self.never$ or T:
            W.assign_add(1.0)
        """,
    "constant string attribute": """
        == init
        self.kind$ = "train"
        == call
        if self.kind$ == "train" and T:
            W.assign_add(1.0)
        """,
    "constant string attribute, other": """
        == init
        self.kind$ = "test"
        == call
        if self.kind$ == "train" and T:
            W.assign_add(1.0)
        """,
    "attribute that is None": """
        == init
        self.extra$ = None
        == call
        if self.extra$ is not None and T:
            W.assign_add(1.0)
        """,
    "mode attribute picked by the flag": """
        self.mode$ = "train" if T else "test"
        if self.mode$ == "train":
            W.assign_add(1.0)
        """,
    "attribute through __dict__": """
        self.__dict__["flag$"] = bool(T)
        if self.__dict__["flag$"]:
            W.assign_add(1.0)
        """,
    "attribute through vars": """
        vars(self)["flag$"] = bool(T)
        if self.flag$:
            W.assign_add(1.0)
        """,
    "attribute through object.__setattr__": """
        object.__setattr__(self, "flag$", bool(T))
        if self.flag$:
            W.assign_add(1.0)
        """,
    "setattr and getattr": """
        setattr(self, "flag$", bool(T))
        if getattr(self, "flag$"):
            W.assign_add(1.0)
        """,
    "getattr with a default": """
        if getattr(self, "nothing$", bool(T)):
            W.assign_add(1.0)
        """,
    "hasattr": """
        if hasattr(self, "noisy") and T:
            W.assign_add(1.0)
        """,
}
