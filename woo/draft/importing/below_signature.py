"""Say when text stands below the signature without a heading: the source puts it above."""

from collections.abc import Sequence
from dataclasses import dataclass

from woo.draft.importing.pieces import Piece, is_shown
from woo.draft.importing.remarks import Remarks
from woo.draft.kinds import SIGNATORIES

_MESSAGE = (
    "Deze tekst staat onder de ondertekening en heeft geen kop: zij komt erboven. Zet er een kop "
    "boven. Wie ook ondertekent, hoort in het veld 'ondertekenaars'."
)


@dataclass(slots=True)
class BelowSignature:
    """Sees every paragraph in order; ``_is_signed`` since the signature, until a heading."""

    remarks: Remarks
    _is_signed: bool = False

    def see(self, pieces: Sequence[Piece], *, is_heading: bool) -> None:
        """The next paragraph."""
        if any(one.look.field.startswith(SIGNATORIES) for one in pieces):
            self._is_signed = True
        elif is_heading:
            self._is_signed = False
        elif self._is_signed and any(map(is_shown, pieces)):
            self.remarks.once(_MESSAGE)
