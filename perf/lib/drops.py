"""Drops PDFs into Sluice's bucket and its SFTP folder, at a steady pace, beside users who come by HTTP."""

import hashlib
import hmac
import subprocess
import threading
import time
from contextlib import closing
from datetime import datetime, timezone
from http.client import HTTPConnection, HTTPException
from itertools import islice
from urllib.parse import urlsplit

TIMEOUT = 30


class Dropping:
  """Drops a few papers, (name, bytes) each, again and again until the end of the "with"."""

  def __init__(self, door, papers):
    self.door = door
    self.papers = papers  # endless
    self.dropped = {}  # time of each by its name
    self.errors = []
    self.done = threading.Event()
    self.thread = threading.Thread(target=self._go, daemon=True)

  def __enter__(self):
    self.thread.start()
    return self

  def __exit__(self, *_):
    self.done.set()
    self.thread.join()

  def _go(self):
    while not self.done.wait(self.door.period):
      papers = list(islice(self.papers, self.door.at_once))
      try:
        self.door.drop(papers)
        self.dropped.update(dict.fromkeys((name for name, _ in papers), time.time()))
      except (OSError, HTTPException, subprocess.TimeoutExpired) as error:
        self.errors.append(f"{self.door.name}: {error!r}")


class Bucket:
  """The drop bucket, by requests that are signed as S3 wants it (AWS Signature Version 4)."""

  name = "s3"
  period = 1  # seconds between two drops
  at_once = 1

  def __init__(self, sluice):
    s3 = sluice.endpoints["s3"]
    self.host = urlsplit(s3["endpoint"]).netloc
    self.access, self.secret = s3["accessKey"], s3["secretKey"]
    self.bucket, self.prefix = s3["dropBucket"], s3["dropPrefix"]

  def drop(self, papers):
    with closing(HTTPConnection(self.host, timeout=TIMEOUT)) as connection:
      for name, content in papers:
        self._put(connection, name, content)

  def _put(self, connection, name, content):
    path = f"/{self.bucket}/{self.prefix}{name}"
    connection.request("PUT", path, content, self._signed(path))
    response = connection.getresponse()
    said = response.read()
    if response.status != 200:
      raise OSError(f"the bucket answered {response.status}: {said[:200]!r}")

  def _signed(self, path):
    moment = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    headers = {"host": self.host, "x-amz-content-sha256": "UNSIGNED-PAYLOAD", "x-amz-date": moment}
    names = ";".join(headers)
    lines = "".join(f"{name}:{value}\n" for name, value in headers.items())
    request = "\n".join(("PUT", path, "", lines, names, headers["x-amz-content-sha256"]))
    scope = f"{moment[:8]}/us-east-1/s3/aws4_request"
    digest = hashlib.sha256(request.encode()).hexdigest()
    key = ("AWS4" + self.secret).encode()
    for word in scope.split("/"):
      key = _hmac(key, word).digest()
    signature = _hmac(key, "\n".join(("AWS4-HMAC-SHA256", moment, scope, digest))).hexdigest()
    credential = f"Credential={self.access}/{scope}, SignedHeaders={names}, Signature={signature}"
    return {**headers, "Authorization": "AWS4-HMAC-SHA256 " + credential}


class Folder:
  """The SFTP folder, by OpenSSH's sftp with the key that Sluice made for it."""

  name = "sftp"
  period = 5
  at_once = 5

  def __init__(self, sluice, folder):
    self.inbox = sluice.endpoints["sftp"]["folder"]
    self.command = ["sftp", "-q", "-b", "-", "-F", str(sluice.data / "sftp" / "ssh_config"), "sluice"]
    self.folder = folder  # for the files until they are sent

  def drop(self, papers):
    """Whole files only: they are written under another name and renamed."""
    files = [self.folder / name for name, _ in papers]
    for file, (_, content) in zip(files, papers):
      file.write_bytes(content)
    orders = [order for file in files for order in self._orders(file)]
    try:
      sent = subprocess.run(
        self.command, input="\n".join(orders), text=True, capture_output=True, timeout=TIMEOUT
      )
    finally:
      for file in files:
        file.unlink()
    if sent.returncode != 0:
      raise OSError(f"sftp ended with {sent.returncode}: {sent.stderr[:300]}")

  def _orders(self, file):
    whole = f"{self.inbox}/{file.name}"
    return [f'put "{file}" "{whole}.part"', f'rename "{whole}.part" "{whole}"']


def _hmac(key, text):
  return hmac.new(key, text.encode(), hashlib.sha256)
