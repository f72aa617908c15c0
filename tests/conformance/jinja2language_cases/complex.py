"""Complex numbers: what a negative number gives to the power of a fraction, and what takes it."""

composed = True
defaults = {"data": {"n": -8, "h": 0.5}}
made = ["(-8) ** 0.5", "n ** h", "(-2.5) ** 0.5", "(-8) ** (1/3)", "(-1) ** 0.5", "(-2) ** -0.5", "(-2.0) ** 1.5", "(-0.5) ** 1e-9", "-8 ** 0.5", "n ** 2.0", "n ** (h - 2)"]
uses = ["{z}", "({z})|string", "[{z}]", "({z}) * 2", "2 * ({z})", "({z}) * ({z})", "({z}) + 1.5", "1 - ({z})", "({z}) / 3", "3 / ({z})", "({z}) / 0", "({z}) ** 2", "({z}) ** 3", "({z}) ** -2", "({z}) ** 0.5", "2 ** ({z})", "({z}) ** ({z})", "0.0 ** ({z})", "({z}) - ({z})",
        "-({z})", "+({z})", "({z})|abs", "({z})|int", "({z})|float", "({z})|round", "({z}) is number", "({z}) is float", "({z}) is defined", "({z}).real", "({z}).imag", "({z}).conjugate()", "({z}).nope", "({z}) == ({z})", "({z}) != 1", "({z}) < 1", "({z}) // 2", "({z}) % 2", "not ({z})", "({z})|tojson", "'%s %r'|format({z}, {z})",
        "'%d'|format({z})", "'%f'|format({z})", "({z}) in [{z}]", "({z}) ~ 'a'", "({z})|length", "({z})[0]", "({z})()", "({z}) + 'a'", "'a' * ({z})", "range({z})", "({z})|pprint", "[{z}, 1]|sum"]
rows = [place.format(use.format(z=z)) for z in made for use in uses for place in ("{{{{ {} }}}}", "x\n{{% set q = {} %}}{{{{ q }}}}")]
