import os
import subprocess
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from threading import Timer

import pytest

from woo.dossier.documents import Arrival, all_entries, arrive, assign_numbers, entry_by_number
from woo.dossier.dossier import Dossier, create_dossier, open_dossier
from woo.dossier.findings import load_people, store_people
from woo.dossier.rulings import add_ruling, load_rulings, redo, undo
from woo.dossier.steps import Stage, StepOutcome, is_current, record, steps_of
from woo.errors import InputError
from woo.model.finding import Role
from woo.model.person import Person
from woo.model.ruling import Ruling, RulingKind
from woo.reference.grounds import ground


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return create_dossier(
        tmp_path / "d", title='Een "proef"', case_number="Z/1", organisation="BZK"
    )


def test_a_new_dossier_opens_with_the_settings_it_was_given(dossier: Dossier) -> None:
    opened = open_dossier(dossier.layout.root)
    assert opened.settings.titel == 'Een "proef"'
    assert opened.settings.webadres == "https://open.overheid.example/z-1"


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"x")
    with pytest.raises(InputError, match="niet leeg"):
        create_dossier(tmp_path, title="t", case_number="Z-2", organisation="BZK")


def test_making_a_dossier_twice_is_refused(dossier: Dossier) -> None:
    with pytest.raises(InputError, match="niet leeg"):
        create_dossier(dossier.layout.root, title="t", case_number="Z-2", organisation="BZK")


def test_making_a_dossier_goes_on_after_an_interruption(dossier: Dossier) -> None:
    dossier.layout.settings.unlink()  # written last: as if killed just before
    create_dossier(dossier.layout.root, title="t", case_number="Z-2", organisation="BZK")
    assert open_dossier(dossier.layout.root).settings.titel == "t"


@pytest.mark.parametrize("is_emptied", [True, False])
def test_an_index_that_is_gone_is_not_taken_for_a_new_one(
    dossier: Dossier, *, is_emptied: bool
) -> None:
    dossier.engine.dispose()
    dossier.layout.index.unlink()
    if is_emptied:
        dossier.layout.index.touch()
    with pytest.raises(InputError, match="index van het dossier ontbreekt"):
        open_dossier(dossier.layout.root)


def test_a_mistake_in_the_settings_is_located_in_dutch(dossier: Dossier) -> None:
    dossier.layout.settings.write_text('titel = "a"\nzaaknummer = [')
    with pytest.raises(InputError, match=r"niet te lezen bij (regel 2|het einde)"):
        open_dossier(dossier.layout.root)


