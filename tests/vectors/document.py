"""Vectors in which the secret stands in the catalog, the pages, the layers or the tags."""

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.vectors.letters import catalogue_of
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, plain, string


def _with(change: Callable[[Pdf, Any, Any], None]) -> bytes:
    """A plain page, changed by what is done with the file, the catalog and the page."""
    made = plain()
    change(made, made.pdf.Root, made.pdf.pages[0].obj)
    return made.save()


def base_address() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        root.URI = Dictionary(Base=String(f"https://{SECRET}.nl/"))
        root.Version = Name("/" + SECRET)
        root.Extensions = Dictionary({f"/{SECRET}": Dictionary(BaseVersion=Name("/1.7"))})

    return _with(change)


def legal_statements_and_permissions() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        signature = made.indirect(
            Type=Name.Sig, Name=string(), ContactInfo=string(), Contents=String(SECRET * 5)
        )
        root.Perms = Dictionary(DocMDP=signature, UR3=signature)
        root.Legal = Dictionary(Attestation=string(), JavaScriptActions=1)
        root.DSS = Dictionary(Certs=Array([made.stream(f"CN={SECRET}")]), VRI=Dictionary())

    return _with(change)


def spider_info_and_requirements() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        command = made.indirect(URL=String(f"https://example.nl/{SECRET}"), P=string())
        root.SpiderInfo = Dictionary(V=1.0, C=Array([command]))
        root.Requirements = Array([Dictionary(S=Name.EnableJavaScripts, RH=Array([string()]))])
        page.ID = string()
        page.SpiderInfo = command

    return _with(change)


def portfolio() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        file = made.stream(f"Beste {SECRET}", Type=Name.EmbeddedFile)
        item = Dictionary(Type=Name.CollectionItem, Van=string())
        spec = made.indirect(Type=Name.Filespec, UF=string(), EF=Dictionary(F=file), CI=item)
        root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), spec])))
        field = Dictionary(Subtype=Name.S, N=string())
        root.Collection = Dictionary(Schema=Dictionary(Van=field), D=String("a"), View=Name.D)

    return _with(change)


def threads_of_articles() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        info = Dictionary(Title=string(), Author=string())
        thread = made.indirect(Type=Name.Thread, I=info)
        bead = made.indirect(Type=Name.Bead, T=thread, P=page, R=Array([0, 0, 9, 9]))
        bead.N = bead.V = bead
        thread.F = bead
        root.Threads = Array([thread])
        page.B = Array([bead])

    return _with(change)


def page_that_carries_a_file() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        file = made.stream(f"Beste {SECRET}", Type=Name.EmbeddedFile)
        spec = made.indirect(
            Type=Name.Filespec, F=string(), Desc=string(), AFRelationship=Name.Source,
            EF=Dictionary(F=file, UF=file),
        )  # fmt: skip
        page.AF = Array([spec])

    return _with(change)


def page_with_steps_and_a_separation() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        page.PresSteps = Dictionary(Type=Name.NavNode, NA=Dictionary(S=Name.URI, URI=string()))
        page.SeparationInfo = Dictionary(Pages=Array([page]), DeviceColorant=string())
        page.Trans = Dictionary(S=Name("/" + SECRET))
        page.BoxColorInfo = Dictionary(CropBox=Dictionary(S=Name("/" + SECRET)))
        page.TemplateInstantiated = Name("/" + SECRET)
        page.LastModified = String(SECRET)
        page.VP = Array([Dictionary(Type=Name.Viewport, Name=string())])

    return _with(change)


def template_page() -> bytes:
    """A page that only the name tree knows: spawned by a script, never shown."""

    def change(made: Pdf, root: Any, page: Any) -> None:
        hidden = made.indirect(
            Type=Name.Template,
            MediaBox=Array([0, 0, 400, 600]),
            Resources=Dictionary(Font=Dictionary(F1=made.font)),
            Contents=made.stream(SENTENCE),
        )
        tree = Dictionary(Names=Array([string(), hidden]))
        root.Names = Dictionary(Templates=tree, Pages=tree, IDS=tree, URLS=tree, AP=tree)

    return _with(change)


