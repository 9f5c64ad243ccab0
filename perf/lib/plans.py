"""The plans by which PostgreSQL really runs Sluice's statements, those of triggers too, as auto_explain logs them."""

import json
import re
from contextlib import contextmanager

SETTINGS = {
  "session_preload_libraries": "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_buffers": "on",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_format": "json",
}
LARGE = 20_000  # rows


@contextmanager
def watched(database):
  """A list that holds the plans of all that Sluice runs within, when it is over."""
  found = []
  database.rows("LOAD 'auto_explain'")  # else it does not know the names
  for name, value in SETTINGS.items():
    database.rows(f"ALTER ROLE sluice SET {name} = '{value}'")
  _reconnect(database)
  start = database.log.stat().st_size
  try:
    yield found
  finally:
    database.rows("ALTER ROLE sluice RESET ALL")
    _reconnect(database)
  with open(database.log, errors="replace") as log:
    log.seek(start)
    found += _statements(log.read())


def tables(database):
  """How many rows tables have that are large."""
  rows = database.rows(
    "SELECT relname, reltuples::bigint FROM pg_class"
    f" WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= {LARGE}"
  )
  return {name: int(count) for name, count in rows}


def nodes(plan):
  """The plan and all below it."""
  yield plan
  for part in plan.get("Plans", ()):
    yield from nodes(part)


def scanned(plan, large):
  """The large tables that it reads from one end to the other."""
  return sorted({
    node["Relation Name"]
    for node in nodes(plan)
    if node["Node Type"] == "Seq Scan" and node["Relation Name"] in large and node["Actual Loops"] > 0
  })


def _reconnect(database):
  """Settings of a role count from the next connection on."""
  database.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sluice'")


def _statements(log):
  for entry in re.split(r"\n(?!\t)", log):
    head, _, body = entry.partition("plan:\n")
    duration = re.search(r"duration: ([\d.]+) ms", head)
    if duration and body:
      plan = json.loads(body)
      yield " ".join(plan["Query Text"].split()), float(duration.group(1)), plan["Plan"]
