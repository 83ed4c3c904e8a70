"""The words for public offices, as regular expressions: before a name, and behind one."""

from typing import Final

# *minister*, *Wethouder*, *demissionair premier*, *wh.*
FUNCTION: Final = (
    r"(?:[Oo]ud-|[Vv]oormalig |[Tt]oenmalig |[Dd]emissionair )?(?:[Mm]inister-?[Pp]resident|"
    r"[Vv]ice(?:minister)?-?[Pp]remier|[Mm]inister|MINISTER|RAADSLID|WETHOUDER|BURGEMEESTER|KAMERLID|"
    r"[Pp]remier|[Ss]taatssecretaris|STAATSSECRETARIS|[Bb]ewindspersoon|(?:[Tt]weede |[Ee]erste "
    r")?[Kk]amerlid|[Kk]amervoorzitter|[Ss]enator|"
    r"[Bb]urgemeester|[Ww]ethouder|[Gg]edeputeerde|"
    r"[Cc]ommissaris (?:van de Koning(?:in)?|der Koningin)|"
    r"[Bb]oargemaster|[Ww]ethâlder|[Dd]eputearre|[Ss]teatelid|[Rr]iedslid|Bürgermeister(?:in)?|Landrat|Landrätin|"
    r"[Dd]eltacommissaris|[Rr]egeringscommissaris|[Rr]egioburgemeester|[Cc]vdK|"
    r"(?:EU-|[Ee]uro)commissaris|[Ee]uroparlementariër|"
    r"[Ff]ractievoorzitter|[Rr]aadsvoorzitter|(?:[Ee]ilands)?[Rr]aadslid|"
    r"[Nn]ationale? [Oo]mbudsman|[Kk]inderombudsman|"
    r"(?:[Kk]inder|[Vv]oorzieningen|[Kk]anton|[Bb]estuurs|[Pp]olitie)?rechter|[Rr]echter-commissaris|"
    r"[Rr]aadsheer(?:-commissaris)?|[Ss]taatsraad|"
    r"[Aa]dvocaat-generaal|[Pp]rocureur-generaal|[Dd]ijkgraaf|"
    r"(?:[Hh]oog)?[Hh]eemraad(?: van dienst)?|"
    r"[Ss]tatenl(?:id|eden)|[Rr]aadsleden|[Ss]enatoren|[Hh]eemraden|"
    r"[Ww]ethouders|[Gg]edeputeerden|[Ll]oco-burgemeester|[Ff]ractieleider|[Ll]ijsttrekker|"
    r"[Ii]nformateur|[Ff]ormateur|[Aa]mbt(?:ge|s)no(?:ot|te)|[Aa]mbassadeur|[Bb]ondskanselier|[Pp]resident|"
    r"[Gg]ouverneur|[Mm]inisters|[Ss]taatssecretarissen|[Bb]urgemeesters|"
    r"[Aa]mbassador|[Ss]tate [Ss]ecretary|[Pp]rime [Mm]inister|[Tt]aoiseach|[Mm]ayor|"
    r"[Aa]mbtsvoorgang(?:er|ster)s?|[Cc]ommissioner|(?:enkel|meer)voudige[ ][a-z]{0,15}kamer|"
    r"[Mm]in\.-pres\.|[Ss]taatssecr\.|MP|[Ss]tas|(?:loco-)?[Bb]gm\.?|[Bb]urg\.|[Ww]eth\.|[Ww]h\.?|[Rr]l\.?|[Cc]dK|Ged\.|[Aa]mb\.)"
)
# The same in lower case, as it stands behind a name: *Slootweg (wethouder)*.
OFFICE: Final = (
    r"(?:wethouder|burgemeester|(?:burger)?raadslid|(?:Tweede |Eerste )?[Kk]amerlid|gedeputeerde|"
    r"dijkgraaf|"
    r"heemraad|[Ss]tatenlid|minister(?!ie)|staatssecretaris|"
    r"commissaris (?:van de Koning|der Koningin)|ombudsman|"
    r"fractievoorzitter|fractieleider|raadsvoorzitter|"
    r"ambassadeur)\b"
)
