fault-id = Jos otat yhteyttä, kerro tämä tunnus:
fault-see-promise = Katso lupaus, jonka vuoksi tätä ei tehty

# Otsikko, selitys ja ohje lajeittain
fault-title-bad-request = Pyyntöä ei voitu lukea
fault-bad-request = Selaimesi lähetti pyynnön, jota palvelu ei ymmärrä.
fault-next-bad-request = Palaa edelliselle sivulle ja yritä uudelleen.

fault-title-unauthenticated = Kirjaudu ensin
fault-unauthenticated = Tämä sivu on kirjautuneille.
fault-next-unauthenticated = Kirjaudu sisään ja avaa sivu sitten uudelleen.

fault-title-forbidden = Ei oikeutta
fault-forbidden = Sinulla ei ole oikeutta tähän sivuun tai toimintoon.
fault-next-forbidden = Jos oikeuden pitäisi kuulua sinulle, ota yhteyttä palvelun ylläpitoon.

fault-title-not-found = Sivua ei löytynyt
fault-not-found = Tässä osoitteessa ei ole mitään, tai sisältö ei ole sinulle näkyvissä.
fault-next-not-found = Tarkista osoite tai aloita etusivulta.

fault-title-conflict = Tätä ei tehty
fault-conflict = Tieto on muuttunut sen jälkeen, kun avasit sivun.
fault-next-conflict = Avaa sivu uudelleen, katso tilanne ja yritä tarvittaessa uudelleen.

fault-title-gone = Tieto on poistettu
fault-gone = Tässä oli tieto, joka on poistettu pysyvästi.
fault-next-gone = Poistettua tietoa ei voi palauttaa.

fault-title-too-large = Liian suuri lähetys
fault-too-large = Lähetit enemmän kuin palvelu ottaa kerralla vastaan. Mitään ei tallennettu.
fault-next-too-large = Lyhennä tekstiä tai lähetä se osissa.

fault-title-invalid = Tietoja ei voitu ottaa vastaan
fault-invalid = Jokin lähettämistäsi tiedoista ei ole sellainen kuin pitäisi. Mitään ei tallennettu.
fault-next-invalid = Palaa lomakkeelle, tarkista tiedot ja lähetä uudelleen.

fault-title-restricted = Käsittelyä on rajoitettu
fault-restricted = Näiden tietojen käsittelyä on rajoitettu, joten niitä ei voi nyt käyttää.
fault-next-restricted = Rajoitus on voimassa, kunnes sen syy on selvitetty.

fault-title-too-many = Hetki, kiitos
fault-too-many = Pyyntöjä on tullut lyhyessä ajassa liian monta. Voit jatkaa { $seconds } sekunnin kuluttua.
fault-next-too-many = Odota hetki ja yritä sitten uudelleen. Osoitettasi ei ole tallennettu.

fault-title-refused = Lupaus estää tämän
fault-refused = Tietosuojaseloste ei salli tätä, joten palvelu ei tehnyt sitä.
fault-next-refused = Jos asia on silti hoidettava, kysy neuvoa tietosuojavastaavalta.

fault-title-environment = Palvelu ei ole nyt käytettävissä
fault-environment = Palvelussa on tilapäinen häiriö. Mitään ei tallennettu.
fault-next-environment = Yritä hetken kuluttua uudelleen.

fault-title-storage-full = Palvelu ei ota nyt vastaan tietoja
fault-storage-full = Tallennustila on täynnä. Mitään ei tallennettu.
fault-next-storage-full = Yritä myöhemmin uudelleen. Ylläpito on saanut tiedon.

fault-title-internal = Jokin meni vikaan
fault-internal = Palvelussa tapahtui virhe. Vika ei ole sinussa.
fault-next-internal = Yritä uudelleen. Jos virhe toistuu, kerro siitä meille.

# Tarkemmat selitykset
fault-token = Lomake ei ollut peräisin tältä sivustolta tai se oli toisen istunnon lomake. Mitään ei tallennettu.
fault-token-next = Avaa lomake uudelleen ja lähetä se sitten.
fault-form-expired = Lomake oli auki yli kaksi tuntia, joten sitä ei enää otettu vastaan.
fault-form-expired-next = Palaa selaimella takaisin, kopioi tekstisi talteen, avaa lomake uudelleen ja lähetä se.
fault-form-sent = Tämä lomake on jo lähetetty kerran. Toista kertaa ei käsitelty, jotta mitään ei tapahdu kahdesti.
fault-form-sent-next = Sinun ei tarvitse tehdä mitään. Jos haluat lähettää uuden, avaa lomake uudelleen.
fault-origin = Pyyntö tuli toiselta sivustolta, joten sitä ei käsitelty.
fault-origin-next = Avaa tämän palvelun sivu suoraan ja yritä siellä.
fault-too-many-fields = Lomakkeessa oli enemmän kohtia kuin palvelu ottaa vastaan. Mitään ei tallennettu.
fault-media-type = Lomake lähetettiin muodossa, jota palvelu ei ota vastaan.
fault-uri-too-long = Osoite on liian pitkä.
fault-address = Osoitetta ei voitu lukea.
fault-host = Palvelua kysyttiin nimellä, jota sillä ei ole.
fault-host-next = Tarkista osoite.
fault-method = Tähän osoitteeseen ei voi lähettää tällaista pyyntöä.
fault-slow = Palvelu ei ehtinyt vastata ajoissa.
fault-timeout = Lähetys keskeytyi tai kesti liian kauan. Mitään ei tallennettu.
fault-timeout-next = Tarkista yhteys ja lähetä uudelleen.
fault-base-address = Palvelun oma osoite on asetuksissa virheellinen.

fault-tls-certificate = Tiedostossa { $certificate } ei ole kelvollista varmennetta.
fault-tls-key = Tiedostossa { $key } ei ole kelvollista yksityistä avainta.
fault-tls-pair = Varmenne { $certificate } ja yksityinen avain { $key } eivät kuulu yhteen, tai varmenne ei kelpaa.
