"""What the networks say of a word: outside, or the beginning or inside of one of these."""

from typing import Final

from woo.model.finding import Category, Role

# The letter of a label says in what quality somebody is named, ...
ROLES: Final = {
    "P": Role.UNKNOWN,
    "H": Role.OFFICE_HOLDER,
    "S": Role.SIGNATORY,
    "A": Role.AUTHOR,
    "E": Role.EPONYM,
}
# ... or what else of somebody stands here ...
OTHERS: Final = {
    "X": Category.SPECIAL,
    "U": Category.USERNAME,
    "D": Category.ADDRESS,
    "M": Category.EMAIL,
}
# ... or which of somebody's numbers.
NUMBERS: Final = {
    "G": Category.BIRTH_DATE,
    "T": Category.PHONE,
    "C": Category.CARE_NUMBER,
    "N": Category.PERSONNEL_NUMBER,
    "R": Category.IDENTITY_DOCUMENT,
    "K": Category.LICENCE_PLATE,
    "V": Category.V_NUMBER,
    "Z": Category.BSN,
    "Q": Category.IBAN,
    "B": Category.VAT_NUMBER,
    "I": Category.IP_ADDRESS,
}
# An address, telephone, mailbox or number of an organisation, which stays.
ORGANISATION: Final = "F"
OUTSIDE: Final = "O"
_LETTERS: Final = (*ROLES, *OTHERS, *NUMBERS, ORGANISATION)
LABELS: Final = (OUTSIDE, *(f"{place}-{letter}" for letter in _LETTERS for place in "BI"))
NAMES_END: Final = 1 + 2 * len(ROLES)
OTHERS_END: Final = NAMES_END + 2 * len(OTHERS)
NUMBERS_END: Final = OTHERS_END + 2 * len(NUMBERS)
