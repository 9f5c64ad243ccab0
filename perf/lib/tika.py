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

  def __init__(self, template, heap, **values):
    self.folder = Path(tempfile.mkdtemp(prefix="tika-", dir=build.WORK))
    self.configuration = self.folder / "tika.xml"
    options = "".join(f"<arg>{escape(option)}</arg>" for option in [f"-Xmx{heap}", *OPTIONS])
    self.configuration.write_text(
      template.format(parsers=WITHOUT_OCR, options=options, file=escape(str(self.configuration)), **values)
    )

  def __exit__(self, *_):
    processes.end_session(self.process)
    shutil.rmtree(self.folder, ignore_errors=True)

  def cpu_seconds(self):
    return processes.cpu_seconds([self.process.pid])


class TikaServer(_Tika):
  """The server as it comes: one process that watches over the one that reads."""

  def __init__(self, jar, heap):
    self.port = ports.free()
    super().__init__(SERVER, heap, port=self.port)
    self.command = [build.tool("java"), "-Xmx128m", *OPTIONS, "-jar", jar, "-c", self.configuration]

  def __enter__(self):
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    self.process = subprocess.Popen(self.command, start_new_session=True, **streams)
    end = time.monotonic() + WITHIN
    while not ports.answers(self.port):
      if self.process.poll() is not None or time.monotonic() > end:
        self.__exit__()
        raise SystemExit("Tika's server does not start")
      time.sleep(0.1)
    return self

  def run(self, files, connections):
    """All files by so many connections at once; a text counts when it is here."""
    waiting = iter(files)  # shared: next() on it is atomic

    def send(_):
      connection = HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)
      return [_text(connection, file) for file in waiting]

    cpu, begun = self.cpu_seconds(), time.monotonic()
    with ThreadPoolExecutor(connections) as pool:
      texts = [text for own in pool.map(send, range(connections)) for text in own]
    seconds = time.monotonic() - begun
    return _reading(seconds, self.cpu_seconds() - cpu, texts, len(files))


class TikaPipes(_Tika, programs.Program):
  """See TikaPipes.java: files to files, read by so many forked JVMs that stay."""

  def __init__(self, jar, heap, clients):
    _Tika.__init__(self, PIPES, heap, clients=clients, java=escape(build.tool("java")), work=escape(str(build.WORK)))
    command = programs.command("TikaPipes", self.configuration, options=["-Xmx128m"], path=jar)
    programs.Program.__init__(self, command, stderr=subprocess.DEVNULL, start_new_session=True)

  def run(self, files):
    """A folder's PDFs into files of another folder."""
    source, target = files[0].parent, self.folder / "out"
    cpu = self.cpu_seconds()
    said = self.ask(build.WORK, source.relative_to(build.WORK), target.relative_to(build.WORK))
    spent = self.cpu_seconds() - cpu
    texts = [_emitted(file) for file in target.glob("*.json")]
    shutil.rmtree(target, ignore_errors=True)
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
