"""The report of a run: results.json, and report.md.

A part is what perf/run knows of it: name, question, seconds, exit, and the result if it gave one. Of
a result, these keys are shown: tables [{title, head, rows}], notes [text] and budgets, which
lib/budgets.py judged.
"""

import json

from . import budgets
from .figures import shown


def write(folder, run):
  folder.mkdir(parents=True, exist_ok=True)
  (folder / "results.json").write_text(json.dumps(run, indent=1) + "\n")
  (folder / "report.md").write_text("\n\n".join(_paragraphs(run)) + "\n")


def verdict(run):
  """Whether all went well, and the sentence that says so."""
  failed = [part["name"] for part in run["parts"] if failure(part)]
  judged = _budgets(run)
  broken = sum(not budget["ok"] for budget in judged)
  words = f"{broken} of {len(judged)} budgets broken." if broken else f"All {len(judged)} budgets kept."
  if not judged:
    words = "No budgets were judged."
  if failed:
    words += " Parts that failed: " + ", ".join(failed) + "."
  return not broken and not failed, words


def failure(part):
  """A broken budget has an exit code of its own, which is no failure to measure."""
  broken = any(not budget["ok"] for budget in _of(part, "budgets"))
  return "result" not in part or (part["exit"] != 0 and not broken)


def outcome(part):
  return "FAILED" if failure(part) else "measured"


def _paragraphs(run):
  yield "# Sluice, measured"
  yield f"**{verdict(run)[1]}**"
  if _budgets(run):
    yield _table(["budget", "limit", "measured", ""], budgets.rows(_budgets(run)))
  yield _table(["where and when", ""], [["date", run["date"]], ["commit", run["commit"]], *run["machine"].items()])
  parts = [[part["name"], part["question"], f"{part['seconds']:.0f} s", outcome(part)] for part in run["parts"]]
  yield _table(["part", "question", "took", ""], parts)
  if run["quick"]:
    yield "Sizes were small (--quick): this shows that the scripts work; the figures say nothing."
  for part in run["parts"]:
    yield f"## {part['name']}"
    yield part["question"]
    if failure(part):
      yield f"**It failed (exit {part['exit']}).**"
    for table in _of(part, "tables"):
      yield from [f"{table['title']}:"] if table["title"] else []
      yield _table(table["head"], table["rows"])
    yield from _of(part, "notes")


def _of(part, key):
  return part.get("result", {}).get(key) or []


def _budgets(run):
  return [budget for part in run["parts"] for budget in _of(part, "budgets")]


def _table(head, rows):
  return "\n".join([_row(head), "|" + "---|" * len(head), *map(_row, rows)])


def _row(cells):
  return "| " + " | ".join(shown(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
