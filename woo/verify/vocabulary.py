"""Words of the PDF format itself. A surname such as Lang or Span is no leak where it is a key."""

_WORDS = """
a aa aapl abs acroform action actions actualtext adobe af afrelationship after all alt alternate
alternates alternatives and annot annots annotation antialias any ap appearance application art
artbox artifact article ascent ascii author auto automatic avg axial background base basefont
baseline baseencoding basestate bbox bead before begin best bfchar bfrange bg biblioentry bits
black bleedbox block blockquote blue bm body bold book border both bottom bounds box bs btn build
byte byterange c calgray calrgb cap caption capheight caps category catalog cc center ch chapter
character charprocs charset chars check cid cidfont cidfonttype cidinit cidset cidsystem
cidsysteminfo cidtogidmap circle class classmap clip close cmap cmapname cmaptype cms co code
codespace codespacerange col collection color colors colorspace cols column columns comment
comments condensed contents content copy count creationdate creator crop cropbox cross current
currentdict custom d da dash data date day decimal decode decodeparms default define
defineresource def descendant descendantfonts descent dest dests device devicecmyk devicegray
devicergb devicen dict dictionary difference differences disc display displaydoctitle div div doc
docchecksum docinfo document domain dos down dp draft drawing dup duration dv dw dws e ef embed
embedded embeddedfile embeddedfiles encode encoding encrypt end endbfchar endbfrange endcmap
endcodespacerange endnote endobj endstream enum event expanded ext extgstate extensions extrabold
f false feature ff ffilter field fields figure file filespec filter filters findresource first
firstchar firstpage fit fith fitr fitv fixed flag flags flate flatedecode fo folder font fontbbox
fontdescriptor fontfamily fontfile fontmatrix fontname footer footnote form formtype formula
freetext free from front full function functions functiontype g gamma general go gold goto gotor
gray green group gts h halftone hand head header heading headings height helv hidden hide high
headers hint home host hyphen i icc iccbased icon id identity ids image images import in include
index info ink inner inline insert int intent interpolate invisible iref is isolated italic
italicangle item jbig join js javascript jpx k key keywords kids kind knockout l lab label labels
lang language large last lastchar layout lbl lbody left length level li libreoffice light limits
line linear linearized lines link list listnumbering load local lock locked long low ls luminosity
lzw m mac macroman map mark marked markinfo mask matrix matte max maxlen media mediabox medium
metadata method middle min missing missingwidth mix mode moddate model modified month movie n name
named names narrow new next nm no none nonfullscreenpagemode nonstruct normal notation note notdef
null num number numbers nums obj object objr objstm oblique oc ocg ocgs ocmd ocproperties off oid
on op open opentype or order ordering ordinal original outline outlines output outputcondition
outputintent outputintents outputintentsubtype over overlay owner p page pagelabels pagelayout
pagemode pages pagination paint panose para parameter params parent parenttree parenttreenextkey
part path pattern patterns patterntype pdf pdfa pdfuaid perms pg photoshop piece pieceinfo plain
point pop popup pos post predictor pressure prev print private proc process procset producer
program properties property prop ps push quad quadpoints quote r radial range rb rc rect red
redact ref reference registry regular rel relative resource resources ri rich right role rolemap
roman root rotate round row rowspan rp rt ruby rv s scale schema scope screen se sect section seed
semibold separation set shading shadingtype shape short sig sign simple single size small smask
solid sound source space span square srgb st stamp standard start startxref state std stemh stemv
step stream stretch strike string struct structelem structparent structparents structtreeroot
style sub subject submit subset subtype summary super supplement symbol symbolic synthetic t tab
table tabs tag tagged tbody td text tfoot th thead thin thumb tilingtype time times title toc toci
tool top total tounicode trailer transfer transparency trans trapped trim trimbox true truetype
tsize tu tx type type0 u ucs uf uh under underline unicode unique up upper uri url usage usecmap
user userunit v version vertical view viewarea viewerpreferences viewport visible w warichu wave
weight white widget width widths wingdings word wp x xfa xheight xml xmp xobject xobjects xref
xrefstm xstep y year yellow ystep z zapf zoom
"""

_VOCABULARY = frozenset(_WORDS.split())


def is_vocabulary(letters: str) -> bool:
    """True for a folded word that the PDF format uses as a key, a value or an operator."""
    return letters in _VOCABULARY
