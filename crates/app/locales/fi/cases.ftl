# Tietosuojapyyntö: lomake
rights-text-help = Perusteluja ei tarvita. Jos vastustat tietojesi käyttöä, kerro mikä tilanteessasi puhuu sitä vastaan; suoramarkkinoinnin voit kieltää ilman perusteluja.
rights-behalf-help = Allekirjoitusta ei tarvita. Jos toimit toisen puolesta, tarkistamme oikeutesi ennen kuin kerromme tai teemme mitään.
rights-subject-help = Täytä vain, jos pyydät toisen puolesta: hänen sähköpostiosoitteensa tai muu tieto, jolla löydämme oikeat tiedot. Älä kirjoita henkilötunnusta.
rights-mandate-help = Täytä vain, jos pyydät toisen puolesta. PDF, PNG tai JPEG, enintään 2 Mt. Voit lähettää todistuksen myös postitse.
rights-mine-behalf = Joku on pyytänyt { $date } puolestasi: { $asked }. Jos vahvistat pyynnön, siihen vastataan vain sinulle.
rights-link-behalf =
    Joku on tehnyt puolestasi tietosuojapyynnön: { $asked }.

    Jos olet pyytänyt häntä tekemään sen, avaa linkki. Linkin takana kysytään vielä, onko pyyntö sinun. Linkki toimii kerran ja yhden vuorokauden ajan:

    { $links }

    Jos et ole pyytänyt sitä, sinun ei tarvitse tehdä mitään. Tietojasi ei muuteta eikä poisteta.

    { $controller }

# Pyyntöjen käsittely: toisen puolesta
rights-mandate-title = Oikeus toimia toisen puolesta
rights-mandate-open = Avaa todistus
rights-mandate-text = Katso todistus ja vahvista, että pyynnön tekijä saa toimia hänen puolestaan. Sen jälkeen voit yhdistää pyynnön henkilön tietoihin.
rights-mandate-none = Pyynnössä ei ole todistusta. Pyydä se, tai varmista oikeus muuten: lapsen huoltajuuden voi tarkistaa väestötiedoista. Sen jälkeen voit yhdistää pyynnön henkilön tietoihin.
rights-mandate-seen = Olen tarkistanut, että hän saa toimia toisen puolesta
rights-mandate-checked = Oikeus toimia toisen puolesta on tarkistettu
rights-mandate-first = Tarkista ensin, että pyynnön tekijä saa toimia toisen puolesta.
rights-mandate-no = Oikeus on jo tarkistettu, tai pyyntö on tehty omasta puolesta.
