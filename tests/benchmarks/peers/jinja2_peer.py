"""jinja2_peer.py TEMPLATES: seconds a warm render takes in Jinja2, by template, as JSON."""
import json
import statistics
import sys
import time

import jinja2

folder = sys.argv[1]
context = json.load(open(f"{folder}/context.json", encoding="utf-8"))
environment = jinja2.Environment(loader=jinja2.FileSystemLoader(folder))
times = {}
for name in ("expressions", "filters", "loops", "macros", "inheritance", "literal"):
    template = environment.get_template(f"{name}.txt")
    template.render(context)
    started = time.perf_counter()
    template.render(context)
    once = time.perf_counter() - started
    count = max(1, int(0.02 / once))
    batches = []
    for _ in range(11):
        started = time.perf_counter()
        for _ in range(count):
            template.render(context)
        batches.append((time.perf_counter() - started) / count)
    times[name] = statistics.median(batches)
print(json.dumps(times))
