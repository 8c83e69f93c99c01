# Lomakkeiden yhteiset tekstit
form-consent-help = Rastita vain, jos annat yhteystietosi. Ilman suostumusta niitä ei tallenneta.
form-consent-missing = Anna suostumus tai tyhjennä yhteystiedot: ilman suostumusta niitä ei saa tallentaa.

# Palautelomake
feedback-title = Anna palautetta
feedback-lead = Kerro, mikä toimii ja mikä ei. Et tarvitse tunnusta, eikä sinun tarvitse kertoa, kuka olet.
feedback-send = Lähetä palaute
feedback-short-title = Näin käsittelemme palautettasi
feedback-short-who = Rekisterinpitäjä on { $controller }. Palaute tallennetaan rekisteriin { $register }.
feedback-short-rights = Saat lähetettyäsi kuittikoodin. Sillä näet ja poistat palautteesi milloin tahansa.
feedback-short-link = Lue koko tietosuojaseloste
feedback-earlier-title = Poista aiempi palautteesi
feedback-earlier-text = Voit poistaa palautteesi heti tai pyytää, että me poistamme sen.
feedback-earlier-code = Minulla on kuittikoodi: poistan palautteen itse
feedback-earlier-request = Minulla ei ole koodia: pyydän poistamista

# Kuitti
feedback-receipt-title = Palautteesi on vastaanotettu
feedback-receipt-good = Kiitos palautteestasi
feedback-receipt-thanks = Luemme jokaisen palautteen.
feedback-receipt-masked = Henkilötunnus peitettiin
feedback-receipt-masked-text = Viestissäsi oli henkilötunnukselta näyttävä merkkijono. Peitimme sen ennen tallentamista, eikä sitä säilytetä.
feedback-receipt-code = Kuittikoodisi
feedback-receipt-keep = Kirjoita koodi muistiin tai tulosta tämä sivu. Koodia ei voi näyttää uudelleen.
feedback-receipt-number = Palautteen numero
feedback-receipt-sent = Lähetetty
feedback-receipt-due = Poistetaan
feedback-receipt-can = Mitä voit tehdä koodilla
feedback-receipt-can-text = Näet kaiken, mitä palautteestasi säilytetään, kuka sitä on katsonut ja mitä siihen on vastattu. Voit korjata tai poistaa tiedot, rajoittaa niiden käyttöä, ottaa ne mukaasi tai perua suostumuksesi.
feedback-receipt-own = Avaa omat tietosi
feedback-complaint = Jos olet tyytymätön
feedback-complaint-text = Voit tehdä valituksen tietojesi käsittelystä valvontaviranomaiselle:
