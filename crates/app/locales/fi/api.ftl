# api
fault-api-json = Pyyntö ei ole kelvollista JSONia.
fault-api-json-next = Lähetä yksi JSON-olio UTF-8-merkistöllä.
fault-api-not-object = Pyynnön on oltava yksi JSON-olio.
fault-api-not-object-next = Lähetä olio, jonka jäsenet on kuvattu osoitteessa /api/v1/openapi.json.
fault-api-not-text = Jäsenen { $field } on oltava teksti.
fault-api-not-number = Jäsenen { $field } on oltava kokonaisluku.
fault-api-not-flag = Jäsenen { $field } on oltava true tai false.
fault-api-not-list = Jäsenen { $field } on oltava luettelo tekstejä.
fault-api-idempotency-key = Otsakkeen Idempotency-Key on oltava UUID tai 32 heksadesimaalinumeroa.
fault-api-receipt = Tällä kuittikoodilla ei tunnisteta ketään.
fault-api-receipt-next = Lähetä koodi otsakkeessa Authorization: Receipt KOODI.
fault-api-erased = Tämän kuittikoodin tiedot on poistettu.
fault-api-held = Mitään ei voi nyt poistaa: laki vaatii säilyttämään tiedot ({ $ground }).
