"""The report of a run: results.json, report.md with plots beside it, and report.html in one file.

A part is what perf/run knows of it: name, question, seconds, exit, and the result if it gave one. Of
a result, these keys are shown: tables [{title, head, rows}], plots (see lib/plots.py), notes [text]
and budgets, which lib/budgets.py judged.
"""

import json
from html import escape

from . import budgets, plots
from .figures import shown

STYLE = """
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: .5rem 0 1.2rem; font-size: 13px; display: block; overflow-x: auto }
th, td { border-bottom: 1px solid #8885; padding: .2rem .7rem .2rem 0; text-align: left; white-space: nowrap }
caption { text-align: left; font-weight: 600; padding: .3rem 0 }
svg { max-width: 100%; height: auto; display: block; margin: 1rem 0 }
.bad { color: #d64545; font-weight: 600 }
.good { color: #2e9e6b; font-weight: 600 }
"""


def write(folder, run):
  folder.mkdir(parents=True, exist_ok=True)
  for old in folder.glob("*.svg"):
    old.unlink()
  (folder / "results.json").write_text(json.dumps(run, indent=1) + "\n")
  markdown, html = _Markdown(folder), _Html()
  for page in (markdown, html):
    _write(page, run)
  (folder / "report.md").write_text(markdown.whole())
  (folder / "report.html").write_text(html.whole())


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


def _write(page, run):
  page.heading(1, "Sluice, measured")
  good, words = verdict(run)
  page.verdict(good, words)
  judged = _budgets(run)
  if judged:
    page.table("Budgets", ["budget", "limit", "measured", ""], budgets.rows(judged))
  page.table("Where and when", ["", ""], [["date", run["date"]], ["commit", run["commit"]], *run["machine"].items()])
  parts = [[part["name"], part["question"], f"{part['seconds']:.0f} s", outcome(part)] for part in run["parts"]]
  page.table("Parts", ["part", "question", "took", ""], parts)
  if run["quick"]:
    page.paragraph("Sizes were small (--quick): this shows that the scripts work; the figures say nothing.")
  for part in run["parts"]:
    _write_part(page, part)


def _write_part(page, part):
  page.heading(2, part["name"])
  page.paragraph(part["question"])
  if failure(part):
    page.verdict(False, f"It failed (exit {part['exit']}).")
  for plot in _of(part, "plots"):
    page.plot(part["name"], plot)
  for table in _of(part, "tables"):
    page.table(table.get("title", ""), table["head"], table["rows"])
  for note in _of(part, "notes"):
    page.paragraph(note)


def _of(part, key):
  return part.get("result", {}).get(key) or []


def _budgets(run):
  return [budget for part in run["parts"] for budget in _of(part, "budgets")]


class _Markdown:

  def __init__(self, folder):
    self.folder = folder
    self.lines = []
    self.plots = 0

  def heading(self, level, words):
    self.lines += ["#" * level + " " + words, ""]

  def paragraph(self, words):
    self.lines += [words, ""]

  def verdict(self, _, words):
    self.paragraph(f"**{words}**")

  def table(self, title, head, rows):
    if title:
      self.paragraph(f"{title}:")
    self.lines += [self._row(head), "|" + "---|" * len(head), *map(self._row, rows), ""]

  def plot(self, part, plot):
    self.plots += 1
    name = f"{self.plots:02d}-{part}.svg"
    (self.folder / name).write_text(plots.svg(plot))
    self.lines += [f"![{plot['title']}]({name})", ""]

  def whole(self):
    return "\n".join(self.lines)

  @staticmethod
  def _row(cells):
    return "| " + " | ".join(shown(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


class _Html:

  def __init__(self):
    self.lines = []

  def heading(self, level, words):
    self.lines.append(f"<h{level}>{escape(words)}</h{level}>")

  def paragraph(self, words):
    self.lines.append(f"<p>{escape(words)}</p>")

  def verdict(self, good, words):
    self.lines.append(f'<p class="{"good" if good else "bad"}">{escape(words)}</p>')

  def table(self, title, head, rows):
    caption = f"<caption>{escape(title)}</caption>" if title else ""
    lines = [self._row("th", head), *(self._row("td", row) for row in rows)]
    self.lines.append(f"<table>{caption}{''.join(lines)}</table>")

  def plot(self, _, plot):
    self.lines.append(plots.svg(plot))

  def whole(self):
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Sluice, measured</title><style>{STYLE}</style>'
    return "\n".join([head, *self.lines, "</html>\n"])

  @staticmethod
  def _row(kind, cells):
    return "<tr>" + "".join(f"<{kind}>{escape(shown(cell))}</{kind}>" for cell in cells) + "</tr>"
