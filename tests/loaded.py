"""What the processes that the tests start have from the beginning.

A worker of pytest starts hundreds of them, each a copy of one server: what is loaded and worked out
there is not done hundreds of times. How a command begins with nothing is tested with commands.
Nothing here may use Typst: it works in threads, which a copy does not have.
"""

import woo.pdf.libraries
import woo.pipeline.checking
import woo.pipeline.order
import woo.pipeline.search  # noqa: F401 - the four are loaded to be there
from woo.detect.one_document import find_in
from woo.model.document import Document, DocumentKind
from woo.pdf.examining.lettershapes import _references
from woo.redact.leakage import list_bits

find_in(
    Document(
        kind=DocumentKind.TEXT,
        untrusted_title="",
        pages=("Mevrouw Wietske Dokkum-Harmsen belde op 3 september 2024, tel. 06 12345678.",),
    )
)
_references()
list_bits()
