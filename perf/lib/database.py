"""The PostgreSQL of an embedded Sluice, by JDBC, and documents by the million in it."""

import json
import re

from . import build, logins, programs

FILL = build.ROOT / "perf" / "growth.sql"
FILLED = ("document", "document_event", "document_source", "completion_event", "webhook_delivery", "page")


class Database(programs.Program):
  """Use it with "with". It has all rights, those that Sluice lacks, too."""

  def __init__(self, sluice):
    port = sluice.environment["SLUICE_EMBEDDED_POSTGRES_PORT"]
    super().__init__(programs.command("SqlLines", logins.jdbc_url(port, logins.secrets(sluice.data))))
    self.log = sluice.data / "postgres" / "server.log"

  def rows(self, sql):
    answer = self.ask(json.dumps(sql))
    if "error" in answer:
      raise RuntimeError(f"{answer['error']} in {sql[:1000]}")
    return answer["rows"]

  def value(self, sql):
    return self.rows(sql)[0][0]

  def fill(self, count, at_once=500_000):
    """Adds documents that came one a second; indexes are made anew behind them, as that is quicker."""
    indexes = self._loose_indexes()
    for name, _ in indexes:
      self.rows(f"DROP INDEX {name}")
    script = FILL.read_text().replace(":most", str(count))
    for first in range(1, count + 1, at_once):
      last = min(first + at_once - 1, count)
      for statement in _statements(script.replace(":first", str(first)).replace(":last", str(last))):
        self.rows(statement)
    for _, definition in indexes:
      self.rows(definition)
    self.rows("VACUUM ANALYZE")

  def _loose_indexes(self):
    """Those that are no keys, with their definitions."""
    return self.rows(
      f"""
      SELECT quote_ident(indexname), indexdef FROM pg_indexes
      WHERE schemaname = 'public' AND tablename = ANY ('{{{",".join(FILLED)}}}')
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = quote_ident(indexname)::regclass)
      """
    )


def _statements(script):
  """The statements of a script, none of which has a semicolon within."""
  lines = (re.sub(r"\s*-- .*", "", line) for line in script.splitlines())
  return [statement for statement in "\n".join(lines).split(";") if statement.strip()]
