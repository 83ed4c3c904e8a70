"""Sources to draft: the example nota, two pages, and a besluit with a long inventarislijst."""

import random
from datetime import date, timedelta

from woo.draft.examples import example_source
from woo.text.dates import long_date

LIST_HEADING = "## Bijlage 2: inventarislijst"
_KINDS = ("E-mail", "Nota", "Verslag", "Brief", "Memo")
_ABOUT = ("de planning", "de begroting", "het overleg", "het onderzoek", "de uitvoering")
# Every row has the word that changes from round to round (``drafting_worker.PLACE``).
_WITH = ("met Voorbeeldzaken", "voor Voorbeeldzaken", "van Voorbeeldzaken en de gemeente")
_JUDGED = (("openbaar", ""), ("deels openbaar", "5.1.2e"), ("niet openbaar", "5.2.1"))


def nota() -> str:
    return example_source("nota")


def besluit(rows: int) -> str:
    """The example besluit with a list of so many documents in its second annex."""
    before, _ = example_source("woo-besluit").split(LIST_HEADING)
    chance = random.Random(1)
    header = "| Nr. | Document | Datum | Beoordeling | Gronden |\n|---|---|---|---|---|"
    listed = "\n".join(_row(number, chance) for number in range(1, rows + 1))
    return f"{before}{LIST_HEADING}\n\n{header}\n{listed}\n"


def _row(number: int, chance: random.Random) -> str:
    title = f"{chance.choice(_KINDS)} over {chance.choice(_ABOUT)} {chance.choice(_WITH)}"
    dated = long_date(date(2026, 1, 5) + timedelta(days=chance.randrange(150)))
    judgement, ground = chance.choice(_JUDGED)
    return f"| {number:04d} | {title} | {dated} | {judgement} | {ground} |"
