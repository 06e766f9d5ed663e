"""Pack values into few bytes: JSON, compressed with a dictionary of what such values hold.

The first byte says which dictionary; a dictionary is never changed, only followed by another.
"""

import json
import zlib
from typing import Any

# What is likeliest stands last: DEFLATE names near matches with fewer bits.
_FIRST = (
    '["“” and “” are the same in sound","“” and “” are equal after transliteration",'
    '"initial “” agrees with “”","“” is in one name only","both say ","both are about P",'
    '"one of them gives no date","both give one day","their dates can be one",'
    '"both are said to be spouse of “”","both are named beside “”, “”","“” is in both names"]'
    '"travel_visit""treaty_law""guarantee""negotiation_alliance""media""killing_death"'
    '"persecution_repression""politics_elections_corruption""statement_appeal_protest"'
    '"threat_pressure_search""protection_asylum""torture_ill_treatment""assessment_other"'
    '"deportation_kidnapping_transfer""charge_trial_sentence""extradition""arrest_detention"'
    '"hypothetical""feared""denied""demanded""firsthand""quoted""opinion""reported""asserted"'
    '"holds_office""member_of""spouse_of""child_of""sibling_of""relative_of""client_of"'
    '"NamedEvent""Treaty""PublicBody""Place""Organization""Person"'
    '"metadata":{},"navigation","tags","footer","heading","table","header"'
    '"layer":{"pages":[],"regions":[],"links":[],"metadata":{}}'
    '"unread":[{"span":[],"reason":""}]'
    '"quotations":[{"content":[],"kind":"direct","source":[],"cue":null,"voice":null,"verb":[]},'
    '{"content":[],"kind":"indirect","source":["author"],"cue":[],"voice":null,"verb":null}]'
    '"demands":[{"span":[],"by":["author"],"addressees":[],"action":null}]'
    '"relations":[{"type":"holds_office","from":"e","to":"e","span":[]}]'
    '"path":"","sha256":"","media_type":"text/plain","text":"","document":{"kind":"open_letter",'
    '"title":[],"language":"en","publisher":null,"date_written":{"edtf":"20","span":[]},'
    '"date_published":null,"petition":null,"signatories":[{"name":"","span":[],"role":null,'
    '"affiliation":null,"country":null,"political_group":null,"entity":"e"}],"addressees":[{"name":'
    '"","span":[],"office":null,"entity":"e"}],"tags":[{"label":"","span":[],"group":null}],'
    '"links":[{"label":"","span":[],"target":null}]},"entities":[{"id":"e1","type":"Person",'
    '"name":"","mentions":[[]],"references":[],"roles":[{"role":"","span":[]}]}]'
    '{"type":"Person","names":{"":1},"descriptions":{},"offices":[],"kin":[],"around":{"":1,"":2}}'
    '{"kind":"","type":"","types":[],"title":"","date":null,"victims":[],"values":[{"matter":'
    '"stance","value":"asserted","tellings":[],"voices":1},{"matter":"word","value":"",'
    '"tellings":[],"voices":1}],"voices":[{"tellings":[],"who":[],"reasons":[]}],"conflicts":[]}'
    '"claims":[{"id":"c1","class":"arrest_detention","type":"arrest","span":[1,2],"actors":[],'
    '"victims":["e1"],"place":[],"date":null,"details":{},"source":{"asserter":["author"],'
    '"cue":null,"relayed_by":[]},"basis":"reported","modality":"asserted"},{"id":"c2","class":'
)
_DICTIONARIES = {b"1": _FIRST.encode()}
_CURRENT = b"1"
_LEVEL = 7
_RAW = -15  # no header and no checksum: the log has digests of what matters


def pack(value: Any) -> bytes:
    """Return JSON's own types as bytes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    maker = zlib.compressobj(_LEVEL, wbits=_RAW, zdict=_DICTIONARIES[_CURRENT])
    data = text.encode("utf-8", "surrogatepass")
    return _CURRENT + maker.compress(data) + maker.flush()


def unpack(data: bytes) -> Any:
    """Return what was packed; raise ValueError where the bytes are not what `pack` made."""
    return json.loads(content(data).decode("utf-8", "surrogatepass"))


def content(data: bytes) -> bytes:
    """Return what was packed as JSON, whichever dictionary or library packed it."""
    dictionary = _DICTIONARIES.get(data[:1])
    if dictionary is None:
        raise ValueError("packed by a newer Habeas, or damaged")
    try:
        return zlib.decompressobj(wbits=_RAW, zdict=dictionary).decompress(data[1:])
    except zlib.error as error:
        raise ValueError("damaged") from error
