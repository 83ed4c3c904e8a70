"""Sources for the tests: the form of real ones, everything in them made up."""

from woo.draft.kinds import kind_names, template_folders

# Every kind in templates/: a kind that is added is tested without a word here.
KINDS = kind_names(template_folders(None))

NOTA = """\
---
soort: nota
titel: Rapportage verkenning naar ervaringen van bibliotheken bij stille uren
organisatie: Ministerie van Voorbeeldzaken
aan: Minister van Voorbeeldzaken
van: Afdeling Leescultuur en Ruimte
doel: besluitvorming
actief_openbaar: Ja
referentie: 2024-0000999033
datum: 30 augustus 2024
opgesteld_door:
  - Wiebe Geheimstra
  - w.geheimstra@voorbeeld.example
  - 06 99 88 77 66
auteur: Tjitske Stilma
samengewerkt_met: Directie Stilte
kenmerk: KNM-77
beslistermijn: 2024-09-16
kopie_aan: [Directeur-generaal Rust, Directeur Boeken]
parafenroute:
  - Hoofd Leescultuur
  - {waarde: Ubbo Paraafsma, grond: 5.1.2e}
aantal_bijlagen: 2
bijlagen:
  - naam: Kamerbrief
  - naam: Rapportage verkenning
    informatie: {waarde: Offerte van Zwijgbureau, grond: 5.1.2f}
---

## Aanleiding

- Na een analyse van leesgewoonten[^1] en na vragen van gemeenten is een verkenning gedaan.
- Bibliotheken (en ook scholen) hebben *behoefte* aan handvatten:
  - voor **drukke** middagen;
    - ook in de vakantie;
  - voor avonden.

## Geadviseerd besluit

- Akkoord met het verzenden van de rapportage;

## Kern

In de brief beschrijft u de aanleiding. Adviseur [Hedwig Onzichtbaar]{5.1.2e} belt u hierover.

## Toelichting

### Belangrijkste inzichten

1. Eerst luisteren.
2. Dan handelen volgens `plan B`.

| Vestiging | Bezoekers | Leider |
|:---|---:|---|
| Noord | 120 | Sybrich Celwoord {5.1.2e} |
| Zuid | 80 | vacant |

> Stilte is ook een geluid.

Dit is een alinea over Rixt Alineaman die weg moet. {5.1.2e}

## Politieke context

De Kamer praat er in de herfst over.

## Krachtenveld {5.2.1}

Volgens ons is wethouder Knorremans tegen.

### Verborgen tussenkop

En [hij](https://knorremans.example/) zegt het overal.[^2]

## Communicatie

- Persbericht;
- Woordvoerder Doutzen Lijstitem {5.1.2e}
  - bereikbaar op 06 11 22 33 44
- Zie [[de pagina](https://www.example.nl/jikke-linknaam)]{5.1.2e}.
- Of [bij **Jikke Linknaam**{5.1.2e}](https://www.example.nl/jikke-linknaam).

{5.1.2e 5.1.1d}

| Naam | Ziekte |
|---|---|
| Poppe Tabelman | griep |

## Afstemming

Afgestemd met de directie Stilte.

## Informatie die niet openbaar gemaakt kan worden

### Motivering

Namen van medewerkers zijn weggelaten.

[^1]: [Stil lezen, een analyse](https://www.example.nl/stil) van het bureau.
[^2]: Gesprek met Eelkje Onderkant.
"""

# Everything in NOTA that must not be in the public version, in words that occur nowhere else.
NOTA_SECRETS = (
    "Geheimstra", "geheimstra", "99 88 77", "Stilma", "Paraafsma", "Zwijgbureau", "Onzichtbaar",
    "Celwoord", "Alineaman", "Knorremans", "knorremans", "tussenkop", "Lijstitem", "11 22 33",
    "Linknaam", "linknaam", "Tabelman", "griep", "Eelkje", "Onderkant",
)  # fmt: skip

# The shortest nota there is, with nothing marked.
UNMARKED = """\
---
soort: nota
titel: Kort
organisatie: Ministerie
aan: Minister
van: Afdeling
doel: informatie
actief_openbaar: Nee
referentie: R-1
datum: 2024-01-02
opgesteld_door: {waarde: Afdeling Boeken, grond: geen}
---

## Aanleiding

De Kamer vroeg het.

## Geadviseerd besluit

Akkoord gaan.
"""

KAMERSTUK = """\
---
soort: kamerstuk
titel: Aanbieding verkenning stille uren
dossiernummer: 99 821
dossiertitel: Nationale Leesrust
nummer: 238
vergaderjaar: 2024–2025
aan: de Voorzitter van de Tweede Kamer der Staten-Generaal
plaats: Den Haag
datum: 27 september 2024
ondertekenaars:
  - {ambt: De Minister van Voorbeeldzaken en Leesrust, naam: J.J.M. Verzonnen}
---

Bibliotheken stellen vragen over het omgaan met stille uren[^1]. Het gaat dan over rust.

Om te leren is aan een hogeschool in maart 2024 opdracht gegeven tot een verkenning.

Dit doe ik vanuit mijn verantwoordelijkheid voor het lezen[^2].

[^1]: Kamerstukken 99 821, nr. 216
[^2]: Idem
"""

# Everything that a text can hold, marked and not; two of the pictures are beside the source.
ELEMENTS = """\
## Elementen en [Tjebbe Kopnaam]{5.1.2e}

Gewoon, *cursief*, **vet**, `code`, [een link](https://www.example.nl/) en [elders](#tabellen).[^1]
Zie ook [wat weg is](#geheim-deel) en [Nynke Linkster](mailto:nynke@linkster.example){5.1.2e}.

1. een
   - twee
     - drie met [Sjoerd Lijstra]{5.1.2e}
2. vier

   Een tweede alinea onder vier.

> Een citaat[^2]
>
> - met een lijst

### Tabellen

| Links | Midden | Rechts |
|:---|:---:|---:|
| a | **b** | 1 |
| Hidsert Tabelstra {5.1.2e 5.2.1} | c | 2 |

![Een blauw vlak](vlak.png)

Tekst met ![klein vlak](vlak.png) erin en ![Portret van Wytske Beeldman](portret.png){5.1.2e}.

#### Diepste kop

```
regel een
  regel twee
```

---

Een hele alinea over Ymkje Alineastra. {5.1.1d}

## Geheim deel {5.1.2b}

### Over Bouwe Sectiema

Bouwe verdient 12345,67 euro.[^3]

[^1]: Een noot met [een link](https://www.example.nl/noot) en *nadruk*.

    Met een tweede alinea over [Foppe Nootstra]{5.1.2e}.
[^2]: Nog een noot.
[^3]: Alleen hier: Gerlof Sectienoot.
"""

# What is marked in ELEMENTS, in words that occur nowhere else.
ELEMENTS_SECRETS = (
    "Tjebbe", "Kopnaam", "Nynke", "linkster", "Sjoerd", "Lijstra", "Hidsert", "Tabelstra", "Wytske",
    "Beeldman", "Ymkje", "Alineastra", "Bouwe", "Sectiema", "12345,67", "Gerlof", "Sectienoot",
    "Foppe", "Nootstra",
)  # fmt: skip
