"""Passages that nobody copied: what every page of an outlet says. They should be left out, and real reuse should stay.

Pages are made of slices of English novels (planted_reuse.py), in which passages stand in three to ten pages each: in
the middle, and also where templates stand, at the very begin and end. Then four outlets dress 10 to 40 % of the pages:

    THE HARBOUR COURIER | Independent daily since 1871 …        a masthead, with the day's date
    By Anna Weber, staff writer …                               a byline; names differ
    the text, and somewhere in it an advertisement …
    Related posts: …                                            four headlines, some the same on other pages
    Sign up for our morning letter …  We use cookies …          a footer, and a notice that two outlets share

The same pages are run as they were before, dressed, and dressed with the outlet as "source". Counted are

    templates   of the texts put around, how many lie by half or more in a reported passage
    reuse       of the pairs of pages of different outlets that hold a planted passage, how many are not reported; the
                first line says how many are missed anyway

and, as the program tells it, what was suppressed for which reason.
"""
import itertools
import re
from collections import Counter, namedtuple

import misses
import planted_reuse
import reuse
from harness import ratio
from passages import covered_share, detections_of, hits_of, passage, show
from planted_reuse import Span

PAGES, GROUPS = 400, 40
WELL = 0.5  # the share of a span that must be reported

Outlet = namedtuple("Outlet", "source share masthead byline advertisement related footer notice")

SHARED_NOTICE = ("We use cookies and similar tools to remember your settings, to count visits and to pay for our work. "
                 "You can change your choice at any time at the bottom of each page, under privacy.")
OUTLETS = [
    Outlet(
        "Harbour Courier", 0.4,
        masthead="THE HARBOUR COURIER | Independent since 1871 | {date} | Weather today: mild, wind from the west",
        byline="By {name}, staff writer of the Harbour Courier, with more reporting from our office abroad",
        advertisement="ADVERTISEMENT – Read two months of the Courier for the price of one; the offer ends on Sunday",
        related="Related posts: {headlines}",
        footer="Sign up for our morning letter and get the five stories that matter to the coast, free of charge",
        notice=SHARED_NOTICE),
    Outlet(
        "Valley Post", 0.2,
        masthead="Valley Post – the newspaper for everybody between the two rivers – {date} – News, Sport, Letters",
        byline="Written by {name} for the Valley Post. Reading time about four minutes. Listen to this article instead",
        advertisement="Our journalism is paid for by readers like you: support the Post from three coins a month",
        related="More from the Valley Post that you may like: {headlines}",
        footer="Copyright Valley Post Media. No part of this page may be printed again without leave of the publisher",
        notice=SHARED_NOTICE),
    Outlet(
        "Northern Echoes", 0.15,
        masthead="Northern Echoes magazine, {date}. Long reads, interviews and photographs from the far north",
        byline="Story and photographs: {name}. Edited by the desk for culture of Northern Echoes magazine",
        advertisement="The story goes on below: our spring catalogue of books about the north is out, order yours now",
        related="Readers of this story also opened: {headlines}",
        footer="Do you know more about this? Write to the editors in confidence, or call the desk on weekdays",
        notice="This site keeps small files in your browser so that it works; by reading on you accept it"),
    Outlet(
        "City Wire", 0.1,
        masthead="CITY WIRE: all that happens in town, minute by minute. {date}. Send us your pictures",
        byline="{name} reports for City Wire; the views here are those of the writer, not of the newsroom",
        advertisement="Sponsored: the new tram line opens soon, with the City Wire card you ride half price",
        related="Also on City Wire today: {headlines}",
        footer="City Wire is a member of the press council and corrects its mistakes; tell us if you have found one",
        notice="Please choose which cookies we may set: only what is needed, or those that help to show ads"),
]
NAMES = ["Anna Weber", "Tom Reyes", "Ines Duarte", "Paul Okafor", "Mira Novak", "Liam Byrne", "Sofia Lind"]
HEADLINES = ["Bridge closed after night of storms", "Council votes on a new school by the park",
             "Why the old brewery stands empty again", "Three ways to keep a garden alive in a dry summer",
             "Ferry workers and owners meet for talks", "The baker who gets up when others go to bed",
             "A lost painting turns up in a cellar", "What the new bus timetable means for villages",
             "Farmers count the cost of a late frost", "Library opens on Sundays from next month"]
MONTHS = ["January", "March", "May", "June", "August", "October", "December"]


def written(page):
    """English pages with passages in common, and the groups of their spans."""
    for _ in range(GROUPS):
        pieces, source = page.draw("eng")
        group = [source]
        for _ in range(2 + page.below(8)):
            copy = page.edited(pieces, page.pick([0, 0, 0.05, 0.1]), "eng")
            group += page.put("eng", [copy], page.pick([None, None, 0, 1]))
        page.groups.append(group)
    while len(page.records) < PAGES:
        page.add("eng", planted_reuse.text_of(page.document("eng")))
    return page.planted()


