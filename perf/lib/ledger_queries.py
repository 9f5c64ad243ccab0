"""Questions to the API over a ledger that perf/growth.sql filled: lists, searches, and all else that reads or writes."""

import time
from urllib.parse import urlsplit

DOCUMENTS = "/api/v1/documents/"
OPS = "/api/v1/ops/"
WEBHOOK = "/api/v1/webhooks/00000000-0000-7000-8000-000000000001"


class Places:
  """What there is to ask for in a ledger."""

  def __init__(self, database, count):
    self.number = count // 2 // 110 * 110  # one of the owner's with a page
    self.document, self.since = self._place(database, self.number)
    self.until = self._place(database, self.number + 300)[1]
    self.ids = [
      row[0]
      for row in database.rows(
        "SELECT id FROM document WHERE owner = 'me' AND state = 'completed' ORDER BY random() LIMIT 500"
      )
    ]
    self.timetable = database.value(
      "SELECT id FROM document JOIN timetable ON document_id = id WHERE owner = 'me' ORDER BY id LIMIT 1"
    )
    self.dead = database.value("SELECT id FROM document WHERE owner = 'me' AND state = 'dead' LIMIT 1")

  def _place(self, database, number):
    moment = "to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    return database.rows(f"SELECT id, {moment} FROM document WHERE file_name = 'report-{number}.pdf'")[0]


def lists(places):
  """Lists of documents by name: their query."""
  return {
    "newest first": {},
    "a thousand of them": {"limit": 1000},
    "from the middle on": {"cursor": places.document},
    "state: completed": {"state": "completed"},
    "state: dead": {"state": "dead"},
    "state: none has it": {"state": "parsing"},
    "origin: half of all": {"origin": "http"},
    "origin: the oldest few": {"origin": "sftp"},
    "gaps": {"gaps": "true"},
    "no gaps": {"gaps": "false"},
    "time: five minutes in the middle": {"from": places.since, "to": places.until},
    "time: the newest": {"from": places.since},
    "time: the older half": {"to": places.since},
    "time and state": {"from": places.since, "to": places.until, "state": "dead"},
    "source: one": {"source": f"s3://in/report-{places.number - 4}.pdf"},
    "source: all of a bucket": {"source": "s3://in/*"},
    "source: none": {"source": "s3://elsewhere/*"},
    "search: one page": {"q": f"number{places.number}"},
    "search: no page": {"q": "absent"},
    "search: a rare word": {"q": "w7500"},
    "search: a word of every other page": {"q": "w3"},
    "search: a word of all": {"q": "report"},
    "search: two words": {"q": "w3 w7"},
    "search: in the older half": {"q": "w3", "to": places.since},
  }


def everything(client, ops, places):
  """Asks for whatever has statements of its own. Long enough for each timer to fire, retention's minute, too."""
  end = time.monotonic() + 65
  for _ in range(6):  # from the fifth time on the driver has statements prepared
    for query in lists(places).values():
      client.documents(**{"limit": 50, **query})
    for part in ("", "/pages", "/pages/1", "/text", "/metadata", "/tables", "/events", "/markdown"):
      client.ask("GET", f"{DOCUMENTS}{places.document}{part}", expected=(200, 404))
    for filter in ("", "?state=dead", "?code=unreadable", "?owner=me", "?parserVersion=1", "?owner=nobody"):
      ops.ask("GET", f"{OPS}dead-letters{filter}")
    ops.ask("GET", f"{OPS}dead-letters/{places.document}")
    ops.ask("POST", OPS + "replays", {"dryRun": True, "owner": "me"})
    ops.ask("GET", OPS + "replays")
    ops.ask("GET", OPS + "owners/me")
    for filter in ("", "?state=dead", "?state=pending"):
      client.ask("GET", f"{WEBHOOK}/deliveries{filter}")
  _calendars(client, places)
  _decisions(client, places)
  ops.ask("POST", OPS + "claims/audit")
  ops.ask("POST", OPS + "queue/rebuild")
  time.sleep(max(0, end - time.monotonic()))


def _calendars(client, places):
  """A link that follows an owner's newest timetable, from its oldest."""
  link = client.ask("POST", f"{DOCUMENTS}{places.timetable}/subscriptions", {"follow": True}, expected=(201,))
  for _ in range(6):
    client.ask("GET", urlsplit(link["url"]).path, expected=(200, 422))


def _decisions(client, places):
  client.ask("POST", f"{DOCUMENTS}{places.dead}/retry", expected=(202, 410))
  client.ask("POST", f"{DOCUMENTS}{places.dead}/cancel", expected=(202, 409))
  client.ask("POST", f"{DOCUMENTS}{places.ids[0]}/cancel", expected=(202, 409))
  client.ask("DELETE", f"{DOCUMENTS}{places.ids.pop()}")
