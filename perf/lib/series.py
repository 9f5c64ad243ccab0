"""Figures over time: percentiles, and what they were in windows of a run."""

import bisect
import math
from collections import defaultdict

MOST_POINTS = 120


def percentile(values, percent):
  """The smallest value that so many percent do not exceed; None of nothing."""
  if not values:
    return None
  ordered = sorted(values)
  return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def latency(values):
  """Percentiles are their own spread."""
  named = {f"p{percent}": percentile(values, percent) for percent in (50, 95, 99)}
  return {"count": len(values), **named, "max": max(values, default=None)}


def window(seconds):
  """A length of windows that makes few enough of them to draw."""
  return max(1, math.ceil(seconds / MOST_POINTS))


def windows(points, length):
  """(time, value) pairs by the window they fall into, which is named by its start."""
  found = defaultdict(list)
  for time, value in points:
    found[int(time // length) * length].append(value)
  return dict(sorted(found.items()))


def rate(times, length):
  """How many a second, in each window from 0 to the last; none is a figure, too."""
  counted = windows(((time, 1) for time in times), length)
  ends = range(0, int(max(counted, default=-length)) + length, length)
  return [[start, round(len(counted.get(start, ())) / length, 2)] for start in ends]


def percentiles(points, length, percent):
  return [[start, percentile(values, percent)] for start, values in windows(points, length).items()]


def under_way(begins, ends, at):
  """How many have begun and not ended at a time."""
  return bisect.bisect_right(begins, at) - bisect.bisect_right(ends, at)
