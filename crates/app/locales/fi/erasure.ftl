# Mitä poisto vie ja mikä jää
erasure-part-goes = { $kind }: { $fields }
erasure-part-stays = { $kind }: { $fields }
erasure-on-ground = peruste: { $ground }
erasure-until = poistetaan { $date }
erasure-until-it-ends = poistetaan, kun peruste päättyy
erasure-by-itself = Jäävät tiedot poistetaan itsestään, kun viimeinen peruste päättyy. Sinun ei tarvitse pyytää sitä uudelleen.
erasure-still-kept = Säilytettävä tieto
erasure-kept-no-more = Ei mitään. Säilyttämisen peruste on päättynyt, ja loputkin on poistettu tai poistetaan itsestään vuorokauden kuluessa.
erasure-fields-all = kaikki tiedot
erasure-counts = Mitä tilastoon jää
erasure-counts-only = Tiedoistasi ei jää mitään. Tilastoon jää vain lukuja, joista kerrotaan alla.
erasure-stripped-count = Osittain poistettuja tietoja
erasure-later = Tietoja ei voitu vielä poistaa
erasure-later-text = Tiedot poistetaan itsestään, kun viimeinen peruste päättyy.
erasure-ground-by-law = laki velvoittaa säilyttämään nämä tiedot
erasure-ground-restriction = käsittelyä on rajoitettu
erasure-ground-legal-claim = oikeudellinen vaade
erasure-ground-authority-order = viranomaisen määräys
erasure-ground-open-collection = keskeneräinen perintä
erasure-ground-hold = tieto kertoo, miksi muuta säilytetään
erasure-ground-record = tieto, josta luovutus kertoo, on vielä tallessa
erasure-open-request = Näistä tiedoista on vireillä tietosuojapyyntö, joten niitä ei voi vielä poistaa.
erasure-open-request-next = Poista tiedot, kun pyyntö on ratkaistu. Henkilö itse voi poistaa tietonsa milloin tahansa.

# Harkinta-aika
erasure-cooling = Voit vielä muuttaa mielesi
erasure-cooling-text = Tiedot poistetaan { $date }. Siihen asti kukaan muu ei näe niitä, ja voit perua poiston tällä sivulla. Sen jälkeen poistoa ei voi perua, emmekä mekään voi palauttaa tietoja.
erasure-submit = Poista tietoni
erasure-waits = Tietosi poistetaan { $date }
erasure-waits-text = Siihen asti kukaan muu ei näe tietojasi, ja voit perua poiston omien tietojesi sivulla kohdassa Poista kaikki tietosi. Sen jälkeen poistoa ei voi perua eikä tietoja palauttaa.
erasure-stay = Peru poisto
erasure-stays = Poisto on peruttu
erasure-stays-text = Tietosi säilyvät, ja niitä käsitellään taas niin kuin selosteessa kerrotaan.
erasure-too-late = Poistoa ei enää voi perua
erasure-too-late-text = Sinulle ilmoitettu aika on tullut, tai poisto on peruttu jo aiemmin.
