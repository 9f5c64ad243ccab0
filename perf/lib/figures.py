"""How results are shown: a table for people, one line of JSON for programs."""

import json
import sys
from statistics import median


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


def shown(figure):
  """A cell: a plain value or a spread."""
  if figure is None:
    return "-"
  if isinstance(figure, dict):
    return f"{figure['median']} ({figure['min']}..{figure['max']}, n={figure['n']})"
  return str(figure)


def table(head, rows):
  lines = [head] + [[shown(cell) for cell in row] for row in rows]
  widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
  for line in lines:
    print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
  print()


def result(name, **figures):
  print(json.dumps({"measure": name, **figures}), flush=True)


def note(*words):
  """Progress, beside the results."""
  print(*words, file=sys.stderr, flush=True)
