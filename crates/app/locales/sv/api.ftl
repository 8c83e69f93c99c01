# api
fault-api-json = Begäran är inte giltig JSON.
fault-api-json-next = Skicka ett JSON-objekt, kodat i UTF-8.
fault-api-not-object = Begäran ska vara ett JSON-objekt.
fault-api-not-object-next = Skicka ett objekt vars medlemmar beskrivs på adressen /api/v1/openapi.json.
fault-api-not-text = Medlemmen { $field } ska vara en text.
fault-api-empty = Utelämna medlemmen { $field } i stället för att skicka den tom.
fault-api-not-number = Medlemmen { $field } ska vara ett heltal.
fault-api-not-flag = Medlemmen { $field } ska vara true eller false.
fault-api-not-list = Medlemmen { $field } ska vara en lista med texter.
fault-api-idempotency-key = Rubriken Idempotency-Key ska vara ett UUID eller 32 hexadecimala siffror.
fault-api-receipt = Ingen känns igen på den här kvittokoden.
fault-api-receipt-next = Skicka koden i rubriken Authorization: Receipt KOD.
fault-api-erased = Uppgifterna bakom den här kvittokoden har raderats.
fault-api-held = Ingenting kan raderas nu: lagen kräver att uppgifterna bevaras ({ $ground }).
fault-restriction-takes = När begränsningen hävs raderas samtidigt uppgifter vars lagringstid har gått ut. Begränsningen hävdes inte.
fault-restriction-takes-next = Fråga först med parametern dry_run=true vad som skulle raderas och skicka sedan svarets medlem seen som parameter.
fault-api-token = Ingen känns igen på den här nyckeln.
fault-api-token-next = Gör en ny: seloste user token ANVÄNDARNAMN. Skicka den i rubriken Authorization: Bearer NYCKEL.
fault-api-own-header = En ändring med en session behöver rubriken X-Seloste.
fault-api-own-header-next = Skicka rubriken X-Seloste: 1.
fault-api-no-account = Inget öppet konto har det här användarnamnet.
api-cli-token = Den här nyckeln handlar för kontot i { $days } dagar. Den visas bara den här gången: { $token }
