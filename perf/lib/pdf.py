"""Writes PDFs of one page: one of a given size, and those that harm or fool a parser."""

import random
import zlib

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %s /Resources %s >>"
LEVELS = 9  # of forms that show 20 others each: years of work in some kB
ARRAYS = 200 << 20  # bytes that a page's contents inflate to: more objects than a fork's heap holds


def of_size(size):
  """A line of text, and noise that is not shown to make up the size."""
  page = PAGE % (b"4 0 R", b"<< /Font << /F1 5 0 R >> >>")
  font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
  noise = _stream(random.Random(size).randbytes(size - 1_000))
  return written([*_tree(page), _stream(b"BT /F1 12 Tf 50 700 Td (One of many) Tj ET"), font, noise]).ljust(size, b"\n")


def hostile(good):
  """One of each sort, by its name. The broken ones are made of a good one."""
  return {
    "hanging": _hanging(),
    "cut": good[: len(good) // 2],
    "noise": b"%PDF-1.7\n" + bytes(number * number * 31 % 251 for number in range(20_000)) + b"\n%%EOF",
    "bursting": _bursting(),
  }


def written(objects):
  body = bytearray(b"%PDF-1.7\n")
  places = b"0000000000 65535 f \n"
  for number, content in enumerate(objects, 1):
    places += b"%010d 00000 n \n" % len(body)
    body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
  start = len(body)
  size = len(objects) + 1
  body += b"xref\n0 %d\n%btrailer\n<< /Size %d /Root 1 0 R >>\n" % (size, places, size)
  return bytes(body + b"startxref\n%d\n%%%%EOF" % start)


def _hanging():
  show = b"/F Do\n" * 20
  forms = [_form(show, 6 + level) for level in range(LEVELS)]
  forms.append(_form(b"0 0 m 1 1 l S\n" * 20))
  page = PAGE % (b"4 0 R", b"<< /XObject << /F 5 0 R >> >>")
  return written([*_tree(page), _stream(b"/F Do"), *forms])


def _bursting():
  packer = zlib.compressobj(9)
  arrays = b"".join(packer.compress(b"[]" * (1 << 19)) for _ in range(ARRAYS >> 20)) + packer.flush()
  page = PAGE % (b"[4 0 R 5 0 R]", b"<< >>")
  return written([*_tree(page), _stream(b"["), _stream(arrays, b"/Filter /FlateDecode")])


def _tree(page):
  return [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page]


def _form(content, inner=None):
  resources = b"<< /XObject << /F %d 0 R >> >>" % inner if inner else b"<< >>"
  return _stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources " + resources)


def _stream(content, entries=b""):
  return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(content), content)
