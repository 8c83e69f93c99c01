# Sivun rakenne
skip = Siirry sisältöön
nav = Päävalikko
trail = Sijainti palvelussa
tabs = Osion sivut
languages = Kielet
footer = Tietoa palvelusta
footer-made-with = Tietosuojaseloste, joka pitää lupauksensa
title-error = Virhe:
banner = Huomautus
banner-demo = Tämä on esittely. Kaikki tiedot ovat keksittyjä.
banner-test-clock = Testikello on käytössä: palvelussa on nyt { $now }.

link-front = Etusivulle
link-privacy = Tietosuojaseloste
link-own = Omat tietosi
link-request = Tietosuojapyyntö
link-cookies = Evästeet
link-accessibility = Saavutettavuus

pattern-date = %-d.%-m.%Y
pattern-moment = %-d.%-m.%Y klo %-H.%M

# Lomakkeet
choose = Valitse
filter = Suodata
errors-title = Tarkista nämä kohdat
field-required = pakollinen
field-voluntary = vapaaehtoinen
field-limit = Enintään { $max } merkkiä.
field-error = Virhe:
field-missing = Täytä tämä kohta.
field-missing-file = Liitä asiakirja.
field-file-kind = Liitä PDF-, PNG- tai JPEG-tiedosto.
field-table-kind = Tallenna taulukko CSV-tiedostona UTF-8-merkistöllä.
field-file-large = Tiedosto on liian suuri. Enintään { $max } kt.
field-missing-choice = Valitse jokin vaihtoehdoista.
field-missing-consent = Rastita ruutu, jos haluat jatkaa. Ilman vahvistustasi mitään ei tehdä.
field-too-long = Tekstissä saa olla enintään { $max } merkkiä. Lyhennä tekstiä.
field-email = Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.
field-date = Anna päivä, joka on kalenterissa.
field-choice = Valitse jokin annetuista vaihtoehdoista.
field-control = Tekstissä on merkki, jota ei voi tallentaa. Kirjoita kohta uudelleen.
field-not-text = Tekstiä ei voitu lukea. Kirjoita kohta uudelleen.
field-doubled = Tieto tuli kahteen kertaan. Anna se kerran.
field-undeclared = Lomakkeen mukana tuli tieto ”{ $field }”, jota tämä palvelu ei kerää. Mitään ei tallennettu.

# Luettelot ja tilat
pages = Luettelon sivut
page-previous = Edelliset
page-next = Seuraavat
state-kept = Pidetään
state-broken = Rikottu
state-attested = Vahvistettu
state-due = Vahvistettava
state-text = Tieto
promise-how = – näytä, miten lupaus pidetään
step-done = valmis