def renditions_and_alternate_presentations() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        rendition = made.indirect(S=Name.MR, N=string(), C=Dictionary(D=string()))
        show = made.indirect(
            Type=Name.SlideShow, Resources=Dictionary(Names=Array([string(), page]))
        )
        root.Names = Dictionary(
            Renditions=Dictionary(Names=Array([string(), rendition])),
            AlternatePresentations=Dictionary(Names=Array([string(), show])),
        )

    return _with(change)


def document_part_with_metadata() -> bytes:
    """PDF 2.0: a hierarchy of parts of which each carries metadata of its own."""

    def change(made: Pdf, root: Any, page: Any) -> None:
        part = made.indirect(Type=Name.DPart, Start=page, DPM=Dictionary(Klant=string()))
        top = made.indirect(Type=Name.DPartRoot, DPartRootNode=part, NodeNameList=Array([string()]))
        part.Parent = top
        root.DPartRoot = top
        page.DPart = part

    return _with(change)


def own_fields_in_info_and_xmp() -> bytes:
    def change(made: Pdf, root: Any, page: Any) -> None:
        made.pdf.trailer.Info = made.indirect(
            **{"Title": "Brief", SECRET: String("x"), "Behandelaar": string(), "Keywords": string()}
        )
        root.Metadata = made.stream(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
            "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
            f"xmlns:eigen='urn:{SECRET}' eigen:van='{SECRET[:4]}&#x74;kruis'>"
            f"<xmpMM:History xmlns:xmpMM='m'><rdf:li stEvt:x='{SECRET}' xmlns:stEvt='s'/>"
            f"</xmpMM:History></rdf:Description></rdf:RDF></x:xmpmeta>{' ' * 200}{SECRET}",
            Type=Name.Metadata,
            Subtype=Name.XML,
        )

    return _with(change)


def _layered(made: Pdf, layer: Any, configuration: Any, layers: list[Any]) -> bytes:
    made.page(
        REST + "/OC /L1 BDC " + SENTENCE + "EMC", Resources={"Properties": Dictionary(L1=layer)}
    )
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=configuration)
    return made.save()


def layer_by_an_expression() -> bytes:
    made = Pdf()
    one = made.indirect(Type=Name.OCG, Name=string())
    member = made.indirect(Type=Name.OCMD, VE=Array([Name.Not, one]))
    return _layered(made, member, Dictionary(ON=Array([one])), [one])


def layer_by_its_use() -> bytes:
    """Shown when printing only, and in another configuration."""
    made = Pdf()
    usage = Dictionary(
        Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF),
        CreatorInfo=Dictionary(Creator=string()), User=Dictionary(Type=Name.Ind, Name=string()),
    )  # fmt: skip
    one = made.indirect(Type=Name.OCG, Name=String("druk"), Usage=usage)
    automatic = Dictionary(Event=Name.View, OCGs=Array([one]), Category=Array([Name.View]))
    configuration = Dictionary(AS=Array([automatic]), Name=string(), Creator=string())
    return _layered(made, one, configuration, [one])


def layer_with_an_order_of_labels() -> bytes:
    made = Pdf()
    one = made.indirect(Type=Name.OCG, Name=String("gewoon"))
    order = Array([string(), Array([string(), one])])
    return _layered(made, one, Dictionary(Order=order), [one])


DOCUMENT = catalogue_of(
    base_address,
    legal_statements_and_permissions,
    spider_info_and_requirements,
    portfolio,
    threads_of_articles,
    page_that_carries_a_file,
    page_with_steps_and_a_separation,
    template_page,
    renditions_and_alternate_presentations,
    document_part_with_metadata,
    own_fields_in_info_and_xmp,
    layer_by_an_expression,
    layer_by_its_use,
    layer_with_an_order_of_labels,
)
