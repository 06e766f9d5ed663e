"""Names in Russian and French, where there is no parse."""

import pytest
from tests.read.names.reading import kinds, named

from habeas.model import EntityType
from habeas.read.names.mention import Mention
from habeas.read.names.voted import completed

RUSSIAN = (
    "Журналистку Анну Сорвину арестовали в городе Тармунд. Анна Сорвина не признала вины. "
    "Верховный суд отказал Анне Сорвиной в жалобе, и её адвокат уехал в Тармунд.\n"
)
FRENCH = (
    "Le journaliste Anton Sorvine a été arrêté à Tarmonde par la police. Anton Sorvine est malade, "
    "et sa femme demande au ministère de la Justice de le libérer. Dieu merci, il est vivant.\n"
)


def test_brings_the_cases_of_a_russian_name_together() -> None:
    assert {"Анну Сорвину", "Анна Сорвина", "Анне Сорвиной"} in map(set, named(RUSSIAN).values())


@pytest.mark.parametrize(("text", "name"), [(RUSSIAN, "Анну Сорвину"), (FRENCH, "Anton Sorvine")])
def test_knows_persons_without_a_parse(text: str, name: str) -> None:
    assert kinds(text)[name] == "Person"


def test_reads_laws_and_events_in_french() -> None:
    text = (
        "La Constitution garantit la liberté de parole, et le massacre de la place Tarmonde reste "
        "impuni. Nous demandons que les autorités répondent enfin de ce qui s’est passé.\n"
    )
    found = kinds(text)
    assert found["Constitution"] == "Treaty"
    assert found["massacre de la place Tarmonde"] == "NamedEvent"


def test_takes_no_invocation_for_a_name() -> None:
    assert "Dieu" not in kinds(FRENCH)


def test_a_longer_body_takes_the_place_of_the_land_in_it() -> None:
    land = Mention(0, 10, 17, "Тармунд", EntityType.PLACE)
    body = Mention(0, 0, 17, "Полиция Тармунд", EntityType.PUBLIC_BODY)
    assert completed([land], [body], "ru") == [body]
    assert completed([body], [land], "ru") == [body]
