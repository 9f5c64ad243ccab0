"""Sluice's HTTP API as far as the measurements need it. One client is one connection."""

import base64
import json
import time
from datetime import datetime, timezone
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

UNFINISHED = ("queued", "received", "retrying", "parsing")
TIMEOUT = 120


class Client:

  def __init__(self, endpoints):
    self.connection = HTTPConnection(urlsplit(endpoints["api"]).netloc, timeout=TIMEOUT)
    self.key = {"Authorization": "Bearer " + endpoints["apiKey"]}

  def upload(self, body, name="perf.pdf"):
    """Sends a document; answers its receipt."""
    headers = {**self.key, "Content-Type": "application/pdf", "X-File-Name": name}
    self.connection.request("POST", "/api/v1/uploads", body, headers)
    return self._answer((202,))

  def documents(self, **filters):
    """The documents that match, all of them unless there is a limit."""
    found = []
    question = {"limit": 1000, **filters}
    while True:
      part = self.ask("GET", "/api/v1/documents?" + urlencode(question))
      found += part["items"]
      if "limit" in filters or "nextCursor" not in part:
        return found
      question["cursor"] = part["nextCursor"]

  def document(self, id):
    return self.ask("GET", "/api/v1/documents/" + id)

  def text(self, id):
    """A completed document's text, as bytes."""
    self.connection.request("GET", f"/api/v1/documents/{id}/text", headers=self.key)
    return self._answer((200,))

  def ask(self, method, path, body=None, expected=(200, 202, 204)):
    """Anything; its answer's JSON, or its bytes if it has another."""
    headers = self.key if body is None else {**self.key, "Content-Type": "application/json"}
    self.connection.request(method, path, body and json.dumps(body), headers)
    return self._answer(expected)

  def await_final(self, id, within):
    """The document when nothing changes any more."""
    end = time.monotonic() + within
    while (document := self.document(id))["state"] in UNFINISHED:
      if time.monotonic() > end:
        raise SystemExit(f"document {id} is {document['state']} after {within} s")
      time.sleep(0.05)
    return document

  def await_quiet(self, within):
    """Waits until nothing is on its way. Asks little, as each question costs what is measured."""
    end = time.monotonic() + within
    while any(self.documents(state=state, limit=1) for state in UNFINISHED):
      if time.monotonic() > end:
        raise SystemExit(f"documents are still on their way after {within} s")
      time.sleep(0.5)

  def _answer(self, expected):
    response = self.connection.getresponse()
    answer = response.read()
    if response.status not in expected:
      raise RuntimeError(f"{response.status} instead of {expected}: {answer[:300]!r}")
    return json.loads(answer) if "json" in (response.getheader("Content-Type") or "") else answer


def operator(endpoints):
  """A client with the rights of ops."""
  client = Client(endpoints)
  client.key = {"Authorization": login(endpoints)}
  return client


def login(endpoints):
  """Of ops, as a header's value."""
  name = f"{endpoints['opsUser']}:{endpoints['opsPassword']}"
  return "Basic " + base64.b64encode(name.encode()).decode()


def now():
  """A time as the API writes it."""
  return datetime.now(timezone.utc).isoformat().replace("+00:00", "Z")


def instant(text):
  """A time of the API; Python before 3.11 reads neither the Z nor nine digits."""
  seconds, _, fraction = text.rstrip("Z").partition(".")
  moment = datetime.fromisoformat(seconds).replace(tzinfo=timezone.utc)
  return moment.replace(microsecond=int((fraction + "000000")[:6]))
