# Mitä poisto vie ja mikä jää
erasure-part-goes = { $kind }: { $fields }
erasure-part-stays = { $kind }: { $fields }
erasure-on-ground = peruste: { $ground }
erasure-until = poistetaan { $date }
erasure-until-it-ends = poistetaan, kun peruste päättyy
erasure-by-itself = Jäävät tiedot poistetaan itsestään, kun viimeinen peruste päättyy. Sinun ei tarvitse pyytää sitä uudelleen.
erasure-still-kept = Säilytettävä tieto
erasure-fields-all = kaikki tiedot
erasure-stripped-count = Osittain poistettuja tietoja
erasure-later = Tietoja ei voitu vielä poistaa
erasure-later-text = Tiedot poistetaan itsestään, kun viimeinen peruste päättyy.
erasure-ground-by-law = laki velvoittaa säilyttämään nämä tiedot
erasure-ground-legal-claim = oikeudellinen vaade
erasure-ground-authority-order = viranomaisen määräys
