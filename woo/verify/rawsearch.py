"""Rule ``secret-in-file``: no secret in old versions, leftovers and bytes outside the objects."""

from collections.abc import Iterator, Set

from woo.model.leak import Leak
from woo.pdf.examining.objectwalk import inflate
from woo.pdf.examining.syntax import syntax_parts
from woo.verify.decoding import readings
from woo.verify.needles import Needle, Needles
from woo.verify.objects import in_file, in_string
from woo.verify.subject import Subject


def secrets_outside_objects(subject: Subject, needles: Needles, known: Set[int]) -> Iterator[Leak]:
    """Search what the object walk does not see: gaps, leftover streams, bytes after the end.

    ``known`` holds the digests of the streams that the walk saw.
    """
    if _outside(subject, needles):
        yield Leak(rule="secret-in-file", place="buiten de objecten van de pdf")
    if any(in_string(value, needles) for _, value in syntax_parts(subject.trailer).strings):
        yield Leak(rule="secret-in-file", place="de trailer van de pdf")
    for place, loose in (
        ("voor het begin", subject.raw.before),
        ("na het einde", subject.raw.after),
    ):
        if loose and (in_string(loose, needles) | in_file(loose, needles)):
            yield Leak(rule="secret-in-file", place=f"{place} van de pdf")
    for stored in subject.raw.stored():
        if hash(stored.rstrip(b"\r\n")) not in known and _leftover(stored, needles):
            yield Leak(rule="secret-in-file", place="een stuk dat geen object meer is")


def _outside(subject: Subject, needles: Needles) -> set[Needle]:
    found: set[Needle] = set()
    for text in readings(subject.raw.outside):
        found |= needles.in_syntax(text)
    return {needle for needle in found if not needle.allowed}


def _leftover(stored: bytes, needles: Needles) -> bool:
    data = inflate(stored) if stored[:1] == b"\x78" else stored
    found = needles.in_bytes(data)
    for text in readings(data):
        found |= needles.in_long_words(text)
    return any(not needle.allowed for needle in found)
