# SPDX-License-Identifier: Apache-2.0
"""Rate and unit texts of the official schedule in the project's own spelling.

The idea: a rate that is a function of the value of one line and of quantities in named units is written
as terms joined by " + " ("Free", "3.4%", "1.9c/kg + 2%", "$1.05/kg"); anything else is "?" and one word
that says why it cannot be computed ("?component"). A weight that is not the plain net weight has a unit
of its own ("kg-drained"), so that no plain quantity is ever taken for it.

A text that fits nothing raises ValueError: nothing is guessed. Does not know lines or editions.
"""
import re

# Canonical unit -> spellings in the "units" of the official rows.
UNITS = {
    "kg": ("kg",), "t": ("t",), "g": ("g",), "No": ("No.", "No"), "pcs": ("pcs",), "prs": ("prs.",),
    "doz": ("doz.",), "doz-prs": ("doz. prs.",), "doz-pcs": ("Dz Pcs",), "gross": ("gross",),
    "hundred": ("hundreds",), "thousand": ("thousands",), "m": ("m", "lin. m"), "m2": ("m2",),
    "m3": ("m3",), "cm2": ("cm2",), "thousand-m": ("thousand m",), "thousand-m3": ("thousand m3",),
    "fiber-m": ("Fiber m",), "liters": ("liters",), "pf.liters": ("pf.liters",), "bbl": ("bbl",),
    "carat": ("carat",), "square": ("square",), "pack": ("pack",), "doses": ("doses",),
    "jewel": ("Jwls.",), "gr-lines": ("gr.lines",), "W": ("W",), "MWh": ("MWh",), "GBq": ("GBq",),
    "cy-kg": ("cy kg",), "kg-cmsc": ("kg cmsc",), "kg-msc": ("kg msc",), "kg-amc": ("kg amc",),
    "kg-ttl-sug": ("kg ttl sug",), "t-adw": ("t adw",), "t-dwb": ("t dwb",),
}
# Weight of one substance in the goods: "Cu kg" -> "Cu-kg".
CONTENT = re.compile(r"(Ag|Au|Co|Cr|Cr2O3|Cu|Ir|Mg|Mn|Mo|NH3|NaOH|Ni|Os|Pb|Pd|Pt|Rh|Ru|Sb|Si|Sn|V|V2O5|W|Zn)"
                     r" (kg|g|t)")
SPELLED = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings}

# What stands after "/" in a rate -> canonical unit. Blanks are taken out before the look-up.
PER = {
    "kg": "kg", "t": "t", "g": "g", "head": "No", "article": "No", "pr.": "prs", "doz.": "doz",
    "gross": "gross", "1000": "thousand", "1,000": "thousand", "1,000pins": "thousand",
    "thousand": "thousand", "thou-sand": "thousand", "pack": "pack", "m": "m", "lin.m": "m", "m2": "m2",
    "m3": "m3", "liter": "liters", "pf.liter": "pf.liters", "pf.literonethylalcoholcontent": "pf.liters",
    "bbl": "bbl", "jewel": "jewel", "line/gross": "gr-lines", "cleankg": "cy-kg",
    "kgoftotalsugars": "kg-ttl-sug", "kgofanhydrousmorphinecontent": "kg-amc",
    "kgondrainedweight": "kg-drained", "kgondrainedweght": "kg-drained",
    "kgoncontentsandcontainer": "kg-with-container", "kg,includingweightofcontainer": "kg-with-container",
    "t,includingweightofcontainer": "t-with-container", "kgonentirecontentsofcontainer": "kg-contents",
    "m2ofrecordingsurface": "m2-recording", "grossofimmediatecontainers": "gross-containers",
    "kgoncoppercontent": "Cu-kg", "kgonleadcontent": "Pb-kg", "kgonzinccontent": "Zn-kg",
    "kgonmanganesecontent": "Mn-kg", "kgonmolybdenumcontent": "Mo-kg", "kgontungstencontent": "W-kg",
    "kgonmagnesiumcontent": "Mg-kg", "kgonsiliconcontent": "Si-kg",
}

