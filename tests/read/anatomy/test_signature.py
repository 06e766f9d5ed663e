"""Signature lines: name, role, affiliation, country and group as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.anatomy.signature import Entry, read_entries, read_list

# The line; then name, role, affiliation, country, group ("" where nothing is printed).
PRINTED = {
    "Ana Keres": ("Ana Keres", "", "", "", ""),
    "ANA KERES": ("ANA KERES", "", "", "", ""),
    "Dr Ana Keres": ("Ana Keres", "", "", "", ""),
    "Ana Maria de la Keres": ("Ana Maria de la Keres", "", "", "", ""),
    "A. M. Keres": ("A. M. Keres", "", "", "", ""),
    "Керес А. М.": ("Керес А. М.", "", "", "", ""),
    "1. Ana Keres, poet": ("Ana Keres", "poet", "", "", ""),
    "Ana Keres (Poland; GRN)": ("Ana Keres", "", "", "Poland", "GRN"),
    "Ana KERES (Poland, EPP/CD)": ("Ana KERES", "", "", "Poland", "EPP/CD"),
    "Ana Keres (Польша)": ("Ana Keres", "", "", "Польша", ""),
    "Ana Keres, Prison Watch": ("Ana Keres", "", "Prison Watch", "", ""),
    "Ana Keres, ‘Open Doors’": ("Ana Keres", "", "‘Open Doors’", "", ""),
    "Ana Keres, Head of Prison Watch": (
        "Ana Keres",
        "Head of Prison Watch",
        "Prison Watch",
        "",
        "",
    ),
    "Ana Keres – chair, Prison Watch": ("Ana Keres", "chair", "Prison Watch", "", ""),
    "Ana Keres, lawyer, Bar Association, Poland": (
        "Ana Keres",
        "lawyer",
        "Bar Association",
        "Poland",
        "",
    ),
    "Ana Keres | Director | Prison Watch": ("Ana Keres", "Director", "Prison Watch", "", ""),
    "Mayor Ana Keres": ("Ana Keres", "Mayor", "", "", ""),
    "Директор Центра прав Анна Керес": (
        "Анна Керес",
        "Директор Центра прав",
        "Центра прав",
        "",
        "",
    ),
    "Chairman of the Council, Ana Keres": (
        "Ana Keres",
        "Chairman of the Council",
        "Council",
        "",
        "",
    ),
    "Prison Watch": ("Prison Watch", "", "", "", ""),
    "Prison Watch (Norway)": ("Prison Watch", "", "", "Norway", ""),
    "Committee for Peace, Justice and Freedom": (
        "Committee for Peace, Justice and Freedom",
        "",
        "",
        "",
        "",
    ),
    "Lawyers for Freedom": ("Lawyers for Freedom", "", "", "", ""),
    "Комитет «За свободные книги»": ("Комитет «За свободные книги»", "", "", "", ""),
    "For the Council: Ana Keres": ("Ana Keres", "", "Council", "", ""),
}


def parts(line: str, entry: Entry) -> tuple[str, ...]:
    about = entry.about
    places = (entry.name, about.role, about.affiliation, about.country, about.group)
    found = [line[slice(*place)] if place else "" for place in places]
    return (*found[:2], found[2].removeprefix("the "), *found[3:])


@pytest.mark.parametrize(("line", "expected"), PRINTED.items())
def test_reads_what_the_line_prints(line: str, expected: tuple[str, ...]) -> None:
    (entry,) = read_entries(line)
    assert parts(line, entry) == expected


@pytest.mark.parametrize(
    "line", ["Head of the Prison Department", "Coordinator of the campaign", "директор фонда"]
)
def test_a_role_alone_has_no_name(line: str) -> None:
    assert [entry.name for entry in read_entries(line)] == [None]


@pytest.mark.parametrize(
    ("line", "names"),
    {
        "Ana Keres and Luka Brand": ["Ana Keres", "Luka Brand"],
        "Ana Keres, Luka Brand et Nora Holm": ["Ana Keres", "Luka Brand", "Nora Holm"],
        "Анна Керес и Лука Бранд": ["Анна Керес", "Лука Бранд"],
    }.items(),
)
def test_parts_those_who_share_a_line(line: str, names: list[str]) -> None:
    found = [line[slice(*entry.name)] for entry in read_entries(line) if entry.name]
    assert found == names


def test_reads_a_running_list_with_brackets() -> None:
    line = "Ana KERES (Poland; GRN), Luka BRAND (Malta; SOC) and Nora HOLM, lawyer"
    found = [parts(line, entry)[:2] for entry in read_list(line, 0, len(line))]
    assert found == [("Ana KERES", ""), ("Luka BRAND", ""), ("Nora HOLM", "lawyer")]


@given(st.text(max_size=120))
def test_every_place_is_in_the_line(line: str) -> None:
    for entry in read_entries(line) + read_list(line, 0, len(line)):
        about = entry.about
        for place in (entry.name, about.role, about.affiliation, about.country, about.group):
            assert place is None or 0 <= place[0] < place[1] <= len(line)
