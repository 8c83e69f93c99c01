# Selosteen esitys

title = Tietosuojaseloste: { $register }
subtitle = Versio { $version }, julkaistu { $date }
footer = Versio { $version }, julkaistu { $date }. Version tiiviste (SHA-256): { $hash }
states-as-of = Lupausten tila { $time }.
facts = Lyhyesti

fact-controller = Tiedoistasi vastaa { $name }.
fact-purposes = Tietoja käytetään näihin tarkoituksiin: { $purposes }. Muuhun niitä ei käytetä.
fact-keep = Tietojen säilytysajat: { $keeps }. Sen jälkeen ne poistetaan itsestään.
fact-keep-one = { $kind } { $period }
fact-recipients-none = Tietoja ei anneta muille.
fact-recipients-none-eea = Tietoja ei anneta muille eikä viedä Euroopan talousalueen ulkopuolelle.
fact-recipients = Tietoja saavat lisäksi vain { $recipients }.
fact-recipients-eea = Tietoja saavat lisäksi vain { $recipients }. Tietoja ei viedä Euroopan talousalueen ulkopuolelle.
fact-rights = Voit nähdä, korjata ja poistaa tietosi sivulla
link-own = Omat tiedot
link-request = Tietosuojapyyntö
link-changes = Muutokset ja aiemmat versiot

section-controller = Kuka tiedoista vastaa
section-purposes = Mihin tietoja käytetään ja millä perusteella
section-data = Mitä tietoja käsitellään
section-retention = Kuinka kauan tietoja säilytetään
section-recipients = Kuka muu saa tietoja
section-transfers = Siirrot Euroopan talousalueen ulkopuolelle
section-cookies = Evästeet ja kävijätilasto
section-decisions = Automaattiset päätökset
section-security = Miten tiedot suojataan
section-rights = Oikeutesi
section-withdrawal = Suostumuksen peruminen
section-complaint = Valitus valvontaviranomaiselle
section-other = Muuta kerrottavaa
section-changes = Selosteen versio ja muutokset

term-controller = Rekisterinpitäjä
term-business-id = Y-tunnus
term-address = Postiosoite
term-email = Sähköposti
term-phone = Puhelin
term-register = Rekisteri
term-officer = Tietosuojavastaava
term-contact = Yhteyshenkilö
term-authority = Valvontaviranomainen
term-visiting = Käyntiosoite
term-postal = Postiosoite
term-site = Verkkosivusto
officer-none = Tietosuojavastaavaa ei ole nimetty

caption-purposes = Käyttötarkoitukset ja niiden perusteet
caption-fields = Tiedot: { $kind }
caption-recipients = Vastaanottajat ja käsittelijät
caption-cookies = Evästeet
caption-roles = Henkilöstön roolit
column-purpose = Tarkoitus
column-basis = Peruste
column-ground = Tarkemmin
column-field = Tieto
column-category = Laji
column-need = Pakollisuus
column-purposes = Mihin käytetään
column-for = Tarkoitukset
column-recipient = Nimi
column-role = Asema
column-staff-role = Rooli
column-country = Maa
column-task = Tehtävä
column-cookie = Eväste
column-lifetime = Voimassa
column-consent = Suostumus
column-may = Sallitut toimet
column-state = Tila

category-content = sisältö
category-identity = henkilöllisyys
category-contact = yhteystieto
category-technical = tekninen tieto
category-decision = päätös tai merkintä
category-special = erityinen henkilötieto
need-required = Pakollinen.
need-voluntary = Vapaaehtoinen.
cookie-session = kunnes suljet selaimen
cookie-idle = { $lifetime }, enintään { $idle } käyttämättä
cookie-necessary = Ei tarvita: eväste on välttämätön
cookie-consent = Tarvitaan: eväste asetetaan vain suostumuksellasi
cookie-party = { $text } Evästeen asettaa { $party }.
recipient-contract = { $task } (Sopimus henkilötietojen käsittelystä { $date }.)
heading-forbidden = Mihin tietoja ei käytetä
heading-analytics = Kävijätilasto
heading-attested = Mistä vastuuhenkilö on antanut vahvistuksen
heading-roles = Mitä henkilöstö saa tehdä
transfers-silent = Seloste ei kerro siirroista.

objection-title = Oikeus vastustaa käsittelyä
rights-how-before = Voit käyttää oikeuksiasi itse sivulla
rights-how-between = {" "}tai tekemällä pyynnön sivulla
rights-how-after = . Pyynnön voi tehdä myös kirjeellä tai sähköpostilla, ja se on maksuton. Määräaika lasketaan päivästä, jona pyyntö saapui.
withdraw-how = Suostumuksen voit perua sivulla
authority-checked = Viranomaisen yhteystiedot on tarkistettu { $date }.
changes-version = Tämä on selosteen versio { $version }, julkaistu { $date }.
changes-first = Se on selosteen ensimmäinen versio.
changes-previous = { $n ->
    [one] Sitä edelsi yksi versio:
   *[other] Sitä edelsi { $n } versiota:
}
changes-hash = Version tunniste on { $hash }. Sama tunniste on selosteen kaikissa muodoissa, joten näet, että luet samaa versiota.

tilt-source-person = Henkilö itse
tilt-source-staff = Rekisterinpitäjän henkilöstö
tilt-source-system = Palvelun toiminta
tilt-source-other = Muu lähde

# Maat
country-AT = Itävalta
country-BE = Belgia
country-BG = Bulgaria
country-CH = Sveitsi
country-CY = Kypros
country-CZ = Tšekki
country-DE = Saksa
country-DK = Tanska
country-EE = Viro
country-ES = Espanja
country-FI = Suomi
country-FR = Ranska
country-GB = Iso-Britannia
country-GR = Kreikka
country-HR = Kroatia
country-HU = Unkari
country-IE = Irlanti
country-IS = Islanti
country-IT = Italia
country-LI = Liechtenstein
country-LT = Liettua
country-LU = Luxemburg
country-LV = Latvia
country-MT = Malta
country-NL = Alankomaat
country-NO = Norja
country-PL = Puola
country-PT = Portugali
country-RO = Romania
country-SE = Ruotsi
country-SI = Slovenia
country-SK = Slovakia
country-US = Yhdysvallat
