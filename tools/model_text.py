# SPDX-License-Identifier: Apache-2.0
"""Writing the text format of a base year (docs/model.md)."""


def short(value, digits):
    """The shortest decimal with so many significant digits."""
    if value == 0:
        return "0"
    text = f"{value:.{digits}g}"
    if "e" in text:
        mantissa, power = text.split("e")
        return f"{mantissa}e{int(power)}"
    return text[1:] if text.startswith("0.") else text


def places(value, count):
    """A decimal with at most so many places."""
    text = f"{value:.{count}f}".rstrip("0").rstrip(".")
    if text in ("", "-0"):
        return "0"
    return text[1:] if text.startswith("0.") else text


def row(words):
    """Repeats as WORD*COUNT from three on."""
    out, at = [], 0
    while at < len(words):
        end = at
        while end < len(words) and words[end] == words[at]:
            end += 1
        out += [f"{words[at]}*{end - at}"] if end - at > 2 else words[at:end]
        at = end
    return " ".join(out)


def matrix(title, codes, rows, form):
    yield title
    for code, numbers in zip(codes, rows):
        yield f"{code} {row([form(v) for v in numbers])}"
