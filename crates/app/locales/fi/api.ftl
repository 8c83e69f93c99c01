# api
fault-api-json = Pyyntö ei ole kelvollista JSONia.
fault-api-json-next = Lähetä yksi JSON-olio UTF-8-merkistöllä.
fault-api-not-object = Pyynnön on oltava yksi JSON-olio.
fault-api-not-object-next = Lähetä olio, jonka jäsenet on kuvattu osoitteessa /api/v1/openapi.json.
fault-api-not-text = Jäsenen { $field } on oltava teksti.
fault-api-empty = Jätä jäsen { $field } pois sen sijaan, että lähettäisit sen tyhjänä.
fault-api-not-number = Jäsenen { $field } on oltava kokonaisluku.
fault-api-not-flag = Jäsenen { $field } on oltava true tai false.
fault-api-not-list = Jäsenen { $field } on oltava luettelo tekstejä.
fault-api-idempotency-key = Otsakkeen Idempotency-Key on oltava UUID tai 32 heksadesimaalinumeroa.
fault-api-receipt = Tällä kuittikoodilla ei tunnisteta ketään.
fault-api-receipt-next = Lähetä koodi otsakkeessa Authorization: Receipt KOODI.
fault-api-erased = Tämän kuittikoodin tiedot on poistettu.
fault-api-held = Mitään ei voi nyt poistaa: laki vaatii säilyttämään tiedot ({ $ground }).
fault-restriction-takes = Kun rajoitus poistetaan, samalla poistetaan pysyvästi tietoja, joiden säilytysaika on päättynyt. Rajoitusta ei poistettu.
fault-restriction-takes-next = Kysy ensin parametrilla dry_run=true, mitä poistettaisiin, ja lähetä sitten vastauksen jäsen seen parametrina.
fault-api-token = Tällä avaimella ei tunnisteta ketään.
fault-api-token-next = Tee uusi: seloste user token TUNNUS. Lähetä se otsakkeessa Authorization: Bearer AVAIN.
fault-api-own-header = Istunnolla tehtävä muutos tarvitsee otsakkeen X-Seloste.
fault-api-own-header-next = Lähetä otsake X-Seloste: 1.
fault-api-no-account = Tällä käyttäjätunnuksella ei ole avointa tiliä.
api-cli-token = Tämä avain toimii tilin puolesta { $days } päivää. Se näytetään vain tämän kerran: { $token }
