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


_tables = []  # shown since the last result, which takes them along


def table(head, rows, title=""):
  _tables.append({"title": title, "head": list(head), "rows": [list(row) for row in rows]})
  if title:
    print(title)
  lines = [head] + [[shown(cell) for cell in row] for row in rows]
  widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
  for line in lines:
    print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
  print()


def bars(title, unit, series):
  """A plot of one bar for each name; a spread is drawn as its median and range."""
  return {"title": title, "x": unit, "y": "", "kind": "bars", "series": series}


def result(name, **figures):
  """The last line. What perf/run reports of it: tables, plots, budgets and notes; see lib/report.py."""
  figures.setdefault("tables", _tables.copy())
  _tables.clear()
  print(json.dumps({"measure": name, **figures}), flush=True)


def note(*words):
  """Progress, beside the results."""
  print(*words, file=sys.stderr, flush=True)
