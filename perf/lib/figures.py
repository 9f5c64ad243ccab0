"""How results are shown: a table for people, one line of JSON for programs."""

import argparse
import json
import math
import os
import sys
from statistics import median

from . import build


def arguments(description, **numbers):
  """The parser of a script; numbers are options that have one: their default, and what it is."""
  parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
  for name, (default, meaning) in numbers.items():
    parser.add_argument("--" + name.replace("_", "-"), type=int, default=default, help=f"{meaning} (default {default})")
  return parser


def spread(values, digits=2):
  """Median and range, as no figure goes without them."""
  values = [value for value in values if value is not None]
  if not values:
    return None
  return {
    "median": round(median(values), digits),
    "min": round(min(values), digits),
    "max": round(max(values), digits),
    "n": len(values),
  }


def percentile(values, percent):
  """The smallest value that so many percent do not exceed; None of nothing."""
  ordered = sorted(values)
  return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)] if ordered else None


def latency(values):
  """Percentiles are their own spread."""
  named = {f"p{percent}": percentile(values, percent) for percent in (50, 95, 99)}
  return {"count": len(values), **named, "max": max(values, default=None)}


def shown(figure):
  """A cell: a plain value or a spread."""
  if figure is None:
    return "-"
  if isinstance(figure, dict):
    return f"{figure['median']} ({figure['min']}..{figure['max']}, n={figure['n']})"
  return str(figure)


_tables = []  # shown since the last result, which takes them along


def table(head, rows, title=""):
  _tables.append({"title": title, "head": list(head), "rows": [list(row) for row in rows]})
  if title:
    print(title)
  lines = [head] + [[shown(cell) for cell in row] for row in rows]
  widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
  for line in lines:
    print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
  print(flush=True)


def result(name, **figures):
  """The last line. What perf/run reports of it: tables, budgets and notes."""
  figures = {"java": build.java_version(), "cores": os.cpu_count(), "tables": _tables.copy(), **figures}
  _tables.clear()
  print(json.dumps({"measure": name, **figures}), flush=True)


def added(rows):
  """Sums of equal keys, such as the troubles of several Sluices."""
  return {name: sum(row[name] for row in rows) for name in (rows[0] if rows else ())}


def note(*words):
  """Progress, beside the results."""
  print(*words, file=sys.stderr, flush=True)
