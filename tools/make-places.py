#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes law/places.tsv: the countries and territories goods can come from, by code and by name.

    tools/make-places.py CODES > law/places.tsv

CODES is a CSV with columns census_code, iso2, iso3: the numbers of Census Schedule C beside the letters
of ISO 3166-1. The names are our own spelling and stand below: common English name first, then what else
people write. A place of CODES without a name here, a name without a place, and one name for two places
are errors. A name that could mean two places ("Congo") is no name of either.
"""
import csv
import sys

HEADER = """# SPDX-License-Identifier: CC0-1.0
# Places goods can come from: letters of ISO 3166-1, numbers of Census Schedule C, and names.
# Made by tools/make-places.py, not by hand. NO is Norway.
# iso2\tiso3\tcensus\tname\tother-names
"""

NAMES = """
AD Andorra
AE United Arab Emirates;UAE;Emirates;Dubai;Abu Dhabi
AF Afghanistan
AG Antigua and Barbuda;Antigua;Antigua & Barbuda
AI Anguilla
AL Albania
AM Armenia
AO Angola
AR Argentina;Argentine Republic
AS American Samoa
AT Austria
AU Australia
AW Aruba
AZ Azerbaijan
BA Bosnia and Herzegovina;Bosnia;Bosnia-Herzegovina;Bosnia & Herzegovina
BB Barbados
BD Bangladesh
BE Belgium
BF Burkina Faso;Burkina
BG Bulgaria
BH Bahrain;Kingdom of Bahrain
BI Burundi
BJ Benin
BM Bermuda
BN Brunei;Brunei Darussalam
BO Bolivia;Plurinational State of Bolivia
BR Brazil;Brasil
BS Bahamas;The Bahamas
BT Bhutan
BW Botswana
BY Belarus;Byelorussia
BZ Belize
CA Canada
CC Cocos (Keeling) Islands;Cocos Islands;Keeling Islands
CD Democratic Republic of the Congo;DR Congo;DRC;Congo-Kinshasa;Congo, Democratic Republic of the;Zaire
CF Central African Republic
CG Republic of the Congo;Congo-Brazzaville;Congo, Republic of the
CH Switzerland;Swiss Confederation
CI Ivory Coast;Cote d'Ivoire;Côte d'Ivoire
CK Cook Islands
CL Chile
CM Cameroon
CN China;PRC;P.R. China;People's Republic of China;Mainland China;China, People's Republic of
CO Colombia
CR Costa Rica
CU Cuba
CV Cape Verde;Cabo Verde
CW Curacao;Curaçao
CX Christmas Island
CY Cyprus
CZ Czech Republic;Czechia
DE Germany;Federal Republic of Germany;Deutschland
DJ Djibouti
DK Denmark
DM Dominica;Commonwealth of Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt;Arab Republic of Egypt
ER Eritrea
ES Spain
ET Ethiopia
FI Finland
FJ Fiji
FK Falkland Islands;Falklands;Islas Malvinas;Falkland Islands (Islas Malvinas)
FM Micronesia;Federated States of Micronesia;Micronesia, Federated States of
FO Faroe Islands;Faeroe Islands;Faroes
FR France
GA Gabon
GB United Kingdom;UK;U.K.;Great Britain;Britain;England;Scotland;Wales;Northern Ireland
GD Grenada
GE Georgia
GF French Guiana
GH Ghana
GI Gibraltar
GL Greenland
GM Gambia;The Gambia
GN Guinea;Republic of Guinea;Guinea-Conakry
GP Guadeloupe
GQ Equatorial Guinea
GR Greece;Hellenic Republic
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong;Hong Kong SAR;Hongkong;Hong Kong, China
HM Heard Island and McDonald Islands;Heard and McDonald Islands
HN Honduras
HR Croatia
HT Haiti
HU Hungary
ID Indonesia
IE Ireland;Republic of Ireland;Eire
IL Israel
IN India
IO British Indian Ocean Territory
IQ Iraq
IR Iran;Islamic Republic of Iran;Iran, Islamic Republic of
IS Iceland
IT Italy
JM Jamaica
JO Jordan
JP Japan
KE Kenya
KG Kyrgyzstan;Kyrgyz Republic
KH Cambodia;Kampuchea
KI Kiribati
KM Comoros
KN Saint Kitts and Nevis;St Kitts and Nevis;St Kitts;Saint Kitts & Nevis
KP North Korea;DPRK;Democratic People's Republic of Korea;Korea, North;Korea, Democratic People's Republic of
KR South Korea;Korea;Republic of Korea;ROK;Korea, South;Korea, Republic of;S. Korea
KW Kuwait
KY Cayman Islands;Caymans
KZ Kazakhstan
LA Laos;Lao PDR;Lao People's Democratic Republic
LB Lebanon
LC Saint Lucia;St Lucia
LI Liechtenstein
LK Sri Lanka;Ceylon
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg;Luxemburg
LV Latvia
LY Libya
MA Morocco
MC Monaco
MD Moldova;Republic of Moldova;Moldova, Republic of
ME Montenegro
MG Madagascar
MH Marshall Islands;Republic of the Marshall Islands
MK North Macedonia;Macedonia;Republic of North Macedonia
ML Mali
MM Burma;Myanmar;Burma (Myanmar);Myanmar (Burma)
MN Mongolia
MO Macau;Macao;Macao SAR;Macau SAR;Macao, China
MP Northern Mariana Islands;Northern Marianas;Saipan
MQ Martinique
MR Mauritania
MS Montserrat
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico;México;United Mexican States
MY Malaysia
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NF Norfolk Island
NG Nigeria
NI Nicaragua
NL Netherlands;The Netherlands;Holland
NO Norway;Kingdom of Norway
NP Nepal
NR Nauru
NU Niue
NZ New Zealand
OM Oman;Sultanate of Oman
PA Panama
PE Peru
PF French Polynesia;Tahiti
PG Papua New Guinea
PH Philippines;The Philippines
PK Pakistan
PL Poland
PM Saint Pierre and Miquelon;St Pierre and Miquelon
PN Pitcairn Islands;Pitcairn
PR Puerto Rico
PS Palestine;West Bank;Gaza;Gaza Strip;West Bank and Gaza;Palestinian Territories;State of Palestine
PT Portugal
PW Palau
PY Paraguay
QA Qatar
RE Reunion;Réunion
RO Romania
RS Serbia
RU Russia;Russian Federation
RW Rwanda
SA Saudi Arabia;KSA;Kingdom of Saudi Arabia
SB Solomon Islands;Solomons
SC Seychelles
SD Sudan;Republic of the Sudan
SE Sweden
SG Singapore
SH Saint Helena;St Helena
SI Slovenia
SJ Svalbard and Jan Mayen;Svalbard
SK Slovakia;Slovak Republic
SL Sierra Leone
SM San Marino
SN Senegal
SO Somalia
SR Suriname;Surinam
SS South Sudan;Republic of South Sudan
ST Sao Tome and Principe;São Tomé and Príncipe;Sao Tome
SV El Salvador;Salvador
SX Sint Maarten;St Maarten
SY Syria;Syrian Arab Republic
SZ Eswatini;Swaziland
TC Turks and Caicos Islands;Turks and Caicos;Turks & Caicos Islands
TD Chad
TF French Southern and Antarctic Lands;French Southern Territories
TG Togo
TH Thailand
TJ Tajikistan
TK Tokelau
TL Timor-Leste;East Timor
TM Turkmenistan
TN Tunisia
TO Tonga
TR Turkey;Turkiye;Türkiye
TT Trinidad and Tobago;Trinidad;Trinidad & Tobago
TV Tuvalu
TW Taiwan;Chinese Taipei;Taiwan, Province of China;Formosa
TZ Tanzania;United Republic of Tanzania;Tanzania, United Republic of
UA Ukraine
UG Uganda
UM United States Minor Outlying Islands;US Minor Outlying Islands
US United States;United States of America;America;U.S.;U.S.A.
UY Uruguay
UZ Uzbekistan
VA Vatican City;Holy See;Vatican;Holy See (Vatican City)
VC Saint Vincent and the Grenadines;St Vincent and the Grenadines;St Vincent;Saint Vincent
VE Venezuela;Bolivarian Republic of Venezuela;Venezuela, Bolivarian Republic of
VG British Virgin Islands;BVI;Virgin Islands, British
VI United States Virgin Islands;US Virgin Islands;Virgin Islands of the United States;Virgin Islands, U.S.
VN Vietnam;Viet Nam;Socialist Republic of Vietnam
VU Vanuatu
WF Wallis and Futuna
WS Samoa;Western Samoa
XK Kosovo
YE Yemen;Republic of Yemen
YT Mayotte
ZA South Africa;RSA;Republic of South Africa
ZM Zambia
ZW Zimbabwe
"""


def key(name):
    """How names are compared: without case, blanks and marks."""
    return "".join(c for c in name.lower() if c.isalnum())


def names():
    """iso2 -> [name, other, ...], and key(name) -> iso2; ValueError when one name is given to two places."""
    found, owner = {}, {}
    for line in NAMES.strip().split("\n"):
        iso2, _, text = line.partition(" ")
        found[iso2] = text.split(";")
        for name in found[iso2]:
            if owner.setdefault(key(name), iso2) != iso2:
                raise ValueError("%s names %s and %s" % (name, owner[key(name)], iso2))
    return found, owner


def make(path):
    spellings, owner = names()
    places = {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            iso3, census = places.setdefault(row["iso2"], (row["iso3"], []))
            census.append(row["census_code"])
            for code in (row["iso2"], row["iso3"]):
                if owner.get(key(code), row["iso2"]) != row["iso2"]:
                    raise ValueError("%s is a code of %s and a name of %s" % (code, row["iso2"], owner[key(code)]))
    if set(places) != set(spellings):
        raise ValueError("no pair for %s" % sorted(set(places) ^ set(spellings)))
    sys.stdout.write(HEADER)
    for iso2, (iso3, census) in sorted(places.items()):
        name, *others = spellings[iso2]
        print("\t".join((iso2, iso3, ";".join(sorted(census)), name, ";".join(others))))


def main(arguments):
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    make(arguments[0])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
