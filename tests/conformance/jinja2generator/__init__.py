"""Random templates for Jinja2 over all of its grammar, with data: the same ones for one number."""

from .data import data_of
from .mistakes import mistaken
from .source import Source
from .statements import template_of


def case_of(number):
    """Case `number`, as a row. Each eighth has a mistake."""
    source = Source(number)
    data = data_of(source)
    template, files, options = template_of(source)
    if source.chance(12):
        template = mistaken(source, template)
    row = {"template": template, "data": data}
    if files:
        row["files"] = files
    if options:
        row["options"] = options
    return row
