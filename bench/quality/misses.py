"""What was missed, torn, too long or false, written down with its text, for those who tune the search for passages."""
from passages import covered_share, hits_of

WELL_COVERED = 0.8


def fault_of(case, found):
    if not found:
        return "missed"
    if len(found) > 1:
        return f"torn in {len(found)}"
    covered, right = covered_share(case, found), covered_share(found[0], [case])
    if covered < WELL_COVERED:
        return f"too short, {covered:.0%} covered"
    return f"too long, {right:.0%} right" if right < WELL_COVERED else None


def write_sides(file, label, sides, texts):
    for name, begin, end in sides:
        print(f"  {label:8} {name} {begin}-{end}: {' '.join(texts[name][begin:end].split())}", file=file)


def write(file, kind, records, cases, detections):
    """Appends the faults of one collection, if there is a file."""
    if not file:
        return
    texts = {record["id"]: record["text"] for record in records}
    for case, found in zip(cases, hits_of(cases, detections)):
        if fault := fault_of(case, found):
            print(f"\n{kind}: {fault}", file=file)
            write_sides(file, "planted", case, texts)
            for detection in found:
                write_sides(file, "found", detection, texts)
    for detection, hit in zip(detections, hits_of(detections, cases)):
        if not hit:
            print(f"\n{kind}: false", file=file)
            write_sides(file, "found", detection, texts)


def write_spans(file, label, records, spans):
    """Appends single spans, (document, begin, end), a line each."""
    texts = {record["id"]: record["text"] for record in records} if file else {}
    for name, begin, end in spans if file else ():
        print(f"\n{label}: {name} {begin}-{end}: {' '.join(texts[name][begin:end].split())}", file=file)
