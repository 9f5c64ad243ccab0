"""The budgets of a run: perf/budgets.yaml, flat lines of "key: number # comment"."""

import re

KEYS = (
  "status_p95_ms",
  "upload_p95_ms",
  "errors_percent",
  "recovery_seconds",
  "growth_percent",
  "lost_documents",
  "failed_documents",
  "connections_per_document",
  "kafka_records_per_document",
  "kafka_commits_per_document",
  "allocated_kb_per_document",
  "copies_per_byte",
)
LINE = re.compile(r"(\w+):\s*(\d+(?:\.\d+)?)\s*(?:#.*)?")


def read(file):
  budgets = {}
  for number, line in enumerate(file.read_text().splitlines(), 1):
    if not line.strip() or line.lstrip().startswith("#"):
      continue
    key, value = _entry(line, f"{file.name}, line {number}")
    if key in budgets:
      raise SystemExit(f"{file.name}, line {number}: {key} is there twice")
    budgets[key] = value
  missing = [key for key in KEYS if key not in budgets]
  if missing:
    raise SystemExit(f"{file.name} lacks {', '.join(missing)}")
  return budgets


def _entry(line, place):
  found = LINE.fullmatch(line.strip())
  if not found:
    raise SystemExit(f"{place} should read as \"key: number # why\", and is: {line.strip()}")
  if found.group(1) not in KEYS:
    raise SystemExit(f"{place}: there is no budget {found.group(1)}, only {', '.join(KEYS)}")
  return found.group(1), float(found.group(2))


def judge(name, limit, measured):
  """Nothing measured is nothing kept."""
  return {"name": name, "limit": limit, "measured": measured, "ok": measured is not None and measured <= limit}
