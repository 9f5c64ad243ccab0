"""Plots as SVG: lines over an axis, or bars beside names. Readable on light and on dark ground.

A plot is {title, x, y, kind, series}: of lines {name: [[x, y], ..]}, of bars {name: value}. A spread
is drawn as its median and range.
"""

from html import escape
from math import ceil, floor, log10

WIDTH = 760
HEIGHT = 300  # of the area for lines
LEFT, RIGHT, TOP, BOTTOM = 64, 36, 34, 44
LETTER = 6.4  # width of one, about, at the size of the texts
ROW = 26  # height of a bar with the space around it
COLOURS = ("#2f7ed8", "#e0682f", "#2e9e6b", "#b84fc0", "#c79a12", "#d64566", "#17a2b8", "#8a7f70")
STYLE = """
.plot text { font: 12px system-ui, sans-serif; fill: #333 }
.plot .title { font-size: 14px; font-weight: 600 }
.plot .grid { stroke: #8886; stroke-width: 1 }
.plot .axis { stroke: #888; stroke-width: 1 }
.plot .range { stroke: #333; stroke-width: 1.5 }
.plot polyline { fill: none; stroke-width: 2; stroke-linejoin: round }
@media (prefers-color-scheme: dark) { .plot text { fill: #ddd } .plot .range { stroke: #ddd } }
"""


def bars(title, unit, series):
  """One bar for each name."""
  return {"title": title, "x": unit, "y": "", "kind": "bars", "series": series}


def lines(title, unit, series, over="seconds"):
  """One line for each name."""
  return {"title": title, "x": over, "y": unit, "kind": "lines", "series": series}


def svg(plot):
  """The picture of a plot."""
  drawn = _bars(plot) if plot.get("kind") == "bars" else _lines(plot)
  height, body = drawn
  title = f'<text class="title" x="4" y="18">{escape(plot["title"])}</text>'
  size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
  head = f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" role="img" {size}>'
  return "\n".join([head, f"<style>{STYLE}</style>", title, *body, "</svg>\n"])


def ticks(low, high, about=6):
  """Round numbers that cover a range."""
  if high <= low:
    high = low + 1
  rough = (high - low) / about
  power = 10 ** floor(log10(rough))
  step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
  first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
  return [round(step * number, 10) for number in range(first, last + 1)]


class _Scale:
  """From numbers to places between two ends of the picture."""

  def __init__(self, numbers, begin, end, from_zero=False):
    low, high = min(numbers, default=0), max(numbers, default=1)
    self.ticks = ticks(min(0, low) if from_zero else low, max(0, high) if from_zero else high)
    self.begin = begin
    self.end = end

  def __call__(self, number):
    low, high = self.ticks[0], self.ticks[-1]
    return round(self.begin + (number - low) / (high - low) * (self.end - self.begin), 1)


def _lines(plot):
  series = {name: [point for point in points if _middle(point[1]) is not None] for name, points in plot["series"].items()}
  points = [point for of_one in series.values() for point in of_one]
  legend, top = _legend(series, TOP)
  top += 18  # the y axis has its name above it
  bottom = top + HEIGHT
  x = _Scale([point[0] for point in points], LEFT, WIDTH - RIGHT)
  y = _Scale([end for point in points for end in _range(point[1])], bottom, top, from_zero=True)
  body = [*legend, _text(4, top - 8, plot.get("y", "")), _text((LEFT + WIDTH) / 2, bottom + 36, plot.get("x", ""), "middle")]
  for tick in y.ticks:
    body += [_line("grid", LEFT, y(tick), WIDTH - RIGHT, y(tick)), _text(LEFT - 6, y(tick) + 4, _number(tick), "end")]
  for tick in x.ticks:
    body += [_line("axis", x(tick), bottom, x(tick), bottom + 5), _text(x(tick), bottom + 18, _number(tick), "middle")]
  body.append(_line("axis", LEFT, bottom, WIDTH - RIGHT, bottom))
  for place, of_one in enumerate(series.values()):
    body += _curve(of_one, x, y, _colour(place))
  return bottom + BOTTOM, body


def _curve(points, x, y, colour):
  places = " ".join(f"{x(at)},{y(_middle(value))}" for at, value in points)
  body = [f'<polyline stroke="{colour}" points="{places}"/>']
  if len(points) <= 40:  # more of them would hide the line
    body += [f'<circle r="3" fill="{colour}" cx="{x(at)}" cy="{y(_middle(value))}"/>' for at, value in points]
  for at, value in points:
    least, most = _range(value)
    body += [_line("range", x(at), y(least), x(at), y(most))] if least < most else []
  return body


def _bars(plot):
  series = {name: value for name, value in plot["series"].items() if _middle(value) is not None}
  left = 12 + LETTER * max(map(len, series), default=1)
  bottom = TOP + ROW * len(series)
  x = _Scale([end for value in series.values() for end in _range(value)], left, WIDTH - RIGHT - 60, from_zero=True)
  body = [_text((left + WIDTH - 60) / 2, bottom + 36, plot.get("x") or plot.get("y", ""), "middle")]
  for tick in x.ticks:
    body += [_line("grid", x(tick), TOP, x(tick), bottom), _text(x(tick), bottom + 18, _number(tick), "middle")]
  for place, (name, value) in enumerate(series.items()):
    body += _bar(name, value, TOP + ROW * place, left, x)
  return bottom + BOTTOM, body


def _bar(name, value, top, left, x):
  middle, (least, most) = top + ROW / 2, _range(value)
  begin, end = sorted((x(0), x(_middle(value))))
  return [
    _text(left - 6, middle + 4, name, "end"),
    f'<rect x="{begin}" y="{top + 4}" width="{round(end - begin, 1)}" height="{ROW - 8}" fill="{COLOURS[0]}"/>',
    *([_line("range", x(least), middle, x(most), middle)] if least < most else []),
    _text(x(most) + 6, middle + 4, _number(_middle(value))),
  ]


def _legend(series, top):
  """The names with their colours, in as many rows as they need; says where it ends."""
  body, at = [], 8
  for place, name in enumerate(series):
    width = 30 + LETTER * len(name)
    if at > 8 and at + width > WIDTH:
      at, top = 8, top + 18
    body += [f'<rect x="{at:.0f}" y="{top}" width="12" height="10" fill="{_colour(place)}"/>', _text(at + 17, top + 10, name)]
    at += width
  return body, top + 18


def _colour(place):
  return COLOURS[place % len(COLOURS)]


def _middle(value):
  return value["median"] if isinstance(value, dict) else value


def _range(value):
  return (value["min"], value["max"]) if isinstance(value, dict) else (value, value)


def _number(value):
  return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _line(kind, x1, y1, x2, y2):
  return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def _text(x, y, words, anchor="start"):
  return f'<text x="{round(x, 1)}" y="{round(y, 1)}" text-anchor="{anchor}">{escape(str(words))}</text>'
