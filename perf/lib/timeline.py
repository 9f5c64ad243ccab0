"""What a round of a scenario looks like over time: plots of its requests, documents and processes."""

from collections import defaultdict
from math import ceil
from statistics import median

from .figures import percentile
from .plots import lines

MAX_POINTS = 120  # of one line


def plots(name, outcome, uploads):
  """Rates, latencies, documents under way, memory and CPU; uploads are the kinds of requests that bring a document."""
  end = outcome.requests[-1].at - outcome.start
  length = max(1, ceil(end / MAX_POINTS))  # of a window, in seconds
  answered = [(request.at - outcome.start, request) for request in outcome.requests if request.outcome == "OK"]
  watch = outcome.watch
  rates = {
    "requests": _rate((at for at, _ in answered), length),
    "uploads": _rate((at for at, request in answered if request.kind in uploads), length),
    "results": _rate((end for end in outcome.ends if end >= 0), length),
  }
  latencies = {
    kind: _windows([(at, request.millis) for at, request in answered if request.kind == kind], length, _p95)
    for kind in sorted({request.kind for _, request in answered})
  }
  under_way = [[second, outcome.under_way(second)] for second in range(0, int(end) + 1, length)]
  memory = {part: _windows(watch.series(part, outcome.start), length, median) for part in ("server", "forks", "postgres")}
  cores = {part: _windows(watch.cores(part, outcome.start), length, median) for part in watch.parts()}
  return [
    lines(f"{name}: a second", "per second", rates),
    lines(f"{name}: latency, 95th percentile", "ms", latencies),
    lines(f"{name}: documents under way", "documents", {"under way": under_way}),
    lines(f"{name}: memory", "MB", memory),
    lines(f"{name}: CPU", "cores", cores),
  ]


def _p95(values):
  return percentile(values, 95)


def _windows(points, length, figure):
  """A figure of the values of each window, which is named by its start."""
  found = defaultdict(list)
  for time, value in points:
    found[int(time // length) * length].append(value)
  return [[start, round(figure(values), 2)] for start, values in sorted(found.items())]


def _rate(times, length):
  """How many a second, in each window from 0 to the last; none is a figure, too."""
  counted = dict(_windows([(time, 1) for time in times], length, sum))
  ends = range(0, int(max(counted, default=-length)) + length, length)
  return [[start, round(counted.get(start, 0) / length, 2)] for start in ends]
