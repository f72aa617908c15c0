"""Random choices, the same ones for one seed in every version of Python."""

import random


class Source:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, limit):
        return int(self.random() * limit)

    def chance(self, percent):
        return self.below(100) < percent

    def one(self, choices):
        return choices[self.below(len(choices))]

    def many(self, least, most, make):
        """From `least` to `most` times what `make` gives."""
        return [make() for _ in range(least + self.below(most - least + 1))]

    def weighted(self, choices):
        """One of [(weight, value), …]."""
        at = self.below(sum(weight for weight, _ in choices))
        for weight, value in choices:
            at -= weight
            if at < 0:
                return value
        raise AssertionError
