# Esittely: mitä pääte kertoo ja mitä esittelyn omalla sivulla on

demo-told =
    Esittely on käynnissä. Kaikki tiedot ovat keksittyjä.

      Anna palautetta        { $base }/palaute
      Tietosuojaseloste      { $base }/tietosuoja
      Omat tiedot            { $base }/oma
          uusi palaute       { $receipt }
          johon on vastattu  { $answered }
          joka on poistettu  { $erased }
      Henkilökunta           { $base }/hallinta
          käsittelijä        { $chief }
          kehittäjä          { $developer }
          salasana           { $passphrase }
          vahvistuskoodi     näkyy kirjautuessa
      Siirrä kelloa          { $base }/esittely
      Lähtevä posti          { $mail }
      Selostetiedosto        { $notice }
      Tarkista se            { $check }

    Lopeta: Ctrl+C.
demo-removed = Kansio { $folder } poistetaan lopuksi.
demo-kept = Kansio { $folder } jää talteen.

# Palkki jokaisen sivun yläreunassa
demo-link = Tunnukset ja koodit
demo-month = Siirry kuukausi eteenpäin

# Esittelyn sivu
demo-title = Esittely
demo-lead = Täältä löydät kaiken, mitä esittelyssä tarvitset: koodit, tunnukset ja kellon. Kaikki tiedot ovat keksittyjä, ja ne katoavat, kun esittely lopetetaan.
demo-time = Aika
demo-now = Esittelyssä on nyt { $now }.
demo-month-text = Palautteet poistetaan kuukauden kuluttua. Siirrä esittelyn kelloa, niin näet, mitä silloin tapahtuu. Kirjautumiset päättyvät samalla.
demo-leapt = Kello siirtyi. Nyt on { $now }.
demo-gone = { $records ->
    [0] Mitään ei ollut poistettavana.
    [one] Ohjelma poisti yhden tiedon.
   *[other] { $persons ->
        [one] Ohjelma poisti { $records } tietoa yhdeltä henkilöltä.
       *[other] Ohjelma poisti { $records } tietoa { $persons } henkilöltä.
    }
}
demo-unanswered = { $count ->
    [one] Pyyntöön { $numbers } ei vastattu
   *[other] Pyyntöihin { $numbers } ei vastattu
}
demo-unanswered-text = { $count ->
    [one] Sen määräaika meni umpeen, kun kello siirtyi. Siksi seloste kertoo nyt, että lupaus vastata ajoissa ei pidä. Kun pyyntöön vastataan, lupaus pitää taas.
   *[other] Niiden määräaika meni umpeen, kun kello siirtyi. Siksi seloste kertoo nyt, että lupaus vastata ajoissa ei pidä. Kun pyyntöihin vastataan, lupaus pitää taas.
}
demo-unanswered-desk = Myöhässä olevat pyynnöt
demo-gone-try = Kokeile alla olevia kuittikoodeja uudelleen: ne kertovat nyt, milloin tiedot poistettiin.
demo-proofs = { $count ->
    [one] Todiste poistosta
   *[other] Todisteet poistoista ({ $count })
}
demo-codes = Kuittikoodit
demo-code-new = Uusi palaute
demo-code-answered = Palaute, johon on vastattu
demo-code-erased = Palaute, jonka lähettäjä on poistanut
demo-try-code = Katso koodilla omat tiedot
demo-staff = Henkilökunnan tunnukset
demo-to-staff = Kirjaudu sisään
demo-chief = Käsittelijä
demo-developer = Kehittäjä, joka ei näe yhteystietoja
demo-password = Molempien salasana
demo-break = Riko lupaus
demo-break-text = Muuta selostetta ja aja tarkistus toisessa päätteessä. Julkaistu seloste ei muutu ennen julkaisemista.
demo-notice = Selostetiedosto
demo-check = Tarkistus
demo-mail = Lähtevä posti
