"""Who sent an Outlook message, and to whom."""

from collections.abc import Iterator
from email.message import Message

from woo.ingest.message import ADDRESS_HEADERS, header_contacts
from woo.ingest.outlook.mapi import Properties, Tag, properties_of
from woo.model.document import Contact

People = dict[str, list[Contact]]
"""By the name of the header in which an e-mail on the internet has them."""

_RECIPIENT_TYPES = {1: "To", 2: "Cc", 3: "Bcc"}  # [MS-OXOMSG] 2.2.3.1.2; higher bits are flags
_DISPLAYED = {"To": Tag.DISPLAY_TO, "Cc": Tag.DISPLAY_CC, "Bcc": Tag.DISPLAY_BCC}
_NEEDS_QUOTES = frozenset(',;:<>@"()')


def read_people(message: Properties, transport: Message) -> People:
    """All people whom the message shows. Each header has a list, which may be empty."""
    people: People = {name: [] for name in ADDRESS_HEADERS}
    sender = _person(message, Tag.SENDER_NAME, Tag.SENDER_SMTP, Tag.SENDER_ADDRESS)
    shown = _person(message, Tag.FROM_NAME, Tag.FROM_SMTP, Tag.FROM_ADDRESS) or sender
    people["From"] = _with_address(shown, list(header_contacts(transport, "From")))
    if sender and shown and not _is_same(sender, shown):
        people["Sender"] = [sender]
    people["Reply-To"] = list(header_contacts(transport, "Reply-To")) or list(
        _names(message.line(Tag.REPLY_TO_NAMES))
    )
    _add_recipients(message, people)
    return people


def contacts_of(people: People) -> tuple[Contact, ...]:
    """Everybody once."""
    return tuple(dict.fromkeys(contact for found in people.values() for contact in found))


def written(people: People) -> dict[str, str]:
    """As the header of an e-mail has them: ``"Wielwaal, Saskia" <s@minkust.example>, …``."""
    return {name: ", ".join(map(_written, found)) for name, found in people.items()}


def _written(contact: Contact) -> str:
    quoted = f'"{contact.name}"' if _NEEDS_QUOTES & set(contact.name) else contact.name
    if not contact.name or not contact.address:
        return quoted or contact.address
    return f"{quoted} <{contact.address}>"


def _person(properties: Properties, name: Tag, smtp: Tag, address: Tag) -> Contact | None:
    """A name and an address for the internet; one inside Exchange only when all else is absent."""
    shown = properties.line(name).strip("'\" ")
    found = [properties.line(tag).strip("'<> ") for tag in (smtp, address)]
    public = next((text for text in found if text and not _is_internal(text)), "")
    if shown and _is_internal(shown):
        found, shown = [*found, shown], ""
    if not public and not shown:
        public = next(filter(None, found), "")
    if shown.lower() == public.lower():
        shown = ""
    return Contact(shown, public) if shown or public else None


def _is_internal(address: str) -> bool:
    """``/o=ExchangeLabs/ou=…/cn=Recipients/cn=…``."""
    return address.lower().startswith(("/o=", "/cn=", "ex:/"))


def _with_address(shown: Contact | None, came_from: list[Contact]) -> list[Contact]:
    """The sender, with the address that the headers of its journey give when there is none."""
    if shown is None:
        return came_from
    addresses = [contact.address for contact in came_from if contact.address]
    if not shown.address and len(addresses) == 1:
        return [Contact(shown.name, addresses[0])]
    return [shown]


def _is_same(one: Contact, other: Contact) -> bool:
    if one.address and other.address:
        return one.address.lower() == other.address.lower()
    return one.name == other.name


def _add_recipients(message: Properties, people: People) -> None:
    recipients = [
        properties_of(storage, message.charset)
        for storage in message.storage.storages("__recip_version1.0_#")
    ]
    for recipient in recipients:
        kind = (recipient.number(Tag.RECIPIENT_TYPE) or 0) & 0xF
        person = _person(recipient, Tag.DISPLAY_NAME, Tag.SMTP_ADDRESS, Tag.ADDRESS)
        # Of type 0 is the organiser of a meeting, who stands there as its sender already.
        if person and (kind or not any(_is_same(person, one) for one in people["From"])):
            people[_RECIPIENT_TYPES.get(kind, "To")].append(person)
    if not recipients:
        for name, tag in _DISPLAYED.items():
            people[name].extend(_names(message.line(tag)))


def _names(text: str) -> Iterator[Contact]:
    """Names with a semicolon between them."""
    for name in text.split(";"):
        plain = name.strip("'\" ")
        if plain:
            is_address = "@" in plain and " " not in plain
            yield Contact("", plain) if is_address else Contact(plain, "")