def test_no_dossier_is_explained(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="woo new"):
        open_dossier(tmp_path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('organisati = "BZK"', "Bedoelt u 'organisatie'"),
        ('titel = "', "dossier.toml"),
        ("ontvangen = 2024-02-31", "dossier.toml"),
    ],
)
def test_a_mistake_in_the_settings_is_explained(dossier: Dossier, line: str, message: str) -> None:
    settings = dossier.layout.settings
    settings.write_text(settings.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(InputError, match=message):
        open_dossier(dossier.layout.root)


@pytest.mark.slow
def test_two_commands_at_once_are_kept_apart(dossier: Dossier) -> None:
    refused = pytest.raises(InputError, match="Een andere opdracht")
    with dossier.at_work(), refused, dossier.at_work():
        pass
    with dossier.at_work():
        pass


def test_a_command_waits_a_moment_for_one_that_is_ending(dossier: Dossier) -> None:
    ending = ExitStack()
    ending.enter_context(dossier.at_work())
    Timer(0.3, ending.close).start()
    with dossier.at_work():
        pass


def test_half_written_files_of_a_killed_command_are_swept(dossier: Dossier) -> None:
    leftover = dossier.layout.root / "redacted" / ".woo-abc.pdf"
    leftover.write_bytes(b"half")
    folder = dossier.layout.root / "renditions" / ".woo-def"
    folder.mkdir()
    (folder / "document.docx").write_bytes(b"half")
    with dossier.at_work():
        assert not leftover.exists()
        assert not folder.exists()


def test_the_same_file_again_is_no_news_and_the_same_bytes_elsewhere_a_duplicate(
    dossier: Dossier,
) -> None:
    with dossier.transaction() as connection:
        first = arrive(connection, origin="/a", sha256="1", name="a.pdf")
        again = arrive(connection, origin="/a", sha256="1", name="a.pdf")
        elsewhere = arrive(connection, origin="/b", sha256="1", name="b.pdf")
    assert (first, again, elsewhere) == (Arrival.NEW, Arrival.KNOWN, Arrival.DUPLICATE)


def test_numbers_keep_families_together_and_never_change(dossier: Dossier) -> None:
    with dossier.transaction() as connection:
        for name in ("a", "b"):
            arrive(connection, origin=name, sha256=name, name=f"{name}.eml")
        mail = all_entries(connection)[0]
        arrive(connection, origin="a#0", sha256="c", name="c.pdf", parent=mail)
        assign_numbers(connection)
        names = [item.untrusted_name for item in all_entries(connection)]
        assert names == ["a.eml", "c.pdf", "b.eml"]
        arrive(connection, origin="d", sha256="d", name="d.eml")
        assign_numbers(connection)
        assert entry_by_number(connection, "3").untrusted_name == "b.eml"
        assert entry_by_number(connection, "0004").untrusted_name == "d.eml"


def test_a_step_is_current_only_for_the_same_input_and_when_it_did_not_fail(
    dossier: Dossier,
) -> None:
    with dossier.transaction() as connection:
        arrive(connection, origin="a", sha256="a", name="a.eml")
        document = all_entries(connection)[0].id
        record(connection, document, Stage.DETECT, "mark")
        step = steps_of(connection, Stage.DETECT)[document]
        assert is_current(step, "mark")
        assert not is_current(step, "other")
        assert not is_current(None, "mark")
        record(connection, document, Stage.DETECT, "mark", outcome=StepOutcome.FAILED)
        assert not is_current(steps_of(connection, Stage.DETECT)[document], "mark")


def test_rulings_are_undone_and_redone_in_order(dossier: Dossier) -> None:
    rulings = [
        Ruling(kind=RulingKind.TERM, text=word, redact=True, grounds=(ground("5.1.2e"),))
        for word in ("een", "twee")
    ]
    with dossier.transaction() as connection:
        for ruling in rulings:
            add_ruling(connection, ruling)
        assert undo(connection)
        assert load_rulings(connection) == (rulings[0],)
        assert undo(connection)
        assert not undo(connection)
        assert redo(connection)
        assert load_rulings(connection) == (rulings[0],)
        add_ruling(connection, rulings[1])
        assert not redo(connection)
        assert load_rulings(connection) == tuple(rulings)


def test_people_come_back_as_they_were(dossier: Dossier) -> None:
    person = Person(id="p-0001", name="Noor Verzonnen", role=Role.OFFICIAL, variants=("Noor",))
    with dossier.transaction() as connection:
        store_people(connection, [person])
        assert load_people(connection) == (person,)
    assert "Noor" not in repr(person)


def test_rank_and_function_come_back(dossier: Dossier) -> None:
    listed = Person(
        id="p-0001",
        name="Fenna Oldekamp",
        role=Role.OFFICIAL,
        variants=("Fenna Oldekamp",),
        rank=14,
        function="Jurist",
        seen=False,
    )
    with dossier.transaction() as connection:
        store_people(connection, [listed])
        assert load_people(connection) == (listed,)


def test_a_dossier_of_before_the_staff_list_opens(dossier: Dossier) -> None:
    older = Person(id="p-0001", name="Fenna", role=Role.OFFICIAL, variants=("Fenna",))
    with dossier.transaction() as connection:
        store_people(connection, [older])
        for column in ("rank", "function", "seen"):
            connection.exec_driver_sql(f"ALTER TABLE people DROP COLUMN {column}")
    with open_dossier(dossier.layout.root).transaction() as connection:
        assert load_people(connection) == (older,)


@pytest.mark.slow
def test_a_killed_transaction_leaves_nothing(dossier: Dossier) -> None:
    script = f"""
import os
from contextlib import ExitStack
from pathlib import Path
from threading import Timer
from woo.dossier.dossier import open_dossier
from woo.dossier.documents import arrive
with open_dossier(Path({str(dossier.layout.root)!r})).transaction() as connection:
    arrive(connection, origin="a", sha256="a", name="a.eml")
    os._exit(9)
"""
    done = subprocess.run([sys.executable, "-c", script], check=False, env=os.environ)
    assert done.returncode == 9
    with dossier.transaction() as connection:
        assert all_entries(connection) == ()


def test_a_damaged_index_is_explained(dossier: Dossier) -> None:
    dossier.engine.dispose()
    dossier.layout.index.write_bytes(b"dit is geen database" * 100)
    with pytest.raises(InputError, match="beschadigd"):
        open_dossier(dossier.layout.root)


def test_a_full_disk_under_the_index_is_explained(dossier: Dossier) -> None:
    refused = pytest.raises(InputError, match="schijf is vol")
    with refused, dossier.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")  # as if the disk were full
        for number in range(2000):
            arrive(connection, origin=f"{number}", sha256=f"{number:064}", name="a" * 200)
    with open_dossier(dossier.layout.root).transaction() as connection:
        assert all_entries(connection) == ()


@pytest.mark.parametrize(
    ("case_number", "organisation", "says"),
    [
        ("Z", "BZK", "zaaknummer"),
        ("Z-1; Z-2", "BZK", "zaaknummer"),
        ("Z-1", "BSK", "Bedoelt u BZK"),
    ],
)
def test_what_cannot_be_published_is_refused_at_the_start(
    tmp_path: Path, case_number: str, organisation: str, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        create_dossier(
            tmp_path / "d", title="t", case_number=case_number, organisation=organisation
        )
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize(
    ("case_number", "category", "takes"),
    [("1", "014", "2 tot 100 tekens"), ("Z-1", "14", 'van "001" tot en met "018"')],
)
def test_who_gives_a_wrong_value_hears_which_are_right(
    tmp_path: Path, case_number: str, category: str, takes: str
) -> None:
    with pytest.raises(InputError, match=takes) as refused:
        create_dossier(
            tmp_path / "d",
            title="t",
            case_number=case_number,
            organisation="BZK",
            category=category,
        )
    assert "dossier.toml" not in str(refused.value), "there is none yet"


def test_of_every_setting_it_is_known_what_it_takes(dossier: Dossier) -> None:
    for name in type(dossier.settings).model_fields:
        dossier.layout.settings.write_text(f"{name} = []\n", "utf-8")
        with pytest.raises(InputError, match=f"'{name}' heeft een ongeldige waarde. (Geef|Zet)"):
            open_dossier(dossier.layout.root)


def test_a_decision_from_before_the_request_is_refused(tmp_path: Path, dossier: Dossier) -> None:
    with pytest.raises(InputError, match="'besluitdatum' ligt voor die bij 'ontvangen'"):
        create_dossier(
            tmp_path / "nieuw",
            title="t",
            case_number="Z-1",
            organisation="BZK",
            received=date(2026, 10, 5),
            decided=date(2026, 9, 1),
        )
    settings = dossier.layout.settings
    days = "verzoekdatum = 2026-10-06\nontvangen = 2026-10-05\n"
    kept = [one for one in settings.read_text("utf-8").splitlines() if "ontvangen" not in one]
    settings.write_text("\n".join(kept) + "\n" + days, "utf-8")
    with pytest.raises(InputError, match="'ontvangen' ligt voor die bij 'verzoekdatum'"):
        open_dossier(dossier.layout.root)
