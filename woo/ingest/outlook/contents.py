"""The text of an Outlook message, and the files that came with it."""

import mimetypes

from woo.ingest.charsets import decode
from woo.ingest.html_text import html_to_text
from woo.ingest.message import parse_message
from woo.ingest.outlook.compound import Storage
from woo.ingest.outlook.compound_writing import write_compound
from woo.ingest.outlook.compressed_rtf import unpack_rtf
from woo.ingest.outlook.mapi import TABLE, Properties, Tag, charset_of, properties_of
from woo.ingest.outlook.rtf_text import rtf_to_text
from woo.ingest.parts import (
    SEALED,
    SEALED_KINDS,
    Contents,
    best_form,
    check_contents,
    read_contents,
    tidy_name,
)
from woo.model.document import Attachment

_NAMES_OF_PROPERTIES = "__nameid_version1.0"
# [MS-OXCMSG] 2.2.2.9: a path or a link stands in place of the file.
_REFERENCES = frozenset({2, 3, 4, 7})
_SIGNED, _SEALED = ".smime.multipartsigned", ".smime"  # at the end of the message's class
_PROTECTED = SEALED_KINDS | {"application/x-microsoft-rpmsg-message"}


def read_msg_contents(message: Properties) -> Contents:
    """Text and attachments. Raises UnreadableError when the text is far too long."""
    files = [
        properties_of(storage, message.charset)
        for storage in message.storage.storages("__attach_version1.0_#")
    ]
    kind = message.line(Tag.MESSAGE_CLASS).lower()
    if kind.endswith(_SIGNED) and len(files) == 1:
        # What was signed is kept as it was sent, whole, in the only attachment.
        signed = read_contents(parse_message(files[0].content(Tag.DATA) or b""))
        if signed.text:
            return signed
    contents = Contents([_text(message)])
    for file in files:
        _add_file(file, message.storage, contents)
    protected = any(file.line(Tag.MIME_TYPE).lower() in _PROTECTED for file in files)
    if protected or kind.endswith(_SEALED):
        contents.notes.append(SEALED)
    check_contents(contents)
    return contents


def _text(message: Properties) -> str:
    """The plain text, unless it is a stub beside the HTML; the RTF only when it is alone."""
    plain = message.text(Tag.BODY).replace("\r\n", "\n").replace("\r", "\n")
    text = best_form([plain if plain.strip() else "", html_to_text(_html(message))])
    return text or rtf_to_text(unpack_rtf(message.content(Tag.RTF) or b""))


def _html(message: Properties) -> str:
    content = message.content(Tag.HTML)
    if content is None:
        return message.text(Tag.HTML)
    return decode(content, charset_of(message.number(Tag.INTERNET_CODE_PAGE)))


def _add_file(file: Properties, root: Storage, contents: Contents) -> None:
    content, folder = file.content(Tag.DATA), file.folder(Tag.DATA)
    number = len(contents.attachments) + 1
    name = _name(file)
    if folder is not None and folder.stream(TABLE) is not None:
        name = _with_suffix(name or f"bericht-{number}", ".msg")
        content = _message_file(folder, root)
    elif folder is not None:
        name = _with_suffix(name or f"object-{number}", ".ole")
        content = write_compound(folder.tree())
    elif not content and file.number(Tag.METHOD) in _REFERENCES:
        contents.texts.append(f"[bijlage die alleen als verwijzing is meegestuurd: {name}]")
        contents.notes.append(
            "Een bijlage is alleen als verwijzing meegestuurd. Vraag het bestand."
        )
        return
    name = name or f"bijlage-{number}{_suffix(file)}"
    contents.attachments.append(Attachment(untrusted_name=name, untrusted_bytes=content or b""))


def _name(file: Properties) -> str:
    names = (file.line(tag) for tag in (Tag.LONG_NAME, Tag.SHORT_NAME, Tag.DISPLAY_NAME))
    return next(filter(None, map(tidy_name, names)), "")


def _with_suffix(name: str, suffix: str) -> str:
    return name if name.lower().endswith(suffix) else name + suffix


def _suffix(file: Properties) -> str:
    return mimetypes.guess_extension(file.line(Tag.MIME_TYPE)) or ".bin"


def _message_file(folder: Storage, root: Storage) -> bytes:
    """A message inside another as Outlook saves it: a file of its own.

    Its table of properties lacks eight bytes that the table of a file has ([MS-OXMSG] 2.4.1), and
    the names of its own properties stand in the outer message.
    """
    tree = folder.tree()
    table = folder.stream(TABLE) or b""
    tree[TABLE] = table[:24] + bytes(8) + table[24:]
    names = root.storage(_NAMES_OF_PROPERTIES)
    if names is not None:
        tree[_NAMES_OF_PROPERTIES] = names.tree()
    return write_compound(tree)
