"""Apache Tika, as a server and as pipes, from the one jar of its server; without OCR, on 127.0.0.1."""

import json
import shutil
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from xml.sax.saxutils import escape

from lib import build, ports, processes, programs
from lib.reading import Reading

VERSION = "3.3.2"
ARTIFACT = f"org.apache.tika:tika-server-standard:{VERSION}"
# This version copies a jar without asking for the parents of its POM.
COPY = "org.apache.maven.plugins:maven-dependency-plugin:2.10:copy"
WITHIN = 120  # seconds, to start and for an answer
# As in Sluice's parsers: no window system, and no file left at home.
OPTIONS = ["-Djava.awt.headless=true", f"-Dpdfbox.fontcache={build.WORK}"]
WITHOUT_OCR = """
  <parsers>
    <parser class="org.apache.tika.parser.DefaultParser">
      <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
      <parser-exclude class="org.apache.tika.parser.pdf.PDFParser"/>
    </parser>
    <parser class="org.apache.tika.parser.pdf.PDFParser">
      <params><param name="ocrStrategy" type="string">no_ocr</param></params>
    </parser>
  </parsers>"""
SERVER = """<properties>{parsers}
  <server><params>
    <host>127.0.0.1</host>
    <port>{port}</port>
    <forkedJvmArgs>{options}</forkedJvmArgs>
  </params></server>
</properties>
"""
# A client that may keep no text for later has its emitter write each as soon as it is parsed.
PIPES = """<properties>{parsers}
  <async><params>
    <numClients>{clients}</numClients>
    <numEmitters>1</numEmitters>
    <maxForEmitBatchBytes>0</maxForEmitBatchBytes>
    <javaPath>{java}</javaPath>
    <tikaConfig>{file}</tikaConfig>
    <forkedJvmArgs>{options}</forkedJvmArgs>
  </params></async>
  <fetchers>
    <fetcher class="org.apache.tika.pipes.fetcher.fs.FileSystemFetcher">
      <name>in</name>
      <basePath>{work}</basePath>
    </fetcher>
  </fetchers>
  <emitters>
    <emitter class="org.apache.tika.pipes.emitter.fs.FileSystemEmitter"><params>
      <name>out</name>
      <basePath>{work}</basePath>
      <fileExtension>json</fileExtension>
      <onExists>exception</onExists>
    </params></emitter>
  </emitters>
</properties>
"""


def jar():
  """The server's jar with all in it, fetched once by Maven; None if it cannot be had."""
  folder = build.WORK / "tika"
  file = folder / f"tika-server-standard-{VERSION}.jar"
  if not file.exists():
    command = ["mvn", "-q", COPY, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
    subprocess.run(command, cwd=build.ROOT, stdout=2, timeout=600)
  return file if file.exists() else None


class _Tika:
  """A process with a configuration in a folder of its own; both go with it."""

  def __init__(self):
    self.folder = Path(tempfile.mkdtemp(prefix="tika-", dir=build.WORK))
    self.configuration = self.folder / "tika.xml"
    self.process = None

  def __enter__(self):
    try:
      self._start()
    except BaseException:
      self._stop()
      raise
    return self

  def __exit__(self, *_):
    self._stop()

  def cpu_seconds(self):
    return processes.cpu_seconds([self.process.pid])

  def _configure(self, template, heap, **values):
    arguments = "".join(f"<arg>{escape(option)}</arg>" for option in [f"-Xmx{heap}", *OPTIONS])
    text = template.format(parsers=WITHOUT_OCR, options=arguments, **values)
    self.configuration.write_text(text)

  def _run(self, command, **streams):
    with open(self.folder / "log", "w") as log:
      self.process = subprocess.Popen(
        [str(word) for word in command], stderr=log, start_new_session=True, **streams
      )

  def _stop(self):
    if self.process:
      processes.end_session(self.process)
    shutil.rmtree(self.folder, ignore_errors=True)

  def _last_words(self):
    return "\n".join((self.folder / "log").read_text(errors="replace").splitlines()[-10:])


class TikaServer(_Tika):
  """The server as it comes: one process that watches over the one that reads."""

  def __init__(self, jar, heap):
    super().__init__()
    self.port = ports.free()
    self._configure(SERVER, heap, port=self.port)
    self.command = [build.tool("java"), "-Xmx128m", *OPTIONS, "-jar", jar, "-c", self.configuration]

  def _start(self):
    self._run(self.command, stdout=subprocess.DEVNULL)
    end = time.monotonic() + WITHIN
    while not self._answers():
      if self.process.poll() is not None or time.monotonic() > end:
        raise SystemExit("Tika's server does not start: " + self._last_words())
      time.sleep(0.1)

  def run(self, files, connections):
    """All files by so many connections at once; a text counts when it is here."""
    waiting = iter(files)  # shared: next() on it is atomic

    def send():
      connection = HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)
      return [_text(connection, file) for file in waiting]

    cpu = self.cpu_seconds()
    begun = time.monotonic()
    with ThreadPoolExecutor(connections) as pool:
      done = [pool.submit(send) for _ in range(connections)]
      texts = [text for one in done for text in one.result()]
    seconds = time.monotonic() - begun
    spent = cpu and self.cpu_seconds() - cpu
    return _reading(seconds, spent, texts, len(files))

  def _answers(self):
    try:
      connection = HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)
      connection.request("GET", "/version")
      return connection.getresponse().status == 200
    except (OSError, HTTPException):
      return False


class TikaPipes(_Tika):
  """See TikaPipes.java: files to files, read by so many forked JVMs that stay."""

  def __init__(self, jar, heap, clients):
    super().__init__()
    self._configure(
      PIPES,
      heap,
      clients=clients,
      java=escape(build.tool("java")),
      file=escape(str(self.configuration)),
      work=escape(str(build.WORK)),
    )
    self.command = programs.command("TikaPipes", self.configuration, options=["-Xmx128m"], path=jar)

  def _start(self):
    self._run(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

  def run(self, files):
    """A folder's PDFs into files of another folder."""
    folder, target = files[0].parent, self.folder / "out"
    cpu = self.cpu_seconds()
    self.process.stdin.write(f"{build.WORK} {folder.relative_to(build.WORK)} {target.relative_to(build.WORK)}\n")
    self.process.stdin.flush()
    said = self.process.stdout.readline()
    if not said:
      raise SystemExit("Tika's pipes ended: " + self._last_words())
    spent = cpu and self.cpu_seconds() - cpu
    texts = [_emitted(file) for file in target.glob("*.json")]
    shutil.rmtree(target, ignore_errors=True)
    said = json.loads(said)
    return _reading(said["seconds"], spent, texts, said["documents"])


def _text(connection, file):
  headers = {"Accept": "text/plain", "Content-Type": "application/pdf"}
  try:
    connection.request("PUT", "/tika", file.read_bytes(), headers)
    response = connection.getresponse()
    body = response.read()
  except (OSError, HTTPException):
    connection.close()  # the next request opens it again
    return None
  return body if response.status == 200 else None


def _emitted(file):
  """The text in a file of the emitter; of a document that could not be read it has none."""
  entry = json.loads(file.read_text())[0]
  broken = any(name.startswith("X-TIKA:EXCEPTION") for name in entry)
  return None if broken else entry.get("X-TIKA:content", "")


def _reading(seconds, cpu_seconds, texts, documents):
  read = [text for text in texts if text is not None]
  return Reading(seconds, cpu_seconds, documents - len(read), sum(not text.strip() for text in read))
