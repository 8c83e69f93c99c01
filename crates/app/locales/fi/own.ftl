# Omat tiedot: katselut, luovutukset, vastustaminen
own-looked-more = Näytä aiemmat katselut
own-received-more = Näytä kaikki luovutukset
own-not-given = Et ole antanut
own-postponed = Mikä voi lykätä poistamista
own-postponed-not = Ei mikään tällä hetkellä. Poistaminen lykkääntyy vain, jos tietoa tarvitaan oikeusvaateeseen tai viranomainen määrää säilyttämään sen.
own-postponed-until = Tietoa säilytetään tällä perusteella { $date } asti.
own-postponed-open = Tietoa säilytetään, kunnes peruste päättyy.
own-ground-legal-claim = Tietoa tarvitaan oikeusvaatimuksen laatimiseen, esittämiseen tai puolustamiseen
own-ground-authority-order = Viranomainen on määrännyt säilyttämään tiedon
own-object-title = Vastusta tietojesi käyttöä
own-object-text = Näihin tarkoituksiin tietojasi käytetään muulla perusteella kuin suostumuksellasi tai lain velvoitteen vuoksi. Voit vastustaa käyttöä. Vastustamisesta syntyy pyyntö, johon vastataan määräajassa.
own-object = Vastusta
own-object-words = Vastustan tietojeni käyttöä tähän tarkoitukseen: { $purpose }
own-objected = Vastustamisesi on vastaanotettu. Näet pyynnön ja sen määräajan tällä sivulla.

# Kalenteri
own-calendar = Tulevat poistot kalenterissa
own-calendar-text = Kalenterissa ovat päivät, joina tietojasi poistetaan, ja tietojen numerot. Mitään sisältöä siinä ei ole.
own-calendar-file = Lataa kalenteritiedosto
own-calendar-name = tulevat-poistot
own-calendar-day = { $count ->
    [one] Yksi tieto poistetaan
   *[other] { $count } tietoa poistetaan
}
own-calendar-day-numbers = { $count ->
    [one] Tieto { $numbers } poistetaan
   *[other] { $count } tietoa poistetaan, muun muassa { $numbers }
}
own-feed-title = Osoite kalenteriohjelmalle
own-feed-text = Voit antaa kalenteriohjelmallesi salaisen osoitteen, josta se hakee päivät itse. Osoite toimii, kunnes lopetat sen tai tietosi on poistettu, enintään vuoden.
own-feed-there = Sinulla on osoite käytössä. Uusi osoite korvaa sen.
own-feed-make = Tee osoite
own-feed-again = Tee uusi osoite
own-feed-end = Lopeta osoite
own-feed-ended = Osoite ei enää toimi
own-feed-secret = Ota osoite talteen nyt
own-feed-secret-text = Osoitetta ei voi näyttää uudelleen. Kuka tahansa, jolla on se, näkee poistojen päivät ja tietojen numerot, muttei muuta.
own-feed-address = Kalenterin osoite
own-feed-until = Osoite toimii enintään { $date } asti.