# Why a rate cannot be computed: the word, and what its official text says. The first that fits counts.
REASONS = (
    ("sugar-degree", r"for each degree under"),
    ("each-garment", r"rate applicable to each garment in"),
    ("set-highest", r"article in the set subject to the high- ?est|article in the set subject to the highest"),
    ("each-article", r"rate applicable,? to each article in the absence of this subheading"),
    ("parent-article", r"rate applicable to the article of which it is"),
    ("whole-movement", r"rate applicable to the complete, assembled"),
    ("movement-parts", r"for each other piece or part"),
    ("natural-juice", r"rate applicable to the natural juice in heading 2009"),
    ("additional-note", r"^See additional U\.S\. note \d+$"),
    ("content-value", r"on the value of the lead content"),
    ("bond", r"^Free, under bond$"),
    ("component", r"on (the )?(case|strap|battery|movement|apparatus|value of the rifle)|on thebattery"),
)

NUMBER = r"\d+(?:\.\d+)?|\.\d+"
PERCENT = re.compile(r"(%s)(?: (\d)/(\d))?%%(?: on the entire set)?" % NUMBER)
SPECIFIC = re.compile(r"(\$?)(%s) ?(\u00a2?)(?:/ ?(.+)| each)" % NUMBER)
SEE = re.compile(r"See ((?:\d{4}\.\d\d\.\d\d|99\.19\.\d\d\.\d\d|-|, )+)")


def unit_of(spelling):
    """Canonical units of one entry of the official list ("No. and kg" is two)."""
    found = []
    for part in spelling.split(" and "):
        content = CONTENT.fullmatch(part)
        if content:
            found.append("%s-%s" % content.groups())
        elif part in SPELLED:
            found.append(SPELLED[part])
        else:
            raise ValueError("unit %r" % spelling)
    return found


def units_of(spellings):
    """The official list of a row as "No,kg"; "X" when nothing is counted."""
    return ",".join(unit for spelling in spellings for unit in unit_of(spelling)) or "X"


def term_of(text):
    percent = PERCENT.fullmatch(text)
    if percent:
        whole, over, under = percent.groups()
        return "%s %s/%s%%" % (whole, over, under) if over else whole + "%"
    specific = SPECIFIC.fullmatch(text)
    if not specific or bool(specific[1]) == bool(specific[3]):
        raise ValueError("rate term %r" % text)
    unit = "No" if not specific[4] else PER.get(specific[4].replace(" ", ""))
    if not unit:
        raise ValueError("rate unit %r" % text)
    return "%s%s%s/%s" % (specific[1], specific[2], "c" if specific[3] else "", unit)


def rate_of(text):
    """One official rate text in our spelling."""
    text = text.removesuffix(" /")
    if text == "Free":
        return text
    for word, pattern in REASONS:
        if re.search(pattern, text):
            return "?" + word
    see = SEE.fullmatch(text)
    if see:
        return "?see:" + see[1].replace(" ", "").replace("99.19.", "9919.").removesuffix(",")
    return " + ".join(term_of(term.strip()) for term in text.split("+"))


def special_of(text):
    """The special column: "RATE SYM,SYM;RATE SYM", symbols sorted within a rate, rates as printed."""
    text = re.sub(r"\((\w+ )?\(", "(", text)  # a bracket printed twice
    segments = re.findall(r"([^()]+)\(([^()]+)\)", text)
    if "".join("%s(%s)" % pair for pair in segments) != text:
        raise ValueError("special %r" % text)
    found, seen = [], set()
    for rate, symbols in segments:
        names = [name for name in re.split(r"[, .]+", symbols) if name]
        for name in names:
            if name in seen or not re.fullmatch(r"[A-Z]{1,2}[+*]?", name):
                raise ValueError("special symbol %r in %r" % (name, text))
        seen.update(names)
        found.append("%s %s" % (rate_of(rate.strip()), ",".join(sorted(set(names)))))
    return ";".join(found)
