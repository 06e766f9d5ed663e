"""Who says it, and through whom it came."""

from habeas.flow import read_document
from habeas.intake import from_text
from habeas.model import AUTHOR, PAGE, Basis

NEWS = """Members of the Assembly write to the President of Belmark

On 3 May 2020, members of the Assembly of the North signed a letter to the President of Belmark,
Orla Fenn. The letter is signed by Vela Ostrin (Lesk; SOC) and Mir Tolan (Drosk; GRN). According
to the members, Oren Dask said that he was beaten in prison. "He was tortured for three days",
they wrote.
"""


def claims():
    return read_document(from_text(NEWS)).claims


def test_nobody_relays_twice_or_himself():
    assert any(one.source.relayed_by for one in claims())
    for one in claims():
        chain = (*one.source.asserter, *one.source.relayed_by)
        assert len(set(chain)) == len(chain)


def test_a_page_that_reports_a_letter_took_no_part_in_it():
    told = [one for one in claims() if one.source.asserter == (PAGE,)]
    assert any(AUTHOR in one.actors for one in told)
    assert Basis.FIRSTHAND not in {one.basis for one in told}