def outlets_of(planter, records):
    """{id: outlet, or None for the pages that stay as they are}, by the shares."""
    ids = planter.shuffled([record["id"] for record in records])
    outlets = dict.fromkeys(ids)
    begin = 0
    for outlet in OUTLETS:
        end = begin + round(outlet.share * len(ids))
        outlets.update(dict.fromkeys(ids[begin:end], outlet))
        begin = end
    return outlets


def filled(planter, text):
    headlines = planter.shuffled(HEADLINES)[:4]
    return text.format(date=f"{1 + planter.below(28)} {planter.pick(MONTHS)} {2019 + planter.below(6)}",
                       name=planter.pick(NAMES), headlines=" | ".join(headlines))


def place_of_advertisement(planter, text, reused):
    """Behind a sentence, and not inside of what is reused."""
    ends = [m.end() for m in re.finditer(r"[.!?]\s", text) if all(not s.begin <= m.end() <= s.end for s in reused)]
    return planter.pick(ends) if ends else len(text)


def dressed(planter, record, outlet, reused):
    """The record with the outlet's templates, the spans of these, and how the reused spans move."""
    text, cut = record["text"], place_of_advertisement(planter, record["text"], reused)
    parts = [outlet.masthead, outlet.byline, (0, cut), outlet.advertisement, (cut, len(text)), outlet.related,
             outlet.footer, outlet.notice]
    page, templates, moved = "", [], {}
    for part in parts:
        shift = len(page)
        if isinstance(part, str):
            page += filled(planter, part)
            templates.append(Span(record["id"], shift, len(page)))
        else:
            begin, end = part
            page += text[begin:end].rstrip()
            moved |= {s: s._replace(begin=s.begin - begin + shift, end=s.end - begin + shift) for s in reused
                      if begin <= s.begin and s.end <= end}
        page += "\n\n"
    return record | {"text": page}, templates, moved


def dress(planter, planted):
    """All pages dressed; the spans of templates, the groups where they are now, and {id: source}."""
    outlets, records, templates, moved = outlets_of(planter, planted.records), [], [], {}
    spans = {}
    for span in itertools.chain(*planted.groups):
        spans.setdefault(span.document, []).append(span)
    for record in planted.records:
        if outlet := outlets[record["id"]]:
            record, own, places = dressed(planter, record, outlet, spans.get(record["id"], []))
            templates += own
            moved |= places
        records.append(record)
    groups = [[moved.get(span, span) for span in group] for group in planted.groups]
    sources = {i: outlet.source if outlet else f"Private letter {i}" for i, outlet in outlets.items()}
    return records, templates, groups, sources


def pairs_between(groups, sources):
    """The cases: pairs of one group on pages of different outlets."""
    return [passage(a, b) for group in groups for a, b in itertools.combinations(group, 2)
            if sources[a.document] != sources[b.document]]


def covered(span, stretches):
    """The share of a span that lies in the stretches, which are (begin, end)."""
    reached, total = span.begin, 0
    for begin, end in sorted(stretches):
        begin, end = max(begin, reached), min(end, span.end)
        if begin < end:
            total, reached = total + end - begin, end
    return ratio(total, span.end - span.begin)


def shown_among(templates, detections):
    """The templates that lie by half or more in what is reported."""
    stretches = {}
    for name, begin, end in itertools.chain(*detections):
        stretches.setdefault(name, set()).add((begin, end))
    return [span for span in templates if covered(span, stretches.get(span.document, ())) >= WELL]


def reasons_of(report):
    """As "12 furniture, 3 same source"."""
    if "suppressed" not in report:
        return "absent"
    counts = Counter()
    for entry in report["suppressed"]:
        counts[entry["reason"]] += entry["count"]
    return ", ".join(f"{count} {reason}" for reason, count in sorted(counts.items())) or "none"


def row_of(bench, name, pages, templates, cases):
    report = bench.report_on_records("passages", pages)
    found = detections_of(report)
    shown = shown_among(templates, found)
    missed = [case for case, hit in zip(cases, hits_of(cases, found)) if covered_share(case, hit) < WELL]
    misses.write(bench.misses, name, pages, missed, [])
    misses.write_spans(bench.misses, f"{name}: template reported", pages, shown)
    return {"passages": len(found), "templates": len(templates), "reported": len(shown),
            "of templates": ratio(len(shown), len(templates)), "reuse": len(cases), "not reported": len(missed),
            "of reuse": ratio(len(missed), len(cases)), "suppressed": reasons_of(report)}


def measure(bench):
    rows = {}
    for half in bench.halves:
        planter = reuse.planter(bench, half, "templates")
        planted = written(planter)
        records, templates, groups, sources = dress(planter, planted)
        with_source = [record | {"source": sources[record["id"]]} for record in records]
        for name, pages, spans, own in (("as they were", planted.records, [], planted.groups),
                                        ("dressed", records, templates, groups),
                                        ("dressed, with source", with_source, templates, groups)):
            name = f"{half}: {name}"
            rows[name] = row_of(bench, name, pages, spans, pairs_between(own, sources))
    return show(rows)


sections = [("planted in novels: templates of outlets, and reuse beside them", measure)]
