"""The budgets of a run: perf/budgets.yaml, flat lines of "key: number # why"."""

import re

from . import build


def read():
  text = (build.ROOT / "perf" / "budgets.yaml").read_text()
  return {key: float(number) for key, number in re.findall(r"^(\w+): *([\d.]+)", text, re.MULTILINE)}


def judge(name, limit, measured):
  """Nothing measured is nothing kept."""
  return {"name": name, "limit": limit, "measured": measured, "ok": measured is not None and measured <= limit}


def rows(judged):
  """For a table."""
  return [[each["name"], each["limit"], each["measured"], "kept" if each["ok"] else "BROKEN"] for each in judged]
